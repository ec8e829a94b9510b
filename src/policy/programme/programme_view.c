/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/programme_view.h"

#include <string.h>

#include "common/journal/book.h"
#include "platform/base/words.h"

static enum status look(const struct http_request *request, struct programme_shown *shown,
                        struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	const struct programme_seat *seat;
	enum status status = programme_find(visitor->journal.db, visitor->journal.register_id, &shown->asked,
	                                    request->arena, &shown->now, fault);

	if (status == OK)
		status = programme_seats(&visitor->journal, &shown->asked, &shown->now, &shown->seats, fault);
	seat = shown->seats.items;
	shown->group = "";
	for (size_t i = 0; i < shown->seats.count; i++)
		if (strcmp(seat[i].speaker, visitor->session.account.account) == 0)
			shown->group = seat[i].name;
	return status;
}

bool programme_look(const struct http_request *request, struct http_response *response,
                    struct programme_shown *ret_shown)
{
	struct fault fault = { 0 };

	*ret_shown = (struct programme_shown){
		.asked = { pairs_get(&request->parts, "programme"), web_on(request) },
		.is_present = web_is_present(request),
		.is_worker = web_may(request, MAY_ADOPT_SCHEME | MAY_MANAGE_AGREEMENTS),
	};
	return web_ok(request, response, look(request, ret_shown, &fault), &fault);
}

/* The pages of a programme, in the order of its story. */
static const struct {
	const char *below, *label;
} parts[] = {
	{ "", WORDS("Waar staat het?") },  { "/needs", WORDS("Wat is er nodig?") },
	{ "/talks", WORDS("Gesprekken") }, { "/content", WORDS("Visie en inhoud") },
	{ "/choices", WORDS("Keuzes") },
};

struct page_frame programme_frame(const struct http_request *request, const struct programme_shown *shown,
                                  const char *title)
{
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(web_visitor(request)->web->book, done);
	const char *address = arena_print(request->arena, "/programmes/%s", shown->asked.programme);
	struct page_frame frame = web_frame(request, title);
	struct page_link *links;

	frame.parts = records_new(&page_link_record, COUNT(parts), request->arena);
	frame.parts_label = web_words(request, WORDS("In dit programma"));
	links = frame.parts.items;
	for (size_t i = 0; i < COUNT(parts); i++) {
		links[i].address = arena_print(request->arena, "%s%s", address, parts[i].below);
		links[i].label = web_words(request, parts[i].label);
		links[i].is_current = strcmp(request->path, links[i].address) == 0;
		if (links[i].is_current)
			frame.part = links[i].label;
	}
	web_breadcrumb(&frame, "/programmes", web_words(request, WORDS("Programma's")), request->arena);
	if (strcmp(request->path, address) != 0)
		web_breadcrumb(&frame, address, shown->now.title, request->arena);
	web_breadcrumb(&frame, NULL, frame.title, request->arena);
	if (kind != NULL)
		frame.notice = web_words(request, kind->done);
	return frame;
}

const char *programme_form(const struct http_request *request, const struct programme_shown *shown,
                           const struct journal_kind *kind)
{
	if (!web_may_bring(request, kind) || date_is(shown->now.ended_on))
		return "";
	return arena_print(request->arena, "/facts/%s?programme=%s", kind->name, shown->asked.programme);
}

const struct programme_seat *programme_own_seat(const struct programme_shown *shown)
{
	const struct programme_seat *seat = shown->seats.items;

	for (size_t i = 0; has_words(shown->group) && i < shown->seats.count; i++)
		if (strcmp(seat[i].name, shown->group) == 0)
			return &seat[i];
	return NULL;
}

bool programme_says_yes(const char *outcome)
{
	return strcmp(outcome, "endorsed") == 0;
}
