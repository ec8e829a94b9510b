/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Messages in XML to and from records by their field tables: streaming, and as strict as their schema.
 *
 * A field's .xml is its element: "Bsn", or for a list "Contactgegevens/Contact", the wrapper and what
 * repeats in it, at least once. Elements stand in table order. Each stands in the namespace that its
 * record names (.xml_namespace, an index in the form's namespaces). What the table says of a value:
 *
 *	.required   the element must be there
 *	.has        the bool that is true when it is there: for numbers that may be 0, and for records that
 *	            may be there without anything that shows it; others are there when they are not empty
 *	.choices    exactly one of these codes, of numbers too
 *	.fixed      exactly the form's value of that number, of numbers too
 *	.max_chars  code points; XML_ANY_LENGTH is no maximum
 *	.max        of numbers; none is below 0
 *	.fits       the form of a text; without it a text is one line that is not blank (FIELD_LONG: several)
 *
 * Types: texts, numbers, money (whole cents), dates, texts in a list, records, and records in a list.
 */
#ifndef PLATFORM_XML_XML_H
#define PLATFORM_XML_XML_H

#include "platform/base/text.h"
#include "platform/record/record.h"

#define XML_MAX_BYTES ((size_t)26214400) /* of one message: 25 MB, as the node sets it */
#define XML_MAX_DEPTH 32
#define XML_ANY_LENGTH UINT32_MAX
#define XML_PASSING 64 /* flag of a list whose items need not be kept by who watches them pass */
/* What the arena of the findings must be able to hold to read a message of XML_MAX_BYTES. */
#define XML_ARENA_BYTES ((size_t)256 * 1024 * 1024)

/* One kind of document: its root element, and the record that is its content. */
struct xml_form {
	const char *root;
	const char *namespaces[2]; /* the root's, and the one that the writer gives the prefix */
	const char *prefix;
	const struct record *record;
	const char *fixed[3]; /* for fields with .fixed */
	unsigned without;     /* fields with one of these flags do not exist in this form */
	unsigned optional;    /* fields with one of these flags may be absent in this form */
};

/* Where a reader stands. */
struct xml_place;

/*
 * Who looks at each record when its element ends, as long as nothing was wrong: the innermost first, its
 * document's item at xml_place_item, of which what stands below is not there yet.
 */
struct xml_watch {
	/* Before the first record; when it comes again, what was seen does not count. */
	void (*begin)(void *context);
	void (*closed)(void *context, const struct record *record, const void *part, struct xml_place *place);
	void *context;
	bool is_careful; /* never the quick way, which is for documents that are written plainly */
	bool is_passing; /* the lists with XML_PASSING have no items: each is only there while it is read */
};

const struct xml_form *xml_place_form(const struct xml_place *place);
const void *xml_place_item(const struct xml_place *place);
int xml_place_line(struct xml_place *place);
/* The path of an element in the record that ends; "" is the record itself. Lives in the findings' arena. */
const char *xml_place_path(const struct xml_place *place, const char *element);

/* The form for a root element, or NULL when there is none. */
typedef const struct xml_form *xml_choose(const char *root, const char *namespace);

/* What was read: form is NULL when the root was not recognised; item is a struct of the form's record. */
struct xml_document {
	const struct xml_form *form;
	void *item;
};

/*
 * Reads a document of at most XML_MAX_BYTES and XML_MAX_DEPTH. Nothing outside the bytes is ever read: no
 * DTD, entity or schema location. What is wrong becomes a finding with the element's path and line, at most
 * a hundred; FINDINGS when there are any. watch may be NULL. Item and texts live in the findings' arena
 * (XML_ARENA_BYTES). The verdict is that of the schema, but for what is refused on purpose: a DOCTYPE, an
 * xsi:type, bytes that are not UTF-8, and what costs too much: more than
 * 64 attributes on an element, or lists that would not fit the arena.
 */
enum status xml_read(const char *bytes, size_t length, xml_choose *choose, const struct xml_watch *watch,
                     struct findings *findings, struct xml_document *ret_document) MUST_CHECK;

/*
 * Where a document of so many bytes is read from, piece by piece: those from an offset on, fewer than asked
 * only where there are no more. A document that is not written plainly is asked from the beginning once more.
 * Who reads keeps for himself what went wrong.
 */
struct xml_source {
	size_t (*read)(void *context, size_t offset, char *into, size_t size);
	void *context;
	size_t length;
};
/* As xml_read; of a document that is written plainly a small part is in memory at a time. */
enum status xml_read_from(const struct xml_source *source, xml_choose *choose, const struct xml_watch *watch,
                          struct findings *findings, struct xml_document *ret_document) MUST_CHECK;

/* Whether the field's element is in the item: it exists in this form, and has something in it. */
bool xml_is_present(const struct xml_form *form, const struct field *field, const void *item);

/*
 * Adds the item as a document: UTF-8, no byte order mark, CRLF line ends, no empty elements. Whether it is
 * complete and its values fit is not looked at: reading it back tells.
 */
void xml_write(const struct xml_form *form, const void *item, struct text *out);

/* Where a document goes piece by piece, in order. Who takes it keeps for himself what went wrong. */
struct xml_sink {
	void (*take)(void *context, const char *bytes, size_t length);
	void *context;
};
/* As xml_write, of which little is in memory at a time. */
void xml_write_to(const struct xml_form *form, const void *item, const struct xml_sink *sink);

#endif
