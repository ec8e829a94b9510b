/* SPDX-License-Identifier: EUPL-1.2 */
/* Care that does not come, or not now: what the provider said, as practice sees it, and what is left to do.
 */
#ifndef PRACTICE_CARE_CARE_CHANGE_H
#define PRACTICE_CARE_CARE_CHANGE_H

#include "common/journal/journal.h"

/* The notice that a provider does not take an order; its assignment ends, and the line waits again. */
struct care_declined {
	int64_t person;
	int64_t assignment;
	const char *reason, *words; /* of the provider: a code of care_decline_reasons */
	const char *party, *product;
};
extern const struct choice care_decline_reasons[];
extern const struct journal_kind care_declined_kind;

/* The notice that care stops for a while, of which the client's days with and without care remain known. */
struct care_pause {
	int64_t person;
	int64_t assignment;
	struct date paused_on; /* the first day without care */
	const char *reason;    /* a code of care_pause_reasons; may be NULL */
	struct date expected_on;
};
extern const struct choice care_pause_reasons[];
extern const struct journal_kind care_paused_kind;

/* The notice that care goes on. */
struct care_resume {
	int64_t person;
	int64_t assignment;
	struct date resumed_on;
};
extern const struct journal_kind care_resumed_kind;

/* The notice that care stopped. Where it was not planned so, somebody must call the client. */
struct care_stop {
	int64_t person;
	int64_t assignment;
	struct date stopped_on; /* the first day without care */
	const char *reason;     /* a code of care_stop_reasons */
};
extern const struct choice care_stop_reasons[];
extern const struct journal_kind care_stopped_kind;

/* The notice that the last start or stop of which was told did not happen. */
struct care_withdrawn {
	int64_t person;
	int64_t assignment;
	const char *sort;  /* started, paused, resumed, stopped */
	const char *state; /* how it is without that: started, paused, stopped; NULL: not begun */
};
extern const struct journal_kind care_withdrawn_kind;

/* The fact that somebody spoke with the client after care stopped, and what was agreed. */
struct stop_followed {
	int64_t person;
	int64_t assignment;
	const char *words;
	bool is_stopped; /* at the door: care of the assignment stopped */
};
extern const struct journal_kind stop_followed_kind;
#define STOP_FOLLOWED_RULES_COUNT 1
extern const struct journal_rule stop_followed_rules[STOP_FOLLOWED_RULES_COUNT];

/* The end of the assignment that follows: of one that was declined, or of which the provider cannot go on. */
enum status care_declined_end(struct journal *journal, const struct journal_fact *cause, void *item,
                              bool *ret_follows, struct fault *fault);
enum status care_stopped_end(struct journal *journal, const struct journal_fact *cause, void *item,
                             bool *ret_follows, struct fault *fault);

/* Days of an assignment without care; until_day is the first day with care again, DATE_LAST while none is. */
struct care_gap {
	int64_t person, assignment;
	struct date from_day, until_day;
	const char *sort; /* pause, stop */
	const char *reason;
	struct date expected_on;
};
/* The gaps in a person's care, by assignment and day. */
enum status care_gaps_of(struct journal *journal, int64_t person, struct records *ret_gaps,
                         struct fault *fault) MUST_CHECK;
/* The gap of an assignment around a day in such a list; NULL when care runs, or had not begun. */
const struct care_gap *care_gap_on(const struct records *gaps, int64_t assignment, struct date on);
/* Why, in Dutch words of a table: of a pause or a stop. */
const char *care_gap_reason(const struct care_gap *gap);

/* A provider that did not take a client. */
struct care_declined_line {
	int64_t assignment;
	const char *party, *product, *reason, *words;
	struct date declined_on;
};
/* Who did not take a person, oldest first. */
enum status care_declined_of(struct journal *journal, int64_t person, struct records *ret_lines,
                             struct fault *fault) MUST_CHECK;

/* Visits the gaps that lie around a day, by assignment; the texts last until the next visit. */
struct care_gap_visit {
	void (*visit)(void *context, const struct care_gap *gap);
	void *context;
};
enum status care_visit_gaps(struct journal *journal, struct date on, const struct care_gap_visit *visit,
                            struct fault *fault) MUST_CHECK;

#endif
