/* SPDX-License-Identifier: EUPL-1.2 */
/* Letters as PDF: a document in blocks becomes A4 pages, tagged so that a screen reader can read them too. */
#ifndef PLATFORM_PDF_PDF_H
#define PLATFORM_PDF_PDF_H

#include "platform/base/date.h"
#include "platform/base/fault.h"
#include "platform/base/text.h"

enum pdf_block_kind {
	PDF_ADDRESS,
	PDF_HEADING_1,
	PDF_HEADING_2,
	PDF_PARAGRAPH,
	PDF_ITEM, /* of a list; items after each other are one list */
	PDF_TABLE,
	PDF_SIGNATURE, /* stays with the end of the block before it */
};

#define PDF_MAX_COLUMNS ((size_t)12)
#define PDF_MAX_TEXT_BYTES ((size_t)256 * 1024)

/* Cells row by row; the first row is the header and is repeated on each page. NULL is an empty cell. */
struct pdf_table {
	size_t rows, columns;
	const char *const *cells; /* rows * columns */
};

/*
 * Text is UTF-8; a newline begins a new line. What is not UTF-8, and control characters, are left out. A
 * block without text is not shown.
 */
struct pdf_block {
	enum pdf_block_kind kind;
	const char *text;              /* NULL for a table */
	const struct pdf_table *table; /* NULL for anything else */
};

struct pdf_document {
	const char *language; /* "nl" or "en" */
	const char *title;    /* in the window's title bar */
	struct moment written_at;
	const struct pdf_block *blocks;
	size_t count;
};

/*
 * Adds the document's PDF to out. The same document gives the same bytes, with the same libraries and fonts.
 * FAILED when it has more text than PDF_MAX_TEXT_BYTES or out is too small.
 */
enum status pdf_render(const struct pdf_document *document, struct text *out, struct fault *fault) MUST_CHECK;

/* Many documents in one file for the printer, each with its own page numbers; without tags, since nobody
 * reads it on a screen. */
struct pdf_book;
/* Opens a book that becomes the file at path. */
struct pdf_book *pdf_book_new(const char *path, const char *language, struct moment written_at);
/* FAILED when the document has too much text. */
enum status pdf_book_add(struct pdf_book *book, const struct pdf_document *document,
                         struct fault *fault) MUST_CHECK;
/* Writes what is left; FAILED when the file could not be written. Frees the book. */
enum status pdf_book_end(struct pdf_book *book, struct fault *fault) MUST_CHECK;

#endif
