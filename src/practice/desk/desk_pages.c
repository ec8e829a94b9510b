/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/desk_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "common/scheme/route.h"
#include "platform/base/words.h"
#include "practice/desk/desk.h"
#include "practice/desk/question.h"
#include "practice/desk/question_store.h"
#include "practice/desk/received.h"

#define SOURCE_DAYS 90

/* A question as a line of a list. */
struct desk_line {
	int64_t question;
	const char *who, *from_whom, *theme, *asked, *channel, *to, *outcome;
	struct date asked_on, back_on;
	const char *days;
	bool is_late;
};
static const struct field desk_line_fields[] = {
	FIELD(struct desk_line, question),
	FIELD(struct desk_line, who),
	FIELD(struct desk_line, from_whom),
	FIELD(struct desk_line, theme),
	FIELD(struct desk_line, asked, .max_chars = 4000),
	FIELD(struct desk_line, channel),
	FIELD(struct desk_line, to),
	FIELD(struct desk_line, outcome),
	FIELD(struct desk_line, asked_on),
	FIELD(struct desk_line, back_on),
	FIELD(struct desk_line, days),
	FIELD(struct desk_line, is_late),
};
static const struct record desk_line_record = RECORD(struct desk_line, "desk_line", desk_line_fields);

/* From whom questions came. */
struct desk_source {
	const char *label;
	int64_t questions;
};
static const struct field desk_source_fields[] = {
	FIELD(struct desk_source, label),
	FIELD(struct desk_source, questions, .flags = FIELD_ZERO_IS_SET),
};
static const struct record desk_source_record = RECORD(struct desk_source, "desk_source", desk_source_fields);

struct desk_view {
	struct page_frame frame;
	struct records tabs; /* page_tab */
	struct records lines;
	struct records sources;
	const char *label, *next;
	int64_t total;
	bool may_receive, waits_for_us, waits_for_them;
};
static const struct field desk_view_fields[] = {
	FIELD_INSIDE(struct desk_view, frame, &page_frame_record),
	FIELD(struct desk_view, tabs, .of = &page_tab_record),
	FIELD(struct desk_view, lines, .of = &desk_line_record),
	FIELD(struct desk_view, sources, .of = &desk_source_record),
	FIELD(struct desk_view, label),
	FIELD(struct desk_view, next),
	FIELD(struct desk_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct desk_view, may_receive),
	FIELD(struct desk_view, waits_for_us),
	FIELD(struct desk_view, waits_for_them),
};
const struct record desk_view_record = RECORD(struct desk_view, "desk_view", desk_view_fields);

/* In the order of enum question_list. */
static const struct choice lists[QUESTION_LISTS_COUNT + 1] = {
	{ "open", WORDS("te beantwoorden") },
	{ "unconfirmed", WORDS("doorgegeven, nog niet bevestigd") },
	{ "arranged", WORDS("vandaag geregeld") },
	{ "told", WORDS("vandaag verteld") },
	{ "investigation", WORDS("vandaag naar onderzoek") },
	{ "passed_on", WORDS("vandaag doorgegeven") },
	{ "all", WORDS("alle vragen") },
	{ NULL, NULL },
};

/* --- what the pages share --- */

/* Who asks: the name that was given, else the person that it is about. */
static const char *who_asks(const struct http_request *request, const struct question_line *line)
{
	const struct relation caller = { .name = line->caller, .organisation = line->organisation };
	const struct identity person = { .initials = line->initials,
		                         .prefix = line->prefix,
		                         .surname = line->surname };

	if (has_words(line->caller) || has_words(line->organisation))
		return relation_words(&caller, request->arena);
	return has_words(line->surname) ? identity_name(&person, request->arena)
	                                : web_words(request, WORDS("naam niet vastgelegd"));
}

const char *desk_days_words(const struct http_request *request, int64_t days)
{
	if (days <= 0)
		return web_words(request, WORDS("sinds vandaag"));
	if (days == 1)
		return web_words(request, WORDS("1 dag"));
	return arena_print(request->arena, web_words(request, WORDS("%lld dagen")), (long long)days);
}

/* What the theme is called and for whom it is on the day that was asked. */
static struct scheme_route route_of(const struct http_request *request, const struct question_line *line)
{
	const struct journal *journal = &web_visitor(request)->journal;
	struct scheme_route route = { .label = line->theme, .to_label = line->to, .is_ours = true };

	if (has_words(line->theme))
		(void)scheme_route_on(journal->schemes, journal->register_id, line->theme, line->asked_on,
		                      &route);
	return route;
}

/* Whether the outcome was there on the day that the page shows. */
static bool has_outcome(const struct http_request *request, const struct question_line *line)
{
	return has_words(line->outcome) && !date_before(web_on(request), line->outcome_on);
}

static bool is_confirmed(const struct http_request *request, const struct question_line *line)
{
	return date_is(line->confirmed_on) && !date_before(web_on(request), line->confirmed_on);
}

/* --- the start page --- */

static struct desk_line show_line(const struct http_request *request, const struct question_line *line)
{
	struct scheme_route route = route_of(request, line);
	bool is_over = has_outcome(request, line);
	bool waits = is_over && strcmp(line->outcome, "passed_on") == 0 && !is_confirmed(request, line);
	struct date since = waits ? line->outcome_on : line->asked_on;

	return (struct desk_line){
		.question = line->question,
		.who = who_asks(request, line),
		.from_whom = has_words(line->from_whom)
		                     ? web_words(request, choice_label(question_sources, line->from_whom))
		                     : "",
		.theme = route.label,
		.asked = line->asked,
		.channel = web_words(request, choice_label(report_channels, line->channel)),
		.to = is_over && has_words(line->to) ? route.to_label : "",
		.outcome = is_over ? web_words(request, choice_label(question_outcomes, line->outcome)) : "",
		.asked_on = line->asked_on,
		.back_on = line->back_on,
		.days = desk_days_words(request, (int64_t)web_on(request).day - since.day),
		.is_late = !is_over && date_is(line->back_on) && date_before(line->back_on, web_on(request)),
	};
}

static enum question_list list_asked(const struct http_request *request)
{
	const char *name = pairs_get(&request->query, "list");

	for (size_t i = 0; name != NULL && i < QUESTION_LISTS_COUNT; i++)
		if (strcmp(lists[i].code, name) == 0)
			return (enum question_list)i;
	return QUESTIONS_OPEN;
}

static void show_lists(const struct http_request *request, enum question_list current,
                       const int64_t counts[static QUESTION_LISTS_COUNT], struct desk_view *view)
{
	struct page_tab *tabs;

	view->tabs = records_new(&page_tab_record, QUESTION_LISTS_COUNT, request->arena);
	tabs = view->tabs.items;
	for (size_t i = 0; i < QUESTION_LISTS_COUNT; i++)
		tabs[i] = (struct page_tab){ .address = arena_print(request->arena, "/desk?list=%s",
			                                            lists[i].code),
			                     .label = web_words(request, lists[i].label),
			                     .count = counts[i],
			                     .is_current = i == (size_t)current };
	view->label = tabs[current].label;
	view->total = tabs[current].count;
	view->waits_for_us = current == QUESTIONS_OPEN;
	view->waits_for_them = current == QUESTIONS_UNCONFIRMED;
}

static enum status show_sources(const struct http_request *request, struct desk_view *view,
                                struct fault *fault)
{
	struct records sources = { 0 };
	const struct question_source *items;
	enum status status = questions_by_source(&web_visitor(request)->journal,
	                                         date_add_days(web_on(request), 1 - SOURCE_DAYS),
	                                         web_on(request), &sources, fault);

	items = sources.items;
	view->sources = records_new(&desk_source_record, sources.count, request->arena);
	for (size_t i = 0; status == OK && i < sources.count; i++)
		((struct desk_source *)view->sources.items)[i] = (struct desk_source){
			.label = web_words(request,
			                   items[i].from_whom[0] == '\0'
			                           ? WORDS("meteen doorgegeven, niet gevraagd van wie")
			                           : choice_label(question_sources, items[i].from_whom)),
			.questions = items[i].questions,
		};
	return status;
}

void desk_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const struct questions_asked asked = { list_asked(request), web_on(request),
		                               web_number(&request->query, "after") };
	struct desk_view view = { .frame = web_frame(request, web_words(request, WORDS("Loket"))),
		                  .next = "",
		                  .may_receive = web_may(request, MAY_REPORT) };
	int64_t counts[QUESTION_LISTS_COUNT] = { 0 };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	const struct question_line *items;
	enum status status = questions_page_of(journal, &asked, &lines, &fault);

	(void)context;
	if (status == OK)
		status = questions_count(journal, asked.on, counts, &fault);
	if (status == OK)
		status = show_sources(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	show_lists(request, asked.list, counts, &view);
	items = lines.items;
	view.lines = records_new(&desk_line_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		((struct desk_line *)view.lines.items)[i] = show_line(request, &items[i]);
	if (lines.count == QUESTIONS_ON_A_PAGE)
		view.next = arena_print(request->arena, "/desk?list=%s&after=%lld", lists[asked.list].code,
		                        (long long)items[lines.count - 1].question);
	web_note_read(request, response, 0, "desk");
	web_page(request, response, "desk/desk.html", &view);
}

/* --- one question --- */

struct question_page_view {
	struct page_frame frame;
	int64_t question, person, earlier;
	const char *who, *phone, *email, *from_whom, *taken_by, *theme, *for_whom, *asked, *channel;
	const char *outcome, *told, *to, *confirmed_by, *code, *days;
	struct date asked_on, back_on, outcome_on, confirmed_on;
	bool is_direct, is_open, is_ours, waits;
	bool may_answer, may_report, may_pass_on, may_confirm, may_ask_more;
};
static const struct field question_page_view_fields[] = {
	FIELD_INSIDE(struct question_page_view, frame, &page_frame_record),
	FIELD(struct question_page_view, question),
	FIELD(struct question_page_view, person),
	FIELD(struct question_page_view, earlier),
	FIELD(struct question_page_view, days),
	FIELD(struct question_page_view, who),
	FIELD(struct question_page_view, phone),
	FIELD(struct question_page_view, email),
	FIELD(struct question_page_view, from_whom),
	FIELD(struct question_page_view, taken_by),
	FIELD(struct question_page_view, theme),
	FIELD(struct question_page_view, for_whom),
	FIELD(struct question_page_view, asked, .max_chars = 4000),
	FIELD(struct question_page_view, channel),
	FIELD(struct question_page_view, outcome),
	FIELD(struct question_page_view, told, .max_chars = 2000),
	FIELD(struct question_page_view, to),
	FIELD(struct question_page_view, confirmed_by),
	FIELD(struct question_page_view, code),
	FIELD(struct question_page_view, asked_on),
	FIELD(struct question_page_view, back_on),
	FIELD(struct question_page_view, outcome_on),
	FIELD(struct question_page_view, confirmed_on),
	FIELD(struct question_page_view, is_direct),
	FIELD(struct question_page_view, is_open),
	FIELD(struct question_page_view, is_ours),
	FIELD(struct question_page_view, waits),
	FIELD(struct question_page_view, may_answer),
	FIELD(struct question_page_view, may_report),
	FIELD(struct question_page_view, may_pass_on),
	FIELD(struct question_page_view, may_confirm),
	FIELD(struct question_page_view, may_ask_more),
};
const struct record question_page_view_record =
	RECORD(struct question_page_view, "question_page_view", question_page_view_fields);

/* What is known of the question whatever the day. */
static void show_question(const struct http_request *request, const struct question_line *line,
                          struct question_page_view *view)
{
	struct scheme_route route = route_of(request, line);

	view->question = line->question;
	view->person = line->person;
	view->earlier = line->earlier;
	view->who = who_asks(request, line);
	view->from_whom = web_words(request, choice_label(question_sources, or_empty(line->from_whom)));
	view->theme = route.label;
	view->for_whom = route.to_label;
	view->is_ours = route.is_ours;
	view->asked = line->asked;
	view->channel = web_words(request, choice_label(report_channels, line->channel));
	view->asked_on = line->asked_on;
	view->back_on = line->back_on;
	view->is_direct = line->is_direct;
}

/* Whether a scheme of the register divides questions by theme: one without a theme may be somebody else's. */
static bool may_be_elsewhere(const struct http_request *request, const struct question_line *line)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		if (entry->scheme.scope.count > 0)
			return !has_words(line->theme);
	return false;
}

/* Where it stands on the day, and what may be done with it. */
static void show_standing(const struct http_request *request, const struct question_line *line,
                          struct question_page_view *view)
{
	bool may_record = web_may(request, MAY_REPORT);

	view->is_open = !has_outcome(request, line);
	if (!view->is_open) {
		view->outcome = web_words(request, choice_label(question_outcomes, line->outcome));
		view->outcome_on = line->outcome_on;
		view->told = line->told;
		view->to = has_words(line->to) ? route_of(request, line).to_label : "";
	}
	view->waits = !view->is_open && date_is(line->confirmed_on) && !is_confirmed(request, line);
	if (view->waits)
		view->days = desk_days_words(request, (int64_t)web_on(request).day - line->outcome_on.day);
	if (is_confirmed(request, line)) {
		view->confirmed_on = line->confirmed_on;
		view->confirmed_by = line->confirmed_by;
	}
	view->may_answer = may_record && view->is_open;
	view->may_report = view->may_answer && view->is_ours;
	view->may_pass_on = view->may_answer && (!view->is_ours || may_be_elsewhere(request, line));
	view->may_confirm = may_record && view->waits;
	view->may_ask_more = may_record && !line->is_direct;
}

/* Names and the code, for whoever speaks with who asked. */
static enum status show_caller(const struct http_request *request, const struct question_line *line,
                               struct question_page_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct relation caller;
	enum status status = relation_of(journal, line->question, &caller, fault);

	view->phone = caller.phone;
	view->email = caller.email;
	if (status == OK || status == NOT_FOUND)
		status = question_code(journal, line->question, &view->code, fault);
	if (status == OK && has_words(line->taken_by))
		status = access_name(journal->db, journal->register_id, line->taken_by, journal->arena,
		                     &view->taken_by, fault);
	return status;
}

void question_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	int64_t number = web_number(&request->parts, "question");
	struct question_page_view view = { .question = number };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind = done == NULL ? NULL : journal_kind_named(journal->book, done);
	struct question_line line = { 0 };
	struct fault fault = { 0 };
	enum status status = question_of(journal, number, &line, &fault);

	(void)context;
	if (status == OK)
		status = show_caller(request, &line, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (date_before(web_on(request), line.asked_on)) {
		web_not_yet(request, response);
		return;
	}
	view.frame = web_frame(request, arena_print(request->arena, web_words(request, WORDS("Vraag %lld")),
	                                            (long long)number));
	web_breadcrumb(&view.frame, "/desk", web_words(request, WORDS("Loket")), request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	if (kind != NULL)
		view.frame.notice = web_words(request, kind->done);
	show_question(request, &line, &view);
	show_standing(request, &line, &view);
	web_note_read(request, response, line.person, "question");
	web_page(request, response, "desk/question.html", &view);
}
