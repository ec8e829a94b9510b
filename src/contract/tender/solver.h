/* SPDX-License-Identifier: EUPL-1.2 */
/* The solver of mixed integer programs: a program of its own (glpsol, of GLPK), asked through files. */
#ifndef CONTRACT_TENDER_SOLVER_H
#define CONTRACT_TENDER_SOLVER_H

#include "platform/base/arena.h"
#include "platform/base/fault.h"

enum solver_end {
	SOLVER_BEST,  /* proven to be the best */
	SOLVER_FOUND, /* something that fits; the time was over before it was proven */
	SOLVER_NONE,  /* proven that nothing fits */
	SOLVER_NO_TIME
};

struct solver_answer {
	enum solver_end end;
	bool *is_one;       /* per variable: rounded, for the caller to reckon after */
	int64_t gap_millis; /* between what was found and what could yet be, in thousandths */
};

/*
 * Solves a question in CPLEX LP format, all of whose variables are 0 or 1 and stand in the objective in their
 * order, in at most so many seconds. FAILED when the program is not there or does not end. Lives in arena.
 */
enum status solver_run(const char *lp, size_t variables_count, int64_t seconds, struct arena *arena,
                       struct solver_answer *ret_answer, struct fault *fault) MUST_CHECK;

#endif
