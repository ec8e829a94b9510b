/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/yaml/nearest.h"

#include <string.h>

#define MAX_LETTERS 63
#define MAX_EDITS 2

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t smaller = a < b ? a : b;

	return smaller < c ? smaller : c;
}

/* Levenshtein's distance between two words of at most MAX_LETTERS bytes: one row of the table at a time. */
static size_t edits_between(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t row[MAX_LETTERS + 1];

	for (size_t j = 0; j <= b_length; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t above = row[j];

			row[j] = smallest(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[b_length];
}

void nearest_offer(struct nearest *nearest, const char *known)
{
	size_t word_length = strlen(nearest->word), known_length = strlen(known);
	size_t distance;

	if (word_length > MAX_LETTERS || known_length > MAX_LETTERS ||
	    word_length > known_length + MAX_EDITS || known_length > word_length + MAX_EDITS)
		return;
	distance = edits_between(nearest->word, word_length, known, known_length);
	if (distance > MAX_EDITS || 2 * distance >= word_length)
		return;
	if (nearest->best == NULL || distance < nearest->distance) {
		nearest->best = known;
		nearest->distance = distance;
	}
}
