/* SPDX-License-Identifier: EUPL-1.2 */
/* The lists of objections, with their counts and the days that are left. */
#include "practice/objection/objection_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/person.h"
#include "platform/base/words.h"
#include "practice/objection/objection_keep.h"

#define SOON_DAYS 7

struct objection_line {
	int64_t objection, person;
	const char *name, *state, *due, *left;
	struct date received_on;
	bool in_time, is_late, is_soon, may_open;
};
static const struct field line_fields[] = {
	FIELD(struct objection_line, objection),   FIELD(struct objection_line, person),
	FIELD(struct objection_line, name),        FIELD(struct objection_line, state),
	FIELD(struct objection_line, due),         FIELD(struct objection_line, left),
	FIELD(struct objection_line, received_on), FIELD(struct objection_line, in_time),
	FIELD(struct objection_line, is_late),     FIELD(struct objection_line, is_soon),
	FIELD(struct objection_line, may_open),
};
static const struct record line_record = RECORD(struct objection_line, "objection_line", line_fields);

struct objections_view {
	struct page_frame frame;
	int64_t person; /* of whom all are shown; 0: the work list */
	const char *title, *name, *next;
	struct records tabs, lines;
};
static const struct field objections_view_fields[] = {
	FIELD_INSIDE(struct objections_view, frame, &page_frame_record),
	FIELD(struct objections_view, person),
	FIELD(struct objections_view, title),
	FIELD(struct objections_view, name),
	FIELD(struct objections_view, next),
	FIELD(struct objections_view, tabs, .of = &page_tab_record),
	FIELD(struct objections_view, lines, .of = &line_record),
};
const struct record objections_view_record =
	RECORD(struct objections_view, "objections_view", objections_view_fields);

static const char *days_left(const struct http_request *request, struct date due_on)
{
	int64_t days = (int64_t)due_on.day - web_on(request).day;

	if (due_on.day == DATE_LAST.day)
		return web_words(request, WORDS("staat stil"));
	if (days == 0)
		return web_words(request, WORDS("nog vandaag"));
	if (days == 1)
		return web_words(request, WORDS("nog 1 dag"));
	if (days == -1)
		return web_words(request, WORDS("1 dag te laat"));
	return arena_print(request->arena,
	                   days > 0 ? web_words(request, WORDS("nog %lld dagen"))
	                            : web_words(request, WORDS("%lld dagen te laat")),
	                   (long long)(days > 0 ? days : -days));
}

static struct objection_line show_line(const struct http_request *request, const struct objection_kept *kept)
{
	const struct identity client = { .initials = kept->initials,
		                         .prefix = kept->prefix,
		                         .surname = kept->surname };
	const char *state = objection_state(kept, web_on(request));
	int64_t days = (int64_t)kept->due_on.day - web_on(request).day;
	bool runs = strcmp(state, "done") != 0;

	return (struct objection_line){
		.objection = kept->objection,
		.person = kept->person,
		.name = kept->surname == NULL ? "" : identity_name(&client, request->arena),
		.state = web_words(request, choice_label(objection_states, state)),
		.due = runs && kept->due_on.day != DATE_LAST.day
		               ? calendar_date_words(kept->due_on, web_visitor(request)->language, true,
		                                     request->arena)
		               : "",
		.left = runs ? days_left(request, kept->due_on) : "",
		.received_on = kept->received_on,
		.in_time = kept->in_time,
		.is_late = runs && days < 0,
		.is_soon = runs && days >= 0 && days <= SOON_DAYS,
		.may_open =
			access_may(web_visitor(request)->session.role, MAY_HANDLE_OBJECTIONS | MAY_SUPERVISE),
	};
}

static struct records show_lines(const struct http_request *request, const struct records *kept)
{
	struct records lines = records_new(&line_record, kept->count, request->arena);

	for (size_t i = 0; i < kept->count; i++)
		((struct objection_line *)lines.items)[i] =
			show_line(request, &((const struct objection_kept *)kept->items)[i]);
	return lines;
}

static struct records show_tabs(const struct http_request *request, const char *state,
                                const struct records *counts)
{
	struct records tabs = records_new(&page_tab_record, 3, request->arena);
	struct page_tab *tab = tabs.items;
	const struct objection_count *count = counts->items;

	for (size_t i = 0; objection_states[i].code != NULL; i++) {
		tab[i] = (struct page_tab){ .address = arena_print(request->arena, "/objections?state=%s",
			                                           objection_states[i].code),
			                    .label = web_words(request, objection_states[i].label),
			                    .is_current = strcmp(objection_states[i].code, state) == 0 };
		for (size_t n = 0; n < counts->count; n++)
			if (strcmp(count[n].state, objection_states[i].code) == 0)
				tab[i].count = count[n].objections;
	}
	return tabs;
}

static struct objections_asked read_asked(const struct http_request *request)
{
	const char *state = pairs_get(&request->query, "state");
	const char *after = pairs_get(&request->query, "after");
	struct objections_asked asked = { .state = "hear",
		                          .on = web_on(request),
		                          .after = web_number(&request->query, "last") };

	for (size_t i = 0; state != NULL && objection_states[i].code != NULL; i++)
		if (strcmp(objection_states[i].code, state) == 0)
			asked.state = objection_states[i].code;
	if (after != NULL)
		(void)date_read(after, &asked.after_due_on);
	return asked;
}

void objections_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	const char *title = web_words(request, WORDS("Bezwaren"));
	const char *done = pairs_get(&request->query, "done");
	struct objections_view view = {
		.frame = web_frame(request, title), .title = title, .name = "", .next = ""
	};
	const struct objections_asked asked = read_asked(request);
	const struct journal_kind *kind;
	struct records kept = { 0 }, counts = { 0 };
	struct fault fault = { 0 };
	char day[DATE_TEXT_SIZE];
	enum status status = objections_page_of(&visitor->journal, &asked, &kept, &fault);

	(void)context;
	if (status == OK)
		status = objection_counts(&visitor->journal, asked.on, &counts, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	kind = done == NULL ? NULL : journal_kind_named(visitor->web->book, done);
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	view.tabs = show_tabs(request, asked.state, &counts);
	view.lines = show_lines(request, &kept);
	if (kept.count == OBJECTIONS_ON_A_PAGE) {
		const struct objection_kept *last =
			&((const struct objection_kept *)kept.items)[kept.count - 1];

		view.next =
			arena_print(request->arena, "/objections?state=%s&after=%s&last=%lld", asked.state,
		                    date_print(last->due_on, day), (long long)last->objection);
	}
	web_note_read(request, response, 0, "objections");
	web_page(request, response, "objection/objections.html", &view);
}

void client_objections_page(struct http_request *request, struct http_response *response, void *context)
{
	struct web *web = context;
	struct journal *journal = &web_visitor(request)->journal;
	const char *title = web_words(request, WORDS("Bezwaren"));
	struct objections_view view = { .person = web_number(&request->parts, "person"),
		                        .title = title,
		                        .next = "" };
	const struct web_item about = { &objections_view_record, &view };
	struct web_client client = { 0 };
	struct records kept = { 0 };
	struct fault fault = { 0 };
	enum status status = web->whose(journal, &about, &client, &fault);

	if (status == OK)
		status = objections_of(journal, view.person, web_on(request), &kept, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = client.name;
	view.frame = web_client_frame(request, view.person, client.name, title);
	view.tabs = records_new(&page_tab_record, 0, request->arena);
	view.lines = show_lines(request, &kept);
	web_note_read(request, response, view.person, "objection");
	web_page(request, response, "objection/objections.html", &view);
}
