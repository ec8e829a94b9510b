/* SPDX-License-Identifier: EUPL-1.2 */
/* What a provider itself asks of a municipality, an assignment or a change, and what it hears of that. */
#ifndef CONTRACT_EXCHANGE_ASKING_H
#define CONTRACT_EXCHANGE_ASKING_H

#include "common/person/person.h"
#include "contract/exchange/order.h"

/* Where an asking stands: made, sent, rejected, considered, refused, granted. */
extern const struct choice asking_states[];

/* A request as it is kept. */
struct asking_line {
	int64_t asking, person;
	const char *party, *municipality;
	const char *sort; /* a code of asked_sorts */
	const char *reference, *reason;
	int64_t assignment; /* the order that changes; 0 for a product that is new */
	const char *kept;   /* the numbers of the orders that stay, with a blank between */
	const char *product, *unit, *frequency;
	int64_t amount;
	struct date from, last_day;
	int64_t decision;
	struct date decided_on;
	const char *referrer, *words, *state;
	const char *message; /* with which it left; "" before that */
	const char *codes, *refusal, *granted_in;
	struct date asked_on, sent_on, considered_on, settled_on;
};

/* What the door knows of a request, for its rules. */
struct asking_situation {
	bool is_client; /* of an order at the party */
	bool has_bsn;
	bool has_code;    /* the party has an AGB code */
	bool names_one;   /* an order that runs, or a new product: one of the two */
	bool is_outside;  /* the register is no municipality's */
	bool is_complete; /* who is new has all that a message needs */
};

/* The acts: an assignment for a client, for somebody who is new, and a change of what was ordered. */
struct assignment_asked {
	int64_t person;
	struct identity who; /* of newcomer_asked alone */
	const char *product;
	int64_t amount;
	struct date from, last_day;
	int64_t decision;
	struct date decided_on;
	const char *referrer, *words;
	/* at the door */
	const char *party, *municipality, *unit, *frequency, *reference;
	struct asking_situation situation;
};
struct change_asked {
	int64_t person, order;
	const char *product, *reason;
	int64_t amount;
	struct date from, last_day;
	/* at the door */
	const char *party, *municipality, *unit, *frequency, *reference, *kept;
	struct asking_situation situation;
};
extern const struct journal_kind assignment_asked_kind, newcomer_asked_kind, change_asked_kind;
#define ASSIGNMENT_ASKED_RULES_COUNT 3
#define NEWCOMER_ASKED_RULES_COUNT 3
#define CHANGE_ASKED_RULES_COUNT 4
extern const struct journal_rule assignment_asked_rules[ASSIGNMENT_ASKED_RULES_COUNT];
extern const struct journal_rule newcomer_asked_rules[NEWCOMER_ASKED_RULES_COUNT];
extern const struct journal_rule change_asked_rules[CHANGE_ASKED_RULES_COUNT];

/* The fact that it left. */
struct asking_sent {
	int64_t person, asking;
	const char *message;
	const char *party, *municipality; /* from a register of the party's own; else "" */
};
/* The notice of the WMO316 or the WMO318 that answers the message. */
struct asking_confirmed {
	int64_t person, asking;
	const char *sort, *sender, *message, *content_mark;
	const char *codes; /* return codes, separated by blanks; empty when accepted */
};
/* The notice of the WMO319: it is being looked into, or refused. */
struct asking_heard {
	int64_t person, asking;
	const char *party;
	const char *verdict; /* a code of message_verdicts */
	const char *refusal; /* a code of message_refusals; "" for none */
	const char *sender, *message, *content_mark;
};
extern const struct journal_kind asking_sent_kind, asking_confirmed_kind, asking_heard_kind;

/* An order that grants what was asked, in an apply. */
struct asking_grant {
	const char *party, *municipality, *reference, *message;
	int64_t assignment;
	struct date on;
};
enum status asking_grant(struct db *db, int64_t register_id, const struct asking_grant *grant,
                         struct fault *fault) MUST_CHECK;

/* Whether the register is a municipality's: it has orders of its own. */
enum status asking_of_municipality(struct journal *journal, bool *ret_is, struct fault *fault) MUST_CHECK;
/* The next requests that wait for their message. */
enum status askings_to_send(struct journal *journal, int64_t after, struct records *ret_askings,
                            struct fault *fault) MUST_CHECK;
/* The request that left in a message of that identification; NOT_FOUND. */
enum status asking_sent_as(struct journal *journal, const char *message, struct asking_line *ret_asking,
                           struct fault *fault) MUST_CHECK;
/* What a party asked of a municipality under a reference; NOT_FOUND. */
struct asking_key {
	const char *party, *municipality, *reference;
};
enum status asking_by_reference(struct journal *journal, const struct asking_key *key,
                                struct asking_line *ret_asking, struct fault *fault) MUST_CHECK;
/* What a party asked up to a day, newest first, as it stood on that day; at most 200. */
enum status askings_of(struct journal *journal, const char *party, struct date on,
                       struct records *ret_askings, struct fault *fault) MUST_CHECK;
/* Whether a party has asked something about a person that has no last answer. */
enum status asking_is_open(struct journal *journal, int64_t person, const char *party, bool *ret_is_open,
                           struct fault *fault) MUST_CHECK;

#endif
