/* SPDX-License-Identifier: EUPL-1.2 */
/* A step of an investigation: what every one of them must know of the report it belongs to. */
#ifndef PRACTICE_INVESTIGATION_STEP_H
#define PRACTICE_INVESTIGATION_STEP_H

#include "common/journal/journal.h"

struct investigation_step {
	struct date today, received_on; /* received_on: of the report */
	bool is_known_report, is_concluded;
};

/* Fills it for a report, with the person it is about (0 where there is no such report). */
enum status investigation_step_of(struct journal *journal, int64_t report,
                                  struct investigation_step *ret_step, int64_t *ret_person,
                                  struct fault *fault) MUST_CHECK;

/* Whether a day lies between the report and today. */
static inline bool investigation_step_fits(const struct investigation_step *step, struct date on)
{
	return !date_before(on, step->received_on) && !date_before(step->today, on);
}

#endif
