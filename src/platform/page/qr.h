/* SPDX-License-Identifier: EUPL-1.2 */
/* A text as a QR code, drawn by a page as one path of an SVG. */
#ifndef PLATFORM_PAGE_QR_H
#define PLATFORM_PAGE_QR_H

#include "platform/base/arena.h"

struct qr {
	const char *path; /* a square of 1 by 1 for each dark module; NULL: the text does not fit */
	int64_t size;     /* of the whole, with the quiet zone of four modules around it */
};

/* The QR code of a text of at most some hundreds of bytes; the path is in arena. */
struct qr qr_of(const char *text, struct arena *arena);

#endif
