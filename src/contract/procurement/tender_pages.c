/* SPDX-License-Identifier: EUPL-1.2 */
/* Which tenders there are, and what one asks: for who runs it, who bids, and everybody else with an account.
 */
#include <assert.h>
#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_check.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/bid_door.h"
#include "contract/procurement/correction.h"
#include "contract/procurement/lines.h"
#include "contract/procurement/procedure.h"
#include "contract/procurement/procurement_pages.h"
#include "contract/procurement/question.h"
#include "contract/procurement/tender_view.h"
#include "platform/base/words.h"

/* --- which there are --- */

struct tender_line {
	const char *tender, *title, *state, *when;
	bool is_open, is_awarded;
	struct records bids; /* struct tender_bid_line: the visitor's own */
};
static const struct field line_fields[] = {
	FIELD(struct tender_line, tender),
	FIELD(struct tender_line, title),
	FIELD(struct tender_line, state),
	FIELD(struct tender_line, when),
	FIELD(struct tender_line, is_open),
	FIELD(struct tender_line, is_awarded),
	FIELD(struct tender_line, bids, .of = &tender_bid_line_record),
};
static const struct record line_record = RECORD(struct tender_line, "tender_line", line_fields);

struct tenders_view {
	struct page_frame frame;
	struct records lines;
	bool may_announce, may_assess, may_reckon, is_bidder;
};
static const struct field tenders_fields[] = {
	FIELD_INSIDE(struct tenders_view, frame, &page_frame_record),
	FIELD(struct tenders_view, lines, .of = &line_record),
	FIELD(struct tenders_view, may_announce),
	FIELD(struct tenders_view, may_assess),
	FIELD(struct tenders_view, may_reckon),
	FIELD(struct tenders_view, is_bidder),
};
const struct record tenders_view_record = RECORD(struct tenders_view, "tenders_view", tenders_fields);

static enum status show_tender(const struct http_request *request, const struct tender_notice *notice,
                               struct tender_line *ret_line, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct moment now = tender_now(request);

	*ret_line = (struct tender_line){
		.tender = notice->tender,
		.title = notice->title,
		.state = procedure_state(notice, now, visitor->language),
		.when = procedure_words(notice, now, visitor->language, request->arena),
		.is_open = now.seconds < notice->bids_until.seconds,
		.is_awarded = date_is(notice->awarded_on),
	};
	return tender_own_bids(request, notice->tender, &ret_line->bids, fault);
}

/* Contract and policy may have things reckoned before anybody decides. */
static bool may_reckon(const struct http_request *request)
{
	return access_may(web_visitor(request)->session.role,
	                  (enum permission)(MAY_MANAGE_AGREEMENTS | MAY_ADOPT_SCHEME));
}

void tenders_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct tenders_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Aanbestedingen"))),
		.may_announce = web_may(request, MAY_MANAGE_AGREEMENTS),
		.may_assess = !web_may(request, MAY_OF_PARTY),
		.may_reckon = may_reckon(request),
		.is_bidder = access_may(visitor->session.role, MAY_BID),
	};
	struct records tenders = { 0 };
	struct fault fault = { 0 };
	struct tender_notice *notices;
	enum status status = procurement_tenders(visitor->journal.db, visitor->journal.register_id,
	                                         request->arena, &tenders, &fault);

	(void)context;
	view.lines = records_new(&line_record, tenders.count, request->arena);
	view.lines.count = 0;
	notices = tenders.items;
	for (size_t i = 0; status == OK && i < tenders.count; i++)
		if (tender_on_day(request, &notices[i]))
			status = show_tender(request, &notices[i],
			                     &((struct tender_line *)view.lines.items)[view.lines.count++],
			                     &fault);
	if (web_ok(request, response, status, &fault))
		web_page(request, response, "procurement/tenders.html", &view);
}

/* --- one of them --- */

struct lot_shown {
	const char *lot, *label, *areas, *products, *target_group, *winners, *about;
	int64_t bids;
	bool may_bid, is_empty;
};
static const struct field lot_fields[] = {
	FIELD(struct lot_shown, lot),     FIELD(struct lot_shown, label),
	FIELD(struct lot_shown, areas),   FIELD(struct lot_shown, products),
	FIELD(struct lot_shown, winners), FIELD(struct lot_shown, target_group),
	FIELD(struct lot_shown, about),   FIELD(struct lot_shown, bids),
	FIELD(struct lot_shown, may_bid), FIELD(struct lot_shown, is_empty),
};
static const struct record lot_record = RECORD(struct lot_shown, "lot_shown", lot_fields);

struct question_shown {
	int64_t question;
	const char *subject, *asked, *answer;
	struct date answered_on;
	bool may_answer;
};
static const struct field question_fields[] = {
	FIELD(struct question_shown, question),    FIELD(struct question_shown, subject),
	FIELD(struct question_shown, asked),       FIELD(struct question_shown, answer),
	FIELD(struct question_shown, answered_on), FIELD(struct question_shown, may_answer),
};
static const struct record question_record = RECORD(struct question_shown, "question_shown", question_fields);

struct holder_shown {
	const char *name;
	bool has_key, has_turned;
};
static const struct field holder_fields[] = {
	FIELD(struct holder_shown, name),
	FIELD(struct holder_shown, has_key),
	FIELD(struct holder_shown, has_turned),
};
static const struct record holder_record = RECORD(struct holder_shown, "holder_shown", holder_fields);

/* A correction in words: what was, what is. */
struct correction_shown {
	struct date corrected_on;
	const char *reason, *bids_before, *bids_until;
	struct date questions_before, questions_until;
	bool is_about;
};
static const struct field correction_fields[] = {
	FIELD(struct correction_shown, corrected_on),
	FIELD(struct correction_shown, reason, .max_chars = 2000),
	FIELD(struct correction_shown, bids_before),
	FIELD(struct correction_shown, bids_until),
	FIELD(struct correction_shown, questions_before),
	FIELD(struct correction_shown, questions_until),
	FIELD(struct correction_shown, is_about),
};
static const struct record correction_record =
	RECORD(struct correction_shown, "correction_shown", correction_fields);

struct tender_view {
	struct page_frame frame;
	const char *tender, *title, *about, *state, *when, *form, *accession, *why, *award;
	const char *programme, *without_programme, *procedure, *why_short, *least_source;
	int64_t vision, content, least_days, bid_days;
	int64_t keys_held; /* by how many holders */
	bool may_run, lacks_keys, lacks_own_key;
	struct records corrections;
	struct records steps, lots, criteria, requirements, questions, holders, bids, empty_lots;
	bool is_holder, is_opened, is_awarded, is_closed, may_ask, may_see_bids, may_reckon, is_bidder;
};
static const struct field tender_fields[] = {
	FIELD_INSIDE(struct tender_view, frame, &page_frame_record),
	FIELD(struct tender_view, tender),
	FIELD(struct tender_view, title),
	FIELD(struct tender_view, about),
	FIELD(struct tender_view, state),
	FIELD(struct tender_view, when),
	FIELD(struct tender_view, form),
	FIELD(struct tender_view, accession),
	FIELD(struct tender_view, why),
	FIELD(struct tender_view, award),
	FIELD(struct tender_view, programme),
	FIELD(struct tender_view, without_programme),
	FIELD(struct tender_view, procedure),
	FIELD(struct tender_view, why_short),
	FIELD(struct tender_view, least_source, .max_chars = 400),
	FIELD(struct tender_view, vision),
	FIELD(struct tender_view, content),
	FIELD(struct tender_view, least_days),
	FIELD(struct tender_view, bid_days),
	FIELD(struct tender_view, keys_held),
	FIELD(struct tender_view, may_run),
	FIELD(struct tender_view, lacks_keys),
	FIELD(struct tender_view, lacks_own_key),
	FIELD(struct tender_view, corrections, .of = &correction_record),
	FIELD(struct tender_view, steps, .of = &procedure_step_record),
	FIELD(struct tender_view, lots, .of = &lot_record),
	FIELD(struct tender_view, criteria, .of = &notice_criterion_record),
	FIELD(struct tender_view, requirements, .of = &notice_requirement_record),
	FIELD(struct tender_view, questions, .of = &question_record),
	FIELD(struct tender_view, holders, .of = &holder_record),
	FIELD(struct tender_view, bids, .of = &tender_bid_line_record),
	FIELD(struct tender_view, empty_lots, .of = &lot_record),
	FIELD(struct tender_view, is_holder),
	FIELD(struct tender_view, is_opened),
	FIELD(struct tender_view, is_awarded),
	FIELD(struct tender_view, is_closed),
	FIELD(struct tender_view, may_ask),
	FIELD(struct tender_view, may_see_bids),
	FIELD(struct tender_view, may_reckon),
	FIELD(struct tender_view, is_bidder),
};
const struct record tender_view_record = RECORD(struct tender_view, "tender_view", tender_fields);

/* After the opening everybody sees how many bid where, and on which lot nobody did. */
static enum status show_lots(const struct http_request *request, const struct tender_notice *notice,
                             struct tender_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct notice_lot *from = notice->lots.items;
	struct records counts = { 0 };
	const struct bid_count *count;
	struct lot_shown *lots, *empty;
	enum status status = bid_counts(journal, notice->tender, &counts, fault);

	if (status)
		return status;
	count = counts.items;
	view->lots = records_new(&lot_record, notice->lots.count, request->arena);
	view->empty_lots = records_new(&lot_record, notice->lots.count, request->arena);
	view->empty_lots.count = 0;
	lots = view->lots.items;
	empty = view->empty_lots.items;
	for (size_t i = 0; i < notice->lots.count; i++) {
		assert(lots != NULL && empty != NULL);
		lots[i] = (struct lot_shown){
			.lot = from[i].lot,
			.label = from[i].label,
			.areas = lines_list(&from[i].areas, request->arena),
			.products = lines_list(&from[i].products, request->arena),
			.target_group = from[i].target_group,
			.winners = from[i].winners == 0
			                   ? web_words(request, WORDS("niet vooraf bepaald"))
			                   : arena_print(request->arena, "%lld", (long long)from[i].winners),
			.about = from[i].about,
			.may_bid = web_may(request, MAY_BID) && bid_door_is_open(journal, notice),
			.bids = view->is_opened && i < counts.count ? count[i].bids : 0,
		};
		if (view->is_opened && lots[i].bids == 0)
			empty[view->empty_lots.count++] = lots[i];
	}
	return OK;
}

/* What is answered everybody reads; what waits, who answers and who asked it. */
static bool is_shown(const struct http_request *request, const struct tender_question *question)
{
	const struct visitor *visitor = web_visitor(request);
	struct date on = web_on(request);

	if (date_before(on, question->asked_on))
		return false;
	return (date_is(question->answered_on) && !date_before(on, question->answered_on)) ||
	       access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS) ||
	       (has_words(visitor->journal.party) && strcmp(question->party, visitor->journal.party) == 0);
}

static enum status show_questions(const struct http_request *request, const struct tender_notice *notice,
                                  struct tender_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	bool may_answer = web_may(request, MAY_MANAGE_AGREEMENTS) && bid_door_is_open(journal, notice);
	struct records questions = { 0 };
	const struct tender_question *from;
	struct question_shown *shown;
	enum status status = tender_questions(journal, notice->tender, &questions, fault);

	if (status)
		return status;
	from = questions.items;
	view->questions = records_new(&question_record, questions.count, request->arena);
	shown = view->questions.items;
	view->questions.count = 0;
	for (size_t i = 0; i < questions.count; i++) {
		bool is_answered =
			date_is(from[i].answered_on) && !date_before(web_on(request), from[i].answered_on);

		assert(shown != NULL);
		if (is_shown(request, &from[i]))
			shown[view->questions.count++] = (struct question_shown){
				.question = from[i].question,
				.subject = from[i].subject,
				.asked = from[i].asked,
				.answer = is_answered ? from[i].answer : "",
				.answered_on = is_answered ? from[i].answered_on : (struct date){ 0 },
				.may_answer = may_answer && !is_answered,
			};
	}
	return OK;
}

static enum status show_holders(const struct http_request *request, const struct tender_notice *notice,
                                struct tender_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records holders = { 0 };
	const struct bid_holder *from;
	enum status status = bid_holders(journal, notice->tender, &holders, fault);

	if (status)
		return status;
	from = holders.items;
	view->holders = records_new(&holder_record, holders.count, request->arena);
	for (size_t i = 0; i < holders.count; i++) {
		assert(view->holders.items != NULL);
		((struct holder_shown *)view->holders.items)[i] =
			(struct holder_shown){ from[i].name, from[i].public_key[0] != '\0',
			                       date_is(from[i].turned_on) };
		view->is_holder = view->is_holder || strcmp(from[i].account, journal->account) == 0;
		view->keys_held += from[i].public_key[0] != '\0';
		view->lacks_own_key =
			view->lacks_own_key || (from[i].public_key[0] == '\0' && !view->is_closed &&
		                                strcmp(from[i].account, journal->account) == 0);
	}
	return OK;
}

/* What was corrected, and whether somebody must still make a key before anybody can submit. */
static enum status show_corrections(const struct http_request *request, const struct tender_notice *notice,
                                    struct tender_view *view, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct records corrections = { 0 };
	const struct tender_correction *from;
	struct correction_shown *shown;
	enum status status =
		tender_corrections(&visitor->journal, notice->tender, web_on(request), &corrections, fault);

	from = corrections.items;
	view->corrections = records_new(&correction_record, corrections.count, request->arena);
	shown = view->corrections.items;
	assert(shown != NULL || corrections.count == 0);
	for (size_t i = 0; status == OK && i < corrections.count; i++, shown++) {
		bool is_later = from[i].bids_before.seconds != from[i].bids_until.seconds;
		bool is_asked = from[i].questions_before.day != from[i].questions_until.day;

		*shown = (struct correction_shown){ .corrected_on = from[i].corrected_on,
			                            .reason = from[i].reason,
			                            .is_about = from[i].is_about };
		if (is_later)
			shown->bids_before =
				moment_words(from[i].bids_before, visitor->language, request->arena);
		if (is_later)
			shown->bids_until =
				moment_words(from[i].bids_until, visitor->language, request->arena);
		if (is_asked)
			shown->questions_before = from[i].questions_before;
		if (is_asked)
			shown->questions_until = from[i].questions_until;
	}
	view->may_run = web_may(request, MAY_MANAGE_AGREEMENTS) && !view->is_closed;
	view->lacks_keys = !view->is_closed && view->keys_held < NOTICE_HOLDERS;
	return status;
}

void tender_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct tender_notice notice = { 0 };
	struct tender_view view = { 0 };
	struct fault fault = { 0 };
	enum status status = tender_find(request, &notice, &fault);

	(void)context;
	if (!web_ok(request, response, status, &fault))
		return;
	view = (struct tender_view){
		.frame = tender_frame(request, &notice, NULL),
		.tender = notice.tender,
		.title = notice.title,
		.about = notice.about,
		.state = procedure_state(&notice, tender_now(request), visitor->language),
		.when = procedure_words(&notice, tender_now(request), visitor->language, request->arena),
		.form = web_words(request, choice_label(scheme_forms, notice.form)),
		.accession = web_words(request, choice_label(scheme_accessions, notice.accession)),
		.why = notice.why,
		.programme = notice.programme,
		.without_programme = notice.without_programme,
		.vision = notice.vision,
		.content = notice.content,
		.procedure = web_words(request, choice_label(notice_procedures, notice.procedure_sort)),
		.why_short = notice.why_short,
		.least_days = notice.least_days,
		.least_source = notice.least_source,
		.bid_days = clock_day_of(notice.bids_until).day - notice.announced_on.day,
		.award = procedure_award(&notice, visitor->language, request->arena),
		.steps = procedure_steps(&notice, tender_now(request), visitor->language, request->arena),
		.criteria = notice.criteria,
		.requirements = notice.requirements,
		.is_opened = date_is(notice.opened_on),
		.is_awarded = date_is(notice.awarded_on),
		.may_reckon = may_reckon(request),
		.is_bidder = access_may(visitor->session.role, MAY_BID),
		.may_ask = web_may(request, MAY_BID) &&
		           !date_before(notice.questions_until, clock_today(&visitor->clock)),
	};
	view.may_see_bids = view.is_opened && access_may(visitor->session.role, MAY_MANAGE_AGREEMENTS);
	view.is_closed = tender_now(request).seconds >= notice.bids_until.seconds;
	status = show_lots(request, &notice, &view, &fault);
	if (status == OK)
		status = show_questions(request, &notice, &view, &fault);
	if (status == OK)
		status = show_holders(request, &notice, &view, &fault);
	if (status == OK)
		status = show_corrections(request, &notice, &view, &fault);
	if (status == OK)
		status = tender_own_bids(request, notice.tender, &view.bids, &fault);
	if (web_ok(request, response, status, &fault))
		web_page(request, response, "procurement/tender.html", &view);
}

/* --- what was submitted, once it is open --- */

struct bid_line {
	int64_t bid, partners;
	const char *lot, *label, *submitted, *state;
	bool is_opened;
};
static const struct field bid_fields[] = {
	FIELD(struct bid_line, bid),       FIELD(struct bid_line, partners),
	FIELD(struct bid_line, lot),       FIELD(struct bid_line, label),
	FIELD(struct bid_line, state),     FIELD(struct bid_line, submitted),
	FIELD(struct bid_line, is_opened),
};
static const struct record bid_line_record = RECORD(struct bid_line, "bid_line", bid_fields);

struct tender_bids_view {
	struct page_frame frame;
	const char *tender, *title;
	struct records bids, empty_lots;
};
static const struct field tender_bids_fields[] = {
	FIELD_INSIDE(struct tender_bids_view, frame, &page_frame_record),
	FIELD(struct tender_bids_view, tender),
	FIELD(struct tender_bids_view, title),
	FIELD(struct tender_bids_view, bids, .of = &bid_line_record),
	FIELD(struct tender_bids_view, empty_lots, .of = &lot_record),
};
const struct record tender_bids_view_record =
	RECORD(struct tender_bids_view, "tender_bids_view", tender_bids_fields);

static void show_bids(const struct http_request *request, const struct tender_notice *notice,
                      const struct records *bids, const struct bid_sight *sight,
                      struct tender_bids_view *view)
{
	const struct procurement_bid *from = bids->items;

	view->bids = records_new(&bid_line_record, bids->count, request->arena);
	for (size_t i = 0; i < bids->count; i++) {
		const struct notice_lot *lot = procurement_lot(notice, from[i].lot);

		((struct bid_line *)view->bids.items)[i] = (struct bid_line){
			.bid = from[i].bid,
			.partners = from[i].partners,
			.lot = lot == NULL ? from[i].lot : lot->label,
			.label = from[i].label,
			.submitted = moment_words(from[i].submitted_at, web_visitor(request)->language,
			                          request->arena),
			.state = web_words(request, choice_label(bid_states, from[i].state)),
			.is_opened = from[i].is_opened && sight->may_read(sight->context, from[i].bid),
		};
	}
}

void tender_bids_page(struct http_request *request, struct http_response *response, void *context)
{
	struct tender_bids_view view = { 0 };
	struct tender_view lots = { .is_opened = true };
	struct tender_notice notice = { 0 };
	struct records bids = { 0 };
	struct fault fault = { 0 };
	enum status status = tender_find(request, &notice, &fault);

	if (!web_ok(request, response, status, &fault))
		return;
	if (!date_is(notice.opened_on)) {
		web_problem_in_words(request, response, 403,
		                     web_words(request, WORDS("De kluis is nog dicht. Tot zij open is, ziet "
		                                              "niemand wie inschreef of wat zij schreven.")));
		return;
	}
	status = procurement_bids(&web_visitor(request)->journal, notice.tender, &bids, &fault);
	if (status == OK)
		status = show_lots(request, &notice, &lots, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame = tender_frame(request, &notice, web_words(request, WORDS("Inschrijvingen")));
	view.tender = notice.tender;
	view.title = notice.title;
	view.empty_lots = lots.empty_lots;
	show_bids(request, &notice, &bids, context, &view);
	web_note_read(request, response, 0, "bids");
	web_page(request, response, "procurement/tender_bids.html", &view);
}
