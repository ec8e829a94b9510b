/* SPDX-License-Identifier: EUPL-1.2 */
/* The work that repeats. */
#include "command/jobs.h"
#include "app/app.h"

const struct job_kind app_jobs[] = {
	{ "read-log", "take the read log into the database", 1, 60, job_fold_reads },
	{ "checkpoint", "fold the write-ahead log into the database file", 2, 120, job_checkpoint },
	{ "look", "look at what the tables hold, so that the database reads by the right index", 24 * 3600,
	  600, job_look, /* is_long= */ true },
	{ "unseen", "look again who is out of sight, where facts came since", 20, 600, job_keep_unseen,
	  /* is_long= */ true },
	{ "heads", "write the heads of the journals outside the database", 3600, 120, job_write_heads },
	{ "files", "remove what was in files that are withdrawn or erased", 2, 20, job_clear_files },
	{ "retention", "erase what was kept long enough, and stray files", 24 * 3600, 3600, job_retention,
	  /* is_long= */ true },
	{ "contributions", "find what the CAK must know of own contributions", 24 * 3600, 3600,
	  job_look_at_contributions, /* is_long= */ true },
	{ "terms", "count the open terms again when the list of holidays is another", 3600, 3600,
	  job_count_terms,
	  /* is_long= */ true },
	{ "snapshots", "make the databases of what was known at a moment that people asked for", 1, 60,
	  job_make_snapshots, /* is_long= */ true },
	{ "plans", "divide areas over parties as people asked, with the solver", 1, 900, job_divide_areas,
	  /* is_long= */ true },
	{ "letters", "write the letters to many people that somebody asked for", 1, 60, job_write_letters,
	  /* is_long= */ true },
};
const size_t app_jobs_count = COUNT(app_jobs);
