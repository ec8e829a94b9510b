/* SPDX-License-Identifier: EUPL-1.2 */
/* Complaints: taken in, answered in time, and looked at again when their dust has settled. */
#ifndef PRACTICE_SAFETY_COMPLAINT_H
#define PRACTICE_SAFETY_COMPLAINT_H

#include "common/document/letter.h"

extern const struct choice complaint_themes[];
extern const struct choice complaint_findings[];
extern const struct choice complaint_turns[];

struct complaint_situation {
	struct date today;
	bool is_known_person;
	bool is_known_party; /* none was named, or it is one of the register's */
};

/* The fact that somebody complained (Awb art. 9:4; about a provider Wmo 2015, art. 3.2). */
struct complaint {
	int64_t person;
	const char *party; /* about whom; NULL: the municipality */
	const char *theme;
	const char *words; /* the client's own */
	struct date received_on;
	/* at the door */
	struct date due_on, look_back_on;
	struct records steps; /* how the last day for the answer was found, term_step_record */
	struct complaint_situation situation;
};
extern const struct record complaint_record;
extern const struct journal_kind complaint_received_kind;
#define COMPLAINT_RULES_COUNT 3
extern const struct journal_rule complaint_rules[COMPLAINT_RULES_COUNT];

/* How a complaint stands, for what is added to it. */
struct complaint_turn_situation {
	struct date today, received_on, answered_on;
	bool is_known, is_answered, is_looked_back;
};

/* The fact that a complaint was answered, with what was found (Awb art. 9:12). */
struct complaint_answer {
	int64_t complaint;
	struct date answered_on;
	const char *finding;
	const char *words;
	int64_t person; /* at the door */
	struct complaint_turn_situation situation;
};
extern const struct record complaint_answer_record;
extern const struct journal_kind complaint_answered_kind;
#define COMPLAINT_ANSWER_RULES_COUNT 3
extern const struct journal_rule complaint_answer_rules[COMPLAINT_ANSWER_RULES_COUNT];

/* The fact that somebody came back to a complaint: how is it now, in the client's own words? */
struct complaint_look_back {
	int64_t complaint;
	struct date talked_on;
	const char *turn;
	const char *words;
	int64_t person; /* at the door */
	struct complaint_turn_situation situation;
};
extern const struct record complaint_look_back_record;
extern const struct journal_kind complaint_looked_back_kind;
#define COMPLAINT_LOOK_BACK_RULES_COUNT 4
extern const struct journal_rule complaint_look_back_rules[COMPLAINT_LOOK_BACK_RULES_COUNT];

/* The confirmation that a complaint came in, with the day of the answer (Awb art. 9:6). */
enum status complaint_write_confirmation(struct journal *journal, const struct journal_fact *cause,
                                         void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

/* --- as it is kept --- */

/* A complaint as it stood on a day; no date for what had not happened then. */
struct complaint_line {
	int64_t complaint, person;
	const char *party, *theme, *words, *finding, *answer, *turn, *turn_words;
	struct date received_on, due_on, look_back_on, answered_on, looked_back_on;
};
extern const struct record complaint_line_record;
/* Where complaints stand: open, answered, looked_back. */
extern const struct choice complaint_states[];
struct complaints_asked {
	const char *state;
	struct date on;
	int64_t before; /* below this number; 0: from the newest */
};
#define COMPLAINTS_ON_A_PAGE 50
enum status complaints_in_state(struct journal *journal, const struct complaints_asked *asked,
                                struct records *ret_lines, struct fault *fault) MUST_CHECK;
enum status complaints_count(struct journal *journal, const struct complaints_asked *asked,
                             int64_t *ret_count, struct fault *fault) MUST_CHECK;
/* All of a person up to a day, newest first. */
enum status complaints_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                          struct fault *fault) MUST_CHECK;

/* How many complaints came in about whom and what, up to a day: without any client. */
struct complaint_count {
	const char *party, *theme;
	int64_t complaints, unanswered;
};
extern const struct record complaint_count_record;
enum status complaint_counts(struct journal *journal, struct date on, struct records *ret_counts,
                             struct fault *fault) MUST_CHECK;

#endif
