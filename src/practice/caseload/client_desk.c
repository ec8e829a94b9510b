/* SPDX-License-Identifier: EUPL-1.2 */
/* What the desk knows around a client: who acts for them, their questions, and what was offered with a
 * report. */
#include <string.h>

#include "common/access/web.h"
#include "common/access/web_sight.h"
#include "common/calendar/calendar.h"
#include "common/person/double.h"
#include "common/person/representative.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/caseload/caseload.h"
#include "practice/caseload/caseload_pages.h"
#include "practice/caseload/client_parts.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/offer.h"
#include "practice/desk/question_store.h"
#include "practice/desk/received.h"
#include "practice/desk/urgent.h"

/* --- on the first page of the file --- */

static const struct field client_around_fields[] = {
	FIELD(struct client_around, person),
	FIELD(struct client_around, representative, .max_chars = 500),
	FIELD(struct client_around, stays),
	FIELD(struct client_around, same_as),
};
const struct record client_around_record =
	RECORD(struct client_around, "client_around", client_around_fields);

enum status client_around_of(const struct http_request *request, int64_t person,
                             struct client_around *ret_around, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct representative acts = { 0 };
	enum status status = representative_of(journal, person, web_on(request), &acts, fault);

	*ret_around = (struct client_around){ .person = person };
	if (status == OK)
		ret_around->representative =
			arena_print(request->arena, "%s (%s)", relation_words(&acts.who, request->arena),
		                    web_words(request, choice_label(representative_sorts, acts.sort)));
	if (status == OK || status == NOT_FOUND)
		status = person_same_as(journal, person, &ret_around->same_as, fault);
	if (status == OK)
		status = person_stays(journal, person, &ret_around->stays, fault);
	if (ret_around->stays == person)
		ret_around->stays = 0;
	return status;
}

/* --- the page --- */

struct desk_representative {
	int64_t representative;
	const char *sort, *who, *address, *phone, *ground;
	struct date from, last_day;
	bool acts, may_end;
};
static const struct field desk_representative_fields[] = {
	FIELD(struct desk_representative, representative),
	FIELD(struct desk_representative, sort),
	FIELD(struct desk_representative, who, .max_chars = 500),
	FIELD(struct desk_representative, address, .max_chars = 500),
	FIELD(struct desk_representative, phone),
	FIELD(struct desk_representative, ground, .max_chars = 300),
	FIELD(struct desk_representative, from),
	FIELD(struct desk_representative, last_day),
	FIELD(struct desk_representative, acts),
	FIELD(struct desk_representative, may_end),
};
static const struct record desk_representative_record =
	RECORD(struct desk_representative, "desk_representative", desk_representative_fields);

struct desk_question {
	int64_t question;
	const char *asked, *outcome;
	struct date asked_on;
};
static const struct field desk_question_fields[] = {
	FIELD(struct desk_question, question),
	FIELD(struct desk_question, asked, .max_chars = 4000),
	FIELD(struct desk_question, outcome),
	FIELD(struct desk_question, asked_on),
};
static const struct record desk_question_record =
	RECORD(struct desk_question, "desk_question", desk_question_fields);

/* Something that was said or given on a day. */
struct desk_entry {
	struct date on;
	const char *words, *more;
};
static const struct field desk_entry_fields[] = {
	FIELD(struct desk_entry, on),
	FIELD(struct desk_entry, words, .max_chars = 1000),
	FIELD(struct desk_entry, more, .max_chars = 20000),
};
static const struct record desk_entry_record = RECORD(struct desk_entry, "desk_entry", desk_entry_fields);

struct desk_case {
	int64_t report;
	const char *asked, *status, *closing;
	struct date received_on, plan_due_on;
	struct records support, plans, urgent; /* desk_entry */
	bool may_record, may_waive, may_help, may_close, may_report_again;
};
static const struct field desk_case_fields[] = {
	FIELD(struct desk_case, report),
	FIELD(struct desk_case, asked, .max_chars = 4000),
	FIELD(struct desk_case, status),
	FIELD(struct desk_case, closing, .max_chars = 1200),
	FIELD(struct desk_case, received_on),
	FIELD(struct desk_case, plan_due_on),
	FIELD(struct desk_case, support, .of = &desk_entry_record),
	FIELD(struct desk_case, plans, .of = &desk_entry_record),
	FIELD(struct desk_case, urgent, .of = &desk_entry_record),
	FIELD(struct desk_case, may_record),
	FIELD(struct desk_case, may_waive),
	FIELD(struct desk_case, may_help),
	FIELD(struct desk_case, may_close),
	FIELD(struct desk_case, may_report_again),
};
static const struct record desk_case_record = RECORD(struct desk_case, "desk_case", desk_case_fields);

struct client_desk_view {
	struct page_frame frame;
	int64_t person;
	const char *name;
	bool may_record, may_be_double, sees_file;
	struct records representatives, questions, cases;
	bool is_dead;
};
static const struct field client_desk_view_fields[] = {
	FIELD_INSIDE(struct client_desk_view, frame, &page_frame_record),
	FIELD(struct client_desk_view, person),
	FIELD(struct client_desk_view, name),
	FIELD(struct client_desk_view, may_record),
	FIELD(struct client_desk_view, may_be_double),
	FIELD(struct client_desk_view, sees_file),
	FIELD(struct client_desk_view, representatives, .of = &desk_representative_record),
	FIELD(struct client_desk_view, questions, .of = &desk_question_record),
	FIELD(struct client_desk_view, cases, .of = &desk_case_record),
};
const struct record client_desk_view_record =
	RECORD(struct client_desk_view, "client_desk_view", client_desk_view_fields);

/* What the page is made with. */
struct showing {
	const struct http_request *request;
	struct journal *journal;
	struct client_desk_view *view;
	struct fault *fault;
	struct date on;
};

static const char *address_of(const struct relation *who, struct arena *arena)
{
	const struct identity place = { .street = who->street,
		                        .house_number = who->house_number,
		                        .house_addition = who->house_addition,
		                        .postcode = who->postcode,
		                        .place = who->place };

	return arena_print(arena, "%s, %s", identity_street(&place, arena), identity_place(&place, arena));
}

static struct desk_representative show_one(const struct showing *showing, const struct representative *from,
                                           int64_t acting)
{
	struct date last_day = { 0 };

	if (from->valid_until.day != DATE_LAST.day)
		last_day = date_add_days(from->valid_until, -1);
	return (struct desk_representative){
		.representative = from->representative,
		.sort = web_words(showing->request, choice_label(representative_sorts, from->sort)),
		.who = relation_words(&from->who, showing->request->arena),
		.address = address_of(&from->who, showing->request->arena),
		.phone = from->who.phone,
		.ground = from->ground,
		.from = from->valid_from,
		.last_day = last_day,
		.acts = from->representative == acting,
		.may_end = showing->view->may_record && date_before(showing->on, from->valid_until),
	};
}

static enum status show_representatives(const struct showing *showing)
{
	struct client_desk_view *view = showing->view;
	struct records all = { 0 };
	struct representative acting = { 0 };
	const struct representative *items;
	enum status status = representatives_of(showing->journal, view->person, &all, showing->fault);

	if (status == OK)
		status = representative_of(showing->journal, view->person, showing->on, &acting,
		                           showing->fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	items = all.items;
	view->representatives = records_new(&desk_representative_record, all.count, showing->request->arena);
	for (size_t i = 0; i < all.count; i++)
		((struct desk_representative *)view->representatives.items)[i] =
			show_one(showing, &items[i], acting.representative);
	return OK;
}

static enum status show_questions(const struct showing *showing)
{
	struct client_desk_view *view = showing->view;
	struct records lines = { 0 };
	const struct question_line *items;
	enum status status = questions_of(showing->journal, view->person, &lines, showing->fault);

	items = lines.items;
	view->questions = records_new(&desk_question_record, lines.count, showing->request->arena);
	view->questions.count = 0;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		bool is_over = has_words(items[i].outcome) && !date_before(showing->on, items[i].outcome_on);
		const char *outcome = is_over ? choice_label(question_outcomes, items[i].outcome)
		                              : WORDS("te beantwoorden");

		if (!date_before(showing->on, items[i].asked_on))
			((struct desk_question *)view->questions.items)[view->questions.count++] =
				(struct desk_question){ .question = items[i].question,
				                        .asked = items[i].asked,
				                        .outcome = web_words(showing->request, outcome),
				                        .asked_on = items[i].asked_on };
	}
	return status;
}

static void add_entry(const struct showing *showing, struct records *entries, struct desk_entry entry)
{
	if (!date_before(showing->on, entry.on))
		((struct desk_entry *)entries->items)[entries->count++] = entry;
}

static struct records no_entries(const struct showing *showing, size_t most)
{
	struct records entries = records_new(&desk_entry_record, most, showing->request->arena);

	entries.count = 0;
	return entries;
}

static enum status show_support(const struct showing *showing, struct desk_case *shown)
{
	struct records lines = { 0 };
	const struct support_line *items;
	enum status status = desk_support_of(showing->journal, shown->report, &lines, showing->fault);

	items = lines.items;
	shown->support = no_entries(showing, lines.count);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const char *told = web_words(showing->request, choice_label(support_told, items[i].told));
		const char *answer =
			web_words(showing->request, choice_label(support_answers, items[i].answer));

		add_entry(showing, &shown->support,
		          (struct desk_entry){
				  items[i].offered_on,
				  arena_print(showing->request->arena,
		                              web_words(showing->request, WORDS("Verteld aan %s: %s.")), told,
		                              answer),
				  items[i].supporter });
	}
	return status;
}

static enum status show_plans(const struct showing *showing, struct desk_case *shown)
{
	struct records lines = { 0 };
	const struct own_plan_line *items;
	struct term term;
	enum status status = desk_plans_of(showing->journal, shown->report, &lines, showing->fault);

	if (status == OK)
		status = calendar_term(showing->journal->calendar, "personal-plan", shown->received_on,
		                       showing->request->arena, &term, showing->fault);
	if (status)
		return status;
	shown->plan_due_on = term.due;
	items = lines.items;
	shown->plans = no_entries(showing, lines.count);
	for (size_t i = 0; i < lines.count; i++) {
		bool is_late = date_before(items[i].due_on, items[i].plan_on);
		const char *words = items[i].is_waived ? WORDS("De inwoner maakt geen persoonlijk plan.")
		                    : is_late          ? WORDS("Plan ontvangen, na de zeven dagen.")
		                                       : WORDS("Plan ontvangen.");

		add_entry(showing, &shown->plans,
		          (struct desk_entry){ items[i].plan_on, web_words(showing->request, words),
		                               items[i].words });
	}
	return OK;
}

static enum status show_urgent(const struct showing *showing, struct desk_case *shown)
{
	const struct journal *journal = showing->journal;
	struct arena *arena = showing->request->arena;
	struct records lines = { 0 };
	const struct urgent_line *items;
	enum status status = desk_urgent_of(showing->journal, shown->report, &lines, showing->fault);

	items = lines.items;
	shown->urgent = no_entries(showing, lines.count);
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const char *party =
			scheme_book_organisation(journal->schemes, journal->register_id, items[i].party);
		const char *words = arena_print(
			arena, web_words(showing->request, WORDS("%s door %s, vanaf %s. Beslist door %s.")),
			scheme_book_product_label(journal->schemes, journal->register_id, items[i].product),
			party, calendar_date_words(items[i].starts_on, journal->language, false, arena),
			items[i].decided_by);

		add_entry(
			showing, &shown->urgent,
			(struct desk_entry){ items[i].decided_on, words,
		                             arena_print(arena, "%s\n%s", items[i].help, items[i].reason) });
	}
	return status;
}

static enum status show_closing(const struct showing *showing, struct desk_case *shown)
{
	struct closing_line line;
	enum status status = desk_closing_of(showing->journal, shown->report, &line, showing->fault);

	if (status == OK && !date_before(showing->on, line.closed_on))
		shown->closing =
			arena_print(showing->request->arena, web_words(showing->request, WORDS("%s, %s: %s")),
		                    calendar_date_words(line.closed_on, showing->journal->language, false,
		                                        showing->request->arena),
		                    web_words(showing->request, choice_label(closing_outcomes, line.outcome)),
		                    line.words);
	return status == NOT_FOUND ? OK : status;
}

static enum status show_case(const struct showing *showing, const struct case_line *line,
                             const struct report_line *report, struct desk_case *shown)
{
	bool is_reported = strcmp(line->status, "reported") == 0;
	bool is_investigated = strcmp(line->status, "investigated") == 0;
	bool may_record = showing->view->may_record;
	enum status status;

	*shown = (struct desk_case){
		.report = report->report,
		.asked = showing->view->sees_file ? report->asked : "",
		.status = web_words(showing->request, choice_label(case_statuses, line->status)),
		.received_on = report->received_on,
		.closing = "",
		.may_record = may_record && is_reported,
		.may_help = is_reported && web_may_bring(showing->request, &urgent_help_given_kind),
		.may_close = may_record && (is_reported || is_investigated),
		.may_report_again =
			may_record && strcmp(line->status, "closed") == 0 && !showing->view->is_dead,
	};
	status = show_plans(showing, shown);
	shown->may_waive = shown->may_record && shown->plans.count == 0;
	if (!showing->view->sees_file) {
		shown->plans.count = 0;
		return status; /* what was said and given stands in the file */
	}
	if (status == OK)
		status = show_support(showing, shown);
	if (status == OK)
		status = show_urgent(showing, shown);
	return status == OK ? show_closing(showing, shown) : status;
}

static enum status show_cases(const struct showing *showing)
{
	struct client_desk_view *view = showing->view;
	struct records reports = { 0 }, lines = { 0 };
	const struct report_line *report;
	const struct case_line *line;
	enum status status = desk_reports_of(showing->journal, view->person, &reports, showing->fault);

	if (status == OK)
		status = caseload_of(showing->journal, view->person, web_other_day(showing->request), &lines,
		                     showing->fault);
	report = reports.items;
	line = lines.items;
	view->cases = records_new(&desk_case_record, lines.count, showing->request->arena);
	view->cases.count = 0;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		for (size_t j = 0; status == OK && j < reports.count; j++)
			if (report[j].report == line[i].report)
				status = show_case(
					showing, &line[i], &report[j],
					&((struct desk_case *)view->cases.items)[view->cases.count++]);
	return status;
}

void around_page(struct http_request *request, struct http_response *response, void *context)
{
	struct client_desk_view view = { .person = web_number(&request->parts, "person"),
		                         .may_record = web_may(request, MAY_REPORT),
		                         .sees_file = web_sees_file(request,
		                                                    web_number(&request->parts, "person")) };
	struct fault fault = { 0 };
	const struct showing showing = { request, &web_visitor(request)->journal, &view, &fault,
		                         web_on(request) };
	struct identity identity;
	const char *died = "";
	enum status status = vault_identity(showing.journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK)
		status = vault_died(showing.journal, view.person, &died, &fault);
	view.is_dead = has_words(died);
	if (status == OK)
		status = show_representatives(&showing);
	if (status == OK)
		status = show_questions(&showing);
	if (status == OK)
		status = show_cases(&showing);
	if (status == OK)
		status = pair_has(showing.journal, view.person, &view.may_be_double, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	view.frame = web_client_frame(request, view.person, view.name, web_words(request, WORDS("Loket")));
	web_note_read(request, response, view.person, "client-desk");
	web_page(request, response, "caseload/client_desk.html", &view);
}
