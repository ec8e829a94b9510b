/* SPDX-License-Identifier: EUPL-1.2 */
/* Bids that were opened, for who judges: not before the interests are declared, and none of a bidder in which
 * there is one. */
#include "contract/assessment/assessment_pages.h"

#include "contract/assessment/assessment_view.h"
#include "contract/procurement/bid_store.h"
#include "contract/procurement/procurement_pages.h"
#include "platform/base/words.h"

/* Of a party that may stand in bids: procurement itself says which. */
static bool is_of_party(const struct http_request *request)
{
	return has_words(web_visitor(request)->journal.party);
}

static bool may_read(const void *context, int64_t bid)
{
	const struct seeing *seeing = context;

	return assessment_may_read(&seeing->assessed, seeing->account, bid);
}

void judged_bids_page(struct http_request *request, struct http_response *response, void *context)
{
	struct seeing seeing;

	(void)context;
	if (!seeing_begin(request, response, &seeing))
		return;
	if (seeing.assessed.owed.bids.count > 0 && !seeing.is_declared)
		(void)seeing_declare_first(&seeing);
	else
		tender_bids_page(request, response, &(struct bid_sight){ may_read, &seeing });
}

/* False: it has been answered. */
static bool may_open(struct http_request *request, struct http_response *response)
{
	struct visitor *visitor = web_visitor(request);
	const char *account = visitor->session.account.account;
	int64_t number = web_number(&request->parts, "bid");
	struct assessed assessed = { 0 };
	struct bid_now bid = { 0 };
	struct fault fault = { 0 };
	enum status status = bid_find(&visitor->journal, number, &bid, &fault);

	if (status == OK)
		status = assessment_see(&visitor->journal, bid.tender, &assessed, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	if (assessment_bid(&assessed, number) == NULL || assessment_may_read(&assessed, account, number))
		return true;
	if (!owed_has_declared(&assessed.owed, account))
		http_redirect(response,
		              arena_print(request->arena, "/tenders/%s/assessment", assessed.notice.tender));
	else
		web_problem_in_words(
			request, response, 403,
			web_words(request, WORDS("U heeft een belang bij deze inschrijver. Een ander "
		                                 "leest en beoordeelt deze inschrijving.")));
	return false;
}

void judged_bid_page(struct http_request *request, struct http_response *response, void *context)
{
	if (is_of_party(request) || may_open(request, response))
		bid_page(request, response, context);
}
