/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/plan.h"

#include <assert.h>
#include <inttypes.h>

#include "common/scheme/holding.h"
#include "contract/tender/cap.h"
#include "contract/tender/solver.h"

#define LP_BYTES ((size_t)64 * 1024 * 1024)
/* The solver takes two plans for equal that lie within 10^-7 of their value: below this whole numbers differ
 * more. */
#define VALUE_PROVABLE INT64_C(4000000)

/* --- the question as the solver reads it --- */

/* The largest power of ten that divides all scores and travel: so the solver sees the smallest whole numbers.
 */
static int64_t unit_of(const struct area_bids *bids)
{
	int64_t unit = DECIMAL_ONE;

	for (size_t i = 0; i < bids->count; i++)
		while (bids->items[i].score.billionths % unit != 0 ||
		       bids->items[i].travel.billionths % unit != 0)
			unit /= 10;
	return unit;
}

static void add_goal(const struct plan_question *question, const struct plan_ask *ask, struct text *out)
{
	const struct area_bids *bids = question->bids;
	int64_t unit = unit_of(bids);

	text_add(out, ask->by_travel ? "Minimize\n goal:" : "Maximize\n goal:");
	for (size_t i = 0; i < bids->count; i++)
		text_print(out, " + %" PRId64 " x%zu\n",
		           (ask->by_travel ? bids->items[i].travel : bids->items[i].score).billionths / unit,
		           i + 1);
	text_add(out, "Subject To\n");
	if (!ask->by_travel)
		return;
	text_add(out, " least:");
	for (size_t i = 0; i < bids->count; i++)
		text_print(out, " + %" PRId64 " x%zu\n", bids->items[i].score.billionths / unit, i + 1);
	text_print(out, " >= %" PRId64 "\n", ask->least.billionths / unit);
}

/* A row of the bids of one bidder or on one area, each times so much; empty rows are left out. */
struct lp_row {
	const char *name;
	size_t number;
	bool is_area;
	bool by_clients;
	const char *is;
	int64_t than;
};

static bool stands_in(const struct lp_row *row, const struct area_bid *bid)
{
	return (row->is_area ? bid->area : bid->bidder) == row->number;
}

static void add_row(const struct area_bids *bids, const struct lp_row *row, struct text *out)
{
	size_t count = 0;

	for (size_t i = 0; i < bids->count; i++) {
		if (!stands_in(row, &bids->items[i]))
			continue;
		if (count++ == 0)
			text_print(out, " %s%zu:", row->name, row->number + 1);
		text_print(out, " + %" PRId64 " x%zu\n",
		           row->by_clients ? bids->clients[bids->items[i].area] : 1, i + 1);
	}
	if (count > 0)
		text_print(out, " %s %" PRId64 "\n", row->is, row->than);
}

static void add_but(const struct area_bids *bids, const struct plan *but, struct text *out)
{
	int64_t count = 0;

	text_add(out, " but:");
	for (size_t i = 0; i < bids->count; i++)
		if (but->is_chosen[i]) {
			text_print(out, " + x%zu\n", i + 1);
			count++;
		}
	text_print(out, " <= %" PRId64 "\n", count - 1);
}

void plan_to_lp(const struct plan_question *question, const struct plan_ask *ask, struct text *out)
{
	const struct area_bids *bids = question->bids;

	add_goal(question, ask, out);
	for (size_t i = 0; i < bids->areas.count; i++)
		if (ask->areas == NULL || ask->areas[i])
			add_row(bids, &(struct lp_row){ "a", i, true, false, "=", question->per_area }, out);
	for (size_t i = 0; i < bids->bidders.count; i++) {
		if (ask->parties != NULL && !ask->parties[i])
			continue;
		if (question->max_per_party > 0)
			add_row(bids, &(struct lp_row){ "m", i, false, false, "<=", question->max_per_party },
			        out);
		if (bids->capacity[i] != INT64_MAX)
			add_row(bids, &(struct lp_row){ "c", i, false, true, "<=", bids->capacity[i] }, out);
	}
	if (ask->but != NULL)
		add_but(bids, ask->but, out);
	text_add(out, "Binary\n");
	for (size_t i = 0; i < bids->count; i++)
		text_print(out, " x%zu\n", i + 1);
	text_add(out, "End\n");
}

/* --- what a plan is worth, reckoned here --- */

static int64_t parties_of(const struct area_bids *bids, const bool *is_chosen, size_t area)
{
	int64_t count = 0;

	for (size_t i = 0; i < bids->count; i++)
		count += bids->items[i].area == area && is_chosen[i] ? 1 : 0;
	return count;
}

static bool keeps_to_most(const struct plan_question *question, const bool *is_chosen, size_t bidder)
{
	const struct area_bids *bids = question->bids;
	int64_t areas = 0, clients = 0;

	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].bidder == bidder && is_chosen[i]) {
			areas++;
			clients += bids->clients[bids->items[i].area];
		}
	return (question->max_per_party == 0 || areas <= question->max_per_party) &&
	       clients <= bids->capacity[bidder];
}

bool plan_keeps(const struct plan_question *question, const bool *is_chosen)
{
	for (size_t i = 0; i < question->bids->areas.count; i++)
		if (parties_of(question->bids, is_chosen, i) != question->per_area)
			return false;
	for (size_t i = 0; i < question->bids->bidders.count; i++)
		if (!keeps_to_most(question, is_chosen, i))
			return false;
	return true;
}

static struct decimal value_of(const struct area_bids *bids, const bool *is_chosen)
{
	struct decimal value = { 0 };

	for (size_t i = 0; i < bids->count; i++)
		value.billionths += is_chosen[i] ? bids->items[i].score.billionths : 0;
	return value;
}

/* --- the proof: areas change hands in a circle --- */

static bool counts_areas(const struct area_bids *bids)
{
	for (size_t i = 0; i < bids->areas.count; i++)
		if (bids->clients[i] != 1)
			return false;
	return true;
}

int64_t plan_most(const struct plan_question *question, size_t bidder)
{
	int64_t most = question->max_per_party > 0 ? question->max_per_party : INT64_MAX,
		capacity = question->bids->capacity[bidder];

	return counts_areas(question->bids) && capacity < most ? capacity : most;
}

/* Bidders, then areas, then one place that stands for room that is left; what it takes to get to each. */
struct circle {
	const struct plan_question *question;
	const bool *is_chosen;
	int64_t *least; /* per place */
	int64_t *loads; /* per bidder: areas that it has */
	bool pays;      /* there is such a circle */
	int64_t floor;  /* what no path costs less than; a circle that pays does */
};

static bool lower(struct circle *circle, size_t from, size_t to, int64_t cost)
{
	if (circle->least[from] + cost >= circle->least[to])
		return false;
	circle->least[to] = circle->least[from] + cost;
	circle->pays = circle->pays || circle->least[to] < circle->floor;
	return !circle->pays;
}

/* One round of Bellman and Ford; whether anything could yet be lowered. */
static bool lower_all(struct circle *circle)
{
	const struct area_bids *bids = circle->question->bids;
	size_t bidders = bids->bidders.count, room = bidders + bids->areas.count;
	bool is_lowered = false;

	for (size_t i = 0; i < bids->count; i++) {
		const struct area_bid *bid = &bids->items[i];
		size_t area = bidders + bid->area;

		if (circle->is_chosen[i])
			is_lowered = lower(circle, area, bid->bidder, bid->score.billionths) || is_lowered;
		else
			is_lowered = lower(circle, bid->bidder, area, -bid->score.billionths) || is_lowered;
	}
	for (size_t i = 0; i < bidders; i++) {
		if (circle->loads[i] < plan_most(circle->question, i))
			is_lowered = lower(circle, room, i, 0) || is_lowered;
		if (circle->loads[i] > 0)
			is_lowered = lower(circle, i, room, 0) || is_lowered;
	}
	return is_lowered;
}

#define PROOF_PLACES_MAX 4000

bool plan_is_proven(const struct plan_question *question, const bool *is_chosen)
{
	const struct area_bids *bids = question->bids;
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct circle circle = { .question = question, .is_chosen = is_chosen };
	size_t places = bids->bidders.count + bids->areas.count + 1;

	if (!counts_areas(bids) || places > PROOF_PLACES_MAX || !plan_keeps(question, is_chosen))
		return false;
	circle.least = ARENA_MANY(arena, places, int64_t);
	circle.loads = ARENA_MANY(arena, places, int64_t);
	for (size_t i = 0; i < bids->count; i++)
		circle.loads[bids->items[i].bidder] += is_chosen[i] ? 1 : 0;
	for (size_t i = 0; i < bids->count; i++)
		circle.floor = bids->items[i].score.billionths > -circle.floor
		                       ? -bids->items[i].score.billionths
		                       : circle.floor;
	circle.floor *= (int64_t)places;
	for (size_t round = 0; round < places && !circle.pays; round++)
		if (!lower_all(&circle))
			return true;
	return false;
}

/* --- solving --- */

static bool is_provable(const struct area_bids *bids, struct decimal value)
{
	return value.billionths / unit_of(bids) < VALUE_PROVABLE;
}

enum status plan_solve(const struct plan_question *question, const struct plan_ask *ask, struct arena *arena,
                       struct plan_answer *ret_answer, struct fault *fault)
{
	CLEANUP(text_done) struct text lp = text_new(LP_BYTES);
	struct solver_answer answer = { 0 };
	enum status status;

	*ret_answer = (struct plan_answer){ 0 };
	for (size_t i = 0; i < question->bids->areas.count; i++) {
		if ((ask->areas == NULL || ask->areas[i]) &&
		    area_bids_on(question->bids, i) < question->per_area) {
			ret_answer->end = PLAN_NONE;
			return OK;
		}
	}
	plan_to_lp(question, ask, &lp);
	if (lp.is_full)
		return fault_set(fault, FAILED, "the question is too large for the solver");
	status = solver_run(text_words(&lp), question->bids->count, question->seconds, arena, &answer, fault);
	if (status)
		return status;
	ret_answer->end = answer.end == SOLVER_NONE      ? PLAN_NONE
	                  : answer.end == SOLVER_NO_TIME ? PLAN_NO_TIME
	                                                 : PLAN_FOUND;
	if (ret_answer->end != PLAN_FOUND)
		return OK;
	ret_answer->plan = (struct plan){ .is_chosen = answer.is_one,
		                          .value = value_of(question->bids, answer.is_one),
		                          .gap_millis = answer.gap_millis };
	ret_answer->plan.is_optimal =
		answer.end == SOLVER_BEST && is_provable(question->bids, ret_answer->plan.value);
	return OK;
}

#define SHARES_MAX INT64_C(1000000) /* so that their squares fit */

int64_t plan_concentration(const struct area_bids *bids, const bool *is_chosen,
                           const struct cap_change *joined, struct arena *arena)
{
	int64_t *shares = ARENA_MANY(arena, bids->bidders.count + 1, int64_t), all = 0;

	for (size_t i = 0; i < bids->count; i++) {
		bool is_joined = joined != NULL && bids->items[i].bidder == joined->other;
		int64_t clients = is_chosen[i] ? bids->clients[bids->items[i].area] : 0;

		shares[is_joined ? joined->party : bids->items[i].bidder] += clients;
		all += clients;
	}
	for (size_t i = 0; i < bids->bidders.count && all > SHARES_MAX; i++)
		shares[i] = shares[i] * SHARES_MAX / all;
	return scheme_concentration(shares, bids->bidders.count);
}

/* Of the plans with this value the one with the least travel; the plan stays where that is not found in time.
 */
static enum status least_travel(const struct plan_question *question, struct arena *arena, struct plan *plan,
                                struct fault *fault)
{
	const struct plan_ask ask = { .by_travel = true, .least = plan->value };
	struct plan_answer other = { 0 };
	enum status status = plan_solve(question, &ask, arena, &other, fault);

	if (status == OK && other.end == PLAN_FOUND && plan_keeps(question, other.plan.is_chosen) &&
	    other.plan.value.billionths >= plan->value.billionths)
		plan->is_chosen = other.plan.is_chosen;
	return status;
}

enum status plan_best(const struct plan_question *question, const char *language, struct arena *arena,
                      struct plan_answer *ret_answer, struct fault *fault)
{
	const struct plan_ask all = { 0 };
	struct plan *plan = &ret_answer->plan;
	enum status status = plan_solve(question, &all, arena, ret_answer, fault);

	if (status)
		return status;
	if (ret_answer->end == PLAN_FOUND && !plan_keeps(question, plan->is_chosen))
		return fault_set(fault, FAILED, "the solver's plan does not keep to what was asked");
	if (ret_answer->end == PLAN_FOUND && question->bids->has_travel)
		status = least_travel(question, arena, plan, fault);
	if (status == OK && ret_answer->end == PLAN_FOUND) {
		plan->is_optimal = plan->is_optimal || plan_is_proven(question, plan->is_chosen);
		ret_answer->concentration = plan_concentration(question->bids, plan->is_chosen, NULL, arena);
	}
	return status == OK ? plan_explain(question, language, arena, ret_answer, fault) : status;
}
