/* SPDX-License-Identifier: EUPL-1.2 */
/* What is read back of yearly budgets: runs, parts, signatures, what was spent, talks about a ceiling. */
#ifndef CONTRACT_FUNDING_FUNDING_STORE_H
#define CONTRACT_FUNDING_FUNDING_STORE_H

#include "contract/funding/budget.h"
#include "contract/funding/funding.h"

struct funding_run {
	int64_t run, scheme_fact, year, version;
	const char *scheme, *agreement, *population, *formula, *rounding, *digest, *reason, *made_by;
	struct money total;
	struct date made_on, set_on; /* DATE_LAST: not yet */
};
struct funding_signature {
	const char *corner, *account, *name;
	struct date signed_on;
};
struct funding_spent {
	const char *party;
	struct date spent_until;
	struct money cents;
	int64_t reached;
};
struct funding_signal {
	int64_t signal, percent;
	const char *party, *talked_about;
	struct date signalled_on, talked_on; /* DATE_LAST: not yet */
};

/* One run; NOT_FOUND. All live in the journal's arena. */
enum status funding_run_of(struct journal *journal, int64_t run, struct funding_run *ret_run,
                           struct fault *fault) MUST_CHECK;
/* The runs that there were on a day, newest first, as struct funding_run. */
enum status funding_runs(struct journal *journal, struct date on, struct records *ret_runs,
                         struct fault *fault) MUST_CHECK;
/* Parts of a run as struct funded_part; what each party had before as struct budget_before. */
enum status funding_parts(struct journal *journal, int64_t run, struct records *ret_parts,
                          struct fault *fault) MUST_CHECK;
enum status funding_before(struct journal *journal, int64_t run, struct records *ret_before,
                           struct fault *fault) MUST_CHECK;
/* What each party has in a year by the newest budget that was set, as struct budget_before. */
enum status funding_had(struct journal *journal, const char *scheme, int64_t year, struct records *ret_had,
                        struct fault *fault) MUST_CHECK;
/* Signatures (struct funding_signature), the last stated spending of each party (struct funding_spent) and
 * signals (struct funding_signal) that there were on a day. */
enum status funding_signatures(struct journal *journal, int64_t run, struct date on,
                               struct records *ret_signatures, struct fault *fault) MUST_CHECK;
enum status funding_spending(struct journal *journal, int64_t run, struct date on, struct records *ret_spent,
                             struct fault *fault) MUST_CHECK;
enum status funding_signals(struct journal *journal, int64_t run, struct date on, struct records *ret_signals,
                            struct fault *fault) MUST_CHECK;
/*
 * Divides what a run divided again, from its inputs and the version of the scheme of then: the reasons, and
 * whether the outcome is the same to the cent. NOT_FOUND when the scheme cannot be read any more.
 */
struct funding_again {
	struct scheme scheme;
	struct budget budget;
	bool is_same;
};
enum status funding_run_again(struct journal *journal, const struct funding_run *run, struct arena *arena,
                              struct funding_again *ret_again, struct fault *fault) MUST_CHECK;

#endif
