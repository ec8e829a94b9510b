/* SPDX-License-Identifier: EUPL-1.2 */
/* For tests: small tenders, and files of this repository. */
#ifndef CONTRACT_TENDER_FIXTURE_H
#define CONTRACT_TENDER_FIXTURE_H

#include "contract/tender/terms.h"
#include "platform/base/finding.h"

/* What a test works with. */
struct tender_test {
	struct arena *arena;
	struct findings findings;
	struct tender_terms terms;
};

/* Setup and teardown: *state is a struct tender_test with two lots, two criteria and an 8 on each. */
int tender_test_begin(void **state);
int tender_test_end(void **state);
/* The bytes of a file of this repository, with a NUL behind them. */
const char *tender_test_file(struct tender_test *test, const char *path, size_t *ret_length);
/* The terms of a scheme of this repository. */
struct tender_terms tender_test_scheme(struct tender_test *test, const char *path);

#endif
