/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/tender_view.h"

#include <string.h>

#include "contract/procurement/bid.h"
#include "contract/procurement/bid_store.h"
#include "contract/procurement/correction.h"
#include "platform/base/words.h"

static const struct field bid_line_fields[] = {
	FIELD(struct tender_bid_line, bid),     FIELD(struct tender_bid_line, lot),
	FIELD(struct tender_bid_line, state),   FIELD(struct tender_bid_line, role),
	FIELD(struct tender_bid_line, is_done),
};
const struct record tender_bid_line_record =
	RECORD(struct tender_bid_line, "tender_bid_line", bid_line_fields);

bool tender_on_day(const struct http_request *request, struct tender_notice *notice)
{
	struct date on = web_on(request);

	if (date_is(notice->opened_on) && date_before(on, notice->opened_on))
		notice->opened_on = (struct date){ 0 };
	if (date_is(notice->awarded_on) && date_before(on, notice->awarded_on))
		notice->awarded_on = (struct date){ 0 };
	return !date_before(on, notice->announced_on);
}

struct moment tender_now(const struct http_request *request)
{
	struct moment end = web_day_end(request);

	return end.seconds != 0 ? end : clock_now(&web_visitor(request)->clock);
}

enum status tender_find(const struct http_request *request, struct tender_notice *ret_notice,
                        struct fault *fault)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const char *tender = pairs_get(&request->parts, "tender");
	enum status status = procurement_tender_find(journal->db, journal->register_id, tender,
	                                             request->arena, ret_notice, fault);

	if (status == OK && !tender_on_day(request, ret_notice))
		return fault_set(fault, NOT_FOUND, "the tender %s was announced later", or_empty(tender));
	return status == OK ? tender_before_corrections(&web_visitor(request)->journal, web_on(request),
	                                                ret_notice, fault)
	                    : status;
}

struct page_frame tender_frame(const struct http_request *request, const struct tender_notice *notice,
                               const char *title)
{
	struct page_frame frame = web_frame(request, title == NULL ? notice->title : title);

	web_breadcrumb(&frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	if (title != NULL)
		web_breadcrumb(&frame, arena_print(request->arena, "/tenders/%s", notice->tender),
		               notice->title, request->arena);
	web_breadcrumb(&frame, NULL, frame.title, request->arena);
	return frame;
}

static enum status show_bid(const struct http_request *request, const struct bid_now *bid,
                            struct tender_bid_line *ret_line, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records partners = { 0 };
	enum status status = bid_partners(journal, bid->bid, &partners, fault);
	enum bid_role role = bid_role_of(bid, &partners, journal->party);

	*ret_line = (struct tender_bid_line){
		.bid = bid->bid,
		.lot = bid->lot,
		.state = web_words(request, choice_label(bid_states, bid->state)),
		.role = role == BID_LEAD     ? (partners.count == 0 ? WORDS("uw inschrijving")
		                                                    : WORDS("u bent penvoerder"))
		        : role == BID_MEMBER ? WORDS("u bent gevraagd als lid van de combinatie")
		                             : WORDS("u bent gevraagd als onderaannemer"),
		.is_done = strcmp(bid->state, "begun") != 0,
	};
	ret_line->role = web_words(request, ret_line->role);
	return status;
}

enum status tender_own_bids(const struct http_request *request, const char *tender, struct records *ret_bids,
                            struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct records bids = { 0 };
	const struct bid_now *items;
	struct tender_bid_line *lines;
	enum status status = OK;

	*ret_bids = (struct records){ 0 };
	if (!access_may(visitor->session.role, MAY_BID) || !has_words(visitor->journal.party))
		return OK;
	status = bids_of_party(&visitor->journal, tender, visitor->journal.party, &bids, fault);
	items = bids.items;
	*ret_bids = records_new(&tender_bid_line_record, bids.count, request->arena);
	lines = ret_bids->items;
	ret_bids->count = 0;
	for (size_t i = 0; status == OK && i < bids.count; i++)
		if (!date_before(web_on(request), items[i].begun_on))
			status = show_bid(request, &items[i], &lines[ret_bids->count++], fault);
	return status;
}
