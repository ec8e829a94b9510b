/* SPDX-License-Identifier: EUPL-1.2 */
/* The legal terms of a case: suspended and resumed, told to come later, in default, counted again. */
#ifndef PRACTICE_TERM_TERM_H
#define PRACTICE_TERM_TERM_H

#include "common/calendar/calendar.h"
#include "common/journal/journal.h"

/* The kinds of term a case knows, by their names in the calendar, and why one may stand still. */
extern const struct choice term_names[];
extern const struct choice term_grounds[];
/* The ground of a term that waits until its letter has left (Awb, art. 3:41 and 6:8); nobody records it. */
#define TERM_UNTOLD "announcement"
/* Whether a term of this kind may stand still on this ground (Awb 4:15, 6:6 and 7:10). */
bool term_ground_fits(const char *term, const char *ground);
/* Whether the municipality owes a decision by the end of it, so that it can be in default (Awb 4:17, 7:14).
 */
bool term_is_owed(const char *term);

/* A term as it stands. */
struct term_line {
	int64_t about, person, report;
	const char *term;
	struct date valid_from, valid_until;
	struct date starts_on;
	struct date due_on;                  /* no date while it stands still with no end in sight */
	struct date closed_on;               /* no date while it runs */
	struct date still_from, still_until; /* of the last suspension */
	const char *ground;                  /* of it */
	struct date expected_by;             /* the later day that the applicant was told */
	const char *sum;                     /* see term_sum_read */
};
extern const struct record term_line_record;
/* Whether it waits until its letter has left, so that no day of it has passed. */
bool term_is_untold(const struct term_line *line);
/* Whether it stands still on a day. */
bool term_is_still(const struct term_line *line, struct date on);
/* Whether its last day is behind it for good: what one may do until a day is over after it, what somebody
 * owes stays open until it is there. */
bool term_is_over(const struct term_line *line, struct date on);

/* A term as a fact finds it, put there at the door for the rules. */
struct term_situation {
	struct date today, starts_on, due_on, closed_on;
	struct date still_from, still_until;
	bool is_known;           /* the person has such a term */
	bool is_given;           /* what the fact records was recorded before */
	bool is_final;           /* of a penalty: no day can be added any more */
	int64_t days;            /* of a penalty: how many */
	struct date expected_by; /* the later day that the applicant was told before */
};

/* The fact that a term stands still from a day on. */
struct term_suspended {
	int64_t person, about;
	const char *term, *ground;
	struct date told_on; /* asked, agreed, or found */
	struct date from;    /* the first day that does not count; none: the day after told_on */
	struct date until;   /* the last one, where that is known */
	const char *reason;
	/* at the door */
	int64_t report;
	struct date due_on; /* no date while the end is not in sight */
	struct records steps;
	struct term_situation situation;
};
extern const struct record term_suspended_record;
extern const struct journal_kind term_suspended_kind;
#define SUSPENDED_RULES_COUNT 6
extern const struct journal_rule suspended_rules[SUSPENDED_RULES_COUNT];

/* The fact that it runs on. */
struct term_resumed {
	int64_t person, about;
	const char *term;
	struct date resumed_on; /* the first day that counts again */
	/* at the door */
	int64_t report;
	struct date due_on;
	struct records steps;
	struct term_situation situation;
};
extern const struct record term_resumed_record;
extern const struct journal_kind term_resumed_kind;
#define RESUMED_RULES_COUNT 3
extern const struct journal_rule resumed_rules[RESUMED_RULES_COUNT];

/* The fact that the applicant was told that the decision comes later (Awb 4:14); the term itself stays. */
struct term_extended {
	int64_t person, about;
	const char *term;
	struct date told_on, expected_by;
	const char *reason;
	/* at the door */
	struct date due_on;
	struct term_situation situation;
};
extern const struct record term_extended_record;
extern const struct journal_kind term_extended_kind;
#define EXTENDED_RULES_COUNT 5
#define EXTENDED_WEEKS_MOST                                                                                  \
	8 /* the reasonable time of Awb 4:13 lid 2; "as short as possible" is no longer                      \
	   */
extern const struct journal_rule extended_rules[EXTENDED_RULES_COUNT];

/* The fact that an applicant wrote that the decision is late (Awb 4:17 lid 3). */
struct default_notice {
	int64_t person, about;
	const char *term;
	struct date received_on;
	/* at the door */
	int64_t report;
	struct date due_on;        /* the last day of the two weeks */
	struct records steps;      /* of them */
	struct date penalty_until; /* the last of the 42 days */
	struct records penalty_steps;
	struct term_situation situation;
};
extern const struct record default_notice_record;
extern const struct journal_kind default_notice_received_kind;
#define DEFAULT_RULES_COUNT 4
extern const struct journal_rule default_rules[DEFAULT_RULES_COUNT];

/* The fact that an open term was counted again: the letter left later, or the list of holidays changed. */
struct term_recounted {
	int64_t person, about;
	const char *term;
	const char *because;   /* "dispatch", "holiday" */
	struct date starts_on; /* none: as it was */
	/* at the door */
	int64_t report;
	struct date before; /* the last day until now */
	struct date due_on;
	struct records steps;
	struct term_situation situation;
};
extern const struct record term_recounted_record;
extern const struct journal_kind term_recounted_kind;
#define RECOUNTED_RULES_COUNT 1
extern const struct journal_rule recounted_rules[RECOUNTED_RULES_COUNT];

#endif
