/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is said of an award to everybody. Winners with their marks; of who did not win only how many there
 * were, and of no bid what is in it (Aanbestedingswet 2012 art. 2.57 and 2.138).
 */
#include "contract/publication/outcome_pages.h"

#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "contract/assessment/assessment_store.h"
#include "contract/tender/award.h"
#include "platform/base/words.h"

/* A mark of a winner. */
struct outcome_mark {
	const char *label, *mark;
};
static const struct field mark_fields[] = {
	FIELD(struct outcome_mark, label),
	FIELD(struct outcome_mark, mark),
};
static const struct record mark_record = RECORD(struct outcome_mark, "outcome_mark", mark_fields);

struct outcome_winner {
	const char *bidder, *mean;
	struct date signed_on;
	struct records marks;
};
static const struct field winner_fields[] = {
	FIELD(struct outcome_winner, bidder),
	FIELD(struct outcome_winner, mean),
	FIELD(struct outcome_winner, signed_on),
	FIELD(struct outcome_winner, marks, .of = &mark_record),
};
static const struct record winner_record = RECORD(struct outcome_winner, "outcome_winner", winner_fields);

struct outcome_lot {
	const char *label;
	int64_t bids, won;
	struct records winners;
};
static const struct field lot_fields[] = {
	FIELD(struct outcome_lot, label),
	FIELD(struct outcome_lot, bids, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct outcome_lot, won, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct outcome_lot, winners, .of = &winner_record),
};
static const struct record lot_record = RECORD(struct outcome_lot, "outcome_lot", lot_fields);

struct outcome_view {
	struct page_frame frame;
	const char *title, *tender, *rule, *threshold, *characteristics, *published_at;
	struct date published_on, decided_on, standstill_until;
	struct records lots, criteria;
	bool is_opened;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct outcome_view, frame, &page_frame_record),
	FIELD(struct outcome_view, title),
	FIELD(struct outcome_view, tender),
	FIELD(struct outcome_view, rule),
	FIELD(struct outcome_view, threshold),
	FIELD(struct outcome_view, characteristics, .max_chars = 4000),
	FIELD(struct outcome_view, published_at),
	FIELD(struct outcome_view, published_on),
	FIELD(struct outcome_view, decided_on),
	FIELD(struct outcome_view, standstill_until),
	FIELD(struct outcome_view, lots, .of = &lot_record),
	FIELD(struct outcome_view, criteria, .of = &mark_record),
	FIELD(struct outcome_view, is_opened),
};
const struct record outcome_view_record = RECORD(struct outcome_view, "outcome_view", view_fields);

/* What the page is made of. */
struct outcome {
	const struct http_request *request;
	struct assessed assessed;
	struct records results, consensus;
};

static const char *mark_words(const struct outcome *outcome, const char *mark)
{
	char words[DECIMAL_TEXT_SIZE];
	struct decimal decimal = { 0 };

	if (!decimal_read(or_empty(mark), &decimal))
		return "";
	return arena_copy(outcome->request->arena,
	                  decimal_words(decimal, web_visitor(outcome->request)->language, words));
}

static struct outcome_winner show_winner(const struct outcome *outcome,
                                         const struct assessment_result *result)
{
	const struct tender_notice *notice = &outcome->assessed.notice;
	const struct notice_criterion *criterion = notice->criteria.items;
	struct outcome_winner winner = {
		.bidder = result->bidder,
		.mean = mark_words(outcome, result->mean),
		.signed_on = result->signed_on,
		.marks = records_new(&mark_record, notice->criteria.count, outcome->request->arena),
	};
	struct outcome_mark *mark = winner.marks.items;

	for (size_t i = 0; i < notice->criteria.count; i++) {
		const struct assessment_consensus *agreed =
			assessment_agreed(&outcome->consensus, result->bid, criterion[i].criterion);

		assert(mark != NULL);
		mark[i] = (struct outcome_mark){ criterion[i].label,
			                         agreed == NULL ? "" : mark_words(outcome, agreed->mark) };
	}
	return winner;
}

static struct outcome_lot show_lot(const struct outcome *outcome, const struct notice_lot *lot)
{
	const struct assessment_result *result = outcome->results.items;
	struct outcome_lot shown = {
		.label = lot->label,
		.winners = records_new(&winner_record, outcome->results.count, outcome->request->arena),
	};

	shown.winners.count = 0;
	for (size_t i = 0; i < outcome->results.count; i++) {
		if (strcmp(result[i].lot, lot->lot) != 0)
			continue;
		shown.bids++;
		if (strcmp(result[i].why, award_whys[AWARD_WON].code) == 0)
			((struct outcome_winner *)shown.winners.items)[shown.winners.count++] =
				show_winner(outcome, &result[i]);
	}
	shown.won = (int64_t)shown.winners.count;
	return shown;
}

static void show_lots(const struct outcome *outcome, struct outcome_view *view)
{
	const struct tender_notice *notice = &outcome->assessed.notice;
	const struct notice_lot *lot = notice->lots.items;
	const struct notice_criterion *criterion = notice->criteria.items;

	view->lots = records_new(&lot_record, notice->lots.count, outcome->request->arena);
	view->criteria = records_new(&mark_record, notice->criteria.count, outcome->request->arena);
	for (size_t i = 0; i < notice->lots.count; i++)
		((struct outcome_lot *)view->lots.items)[i] = show_lot(outcome, &lot[i]);
	for (size_t i = 0; i < notice->criteria.count; i++)
		((struct outcome_mark *)view->criteria.items)[i] =
			(struct outcome_mark){ .label = criterion[i].label };
}

static void show_award(const struct outcome *outcome, struct outcome_view *view)
{
	const struct stand *stand = &outcome->assessed.stand;

	view->published_on = stand->published_on;
	view->published_at = stand->published_at;
	view->decided_on = stand->decided_on;
	view->standstill_until = stand->standstill_until;
	view->characteristics = stand->characteristics;
	view->rule = web_words(outcome->request, choice_label(tender_rules, or_empty(stand->rule)));
	view->threshold =
		outcome->assessed.terms.threshold.billionths > 0 ? mark_words(outcome, stand->threshold) : "";
	show_lots(outcome, view);
}

/* The tender with what came of it; NOT_FOUND also before it was announced. */
static enum status find(struct outcome *outcome, struct fault *fault)
{
	struct journal *journal = &web_visitor(outcome->request)->journal;
	const char *tender = pairs_get(&outcome->request->parts, "tender");
	enum status status = assessment_see(journal, tender, &outcome->assessed, fault);

	if (status == OK && (!outcome->assessed.stand.is_known ||
	                     date_before(web_on(outcome->request), outcome->assessed.notice.announced_on)))
		return fault_set(fault, NOT_FOUND, "there is no tender %s on that day", or_empty(tender));
	if (status == OK)
		status = assessment_results(journal, tender, outcome->assessed.stand.round, &outcome->results,
		                            fault);
	return status == OK ? assessment_consensus(journal, &outcome->assessed, &outcome->consensus, fault)
	                    : status;
}

void outcome_page(struct http_request *request, struct http_response *response, void *context)
{
	struct outcome outcome = { .request = request };
	const struct tender_notice *notice = &outcome.assessed.notice;
	struct date on = web_on(request);
	struct outcome_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, find(&outcome, &fault), &fault))
		return;
	view.frame = web_frame(request, web_words(request, WORDS("Uitslag")));
	view.title = notice->title;
	view.tender = notice->tender;
	view.is_opened = date_is(notice->opened_on) && !date_before(on, notice->opened_on);
	web_breadcrumb(&view.frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	web_breadcrumb(&view.frame, arena_print(request->arena, "/tenders/%s", notice->tender), notice->title,
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	if (date_is(outcome.assessed.stand.published_on) &&
	    !date_before(on, outcome.assessed.stand.published_on))
		show_award(&outcome, &view);
	web_note_read(request, response, 0, "tender-outcome");
	web_page(request, response, "publication/outcome.html", &view);
}
