/* SPDX-License-Identifier: EUPL-1.2 */
/* What is sure is drawn as it is; what is not falls within its range, the same for the same seed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tender/assume.h"
#include "contract/tender/fixture.h"
#include "shows.h"

#define HEADER "bidder,lot,criterion,least,likely,most\n"

static const struct what_if_range range = { { 5 * DECIMAL_ONE }, { 10 * DECIMAL_ONE } };

static struct assumption read_assumption(struct tender_test *test, const char *file)
{
	test->findings = findings_new(test->arena, "nl");
	return assumption_read(file, strlen(file), &test->terms, &test->findings);
}

static struct clients clients_of(struct tender_test *test, const struct assumption *assumption)
{
	static const char file[] =
		"client,bidder,area,expertise\n1,p,oost,autisme\n2,p,west,\n3,q,west,\n4,z,oost,\n";

	return clients_read(file, strlen(file), &assumption->bids.bidders, &test->findings);
}

static void what_is_sure_is_sure(void **state)
{
	struct tender_test *test = *state;
	struct assumption assumption = read_assumption(test, HEADER "p,a,*,8,8,8\nq,b,visie,7.5,7.5,7.5\n"
	                                                            "q,b,uitvoering,9,9,9\n");
	struct clients clients = clients_of(test, &assumption);
	const struct draw draw = { .runs = 20, .seed = 7 };
	const struct assumed_step *steps;

	assert_int_equal(test->findings.count, 0);
	steps = assume(&test->terms, &assumption, &clients, &range, &draw, test->arena);
	for (size_t i = 0; i < what_if_steps(&range); i++) {
		int64_t awarded = (i <= 30) + (i <= 25);

		assert_int_equal(steps[i].awarded.low, awarded);
		assert_int_equal(steps[i].awarded.middle, awarded);
		assert_int_equal(steps[i].awarded.high, awarded);
		/* p wins lot a, which has oost in it; the client in west moves */
		assert_int_equal(steps[i].clients_kept.middle, awarded);
		assert_int_equal(steps[i].uncovered[0], i <= 30 ? 0 : 20);
		assert_int_equal(steps[i].lost[0], i <= 30 ? 0 : 20);
	}
}

/* Over 5, 6, 7 in tenths the triangle reaches 6 about half of the time, on both criteria a quarter. */
static void marks_fall_in_a_triangle(void **state)
{
	struct tender_test *test = *state;
	struct assumption assumption = read_assumption(test, HEADER "p,a,*,5,6,7\n");
	struct clients clients = clients_of(test, &assumption);
	struct draw draw = { .runs = 4000, .seed = 42 };
	const struct assumed_step *steps, *again;
	int64_t reached;

	test->findings = findings_new(test->arena, "nl");
	steps = assume(&test->terms, &assumption, &clients, &range, &draw, test->arena);
	again = assume(&test->terms, &assumption, &clients, &range, &draw, test->arena);
	reached = draw.runs - steps[10].uncovered[0];
	assert_in_range(reached, 1100, 1350); /* (66 / 121) squared of 4000 is 1190 */
	SHOWS("ZWO-54", assert_int_equal(steps[0].awarded.low, 1));
	assert_int_equal(steps[21].awarded.high, 0);
	assert_int_equal(again[10].uncovered[0], steps[10].uncovered[0]);
	draw.seed = 43;
	again = assume(&test->terms, &assumption, &clients, &range, &draw, test->arena);
	assert_int_not_equal(again[10].uncovered[0], steps[10].uncovered[0]);
}

static const struct {
	const char *file;
	int line;
	const char *code;
} wrong[] = {
	{ "", 1, "table-empty" },
	{ HEADER, 1, "bid-none" },
	{ HEADER "p,a,*,8,7,9\n", 2, "assume-order" },
	{ HEADER "p,a,*,8,8,11\n", 2, "assume-mark" },
	{ HEADER "p,a,*,8,8.25,9\n", 2, "assume-mark" },
	{ HEADER "p,c,*,8,8,9\n", 2, "mark-lot" },
	{ HEADER "p,a,prijs,8,8,9\n", 2, "mark-criterion" },
	{ HEADER "p,a,*,8,8,9\np,a,visie,8,8,9\n", 3, "assume-doubled" },
	{ HEADER "p,a,visie,8,8,9\n", 2, "assume-missing" },
};

static void a_wrong_file_is_no_assumption(void **state)
{
	struct tender_test *test = *state;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		(void)read_assumption(test, wrong[i].file);
		if (test->findings.count == 0 || strcmp(test->findings.items[0].code, wrong[i].code) != 0 ||
		    test->findings.items[0].line != wrong[i].line)
			fail_msg("%zu: no %s on line %d", i, wrong[i].code, wrong[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_sure_is_sure, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(marks_fall_in_a_triangle, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(a_wrong_file_is_no_assumption, tender_test_begin,
		                                tender_test_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
