/* SPDX-License-Identifier: EUPL-1.2 */
/* Norm sets: files that say how much time fits a need and on which policy that rests, and the sum they make.
 */
#ifndef PRACTICE_PLAN_NORM_H
#define PRACTICE_PLAN_NORM_H

#include "platform/base/embedded.h"
#include "platform/base/text.h"
#include "platform/record/record.h"

/* A possible value of a key, with its minutes per time or its hours per year; both may be below 0. */
struct norm_choice {
	const char *code, *label;
	int64_t minutes, times, every_weeks, hours_per_year;
	struct marks at;
};

/* Minutes more per time where another key has a value: at least a number, or exactly a code. */
struct norm_more {
	const char *when, *is;
	int64_t at_least, minutes;
	struct marks at;
};

/* What can be filled in: a number of units, or one of the choices. Without minutes it is a condition only. */
struct norm_key {
	const char *key, *label, *unit, *units;
	int64_t minutes, times, every_weeks, hours_per_year;
	int64_t max;                  /* of the number */
	int64_t max_minutes_per_week; /* of the line; 0 is none */
	struct records choices, more;
	struct marks at;
};

struct norm_rounding {
	int64_t to_minutes;
	const char *how; /* up, nearest */
	struct marks at;
};

struct norm_set {
	const char *name, *label, *source;
	bool is_example; /* made to learn from, not to decide on */
	struct date valid_from, last_day;
	struct texts categories; /* product categories of iWmo that it is meant for */
	struct texts assumptions, excluded;
	struct norm_rounding rounding;
	struct records keys;
	struct marks at;
};
extern const struct record norm_set_record;
extern const struct choice norm_rounding_ways[];

/*
 * Reads and checks a norm set's file; FINDINGS, each at its line and column, when it is not right. Its texts
 * live in the findings' arena.
 */
enum status norm_set_read(const char *bytes, size_t length, struct norm_set *ret_set,
                          struct findings *findings) MUST_CHECK;
const struct norm_key *norm_set_key(const struct norm_set *set, const char *key);
bool norm_set_in_force(const struct norm_set *set, struct date on);
/* "elke week", "1 keer per 4 weken": how often a thing is done; "" where the set gives hours per year. */
const char *norm_how_often(int64_t times, int64_t every_weeks, const char *language, struct arena *arena);

/* A key with its value, as somebody fills it in. */
struct norm_given {
	const char *key, *value;
};

/* A line of the sum, kept as it was: minutes per week, and the sum in words. */
struct norm_sum_line {
	const char *key, *label, *value;
	int64_t minutes;
	const char *because;
};
extern const struct record norm_sum_line_record;

struct norm_answer {
	int64_t minutes_per_week;
	struct records lines; /* norm_sum_line_record; their minutes are together minutes_per_week */
};

/* The last line, where the set rounds the total and that changed it. */
#define NORM_ROUNDING_KEY "afronding"

/*
 * The sum for what was given, on a day. Every line is rounded to whole minutes, halves away from 0; then the
 * total as the set says. What is wrong becomes findings with as field the key, and FINDINGS: norm-key,
 * norm-doubled, norm-value, norm-condition (fill in something else); norm-not-in-force, norm-negative,
 * norm-empty. Texts live in the findings' arena, in its language.
 */
enum status norm_calculate(const struct norm_set *set, const struct records *given, struct date on,
                           struct norm_answer *ret_answer, struct findings *findings) MUST_CHECK;

/* --- the sets inside the binary, data/norms/NAME.yaml --- */

/* All of them by name, norm_set_record. A file inside the binary is right: a test reads each. */
struct records norm_sets(struct arena *arena);
/* The set of that name, or NULL. */
const struct norm_set *norm_set_named(const struct records *sets, const char *name);

#endif
