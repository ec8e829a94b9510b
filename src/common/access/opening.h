/* SPDX-License-Identifier: EUPL-1.2 */
/* A file opened in need: with a reason, for one day, and looked at afterwards by somebody else. */
#ifndef COMMON_ACCESS_OPENING_H
#define COMMON_ACCESS_OPENING_H

#include "common/journal/journal.h"

/* What the rules need to know of the world, put there at the door. */
struct opening_situation {
	struct date today;
	bool is_known_person;
};

/* The fact that somebody opens a file that is of others; it is open until the day ends. */
struct opening {
	int64_t person;
	const char *reason, *words;
	bool is_urgent;
	/* at the door */
	struct date on;
	struct opening_situation situation;
};
extern const struct choice opening_reasons[];
extern const struct journal_kind file_opened_in_need_kind;
#define OPENING_RULES_COUNT 1
extern const struct journal_rule opening_rules[OPENING_RULES_COUNT];

struct opening_check_situation {
	bool is_there, is_open, is_another; /* the opening; unchecked; by somebody else than who checks */
};

/* The fact that an opening was looked at, by somebody else than who opened. */
struct opening_check {
	int64_t opening;
	const char *verdict, *remark;
	/* at the door */
	int64_t person;
	struct date on;
	struct opening_check_situation situation;
};
extern const struct choice opening_verdicts[];
extern const struct journal_kind opening_checked_kind;
#define OPENING_CHECK_RULES_COUNT 3
extern const struct journal_rule opening_check_rules[OPENING_CHECK_RULES_COUNT];

/* An opening as it is kept. */
struct opening_line {
	int64_t opening, person;
	const char *account, *name; /* of who opened */
	const char *reason, *words;
	bool is_urgent;
	struct date opened_on, checked_on;
	const char *verdict, *checked_by, *remark; /* checked_by: the name */
};
extern const struct record opening_line_record;
#define OPENINGS_ON_A_PAGE 50
/* Which openings: those that nobody looked at, oldest first, or the others, newest first; behind a number. */
struct openings_asked {
	bool is_checked;
	int64_t after; /* 0 at first */
};
/* The next of them, struct opening_line. */
enum status openings_of(struct journal *journal, const struct openings_asked *asked,
                        struct records *ret_lines, struct fault *fault) MUST_CHECK;
/* How many of them there are. */
enum status openings_count(struct journal *journal, bool is_checked, int64_t *ret_count,
                           struct fault *fault) MUST_CHECK;

#endif
