/* SPDX-License-Identifier: EUPL-1.2 */
/* Dividing areas over bidders: the best plan there is, proven, or why there is none. */
#ifndef CONTRACT_TENDER_PLAN_H
#define CONTRACT_TENDER_PLAN_H

#include "contract/tender/bids.h"
#include "platform/base/fault.h"
#include "platform/base/text.h"

/* What is asked for. */
struct plan_question {
	const struct area_bids *bids;
	int64_t per_area;      /* each area gets exactly so many parties */
	int64_t max_per_party; /* areas that one may have; 0: no cap */
	int64_t seconds;       /* that the solver may take for each question put to it */
};

/* A plan: which bids are taken. */
struct plan {
	bool *is_chosen;      /* per bid */
	struct decimal value; /* the sum of their scores; may be above what decimal_read takes */
	bool is_optimal;      /* proven: no plan has a higher value */
	int64_t gap_millis;   /* how far above it a better plan may lie, in thousandths of the value */
};

/* How the solver answered. */
enum plan_end {
	PLAN_FOUND,
	PLAN_NONE,   /* there is no plan, proven */
	PLAN_NO_TIME /* nothing was found in the time that it had */
};

struct plan_answer {
	enum plan_end end;
	struct plan plan;
	struct texts why; /* sentences: the next plan and what it lacks, or what stands in each other's way */
	int64_t concentration; /* as scheme_concentration has it, of clients or areas */
};

/*
 * The best plan, the next best one beside it, and what is so about both; where there is none the smallest set
 * of demands that cannot go together. A process of its own solves; what it says is reckoned after exactly.
 * FAILED when it cannot run. Lives in arena.
 */
enum status plan_best(const struct plan_question *question, const char *language, struct arena *arena,
                      struct plan_answer *ret_answer, struct fault *fault) MUST_CHECK;

/* Whether the bids that are chosen keep to everything that is asked; without the solver. */
bool plan_keeps(const struct plan_question *question, const bool *is_chosen);

/* A question to the solver: some of the demands, and what it may not answer. */
struct plan_ask {
	const bool *areas;      /* per area: it gets its parties; NULL: each does */
	const bool *parties;    /* per bidder: it gets no more than it may have; NULL: none does */
	const struct plan *but; /* any plan but this one; NULL: any */
	bool by_travel;         /* the least travel, of the plans with at least the value of `least` */
	struct decimal least;
};
/* Puts it to the solver; the answer has no sentences yet. */
enum status plan_solve(const struct plan_question *question, const struct plan_ask *ask, struct arena *arena,
                       struct plan_answer *ret_answer, struct fault *fault) MUST_CHECK;
/* The question as the solver reads it (CPLEX LP format); bid number n is the variable x(n + 1). */
void plan_to_lp(const struct plan_question *question, const struct plan_ask *ask, struct text *out);
/*
 * Whether no exchange of areas makes the plan better, which proves it the best where only numbers of areas
 * count; false where clients and capacities do. Whole numbers, so whatever the solver rounded.
 */
bool plan_is_proven(const struct plan_question *question, const bool *is_chosen);
/* The most areas that a bidder may have: its cap or, where each area counts as one, its capacity. */
int64_t plan_most(const struct plan_question *question, size_t bidder);
/* How concentrated a plan is, in clients where those are known, with two parties joined into one or none
 * (NULL). */
struct cap_change;
int64_t plan_concentration(const struct area_bids *bids, const bool *is_chosen,
                           const struct cap_change *joined, struct arena *arena);
/* The sentences of an answer. */
enum status plan_explain(const struct plan_question *question, const char *language, struct arena *arena,
                         struct plan_answer *answer, struct fault *fault) MUST_CHECK;

struct plan_view {
	const struct plan_question *question;
	const struct plan_answer *answer;
	const char *language;
};
/* {"plan":[{"area":..,"parties":[..]}],"value":..,"optimal":true,"why":[..]}, or
 * {"infeasible":true,"why":[..]}. */
void plan_to_json(const struct plan_view *view, struct text *out);
void plan_to_words(const struct plan_view *view, struct text *out);

#endif
