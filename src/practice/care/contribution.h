/* SPDX-License-Identifier: EUPL-1.2 */
/* Own contributions: from when until when somebody owes one, and what the CAK must be told of it; no amounts.
 */
#ifndef PRACTICE_CARE_CONTRIBUTION_H
#define PRACTICE_CARE_CONTRIBUTION_H

#include "common/journal/journal.h"

/* What data/contribution_rules.csv says on a day. */
struct contribution_rules {
	int64_t least_age;   /* who is younger owes nothing */
	int64_t pause_days;  /* so many days without help, and the contribution stops */
	struct texts exempt; /* categories of WMO020 for which nobody owes anything */
};
/* In arena; FAILED where the file cannot be read. */
enum status contribution_rules_on(struct date on, struct arena *arena, struct contribution_rules *ret_rules,
                                  struct fault *fault) MUST_CHECK;
bool contribution_is_exempt(const struct contribution_rules *rules, const char *category);

/* Days on which granted help runs that somebody owes a contribution for; half-open. */
struct contribution_use {
	struct date from, until;
	bool is_break; /* what was granted goes on after it: help that stops for a while */
};
/* Days on which a contribution is owed; half-open, DATE_LAST while it goes on. */
struct contribution_period {
	int64_t period; /* the fact of its start; 0 of one that was not told yet */
	struct date from, until;
};
extern const struct record contribution_period_record;

/* What is owed as it stands today. */
struct contribution_owed {
	const struct contribution_rules *rules;
	struct date born, today;
	struct contribution_use *uses; /* are put in order */
	size_t uses_count;
};
/* The periods, the earliest first, in ret_periods with room for uses_count; how many there are. */
size_t contribution_periods(const struct contribution_owed *owed, struct contribution_period *ret_periods);

/* --- facts --- */

/* The notice that the CAK must be told of a start, a stop, or that one of them was another day. */
struct contribution_change {
	int64_t person;
	int64_t period; /* 0 of a start */
	const char *sort;
	struct date from, last_day;
	bool has_bsn; /* at the door */
};
extern const struct choice contribution_sorts[];
extern const struct record contribution_change_record;
extern const struct journal_kind contribution_changed_kind;
#define CONTRIBUTION_CHANGE_RULES_COUNT 1
extern const struct journal_rule contribution_change_rules[CONTRIBUTION_CHANGE_RULES_COUNT];
/* The next thing to tell, of what is owed and what was told before; false when all is told. */
bool contribution_next(const struct contribution_period *owed, size_t owed_count,
                       const struct contribution_period *told, size_t told_count,
                       struct contribution_change *ret_change);

struct contribution_situation {
	struct date today;
	const char *state; /* of the change: contribution_states; NULL when there is none of this person */
	bool has_bsn;
};

/* The fact that a change went to the CAK. */
struct contribution_sent {
	int64_t person, change;
	struct date sent_on;
	struct contribution_situation situation;
};
extern const struct record contribution_sent_record;
extern const struct journal_kind contribution_sent_kind;
#define CONTRIBUTION_SENT_RULES_COUNT 2
extern const struct journal_rule contribution_sent_rules[CONTRIBUTION_SENT_RULES_COUNT];

/* The notice of what the CAK answered. */
struct contribution_answered {
	int64_t person, change;
	struct date answered_on;
	const char *outcome; /* accepted, refused */
	const char *answer;  /* the code, or what it says */
	struct contribution_situation situation;
};
extern const struct record contribution_answered_record;
extern const struct journal_kind contribution_answered_kind;
#define CONTRIBUTION_ANSWERED_RULES_COUNT 1
extern const struct journal_rule contribution_answered_rules[CONTRIBUTION_ANSWERED_RULES_COUNT];

/* The fact that a refusal of the CAK was looked into. */
struct contribution_settled {
	int64_t person, change;
	const char *next; /* again: it goes once more; told: the CAK knows it otherwise */
	const char *words;
	struct contribution_situation situation;
};
extern const struct record contribution_settled_record;
extern const struct journal_kind contribution_settled_kind;
#define CONTRIBUTION_SETTLED_RULES_COUNT 1
extern const struct journal_rule contribution_settled_rules[CONTRIBUTION_SETTLED_RULES_COUNT];

#include "practice/care/contribution_kept.h"

#endif
