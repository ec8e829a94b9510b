/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter with any text in any kind of block; each byte 0 begins the next block or cell. */
#include <assert.h>
#include <string.h>

#include "platform/base/arena.h"
#include "platform/pdf/pdf.h"

#define KINDS 7
#define MAX_INPUT_BYTES 2000
#define MAX_BLOCKS ((size_t)20)
#define MAX_PDF_BYTES ((size_t)16 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	CLEANUP(text_done) struct text out = text_new(MAX_PDF_BYTES);
	struct pdf_block blocks[MAX_BLOCKS];
	const char *cells[2 * MAX_BLOCKS];
	struct pdf_table table = { .rows = MAX_BLOCKS / 2, .columns = 2, .cells = cells };
	struct pdf_document document = {
		.language = "nl", .title = "", .written_at = { 1 }, .blocks = blocks
	};
	const char *text;
	struct fault fault;
	enum status status;

	if (size > MAX_INPUT_BYTES)
		return 0;
	text = arena_copy_part(arena, (const char *)data, size);
	memset(cells, 0, sizeof(cells));
	for (size_t at = 0; at < size && document.count < MAX_BLOCKS; at += strlen(text + at) + 1) {
		enum pdf_block_kind kind = (enum pdf_block_kind)(data[at] % KINDS);

		document.title = text + at;
		cells[document.count] = text + at;
		blocks[document.count++] = (struct pdf_block){
			.kind = kind,
			.text = kind == PDF_TABLE ? NULL : text + at,
			.table = kind == PDF_TABLE ? &table : NULL,
		};
	}
	status = pdf_render(&document, &out, &fault);
	assert(status == OK && memcmp(out.bytes, "%PDF-1.7", strlen("%PDF-1.7")) == 0);
	return 0;
}
