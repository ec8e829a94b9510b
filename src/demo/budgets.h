/* SPDX-License-Identifier: EUPL-1.2 */
/* A few residents of a demonstration buy in what was granted, with a personal budget. */
#ifndef DEMO_BUDGETS_H
#define DEMO_BUDGETS_H

#include "demo/acts.h"
#include "practice/decision/decision.h"

/* Whether this resident, by number, buys in the one thing of this round; no chance is drawn for it. */
bool budgets_chosen(const struct resident *resident, const struct road_round *round, uint32_t number);
/* The budget of that line: how the sum was found, why, who carries it, how the help is good. */
struct records budgets_of(const struct decision_line *line, struct arena *arena);

#endif
