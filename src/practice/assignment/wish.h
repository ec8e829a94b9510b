/* SPDX-License-Identifier: EUPL-1.2 */
/* What a resident chooses, where there is a choice: a wish, which a social worker turns into an assignment.
 */
#ifndef PRACTICE_ASSIGNMENT_WISH_H
#define PRACTICE_ASSIGNMENT_WISH_H

#include "practice/assignment/assignment.h"

/* The notice that somebody chose a provider for what waits for one. */
struct provider_wish {
	int64_t person, decision, line;
	const char *deliverer;
	const char *words; /* why, or what else matters; may be NULL */
	struct date wished_on;
	const char *by; /* at the door: resident, representative or worker */
};
extern const struct choice wish_sources[];
/*
 * Refused at the door: nothing waits there ("wish-waiting"), one provider can serve ("wish-choice"), that one
 * cannot ("wish-deliverer"), a day to come ("wish-future"). Not an assignment: whether the provider has room,
 * and from which day, is first agreed on with the resident.
 */
extern const struct journal_kind provider_wished_kind;
#define WISH_RULES_COUNT 1
extern const struct journal_rule wish_rules[WISH_RULES_COUNT];

struct wish_line {
	int64_t decision, line;
	const char *deliverer, *words, *by;
	struct date wished_on;
};
extern const struct record wish_line_record;
/* The last wish for each line of a person. */
enum status wishes_of(struct journal *journal, int64_t person, struct records *ret_wishes,
                      struct fault *fault) MUST_CHECK;

#endif
