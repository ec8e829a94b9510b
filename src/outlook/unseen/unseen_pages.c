/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/unseen/unseen_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/access/web_unseen.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "outlook/unseen/unseen_kept.h"
#include "platform/base/words.h"
#include "practice/desk/whose.h"

#define LINES_ON_A_PAGE 50

struct unseen_shown {
	int64_t person;
	const char *name, *kind, *todo, *act, *address;
	struct date since;
	bool is_anywhere; /* of no municipality yet, in a register of several */
};
static const struct field unseen_shown_fields[] = {
	FIELD(struct unseen_shown, person),  FIELD(struct unseen_shown, name),
	FIELD(struct unseen_shown, kind),    FIELD(struct unseen_shown, todo),
	FIELD(struct unseen_shown, address), FIELD(struct unseen_shown, since),
	FIELD(struct unseen_shown, act),     FIELD(struct unseen_shown, is_anywhere),
};
static const struct record unseen_shown_record =
	RECORD(struct unseen_shown, "unseen_shown", unseen_shown_fields);

struct unseen_view {
	struct page_frame frame;
	struct records whose, places, tabs, lines;
	const char *next;
	bool is_of_place;
};
static const struct field unseen_view_fields[] = {
	FIELD_INSIDE(struct unseen_view, frame, &page_frame_record),
	FIELD(struct unseen_view, whose, .of = &page_tab_record),
	FIELD(struct unseen_view, places, .of = &page_tab_record),
	FIELD(struct unseen_view, tabs, .of = &page_tab_record),
	FIELD(struct unseen_view, lines, .of = &unseen_shown_record),
	FIELD(struct unseen_view, next),
	FIELD(struct unseen_view, is_of_place),
};
const struct record unseen_view_record = RECORD(struct unseen_view, "unseen_view", unseen_view_fields);

/* Who is not to see what goes on sees the lines that say no more than who somebody is. */
static const char *list_of(const struct http_request *request, const char *whose)
{
	const struct access_account *account = &web_visitor(request)->session.account;

	if (!whose_sees_work(request))
		return UNSEEN_IDENTITY;
	if (strcmp(whose, "mine") == 0)
		return arena_print(request->arena, UNSEEN_MINE "%s", account->account);
	if (strcmp(whose, "team") == 0)
		return arena_print(request->arena, UNSEEN_TEAM "%s", account->team);
	return UNSEEN_ALL;
}

/* The same of one municipality, when it is asked. */
static const char *list_in_place(const struct http_request *request, const char *list)
{
	const char *place = whose_place_asked(request);

	return place[0] == '\0' ? list : arena_print(request->arena, "%s" UNSEEN_IN "%s", list, place);
}

static struct unseen_asked read_asked(const struct http_request *request, const char *whose)
{
	const char *kind = pairs_get(&request->query, "kind");

	return (struct unseen_asked){ .on = web_on(request),
		                      .whose = list_in_place(request, list_of(request, whose)),
		                      .kind = kind == NULL ? "" : kind,
		                      .after = web_number(&request->query, "after"),
		                      .most = LINES_ON_A_PAGE + 1 };
}

/* The address with the numbers of the line in it. */
static const char *address_of(const struct http_request *request, const char *page,
                              const struct unseen_line *line)
{
	static const char *const places[] = { "{person}", "{number}" };
	const int64_t numbers[] = { line->person, line->number };

	for (size_t i = 0; i < COUNT(places); i++) {
		const char *at = strstr(page, places[i]);

		if (at != NULL)
			page = arena_print(request->arena, "%.*s%lld%s", (int)(at - page), page,
			                   (long long)numbers[i], at + strlen(places[i]));
	}
	return page;
}

/* Where it is done; nowhere for whoever may not do it, or on another day. */
static const char *place_of(const struct http_request *request, const struct unseen_kind *of,
                            const struct unseen_line *line)
{
	const char *form = strncmp(of->page, "/facts/", 7) == 0 ? of->page + 7 : NULL;
	const struct journal_kind *kind;

	if (form == NULL)
		return web_is_present(request) ? address_of(request, of->page, line) : "";
	kind = journal_kind_named(web_visitor(request)->web->book,
	                          arena_copy_part(request->arena, form, strcspn(form, "?")));
	return kind != NULL && web_may_bring(request, kind) ? address_of(request, of->page, line) : "";
}

static enum status show_line(struct http_request *request, const struct unseen_line *line,
                             struct unseen_shown *ret_shown, struct fault *fault)
{
	const struct unseen_kind *kind = &unseen_kinds[line->kind];
	struct identity client = { 0 };
	enum status status = line->person == 0 ? OK
	                                       : vault_identity(&web_visitor(request)->journal, line->person,
	                                                        &client, fault);

	*ret_shown = (struct unseen_shown){
		.person = line->person,
		.name = line->person == 0 ? "" : identity_name(&client, request->arena),
		.kind = web_words(request, kind->label),
		.todo = web_words(request, kind->todo),
		.act = web_words(request, kind->act),
		.address = place_of(request, kind, line),
		.since = line->since,
	};
	return status == NOT_FOUND ? OK : status;
}

/* The same, but for who is there already. */
static const char *place_but_here(const struct http_request *request, const struct unseen_kind *of,
                                  const struct unseen_line *line)
{
	const char *place = place_of(request, of, line);

	return strcmp(place, request->path) == 0 ? "" : place;
}

enum status unseen_of_client(const struct http_request *request, int64_t person, struct records *ret_shown,
                             struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records lines = { 0 };
	enum status status = unseen_of(journal, person, web_on(request), &lines, fault);
	const struct unseen_line *items = lines.items;
	struct web_unseen *shown;

	*ret_shown = records_new(&web_unseen_record, lines.count, request->arena);
	shown = ret_shown->items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		const struct unseen_kind *kind = &unseen_kinds[items[i].kind];

		shown[i] = (struct web_unseen){ .kind = web_words(request, kind->label),
			                        .todo = web_words(request, kind->todo),
			                        .address = place_but_here(request, kind, &items[i]),
			                        .since = items[i].since };
	}
	return status;
}

/* One tab per kind that somebody stands in, and one for all. */
static void show_tabs(const struct http_request *request, const char *whose, const char *kind,
                      const int64_t *counts, struct unseen_view *view)
{
	const char *place = whose_place_part(request);
	struct page_tab *tabs;
	int64_t all = 0;

	view->tabs = records_new(&page_tab_record, unseen_kinds_count + 1, request->arena);
	tabs = view->tabs.items;
	view->tabs.count = 1;
	for (size_t i = 0; i < unseen_kinds_count; i++) {
		all += counts[i];
		if (counts[i] > 0)
			tabs[view->tabs.count++] = (struct page_tab){
				.address = arena_print(request->arena, "/unseen?whose=%s&kind=%s%s", whose,
				                       unseen_kinds[i].code, place),
				.label = web_words(request, unseen_kinds[i].label),
				.count = counts[i],
				.is_current = strcmp(kind, unseen_kinds[i].code) == 0,
			};
	}
	tabs[0] =
		(struct page_tab){ .address = arena_print(request->arena, "/unseen?whose=%s%s", whose, place),
		                   .label = web_words(request, WORDS("alles")),
		                   .count = all,
		                   .is_current = kind[0] == '\0' };
}

static enum status make_view(struct http_request *request, struct unseen_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	const char *whose = whose_asked(request);
	const struct unseen_asked asked = read_asked(request, whose);
	struct unseen_kept kept = { 0 };
	const struct unseen_line *items;
	struct unseen_shown *shown;
	enum status status = unseen_keep_if_quick(journal, asked.on, fault);

	if (status == OK)
		status = unseen_list(journal, &asked, &kept, fault);
	if (status)
		return status;
	items = kept.lines.items;
	view->places = whose_places(
		request, arena_print(request->arena, "/unseen?whose=%s&kind=%s", whose, asked.kind));
	view->is_of_place = whose_place_asked(request)[0] != '\0';
	view->lines = records_new(&unseen_shown_record, kept.lines.count, request->arena);
	shown = view->lines.items;
	for (size_t i = 0; status == OK && i < kept.lines.count && i < LINES_ON_A_PAGE; i++) {
		status = show_line(request, &items[i], &shown[i], fault);
		shown[i].is_anywhere = items[i].person == 0 && view->places.count > 0;
	}
	if (kept.lines.count > LINES_ON_A_PAGE) {
		view->lines.count = LINES_ON_A_PAGE;
		view->next = arena_print(request->arena, "/unseen?whose=%s&kind=%s%s&after=%lld", whose,
		                         asked.kind, whose_place_part(request),
		                         (long long)asked.after + LINES_ON_A_PAGE);
	}
	view->whose = whose_tabs(
		request, whose,
		arena_print(request->arena, "/unseen?kind=%s%s", asked.kind, whose_place_part(request)));
	show_tabs(request, whose, asked.kind, kept.counts, view);
	return status;
}

void unseen_page(struct http_request *request, struct http_response *response, void *context)
{
	struct unseen_view view = { .frame = web_frame(request, web_words(request, WORDS("Uit het oog"))),
		                    .next = "" };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, make_view(request, &view, &fault), &fault))
		return;
	web_note_read(request, response, 0, "unseen");
	web_page(request, response, "unseen/unseen.html", &view);
}
