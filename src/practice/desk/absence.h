/* SPDX-License-Identifier: EUPL-1.2 */
/* A colleague who is away: all clients go to a stand-in in one act, and come back in one. */
#ifndef PRACTICE_DESK_ABSENCE_H
#define PRACTICE_DESK_ABSENCE_H

#include "common/journal/journal.h"

/* A client who has another contact person for a while. */
struct absence_client {
	int64_t person;
};
extern const struct record absence_client_record;

struct absence_situation {
	struct date today;
	bool is_worker; /* works here as one who may be a contact person */
	bool is_away;   /* is away already */
	bool has_stand_in;
	int64_t later; /* clients whose contact person the worker became only after the day */
	bool is_by_others, goes_to_others; /* worker_may_move */
};

/* The fact that a caseload moved, for as long as its worker is away. */
struct caseload_moved {
	const char *worker;
	const char *to; /* the stand-in; the team's deputy where nobody is named */
	struct date from;
	const char *reason; /* absence_reasons */
	struct date expected_on;
	/* at the door */
	struct records clients; /* absence_client */
	struct absence_situation situation;
};
extern const struct choice absence_reasons[];
extern const struct record caseload_moved_record;
extern const struct journal_kind caseload_moved_kind;
#define CASELOAD_MOVED_RULES_COUNT 8
extern const struct journal_rule caseload_moved_rules[CASELOAD_MOVED_RULES_COUNT];

struct return_situation {
	struct date today, away_from;
	bool is_away;
	bool is_by_others; /* worker_may_move */
};

/* The fact that the worker is back; whoever still has the stand-in has the worker again. */
struct caseload_returned {
	const char *worker;
	struct date from;
	/* at the door */
	int64_t absence; /* the fact by which the caseload moved */
	const char *to;  /* who stood in */
	struct records clients;
	struct return_situation situation;
};
extern const struct record caseload_returned_record;
extern const struct journal_kind caseload_returned_kind;
#define CASELOAD_RETURNED_RULES_COUNT 3
extern const struct journal_rule caseload_returned_rules[CASELOAD_RETURNED_RULES_COUNT];

/* Who is away now, since when and who stands in. */
struct absence_line {
	int64_t absence;
	const char *worker, *to, *reason;
	struct date from_day, expected_on;
};
extern const struct record absence_line_record;
enum status absences(struct journal *journal, struct date on, struct records *ret_lines,
                     struct fault *fault) MUST_CHECK;

#endif
