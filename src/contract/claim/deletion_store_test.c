/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether an order that ends before its first day is told as taken back, or was claimed over (TR385). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "claim_sql.h"
#include "contract/claim/deletion.h"
#include "contract/exchange/fixture.h"
#include "contract/exchange/order_end.h"

/* A line of two hours over May was approved. */
static void approve(struct test *test, int64_t number)
{
	const struct value line[] = {
		value_number(test->journal.register_id),
		value_number(900),
		value_number(1),
		value_text("een"),
		value_text("R1"),
		value_text(""),
		value_number(number),
		value_text("01"),
		value_text("01A04"),
		value_date(date_of(2023, 5, 8)),
		value_date(date_of(2023, 5, 31)),
		value_number(120),
		value_number(1),
		value_number(50),
		value_number(6000),
		value_number(0),
		value_text(""),
	};

	assert_int_equal(db_begin(test->db, &test->fault), OK);
	assert_int_equal(db_run(test->db, &sql_claim_add_line, line, COUNT(line), &test->fault), OK);
	assert_int_equal(db_run(test->db, &sql_claim_add_up, line, 2, &test->fault), OK);
	assert_int_equal(db_commit(test->db, &test->fault), OK);
}

/* The reason that the next message gives. */
static const char *reason_of(struct test *test, struct order_end *end)
{
	struct journal_fact fact = { .kind = &order_ended_kind, .item = end };
	struct findings findings = findings_new(test->arena, "nl");

	assert_int_equal(order_ended_kind.prepare(&test->journal, &fact, &findings, &test->fault), OK);
	assert_int_equal(claim_keep_order(&test->journal, &fact, &findings, &test->fault), OK);
	return end->change_reason;
}

static void test_what_was_claimed_over_is_not_taken_back(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3100);
	struct order_end end = {
		.person = PERSON, .assignment = number, .ended_on = date_of(2023, 5, 8), .because = "decision"
	};

	assert_string_equal(reason_of(test, &end), "13");
	approve(test, number);
	assert_string_equal(reason_of(test, &end), "14");
	end.ended_on = date_of(2023, 6, 1);
	assert_string_equal(reason_of(test, &end), "05");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_what_was_claimed_over_is_not_taken_back, fixture_set_up,
		                                fixture_tear_down),
	};

	fixture_begin();
	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
