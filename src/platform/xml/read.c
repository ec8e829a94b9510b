/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/xml/xml.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/words.h"
#include "platform/xml/guard.h"
#include "platform/xml/place.h"

#define CHUNK_BYTES 65536
#define PIECE_BYTES 8192
#define MAX_VALUE_BYTES ((size_t)10000000) /* libxml2's own limit of one text */
#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

/* The root element: decides the form. */
static void open_root(struct xml_place *place, const char *name, const char *namespace)
{
	const struct xml_form *form = namespace == NULL ? NULL : place->choose(name, namespace);

	if (form != NULL) {
		place_open_root(place, form, name);
		return;
	}
	place_refuse_named(place, "xml-root", WORDS("Dit soort bericht kennen wij niet."), name);
	xmlStopParser(place->parser);
}

/* An element in a record: the next field of that name. */
static void open_in_record(struct xml_place *place, struct frame *frame, const char *name)
{
	const struct shape *shape = frame->shape;
	size_t i = frame->next;

	while (i < shape->count && shape->columns[i].name != (const xmlChar *)name)
		i++;
	if (i < shape->count) {
		place_open_column(place, frame, i);
		return;
	}
	place->skipped = 1;
	for (i = 0; i < frame->next; i++)
		if (shape->columns[i].name == (const xmlChar *)name) {
			place_refuse_named(place, "xml-order",
			                   WORDS("Dit element staat dubbel of op de verkeerde plaats."),
			                   name);
			return;
		}
	place_refuse_named(place, "xml-element", WORDS("Dit element hoort hier niet."), name);
}

static void open_element(struct xml_place *place, const char *name, const xmlChar *namespace)
{
	struct frame *frame = place_innermost(place);

	if (frame == NULL) {
		place->skipped++;
	} else if (frame->kind == IN_RECORD && namespace == frame->shape->namespace) {
		open_in_record(place, frame, name);
	} else if (frame->kind == IN_LIST && namespace == frame->shape->namespace &&
	           frame->column->item_name == (const xmlChar *)name) {
		place_open_item(place, frame);
	} else {
		place_refuse_named(place, "xml-element", WORDS("Dit element hoort hier niet."), name);
		place->skipped = 1;
	}
}

/*
 * The messages have no attributes. A schema location is allowed everywhere, and passed over; xsi:type is
 * refused although a schema allows it: it can only say what the table says already.
 */
static void refuse_attributes(struct xml_place *place, int count, const xmlChar **attributes)
{
	for (int i = 0; i < count; i++, attributes += 5) {
		const char *name = (const char *)attributes[0];
		bool is_location =
			strcmp(name, "schemaLocation") == 0 || strcmp(name, "noNamespaceSchemaLocation") == 0;

		if (!is_location || attributes[2] == NULL ||
		    strcmp((const char *)attributes[2], SCHEMA_INSTANCE) != 0)
			place_refuse(place, "xml-attribute", WORDS("Dit element mag geen attribuut hebben."));
	}
}

/* --- what libxml2 calls; it sets the number of parameters --- */

static void on_start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                             const xmlChar *namespace, int namespaces_count, const xmlChar **namespaces,
                             int attributes_count, int defaulted_count, const xmlChar **attributes)
{
	struct xml_place *place = context;

	(void)prefix, (void)namespaces_count, (void)namespaces, (void)defaulted_count;
	if (place->depth + place->skipped == XML_MAX_DEPTH) {
		place_refuse(place, "xml-depth", WORDS("De elementen staan te diep in elkaar."));
		xmlStopParser(place->parser);
		return;
	}
	if (place->depth == 0)
		open_root(place, (const char *)name, (const char *)namespace);
	else
		open_element(place, (const char *)name, namespace);
	if (place->skipped == 0 && attributes_count > 0)
		refuse_attributes(place, attributes_count, attributes);
}

static void on_end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                           const xmlChar *namespace)
{
	struct xml_place *place = context;

	(void)name, (void)prefix, (void)namespace;
	if (place->skipped > 0)
		place->skipped--;
	else if (place->depth > 0)
		place_close(place);
}

/* Text where only elements may stand; once per element. */
static void refuse_text(struct xml_place *place, struct frame *frame)
{
	if (!frame->has_text)
		place_refuse(place, "xml-text", WORDS("Hier mag geen losse tekst staan."));
	frame->has_text = true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void on_text(void *context, const xmlChar *bytes, int length)
{
	struct xml_place *place = context;
	struct frame *frame = place_innermost(place);
	const char *text = (const char *)bytes;

	if (frame == NULL)
		return;
	if (frame->kind == IN_VALUE) {
		text_add_part(&place->value, text, (size_t)length);
		return;
	}
	for (int i = 0; i < length; i++)
		if (!is_blank(text[i])) {
			refuse_text(place, frame);
			return;
		}
}

/* A CDATA section counts as text even when it is blank or empty. */
static void on_cdata(void *context, const xmlChar *bytes, int length)
{
	struct xml_place *place = context;
	struct frame *frame = place_innermost(place);

	if (frame == NULL)
		return;
	if (frame->kind == IN_VALUE)
		text_add_part(&place->value, (const char *)bytes, (size_t)length);
	else
		refuse_text(place, frame);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct xml_place *place = context;

	(void)name, (void)public_id, (void)system_id;
	place_refuse(place, "xml-doctype", WORDS("Een bericht mag geen DOCTYPE hebben."));
	xmlStopParser(place->parser);
}

/* After the XML declaration: what it says of the encoding. */
static void on_start_document(void *context)
{
	struct xml_place *place = context;
	const xmlChar *encoding = place->parser->encoding;

	if (encoding == NULL && place->parser->input != NULL)
		encoding = place->parser->input->encoding;
	if (encoding == NULL || xmlStrcasecmp(encoding, (const xmlChar *)"UTF-8") == 0)
		return;
	place_refuse(place, "xml-encoding", WORDS("Een bericht moet in UTF-8 staan."));
	xmlStopParser(place->parser);
}

/* Only what ends the parsing matters; the rest shows itself in the elements. */
static void on_error(void *context, xmlErrorPtr error)
{
	struct xml_place *place = context;

	if (error->level == XML_ERR_FATAL && place->findings->count == place->findings_before)
		place_refuse(place, "xml-form", WORDS("Dit is geen goed gevormde XML."));
}

static void parse(struct xml_place *place, const char *bytes, size_t length)
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

	place->parser = xmlCreatePushParserCtxt(&handler, place, NULL, 0, NULL);
	assert(place->parser != NULL);
	place->names = place->parser->dict;
	(void)xmlCtxtUseOptions(place->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	for (size_t at = 0; at < length; at += CHUNK_BYTES) {
		size_t size = length - at < CHUNK_BYTES ? length - at : CHUNK_BYTES;

		(void)xmlParseChunk(place->parser, bytes + at, (int)size, /* terminate= */ 0);
	}
	(void)xmlParseChunk(place->parser, NULL, 0, /* terminate= */ 1);
}

static struct xml_place place_new(xml_choose *choose, const struct xml_watch *watch,
                                  struct findings *findings)
{
	return (struct xml_place){
		.findings = findings,
		.findings_before = findings->count,
		.choose = choose,
		.watch = watch,
		.values = findings->arena,
		.passing = watch != NULL && watch->is_passing ? arena_new(XML_ARENA_BYTES) : NULL,
		.value = text_new(MAX_VALUE_BYTES),
	};
}

/* By libxml2, which reads whatever may be written. */
static void read_carefully(struct xml_place *place, const char *bytes, size_t length)
{
	const char *refusal = xml_guard(bytes, length);

	if (refusal != NULL) {
		(void)findings_add(place->findings, "xml-guard", "", "%s",
		                   words_in(place->findings->language, refusal));
		return;
	}
	parse(place, bytes, length);
	if (!place->parser->wellFormed && place->findings->count == place->findings_before)
		place_refuse(place, "xml-form", WORDS("Dit is geen goed gevormde XML."));
}

static void begin(const struct xml_watch *watch)
{
	if (watch != NULL && watch->begin != NULL)
		watch->begin(watch->context);
}

/* What the quick way found: false when it did not get through, and nothing counts. */
static bool has_scanned(struct xml_place *scanned, bool is_through, struct xml_document *ret_document)
{
	*ret_document = (struct xml_document){ .form = scanned->form, .item = scanned->item };
	if (!is_through)
		scanned->findings->count = scanned->findings_before;
	return is_through;
}

static enum status read_whole(const char *bytes, size_t length, xml_choose *choose,
                              const struct xml_watch *watch, struct findings *findings,
                              struct xml_document *ret_document)
{
	CLEANUP(place_done) struct xml_place place = place_new(choose, watch, findings);

	begin(watch);
	read_carefully(&place, bytes, length);
	*ret_document = (struct xml_document){ .form = place.form, .item = place.item };
	return findings->count > place.findings_before ? FINDINGS : OK;
}

enum status xml_read(const char *bytes, size_t length, xml_choose *choose, const struct xml_watch *watch,
                     struct findings *findings, struct xml_document *ret_document)
{
	bool is_careful = watch != NULL && watch->is_careful;
	CLEANUP(place_done) struct xml_place scanned = place_new(choose, watch, findings);

	begin(watch);
	if (!is_careful && length <= XML_MAX_BYTES &&
	    has_scanned(&scanned, xml_scan(&scanned, bytes, length), ret_document))
		return OK;
	return read_whole(bytes, length, choose, watch, findings, ret_document);
}

enum status xml_read_from(const struct xml_source *source, xml_choose *choose, const struct xml_watch *watch,
                          struct findings *findings, struct xml_document *ret_document)
{
	bool is_careful = watch != NULL && watch->is_careful;
	CLEANUP(place_done) struct xml_place scanned = place_new(choose, watch, findings);
	CLEANUP(text_done) struct text bytes = text_new(XML_MAX_BYTES);
	char piece[PIECE_BYTES];
	size_t length;

	begin(watch);
	if (!is_careful && source->length <= XML_MAX_BYTES &&
	    has_scanned(&scanned, xml_scan_from(&scanned, source), ret_document))
		return OK;
	while ((length = source->read(source->context, bytes.length, piece, sizeof(piece))) > 0 &&
	       !bytes.is_full)
		text_add_part(&bytes, piece, length);
	return read_whole(text_words(&bytes), bytes.length, choose, watch, findings, ret_document);
}
