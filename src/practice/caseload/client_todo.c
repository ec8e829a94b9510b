/* SPDX-License-Identifier: EUPL-1.2 */
/* The part of the client's file about what must be done now: steps that are due, and who is out of sight. */
#include <string.h>

#include "common/access/web_unseen.h"
#include "platform/base/words.h"
#include "practice/caseload/caseload.h"
#include "practice/caseload/client_parts.h"

static const struct field client_todo_fields[] = {
	FIELD(struct client_todo, what),           FIELD(struct client_todo, about, .max_chars = 4000),
	FIELD(struct client_todo, until),          FIELD(struct client_todo, address),
	FIELD(struct client_todo, label),          FIELD(struct client_todo, is_late),
	FIELD(struct client_todo, is_soon),        FIELD(struct client_todo, before, .max_chars = 1000),
	FIELD(struct client_todo, before_address),
};
const struct record client_todo_record = RECORD(struct client_todo, "client_todo", client_todo_fields);

/* Where the municipality must take the next step. */
static bool waits_for_us(const char *status)
{
	static const char *const statuses[] = { "reported", "investigated", "applied", "waiting" };

	for (size_t i = 0; i < COUNT(statuses); i++)
		if (strcmp(statuses[i], status) == 0)
			return true;
	return false;
}

const char *client_term_words(const struct http_request *request, const char *status, struct date due_on)
{
	long long days = (long long)due_on.day - web_on(request).day;
	bool has_term = strcmp(status, "reported") == 0 || strcmp(status, "applied") == 0;

	if (due_on.day == DATE_LAST.day)
		return has_term ? web_words(request, WORDS("de termijn staat stil")) : "";
	if (days == 0)
		return web_words(request, WORDS("nog vandaag"));
	if (days == 1)
		return web_words(request, WORDS("nog 1 dag"));
	if (days == -1)
		return web_words(request, WORDS("1 dag te laat"));
	return days > 0 ? arena_print(request->arena, web_words(request, WORDS("nog %lld dagen")), days)
	                : arena_print(request->arena, web_words(request, WORDS("%lld dagen te laat")), -days);
}

bool client_add_todo(const struct making *making, const struct case_line *line,
                     const struct client_todo *next)
{
	struct records *todos = &making->view->todos;
	int64_t days = (int64_t)line->due_on.day - making->today.day;

	if (!waits_for_us(line->status))
		return false;
	((struct client_todo *)todos->items)[todos->count++] = (struct client_todo){
		.what = web_words(making->request, choice_label(case_statuses, line->status)),
		.about = next->about,
		.until = client_term_words(making->request, line->status, line->due_on),
		.address = next->address,
		.label = next->label,
		.before = next->before,
		.before_address = next->before_address,
		.is_late = days < 0,
		.is_soon = days >= 0 && days <= CLIENT_SOON_DAYS,
	};
	return true;
}

enum status client_make_unseen(struct making *making)
{
	return web_visitor(making->request)
	        ->web->unseen(making->request, making->view->person, &making->view->unseen, making->fault);
}
