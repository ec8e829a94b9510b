/* SPDX-License-Identifier: EUPL-1.2 */
/* Who works with clients, who takes over from whom, and how many clients that are; for the slice itself. */
#ifndef PRACTICE_DESK_WORKER_H
#define PRACTICE_DESK_WORKER_H

#include "common/journal/journal.h"

/* Whether somebody works here who may be a contact person of an owner's clients; owner may be NULL. */
enum status worker_is_there(struct journal *journal, const char *account, const char *owner,
                            bool *ret_is_there, struct fault *fault) MUST_CHECK;
/*
 * Who takes over from a worker: *named where somebody is, else the team's deputy, the next account of the
 * team, who is put there. ret_has: there is one who can. NOT_FOUND: no such worker.
 */
enum status worker_successor(struct journal *journal, const char *worker, const char **named, bool *ret_has,
                             struct fault *fault) MUST_CHECK;
/* How many clients a worker has from a day on; ret_later: of how many only after it. */
enum status worker_clients(struct journal *journal, const char *worker, struct date from,
                           int64_t *ret_clients, int64_t *ret_later, struct fault *fault) MUST_CHECK;

struct worker_change {
	const char *worker, *to;
	struct date from;
};
/* For an apply: from the day on all clients of the one have the other. */
enum status worker_hand_on(struct db *db, int64_t register_id, const struct worker_change *change,
                           struct fault *fault) MUST_CHECK;

#endif
