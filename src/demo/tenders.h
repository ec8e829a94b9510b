/* SPDX-License-Identifier: EUPL-1.2 */
/* Tenders of a demonstration: one that was awarded, one that was opened, one that waits for its key holders,
 * one still open. */
#ifndef DEMO_TENDERS_H
#define DEMO_TENDERS_H

#include "demo/acts.h"

/* How many steps there are in a register: none where no scheme says how to award. */
uint32_t tenders_steps(const struct filling *filling);
/* The day of a step. */
struct date tenders_day(const struct filling *filling, uint32_t step);
/* ACT_TENDER: does the step. */
enum status tenders_perform(struct filling *filling, uint32_t step, struct fault *fault) MUST_CHECK;

#endif
