/* SPDX-License-Identifier: EUPL-1.2 */
/* Which version is in force on a day, and that one that cannot be read leaves the others alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/adoption.h"
#include "common/scheme/fixture.h"
#include "common/scheme/scheme_book.h"
#include "platform/db/migrate.h"

#define REGISTER 193

static const struct db_query add_register = {
	"add_register",
	"INSERT INTO journal_register (register_id, name, demo_day) VALUES (193, 'Stad', '2020-01-01')"
};

struct fixture {
	struct test *test;
	struct db *db;
	struct scheme_book *book;
	struct fault fault;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	*state = fixture;
	if (fixture == NULL || fixture_begin((void **)&fixture->test) != 0 ||
	    db_open(getenv("TEST_DATABASE"), &fixture->db, &fixture->fault) != OK ||
	    db_migrate(fixture->db, &fixture->fault) != OK)
		return -1;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	db_close(fixture->db);
	(void)fixture_end((void **)&fixture->test);
	free(fixture);
	return 0;
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	fixture->book = scheme_book_new();
	return db_begin(fixture->db, &fixture->fault) == OK ? 0 : -1;
}

static int undo(void **state)
{
	struct fixture *fixture = *state;

	scheme_book_free(fixture->book);
	db_rollback(fixture->db);
	return 0;
}

static void adopt(struct fixture *fixture, int64_t register_id, int64_t number, struct date from,
                  const char *text)
{
	const struct scheme_adopted adopted = { .scheme = "stad", .text = text };
	const struct journal_fact fact = { .fact = number,
		                           .valid_on = from,
		                           .item = (void *)(uintptr_t)&adopted };

	assert_int_equal(scheme_adopted_kind.apply(fixture->db, register_id, &fact, fixture->test->arena,
	                                           &fixture->fault),
	                 OK);
}

/* The fact by which the version was adopted that is in force; 0 when none is. */
static int64_t in_force(struct fixture *fixture)
{
	const struct scheme_entry *entry;

	if (scheme_book_refresh(fixture->book, fixture->db, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	entry = scheme_book_entry(fixture->book, REGISTER, NULL);
	return entry == NULL ? 0 : entry->fact;
}

static void a_version_waits_for_its_day(void **state)
{
	struct fixture *fixture = *state;
	struct clock clock = { date_of(2023, 1, 1) };

	scheme_book_set_clock(fixture->book, &clock);
	adopt(fixture, REGISTER, 1, date_of(2023, 2, 1), fixture->test->town);
	assert_int_equal(in_force(fixture), 0);
	clock.fixed_day = date_of(2023, 2, 1);
	assert_int_equal(in_force(fixture), 1);
	adopt(fixture, REGISTER, 2, date_of(2023, 6, 1), fixture->test->town);
	assert_int_equal(in_force(fixture), 1);
	clock.fixed_day = date_of(2023, 6, 1);
	assert_int_equal(in_force(fixture), 2);
	/* what is decided last goes before what was decided for a later day */
	adopt(fixture, REGISTER, 3, date_of(2023, 4, 1), fixture->test->town);
	assert_int_equal(in_force(fixture), 3);
	clock.fixed_day = date_of(2023, 3, 31);
	assert_int_equal(in_force(fixture), 1);
}

static void a_demonstration_has_its_own_day(void **state)
{
	struct fixture *fixture = *state;
	const struct clock real = { { 0 } };

	assert_int_equal(db_run(fixture->db, &add_register, NULL, 0, &fixture->fault), OK);
	adopt(fixture, REGISTER, 1, date_of(2020, 1, 1), fixture->test->town);
	adopt(fixture, REGISTER, 2, date_of(2021, 1, 1), fixture->test->town);
	scheme_book_set_clock(fixture->book, &real);
	assert_int_equal(in_force(fixture), 1);
}

static void without_a_clock_the_newest_counts(void **state)
{
	struct fixture *fixture = *state;

	adopt(fixture, REGISTER, 1, date_of(2020, 1, 1), fixture->test->town);
	adopt(fixture, REGISTER, 2, date_of(2999, 1, 1), fixture->test->town);
	assert_int_equal(in_force(fixture), 2);
}

static void what_cannot_be_read_is_named(void **state)
{
	struct fixture *fixture = *state;
	const struct scheme_entry *unreadable;

	adopt(fixture, REGISTER, 1, date_of(2020, 1, 1), fixture->test->town);
	adopt(fixture, 5, 7, date_of(2020, 1, 1), "name: stad\nlabel: Stad\nbestaat-niet: 1\n");
	assert_int_equal(in_force(fixture), 1);
	assert_int_equal(scheme_book_unreadable(fixture->book).count, 1);
	unreadable = scheme_book_unreadable(fixture->book).items;
	assert_int_equal(unreadable->register_id, 5);
	assert_int_equal(unreadable->fact, 7);
	assert_string_equal(unreadable->scheme.name, "stad");
	assert_non_null(strstr(unreadable->scheme.about, "1: "));
	assert_null(scheme_book_entry(fixture->book, 5, NULL));
	/* a version that can be read again ends it */
	adopt(fixture, 5, 8, date_of(2020, 1, 1), fixture->test->town);
	assert_int_equal(in_force(fixture), 1);
	assert_int_equal(scheme_book_unreadable(fixture->book).count, 0);
	assert_non_null(scheme_book_entry(fixture->book, 5, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_version_waits_for_its_day, begin, undo),
		cmocka_unit_test_setup_teardown(a_demonstration_has_its_own_day, begin, undo),
		cmocka_unit_test_setup_teardown(without_a_clock_the_newest_counts, begin, undo),
		cmocka_unit_test_setup_teardown(what_cannot_be_read_is_named, begin, undo),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
