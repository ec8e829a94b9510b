/* SPDX-License-Identifier: EUPL-1.2 */
/* Named texts, as a form or a query string brings them, and records read from them. */
#ifndef PLATFORM_RECORD_PAIRS_H
#define PLATFORM_RECORD_PAIRS_H

#include "platform/record/record.h"

struct pair {
	const char *name;
	const char *value;
};

struct pairs {
	const struct pair *items;
	size_t count;
};

/*
 * Decodes application/x-www-form-urlencoded bytes into pairs in arena, every line end as a newline alone.
 * False when it is malformed: a broken %-escape, a NUL, bytes that are not UTF-8, or more than 500 pairs.
 */
bool pairs_decode(const char *bytes, size_t length, struct arena *arena, struct pairs *ret_pairs);
/* The text as it stands in a query: every byte but letters, digits and -_. as %XX; in arena. */
const char *pairs_encode(const char *text, struct arena *arena);
/* The value of the first pair of that name, or NULL. */
const char *pairs_get(const struct pairs *pairs, const char *name);
/*
 * Reads a form into the struct at item, which is zeroed first: "until", nested "person.born", lists
 * "lines.0.product" (at most 100 lines; lines whose fields are all empty are dropped, the others close up).
 * Texts in a list come under one name, sent again for each. Names that are no field, fields with a flag in
 * without and single fields sent twice become findings; names that begin with "_" are the page's own and are
 * passed over. A flag not sent is false. FINDINGS when there are any.
 */
enum status pairs_read(const struct pairs *pairs, const struct record *record, void *item, unsigned without,
                       struct findings *findings) MUST_CHECK;

#endif
