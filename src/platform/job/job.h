/* SPDX-License-Identifier: EUPL-1.2 */
/* Work that repeats: each kind is done by one process at a time, under a lease that ends by itself. */
#ifndef PLATFORM_JOB_JOB_H
#define PLATFORM_JOB_JOB_H

#include "platform/db/db.h"

struct job_kind {
	const char *name;
	const char *words; /* English, for the operator */
	int64_t every_seconds;
	int64_t lease_seconds; /* longer than one run takes; after that another process may try */
	enum status (*run)(void *context, struct fault *fault);
	bool is_long; /* may take minutes: beside a server a worker of its own runs it */
};

#define JOB_RETRY_SECONDS                                                                                    \
	5 /* after the first failure; twice as long after each next one, at most an hour                     \
	   */

/*
 * Runs each kind that is due and that no other process holds. A run that fails is tried again later; its
 * words go to standard error once. ret_ran counts the runs.
 */
struct job_list {
	const struct job_kind *kinds;
	size_t count;
	void *context; /* for each run */
};
enum status job_run_due(struct db *db, const struct job_list *jobs, int64_t now_seconds, int64_t *ret_ran,
                        struct fault *fault) MUST_CHECK;

#endif
