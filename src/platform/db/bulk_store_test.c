/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/bulk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

static const struct db_query make_many = {
	"make_many",
	"CREATE TABLE many (id BIGINT PRIMARY KEY, words TEXT, born DATE, moment BIGINT, is_new BIGINT)"
};
static const struct db_query add_many = {
	"add_many", "INSERT INTO many (id, words, born, moment, is_new) VALUES ($1, $2, $3, $4, $5)"
};
static const struct db_query one_many = { "one_many",
	                                  "SELECT id, words, born, moment FROM many WHERE id = $1" };
static const struct db_query count_many = { "count_many", "SELECT COUNT(*) FROM many" };
static const struct db_query clear_many = { "clear_many", "DELETE FROM many" };

struct fixture {
	struct arena *arena;
	struct db *db;
};

static void run(struct db *db, const struct db_query *query)
{
	struct fault fault = { 0 };

	if (db_run(db, query, NULL, 0, &fault) != OK)
		fail_msg("%s", fault.words);
}

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);
	struct fault fault = { 0 };

	fixture->arena = arena;
	if (db_open(getenv("TEST_DATABASE"), &fixture->db, &fault) != OK)
		fail_msg("%s", fault.words);
	if (db_keep_little(fixture->db, &fault) != OK)
		fail_msg("%s", fault.words);
	run(fixture->db, &make_many);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	db_close(fixture->db);
	arena_free(fixture->arena);
	return 0;
}

static int64_t rows_in(struct db *db)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct fault fault;

	assert_int_equal(db_one(db, &count_many, NULL, 0, &rows, &fault), OK);
	return db_number(&rows, 0);
}

#define MANY_ROWS 3000 /* more than are sent at once */

static enum status fill(struct db *db, const char *words, int64_t doubled, struct fault *fault)
{
	struct db_bulk bulk = { 0 };
	enum status status = db_begin(db, fault);

	if (status == OK)
		status = db_bulk_begin(db, &add_many, &bulk, fault);
	for (int64_t id = 1; status == OK && id <= MANY_ROWS; id++) {
		const struct value values[] = { value_number(id == doubled ? 1 : id), value_text(words),
			                        value_date(date_of(1930, 1, 2)), value_number(-id),
			                        value_text(NULL) };

		status = db_bulk_row(&bulk, values, COUNT(values), fault);
	}
	return db_end(db, db_bulk_end(&bulk, status, fault), fault);
}

static void test_rows_in_bulk(void **state)
{
	static const char odd[] = "a\tb\\N\nc\r\xC3\xA9 \\.";
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value last[] = { value_number(MANY_ROWS) };
	struct fault fault = { 0 };

	assert_int_equal(fill(fixture->db, odd, /* doubled= */ 0, &fault), OK);
	assert_int_equal(rows_in(fixture->db), MANY_ROWS);
	assert_int_equal(db_one(fixture->db, &one_many, last, COUNT(last), &rows, &fault), OK);
	assert_string_equal(db_text(&rows, 1, fixture->arena), odd);
	assert_int_equal(db_date(&rows, 2).day, date_of(1930, 1, 2).day);
	assert_int_equal(db_number(&rows, 3), -MANY_ROWS);
	db_rows_done(&rows);
	run(fixture->db, &clear_many);
	/* all of them or none, and the connection is as it was */
	assert_int_equal(fill(fixture->db, odd, MANY_ROWS / 2, &fault), FAILED);
	assert_int_equal(rows_in(fixture->db), 0);
	assert_int_equal(fill(fixture->db, "", /* doubled= */ 0, &fault), OK);
	assert_int_equal(rows_in(fixture->db), MANY_ROWS);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows_in_bulk) };

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
