/* SPDX-License-Identifier: EUPL-1.2 */
/* Many documents in one file: fonts and typesetter are shared, so that it is quick and small. */
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "platform/pdf/draw.h"
#include "platform/pdf/flow.h"

#define DOCUMENT_BYTES ((size_t)256 * 1024 * 1024)

struct pdf_book {
	cairo_surface_t *surface;
	cairo_t *page;
	struct type *type;
	struct arena *arena; /* of the document that is being added */
};

struct pdf_book *pdf_book_new(const char *path, const char *language, struct moment written_at)
{
	struct pdf_book *book = calloc(1, sizeof(*book));
	char moment[MOMENT_TEXT_SIZE];

	if (book == NULL)
		abort();
	book->surface = cairo_pdf_surface_create(path, FLOW_PAGE_WIDTH_PT, FLOW_PAGE_HEIGHT_PT);
	cairo_pdf_surface_set_metadata(book->surface, CAIRO_PDF_METADATA_CREATE_DATE,
	                               moment_print(written_at, moment));
	book->page = cairo_create(book->surface);
	book->type = type_new(language);
	book->arena = arena_new(DOCUMENT_BYTES);
	return book;
}

static size_t text_bytes(const struct pdf_document *document)
{
	size_t bytes = 0;

	for (size_t i = 0; i < document->count; i++)
		bytes += document->blocks[i].text == NULL ? 0 : strlen(document->blocks[i].text);
	return bytes;
}

enum status pdf_book_add(struct pdf_book *book, const struct pdf_document *document, struct fault *fault)
{
	struct flow flow;

	if (text_bytes(document) > PDF_MAX_TEXT_BYTES)
		return fault_set(fault, FAILED, "a document in a book has too much text");
	arena_clear(book->arena);
	flow = flow_of(document, book->type, book->arena);
	draw_untagged(&flow, document, book->type, book->page);
	return OK;
}

enum status pdf_book_end(struct pdf_book *book, struct fault *fault)
{
	cairo_status_t drawn = cairo_status(book->page), written;

	cairo_destroy(book->page);
	cairo_surface_finish(book->surface);
	written = cairo_surface_status(book->surface);
	cairo_surface_destroy(book->surface);
	type_freep(&book->type);
	arena_free(book->arena);
	free(book);
	if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
		return fault_set(fault, FAILED, "the print file could not be written: %s",
		                 cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : written));
	return OK;
}
