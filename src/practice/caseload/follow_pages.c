/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/caseload/follow_pages.h"

#include <string.h>

#include "common/access/attempts.h"
#include "common/access/web.h"
#include "common/journal/register.h"
#include "common/person/vault.h"
#include "common/scheme/route.h"
#include "platform/base/words.h"
#include "practice/caseload/caseload.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/question_store.h"

struct follow_view {
	struct page_frame frame;
	const char *code, *error;
	bool is_found;
	const char *stage, *organisation, *contact;
	struct date on; /* the coming day, or no date */
};
static const struct field follow_view_fields[] = {
	FIELD_INSIDE(struct follow_view, frame, &page_frame_record),
	FIELD(struct follow_view, code),
	FIELD(struct follow_view, error),
	FIELD(struct follow_view, is_found),
	FIELD(struct follow_view, stage),
	FIELD(struct follow_view, organisation),
	FIELD(struct follow_view, contact),
	FIELD(struct follow_view, on),
};
const struct record follow_view_record = RECORD(struct follow_view, "follow_view", follow_view_fields);

/* Somebody with a code. */
struct following {
	const struct http_request *request;
	struct journal journal; /* of the register that the question is of */
	struct clock clock;
	struct question_line line;
	struct follow_view view;
	struct fault *fault;
};

/* --- where the question is --- */

static struct date coming(struct date on)
{
	if (on.day == DATE_LAST.day)
		on.day = 0;
	return on;
}

/* A report's case, in words that say nothing of what was found or decided. */
static void show_case(struct following *following, const struct case_line *line)
{
	struct follow_view *view = &following->view;
	const char *stage = WORDS("Er is besloten. De inwoner krijgt daarover een brief.");

	if (strcmp(line->status, "reported") == 0)
		stage = WORDS("Het onderzoek loopt.");
	else if (strcmp(line->status, "investigated") == 0)
		stage = WORDS("Het onderzoek is klaar. De inwoner kan een aanvraag doen.");
	else if (strcmp(line->status, "applied") == 0)
		stage = WORDS("De aanvraag is binnen. Er volgt een besluit.");
	if (strcmp(line->status, "reported") == 0 || strcmp(line->status, "applied") == 0)
		view->on = coming(line->due_on);
	view->stage = web_words(following->request, stage);
}

/* The case that a question became: where it stands, whose it is. */
static enum status follow_case(struct following *following)
{
	struct journal *journal = &following->journal;
	const struct question_line *question = &following->line;
	struct records lines = { 0 };
	struct contact contact = { 0 };
	const struct case_line *items;
	enum status status =
		caseload_of(journal, question->person, (struct date){ 0 }, &lines, following->fault);

	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (items[i].report == question->answer)
			show_case(following, &items[i]);
	if (status == OK)
		status = desk_contact_on(journal, question->person, clock_today(journal->clock), &contact,
		                         following->fault);
	if (status)
		return status;
	following->view.organisation = contact.owner;
	return access_name(journal->db, journal->register_id, contact.contact, journal->arena,
	                   &following->view.contact, following->fault);
}

/* What the desk still has, or answered itself. */
static enum status follow_at_desk(struct following *following, const char *stage)
{
	struct journal *journal = &following->journal;
	const struct question_line *question = &following->line;
	struct scheme_route route = { .to = "" };

	if (has_words(question->theme))
		(void)scheme_route_on(journal->schemes, journal->register_id, question->theme,
		                      question->asked_on, &route);
	following->view.stage = web_words(following->request, stage);
	following->view.organisation = route.is_ours ? route.to : "";
	return access_name(journal->db, journal->register_id, question->taken_by, journal->arena,
	                   &following->view.contact, following->fault);
}

static void follow_passed_on(struct following *following)
{
	const struct question_line *question = &following->line;
	struct journal *journal = &following->journal;
	struct scheme_route route = { .to_label = question->to };
	bool is_confirmed = !date_before(clock_today(journal->clock), question->confirmed_on);

	(void)scheme_route_on(journal->schemes, journal->register_id, question->theme, question->asked_on,
	                      &route);
	following->view.stage = web_words(
		following->request,
		is_confirmed ? WORDS("De vraag is doorgegeven, en de ontvanger heeft haar.")
			     : WORDS("De vraag is doorgegeven. Wij wachten tot de ontvanger bevestigt."));
	following->view.organisation = route.to_label;
	following->view.contact = is_confirmed ? question->confirmed_by : question->told;
}

static enum status follow(struct following *following)
{
	const struct question_line *question = &following->line;
	struct follow_view *view = &following->view;
	bool is_passed_on = strcmp(question->outcome, "passed_on") == 0;
	enum status status = OK;

	view->is_found = true;
	if (!has_words(question->outcome)) {
		status = follow_at_desk(following, WORDS("De vraag ligt bij het loket."));
		view->on = question->back_on;
	} else if (strcmp(question->outcome, "investigation") == 0) {
		status = follow_case(following);
	} else if (is_passed_on) {
		follow_passed_on(following);
	} else {
		status = follow_at_desk(following, WORDS("De vraag is beantwoord."));
	}
	if (status == OK && !is_passed_on)
		view->organisation =
			has_words(view->organisation)
				? scheme_book_organisation(following->journal.schemes,
		                                           following->journal.register_id, view->organisation)
				: view->frame.organisation;
	return status;
}

/* --- the code --- */

/* A number is counted and not a name: the counter of what was tried says nothing of who asked. */
static const char *counted_as(int64_t number, struct arena *arena)
{
	return arena_print(arena, "question %lld", (long long)number);
}

/* The question in this register when the code is its code; NOT_FOUND. */
static enum status find_here(struct following *following, const struct journal_register *of, int64_t number)
{
	struct web *web = web_visitor(following->request)->web;
	const char *code = "";
	enum status status;

	following->clock = *web->clock;
	if (!date_is(following->clock.fixed_day))
		following->clock.fixed_day = of->demo_day;
	following->journal = (struct journal){ .db = web->db,
		                               .clock = &following->clock,
		                               .book = web->book,
		                               .calendar = web->calendar,
		                               .schemes = web->schemes,
		                               .arena = following->request->arena,
		                               .language = web_visitor(following->request)->language,
		                               .register_id = of->register_id };
	status = question_of(&following->journal, number, &following->line, following->fault);
	if (status == OK)
		status = question_code(&following->journal, number, &code, following->fault);
	if (status == OK && !question_code_is(code, following->view.code))
		status = NOT_FOUND;
	if (status == OK)
		following->view.frame.organisation = of->name;
	return status;
}

static enum status find(struct following *following, int64_t number)
{
	struct web *web = web_visitor(following->request)->web;
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = web->refresh(&web->schemes, web->db, web->clock, following->fault);

	if (status == OK)
		status = journal_registers(web->db, following->request->arena, &registers, following->fault);
	if (status)
		return status;
	items = registers.items;
	status = NOT_FOUND;
	for (size_t i = 0; status == NOT_FOUND && i < registers.count; i++)
		status = find_here(following, &items[i], number);
	return status;
}

/* FINDINGS: tried too often; NOT_FOUND: no question has this code, which is counted. */
static enum status try_code(struct following *following)
{
	struct db *db = web_visitor(following->request)->web->db;
	const struct clock real = { { 0 } };
	int64_t number = question_code_number(following->view.code);
	const char *counted = counted_as(number, following->request->arena);
	enum status status = attempts_check(db, counted, clock_now(&real), following->fault);

	if (status == OK)
		status = find(following, number);
	if (status == NOT_FOUND) {
		status = attempts_add(db, counted, clock_now(&real), following->fault);
		return status == OK ? NOT_FOUND : status;
	}
	return status;
}

static void show(const struct http_request *request, struct http_response *response,
                 const struct follow_view *view)
{
	response->waits_for_flush = db_is_writing(web_visitor(request)->web->db);
	web_page(request, response, "caseload/follow.html", view);
}

void follow_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct follow_view view = { .frame = web_frame(request,
		                                             web_words(request, WORDS("Volg uw vraag"))),
		                          .code = "",
		                          .error = "" };

	(void)context;
	show(request, response, &view);
}

void follow_post(struct http_request *request, struct http_response *response, void *context)
{
	struct fault fault = { 0 };
	struct following following = {
		.request = request,
		.fault = &fault,
		.view = { .frame = web_frame(request, web_words(request, WORDS("Volg uw vraag"))),
		          .code = or_empty(pairs_get(&request->form, "code")),
		          .error = "" },
	};
	enum status status = try_code(&following);

	(void)context;
	if (status == OK)
		status = follow(&following);
	if (status == FINDINGS || status == NOT_FOUND) {
		following.view.error = web_words(
			request, status == FINDINGS ? WORDS("Het ging te vaak mis. Wacht een kwartier en "
		                                            "probeer het dan opnieuw.")
						    : WORDS("Deze code kennen wij niet. Kijk haar na, of bel "
		                                            "het loket."));
		show(request, response, &following.view);
		response->status = status == FINDINGS ? 429 : 403;
		return;
	}
	if (web_ok(request, response, status, &fault))
		show(request, response, &following.view);
}
