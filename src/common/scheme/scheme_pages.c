/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/scheme_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/version_pages.h"
#include "platform/base/words.h"

struct lane_view {
	const char *name, *how, *products, *areas, *parties, *group, *under;
	struct date from, last_day;
};
static const struct field lane_view_fields[] = {
	FIELD(struct lane_view, name),  FIELD(struct lane_view, how),     FIELD(struct lane_view, products),
	FIELD(struct lane_view, areas), FIELD(struct lane_view, parties), FIELD(struct lane_view, group),
	FIELD(struct lane_view, under), FIELD(struct lane_view, from),    FIELD(struct lane_view, last_day),
};
static const struct record lane_view_record = RECORD(struct lane_view, "lane_view", lane_view_fields);

struct unknown_view {
	const char *what, *instead;
};
static const struct field unknown_view_fields[] = {
	FIELD(struct unknown_view, what, .max_chars = 2000),
	FIELD(struct unknown_view, instead, .max_chars = 2000),
};
static const struct record unknown_view_record =
	RECORD(struct unknown_view, "unknown_view", unknown_view_fields);

/* One of the register's schemes. */
struct scheme_part {
	const char *label, *about;
	const char *propose; /* the address where another version is proposed; "" for who may not */
	struct texts aims;
	struct records lanes, unknown;
	struct records other_lanes; /* of days before or after */
	struct records versions;
};
static const struct field scheme_part_fields[] = {
	FIELD(struct scheme_part, label),
	FIELD(struct scheme_part, about, .max_chars = 8000),
	FIELD(struct scheme_part, propose),
	FIELD(struct scheme_part, aims),
	FIELD(struct scheme_part, lanes, .of = &lane_view_record),
	FIELD(struct scheme_part, other_lanes, .of = &lane_view_record),
	FIELD(struct scheme_part, unknown, .of = &unknown_view_record),
	FIELD(struct scheme_part, versions, .of = &version_row_record),
};
static const struct record scheme_part_record = RECORD(struct scheme_part, "scheme_part", scheme_part_fields);

/* A scheme without a version in force: none has come yet, or it can no longer be read. */
struct scheme_without {
	const char *name, *why;
	struct records versions;
};
static const struct field scheme_without_fields[] = {
	FIELD(struct scheme_without, name),
	FIELD(struct scheme_without, why, .max_chars = 1000),
	FIELD(struct scheme_without, versions, .of = &version_row_record),
};
static const struct record scheme_without_record =
	RECORD(struct scheme_without, "scheme_without", scheme_without_fields);

struct scheme_view {
	struct page_frame frame;
	bool may_adopt;
	struct records schemes, without;
};
static const struct field scheme_view_fields[] = {
	FIELD_INSIDE(struct scheme_view, frame, &page_frame_record),
	FIELD(struct scheme_view, may_adopt),
	FIELD(struct scheme_view, schemes, .of = &scheme_part_record),
	FIELD(struct scheme_view, without, .of = &scheme_without_record),
};
const struct record scheme_view_record = RECORD(struct scheme_view, "scheme_view", scheme_view_fields);

/* "the first, the second, the third": the labels of names. */
static const char *listed(const struct texts *names,
                          const char *(*label)(const struct scheme *, const char *),
                          const struct scheme *scheme, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < names->count; i++)
		words = arena_print(arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    label(scheme, names->items[i]));
	return words;
}

static const char *product_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_product *product = scheme_product(scheme, name);

	return product == NULL ? name : product->label;
}

static const char *area_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_area *area = scheme_area(scheme, name);

	return area == NULL ? name : area->label;
}

/* A series of numbered parties is named by what its parties are called before their number. */
static const char *party_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_party *party = scheme_party(scheme, name);
	const struct scheme_party *parties = scheme->parties.items;

	for (size_t i = 0; party == NULL && i < scheme->parties.count; i++)
		if (parties[i].series_name != NULL && strcmp(parties[i].series_name, name) == 0)
			return parties[i].series_label;
	return party == NULL ? name : party->label;
}

static const char *group_label(const struct scheme *scheme, const char *name)
{
	const struct scheme_group *groups = scheme->target_groups.items;

	for (size_t i = 0; i < scheme->target_groups.count; i++)
		if (strcmp(groups[i].name, name) == 0)
			return groups[i].label;
	return name;
}

/* The lanes that hold on the day that is looked at, or those that do not. */
static struct records show_lanes(const struct http_request *request, const struct scheme *scheme, bool hold)
{
	struct records lanes = records_new(&lane_view_record, scheme->lanes.count, request->arena);
	const struct scheme_lane *items = scheme->lanes.items;

	lanes.count = 0;
	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (date_within(web_on(request), items[i].from, items[i].until) != hold)
			continue;
		((struct lane_view *)lanes.items)[lanes.count++] = (struct lane_view){
			.name = items[i].name,
			.how = web_words(request, choice_label(lane_hows, items[i].how)),
			.products = listed(&items[i].products, product_label, scheme, request->arena),
			.areas = listed(&items[i].areas, area_label, scheme, request->arena),
			.parties = listed(&items[i].parties, party_label, scheme, request->arena),
			.group = items[i].target_group == NULL ? ""
			                                       : group_label(scheme, items[i].target_group),
			.under = items[i].under == NULL ? "" : party_label(scheme, items[i].under),
			.from = items[i].from,
			.last_day = date_last_day(items[i].until),
		};
	}
	return lanes;
}

static struct records show_unknown(const struct scheme *scheme, struct arena *arena)
{
	struct records unknown = records_new(&unknown_view_record, scheme->unknown.count, arena);
	const struct scheme_unknown *items = scheme->unknown.items;

	for (size_t i = 0; i < scheme->unknown.count; i++)
		((struct unknown_view *)unknown.items)[i] =
			(struct unknown_view){ .what = items[i].what, .instead = items[i].instead };
	return unknown;
}

/* On another day nothing is recorded. */
static bool may_adopt(const struct http_request *request)
{
	return web_may(request, MAY_ADOPT_SCHEME) && web_is_today(request);
}

static enum status show_schemes(struct http_request *request, const struct scheme_book *book,
                                struct records *ret_schemes, struct fault *fault)
{
	int64_t register_id = web_visitor(request)->journal.register_id;
	struct scheme_part *part;
	const struct scheme_entry *entry;
	enum status status = OK;

	*ret_schemes = records_new(&scheme_part_record, scheme_book_count(book, register_id), request->arena);
	part = ret_schemes->items;
	for (size_t i = 0; status == OK && (entry = scheme_book_nth(book, register_id, i)) != NULL; i++) {
		*part = (struct scheme_part){ .label = entry->scheme.label,
			                      .about = entry->scheme.about,
			                      .propose = may_adopt(request)
			                                         ? arena_print(request->arena,
			                                                       "/scheme/propose?scheme=%s",
			                                                       entry->scheme.name)
			                                         : "",
			                      .aims = entry->scheme.aims,
			                      .lanes = show_lanes(request, &entry->scheme, true),
			                      .other_lanes = show_lanes(request, &entry->scheme, false),
			                      .unknown = show_unknown(&entry->scheme, request->arena) };
		status = version_rows(request, entry->scheme.name, &part++->versions, fault);
	}
	return status;
}

/* Why there is no version in force: the mistake in the one that can no longer be read, or "". */
static const char *why_unreadable(const struct http_request *request, const struct scheme_book *book,
                                  const char *name)
{
	const struct records unreadable = scheme_book_unreadable(book);
	const struct scheme_entry *entries = unreadable.items;

	for (size_t i = 0; i < unreadable.count; i++)
		if (entries[i].register_id == web_visitor(request)->journal.register_id &&
		    strcmp(entries[i].scheme.name, name) == 0)
			return entries[i].scheme.about;
	return "";
}

static enum status show_without(struct http_request *request, const struct scheme_book *book,
                                struct records *ret_without, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct texts names;
	enum status status = scheme_names(journal, &names, fault);

	if (status)
		return status;
	*ret_without = records_new(&scheme_without_record, names.count, request->arena);
	ret_without->count = 0;
	for (size_t i = 0; status == OK && i < names.count; i++) {
		struct scheme_without *without =
			&((struct scheme_without *)ret_without->items)[ret_without->count];

		if (scheme_book_entry(book, journal->register_id, names.items[i]) != NULL)
			continue;
		ret_without->count++;
		without->name = names.items[i];
		without->why = why_unreadable(request, book, names.items[i]);
		status = version_rows(request, names.items[i], &without->versions, fault);
	}
	return status;
}

/* On another day the versions that were in force then. */
void scheme_page(struct http_request *request, struct http_response *response, void *context)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct clock day = { web_on(request) };
	CLEANUP(scheme_book_freep) struct scheme_book *past = NULL;
	struct scheme_view view = { .frame = web_frame(request, web_words(request, WORDS("Regeling"))),
		                    .may_adopt =
		                            web_may(request, MAY_ADOPT_SCHEME) && web_is_today(request) };
	const struct scheme_book *book;
	struct fault fault = { 0 };
	enum status status = OK;

	(void)context;
	if (!web_is_today(request)) {
		past = scheme_book_new();
		scheme_book_set_clock(past, &day);
		status = scheme_book_refresh(past, journal->db, &fault);
	}
	book = past == NULL ? journal->schemes : past;
	if (status == OK)
		status = show_schemes(request, book, &view.schemes, &fault);
	if (status == OK)
		status = show_without(request, book, &view.without, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	web_page(request, response, "scheme/scheme.html", &view);
}
