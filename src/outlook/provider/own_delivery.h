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

#endif
