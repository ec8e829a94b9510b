/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider's people say is about their own clients: asked at the door, for contract cannot see it. */
#ifndef OUTLOOK_PROVIDER_OWN_DELIVERY_H
#define OUTLOOK_PROVIDER_OWN_DELIVERY_H

#include "common/journal/journal.h"

/*
 * For a fact with a person and an assignment: a finding when somebody of a party brings it who does not
 * deliver that assignment to that person, nor will. A message is judged by who sent it instead.
 */
enum status provider_check_own(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault);

/* The same of what goes on with the client: refused once a party no longer delivers and its days of grace are
 * over. */
enum status provider_check_care(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault) MUST_CHECK;
/*
 * The same of a day in a report of a start, pause, resumption or stop: who delivers no more says only what
 * was in its own days, and nothing over what the one who came after said. Of a report without a day, an
 * answer or a withdrawal: only while it delivers, and no withdrawal of somebody else's.
 */
enum status provider_check_report(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault) MUST_CHECK;
enum status provider_check_answer(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault) MUST_CHECK;
enum status provider_check_withdrawal(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault) MUST_CHECK;

/* The same of what was delivered, but for who answers for the order: it says it of who works for it too. */
enum status provider_check_delivered(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault) MUST_CHECK;

/* Of an assignment: how it stands with a party. */
struct delivery_standing {
	bool is_now;      /* it delivers today */
	bool is_past;     /* it did, and does no more; for who asks to fill in */
	bool is_of_other; /* the last report that counts was brought by somebody else */
};
enum status provider_standing(struct journal *journal, int64_t person, int64_t assignment, const char *party,
                              struct delivery_standing *ret_standing, struct fault *fault) MUST_CHECK;

#endif
