/* SPDX-License-Identifier: EUPL-1.2 */
/* The drawing of a document's flow as tagged pages. */
#ifndef PLATFORM_PDF_DRAW_H
#define PLATFORM_PDF_DRAW_H

#include "platform/pdf/flow.h"

/* Adds the pages as a PDF to out. What is no content (page numbers, repeated headers) stands last on its
 * page. */
enum status draw_flow(const struct flow *flow, const struct pdf_document *document, struct type *type,
                      struct text *out, struct fault *fault) MUST_CHECK;

/* Adds the pages to those of another drawing, without tags. */
void draw_untagged(const struct flow *flow, const struct pdf_document *document, struct type *type,
                   cairo_t *page);

#endif
