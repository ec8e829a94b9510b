/* SPDX-License-Identifier: EUPL-1.2 */
/* Decisions after the first: a granted line is changed, ended or withdrawn (Wmo 2015, art. 2.3.9 and 2.3.10).
 */
#ifndef PRACTICE_DECISION_LATER_H
#define PRACTICE_DECISION_LATER_H

#include "common/document/letter.h"
#include "practice/decision/budget.h"

/* Where no scheme says how many days lie between the letter and the change. */
#define CHANGE_NOTICE_DAYS 14

enum later_sort { LATER_CHANGED, LATER_ENDED, LATER_WITHDRAWN };

struct later_situation {
	struct date today, notice_until; /* the first day on which a change may be felt */
	enum later_sort sort;
	bool is_known;           /* the line is this person's, and has days left */
	bool needs_last_day;     /* an amount per week */
	bool overlaps;           /* another line of the product runs in the new period */
	bool is_budget;          /* the resident buys the line in */
	bool is_known_product;   /* still */
	bool has_died, has_left; /* by a recorded departure */
};

/* An assignment that ends with it. */
struct later_support {
	int64_t assignment;
};
extern const struct record later_support_record;

/* The fact that one line of a decision is changed, ended or withdrawn. */
struct later_decision {
	int64_t person, decision, line;
	struct date decided_on;
	struct date effective_from; /* the moment of art. 2.3.10 lid 2 */
	int64_t amount;             /* of a change: how much from then on, */
	struct date last_day;       /* and until when */
	struct records budgets;     /* struct personal_budget: the new one, of a line that is bought in */
	const char *ground;         /* later_grounds */
	const char *reasons;
	const char *without_notice; /* later_exceptions, or NULL; decided_by is the name that goes with it */
	const char *why_without;
	const char *decided_by, *mandate;
	/* at the door */
	int64_t report;
	const char *product, *unit, *frequency;
	int64_t amount_before;
	bool is_budget;
	bool is_at_once; /* it is help at once that is changed or ended: the case itself stays where it is */
	struct date earlier_on;            /* when the line was granted */
	struct date line_from, line_until; /* its days, half-open */
	struct date ends_from;             /* the first day that is not as before */
	struct date notice_until;
	const char *authority;
	struct date objection_until;
	struct records steps;
	struct records support; /* struct later_support; put there by whoever knows the assignments */
	bool still_waits;       /* nobody comes yet, and the line waits for a provider until its new end */
	struct later_situation situation;
};
extern const struct record decision_changed_record, decision_ended_record, decision_withdrawn_record;
extern const struct choice later_grounds[];
extern const struct choice later_exceptions[];
extern const struct journal_kind decision_changed_kind, decision_ended_kind, decision_withdrawn_kind;
#define LATER_RULES_COUNT 12
extern const struct journal_rule later_rules[LATER_RULES_COUNT];

/* Whether nobody needs to wait for the notice to run: at the resident's request, in urgency, at death. */
bool later_is_without_notice(const struct later_decision *later);
/* The first day that is felt: what nobody came for ends on the day from which it waited. */
static inline struct date later_felt_from(const struct later_decision *later)
{
	return date_before(later->ends_from, later->effective_from) ? later->effective_from
	                                                            : later->ends_from;
}
bool later_is_of_the_dead(const struct later_decision *later);
bool later_is_of_departure(const struct later_decision *later);
/* Half-open end of the new period of a change. */
struct date later_until(const struct later_decision *later);
/* Whether the change goes on as help in kind, for which a provider is looked for. */
bool later_goes_on_in_kind(const struct journal_fact *fact);

/*
 * What a departure ends: each granted line with days left, in the name of who recorded it; what the resident
 * had until that day stays.
 */
enum status later_ends_at_departure(struct journal *journal, const struct journal_fact *cause, size_t place,
                                    void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

/* The decision as a letter (Awb 3:45); none to who died. It has the ground, the day and how to object. */
enum status later_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                               bool *ret_follows, struct fault *fault) MUST_CHECK;

/* As it is kept. */
struct later_kept {
	int64_t later, person, report, decision, line;
	const char *sort; /* changed, ended, withdrawn */
	const char *product, *ground, *without_notice, *why_without, *decided_by, *mandate, *reasons;
	struct date decided_on, effective_from, ends_from, objection_until;
	struct date restored_on; /* since then what it ended stands again */
};
extern const struct record later_kept_record;
/* What came after a person's decisions, up to a day, newest first. */
enum status later_of(struct journal *journal, int64_t person, struct date until, struct records *ret_kept,
                     struct fault *fault) MUST_CHECK;

#endif
