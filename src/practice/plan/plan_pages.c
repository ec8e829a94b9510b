/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/plan_pages.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"

/* The picture of a goal's scores: its size, and the room around the line. */
#define WIDTH 320
#define HEIGHT 110
#define MARGIN 12

/* A score, and where its dot stands. */
struct score_view {
	int64_t score, x, y;
	struct date scored_on;
	const char *words;
};
static const struct field score_view_fields[] = {
	FIELD(struct score_view, score),
	FIELD(struct score_view, x, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct score_view, y, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct score_view, scored_on),
	FIELD(struct score_view, words),
};
static const struct record score_view_record = RECORD(struct score_view, "score_view", score_view_fields);

struct goal_view {
	const char *words, *result, *points, *score_address;
	int64_t goal, latest;
	struct records scores;
};
static const struct field goal_view_fields[] = {
	FIELD(struct goal_view, words),
	FIELD(struct goal_view, result),
	FIELD(struct goal_view, points),
	FIELD(struct goal_view, score_address),
	FIELD(struct goal_view, goal),
	FIELD(struct goal_view, latest),
	FIELD(struct goal_view, scores, .of = &score_view_record),
};
static const struct record goal_view_record = RECORD(struct goal_view, "goal_view", goal_view_fields);

struct plan_line_view {
	const char *product, *amount, *reasons, *norm_set;
};
static const struct field plan_line_view_fields[] = {
	FIELD(struct plan_line_view, product),
	FIELD(struct plan_line_view, amount),
	FIELD(struct plan_line_view, reasons, .max_chars = 4000),
	FIELD(struct plan_line_view, norm_set),
};
static const struct record plan_line_view_record =
	RECORD(struct plan_line_view, "plan_line_view", plan_line_view_fields);

struct plan_view {
	struct page_frame frame;
	int64_t person;
	const char *name, *change_address;
	bool has_plan, may_work, is_earlier;
	struct plan_kept plan;
	struct records goals, lines, versions;
};
static const struct field plan_view_fields[] = {
	FIELD_INSIDE(struct plan_view, frame, &page_frame_record),
	FIELD(struct plan_view, person),
	FIELD(struct plan_view, name),
	FIELD(struct plan_view, change_address, .max_chars = 20000),
	FIELD(struct plan_view, has_plan),
	FIELD(struct plan_view, may_work),
	FIELD(struct plan_view, is_earlier),
	FIELD_INSIDE(struct plan_view, plan, &plan_kept_record),
	FIELD(struct plan_view, goals, .of = &goal_view_record),
	FIELD(struct plan_view, lines, .of = &plan_line_view_record),
	FIELD(struct plan_view, versions, .of = &plan_kept_record),
};
const struct record plan_view_record = RECORD(struct plan_view, "plan_view", plan_view_fields);

struct date plan_until(const struct http_request *request)
{
	return web_is_today(request) ? DATE_LAST : web_on(request);
}

/* --- results --- */

/* The place of a score in the picture: days from left to right, 1 below and 10 above. */
static void place(struct score_view *view, const struct plan_score *first, const struct plan_score *last)
{
	int64_t days = last->scored_on.day - first->scored_on.day;

	view->x = days == 0 ? WIDTH / 2
	                    : MARGIN + (view->scored_on.day - first->scored_on.day) * (WIDTH - 2 * MARGIN) /
	                                       days;
	view->y = HEIGHT - MARGIN - (view->score - 1) * (HEIGHT - 2 * MARGIN) / 9;
}

/* The scores of a goal, which stand together in the list of all. */
static void show_scores(const struct http_request *request, const struct records *all, struct goal_view *goal)
{
	const struct plan_score *scores = all->items;
	size_t from = 0, until;
	struct score_view *views;

	while (from < all->count && scores[from].goal != goal->goal)
		from++;
	for (until = from; until < all->count && scores[until].goal == goal->goal;)
		until++;
	goal->scores = records_new(&score_view_record, until - from, request->arena);
	goal->points = "";
	views = goal->scores.items;
	assert(views != NULL || from == until);
	for (size_t i = from; i < until; i++) {
		struct score_view *view = &views[i - from];

		*view = (struct score_view){ .score = scores[i].score,
			                     .scored_on = scores[i].scored_on,
			                     .words = scores[i].words };
		place(view, &scores[from], &scores[until - 1]);
		goal->points = arena_print(request->arena, "%s%s%" PRId64 ",%" PRId64, goal->points,
		                           goal->points[0] == '\0' ? "" : " ", view->x, view->y);
		goal->latest = view->score;
	}
}

static enum status show_goals(const struct http_request *request, const struct records *goals,
                              struct plan_view *view, struct fault *fault)
{
	const struct plan_goal *items = goals->items;
	struct records scores;
	enum status status = plan_scores_of(&web_visitor(request)->journal, view->person, plan_until(request),
	                                    &scores, fault);

	if (status)
		return status;
	view->goals = records_new(&goal_view_record, goals->count, request->arena);
	for (size_t i = 0; i < goals->count; i++) {
		struct goal_view *goal = &((struct goal_view *)view->goals.items)[i];

		*goal = (struct goal_view){ .words = items[i].words,
			                    .result = items[i].result,
			                    .goal = items[i].goal,
			                    .score_address = "" };
		if (view->may_work && !view->is_earlier)
			goal->score_address =
				arena_print(request->arena, "/facts/goal_scored?person=%lld&goal=%lld",
			                    (long long)view->person, (long long)items[i].goal);
		show_scores(request, &scores, goal);
	}
	return OK;
}

static void show_lines(const struct http_request *request, const struct records *lines,
                       struct plan_view *view)
{
	const struct journal *journal = &web_visitor(request)->journal;
	const struct plan_line *items = lines->items;

	view->lines = records_new(&plan_line_view_record, lines->count, request->arena);
	for (size_t i = 0; i < lines->count; i++) {

		((struct plan_line_view *)view->lines.items)[i] = (struct plan_line_view){
			.product = scheme_book_product_label(journal->schemes, journal->register_id,
			                                     items[i].product),
			.amount = scheme_amount_words(items[i].amount, items[i].unit, items[i].frequency,
			                              journal->language, request->arena),
			.reasons = items[i].reasons,
			.norm_set = items[i].norm_set,
		};
	}
}

/* --- a form that begins with the plan --- */

static void add_query(struct text *address, const char *name, const char *value, struct arena *arena)
{
	if (has_words(value))
		text_print(address, "&%s=%s", name, pairs_encode(value, arena));
}

static void add_content(const struct http_request *request, const struct plan_content *content,
                        const struct plan_start *start, struct text *address, size_t next[static 2])
{
	const struct plan_goal *goals = content->goals.items;
	const struct plan_line *lines = content->lines.items;
	const struct plan_sum *sums = content->sums.items;
	struct arena *arena = request->arena;
	const char *without = or_empty(start->without_product);

	for (size_t i = 0; i < content->goals.count; i++) {
		add_query(address, arena_print(arena, "goals.%zu.words", i), goals[i].words, arena);
		add_query(address, arena_print(arena, "goals.%zu.result", i), goals[i].result, arena);
	}
	for (size_t i = 0; i < content->lines.count; i++) {
		if (strcmp(lines[i].product, without) == 0)
			continue;
		text_print(address, "&lines.%zu.product=%s&lines.%zu.amount=%lld", next[0], lines[i].product,
		           next[0], (long long)lines[i].amount);
		add_query(address, arena_print(arena, "lines.%zu.norm_set", next[0]), lines[i].norm_set,
		          arena);
		add_query(address, arena_print(arena, "lines.%zu.deviation", next[0]), lines[i].deviation,
		          arena);
		next[0]++;
	}
	for (size_t i = 0; i < content->sums.count; i++) {
		if (strcmp(sums[i].product, without) == 0 || strcmp(sums[i].key, NORM_ROUNDING_KEY) == 0)
			continue;
		text_print(address, "&sums.%zu.product=%s&sums.%zu.key=%s&sums.%zu.value=%s", next[1],
		           sums[i].product, next[1], sums[i].key, next[1],
		           pairs_encode(sums[i].value, arena));
		next[1]++;
	}
}

enum status plan_form_address(const struct http_request *request, const struct plan_start *start,
                              struct text *address, size_t ret_next[static 2], struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct records plans;
	struct plan_content content;
	const struct plan_kept *latest;
	enum status status = plans_of(journal, start->person, DATE_LAST, &plans, fault);

	ret_next[0] = ret_next[1] = 0;
	text_print(address, "/facts/plan_made?report=%lld", (long long)start->report);
	if (status != OK || plans.count == 0)
		return status;
	latest = plans.items;
	status = plan_content_of(journal, start->person, latest->version, &content, fault);
	if (status)
		return status;
	add_query(address, "arrangement", latest->arrangement, request->arena);
	add_query(address, "one_hand", latest->one_hand, request->arena);
	add_content(request, &content, start, address, ret_next);
	return OK;
}

/* --- the page --- */

/* The version that is asked for, or the newest; NULL where there is no plan. */
static const struct plan_kept *chosen(const struct http_request *request, const struct records *plans)
{
	const struct plan_kept *items = plans->items;
	int64_t version = web_number(&request->query, "version");

	for (size_t i = 0; i < plans->count; i++)
		if (items[i].version == version)
			return &items[i];
	return plans->count == 0 ? NULL : items;
}

static enum status offer_change(const struct http_request *request, struct plan_view *view,
                                struct fault *fault)
{
	CLEANUP(text_done) struct text address = text_new((size_t)16 * 1024);
	struct records reports;
	size_t next[2];
	enum status status = desk_reports_of(&web_visitor(request)->journal, view->person, &reports, fault);

	view->change_address = "";
	if (status != OK || reports.count == 0 || !view->may_work)
		return status;
	status = plan_form_address(
		request,
		&(struct plan_start){ .person = view->person,
	                              .report = ((const struct report_line *)reports.items)->report },
		&address, next, fault);
	view->change_address = arena_copy(request->arena, text_words(&address));
	return status;
}

static enum status show_plan(const struct http_request *request, struct plan_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(request)->journal;
	struct plan_content content;
	const struct plan_kept *plan;
	enum status status = plans_of(journal, view->person, plan_until(request), &view->versions, fault);

	if (status == OK)
		status = offer_change(request, view, fault);
	if (status)
		return status;
	plan = chosen(request, &view->versions);
	view->has_plan = plan != NULL;
	if (plan == NULL)
		return OK;
	view->plan = *plan;
	view->is_earlier = plan != view->versions.items;
	status = plan_content_of(journal, view->person, plan->version, &content, fault);
	if (status)
		return status;
	show_lines(request, &content.lines, view);
	return show_goals(request, &content.goals, view, fault);
}

void plan_page(struct http_request *request, struct http_response *response, void *context)
{
	struct visitor *visitor = web_visitor(request);
	struct plan_view view = { .person = web_number(&request->parts, "person"),
		                  .may_work = web_may(request, MAY_INVESTIGATE) && web_is_today(request) };
	const char *done = pairs_get(&request->query, "done");
	const struct journal_kind *kind =
		done == NULL ? NULL : journal_kind_named(visitor->journal.book, done);
	struct identity identity;
	struct fault fault = { 0 };
	enum status status = vault_identity(&visitor->journal, view.person, &identity, &fault);

	(void)context;
	if (status == OK)
		status = show_plan(request, &view, &fault);
	if (!web_ok(request, response, status, &fault))
		return;
	view.name = identity_name(&identity, request->arena);
	view.frame = web_client_frame(request, view.person, view.name, web_words(request, WORDS("Plan")));
	if (kind != NULL)
		view.frame.notice = web_words(request, kind->done);
	web_note_read(request, response, view.person, "plan");
	web_page(request, response, "plan/plan.html", &view);
}
