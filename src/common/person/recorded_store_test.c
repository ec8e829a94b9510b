/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/journal/store_fixture.h"
#include "common/journal/task.h"
#include "common/person/recorded.h"
#include "common/person/vault.h"

static const struct journal_kind *const kinds[] = { &resident_recorded_kind };
static const struct journal_todo todos[] = {
	{ "resident-alike", CORNER_PRACTICE, MAY_REPORT, "", "/clients/{person}" },
};
static const struct journal_book book = {
	.kinds = kinds, .kinds_count = COUNT(kinds), .todos = todos, .todos_count = COUNT(todos)
};
static const struct db_query all_bodies = { "all_bodies", "SELECT body FROM journal_fact" };

static int set_up(void **state)
{
	return fixture_open(state, sizeof(struct fixture), &book, date_of(2023, 5, 15), "import");
}

static struct resident_recorded somebody(const char *bsn)
{
	return (struct resident_recorded){ .who = { .surname = "Voorbeeld",
		                                    .first_names = "Anna",
		                                    .born = date_of(1941, 2, 1),
		                                    .born_unknown = "day",
		                                    .street = "Dorpsstraat",
		                                    .house_number = 12,
		                                    .postcode = "9801 ab",
		                                    .place = "Voorbeeld",
		                                    .bsn = bsn },
		                           .source = "abc",
		                           .line = 2 };
}

/* Brings the fact; "" when it was stored, else the first finding's code. */
static const char *bring(struct fixture *fixture, struct resident_recorded recorded)
{
	int64_t fact;
	enum status status;

	fixture->findings.count = 0;
	status = journal_append(&fixture->journal, &resident_recorded_kind, &recorded, &fixture->findings,
	                        &fact, &fixture->fault);
	if (status != OK && status != FINDINGS)
		fail_msg("%s", fixture->fault.words);
	return status == OK ? "" : fixture->findings.items[0].code;
}

static void test_a_birthday_keeps_what_is_unknown(void **state)
{
	struct fixture *fixture = *state;
	struct resident_recorded recorded = somebody(NULL);
	struct identity identity;
	const char *died;
	int64_t fact;

	recorded.died = "20200000";
	fact = fixture_append(fixture, &resident_recorded_kind, &recorded);
	fixture_must(fixture, vault_identity(&fixture->journal, fact, &identity, &fixture->fault));
	assert_int_equal(identity.born.day, date_of(1941, 2, 1).day);
	assert_string_equal(identity.born_unknown, "day");
	fixture_must(fixture, vault_died(&fixture->journal, fact, &died, &fixture->fault));
	assert_string_equal(died, "20200000");
}

static void test_who_cannot_be(void **state)
{
	struct fixture *fixture = *state;
	struct resident_recorded recorded = somebody("999990018");

	assert_string_equal(bring(fixture, recorded), "bsn-eleven-test");
	recorded = somebody(NULL);
	recorded.who.surname = "";
	assert_string_equal(bring(fixture, recorded), "resident-surname");
	recorded = somebody(NULL);
	recorded.who.postcode = "935 AB";
	assert_string_equal(bring(fixture, recorded), "resident-postcode");
	recorded = somebody(NULL);
	recorded.who.born = (struct date){ 0 };
	recorded.who.born_unknown = NULL;
	assert_string_equal(bring(fixture, recorded), "resident-born");
	recorded = somebody(NULL);
	recorded.who.born = date_of(2023, 6, 1);
	assert_string_equal(bring(fixture, recorded), "resident-born-later");
	recorded = somebody(NULL);
	recorded.died = "20231332";
	assert_string_equal(bring(fixture, recorded), "resident-died");
	recorded.died = "20230600";
	assert_string_equal(bring(fixture, recorded), "resident-died-later");
	recorded.died = "19400000";
	assert_string_equal(bring(fixture, recorded), "resident-died-before");
}

static void test_the_second_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct resident_recorded recorded = somebody("999990019");

	assert_string_equal(bring(fixture, recorded), "");
	assert_string_equal(bring(fixture, recorded), "bsn-doubled");
	recorded = somebody(NULL);
	recorded.who.first_names = "Berta";
	assert_string_equal(bring(fixture, recorded), "");
	assert_string_equal(bring(fixture, recorded), "resident-doubled");
}

static void test_who_may_be_the_same_is_looked_at(void **state)
{
	struct fixture *fixture = *state;
	const struct journal_tasks_asked asked = { .corner = CORNER_PRACTICE, .permissions = MAY_REPORT };
	struct records tasks;

	assert_string_equal(bring(fixture, somebody("999990019")), "");
	assert_string_equal(bring(fixture, somebody("999990020")), "");
	fixture_must(fixture, journal_tasks(&fixture->journal, &asked, &tasks, &fixture->fault));
	assert_int_equal(tasks.count, 0); /* two numbers are two people */
	assert_string_equal(bring(fixture, somebody(NULL)), "");
	fixture_must(fixture, journal_tasks(&fixture->journal, &asked, &tasks, &fixture->fault));
	assert_int_equal(tasks.count, 1);
	assert_string_equal(((struct journal_task *)tasks.items)[0].code, "resident-alike");
}

static void test_who_it_is_stays_out_of_the_journal(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	assert_string_equal(bring(fixture, somebody("999990019")), "");
	fixture_must(fixture, db_one(fixture->db, &all_bodies, NULL, 0, &rows, &fixture->fault));
	assert_null(strstr(db_text(&rows, 0, fixture->arena), "Voorbeeld"));
	assert_null(strstr(db_text(&rows, 0, fixture->arena), "1941"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_a_birthday_keeps_what_is_unknown, fixture_next_register),
		cmocka_unit_test_setup(test_who_cannot_be, fixture_next_register),
		cmocka_unit_test_setup(test_the_second_is_refused, fixture_next_register),
		cmocka_unit_test_setup(test_who_may_be_the_same_is_looked_at, fixture_next_register),
		cmocka_unit_test_setup(test_who_it_is_stays_out_of_the_journal, fixture_next_register),
	};

	return cmocka_run_group_tests_name("recorded", tests, set_up, fixture_close);
}
