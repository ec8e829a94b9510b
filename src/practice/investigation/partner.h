/* SPDX-License-Identifier: EUPL-1.2 */
/* Who else was asked, and with whose consent; and what the resident says of the report. */
#ifndef PRACTICE_INVESTIGATION_PARTNER_H
#define PRACTICE_INVESTIGATION_PARTNER_H

#include "practice/investigation/step.h"

extern const struct choice investigation_partners[], partner_consents[];

/* The fact that a partner was consulted (Wmo 2015, art. 2.3.2 lid 4 onder f). */
struct partner_consulted {
	int64_t report;
	const char *partner, *why;
	struct date consulted_on;
	const char *consent, *consent_by, *consent_how;
	struct date consent_on;
	const char *outcome;
	/* at the door */
	int64_t person;
	struct investigation_step step;
	struct date taken_back_on, taken_back_of; /* the last consent for it that ended: when, and since when
	                                             it had stood; or no date */
};
extern const struct record partner_consulted_record;
extern const struct journal_kind partner_consulted_kind;
#define PARTNER_RULES_COUNT 5
extern const struct journal_rule partner_rules[PARTNER_RULES_COUNT];

struct partner_line {
	int64_t consulted;
	const char *partner, *why, *consent, *consent_by, *consent_how, *outcome;
	struct date consulted_on, consent_on, withdrawn_on;
	bool may_withdraw; /* consent that was given and holds */
};
extern const struct record partner_line_record;
enum status partners_of(struct journal *journal, int64_t report, struct records *ret_lines,
                        struct fault *fault) MUST_CHECK;

/* The fact that the resident said something of the report of the investigation (art. 2.3.2 lid 8). */
struct remarks_received {
	int64_t report;
	struct date received_on;
	const char *remarks; /* as the resident gave them */
	const char *answer;  /* what was done with them */
	/* at the door */
	int64_t person;
	struct investigation_step step;
};
extern const struct record remarks_received_record;
extern const struct journal_kind remarks_received_kind;
#define REMARKS_RULES_COUNT 3
extern const struct journal_rule remarks_rules[REMARKS_RULES_COUNT];

struct remark_line {
	const char *remarks, *answer;
	struct date received_on;
};
extern const struct record remark_line_record;
enum status remarks_of(struct journal *journal, int64_t report, struct records *ret_lines,
                       struct fault *fault) MUST_CHECK;

#endif
