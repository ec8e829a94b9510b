/* SPDX-License-Identifier: EUPL-1.2 */
/* The fact that a claim came in and was judged; its lines stand in the slice's own table, under
 * a number of the claim.
 */
#ifndef CONTRACT_CLAIM_BOOK_H
#define CONTRACT_CLAIM_BOOK_H

#include "contract/claim/cases.h"

struct claim_received {
	const char *party;
	const char *municipality, *sender; /* codes in messages */
	const char *message;               /* its identification */
	const char *content_mark;          /* digest of the file, by which a repeated one is known */
	const char *number;                /* DeclaratieNummer */
	struct date month;                 /* its first day */
	int64_t lines;
	/* by the door */
	int64_t claim; /* the number of its lines; 0, of an old one: the fact's own */
	int64_t refused;
	struct money claimed, granted;
	struct claim_booking *booking; /* the lines, which only a message can bring */
};
extern const struct journal_kind claim_received_kind;

/* The number of the claim that a message brought; NOT_FOUND. */
struct claim_message {
	const char *party, *sender, *identification;
};
enum status claim_of_message(struct journal *journal, const struct claim_message *message, int64_t *ret_claim,
                             struct fault *fault) MUST_CHECK;
/* Gives the lines of a claim that was booked before the codes with which they were refused. */
enum status claim_codes_again(struct journal *journal, int64_t number, const struct claim_booking *booking,
                              struct fault *fault) MUST_CHECK;
/* What a party claimed before. */
struct claim_past {
	bool is_number_used;
	struct date month; /* the last one that it claimed of the municipality; or no date */
};
enum status claim_past_of(struct journal *journal, const struct claim_received *claim,
                          struct claim_past *ret_past, struct fault *fault) MUST_CHECK;

/* Before somebody who is erased goes: the bytes of the messages with claims about them. */
journal_apply claim_forget_kept;

#endif
