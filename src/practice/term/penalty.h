/* SPDX-License-Identifier: EUPL-1.2 */
/* The penalty for deciding too late: an amount of the resident, computed to the cent, never a price. */
#ifndef PRACTICE_TERM_PENALTY_H
#define PRACTICE_TERM_PENALTY_H

#include "practice/decision/budget.h"
#include "practice/term/term.h"

/* From a day on, a day of penalty costs this much while it is among these days (data/penalty.csv). */
struct penalty_rate {
	struct date valid_from;
	int64_t from_day, until_day; /* the first and the last day of the penalty, both with it */
	struct resident_amount per_day;
	const char *source;
};
struct penalty_rates {
	const struct penalty_rate *items; /* the oldest first */
	size_t count;
};
/* Reads rates from memory; FAILED with the line that cannot be read. They live in arena. */
enum status penalty_rates_read(const char *csv, struct arena *arena, struct penalty_rates *ret_rates,
                               struct fault *fault) MUST_CHECK;
/* Those of data/penalty.csv. */
enum status penalty_rates_here(struct arena *arena, struct penalty_rates *ret_rates,
                               struct fault *fault) MUST_CHECK;

/* How many days are due: those after the two weeks and before the day of the decision, at most 42. */
int64_t penalty_days(struct date two_weeks_until, struct date decided_on);

/* A stretch of days of one rate. */
struct penalty_part {
	int64_t days;
	struct resident_amount per_day, sum;
	const char *source;
};
#define PENALTY_PARTS_MAX 6
struct penalty_sum {
	int64_t days;
	struct resident_amount total;
	struct penalty_part parts[PENALTY_PARTS_MAX];
	size_t parts_count;
};
/* The sum of so many days, of which the first is the day after the two weeks. */
struct penalty_sum penalty_count(const struct penalty_rates *rates, struct date two_weeks_until,
                                 int64_t days);
/* The fact that the penalty was set (Awb 4:18). */
struct penalty_set {
	int64_t person, about;
	const char *term; /* the decision that was late */
	struct date set_on;
	/* at the door */
	struct date from, last_day; /* of the days that are due */
	int64_t days, cents;
	struct records parts; /* penalty_part_kept */
	struct date objection_until;
	struct records steps; /* of the term for objecting */
	struct term_situation situation;
};
struct penalty_part_kept {
	int64_t days, cents_per_day, cents;
	const char *source;
};
/* The parts of a sum as the fact keeps them, in arena. */
struct records penalty_parts_keep(const struct penalty_sum *sum, struct arena *arena);
extern const struct record penalty_set_record;
extern const struct journal_kind penalty_set_kind;
#define PENALTY_RULES_COUNT 5
extern const struct journal_rule penalty_rules[PENALTY_RULES_COUNT];

/* The fact as a letter to the resident. */
enum status penalty_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault) MUST_CHECK;

/* As it is kept. */
struct penalty_kept {
	int64_t penalty, days, cents;
	struct date set_on;
};
/* The penalty for a late decision; NOT_FOUND. */
enum status penalty_of(struct journal *journal, int64_t person, int64_t about,
                       struct penalty_kept *ret_penalty, struct fault *fault) MUST_CHECK;

#endif
