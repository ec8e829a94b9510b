/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/travel/travel_pages.h"

#include <string.h>

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/scheme/scheme_book.h"
#include "outlook/travel/travel_store.h"
#include "platform/base/embedded.h"
#include "platform/base/words.h"

#define METERS_IN_KM 1000
#define DAYS_IN_YEAR 365

/* A product, a provider or a postcode on the two days. */
struct travel_row {
	const char *label;
	const char *before_clients, *before_parties, *before_km;
	const char *after_clients, *after_parties, *after_km;
};
static const struct field travel_row_fields[] = {
	FIELD(struct travel_row, label),          FIELD(struct travel_row, before_clients),
	FIELD(struct travel_row, before_parties), FIELD(struct travel_row, before_km),
	FIELD(struct travel_row, after_clients),  FIELD(struct travel_row, after_parties),
	FIELD(struct travel_row, after_km),
};
static const struct record travel_row_record = RECORD(struct travel_row, "travel_row", travel_row_fields);

struct travel_product_view {
	const char *label, *verdict;
	struct travel_row total;
	struct records parties, postcodes;
};
static const struct field travel_product_view_fields[] = {
	FIELD(struct travel_product_view, label),
	FIELD(struct travel_product_view, verdict, .max_chars = 1000),
	FIELD_INSIDE(struct travel_product_view, total, &travel_row_record),
	FIELD(struct travel_product_view, parties, .of = &travel_row_record),
	FIELD(struct travel_product_view, postcodes, .of = &travel_row_record),
};
static const struct record travel_product_view_record =
	RECORD(struct travel_product_view, "travel_product_view", travel_product_view_fields);

struct travel_view {
	struct page_frame frame;
	struct date on, beside;
	const char *beside_text;
	bool is_wrong_date, has_stand_in;
	struct records products;
};
static const struct field travel_view_fields[] = {
	FIELD_INSIDE(struct travel_view, frame, &page_frame_record),
	FIELD(struct travel_view, on),
	FIELD(struct travel_view, beside),
	FIELD(struct travel_view, beside_text),
	FIELD(struct travel_view, is_wrong_date),
	FIELD(struct travel_view, has_stand_in),
	FIELD(struct travel_view, products, .of = &travel_product_view_record),
};
const struct record travel_view_record = RECORD(struct travel_view, "travel_view", travel_view_fields);

/* A page under way; before is the other day, after the day of the page. */
struct comparing {
	const struct http_request *request;
	const struct journal *journal;
	struct arena *arena;
	struct travel_map map;
	struct travel_day before, after;
};

static const char *party_label(const struct comparing *comparing, const char *name)
{
	return scheme_book_organisation(comparing->journal->schemes, comparing->journal->register_id, name);
}

/* --- the other day --- */

/* The day before the last cut-over up to a day; without one a year earlier. */
static struct date other_day(const struct comparing *comparing, struct date on)
{
	const struct journal *journal = comparing->journal;
	const struct scheme_entry *entry;
	struct date latest = { 0 };

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		for (size_t j = 0; j < entry->scheme.cutovers.count; j++) {
			struct date day = SCHEME_ITEMS(scheme_cutover, entry->scheme.cutovers)[j].on;

			if (!date_before(on, day) && date_before(latest, day))
				latest = day;
		}
	return date_is(latest) ? date_add_days(latest, -1) : date_add_days(on, -DAYS_IN_YEAR);
}

/* --- numbers in words --- */

static const char *number_words(const struct comparing *comparing, int64_t number)
{
	return arena_print(comparing->arena, "%lld", (long long)number);
}

/* With a comma in Dutch: 1,25. */
static const char *hundredths_words(const struct comparing *comparing, int64_t hundredths)
{
	bool is_english = strcmp(web_visitor(comparing->request)->language, "en") == 0;

	return arena_print(comparing->arena, "%lld%c%02lld", (long long)(hundredths / 100),
	                   is_english ? '.' : ',', (long long)(hundredths % 100));
}

static const char *km_words(const struct comparing *comparing, int64_t meters)
{
	bool is_english = strcmp(web_visitor(comparing->request)->language, "en") == 0;

	if (meters < 0)
		return "-";
	return arena_print(comparing->arena, "%lld%c%lld km", (long long)(meters / METERS_IN_KM),
	                   is_english ? '.' : ',', (long long)(meters % METERS_IN_KM / 100));
}

static const char *verdict_words(const struct comparing *comparing, enum travel_verdict verdict)
{
	switch (verdict) {
	case TRAVEL_LESS:
		return web_words(
			comparing->request,
			WORDS("Er komen minder aanbieders in een postcode, of hun cliënten wonen dichter "
		              "bij elkaar: dat is minder reizen voor hetzelfde werk."));
	case TRAVEL_MORE:
		return web_words(
			comparing->request,
			WORDS("Er komen meer aanbieders in een postcode, of hun cliënten wonen verder uit "
		              "elkaar: dat is meer reizen voor hetzelfde werk."));
	case TRAVEL_MIXED:
		return web_words(comparing->request, WORDS("Het ene werd minder en het andere meer; of er "
		                                           "minder wordt gereisd, is hieruit "
		                                           "niet te zeggen."));
	case TRAVEL_SAME:
		return web_words(comparing->request, WORDS("Er is niets veranderd."));
	case TRAVEL_NOTHING:
		break;
	}
	return web_words(
		comparing->request,
		WORDS("Op een van beide dagen had niemand dit product; er is niets te vergelijken."));
}

/* --- rows --- */

static void fill_before(const struct comparing *comparing, const struct travel_measure *measure,
                        struct travel_row *row)
{
	row->before_clients = number_words(comparing, measure->clients);
	row->before_parties = hundredths_words(comparing, measure->parties_hundredths);
	row->before_km = km_words(comparing, measure->mean_meters);
}

static void fill_after(const struct comparing *comparing, const struct travel_measure *measure,
                       struct travel_row *row)
{
	row->after_clients = number_words(comparing, measure->clients);
	row->after_parties = hundredths_words(comparing, measure->parties_hundredths);
	row->after_km = km_words(comparing, measure->mean_meters);
}

/* The stops of one party, which lie side by side. */
static struct travel_measure measure_party(const struct comparing *comparing,
                                           const struct travel_product *product, const char *party)
{
	size_t first = 0, count = 0;

	while (first < product->count && strcmp(product->parties[product->stops[first].party], party) != 0)
		first++;
	while (first + count < product->count &&
	       product->stops[first + count].party == product->stops[first].party)
		count++;
	return travel_measure(&comparing->map, product->stops + (count == 0 ? 0 : first), count,
	                      comparing->arena);
}

static bool has_party(const struct travel_product *product, const char *party)
{
	for (size_t i = 0; i < product->parties_count; i++)
		if (strcmp(product->parties[i], party) == 0)
			return true;
	return false;
}

static void add_party(const struct comparing *comparing, const struct travel_product *before,
                      const struct travel_product *after, const char *party, struct records *rows)
{
	struct travel_row *row = &((struct travel_row *)rows->items)[rows->count++];
	struct travel_measure then = measure_party(comparing, before, party);
	struct travel_measure now = measure_party(comparing, after, party);

	*row = (struct travel_row){ .label = party_label(comparing, party) };
	fill_before(comparing, &then, row);
	fill_after(comparing, &now, row);
	row->before_parties = number_words(comparing, then.postcodes);
	row->after_parties = number_words(comparing, now.postcodes);
}

static struct records party_rows(const struct comparing *comparing, const struct travel_product *before,
                                 const struct travel_product *after)
{
	struct records rows = records_new(&travel_row_record, before->parties_count + after->parties_count,
	                                  comparing->arena);

	rows.count = 0;
	for (size_t i = 0; i < before->parties_count; i++)
		add_party(comparing, before, after, before->parties[i], &rows);
	for (size_t i = 0; i < after->parties_count; i++)
		if (!has_party(before, after->parties[i]))
			add_party(comparing, before, after, after->parties[i], &rows);
	return rows;
}

/* Clients and providers of a postcode. */
struct postcode_count {
	int64_t clients, parties;
};

static struct postcode_count *count_postcodes(const struct comparing *comparing,
                                              const struct travel_product *product)
{
	struct postcode_count *counts = ARENA_MANY(comparing->arena, TRAVEL_POSTCODES, struct postcode_count);

	for (size_t i = 0; i < product->count; i++) {
		counts[product->stops[i].postcode].clients += product->stops[i].clients;
		counts[product->stops[i].postcode].parties++;
	}
	return counts;
}

static struct records postcode_rows(const struct comparing *comparing, const struct travel_product *before,
                                    const struct travel_product *after)
{
	const struct postcode_count *then = count_postcodes(comparing, before);
	const struct postcode_count *now = count_postcodes(comparing, after);
	struct records rows = records_new(&travel_row_record, before->count + after->count, comparing->arena);

	rows.count = 0;
	for (int i = 0; i < TRAVEL_POSTCODES; i++)
		if (then[i].parties + now[i].parties > 0)
			((struct travel_row *)rows.items)[rows.count++] = (struct travel_row){
				.label = arena_print(comparing->arena, "%04d", i),
				.before_clients = number_words(comparing, then[i].clients),
				.before_parties = number_words(comparing, then[i].parties),
				.before_km = "",
				.after_clients = number_words(comparing, now[i].clients),
				.after_parties = number_words(comparing, now[i].parties),
				.after_km = "",
			};
	return rows;
}

static struct travel_product_view show_product(const struct comparing *comparing, const char *name)
{
	const struct travel_product *before = travel_product_of(&comparing->before, name);
	const struct travel_product *after = travel_product_of(&comparing->after, name);
	struct travel_measure then =
		travel_measure(&comparing->map, before->stops, before->count, comparing->arena);
	struct travel_measure now =
		travel_measure(&comparing->map, after->stops, after->count, comparing->arena);
	struct travel_product_view view = { .label = scheme_book_product_label(
						    comparing->journal->schemes,
						    comparing->journal->register_id, name),
		                            .verdict = verdict_words(comparing, travel_verdict(&then, &now)),
		                            .parties = party_rows(comparing, before, after),
		                            .postcodes = postcode_rows(comparing, before, after) };

	view.total.label = view.label;
	fill_before(comparing, &then, &view.total);
	fill_after(comparing, &now, &view.total);
	return view;
}

static struct records show_products(const struct comparing *comparing)
{
	struct records products =
		records_new(&travel_product_view_record, comparing->before.count + comparing->after.count,
	                    comparing->arena);

	products.count = 0;
	for (size_t i = 0; i < comparing->after.count; i++)
		((struct travel_product_view *)products.items)[products.count++] =
			show_product(comparing, comparing->after.products[i].product);
	for (size_t i = 0; i < comparing->before.count; i++)
		if (travel_product_of(&comparing->after, comparing->before.products[i].product)->count == 0)
			((struct travel_product_view *)products.items)[products.count++] =
				show_product(comparing, comparing->before.products[i].product);
	return products;
}

/* Whether a party of the day only stands in for providers that are not known. */
static bool has_stand_in(const struct comparing *comparing, const struct travel_day *day)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(comparing->journal->schemes,
	                                            comparing->journal->register_id, i)) != NULL;
	     i++)
		for (size_t j = 0; j < entry->scheme.parties.count; j++) {
			const struct scheme_party *party =
				&SCHEME_ITEMS(scheme_party, entry->scheme.parties)[j];

			for (size_t k = 0; strcmp(party->kind, "predecessor") == 0 && k < day->count; k++)
				if (has_party(&day->products[k], party->name))
					return true;
		}
	return false;
}

static enum status read_days(struct comparing *comparing, const struct travel_view *view, struct fault *fault)
{
	const struct embedded_file *file = embedded_find("data/geo/postcodes.csv");
	struct journal *journal = &web_visitor(comparing->request)->journal;
	enum status status =
		travel_map_read((const char *)file->bytes, comparing->arena, &comparing->map, fault);

	if (status == OK)
		status = travel_on(journal, view->beside, &comparing->before, fault);
	return status == OK ? travel_on(journal, view->on, &comparing->after, fault) : status;
}

void travel_page(struct http_request *request, struct http_response *response, void *context)
{
	struct comparing comparing = { .request = request,
		                       .journal = &web_visitor(request)->journal,
		                       .arena = request->arena };
	struct travel_view view = { .frame = web_frame(request, web_words(request, WORDS("Reisbeweging"))),
		                    .on = web_on(request) };
	const char *beside = pairs_get(&request->query, "beside");
	char day[DATE_TEXT_SIZE];
	struct fault fault = { 0 };
	enum status status;

	(void)context;
	view.beside = other_day(&comparing, view.on);
	if (has_words(beside))
		view.is_wrong_date = !date_read(beside, &view.beside);
	view.beside_text = arena_copy(request->arena, date_print(view.beside, day));
	status = read_days(&comparing, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.products = show_products(&comparing);
	view.has_stand_in =
		has_stand_in(&comparing, &comparing.before) || has_stand_in(&comparing, &comparing.after);
	web_note_read(request, response, 0, "travel");
	web_page(request, response, "travel/travel.html", &view);
}
