/* SPDX-License-Identifier: EUPL-1.2 */
/* A scheme for reading: what holds on a day. */
#ifndef COMMON_SCHEME_SCHEME_SHOW_H
#define COMMON_SCHEME_SCHEME_SHOW_H

#include "common/scheme/scheme.h"
#include "platform/base/text.h"

/* What is shown: a scheme on a day, or with no date all of it; the words' arena. */
struct scheme_view_on {
	const struct scheme *scheme;
	struct date on;
	const char *language;
	struct arena *arena;
};

/* Agreements, lanes, parties, areas, phases, norms and themes that hold, as paragraphs to read. */
void scheme_show_words(const struct scheme_view_on *view, struct text *out);
/* The same as a JSON object, and in "always" the sections that no day changes. */
void scheme_show_json(const struct scheme_view_on *view, struct text *out);

#endif
