/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "common/journal/store_fixture.h"
#include "common/person/vault.h"

static const struct journal_kind *const kinds[] = { &bsn_recorded_kind };
static const struct journal_book book = { .kinds = kinds, .kinds_count = COUNT(kinds) };

static const struct db_query whole_vault = { "whole_vault", "SELECT bsn_sealed, bsn_mark FROM person_vault" };
static const struct db_query all_bodies = { "all_bodies", "SELECT body FROM journal_fact" };

static int set_up(void **state)
{
	return fixture_open(state, sizeof(struct fixture), &book, date_of(2023, 5, 15), "desk");
}

static struct identity somebody(const char *surname, const char *bsn)
{
	return (struct identity){ .initials = "A",
		                  .first_names = "Anna",
		                  .prefix = "de",
		                  .surname = surname,
		                  .sex = "f",
		                  .born = date_of(1941, 2, 28),
		                  .street = "Dorpsstraat",
		                  .house_number = 12,
		                  .house_addition = "b",
		                  .postcode = "9801 ab",
		                  .place = "Voorbeeld",
		                  .phone = "0600000000",
		                  .bsn = bsn };
}

static void add(struct fixture *fixture, int64_t person, const char *surname, const char *bsn)
{
	struct identity identity = somebody(surname, bsn);

	if (vault_add(&fixture->journal, person, &identity, &fixture->findings, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

static const char *bsn_of(struct fixture *fixture, int64_t person)
{
	const char *bsn;

	if (vault_bsn(&fixture->journal, person, &bsn, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return bsn;
}

static size_t found(struct fixture *fixture, const char *name, struct date born)
{
	const struct person_sought sought = { .name = name, .born = born };
	struct records people;

	if (vault_find(&fixture->journal, &sought, &people, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return people.count;
}

static bool stands_in(struct fixture *fixture, const struct db_query *query, int columns, const char *words)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	assert_int_equal(db_select(fixture->db, query, NULL, 0, &rows, &fixture->fault), OK);
	while (db_next(&rows, &fixture->fault) == OK)
		for (int column = 0; column < columns; column++)
			if (strstr(db_text(&rows, column, fixture->arena), words) != NULL)
				return true;
	return false;
}

static void test_a_person_comes_back(void **state)
{
	struct fixture *fixture = *state;
	struct identity read;

	add(fixture, 1, "Vries", "999990019");
	assert_int_equal(vault_identity(&fixture->journal, 1, &read, &fixture->fault), OK);
	assert_string_equal(identity_name(&read, fixture->arena), "A. de Vries");
	assert_string_equal(identity_street(&read, fixture->arena), "Dorpsstraat 12 b");
	assert_string_equal(read.postcode, "9801AB");
	assert_string_equal(read.place, "Voorbeeld");
	assert_string_equal(read.phone, "0600000000");
	assert_string_equal(read.sex, "f");
	assert_int_equal(read.born.day, date_of(1941, 2, 28).day);
	assert_true(read.bsn == NULL || read.bsn[0] == '\0');
	assert_int_equal(vault_identity(&fixture->journal, 2, &read, &fixture->fault), NOT_FOUND);
}

static void test_a_bsn_is_sealed(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, 1, "Vries", "999990019");
	add(fixture, 2, "Jong", NULL);
	assert_string_equal(bsn_of(fixture, 1), "999990019");
	assert_string_equal(bsn_of(fixture, 2), "");
	assert_false(stands_in(fixture, &whole_vault, 2, "999990019"));
}

static void test_a_bsn_belongs_to_one_person(void **state)
{
	struct fixture *fixture = *state;
	struct identity twin = somebody("Ander", "999990019");
	struct identity read;

	add(fixture, 1, "Vries", "999990019");
	assert_int_equal(vault_add(&fixture->journal, 2, &twin, &fixture->findings, &fixture->fault), OK);
	assert_int_equal(fixture->findings.count, 1);
	assert_string_equal(fixture->findings.items[0].code, "bsn-doubled");
	assert_string_equal(fixture->findings.items[0].field, "who.bsn");
	assert_int_equal(vault_identity(&fixture->journal, 2, &read, &fixture->fault), NOT_FOUND);
	(void)fixture_next_register(state); /* in another register it is another person's business */
	add(fixture, 2, "Ander", "999990019");
	assert_int_equal(fixture->findings.count, 0);
}

static enum status record_bsn(struct fixture *fixture, int64_t person, const char *bsn)
{
	struct bsn_recorded *recorded = ARENA_NEW(fixture->arena, struct bsn_recorded);
	int64_t fact;
	enum status status;

	*recorded = (struct bsn_recorded){ .person = person, .bsn = bsn };
	fixture->findings = findings_new(fixture->arena, "nl");
	status = journal_append(&fixture->journal, &bsn_recorded_kind, recorded, &fixture->findings, &fact,
	                        &fixture->fault);
	if (status == FAILED)
		fail_msg("%s", fixture->fault.words);
	return status;
}

static void test_a_bsn_comes_later(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, 1, "Vries", NULL);
	add(fixture, 2, "Jong", "999990020");
	assert_int_equal(record_bsn(fixture, 1, "999990019"), OK);
	assert_string_equal(bsn_of(fixture, 1), "999990019");
	assert_false(stands_in(fixture, &all_bodies, 1, "999990019")); /* the vault is the only place */
	assert_int_equal(record_bsn(fixture, 1, "999990018"), FINDINGS);
	assert_string_equal(fixture->findings.items[0].code, "bsn-eleven-test");
	assert_int_equal(record_bsn(fixture, 1, "999990020"), FINDINGS);
	assert_string_equal(fixture->findings.items[0].code, "bsn-doubled");
	assert_int_equal(record_bsn(fixture, 3, "999990032"), FINDINGS);
	assert_string_equal(fixture->findings.items[0].code, "bsn-person");
	assert_string_equal(bsn_of(fixture, 1), "999990019");
}

/* Somebody sends the same form twice. */
static void test_the_same_bsn_again(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, 1, "Vries", "999990019");
	assert_int_equal(record_bsn(fixture, 1, "999990019"), OK);
	assert_string_equal(bsn_of(fixture, 1), "999990019");
}

static void test_another_key_opens_nothing(void **state)
{
	struct fixture *fixture = *state;
	const char *path = arena_print(fixture->arena, "%s/key", db_state_directory(fixture->db));
	const char *kept = arena_print(fixture->arena, "%s.kept", path);
	const struct identity jong = { .surname = "Jong", .born = date_of(1941, 2, 28), .bsn = "999990020" };
	const char *bsn;

	add(fixture, 1, "Vries", "999990019");
	assert_int_equal(rename(path, kept), 0);
	assert_int_equal(vault_bsn(&fixture->journal, 1, &bsn, &fixture->fault), FAILED);
	assert_non_null(strstr(fixture->fault.words, db_state_directory(fixture->db)));
	assert_int_equal(vault_add(&fixture->journal, 2, &jong, &fixture->findings, &fixture->fault), FAILED);
	assert_int_equal(access(path, F_OK), -1); /* no second key is made */
	assert_int_equal(rename(kept, path), 0);
	assert_string_equal(bsn_of(fixture, 1), "999990019");
}

static void test_finding_people(void **state)
{
	struct fixture *fixture = *state;
	struct date none = { 0 }, born = date_of(1941, 2, 28);

	add(fixture, 1, "Vries", NULL);
	add(fixture, 2, "Vriesema", NULL);
	add(fixture, 3, "Jong", NULL);
	add(fixture, 4, "Éénhoorn", NULL);
	assert_int_equal(found(fixture, "vries", none), 2);
	assert_int_equal(found(fixture, "VRIESE", none), 1);
	assert_int_equal(found(fixture, "ries", none), 0);
	assert_int_equal(found(fixture, "éÉN", none), 1);
	assert_int_equal(found(fixture, "", none), 4);
	assert_int_equal(found(fixture, "", born), 4);
	assert_int_equal(found(fixture, "jong", born), 1);
	assert_int_equal(found(fixture, "jong", date_of(1941, 3, 1)), 0);
	assert_int_equal(found(fixture, "%", none), 0);
	{ /* nobody was known on a day of which the journal says nothing */
		struct person_sought sought = { .name = "", .known_on = born };
		struct records people;

		assert_int_equal(vault_find(&fixture->journal, &sought, &people, &fixture->fault), OK);
		assert_int_equal(people.count, 0);
		sought.born = born;
		assert_int_equal(vault_find(&fixture->journal, &sought, &people, &fixture->fault), OK);
		assert_int_equal(people.count, 0);
	}
	for (int64_t person = 5; person < 100; person++)
		add(fixture, person, "Vriesland", NULL);
	assert_int_equal(found(fixture, "vries", none), 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_a_person_comes_back, fixture_next_register),
		cmocka_unit_test_setup(test_a_bsn_is_sealed, fixture_next_register),
		cmocka_unit_test_setup(test_a_bsn_belongs_to_one_person, fixture_next_register),
		cmocka_unit_test_setup(test_a_bsn_comes_later, fixture_next_register),
		cmocka_unit_test_setup(test_the_same_bsn_again, fixture_next_register),
		cmocka_unit_test_setup(test_another_key_opens_nothing, fixture_next_register),
		cmocka_unit_test_setup(test_finding_people, fixture_next_register),
	};

	return cmocka_run_group_tests_name("vault", tests, set_up, fixture_close);
}
