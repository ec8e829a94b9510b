/* SPDX-License-Identifier: EUPL-1.2 */
/* The list of files that were opened in need, for whoever looks at that afterwards. */
#include <string.h>

#include "common/access/access_pages.h"
#include "common/access/opening.h"
#include "common/access/web.h"
#include "platform/base/words.h"

/* may_check is not of the visitor's own. */
struct shown_opening {
	int64_t opening, person;
	const char *name, *reason, *words, *verdict, *checked_by, *remark;
	bool is_urgent, may_check;
	struct date opened_on, checked_on;
};
static const struct field shown_opening_fields[] = {
	FIELD(struct shown_opening, opening),
	FIELD(struct shown_opening, person),
	FIELD(struct shown_opening, name),
	FIELD(struct shown_opening, reason, .choices = opening_reasons),
	FIELD(struct shown_opening, words, .max_chars = 500),
	FIELD(struct shown_opening, verdict, .choices = opening_verdicts),
	FIELD(struct shown_opening, checked_by),
	FIELD(struct shown_opening, remark, .max_chars = 1000),
	FIELD(struct shown_opening, is_urgent),
	FIELD(struct shown_opening, may_check),
	FIELD(struct shown_opening, opened_on),
	FIELD(struct shown_opening, checked_on),
};
static const struct record shown_opening_record =
	RECORD(struct shown_opening, "shown_opening", shown_opening_fields);

struct openings_view {
	struct page_frame frame;
	const char *label;
	int64_t total;
	struct records tabs, lines;
	const char *next;
};
static const struct field openings_view_fields[] = {
	FIELD_INSIDE(struct openings_view, frame, &page_frame_record),
	FIELD(struct openings_view, label),
	FIELD(struct openings_view, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct openings_view, tabs, .of = &page_tab_record),
	FIELD(struct openings_view, lines, .of = &shown_opening_record),
	FIELD(struct openings_view, next),
};
const struct record openings_view_record =
	RECORD(struct openings_view, "openings_view", openings_view_fields);

static struct records show_lines(const struct http_request *request, const struct records *openings)
{
	struct records lines = records_new(&shown_opening_record, openings->count, request->arena);
	const struct opening_line *items = openings->items;
	const char *account = web_visitor(request)->session.account.account;

	for (size_t i = 0; i < openings->count; i++) {
		struct shown_opening *line = &((struct shown_opening *)lines.items)[i];

		record_carry_over(&opening_line_record, &items[i], &shown_opening_record, line);
		line->may_check = web_is_present(request) && strcmp(items[i].account, account) != 0;
	}
	return lines;
}

static enum status show_tabs(const struct http_request *request, bool is_checked, struct openings_view *view,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct page_tab *tabs;
	int64_t open = 0, checked = 0;
	enum status status = openings_count(journal, false, &open, fault);

	if (status == OK)
		status = openings_count(journal, true, &checked, fault);
	view->tabs = records_new(&page_tab_record, 2, request->arena);
	tabs = view->tabs.items;
	tabs[0] = (struct page_tab){ "/openings", web_words(request, WORDS("nog na te kijken")), open,
		                     !is_checked };
	tabs[1] = (struct page_tab){ "/openings?state=checked", web_words(request, WORDS("nagekeken")),
		                     checked, is_checked };
	view->label = tabs[is_checked ? 1 : 0].label;
	view->total = is_checked ? checked : open;
	return status;
}

void openings_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *state = pairs_get(&request->query, "state");
	const char *done = pairs_get(&request->query, "done");
	const struct openings_asked asked = { state != NULL && strcmp(state, "checked") == 0,
		                              web_number(&request->query, "after") };
	struct openings_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Met een reden geopend"))), .next = ""
	};
	struct records openings = { 0 };
	struct fault fault = { 0 };
	enum status status = openings_of(journal, &asked, &openings, &fault);

	(void)context;
	if (status == OK)
		status = show_tabs(request, asked.is_checked, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	if (done != NULL && strcmp(done, opening_checked_kind.name) == 0)
		view.frame.notice = web_words(request, opening_checked_kind.done);
	view.lines = show_lines(request, &openings);
	if (openings.count == OPENINGS_ON_A_PAGE) {
		const struct opening_line *items = openings.items;

		view.next = arena_print(request->arena, "/openings?state=%s&after=%lld",
		                        asked.is_checked ? "checked" : "open",
		                        (long long)items[openings.count - 1].opening);
	}
	web_note_read(request, response, 0, "openings");
	web_page(request, response, "access/openings.html", &view);
}
