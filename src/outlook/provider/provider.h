/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider sees of its own deliveries, and what those see who answer for others; without prices. */
#ifndef OUTLOOK_PROVIDER_PROVIDER_H
#define OUTLOOK_PROVIDER_PROVIDER_H

#include "common/journal/journal.h"

/* A client to whom a party delivers on a day, or will. */
struct delivery_line {
	int64_t person, assignment;
	const char *product, *unit, *frequency;
	int64_t amount;
	struct date valid_from, valid_until;
	struct date started_on; /* when it had begun on the day */
	const char *initials, *prefix, *surname;
	const char *gap;         /* why it does not run on the day: pause, stop; "" or NULL while it runs */
	struct date gap_from;    /* since then */
	struct date answered_on; /* when the party took the order */
};
/* Which of them: those whose support has begun, by name, or those who wait for it, the longest first. */
struct delivery_filter {
	const char *party; /* who comes */
	struct date on;
	bool is_started;
	int64_t after_person, after_assignment; /* the last one of the page before; 0 at first */
	struct date after_from;                 /* of that one */
};
#define DELIVERIES_ON_A_PAGE 50
enum status provider_deliveries(struct journal *journal, const struct delivery_filter *filter,
                                struct records *ret_lines, struct fault *fault) MUST_CHECK;

/* What delivery of one assignment needs; nothing of the investigation, of reasons or of other products. */
struct delivery_details {
	struct delivery_line line;
	const char *contact; /* the contact person of the municipality */
};
/* NOT_FOUND also when the assignment is another party's, or the delivery is over on the day. */
enum status provider_delivery(struct journal *journal, const char *party, int64_t assignment, struct date on,
                              struct delivery_details *ret_details, struct fault *fault) MUST_CHECK;

/* How the deliveries of one organisation under the name of one contract party stand on a day. */
struct delivery_count {
	const char *authority; /* the municipality of the residents; NULL: of any */
	const char *party;     /* the contract party */
	int64_t assigned;      /* now or to come */
	int64_t started;       /* of those, support has begun */
	int64_t coming;        /* the agreed day has still to come */
	int64_t waiting;       /* the agreed day has passed, and support has not begun */
	int64_t late;          /* waiting for so many days or longer */
	struct date oldest;    /* the agreed day of who waits longest; no date when nobody waits */
};
struct count_asked {
	const char *deliverer;
	const char *party; /* the contract party; "" for all of them */
	struct date on;
	int64_t late_days;
};
enum status provider_count(struct journal *journal, const struct count_asked *asked,
                           struct delivery_count *ret_count, struct fault *fault) MUST_CHECK;
/* The same for each contract party as a whole, by name: who delivers for it is its own affair. */
enum status provider_counts(struct journal *journal, struct date on, int64_t late_days,
                            struct records *ret_counts, struct fault *fault) MUST_CHECK;
/* The same apart for each municipality of the register whose college decided. */
enum status provider_authority_counts(struct journal *journal, struct date on, int64_t late_days,
                                      struct records *ret_counts, struct fault *fault) MUST_CHECK;
/* How many clients wait at a step of the search for somebody who can come. */
struct search_count {
	const char *step; /* a code of search_steps */
	int64_t clients;
	struct date oldest; /* the day on which the first of these steps began */
};
/* The steps at which the search of a contract party goes on, in the order of the ladder. */
enum status provider_searches(struct journal *journal, const char *party, struct date on,
                              struct records *ret_counts, struct fault *fault) MUST_CHECK;
/* Adds one count to another. */
void provider_add(struct delivery_count *total, const struct delivery_count *count);

#endif
