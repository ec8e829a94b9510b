/* SPDX-License-Identifier: EUPL-1.2 */
/* What cairo cannot say in a tagged PDF: language, title bar, artifacts, scope of headers, PDF/UA identifier.
 */
#ifndef PLATFORM_PDF_FINISH_H
#define PLATFORM_PDF_FINISH_H

#include "platform/pdf/pdf.h"

/* Adds the finished form of the drawn PDF to out. */
enum status finish_pdf(const struct text *drawn, const struct pdf_document *document, struct text *out,
                       struct fault *fault) MUST_CHECK;

#endif
