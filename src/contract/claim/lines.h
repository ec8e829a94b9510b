/* SPDX-License-Identifier: EUPL-1.2 */
/* The judged lines of a claim on their way into the book: a large claim in parts, so that nobody waits long.
 */
#ifndef CONTRACT_CLAIM_LINES_H
#define CONTRACT_CLAIM_LINES_H

#include "contract/claim/cases.h"

/*
 * Puts down all lines but the last ones, under a number of the claim's own, each part in a short transaction.
 * They count for nothing until claim_lines_book. Outside a transaction; nothing for a claim of one part.
 */
enum status claim_lines_ahead(struct journal *journal, struct claim_booking *booking,
                              struct fault *fault) MUST_CHECK;
/*
 * Puts down the lines that are not there yet, mends those that were judged otherwise since, and makes them
 * all count. Inside the transaction in which the claim's fact enters.
 */
enum status claim_lines_book(struct journal *journal, struct claim_booking *booking,
                             struct fault *fault) MUST_CHECK;
/*
 * Removes the lines of claims that were never booked, in parts too: a process ended in between. Outside a
 * transaction, and only for whoever keeps others from booking claims.
 */
enum status claim_lines_clear(struct journal *journal, struct fault *fault) MUST_CHECK;

#endif
