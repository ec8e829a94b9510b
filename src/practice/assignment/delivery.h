/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes for an assignment, day by day; the party that answers to the municipality stays the same. */
#ifndef PRACTICE_ASSIGNMENT_DELIVERY_H
#define PRACTICE_ASSIGNMENT_DELIVERY_H

#include "common/journal/journal.h"

/* A period in which one organisation delivers; those of an assignment leave no day out and share none. */
struct delivery {
	int64_t assignment;
	const char *product;
	const char *party;     /* who answers to the municipality */
	const char *deliverer; /* who comes */
	struct date valid_from, valid_until;
};
extern const struct record delivery_record;
/* All deliveries to a person, oldest first. */
enum status deliveries_of(struct journal *journal, int64_t person, struct records *ret_deliveries,
                          struct fault *fault) MUST_CHECK;
/* Who delivers an assignment on a day, in a list of deliveries; NULL when nobody does. */
const struct delivery *delivery_on(const struct records *deliveries, int64_t assignment, struct date on);

/* To whom a party comes on a day, or for whom it answers, struct person_number. */
enum status delivery_people(struct journal *journal, const char *party, struct date on,
                            struct records *ret_people, struct fault *fault) MUST_CHECK;

/* Another deliverer from a day on. */
struct delivery_change {
	int64_t person, assignment;
	const char *deliverer;
	struct date from;
};
/* For the apply of who moves a client: the present delivery ends on the day, and the other's begins. */
enum status delivery_hand_over(struct db *db, int64_t register_id, const struct delivery_change *change,
                               struct fault *fault) MUST_CHECK;

#endif
