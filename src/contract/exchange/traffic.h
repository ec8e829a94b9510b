/* SPDX-License-Identifier: EUPL-1.2 */
/* The register of messages: each that came in or went out, with its answer, from the facts that tell of it.
 */
#ifndef CONTRACT_EXCHANGE_TRAFFIC_H
#define CONTRACT_EXCHANGE_TRAFFIC_H

#include "common/journal/journal.h"

extern const struct choice traffic_sorts[];      /* all fourteen, and "" for what could not be read */
extern const struct choice traffic_directions[]; /* in, out */
/* The code of the message that answers one of that sort; NULL for an answer. */
const char *traffic_answer_to(const char *sort);

/* A message as a fact tells of it. */
struct traffic_entry {
	const char *direction, *sort, *party, *sender, *municipality, *identification;
	const char *mark;    /* digest of what came in; NULL of what went out */
	const char *answers; /* of an answer that came in: the identification of our message; else NULL */
	const char *codes;   /* return codes, separated by blanks; NULL for none */
	int64_t person, assignment, request, claim;
	int64_t refused_lines;
	bool is_refused;  /* as a whole; by this fact */
	bool is_answered; /* what came in: an answer left at once */
};
/* Keeps it, in an apply; with what we answered to it, or which message of ours it answers. */
enum status traffic_add(struct db *db, int64_t register_id, const struct journal_fact *fact,
                        const struct traffic_entry *entry, struct arena *arena,
                        struct fault *fault) MUST_CHECK;
/* Which row has a message of ours, or what came in with that digest: the newest; NOT_FOUND. */
enum status traffic_sent_as(struct journal *journal, const char *sort, const char *identification,
                            int64_t *ret_message, struct fault *fault) MUST_CHECK;
enum status traffic_received_as(struct journal *journal, const char *mark, int64_t *ret_message,
                                struct fault *fault) MUST_CHECK;
/* The bytes of all messages about a claim may go, in an apply: somebody of its lines is erased. */
enum status traffic_let_go_of_claim(struct db *db, int64_t register_id, int64_t claim, struct arena *arena,
                                    struct fault *fault) MUST_CHECK;
/* For every kind of fact of this slice, and claims that came in, that tells of a message. */
journal_apply traffic_follow;

#endif
