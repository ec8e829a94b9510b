/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/pdf/pdf.h"

#include <string.h>

#include "platform/pdf/draw.h"
#include "platform/pdf/finish.h"
#include "platform/pdf/flow.h"

#define MAX_DRAWN_BYTES ((size_t)256 * 1024 * 1024)
/* A text of nothing but newlines takes this many bytes for each of its own. */
#define ARENA_BYTES_PER_BYTE ((size_t)512)
#define ARENA_LEAST_BYTES ((size_t)1024 * 1024)

static size_t length_of(const char *text)
{
	return text == NULL ? 0 : strlen(text);
}

static size_t block_bytes(const struct pdf_block *block)
{
	size_t bytes = length_of(block->text);

	if (block->table != NULL)
		for (size_t i = 0; i < block->table->rows * block->table->columns; i++)
			bytes += length_of(block->table->cells[i]) + 1;
	return bytes + 1;
}

static size_t document_bytes(const struct pdf_document *document)
{
	size_t bytes = strlen(document->title);

	for (size_t i = 0; i < document->count; i++)
		bytes += block_bytes(&document->blocks[i]);
	return bytes;
}

enum status pdf_render(const struct pdf_document *document, struct text *out, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = NULL;
	CLEANUP(type_freep) struct type *type = NULL;
	CLEANUP(text_done) struct text drawn = text_new(MAX_DRAWN_BYTES);
	struct pdf_document titled = *document;
	size_t bytes = document_bytes(document);
	struct flow flow;
	enum status status;

	if (bytes > PDF_MAX_TEXT_BYTES)
		return fault_set(fault, FAILED, "a PDF holds at most %zu bytes of text, not %zu",
		                 PDF_MAX_TEXT_BYTES, bytes);
	arena = arena_new(ARENA_LEAST_BYTES + bytes * ARENA_BYTES_PER_BYTE);
	type = type_new(document->language);
	titled.title = type_clean(document->title, arena);
	flow = flow_of(&titled, type, arena);
	status = draw_flow(&flow, &titled, type, &drawn, fault);
	if (status)
		return status;
	return finish_pdf(&drawn, &titled, out, fault);
}
