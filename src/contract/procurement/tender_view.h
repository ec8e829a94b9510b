/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages about tenders have in common; only this slice includes this. */
#ifndef CONTRACT_PROCUREMENT_TENDER_VIEW_H
#define CONTRACT_PROCUREMENT_TENDER_VIEW_H

#include "common/access/web.h"
#include "contract/procurement/moments.h"
#include "contract/procurement/procurement_store.h"

/* A bid of the visitor's own organisation, or in which it was asked to take part. */
struct tender_bid_line {
	int64_t bid;
	const char *lot, *state, *role;
	bool is_done; /* nothing is left to do in it */
};
extern const struct record tender_bid_line_record;

/* The tender of the path as it was on the day of the page; NOT_FOUND before it was announced. */
enum status tender_find(const struct http_request *request, struct tender_notice *ret_notice,
                        struct fault *fault) MUST_CHECK;
/* Whether a tender was there on that day; what came later is left out of it. */
bool tender_on_day(const struct http_request *request, struct tender_notice *notice);
/* Now, or on another day its end. */
struct moment tender_now(const struct http_request *request);
/* The frame of a page below a tender; a NULL title: of the tender itself. */
struct page_frame tender_frame(const struct http_request *request, const struct tender_notice *notice,
                               const char *title);
/* The bids in a tender in which the visitor's organisation stands: struct tender_bid_line. */
enum status tender_own_bids(const struct http_request *request, const char *tender, struct records *ret_bids,
                            struct fault *fault) MUST_CHECK;

#endif
