/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/pdf/flow.h"

#include <assert.h>
#include <string.h>

#define PAGE_PT (FLOW_BOTTOM_PT - FLOW_TOP_PT)
#define CELL_PADDING_PT 6
#define CELL_MAX_BYTES ((size_t)80) /* a longer text does not ask for more width */
/* A row with more lines than this is divided, so that a row, and a header above it, always fit on a page. */
#define ROW_MAX_LINES ((size_t)32)
#define REPEATED_MAX_PT 100

/* Where a document is laid out. */
struct setting {
	struct flow flow;
	struct type *type;
	struct arena *arena;
};

/* How the blocks of a kind look. */
static const struct {
	enum type_style style;
	int space_pt;
	int indent_pt;
	bool is_kept_whole;
} looks[] = {
	[PDF_ADDRESS] = { TYPE_BODY, 50, 0, true },        [PDF_HEADING_1] = { TYPE_HEADING_1, 28, 0, true },
	[PDF_HEADING_2] = { TYPE_HEADING_2, 16, 0, true }, [PDF_PARAGRAPH] = { TYPE_BODY, 8, 0, false },
	[PDF_ITEM] = { TYPE_BODY, 4, 16, false },          [PDF_TABLE] = { TYPE_CELL, 8, 0, false },
	[PDF_SIGNATURE] = { TYPE_BODY, 24, 0, true },
};

static struct flow_part *add_part(struct setting *setting)
{
	struct flow *flow = &setting->flow;

	if (flow->count == flow->size) {
		size_t size = flow->size == 0 ? 64 : 2 * flow->size;
		struct flow_part *parts = ARENA_MANY(setting->arena, size, struct flow_part);

		if (flow->count > 0)
			memcpy(parts, flow->parts, flow->count * sizeof(*parts));
		flow->parts = parts;
		flow->size = size;
	}
	return &flow->parts[flow->count++];
}

/* The baseline of the first line in a part; the leading is divided as four fifths above and one below. */
static int first_baseline_pt(enum type_style style)
{
	return type_leading_pt(style) * 4 / 5;
}

static struct flow_part *add_text_line(struct setting *setting, const struct pdf_block *block,
                                       const char *text)
{
	enum type_style style = looks[block->kind].style;
	struct flow_line *line = ARENA_NEW(setting->arena, struct flow_line);
	struct flow_part *part = add_part(setting);

	*line = (struct flow_line){
		.text = text,
		.x_pt = looks[block->kind].indent_pt,
		.baseline_pt = first_baseline_pt(style),
	};
	*part = (struct flow_part){
		.block = block,
		.style = style,
		.lines = line,
		.count = 1,
		.height_pt = type_leading_pt(style),
	};
	return part;
}

/* No line of a paragraph stands alone on a page, an address stays whole, a heading stays with what follows.
 */
static bool keeps_with_next(enum pdf_block_kind kind, size_t line, size_t count)
{
	bool is_last = line + 1 == count;

	if (kind == PDF_HEADING_1 || kind == PDF_HEADING_2)
		return true;
	return !is_last && (looks[kind].is_kept_whole || line == 0 || line + 2 == count);
}

static void add_text(struct setting *setting, const struct pdf_block *block)
{
	int width_pt = FLOW_WIDTH_PT - looks[block->kind].indent_pt;
	const char *text = type_clean(block->text == NULL ? "" : block->text, setting->arena);
	struct flow *flow = &setting->flow;
	struct type_lines lines;

	if (text[strspn(text, " \n")] == '\0')
		return;
	if (block->kind == PDF_SIGNATURE && flow->count > 0)
		flow->parts[flow->count - 1].keeps_with_next = true;
	lines = type_break(setting->type, looks[block->kind].style, text, width_pt, setting->arena);
	for (size_t i = 0; i < lines.count; i++) {
		struct flow_part *part = add_text_line(setting, block, lines.items[i]);

		part->keeps_with_next = keeps_with_next(block->kind, i, lines.count);
		part->space_pt = i == 0 ? looks[block->kind].space_pt : 0;
	}
}

static const char *cell(const struct pdf_table *table, size_t row, size_t column)
{
	const char *text = table->cells[row * table->columns + column];

	return text == NULL ? "" : text;
}

static enum type_style cell_style(size_t row)
{
	return row == 0 ? TYPE_HEADER_CELL : TYPE_CELL;
}

/* What a column would take if it were alone. */
static int wanted_pt(const struct setting *setting, const struct pdf_table *table, size_t column)
{
	int widest_pt = 0;

	for (size_t row = 0; row < table->rows; row++) {
		const char *text = cell(table, row, column);
		const char *part = arena_copy_part(setting->arena, text, strnlen(text, CELL_MAX_BYTES));
		int width_pt =
			type_width_pt(setting->type, cell_style(row), type_clean(part, setting->arena));

		widest_pt = width_pt > widest_pt ? width_pt : widest_pt;
	}
	return widest_pt + 2 * CELL_PADDING_PT;
}

/* The most that a column gets: what columns that want less leave over is shared by the others. */
static int fair_share_pt(const int *wanted, size_t columns)
{
	int share_pt = 0;

	for (size_t round = 0; round <= columns; round++) {
		int rest_pt = FLOW_WIDTH_PT;
		int open = 0;

		for (size_t i = 0; i < columns; i++)
			if (wanted[i] <= share_pt)
				rest_pt -= wanted[i];
			else
				open++;
		if (open > 0)
			share_pt = rest_pt / open;
	}
	return share_pt;
}

static void divide_width(const struct setting *setting, const struct pdf_table *table, int *ret_widths_pt)
{
	int share_pt;

	for (size_t i = 0; i < table->columns; i++)
		ret_widths_pt[i] = wanted_pt(setting, table, i);
	share_pt = fair_share_pt(ret_widths_pt, table->columns);
	for (size_t i = 0; i < table->columns; i++)
		if (ret_widths_pt[i] > share_pt)
			ret_widths_pt[i] = share_pt;
}

/* The cells of a row broken into lines. */
struct broken_row {
	const struct pdf_block *block;
	enum type_style style;
	const int *widths_pt;
	struct type_lines cells[PDF_MAX_COLUMNS];
	size_t lines; /* of the longest cell */
	int space_pt; /* above it */
};

static struct broken_row break_row(struct setting *setting, const struct pdf_block *block, size_t row,
                                   const int *widths_pt)
{
	struct broken_row broken = {
		.block = block,
		.style = cell_style(row),
		.widths_pt = widths_pt,
		.space_pt = row == 0 ? looks[PDF_TABLE].space_pt : 0,
	};

	for (size_t i = 0; i < block->table->columns; i++) {
		const char *text = type_clean(cell(block->table, row, i), setting->arena);

		broken.cells[i] = type_break(setting->type, broken.style, text,
		                             widths_pt[i] - 2 * CELL_PADDING_PT, setting->arena);
		if (broken.cells[i].count > broken.lines)
			broken.lines = broken.cells[i].count;
	}
	return broken;
}

/* Fills lines with the given lines from each cell; returns how many there are. */
static size_t place_cells(const struct broken_row *row, size_t first, size_t count, struct flow_line *lines)
{
	size_t placed = 0;
	int x_pt = 0;

	for (size_t column = 0; column < row->block->table->columns; column++) {
		const struct type_lines *cell_lines = &row->cells[column];

		for (size_t i = 0; i < count && first + i < cell_lines->count; i++) {
			int down_pt = (int)i * type_leading_pt(row->style);

			lines[placed++] = (struct flow_line){
				.text = cell_lines->items[first + i],
				.column = column,
				.x_pt = x_pt,
				.baseline_pt = first_baseline_pt(row->style) + down_pt + CELL_PADDING_PT / 2,
			};
		}
		x_pt += row->widths_pt[column];
	}
	return placed;
}

static void add_row(struct setting *setting, const struct broken_row *row)
{
	for (size_t first = 0; first < row->lines; first += ROW_MAX_LINES) {
		size_t rest = row->lines - first;
		size_t count = rest < ROW_MAX_LINES ? rest : ROW_MAX_LINES;
		struct flow_line *lines =
			ARENA_MANY(setting->arena, count * row->block->table->columns, struct flow_line);
		struct flow_part *part = add_part(setting);

		*part = (struct flow_part){
			.block = row->block,
			.style = row->style,
			.lines = lines,
			.count = place_cells(row, first, count, lines),
			.space_pt = first == 0 ? row->space_pt : 0,
			.height_pt = (int)count * type_leading_pt(row->style) + CELL_PADDING_PT,
			.keeps_with_next = row->style == TYPE_HEADER_CELL,
			.is_header = row->style == TYPE_HEADER_CELL,
		};
	}
}

static void add_table(struct setting *setting, const struct pdf_block *block)
{
	const struct pdf_table *table = block->table;
	int widths_pt[PDF_MAX_COLUMNS];

	assert(table->columns > 0 && table->columns <= PDF_MAX_COLUMNS);
	if (table->rows == 0)
		return;
	divide_width(setting, table, widths_pt);
	for (size_t row = 0; row < table->rows; row++) {
		struct broken_row broken = break_row(setting, block, row, widths_pt);

		add_row(setting, &broken);
	}
}

/* The height of the parts that must stay together from this one; its own where that is more than a page. */
static int needed_pt(const struct flow *flow, size_t first)
{
	int height_pt = 0;

	for (size_t i = first; i < flow->count && height_pt <= PAGE_PT; i++) {
		height_pt += flow->parts[i].height_pt + (i > first ? flow->parts[i].space_pt : 0);
		if (!flow->parts[i].keeps_with_next)
			break;
	}
	return height_pt <= PAGE_PT ? height_pt : flow->parts[first].height_pt;
}

static bool begins_group(const struct flow *flow, size_t part)
{
	return part == 0 || !flow->parts[part - 1].keeps_with_next;
}

/* The header row to repeat above a part that begins a page, or NULL. */
static const struct flow_part *header_above(const struct flow *flow, size_t part)
{
	const struct flow_part *first = &flow->parts[part];

	if (first->block->kind != PDF_TABLE || first->is_header)
		return NULL;
	while (first > flow->parts && first[-1].block == first->block)
		first--;
	return first->height_pt <= REPEATED_MAX_PT ? first : NULL;
}

/* Gives each part its page and place. */
static void place(struct flow *flow, struct arena *arena)
{
	int y_pt = FLOW_TOP_PT;

	flow->repeated = ARENA_MANY(arena, flow->count + 1, const struct flow_part *);
	flow->pages = 1;
	for (size_t i = 0; i < flow->count; i++) {
		struct flow_part *part = &flow->parts[i];
		int height_pt = begins_group(flow, i) ? needed_pt(flow, i) : part->height_pt;

		if (y_pt > FLOW_TOP_PT && y_pt + part->space_pt + height_pt > FLOW_BOTTOM_PT) {
			const struct flow_part *header = header_above(flow, i);

			flow->repeated[flow->pages++] = header;
			y_pt = FLOW_TOP_PT + (header == NULL ? 0 : header->height_pt);
		} else {
			y_pt += part->space_pt;
		}
		part->page = flow->pages - 1;
		part->top_pt = y_pt;
		y_pt += part->height_pt;
	}
}

struct flow flow_of(const struct pdf_document *document, struct type *type, struct arena *arena)
{
	struct setting setting = { .type = type, .arena = arena };

	for (size_t i = 0; i < document->count; i++) {
		const struct pdf_block *block = &document->blocks[i];

		if (block->kind == PDF_TABLE)
			add_table(&setting, block);
		else
			add_text(&setting, block);
	}
	place(&setting.flow, arena);
	return setting.flow;
}
