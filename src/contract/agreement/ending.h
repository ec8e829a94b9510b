/* SPDX-License-Identifier: EUPL-1.2 */
/* How the term of an agreement ends, and how a party that lost or stops is seen off: steps, who does each, by
 * when. */
#ifndef CONTRACT_AGREEMENT_ENDING_H
#define CONTRACT_AGREEMENT_ENDING_H

#include "common/journal/journal.h"

/* A step before or after the first day without. */
struct ending_step {
	const char *code;
	const char *words; /* Dutch */
	const char *who;   /* Dutch: whose work it is */
	int32_t days;      /* before that day below 0, after it above */
	bool of_party;     /* of a party that ends; else of the term of the agreement */
};
extern const struct ending_step ending_steps[];
extern const size_t ending_steps_count;
extern const struct choice ending_step_choices[], ending_whys[], clause_sorts[];
/* The step of that code, or NULL. */
const struct ending_step *ending_step_named(const char *code);

/* Parties that lost a tender, stop, or whose arrangement ends. */
struct ending_begun {
	const char *agreement; /* or the arrangement before it */
	struct texts parties;
	struct date ends_on; /* the first day without */
	const char *why, *reason;
	int64_t due; /* what was made ready after an award; else its own number */
	/* by the door */
	const char *scheme;
	struct {
		bool is_known, knows_parties, is_new;
	} situation;
};

/* A step was done. */
struct ending_step_done {
	const char *agreement, *party; /* no party: of the term itself */
	const char *step;
	struct date done_on;
	const char *words;
	/* by the door */
	struct {
		bool has_ending, fits, is_new, is_past, claims_are_in;
	} situation;
};

/* What the agreement itself says about changing it. */
struct clause_recorded {
	const char *agreement, *sort, *article, *words;
	struct date from;
	/* by the door */
	struct {
		bool is_known;
	} situation;
};

#define ENDING_BEGUN_RULES_COUNT 3
#define ENDING_STEP_RULES_COUNT 5
#define CLAUSE_RULES_COUNT 1
extern const struct journal_rule ending_begun_rules[ENDING_BEGUN_RULES_COUNT];
extern const struct journal_rule ending_step_rules[ENDING_STEP_RULES_COUNT];
extern const struct journal_rule clause_rules[CLAUSE_RULES_COUNT];
extern const struct journal_kind ending_begun_kind, ending_step_done_kind, clause_recorded_kind;
extern const struct record ending_begun_record, ending_step_done_record, clause_recorded_record;

/* Read back, in the journal's arena. */
struct ending_party {
	const char *party, *why, *reason;
	struct date ends_on, begun_on;
};
struct ending_done {
	const char *party, *step, *words;
	struct date done_on;
};
struct agreement_clause {
	int64_t clause;
	const char *sort, *article, *words;
	struct date valid_from;
};
extern const struct record agreement_clause_record;
enum status endings_of(struct journal *journal, const char *agreement, struct date on,
                       struct records *ret_parties, struct fault *fault) MUST_CHECK;
enum status endings_done(struct journal *journal, const char *agreement, struct records *ret_done,
                         struct fault *fault) MUST_CHECK;
enum status clauses_of(struct journal *journal, const char *agreement, struct date on,
                       struct records *ret_clauses, struct fault *fault) MUST_CHECK;

#endif
