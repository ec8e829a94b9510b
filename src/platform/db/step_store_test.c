/* SPDX-License-Identifier: EUPL-1.2 */
/* Steps inside a transaction, and statements that nobody waits for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "platform/db/db.h"

static const struct db_query make_odd = { "make_odd",
	                                  "CREATE TABLE IF NOT EXISTS odd (id BIGINT PRIMARY KEY)" };
static const struct db_query clear_odd = { "clear_odd", "DELETE FROM odd" };
static const struct db_query add_odd = { "add_odd", "INSERT INTO odd (id) VALUES ($1)" };
static const struct db_query count_odd = { "count_odd", "SELECT COUNT(*) FROM odd" };

static int set_up(void **state)
{
	struct db *db = NULL;
	struct fault fault = { 0 };

	if (db_open(getenv("TEST_DATABASE"), &db, &fault) != OK ||
	    db_run(db, &make_odd, NULL, 0, &fault) != OK)
		fail_msg("%s", fault.words);
	*state = db;
	return 0;
}

static int tear_down(void **state)
{
	db_close(*state);
	return 0;
}

static int clear(void **state)
{
	struct fault fault = { 0 };

	db_rollback(*state);
	if (db_run(*state, &clear_odd, NULL, 0, &fault) != OK)
		fail_msg("%s", fault.words);
	return 0;
}

static enum status try_add(struct db *db, int64_t id, struct fault *fault)
{
	const struct value values[] = { value_number(id) };

	return db_run(db, &add_odd, values, COUNT(values), fault);
}

static void add(struct db *db, int64_t id)
{
	struct fault fault = { 0 };

	if (try_add(db, id, &fault) != OK)
		fail_msg("%s", fault.words);
}

static int64_t rows_in(struct db *db)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct fault fault = { 0 };

	if (db_one(db, &count_odd, NULL, 0, &rows, &fault) != OK)
		fail_msg("%s", fault.words);
	return db_number(&rows, 0);
}

static void begin(struct db *db)
{
	struct fault fault = { 0 };

	if (db_begin(db, &fault) != OK)
		fail_msg("%s", fault.words);
}

static void commit(struct db *db)
{
	struct fault fault = { 0 };

	if (db_commit(db, &fault) != OK)
		fail_msg("%s", fault.words);
}

static void savepoint(struct db *db, enum db_savepoint step)
{
	struct fault fault = { 0 };

	if (db_savepoint(db, step, &fault) != OK)
		fail_msg("%s", fault.words);
}

static void test_savepoint_survives_a_broken_rule(void **state)
{
	struct db *db = *state;
	struct fault fault = { 0 };

	begin(db);
	add(db, 1);
	savepoint(db, DB_SAVE);
	add(db, 2);
	savepoint(db, DB_RELEASE);
	savepoint(db, DB_SAVE);
	add(db, 3);
	if (try_add(db, 1, &fault) != OK)
		assert_non_null(strstr(fault.words, "odd"));
	savepoint(db, DB_BACK);
	add(db, 4);
	commit(db);
	assert_int_equal(rows_in(db), 3);
}

/* The engine may tell at once or when the step is to be kept; it says which statement it was, and goes on. */
static void test_a_broken_rule_is_told_before_its_step_is_kept(void **state)
{
	struct db *db = *state;
	struct fault fault = { 0 };
	enum status status;

	begin(db);
	add(db, 1);
	savepoint(db, DB_SAVE);
	add(db, 2);
	status = try_add(db, 1, &fault);
	add(db, 3);
	if (status == OK)
		status = db_savepoint(db, DB_RELEASE, &fault);
	else
		savepoint(db, DB_BACK);
	assert_int_equal(status, FAILED);
	assert_non_null(strstr(fault.words, "odd"));
	add(db, 4);
	commit(db);
	assert_int_equal(rows_in(db), 2);
}

/* More than are sent together, with one that fails in the middle. */
static void test_many_statements_without_rows(void **state)
{
	struct db *db = *state;
	struct fault fault = { 0 };
	size_t failed = 0;

	begin(db);
	for (int64_t i = 1; i <= 1000; i++)
		add(db, i);
	assert_int_equal(rows_in(db), 1000);
	savepoint(db, DB_SAVE);
	for (int64_t i = 901; i <= 1100; i++)
		failed += try_add(db, i, &fault) == OK ? 0 : 1;
	assert_in_range(failed, 0, 100);
	savepoint(db, DB_BACK);
	assert_int_equal(rows_in(db), 1000);
	commit(db);
	assert_int_equal(rows_in(db), 1000);
}

static void test_a_transaction_that_cannot_go_back_keeps_nothing(void **state)
{
	static const struct db_query gone = { "gone", "ROLLBACK" }; /* as a full disk ends a transaction */
	struct db *db = *state;
	struct fault fault = { 0 };

	begin(db);
	savepoint(db, DB_SAVE);
	assert_int_equal(db_run(db, &gone, NULL, 0, &fault), OK);
	assert_int_equal(db_savepoint(db, DB_BACK, &fault), FAILED);
	assert_int_equal(db_savepoint(db, DB_SAVE, &fault), FAILED);
	assert_int_equal(db_commit(db, &fault), FAILED);
	begin(db);
	commit(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_savepoint_survives_a_broken_rule, clear),
		cmocka_unit_test_setup(test_a_broken_rule_is_told_before_its_step_is_kept, clear),
		cmocka_unit_test_setup(test_many_statements_without_rows, clear),
		cmocka_unit_test_setup(test_a_transaction_that_cannot_go_back_keeps_nothing, clear),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
