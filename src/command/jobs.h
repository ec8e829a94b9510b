/* SPDX-License-Identifier: EUPL-1.2 */
/* What the repeating jobs do; context is a struct job_ground. */
#ifndef COMMAND_JOBS_H
#define COMMAND_JOBS_H

#include <signal.h>

#include "common/journal/journal.h"

/* In whose name terms are counted again. */
#define CALENDAR_ACCOUNT "kalender"

/* In whose name is found what the CAK must know. */
#define CONTRIBUTION_ACCOUNT "cak"

/* What a worker has for its jobs. */
struct job_ground {
	struct db *db;
	const struct journal_book *book;
	const volatile sig_atomic_t *is_asked_to_stop;
};

enum status job_fold_reads(void *context, struct fault *fault) MUST_CHECK;
enum status job_checkpoint(void *context, struct fault *fault) MUST_CHECK;
enum status job_look(void *context, struct fault *fault) MUST_CHECK;
enum status job_keep_unseen(void *context, struct fault *fault) MUST_CHECK;
enum status job_write_heads(void *context, struct fault *fault) MUST_CHECK;
enum status job_write_letters(void *context, struct fault *fault) MUST_CHECK;
enum status job_clear_files(void *context, struct fault *fault) MUST_CHECK;
enum status job_count_terms(void *context, struct fault *fault) MUST_CHECK;
enum status job_look_at_contributions(void *context, struct fault *fault) MUST_CHECK;
enum status job_retention(void *context, struct fault *fault) MUST_CHECK;
enum status job_make_snapshots(void *context, struct fault *fault) MUST_CHECK;
enum status job_divide_areas(void *context, struct fault *fault) MUST_CHECK;

#endif
