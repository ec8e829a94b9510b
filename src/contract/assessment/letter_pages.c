/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter about an award, on screen and on paper. */
#include "contract/assessment/assessment_pages.h"

#include <assert.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "contract/assessment/assessment_view.h"
#include "contract/assessment/telling.h"
#include "platform/base/words.h"

struct award_letter_view {
	struct page_frame frame;
	struct letter_shown shown;
	struct date sent_on;
	const char *how, *pdf, *title, *until;
	struct records tabs; /* the letters of all rounds */
	bool is_there;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct award_letter_view, frame, &page_frame_record),
	FIELD_INSIDE(struct award_letter_view, shown, &letter_shown_record),
	FIELD(struct award_letter_view, sent_on),
	FIELD(struct award_letter_view, how, .choices = award_letter_ways),
	FIELD(struct award_letter_view, pdf),
	FIELD(struct award_letter_view, title),
	FIELD(struct award_letter_view, until),
	FIELD(struct award_letter_view, tabs, .of = &page_tab_record),
	FIELD(struct award_letter_view, is_there),
};
const struct record award_letter_view_record =
	RECORD(struct award_letter_view, "award_letter_view", view_fields);

/* A letter with the tender that it is about. */
struct letter_seen {
	struct assessed assessed;
	struct records rounds; /* struct award_letter_round: the letters that may be read, the newest first */
	struct award_letter_kept kept;
	struct date standstill_until; /* of its round */
	bool is_there;                /* and may be read by who looks */
};

/* The bid's own party, or NULL: there is no such bid in the tender. */
static enum status find_party(struct journal *journal, const char *tender, int64_t number,
                              const char **ret_party, struct fault *fault)
{
	struct records bids = { 0 };
	const struct procurement_bid *bid;
	enum status status = procurement_bids(journal, tender, &bids, fault);

	*ret_party = NULL;
	bid = bids.items;
	for (size_t i = 0; status == OK && i < bids.count; i++)
		if (bid[i].bid == number)
			*ret_party = bid[i].party;
	if (status == OK && *ret_party == NULL)
		return fault_set(fault, NOT_FOUND, "there is no such bid");
	return status;
}

static bool is_own(const struct visitor *visitor, const char *bidder)
{
	const char *party = or_empty(visitor->session.account.party);

	assert(bidder != NULL);
	return party[0] != '\0' && strcmp(bidder, party) == 0;
}

/* The letter of the round that was asked for, else of the newest; a bidder reads those that left. */
static enum status read_letter(struct journal *journal, const struct letter_asked *asked, bool is_manager,
                               struct letter_seen *seen, struct fault *fault)
{
	struct award_letter_round *round;
	size_t count = 0;
	enum status status = award_letters_of(journal, asked, &seen->rounds, fault);

	if (status)
		return status;
	round = seen->rounds.items;
	for (size_t i = 0; i < seen->rounds.count; i++)
		if (is_manager || date_is(round[i].sent_on))
			round[count++] = round[i];
	seen->rounds.count = count;
	for (size_t i = 0; !seen->is_there && i < count; i++) {
		if (asked->round != 0 && round[i].round != asked->round)
			continue;
		seen->is_there = true;
		seen->standstill_until = round[i].standstill_until;
		status = award_letter_find(
			journal, &(struct letter_asked){ asked->tender, asked->bid, round[i].round },
			&seen->kept, fault);
	}
	return status;
}

/* A letter says how others came out: who reads it has no interest in any of them. */
static bool may_read_all(struct http_request *request, struct http_response *response,
                         const struct assessed *assessed)
{
	const char *account = web_visitor(request)->session.account.account;
	const struct seeing seeing = {
		.request = request,
		.response = response,
		.assessed = *assessed,
		.account = account,
		.is_declared = owed_has_declared(&assessed->owed, account),
	};

	return seeing_reads_all(&seeing);
}

/* Who runs the tender reads every letter; a bidder the own ones, once they left. False: it has been answered.
 */
static bool load(struct http_request *request, struct http_response *response, struct letter_seen *seen)
{
	struct visitor *visitor = web_visitor(request);
	bool is_manager = access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS);
	const struct letter_asked asked = { pairs_get(&request->parts, "tender"),
		                            web_number(&request->parts, "bid"),
		                            web_number(&request->query, "round") };
	const char *bidder = NULL;
	struct fault fault = { 0 };
	enum status status = assessment_see(&visitor->journal, asked.tender, &seen->assessed, &fault);

	if (status == OK)
		status = find_party(&visitor->journal, asked.tender, asked.bid, &bidder, &fault);
	if (!web_ok(request, response, status, &fault))
		return false;
	if (!is_manager && !is_own(visitor, bidder)) {
		web_problem(request, response, 403);
		return false;
	}
	if (!is_own(visitor, bidder) && !may_read_all(request, response, &seen->assessed))
		return false;
	return web_ok(request, response, read_letter(&visitor->journal, &asked, is_manager, seen, &fault),
	              &fault);
}

/* All letters of the bid, where there is more than this one. */
static void show_rounds(const struct http_request *request, const struct letter_seen *seen,
                        struct award_letter_view *view)
{
	const struct award_letter_round *from = seen->rounds.items;
	struct page_tab *tabs;

	if (seen->rounds.count < 2)
		return;
	view->tabs = records_new(&page_tab_record, seen->rounds.count, request->arena);
	tabs = view->tabs.items;
	for (size_t i = 0; i < seen->rounds.count; i++)
		tabs[i] = (struct page_tab){
			.address = arena_print(request->arena, "%s?round=%lld", request->path,
			                       (long long)from[i].round),
			.label =
				arena_print(request->arena, web_words(request, WORDS("Brief van ronde %lld")),
			                    (long long)from[i].round),
			.is_current = from[i].round == seen->kept.letter.round,
		};
}

void award_letter_page(struct http_request *request, struct http_response *response, void *context)
{
	struct award_letter_view view = { 0 };
	struct letter_seen seen = { 0 };
	const struct tender_notice *notice = &seen.assessed.notice;
	const char *title = web_words(request, WORDS("Brief over de gunning"));

	(void)context;
	if (!load(request, response, &seen))
		return;
	view.is_there = seen.is_there;
	view.title = title;
	if (seen.is_there) {
		view.shown =
			award_letter_shown(&seen.kept, web_visitor(request)->register_name, request->arena);
		view.sent_on = seen.kept.sent_on;
		view.how = seen.kept.how;
		view.pdf = arena_print(request->arena, "%s/pdf?round=%lld", request->path,
		                       (long long)seen.kept.letter.round);
		if (date_is(seen.standstill_until))
			view.until = calendar_date_words(
				seen.standstill_until, web_visitor(request)->language, true, request->arena);
	}
	show_rounds(request, &seen, &view);
	view.frame = web_frame(request, title);
	view.frame.day_address = NULL;
	web_breadcrumb(&view.frame, arena_print(request->arena, "/tenders/%s", notice->tender), notice->title,
	               request->arena);
	web_breadcrumb(&view.frame, NULL, title, request->arena);
	web_note_read(request, response, 0, "tender-letter");
	web_page(request, response, "assessment/letter.html", &view);
}

void award_letter_pdf(struct http_request *request, struct http_response *response, void *context)
{
	struct letter_seen seen = { 0 };
	struct letter_shown shown;
	struct fault fault = { 0 };

	(void)context;
	if (!load(request, response, &seen))
		return;
	if (!seen.is_there) {
		web_problem(request, response, 404);
		return;
	}
	shown = award_letter_shown(&seen.kept, web_visitor(request)->register_name, request->arena);
	if (!web_ok(request, response, letter_add_pdf(&shown, request->arena, &response->body, &fault),
	            &fault))
		return;
	response->type = "application/pdf";
	response->file_name =
		arena_print(request->arena, "gunning-%lld.pdf", (long long)seen.kept.letter.bid);
	web_note_read(request, response, 0, "tender-letter-pdf");
}
