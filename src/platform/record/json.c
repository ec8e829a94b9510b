/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/json.h"

#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#include "platform/base/words.h"

#define MAX_JSON_BYTES ((size_t)1024 * 1024)
#define MAX_ITEMS 1000

static void separate(struct json *json)
{
	if (json->needs_comma)
		text_add_char(json->out, ',');
	json->needs_comma = true;
}

static void begin(struct json *json, char c)
{
	separate(json);
	text_add_char(json->out, c);
	json->needs_comma = false;
}

static void end(struct json *json, char c)
{
	text_add_char(json->out, c);
	json->needs_comma = true;
}

void json_object_begin(struct json *json)
{
	begin(json, '{');
}

void json_object_end(struct json *json)
{
	end(json, '}');
}

void json_array_begin(struct json *json)
{
	begin(json, '[');
}

void json_array_end(struct json *json)
{
	end(json, ']');
}

static void add_quoted(struct text *out, const char *text)
{
	const char *plain = text;

	text_add_char(out, '"');
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		text_add_part(out, plain, (size_t)(text - plain));
		plain = text + 1;
		if (c == '\n')
			text_add(out, "\\n");
		else if (c == '"' || c == '\\')
			text_print(out, "\\%c", c);
		else
			text_print(out, "\\u%04x", c);
	}
	text_add_part(out, plain, (size_t)(text - plain));
	text_add_char(out, '"');
}

void json_key(struct json *json, const char *key)
{
	separate(json);
	add_quoted(json->out, key);
	text_add_char(json->out, ':');
	json->needs_comma = false;
}

void json_text(struct json *json, const char *text)
{
	separate(json);
	if (text == NULL)
		text_add(json->out, "null");
	else
		add_quoted(json->out, text);
}

void json_number(struct json *json, int64_t number)
{
	separate(json);
	text_print(json->out, "%" PRId64, number);
}

void json_decimal(struct json *json, const char *number)
{
	separate(json);
	text_add(json->out, number);
}

void json_flag(struct json *json, bool flag)
{
	separate(json);
	text_add(json->out, flag ? "true" : "false");
}

static void write_value(struct json *json, const struct field *field, const void *item, unsigned without)
{
	const void *member = (const char *)item + field->offset;
	char words[MOMENT_TEXT_SIZE];

	switch (field->type) {
	case FIELD_TEXT:
		json_text(json, MEMBER(const char *, field, item));
		break;
	case FIELD_NUMBER:
		json_number(json, MEMBER(int64_t, field, item));
		break;
	case FIELD_MONEY:
		json_number(json, MEMBER(struct money, field, item).cents);
		break;
	case FIELD_FLAG:
		json_flag(json, MEMBER(bool, field, item));
		break;
	case FIELD_DATE:
		json_text(json, date_print(MEMBER(struct date, field, item), words));
		break;
	case FIELD_MOMENT:
		json_text(json, moment_print(MEMBER(struct moment, field, item), words));
		break;
	case FIELD_TEXTS:
		json_array_begin(json);
		for (size_t i = 0; i < ((const struct texts *)member)->count; i++)
			json_text(json, ((const struct texts *)member)->items[i]);
		json_array_end(json);
		break;
	case FIELD_RECORD:
		json_record(json, field->of, member, without);
		break;
	case FIELD_RECORDS:
		json_array_begin(json);
		for (size_t i = 0; i < ((const struct records *)member)->count; i++)
			json_record(json, field->of,
			            (const char *)((const struct records *)member)->items +
			                    i * field->of->size,
			            without);
		json_array_end(json);
		break;
	case FIELD_MARKS:
		break;
	}
}

void json_record(struct json *json, const struct record *record, const void *item, unsigned without)
{
	json_object_begin(json);
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];

		if ((field->flags & without) != 0 || record_is_empty(field, item))
			continue;
		json_key(json, field->name);
		write_value(json, field, item, without);
	}
	json_object_end(json);
}

/* --- reading --- */

struct reading {
	struct findings *findings;
	unsigned without;
};

static void refuse(struct reading *reading, const char *path, const char *words)
{
	(void)findings_add(reading->findings, "json", path, "%s",
	                   words_in(reading->findings->language, words));
}

static void read_object(struct reading *reading, json_t *object, const struct record *record, void *item,
                        const char *path);

/* The text of a single JSON value, or NULL when its kind does not fit the field. */
static const char *single_value(struct arena *arena, const struct field *field, const json_t *value)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_DATE:
	case FIELD_MOMENT:
		return json_is_string(value) ? json_string_value(value) : NULL;
	case FIELD_NUMBER:
	case FIELD_MONEY:
		if (!json_is_integer(value))
			return NULL;
		return arena_print(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	case FIELD_FLAG:
		return json_is_boolean(value) ? (json_is_true(value) ? "true" : "false") : NULL;
	case FIELD_TEXTS:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
		break;
	}
	return NULL;
}

static void read_texts(struct reading *reading, const json_t *array, const struct field *field, void *item,
                       const char *path)
{
	struct texts *texts = &MEMBER(struct texts, field, item);
	struct field single = *field;
	size_t count = json_array_size(array);

	single.type = FIELD_TEXT;
	single.offset = 0;
	*texts = (struct texts){ .items = ARENA_MANY(reading->findings->arena, count, const char *) };
	for (size_t i = 0; i < count; i++) {
		const char *text = json_string_value(json_array_get(array, i));
		const char *taken = NULL;

		if (text == NULL)
			refuse(reading, path, WORDS("Geef hier een lijst van teksten."));
		else if (record_set(&single, &taken, text, path, reading->findings) && taken != NULL)
			texts->items[texts->count++] = taken;
	}
}

static void read_records(struct reading *reading, const json_t *array, const struct field *field, void *item,
                         const char *path)
{
	struct records *records = &MEMBER(struct records, field, item);

	*records = records_new(field->of, json_array_size(array), reading->findings->arena);
	for (size_t i = 0; i < records->count; i++)
		read_object(reading, json_array_get(array, i), field->of,
		            (char *)records->items + i * field->of->size,
		            arena_print(reading->findings->arena, "%s.%zu", path, i));
}

static void read_value(struct reading *reading, json_t *value, const struct field *field, void *item,
                       const char *path)
{
	const char *single = single_value(reading->findings->arena, field, value);
	bool is_list = json_is_array(value) && json_array_size(value) <= MAX_ITEMS;

	if (single != NULL)
		(void)record_set(field, item, single, path, reading->findings);
	else if (field->type == FIELD_RECORD && json_is_object(value))
		read_object(reading, value, field->of, (char *)item + field->offset, path);
	else if (field->type == FIELD_TEXTS && is_list)
		read_texts(reading, value, field, item, path);
	else if (field->type == FIELD_RECORDS && is_list)
		read_records(reading, value, field, item, path);
	else
		refuse(reading, path, WORDS("Deze waarde is van een andere soort dan het veld."));
}

static void read_object(struct reading *reading, json_t *object, const struct record *record, void *item,
                        const char *path)
{
	const char *key;
	json_t *value;

	if (!json_is_object(object)) {
		refuse(reading, path, WORDS("Hier hoort een object met velden te staan."));
		return;
	}
	json_object_foreach(object, key, value)
	{
		const struct field *field = record_field(record, key);
		const char *name = arena_print(reading->findings->arena, "%s%s%s", path,
		                               path[0] == '\0' ? "" : ".", key);

		if (json_is_null(value) || (field == NULL && (reading->without & JSON_OTHER_KEYS) != 0))
			continue;
		if (field == NULL || field->type == FIELD_MARKS)
			refuse(reading, name, WORDS("Dit veld bestaat niet."));
		else if ((field->flags & reading->without) != 0)
			refuse(reading, name, WORDS("Dit veld wordt door het systeem gevuld; laat het weg."));
		else
			read_value(reading, value, field, item, name);
	}
}

enum status json_read(const char *bytes, size_t length, const struct record *record, void *item,
                      unsigned without, struct findings *findings)
{
	struct reading reading = { .findings = findings, .without = without };
	size_t count_before = findings->count;
	json_error_t error;
	json_t *root;

	memset(item, 0, record->size);
	root = length > MAX_JSON_BYTES ? NULL : json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
	if (root == NULL) {
		findings_add(
			findings, "json", "", "%s",
			words_in(findings->language, WORDS("Dit is geen leesbare JSON van hooguit 1 MiB.")))
			->line = length > MAX_JSON_BYTES ? 0 : error.line;
		return FINDINGS;
	}
	read_object(&reading, root, record, item, "");
	json_decref(root);
	return findings->count > count_before ? FINDINGS : OK;
}
