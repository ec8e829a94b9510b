/* SPDX-License-Identifier: EUPL-1.2 */
/* Application and decision: what a resident is granted, how much, from when until when, why and by whom. */
#ifndef PRACTICE_DECISION_DECISION_H
#define PRACTICE_DECISION_DECISION_H

#include "common/document/letter.h"
#include "practice/decision/budget.h"

struct application_situation {
	struct date today, received_on /* of the report */, investigation_due_on;
	bool is_known_report, is_investigated, is_applied;
};

/* The fact that a resident applied (Wmo 2015, art. 2.3.2 lid 9, and 2.3.5). */
struct application {
	int64_t report;
	struct date received_on;
	/* at the door */
	int64_t person;
	struct date due_on;
	struct records steps; /* term_step_record */
	struct application_situation situation;
};
extern const struct record application_record;
extern const struct journal_kind application_received_kind;
#define APPLICATION_RULES_COUNT 5
extern const struct journal_rule application_rules[APPLICATION_RULES_COUNT];

/* One product of a decision. */
struct decision_line {
	const char *product;
	int64_t amount;
	struct date from;
	struct date last_day; /* the last day on which it holds; may be open where the amount is not a weekly
	                         one */
	const char *reasons;
	/* at the door, from the scheme */
	const char *unit;
	const char *frequency;
	/* given too */
	const char *norm_set;         /* by which the amount was found; NULL where none was used */
	const char *household_reason; /* why another of the same household has the product too */
	struct date evaluate_on; /* to look together whether it works; the scheme's day where none is given */
	struct date reassess_on; /* to look anew at what is needed */
};
extern const struct record decision_line_record;

struct decision_situation {
	struct date today, applied_on;
	struct date born; /* no date where that is not known */
	bool is_known_report, is_applied, is_decided;
	bool is_reopened;         /* what was decided was refused, and an objection against that is founded */
	bool is_known_product;    /* every line's */
	bool weekly_has_last_day; /* every line that needs one has one */
	bool overlaps;            /* a product runs already in one of the periods */
	bool norms_hold;          /* every line's norm set may be used on the day of the decision */
	bool is_in_household; /* another at the address has a product for the household, and no line says why
	                       */
};

/* Other help and rules that the decision goes with (Wmo 2015, art. 2.3.5 lid 5). */
extern const struct choice decision_ties[];

/* The fact that was decided (Wmo 2015, art. 2.3.5; Awb 3:46 and 3:47 on reasons). */
struct decision {
	int64_t report;
	struct date decided_on;
	const char *outcome; /* granted, partial, refused */
	struct records lines;
	const char *not_granted;    /* of a partial grant: what is not granted, and why */
	struct records budgets;     /* struct personal_budget: lines that the resident buys in */
	const char *budget_refused; /* of budget_refusals: a personal budget was asked for */
	const char *budget_refused_why;
	const char *contribution; /* of contributions; NULL in a decision that does not say */
	struct texts ties;        /* of decision_ties */
	const char *ties_words;
	const char *reasons;
	const char *decided_by; /* the person who decides, */
	const char *mandate;    /* and on what mandate, in the name of the college (Awb, art. 10:3, 10:10) */
	/* at the door */
	int64_t person;
	const char *authority; /* whose college decides: that of the municipality where the resident lives */
	struct date objection_until; /* if the letter leaves on the day of the decision */
	struct records steps;
	int64_t replaces; /* the refusal that it takes the place of, after an objection */
	struct records at_once, at_once_support; /* help at once that ends with it: at_once.h */
	int64_t contribution_cents; /* the most that somebody pays in a month; 0 where that is not known */
	struct decision_situation situation;
};
extern const struct record decision_record;
extern const struct choice decision_outcomes[];
extern const struct journal_kind decision_taken_kind;
#define DECISION_RULES_COUNT 23
extern const struct journal_rule decision_rules[DECISION_RULES_COUNT];

/* Whether another at the same address has a product of the household in (a part of) the line's period. */
enum status decision_household_has(struct journal *journal, int64_t person, const struct decision_line *line,
                                   bool *ret_has, struct fault *fault) MUST_CHECK;
/* Whether the resident buys this line in with a personal budget: then no provider is looked for. */
bool decision_line_is_budget(const struct decision *decision, const struct decision_line *line);
/* How many lines a provider is looked for. */
size_t decision_lines_in_kind(const struct decision *decision);
/* A grant with a last day lasts no longer; one that has no end leaves that day open. */
#define DECISION_YEARS_MOST 99
/*
 * The first day on which something may be granted after an application or decision of that day: in the same
 * year, and not before the birth.
 */
struct date decision_first_day(struct date since, struct date born);
/* Whether a period is no longer than that; no last day: yes. */
bool decision_lasts_a_life(struct date from, struct date last_day);
/* Half-open end of a line: the day after its last day, or the last day of the calendar. */
struct date decision_line_until(const struct decision_line *line);

/* The decision as a letter to the resident, with reasons, amounts, dates and how to object (Awb 3:45). */
enum status decision_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault) MUST_CHECK;

#include "practice/decision/decision_kept.h"

#endif
