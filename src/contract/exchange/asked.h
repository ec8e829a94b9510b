/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider asks of the municipality, an assignment or a change, and how that is answered. */
#ifndef CONTRACT_EXCHANGE_ASKED_H
#define CONTRACT_EXCHANGE_ASKED_H

#include "contract/exchange/order.h"

#define ASKED_WORKING_DAYS 5 /* in which the provider has an answer (iWmo 3.2, OP274) */
#define ASKED_WEEKS 8        /* at most, from the day that it is being looked into (OP346) */

extern const struct choice asked_sorts[];  /* assignment, change */
extern const struct choice asked_states[]; /* open, considered, refused, granted */
extern const struct choice wish_sorts[];   /* kept, changed, added */
/* Why a request is refused: code list WJ759 without the budget (promise 5), and without what is of youth
 * care. */
extern const struct choice asked_refusals[];

/* A product that a request speaks of. */
struct asked_wish {
	const char *sort;
	int64_t assignment;  /* the order that stays or changes; 0 for what is added */
	const char *product; /* NULL where only a category was named */
	int64_t amount;
	const char *unit, *frequency;
	struct date from, last_day;
	bool is_aid; /* at the reading: of which a client may have several */
};
extern const struct record asked_wish_record;

/* The notice that a provider asks something (WMO315, WMO317); of nobody whom we know with person 0. */
struct provider_asked {
	int64_t person, request;
	const char *sort, *party, *municipality, *reference, *reason, *words;
	struct records wishes; /* of struct asked_wish */
	struct date due_on;
	const char *message, *sender, *content_mark;
};
extern const struct journal_kind provider_asked_kind;

/* Where a request stands, for the rules of what is said of it. */
struct asked_situation {
	struct date today;
	bool is_known;      /* it is this person's */
	bool is_open;       /* it has no last answer yet */
	bool is_considered; /* the provider knows that it is being looked into */
	bool is_met;        /* the orders at the party are what was asked */
};

/* The acts that answer it. */
struct asking_considered {
	int64_t person, request;
	const char *words;
	struct asked_situation situation;
};
struct asking_refused {
	int64_t person, request;
	const char *refusal; /* a code of asked_refusals */
	const char *words;
	struct asked_situation situation;
};
/* The orders that grant it, of which the next message says so. */
struct asking_order {
	int64_t assignment;
};
struct asking_granted {
	int64_t person, request;
	const char *words;
	const char *reference; /* at the door, with what follows */
	struct records orders; /* of struct asking_order */
	struct asked_situation situation;
};
extern const struct journal_kind asking_considered_kind, asking_refused_kind, asking_granted_kind;
#define CONSIDERED_RULES_COUNT 3
#define ASKING_REFUSED_RULES_COUNT 2
#define GRANTED_RULES_COUNT 3
extern const struct journal_rule considered_rules[CONSIDERED_RULES_COUNT];
extern const struct journal_rule asking_refused_rules[ASKING_REFUSED_RULES_COUNT];
extern const struct journal_rule granted_rules[GRANTED_RULES_COUNT];

/* The fact that the WMO319 left, and the notice of the WMO320 that answers it. */
struct asking_replied {
	int64_t person, request;
	int64_t verdict; /* the fact that it tells */
	const char *message;
};
struct reply_answered {
	int64_t person, request;
	const char *message, *sender, *content_mark;
	const char *codes; /* return codes, separated by blanks; empty when accepted */
};
extern const struct journal_kind asking_replied_kind, reply_answered_kind;

/* A request as it is kept. */
struct asked_line {
	int64_t request, person;
	const char *party, *municipality, *sort, *reference, *reason, *words, *state, *refusal, *explained;
	const char *verdict; /* that waits for a WMO319; "" for none */
	int64_t verdict_fact;
	const char *reply; /* the last WMO319 */
	struct date asked_on, due_on, considered_on, settled_on, replied_on;
};
/* NOT_FOUND. */
enum status asked_of(struct journal *journal, int64_t request, struct asked_line *ret_line,
                     struct fault *fault) MUST_CHECK;
/* The requests about a person up to a day, newest first. */
enum status asked_about(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;
/* The requests that have no last answer yet, by the day on which they must have one; at most 50. */
enum status asked_waiting(struct journal *journal, struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* The products of a request, in its order. */
enum status asked_wishes(struct journal *journal, int64_t request, struct records *ret_wishes,
                         struct fault *fault) MUST_CHECK;
/* The next requests of which a verdict has not left. */
enum status asked_to_reply(struct journal *journal, int64_t after, struct records *ret_lines,
                           struct fault *fault) MUST_CHECK;
/* The request that a WMO319 of that identification answered; NOT_FOUND. */
enum status asked_by_reply(struct journal *journal, const char *message, struct asked_line *ret_line,
                           struct fault *fault) MUST_CHECK;
/* Whether the party used the reference before (TR347), and whether it has a request open for the person
 * (TR374). */
struct asked_before {
	bool is_used, is_open;
};
enum status asked_look(struct journal *journal, int64_t person, const char *party, const char *reference,
                       struct asked_before *ret_before, struct fault *fault) MUST_CHECK;
/* The day by which it must have been answered: five working days, or eight weeks once it is looked into. */
struct date asked_due(const struct asked_line *line);

#endif
