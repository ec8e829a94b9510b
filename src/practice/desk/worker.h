/* SPDX-License-Identifier: EUPL-1.2 */
/* Who works with clients, who takes over from whom, and how many clients that are; for the slice itself. */
#ifndef PRACTICE_DESK_WORKER_H
#define PRACTICE_DESK_WORKER_H

#include "common/journal/journal.h"
#include "platform/base/words.h"

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

/*
 * Whether all files of a worker would open to people who may not read them: who brings the fact is neither of
 * the worker's team nor administers absence, or who takes over is of another team or organisation while no
 * administrator says so. One client goes to another team with contact_handed_over, which the file's own
 * people bring. The program itself may.
 */
struct worker_move {
	bool is_by_others, goes_to_others;
};
enum status worker_may_move(struct journal *journal, const char *worker, const char *to,
                            struct worker_move *ret_move, struct fault *fault) MUST_CHECK;
#define WORKER_TEAM_WORDS                                                                                    \
	WORDS("Dit is een collega van een ander team. Dat team zelf legt dit vast, of de beheerder.")
#define WORKER_OTHERS_WORDS WORDS("Kies iemand van hetzelfde team, of vraag de beheerder.")
#define WORKER_MOVE_SOURCE "Wmo 2015, art. 5.1.1" /* no more people than the task needs */

struct worker_change {
	const char *worker, *to;
	struct date from;
};
/* For an apply: from the day on all clients of the one have the other. */
enum status worker_hand_on(struct db *db, int64_t register_id, const struct worker_change *change,
                           struct fault *fault) MUST_CHECK;

#endif
