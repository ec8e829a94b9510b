/* SPDX-License-Identifier: EUPL-1.2 */
/* Where in the HTML a template stands, followed byte by byte: each value is escaped for its place. */
#ifndef PLATFORM_PAGE_PLACE_H
#define PLATFORM_PAGE_PLACE_H

#include "platform/page/escape.h"

enum place_kind {
	PLACE_TEXT,
	PLACE_OPEN,         /* after < */
	PLACE_MARKUP,       /* after <! */
	PLACE_COMMENT,
	PLACE_TAG_NAME,
	PLACE_TAG,          /* between attributes */
	PLACE_BREAK,        /* in a tag where a blank, / or > must follow */
	PLACE_NAME,         /* of an attribute */
	PLACE_AFTER_NAME,   /* blanks after the name: = may follow */
	PLACE_BEFORE_VALUE, /* after = */
	PLACE_VALUE,        /* in double quotes */
	PLACE_SINGLE,       /* in single quotes */
	PLACE_BARE,         /* without quotes */
	PLACE_CODE,         /* inside script or style */
};

enum place_element {
	ELEMENT_PLAIN,
	ELEMENT_KEPT, /* pre, textarea: blanks count */
	ELEMENT_SCRIPT,
	ELEMENT_STYLE,
};

enum place_attribute {
	ATTRIBUTE_PLAIN,
	ATTRIBUTE_CODE,    /* on..., style: never a value */
	ATTRIBUTE_ADDRESS, /* href and its kin, at the start: only a whole address may stand here */
	ATTRIBUTE_SCHEME,  /* an address that may still become javascript: or //elsewhere */
	ATTRIBUTE_SLASH,   /* an address of one slash so far */
	ATTRIBUTE_LOCAL,   /* an address whose site is certain: parts may follow */
};

/* Zeroed: the start of a document. */
struct place {
	enum place_kind kind;
	enum place_element element;
	enum place_attribute attribute;
	bool keeps_blanks;
	bool is_after_blank; /* whatever way led here, a blank came last: another one adds nothing */
	unsigned word_length; /* of the name or scheme being read, or how much of an end mark was seen */
	char word[12];        /* a longer word is cut, which no word we look for is */
};

/* False when c may not stand here: an attribute's name glued to what came before. */
bool place_follow(struct place *place, char c);
/* At an edge of a block: a name that is being read must end there. */
void place_settle(struct place *place);
/* Both branches of a block end here: makes place good for both; false when they differ too much. */
bool place_join(struct place *place, const struct place *other);
/* Whether what was read from place can be read again from end, as the lines of a list are. */
bool place_repeats(const struct place *place, const struct place *end);
/* Whether blanks here may become one. */
bool place_folds_blanks(const struct place *place);
/*
 * A value stands here; whole_address says that it is one. NULL and how to escape it, or the reason in Dutch
 * why no such value may stand here.
 */
const char *place_value(struct place *place, bool whole_address, enum escape *ret_escape);

#endif
