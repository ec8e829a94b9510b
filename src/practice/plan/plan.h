/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The plan: what a resident wants to reach, in the resident's own words; the help that fits it, in one hand
 * where it can be; and how much time that is, with the sum as it was made. Goals come first and time last,
 * but time is always there (ECLI:NL:CRVB:2021:1381).
 */
#ifndef PRACTICE_PLAN_PLAN_H
#define PRACTICE_PLAN_PLAN_H

#include "common/journal/journal.h"
#include "practice/plan/norm.h"

struct plan_goal {
	const char *words;  /* the resident's own */
	const char *result; /* by which it shows that it is reached */
	int64_t goal;       /* at the door: the same in each version with the same words */
};
extern const struct record plan_goal_record;

/* A product of the arrangement. */
struct plan_line {
	const char *product;
	int64_t amount;
	const char *norm_set;  /* NULL where none was used */
	const char *deviation; /* why it is more or less than the norm */
	/* at the door */
	const char *unit, *frequency;
	int64_t norm_minutes; /* what the norm says, a week */
	const char *reasons;  /* the sum and the deviation, in words */
};
extern const struct record plan_line_record;

/* What was filled in for a product's norm, and the line of the sum that it became. */
struct plan_sum {
	const char *product, *key, *value;
	/* at the door */
	const char *label, *because;
	int64_t minutes;
};
extern const struct record plan_sum_record;

struct plan_situation {
	struct date today, received_on;
	bool is_known_report, knows_products, norms_stand, norms_fit, explains_deviations, sums_belong;
};

/* The fact that a plan was made, or a new version of it. */
struct plan_made {
	int64_t report;
	struct date made_on;
	struct records goals;    /* plan_goal */
	const char *arrangement; /* how it fits together, and who does what */
	const char *one_hand;    /* yes, no */
	struct records lines;    /* plan_line */
	struct records sums;     /* plan_sum */
	const char *changed_because;
	/* at the door */
	int64_t person, version;
	int64_t minutes_per_week; /* of all lines that are counted in time */
	struct plan_situation situation;
};
extern const struct record plan_made_record;
extern const struct choice plan_hands[];
extern const struct journal_kind plan_made_kind;
#define PLAN_RULES_COUNT 11
extern const struct journal_rule plan_rules[PLAN_RULES_COUNT];

/* The minutes a week of an amount, or -1 where its unit is no time a week. */
int64_t plan_minutes(int64_t amount, const char *unit, const char *frequency);
/* Whether the amount is what the norm says, to the unit: minutes exactly, hours rounded up. */
bool plan_follows_norm(const struct plan_line *line);
/* The sum and the deviation of a line as a decision says it, in Dutch; sums are those of all lines. */
const char *plan_reasons(const struct plan_line *line, const struct norm_set *set, const struct records *sums,
                         struct arena *arena);

/* The fact that a goal was scored: how far it is, from 1 to 10, and what the resident says of it. */
struct goal_scored {
	int64_t person, goal;
	struct date scored_on;
	int64_t score;
	const char *words;
	/* at the door */
	struct date today, made_on;
	bool is_known_goal;
};
extern const struct record goal_scored_record;
extern const struct journal_kind goal_scored_kind;
#define SCORE_RULES_COUNT 3
extern const struct journal_rule score_rules[SCORE_RULES_COUNT];

#endif
