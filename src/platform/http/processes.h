/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeps a set of child processes running. */
#ifndef PLATFORM_HTTP_PROCESSES_H
#define PLATFORM_HTTP_PROCESSES_H

#include "platform/base/fault.h"

struct process {
	const char *name; /* for messages, such as "web" */
	/*
	 * Runs in the child. OK at the end; else the parent tells the fault. SIGTERM and SIGINT are blocked:
	 * the child may wait for them, or unblock them and be ended by them.
	 */
	enum status (*run)(const struct process *process, int report, struct fault *fault);
	bool reports_ready; /* it calls process_is_ready; else it is as soon as it runs */
	void *context;      /* for run */
	int number;         /* for run */
};

/* Tells the parent that this process can do its work. */
void process_is_ready(int report);

/*
 * Starts all of them, prints words to stderr when they are ready, and starts another when one ends, until
 * SIGTERM or SIGINT; then ends them, within 5 seconds. What cannot start the first time ends all with its
 * fault. The children never outlive the caller. Returns in the parent alone.
 */
enum status processes_keep(const struct process *processes, size_t count, const char *words,
                           struct fault *fault) MUST_CHECK;

#endif
