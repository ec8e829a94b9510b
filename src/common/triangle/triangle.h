/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions about money or policy that practice lays at the right corner, outside the talk with a client. */
#ifndef COMMON_TRIANGLE_TRIANGLE_H
#define COMMON_TRIANGLE_TRIANGLE_H

#include "common/journal/journal.h"
#include "common/person/person.h"

/* The corners that answer. */
extern const struct choice triangle_corners[];
/* Where a question stands. */
extern const struct choice triangle_states[];

struct triangle_situation {
	struct date today;
	bool is_known_person; /* no person was given, or one of this register */
	bool names_client;    /* the words have the client's name or address */
	bool has_number;      /* or nine digits in a row, as a BSN has */
};

/* The fact that a question was laid at a corner (content apart from money). */
struct triangle_question {
	int64_t person; /* whose file it came from, or 0; only practice sees it */
	const char *corner;
	const char *subject;
	const char *asked;
	struct triangle_situation situation;
};
extern const struct record triangle_question_record;
extern const struct journal_kind triangle_question_laid_kind;
#define TRIANGLE_QUESTION_RULES_COUNT 3
extern const struct journal_rule triangle_question_rules[TRIANGLE_QUESTION_RULES_COUNT];

struct triangle_turn_situation {
	bool is_known;  /* the question is there */
	bool is_due;    /* it waits for an answer, or its answer to be weighed */
	bool is_one_of; /* who writes is of the corner that was asked, or who asked */
};

/* The fact that the corner answered. */
struct triangle_answer {
	int64_t question;
	const char *answer;
	int64_t person; /* at the door */
	struct triangle_turn_situation situation;
};
extern const struct record triangle_answer_record;
extern const struct journal_kind triangle_question_answered_kind;

/* The fact that who asked says whether the answer helps; when it does not, the question is open again. */
struct triangle_weighing {
	int64_t question;
	const char *outcome; /* helps, not_enough */
	const char *words;
	int64_t person; /* at the door */
	struct triangle_turn_situation situation;
};
extern const struct record triangle_weighing_record;
extern const struct journal_kind triangle_answer_weighed_kind;
extern const struct choice triangle_outcomes[];

#define TRIANGLE_TURN_RULES_COUNT 3
extern const struct journal_rule triangle_answer_rules[TRIANGLE_TURN_RULES_COUNT];
#define TRIANGLE_WEIGHING_RULES_COUNT 4
extern const struct journal_rule triangle_weighing_rules[TRIANGLE_WEIGHING_RULES_COUNT];

/* Whether the words say who the client is: the surname, or street and number, as whole words. */
bool triangle_names(const char *words, const struct identity *client);
/* Whether nine digits stand in a row in the words. */
bool triangle_has_number(const char *words);

/* --- as it is kept --- */

/* A question with its last answer and what was said of it, as it stood on a day. */
struct triangle_line {
	int64_t question, person;
	const char *corner, *subject, *asked, *asked_by, *asked_by_name, *state;
	struct date asked_on, since; /* since when it stands so */
	const char *answer, *answered_by;
	const char *weighed; /* what who asked missed in the answer before */
};
extern const struct record triangle_line_record;

/* Which questions: those of a corner or, without one, all; in a state; below a number (0: from the newest).
 */
struct triangle_asked {
	const char *corner; /* "" for all */
	const char *state;
	struct date on;
	int64_t before;
};
#define TRIANGLE_LINES_ON_A_PAGE 50
/* Newest first. */
enum status triangle_lines(struct journal *journal, const struct triangle_asked *asked,
                           struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* How many of them there are. */
enum status triangle_count(struct journal *journal, const struct triangle_asked *asked, int64_t *ret_count,
                           struct fault *fault) MUST_CHECK;
/* How many questions of somebody came back with an answer, and wait for the word whether it helps. */
enum status triangle_returned(struct journal *journal, const char *account, struct date on,
                              int64_t *ret_count, struct fault *fault) MUST_CHECK;

#endif
