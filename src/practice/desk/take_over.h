/* SPDX-License-Identifier: EUPL-1.2 */
/* A client whose support ran before this system: from which day on who answers. */
#ifndef PRACTICE_DESK_TAKE_OVER_H
#define PRACTICE_DESK_TAKE_OVER_H

#include "common/journal/kind.h"

/* What the rules need to know of the world, put there at the door. */
struct client_situation {
	bool is_known_person;
	bool has_place; /* the address lies in an area of the register, or somebody answers already */
	bool is_there;  /* who was named, or whose turn it is, may be a contact person, and has not left */
};

/* The fact that a client of before has an owner and a contact person here; it follows a decision of before.
 */
struct client_taken_over {
	int64_t person;
	struct date from;    /* the first day of the support */
	const char *contact; /* an account; NULL: the team's workers take turns */
	/* at the door */
	const char *owner, *team;
	struct client_situation situation;
};
extern const struct record client_taken_over_record;
extern const struct journal_kind client_taken_over_kind;
#define CLIENT_TAKEN_RULES_COUNT 3
extern const struct journal_rule client_taken_rules[CLIENT_TAKEN_RULES_COUNT];

/* Fills owner, team and contact person as they are today, or would be. */
enum status desk_find_client(struct journal *journal, struct client_taken_over *client,
                             struct fault *fault) MUST_CHECK;

#endif
