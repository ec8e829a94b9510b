/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Bidders are expected to be the parties that the scheme has now, with their clients of today, and so many
 * others without clients. Each mark is drawn by itself between the three numbers that were asked.
 */
#include "outlook/laboratory/expected_pages.h"

#include <stdlib.h>

#include "common/access/web.h"
#include "common/scheme/holding.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "contract/assessment/assessment_store.h"
#include "contract/tender/assume.h"
#include "outlook/laboratory/threshold.h"
#include "platform/base/words.h"

#define METHOD_VERSION                                                                                       \
	1 /* of how marks are drawn and counted; another one draws other marks for the same seed */
#define RUNS 1000
#define OTHERS_MAX 200
#define TENTH (DECIMAL_ONE / 10)
#define CHART_WIDTH 640
#define CHART_HEIGHT 200
#define CHART_EDGE 12
#define POINTS_BYTES ((size_t)64 * 1024)

struct expected_step {
	const char *threshold;
	int64_t low, middle, high, kept_low, kept, kept_high, uncovered, lost;
	bool is_current;
};
static const struct field step_fields[] = {
	FIELD(struct expected_step, threshold),
	FIELD(struct expected_step, low, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, middle, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, high, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, kept_low, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, kept, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, kept_high, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, uncovered, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, lost, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_step, is_current),
};
static const struct record step_record = RECORD(struct expected_step, "expected_step", step_fields);

struct expected_view {
	struct page_frame frame;
	const char *title, *tender, *action, *mistake, *least, *likely, *most, *threshold, *band, *line,
		*from, *until;
	int64_t bidders, known, others, clients, seed, runs, version;
	struct expected_step now;
	struct records steps;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct expected_view, frame, &page_frame_record),
	FIELD(struct expected_view, title),
	FIELD(struct expected_view, tender),
	FIELD(struct expected_view, action),
	FIELD(struct expected_view, mistake, .max_chars = 400),
	FIELD(struct expected_view, least),
	FIELD(struct expected_view, likely),
	FIELD(struct expected_view, most),
	FIELD(struct expected_view, threshold),
	FIELD(struct expected_view, band, .max_chars = 60000),
	FIELD(struct expected_view, line, .max_chars = 60000),
	FIELD(struct expected_view, from),
	FIELD(struct expected_view, until),
	FIELD(struct expected_view, bidders, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_view, known, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_view, others, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_view, clients, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_view, seed, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct expected_view, runs),
	FIELD(struct expected_view, version),
	FIELD_INSIDE(struct expected_view, now, &step_record),
	FIELD(struct expected_view, steps, .of = &step_record),
};
const struct record expected_view_record = RECORD(struct expected_view, "expected_view", view_fields);

/* What the page is reckoned with. */
struct expecting {
	const struct http_request *request;
	struct assessed assessed;
	struct assumption assumption;
	struct assumed_mark mark; /* of everybody on everything */
	struct clients clients;
	struct what_if_range range;
	struct draw draw;
	int64_t others;
	size_t known, count; /* bidders of the scheme; steps */
	const char *mistake;
};

/* --- what was asked --- */

/* A mark in tenths on the scale; what is left out is the one that is usual. */
static bool read_tenths(const struct expecting *expecting, const char *name, int32_t usual,
                        int32_t *ret_tenths)
{
	const char *text = pairs_get(&expecting->request->query, name);
	struct decimal mark = { 0 };

	*ret_tenths = usual;
	if (!has_words(text))
		return true;
	if (!decimal_read(text, &mark) || mark.billionths < 0 ||
	    mark.billionths > expecting->assessed.terms.highest.billionths)
		return false;
	*ret_tenths = (int32_t)(mark.billionths / TENTH);
	return true;
}

static bool read_number(const struct expecting *expecting, const char *name, int64_t most, int64_t usual,
                        int64_t *ret_number)
{
	const char *text = pairs_get(&expecting->request->query, name);
	char *end = NULL;

	*ret_number = usual;
	if (!has_words(text))
		return true;
	*ret_number = strtoll(text, &end, 10);
	return *end == '\0' && *ret_number >= 0 && *ret_number <= most;
}

static void read_asked(struct expecting *expecting)
{
	int32_t highest = (int32_t)(expecting->assessed.terms.highest.billionths / TENTH);
	struct assumed_mark *mark = &expecting->mark;
	int64_t seed = 1;
	bool is_read = read_tenths(expecting, "least", highest * 7 / 10, &mark->least);

	is_read = read_tenths(expecting, "likely", highest * 17 / 20, &mark->likely) && is_read;
	is_read = read_tenths(expecting, "most", highest * 19 / 20, &mark->most) && is_read;
	is_read = read_number(expecting, "others", OTHERS_MAX, 0, &expecting->others) && is_read;
	is_read = read_number(expecting, "seed", INT32_MAX, 1, &seed) && is_read;
	expecting->draw = (struct draw){ .runs = RUNS, .seed = (uint64_t)seed };
	if (!is_read || mark->least > mark->likely || mark->likely > mark->most) {
		expecting->mistake =
			web_words(expecting->request,
		                  WORDS("Dit kan niet: vul cijfers op de schaal in, van laag naar hoog, en "
		                        "hele getallen "
		                        "voor de rest. Hieronder is gerekend met wat gebruikelijk is."));
		*mark = (struct assumed_mark){ highest * 7 / 10, highest * 17 / 20, highest * 19 / 20, 0 };
		expecting->others = 0;
		expecting->draw.seed = 1;
	}
}

/* --- who would bid --- */

static void expect_parties(struct expecting *expecting, const struct scheme *scheme)
{
	struct names *bidders = &expecting->assumption.bids.bidders;
	const struct scheme_party *party = scheme->parties.items;
	struct arena *arena = expecting->request->arena;

	*bidders = (struct names){ .arena = arena };
	for (size_t i = 0; i < scheme->parties.count; i++)
		if (scheme_works(scheme, party[i].name, web_on(expecting->request)))
			(void)names_add(bidders, party[i].name);
	expecting->known = bidders->count;
	for (int64_t i = 0; i < expecting->others; i++)
		(void)names_add(bidders, arena_print(arena, "+%lld", (long long)i + 1));
}

/* Everybody bids on every lot, and is expected to do as well on everything. */
static void expect_bids(struct expecting *expecting)
{
	const struct tender_terms *terms = &expecting->assessed.terms;
	struct tender_bids *bids = &expecting->assumption.bids;
	struct arena *arena = expecting->request->arena;
	struct assumed_mark *marks;

	bids->items = ARENA_MANY(arena, terms->lots_count * bids->bidders.count + 1, struct tender_bid);
	for (size_t lot = 0; lot < terms->lots_count; lot++)
		for (size_t i = 0; i < bids->bidders.count; i++)
			bids->items[bids->count++] = (struct tender_bid){ .lot = lot, .bidder = i };
	marks = ARENA_MANY(arena, bids->count * terms->criteria_count + 1, struct assumed_mark);
	for (size_t i = 0; i < bids->count * terms->criteria_count; i++)
		marks[i] = expecting->mark;
	expecting->assumption.marks = marks;
}

static enum status find(struct expecting *expecting, struct fault *fault)
{
	struct journal *journal = &web_visitor(expecting->request)->journal;
	const char *tender = pairs_get(&expecting->request->parts, "tender");
	const struct scheme_entry *entry;
	enum status status = assessment_see(journal, tender, &expecting->assessed, fault);

	if (status == OK && !expecting->assessed.stand.is_known)
		return fault_set(fault, NOT_FOUND, "there is no such tender");
	if (status)
		return status;
	read_asked(expecting);
	entry = scheme_book_entry(journal->schemes, journal->register_id, expecting->assessed.notice.scheme);
	if (entry != NULL)
		expect_parties(expecting, &entry->scheme);
	expect_bids(expecting);
	expecting->range.until = expecting->assessed.terms.highest;
	expecting->range.from.billionths = expecting->range.until.billionths / 2;
	expecting->count = what_if_steps(&expecting->range);
	return threshold_clients(journal, &expecting->assessed, &expecting->assumption.bids.bidders,
	                         web_on(expecting->request), &expecting->clients, fault);
}

/* --- what comes out --- */

static const char *mark_words(const struct expecting *expecting, struct decimal mark)
{
	char words[DECIMAL_TEXT_SIZE];

	return arena_copy(expecting->request->arena,
	                  decimal_words(mark, web_visitor(expecting->request)->language, words));
}

static const char *tenths_print(const struct expecting *expecting, int32_t tenths)
{
	char words[DECIMAL_TEXT_SIZE];

	return arena_copy(expecting->request->arena,
	                  decimal_print((struct decimal){ .billionths = tenths * TENTH }, words));
}

/* Of how many it is so in at least half of the runs. */
static int64_t in_half(const int64_t *runs, size_t count)
{
	int64_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += 2 * runs[i] >= RUNS;
	return found;
}

static struct expected_step show_step(const struct expecting *expecting, const struct assumed_step *step)
{
	return (struct expected_step){
		.threshold = mark_words(expecting, step->threshold),
		.low = step->awarded.low,
		.middle = step->awarded.middle,
		.high = step->awarded.high,
		.kept_low = step->clients_kept.low,
		.kept = step->clients_kept.middle,
		.kept_high = step->clients_kept.high,
		.uncovered = in_half(step->uncovered, expecting->clients.areas.count),
		.lost = in_half(step->lost, expecting->clients.expertise.count),
		.is_current = step->threshold.billionths == expecting->assessed.terms.threshold.billionths,
	};
}

static int64_t across(const struct expecting *expecting, size_t step)
{
	size_t last = expecting->count > 1 ? expecting->count - 1 : 1;

	return CHART_EDGE + (int64_t)(step * (CHART_WIDTH - 2 * CHART_EDGE) / last);
}

static int64_t up(const struct expecting *expecting, int64_t value)
{
	int64_t most = (int64_t)expecting->assumption.bids.bidders.count;

	return CHART_HEIGHT - CHART_EDGE - value * (CHART_HEIGHT - 2 * CHART_EDGE) / (most > 0 ? most : 1);
}

/* The band from low to high, there and back, and the line in the middle. */
static void show_chart(const struct expecting *expecting, const struct assumed_step *steps,
                       struct expected_view *view)
{
	CLEANUP(text_done) struct text band = text_new(POINTS_BYTES);
	CLEANUP(text_done) struct text line = text_new(POINTS_BYTES);

	for (size_t i = 0; i < expecting->count; i++) {
		long long x = (long long)across(expecting, i);

		text_print(&band, "%lld,%lld ", x, (long long)up(expecting, steps[i].awarded.high));
		text_print(&line, "%lld,%lld ", x, (long long)up(expecting, steps[i].awarded.middle));
	}
	for (size_t i = expecting->count; i-- > 0;)
		text_print(&band, "%lld,%lld ", (long long)across(expecting, i),
		           (long long)up(expecting, steps[i].awarded.low));
	view->band = arena_copy(expecting->request->arena, text_words(&band));
	view->line = arena_copy(expecting->request->arena, text_words(&line));
}

static void show_steps(const struct expecting *expecting, struct expected_view *view)
{
	const struct tender_terms *terms = &expecting->assessed.terms;
	const struct assumed_step *steps =
		assume(terms, &expecting->assumption, &expecting->clients, &expecting->range,
	               &expecting->draw, expecting->request->arena);
	struct expected_step *shown;

	view->steps = records_new(&step_record, expecting->count, expecting->request->arena);
	shown = view->steps.items;
	for (size_t i = 0; i < expecting->count; i++) {
		shown[i] = show_step(expecting, &steps[i]);
		if (shown[i].is_current)
			view->now = shown[i];
	}
	view->threshold = has_words(view->now.threshold) ? view->now.threshold : "";
	show_chart(expecting, steps, view);
}

static void show_asked(const struct expecting *expecting, struct expected_view *view)
{
	const struct tender_notice *notice = &expecting->assessed.notice;

	view->title = notice->title;
	view->tender = notice->tender;
	view->action = arena_print(expecting->request->arena, "/tenders/%s/expected", notice->tender);
	view->mistake = expecting->mistake;
	view->least = tenths_print(expecting, expecting->mark.least);
	view->likely = tenths_print(expecting, expecting->mark.likely);
	view->most = tenths_print(expecting, expecting->mark.most);
	view->from = mark_words(expecting, expecting->range.from);
	view->until = mark_words(expecting, expecting->range.until);
	view->known = (int64_t)expecting->known;
	view->others = expecting->others;
	view->bidders = view->known + view->others;
	view->clients = expecting->clients.total;
	view->seed = (int64_t)expecting->draw.seed;
	view->runs = RUNS;
	view->version = METHOD_VERSION;
}

void expected_page(struct http_request *request, struct http_response *response, void *context)
{
	struct expecting expecting = { .request = request };
	const struct tender_notice *notice = &expecting.assessed.notice;
	struct expected_view view = { 0 };
	struct fault fault = { 0 };

	(void)context;
	if (!web_ok(request, response, find(&expecting, &fault), &fault))
		return;
	view.frame = web_frame(request, web_words(request, WORDS("Wat mag u verwachten?")));
	web_breadcrumb(&view.frame, "/tenders", web_words(request, WORDS("Aanbestedingen")), request->arena);
	web_breadcrumb(&view.frame, arena_print(request->arena, "/tenders/%s", notice->tender), notice->title,
	               request->arena);
	web_breadcrumb(&view.frame, NULL, view.frame.title, request->arena);
	show_asked(&expecting, &view);
	if (view.bidders > 0)
		show_steps(&expecting, &view);
	web_note_read(request, response, 0, "tender-expected");
	web_page(request, response, "laboratory/expected.html", &view);
}
