/* SPDX-License-Identifier: EUPL-1.2 */
/* A resident moves: who may still come at the new address, and what ends, of which the resident was told
 * first. */
#ifndef PRACTICE_TRANSITION_MOVE_H
#define PRACTICE_TRANSITION_MOVE_H

#include "common/journal/journal.h"
#include "common/person/person.h"

/* What the rules need to know of the world, put there at the door. */
struct move_situation {
	struct date today;
	struct date last_move_on; /* the first day at the present address; none for who never moved */
	bool is_known_person;
};

/* An assignment that is still to run on the day of the move, and what the move does to it. */
struct moved_support {
	int64_t assignment;
	const char *product, *deliverer, *party;
	bool stays;        /* the same organisation may come, under the same contract */
	const char *there; /* who would come, where another one must; NULL where the resident chooses or
	                      nobody can */
};
extern const struct record moved_support_record;

/* The fact that a resident lives elsewhere from a day on. The address goes to the vault, the areas to the
 * fact. */
struct resident_move {
	int64_t person;
	const char *street;
	int64_t house_number;
	const char *house_addition, *postcode, *place;
	struct date from;
	struct date told_on; /* when the resident was told that another provider comes */
	const char *told_how;
	/* at the door */
	const char *old_area, *new_area;
	struct records support; /* struct moved_support */
	struct move_situation situation;
};
extern const struct record resident_move_record;
extern const struct journal_kind resident_moved_kind;
#define MOVE_RULES_COUNT 7
extern const struct journal_rule move_rules[MOVE_RULES_COUNT];

/* What a move to a postcode on a day would do, into areas and support of the move; nothing is stored. */
enum status move_look_ahead(struct journal *journal, struct resident_move *move,
                            struct fault *fault) MUST_CHECK;
/* The assignments that end with a move, one after another; a journal_reaction's build_each. */
enum status move_end_assignment(struct journal *journal, const struct journal_fact *cause, size_t place,
                                void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
