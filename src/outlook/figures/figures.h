/* SPDX-License-Identifier: EUPL-1.2 */
/* Counts for whoever may not see people: tables whose small cells nobody can find, also not by subtracting.
 */
#ifndef OUTLOOK_FIGURES_FIGURES_H
#define OUTLOOK_FIGURES_FIGURES_H

#include "platform/base/arena.h"

#define FIGURES_LEAST 5 /* fewer people than this are not told apart */

/* How a cell is shown: as it is, as "<5", or, of a total with such cells, as "at least" the others together.
 */
enum figure_shown { FIGURE_SHOWN, FIGURE_SMALL, FIGURE_AT_LEAST };

/* Counts in rows and columns; behind the last of each stands the total. */
struct figures_table {
	size_t rows, columns; /* without the totals */
	int64_t *counts;      /* (rows + 1) * (columns + 1) */
	unsigned char *shown; /* enum figure_shown, as many */
};

/* An empty table. */
struct figures_table figures_table(size_t rows, size_t columns, struct arena *arena);
/* The place of a cell in counts and shown; row rows and column columns are the totals. */
size_t figures_at(const struct figures_table *table, size_t row, size_t column);
/* Adds people to a cell. */
void figures_add(struct figures_table *table, size_t row, size_t column, int64_t count);
/*
 * Decides how each cell is shown, and makes the totals. Nothing that is shown depends on what a small cell
 * holds, so that it cannot be found: a total that covers a small cell counts only the others.
 */
void figures_hide(struct figures_table *table);

#endif
