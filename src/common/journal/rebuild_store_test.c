/* SPDX-License-Identifier: EUPL-1.2 */
/* What was known at a moment: which facts that is, and a database of them that takes no more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/journal/rebuild.h"
#include "common/journal/register.h"
#include "common/journal/store_fixture.h"
#include "platform/db/migrate.h"

#define NINE (9 * 3600)

struct note {
	int64_t person;
};
static const struct field note_fields[] = { FIELD(struct note, person) };
static const struct record note_record = RECORD(struct note, "note", note_fields);

static const struct journal_kind noted_kind = {
	.name = "noted",
	.title = "Noteren",
	.done = "Genoteerd",
	.sort = KIND_NOTICE,
	.permission = MAY_REPORT,
	.record = &note_record,
};
static const struct journal_kind followed_kind = {
	.name = "followed",
	.title = "Volgen",
	.done = "Gevolgd",
	.sort = KIND_NOTICE,
	.permission = MAY_WRITE_LETTERS,
	.record = &note_record,
};
static const struct journal_kind *const kinds[] = { &noted_kind, &followed_kind };
static const struct journal_reaction reactions[] = { { .when = &noted_kind, .then = &followed_kind } };
static const struct journal_book book = { .kinds = kinds,
	                                  .kinds_count = COUNT(kinds),
	                                  .reactions = reactions,
	                                  .reactions_count = COUNT(reactions) };

static int set_up(void **state)
{
	return fixture_open(state, sizeof(struct fixture), &book, (struct date){ 0 }, "loket");
}

/* A note of a moment, with what follows from it. */
static void note(struct fixture *fixture, struct date day, int32_t second)
{
	struct note item = { 7 };

	fixture->clock = (struct clock){ day, second };
	(void)fixture_append(fixture, &noted_kind, &item);
}

static int64_t known_by(struct fixture *fixture, struct date day, int32_t second)
{
	int64_t last = -1;

	assert_int_equal(journal_known_by(fixture->db, fixture->journal.register_id,
	                                  clock_moment_on(day, second), &last, &fixture->fault),
	                 OK);
	return last;
}

static void what_was_recorded_by_a_moment(void **state)
{
	struct fixture *fixture = *state;
	struct date one = date_of(2023, 3, 1), other = date_of(2023, 3, 2);

	assert_int_equal(known_by(fixture, one, NINE), 0);
	note(fixture, one, NINE);
	note(fixture, other, NINE);
	note(fixture, one, NINE + 60); /* the clock was put back: what came before it was known as well */
	note(fixture, other, NINE + 60);
	assert_int_equal(known_by(fixture, one, NINE - 1), 0);
	assert_int_equal(known_by(fixture, one, NINE), 2);
	assert_int_equal(known_by(fixture, one, NINE + 60), 6);
	assert_int_equal(known_by(fixture, other, NINE), 6);
	assert_int_equal(known_by(fixture, other, DAY_SECONDS - 1), 8);
}

static const struct db_query later = {
	"later",
	"UPDATE journal_fact SET recorded_at = recorded_at + 1 WHERE register_id = $1 AND reaction <> ''"
};

/* What follows from a fact is stored with it, also where the clock ticked in between. */
static void what_follows_goes_along(void **state)
{
	struct fixture *fixture = *state;
	const struct value values[] = { value_number(fixture->journal.register_id) };

	note(fixture, date_of(2023, 3, 1), NINE);
	note(fixture, date_of(2023, 3, 1), NINE + 60);
	assert_int_equal(db_run(fixture->db, &later, values, COUNT(values), &fixture->fault), OK);
	assert_int_equal(known_by(fixture, date_of(2023, 3, 1), NINE), 2);
	assert_int_equal(known_by(fixture, date_of(2023, 3, 1), NINE + 60), 4);
}

static struct journal_copy copy_of(struct fixture *fixture, struct db *into)
{
	return (struct journal_copy){ .db = fixture->db,
		                      .into = into,
		                      .book = &book,
		                      .of = { fixture->journal.register_id, "Proef", date_of(2023, 5, 15) },
		                      .until = clock_moment_on(date_of(2023, 3, 1), NINE),
		                      .last = 2 };
}

static void copy_is_whole_and_takes_no_more(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_closep) struct db *into = NULL;
	struct journal elsewhere = fixture->journal;
	struct findings findings = findings_new(fixture->arena, "nl");
	struct journal_copy copy;
	struct journal_head head;
	struct moment until;
	struct note item = { 7 };
	int64_t violations = -1, fact = 0;

	note(fixture, date_of(2023, 3, 1), NINE);
	note(fixture, date_of(2023, 3, 2), NINE);
	assert_int_equal(db_open_side(fixture->db, &into, &fixture->fault), OK);
	assert_int_equal(db_migrate(into, &fixture->fault), OK);
	copy = copy_of(fixture, into);
	assert_int_equal(journal_copy_known(&copy, &fixture->fault), OK);
	assert_int_equal(journal_head(into, copy.of.register_id, fixture->arena, &head, &fixture->fault), OK);
	assert_int_equal(head.fact, 2);
	assert_int_equal(journal_verify_chain(into, copy.of.register_id, NULL, &violations, &fixture->fault),
	                 OK);
	assert_int_equal(violations, 0);
	assert_int_equal(journal_known_until(into, &until, &fixture->fault), OK);
	assert_int_equal(until.seconds, copy.until.seconds);
	assert_int_equal(journal_known_until(fixture->db, &until, &fixture->fault), OK);
	assert_int_equal(until.seconds, 0);
	elsewhere.db = into;
	assert_int_equal(journal_append(&elsewhere, &noted_kind, &item, &findings, &fact, &fixture->fault),
	                 FAILED);
	assert_non_null(strstr(fixture->fault.words, "nothing can be added to it"));
	assert_int_equal(journal_head(into, copy.of.register_id, fixture->arena, &head, &fixture->fault), OK);
	assert_int_equal(head.fact, 2);
}

static bool stop(void *context, int64_t facts)
{
	(void)facts;
	*(bool *)context = true;
	return false;
}

static void copy_can_be_stopped(void **state)
{
	struct fixture *fixture = *state;
	CLEANUP(db_closep) struct db *into = NULL;
	struct journal_copy copy;
	bool is_asked = false;

	assert_int_equal(db_begin(fixture->db, &fixture->fault), OK);
	for (int32_t i = 0; i < 600; i++)
		note(fixture, date_of(2023, 3, 1), NINE + i);
	assert_int_equal(db_commit(fixture->db, &fixture->fault), OK);
	assert_int_equal(db_open_side(fixture->db, &into, &fixture->fault), OK);
	assert_int_equal(db_migrate(into, &fixture->fault), OK);
	copy = copy_of(fixture, into);
	copy.last = 1200;
	copy.progress = stop;
	copy.context = &is_asked;
	assert_int_equal(journal_copy_known(&copy, &fixture->fault), FAILED);
	assert_true(is_asked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(what_was_recorded_by_a_moment, fixture_next_register),
		cmocka_unit_test_setup(what_follows_goes_along, fixture_next_register),
		cmocka_unit_test_setup(copy_is_whole_and_takes_no_more, fixture_next_register),
		cmocka_unit_test_setup(copy_can_be_stopped, fixture_next_register),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
