/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/question_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/scheme/route.h"
#include "platform/base/words.h"
#include "practice/desk/desk.h"
#include "practice/desk/desk_pages.h"
#include "practice/desk/question.h"
#include "practice/desk/question_store.h"

/* A theme: for whom a question about it is on the day, and on which other days it is for whom. */
struct route_view {
	const char *theme, *label, *to, *others;
	struct date from;
	bool is_ours, may_pass_on, may_report;
};
static const struct field route_view_fields[] = {
	FIELD(struct route_view, theme),       FIELD(struct route_view, label),
	FIELD(struct route_view, to),          FIELD(struct route_view, others, .max_chars = 1000),
	FIELD(struct route_view, from),        FIELD(struct route_view, is_ours),
	FIELD(struct route_view, may_pass_on), FIELD(struct route_view, may_report),
};
static const struct record route_view_record = RECORD(struct route_view, "route_view", route_view_fields);

struct question_view {
	int64_t question, person;
	const char *theme, *asked, *channel, *to;
	struct date asked_on, confirmed_on; /* no date until the receiver said yes */
	const char *days;                   /* since it was passed on, until then */
};
static const struct field question_view_fields[] = {
	FIELD(struct question_view, question), FIELD(struct question_view, person),
	FIELD(struct question_view, theme),    FIELD(struct question_view, asked, .max_chars = 4000),
	FIELD(struct question_view, channel),  FIELD(struct question_view, to),
	FIELD(struct question_view, asked_on), FIELD(struct question_view, confirmed_on),
	FIELD(struct question_view, days),
};
static const struct record question_view_record =
	RECORD(struct question_view, "question_view", question_view_fields);

struct questions_view {
	struct page_frame frame;
	struct date on;
	struct records routes, questions;
	int64_t total;
	const char *next;
};
static const struct field questions_view_fields[] = {
	FIELD_INSIDE(struct questions_view, frame, &page_frame_record),
	FIELD(struct questions_view, on),
	FIELD(struct questions_view, routes, .of = &route_view_record),
	FIELD(struct questions_view, questions, .of = &question_view_record),
	FIELD(struct questions_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct questions_view, next),
};
const struct record questions_view_record =
	RECORD(struct questions_view, "questions_view", questions_view_fields);

/* "Preventie vanaf 1 januari 2022": what the scheme says of the theme for other days. */
static const char *other_days(const struct http_request *request, const struct scheme *scheme,
                              const struct scheme_scope *now)
{
	const struct scheme_scope *scope = scheme->scope.items;
	const char *words = "";

	for (size_t i = 0; i < scheme->scope.count; i++) {
		struct scheme_route route = scheme_route_of(scheme, &scope[i]);

		if (&scope[i] == now || strcmp(scope[i].theme, now->theme) != 0)
			continue;
		words = arena_print(request->arena, web_words(request, WORDS("%s%s%s vanaf %s")), words,
		                    words[0] == '\0' ? "" : ", ", route.to_label,
		                    calendar_date_words(route.from, web_visitor(request)->language, false,
		                                        request->arena));
	}
	return words;
}

static void show_routes(const struct http_request *request, const struct scheme *scheme,
                        struct records *routes)
{
	const struct scheme_scope *scope = scheme->scope.items;
	bool may_record = web_may(request, MAY_REPORT) && web_is_today(request);

	for (size_t i = 0; i < scheme->scope.count; i++) {
		struct scheme_route route = scheme_route_of(scheme, &scope[i]);

		if (scheme_scope_on(scheme, scope[i].theme, web_on(request)) == &scope[i])
			((struct route_view *)routes->items)[routes->count++] =
				(struct route_view){ .theme = route.theme,
				                     .label = route.label,
				                     .to = route.to_label,
				                     .others = other_days(request, scheme, &scope[i]),
				                     .from = route.from,
				                     .is_ours = route.is_ours,
				                     .may_pass_on = may_record && !route.is_ours,
				                     .may_report = may_record && route.is_ours };
	}
}

static struct records routes_of_register(const struct http_request *request)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct scheme_entry *entry;
	struct records routes;
	size_t count = 0;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		count += entry->scheme.scope.count;
	routes = records_new(&route_view_record, count, request->arena);
	routes.count = 0;
	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		show_routes(request, &entry->scheme, &routes);
	return routes;
}

static struct records show_questions(const struct http_request *request, const struct records *lines)
{
	const struct journal *journal = &web_visitor(request)->journal;
	struct records views = records_new(&question_view_record, lines->count, request->arena);
	const struct question_line *items = lines->items;

	for (size_t i = 0; i < lines->count; i++) {
		struct scheme_route route = { .label = items[i].theme, .to_label = items[i].to };
		bool is_confirmed = !date_before(web_on(request), items[i].confirmed_on);

		(void)scheme_route_on(journal->schemes, journal->register_id, items[i].theme,
		                      items[i].asked_on, &route);
		((struct question_view *)views.items)[i] = (struct question_view){
			.question = items[i].question,
			.person = items[i].person,
			.theme = route.label,
			.asked = items[i].asked,
			.channel = web_words(request, choice_label(report_channels, items[i].channel)),
			.to = route.to_label,
			.asked_on = items[i].asked_on,
			.days = desk_days_words(request,
			                        (int64_t)web_on(request).day - items[i].outcome_on.day),
		};
		if (is_confirmed)
			((struct question_view *)views.items)[i].confirmed_on = items[i].confirmed_on;
	}
	return views;
}

void questions_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *done = pairs_get(&request->query, "done");
	struct questions_view view = { .frame = web_frame(request,
		                                          web_words(request, WORDS("Voor wie is een vraag"))),
		                       .on = web_on(request),
		                       .next = "" };
	struct records lines = { 0 };
	struct fault fault = { 0 };
	enum status status =
		questions_passed_on(journal, view.on, web_number(&request->query, "before"), &lines, &fault);

	(void)context;
	if (status == OK)
		status = questions_count_passed_on(journal, view.on, &view.total, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (done != NULL && strcmp(done, question_passed_on_kind.name) == 0)
		view.frame.notice = web_words(request, question_passed_on_kind.done);
	view.routes = routes_of_register(request);
	view.questions = show_questions(request, &lines);
	if (lines.count == QUESTIONS_ON_A_PAGE)
		view.next = arena_print(
			request->arena, "/questions?before=%lld",
			(long long)((const struct question_line *)lines.items)[lines.count - 1].question);
	web_note_read(request, response, 0, "questions");
	web_page(request, response, "desk/questions.html", &view);
}
