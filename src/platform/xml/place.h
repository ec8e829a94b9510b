/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a reader of XML stands in a form's table; what both the parser and the scanner tell it. For these
 * alone. */
#ifndef PLATFORM_XML_PLACE_H
#define PLATFORM_XML_PLACE_H

#include <libxml/parser.h>

#include "platform/xml/xml.h"

/* What an open element is. */
enum kind {
	IN_RECORD, /* its children are the record's fields */
	IN_LIST,   /* its children are the items of the field */
	IN_VALUE,  /* it has text only */
};

/* A tag as it stands in the document behind "<" or "</": "iwmo:Bsn>". */
struct tag {
	const char *bytes;
	size_t length;
};

/* A field of a record as this form has it, its names as the parser keeps them, so that pointers compare. */
struct column {
	const struct field *field;
	const xmlChar *name, *item_name; /* item_name: of what repeats in a list */
	struct tag tag, item_tag;        /* where the scanner reads */
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
	struct tag tag;              /* where the scanner reads */
	size_t next;                 /* of IN_RECORD: the first column that may still come */
	bool has_text;               /* a finding about text between elements has been made */
};

struct xml_place {
	xmlParserCtxtPtr parser; /* NULL where the scanner reads */
	xmlDictPtr names;
	const char *prefixes[2];         /* of the form's namespaces, where the scanner reads */
	const char *begin, *at;          /* of what is in memory, and how far the scanner is in it */
	const struct xml_source *source; /* NULL: all is in memory */
	size_t begin_offset;             /* of begin, in the document */
	size_t counted;                  /* bytes in which the ends of lines were counted */
	int lines;
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
static inline struct frame *place_innermost(struct xml_place *place)
{
	return place->depth == 0 || place->skipped > 0 ? NULL : &place->frames[place->depth - 1];
}

/* Begins at the root element of the form. */
void place_open_root(struct xml_place *place, const struct xml_form *form, const char *name);
/* Begins the element of the column at index, in a record; what is required before it was left out. */
void place_open_column(struct xml_place *place, struct frame *record, size_t index);
/* Begins one more item of a list. */
void place_open_item(struct xml_place *place, const struct frame *list);
/* Ends the innermost element. */
void place_close(struct xml_place *place);

/* Adds a finding about the innermost open element, or about the one of that name in it. */
void place_refuse(struct xml_place *place, const char *code, const char *words);
void place_refuse_named(struct xml_place *place, const char *code, const char *words, const char *name);

/* Frees what the place holds, and forgets where it stood. */
void place_done(struct xml_place *place);

/*
 * Reads a document that is written plainly: no attribute but namespaces, no entity, comment or odd blank, as
 * every system writes messages. False when it is not, or when anything is wrong: then nothing was found out,
 * and the parser must say. It never refuses, so all that it could do wrong is to accept.
 */
bool xml_scan(struct xml_place *place, const char *bytes, size_t length) MUST_CHECK;
/* The same, of which a window is in memory. */
bool xml_scan_from(struct xml_place *place, const struct xml_source *source) MUST_CHECK;

#endif
