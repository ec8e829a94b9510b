/* SPDX-License-Identifier: EUPL-1.2 */
/* What a resident is offered before the investigation: free client support, and a personal plan of their own.
 */
#ifndef PRACTICE_DESK_OFFER_H
#define PRACTICE_DESK_OFFER_H

#include "common/journal/journal.h"

extern const struct choice support_told[], support_answers[];

/* The report that a fact speaks of. */
struct offer_situation {
	struct date today, received_on;
	bool is_known_report;
	bool has_plan;  /* a plan was handed in */
	bool is_waived; /* the resident said that there will be none */
};

/* The fact that free client support was offered, and what the resident said (Wmo 2015, art. 2.2.4, 2.3.2 lid
 * 3). */
struct support_offer {
	int64_t report;
	const char *told, *answer;
	const char *supporter; /* who gives it, where that is known */
	struct date offered_on;
	/* at the door */
	int64_t person;
	struct offer_situation situation;
};
extern const struct record support_offer_record;
extern const struct journal_kind support_offered_kind;
#define SUPPORT_RULES_COUNT 3
extern const struct journal_rule support_rules[SUPPORT_RULES_COUNT];

/* The facts that a personal plan came in, with its words, and that there will be none (art. 2.3.2 lid 2). */
struct personal_plan {
	int64_t report;
	const char *words; /* the plan; or how the resident said so */
	struct date on;
	/* at the door */
	int64_t person;
	struct date due_on; /* seven days after the report; a later plan counts all the same */
	struct offer_situation situation;
};
extern const struct record plan_received_record, plan_waived_record;
extern const struct journal_kind plan_received_kind, plan_waived_kind;
#define PLAN_RECEIVED_RULES_COUNT 3
#define PLAN_WAIVED_RULES_COUNT 4
extern const struct journal_rule plan_received_rules[PLAN_RECEIVED_RULES_COUNT];
extern const struct journal_rule plan_waived_rules[PLAN_WAIVED_RULES_COUNT];

/* What was offered, as it is kept. */
struct support_line {
	int64_t support, report;
	const char *told, *answer, *supporter;
	struct date offered_on;
};
struct own_plan_line {
	int64_t plan, report;
	bool is_waived;
	struct date plan_on, due_on;
	const char *words;
};
extern const struct record support_line_record, own_plan_line_record;
/* Of a report, oldest first; of a plan handed in again the last one counts. */
enum status desk_support_of(struct journal *journal, int64_t report, struct records *ret_lines,
                            struct fault *fault) MUST_CHECK;
enum status desk_plans_of(struct journal *journal, int64_t report, struct records *ret_lines,
                          struct fault *fault) MUST_CHECK;
/* The last day on which the resident may still hand in a plan, from today on; no date when there is one, when
 * the resident wants none, and when the days are over. */
enum status desk_plan_awaited(struct journal *journal, int64_t report, struct date *ret_until,
                              struct fault *fault) MUST_CHECK;

#endif
