/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/value.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/xml/xml.h"

#define BLANKS " \t\r\n"
#define MAX_DATE_CHARS 32

/* Code points of bytes that are known to be UTF-8. */
static size_t count_chars(const char *value, size_t length)
{
	size_t chars = 0;

	for (size_t i = 0; i < length; i++)
		chars += ((unsigned char)value[i] & 0xC0) != 0x80;
	return chars;
}

/* XML Schema's whiteSpace=collapse, for values without blanks inside. Returns the length of what is left. */
static size_t collapse(const char **value, size_t length)
{
	size_t leading = strspn(*value, BLANKS);

	*value += leading;
	length -= leading;
	while (length > 0 && strchr(BLANKS, (*value)[length - 1]) != NULL)
		length--;
	return length;
}

/* The code in the list that is exactly this value, or NULL. */
static const char *find_code(const struct choice *choices, const char *value, size_t length)
{
	for (; choices->code != NULL; choices++)
		if (strncmp(choices->code, value, length) == 0 && choices->code[length] == '\0')
			return choices->code;
	return NULL;
}

static const char *read_text(const struct field *field, const char *value, size_t length, struct arena *arena,
                             const char **ret_text)
{
	uint32_t max_chars = field->max_chars == 0 ? FIELD_DEFAULT_MAX_CHARS : field->max_chars;

	if (field->choices != NULL) {
		*ret_text = find_code(field->choices, value, length);
		return *ret_text == NULL ? WORDS("Deze code staat niet in de codelijst.") : NULL;
	}
	if (count_chars(value, length) > max_chars)
		return WORDS("Deze tekst is langer dan de standaard toelaat.");
	if (field->fits != NULL && !field->fits(value))
		return WORDS("Deze waarde heeft niet de vorm die de standaard vraagt.");
	if (field->fits == NULL && strspn(value, BLANKS) == length)
		return WORDS("Dit element is leeg; laat het dan weg.");
	if (field->fits == NULL && (field->flags & FIELD_LONG) == 0 && strpbrk(value, "\r\n") != NULL)
		return WORDS("Deze tekst moet op één regel staan.");
	*ret_text = arena_copy_part(arena, value, length);
	return NULL;
}

/* xs:integer: a sign and any number of zeros may stand in front. Past max, the value no longer matters. */
static bool read_integer(const char *value, size_t length, int64_t max, int64_t *ret_number)
{
	bool is_negative = length > 0 && value[0] == '-';
	size_t at = is_negative || (length > 0 && value[0] == '+') ? 1 : 0;
	int64_t number = 0;

	if (at == length)
		return false;
	for (; at < length; at++) {
		if (value[at] < '0' || value[at] > '9')
			return false;
		if (number <= max)
			number = 10 * number + (value[at] - '0');
	}
	*ret_number = is_negative ? -number : number;
	return true;
}

static const char *read_number(const struct field *field, const char *value, size_t length,
                               int64_t *ret_number)
{
	int64_t max = field->max == 0 ? INT64_MAX / 10 - 1 : field->max;

	assert(max < INT64_MAX / 10);
	length = collapse(&value, length);
	if (field->choices != NULL && find_code(field->choices, value, length) == NULL)
		return WORDS("Deze code staat niet in de codelijst.");
	if (!read_integer(value, length, max, ret_number))
		return WORDS("Vul een heel getal in, zonder punt of komma.");
	if (*ret_number < 0 || *ret_number > max)
		return WORDS("Dit getal is kleiner of groter dan de standaard toelaat.");
	return NULL;
}

/* The digits at text as a number, at most max of them; their count, or 0 when there are fewer than min. */
static size_t take_digits(const char *text, size_t min, size_t max, int64_t *ret_number)
{
	size_t count = 0;

	for (*ret_number = 0; count < max && text[count] >= '0' && text[count] <= '9'; count++) {
		int64_t digit = text[count] - '0';

		if (*ret_number > INT64_MAX / 10 || digit > INT64_MAX - 10 * *ret_number)
			return 0;
		*ret_number = 10 * *ret_number + digit;
	}
	return count < min ? 0 : count;
}

/*
 * A date of the schema whose year is not of four digits: before Christ, or in the year 10000 or later. There
 * is no such day in a calendar, so it is read as the first, or the last one.
 */
static bool read_far_date(const char *value, struct date *ret_date)
{
	bool is_negative = value[0] == '-';
	int64_t year, month, day;
	const char *at = value + is_negative;
	size_t count = take_digits(at, 4, SIZE_MAX, &year);

	if (count == 0 || year == 0 || (count > 4 && at[0] == '0') || (count == 4 && !is_negative))
		return false;
	at += count;
	if (at[0] != '-' || take_digits(at + 1, 2, 2, &month) == 0 || at[3] != '-' ||
	    take_digits(at + 4, 2, 2, &day) == 0 || at[6] != '\0')
		return false;
	/* The calendar repeats itself each 400 years. */
	if (!date_is(date_of((int)(year % 400) + 400, (int)month, (int)day)))
		return false;
	*ret_date = is_negative ? (struct date){ 1 } : DATE_LAST;
	return true;
}

static const char *read_date(const char *value, size_t length, struct date *ret_date)
{
	char date[MAX_DATE_CHARS + 1] = "";

	length = collapse(&value, length);
	if (length < sizeof(date))
		memcpy(date, value, length);
	if (!date_read(date, ret_date) && !read_far_date(date, ret_date))
		return WORDS("Vul een bestaande datum in als jaar-maand-dag, zonder tijdzone.");
	return NULL;
}

/* A number is compared as it is written, without the blanks around it: 03 is not 3. */
static bool is_fixed(const struct field *field, const char *fixed, const char *value, size_t length)
{
	if (field->type != FIELD_TEXT)
		length = collapse(&value, length);
	return strncmp(fixed, value, length) == 0 && fixed[length] == '\0';
}

const char *xml_set(const struct field *field, const char *fixed, void *item, const char *value,
                    size_t length, struct arena *arena)
{
	struct texts *texts;

	assert(strlen(value) == length); /* XML has no NUL */
	if (fixed != NULL && !is_fixed(field, fixed, value, length))
		return WORDS("Dit bericht heeft hier één vaste waarde, en die staat er niet.");
	switch (field->type) {
	case FIELD_TEXT:
		return read_text(field, value, length, arena, &MEMBER(const char *, field, item));
	case FIELD_NUMBER:
		return read_number(field, value, length, &MEMBER(int64_t, field, item));
	case FIELD_MONEY:
		return read_number(field, value, length, &MEMBER(struct money, field, item).cents);
	case FIELD_DATE:
		return read_date(value, length, &MEMBER(struct date, field, item));
	case FIELD_TEXTS:
		texts = &MEMBER(struct texts, field, item);
		return read_text(field, value, length, arena, &texts->items[texts->count - 1]);
	case FIELD_FLAG:
	case FIELD_MOMENT:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
		break;
	}
	assert(!"a type that messages have");
	return NULL;
}
