/* SPDX-License-Identifier: EUPL-1.2 */
/* Type on paper: the styles, the breaking of text into lines, and the drawing of a line. */
#ifndef PLATFORM_PDF_TYPE_H
#define PLATFORM_PDF_TYPE_H

#include <cairo.h>

#include "platform/base/arena.h"

enum type_style { TYPE_BODY, TYPE_HEADING_1, TYPE_HEADING_2, TYPE_CELL, TYPE_HEADER_CELL, TYPE_FOOT };
#define TYPE_STYLES 6

struct type; /* a typesetter */

struct type_lines {
	const char **items; /* in arena; each but the last ends with a blank, unless a word goes on */
	size_t count, size;
};

struct type *type_new(const char *language);
void type_freep(struct type **type);

/* The distance in points between the baselines of two lines. */
int type_leading_pt(enum type_style style);
/* A text without what cannot be shown: control characters (newlines stay), broken UTF-8, soft hyphens. */
char *type_clean(const char *text, struct arena *arena);
/* The width in points of a clean text's longest line, rounded up. */
int type_width_pt(struct type *type, enum type_style style, const char *text);
/* The lines of a clean text at most width_pt wide. */
struct type_lines type_break(struct type *type, enum type_style style, const char *text, int width_pt,
                             struct arena *arena);
/* Draws one line with its baseline's left end at x, y. */
void type_show(struct type *type, enum type_style style, const char *line, cairo_t *page, int x_pt, int y_pt);

#endif
