/* SPDX-License-Identifier: EUPL-1.2 */
/* An order that ends early: it changes where it never left, and leaves a task where the provider knows of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/journal/store_fixture.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"

#define HERE 1969
#define CLIENT 7
#define ORDER 100

static const struct journal_kind *const kinds[] = { &order_ended_kind, &order_end_told_kind };
static const struct journal_todo todos[] = {
	{ "order-ends-early", CORNER_CONTRACT, MAY_EXCHANGE, "Vertel het.", "/orders/{about}" },
};
static const struct journal_book book = {
	.kinds = kinds, .kinds_count = COUNT(kinds), .todos = todos, .todos_count = COUNT(todos)
};

static int set_up(void **state)
{
	(void)fixture_open(state, sizeof(struct fixture), &book, date_of(2023, 5, 15), "connie");
	fixture_open_register(*state, HERE);
	return 0;
}

static int begin(void **state)
{
	struct fixture *fixture = *state;
	struct order order = { .person = CLIENT,
		               .assignment = ORDER,
		               .party = "miep",
		               .product = "huishoudelijke-hulp",
		               .unit = "minute",
		               .frequency = "week",
		               .amount = 120,
		               .from = date_of(2023, 5, 1) };
	const struct journal_fact fact = { .fact = ORDER + 1, .valid_on = order.from, .item = &order };

	if (db_begin(fixture->db, &fixture->fault) != OK)
		return -1;
	fixture_apply(fixture, &order_placed_kind, &fact);
	return 0;
}

static void send_order(struct fixture *fixture)
{
	struct order_sent sent = { CLIENT, ORDER, "100" };
	const struct journal_fact fact = { .fact = 102, .valid_on = date_of(2023, 5, 2), .item = &sent };

	fixture_apply(fixture, &order_sent_kind, &fact);
}

static enum status bring(struct fixture *fixture, const struct journal_kind *kind, void *item)
{
	struct findings findings = findings_new(fixture->arena, "nl");
	int64_t fact;

	return journal_append(&fixture->journal, kind, item, &findings, &fact, &fixture->fault);
}

static void end_order(struct fixture *fixture, struct date on)
{
	struct order_end end = { .person = CLIENT, .assignment = ORDER, .ended_on = on };

	fixture_must(fixture, bring(fixture, &order_ended_kind, &end));
}

static size_t count_tasks(struct fixture *fixture)
{
	static const struct db_query open_tasks = {
		"open_tasks", "SELECT COUNT(*) FROM journal_task WHERE code = 'order-ends-early' AND "
			      "done_on = '9999-12-31'"
	};
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	fixture_must(fixture, db_one(fixture->db, &open_tasks, NULL, 0, &rows, &fixture->fault));
	return (size_t)db_number(&rows, 0);
}

static void one_that_never_left_gets_shorter(void **state)
{
	struct fixture *fixture = *state;
	struct order_line line;

	end_order(fixture, date_of(2023, 6, 1));
	fixture_must(fixture, order_of(&fixture->journal, ORDER, &line, &fixture->fault));
	assert_int_equal(line.valid_until.day, date_of(2023, 6, 1).day);
	assert_false(date_is(line.ended_on));
	assert_int_equal(count_tasks(fixture), 0);
}

static void one_that_never_left_nor_began_is_no_more(void **state)
{
	struct fixture *fixture = *state;
	struct order_line line;

	end_order(fixture, date_of(2023, 5, 1));
	assert_int_equal(order_of(&fixture->journal, ORDER, &line, &fixture->fault), NOT_FOUND);
	assert_int_equal(count_tasks(fixture), 0);
}

/* What the provider was told stays as it was; somebody must tell the rest. */
static void one_that_left_is_a_task_until_the_provider_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct order_end_told told = { CLIENT, ORDER, "Gebeld met de planner.", false };
	struct order_line line;

	send_order(fixture);
	assert_int_equal(bring(fixture, &order_end_told_kind, &told), FINDINGS);
	end_order(fixture, date_of(2023, 6, 1));
	fixture_must(fixture, order_of(&fixture->journal, ORDER, &line, &fixture->fault));
	assert_int_equal(line.valid_until.day, DATE_LAST.day);
	assert_int_equal(line.ended_on.day, date_of(2023, 6, 1).day);
	assert_int_equal(count_tasks(fixture), 1);
	assert_int_equal(bring(fixture, &order_end_told_kind, &told), OK);
	assert_int_equal(count_tasks(fixture), 0);
}

#define ORDER_TEST(test) cmocka_unit_test_setup_teardown(test, begin, fixture_undo)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ORDER_TEST(one_that_never_left_gets_shorter),
		ORDER_TEST(one_that_never_left_nor_began_is_no_more),
		ORDER_TEST(one_that_left_is_a_task_until_the_provider_is_told),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
