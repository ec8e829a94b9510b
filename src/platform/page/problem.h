/* SPDX-License-Identifier: EUPL-1.2 */
/* The page for a request that cannot be answered: what is the matter and what the reader can do. */
#ifndef PLATFORM_PAGE_PROBLEM_H
#define PLATFORM_PAGE_PROBLEM_H

#include "platform/page/frame.h"

struct problem_view {
	struct page_frame frame;
	int64_t status;        /* of HTTP */
	const char *title;     /* what is the matter */
	const char *words;     /* the same in a sentence or two */
	const char *advice;    /* what the reader can do */
	const char *reference; /* to name when asking for help, or NULL */
};

extern const struct record problem_view_record;

/* The view for ui/problem.html, in the language of the frame, whose title it fills in. */
struct problem_view problem_view_of(int status, const struct page_frame *frame);

#endif
