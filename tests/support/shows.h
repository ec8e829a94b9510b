/* SPDX-License-Identifier: EUPL-1.2 */
/* Says which rows of data/requirements.csv an assertion shows; counted when its test passes. */
#ifndef TESTS_SUPPORT_SHOWS_H
#define TESTS_SUPPORT_SHOWS_H

#include <stdio.h>

/*
 * The assertion, and after it passed the rows: SHOWS("WES-8 WES-10", assert_int_equal(count, 2)). cmocka
 * leaves the test at an assertion that fails, so nothing is said then. The assertion is one that would fail if
 * the row did not hold: a mark on what is always true shows nothing (tests/suites/requirements.py looks).
 */
#define SHOWS(rows, ...)                                                                                     \
	do {                                                                                                 \
		__VA_ARGS__;                                                                                 \
		(void)printf("# shows %s\n", rows);                                                          \
		(void)fflush(stdout);                                                                        \
	} while (0)

#endif
