/* SPDX-License-Identifier: EUPL-1.2 */
/* The known word that somebody who mistyped one may have meant. */
#ifndef PLATFORM_YAML_NEAREST_H
#define PLATFORM_YAML_NEAREST_H

#include "platform/base/base.h"

/* Begin with { .word = "aera" }, offer every known word, then read best. */
struct nearest {
	const char *word;
	const char *best; /* borrowed from the offer; NULL while none is near enough */
	size_t distance;  /* the edits between word and best */
};

/* Offers a known word. Near enough is at most two edits, and fewer than half the letters of the word. */
void nearest_offer(struct nearest *nearest, const char *known);

#endif
