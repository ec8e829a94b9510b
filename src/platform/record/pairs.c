/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reading goes twice over a form: once along the fields, looking for the values that each one was sent, and
 * once along the names that were sent, looking for those that are no field.
 */
#include "platform/record/pairs.h"

#include <string.h>

#include "platform/base/words.h"

#define MAX_PAIRS 500
#define MAX_LINES 100

/* --- decoding --- */

/* The value of a hexadecimal digit, or -1. */
static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Whether the text is UTF-8. Control characters are: a field that does not take them says so itself. */
static bool is_utf8(const char *text)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *at = (const unsigned char *)text;

	while (*at != '\0') {
		size_t length = *at < 0x80 ? 1 : *at >= 0xF0 ? 4 : *at >= 0xE0 ? 3 : 2;
		uint32_t point = length == 1 ? *at : *at & (0x7Fu >> length);

		if ((*at >= 0x80 && *at < 0xC0) || *at > 0xF4)
			return false;
		for (size_t i = 1; i < length; i++) {
			if ((at[i] & 0xC0) != 0x80)
				return false;
			point = point << 6 | (at[i] & 0x3Fu);
		}
		if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
			return false;
		at += length;
	}
	return true;
}

/* One name or value, with every line end as a single newline; NULL when it is malformed. */
static const char *decode(const char *bytes, size_t length, struct arena *arena)
{
	char *text = arena_take(arena, length + 1), *to = text;

	for (size_t i = 0; i < length; i++) {
		char c = bytes[i] == '+' ? ' ' : bytes[i];

		if (c == '%') {
			int high = length - i > 2 ? digit_of(bytes[i + 1]) : -1;
			int low = length - i > 2 ? digit_of(bytes[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = (char)(unsigned char)(high * 16 + low);
			i += 2;
		}
		if (c == '\0')
			return NULL;
		if (c == '\n' && to > text && to[-1] == '\r')
			to--;
		*to++ = c;
	}
	*to = '\0';
	return is_utf8(text) ? text : NULL;
}

/* The number of pairs there can be, up to the maximum. */
static size_t count_pairs(const char *bytes, size_t length)
{
	size_t count = 1;

	for (size_t i = 0; i < length && count < MAX_PAIRS; i++)
		count += bytes[i] == '&';
	return count;
}

bool pairs_decode(const char *bytes, size_t length, struct arena *arena, struct pairs *ret_pairs)
{
	const char *end = length == 0 ? bytes : bytes + length;
	struct pair *items = ARENA_MANY(arena, count_pairs(bytes, length), struct pair);
	size_t count = 0;

	while (bytes < end) {
		size_t left = (size_t)(end - bytes);
		const char *stop = memchr(bytes, '&', left);
		size_t size = stop == NULL ? left : (size_t)(stop - bytes);
		const char *equals = memchr(bytes, '=', size);
		size_t name_size = equals == NULL ? size : (size_t)(equals - bytes);
		size_t value_at = equals == NULL ? size : name_size + 1;

		if (size > 0) {
			if (count == MAX_PAIRS)
				return false;
			items[count].name = decode(bytes, name_size, arena);
			items[count].value = decode(bytes + value_at, size - value_at, arena);
			if (items[count].name == NULL || items[count].value == NULL)
				return false;
			count++;
		}
		bytes += stop == NULL ? size : size + 1;
	}
	*ret_pairs = (struct pairs){ .items = items, .count = count };
	return true;
}

const char *pairs_encode(const char *text, struct arena *arena)
{
	static const char digits[] = "0123456789ABCDEF";
	char *encoded = arena_take(arena, 3 * strlen(text) + 1), *at = encoded;

	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		    (byte >= '0' && byte <= '9') || (byte != '\0' && strchr("-_.", byte) != NULL)) {
			*at++ = (char)byte;
			continue;
		}
		*at++ = '%';
		*at++ = digits[byte >> 4];
		*at++ = digits[byte & 15];
	}
	return encoded;
}

const char *pairs_get(const struct pairs *pairs, const char *name)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strcmp(pairs->items[i].name, name) == 0)
			return pairs->items[i].value;
	return NULL;
}

/* --- reading --- */

struct reading {
	const struct pairs *pairs;
	unsigned without;
	struct findings *findings;
};

static void refuse(struct reading *reading, const char *path, const char *words)
{
	(void)findings_add(reading->findings, "form", path, "%s",
	                   words_in(reading->findings->language, words));
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

/*
 * What follows name when it begins with the number of a line: "born" of "12.born". NULL when it does not.
 * Numbers are written one way only.
 */
static const char *after_line(const char *name, size_t *ret_line)
{
	size_t digits = strspn(name, "0123456789");
	size_t line = 0;

	if (digits == 0 || digits > 3 || name[digits] != '.' || (name[0] == '0' && digits > 1))
		return NULL;
	for (size_t i = 0; i < digits; i++)
		line = line * 10 + (size_t)(name[i] - '0');
	*ret_line = line;
	return name + digits + 1;
}

/* Whether name is prefix, then the number of a line, then more. */
static bool is_in_line(const char *name, const char *prefix, size_t *ret_line)
{
	size_t length = strlen(prefix);

	return strncmp(name, prefix, length) == 0 && after_line(name + length, ret_line) != NULL;
}

static void read_record(struct reading *reading, const struct record *record, void *item, const char *sent,
                        const char *path);

static void read_single(struct reading *reading, const struct field *field, void *item, const char *sent,
                        const char *path)
{
	bool is_sent = false;

	for (size_t i = 0; i < reading->pairs->count; i++) {
		const struct pair *pair = &reading->pairs->items[i];

		if (strcmp(pair->name, sent) != 0)
			continue;
		if (is_sent)
			refuse(reading, path, WORDS("Dit veld is twee keer ingevuld."));
		else
			(void)record_set(field, item, pair->value, path, reading->findings);
		is_sent = true;
	}
}

/* A list of texts is sent as the same name again and again, as ticked boxes are. */
static void read_texts(struct reading *reading, const struct field *field, struct texts *texts,
                       const char *sent, const char *path)
{
	struct field single = *field;
	const char **items = ARENA_MANY(reading->findings->arena, reading->pairs->count, const char *);

	single.type = FIELD_TEXT;
	single.offset = 0;
	texts->items = items;
	for (size_t i = 0; i < reading->pairs->count; i++) {
		const struct pair *pair = &reading->pairs->items[i];
		const char *text = NULL;

		if (strcmp(pair->name, sent) == 0 &&
		    record_set(&single, &text, pair->value, path, reading->findings) && text != NULL)
			items[texts->count++] = text;
	}
}

/* Lines keep their order; the ones with nothing filled in drop out. */
static void read_lines(struct reading *reading, const struct field *field, struct records *records,
                       const char *sent, const char *path)
{
	struct arena *arena = reading->findings->arena;
	const char *prefix = arena_print(arena, "%s.", sent);
	bool is_filled[MAX_LINES] = { false };
	size_t line, count = 0, next = 0;

	for (size_t i = 0; i < reading->pairs->count; i++) {
		const struct pair *pair = &reading->pairs->items[i];

		if (is_in_line(pair->name, prefix, &line) && line < MAX_LINES && !is_blank(pair->value)) {
			count += !is_filled[line];
			is_filled[line] = true;
		}
	}
	*records = records_new(field->of, count, arena);
	for (line = 0; line < MAX_LINES; line++)
		if (is_filled[line]) {
			read_record(reading, field->of, (char *)records->items + next * field->of->size,
			            arena_print(arena, "%s%zu.", prefix, line),
			            arena_print(arena, "%s.%zu.", path, next));
			next++;
		}
}

/* Names begin with sent in the form and with path in the findings; they differ where empty lines dropped out.
 */
static void read_record(struct reading *reading, const struct record *record, void *item, const char *sent,
                        const char *path)
{
	struct arena *arena = reading->findings->arena;

	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const char *name = arena_print(arena, "%s%s", sent, field->name);
		const char *at = arena_print(arena, "%s%s", path, field->name);

		if ((field->flags & reading->without) != 0 || field->type == FIELD_MARKS)
			continue;
		if (field->type == FIELD_TEXTS)
			read_texts(reading, field, &MEMBER(struct texts, field, item), name, at);
		else if (field->type == FIELD_RECORD)
			read_record(reading, field->of, (char *)item + field->offset,
			            arena_print(arena, "%s.", name), arena_print(arena, "%s.", at));
		else if (field->type == FIELD_RECORDS)
			read_lines(reading, field, &MEMBER(struct records, field, item), name, at);
		else
			read_single(reading, field, item, name, at);
	}
}

/* The field whose name is the first length bytes of name, or NULL. */
static const struct field *field_of(const struct record *record, const char *name, size_t length)
{
	for (size_t i = 0; i < record->count; i++)
		if (strncmp(record->fields[i].name, name, length) == 0 &&
		    record->fields[i].name[length] == '\0')
			return &record->fields[i];
	return NULL;
}

/* The words for a name that may not be sent, or NULL when it may. */
static const char *objection(const struct record *record, const char *name, unsigned without)
{
	const struct field *field;
	size_t line = 0;

	for (;; record = field->of) {
		size_t length = strcspn(name, ".");
		bool has_more = name[length] == '.';

		field = field_of(record, name, length);
		name += has_more ? length + 1 : length;
		if (field != NULL && field->type == FIELD_RECORDS && has_more)
			name = after_line(name, &line);
		if (field == NULL || name == NULL || field->type == FIELD_MARKS ||
		    has_more != (field->of != NULL))
			return WORDS("Dit veld bestaat niet.");
		if ((field->flags & without) != 0)
			return WORDS("Dit veld wordt door het systeem gevuld; laat het weg.");
		if (line >= MAX_LINES)
			return WORDS("Vul hier hooguit 100 regels in.");
		if (!has_more)
			return NULL;
	}
}

enum status pairs_read(const struct pairs *pairs, const struct record *record, void *item, unsigned without,
                       struct findings *findings)
{
	struct reading reading = { .pairs = pairs, .without = without, .findings = findings };
	size_t count_before = findings->count;

	memset(item, 0, record->size);
	read_record(&reading, record, item, "", "");
	for (size_t i = 0; i < pairs->count; i++) {
		const char *name = pairs->items[i].name;
		const char *words = name[0] == '_' ? NULL : objection(record, name, without);

		if (words != NULL)
			refuse(&reading, name, words);
	}
	return findings->count > count_before ? FINDINGS : OK;
}
