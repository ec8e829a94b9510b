/* SPDX-License-Identifier: EUPL-1.2 */
/* Care that runs: from the day on which the provider says it began. */
#ifndef PRACTICE_CARE_CARE_H
#define PRACTICE_CARE_CARE_H

#include "common/journal/journal.h"

/* The notice that care began; it follows the provider's report to the contract corner. */
struct care_start {
	int64_t person;
	int64_t assignment;
	struct date started_on;
};
extern const struct journal_kind care_started_kind;

struct care_line {
	int64_t assignment;
	struct date started_on;
};
/* What care of a person has begun, by assignment. */
enum status care_of(struct journal *journal, int64_t person, struct records *ret_lines,
                    struct fault *fault) MUST_CHECK;

/* Visits the assignments whose care had begun by a day, by number. */
struct care_visit {
	void (*visit)(void *context, int64_t assignment);
	void *context;
};
enum status care_visit_begun(struct journal *journal, struct date on, const struct care_visit *visit,
                             struct fault *fault) MUST_CHECK;

#endif
