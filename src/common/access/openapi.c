/* SPDX-License-Identifier: EUPL-1.2 */
/* The OpenAPI description of the door: one path per kind of fact, made from the kinds' own tables. */
#include "common/access/access_pages.h"
#include "common/access/web.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

static void write_schema(struct json *json, const struct record *record);

static void write_type(struct json *json, const char *type, const char *format)
{
	json_key(json, "type");
	json_text(json, type);
	if (format == NULL)
		return;
	json_key(json, "format");
	json_text(json, format);
}

static void write_choices(struct json *json, const struct choice *choices)
{
	if (choices == NULL)
		return;
	json_key(json, "enum");
	json_array_begin(json);
	for (; choices->code != NULL; choices++)
		json_text(json, choices->code);
	json_array_end(json);
}

static void write_field(struct json *json, const struct field *field)
{
	if (field->type == FIELD_RECORD) {
		write_schema(json, field->of);
		return;
	}
	json_object_begin(json);
	switch (field->type) {
	case FIELD_NUMBER:
	case FIELD_MONEY:
		write_type(json, "integer", "int64");
		break;
	case FIELD_FLAG:
		write_type(json, "boolean", NULL);
		break;
	case FIELD_DATE:
		write_type(json, "string", "date");
		break;
	case FIELD_MOMENT:
		write_type(json, "string", "date-time");
		break;
	case FIELD_TEXTS:
	case FIELD_RECORDS:
		write_type(json, "array", NULL);
		json_key(json, "items");
		if (field->type == FIELD_RECORDS)
			write_schema(json, field->of);
		else
			text_add(json->out, "{\"type\":\"string\"}");
		json->needs_comma = true;
		break;
	case FIELD_TEXT:
	case FIELD_RECORD:
	case FIELD_MARKS:
		write_type(json, "string", NULL);
		json_key(json, "maxLength");
		json_number(json, field->max_chars == 0 ? FIELD_DEFAULT_MAX_CHARS : field->max_chars);
		break;
	}
	if (field->label != NULL) {
		json_key(json, "description");
		json_text(json, words_in("en", field->label));
	}
	write_choices(json, field->choices);
	json_object_end(json);
}

/* OpenAPI 3.0 has no empty list here. */
static void write_required(struct json *json, const struct record *record)
{
	bool is_begun = false;

	for (size_t i = 0; i < record->count; i++) {
		if (!record->fields[i].required || (record->fields[i].flags & FIELD_BY_DOOR) != 0)
			continue;
		if (!is_begun) {
			json_key(json, "required");
			json_array_begin(json);
		}
		is_begun = true;
		json_text(json, record->fields[i].name);
	}
	if (is_begun)
		json_array_end(json);
}

static void write_schema(struct json *json, const struct record *record)
{
	json_object_begin(json);
	write_type(json, "object", NULL);
	json_key(json, "additionalProperties");
	json_flag(json, false);
	json_key(json, "properties");
	json_object_begin(json);
	for (size_t i = 0; i < record->count; i++) {
		if ((record->fields[i].flags & FIELD_BY_DOOR) != 0)
			continue;
		json_key(json, record->fields[i].name);
		write_field(json, &record->fields[i]);
	}
	json_object_end(json);
	write_required(json, record);
	json_object_end(json);
}

static void write_answers(struct json *json)
{
	static const char *const answers[][2] = {
		{ "201", "The fact is stored; id is its number" },
		{ "401", "Nobody is logged in" },
		{ "403", "This account may not bring this fact, or the request came from another site" },
		{ "413", "The body is larger than 1 MiB" },
		{ "415", "The body is not application/json" },
		{ "422", "Refused: findings with code, field and words; nothing is stored" },
	};

	json_key(json, "responses");
	json_object_begin(json);
	for (size_t i = 0; i < COUNT(answers); i++) {
		json_key(json, answers[i][0]);
		json_object_begin(json);
		json_key(json, "description");
		json_text(json, answers[i][1]);
		json_object_end(json);
	}
	json_object_end(json);
}

static void write_kind(struct json *json, const struct journal_kind *kind, struct arena *arena)
{
	json_key(json, arena_print(arena, "/api/facts/%s", kind->name));
	json_object_begin(json);
	json_key(json, "post");
	json_object_begin(json);
	json_key(json, "operationId");
	json_text(json, kind->name);
	json_key(json, "summary");
	json_text(json, words_in("en", kind->title));
	json_key(json, "description");
	json_text(json, kind->sort == KIND_ACT
	                        ? "An act: refused when a rule is broken."
	                        : "A notice: stored when well-formed; broken rules become tasks.");
	json_key(json, "requestBody");
	text_add(json->out, "{\"required\":true,\"content\":{\"application/json\":{\"schema\":");
	json->needs_comma = false;
	write_schema(json, kind->record);
	text_add(json->out, "}}}");
	json->needs_comma = true;
	write_answers(json);
	json_object_end(json);
	json_object_end(json);
}

void openapi_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal_book *book = ((const struct web *)context)->book;
	struct json json = { .out = &response->body };

	response->type = "application/json";
	text_add(&response->body,
	         "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Thuisregie\",\"version\":\"1.0.0\","
	         "\"description\":\"Facts through the one "
	         "door, with the cookie of POST /login.\"},\"servers\":[{\"url\":\"/\"}],\"paths\":");
	json_object_begin(&json);
	for (size_t i = 0; i < book->kinds_count; i++)
		write_kind(&json, book->kinds[i], request->arena);
	json_object_end(&json);
	text_add_char(&response->body, '}');
}
