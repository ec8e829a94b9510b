/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/figures/figures.h"

struct figures_table figures_table(size_t rows, size_t columns, struct arena *arena)
{
	size_t count = (rows + 1) * (columns + 1);

	return (struct figures_table){ .rows = rows,
		                       .columns = columns,
		                       .counts = ARENA_MANY(arena, count, int64_t),
		                       .shown = ARENA_MANY(arena, count, unsigned char) };
}

size_t figures_at(const struct figures_table *table, size_t row, size_t column)
{
	return row * (table->columns + 1) + column;
}

void figures_add(struct figures_table *table, size_t row, size_t column, int64_t count)
{
	table->counts[figures_at(table, row, column)] += count;
}

/* Adds a cell to a total: a small one makes it "at least". */
static void add_to(struct figures_table *table, size_t total, size_t cell)
{
	if (table->shown[cell] == FIGURE_SMALL)
		table->shown[total] = FIGURE_AT_LEAST;
	else
		table->counts[total] += table->counts[cell];
}

void figures_hide(struct figures_table *table)
{
	for (size_t row = 0; row < table->rows; row++)
		for (size_t column = 0; column < table->columns; column++) {
			size_t cell = figures_at(table, row, column);

			table->shown[cell] =
				table->counts[cell] < FIGURES_LEAST ? FIGURE_SMALL : FIGURE_SHOWN;
			add_to(table, figures_at(table, row, table->columns), cell);
			add_to(table, figures_at(table, table->rows, column), cell);
			add_to(table, figures_at(table, table->rows, table->columns), cell);
		}
}
