/* SPDX-License-Identifier: EUPL-1.2 */
/* Dividing areas over parties, asked in the browser and solved by a job: what was asked, and what came of it.
 */
#ifndef OUTLOOK_LABORATORY_DIVISION_H
#define OUTLOOK_LABORATORY_DIVISION_H

#include <signal.h>

#include "common/journal/journal.h"

#define DIVISION_SECONDS_MAX 60 /* that the solver may take for each of its questions */

/* What is asked; the bids are the text of a CSV file that was found right. */
struct division_asked {
	const char *scheme;
	struct texts areas;
	const char *bids;
	int64_t max_per_party, per_area, seconds; /* max_per_party 0: no cap */
};

/* One that was asked for. */
struct division {
	int64_t number;
	const char *scheme;
	struct moment asked_at;
	const char *name; /* of who asked */
	int64_t max_per_party, per_area, seconds;
	const char *state; /* division_states */
	int64_t took_ms;
	const char *plan;  /* area, tab, its parties; one a line */
	const char *total; /* of the scores that were chosen */
	bool is_optimal;
	int64_t gap_millis, concentration;
	const char *why; /* sentences, one a line */
};
extern const struct record division_record;
extern const struct choice division_states[];

/* Within a writing transaction: asks for a division, which division_work makes. */
enum status division_ask(struct journal *journal, const struct division_asked *asked, struct moment now,
                         int64_t *ret_number, struct fault *fault) MUST_CHECK;
/* The last twenty of the register, the newest first: struct division. */
enum status division_list(struct journal *journal, struct records *ret_divisions,
                          struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND. */
enum status division_find(struct journal *journal, int64_t number, struct division *ret_division,
                          struct fault *fault) MUST_CHECK;
/* Solves the next one that was asked for, if any; the solver is a process of its own with a time limit. */
enum status division_work(struct db *db, struct fault *fault) MUST_CHECK;

#endif
