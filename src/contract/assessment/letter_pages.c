/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter about an award, on screen and on paper. */
#include "contract/assessment/assessment_pages.h"

#include <string.h>

#include "contract/assessment/assessment_view.h"
#include "contract/assessment/telling.h"
#include "platform/base/words.h"

struct award_letter_view {
	struct page_frame frame;
	struct letter_shown shown;
	struct date sent_on;
	const char *how, *pdf, *title;
	bool is_there;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct award_letter_view, frame, &page_frame_record),
	FIELD_INSIDE(struct award_letter_view, shown, &letter_shown_record),
	FIELD(struct award_letter_view, sent_on),
	FIELD(struct award_letter_view, how, .choices = award_letter_ways),
	FIELD(struct award_letter_view, pdf),
	FIELD(struct award_letter_view, title),
	FIELD(struct award_letter_view, is_there),
};
const struct record award_letter_view_record =
	RECORD(struct award_letter_view, "award_letter_view", view_fields);

/* A letter with the tender that it is about. */
struct letter_seen {
	struct assessed assessed;
	struct award_letter_kept kept;
	bool is_there; /* and may be read by who looks */
};

static bool is_own(const struct visitor *visitor, const struct owed_bid *bid)
{
	const char *party = or_empty(visitor->session.account.party);

	return bid != NULL && party[0] != '\0' && strcmp(bid->party, party) == 0;
}

/* Who runs the tender reads every letter; a bidder the own one, once it left. False: it has been answered. */
static bool load(struct http_request *request, struct http_response *response, struct letter_seen *seen)
{
	struct visitor *visitor = web_visitor(request);
	bool is_manager = access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS);
	int64_t number = web_number(&request->parts, "bid");
	const struct owed_bid *bid;
	struct fault fault = { 0 };
	enum status status = assessment_see(&visitor->journal, pairs_get(&request->parts, "tender"),
	                                    &seen->assessed, &fault);

	bid = status == OK ? assessment_bid(&seen->assessed, number) : NULL;
	if (status == OK && bid == NULL)
		status = fault_set(&fault, NOT_FOUND, "there is no such bid");
	if (!web_ok(request, response, status, &fault))
		return false;
	if (!is_manager && !is_own(visitor, bid)) {
		web_problem(request, response, 403);
		return false;
	}
	status = award_letter_find(&visitor->journal, seen->assessed.notice.tender, number, &seen->kept,
	                           &fault);
	seen->is_there = status == OK && (is_manager || date_is(seen->kept.sent_on));
	return status == NOT_FOUND || web_ok(request, response, status, &fault);
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
		view.pdf = arena_print(request->arena, "%s/pdf", request->path);
	}
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
