/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/caseload/caseload_pages.h"
#include "practice/desk/absence.h"

#include <stdlib.h>
#include <string.h>

#include "common/access/web.h"
#include "common/person/vault.h"
#include "common/triangle/triangle.h"
#include "platform/base/words.h"
#include "practice/caseload/caseload.h"
#include "practice/caseload/client_parts.h"
#include "practice/caseload/sight.h"
#include "practice/desk/contact.h"

/* --- the work list --- */

struct work_line {
	int64_t person, report;
	const char *name, *asked, *contact, *term;
	struct date since;
	bool is_late, is_soon;
};
static const struct field work_line_fields[] = {
	FIELD(struct work_line, person),  FIELD(struct work_line, report),
	FIELD(struct work_line, name),    FIELD(struct work_line, asked, .max_chars = 4000),
	FIELD(struct work_line, contact), FIELD(struct work_line, term),
	FIELD(struct work_line, since),   FIELD(struct work_line, is_late),
	FIELD(struct work_line, is_soon),
};
static const struct record work_line_record = RECORD(struct work_line, "work_line", work_line_fields);

struct work_view {
	struct page_frame frame;
	struct records whose; /* page_tab: mine, team, all */
	struct records tabs;  /* page_tab: one per status */
	struct records lines;
	struct records away; /* absence_line, with names for accounts */
	int64_t total;
	int64_t answers;  /* to the visitor's own questions about money or policy */
	const char *next; /* address of the next page, or "" */
	bool may_say_left;
	const char *status_label;
};
static const struct field work_view_fields[] = {
	FIELD_INSIDE(struct work_view, frame, &page_frame_record),
	FIELD(struct work_view, whose, .of = &page_tab_record),
	FIELD(struct work_view, tabs, .of = &page_tab_record),
	FIELD(struct work_view, lines, .of = &work_line_record),
	FIELD(struct work_view, away, .of = &absence_line_record),
	FIELD(struct work_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct work_view, answers),
	FIELD(struct work_view, next),
	FIELD(struct work_view, may_say_left),
	FIELD(struct work_view, status_label),
};
const struct record work_view_record = RECORD(struct work_view, "work_view", work_view_fields);

/* What the address asks for. */
struct work_asked {
	const char *status, *whose;
	struct case_filter filter;
};

static struct work_asked read_asked(const struct http_request *request)
{
	const struct access_account *account = &web_visitor(request)->session.account;
	const char *status = pairs_get(&request->query, "status");
	const char *whose = pairs_get(&request->query, "whose");
	const char *after = pairs_get(&request->query, "after");
	struct work_asked asked = { .status = "reported",
		                    .whose = account->team[0] == '\0' ? "all" : "mine" };

	for (const struct choice *choice = case_statuses; status != NULL && choice->code != NULL; choice++)
		if (strcmp(choice->code, status) == 0)
			asked.status = choice->code;
	if (whose != NULL &&
	    (strcmp(whose, "mine") == 0 || strcmp(whose, "team") == 0 || strcmp(whose, "all") == 0))
		asked.whose = whose;
	asked.filter = (struct case_filter){
		.contact = "", .team = "", .status = asked.status, .on = web_other_day(request)
	};
	if (strcmp(asked.whose, "mine") == 0)
		asked.filter.contact = account->account;
	if (strcmp(asked.whose, "team") == 0)
		asked.filter.team = account->team;
	if (after != NULL && strlen(after) > 11 && after[10] == ',') {
		(void)date_read(arena_copy_part(request->arena, after, 10), &asked.filter.after_due_on);
		asked.filter.after_report = strtoll(after + 11, NULL, 10);
	}
	return asked;
}

static struct work_line show_line(const struct http_request *request, const struct work_case *line,
                                  const char *status)
{
	const struct case_seen seen = { line->team, line->account, status };
	const struct identity client = { .initials = line->initials,
		                         .prefix = line->prefix,
		                         .surname = line->surname };
	int64_t days = (int64_t)line->due_on.day - web_on(request).day;

	return (struct work_line){ .person = line->person,
		                   .report = line->report,
		                   .name = identity_name(&client, request->arena),
		                   .asked = caseload_shows_asked(&web_visitor(request)->session, &seen)
		                                    ? line->asked
		                                    : "",
		                   .contact = line->contact,
		                   .term = client_term_words(request, status, line->due_on),
		                   .since = line->since,
		                   .is_late = days < 0,
		                   .is_soon = days >= 0 && days <= CLIENT_SOON_DAYS };
}

static struct records show_lines(const struct http_request *request, const struct records *cases,
                                 const char *status)
{
	struct records lines = records_new(&work_line_record, cases->count, request->arena);
	const struct work_case *items = cases->items;

	for (size_t i = 0; i < cases->count; i++)
		((struct work_line *)lines.items)[i] = show_line(request, &items[i], status);
	return lines;
}

static struct records show_tabs(const struct http_request *request, const struct work_asked *asked,
                                const struct records *counts, int64_t *ret_total)
{
	struct records tabs = records_new(&page_tab_record, 16, request->arena);
	struct page_tab *items = tabs.items;
	const struct case_count *counted = counts->items;

	tabs.count = 0;
	for (const struct choice *choice = case_statuses; choice->code != NULL; choice++) {
		struct page_tab *tab = &items[tabs.count++];

		*tab = (struct page_tab){ .address = arena_print(request->arena, "/work?status=%s&whose=%s",
			                                         choice->code, asked->whose),
			                  .label = web_words(request, choice->label),
			                  .is_current = strcmp(choice->code, asked->status) == 0 };
		for (size_t i = 0; i < counts->count; i++)
			if (strcmp(counted[i].status, choice->code) == 0)
				tab->count = counted[i].cases;
		if (tab->is_current)
			*ret_total = tab->count;
	}
	return tabs;
}

static struct records show_whose(const struct http_request *request, const struct work_asked *asked)
{
	static const struct choice whose[] = {
		{ "mine", WORDS("Mijn zaken") },
		{ "team", WORDS("Mijn team") },
		{ "all", WORDS("Hele gemeente") },
		{ NULL, NULL },
	};
	struct records tabs = records_new(&page_tab_record, COUNT(whose), request->arena);
	bool has_team = web_visitor(request)->session.account.team[0] != '\0';

	tabs.count = 0;
	for (const struct choice *choice = whose; choice->code != NULL; choice++)
		if (has_team || strcmp(choice->code, "all") == 0)
			((struct page_tab *)tabs.items)[tabs.count++] = (struct page_tab){
				.address = arena_print(request->arena, "/work?status=%s&whose=%s",
				                       asked->status, choice->code),
				.label = web_words(request, choice->label),
				.is_current = strcmp(choice->code, asked->whose) == 0,
			};
	return tabs;
}

/* Who is away, by name. */
static enum status show_away(const struct http_request *request, struct records *ret_away,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	enum status status = absences(journal, web_on(request), ret_away, fault);
	struct absence_line *lines = ret_away->items;

	for (size_t i = 0; status == OK && i < ret_away->count; i++) {
		status = access_name(journal->db, journal->register_id, lines[i].worker, request->arena,
		                     &lines[i].worker, fault);
		if (status == OK)
			status = access_name(journal->db, journal->register_id, lines[i].to, request->arena,
			                     &lines[i].to, fault);
	}
	return status;
}

void work_page(struct http_request *request, struct http_response *response, void *context)
{
	struct work_asked asked = read_asked(request);
	struct work_view view = { .frame = web_frame(request, web_words(request, WORDS("Werklijst"))),
		                  .next = "" };
	struct journal *journal = &web_visitor(request)->journal;
	struct records cases = { 0 }, counts = { 0 };
	struct fault fault = { 0 };
	enum status status = caseload_page(journal, &asked.filter, &cases, &fault);

	(void)context;
	if (status == OK)
		status = caseload_counts(journal, &asked.filter, &counts, &fault);
	if (status == OK)
		status = show_away(request, &view.away, &fault);
	if (status == OK)
		status = triangle_returned(journal, web_visitor(request)->session.account.account,
		                           web_on(request), &view.answers, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.lines = show_lines(request, &cases, asked.status);
	view.tabs = show_tabs(request, &asked, &counts, &view.total);
	view.whose = show_whose(request, &asked);
	view.may_say_left = web_may_bring(request, &worker_left_kind);
	view.status_label = web_words(request, choice_label(case_statuses, asked.status));
	if (cases.count == CASES_ON_A_PAGE) {
		const struct work_case *last = &((const struct work_case *)cases.items)[cases.count - 1];
		char date[DATE_TEXT_SIZE];

		view.next =
			arena_print(request->arena, "/work?status=%s&whose=%s&after=%s,%lld", asked.status,
		                    asked.whose, date_print(last->due_on, date), (long long)last->report);
	}
	web_note_read(request, response, 0, "work");
	web_page(request, response, "caseload/work.html", &view);
}

/* --- finding a client --- */

struct found_line {
	int64_t person;
	const char *name, *address;
	const char *born;
};
static const struct field found_line_fields[] = {
	FIELD(struct found_line, person),
	FIELD(struct found_line, name),
	FIELD(struct found_line, address),
	FIELD(struct found_line, born),
};
static const struct record found_line_record = RECORD(struct found_line, "found_line", found_line_fields);

struct clients_view {
	struct page_frame frame;
	const char *name, *born;
	bool is_asked, is_many, may_report, is_wrong_date;
	struct records found;
};
static const struct field clients_view_fields[] = {
	FIELD_INSIDE(struct clients_view, frame, &page_frame_record),
	FIELD(struct clients_view, name),
	FIELD(struct clients_view, born),
	FIELD(struct clients_view, is_asked),
	FIELD(struct clients_view, is_many),
	FIELD(struct clients_view, may_report),
	FIELD(struct clients_view, is_wrong_date),
	FIELD(struct clients_view, found, .of = &found_line_record),
};
const struct record clients_view_record = RECORD(struct clients_view, "clients_view", clients_view_fields);

static struct records show_found(const struct http_request *request, const struct records *found)
{
	struct records lines = records_new(&found_line_record, found->count, request->arena);
	const struct found_person *people = found->items;

	for (size_t i = 0; i < found->count; i++) {
		const struct identity identity = { .initials = people[i].initials,
			                           .prefix = people[i].prefix,
			                           .surname = people[i].surname,
			                           .street = people[i].street,
			                           .house_number = people[i].house_number };

		((struct found_line *)lines.items)[i] = (struct found_line){
			.person = people[i].person,
			.name = identity_name(&identity, request->arena),
			.address = arena_print(request->arena, "%s, %s",
			                       identity_street(&identity, request->arena), people[i].place),
			.born = identity_birth_words(
				&(struct identity){ .born = people[i].born,
			                            .born_unknown = people[i].born_unknown },
				web_visitor(request)->journal.language, request->arena)
		};
	}
	return lines;
}

void clients_page(struct http_request *request, struct http_response *response, void *context)
{
	struct clients_view view = { .frame = web_frame(request, web_words(request, WORDS("Cliënt zoeken"))),
		                     .name = pairs_get(&request->query, "name"),
		                     .born = pairs_get(&request->query, "born"),
		                     .may_report = web_may(request, MAY_REPORT) };
	struct records found = { 0 };
	struct person_sought sought = { .name = or_empty(view.name), .known_on = web_other_day(request) };
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	view.is_wrong_date = has_words(view.born) && !date_read(view.born, &sought.born);
	view.is_asked = !view.is_wrong_date && (has_words(view.name) || date_is(sought.born));
	if (view.is_asked)
		status = vault_find(&web_visitor(request)->journal, &sought, &found, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.found = show_found(request, &found);
	view.is_many = found.count == 50;
	web_note_read(request, response, 0, "clients");
	web_page(request, response, "caseload/clients.html", &view);
}
