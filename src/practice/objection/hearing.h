/* SPDX-License-Identifier: EUPL-1.2 */
/* The hearing: planned with an invitation, held, or settled that there is none. */
#ifndef PRACTICE_OBJECTION_HEARING_H
#define PRACTICE_OBJECTION_HEARING_H

#include "practice/objection/objection.h"

/* Why nobody is heard (Awb 7:3). */
extern const struct choice waive_grounds[];

/* The fact that a hearing was planned (Awb 7:2 and 7:4). */
struct hearing_planned {
	int64_t objection;
	struct date told_on, hearing_on;
	const char *at, *where; /* "10.30 uur"; a room, or by phone or video */
	bool is_agreed;         /* the resident wants it sooner than ten days after the invitation */
	/* at the door */
	int64_t person;
	struct objection_situation situation;
};
extern const struct record hearing_planned_record;
extern const struct journal_kind hearing_planned_kind;
#define PLANNED_RULES_COUNT 4
extern const struct journal_rule planned_rules[PLANNED_RULES_COUNT];

/* The fact that it was held, with its report (7:7). */
struct hearing_held {
	int64_t objection;
	struct date held_on;
	const char *present, *words;
	/* at the door */
	int64_t person;
	struct objection_situation situation;
};
extern const struct record hearing_held_record;
extern const struct journal_kind hearing_held_kind;
#define HELD_RULES_COUNT 3
extern const struct journal_rule held_rules[HELD_RULES_COUNT];

/* The fact that nobody is heard, and why. */
struct hearing_waived {
	int64_t objection;
	struct date waived_on;
	const char *ground, *reason;
	/* at the door */
	int64_t person;
	struct objection_situation situation;
};
extern const struct record hearing_waived_record;
extern const struct journal_kind hearing_waived_kind;
#define WAIVED_RULES_COUNT 2
extern const struct journal_rule waived_rules[WAIVED_RULES_COUNT];

#endif
