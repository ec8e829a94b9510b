/* SPDX-License-Identifier: EUPL-1.2 */
/* What the CAK is told of own contributions: what waits, what went, what came back; no amounts. */
#include <string.h>

#include "common/access/web.h"
#include "common/journal/book.h"
#include "common/person/person.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/care/care_pages.h"
#include "practice/care/contribution.h"

struct contribution_shown {
	int64_t person;
	const char *name, *what, *answer, *words;
	struct date on, made_on, sent_on, answered_on;
	bool has_bsn;
	const char *answer_address, *settle_address; /* "" where there is nothing to record */
};
static const struct field shown_fields[] = {
	FIELD(struct contribution_shown, person),
	FIELD(struct contribution_shown, name),
	FIELD(struct contribution_shown, what),
	FIELD(struct contribution_shown, answer, .max_chars = 1000),
	FIELD(struct contribution_shown, words, .max_chars = 1000),
	FIELD(struct contribution_shown, on),
	FIELD(struct contribution_shown, made_on),
	FIELD(struct contribution_shown, sent_on),
	FIELD(struct contribution_shown, answered_on),
	FIELD(struct contribution_shown, has_bsn),
	FIELD(struct contribution_shown, answer_address),
	FIELD(struct contribution_shown, settle_address),
};
static const struct record shown_record =
	RECORD(struct contribution_shown, "contribution_shown", shown_fields);

struct contributions_view {
	struct page_frame frame;
	struct records tabs, lines;
	const char *next;
};
static const struct field contributions_view_fields[] = {
	FIELD_INSIDE(struct contributions_view, frame, &page_frame_record),
	FIELD(struct contributions_view, tabs, .of = &page_tab_record),
	FIELD(struct contributions_view, lines, .of = &shown_record),
	FIELD(struct contributions_view, next),
};
const struct record contributions_view_record =
	RECORD(struct contributions_view, "contributions_view", contributions_view_fields);

static const char *fact_address(const struct http_request *request, const struct journal_kind *kind,
                                const struct contribution_line *line, const char *state)
{
	if (strcmp(line->state, state) != 0 || !web_may_bring(request, kind))
		return "";
	return arena_print(request->arena, "/facts/%s?person=%lld&change=%lld", kind->name,
	                   (long long)line->person, (long long)line->change);
}

static enum status show_line(const struct http_request *request, const struct contribution_line *line,
                             struct contribution_shown *shown, struct fault *fault)
{
	const struct identity who = { .initials = line->initials,
		                      .prefix = line->prefix,
		                      .surname = line->surname };

	*shown = (struct contribution_shown){
		.person = line->person,
		.name = identity_name(&who, request->arena),
		.what = web_words(request, choice_label(contribution_sorts, line->sort)),
		.answer = line->answer,
		.words = line->words,
		.on = date_is(line->last_day) ? line->last_day : line->from_day,
		.made_on = line->made_on,
		.sent_on = line->sent_on,
		.answered_on = line->answered_on,
		.answer_address = fact_address(request, &contribution_answered_kind, line, "sent"),
		.settle_address = fact_address(request, &contribution_settled_kind, line, "refused"),
	};
	return vault_has_bsn(&web_visitor(request)->journal, line->person, &shown->has_bsn, fault);
}

static struct records show_tabs(const struct http_request *request, const char *state,
                                const struct records *counts)
{
	struct records tabs = records_new(&page_tab_record, 5, request->arena);
	struct page_tab *tab = tabs.items;
	const struct contribution_count *count = counts->items;

	for (size_t i = 0; contribution_states[i].code != NULL; i++) {
		const char *code = contribution_states[i].code;

		tab[i] = (struct page_tab){
			.address = arena_print(request->arena, "/contributions?state=%s", code),
			.label = web_words(request, contribution_states[i].label),
			.is_current = strcmp(code, state) == 0,
		};
		for (size_t n = 0; n < counts->count; n++)
			if (strcmp(count[n].state, code) == 0)
				tab[i].count = count[n].changes;
	}
	return tabs;
}

static const char *state_asked(const struct http_request *request)
{
	const char *state = pairs_get(&request->query, "state");

	for (size_t i = 0; state != NULL && contribution_states[i].code != NULL; i++)
		if (strcmp(contribution_states[i].code, state) == 0)
			return contribution_states[i].code;
	return contribution_states[0].code;
}

void contributions_page(struct http_request *request, struct http_response *response, void *context)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *state = state_asked(request), *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind = done == NULL ? NULL : journal_kind_named(journal->book, done);
	struct contributions_view view = {
		.frame = web_frame(request, web_words(request, WORDS("Eigen bijdragen"))), .next = ""
	};
	const struct contribution_line *items;
	struct records lines = { 0 }, counts = { 0 };
	struct fault fault = { 0 };
	enum status status =
		contribution_lines(journal, state, web_number(&request->query, "after"), &lines, &fault);

	(void)context;
	if (status == OK)
		status = contribution_counts(journal, &counts, &fault);
	items = lines.items;
	view.lines = records_new(&shown_record, lines.count, request->arena);
	for (size_t i = 0; status == OK && i < lines.count; i++)
		status = show_line(request, &items[i], &((struct contribution_shown *)view.lines.items)[i],
		                   &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.frame.notice = kind == NULL ? NULL : web_words(request, kind->done);
	view.tabs = show_tabs(request, state, &counts);
	if (lines.count == CONTRIBUTIONS_ON_A_PAGE)
		view.next = arena_print(request->arena, "/contributions?state=%s&after=%lld", state,
		                        (long long)items[lines.count - 1].change);
	web_note_read(request, response, 0, "contributions");
	web_page(request, response, "care/contributions.html", &view);
}
