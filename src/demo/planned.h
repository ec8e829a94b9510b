/* SPDX-License-Identifier: EUPL-1.2 */
/* A small share of residents whose investigation is there step by step, with a plan, a norm and results. */
#ifndef DEMO_PLANNED_H
#define DEMO_PLANNED_H

#include "demo/acts.h"
#include "practice/decision/decision.h"

/* Which resident, in which round; the journal's account is the worker who investigates. */
struct planned {
	struct filling *filling;
	const struct resident *resident;
	const struct road_round *round;
	int64_t report;
	struct date on;
};

/* Whether a resident is one of them. */
bool planned_is(const struct resident *resident);
/* Before the investigation is concluded: topics, a housemate, help from around, the plan. */
enum status planned_investigate(const struct planned *planned, struct fault *fault) MUST_CHECK;
/* The decision's lines say by which norm, as the plan has it. */
enum status planned_decide(const struct planned *planned, struct decision *decision,
                           struct fault *fault) MUST_CHECK;
/* After all acts of a register, in a transaction of its own: how far the goals are. */
enum status planned_score_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
