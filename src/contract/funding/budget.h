/* SPDX-License-Identifier: EUPL-1.2 */
/* The yearly run of a budget: what each party gets for each area, with the reasons, and what damping moved.
 */
#ifndef CONTRACT_FUNDING_BUDGET_H
#define CONTRACT_FUNDING_BUDGET_H

#include "contract/funding/population.h"

#define BUDGET_FORMULA "B_k = B x sum_d share(k,d) x W_d / sum W, W_d = sum_i w_i x x_i,d"
#define BUDGET_TOTAL_MAX INT64_C(100000000000000) /* cents: a million million euros */

/* What a party had the year before. */
struct budget_before {
	const char *party;
	struct money cents;
};
extern const struct record budget_before_record;

struct budget_question {
	const struct scheme *scheme;
	int year;
	int64_t total; /* cents, above 0 */
	bool total_is_demo;
	const struct population *brought; /* NULL: the scheme's own numbers serve */
	struct records before;            /* struct budget_before; none: nothing is damped */
};

/* The budget that a scheme has in a year. */
struct budget_place {
	const struct scheme_funding *funding;
	const struct scheme_agreement *agreement;
	struct date on;  /* the first day of the year on which the agreement holds */
	int first_month; /* of that day */
};

/* What a party gets for an area. */
struct budget_part {
	const char *party, *district; /* names */
	const char *party_label, *district_label;
	int64_t cents;
	int64_t weight, area_weight; /* of all weights together; the second before the party's share of it */
	int64_t percent;             /* share(k,d) */
	int64_t undamped;            /* cents that it would be without damping */
	bool is_rounded_up;
	struct texts because; /* sentences in the language of the findings */
};

/* What a party gets in all, beside the year before: the redistribution. */
struct budget_party {
	const char *party, *label;
	int64_t cents, undamped;
	int64_t before;                /* 0 where it had nothing, or that is not known */
	bool is_held_back, is_held_up; /* damping took from it, or added to it, before the fitting */
};

struct budget {
	struct budget_place place;
	int64_t total, weights; /* all together */
	struct population population;
	bool is_by_people; /* else by the shares of the authorities */
	bool is_damped;
	struct budget_part *parts;
	size_t parts_count;
	struct budget_party *parties;
	size_t parties_count;
};

/*
 * The agreement of the scheme that is a budget in the year, with how it is paid. A finding where there is
 * none: what is paid has nothing to divide, or no agreement holds in the year, or more than one is a budget.
 */
bool budget_place_of(const struct scheme *scheme, int year, struct findings *findings,
                     struct budget_place *ret_place);
/*
 * Divides the total. FINDINGS, and nothing divided, where the scheme does not say by what. The parts stand in
 * the order of the scheme's areas and within one of its shares; they are the total to the cent. In the arena
 * of the findings.
 *
 * Damping (domain: B'_k = clamp(B_k, (1-d) x B_k,t-1, (1+d) x B_k,t-1), then rescaled to B) is reckoned on
 * the whole cents of a party, and what it then has is divided over its areas by their weights.
 */
enum status budget_run(const struct budget_question *question, struct findings *findings,
                       struct budget *ret_budget) MUST_CHECK;
/* Reads "1250000", "1250000.50" or "1250000,5" as cents, above 0; false with a finding for anything else. */
bool budget_total_read(const char *text, int64_t *ret_cents, struct findings *findings);
/* "€ 12.345,67", or "€12,345.67" in English; in arena. */
const char *budget_euros(int64_t cents, const char *language, struct arena *arena);

#endif
