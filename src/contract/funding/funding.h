/* SPDX-License-Identifier: EUPL-1.2 */
/* The facts of a yearly budget: divided, signed by three corners, set; spent; and the talks about a ceiling.
 */
#ifndef CONTRACT_FUNDING_FUNDING_H
#define CONTRACT_FUNDING_FUNDING_H

#include "common/journal/journal.h"

#define BUDGET_SIGNATURES 3 /* policy, practice and contract, three people */

struct funded_part {
	const char *party, *district;
	struct money cents, undamped;
};
extern const struct record funded_part_record;

struct budget_run_made {
	const char *scheme;
	int64_t year;
	const char *total;      /* euros as a person writes them */
	const char *population; /* a CSV file; NULL: the scheme's own numbers */
	const char *reason;
	/* at the door: with what stands above all that is needed to reckon it again */
	int64_t version, scheme_fact;
	const char *agreement, *formula, *rounding;
	struct money total_cents;
	struct records before; /* struct budget_before */
	struct records parts;  /* struct funded_part */
	const char *digest;    /* SHA-256 of all of it */
	struct {
		bool is_scheme, is_other, has_set;
	} situation;
};
extern const struct record budget_run_made_record;
extern const struct journal_kind budget_run_made_kind;

struct budget_run_signed {
	int64_t run;
	const char *corner; /* at the door: of who signs */
	struct {
		bool is_open, is_corner, is_free, is_new;
	} situation;
};
extern const struct record budget_run_signed_record;
extern const struct journal_kind budget_run_signed_kind;

struct budget_run_set {
	int64_t run;
	struct {
		bool is_open, is_signed, is_newest;
	} situation;
};
extern const struct record budget_run_set_record;
extern const struct journal_kind budget_run_set_kind;

struct budget_spent {
	int64_t run;
	const char *party;
	struct date last_day; /* what was spent from the first day of the year to this one */
	const char *amount;   /* euros as a person writes them */
	/* at the door */
	struct money cents;
	int64_t reached, reached_before; /* percent of the budget */
	struct {
		bool is_set, is_party, is_amount, is_in_year, is_later;
	} situation;
};
extern const struct record budget_spent_record;
extern const struct journal_kind budget_spent_kind;

/* Follows from what was spent; opens a talk, and blocks nothing (Wmo 2015, art. 2.3.5). No amounts. */
struct ceiling_signalled {
	int64_t run;
	const char *party;
	int64_t percent;
};
extern const struct record ceiling_signalled_record;
extern const struct journal_kind ceiling_signalled_kind;
/* The next percent that was reached and not yet before. */
enum status ceiling_signals(struct journal *journal, const struct journal_fact *cause, size_t place,
                            void *item, bool *ret_follows, struct fault *fault);

struct ceiling_talked {
	int64_t signal;
	struct date held_on;
	const char *about; /* without amounts: what was seen, and what was agreed */
	struct {
		bool is_open, is_right_day;
	} situation;
};
extern const struct record ceiling_talked_record;
extern const struct journal_kind ceiling_talked_kind;

#define BUDGET_RUN_RULES_COUNT 4
#define BUDGET_SIGNED_RULES_COUNT 4
#define BUDGET_SET_RULES_COUNT 3
#define BUDGET_SPENT_RULES_COUNT 5
#define CEILING_TALKED_RULES_COUNT 2
extern const struct journal_rule budget_run_rules[BUDGET_RUN_RULES_COUNT];
extern const struct journal_rule budget_signed_rules[BUDGET_SIGNED_RULES_COUNT];
extern const struct journal_rule budget_set_rules[BUDGET_SET_RULES_COUNT];
extern const struct journal_rule budget_spent_rules[BUDGET_SPENT_RULES_COUNT];
extern const struct journal_rule ceiling_talked_rules[CEILING_TALKED_RULES_COUNT];

#endif
