/* SPDX-License-Identifier: EUPL-1.2 */
/* A client stop: a provider that takes no new clients for a while, and says why and until when. */
#ifndef CONTRACT_EXCHANGE_INTAKE_H
#define CONTRACT_EXCHANGE_INTAKE_H

#include "common/journal/journal.h"

/* The act that a provider takes no new clients; assignment knows it as a reason from then on. */
struct intake_closed {
	struct texts products;      /* none: all of them */
	struct date from, last_day; /* no last day: until further notice */
	const char *reason;         /* a code of intake_reasons */
	const char *words;
	/* at the door */
	const char *party;
	struct date today;
};
extern const struct choice intake_reasons[];
extern const struct journal_kind intake_closed_kind;
#define INTAKE_CLOSED_RULES_COUNT 2
extern const struct journal_rule intake_closed_rules[INTAKE_CLOSED_RULES_COUNT];

/* The act that it takes new clients again. */
struct intake_opened {
	struct date from;
	/* at the door */
	const char *party;
	struct date today;
	bool is_closed; /* a stop goes on beyond that day */
};
extern const struct journal_kind intake_opened_kind;
#define INTAKE_OPENED_RULES_COUNT 2
extern const struct journal_rule intake_opened_rules[INTAKE_OPENED_RULES_COUNT];

#endif
