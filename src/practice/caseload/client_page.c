/* SPDX-License-Identifier: EUPL-1.2 */
/* The client's file: who answers for the client, where each case stands, what runs, what was decided and why.
 */
#include <string.h>

#include "common/access/access_pages.h"
#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/access/web_unseen.h"
#include "common/calendar/calendar.h"
#include "common/document/letter.h"
#include "common/journal/book.h"
#include "common/person/departure.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/caseload/caseload.h"
#include "practice/caseload/caseload_pages.h"
#include "practice/caseload/client_parts.h"
#include "practice/decision/decision.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/offer.h"
#include "practice/investigation/investigation.h"
#include "practice/plan/plan_store.h"
#include "practice/term/term_keep.h"

/* A step of the road: done on a day, the present one, or still to come. */
struct road_step {
	const char *label;
	struct date on;
	const char *words;
	bool is_done, is_current;
};
static const struct field road_step_fields[] = {
	FIELD(struct road_step, label),   FIELD(struct road_step, on),         FIELD(struct road_step, words),
	FIELD(struct road_step, is_done), FIELD(struct road_step, is_current),
};
static const struct record road_step_record = RECORD(struct road_step, "road_step", road_step_fields);

struct client_case {
	int64_t report;
	const char *asked, *status, *next_address, *next_label;
	struct date received_on;
	struct records steps;
	struct records sum; /* how the term was found: road_step with label */
	bool is_behind;     /* nothing is asked here any more: shown folded */
	bool has_investigation;
	struct investigation_outcome outcome;
};
static const struct field client_case_fields[] = {
	FIELD(struct client_case, report),
	FIELD(struct client_case, asked, .max_chars = 4000),
	FIELD(struct client_case, status),
	FIELD(struct client_case, next_address),
	FIELD(struct client_case, next_label),
	FIELD(struct client_case, received_on),
	FIELD(struct client_case, steps, .of = &road_step_record),
	FIELD(struct client_case, sum, .of = &road_step_record),
	FIELD(struct client_case, is_behind),
	FIELD(struct client_case, has_investigation),
	FIELD_INSIDE(struct client_case, outcome, &investigation_outcome_record),
};
static const struct record client_case_record = RECORD(struct client_case, "client_case", client_case_fields);

static const struct field client_view_fields[] = {
	FIELD_INSIDE(struct client_view, frame, &page_frame_record),
	FIELD(struct client_view, person),
	FIELD(struct client_view, name),
	FIELD(struct client_view, street),
	FIELD(struct client_view, place),
	FIELD(struct client_view, phone),
	FIELD(struct client_view, born),
	FIELD(struct client_view, age),
	FIELD(struct client_view, died),
	FIELD(struct client_view, owner),
	FIELD(struct client_view, contact),
	FIELD_INSIDE(struct client_view, around, &client_around_record),
	FIELD(struct client_view, contact_since),
	FIELD(struct client_view, has_bsn),
	FIELD(struct client_view, may_record_bsn),
	FIELD(struct client_view, may_report),
	FIELD(struct client_view, presence),
	FIELD(struct client_view, may_depart),
	FIELD(struct client_view, may_take_back),
	FIELD(struct client_view, may_stay),
	FIELD(struct client_view, may_come_home),
	FIELD(struct client_view, may_hand_over),
	FIELD(struct client_view, contacts, .of = &client_period_record),
	FIELD(struct client_view, owners, .of = &client_period_record),
	FIELD(struct client_view, deliveries, .of = &client_period_record),
	FIELD(struct client_view, handovers, .of = &client_handover_record),
	FIELD(struct client_view, searches, .of = &client_search_record),
	FIELD(struct client_view, contact_hint),
	FIELD(struct client_view, todos, .of = &client_todo_record),
	FIELD(struct client_view, unseen, .of = &web_unseen_record),
	FIELD(struct client_view, cases, .of = &client_case_record),
	FIELD(struct client_view, support, .of = &client_support_record),
	FIELD(struct client_view, decisions, .of = &decision_kept_record),
	FIELD(struct client_view, letters, .of = &letter_line_record),
	FIELD(struct client_view, events, .of = &client_event_record),
	FIELD(struct client_view, earlier, .of = &client_event_record),
	FIELD(struct client_view, reads, .of = &read_line_record),
};
const struct record client_view_record = RECORD(struct client_view, "client_view", client_view_fields);

enum status client_died(struct journal *journal, int64_t person, const char **ret_words, struct fault *fault)
{
	struct birth day = { 0 };
	struct identity dead;
	const char *died = "";
	enum status status = vault_died(journal, person, &died, fault);

	*ret_words = "";
	if (status != OK || !has_words(died) || !birth_read(died, &day))
		return status;
	dead = (struct identity){ .born = day.first, .born_unknown = day.unknown };
	*ret_words = identity_birth_words(&dead, journal->language, journal->arena);
	return OK;
}

static enum status make_identity(struct making *making)
{
	struct client_view *view = making->view;
	struct identity identity;
	enum status status =
		vault_identity_on(making->journal, view->person, making->today, &identity, making->fault);

	if (status)
		return status;
	view->name = identity_name(&identity, making->arena);
	view->street = identity_street(&identity, making->arena);
	view->place = identity_place(&identity, making->arena);
	view->phone = identity.phone;
	view->born = identity_birth_words(&identity, making->journal->language, making->arena);
	view->age = identity_age_words(&identity, making->today, making->journal->language, making->arena);
	status = client_died(making->journal, view->person, &view->died, making->fault);
	if (status)
		return status;
	return vault_has_bsn(making->journal, view->person, &view->has_bsn, making->fault);
}

/* Who departed, or is away from home for a while. */
static enum status make_presence(struct making *making)
{
	struct client_view *view = making->view;
	struct departed departed = { 0 };
	struct stay_line stay = { 0 };
	const char *language = making->journal->language;
	bool may = web_may_bring(making->request, &resident_departed_kind);
	enum status status = departure_of(making->journal, view->person, &departed, making->fault);

	view->presence = "";
	view->may_take_back = status == OK && web_may_bring(making->request, &departure_withdrawn_kind);
	if (status == OK) {
		view->presence =
			arena_print(making->arena, web_words(making->request, WORDS("Sinds %s: %s")),
		                    calendar_date_words(departed.departed_on, language, false, making->arena),
		                    web_words(making->request, choice_label(departure_sorts, departed.sort)));
		return OK;
	}
	if (status == NOT_FOUND)
		status = stay_on(making->journal, view->person, making->today, &stay, making->fault);
	view->may_depart = may;
	view->may_come_home = may && status == OK;
	view->may_stay = may && status == NOT_FOUND;
	if (status == OK)
		view->presence = arena_print(
			making->arena,
			web_words(making->request, WORDS("In ziekenhuis of revalidatie sinds %s")),
			calendar_date_words(stay.away_from, language, false, making->arena));
	return status == NOT_FOUND ? OK : status;
}

/* --- cases --- */

static void add_step(struct client_case *shown, const char *label, struct date on, const char *words)
{
	struct road_step *steps = shown->steps.items;
	bool before_is_done = shown->steps.count == 0 || steps[shown->steps.count - 1].is_done;

	steps[shown->steps.count++] = (struct road_step){ .label = label,
		                                          .on = on,
		                                          .words = words,
		                                          .is_done = date_is(on),
		                                          .is_current = !date_is(on) && before_is_done };
}

/* Of a case that ended the road ends where it came. */
static void drop_what_never_comes(struct client_case *shown)
{
	const struct road_step *steps = shown->steps.items;

	while (shown->steps.count > 0 && !steps[shown->steps.count - 1].is_done)
		shown->steps.count--;
}

static void offer(const struct making *making, struct client_case *shown, const struct journal_kind *kind,
                  const char *more)
{
	if (!web_may_bring(making->request, kind))
		return;
	shown->next_address = arena_print(making->arena, "/facts/%s?report=%lld%s", kind->name,
	                                  (long long)shown->report, more);
	shown->next_label = web_words(making->request, kind->title);
}

/* The plan's lines as the decision's first values, with the sum that the resident reads as their reasons. */
static const char *planned_lines(struct making *making, const struct records *planned)
{
	const struct plan_line *lines = planned->items;
	struct arena *arena = making->arena;
	const char *more = "";
	char today[DATE_TEXT_SIZE];

	for (size_t i = 0; i < planned->count; i++)
		more = arena_print(arena,
		                   "%s&lines.%zu.product=%s&lines.%zu.amount=%lld&lines.%zu.from=%s&lines.%"
		                   "zu.norm_set=%s&"
		                   "lines.%zu.reasons=%s",
		                   more, i, lines[i].product, i, (long long)lines[i].amount, i,
		                   date_print(making->today, today), i, or_empty(lines[i].norm_set), i,
		                   pairs_encode(or_empty(lines[i].reasons), arena));
	return more;
}

/* The lines of the plan, or else those of the investigation, as the decision's first values. */
static enum status lines_to_decide(struct making *making, int64_t report, const char **ret_more)
{
	struct records lines, planned;
	char today[DATE_TEXT_SIZE];
	const struct investigation_line *items;
	enum status status = plan_lines_after(making->journal, report, &planned, making->fault);

	*ret_more = "";
	if (status == OK && planned.count > 0)
		*ret_more = planned_lines(making, &planned);
	if (status != OK || planned.count > 0)
		return status;
	status = investigation_lines(making->journal, report, &lines, making->fault);
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		*ret_more = arena_print(making->arena,
		                        "%s&lines.%zu.product=%s&lines.%zu.amount=%lld&lines.%zu.from=%s",
		                        *ret_more, i, items[i].product, i, (long long)items[i].amount, i,
		                        date_print(making->today, today));
	return status;
}

/* The first product of the decision that waits for a provider. */
static enum status offer_provider(struct making *making, struct client_case *shown, int64_t decision)
{
	struct records waiting;
	const struct waiting_line *items;
	enum status status =
		assignment_waiting_of(making->journal, making->view->person, &waiting, making->fault);

	items = waiting.items;
	for (size_t i = 0; status == OK && i < waiting.count && shown->next_address[0] == '\0'; i++)
		if (items[i].decision == decision)
			shown->next_address = client_assign_address(making, &items[i]);
	shown->next_label = web_words(making->request, WORDS("Aanbieder kiezen"));
	return status;
}

static enum status offer_next(struct making *making, struct client_case *shown, const char *status_code,
                              int64_t decision)
{
	const char *more = "";
	enum status status = OK;

	if (strcmp(status_code, "reported") == 0)
		offer(making, shown, &investigation_concluded_kind, "");
	else if (strcmp(status_code, "investigated") == 0)
		offer(making, shown, &application_received_kind, "");
	else if (strcmp(status_code, "applied") == 0) {
		status = lines_to_decide(making, shown->report, &more);
		offer(making, shown, &decision_taken_kind, more);
	} else if (strcmp(status_code, "waiting") == 0) {
		status = offer_provider(making, shown, decision);
	}
	return status;
}

/* The term of a case that is about a fact, as it stands or stood on the day; NULL when there is none. */
static const struct term_line *term_about(const struct making *making, int64_t about, const char *term)
{
	const struct term_line *lines = making->terms.items;

	for (size_t i = 0; i < making->terms.count; i++)
		if (lines[i].about == about && strcmp(lines[i].term, term) == 0)
			return &lines[i];
	return NULL;
}

/* By when a step must be taken, or that its term stands still; "" where it has no term. */
static const char *by_term(const struct making *making, int64_t report, const char *term)
{
	const struct term_line *line = term_about(making, report, term);

	if (line == NULL)
		return "";
	if (!date_is(line->due_on))
		return web_words(making->request, WORDS("de termijn staat stil"));
	return arena_print(making->arena, web_words(making->request, WORDS("op zijn laatst %s")),
	                   calendar_date_words(line->due_on, making->journal->language, true, making->arena));
}

/* The sum of the investigation's term. */
static enum status make_term(struct making *making, struct client_case *shown)
{
	const struct term_line *line = term_about(making, shown->report, "investigation");
	struct records steps = { 0 };
	enum status status =
		line == NULL ? OK : term_sum_read(line->sum, making->arena, &steps, making->fault);

	shown->sum = records_new(&road_step_record, steps.count, making->arena);
	for (size_t i = 0; status == OK && i < steps.count; i++)
		((struct road_step *)shown->sum.items)[i].label =
			term_step_words(&((const struct term_step *)steps.items)[i],
		                        making->journal->language, making->arena);
	return status;
}

/* Days of the road that lie in other slices' tables. */
struct road_days {
	struct application_line application;
	struct decision_kept decision;
};

static enum status read_days(struct making *making, struct client_case *shown, struct road_days *days)
{
	struct date until = client_until(making);
	enum status status = investigation_of(making->journal, shown->report, &shown->outcome, making->fault);

	if (date_before(until, shown->outcome.concluded_on))
		shown->outcome = (struct investigation_outcome){ 0 };
	shown->has_investigation = date_is(shown->outcome.concluded_on);
	if (has_words(shown->outcome.network_helps))
		shown->outcome.network_helps = web_words(
			making->request, choice_label(network_answers, shown->outcome.network_helps));
	if (status == OK || status == NOT_FOUND)
		status = decision_application_of(making->journal, shown->report, &days->application,
		                                 making->fault);
	if (status == OK || status == NOT_FOUND)
		status = decision_of(making->journal, shown->report, &days->decision, making->fault);
	if (date_before(until, days->application.received_on))
		days->application = (struct application_line){ 0 };
	if (date_before(until, days->decision.decided_on))
		days->decision = (struct decision_kept){ 0 };
	return status == NOT_FOUND ? OK : status;
}

/* Until when one can object, counted from the day on which the letter left. */
static void keep_objection(const struct making *making, struct decision_kept *decision)
{
	const struct term_line *line = term_about(making, decision->decision, "objection");

	if (line != NULL)
		decision->objection_until = line->due_on;
}

/* The investigation may not end before the days for a plan have: Wmo 2015, art. 2.3.2 lid 2. */
static enum status find_before(const struct making *making, const struct case_line *line,
                               struct client_todo *next)
{
	const struct http_request *request = making->request;
	struct date until = { 0 };
	enum status status = OK;

	next->before = next->before_address = "";
	if (strcmp(line->status, "reported") == 0 && web_is_present(request))
		status = desk_plan_awaited(making->journal, line->report, &until, making->fault);
	if (status != OK || !date_is(until))
		return status;
	next->before = arena_print(
		making->arena,
		web_words(request, WORDS("De inwoner kan tot en met %s nog een eigen plan geven.")),
		calendar_date_words(until, making->journal->language, false, making->arena));
	if (web_may_bring(request, &plan_waived_kind))
		next->before_address =
			arena_print(making->arena, "/facts/plan_waived?report=%lld", (long long)line->report);
	return OK;
}

static enum status make_case(struct making *making, const struct report_line *report,
                             const struct case_line *line, struct client_case *shown)
{
	const struct http_request *request = making->request;
	struct records *decisions = &making->view->decisions;
	struct road_days days = { 0 };
	struct client_todo next;
	bool in_care = strcmp(line->status, "in_care") == 0;
	enum status status;

	*shown =
		(struct client_case){ .report = report->report,
		                      .asked = report->asked,
		                      .status = web_words(request, choice_label(case_statuses, line->status)),
		                      .received_on = report->received_on,
		                      .next_address = "",
		                      .steps = records_new(&road_step_record, 8, making->arena) };
	shown->steps.count = 0;
	status = read_days(making, shown, &days);
	if (status == OK)
		status = make_term(making, shown);
	if (status)
		return status;
	keep_objection(making, &days.decision);
	if (days.decision.decision != 0)
		((struct decision_kept *)decisions->items)[decisions->count++] = days.decision;
	add_step(shown, web_words(request, WORDS("Melding")), report->received_on, "");
	add_step(shown, web_words(request, WORDS("Onderzoek")), shown->outcome.concluded_on,
	         by_term(making, report->report, "investigation"));
	add_step(shown, web_words(request, WORDS("Aanvraag")), days.application.received_on, "");
	add_step(shown, web_words(request, WORDS("Besluit")), days.decision.decided_on,
	         by_term(making, report->report, "decision"));
	if (days.decision.outcome == NULL || strcmp(days.decision.outcome, "refused") != 0) {
		add_step(shown, web_words(request, WORDS("Aanbieder")), case_provided_on(line), "");
		add_step(shown, web_words(request, WORDS("Ondersteuning")),
		         in_care ? line->since : (struct date){ 0 }, "");
	}
	if (strcmp(line->status, "ended") == 0)
		drop_what_never_comes(shown);
	status = offer_next(making, shown, line->status, days.decision.decision);
	next = (struct client_todo){ .about = shown->asked,
		                     .address = shown->next_address,
		                     .label = shown->next_label };
	if (status == OK)
		status = find_before(making, line, &next);
	shown->is_behind = !client_add_todo(making, line, &next);
	return status;
}

static const struct report_line *report_of(const struct records *reports, int64_t number)
{
	const struct report_line *items = reports->items;

	for (size_t i = 0; i < reports->count; i++)
		if (items[i].report == number)
			return &items[i];
	return NULL;
}

/* What was decided before this system has no road to show, and is a decision all the same. */
static enum status make_taken_over(struct making *making, int64_t number)
{
	struct records *decisions = &making->view->decisions;
	struct decision_kept decision = { 0 };
	enum status status = decision_of(making->journal, number, &decision, making->fault);

	if (status == OK && !date_before(client_until(making), decision.decided_on))
		((struct decision_kept *)decisions->items)[decisions->count++] = decision;
	return status == NOT_FOUND ? OK : status;
}

static enum status make_cases(struct making *making)
{
	struct client_view *view = making->view;
	struct records reports, lines;
	const struct case_line *states;
	enum status status = desk_reports_of(making->journal, view->person, &reports, making->fault);

	if (status == OK)
		status = caseload_of(making->journal, view->person, web_other_day(making->request), &lines,
		                     making->fault);
	if (status == OK)
		status = terms_of(making->journal, view->person, web_other_day(making->request),
		                  &making->terms, making->fault);
	if (status)
		return status;
	states = lines.items;
	view->cases = records_new(&client_case_record, lines.count, making->arena);
	view->decisions = records_new(&decision_kept_record, lines.count, making->arena);
	view->todos = records_new(&client_todo_record, lines.count, making->arena);
	view->decisions.count = view->cases.count = view->todos.count = 0;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const struct report_line *report = report_of(&reports, states[i].report);

		if (report != NULL)
			status = make_case(making, report, &states[i],
			                   &((struct client_case *)view->cases.items)[view->cases.count++]);
		else
			status = make_taken_over(making, states[i].report);
	}
	if (view->cases.count > 0) /* the newest stands open */
		((struct client_case *)view->cases.items)[0].is_behind = false;
	return status;
}

/* --- letters, reads --- */

static enum status make_view(struct making *making)
{
	struct client_view *view = making->view;
	const struct reads_asked reads = { making->journal->register_id, view->person,
		                           web_day_end(making->request) };
	enum status status = make_identity(making);

	if (status == OK)
		status = make_presence(making);
	if (status == OK)
		status = client_around_of(making->request, view->person, &view->around, making->fault);
	if (status == OK)
		status = make_cases(making);
	if (status == OK && view->cases.count > 0)
		status = client_make_contacts(making);
	if (status == OK)
		status = client_make_unseen(making);
	if (status == OK)
		status = client_make_support(making);
	if (status == OK)
		status = client_make_handovers(making);
	if (status == OK)
		status = client_make_searches(making);
	if (status == OK)
		status = letters_of(making->journal, view->person, client_until(making), &view->letters,
		                    making->fault);
	if (status == OK)
		status = client_make_events(making);
	if (status == OK)
		status = reads_recent(web_visitor(making->request)->web->db, &reads, making->arena,
		                      &view->reads, making->fault);
	if (status == OK)
		reads_in_words(making->request, &view->reads);
	return status;
}

/* An order cannot leave without a BSN, and nobody may notice that until the provider does not come. */
static bool order_waits_for_bsn(const struct client_view *view)
{
	const struct client_support *support = view->support.items;

	for (size_t i = 0; i < view->support.count; i++)
		if (!view->has_bsn && support[i].provider != NULL && !date_is(support[i].started_on))
			return true;
	return false;
}

void client_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct client_view view = { .person = web_number(&request->parts, "person"),
		                    .may_report = web_may(request, MAY_REPORT) };
	struct fault fault = { 0 };
	struct making making = { .request = request,
		                 .journal = &visitor->journal,
		                 .arena = request->arena,
		                 .view = &view,
		                 .fault = &fault,
		                 .today = web_on(request) };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind = done == NULL ? NULL : journal_kind_named(visitor->web->book, done);

	(void)context;
	if (!web_sees_file(request, view.person)) {
		client_front(request, response, view.person, kind);
		return;
	}
	if (!web_ok(request, response, make_view(&making), &fault))
		return;
	view.frame = web_client_frame(request, view.person, view.name, NULL);
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	if (view.cases.count == 0 && !web_is_today(request))
		view.frame.warning =
			web_words(request, WORDS("Op deze dag was deze persoon nog geen cliënt."));
	if (web_is_today(request) && view.may_depart && order_waits_for_bsn(&view))
		view.frame.warning = web_words(
			request, WORDS("De opdracht kan nog niet weg: het BSN ontbreekt. Leg het BSN vast."));
	view.may_hand_over = web_may_bring(request, &contact_handed_over_kind);
	view.may_record_bsn = !view.has_bsn && web_may_bring(request, &bsn_recorded_kind);
	web_note_read(request, response, view.person, "client");
	web_page(request, response, "caseload/client.html", &view);
}
