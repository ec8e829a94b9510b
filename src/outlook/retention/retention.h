/* SPDX-License-Identifier: EUPL-1.2 */
/* What was kept long enough: in numbers for the administrator, and as work that repeats. */
#ifndef OUTLOOK_RETENTION_RETENTION_H
#define OUTLOOK_RETENTION_RETENTION_H

#include "practice/erasure/erasure.h"

#define RETENTION_ACCOUNT "bewaartermijn" /* who brings such facts */

/* What need not be kept any more on a day. */
struct retention_due {
	int64_t people, reads;
	struct keeping_term provision, report, read;
};
enum status retention_due(struct journal *journal, struct retention_due *ret_due,
                          struct fault *fault) MUST_CHECK;

/* Somebody who asked to be erased and waits. */
struct waiting_request {
	int64_t request, person;
	struct date asked_on, due_on;
};
extern const struct record waiting_request_record;
/* The first fifty, by the day on which they must be done. */
enum status retention_requests(struct journal *journal, struct records *ret_requests,
                               struct fault *fault) MUST_CHECK;

/*
 * Erases whoever was kept long enough, at most 200 people, each in a transaction of its own, and removes
 * lines of the read log that are old enough. ret_erased counts the people.
 */
enum status retention_work(struct journal *journal, int64_t *ret_erased, struct fault *fault) MUST_CHECK;

#endif
