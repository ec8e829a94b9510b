/* SPDX-License-Identifier: EUPL-1.2 */
/* The lines of a claim, judged one after another: an order at a time, credits before debits. */
#ifndef CONTRACT_CLAIM_CASES_H
#define CONTRACT_CLAIM_CASES_H

#include "common/journal/journal.h"
#include "contract/claim/volume.h"
#include "contract/exchange/message_claim.h"

/* A line of the message, with whom it is for. */
struct claim_place {
	const struct message_claimant *claimant;
	struct message_line *line;
};

/* What the lines come to. */
struct claim_verdict {
	int64_t refused; /* lines */
	struct money granted;
};

struct claim_kept;

/* A claim that was read, on its way into the book. */
struct claim_booking {
	const char *party;           /* who claims, as the register's schemes name it */
	const char *agb;             /* its code in messages */
	struct message_claim *claim; /* judged in place: the codes of its lines */
	struct arena *arena;         /* of the claim */
	struct claim_place *places;  /* by order, credits first: a line's number is its place here, from 1 */
	size_t count;
	struct claim_verdict verdict;  /* once they were judged */
	const struct claim_kept *kept; /* by which they were judged */
	/* in claim_line */
	int64_t number;           /* of the claim; 0: it has none yet */
	size_t down;              /* of its lines, the first ones */
	struct texts *codes_down; /* of those that were put down ahead, as they were judged then */
};

/* Of a line, as the book has it. */
bool claim_is_credit(const struct message_line *line);
int64_t claim_tariff_of(const struct message_line *line); /* in cents, or CLAIM_NO_TARIFF */
enum claim_unit claim_unit_of(const char *code);

/* Whether a fact about a person, or 0 for nobody in particular, could change how the lines were judged. */
bool claim_is_touched(const struct claim_booking *booking, int64_t person);
/* The lines of a claim by their numbers, which are the same whenever the message is read. */
void claim_booking_order(struct claim_booking *booking);
/*
 * Judges them by what the book keeps now: those that break a rule get its return code. A credit counts before
 * the debits of its order, wherever in the message it stands (message standard OP366). Nothing is written.
 */
enum status claim_judge_lines(struct journal *journal, struct claim_booking *booking,
                              struct fault *fault) MUST_CHECK;

#endif
