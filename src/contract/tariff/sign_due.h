/* SPDX-License-Identifier: EUPL-1.2 */
/* A table of tariffs that waits for signatures is a task in each corner that signs; without amounts. */
#ifndef CONTRACT_TARIFF_SIGN_DUE_H
#define CONTRACT_TARIFF_SIGN_DUE_H

#include "common/journal/journal.h"

/* One corner is asked to sign for a proposal. */
struct tariff_sign_due {
	int64_t proposal;
	const char *corner;
	/* by the door */
	int64_t due; /* tariff_due_of */
};
extern const struct record tariff_sign_due_record;
extern const struct journal_kind tariff_sign_due_kind;
#define TARIFF_SIGN_DUE_RULES_COUNT 3
extern const struct journal_rule tariff_sign_due_rules[TARIFF_SIGN_DUE_RULES_COUNT];

/* The number under which a corner's signature for a proposal is a task; 0 for no corner. */
int64_t tariff_due_of(int64_t proposal, const char *corner);
/* For reactions: one after tariffs_proposed for each corner, where signatures are needed. */
enum status tariff_ask_signatures(struct journal *journal, const struct journal_fact *cause, size_t place,
                                  void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
