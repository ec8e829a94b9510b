/* SPDX-License-Identifier: EUPL-1.2 */
/* A small town whose scheme has everything, for the tests of schemes. */
#ifndef COMMON_SCHEME_FIXTURE_H
#define COMMON_SCHEME_FIXTURE_H

#include "common/scheme/scheme.h"

/* What a test works with. */
struct test {
	struct arena *arena;
	struct findings findings;
	struct scheme scheme;
	const char *town; /* a right scheme file */
};

/* Setup and teardown: *state is a struct test. */
int fixture_begin(void **state);
int fixture_end(void **state);
/* Reads a scheme into test->scheme, with fresh findings. */
enum status fixture_read(struct test *test, const char *yaml);
/* The text with the first occurrence of find, which must be there, replaced. */
const char *fixture_replaced(struct test *test, const char *text, const char *find, const char *put);

#endif
