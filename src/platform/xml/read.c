/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/xml.h"

#include <assert.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/xml/guard.h"
#include "platform/xml/value.h"

#define CHUNK_BYTES 65536
#define MAX_FINDINGS 100
#define MAX_VALUE_BYTES ((size_t)10000000)         /* libxml2's own limit of one text */
#define MAX_ITEM_BYTES ((size_t)160 * 1024 * 1024) /* of all lists together */
#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

/* What an open element is. */
enum kind {
	IN_RECORD, /* its children are the record's fields */
	IN_LIST,   /* its children are the items of the field */
	IN_VALUE,  /* it has text only */
};

/* A field of a record as this form has it, its names as the parser keeps them, so that pointers compare. */
struct column {
	const struct field *field;
	const xmlChar *name, *item_name; /* item_name: of what repeats in a list */
	const struct shape *of;
	bool is_required;
};

/* A record as this form has it: without the fields that do not exist in it. */
struct shape {
	const struct record *record;
	const xmlChar *namespace;
	struct column *columns;
	size_t count;
	struct shape *later; /* of all shapes of the form */
};

struct frame {
	enum kind kind;
	const char *name;          /* lives as long as the parser */
	const struct shape *shape; /* of IN_RECORD; of the others the one that the column belongs to */
	void *item;
	const struct column *column; /* of IN_LIST and IN_VALUE */
	size_t next;                 /* of IN_RECORD: the first column that may still come */
	bool has_text;               /* a finding about text between elements has been made */
};

struct xml_place {
	xmlParserCtxtPtr parser;
	struct findings *findings;
	size_t findings_before;
	xml_choose *choose;
	const struct xml_watch *watch;
	const struct xml_form *form;
	void *item;
	struct shape *shapes;
	struct arena *values; /* of the texts: the findings' own, or that of the item that passes */
	struct arena *passing;
	struct frame frames[XML_MAX_DEPTH];
	int depth;   /* open frames */
	int skipped; /* open elements inside one that does not belong here, that one included */
	struct text value;
	size_t item_bytes;
};

/* The innermost open element; NULL before the first, and inside what is passed over. */
static struct frame *innermost(struct xml_place *reading)
{
	return reading->depth == 0 || reading->skipped > 0 ? NULL : &reading->frames[reading->depth - 1];
}

static void reading_done(struct xml_place *reading)
{
	if (reading->parser != NULL)
		xmlFreeParserCtxt(reading->parser);
	arena_freep(&reading->passing);
	text_done(&reading->value);
}

/* The path of the element name inside the open ones, without the root; name "" as in refuse_named. */
static const char *path_of(const struct xml_place *reading, const char *name, size_t length)
{
	struct text path = text_new(1024);
	const char *copy;

	for (int i = 1; i < reading->depth; i++) {
		text_add(&path, i > 1 ? "/" : "");
		text_add(&path, reading->frames[i].name);
	}
	text_add(&path, path.length > 0 && length > 0 ? "/" : "");
	text_add_part(&path, name, length);
	copy = arena_copy(reading->findings->arena, text_words(&path));
	text_done(&path);
	return copy;
}

/* Adds a finding about the element name inside the innermost open one; name "" is that one itself. */
static void refuse_named(struct xml_place *reading, const char *code, const char *words, const char *name,
                         size_t length)
{
	struct findings *findings = reading->findings;
	struct finding *finding;

	if (findings->count - reading->findings_before >= MAX_FINDINGS)
		return;
	finding = findings_add(findings, code, path_of(reading, name, length), "%s",
	                       words_in(findings->language, words));
	finding->line = reading->parser->input == NULL ? 0 : reading->parser->input->line;
	if (findings->count - reading->findings_before == MAX_FINDINGS)
		xmlStopParser(reading->parser);
}

static void refuse(struct xml_place *reading, const char *code, const char *words)
{
	refuse_named(reading, code, words, "", 0);
}

/* --- the form's table, made ready to compare with --- */

/* The length of the element's name: of a list, of its wrapper's. */
static size_t name_length(const struct field *field)
{
	return strcspn(field->xml, "/");
}

static const struct shape *shape_of(struct xml_place *reading, const struct record *record);

static void add_column(struct xml_place *reading, struct shape *shape, const struct field *field)
{
	xmlDictPtr names = reading->parser->dict;
	size_t length = name_length(field);
	struct column *column = &shape->columns[shape->count++];

	*column = (struct column){
		.field = field,
		.name = xmlDictLookup(names, (const xmlChar *)field->xml, (int)length),
		.is_required = field->required && (field->flags & reading->form->optional) == 0,
	};
	if (field->xml[length] == '/')
		column->item_name = xmlDictLookup(names, (const xmlChar *)field->xml + length + 1, -1);
	if (field->of != NULL)
		column->of = shape_of(reading, field->of);
}

static const struct shape *shape_of(struct xml_place *reading, const struct record *record)
{
	const char *namespace = reading->form->namespaces[record->xml_namespace];
	struct shape *shape = reading->shapes;

	while (shape != NULL && shape->record != record)
		shape = shape->later;
	if (shape != NULL)
		return shape;
	shape = ARENA_NEW(reading->findings->arena, struct shape);
	*shape = (struct shape){
		.record = record,
		.namespace = xmlDictLookup(reading->parser->dict, (const xmlChar *)namespace, -1),
		.columns = ARENA_MANY(reading->findings->arena, record->count, struct column),
		.later = reading->shapes,
	};
	reading->shapes = shape;
	for (size_t i = 0; i < record->count; i++)
		if ((record->fields[i].flags & reading->form->without) == 0)
			add_column(reading, shape, &record->fields[i]);
	return shape;
}

/* --- elements --- */

/* One finding per required field from the frame's next up to the column at until. */
static void refuse_missing(struct xml_place *reading, const struct frame *frame, size_t until)
{
	for (size_t i = frame->next; i < until; i++) {
		const struct field *field = frame->shape->columns[i].field;

		if (frame->shape->columns[i].is_required)
			refuse_named(reading, "xml-missing", WORDS("Dit element ontbreekt."), field->xml,
			             name_length(field));
	}
}

/*
 * Room for one more item of size, zeroed, after count items; the room doubles at each power of two. When the
 * message takes too much, parsing stops and NULL comes back.
 */
static void *grow(struct xml_place *reading, void *items, size_t *count, size_t size)
{
	size_t room = *count == 0 ? 1 : 2 * *count;
	void *grown = items;

	if ((*count & (*count - 1)) == 0) {
		reading->item_bytes += room * size;
		if (reading->item_bytes > MAX_ITEM_BYTES) {
			refuse(reading, "xml-size", WORDS("Dit bericht heeft te veel regels om te lezen."));
			xmlStopParser(reading->parser);
			return NULL;
		}
		grown = arena_take_many(reading->findings->arena, room, size);
		if (*count > 0)
			memcpy(grown, items, *count * size);
	}
	*count += 1;
	return grown;
}

static bool is_passing(const struct xml_place *reading, const struct field *field)
{
	return reading->passing != NULL && (field->flags & XML_PASSING) != 0;
}

/* Opens the frame of a field's element: a value, a list or a record. */
static void open_field(struct xml_place *reading, const struct frame *in, const struct column *column,
                       const char *name)
{
	const struct field *field = column->field;
	struct frame *frame = &reading->frames[reading->depth++];

	*frame = (struct frame){
		.kind = IN_VALUE, .name = name, .shape = in->shape, .item = in->item, .column = column
	};
	if (field->has != 0)
		*(bool *)((char *)in->item + field->has) = true;
	if (field->type == FIELD_RECORD) {
		frame->kind = IN_RECORD;
		frame->shape = column->of;
		frame->item = (char *)in->item + field->offset;
	} else if (column->item_name != NULL) {
		frame->kind = IN_LIST;
	}
	text_clear(&reading->value);
}

/* An element in a record: the next field of that name; what is required between was left out. */
static void open_in_record(struct xml_place *reading, struct frame *frame, const char *name)
{
	const struct shape *shape = frame->shape;

	for (size_t i = frame->next; i < shape->count; i++) {
		if (shape->columns[i].name != (const xmlChar *)name)
			continue;
		refuse_missing(reading, frame, i);
		frame->next = i + 1;
		open_field(reading, frame, &shape->columns[i], name);
		return;
	}
	reading->skipped = 1;
	for (size_t i = 0; i < frame->next; i++)
		if (shape->columns[i].name == (const xmlChar *)name) {
			refuse_named(reading, "xml-order",
			             WORDS("Dit element staat dubbel of op de verkeerde plaats."), name,
			             strlen(name));
			return;
		}
	refuse_named(reading, "xml-element", WORDS("Dit element hoort hier niet."), name, strlen(name));
}

/* One more record in a list; in one that passes there is never more than this one. NULL: too much to keep. */
static void *open_item(struct xml_place *reading, const struct field *field, struct records *records)
{
	void *items;

	if (is_passing(reading, field)) {
		arena_clear(reading->passing);
		reading->values = reading->passing;
		records->count = 1;
		records->items = arena_take(reading->passing, field->of->size);
		return records->items;
	}
	items = grow(reading, records->items, &records->count, field->of->size);
	if (items == NULL)
		return NULL;
	records->items = items;
	return (char *)items + (records->count - 1) * field->of->size;
}

/* An element in a list: one more item. */
static void open_in_list(struct xml_place *reading, const struct frame *list, const char *name)
{
	const struct field *field = list->column->field;
	struct frame *frame = &reading->frames[reading->depth];
	struct texts *texts;
	void *items;

	if (list->column->item_name != (const xmlChar *)name) {
		reading->skipped = 1;
		refuse_named(reading, "xml-element", WORDS("Dit element hoort hier niet."), name,
		             strlen(name));
		return;
	}
	*frame = (struct frame){ .name = name };
	if (field->type == FIELD_RECORDS) {
		frame->item = open_item(reading, field, &MEMBER(struct records, field, list->item));
		if (frame->item == NULL)
			return;
		frame->kind = IN_RECORD;
		frame->shape = list->column->of;
	} else {
		texts = &MEMBER(struct texts, field, list->item);
		items = grow(reading, texts->items, &texts->count, sizeof(*texts->items));
		if (items == NULL)
			return;
		texts->items = items;
		frame->kind = IN_VALUE;
		frame->shape = list->shape;
		frame->item = list->item;
		frame->column = list->column;
	}
	text_clear(&reading->value);
	reading->depth++;
}

/* The root element: decides the form. */
static void open_root(struct xml_place *reading, const char *name, const char *namespace)
{
	reading->form = namespace == NULL ? NULL : reading->choose(name, namespace);
	if (reading->form == NULL) {
		refuse_named(reading, "xml-root", WORDS("Dit soort bericht kennen wij niet."), name,
		             strlen(name));
		xmlStopParser(reading->parser);
		return;
	}
	reading->item = arena_take(reading->findings->arena, reading->form->record->size);
	reading->frames[0] = (struct frame){ .kind = IN_RECORD,
		                             .name = name,
		                             .shape = shape_of(reading, reading->form->record),
		                             .item = reading->item };
	reading->depth = 1;
}

static void open_element(struct xml_place *reading, const char *name, const xmlChar *namespace)
{
	struct frame *frame = innermost(reading);

	if (frame == NULL) {
		reading->skipped++;
	} else if (frame->kind == IN_VALUE || namespace != frame->shape->namespace) {
		refuse_named(reading, "xml-element", WORDS("Dit element hoort hier niet."), name,
		             strlen(name));
		reading->skipped = 1;
	} else if (frame->kind == IN_RECORD) {
		open_in_record(reading, frame, name);
	} else {
		open_in_list(reading, frame, name);
	}
}

/*
 * The messages have no attributes. A schema location is allowed everywhere, and passed over; xsi:type is
 * refused although a schema allows it: it can only say what the table says already.
 */
static void refuse_attributes(struct xml_place *reading, int count, const xmlChar **attributes)
{
	for (int i = 0; i < count; i++, attributes += 5) {
		const char *name = (const char *)attributes[0];
		bool is_location =
			strcmp(name, "schemaLocation") == 0 || strcmp(name, "noNamespaceSchemaLocation") == 0;

		if (!is_location || attributes[2] == NULL ||
		    strcmp((const char *)attributes[2], SCHEMA_INSTANCE) != 0)
			refuse(reading, "xml-attribute", WORDS("Dit element mag geen attribuut hebben."));
	}
}

/* --- what libxml2 calls; it sets the number of parameters --- */

static void on_start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                             const xmlChar *namespace, int namespaces_count, const xmlChar **namespaces,
                             int attributes_count, int defaulted_count, const xmlChar **attributes)
{
	struct xml_place *reading = context;

	(void)prefix, (void)namespaces_count, (void)namespaces, (void)defaulted_count;
	if (reading->depth + reading->skipped == XML_MAX_DEPTH) {
		refuse(reading, "xml-depth", WORDS("De elementen staan te diep in elkaar."));
		xmlStopParser(reading->parser);
		return;
	}
	if (reading->depth == 0)
		open_root(reading, (const char *)name, (const char *)namespace);
	else
		open_element(reading, (const char *)name, namespace);
	if (reading->skipped == 0 && attributes_count > 0)
		refuse_attributes(reading, attributes_count, attributes);
}

static void close_value(struct xml_place *reading, const struct frame *frame)
{
	const struct field *field = frame->column->field;
	const char *words;

	if (reading->value.is_full)
		words = WORDS("Deze tekst is langer dan de standaard toelaat.");
	else
		words = xml_set(field, field->fixed == 0 ? NULL : reading->form->fixed[field->fixed - 1],
		                frame->item, text_words(&reading->value), reading->value.length,
		                reading->values);
	if (words != NULL)
		refuse(reading, "xml-value", words);
}

/* The record is complete: who watches may look at it. */
static void close_record(struct xml_place *reading, const struct frame *frame)
{
	const struct xml_watch *watch = reading->watch;

	refuse_missing(reading, frame, frame->shape->count);
	if (watch != NULL && reading->findings->count == reading->findings_before)
		watch->closed(watch->context, frame->shape->record, frame->item, reading);
}

static void close_list(struct xml_place *reading, const struct frame *frame)
{
	const struct field *field = frame->column->field;

	if (record_is_empty(field, frame->item))
		refuse(reading, "xml-missing", WORDS("Dit element is leeg; laat het dan weg."));
	if (is_passing(reading, field)) {
		MEMBER(struct records, field, frame->item) = (struct records){ 0 };
		reading->values = reading->findings->arena;
	}
}

static void on_end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                           const xmlChar *namespace)
{
	struct xml_place *reading = context;
	const struct frame *frame = innermost(reading);

	(void)name, (void)prefix, (void)namespace;
	if (frame == NULL) {
		reading->skipped--;
		return;
	}
	switch (frame->kind) {
	case IN_VALUE:
		close_value(reading, frame);
		break;
	case IN_RECORD:
		close_record(reading, frame);
		break;
	case IN_LIST:
		close_list(reading, frame);
		break;
	}
	reading->depth--;
}

/* Text where only elements may stand; once per element. */
static void refuse_text(struct xml_place *reading, struct frame *frame)
{
	if (!frame->has_text)
		refuse(reading, "xml-text", WORDS("Hier mag geen losse tekst staan."));
	frame->has_text = true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void on_text(void *context, const xmlChar *bytes, int length)
{
	struct xml_place *reading = context;
	struct frame *frame = innermost(reading);
	const char *text = (const char *)bytes;

	if (frame == NULL)
		return;
	if (frame->kind == IN_VALUE) {
		text_add_part(&reading->value, text, (size_t)length);
		return;
	}
	for (int i = 0; i < length; i++)
		if (!is_blank(text[i])) {
			refuse_text(reading, frame);
			return;
		}
}

/* A CDATA section counts as text even when it is blank or empty. */
static void on_cdata(void *context, const xmlChar *bytes, int length)
{
	struct xml_place *reading = context;
	struct frame *frame = innermost(reading);

	if (frame == NULL)
		return;
	if (frame->kind == IN_VALUE)
		text_add_part(&reading->value, (const char *)bytes, (size_t)length);
	else
		refuse_text(reading, frame);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct xml_place *reading = context;

	(void)name, (void)public_id, (void)system_id;
	refuse(reading, "xml-doctype", WORDS("Een bericht mag geen DOCTYPE hebben."));
	xmlStopParser(reading->parser);
}

/* After the XML declaration: what it says of the encoding. */
static void on_start_document(void *context)
{
	struct xml_place *reading = context;
	const xmlChar *encoding = reading->parser->encoding;

	if (encoding == NULL && reading->parser->input != NULL)
		encoding = reading->parser->input->encoding;
	if (encoding == NULL || xmlStrcasecmp(encoding, (const xmlChar *)"UTF-8") == 0)
		return;
	refuse(reading, "xml-encoding", WORDS("Een bericht moet in UTF-8 staan."));
	xmlStopParser(reading->parser);
}

/* Only what ends the parsing matters; the rest shows itself in the elements. */
static void on_error(void *context, xmlErrorPtr error)
{
	struct xml_place *reading = context;

	if (error->level == XML_ERR_FATAL && reading->findings->count == reading->findings_before)
		refuse(reading, "xml-form", WORDS("Dit is geen goed gevormde XML."));
}

static void parse(struct xml_place *reading, const char *bytes, size_t length)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startDocument = on_start_document,
		.internalSubset = on_doctype,
		.startElementNs = on_start_element,
		.endElementNs = on_end_element,
		.characters = on_text,
		.ignorableWhitespace = on_text, /* the same one, or libxml2 looks at each blank twice */
		.cdataBlock = on_cdata,
		.serror = on_error,
	};

	reading->parser = xmlCreatePushParserCtxt(&handler, reading, NULL, 0, NULL);
	assert(reading->parser != NULL);
	(void)xmlCtxtUseOptions(reading->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	for (size_t at = 0; at < length; at += CHUNK_BYTES) {
		size_t size = length - at < CHUNK_BYTES ? length - at : CHUNK_BYTES;

		(void)xmlParseChunk(reading->parser, bytes + at, (int)size, /* terminate= */ 0);
	}
	(void)xmlParseChunk(reading->parser, NULL, 0, /* terminate= */ 1);
}

const struct xml_form *xml_place_form(const struct xml_place *place)
{
	return place->form;
}

const void *xml_place_item(const struct xml_place *place)
{
	return place->item;
}

int xml_place_line(const struct xml_place *place)
{
	return place->parser->input == NULL ? 0 : place->parser->input->line;
}

const char *xml_place_path(const struct xml_place *place, const char *element)
{
	return path_of(place, element, strlen(element));
}

enum status xml_read(const char *bytes, size_t length, xml_choose *choose, const struct xml_watch *watch,
                     struct findings *findings, struct xml_document *ret_document)
{
	CLEANUP(reading_done)
	struct xml_place reading = { .findings = findings,
		                     .findings_before = findings->count,
		                     .choose = choose,
		                     .watch = watch,
		                     .values = findings->arena };
	const char *refusal = xml_guard(bytes, length);

	*ret_document = (struct xml_document){ 0 };
	if (refusal != NULL) {
		(void)findings_add(findings, "xml-guard", "", "%s", words_in(findings->language, refusal));
		return FINDINGS;
	}
	if (watch != NULL && watch->is_passing)
		reading.passing = arena_new(XML_ARENA_BYTES);
	reading.value = text_new(MAX_VALUE_BYTES);
	parse(&reading, bytes, length);
	if (!reading.parser->wellFormed && findings->count == reading.findings_before)
		refuse(&reading, "xml-form", WORDS("Dit is geen goed gevormde XML."));
	*ret_document = (struct xml_document){ .form = reading.form, .item = reading.item };
	return findings->count > reading.findings_before ? FINDINGS : OK;
}
