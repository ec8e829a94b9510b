/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/triangle/triangle_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/journal/stored.h"
#include "common/triangle/triangle.h"
#include "platform/base/words.h"

struct triangle_item {
	int64_t question, person; /* no person for whom it is not */
	const char *corner, *subject, *asked, *asked_by, *answer, *answered_by, *weighed;
	struct date asked_on, since;
	bool may_answer, may_weigh;
};
static const struct field triangle_item_fields[] = {
	FIELD(struct triangle_item, question),
	FIELD(struct triangle_item, person),
	FIELD(struct triangle_item, corner),
	FIELD(struct triangle_item, subject),
	FIELD(struct triangle_item, asked, .max_chars = 2000),
	FIELD(struct triangle_item, asked_by),
	FIELD(struct triangle_item, answer, .max_chars = 4000),
	FIELD(struct triangle_item, answered_by),
	FIELD(struct triangle_item, weighed, .max_chars = 2000),
	FIELD(struct triangle_item, asked_on),
	FIELD(struct triangle_item, since),
	FIELD(struct triangle_item, may_answer),
	FIELD(struct triangle_item, may_weigh),
};
static const struct record triangle_item_record =
	RECORD(struct triangle_item, "triangle_item", triangle_item_fields);

struct triangle_view {
	struct page_frame frame;
	struct records tabs, questions;
	bool is_practice, may_ask;
	const char *next;
};
static const struct field triangle_view_fields[] = {
	FIELD_INSIDE(struct triangle_view, frame, &page_frame_record),
	FIELD(struct triangle_view, tabs, .of = &page_tab_record),
	FIELD(struct triangle_view, questions, .of = &triangle_item_record),
	FIELD(struct triangle_view, is_practice),
	FIELD(struct triangle_view, may_ask),
	FIELD(struct triangle_view, next),
};
const struct record triangle_view_record =
	RECORD(struct triangle_view, "triangle_view", triangle_view_fields);

/* Practice sees all questions; another corner those that were laid there. */
static struct triangle_asked asked_by(const struct http_request *request, const struct triangle_view *view)
{
	const char *state = pairs_get(&request->query, "state");

	if (state == NULL || strcmp(choice_label(triangle_states, state), state) == 0)
		state = view->is_practice ? "answered" : "open";
	return (struct triangle_asked){
		.corner = view->is_practice ? "" : corner_code(web_visitor(request)->session.role->corner),
		.state = state,
		.on = web_on(request),
		.before = web_number(&request->query, "before"),
	};
}

static enum status show_tabs(const struct http_request *request, const struct triangle_asked *asked,
                             struct triangle_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	enum status status = OK;

	view->tabs = records_new(&page_tab_record, 3, request->arena);
	for (size_t i = 0; status == OK && i < view->tabs.count; i++) {
		struct page_tab *tab = &((struct page_tab *)view->tabs.items)[i];
		struct triangle_asked of_state = *asked;

		of_state.state = triangle_states[i].code;
		*tab = (struct page_tab){ .address = arena_print(request->arena, "/triangle?state=%s",
			                                         of_state.state),
			                  .label = web_words(request, triangle_states[i].label),
			                  .is_current = strcmp(of_state.state, asked->state) == 0 };
		status = triangle_count(journal, &of_state, &tab->count, fault);
	}
	return status;
}

/* Whose file a question came from is shown to who asked it. */
static void show_question(const struct http_request *request, const struct triangle_line *line,
                          struct triangle_item *ret_item)
{
	const struct visitor *visitor = web_visitor(request);
	bool is_own = strcmp(line->asked_by, visitor->session.account.account) == 0;

	*ret_item = (struct triangle_item){
		.question = line->question,
		.person = is_own ? line->person : 0,
		.corner = web_words(request, choice_label(triangle_corners, line->corner)),
		.subject = line->subject,
		.asked = line->asked,
		.asked_by = line->asked_by_name,
		.answer = line->answer,
		.answered_by = line->answered_by,
		.weighed = line->weighed,
		.asked_on = line->asked_on,
		.since = line->since,
		.may_answer = strcmp(line->state, "open") == 0 && web_may(request, MAY_ANSWER),
		.may_weigh = strcmp(line->state, "answered") == 0 && is_own && web_is_present(request),
	};
}

void triangle_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct triangle_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Voorgelegd aan beleid en contract"))),
		.is_practice = web_visitor(request)->session.role->corner == CORNER_PRACTICE,
		.next = "",
	};
	const struct triangle_asked asked = asked_by(request, &view);
	struct fault fault = { 0 };
	struct records lines = { 0 };
	const struct triangle_line *items;
	enum status status = triangle_lines(journal, &asked, &lines, &fault);

	(void)context;
	if (status == OK)
		status = show_tabs(request, &asked, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	items = lines.items;
	view.may_ask = view.is_practice && web_is_present(request);
	view.questions = records_new(&triangle_item_record, lines.count, request->arena);
	for (size_t i = 0; i < lines.count; i++)
		show_question(request, &items[i], &((struct triangle_item *)view.questions.items)[i]);
	if (lines.count == TRIANGLE_LINES_ON_A_PAGE)
		view.next = arena_print(request->arena, "/triangle?state=%s&before=%lld", asked.state,
		                        (long long)items[lines.count - 1].question);
	web_page(request, response, "triangle/triangle.html", &view);
}
