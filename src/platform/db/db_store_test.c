/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "all_queries.h"
#include "platform/base/clock.h"
#include "platform/db/migrate.h"

#define WRITERS 4
#define TURNS 25

static const struct db_query make_odd = {
	"make_odd",
	"CREATE TABLE odd (id BIGINT PRIMARY KEY, words TEXT, born DATE, moment BIGINT, is_new BIGINT)"
};
static const struct db_query add_odd = {
	"add_odd", "INSERT INTO odd (id, words, born, moment, is_new) VALUES ($1, $2, $3, $4, $5)"
};
static const struct db_query add_id = { "add_id", "INSERT INTO odd (id) VALUES ($1)" };
static const struct db_query one_odd = { "one_odd",
	                                 "SELECT id, words, born, moment, is_new FROM odd WHERE id = $1" };
static const struct db_query from_id = { "from_id", "SELECT id FROM odd WHERE id >= $1 ORDER BY id" };
static const struct db_query count_odd = { "count_odd", "SELECT COUNT(*) FROM odd" };
static const struct db_query clear_odd = { "clear_odd", "DELETE FROM odd" };
static const struct db_query add_one = { "add_one", "UPDATE odd SET moment = moment + 1 WHERE id = 1" };
static const struct db_query turned = { "turned", "SELECT CAST($2 AS BIGINT) - CAST($1 AS BIGINT)" };
static const struct db_query change_hash = { "change_hash",
	                                     "UPDATE db_migration SET hash = $2 WHERE name = $1" };

struct odd {
	int64_t id;
	const char *words;
	struct date born;
	struct moment moment;
	bool is_new;
};
static const struct field odd_fields[] = {
	FIELD(struct odd, id),     FIELD(struct odd, words),  FIELD(struct odd, born),
	FIELD(struct odd, moment), FIELD(struct odd, is_new),
};
static const struct record odd_record = RECORD(struct odd, "odd", odd_fields);

struct fixture {
	struct arena *arena;
	struct db *db;
};

static struct db *open_database(void)
{
	struct db *db = NULL;
	struct fault fault = { 0 };

	if (db_open(getenv("TEST_DATABASE"), &db, &fault) != OK)
		fail_msg("%s", fault.words);
	return db;
}

static void run(struct db *db, const struct db_query *query)
{
	struct fault fault = { 0 };

	if (db_run(db, query, NULL, 0, &fault) != OK)
		fail_msg("%s", fault.words);
}

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	fixture->arena = arena;
	fixture->db = open_database();
	run(fixture->db, &make_odd);
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

static int clear(void **state)
{
	run(((struct fixture *)*state)->db, &clear_odd);
	return 0;
}

static enum status try_add(struct db *db, int64_t id, struct fault *fault)
{
	const struct value values[] = { value_number(id) };

	return db_run(db, &add_id, values, COUNT(values), fault);
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
	struct fault fault;

	assert_int_equal(db_one(db, &count_odd, NULL, 0, &rows, &fault), OK);
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

static struct odd stored_and_read(struct fixture *fixture, const struct odd *odd)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(odd->id), value_text(odd->words), value_date(odd->born),
		                        value_moment(odd->moment), value_number(odd->is_new) };
	struct odd read = { 0 };
	struct fault fault = { 0 };

	if (db_run(fixture->db, &add_odd, values, COUNT(values), &fault) != OK)
		fail_msg("%s", fault.words);
	assert_int_equal(db_one(fixture->db, &one_odd, values, 1, &rows, &fault), OK);
	db_record(&rows, &odd_record, &read, fixture->arena);
	return read;
}

static void test_values_come_back(void **state)
{
	struct date first = date_of(1, 1, 1), last = DATE_LAST;
	const struct odd odds[] = {
		{ INT64_MIN, "'; DROP TABLE odd; --", first, { -1 }, true },
		{ INT64_MAX,
		  "caf\xC3\xA9 \xF0\x9F\x8F\xA0 \"quoted\" \\ %s $1\nnext line\ttab",
		  last,
		  { INT64_MAX },
		  false },
		{ 3, "", date_of(2024, 2, 29), { 0 }, true },
	};

	for (size_t i = 0; i < COUNT(odds); i++) {
		struct odd read = stored_and_read(*state, &odds[i]);

		assert_int_equal(read.id, odds[i].id);
		assert_string_equal(read.words, odds[i].words);
		assert_int_equal(read.born.day, odds[i].born.day);
		assert_int_equal(read.moment.seconds, odds[i].moment.seconds);
		assert_int_equal(read.is_new, odds[i].is_new);
	}
}

static void test_null_reads_as_nothing(void **state)
{
	const struct odd nothing = { .id = 4 };
	struct fixture *fixture = *state;
	struct odd read;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct fault fault;
	const struct value id[] = { value_number(5) };

	read = stored_and_read(fixture, &nothing);
	assert_string_equal(read.words, "");
	assert_false(date_is(read.born));
	add(fixture->db, 5); /* all other columns NULL */
	assert_int_equal(db_one(fixture->db, &one_odd, id, 1, &rows, &fault), OK);
	assert_int_equal(db_number(&rows, 3), 0);
	assert_int_equal(db_moment(&rows, 3).seconds, 0);
	assert_string_equal(db_text(&rows, 1, fixture->arena), "");
	assert_false(date_is(db_date(&rows, 2)));
}

static void test_parameters_by_number(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(3), value_number(10) };
	struct fault fault = { 0 };

	assert_int_equal(db_one(fixture->db, &turned, values, 2, &rows, &fault), OK);
	assert_int_equal(db_number(&rows, 0), 7);
}

static void test_no_row_is_not_found(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value id[] = { value_number(404) };
	struct fault fault;

	assert_int_equal(db_one(fixture->db, &one_odd, id, 1, &rows, &fault), NOT_FOUND);
}

static void test_list_has_all_rows(void **state)
{
	struct fixture *fixture = *state;
	const struct value from[] = { value_number(11) };
	struct records list;
	struct fault fault;

	begin(fixture->db);
	for (int64_t id = 1; id <= 100; id++)
		add(fixture->db, id);
	commit(fixture->db);
	assert_int_equal(db_list(fixture->db, &from_id, from, 1,
	                         &(struct db_list){ &odd_record, fixture->arena, &list }, &fault),
	                 OK);
	assert_int_equal(list.count, 90);
	for (size_t i = 0; i < list.count; i++)
		assert_int_equal(((struct odd *)list.items)[i].id, 11 + (int64_t)i);
}

/* How many rows there are from id on, counted by asking the same statement again inside itself. */
static int64_t count_nested(struct db *db, int64_t id)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value from[] = { value_number(id) };
	struct fault fault = { 0 };
	int64_t deeper = 0, rest = 0;

	if (db_select(db, &from_id, from, 1, &rows, &fault) != OK)
		fail_msg("%s", fault.words);
	if (db_next(&rows, &fault) == NOT_FOUND)
		return 0;
	deeper = count_nested(db, db_number(&rows, 0) + 1);
	while (db_next(&rows, &fault) == OK)
		rest++;
	assert_int_equal(rest, deeper);
	return 1 + deeper;
}

static void test_one_statement_inside_itself(void **state)
{
	struct fixture *fixture = *state;

	for (int64_t id = 1; id <= 5; id++)
		add(fixture->db, id);
	assert_int_equal(count_nested(fixture->db, 1), 5);
	assert_int_equal(count_nested(fixture->db, 4), 2);
}

static void test_rollback_takes_back(void **state)
{
	struct fixture *fixture = *state;

	assert_false(db_is_writing(fixture->db));
	begin(fixture->db);
	assert_true(db_is_writing(fixture->db));
	add(fixture->db, 1);
	db_rollback(fixture->db);
	assert_false(db_is_writing(fixture->db));
	db_rollback(fixture->db); /* harmless */
	assert_int_equal(rows_in(fixture->db), 0);
}

/* PostgreSQL keeps nothing of it, SQLite all but the statement that failed; either way commit tells which. */
static void test_commit_is_ok_when_it_is_kept(void **state)
{
	struct db *db = ((struct fixture *)*state)->db;
	struct fault fault = { 0 };
	bool is_told, is_kept;

	begin(db);
	add(db, 1);
	is_told = try_add(db, 1, &fault) == FAILED;
	is_kept = db_commit(db, &fault) == OK;
	assert_true(is_told || !is_kept);
	assert_int_equal(rows_in(db), is_kept);
}

/* Else a register of 50,000 residents, imported in one go, is read whole for every next one. */
static void test_many_rows_are_looked_at(void **state)
{
	static const struct db_query looked = { "looked",
		                                "SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'odd'" };
	struct db *db = ((struct fixture *)*state)->db;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct fault fault;

	if (db_engine(db) != DB_SQLITE)
		skip(); /* it looks by itself */
	begin(db);
	for (int64_t i = 1; i <= 3000; i++)
		add(db, i);
	commit(db);
	assert_int_equal(db_one(db, &looked, NULL, 0, &rows, &fault), OK);
	assert_true(db_number(&rows, 0) > 0);
}

static void test_failure_leaves_the_connection_usable(void **state)
{
	struct fixture *fixture = *state;
	static const struct db_query nonsense = { "nonsense", "SELECT nothing FROM nowhere" };
	struct fault fault = { 0 };

	assert_int_equal(db_prepare(fixture->db, &nonsense, &fault), FAILED);
	assert_non_null(strstr(fault.words, "nonsense"));
	assert_int_equal(db_run(fixture->db, &nonsense, NULL, 0, &fault), FAILED);
	add(fixture->db, 1);
	assert_int_equal(try_add(fixture->db, 1, &fault), FAILED);
	assert_int_equal(rows_in(fixture->db), 1);
}

static void test_others_see_what_was_committed(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_closep) struct db *other = open_database();
	struct fault fault;

	begin(fixture->db);
	add(fixture->db, 1);
	assert_int_equal(rows_in(other), 0);
	commit(fixture->db);
	assert_int_equal(rows_in(other), 1);
	assert_int_equal(db_begin_read(other, &fault), OK);
	assert_int_equal(rows_in(other), 1);
	add(fixture->db, 2);
	assert_int_equal(rows_in(other), 1); /* one state for all its answers */
	db_rollback(other);
	assert_int_equal(rows_in(other), 2);
}

/* Adds one to row 1 TURNS times, in a process of its own; its exit code is the longest wait in steps of 4 ms,
 * or 255. */
static void take_turns(void)
{
	struct db *db = open_database();
	struct fault fault;
	int64_t worst = 0;

	for (int turn = 0; turn < TURNS; turn++) {
		int64_t asked = clock_running_ms();

		if (db_begin(db, &fault) != OK)
			_exit(255);
		worst = clock_running_ms() - asked > worst ? clock_running_ms() - asked : worst;
		if (db_run(db, &add_one, NULL, 0, &fault) != OK || db_commit(db, &fault) != OK)
			_exit(255);
	}
	db_close(db);
	_exit(worst / 4 < 254 ? (int)(worst / 4) : 254);
}

static void test_four_writers_take_turns(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value id[] = { value_number(1) };
	const struct odd counter = { .id = 1 };
	struct fault fault;
	pid_t writers[WRITERS];
	int ended, worst = 0;

	(void)stored_and_read(fixture, &counter);
	for (int i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		if (writers[i] == 0)
			take_turns();
	}
	for (int i = 0; i < WRITERS; i++) {
		assert_int_equal(waitpid(writers[i], &ended, 0), writers[i]);
		assert_true(WIFEXITED(ended) && WEXITSTATUS(ended) != 255);
		worst = WEXITSTATUS(ended) > worst ? WEXITSTATUS(ended) : worst;
	}
	print_message("# the longest wait of %d writers was %d ms\n", WRITERS, 4 * worst);
	assert_int_equal(db_one(fixture->db, &one_odd, id, 1, &rows, &fault), OK);
	assert_int_equal(db_number(&rows, 3), WRITERS * TURNS);
}

static void test_migrations_run_once(void **state)
{
	struct fixture *fixture = *state;
	const struct value changed[] = { value_text(all_migrations[0].name), value_text("another text") };
	const struct value restored[] = { value_text(all_migrations[0].name),
		                          value_text(all_migrations[0].hash) };
	struct fault fault = { 0 };

	assert_int_equal(db_check_migrated(fixture->db, &fault), FAILED);
	assert_non_null(strstr(fault.words, "migrate"));
	if (db_migrate(fixture->db, &fault) != OK)
		fail_msg("%s", fault.words);
	assert_int_equal(db_check_migrated(fixture->db, &fault), OK);
	assert_int_equal(db_migrate(fixture->db, &fault), OK);
	assert_int_equal(db_run(fixture->db, &change_hash, changed, 2, &fault), OK);
	assert_int_equal(db_check_migrated(fixture->db, &fault), FAILED);
	assert_int_equal(db_migrate(fixture->db, &fault), FAILED);
	assert_non_null(strstr(fault.words, all_migrations[0].name));
	assert_int_equal(db_run(fixture->db, &change_hash, restored, 2, &fault), OK);
	assert_int_equal(db_check_migrated(fixture->db, &fault), OK);
}

static void test_all_queries_prepare(void **state)
{
	struct fixture *fixture = *state;
	struct fault fault = { 0 };

	assert_int_equal(db_migrate(fixture->db, &fault), OK);
	for (size_t i = 0; i < all_queries_count; i++)
		if (db_prepare(fixture->db, all_queries[i], &fault) != OK)
			fail_msg("%s: %s", all_queries[i]->name, fault.words);
}

static struct db *open_side(struct db *db)
{
	struct db *side = NULL;
	struct fault fault = { 0 };

	if (db_open_side(db, &side, &fault) != OK)
		fail_msg("%s", fault.words);
	return side;
}

static void test_side_is_another_database(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_closep) struct db *side = open_side(fixture->db);
	CLEANUP(db_closep) struct db *second = open_side(fixture->db);
	struct fault fault;

	add(fixture->db, 1);
	if (db_engine(side) == DB_SQLITE)
		assert_int_equal(db_prepare(side, &count_odd, &fault), FAILED);
	run(side, &make_odd);
	run(second, &make_odd);
	assert_int_equal(rows_in(side), 0);
	begin(side);
	add(side, 1);
	add(side, 2);
	commit(side);
	assert_int_equal(rows_in(side), 2);
	assert_int_equal(rows_in(second), 0);
	assert_int_equal(rows_in(fixture->db), 1);
	assert_int_equal(db_migrate(side, &fault), OK);
	assert_int_equal(db_migrate(second, &fault), OK);
}

static const char *difference(struct fixture *fixture, struct db *side)
{
	const char *words = NULL;
	struct fault fault = { 0 };

	if (db_compare_table(fixture->db, side, "odd", fixture->arena, &words, &fault) != OK)
		fail_msg("%s", fault.words);
	return words;
}

static void test_compare_finds_a_difference(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_closep) struct db *side = open_side(fixture->db);
	const struct value words[] = { value_number(2), value_text(""), value_text(NULL), value_number(0),
		                       value_number(0) };
	struct fault fault;

	run(side, &make_odd);
	assert_null(difference(fixture, side));
	add(fixture->db, 1);
	assert_non_null(strstr(difference(fixture, side), "(no row)"));
	add(side, 1);
	assert_null(difference(fixture, side));
	add(side, 2);
	assert_non_null(strstr(difference(fixture, side), "odd: here (no row), there 2"));
	assert_int_equal(db_run(fixture->db, &add_odd, words, COUNT(words), &fault), OK);
	assert_non_null(difference(fixture, side)); /* an empty text is not NULL */
}

static void test_compare_needs_the_table(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_closep) struct db *side = open_side(fixture->db);
	const char *words;
	struct fault fault;

	assert_int_equal(db_compare_table(fixture->db, side, "nowhere", fixture->arena, &words, &fault),
	                 FAILED);
}

/* PostgreSQL was restarted: one answer is lost, not the process. */
static void test_lost_connection_is_made_anew(void **state)
{
	struct fixture *fixture = *state;
	static const struct db_query end_me = { "end_me", "SELECT pg_terminate_backend(pg_backend_pid())" };
	struct fault fault = { 0 };

	if (db_engine(fixture->db) == DB_SQLITE)
		return;
	add(fixture->db, 1);
	assert_int_equal(db_run(fixture->db, &end_me, NULL, 0, &fault), FAILED);
	assert_int_equal(rows_in(fixture->db), 1);
	begin(fixture->db);
	add(fixture->db, 2);
	if (db_run(fixture->db, &end_me, NULL, 0, &fault) == OK) /* the commit tells at the latest */
		add(fixture->db, 3);
	assert_int_equal(db_commit(fixture->db, &fault), FAILED);
	assert_int_equal(rows_in(fixture->db), 1);
}

static void test_state_directory_is_there(void **state)
{
	struct fixture *fixture = *state;
	struct stat directory;

	assert_int_equal(stat(db_state_directory(fixture->db), &directory), 0);
	assert_true(S_ISDIR(directory.st_mode));
	assert_int_equal(directory.st_mode & 0077, 0);
}

static void test_wrong_place_is_said(void **state)
{
	struct db *db = NULL;
	struct fault fault = { 0 };

	(void)state;
	assert_int_equal(db_open("/nowhere/at/all.sqlite", &db, &fault), FAILED);
	assert_non_null(strstr(fault.words, "/nowhere/at/all.sqlite"));
	assert_int_equal(db_open("postgresql://nobody@127.0.0.1:1/none", &db, &fault), FAILED);
	assert_null(db);
	assert_null(strchr(fault.words, '\n'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_values_come_back, clear),
		cmocka_unit_test_setup(test_null_reads_as_nothing, clear),
		cmocka_unit_test_setup(test_parameters_by_number, clear),
		cmocka_unit_test_setup(test_no_row_is_not_found, clear),
		cmocka_unit_test_setup(test_list_has_all_rows, clear),
		cmocka_unit_test_setup(test_one_statement_inside_itself, clear),
		cmocka_unit_test_setup(test_rollback_takes_back, clear),
		cmocka_unit_test_setup(test_commit_is_ok_when_it_is_kept, clear),
		cmocka_unit_test_setup(test_many_rows_are_looked_at, clear),
		cmocka_unit_test_setup(test_failure_leaves_the_connection_usable, clear),
		cmocka_unit_test_setup(test_others_see_what_was_committed, clear),
		cmocka_unit_test_setup(test_four_writers_take_turns, clear),
		cmocka_unit_test_setup(test_migrations_run_once, clear),
		cmocka_unit_test_setup(test_all_queries_prepare, clear),
		cmocka_unit_test_setup(test_side_is_another_database, clear),
		cmocka_unit_test_setup(test_compare_finds_a_difference, clear),
		cmocka_unit_test_setup(test_compare_needs_the_table, clear),
		cmocka_unit_test_setup(test_lost_connection_is_made_anew, clear),
		cmocka_unit_test_setup(test_state_directory_is_there, clear),
		cmocka_unit_test(test_wrong_place_is_said),
	};

	return cmocka_run_group_tests_name("db", tests, set_up, tear_down);
}
