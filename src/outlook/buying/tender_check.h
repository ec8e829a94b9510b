/* SPDX-License-Identifier: EUPL-1.2 */
/* A tender and its programme: no amount in any of its words before the money stage is open. */
#ifndef OUTLOOK_BUYING_TENDER_CHECK_H
#define OUTLOOK_BUYING_TENDER_CHECK_H

#include "common/journal/journal.h"

/* For completions: of tender_announced, its programme and the versions of it that hold; and its words. */
enum status buying_check_notice(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault) MUST_CHECK;
/* Of programme_ended: whether a tender of it can still be bid on. */
enum status buying_check_ending(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault) MUST_CHECK;
/* Of tender_prepared: nothing that is prepared names an amount, as its programme may still be closed. */
enum status buying_check_prepared(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault) MUST_CHECK;
/*
 * Of kinds with a field tender, or else bid: a finding for each text with an amount while that tender's money
 * stage is closed. A tender of no programme has no money stage: nobody writes an amount there, who bids and
 * who judges neither.
 */
enum status buying_check_words(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault) MUST_CHECK;
/* Of release_imported: what another published of a tender of this register names no amount either. */
enum status buying_check_release(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault) MUST_CHECK;
/* Of bid_submitted: the answers that are about to be sealed. */
enum status buying_check_bid(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                             struct fault *fault) MUST_CHECK;

#endif
