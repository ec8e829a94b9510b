/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/pdf/draw.h"

#include <assert.h>
#include <cairo-pdf.h>
#include <stdio.h>

#include "platform/base/words.h"

#define FOOT_Y_PT 800
#define RULE_GREY 0.6
#define RULE_WIDTH_PT 0.5
#define BULLET "\u2022"

struct drawing {
	const struct flow *flow;
	const struct pdf_document *document;
	struct type *type;
	cairo_t *page;
	size_t number; /* of the page, from 0 */
	size_t first;  /* the first part on it */
	bool has_no_tags;
};

/* The structure tags of ISO 32000-1, 14.8.4; an item of a list has its text in a body of its own. */
static const struct {
	const char *block, *body;
} tags[] = {
	[PDF_ADDRESS] = { "P", NULL },   [PDF_HEADING_1] = { "H1", NULL }, [PDF_HEADING_2] = { "H2", NULL },
	[PDF_PARAGRAPH] = { "P", NULL }, [PDF_ITEM] = { "LI", "LBody" },   [PDF_TABLE] = { "Table", NULL },
	[PDF_SIGNATURE] = { "P", NULL },
};

static void begin(const struct drawing *drawing, const char *tag)
{
	if (tag != NULL && !drawing->has_no_tags)
		cairo_tag_begin(drawing->page, tag, "");
}

static void end(const struct drawing *drawing, const char *tag)
{
	if (tag != NULL && !drawing->has_no_tags)
		cairo_tag_end(drawing->page, tag);
}

static void show_line(const struct drawing *drawing, const struct flow_part *part,
                      const struct flow_line *line, int top_pt)
{
	type_show(drawing->type, part->style, line->text, drawing->page, FLOW_LEFT_PT + line->x_pt,
	          top_pt + line->baseline_pt);
}

static void show_rule(const struct drawing *drawing, int y_pt)
{
	cairo_set_source_rgb(drawing->page, RULE_GREY, RULE_GREY, RULE_GREY);
	cairo_set_line_width(drawing->page, RULE_WIDTH_PT);
	cairo_move_to(drawing->page, FLOW_LEFT_PT, y_pt);
	cairo_line_to(drawing->page, FLOW_LEFT_PT + FLOW_WIDTH_PT, y_pt);
	cairo_stroke(drawing->page);
	cairo_set_source_rgb(drawing->page, 0, 0, 0);
}

static void show_repeated(const struct drawing *drawing, const struct flow_part *header)
{
	for (size_t i = 0; i < header->count; i++)
		show_line(drawing, header, &header->lines[i], FLOW_TOP_PT);
	show_rule(drawing, FLOW_TOP_PT + header->height_pt);
}

/* Ends the page, on which the parts before next stand, with what is no content. */
static void end_page(const struct drawing *drawing, size_t next)
{
	const struct flow *flow = drawing->flow;
	char words[80];

	for (size_t i = drawing->first; i < next; i++)
		if (flow->parts[i].block->kind == PDF_TABLE)
			show_rule(drawing, flow->parts[i].top_pt + flow->parts[i].height_pt);
	if (flow->repeated[drawing->number] != NULL)
		show_repeated(drawing, flow->repeated[drawing->number]);
	(void)snprintf(words, sizeof(words),
	               words_in(drawing->document->language, WORDS("Pagina %zu van %zu")),
	               drawing->number + 1, flow->pages);
	type_show(drawing->type, TYPE_FOOT, words, drawing->page, FLOW_LEFT_PT, FOOT_Y_PT);
	cairo_show_page(drawing->page);
}

/* Goes to the page of the part at index. */
static void turn_page(struct drawing *drawing, size_t index)
{
	if (drawing->flow->parts[index].page == drawing->number)
		return;
	end_page(drawing, index);
	drawing->number++;
	drawing->first = index;
}

static void show_row(const struct drawing *drawing, const struct flow_part *row)
{
	const char *tag = row->is_header ? "TH" : "TD";
	size_t line = 0;

	begin(drawing, "TR");
	for (size_t column = 0; column < row->block->table->columns; column++) {
		begin(drawing, tag);
		for (; line < row->count && row->lines[line].column == column; line++)
			show_line(drawing, row, &row->lines[line], row->top_pt);
		end(drawing, tag);
	}
	end(drawing, "TR");
}

static void show_bullet(const struct drawing *drawing, const struct flow_part *part)
{
	begin(drawing, "Lbl");
	type_show(drawing->type, part->style, BULLET, drawing->page, FLOW_LEFT_PT,
	          part->top_pt + part->lines[0].baseline_pt);
	end(drawing, "Lbl");
}

/* The lines from first to before; where they run over pages, each page's lines are a span of their own. */
static void show_lines(struct drawing *drawing, size_t first, size_t before)
{
	const struct flow_part *parts = drawing->flow->parts;
	const char *span = parts[first].page == parts[before - 1].page ? NULL : "Span";

	begin(drawing, span);
	for (size_t i = first; i < before; i++) {
		if (parts[i].page != drawing->number) {
			end(drawing, span);
			turn_page(drawing, i);
			begin(drawing, span);
		}
		show_line(drawing, &parts[i], &parts[i].lines[0], parts[i].top_pt);
	}
	end(drawing, span);
}

static void show_rows(struct drawing *drawing, size_t first, size_t before)
{
	for (size_t i = first; i < before; i++) {
		turn_page(drawing, i);
		show_row(drawing, &drawing->flow->parts[i]);
	}
}

/* One block: the parts from first to before. */
static void show_block(struct drawing *drawing, size_t first, size_t before)
{
	const struct flow_part *part = &drawing->flow->parts[first];
	enum pdf_block_kind kind = part->block->kind;

	turn_page(drawing, first);
	begin(drawing, tags[kind].block);
	if (kind == PDF_ITEM)
		show_bullet(drawing, part);
	begin(drawing, tags[kind].body);
	if (kind == PDF_TABLE)
		show_rows(drawing, first, before);
	else
		show_lines(drawing, first, before);
	end(drawing, tags[kind].body);
	end(drawing, tags[kind].block);
}

static bool is_item(const struct flow *flow, size_t part)
{
	return part < flow->count && flow->parts[part].block->kind == PDF_ITEM;
}

static void show_document(struct drawing *drawing)
{
	const struct flow *flow = drawing->flow;
	size_t first = 0;

	begin(drawing, "Document");
	while (first < flow->count) {
		size_t before = first + 1;

		while (before < flow->count && flow->parts[before].block == flow->parts[first].block)
			before++;
		if (is_item(flow, first) && (first == 0 || !is_item(flow, first - 1)))
			begin(drawing, "L");
		show_block(drawing, first, before);
		if (is_item(flow, first) && !is_item(flow, before))
			end(drawing, "L");
		first = before;
	}
	end(drawing, "Document");
	end_page(drawing, flow->count);
}

static cairo_status_t add_bytes(void *closure, const unsigned char *bytes, unsigned int length)
{
	struct text *out = closure;

	text_add_part(out, (const char *)bytes, length);
	return out->is_full ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *surface_new(const struct pdf_document *document, struct text *out)
{
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(add_bytes, out, FLOW_PAGE_WIDTH_PT, FLOW_PAGE_HEIGHT_PT);
	char written_at[MOMENT_TEXT_SIZE];

	/* Without a moment cairo would write the real one. */
	assert(document->written_at.seconds > 0);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
	                               moment_print(document->written_at, written_at));
	return surface;
}

enum status draw_flow(const struct flow *flow, const struct pdf_document *document, struct type *type,
                      struct text *out, struct fault *fault)
{
	cairo_surface_t *surface = surface_new(document, out);
	struct drawing drawing = {
		.flow = flow, .document = document, .type = type, .page = cairo_create(surface)
	};
	cairo_status_t drawn;
	cairo_status_t written;

	show_document(&drawing);
	drawn = cairo_status(drawing.page);
	cairo_destroy(drawing.page);
	cairo_surface_finish(surface);
	written = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
		return fault_set(fault, FAILED, "the PDF could not be drawn: %s",
		                 cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : written));
	return OK;
}

void draw_untagged(const struct flow *flow, const struct pdf_document *document, struct type *type,
                   cairo_t *page)
{
	struct drawing drawing = {
		.flow = flow, .document = document, .type = type, .page = page, .has_no_tags = true
	};

	show_document(&drawing);
}
