/* SPDX-License-Identifier: EUPL-1.2 */
/* The abuse protocol: five steps in their order, seen only by who took one and by who handles safety. */
#ifndef PRACTICE_SAFETY_PROTOCOL_H
#define PRACTICE_SAFETY_PROTOCOL_H

#include "common/journal/journal.h"

/* Besluit verplichte meldcode huiselijk geweld en kindermishandeling, art. 2. */
enum protocol_place { PROTOCOL_SIGNALS = 1, PROTOCOL_ADVICE, PROTOCOL_TALK, PROTOCOL_WEIGH, PROTOCOL_DECIDE };
extern const struct choice protocol_steps[];    /* in their order */
extern const struct choice protocol_outcomes[]; /* of weighing and of deciding */
/* The place of a step of protocol_steps; 0 for any other code. */
int64_t protocol_place_of(const char *step);

struct protocol_situation {
	struct date today, last_on; /* when the step before was taken */
	int64_t due_place;          /* the step that is to be taken; 0 after the last */
	bool is_known_person;
	bool is_known_protocol; /* none was given, or it is one about this person */
	bool takes_part;        /* who writes took a step in it, or handles safety */
};

/* The fact that a step was taken. */
struct protocol_step {
	int64_t person;
	int64_t protocol; /* which one goes on; 0 with the first step */
	const char *step;
	struct date taken_on;
	const char *words;
	const char *asked;   /* whose advice was taken: a colleague, Veilig Thuis */
	const char *outcome; /* of the fourth and fifth step */
	int64_t place;       /* at the door: of the step */
	struct protocol_situation situation;
};
extern const struct record protocol_step_record;
extern const struct journal_kind abuse_step_taken_kind;
#define PROTOCOL_RULES_COUNT 7
extern const struct journal_rule protocol_rules[PROTOCOL_RULES_COUNT];

/* --- as it is kept --- */

struct protocol_line {
	int64_t protocol, step, person;
	struct date taken_on;
	const char *words, *asked, *outcome, *account, *name;
};
extern const struct record protocol_line_record;
/* Whose: only those in which an account took a step; with is_all all of the register. */
struct protocols_asked {
	const char *account;
	bool is_all;
	struct date on;
};
/* The last step of each, newest first. */
enum status protocols(struct journal *journal, const struct protocols_asked *asked, struct records *ret_lines,
                      struct fault *fault) MUST_CHECK;
/* All steps of one, in order; NOT_FOUND when there is none of that number, or it is not for who asks. */
enum status protocol_of(struct journal *journal, int64_t protocol, const struct protocols_asked *asked,
                        struct records *ret_lines, struct fault *fault) MUST_CHECK;

#endif
