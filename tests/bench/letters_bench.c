/* SPDX-License-Identifier: EUPL-1.2 */
/* How many letters a second one process makes: letters_bench pdf|book|bare LETTERS */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/base/clock.h"
#include "platform/pdf/pdf.h"

#define OUT_BYTES ((size_t)1024 * 1024)
#define LINES 40

static const char words[] = "U heeft ondersteuning aangevraagd. Wij kennen u de ondersteuning hieronder toe. "
                            "Bel uw aanspreekpunt als u "
			    "vragen heeft; vaak komen wij er samen uit. U kunt ook bezwaar maken.";

static const struct pdf_block blocks[] = {
	{ .kind = PDF_ADDRESS, .text = "J. van der Voorbeeld\nDorpsstraat 12 A\n9801 AB Zuidhorn" },
	{ .kind = PDF_PARAGRAPH, .text = "15 mei 2023\nKenmerk 12345" },
	{ .kind = PDF_HEADING_1, .text = "Ons besluit op uw aanvraag" },
	{ .kind = PDF_PARAGRAPH, .text = words },
	{ .kind = PDF_HEADING_2, .text = "Hulp bij het huishouden" },
	{ .kind = PDF_PARAGRAPH, .text = words },
	{ .kind = PDF_HEADING_2, .text = "Waarom besluiten wij dit?" },
	{ .kind = PDF_PARAGRAPH, .text = words },
	{ .kind = PDF_HEADING_2, .text = "Bent u het er niet mee eens?" },
	{ .kind = PDF_PARAGRAPH, .text = words },
	{ .kind = PDF_SIGNATURE, .text = "Met vriendelijke groet,\nnamens het college" },
};
static const struct pdf_document letter = { .language = "nl",
	                                    .title = "Brief",
	                                    .written_at = { 1684108800 },
	                                    .blocks = blocks,
	                                    .count = COUNT(blocks) };

static enum status make_pdfs(int64_t count, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(OUT_BYTES);
	enum status status = OK;

	for (int64_t i = 0; status == OK && i < count; i++) {
		text_clear(&out);
		status = pdf_render(&letter, &out, fault);
	}
	return status;
}

static enum status make_book(int64_t count, struct fault *fault)
{
	struct pdf_book *book = pdf_book_new("/dev/null", "nl", letter.written_at);
	enum status status = OK, ended;

	for (int64_t i = 0; status == OK && i < count; i++)
		status = pdf_book_add(book, &letter, fault);
	ended = pdf_book_end(book, fault);
	return status == OK ? ended : status;
}

static cairo_status_t drop(void *closure, const unsigned char *bytes, unsigned int length)
{
	(void)closure, (void)bytes, (void)length;
	return CAIRO_STATUS_SUCCESS;
}

/* The same lines with nothing but cairo and pango: a tagged page, laid out line by line. */
static void make_bare_one(void)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(drop, NULL, 595, 842);
	cairo_t *page = cairo_create(surface);
	PangoLayout *layout = pango_cairo_create_layout(page);
	PangoFontDescription *font = pango_font_description_from_string("DejaVu Sans 11");

	pango_layout_set_font_description(layout, font);
	for (int i = 0; i < LINES; i++) {
		cairo_tag_begin(page, "P", "");
		pango_layout_set_text(
			layout, "U heeft ondersteuning aangevraagd. Wij kennen u die hieronder toe.", -1);
		cairo_move_to(page, 71, 71 + 16 * i);
		pango_cairo_show_layout_line(page, pango_layout_get_line_readonly(layout, 0));
		cairo_tag_end(page, "P");
	}
	pango_font_description_free(font);
	g_object_unref(layout);
	cairo_destroy(page);
	cairo_surface_destroy(surface);
}

int main(int argc, char **argv)
{
	struct fault fault = { "" };
	int64_t count = argc > 2 ? strtoll(argv[2], NULL, 10) : 0, begin_ms = clock_running_ms();
	enum status status = OK;

	if (count < 1)
		return (int)WRONG_USE;
	if (strcmp(argv[1], "pdf") == 0)
		status = make_pdfs(count, &fault);
	else if (strcmp(argv[1], "book") == 0)
		status = make_book(count, &fault);
	else
		for (int64_t i = 0; i < count; i++)
			make_bare_one();
	if (status != OK)
		(void)fprintf(stderr, "%s\n", fault.words);
	else
		(void)printf("%.1f\n", (double)count * 1000 / (double)(clock_running_ms() - begin_ms + 1));
	return (int)status;
}
