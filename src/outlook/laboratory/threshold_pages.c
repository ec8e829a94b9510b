/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/threshold_pages.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/assessment/assessment_view.h"
#include "outlook/laboratory/threshold.h"
#include "platform/base/words.h"

#define CHART_WIDTH 640
#define CHART_HEIGHT 200
#define CHART_EDGE 12
#define POINTS_BYTES ((size_t)64 * 1024)
#define RULES 3

/* What a threshold does. */
struct threshold_step {
	const char *threshold, *at; /* in words; as a form sends it */
	int64_t awarded, kept, moved, uncovered, lost, small;
	bool is_current;
};
static const struct field step_fields[] = {
	FIELD(struct threshold_step, threshold),
	FIELD(struct threshold_step, at),
	FIELD(struct threshold_step, awarded, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_step, kept, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_step, moved, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_step, uncovered, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_step, lost, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_step, small, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_step, is_current),
};
static const struct record step_record = RECORD(struct threshold_step, "threshold_step", step_fields);

struct threshold_view {
	struct page_frame frame;
	const char *title, *action, *at, *from, *until, *awarded_points, *kept_points, *threshold;
	int64_t marker, clients, highest_awarded;
	struct threshold_step now;
	struct records steps, rules, covers;
	struct texts uncovered, lost, small;
};
static const struct field view_fields[] = {
	FIELD_INSIDE(struct threshold_view, frame, &page_frame_record),
	FIELD(struct threshold_view, title),
	FIELD(struct threshold_view, action),
	FIELD(struct threshold_view, at),
	FIELD(struct threshold_view, from),
	FIELD(struct threshold_view, until),
	FIELD(struct threshold_view, awarded_points, .max_chars = 60000),
	FIELD(struct threshold_view, kept_points, .max_chars = 60000),
	FIELD(struct threshold_view, threshold),
	FIELD(struct threshold_view, marker),
	FIELD(struct threshold_view, clients, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_view, highest_awarded, .flags = FIELD_ZERO_IS_SET),
	FIELD_INSIDE(struct threshold_view, now, &step_record),
	FIELD(struct threshold_view, steps, .of = &step_record),
	FIELD(struct threshold_view, rules, .of = &step_record),
	FIELD(struct threshold_view, covers, .of = &threshold_cover_record),
	FIELD(struct threshold_view, uncovered),
	FIELD(struct threshold_view, lost),
	FIELD(struct threshold_view, small),
};
const struct record threshold_view_record = RECORD(struct threshold_view, "threshold_view", view_fields);

/* What the page is reckoned with. */
struct sliding {
	const struct seeing *seeing;
	struct tender_bids bids;
	struct clients clients;
	struct what_if_range range;
	size_t count, at; /* of steps; the one that is looked at */
};

static const char *print(const struct sliding *sliding, struct decimal decimal)
{
	char printed[DECIMAL_TEXT_SIZE];

	return arena_copy(sliding->seeing->request->arena, decimal_print(decimal, printed));
}

static struct threshold_step show_step(const struct sliding *sliding, const struct what_if_step *step)
{
	char words[DECIMAL_TEXT_SIZE];
	const struct http_request *request = sliding->seeing->request;

	return (struct threshold_step){
		.threshold = arena_copy(request->arena, decimal_words(step->threshold,
		                                                      web_visitor(request)->language, words)),
		.at = print(sliding, step->threshold),
		.awarded = (int64_t)step->awarded,
		.kept = step->clients_kept,
		.moved = step->clients_moved,
		.uncovered = (int64_t)step->uncovered_count,
		.lost = (int64_t)step->lost_count,
		.small = (int64_t)step->small_lost_count,
	};
}

/* The same threshold under each of the rules. */
static void show_rules(const struct sliding *sliding, struct threshold_view *view)
{
	struct tender_terms terms = sliding->seeing->assessed.terms;
	const struct http_request *request = sliding->seeing->request;
	enum tender_rule own = terms.rule;
	struct threshold_step *shown;

	view->rules = records_new(&step_record, RULES, request->arena);
	shown = view->rules.items;
	for (size_t i = 0; i < RULES; i++) {
		terms.rule = (enum tender_rule)i;
		shown[i] = show_step(sliding, &what_if(&terms, &sliding->bids, &sliding->clients,
		                                       &sliding->range, request->arena)[sliding->at]);
		shown[i].threshold = web_words(request, tender_rules[i].label);
		shown[i].is_current = terms.rule == own;
	}
}

/* --- the chart --- */

static int64_t across(const struct sliding *sliding, size_t step)
{
	size_t last = sliding->count > 1 ? sliding->count - 1 : 1;

	return CHART_EDGE + (int64_t)(step * (CHART_WIDTH - 2 * CHART_EDGE) / last);
}

static int64_t up(int64_t value, int64_t most)
{
	return CHART_HEIGHT - CHART_EDGE - value * (CHART_HEIGHT - 2 * CHART_EDGE) / (most > 0 ? most : 1);
}

static void show_chart(const struct sliding *sliding, const struct what_if_step *steps,
                       struct threshold_view *view)
{
	CLEANUP(text_done) struct text awarded = text_new(POINTS_BYTES);
	CLEANUP(text_done) struct text kept = text_new(POINTS_BYTES);
	struct arena *arena = sliding->seeing->request->arena;

	view->highest_awarded = (int64_t)sliding->bids.bidders.count;
	for (size_t i = 0; i < sliding->count; i++) {
		text_print(&awarded, "%s%lld,%lld", i == 0 ? "" : " ", (long long)across(sliding, i),
		           (long long)up((int64_t)steps[i].awarded, view->highest_awarded));
		text_print(&kept, "%s%lld,%lld", i == 0 ? "" : " ", (long long)across(sliding, i),
		           (long long)up(steps[i].clients_kept, sliding->clients.total));
	}
	view->awarded_points = arena_copy(arena, text_words(&awarded));
	view->kept_points = arena_copy(arena, text_words(&kept));
	view->marker = across(sliding, sliding->at);
}

/* --- what is lost --- */

static const char *area_label(const struct sliding *sliding, const char *area)
{
	const struct seeing *seeing = sliding->seeing;
	const struct scheme_entry *entry = scheme_book_entry(
		seeing->journal->schemes, seeing->journal->register_id, seeing->assessed.notice.scheme);
	const struct scheme_area *areas = entry == NULL ? NULL : entry->scheme.areas.items;

	for (size_t i = 0; areas != NULL && i < entry->scheme.areas.count; i++)
		if (strcmp(areas[i].name, area) == 0)
			return areas[i].label;
	return area[0] == '\0' ? web_words(seeing->request, WORDS("buiten de gebieden")) : area;
}

static struct texts flagged(const struct sliding *sliding, const bool *flags, const struct names *names)
{
	struct texts found = { .items = ARENA_MANY(sliding->seeing->request->arena, names->count + 1,
		                                   const char *) };

	for (size_t i = 0; flags != NULL && i < names->count; i++)
		if (flags[i])
			found.items[found.count++] = names->items[i];
	return found;
}

static void show_losses(const struct sliding *sliding, const struct what_if_step *step,
                        struct threshold_view *view)
{
	const struct journal *journal = sliding->seeing->journal;

	view->uncovered = flagged(sliding, step->uncovered, &sliding->clients.areas);
	for (size_t i = 0; i < view->uncovered.count; i++)
		view->uncovered.items[i] = area_label(sliding, view->uncovered.items[i]);
	view->lost = flagged(sliding, step->lost, &sliding->clients.expertise);
	view->small = flagged(sliding, step->small_lost, &sliding->bids.bidders);
	for (size_t i = 0; i < view->small.count; i++)
		view->small.items[i] = scheme_book_organisation(journal->schemes, journal->register_id,
		                                                view->small.items[i]);
}

/* Each neighbourhood at the threshold that is looked at. */
static void show_covers(const struct sliding *sliding, const struct what_if_step *step,
                        struct threshold_view *view)
{
	struct tender_terms terms = sliding->seeing->assessed.terms;
	struct arena *arena = sliding->seeing->request->arena;
	struct award_outcome *outcomes = ARENA_MANY(arena, sliding->bids.count + 1, struct award_outcome);
	const struct threshold_judged judged = { &terms, &sliding->bids, outcomes };
	struct threshold_cover *cover;

	terms.threshold = step->threshold;
	award_judge(&terms, &sliding->bids, outcomes);
	view->covers = threshold_covers(&judged, &sliding->clients, arena);
	cover = view->covers.items;
	for (size_t i = 0; i < view->covers.count; i++)
		cover[i].area = area_label(sliding, cover[i].area);
}

/* --- the page --- */

/* From half of the scale to its end; where the threshold that is asked stands, else the notice's own. */
static void find_range(const struct seeing *seeing, struct sliding *sliding)
{
	const struct tender_terms *terms = &seeing->assessed.terms;
	struct decimal asked = terms->threshold;

	sliding->range.until = terms->highest;
	sliding->range.from = (struct decimal){ .billionths = terms->highest.billionths / 2 };
	sliding->count = what_if_steps(&sliding->range);
	(void)decimal_read(or_empty(pairs_get(&seeing->request->query, "threshold")), &asked);
	if (asked.billionths > sliding->range.from.billionths)
		sliding->at = (size_t)((asked.billionths - sliding->range.from.billionths) / WHAT_IF_STEP);
	if (sliding->at >= sliding->count)
		sliding->at = sliding->count - 1;
}

static enum status reckon(struct sliding *sliding, struct fault *fault)
{
	const struct seeing *seeing = sliding->seeing;
	struct findings ignored = findings_new(seeing->request->arena, "nl");
	struct records consensus = { 0 };
	const int64_t *numbers;
	enum status status = assessment_consensus(seeing->journal, &seeing->assessed, &consensus, fault);

	if (status)
		return status;
	sliding->bids = assessment_judged(&seeing->assessed, &consensus, &numbers, &ignored);
	return threshold_clients(seeing->journal, &seeing->assessed, &sliding->bids.bidders,
	                         seeing->assessed.stand.today, &sliding->clients, fault);
}

static void show(const struct sliding *sliding, struct threshold_view *view)
{
	const struct seeing *seeing = sliding->seeing;
	struct arena *arena = seeing->request->arena;
	const struct what_if_step *steps =
		what_if(&seeing->assessed.terms, &sliding->bids, &sliding->clients, &sliding->range, arena);

	view->title = seeing->assessed.notice.title;
	view->action = seeing_address(seeing, "what-if");
	view->from = print(sliding, sliding->range.from);
	view->until = print(sliding, sliding->range.until);
	view->clients = sliding->clients.total;
	view->threshold = seeing->assessed.terms.threshold.billionths > 0
	                          ? seeing_mark(seeing, print(sliding, seeing->assessed.terms.threshold))
	                          : "";
	view->steps = records_new(&step_record, sliding->count, arena);
	for (size_t i = 0; i < sliding->count; i++) {
		struct threshold_step *shown = &((struct threshold_step *)view->steps.items)[i];

		*shown = show_step(sliding, &steps[i]);
		shown->is_current = i == sliding->at;
	}
	view->now = ((struct threshold_step *)view->steps.items)[sliding->at];
	view->at = view->now.at;
	show_chart(sliding, steps, view);
	show_losses(sliding, &steps[sliding->at], view);
	show_covers(sliding, &steps[sliding->at], view);
	show_rules(sliding, view);
}

void threshold_page(struct http_request *request, struct http_response *response, void *context)
{
	struct threshold_view view = { 0 };
	struct sliding sliding = { 0 };
	struct fault fault = { 0 };
	struct seeing seeing;

	(void)context;
	if (!seeing_begin(request, response, &seeing))
		return;
	if (!date_is(seeing.assessed.stand.frozen_on)) {
		(void)seeing_refuse(
			&seeing, web_words(request, WORDS("Niemand ziet dit voordat de cijfers vaststaan.")));
		return;
	}
	if (!seeing_reads_all(&seeing))
		return;
	sliding.seeing = &seeing;
	find_range(&seeing, &sliding);
	if (!web_ok(request, response, reckon(&sliding, &fault), &fault))
		return;
	view.frame = seeing_frame(&seeing, web_words(request, WORDS("Wat doet een andere drempel?")));
	show(&sliding, &view);
	web_note_read(request, response, 0, "tender-what-if");
	web_page(request, response, "laboratory/threshold.html", &view);
}
