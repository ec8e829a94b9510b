/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/assessment_view.h"

#include <assert.h>
#include <string.h>

#include "common/journal/book.h"
#include "platform/base/words.h"

static const struct field link_fields[] = {
	FIELD(struct assessment_link, address, .max_chars = 1000),
	FIELD(struct assessment_link, label),
};
const struct record assessment_link_record = RECORD(struct assessment_link, "assessment_link", link_fields);

bool seeing_refuse(const struct seeing *seeing, const char *words)
{
	web_problem_in_words(seeing->request, seeing->response, 403, words);
	return false;
}

static enum status look_back(struct seeing *seeing, struct fault *fault)
{
	int64_t newest = seeing->assessed.stand.round;
	enum status status = assessment_look_back(
		seeing->journal, web_number(&seeing->request->query, "round"), &seeing->assessed, fault);

	seeing->is_past = seeing->assessed.stand.round < newest;
	return status;
}

bool seeing_begin(struct http_request *request, struct http_response *response, struct seeing *ret_seeing)
{
	struct visitor *visitor = web_visitor(request);
	struct fault fault = { 0 };
	enum status status;

	*ret_seeing =
		(struct seeing){ .request = request, .response = response, .journal = &visitor->journal };
	status = assessment_see(&visitor->journal, pairs_get(&request->parts, "tender"),
	                        &ret_seeing->assessed, &fault);
	if (status == OK && !ret_seeing->assessed.stand.is_known)
		status = fault_set(&fault, NOT_FOUND, "there is no such tender");
	if (status == OK)
		status = look_back(ret_seeing, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	ret_seeing->account = visitor->session.account.account;
	ret_seeing->assessor = assessment_assessor(&ret_seeing->assessed, ret_seeing->account);
	ret_seeing->is_declared = owed_has_declared(&ret_seeing->assessed.owed, ret_seeing->account);
	ret_seeing->is_manager = access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS);
	if (ret_seeing->assessor == NULL && !ret_seeing->is_manager)
		return seeing_refuse(
			ret_seeing,
			web_words(request, WORDS("Alleen wie deze aanbesteding beoordeelt, ziet dit.")));
	return true;
}

bool seeing_declare_first(const struct seeing *seeing)
{
	http_redirect(seeing->response,
	              seeing_address(seeing, seeing->assessor == NULL ? "assessment" : "marks"));
	return false;
}

bool seeing_reads_all(const struct seeing *seeing)
{
	const char *words =
		WORDS("U verklaarde een belang bij een van de inschrijvers. De gunning, de brieven en de "
	              "cijfers ziet een ander.");
	const struct owed *owed = &seeing->assessed.owed;

	if (owed_has_interest(owed, seeing->account))
		return seeing_refuse(seeing, web_words(seeing->request, words));
	return seeing->is_declared || owed->bids.count == 0 || seeing_declare_first(seeing);
}

const char *seeing_address(const struct seeing *seeing, const char *page)
{
	return arena_print(seeing->request->arena, "/tenders/%s/%s", seeing->assessed.notice.tender, page);
}

struct page_frame seeing_frame(const struct seeing *seeing, const char *title)
{
	const struct http_request *request = seeing->request;
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);
	struct page_frame frame = web_frame(request, title);
	const char *overview = seeing_address(seeing, "assessment");

	frame.day_address = NULL;
	if (kind != NULL)
		frame.notice = web_words(request, kind->done);
	web_breadcrumb(&frame, strcmp(request->path, overview) == 0 ? NULL : overview,
	               seeing->assessed.notice.title, request->arena);
	if (strcmp(request->path, overview) != 0)
		web_breadcrumb(&frame, NULL, title, request->arena);
	return frame;
}

void seeing_offer(const struct seeing *seeing, const struct journal_kind *kind, const char *more,
                  struct records *links)
{
	if (!web_may_bring(seeing->request, kind))
		return;
	((struct assessment_link *)links->items)[links->count++] = (struct assessment_link){
		.address = arena_print(seeing->request->arena, "/facts/%s?tender=%s%s", kind->name,
		                       seeing->assessed.notice.tender, more),
		.label = web_words(seeing->request, kind->title),
	};
}

static const struct field bidder_fields[] = {
	FIELD(struct interest_asked, bidder),
	FIELD(struct interest_asked, lots),
	FIELD(struct interest_asked, address, .max_chars = 1000),
};
static const struct record bidder_record = RECORD(struct interest_asked, "interest_asked", bidder_fields);

static const struct field interests_fields[] = {
	FIELD(struct interests_asked, token),
	FIELD(struct interests_asked, tender),
	FIELD(struct interests_asked, bidders, .of = &bidder_record),
	FIELD(struct interests_asked, is_asked),
};
const struct record interests_asked_record =
	RECORD(struct interests_asked, "interests_asked", interests_fields);

/* The lots in which the bidder of a bid bids, in words. */
static const char *lots_of(const struct seeing *seeing, const struct owed_bid *of)
{
	const struct owed_bid *bid = seeing->assessed.owed.bids.items;
	const char *words = "";

	for (size_t i = 0; i < seeing->assessed.owed.bids.count; i++) {
		const struct notice_lot *lot = procurement_lot(&seeing->assessed.notice, bid[i].lot);

		if (strcmp(bid[i].party, of->party) == 0)
			words = arena_print(seeing->request->arena, "%s%s%s", words,
			                    words[0] == '\0' ? "" : ", ",
			                    lot == NULL ? bid[i].lot : lot->label);
	}
	return words;
}

static bool is_first_of_bidder(const struct owed_bid *bids, size_t place)
{
	for (size_t i = 0; i < place; i++)
		if (strcmp(bids[i].party, bids[place].party) == 0)
			return false;
	return true;
}

struct interests_asked seeing_interests(const struct seeing *seeing)
{
	const struct owed *owed = &seeing->assessed.owed;
	const struct owed_bid *bid = owed->bids.items;
	struct interests_asked asked = {
		.token = web_visitor(seeing->request)->session.form_token,
		.tender = seeing->assessed.notice.tender,
		.bidders = records_new(&bidder_record, owed->bids.count, seeing->request->arena),
		.is_asked = !seeing->is_declared && owed->bids.count > 0 && web_is_present(seeing->request),
	};

	asked.bidders.count = 0;
	for (size_t i = 0; asked.is_asked && i < owed->bids.count; i++)
		if (is_first_of_bidder(bid, i))
			((struct interest_asked *)asked.bidders.items)[asked.bidders.count++] =
				(struct interest_asked){
					.bidder = bid[i].bidder,
					.lots = lots_of(seeing, &bid[i]),
					.address = arena_print(
						seeing->request->arena,
						"/facts/conflict_declared?tender=%s&sort=interest&bid=%lld",
						asked.tender, (long long)bid[i].bid),
				};
	return asked;
}

struct seeing_place seeing_place_of(const struct seeing *seeing, const struct pairs *asked)
{
	const struct tender_notice *notice = &seeing->assessed.notice;
	struct seeing_place place = { procurement_lot(notice, pairs_get(asked, "lot")),
		                      procurement_criterion(notice, pairs_get(asked, "criterion")) };

	if (place.lot == NULL)
		place.lot = notice->lots.items;
	if (place.criterion == NULL)
		place.criterion = notice->criteria.items;
	assert(place.lot != NULL && place.criterion != NULL);
	return place;
}

struct records seeing_tabs(const struct seeing *seeing, const struct seeing_place *place, const char *page)
{
	const struct tender_notice *notice = &seeing->assessed.notice;
	const struct notice_lot *lot = notice->lots.items;
	const struct notice_criterion *criterion = notice->criteria.items;
	struct arena *arena = seeing->request->arena;
	struct records tabs =
		records_new(&page_tab_record, notice->lots.count * notice->criteria.count, arena);
	struct page_tab *tab = tabs.items;
	const char *round =
		seeing->is_past ? arena_print(arena, "&round=%lld", (long long)seeing->assessed.stand.round)
				: "";

	for (size_t i = 0; i < notice->lots.count; i++)
		for (size_t j = 0; j < notice->criteria.count; j++)
			*tab++ = (struct page_tab){
				.address = arena_print(arena, "/tenders/%s/%s?lot=%s&criterion=%s%s",
				                       notice->tender, page, lot[i].lot,
				                       criterion[j].criterion, round),
				.label = notice->lots.count > 1 ? arena_print(arena, "%s: %s", lot[i].label,
				                                              criterion[j].label)
				                                : criterion[j].label,
				.is_current = &lot[i] == place->lot && &criterion[j] == place->criterion,
			};
	return tabs;
}

const char *seeing_mark(const struct seeing *seeing, const char *mark)
{
	char words[DECIMAL_TEXT_SIZE];
	struct decimal decimal = { 0 };

	if (!decimal_read(or_empty(mark), &decimal))
		return "";
	return arena_copy(seeing->request->arena,
	                  decimal_words(decimal, web_visitor(seeing->request)->language, words));
}

const char *seeing_posted(const struct seeing *seeing, const char *name, int64_t number)
{
	return or_empty(pairs_get(&seeing->request->form,
	                          arena_print(seeing->request->arena, "%s_%lld", name, (long long)number)));
}
