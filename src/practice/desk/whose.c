/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/whose.h"

#include <stdlib.h>
#include <string.h>

#include "common/scheme/residence.h"
#include "desk_sql.h"
#include "platform/base/words.h"

static const struct field whose_line_fields[] = {
	FIELD(struct whose_line, person),
	FIELD(struct whose_line, contact),
	FIELD(struct whose_line, team),
};
static const struct record whose_line_record = RECORD(struct whose_line, "whose_line", whose_line_fields);

static const struct choice lists[] = {
	{ "mine", WORDS("Van mij") },
	{ "team", WORDS("Van mijn team") },
	{ "all", WORDS("Van iedereen") },
};
#define ALL 2

enum status whose_on(struct journal *journal, struct date on, struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_desk_whose, values, COUNT(values),
	               &(struct db_list){ &whose_line_record, journal->arena, ret_lines }, fault);
}

static int by_person(const void *one, const void *other)
{
	const struct whose_line *a = one, *b = other;

	return (a->person > b->person) - (a->person < b->person);
}

const struct whose_line *whose_of(const struct records *lines, int64_t person)
{
	const struct whose_line key = { .person = person };

	return lines->count == 0 ? NULL : bsearch(&key, lines->items, lines->count, sizeof(key), by_person);
}

static bool may(const struct http_request *request, enum permission permission)
{
	return access_may(web_visitor(request)->session.role, permission);
}

bool whose_sees_work(const struct http_request *request)
{
	return may(request, MAY_INVESTIGATE) || may(request, MAY_DECIDE);
}

/* Wmo 2015, art. 5.1.1: no more than the own task needs. */
static bool may_see_list(const struct http_request *request, size_t list)
{
	bool works = may(request, MAY_INVESTIGATE);

	return list == ALL ? !works || may(request, MAY_DECIDE) : works;
}

const char *whose_asked(const struct http_request *request)
{
	const char *asked = pairs_get(&request->query, "whose");
	size_t first = COUNT(lists);

	for (size_t i = COUNT(lists); i-- > 0;) {
		if (!may_see_list(request, i))
			continue;
		if (asked != NULL && strcmp(asked, lists[i].code) == 0)
			return lists[i].code;
		first = i;
	}
	return lists[first].code;
}

bool whose_is_asked(const struct http_request *request, const char *asked, const char *contact,
                    const char *team)
{
	const struct access_account *account = &web_visitor(request)->session.account;

	if (strcmp(asked, "mine") == 0)
		return strcmp(contact, account->account) == 0;
	return strcmp(asked, "team") != 0 || strcmp(team, account->team) == 0;
}

struct records whose_tabs(const struct http_request *request, const char *asked, const char *address)
{
	struct records tabs = records_new(&page_tab_record, COUNT(lists), request->arena);
	const char *sign = strchr(address, '?') == NULL ? "?" : "&";

	tabs.count = 0;
	for (size_t i = 0; i < COUNT(lists); i++)
		if (may_see_list(request, i))
			((struct page_tab *)tabs.items)[tabs.count++] = (struct page_tab){
				.address = arena_print(request->arena, "%s%swhose=%s", address, sign,
				                       lists[i].code),
				.label = web_words(request, lists[i].label),
				.is_current = strcmp(lists[i].code, asked) == 0,
			};
	if (tabs.count < 2)
		tabs.count = 0;
	return tabs;
}

const char *whose_place_asked(const struct http_request *request)
{
	const char *asked = pairs_get(&request->query, "place");
	struct texts places = residence_places(&web_visitor(request)->journal);

	for (size_t i = 0; asked != NULL && i < places.count; i++)
		if (strcmp(places.items[i], asked) == 0)
			return places.items[i];
	return "";
}

/* A name has letters, spaces and an apostrophe; a space goes as a plus sign. */
static const char *place_part(const struct http_request *request, const char *place)
{
	char *part = arena_print(request->arena, "%s%s", place[0] == '\0' ? "" : "&place=", place);

	for (char *at = part; *at != '\0'; at++)
		if (*at == ' ')
			*at = '+';
	return part;
}

const char *whose_place_part(const struct http_request *request)
{
	return place_part(request, whose_place_asked(request));
}

struct records whose_places(const struct http_request *request, const char *address)
{
	struct texts places = residence_places(&web_visitor(request)->journal);
	struct records tabs = records_new(&page_tab_record, places.count + 1, request->arena);
	const char *asked = whose_place_asked(request);
	struct page_tab *items = tabs.items;

	items[0] = (struct page_tab){ .address = address,
		                      .label = web_words(request, WORDS("Alle gemeenten")),
		                      .is_current = asked[0] == '\0' };
	for (size_t i = 0; i < places.count; i++)
		items[i + 1] = (struct page_tab){
			.address = arena_print(request->arena, "%s%s", address,
			                       place_part(request, places.items[i])),
			.label = web_organisation(request, places.items[i]),
			.is_current = strcmp(asked, places.items[i]) == 0,
		};
	if (places.count == 0)
		tabs.count = 0;
	return tabs;
}
