/* SPDX-License-Identifier: EUPL-1.2 */
/* A demonstration goes through the program's own door; it must be whole, and the same each time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "common/journal/register.h"
#include "common/person/vault.h"
#include "common/scheme/scheme.h"
#include "contract/exchange/order.h"
#include "demo/demo.h"
#include "outlook/monitor/monitor.h"
#include "platform/base/embedded.h"
#include "platform/db/migrate.h"
#include "practice/caseload/caseload.h"

#define RESIDENTS 250

static const struct db_query all_facts = {
	"all_facts",
	"SELECT fact, kind, person, valid_on, recorded_at, account, body FROM journal_fact ORDER BY fact"
};
static const struct db_query all_people = { "all_people",
	                                    "SELECT person, surname, initials, born, street, house_number, "
	                                    "postcode FROM person_vault ORDER BY person" };
static const struct db_query cohort = {
	"cohort", "SELECT COUNT(*) FROM assignment_assignment WHERE party <> deliverer"
};
static const struct db_query with_number = { "with_number",
	                                     "SELECT person FROM person_vault WHERE bsn_mark IS NOT NULL" };
static const struct db_query deletions[] = {
	{ "d1", "DELETE FROM journal_register" }, { "d2", "DELETE FROM journal_head" },
	{ "d3", "DELETE FROM journal_fact" },     { "d4", "DELETE FROM person_vault" },
	{ "d5", "DELETE FROM access_account" },   { "d20", "DELETE FROM person_relation" },
	{ "d21", "DELETE FROM person_double" },
};

struct fixture {
	struct arena *arena;
	struct db *db;
	struct demo_settings settings;
	struct date day;
	struct calendar calendar;
	struct demo demo;
	struct clock clock;
	struct journal journal;
	struct db_query *emptying; /* one for each derived table */
	struct fault fault;
};

static struct db_query *emptying_queries(struct arena *arena)
{
	struct db_query *queries = ARENA_MANY(arena, app_book.derived_tables_count, struct db_query);

	for (size_t i = 0; i < app_book.derived_tables_count; i++)
		queries[i] =
			(struct db_query){ arena_print(arena, "empty_%s", app_book.derived_tables[i]),
			                   arena_print(arena, "DELETE FROM %s", app_book.derived_tables[i]) };
	return queries;
}

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	*state = fixture;
	fixture->arena = arena;
	if (sodium_init() < 0 || settings_read(arena, &fixture->settings, &fixture->fault) != OK ||
	    calendar_read((const char *)embedded_find("data/holidays.csv")->bytes, arena, &fixture->calendar,
	                  &fixture->fault) != OK ||
	    db_open(getenv("TEST_DATABASE"), &fixture->db, &fixture->fault) != OK ||
	    db_migrate(fixture->db, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	fixture->emptying = emptying_queries(arena);
	if (settings_choose(&fixture->settings, NULL, arena, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	settings_spread(&fixture->settings, RESIDENTS);
	fixture->day = ((struct demo_register *)fixture->settings.registers.items)->day;
	fixture->demo = (struct demo){ .db = fixture->db,
		                       .book = &app_book,
		                       .calendar = &fixture->calendar,
		                       .settings = &fixture->settings,
		                       .arena = arena };
	if (demo_fill(&fixture->demo, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	fixture->clock = (struct clock){ fixture->day };
	fixture->journal = (struct journal){ .db = fixture->db,
		                             .clock = &fixture->clock,
		                             .book = &app_book,
		                             .calendar = &fixture->calendar,
		                             .arena = arena,
		                             .language = "nl",
		                             .register_id = 1969 };
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	db_close(fixture->db);
	arena_free(fixture->arena);
	return 0;
}

/* All columns of all rows in one digest. */
static const char *digest(struct fixture *fixture, const struct db_query *query, int columns)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024 * 1024);
	crypto_generichash_state hash;
	unsigned char bytes[32];
	char *hex = arena_take(fixture->arena, 2 * sizeof(bytes) + 1);

	(void)crypto_generichash_init(&hash, NULL, 0, sizeof(bytes));
	assert_int_equal(db_select(fixture->db, query, NULL, 0, &rows, &fixture->fault), OK);
	while (db_next(&rows, &fixture->fault) == OK) {
		for (int i = 0; i < columns; i++) {
			const char *text = db_text(&rows, i, arena);

			(void)crypto_generichash_update(&hash, (const unsigned char *)text, strlen(text) + 1);
		}
		arena_clear(arena);
	}
	(void)crypto_generichash_final(&hash, bytes, sizeof(bytes));
	return sodium_bin2hex(hex, 2 * sizeof(bytes) + 1, bytes, sizeof(bytes));
}

static void keeps_all_promises(void **state)
{
	struct fixture *fixture = *state;
	const struct monitor monitor = { .db = fixture->db,
		                         .book = &app_book,
		                         .calendar = &fixture->calendar,
		                         .on = fixture->day,
		                         .arena = fixture->arena };
	struct monitor_result result;

	assert_int_equal(monitor_verify(&monitor, &result, &fixture->fault), OK);
	if (monitor_total(&result) > 0)
		fail_msg("%s", monitor_examples(&result, "en", fixture->arena));
}

static void has_cases_in_every_status(void **state)
{
	struct fixture *fixture = *state;
	const struct case_filter everybody = { .contact = "", .team = "" };
	struct records counts;

	assert_int_equal(caseload_counts(&fixture->journal, &everybody, &counts, &fixture->fault), OK);
	for (size_t i = 0; case_statuses[i].code != NULL; i++) {
		const struct case_count *count = counts.items;
		int64_t cases = 0;

		for (size_t j = 0; j < counts.count; j++)
			if (strcmp(count[j].status, case_statuses[i].code) == 0)
				cases = count[j].cases;
		if (cases == 0)
			fail_msg("there is no case with the status %s", case_statuses[i].code);
	}
}

static void has_orders_in_every_state_and_a_cohort(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct records orders;

	for (size_t i = 0; order_states[i].code != NULL; i++) {
		assert_int_equal(
			orders_in_state(&fixture->journal, order_states[i].code, 0, &orders, &fixture->fault),
			OK);
		assert_true(orders.count > 2);
	}
	assert_int_equal(db_one(fixture->db, &cohort, NULL, 0, &rows, &fixture->fault), OK);
	assert_true(db_number(&rows, 0) > 2);
}

/* Those of whom somebody must be told to a provider, and nobody else. */
static void gives_test_numbers_only(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const char *bsn;
	size_t count = 0;

	assert_int_equal(db_select(fixture->db, &with_number, NULL, 0, &rows, &fixture->fault), OK);
	while (db_next(&rows, &fixture->fault) == OK) {
		assert_int_equal(vault_bsn(&fixture->journal, db_number(&rows, 0), &bsn, &fixture->fault),
		                 OK);
		assert_true(bsn_is_right(bsn) && strncmp(bsn, "9999", 4) == 0);
		count++;
	}
	assert_in_range(count, RESIDENTS / 3, RESIDENTS - RESIDENTS / 10);
}

static void needs_an_empty_database(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(demo_fill(&fixture->demo, &fixture->fault), WRONG_USE);
	assert_non_null(strstr(fixture->fault.words, "already holds the register"));
}

static void empty(struct fixture *fixture, const struct db_query *query)
{
	if (db_run(fixture->db, query, NULL, 0, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

static void empty_all(struct fixture *fixture)
{
	assert_int_equal(db_begin(fixture->db, &fixture->fault), OK);
	for (size_t i = 0; i < COUNT(deletions); i++)
		empty(fixture, &deletions[i]);
	for (size_t i = 0; i < app_book.derived_tables_count; i++)
		empty(fixture, &fixture->emptying[i]);
	assert_int_equal(db_commit(fixture->db, &fixture->fault), OK);
}

/* Salts and keys differ each time; what people read does not. */
static void same_seed_gives_the_same_facts(void **state)
{
	struct fixture *fixture = *state;
	const char *facts = digest(fixture, &all_facts, 7), *people = digest(fixture, &all_people, 7);

	empty_all(fixture);
	if (demo_fill(&fixture->demo, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	assert_string_equal(digest(fixture, &all_facts, 7), facts);
	assert_string_equal(digest(fixture, &all_people, 7), people);
	empty_all(fixture);
	fixture->settings.seed = 2;
	assert_int_equal(demo_fill(&fixture->demo, &fixture->fault), OK);
	assert_string_not_equal(digest(fixture, &all_people, 7), people);
}

/* The other registers stand on their own days, so the promises are counted on each one's own. */
static void all_schemes_keep_all_promises(void **state)
{
	struct fixture *fixture = *state;
	const struct monitor monitor = {
		.db = fixture->db, .book = &app_book, .calendar = &fixture->calendar, .arena = fixture->arena
	};
	struct monitor_result result;
	struct records registers;

	empty_all(fixture);
	if (settings_read(fixture->arena, &fixture->settings, &fixture->fault) != OK ||
	    settings_choose(&fixture->settings, "all", fixture->arena, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	settings_spread(&fixture->settings, RESIDENTS);
	if (demo_fill(&fixture->demo, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	assert_int_equal(journal_registers(fixture->db, fixture->arena, &registers, &fixture->fault), OK);
	assert_int_equal(registers.count, fixture->settings.registers.count);
	assert_int_equal(monitor_verify(&monitor, &result, &fixture->fault), OK);
	if (monitor_total(&result) > 0)
		fail_msg("%s", monitor_examples(&result, "en", fixture->arena));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_all_promises),
		cmocka_unit_test(has_cases_in_every_status),
		cmocka_unit_test(has_orders_in_every_state_and_a_cohort),
		cmocka_unit_test(gives_test_numbers_only),
		cmocka_unit_test(needs_an_empty_database),
		cmocka_unit_test(same_seed_gives_the_same_facts),
		cmocka_unit_test(all_schemes_keep_all_promises),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
