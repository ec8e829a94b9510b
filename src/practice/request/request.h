/* SPDX-License-Identifier: EUPL-1.2 */
/* What residents ask about themselves: contact, correction of data, erasure. Each waits until it is answered.
 */
#ifndef PRACTICE_REQUEST_REQUEST_H
#define PRACTICE_REQUEST_REQUEST_H

#include "common/journal/journal.h"

/* The notice that somebody asked something; the three kinds have the same struct and a field table each. */
struct request {
	int64_t person;
	const char *words;
	const char *better; /* of a correction: what it must be */
	struct date asked_on;
	/* at the door */
	int64_t request;    /* its own number */
	const char *by;     /* of request_askers */
	struct date due_on; /* on its last day it must have been answered; no date where no law says so */
};
extern const struct choice request_sorts[], request_askers[];
/* "Please call me": no term of the law. */
extern const struct journal_kind contact_requested_kind;
/* Wmo 2015, art. 5.3.2 lid 6; AVG, art. 16, and art. 12 lid 3: answered within a month. */
extern const struct journal_kind correction_requested_kind;
/* Wmo 2015, art. 5.3.5: destroyed within three months, unless another's weighty interest or a law forbids. */
extern const struct journal_kind erasure_requested_kind;
#define REQUEST_RULES_COUNT 1
extern const struct journal_rule request_rules[REQUEST_RULES_COUNT];
extern const struct journal_rule erasure_request_rules[REQUEST_RULES_COUNT];

/* A file that the resident added asks somebody to look at it; one that a worker added does not. */
enum status request_follows_file(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault) MUST_CHECK;

struct answer_situation {
	struct date today, asked_on;
	bool is_known; /* the person asked that */
	bool is_open;
	bool is_erasure; /* which is answered by erasing, or by refusing it */
};

/* The fact that a request was answered. */
struct request_answer {
	int64_t person, request;
	const char *outcome; /* of request_outcomes */
	const char *answer;  /* in words for the resident */
	struct date answered_on;
	struct answer_situation situation; /* at the door */
};
extern const struct record request_answer_record;
extern const struct choice request_outcomes[];
extern const struct journal_kind request_answered_kind;
#define ANSWER_RULES_COUNT 5
extern const struct journal_rule answer_rules[ANSWER_RULES_COUNT];

/* A request as it stands. */
struct request_line {
	int64_t request;
	const char *sort, *words, *better, *by, *outcome, *answer, *answered_by;
	struct date asked_on, due_on, answered_on;
	bool is_erasure;
};
extern const struct record request_line_record;
/* What a person asked up to a day, newest first, and what was answered by then. */
enum status requests_of(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;

#endif
