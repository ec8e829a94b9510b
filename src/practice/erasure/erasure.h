/* SPDX-License-Identifier: EUPL-1.2 */
/* Erasure: at a resident's request (Wmo 2015, art. 5.3.5), or because the file was kept long enough
 * (art. 5.3.4). */
#ifndef PRACTICE_ERASURE_ERASURE_H
#define PRACTICE_ERASURE_ERASURE_H

#include "common/journal/journal.h"

/* What the rules need to know of the world, put there at the door. */
struct erasure_situation {
	struct date today;
	bool is_known_person;
	bool is_running;        /* something granted runs or has yet to begin */
	bool is_asked;          /* a request is open */
	struct date kept_until; /* the day from which it need not be kept any more */
};

/* The fact that somebody was erased. What it says of the person is the number alone. */
struct person_erased {
	int64_t person;
	const char *ground;     /* request, retention */
	int64_t facts;          /* at the door: how many lose their bodies */
	struct date kept_until; /* at the door */
	struct erasure_situation situation;
};
extern const struct journal_kind person_erased_kind;
#define PERSON_ERASED_RULES_COUNT 4
extern const struct journal_rule person_erased_rules[PERSON_ERASED_RULES_COUNT];

/* How long a sort of data is kept on a day, by data/retention.csv. */
struct keeping_term {
	const char *sort; /* provision, report, reads */
	int64_t years;
	const char *source;
};
/* NOT_FOUND where the file has no such row for the day. */
enum status erasure_term(const char *sort, struct date on, struct arena *arena, struct keeping_term *ret_term,
                         struct fault *fault) MUST_CHECK;
/* The first day on which what ended on a day need not be kept any more. */
struct date erasure_kept_until(struct date ended_on, const struct keeping_term *term);
/* How many were erased, by year and ground. */
struct erasure_count {
	int64_t year;
	const char *ground;
	int64_t people;
};
extern const struct record erasure_count_record;
enum status erasure_counts(struct journal *journal, struct records *ret_counts,
                           struct fault *fault) MUST_CHECK;

#endif
