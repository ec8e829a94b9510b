/* SPDX-License-Identifier: EUPL-1.2 */
/* The caseload's tables as apply changes them; only caseload's own files include this. */
#ifndef PRACTICE_CASELOAD_CASELOAD_KEEPING_H
#define PRACTICE_CASELOAD_CASELOAD_KEEPING_H

#include "practice/caseload/caseload.h"

/* A table of this slice as apply changes it. */
struct keeping {
	struct db *db;
	int64_t register_id;
	struct arena *arena;
};

extern const struct record case_line_record;

/* Where a case goes: its status, from when, and until when the next step must be taken. */
struct case_step {
	const char *status;
	struct date since, due_on;
};
/* There, but never before the step before it; nothing for a case that there is not. */
enum status caseload_move_to(const struct keeping *keeping, int64_t report, const struct case_step *step,
                             struct fault *fault) MUST_CHECK;
/* Looks again where a case stands by its products, of which something is different from that day on. */
enum status caseload_settle(const struct keeping *keeping, int64_t report, struct date from,
                            struct fault *fault) MUST_CHECK;

/* The period of a case around a day ends there, and goes on behind it as a period of its own. */
enum status caseload_split(const struct keeping *keeping, int64_t report, struct date on,
                           struct fault *fault) MUST_CHECK;

#endif
