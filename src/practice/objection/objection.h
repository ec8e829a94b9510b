/* SPDX-License-Identifier: EUPL-1.2 */
/* Objection: received in time or late, adjourned, decided on by somebody else, or withdrawn. */
#ifndef PRACTICE_OBJECTION_OBJECTION_H
#define PRACTICE_OBJECTION_OBJECTION_H

#include "common/calendar/calendar.h"
#include "common/journal/journal.h"

extern const struct choice objection_ways[]; /* how it came in */
extern const struct choice
	objection_outcomes[]; /* founded, partly_founded, unfounded, inadmissible, withdrawn */
extern const struct choice objection_results[]; /* what becomes of the decision: stays, changed, revoked */

/* What the rules need to know of the world, put there at the door. */
struct objection_situation {
	struct date today, received_on, due_on;
	bool is_known, has_ended;
	bool is_planned, is_heard; /* a hearing: planned; held, or settled that there is none */
	bool is_adjourned;
	bool in_time;
	bool decides_own; /* who decides took the decision that is objected against */
};

/*
 * Whether an objection is in time (Awb 6:9): received by the last day, or posted by it and received within a
 * week behind it.
 */
struct objection_days {
	struct date until, posted_on, received_on;
};
enum status objection_is_in_time(const struct calendar *calendar, const struct objection_days *days,
                                 struct arena *arena, bool *ret_is_in_time, struct fault *fault) MUST_CHECK;

/* The fact that an objection came in; one that is late is stored all the same (Awb 6:11). */
struct objection {
	int64_t person, decision;
	struct date received_on, posted_on;
	const char *how, *by_whom;
	const char *reasons; /* empty: none yet (6:5 and 6:6) */
	bool has_committee;  /* an advisory committee hears it (7:13) */
	/* at the door */
	int64_t report;
	struct date until; /* the last day for objecting */
	bool in_time;
	struct date starts_on; /* the day from which the term of the decision on it runs */
	struct date due_on;
	struct records steps;
};
extern const struct record objection_record;
extern const struct journal_kind objection_received_kind;
#define OBJECTION_RULES_COUNT 1
extern const struct journal_rule objection_rules[OBJECTION_RULES_COUNT];

/* The fact that the decision on it comes later, at most six weeks (Awb 7:10 lid 3). */
struct objection_adjourned {
	int64_t objection;
	struct date told_on;
	const char *reason;
	/* at the door */
	int64_t person, report;
	const char *term;
	struct date due_on;
	struct records steps;
	struct objection_situation situation;
};
extern const struct record objection_adjourned_record;
extern const struct journal_kind objection_adjourned_kind;
#define ADJOURNED_RULES_COUNT 4
extern const struct journal_rule adjourned_rules[ADJOURNED_RULES_COUNT];

/* The fact that it was decided on (Awb 7:11 and 7:12). */
struct objection_decided {
	int64_t objection;
	struct date decided_on;
	const char *outcome, *result;
	const char *reasons;
	bool is_excused; /* of a late one: the delay was nobody's fault (6:11) */
	const char *decided_by;
	/* at the door */
	int64_t person, report, decision;
	const char *term;
	struct date appeal_until; /* if the letter leaves on the day of the decision */
	struct records steps;
	struct objection_situation situation;
};
extern const struct record objection_decided_record;
extern const struct journal_kind objection_decided_kind;
#define DECIDED_RULES_COUNT 6
extern const struct journal_rule decided_rules[DECIDED_RULES_COUNT];

/* The fact that it was withdrawn (Awb 6:21). */
struct objection_withdrawn {
	int64_t objection;
	struct date withdrawn_on;
	const char *how; /* in writing, or at the hearing */
	const char *reason;
	/* at the door */
	int64_t person;
	const char *term;
	struct objection_situation situation;
};
extern const struct record objection_withdrawn_record;
extern const struct choice withdrawal_ways[];
extern const struct journal_kind objection_withdrawn_kind;
#define WITHDRAWN_RULES_COUNT 2
extern const struct journal_rule withdrawn_rules[WITHDRAWN_RULES_COUNT];

#endif
