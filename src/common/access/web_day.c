/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_day.h"

#include <string.h>

#include "platform/page/keep.h"

/* What stands in an address as it is. */
#define PLAIN "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

/* What a page is asked beside the day, sent along by the form that chooses one; a place in a list is another
 * place on another day. */
static struct records asked_besides(const struct http_request *request)
{
	struct records besides = records_new(&page_choice_record, request->query.count, request->arena);
	struct page_choice *choices = besides.items;

	besides.count = 0;
	for (size_t i = 0; i < request->query.count; i++) {
		const struct pair *pair = &request->query.items[i];

		if (strcmp(pair->name, "on") != 0 && strcmp(pair->name, "after") != 0 &&
		    strcmp(pair->name, "done") != 0)
			choices[besides.count++] = (struct page_choice){ pair->name, pair->value };
	}
	return besides;
}

static void add_encoded(struct text *out, const char *words)
{
	for (const char *at = words; *at != '\0'; at++)
		if (strchr(PLAIN, *at) != NULL)
			text_add_char(out, *at);
		else
			text_print(out, "%%%02X", (unsigned)(unsigned char)*at);
}

/* This page of today: the same address without the day. */
static const char *today_address(const struct http_request *request, const struct records *besides)
{
	CLEANUP(text_done) struct text address = text_new((size_t)64 * 1024);
	const struct page_choice *choices = besides->items;

	text_add(&address, request->path);
	for (size_t i = 0; i < besides->count; i++) {
		text_add_char(&address, i == 0 ? '?' : '&');
		add_encoded(&address, choices[i].name);
		text_add_char(&address, '=');
		add_encoded(&address, choices[i].value);
	}
	return arena_copy(request->arena, address.is_full ? request->path : text_words(&address));
}

void web_show_day(const struct http_request *request, struct page_frame *frame)
{
	const struct visitor *visitor = web_visitor(request);

	if (request->method != HTTP_GET || !visitor->is_known || !date_is(visitor->on))
		return;
	frame->day_address = request->path;
	frame->day = visitor->on;
	frame->is_other_day = !web_is_today(request);
	frame->day_besides = asked_besides(request);
	if (frame->is_other_day)
		frame->today_address = today_address(request, &frame->day_besides);
}

void web_keep_day(const struct http_request *request, struct http_response *response)
{
	const struct visitor *visitor = web_visitor(request);
	char day[DATE_TEXT_SIZE];

	if (visitor->is_known && date_is(visitor->on) && !web_is_today(request))
		page_keep(&response->body, "on", date_print(visitor->on, day));
}
