/* SPDX-License-Identifier: EUPL-1.2 */
/* Help at once, and a report that is closed without a decision: what a report comes to outside its usual
 * road. */
#ifndef PRACTICE_DESK_URGENT_H
#define PRACTICE_DESK_URGENT_H

#include "common/document/letter.h"

/* Where the report's case stands, which other slices say (journal_completion). */
struct urgent_situation {
	struct date today, received_on;
	bool is_known_report, is_closed;
	bool is_known_product, is_known_party;
	bool overlaps;            /* the product runs already in these days; the decisions say so */
	bool has_advice, is_able; /* the scheme says who can come, and whoever is named is one of them */
	bool has_urgent;          /* help at once runs: then a report is not closed */
	/* filled by the caseload */
	bool is_investigated, is_applied;
};

/* The fact that help was given at once, before the investigation is done (Wmo 2015, art. 2.3.3). */
struct urgent_help {
	int64_t report;
	const char *product;
	const char *party;  /* who comes; who can by the scheme where nobody was named, or NULL */
	int64_t amount;     /* in the product's own unit; 0 in a fact from before it was asked */
	const char *help;   /* what comes, in words */
	const char *reason; /* why it cannot wait */
	const char *decided_by;
	struct date decided_on, starts_on;
	struct date last_day; /* at the latest: the decision on the application ends it before */
	/* at the door */
	int64_t person;
	const char *unit, *frequency; /* of the product */
	const char *deliverer;        /* to whom it is assigned; NULL while nobody can */
	const char *authority;
	struct date objection_until; /* it is a decision: the term runs from the letter of that day */
	struct records steps;        /* term_step_record */
	struct urgent_situation situation;
};
extern const struct record urgent_help_record;
extern const struct journal_kind urgent_help_given_kind;
#define URGENT_RULES_COUNT 11
extern const struct journal_rule urgent_rules[URGENT_RULES_COUNT];

/* Where nobody says until when: the weeks of the law, and as many to be late in. */
#define URGENT_WEEKS 13
/* Half-open end of its days. */
static inline struct date urgent_until(const struct urgent_help *urgent)
{
	return date_until(urgent->last_day);
}

/* The fact that a report ends without a provision and without a decision, as nothing more was needed. */
struct case_closing {
	int64_t report;
	const char *outcome; /* arranged, told, withdrawn */
	const char *words;
	struct date closed_on;
	/* at the door */
	int64_t person;
	struct date received_on;
	const char *asked;
	struct urgent_situation situation;
};
extern const struct record case_closing_record;
extern const struct choice closing_outcomes[];
extern const struct journal_kind case_closed_kind;
#define CLOSING_RULES_COUNT 6
extern const struct journal_rule closing_rules[CLOSING_RULES_COUNT];

/* As they are kept. */
struct urgent_line {
	int64_t urgent, report;
	const char *product, *party, *help, *reason, *decided_by;
	struct date decided_on, starts_on, objection_until;
};
struct closing_line {
	int64_t report, closed;
	const char *outcome, *words;
	struct date closed_on;
};
extern const struct record urgent_line_record, closing_line_record;
/* Help at once with a report, oldest first. */
enum status desk_urgent_of(struct journal *journal, int64_t report, struct records *ret_lines,
                           struct fault *fault) MUST_CHECK;
/* How a report was closed; NOT_FOUND. */
enum status desk_closing_of(struct journal *journal, int64_t report, struct closing_line *ret_line,
                            struct fault *fault) MUST_CHECK;

/* The letters that follow: help at once with the right to object, and a closing that is no decision. */
enum status desk_write_urgent(struct journal *journal, const struct journal_fact *cause, void *item,
                              bool *ret_follows, struct fault *fault) MUST_CHECK;
enum status desk_write_closing(struct journal *journal, const struct journal_fact *cause, void *item,
                               bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
