/* SPDX-License-Identifier: EUPL-1.2 */
/* Who wins by marks in a file, and what is wrong with a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tender/award.h"
#include "contract/tender/fixture.h"
#include "shows.h"

#define HEADER "bidder,lot,criterion,assessor,mark\n"
/* Three bids on lot b, of which x and y win; z on lot a. */
#define SOUND                                                                                                \
	HEADER "x,b,visie,1,8\nx,b,visie,2,9\nx,b,uitvoering,1,9\nx,b,uitvoering,2,9\n"                      \
	       "y,b,visie,1,8.5\ny,b,visie,2,8.5\ny,b,uitvoering,1,8\ny,b,uitvoering,2,8\n"                  \
	       "w,b,visie,1,8\nw,b,visie,2,8\nw,b,uitvoering,1,8\nw,b,uitvoering,2,8\n"                      \
	       "z,a,visie,consensus,8\nz,a,uitvoering,consensus,7.999999999\n"

static struct tender_bids read_marks(struct tender_test *test, const char *file)
{
	test->findings = findings_new(test->arena, "nl");
	return marks_read(file, strlen(file), &test->terms, &test->findings);
}

/* How the bid of that name fared. */
static struct award_outcome outcome_of(struct tender_test *test, const struct tender_bids *bids,
                                       const char *bidder)
{
	struct award_outcome *outcomes = ARENA_MANY(test->arena, bids->count + 1, struct award_outcome);

	award_judge(&test->terms, bids, outcomes);
	for (size_t i = 0; i < bids->count; i++)
		if (strcmp(bids->bidders.items[bids->items[i].bidder], bidder) == 0)
			return outcomes[i];
	fail_msg("%s made no bid", bidder);
	return (struct award_outcome){ 0 };
}

static void the_threshold_is_exact(void **state)
{
	struct tender_test *test = *state;
	struct tender_bids bids = read_marks(test, SOUND);

	assert_int_equal(test->findings.count, 0);
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_WON);
	assert_int_equal(outcome_of(test, &bids, "z").why, AWARD_BELOW);
	assert_int_equal(outcome_of(test, &bids, "z").criterion, 1);
	test->terms.threshold = (struct decimal){ 7999999999 };
	assert_int_equal(outcome_of(test, &bids, "z").why, AWARD_WON);
}

/* 60 percent of 8 and 40 of 7.999999999 is less than 8; each rule says so in its own way. */
static void each_rule_judges_its_own(void **state)
{
	struct tender_test *test = *state;
	struct tender_bids bids = read_marks(test, HEADER "x,a,visie,1,10\nx,a,uitvoering,1,6\n"
	                                                  "y,a,visie,1,8\ny,a,uitvoering,1,7.999999999\n"
	                                                  "z,b,visie,1,4.9\nz,b,uitvoering,1,10\n");

	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_BELOW);
	test->terms.rule = TENDER_WEIGHTED_MEAN;
	SHOWS("ZWO-I1", assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_WON));
	assert_int_equal(outcome_of(test, &bids, "y").why, AWARD_MEAN_BELOW);
	assert_int_equal(outcome_of(test, &bids, "z").why, AWARD_KNOCKED_OUT);
	test->terms.rule = TENDER_BOTH;
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_BELOW);
}

static void thirds_are_not_rounded(void **state)
{
	struct tender_test *test = *state;
	struct tender_bids bids =
		read_marks(test, HEADER "x,a,visie,1,8\nx,a,visie,2,8\nx,a,visie,3,7.9\n"
	                                "x,a,uitvoering,consensus,8\n"
	                                "y,b,visie,consensus,8\ny,b,uitvoering,consensus,8\n");

	assert_int_equal(test->findings.count, 0);
	assert_int_equal(outcome_of(test, &bids, "x").mark.of, 3);
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_BELOW);
	test->terms.threshold = (struct decimal){ 7966666667 };
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_BELOW);
	test->terms.threshold = (struct decimal){ 7966666666 };
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_WON);
}

/* Whatever a program wrote behind the comma counts: as a number of the machine 7.9999999999999999 would be
 * an 8. */
static void no_place_is_lost(void **state)
{
	struct tender_test *test = *state;
	struct tender_bids bids =
		read_marks(test, HEADER "x,a,visie,1,7.9999999999999999\nx,a,uitvoering,1,8\n"
	                                "x,a,visie,2,8.0000000000000000\nx,a,uitvoering,2,8\n"
	                                "y,b,visie,1,7.9999999999\ny,b,uitvoering,1,8\n"
	                                "y,b,visie,2,8.0000000001\ny,b,uitvoering,2,8\n");

	assert_int_equal(test->findings.count, 0);
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_BELOW);
	assert_int_equal(outcome_of(test, &bids, "y").why, AWARD_WON);
	test->terms.rule = TENDER_WEIGHTED_MEAN;
	assert_int_equal(outcome_of(test, &bids, "x").why, AWARD_MEAN_BELOW);
	assert_int_equal(outcome_of(test, &bids, "y").why, AWARD_WON);
}

static void only_so_many_win(void **state)
{
	struct tender_test *test = *state;
	struct tender_bids bids = read_marks(test, SOUND);

	assert_int_equal(outcome_of(test, &bids, "x").rank, 1);
	assert_int_equal(outcome_of(test, &bids, "y").rank, 2);
	SHOWS("ALP-10", assert_int_equal(outcome_of(test, &bids, "w").why, AWARD_OUTRANKED));
}

static void check_award(struct tender_test *test, const char *file)
{
	struct tender_bids bids = read_marks(test, file);
	struct award_outcome *outcomes = ARENA_MANY(test->arena, bids.count + 1, struct award_outcome);

	assert_int_equal(test->findings.count, 0);
	award_judge(&test->terms, &bids, outcomes);
	award_check(&test->terms, &bids, outcomes, &test->findings);
}

static void a_tie_is_no_award(void **state)
{
	struct tender_test *test = *state;

	check_award(test, HEADER "x,b,visie,1,9\nx,b,uitvoering,1,9\ny,b,visie,1,8\ny,b,uitvoering,1,8\n"
	                         "w,b,visie,1,8\nw,b,uitvoering,1,8\nz,a,visie,1,8\nz,a,uitvoering,1,8\n");
	assert_int_equal(test->findings.count, 1);
	assert_string_equal(test->findings.items[0].code, "award-tie");
	assert_int_equal(test->findings.items[0].line, 6);
}

/* Two lots under one cap. */
static void a_cap_holds_over_all_lots(void **state)
{
	struct tender_test *test = *state;

	check_award(test, HEADER "x,a,visie,1,8\nx,a,uitvoering,1,8\nx,b,visie,1,8\nx,b,uitvoering,1,8\n");
	assert_int_equal(test->findings.count, 0);
	test->terms.areas_per_party = 1;
	check_award(test, HEADER "x,a,visie,1,8\nx,a,uitvoering,1,8\nx,b,visie,1,8\nx,b,uitvoering,1,8\n");
	assert_int_equal(test->findings.count, 1);
	assert_string_equal(test->findings.items[0].code, "award-cap");
}

/* --- files that are wrong --- */

static const struct {
	const char *file;
	int line;
	const char *code;
} wrong[] = {
	{ "", 1, "table-empty" },
	{ "\n\n", 1, "table-empty" },
	{ HEADER, 1, "mark-lot-empty" },
	{ "bidder,lot,criterion,mark\nx,a,visie,8\n", 1, "table-column" },
	{ HEADER "x,a,visie,1,11\n", 2, "mark-scale" },
	{ HEADER "x,a,visie,1,10.000000001\n", 2, "mark-scale" },
	{ HEADER "x,a,visie,1,10.000000000000000001\n", 2, "mark-scale" },
	{ HEADER "x,a,visie,1,8.0000000000000000001\n", 2, "table-number" },
	{ HEADER "x,a,visie,1,-1\n", 2, "table-number" },
	{ HEADER "x,a,visie,1,acht\n", 2, "table-number" },
	{ HEADER "x,a,visie,1,7,5\n", 2, "table-value" },
	{ HEADER "x,a,visie,1,\n", 2, "table-value" },
	{ HEADER "x,a,visie,,8\n", 2, "table-value" },
	{ HEADER "x,c,visie,1,8\n", 2, "mark-lot" },
	{ HEADER "x,a,visi,1,8\n", 2, "mark-criterion" },
	{ HEADER "x,a,visie,1,8\nx,a,\"visie,1,8\n", 3, "table-row" },
	{ HEADER "x,a,vis\xEF,1,8\n", 2, "table-row" },
	{ HEADER "x,a,visie,1,8\nx,a,visie,1,8\nx,a,uitvoering,1,8\ny,b,visie,1,8\ny,b,uitvoering,1,8\n", 3,
	  "mark-doubled" },
	{ HEADER "x,a,visie,consensus,8\nx,a,visie,consensus,9\nx,a,uitvoering,1,8\ny,b,visie,1,8\n"
	         "y,b,uitvoering,1,8\n",
	  3, "mark-doubled" },
	{ HEADER "x,a,visie,1,8\nx,a,uitvoering,1,8\nx,a,visie,2,8\ny,b,visie,1,8\ny,b,uitvoering,1,8\n", 3,
	  "mark-assessor-missing" },
	{ HEADER "x,a,visie,1,8\nx,a,uitvoering,1,8\nz,a,visie,2,8\nz,a,uitvoering,2,8\nz,a,visie,1,8\n"
	         "z,a,uitvoering,1,8\ny,b,visie,1,8\ny,b,uitvoering,1,8\n",
	  2, "mark-assessor-missing" },
	{ HEADER "x,a,visie,1,8\ny,b,visie,1,8\ny,b,uitvoering,1,8\n", 2, "mark-missing" },
	{ HEADER "x,a,visie,1,8\nx,a,uitvoering,1,8\n", 1, "mark-lot-empty" },
	{ HEADER "x,a,visie,1,8\n X ,a,uitvoering,1,8\ny,b,visie,1,8\ny,b,uitvoering,1,8\n", 3,
	  "bidder-alike" },
};

static void a_wrong_file_is_no_award(void **state)
{
	struct tender_test *test = *state;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		bool is_found = false;

		(void)read_marks(test, wrong[i].file);
		for (size_t j = 0; j < test->findings.count; j++)
			is_found = is_found || (strcmp(test->findings.items[j].code, wrong[i].code) == 0 &&
			                        test->findings.items[j].line == wrong[i].line &&
			                        test->findings.items[j].words[0] != '\0');
		if (!is_found)
			fail_msg("%zu: no %s on line %d", i, wrong[i].code, wrong[i].line);
	}
}

static void more_bids_than_anybody_gets(void **state)
{
	struct tender_test *test = *state;
	CLEANUP(text_done) struct text file = text_new((size_t)1024 * 1024);

	text_add(&file, HEADER "x,b,visie,1,8\nx,b,uitvoering,1,8\n");
	for (int i = 0; i < MARKS_BIDS_MAX; i++)
		text_print(&file, "p%d,a,visie,1,8\np%d,a,uitvoering,1,8\n", i, i);
	(void)read_marks(test, text_words(&file));
	assert_int_equal(test->findings.count, 1);
	assert_string_equal(test->findings.items[0].code, "mark-bids");
}

/* As a spreadsheet with Dutch settings saves it, with the columns in another order and one more. */
static void a_dutch_sheet_is_no_mistake(void **state)
{
	struct tender_test *test = *state;
	struct tender_bids bids = read_marks(
		test, "\xEF\xBB\xBFmark;assessor;why;criterion;lot;bidder\r\n"
		      "8,5;1;goed, en kort;visie;a;\"x; en co\"\r\n7,5;1;;uitvoering;a;\"x; en co\"\r\n"
		      "8;1;;visie;b;y\r\n8,0;1;;uitvoering;b;y\r\n");

	assert_int_equal(test->findings.count, 0);
	assert_int_equal(bids.items[0].means[0].billionths, 8500000000);
	assert_int_equal(outcome_of(test, &bids, "x; en co").why, AWARD_BELOW);
	assert_int_equal(outcome_of(test, &bids, "y").why, AWARD_WON);
}

/* --- 128 bids --- */

static void so_many_of_128_remain(void **state)
{
	struct tender_test *test = *state;
	size_t length = 0, won = 0;
	const char *bytes = tender_test_file(test, "tests/award/zwolle.csv", &length);
	struct award_outcome *outcomes;
	struct tender_bids bids;

	test->terms = tender_test_scheme(test, "schemes/zwolle.yaml");
	bids = marks_read(bytes, length, &test->terms, &test->findings);
	assert_int_equal(test->findings.count, 0);
	SHOWS("ZWO-18 ZWO-52", assert_int_equal(bids.count, 128));
	outcomes = ARENA_MANY(test->arena, bids.count, struct award_outcome);
	award_judge(&test->terms, &bids, outcomes);
	for (size_t i = 0; i < bids.count; i++)
		won += outcomes[i].why == AWARD_WON;
	SHOWS("ZWO-50 ZWO-51 ZWO-55", assert_int_equal(won, 29));
	SHOWS("ZWO-57 ZWO-58 ZWO-59 ZWO-60 ZWO-61", assert_int_equal(test->terms.criteria_count, 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_threshold_is_exact, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(each_rule_judges_its_own, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(thirds_are_not_rounded, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(no_place_is_lost, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(only_so_many_win, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(a_tie_is_no_award, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(a_cap_holds_over_all_lots, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(a_wrong_file_is_no_award, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(more_bids_than_anybody_gets, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(a_dutch_sheet_is_no_mistake, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(so_many_of_128_remain, tender_test_begin, tender_test_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
