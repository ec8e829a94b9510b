/* SPDX-License-Identifier: EUPL-1.2 */
/* The questions of the desk as they are kept: where each stands on a day, and how many stand there. */
#ifndef PRACTICE_DESK_QUESTION_STORE_H
#define PRACTICE_DESK_QUESTION_STORE_H

#include "common/journal/journal.h"

/* A question. */
struct question_line {
	int64_t question, person;
	bool is_direct;        /* passed on as it came: who asked was not written down */
	const char *from_whom; /* "" for a direct one */
	const char *taken_by;  /* the account that took it */
	const char *theme, *asked, *channel;
	struct date asked_on;
	int64_t earlier;
	struct date back_on;
	const char *outcome;    /* a code of question_outcomes; "" while it is open */
	struct date outcome_on; /* far away while it is open */
	int64_t answer;         /* the fact that ended it, such as the report */
	const char *told;
	const char *to;           /* whom it was passed on to; "" for the others */
	struct date confirmed_on; /* of what was passed on: far away until the receiver said yes */
	const char *confirmed_by;
	const char *initials, *prefix, *surname; /* of the person, where there is one */
	const char *caller, *organisation;       /* of who asked, where the vault has them */
};

/* In what state a question is on a day: what the desk still has to do, or how it ended on that day. */
enum question_list {
	QUESTIONS_OPEN,        /* to be answered */
	QUESTIONS_UNCONFIRMED, /* passed on, and the receiver has not said yes */
	QUESTIONS_ARRANGED,    /* ended on the day itself, as are the next three */
	QUESTIONS_TOLD,
	QUESTIONS_INVESTIGATION,
	QUESTIONS_PASSED_ON,
	QUESTIONS_ALL, /* whatever came of it */
	QUESTION_LISTS_COUNT
};
#define QUESTIONS_ON_A_PAGE 50
struct questions_asked {
	enum question_list list;
	struct date on;
	int64_t beyond; /* the last question of the page before; 0: from the start */
};
/* A page of a list, oldest first; all questions newest first. */
enum status questions_page_of(struct journal *journal, const struct questions_asked *asked,
                              struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* How many there are in each list on a day. */
enum status questions_count(struct journal *journal, struct date on,
                            int64_t ret_counts[static QUESTION_LISTS_COUNT], struct fault *fault) MUST_CHECK;
/* How many questions came from whom in a period, both days included: struct question_source. */
struct question_source {
	const char *from_whom; /* "" for what was passed on as it came */
	int64_t questions;
};
enum status questions_by_source(struct journal *journal, struct date first, struct date last,
                                struct records *ret_sources, struct fault *fault) MUST_CHECK;
/* The questions passed on up to a day, newest first, below a number; 0: from the newest; and how many. */
enum status questions_passed_on(struct journal *journal, struct date on, int64_t before,
                                struct records *ret_lines, struct fault *fault) MUST_CHECK;
enum status questions_count_passed_on(struct journal *journal, struct date on, int64_t *ret_count,
                                      struct fault *fault) MUST_CHECK;

/* The newest fifty questions of a person, without names. */
enum status questions_of(struct journal *journal, int64_t person, struct records *ret_lines,
                         struct fault *fault) MUST_CHECK;
/* A question by its number, or by the number of the fact that passed it on; NOT_FOUND. */
enum status question_of(struct journal *journal, int64_t question, struct question_line *ret_line,
                        struct fault *fault) MUST_CHECK;

/*
 * The code by which who asked can follow a question: its number with eight letters that only this database
 * can make. In the journal's arena.
 */
enum status question_code(struct journal *journal, int64_t question, const char **ret_code,
                          struct fault *fault) MUST_CHECK;
/* The number that a code as typed speaks of, right or wrong; 0 when it has none. */
int64_t question_code_number(const char *typed);
/* Whether what was typed is the code: capitals, blanks and dashes do not count. */
bool question_code_is(const char *code, const char *typed);

#endif
