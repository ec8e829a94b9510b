/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/record.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

const struct field *record_field(const struct record *record, const char *name)
{
	for (size_t i = 0; i < record->count; i++)
		if (strcmp(record->fields[i].name, name) == 0)
			return &record->fields[i];
	return NULL;
}

int64_t record_number(const struct record *record, const void *item, const char *name)
{
	const struct field *field = record_field(record, name);

	return field == NULL || field->type != FIELD_NUMBER ? 0 : MEMBER(int64_t, field, item);
}

/* The length in bytes of the code point at text, 0 when it is malformed or a control character. */
static size_t code_point_bytes(const unsigned char *text)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t length = text[0] < 0x80 ? 1 : text[0] >= 0xF0 ? 4 : text[0] >= 0xE0 ? 3 : 2;
	uint32_t point;

	if (length == 1)
		return (text[0] >= 0x20 && text[0] != 0x7F) || text[0] == '\t' || text[0] == '\n' ||
		                       text[0] == '\r'
		               ? 1
		               : 0;
	if (text[0] < 0xC2 || text[0] > 0xF4)
		return 0;
	point = text[0] & (0x7Fu >> length);
	for (size_t i = 1; i < length; i++) {
		if ((text[i] & 0xC0) != 0x80)
			return 0;
		point = point << 6 | (text[i] & 0x3Fu);
	}
	if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		return 0;
	return point == 0xFFFE || point == 0xFFFF || (point >= 0x80 && point < 0xA0) ? 0 : length;
}

int64_t text_chars(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	int64_t chars = 0;

	while (*at != '\0') {
		size_t length = code_point_bytes(at);

		if (length == 0)
			return -1;
		at += length;
		chars++;
	}
	return chars;
}

static bool refuse(struct findings *findings, const char *code, const char *path, const char *words)
{
	(void)findings_add(findings, code, path, "%s", words_in(findings->language, words));
	return false;
}

static bool set_text(const struct field *field, void *item, const char *text, const char *path,
                     struct findings *findings)
{
	uint32_t max_chars = field->max_chars == 0 ? FIELD_DEFAULT_MAX_CHARS : field->max_chars;
	int64_t chars = text_chars(text);
	const struct choice *choice = field->choices;

	if (chars < 0)
		return refuse(findings, "text", path,
		              WORDS("Deze tekst bevat tekens die niet gelezen kunnen worden."));
	if (chars > max_chars) {
		(void)findings_add(findings, "length", path,
		                   WORDS("Deze tekst is te lang: %lld tekens, er passen er %lu."),
		                   (long long)chars, (unsigned long)max_chars);
		return false;
	}
	while (choice != NULL && choice->code != NULL && strcmp(choice->code, text) != 0)
		choice++;
	if (choice != NULL && choice->code == NULL)
		return refuse(findings, "choice", path, WORDS("Kies een van de genoemde mogelijkheden."));
	MEMBER(const char *, field, item) = arena_copy(findings->arena, text);
	return true;
}

static bool read_number(const char *text, int64_t *ret_number)
{
	char *end;
	intmax_t number;

	if (text[0] != '-' && (text[0] < '0' || text[0] > '9'))
		return false;
	errno = 0;
	number = strtoimax(text, &end, 10);
	if (errno != 0 || *end != '\0' || end[-1] == '-')
		return false;
	*ret_number = number;
	return true;
}

static bool set_number(const struct field *field, void *item, const char *text, const char *path,
                       struct findings *findings)
{
	int64_t number = 0;

	if (!read_number(text, &number))
		return refuse(findings, "number", path,
		              WORDS("Vul een heel getal in, zonder punt of komma."));
	if ((field->flags & FIELD_UNSIGNED) != 0 && number < 0)
		return refuse(findings, "number", path, WORDS("Dit getal kan niet kleiner zijn dan 0."));
	if (field->max != 0 && number > field->max) {
		(void)findings_add(findings, "number", path,
		                   WORDS("Dit getal kan niet groter zijn dan %lld."), (long long)field->max);
		return false;
	}
	if (field->type == FIELD_MONEY)
		MEMBER(struct money, field, item).cents = number;
	else
		MEMBER(int64_t, field, item) = number;
	return true;
}

static bool set_flag(const struct field *field, void *item, const char *text, const char *path,
                     struct findings *findings)
{
	bool yes = strcmp(text, "1") == 0 || strcmp(text, "true") == 0 || strcmp(text, "on") == 0;

	if (!yes && strcmp(text, "0") != 0 && strcmp(text, "false") != 0)
		return refuse(findings, "flag", path, WORDS("Vul hier ja (true) of nee (false) in."));
	MEMBER(bool, field, item) = yes;
	return true;
}

/* Empties a single value. */
static void clear(const struct field *field, void *item)
{
	switch (field->type) {
	case FIELD_TEXT:
		MEMBER(const char *, field, item) = NULL;
		break;
	case FIELD_NUMBER:
		MEMBER(int64_t, field, item) = 0;
		break;
	case FIELD_FLAG:
		MEMBER(bool, field, item) = false;
		break;
	case FIELD_DATE:
		MEMBER(struct date, field, item) = (struct date){ 0 };
		break;
	case FIELD_MOMENT:
		MEMBER(struct moment, field, item) = (struct moment){ 0 };
		break;
	case FIELD_MONEY:
		MEMBER(struct money, field, item) = (struct money){ 0 };
		break;
	case FIELD_TEXTS:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
		assert(!"a single value");
		break;
	}
}

/* The text without surrounding blanks: itself, or a copy in arena. */
static const char *trimmed(const char *text, struct arena *arena)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	length = strlen(text);
	if (length == 0 || strchr(" \t\r\n", text[length - 1]) == NULL)
		return text;
	while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
		length--;
	return arena_copy_part(arena, text, length);
}

bool record_set(const struct field *field, void *item, const char *text, const char *path,
                struct findings *findings)
{
	clear(field, item);
	text = trimmed(text, findings->arena);
	if (text[0] == '\0')
		return true;
	switch (field->type) {
	case FIELD_TEXT:
		return set_text(field, item, text, path, findings);
	case FIELD_NUMBER:
	case FIELD_MONEY:
		return set_number(field, item, text, path, findings);
	case FIELD_FLAG:
		return set_flag(field, item, text, path, findings);
	case FIELD_DATE:
		if (date_read(text, &MEMBER(struct date, field, item)))
			return true;
		return refuse(
			findings, "date", path,
			WORDS("Vul een bestaande datum in als jaar-maand-dag, bijvoorbeeld 2023-05-15."));
	case FIELD_MOMENT:
		if (moment_read(text, &MEMBER(struct moment, field, item)))
			return true;
		return refuse(findings, "moment", path,
		              WORDS("Vul een tijdstip in als 2023-05-15T09:30:00Z."));
	case FIELD_TEXTS:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
		break;
	}
	assert(!"a single value");
	return false;
}

const char *record_get(const struct field *field, const void *item, struct arena *arena)
{
	char date[DATE_TEXT_SIZE], moment[MOMENT_TEXT_SIZE];
	const char *text;

	switch (field->type) {
	case FIELD_TEXT:
		text = MEMBER(const char *, field, item);
		return text == NULL ? "" : text;
	case FIELD_FLAG:
		return MEMBER(bool, field, item) ? "true" : "false";
	case FIELD_DATE:
		return arena_copy(arena, date_print(MEMBER(struct date, field, item), date));
	case FIELD_MOMENT:
		return arena_copy(arena, moment_print(MEMBER(struct moment, field, item), moment));
	case FIELD_MONEY:
		return arena_print(arena, "%" PRId64, MEMBER(struct money, field, item).cents);
	case FIELD_NUMBER:
		if (record_is_empty(field, item))
			return "";
		return arena_print(arena, "%" PRId64, MEMBER(int64_t, field, item));
	case FIELD_TEXTS:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
		break;
	}
	assert(!"a single value");
	return "";
}

bool record_is_empty(const struct field *field, const void *item)
{
	const char *text;

	switch (field->type) {
	case FIELD_TEXT:
		text = MEMBER(const char *, field, item);
		return text == NULL || text[0] == '\0';
	case FIELD_NUMBER:
		return MEMBER(int64_t, field, item) == 0 && (field->flags & FIELD_ZERO_IS_SET) == 0;
	case FIELD_FLAG:
		return false;
	case FIELD_DATE:
		return !date_is(MEMBER(struct date, field, item));
	case FIELD_MOMENT:
		return MEMBER(struct moment, field, item).seconds == 0;
	case FIELD_MONEY:
		return false;
	case FIELD_TEXTS:
		return MEMBER(struct texts, field, item).count == 0;
	case FIELD_RECORD:
		return false;
	case FIELD_RECORDS:
		return MEMBER(struct records, field, item).count == 0;
	case FIELD_MARKS:
		return true;
	}
	return true;
}

void record_settle(const struct record *record, void *item, const char *path, struct findings *findings)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const char *name = arena_print(findings->arena, "%s%s", path, field->name);

		if (field->type == FIELD_TEXT && MEMBER(const char *, field, item) != NULL)
			(void)record_set(field, item, MEMBER(const char *, field, item), name, findings);
		if (field->type == FIELD_RECORD)
			record_settle(field->of, (char *)item + field->offset,
			              arena_print(findings->arena, "%s.", name), findings);
		if (field->type == FIELD_RECORDS) {
			struct records records = MEMBER(struct records, field, item);

			for (size_t n = 0; n < records.count; n++)
				record_settle(field->of, (char *)records.items + n * field->of->size,
				              arena_print(findings->arena, "%s.%zu.", name, n), findings);
		}
	}
}

void record_check_required(const struct record *record, const void *item, const char *path,
                           struct findings *findings)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const char *name = arena_print(findings->arena, "%s%s", path, field->name);

		if (field->required && record_is_empty(field, item))
			(void)refuse(findings, "required", name, WORDS("Vul dit veld in."));
		if (field->type == FIELD_RECORD)
			record_check_required(field->of, (const char *)item + field->offset,
			                      arena_print(findings->arena, "%s.", name), findings);
		if (field->type == FIELD_RECORDS) {
			struct records records = MEMBER(struct records, field, item);

			for (size_t n = 0; n < records.count; n++)
				record_check_required(field->of, (char *)records.items + n * field->of->size,
				                      arena_print(findings->arena, "%s.%zu.", name, n),
				                      findings);
		}
	}
}

void record_carry_over(const struct record *from, const void *from_item, const struct record *to,
                       void *to_item)
{
	static const size_t sizes[] = {
		[FIELD_TEXT] = sizeof(const char *),
		[FIELD_NUMBER] = sizeof(int64_t),
		[FIELD_FLAG] = sizeof(bool),
		[FIELD_DATE] = sizeof(struct date),
		[FIELD_MOMENT] = sizeof(struct moment),
		[FIELD_MONEY] = sizeof(struct money),
		[FIELD_TEXTS] = sizeof(struct texts),
		[FIELD_RECORD] = 0,
		[FIELD_RECORDS] = sizeof(struct records),
		[FIELD_MARKS] = 0,
	};

	for (size_t i = 0; i < to->count; i++) {
		const struct field *field = &to->fields[i];
		const struct field *source = record_field(from, field->name);

		if (source != NULL && source->type == field->type)
			memcpy((char *)to_item + field->offset, (const char *)from_item + source->offset,
			       sizes[field->type]);
	}
}

const char *choice_label(const struct choice *choices, const char *code)
{
	for (; choices != NULL && choices->code != NULL; choices++)
		if (strcmp(choices->code, code) == 0)
			return choices->label;
	return code;
}

struct records records_new(const struct record *record, size_t count, struct arena *arena)
{
	return (struct records){ .items = arena_take_many(arena, count, record->size), .count = count };
}
