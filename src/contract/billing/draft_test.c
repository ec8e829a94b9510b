/* SPDX-License-Identifier: EUPL-1.2 */
/* What is done about a month of an order: every answer that there was before, beside what was delivered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/billing/draft.h"

#define TARIFF 54
static const struct date april = { 738611 }; /* 2023-04-01 */

static struct claim_period month(void)
{
	return claim_month_of(april);
}

static struct claim_line wanted(int64_t volume)
{
	return (struct claim_line){ .category = "01",
		                    .code = "01A04",
		                    .period = month(),
		                    .volume = volume,
		                    .unit = CLAIM_MINUTE,
		                    .tariff = TARIFF,
		                    .amount = volume * TARIFF };
}

/* A line of that volume; answered with codes, "" for granted, NULL for no answer. */
static struct billed_line billed(const char *reference, int64_t volume, const char *codes)
{
	return (struct billed_line){ .reference = reference,
		                     .previous = "",
		                     .category = "01",
		                     .code = "01A04",
		                     .first_day = month().from,
		                     .last_day = date_add_days(month().until, -1),
		                     .volume = volume,
		                     .unit = CLAIM_MINUTE,
		                     .tariff = TARIFF,
		                     .amount = volume * TARIFF,
		                     .answered_on = codes == NULL ? (struct date){ 0 } : month().until,
		                     .claim_codes = "",
		                     .codes = codes == NULL ? "" : codes };
}

static struct billed_line credit(const char *reference, const char *previous, const char *codes)
{
	struct billed_line line = billed(reference, 60, codes);

	line.previous = previous;
	line.is_credit = true;
	return line;
}

static void each_answer_has_its_step(void **state)
{
	const struct billed_line waits = billed("1", 60, NULL), granted = billed("1", 60, ""),
				 refused = billed("1", 60, "9321");
	const struct claim_line same = wanted(60), other = wanted(45), none = wanted(0);

	(void)state;
	assert_int_equal(draft_step_of(NULL, &none), DRAFT_NOTHING);
	assert_int_equal(draft_step_of(NULL, &same), DRAFT_CLAIM);
	assert_int_equal(draft_step_of(&waits, &same), DRAFT_NOTHING);
	assert_int_equal(draft_step_of(&waits, &other), DRAFT_WAIT);
	assert_int_equal(draft_step_of(&waits, &none), DRAFT_WAIT);
	assert_int_equal(draft_step_of(&granted, &same), DRAFT_NOTHING);
	assert_int_equal(draft_step_of(&granted, &other), DRAFT_CORRECT);
	assert_int_equal(draft_step_of(&granted, &none), DRAFT_TAKE_BACK);
	assert_int_equal(draft_step_of(&refused, &same), DRAFT_UNCHANGED);
	assert_int_equal(draft_step_of(&refused, &other), DRAFT_CLAIM);
	assert_int_equal(draft_step_of(&refused, &none), DRAFT_NOTHING);
}

static void a_claim_refused_whole_refuses_its_lines(void **state)
{
	struct billed_line line = billed("1", 60, "");

	(void)state;
	assert_int_equal(billed_state_of(&line), BILLED_GRANTED);
	line.claim_codes = "8214";
	assert_int_equal(billed_state_of(&line), BILLED_REFUSED);
}

static void the_last_line_stands_that_was_not_taken_back(void **state)
{
	struct billed_line lines[] = { billed("1", 60, ""), credit("2", "1", ""), billed("3", 45, NULL),
		                       billed("4", 30, "9321") };
	struct records two = { lines, 2 }, one = { lines, 1 }, three = { lines, 3 }, none = { NULL, 0 };
	const struct claim_period may = claim_month_of(month().until);

	(void)state;
	assert_null(billed_standing(&none, month()));
	assert_ptr_equal(billed_standing(&one, month()), &lines[0]);
	assert_null(billed_standing(&one, may));
	assert_null(billed_standing(&two, month()));
	assert_ptr_equal(billed_standing(&three, month()), &lines[2]);
	/* a credit that was refused takes nothing back */
	lines[1].codes = "8017";
	assert_ptr_equal(billed_standing(&two, month()), &lines[0]);
}

/* iWmo IV079 */
static void hours_are_rounded_on_the_total(void **state)
{
	(void)state;
	assert_int_equal(draft_volume(0, CLAIM_HOUR), 0);
	assert_int_equal(draft_volume(5, CLAIM_HOUR), 1);
	assert_int_equal(draft_volume(89, CLAIM_HOUR), 1);
	assert_int_equal(draft_volume(90, CLAIM_HOUR), 2);
	assert_int_equal(draft_volume(89, CLAIM_MINUTE), 89);
	assert_int_equal(draft_volume(3, CLAIM_DAYPART), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_answer_has_its_step),
		cmocka_unit_test(a_claim_refused_whole_refuses_its_lines),
		cmocka_unit_test(the_last_line_stands_that_was_not_taken_back),
		cmocka_unit_test(hours_are_rounded_on_the_total),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
