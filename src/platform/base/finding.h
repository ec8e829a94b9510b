/* SPDX-License-Identifier: EUPL-1.2 */
/* Findings: what a person must change, as ordinary data shown beside the field or line. */
#ifndef PLATFORM_BASE_FINDING_H
#define PLATFORM_BASE_FINDING_H

#include "platform/base/arena.h"

struct finding {
	const char *code;  /* the rule's code, such as "decision-until", never translated */
	const char *field; /* the field's path, such as "lines.0.until"; "" for the whole */
	const char *words; /* a sentence in the reader's language that says what to change */
	int line, column;  /* where the source is a file; else 0 */
};

struct findings {
	struct arena *arena;
	const char *language; /* "nl" or "en" */
	struct finding *items;
	size_t count, size;
};

struct findings findings_new(struct arena *arena, const char *language);
/*
 * Adds a finding. format is the Dutch sentence; it is translated before it is filled in. Returns the
 * finding, so that a reader of files can add line and column; it stays valid until the next addition. After a
 * thousand, further ones are dropped: nobody reads them, and a hostile file could bring a million.
 */
struct finding *findings_add(struct findings *findings, const char *code, const char *field,
                             const char *format, ...) PRINTF(4, 5);

#endif
