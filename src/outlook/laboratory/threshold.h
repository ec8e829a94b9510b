/* SPDX-License-Identifier: EUPL-1.2 */
/* What another threshold would have done with the clients that the register's practice has now. */
#ifndef OUTLOOK_LABORATORY_THRESHOLD_H
#define OUTLOOK_LABORATORY_THRESHOLD_H

#include "contract/assessment/assessment_store.h"
#include "contract/tender/what_if.h"

/* Fewer clients than this, and at least one: a small organisation. */
#define THRESHOLD_SMALL_CLIENTS 25

/*
 * The clients with help of the tender's scheme on a day, by the party that answers for it, the area they live
 * in and the expertise of that party; counted, never named. In the journal's arena.
 */
enum status threshold_clients(struct journal *journal, const struct assessed *assessed,
                              const struct names *bidders, struct date on, struct clients *ret_clients,
                              struct fault *fault) MUST_CHECK;

#endif
