/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/pdf/type.h"

#include <assert.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#define FAMILY "DejaVu Sans"
/* Pango breaks a text without blanks in quadratic time, so it gets no more than this at once. */
#define WINDOW_BYTES ((size_t)4096)

#define SOFT_HYPHEN 0xADu
#define BYTE_ORDER_MARK 0xFEFFu
#define LINE_SEPARATOR 0x2028u
#define PARAGRAPH_SEPARATOR 0x2029u

static const struct {
	int size_pt, leading_pt;
	PangoWeight weight;
} styles[TYPE_STYLES] = {
	[TYPE_BODY] = { 11, 16, PANGO_WEIGHT_NORMAL },      [TYPE_HEADING_1] = { 17, 24, PANGO_WEIGHT_BOLD },
	[TYPE_HEADING_2] = { 13, 18, PANGO_WEIGHT_BOLD },   [TYPE_CELL] = { 10, 14, PANGO_WEIGHT_NORMAL },
	[TYPE_HEADER_CELL] = { 10, 14, PANGO_WEIGHT_BOLD }, [TYPE_FOOT] = { 9, 12, PANGO_WEIGHT_NORMAL },
};

struct type {
	PangoLayout *layout;
	PangoFontDescription *fonts[TYPE_STYLES];
};

static PangoContext *context_new(const char *language)
{
	PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string(language));
	return context;
}

/*
 * A ligature would be written as a replacement text inside the line, after which some readers lose the rest;
 * a hyphen that breaking puts in would not be drawn.
 */
static PangoAttrList *attributes_new(void)
{
	PangoAttrList *attributes = pango_attr_list_new();

	pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0,dlig=0"));
	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	return attributes;
}

struct type *type_new(const char *language)
{
	PangoContext *context = context_new(language);
	PangoAttrList *attributes = attributes_new();
	struct type *type = calloc(1, sizeof(*type));

	if (type == NULL)
		abort();
	type->layout = pango_layout_new(context);
	pango_layout_set_attributes(type->layout, attributes);
	pango_layout_set_wrap(type->layout, PANGO_WRAP_WORD_CHAR);
	pango_attr_list_unref(attributes);
	g_object_unref(context);
	for (size_t i = 0; i < TYPE_STYLES; i++) {
		type->fonts[i] = pango_font_description_new();
		pango_font_description_set_family_static(type->fonts[i], FAMILY);
		pango_font_description_set_weight(type->fonts[i], styles[i].weight);
		pango_font_description_set_absolute_size(type->fonts[i], styles[i].size_pt * PANGO_SCALE);
	}
	return type;
}

void type_freep(struct type **type)
{
	if (*type == NULL)
		return;
	for (size_t i = 0; i < TYPE_STYLES; i++)
		pango_font_description_free((*type)->fonts[i]);
	g_object_unref((*type)->layout);
	free(*type);
	*type = NULL;
}

int type_leading_pt(enum type_style style)
{
	return styles[style].leading_pt;
}

/* What stands for the character in a clean text, 0 for nothing. */
static gunichar shown(gunichar c)
{
	if (c == '\t')
		return ' ';
	if (c == '\n' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR)
		return '\n';
	if (g_unichar_iscntrl(c) || c == SOFT_HYPHEN || c == BYTE_ORDER_MARK)
		return 0;
	return c;
}

char *type_clean(const char *text, struct arena *arena)
{
	size_t length = strlen(text);
	const char *end = text + length;
	char *clean = arena_take(arena, length + 1);
	char *at = clean;

	while (text < end) {
		gunichar c = g_utf8_get_char_validated(text, end - text);
		bool is_broken = c == (gunichar)-1 || c == (gunichar)-2;

		text += is_broken ? 1 : g_unichar_to_utf8(c, NULL);
		c = is_broken ? 0 : shown(c);
		if (c != 0)
			at += g_unichar_to_utf8(c, at);
	}
	*at = '\0';
	return clean;
}

/* Sets the style and the width, -1 for no limit. */
static void set_style(struct type *type, enum type_style style, int width)
{
	pango_layout_set_font_description(type->layout, type->fonts[style]);
	pango_layout_set_width(type->layout, width);
}

int type_width_pt(struct type *type, enum type_style style, const char *text)
{
	int width;

	set_style(type, style, -1);
	pango_layout_set_text(type->layout, text, -1);
	pango_layout_get_size(type->layout, &width, NULL);
	return PANGO_PIXELS_CEIL(width);
}

static void add_line(struct type_lines *lines, const char *text, size_t length, struct arena *arena)
{
	if (lines->count == lines->size) {
		size_t size = lines->size == 0 ? 8 : 2 * lines->size;
		const char **items = ARENA_MANY(arena, size, const char *);

		if (lines->count > 0)
			memcpy(items, lines->items, lines->count * sizeof(*items));
		lines->items = items;
		lines->size = size;
	}
	lines->items[lines->count++] = arena_copy_part(arena, text, length);
}

/* The part of the text, length bytes long, that pango gets at once; whole characters. */
static size_t window_bytes(const char *text, size_t length)
{
	size_t window = length < WINDOW_BYTES ? length : WINDOW_BYTES;

	while (window < length && ((unsigned char)text[window] & 0xC0) == 0x80)
		window--;
	return window;
}

/* Adds the whole lines that fit in the window; returns how many bytes they took. */
static size_t break_window(struct type *type, const char *text, size_t window, bool is_last,
                           struct type_lines *lines, struct arena *arena)
{
	int count, whole;
	size_t taken = 0;

	pango_layout_set_text(type->layout, text, (int)window);
	count = pango_layout_get_line_count(type->layout);
	whole = is_last || count == 1 ? count : count - 1;
	for (int i = 0; i < whole; i++) {
		const PangoLayoutLine *line = pango_layout_get_line_readonly(type->layout, i);

		add_line(lines, text + line->start_index, (size_t)line->length, arena);
		taken = (size_t)line->start_index + (size_t)line->length;
	}
	return taken;
}

/* Breaks a text without newlines. */
static void break_stretch(struct type *type, const char *text, size_t length, struct type_lines *lines,
                          struct arena *arena)
{
	size_t at = 0;

	do {
		size_t window = window_bytes(text + at, length - at);
		bool is_last = at + window == length;
		size_t taken = break_window(type, text + at, window, is_last, lines, arena);

		assert(taken > 0 || window == 0);
		at += taken;
	} while (at < length);
}

struct type_lines type_break(struct type *type, enum type_style style, const char *text, int width_pt,
                             struct arena *arena)
{
	struct type_lines lines = { 0 };

	set_style(type, style, width_pt * PANGO_SCALE);
	for (;;) {
		size_t length = strcspn(text, "\n");

		break_stretch(type, text, length, &lines, arena);
		if (text[length] == '\0')
			return lines;
		assert(lines.items != NULL); /* an empty text has a line too */
		lines.items[lines.count - 1] = arena_print(arena, "%s ", lines.items[lines.count - 1]);
		text += length + 1;
	}
}

void type_show(struct type *type, enum type_style style, const char *line, cairo_t *page, int x_pt, int y_pt)
{
	set_style(type, style, -1);
	pango_layout_set_text(type->layout, line, -1);
	cairo_move_to(page, x_pt, y_pt);
	pango_cairo_show_layout_line(page, pango_layout_get_line_readonly(type->layout, 0));
}
