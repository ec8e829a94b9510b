/* SPDX-License-Identifier: EUPL-1.2 */
/* The award: who wins and why the others do not, the letters, the standstill, judges, signatures. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/assessment_view.h"
#include "contract/assessment/lead.h"
#include "contract/assessment/relief.h"
#include "contract/assessment/signing.h"
#include "contract/assessment/telling.h"
#include "contract/tender/award.h"
#include "platform/base/words.h"

#define LINKS_MAX 8

/* How a bid came out. */
struct result_view {
	int64_t bid;
	const char *bidder, *lot, *mean, *words, *letter, *sign;
	bool has_won;
	struct date sent_on, signed_on;
};
static const struct field result_fields[] = {
	FIELD(struct result_view, bid),
	FIELD(struct result_view, bidder),
	FIELD(struct result_view, lot),
	FIELD(struct result_view, mean),
	FIELD(struct result_view, words, .max_chars = 1000),
	FIELD(struct result_view, letter),
	FIELD(struct result_view, sign),
	FIELD(struct result_view, has_won),
	FIELD(struct result_view, sent_on),
	FIELD(struct result_view, signed_on),
};
static const struct record result_record = RECORD(struct result_view, "result_view", result_fields);

struct relief_view {
	const char *bidder, *words, *outcome, *judged, *end;
	struct date asked_on, ended_on;
	bool is_in_time;
};
static const struct field relief_fields[] = {
	FIELD(struct relief_view, bidder),   FIELD(struct relief_view, words, .max_chars = 4000),
	FIELD(struct relief_view, outcome),  FIELD(struct relief_view, judged, .max_chars = 4000),
	FIELD(struct relief_view, end),      FIELD(struct relief_view, asked_on),
	FIELD(struct relief_view, ended_on), FIELD(struct relief_view, is_in_time),
};
static const struct record relief_record = RECORD(struct relief_view, "relief_view", relief_fields);

struct award_page_view {
	struct page_frame frame;
	const char *title, *step, *rule, *threshold, *characteristics, *until, *left, *published_at, *token,
		*action, *today, *withdrawn_words, *notice_until, *newest, *marks, *print, *list;
	int64_t winners, losers, waiting, round;
	struct date decided_on, published_on, withdrawn_on;
	struct records won, lost, steps, reliefs, forms, ways;
	struct texts leads; /* what the scheme still asks, lot by lot */
	bool is_over, is_stopped, may_send, is_notice_late;
};
struct award_option {
	const char *code, *label;
};
static const struct field option_fields[] = {
	FIELD(struct award_option, code),
	FIELD(struct award_option, label),
};
static const struct record option_record = RECORD(struct award_option, "award_option", option_fields);
static const struct field view_fields[] = {
	FIELD_INSIDE(struct award_page_view, frame, &page_frame_record),
	FIELD(struct award_page_view, title),
	FIELD(struct award_page_view, step),
	FIELD(struct award_page_view, rule),
	FIELD(struct award_page_view, threshold),
	FIELD(struct award_page_view, characteristics, .max_chars = 4000),
	FIELD(struct award_page_view, until),
	FIELD(struct award_page_view, left),
	FIELD(struct award_page_view, published_at),
	FIELD(struct award_page_view, token),
	FIELD(struct award_page_view, action),
	FIELD(struct award_page_view, winners, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct award_page_view, losers, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct award_page_view, waiting),
	FIELD(struct award_page_view, decided_on),
	FIELD(struct award_page_view, published_on),
	FIELD(struct award_page_view, today),
	FIELD(struct award_page_view, withdrawn_on),
	FIELD(struct award_page_view, withdrawn_words, .max_chars = 4000),
	FIELD(struct award_page_view, notice_until),
	FIELD(struct award_page_view, is_notice_late),
	FIELD(struct award_page_view, newest),
	FIELD(struct award_page_view, marks),
	FIELD(struct award_page_view, print),
	FIELD(struct award_page_view, list),
	FIELD(struct award_page_view, round),
	FIELD(struct award_page_view, won, .of = &result_record),
	FIELD(struct award_page_view, lost, .of = &result_record),
	FIELD(struct award_page_view, steps, .of = &assessment_link_record),
	FIELD(struct award_page_view, reliefs, .of = &relief_record),
	FIELD(struct award_page_view, forms, .of = &assessment_link_record),
	FIELD(struct award_page_view, ways, .of = &option_record),
	FIELD(struct award_page_view, leads),
	FIELD(struct award_page_view, is_over),
	FIELD(struct award_page_view, is_stopped),
	FIELD(struct award_page_view, may_send),
};
const struct record award_view_record = RECORD(struct award_page_view, "award_view", view_fields);

/* Only who runs the tender, and has no interest in a bidder. False: it has been answered. */
static bool begin(struct http_request *request, struct http_response *response, struct seeing *seeing)
{
	if (!seeing_begin(request, response, seeing))
		return false;
	if (!seeing->is_manager)
		return seeing_refuse(seeing,
		                     web_words(request, WORDS("De gunning is van de contractmanager.")));
	return seeing_reads_all(seeing);
}

static struct result_view show_result(const struct seeing *seeing, const struct assessment_result *result)
{
	const struct notice_lot *lot = procurement_lot(&seeing->assessed.notice, result->lot);
	struct arena *arena = seeing->request->arena;
	struct result_view shown = {
		.bid = result->bid,
		.bidder = result->bidder,
		.lot = lot == NULL ? result->lot : lot->label,
		.mean = seeing_mark(seeing, result->mean),
		.words = result->words,
		.letter = result->letter == 0
		                  ? NULL
		                  : arena_print(arena, "/tenders/%s/letters/%lld?round=%lld",
		                                seeing->assessed.notice.tender, (long long)result->bid,
		                                (long long)seeing->assessed.stand.round),
		.has_won = strcmp(result->why, award_whys[AWARD_WON].code) == 0,
		.sent_on = result->sent_on,
		.signed_on = result->signed_on,
	};

	if (shown.has_won && !date_is(result->signed_on) && !seeing->is_past &&
	    stand_step(&seeing->assessed.stand) == STAND_SIGNING &&
	    web_may_bring(seeing->request, &agreement_signed_kind))
		shown.sign = arena_print(arena, "/facts/agreement_signed?tender=%s&bid=%lld",
		                         seeing->assessed.notice.tender, (long long)result->bid);
	return shown;
}

static enum status show_results(const struct seeing *seeing, struct award_page_view *view,
                                struct fault *fault)
{
	struct records results = { 0 };
	const struct assessment_result *result;
	enum status status = assessment_results(seeing->journal, seeing->assessed.notice.tender,
	                                        seeing->assessed.stand.round, &results, fault);

	result = results.items;
	view->won = records_new(&result_record, results.count, seeing->request->arena);
	view->lost = records_new(&result_record, results.count, seeing->request->arena);
	view->won.count = view->lost.count = 0;
	for (size_t i = 0; status == OK && i < results.count; i++) {
		struct result_view shown = show_result(seeing, &result[i]);
		struct records *list = shown.has_won ? &view->won : &view->lost;

		((struct result_view *)list->items)[list->count++] = shown;
	}
	view->winners = (int64_t)view->won.count;
	view->losers = (int64_t)view->lost.count;
	return status;
}

static const char *bidder_of(const struct award_page_view *view, int64_t bid)
{
	const struct records *const lists[] = { &view->won, &view->lost };

	for (size_t i = 0; i < COUNT(lists); i++) {
		const struct result_view *result = lists[i]->items;

		for (size_t n = 0; n < lists[i]->count; n++)
			if (result[n].bid == bid)
				return result[n].bidder;
	}
	return "";
}

static enum status show_reliefs(const struct seeing *seeing, struct award_page_view *view,
                                struct fault *fault)
{
	struct records reliefs = { 0 };
	const struct assessment_relief *relief;
	enum status status =
		assessment_reliefs(seeing->journal, seeing->assessed.notice.tender, &reliefs, fault);

	relief = reliefs.items;
	view->reliefs = records_new(&relief_record, reliefs.count, seeing->request->arena);
	view->reliefs.count = 0;
	for (size_t i = 0; status == OK && i < reliefs.count; i++) {
		struct relief_view *shown = &((struct relief_view *)view->reliefs.items)[view->reliefs.count];

		if (relief[i].round != seeing->assessed.stand.round)
			continue;
		view->reliefs.count++;
		*shown = (struct relief_view){
			.bidder = bidder_of(view, relief[i].bid),
			.words = relief[i].words,
			.outcome =
				web_words(seeing->request, choice_label(relief_outcomes, relief[i].outcome)),
			.judged = relief[i].judged,
			.asked_on = relief[i].asked_on,
			.ended_on = relief[i].ended_on,
			.is_in_time = relief[i].is_in_time,
		};
		if (!date_is(relief[i].ended_on) && web_may_bring(seeing->request, &relief_ended_kind))
			shown->end = arena_print(seeing->request->arena,
			                         "/facts/relief_ended?tender=%s&relief=%lld",
			                         seeing->assessed.notice.tender, (long long)relief[i].relief);
	}
	return status;
}

/* The clock: its last day, how many days are left, and its sum. */
static enum status show_clock(const struct seeing *seeing, struct award_page_view *view, struct fault *fault)
{
	const struct stand *stand = &seeing->assessed.stand;
	const char *language = web_visitor(seeing->request)->language;
	struct arena *arena = seeing->request->arena;
	int32_t days = stand->standstill_until.day - stand->today.day;
	const struct term_step *step;
	struct term term = { 0 };
	enum status status;

	view->is_stopped = !relief_allows(stand, RELIEF_SIGN);
	if (!date_is(stand->standstill_until))
		return OK;
	status = calendar_term(seeing->journal->calendar, "standstill", stand->standstill_from, arena, &term,
	                       fault);
	if (status)
		return status;
	view->until = calendar_date_words(stand->standstill_until, language, true, arena);
	view->is_over = stand_is_over(stand, stand->today);
	if (!view->is_over)
		view->left =
			days == 0 ? web_words(seeing->request, WORDS("nog vandaag"))
				  : arena_print(arena,
		                                days == 1 ? web_words(seeing->request, WORDS("nog %d dag"))
		                                          : web_words(seeing->request, WORDS("nog %d dagen")),
		                                (int)days);
	step = term.steps.items;
	view->steps = records_new(&assessment_link_record, term.steps.count, arena);
	for (size_t i = 0; i < term.steps.count; i++)
		((struct assessment_link *)view->steps.items)[i] =
			(struct assessment_link){ .label = term_step_words(&step[i], language, arena) };
	return OK;
}

/* Which round it is, where it ended without an award, and by when the notice of the award must be there. */
static void show_round(const struct seeing *seeing, struct award_page_view *view)
{
	const struct stand *stand = &seeing->assessed.stand;
	const char *language = web_visitor(seeing->request)->language;
	struct date held = date_is(stand->published_on) ? stand->published_on : stand->today;

	view->round = stand->round > 1 || seeing->is_past ? stand->round : 0;
	view->newest = seeing->is_past ? seeing_address(seeing, "award") : NULL;
	view->marks = date_is(stand->frozen_on)
	                      ? arena_print(seeing->request->arena, "%s?round=%lld",
	                                    seeing_address(seeing, "consensus"), (long long)stand->round)
	                      : NULL;
	view->print = stand->written == 0
	                      ? NULL
	                      : arena_print(seeing->request->arena, "%s?round=%lld",
	                                    seeing_address(seeing, "print"), (long long)stand->round);
	view->list = stand->written == 0
	                     ? NULL
	                     : arena_print(seeing->request->arena, "%s?round=%lld",
	                                   seeing_address(seeing, "print.csv"), (long long)stand->round);
	view->withdrawn_on = stand->withdrawn_on;
	view->withdrawn_words = stand->withdrawn_words;
	if (!date_is(stand->notice_until))
		return;
	view->notice_until = calendar_date_words(stand->notice_until, language, true, seeing->request->arena);
	view->is_notice_late = date_before(stand->notice_until, held);
}

static void show_forms(const struct seeing *seeing, struct award_page_view *view)
{
	const struct stand *stand = &seeing->assessed.stand;

	view->forms = records_new(&assessment_link_record, LINKS_MAX, seeing->request->arena);
	view->forms.count = 0;
	if (seeing->is_past)
		return;
	if (!date_is(stand->decided_on)) {
		if (date_is(stand->frozen_on))
			seeing_offer(seeing, &award_decided_kind, "", &view->forms);
		return;
	}
	if (stand->signatures == 0 && relief_allows(stand, RELIEF_ASK))
		seeing_offer(seeing, &relief_asked_kind, "", &view->forms);
	if (stand->signatures == 0 && relief_allows(stand, RELIEF_ANEW_BY_COURT))
		seeing_offer(seeing, &reassessment_ordered_kind, "&ground=court", &view->forms);
	if (stand->signatures == 0 && relief_allows(stand, RELIEF_ANEW_OF_OWN))
		seeing_offer(seeing, &reassessment_ordered_kind, "&ground=own", &view->forms);
	if (stand->signatures == 0 && relief_allows(stand, RELIEF_WITHDRAW_AWARD))
		seeing_offer(seeing, &award_withdrawn_kind, "", &view->forms);
	if (stand->signatures > 0 && !date_is(stand->published_on))
		seeing_offer(seeing, &award_published_kind, "", &view->forms);
}

/* Where winners work by the scheme itself, a signature alone changes nothing. */
static void show_leads(const struct seeing *seeing, struct award_page_view *view)
{
	const struct tender_notice *notice = &seeing->assessed.notice;
	const struct notice_lot *lot = notice->lots.items;

	view->leads.items = ARENA_MANY(seeing->request->arena, notice->lots.count + 1, const char *);
	for (size_t i = 0; !seeing->is_past && view->won.count > 0 && i < notice->lots.count; i++) {
		const char *words = lead_words(seeing->journal, notice, lot[i].lot);

		if (words != NULL)
			view->leads.items[view->leads.count++] = words;
	}
}

static void show_ways(const struct seeing *seeing, struct award_page_view *view)
{
	struct award_option *option;

	view->ways = records_new(&option_record, 3, seeing->request->arena);
	option = view->ways.items;
	for (size_t i = 0; award_letter_ways[i].code != NULL; i++)
		option[i] = (struct award_option){ award_letter_ways[i].code,
			                           web_words(seeing->request, award_letter_ways[i].label) };
}

void award_page(struct http_request *request, struct http_response *response, void *context)
{
	struct award_page_view view = { .token = web_visitor(request)->session.form_token };
	struct fault fault = { 0 };
	char day[DATE_TEXT_SIZE];
	struct seeing seeing;
	const struct stand *stand = &seeing.assessed.stand;
	enum status status;

	(void)context;
	if (!begin(request, response, &seeing))
		return;
	view.frame = seeing_frame(&seeing, web_words(request, WORDS("Gunning")));
	view.title = seeing.assessed.notice.title;
	view.step = web_words(request, stand_steps[stand_step(stand)].label);
	view.rule = web_words(request, choice_label(tender_rules, or_empty(stand->rule)));
	view.threshold = seeing_mark(&seeing, stand->threshold);
	view.characteristics = stand->characteristics;
	view.decided_on = stand->decided_on;
	view.published_on = stand->published_on;
	view.published_at = stand->published_at;
	view.today = arena_copy(request->arena, date_print(stand->today, day));
	view.waiting = stand->written - stand->sent;
	view.action = seeing_address(&seeing, "sent");
	view.may_send =
		view.waiting > 0 && !seeing.is_past && web_may_bring(request, &award_letter_sent_kind);
	show_round(&seeing, &view);
	status = show_results(&seeing, &view, &fault);
	if (status == OK)
		status = show_reliefs(&seeing, &view, &fault);
	if (status == OK)
		status = show_clock(&seeing, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_forms(&seeing, &view);
	show_ways(&seeing, &view);
	show_leads(&seeing, &view);
	web_note_read(request, response, 0, "tender-award");
	web_page(request, response, "assessment/award.html", &view);
}

/* All letters that wait leave in one act: the same day, the same way. */
void award_sent_post(struct http_request *request, struct http_response *response, void *context)
{
	struct findings findings = findings_new(request->arena, web_visitor(request)->language);
	const struct assessment_result *result;
	struct award_letter_sent said = { 0 };
	struct records results = { 0 };
	struct fault fault = { 0 };
	struct seeing seeing;
	enum status status;

	(void)context;
	if (!begin(request, response, &seeing))
		return;
	if (!date_read(or_empty(pairs_get(&request->form, "sent_on")), &said.sent_on))
		said.sent_on = seeing.assessed.stand.today;
	said.tender = seeing.assessed.notice.tender;
	said.how = pairs_get(&request->form, "how");
	status = assessment_results(seeing.journal, said.tender, seeing.assessed.stand.round, &results,
	                            &fault);
	result = results.items;
	for (size_t i = 0; status == OK && i < results.count; i++) {
		struct award_letter_sent sent = said;
		struct web_fact brought = { .kind = &award_letter_sent_kind,
			                    .item = &sent,
			                    .findings = &findings };

		if (result[i].letter == 0 || date_is(result[i].sent_on))
			continue;
		sent.bid = result[i].bid;
		status = web_append(request, response, &brought, &fault);
	}
	if (status == FINDINGS) {
		web_problem_in_words(request, response, 422, findings.items[0].words);
		return;
	}
	if (web_ok(request, response, status, &fault))
		http_redirect(response, arena_print(request->arena,
		                                    "/tenders/%s/award?done=award_letter_sent", said.tender));
}
