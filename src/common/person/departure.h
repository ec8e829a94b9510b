/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is no longer here to be helped: by death, by living elsewhere, under another law; and who is in
 * hospital. */
#ifndef COMMON_PERSON_DEPARTURE_H
#define COMMON_PERSON_DEPARTURE_H

#include "common/journal/journal.h"

extern const struct choice departure_sorts[]; /* died, moved_away, long_term_care, other_law */
#define DEPARTURE_DIED "died"

struct departure_situation {
	struct date today, born;
	bool is_known, has_departed;
};

/*
 * The notice that support by this municipality ends whatever was decided: the resident died, lives elsewhere
 * (Wmo 2015, art. 1.2.1), or is admitted under another law (art. 2.3.5 lid 6).
 */
struct departure {
	int64_t person;
	const char *sort;
	struct date departed_on; /* of a death: the day itself */
	const char *words;       /* who told, and what is still to be done */
	/* at the door */
	struct date ended_on; /* the first day without support */
	struct departure_situation situation;
};
extern const struct record departure_record;
extern const struct journal_kind resident_departed_kind;
/* Each is broken by one sort, and leaves the work that this sort asks. */
#define DEPARTURE_RULES_COUNT 3
extern const struct journal_rule departure_rules[DEPARTURE_RULES_COUNT];

/* The fact that what a departure asks was done. */
struct departure_settled {
	int64_t person;
	const char *words;
	bool has_departed; /* at the door */
};
extern const struct record departure_settled_record;
extern const struct journal_kind departure_settled_kind;
#define DEPARTURE_SETTLED_RULES_COUNT 1
extern const struct journal_rule departure_settled_rules[DEPARTURE_SETTLED_RULES_COUNT];

/*
 * The notice that somebody did not die or leave after all. What the departure ended stands again, and whoever
 * knows the client calls, looks for a provider again and records that it is done.
 */
struct departure_withdrawn {
	int64_t person;
	const char *words; /* how it is known, and how the mistake came about */
	const char *sort;  /* at the door: of the departure that was none */
	bool has_departed; /* at the door */
};
extern const struct record departure_withdrawn_record;
extern const struct journal_kind departure_withdrawn_kind;
#define DEPARTURE_WITHDRAWN_RULES_COUNT 1
extern const struct journal_rule departure_withdrawn_rules[DEPARTURE_WITHDRAWN_RULES_COUNT];
#define RETURN_TASK "return-here"

struct stay_situation {
	struct date today, since; /* since: of the stay that goes on */
	bool is_known, is_away, has_departed;
};

/* The fact that a resident is in hospital, or away from home for another while, and comes back. */
struct stay {
	int64_t person;
	struct date away_from, expected_on;
	const char *words;
	struct stay_situation situation;
};
extern const struct record stay_record;
extern const struct journal_kind hospital_stay_begun_kind;
#define STAY_RULES_COUNT 4
extern const struct journal_rule stay_rules[STAY_RULES_COUNT];

/* The fact that the resident is home again. */
struct stay_end {
	int64_t person;
	struct date home_on; /* the first day at home */
	struct stay_situation situation;
};
extern const struct record stay_end_record;
extern const struct journal_kind hospital_stay_ended_kind;
#define STAY_END_RULES_COUNT 2
extern const struct journal_rule stay_end_rules[STAY_END_RULES_COUNT];

/* --- as it is kept --- */

struct departed {
	const char *sort;
	struct date departed_on, ended_on;
};
/* NOT_FOUND for who is here. */
enum status departure_of(struct journal *journal, int64_t person, struct departed *ret_departed,
                         struct fault *fault) MUST_CHECK;

/* A stay away from home around a day. */
struct stay_line {
	int64_t person;
	struct date away_from, until, expected_on; /* until: the first day at home, DATE_LAST while away */
};
/* Visits who is away on a day, by person. */
struct stay_visit {
	void (*visit)(void *context, const struct stay_line *line);
	void *context;
};
enum status stays_visit(struct journal *journal, struct date on, const struct stay_visit *visit,
                        struct fault *fault) MUST_CHECK;
/* The stay of a person around a day; NOT_FOUND. */
enum status stay_on(struct journal *journal, int64_t person, struct date on, struct stay_line *ret_line,
                    struct fault *fault) MUST_CHECK;

#endif
