/* SPDX-License-Identifier: EUPL-1.2 */
/* The flow of a document over pages: its lines and rows, and where each of them stands. */
#ifndef PLATFORM_PDF_FLOW_H
#define PLATFORM_PDF_FLOW_H

#include "platform/pdf/pdf.h"
#include "platform/pdf/type.h"

/* Points; A4 with margins of 25 mm, 30 mm below. */
#define FLOW_PAGE_WIDTH_PT 595.276
#define FLOW_PAGE_HEIGHT_PT 841.89
#define FLOW_LEFT_PT 71
#define FLOW_WIDTH_PT 453
#define FLOW_TOP_PT 71
#define FLOW_BOTTOM_PT 757

struct flow_line {
	const char *text;
	size_t column; /* of a table */
	int x_pt;
	int baseline_pt; /* below the part's top */
};

/* What is never divided: one line of text, or one row of a table with the lines of its cells, by column. */
struct flow_part {
	const struct pdf_block *block;
	enum type_style style;
	const struct flow_line *lines;
	size_t count;
	int space_pt; /* above it, unless a page begins here */
	int height_pt;
	bool keeps_with_next;
	bool is_header; /* a table's header row */
	size_t page;    /* from 0 */
	int top_pt;
};

struct flow {
	struct flow_part *parts;
	size_t count, size;
	const struct flow_part **repeated; /* per page the header row repeated at its top, or NULL */
	size_t pages;
};

/* Lays the document out; everything lives in arena. */
struct flow flow_of(const struct pdf_document *document, struct type *type, struct arena *arena);

#endif
