/* SPDX-License-Identifier: EUPL-1.2 */
/* Who answers for a client from a day on: another contact person, a worker who leaves, another owner. */
#ifndef PRACTICE_DESK_CONTACT_H
#define PRACTICE_DESK_CONTACT_H

#include "common/journal/kind.h"

/* What the rules need to know of the world, put there at the door. */
struct contact_situation {
	struct date today;
	struct date since; /* the day on which the present contact person began */
	bool has_contact;  /* the client has a contact person on the day */
	bool is_there;     /* who comes may be a contact person, and has not left */
	bool is_other;     /* who comes is not who goes */
};

/* The fact that a client has another contact person; the owner stays. */
struct contact_handover {
	int64_t person;
	const char *to; /* an account */
	struct date from;
	const char *reason;
	/* at the door */
	const char *before; /* the account that was the contact person */
	struct contact_situation situation;
};
extern const struct record contact_handover_record;
extern const struct journal_kind contact_handed_over_kind;
#define CONTACT_HANDOVER_RULES_COUNT 5
extern const struct journal_rule contact_handover_rules[CONTACT_HANDOVER_RULES_COUNT];

struct left_situation {
	struct date today;
	bool is_worker;     /* works here as one who may be a contact person */
	bool has_left;      /* had left already */
	bool has_successor; /* somebody who works here and is somebody else */
	int64_t later;      /* clients whose contact person the worker became only after the day */
	bool is_by_others, goes_to_others; /* worker_may_move */
};

/* The fact that a worker leaves; all clients of that worker have the successor from the same day on. */
struct worker_left {
	const char *account;
	const char *successor; /* the team's deputy where nobody is named: the next account of the team */
	struct date from;      /* the first day on which the successor answers */
	/* at the door */
	int64_t clients; /* how many get the successor */
	struct left_situation situation;
};
extern const struct record worker_left_record;
extern const struct journal_kind worker_left_kind;
#define LEFT_RULES_COUNT 7
extern const struct journal_rule left_rules[LEFT_RULES_COUNT];

/* Who leaves has no account any more, if it was open. */
enum status contact_close_account(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault) MUST_CHECK;

/* From a day on an organisation is the owner, until the next of these days. */
struct owner_period {
	const char *owner;
	struct date from;
};
extern const struct record owner_period_record;

/*
 * The fact that a client has another owner: it follows from an assignment, from the end of one, or from a
 * move to another municipality. The contact person stays (one case lead survives reassignments).
 */
struct owner_change {
	int64_t person;
	struct records periods; /* struct owner_period, in order of their days */
};
extern const struct record owner_change_record;
extern const struct journal_kind owner_changed_kind;

#endif
