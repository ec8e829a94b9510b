/* SPDX-License-Identifier: EUPL-1.2 */
/* The search for somebody who can come: the steps in their order, each with its days, its people and its
 * outcome. */
#ifndef PRACTICE_TRANSITION_SEARCH_H
#define PRACTICE_TRANSITION_SEARCH_H

#include "common/journal/journal.h"

/* The ladder; the third step is there for a combination only. */
enum search_place { SEARCH_SAME_WORKER = 1, SEARCH_OWN_WORKER, SEARCH_MEMBERS, SEARCH_MUNICIPALITY };
extern const struct choice search_steps[];    /* in the order of the ladder */
extern const struct choice search_outcomes[]; /* found, not_found */
/* The place of a step of search_steps on the ladder. */
int64_t search_place_of(const char *step);
/* The step that follows on a place where nobody was found; the first one after 0 and after the last one. */
int64_t search_place_after(int64_t place, bool is_combination);

/* What the rules need to know of the world, put there at the door. */
struct search_situation {
	struct date today;
	int64_t due_place;       /* the step that is to be taken */
	struct date earliest_on; /* the day on which the step before ended; none before the first step */
	struct date begun_on;    /* of a step that goes on: the day on which it began */
	bool is_known;           /* the assignment or the waiting line is this person's */
	bool is_party;           /* the party is one of the scheme */
	bool is_combination;
	bool asks_members; /* every member that is named is one beside who searches */
	bool asks_all;     /* and no member is left out */
};

/* The fact that a step was taken: begun, or begun and ended. */
struct search_step {
	int64_t person;
	int64_t assignment;     /* that cannot be delivered now; or of a line that waits: */
	int64_t decision, line; /* these */
	const char *party;      /* who searches; of an assignment whoever answers for it */
	const char *step;
	struct date started_on, ended_on; /* no end while it goes on */
	const char *outcome;
	const char *asked;    /* who was asked */
	struct texts members; /* which fellow members were */
	const char *reason;
	/* at the door */
	int64_t search; /* the fact with which this search began */
	const char *product;
	struct search_situation situation;
};
extern const struct record search_step_record;
extern const struct journal_kind search_step_taken_kind;
#define SEARCH_RULES_COUNT 8
extern const struct journal_rule search_rules[SEARCH_RULES_COUNT];

/* A step as it is kept. */
struct search_line {
	int64_t search, place, assignment, decision, line;
	const char *step, *party, *outcome, *asked, *members, *reason;
	struct date started_on, ended_on;
};
/* All steps of a person's searches, oldest search first, in the order of the ladder. */
enum status searches_of(struct journal *journal, int64_t person, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;
/* The step that is due for a granted line, in such a list: the next one, or the last one while it goes on;
 * ret_last is the last one, NULL when there is none. */
int64_t search_due(const struct records *lines, int64_t decision, int64_t line, bool is_combination,
                   const struct search_line **ret_last);

#endif
