/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/xml_json.h"

#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/xml/value.h"

/* The element's name: of a list, of its wrapper. */
static const char *name_of(const struct field *field, struct arena *arena)
{
	return arena_copy_part(arena, field->xml, strcspn(field->xml, "/"));
}

/* --- writing --- */

struct writing {
	const struct xml_form *form;
	struct json *json;
	struct arena *names;
};

static void write_record(const struct writing *writing, const struct record *record, const void *item);

static void write_value(const struct writing *writing, const struct field *field, const void *item)
{
	const void *member = (const char *)item + field->offset;
	const struct records *records = member;
	const struct texts *texts = member;
	struct json *json = writing->json;
	char date[DATE_TEXT_SIZE];

	switch (field->type) {
	case FIELD_TEXT:
		json_text(json, *(const char *const *)member);
		break;
	case FIELD_NUMBER:
		json_number(json, *(const int64_t *)member);
		break;
	case FIELD_MONEY:
		json_number(json, ((const struct money *)member)->cents);
		break;
	case FIELD_DATE:
		json_text(json, date_print(*(const struct date *)member, date));
		break;
	case FIELD_RECORD:
		write_record(writing, field->of, member);
		break;
	case FIELD_TEXTS:
		json_array_begin(json);
		for (size_t i = 0; i < texts->count; i++)
			json_text(json, texts->items[i]);
		json_array_end(json);
		break;
	case FIELD_RECORDS:
		json_array_begin(json);
		for (size_t i = 0; i < records->count; i++)
			write_record(writing, field->of, (const char *)records->items + i * field->of->size);
		json_array_end(json);
		break;
	case FIELD_FLAG:
	case FIELD_MOMENT:
	case FIELD_MARKS:
		assert(!"a type that messages have");
		break;
	}
}

static void write_record(const struct writing *writing, const struct record *record, const void *item)
{
	json_object_begin(writing->json);
	for (size_t i = 0; i < record->count; i++) {
		if (!xml_is_present(writing->form, &record->fields[i], item))
			continue;
		json_key(writing->json, name_of(&record->fields[i], writing->names));
		arena_clear(writing->names);
		write_value(writing, &record->fields[i], item);
	}
	json_object_end(writing->json);
}

void xml_to_json(const struct xml_form *form, const void *item, struct json *json)
{
	CLEANUP(arena_freep) struct arena *names = arena_new(XML_ARENA_BYTES);
	const struct writing writing = { .form = form, .json = json, .names = names };

	write_record(&writing, form->record, item);
}

/* --- reading --- */

struct reading {
	const struct xml_form *form;
	struct findings *findings;
};

/* Where a member stands, from the inside out. */
struct place {
	const struct place *in; /* NULL for the document */
	const char *name;
};

static void refuse(const struct reading *reading, const struct place *place, const char *code,
                   const char *words)
{
	const char *path = place->name;

	for (place = place->in; place != NULL && place->in != NULL; place = place->in)
		path = arena_print(reading->findings->arena, "%s/%s", place->name, path);
	(void)findings_add(reading->findings, code, path, "%s", words_in(reading->findings->language, words));
}

static void read_record(const struct reading *reading, json_t *value, const struct record *record, void *item,
                        const struct place *place);

/* One text, number or date, as it would stand in the element. */
static void read_single(const struct reading *reading, const json_t *value, const struct field *field,
                        void *item, const struct place *place)
{
	struct arena *arena = reading->findings->arena;
	const char *fixed = field->fixed == 0 ? NULL : reading->form->fixed[field->fixed - 1];
	const char *text = NULL, *words = WORDS("Hier hoort één waarde te staan.");

	if (json_is_string(value))
		text = json_string_value(value);
	else if (json_is_integer(value))
		text = arena_print(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (text != NULL)
		words = xml_set(field, fixed, item, text, strlen(text), arena);
	if (words != NULL)
		refuse(reading, place, "xml-value", words);
}

static void read_list(const struct reading *reading, json_t *value, const struct field *field, void *item,
                      const struct place *place)
{
	size_t count = json_array_size(value); /* 0 when it is none */
	struct texts *texts = &MEMBER(struct texts, field, item);
	struct records *records = &MEMBER(struct records, field, item);

	if (count == 0) {
		refuse(reading, place, "xml-missing",
		       WORDS("Hier hoort een lijst te staan die niet leeg is."));
	} else if (field->type == FIELD_RECORDS) {
		*records = records_new(field->of, count, reading->findings->arena);
		for (size_t i = 0; i < count; i++)
			read_record(reading, json_array_get(value, i), field->of,
			            (char *)records->items + i * field->of->size, place);
	} else {
		texts->items = ARENA_MANY(reading->findings->arena, count, const char *);
		for (texts->count = 1; texts->count <= count; texts->count++)
			read_single(reading, json_array_get(value, texts->count - 1), field, item, place);
		texts->count = count;
	}
}

static void read_field(const struct reading *reading, json_t *value, const struct field *field, void *item,
                       const struct place *place)
{
	if (field->has != 0)
		MEMBER(bool, &(struct field){ .offset = field->has }, item) = true;
	if (field->type == FIELD_RECORD)
		read_record(reading, value, field->of, (char *)item + field->offset, place);
	else if (field->type == FIELD_RECORDS || field->type == FIELD_TEXTS)
		read_list(reading, value, field, item, place);
	else
		read_single(reading, value, field, item, place);
}

static const struct field *find_field(const struct reading *reading, const struct record *record,
                                      const char *name)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];

		if ((field->flags & reading->form->without) == 0 && strcspn(field->xml, "/") == length &&
		    memcmp(field->xml, name, length) == 0)
			return field;
	}
	return NULL;
}

static void read_record(const struct reading *reading, json_t *value, const struct record *record, void *item,
                        const struct place *place)
{
	const char *name;
	json_t *member;

	if (!json_is_object(value)) {
		refuse(reading, place, "xml-value", WORDS("Hier horen onderdelen te staan."));
		return;
	}
	json_object_foreach(value, name, member)
	{
		const struct place inside = { .in = place, .name = name };
		const struct field *field = find_field(reading, record, name);

		if (field == NULL)
			refuse(reading, &inside, "xml-element", WORDS("Dit element hoort hier niet."));
		else
			read_field(reading, member, field, item, &inside);
	}
}

enum status xml_from_json(const struct xml_form *form, const char *bytes, size_t length,
                          struct findings *findings, void **ret_item)
{
	const struct reading reading = { .form = form, .findings = findings };
	const struct place document = { .name = "" };
	size_t before = findings->count;
	json_error_t error;
	json_t *root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);

	*ret_item = arena_take(findings->arena, form->record->size);
	if (root == NULL)
		findings_add(findings, "json-form", "", WORDS("Dit is geen goede JSON."))->line = error.line;
	else
		read_record(&reading, root, form->record, *ret_item, &document);
	json_decref(root);
	return findings->count > before ? FINDINGS : OK;
}
