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

struct frame {
	enum kind kind;
	const char *name;            /* lives as long as the parser */
	const struct record *record; /* of IN_LIST and IN_VALUE: the one that field belongs to */
	void *item;
	const struct field *field; /* of IN_LIST and IN_VALUE */
	size_t next;               /* of IN_RECORD: the first field that may still come */
	bool has_text;             /* a finding about text between elements has been made */
};

struct reading {
	xmlParserCtxtPtr parser;
	struct findings *findings;
	size_t findings_before;
	xml_choose *choose;
	const struct xml_form *form;
	void *item;
	const xmlChar *namespaces[2]; /* as the parser keeps them, so that pointers can be compared */
	struct frame frames[XML_MAX_DEPTH];
	int depth;   /* open frames */
	int skipped; /* open elements inside one that does not belong here, that one included */
	struct text value;
	size_t item_bytes;
};

/* The innermost open element; NULL before the first, and inside what is passed over. */
static struct frame *innermost(struct reading *reading)
{
	return reading->depth == 0 || reading->skipped > 0 ? NULL : &reading->frames[reading->depth - 1];
}

static void reading_done(struct reading *reading)
{
	if (reading->parser != NULL)
		xmlFreeParserCtxt(reading->parser);
	text_done(&reading->value);
}

/* The path of the element name inside the open ones, without the root; name "" as in refuse_named. */
static const char *path_of(const struct reading *reading, const char *name, size_t length)
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
static void refuse_named(struct reading *reading, const char *code, const char *words, const char *name,
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

static void refuse(struct reading *reading, const char *code, const char *words)
{
	refuse_named(reading, code, words, "", 0);
}

/* The length of the element's name: of a list, of its wrapper's. */
static size_t name_length(const struct field *field)
{
	return strcspn(field->xml, "/");
}

static bool is_named(const struct field *field, const char *name)
{
	size_t length = name_length(field);

	return strncmp(field->xml, name, length) == 0 && name[length] == '\0';
}

static bool exists(const struct reading *reading, const struct field *field)
{
	return (field->flags & reading->form->without) == 0;
}

/* One finding per required field from the frame's next up to the field at until. */
static void refuse_missing(struct reading *reading, const struct frame *frame, size_t until)
{
	for (size_t i = frame->next; i < until; i++) {
		const struct field *field = &frame->record->fields[i];

		if (field->required && exists(reading, field) &&
		    (field->flags & reading->form->optional) == 0)
			refuse_named(reading, "xml-missing", WORDS("Dit element ontbreekt."), field->xml,
			             name_length(field));
	}
}

/*
 * Room for one more item of size, zeroed, after count items; the room doubles at each power of two. When the
 * message takes too much, parsing stops and NULL comes back.
 */
static void *grow(struct reading *reading, void *items, size_t *count, size_t size)
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

/* Opens the frame of a field's element: a value, a list or a record. */
static void open_field(struct reading *reading, const struct frame *in, const struct field *field,
                       const char *name)
{
	struct frame *frame = &reading->frames[reading->depth++];

	*frame = (struct frame){ .name = name, .record = in->record, .item = in->item, .field = field };
	if (field->has != 0)
		*(bool *)((char *)in->item + field->has) = true;
	switch (field->type) {
	case FIELD_RECORD:
		frame->kind = IN_RECORD;
		frame->record = field->of;
		frame->item = (char *)in->item + field->offset;
		break;
	case FIELD_TEXTS:
	case FIELD_RECORDS:
		frame->kind = IN_LIST;
		break;
	case FIELD_TEXT:
	case FIELD_NUMBER:
	case FIELD_FLAG:
	case FIELD_DATE:
	case FIELD_MOMENT:
	case FIELD_MONEY:
	case FIELD_MARKS:
		frame->kind = IN_VALUE;
		break;
	}
	text_clear(&reading->value);
}

/* An element in a record: the next field of that name; what is required between was left out. */
static void open_in_record(struct reading *reading, struct frame *frame, const char *name)
{
	const struct record *record = frame->record;

	for (size_t i = frame->next; i < record->count; i++) {
		if (!is_named(&record->fields[i], name) || !exists(reading, &record->fields[i]))
			continue;
		refuse_missing(reading, frame, i);
		frame->next = i + 1;
		open_field(reading, frame, &record->fields[i], name);
		return;
	}
	reading->skipped = 1;
	for (size_t i = 0; i < frame->next; i++)
		if (is_named(&record->fields[i], name) && exists(reading, &record->fields[i])) {
			refuse_named(reading, "xml-order",
			             WORDS("Dit element staat dubbel of op de verkeerde plaats."), name,
			             strlen(name));
			return;
		}
	refuse_named(reading, "xml-element", WORDS("Dit element hoort hier niet."), name, strlen(name));
}

/* An element in a list: one more item. */
static void open_in_list(struct reading *reading, const struct frame *list, const char *name)
{
	const struct field *field = list->field;
	struct frame *frame = &reading->frames[reading->depth];
	void *items;

	if (strcmp(field->xml + name_length(field) + 1, name) != 0) {
		reading->skipped = 1;
		refuse_named(reading, "xml-element", WORDS("Dit element hoort hier niet."), name,
		             strlen(name));
		return;
	}
	*frame = (struct frame){ .name = name };
	if (field->type == FIELD_RECORDS) {
		struct records *records = &MEMBER(struct records, field, list->item);

		items = grow(reading, records->items, &records->count, field->of->size);
		if (items == NULL)
			return;
		records->items = items;
		frame->kind = IN_RECORD;
		frame->record = field->of;
		frame->item = (char *)items + (records->count - 1) * field->of->size;
	} else {
		struct texts *texts = &MEMBER(struct texts, field, list->item);

		items = grow(reading, texts->items, &texts->count, sizeof(*texts->items));
		if (items == NULL)
			return;
		texts->items = items;
		frame->kind = IN_VALUE;
		frame->record = list->record;
		frame->item = list->item;
		frame->field = field;
	}
	text_clear(&reading->value);
	reading->depth++;
}

/* The root element: decides the form. */
static void open_root(struct reading *reading, const char *name, const char *namespace)
{
	xmlDictPtr names = reading->parser->dict;

	reading->form = namespace == NULL ? NULL : reading->choose(name, namespace);
	if (reading->form == NULL) {
		refuse_named(reading, "xml-root", WORDS("Dit soort bericht kennen wij niet."), name,
		             strlen(name));
		xmlStopParser(reading->parser);
		return;
	}
	for (size_t i = 0; i < COUNT(reading->namespaces); i++)
		reading->namespaces[i] =
			xmlDictLookup(names, (const xmlChar *)reading->form->namespaces[i], -1);
	reading->item = arena_take(reading->findings->arena, reading->form->record->size);
	reading->frames[0] = (struct frame){
		.kind = IN_RECORD, .name = name, .record = reading->form->record, .item = reading->item
	};
	reading->depth = 1;
}

static void open_element(struct reading *reading, const char *name, const xmlChar *namespace)
{
	struct frame *frame = innermost(reading);

	if (frame == NULL) {
		reading->skipped++;
	} else if (frame->kind == IN_VALUE ||
	           namespace != reading->namespaces[frame->record->xml_namespace]) {
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
static void refuse_attributes(struct reading *reading, int count, const xmlChar **attributes)
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
	struct reading *reading = context;

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

static void close_value(struct reading *reading, const struct frame *frame)
{
	const char *words;

	if (reading->value.is_full)
		words = WORDS("Deze tekst is langer dan de standaard toelaat.");
	else
		words = xml_set(frame->field, frame->item, text_words(&reading->value), reading->value.length,
		                reading->findings->arena);
	if (words != NULL)
		refuse(reading, "xml-value", words);
}

static void on_end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                           const xmlChar *namespace)
{
	struct reading *reading = context;
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
		refuse_missing(reading, frame, frame->record->count);
		break;
	case IN_LIST:
		if (record_is_empty(frame->field, frame->item))
			refuse(reading, "xml-missing", WORDS("Dit element is leeg; laat het dan weg."));
		break;
	}
	reading->depth--;
}

/* Text where only elements may stand; once per element. */
static void refuse_text(struct reading *reading, struct frame *frame)
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
	struct reading *reading = context;
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
	struct reading *reading = context;
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
	struct reading *reading = context;

	(void)name, (void)public_id, (void)system_id;
	refuse(reading, "xml-doctype", WORDS("Een bericht mag geen DOCTYPE hebben."));
	xmlStopParser(reading->parser);
}

/* After the XML declaration: what it says of the encoding. */
static void on_start_document(void *context)
{
	struct reading *reading = context;
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
	struct reading *reading = context;

	if (error->level == XML_ERR_FATAL && reading->findings->count == reading->findings_before)
		refuse(reading, "xml-form", WORDS("Dit is geen goed gevormde XML."));
}

static void parse(struct reading *reading, const char *bytes, size_t length)
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

enum status xml_read(const char *bytes, size_t length, xml_choose *choose, struct findings *findings,
                     struct xml_document *ret_document)
{
	CLEANUP(reading_done)
	struct reading reading = { .findings = findings,
		                   .findings_before = findings->count,
		                   .choose = choose };
	const char *refusal = xml_guard(bytes, length);

	*ret_document = (struct xml_document){ 0 };
	if (refusal != NULL) {
		(void)findings_add(findings, "xml-guard", "", "%s", words_in(findings->language, refusal));
		return FINDINGS;
	}
	reading.value = text_new(MAX_VALUE_BYTES);
	parse(&reading, bytes, length);
	if (!reading.parser->wellFormed && findings->count == reading.findings_before)
		refuse(&reading, "xml-form", WORDS("Dit is geen goed gevormde XML."));
	*ret_document = (struct xml_document){ .form = reading.form, .item = reading.item };
	return findings->count > reading.findings_before ? FINDINGS : OK;
}
