/* SPDX-License-Identifier: EUPL-1.2 */
/* The bids side by side on one criterion, for one assessor: what they say, and which mark they get. */
#include <stdlib.h>
#include <string.h>

#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/assessment_view.h"
#include "contract/assessment/marking.h"
#include "contract/procurement/procedure.h"
#include "platform/base/words.h"

/* A bid on the criterion. */
struct mark_card {
	int64_t bid;
	const char *bidder, *answer, *how, *with, *written, *mark, *reason, *mistake;
	bool is_given;
};
static const struct field card_fields[] = {
	FIELD(struct mark_card, bid),
	FIELD(struct mark_card, bidder),
	FIELD(struct mark_card, answer, .max_chars = BID_ANSWER_CHARS),
	FIELD(struct mark_card, how, .max_chars = BID_CONCRETE_CHARS),
	FIELD(struct mark_card, with, .max_chars = BID_CONCRETE_CHARS),
	FIELD(struct mark_card, written, .max_chars = 1000),
	FIELD(struct mark_card, mark),
	FIELD(struct mark_card, reason, .max_chars = 2000),
	FIELD(struct mark_card, mistake, .max_chars = 1000),
	FIELD(struct mark_card, is_given),
};
static const struct record card_record = RECORD(struct mark_card, "mark_card", card_fields);

struct marks_view {
	struct page_frame frame;
	const char *steps, *title, *question, *token, *action, *lot, *criterion, *mistake, *newest;
	int64_t weight, left, conflicts, round;
	struct records tabs, cards, rounds;
	struct interests_asked interests;
	bool may_mark, is_open, is_closed, are_many;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct marks_view, frame, &page_frame_record),
	FIELD(struct marks_view, title),
	FIELD(struct marks_view, question, .max_chars = 2000),
	FIELD(struct marks_view, token),
	FIELD(struct marks_view, steps, .max_chars = 400),
	FIELD(struct marks_view, action),
	FIELD(struct marks_view, lot),
	FIELD(struct marks_view, criterion),
	FIELD(struct marks_view, mistake, .max_chars = 1000),
	FIELD(struct marks_view, newest),
	FIELD(struct marks_view, round),
	FIELD(struct marks_view, rounds, .of = &assessment_link_record),
	FIELD(struct marks_view, weight),
	FIELD(struct marks_view, left, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct marks_view, conflicts),
	FIELD(struct marks_view, tabs, .of = &page_tab_record),
	FIELD(struct marks_view, cards, .of = &card_record),
	FIELD_INSIDE(struct marks_view, interests, &interests_asked_record),
	FIELD(struct marks_view, may_mark),
	FIELD(struct marks_view, is_open),
	FIELD(struct marks_view, is_closed),
	FIELD(struct marks_view, are_many),
};
const struct record marks_view_record = RECORD(struct marks_view, "marks_view", view_fields);

static const struct assessment_mark *mark_of(const struct records *marks, int64_t bid, const char *criterion)
{
	const struct assessment_mark *mark = marks->items;

	for (size_t i = 0; i < marks->count; i++)
		if (mark[i].bid == bid && strcmp(mark[i].criterion, criterion) == 0)
			return &mark[i];
	return NULL;
}

/* What a bid says on the criterion; a bid that cannot be read says nothing. */
static enum status show_answer(const struct seeing *seeing, const struct seeing_place *place,
                               struct mark_card *card, struct fault *fault)
{
	struct bid_content content = { 0 };
	const struct bid_answer *answer;
	enum status status = procurement_content(seeing->journal, card->bid, &content, fault);

	if (status == NOT_FOUND)
		return OK;
	answer = status == OK ? procurement_answer(&content, place->criterion->criterion) : NULL;
	if (answer == NULL)
		return status;
	card->answer = answer->answer;
	card->how = answer->how;
	card->with = answer->with;
	card->written = answer->written;
	return OK;
}

/* What was sent, as it was typed, when not all of it could be kept. */
static void show_typed(const struct seeing *seeing, struct mark_card *card)
{
	card->mark = seeing_posted(seeing, "mark", card->bid);
	card->reason = seeing_posted(seeing, "reason", card->bid);
}

/* The cards of the bids in the lot that the assessor may see; mistakes: what must change, by bid, or NULL. */
static enum status show_cards(const struct seeing *seeing, const struct seeing_place *place,
                              const char *const *mistakes, struct marks_view *view, struct fault *fault)
{
	const struct owed *owed = &seeing->assessed.owed;
	const struct owed_bid *bid = owed->bids.items;
	const struct marks_asked asked = { &seeing->assessed, place->lot->lot, place->criterion->criterion };
	struct records own = { 0 };
	struct mark_card *card;
	enum status status =
		assessment_own_marks(seeing->journal, &asked, seeing->assessor->account, &own, fault);

	view->cards = records_new(&card_record, owed->bids.count, seeing->request->arena);
	card = view->cards.items;
	view->cards.count = 0;
	for (size_t i = 0; status == OK && seeing->is_declared && i < owed->bids.count; i++) {
		const struct assessment_mark *given = mark_of(&own, bid[i].bid, asked.criterion);

		if (strcmp(bid[i].lot, place->lot->lot) != 0)
			continue;
		if (owed_has_conflict(owed, seeing->assessor->account, bid[i].bid)) {
			view->conflicts++;
			continue;
		}
		*card = (struct mark_card){ .bid = bid[i].bid,
			                    .bidder = bid[i].bidder,
			                    .mark = given == NULL ? "" : seeing_mark(seeing, given->mark),
			                    .reason = given == NULL ? "" : given->reason,
			                    .mistake = mistakes == NULL ? NULL : mistakes[i],
			                    .is_given = given != NULL };
		if (mistakes != NULL)
			show_typed(seeing, card);
		status = show_answer(seeing, place, card++, fault);
		view->cards.count++;
	}
	return status;
}

/* What is still to be marked stands first, each part in the order of the bids. */
static int by_what_is_left(const void *a, const void *b)
{
	const struct mark_card *one = a, *other = b;

	if (one->is_given != other->is_given)
		return one->is_given ? 1 : -1;
	return (one->bid > other->bid) - (one->bid < other->bid);
}

/* How many marks the assessor owes on each criterion. */
static enum status count_tabs(const struct seeing *seeing, struct marks_view *view, struct fault *fault)
{
	const struct tender_notice *notice = &seeing->assessed.notice;
	const struct notice_lot *lot = notice->lots.items;
	const struct notice_criterion *criterion = notice->criteria.items;
	const struct owed *owed = &seeing->assessed.owed;
	struct page_tab *tab = view->tabs.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < notice->lots.count; i++) {
		const struct marks_asked asked = { .assessed = &seeing->assessed, .lot = lot[i].lot };
		int64_t all = owed_by(owed, seeing->assessor->account, lot[i].lot) /
		              (int64_t)(notice->criteria.count > 0 ? notice->criteria.count : 1);
		struct records marks = { 0 };
		const struct assessment_mark *mark;

		status = assessment_marks(seeing->journal, &asked, &marks, fault);
		mark = marks.items;
		for (size_t j = 0; status == OK && j < notice->criteria.count; j++, tab++) {
			tab->count = all;
			for (size_t n = 0; n < marks.count; n++)
				tab->count -=
					strcmp(mark[n].account, seeing->assessor->account) == 0 &&
							strcmp(mark[n].criterion, criterion[j].criterion) == 0
						? 1
						: 0;
			view->left += tab->count;
		}
	}
	return status;
}

/* Which round the marks are of, and those of the rounds before it. */
static void show_round(const struct seeing *seeing, struct marks_view *view)
{
	struct arena *arena = seeing->request->arena;
	int64_t round = seeing->assessed.stand.round, before = round - 1;

	view->round = round > 1 || seeing->is_past ? round : 0;
	view->newest = seeing->is_past ? seeing_address(seeing, "marks") : NULL;
	view->rounds = records_new(&assessment_link_record, (size_t)before, arena);
	for (int64_t i = 1; i <= before; i++)
		((struct assessment_link *)view->rounds.items)[i - 1] = (struct assessment_link){
			arena_print(arena, "%s?round=%lld", seeing_address(seeing, "marks"), (long long)i),
			arena_print(arena, web_words(seeing->request, WORDS("Mijn cijfers in ronde %lld")),
			            (long long)i)
		};
}

/* Where the assessor goes on: the first criterion with a mark to give, from this one on and then from the
 * first; or this one when nothing is left. */
static enum status next_address(const struct seeing *seeing, const struct seeing_place *place,
                                const char **ret_address, struct fault *fault)
{
	struct marks_view view = { .tabs = seeing_tabs(seeing, place, "marks") };
	const struct page_tab *tab = view.tabs.items;
	size_t now = 0;
	enum status status = count_tabs(seeing, &view, fault);

	for (size_t i = 0; i < view.tabs.count; i++)
		now = tab[i].is_current ? i : now;
	*ret_address = tab[now].address;
	for (size_t i = 0; status == OK && i < view.tabs.count; i++) {
		const struct page_tab *next = &tab[(now + i) % view.tabs.count];

		if (next->count <= 0)
			continue;
		*ret_address = next->address;
		break;
	}
	return status;
}

static void show(const struct seeing *seeing, const struct pairs *asked, const char *const *mistakes)
{
	struct http_request *request = seeing->request;
	const struct seeing_place place = seeing_place_of(seeing, asked);
	struct marks_view view = { .title = seeing->assessed.notice.title,
		                   .question = place.criterion->question,
		                   .token = web_visitor(request)->session.form_token,
		                   .action = seeing_address(seeing, "marks"),
		                   .lot = place.lot->lot,
		                   .criterion = place.criterion->criterion,
		                   .weight = place.criterion->weight_percent };
	struct fault fault = { 0 };
	enum status status;

	view.frame = seeing_frame(seeing, web_words(request, WORDS("Mijn cijfers")));
	view.steps =
		procedure_marks(&seeing->assessed.notice, web_visitor(request)->language, request->arena);
	view.is_open = assessment_is_unsealed(&seeing->assessed, place.lot->lot);
	view.may_mark = seeing->is_declared && !view.is_open && !seeing->is_past && web_is_present(request);
	show_round(seeing, &view);
	view.interests = seeing_interests(seeing);
	view.is_closed = seeing->assessed.owed.bids.count == 0;
	view.tabs = seeing_tabs(seeing, &place, "marks");
	status = count_tabs(seeing, &view, &fault);
	if (status == OK)
		status = show_cards(seeing, &place, mistakes, &view, &fault);
	if (!web_ok(request, seeing->response, status, &fault))
		return;
	view.are_many = view.cards.count > 1;
	if (view.are_many)
		qsort(view.cards.items, view.cards.count, sizeof(struct mark_card), by_what_is_left);
	if (mistakes != NULL) {
		view.mistake = web_words(
			request,
			WORDS("Er is nog niets bewaard. Bij een inschrijving staat wat er anders moet."));
		seeing->response->status = 422;
	}
	web_note_read(request, seeing->response, 0, "tender-marks");
	web_page(request, seeing->response, "assessment/marks.html", &view);
}

/* False: it has been answered. */
static bool begin(struct http_request *request, struct http_response *response, struct seeing *seeing)
{
	if (!seeing_begin(request, response, seeing))
		return false;
	if (seeing->assessor == NULL &&
	    request->method == HTTP_GET) { /* who runs the tender and is no assessor */
		http_redirect(response, seeing_address(seeing, "assessment"));
		return false;
	}
	if (seeing->assessor == NULL)
		return seeing_refuse(
			seeing,
			web_words(request, WORDS("Alleen wie deze aanbesteding beoordeelt, ziet dit.")));
	return true;
}

void marks_page(struct http_request *request, struct http_response *response, void *context)
{
	struct seeing seeing;

	(void)context;
	if (begin(request, response, &seeing))
		show(&seeing, &request->query, NULL);
}

/* Whether the form says something else of a bid than is there. */
static bool is_changed(const struct seeing *seeing, const struct records *own, const char *criterion,
                       int64_t bid)
{
	const struct assessment_mark *given = mark_of(own, bid, criterion);
	const char *mark = seeing_posted(seeing, "mark", bid), *reason = seeing_posted(seeing, "reason", bid);

	if (given == NULL)
		return mark[0] != '\0' || reason[0] != '\0';
	return strcmp(mark, seeing_mark(seeing, given->mark)) != 0 || strcmp(reason, given->reason) != 0;
}

/* One mark at the door, or only tried there; ret_mistake: what must change, or NULL. */
static enum status bring(const struct seeing *seeing, const struct mark_brought *from, bool is_try,
                         const char **ret_mistake, struct fault *fault)
{
	struct findings findings =
		findings_new(seeing->request->arena, web_visitor(seeing->request)->language);
	struct mark_brought mark = *from;
	struct web_fact brought = { .kind = &mark_given_kind, .item = &mark, .findings = &findings };
	struct journal_fact tried = { .kind = &mark_given_kind, .item = &mark };
	enum status status = is_try ? journal_try(seeing->journal, &tried, &findings, fault)
	                            : web_append(seeing->request, seeing->response, &brought, fault);

	*ret_mistake = status == FINDINGS ? findings.items[0].words : NULL;
	return status == FINDINGS ? OK : status;
}

/* What the form changes; ret_mistakes: what must change, by bid; ret_count: how many mistakes. */
static enum status bring_all(const struct seeing *seeing, const struct seeing_place *place, bool is_try,
                             const char **ret_mistakes, size_t *ret_count, struct fault *fault)
{
	const struct marks_asked asked = { &seeing->assessed, place->lot->lot, place->criterion->criterion };
	const struct owed_bid *bid = seeing->assessed.owed.bids.items;
	struct records own = { 0 };
	enum status status =
		assessment_own_marks(seeing->journal, &asked, seeing->assessor->account, &own, fault);

	*ret_count = 0;
	for (size_t i = 0; status == OK && i < seeing->assessed.owed.bids.count; i++) {
		const struct mark_brought mark = { .tender = seeing->assessed.notice.tender,
			                           .bid = bid[i].bid,
			                           .criterion = asked.criterion,
			                           .mark = seeing_posted(seeing, "mark", bid[i].bid),
			                           .reason = seeing_posted(seeing, "reason", bid[i].bid) };

		if (strcmp(bid[i].lot, asked.lot) != 0 ||
		    !is_changed(seeing, &own, asked.criterion, bid[i].bid))
			continue;
		status = bring(seeing, &mark, is_try, &ret_mistakes[i], fault);
		*ret_count += ret_mistakes[i] != NULL;
	}
	return status;
}

/* To what was saved, or with next to what is to be marked then. */
static void leave(const struct seeing *seeing, const struct seeing_place *place)
{
	struct fault fault = { 0 };
	const char *address =
		arena_print(seeing->request->arena, "/tenders/%s/marks?lot=%s&criterion=%s",
	                    seeing->assessed.notice.tender, place->lot->lot, place->criterion->criterion);
	enum status status = has_words(pairs_get(&seeing->request->form, "next"))
	                             ? next_address(seeing, place, &address, &fault)
	                             : OK;

	if (web_ok(seeing->request, seeing->response, status, &fault))
		http_redirect(seeing->response,
		              arena_print(seeing->request->arena, "%s&done=mark_given", address));
}

/* All of the form or nothing of it. */
void marks_post(struct http_request *request, struct http_response *response, void *context)
{
	struct seeing seeing;
	struct seeing_place place;
	struct fault fault = { 0 };
	const char **mistakes;
	size_t count = 0;
	enum status status;

	(void)context;
	if (!begin(request, response, &seeing))
		return;
	place = seeing_place_of(&seeing, &request->form);
	mistakes = ARENA_MANY(request->arena, seeing.assessed.owed.bids.count + 1, const char *);
	status = bring_all(&seeing, &place, true, mistakes, &count, &fault);
	if (status == OK && count == 0)
		status = bring_all(&seeing, &place, false, mistakes, &count, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (count > 0)
		show(&seeing, &request->form, mistakes);
	else
		leave(&seeing, &place);
}
