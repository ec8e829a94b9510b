/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/place.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/xml/value.h"

#define MAX_FINDINGS 100
#define MAX_ITEM_BYTES ((size_t)160 * 1024 * 1024) /* of all lists together */

/* The path of the element name inside the open ones, without the root; name "" as in refuse_part. */
static const char *path_of(const struct xml_place *place, const char *name, size_t length)
{
	struct text path = text_new(1024);
	const char *copy;

	for (int i = 1; i < place->depth; i++) {
		text_add(&path, i > 1 ? "/" : "");
		text_add(&path, place->frames[i].name);
	}
	text_add(&path, path.length > 0 && length > 0 ? "/" : "");
	text_add_part(&path, name, length);
	copy = arena_copy(place->findings->arena, text_words(&path));
	text_done(&path);
	return copy;
}

/* Nothing more is read. */
static void stop(struct xml_place *place)
{
	if (place->parser != NULL)
		xmlStopParser(place->parser);
}

/* Adds a finding about the element name inside the innermost open one; name "" is that one itself. */
static void refuse_part(struct xml_place *place, const char *code, const char *words, const char *name,
                        size_t length)
{
	struct findings *findings = place->findings;
	struct finding *finding;

	if (findings->count - place->findings_before >= MAX_FINDINGS)
		return;
	finding = findings_add(findings, code, path_of(place, name, length), "%s",
	                       words_in(findings->language, words));
	finding->line = xml_place_line(place);
	if (findings->count - place->findings_before == MAX_FINDINGS)
		stop(place);
}

void place_refuse_named(struct xml_place *place, const char *code, const char *words, const char *name)
{
	refuse_part(place, code, words, name, strlen(name));
}

void place_refuse(struct xml_place *place, const char *code, const char *words)
{
	refuse_part(place, code, words, "", 0);
}

/* --- the form's table, made ready to compare with --- */

/* The length of the element's name: of a list, of its wrapper's. */
static size_t name_length(const struct field *field)
{
	return strcspn(field->xml, "/");
}

static const struct shape *shape_of(struct xml_place *place, const struct record *record);

/* The tag of an element of that name in the shape; none where the parser reads. */
static struct tag tag_of(const struct xml_place *place, const struct shape *shape, const xmlChar *name)
{
	const char *prefix = place->prefixes[shape->record->xml_namespace];
	const char *bytes;

	if (prefix == NULL)
		return (struct tag){ 0 };
	bytes = arena_print(place->findings->arena, "%s%s%s>", prefix, prefix[0] == '\0' ? "" : ":",
	                    (const char *)name);
	return (struct tag){ .bytes = bytes, .length = strlen(bytes) };
}

static void add_column(struct xml_place *place, struct shape *shape, const struct field *field)
{
	size_t length = name_length(field);
	struct column *column = &shape->columns[shape->count++];

	*column = (struct column){
		.field = field,
		.name = xmlDictLookup(place->names, (const xmlChar *)field->xml, (int)length),
		.is_required = field->required && (field->flags & place->form->optional) == 0,
	};
	if (field->xml[length] == '/')
		column->item_name = xmlDictLookup(place->names, (const xmlChar *)field->xml + length + 1, -1);
	column->tag = tag_of(place, shape, column->name);
	if (column->item_name != NULL)
		column->item_tag = tag_of(place, shape, column->item_name);
	if (field->of != NULL)
		column->of = shape_of(place, field->of);
}

static const struct shape *shape_of(struct xml_place *place, const struct record *record)
{
	const char *namespace = place->form->namespaces[record->xml_namespace];
	struct shape *shape = place->shapes;

	while (shape != NULL && shape->record != record)
		shape = shape->later;
	if (shape != NULL)
		return shape;
	shape = ARENA_NEW(place->findings->arena, struct shape);
	*shape = (struct shape){
		.record = record,
		.namespace = xmlDictLookup(place->names, (const xmlChar *)namespace, -1),
		.columns = ARENA_MANY(place->findings->arena, record->count, struct column),
		.later = place->shapes,
	};
	place->shapes = shape;
	for (size_t i = 0; i < record->count; i++)
		if ((record->fields[i].flags & place->form->without) == 0)
			add_column(place, shape, &record->fields[i]);
	return shape;
}

/* --- elements --- */

/* One finding per required field from the frame's next up to the column at until. */
static void refuse_missing(struct xml_place *place, const struct frame *frame, size_t until)
{
	for (size_t i = frame->next; i < until; i++) {
		const struct field *field = frame->shape->columns[i].field;

		if (frame->shape->columns[i].is_required)
			refuse_part(place, "xml-missing", WORDS("Dit element ontbreekt."), field->xml,
			            name_length(field));
	}
}

/*
 * Room for one more item of size, zeroed, after count items; the room doubles at each power of two. When the
 * message takes too much, parsing stops and NULL comes back.
 */
static void *grow(struct xml_place *place, void *items, size_t *count, size_t size)
{
	size_t room = *count == 0 ? 1 : 2 * *count;
	void *grown = items;

	if ((*count & (*count - 1)) == 0) {
		place->item_bytes += room * size;
		if (place->item_bytes > MAX_ITEM_BYTES) {
			place_refuse(place, "xml-size",
			             WORDS("Dit bericht heeft te veel regels om te lezen."));
			stop(place);
			return NULL;
		}
		grown = arena_take_many(place->findings->arena, room, size);
		if (*count > 0)
			memcpy(grown, items, *count * size);
	}
	*count += 1;
	return grown;
}

static bool is_passing(const struct xml_place *place, const struct field *field)
{
	return place->passing != NULL && (field->flags & XML_PASSING) != 0;
}

void place_open_column(struct xml_place *place, struct frame *record, size_t index)
{
	const struct column *column = &record->shape->columns[index];
	const struct field *field = column->field;
	struct frame *frame;

	refuse_missing(place, record, index);
	frame = &place->frames[place->depth++];
	record->next = index + 1;
	*frame = (struct frame){ .kind = IN_VALUE,
		                 .name = (const char *)column->name,
		                 .shape = record->shape,
		                 .item = record->item,
		                 .column = column,
		                 .tag = column->tag };
	if (field->has != 0)
		*(bool *)((char *)record->item + field->has) = true;
	if (field->type == FIELD_RECORD) {
		frame->kind = IN_RECORD;
		frame->shape = column->of;
		frame->item = (char *)record->item + field->offset;
	} else if (column->item_name != NULL) {
		frame->kind = IN_LIST;
	}
	text_clear(&place->value);
}

/* One more record in a list; in one that passes there is never more than this one. NULL: too much to keep. */
static void *open_record(struct xml_place *place, const struct field *field, struct records *records)
{
	void *items;

	if (is_passing(place, field)) {
		arena_clear(place->passing);
		place->values = place->passing;
		records->count = 1;
		records->items = arena_take(place->passing, field->of->size);
		return records->items;
	}
	items = grow(place, records->items, &records->count, field->of->size);
	if (items == NULL)
		return NULL;
	records->items = items;
	return (char *)items + (records->count - 1) * field->of->size;
}

void place_open_item(struct xml_place *place, const struct frame *list)
{
	const struct column *column = list->column;
	const struct field *field = column->field;
	struct frame *frame = &place->frames[place->depth];
	struct texts *texts;
	void *items;

	*frame = (struct frame){ .name = (const char *)column->item_name, .tag = column->item_tag };
	if (field->type == FIELD_RECORDS) {
		frame->item = open_record(place, field, &MEMBER(struct records, field, list->item));
		if (frame->item == NULL)
			return;
		frame->kind = IN_RECORD;
		frame->shape = column->of;
	} else {
		texts = &MEMBER(struct texts, field, list->item);
		items = grow(place, texts->items, &texts->count, sizeof(*texts->items));
		if (items == NULL)
			return;
		texts->items = items;
		frame->kind = IN_VALUE;
		frame->shape = list->shape;
		frame->item = list->item;
		frame->column = column;
	}
	text_clear(&place->value);
	place->depth++;
}

void place_open_root(struct xml_place *place, const struct xml_form *form, const char *name)
{
	place->form = form;
	place->item = arena_take(place->findings->arena, form->record->size);
	place->frames[0] = (struct frame){
		.kind = IN_RECORD, .name = name, .shape = shape_of(place, form->record), .item = place->item
	};
	place->depth = 1;
}

static void close_value(struct xml_place *place, const struct frame *frame)
{
	const struct field *field = frame->column->field;
	const char *words;

	if (place->value.is_full)
		words = WORDS("Deze tekst is langer dan de standaard toelaat.");
	else
		words = xml_set(field, field->fixed == 0 ? NULL : place->form->fixed[field->fixed - 1],
		                frame->item, text_words(&place->value), place->value.length, place->values);
	if (words != NULL)
		place_refuse(place, "xml-value", words);
}

/* The record is complete: who watches may look at it. */
static void close_record(struct xml_place *place, const struct frame *frame)
{
	const struct xml_watch *watch = place->watch;

	refuse_missing(place, frame, frame->shape->count);
	if (watch != NULL && watch->closed != NULL && place->findings->count == place->findings_before)
		watch->closed(watch->context, frame->shape->record, frame->item, place);
}

static void close_list(struct xml_place *place, const struct frame *frame)
{
	const struct field *field = frame->column->field;

	if (record_is_empty(field, frame->item))
		place_refuse(place, "xml-missing", WORDS("Dit element is leeg; laat het dan weg."));
	if (is_passing(place, field)) {
		MEMBER(struct records, field, frame->item) = (struct records){ 0 };
		place->values = place->findings->arena;
	}
}

void place_close(struct xml_place *place)
{
	const struct frame *frame = place_innermost(place);

	assert(frame != NULL);
	switch (frame->kind) {
	case IN_VALUE:
		close_value(place, frame);
		break;
	case IN_RECORD:
		close_record(place, frame);
		break;
	case IN_LIST:
		close_list(place, frame);
		break;
	}
	place->depth--;
}

const struct xml_form *xml_place_form(const struct xml_place *place)
{
	return place->form;
}

const void *xml_place_item(const struct xml_place *place)
{
	return place->item;
}

static int ends_of_lines(const char *bytes, size_t length)
{
	int count = 0;

	for (size_t i = 0; i < length; i++)
		count += bytes[i] == '\n';
	return count;
}

#define COUNTED_BYTES 4096

/* What passed by is read again, as far as its lines were not counted: hardly ever is anything wrong. */
static void count_lines(struct xml_place *place)
{
	const struct xml_source *source = place->source;
	size_t until = place->begin_offset + (size_t)(place->at - place->begin);
	char bytes[COUNTED_BYTES];

	while (source != NULL && place->counted < place->begin_offset) {
		size_t left = place->begin_offset - place->counted;
		size_t length = source->read(source->context, place->counted, bytes,
		                             left < sizeof(bytes) ? left : sizeof(bytes));

		if (length == 0)
			return;
		place->lines += ends_of_lines(bytes, length);
		place->counted += length;
	}
	place->lines +=
		ends_of_lines(place->begin + (place->counted - place->begin_offset), until - place->counted);
	place->counted = until;
}

int xml_place_line(struct xml_place *place)
{
	if (place->parser != NULL)
		return place->parser->input == NULL ? 0 : place->parser->input->line;
	count_lines(place);
	return place->lines + 1;
}

const char *xml_place_path(const struct xml_place *place, const char *element)
{
	return path_of(place, element, strlen(element));
}

void place_done(struct xml_place *place)
{
	if (place->parser != NULL)
		xmlFreeParserCtxt(place->parser);
	else if (place->names != NULL)
		xmlDictFree(place->names);
	arena_freep(&place->passing);
	text_done(&place->value);
}
