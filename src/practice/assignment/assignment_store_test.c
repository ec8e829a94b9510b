/* SPDX-License-Identifier: EUPL-1.2 */
/* What the register itself knows of an existing relation: who delivers on the day, and since when without a
 * break. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/lane/lane_store.h"
#include "common/person/vault.h"
#include "common/scheme/adopted_fixture.h"
#include "common/scheme/scheme_book.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/assignment/ending.h"

#define CLIENT 7
#define FIRST_ASSIGNMENT 100

/* A client of 80 in the area with the closed cohort. */
static void add_client(struct fixture *fixture)
{
	struct findings findings = findings_new(fixture->arena, "nl");
	const struct identity client = { .surname = "Proef",
		                         .born = date_of(1943, 2, 3),
		                         .postcode = "9801AB" };

	assert_int_equal(vault_add(&fixture->journal, CLIENT, &client, &findings, &fixture->fault), OK);
}

static int set_up(void **state)
{
	struct fixture *fixture;

	(void)fixture_open(state, sizeof(struct fixture), NULL, date_of(2023, 5, 15), "test");
	fixture = *state;
	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	fixture->journal.register_id = 1969;
	return 0;
}

static int tear_down(void **state)
{
	scheme_book_free(((struct fixture *)*state)->schemes);
	return fixture_close(state);
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	if (db_begin(fixture->db, &fixture->fault) != OK)
		return -1;
	fixture_adopt(fixture, "westerkwartier", date_of(2021, 1, 1));
	add_client(fixture);
	fixture->facts = FIRST_ASSIGNMENT - 1;
	return 0;
}

static void add_assignment(struct fixture *fixture, const char *deliverer, struct date from,
                           struct date last_day)
{
	int64_t number = ++fixture->facts;
	struct assignment assignment = { .person = CLIENT,
		                         .decision = number,
		                         .deliverer = deliverer,
		                         .party = "miep",
		                         .product = "huishoudelijke-hulp",
		                         .choice = "scheme",
		                         .explanation = "{}",
		                         .from = from,
		                         .last_day = last_day };
	const struct journal_fact fact = { .fact = number, .person = CLIENT, .item = &assignment };

	fixture_apply(fixture, &assignment_made_kind, &fact);
}

static struct advice ask(struct fixture *fixture, struct date on)
{
	const struct advice_asked asked = { .person = CLIENT, .product = "huishoudelijke-hulp", .on = on };
	struct advice advice;

	assert_int_equal(assignment_advice(&fixture->journal, &asked, &advice, &fixture->fault), OK);
	return advice;
}

static void assert_current(const struct advice *advice, const char *party, struct date since)
{
	assert_int_not_equal(advice->question.current, LANE_NONE);
	assert_string_equal(advice->view.set->parties.items[advice->question.current].name, party);
	assert_int_equal(advice->question.since.day, since.day);
}

static const char *first_deliverer(const struct advice *advice)
{
	assert_true(advice->answer->able_count > 0);
	return advice->view.set->parties.items[advice->answer->candidates[0].party].name;
}

static void care_until_the_day_is_a_relation(void **state)
{
	struct fixture *fixture = *state;
	struct advice advice;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), date_of(2023, 2, 28));
	advice = ask(fixture, date_of(2023, 3, 1));
	assert_current(&advice, "dnzt", date_of(2022, 1, 1));
	assert_string_equal(first_deliverer(&advice), "dnzt");
}

/* Who leaves and comes back is new (the closed cohort of the scheme). */
static void care_that_ended_before_is_none(void **state)
{
	struct fixture *fixture = *state;
	struct advice advice;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), date_of(2022, 12, 31));
	advice = ask(fixture, date_of(2023, 3, 1));
	assert_int_equal(advice.question.current, LANE_NONE);
	assert_string_equal(first_deliverer(&advice), "miep");
}

/* A renewed grant with the same provider does not break the relation, however often. */
static void renewed_care_counts_from_its_beginning(void **state)
{
	struct fixture *fixture = *state;
	struct advice advice;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), date_of(2022, 12, 31));
	add_assignment(fixture, "dnzt", date_of(2023, 1, 1), date_of(2023, 4, 30));
	add_assignment(fixture, "dnzt", date_of(2023, 5, 1), date_of(2023, 10, 31));
	advice = ask(fixture, date_of(2023, 11, 1));
	assert_current(&advice, "dnzt", date_of(2022, 1, 1));
	assert_string_equal(first_deliverer(&advice), "dnzt");
}

static void break_begins_it_anew(void **state)
{
	struct fixture *fixture = *state;
	struct advice advice;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), date_of(2022, 12, 30));
	add_assignment(fixture, "dnzt", date_of(2023, 3, 1), (struct date){ 0 });
	advice = ask(fixture, date_of(2023, 5, 15));
	assert_current(&advice, "dnzt", date_of(2023, 3, 1));
	assert_string_equal(first_deliverer(&advice), "miep");
}

static void another_provider_begins_it_anew(void **state)
{
	struct fixture *fixture = *state;
	struct advice advice;

	add_assignment(fixture, "huidige-aanbieder", date_of(2021, 1, 1), date_of(2022, 12, 31));
	add_assignment(fixture, "dnzt", date_of(2023, 1, 1), date_of(2023, 2, 28));
	advice = ask(fixture, date_of(2023, 3, 1));
	assert_current(&advice, "dnzt", date_of(2023, 1, 1));
}

/* A legal successor goes on with the clients of the party that it took over, as if it had been there all
 * along. */
static void successor_keeps_the_clients(void **state)
{
	struct fixture *fixture = *state;
	const struct lane_change succession = { .scheme = "westerkwartier",
		                                .sort = LANE_SUCCEEDED,
		                                .fact = 8,
		                                .valid_from = date_of(2023, 4, 1),
		                                .party = "opvolger",
		                                .label = "Opvolger",
		                                .other = "dnzt" };
	struct advice advice;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), date_of(2023, 10, 31));
	assert_int_equal(
		lane_change_add(fixture->db, fixture->journal.register_id, &succession, &fixture->fault), OK);
	assert_int_equal(scheme_book_refresh(fixture->schemes, fixture->db, &fixture->fault), OK);
	advice = ask(fixture, date_of(2023, 3, 31));
	assert_string_equal(first_deliverer(&advice), "dnzt");
	advice = ask(fixture, date_of(2023, 4, 1));
	assert_current(&advice, "opvolger", date_of(2022, 1, 1));
	assert_string_equal(first_deliverer(&advice), "opvolger");
}

/* No silent continuation: after the end of the agreement nobody is found, and the answer says why; the one
 * extension gives a year. */
static void after_the_end_nobody_is_found(void **state)
{
	struct fixture *fixture = *state;
	struct findings findings = findings_new(fixture->arena, "nl");
	const struct identity client = { .surname = "Na", .born = date_of(1943, 2, 3), .postcode = "8011AB" };
	const struct lane_change extension = { .scheme = "zwolle",
		                               .sort = LANE_EXTENDED,
		                               .fact = 7,
		                               .valid_from = date_of(2020, 6, 1),
		                               .valid_until = date_of(2022, 1, 1),
		                               .agreement = "integrale-thuisondersteuning" };
	struct advice_asked asked = { .person = CLIENT + 1,
		                      .product = "thuisondersteuning",
		                      .on = date_of(2021, 1, 1) };
	struct advice advice;
	struct texts words;

	fixture_adopt(fixture, "zwolle", date_of(2021, 1, 1));
	assert_int_equal(vault_add(&fixture->journal, CLIENT + 1, &client, &findings, &fixture->fault), OK);
	assert_int_equal(assignment_advice(&fixture->journal, &asked, &advice, &fixture->fault), OK);
	assert_int_equal(advice.answer->able_count, 0);
	words = assign_words(&advice.view);
	assert_true(words.count > 0);
	assert_non_null(strstr(words.items[words.count - 1],
	                       "Deze afspraak liep tot 2021-01-01; gevraagd is 2021-01-01."));
	assert_int_equal(
		lane_change_add(fixture->db, fixture->journal.register_id, &extension, &fixture->fault), OK);
	assert_int_equal(scheme_book_refresh(fixture->schemes, fixture->db, &fixture->fault), OK);
	assert_int_equal(assignment_advice(&fixture->journal, &asked, &advice, &fixture->fault), OK);
	assert_int_equal(advice.answer->able_count, 29);
	asked.on = date_of(2022, 1, 1);
	assert_int_equal(assignment_advice(&fixture->journal, &asked, &advice, &fixture->fault), OK);
	assert_int_equal(advice.answer->able_count, 0);
}

/* An assignment that ends early, as a move ends it. */
static void end_assignment(struct fixture *fixture, int64_t number, struct date on)
{
	struct assignment_end end = { .person = CLIENT,
		                      .assignment = number,
		                      .ended_on = on,
		                      .because = "moved",
		                      .told_on = date_add_days(on, -7),
		                      .told_how = "visit",
		                      .decision = number,
		                      .product = "huishoudelijke-hulp",
		                      .unit = "minute",
		                      .frequency = "week",
		                      .amount = 120,
		                      .waits_from = on };
	const struct journal_fact fact = { .fact = 1000 + number, .person = CLIENT, .item = &end };

	assert_int_equal(assignment_ended_kind.apply(fixture->db, fixture->journal.register_id, &fact,
	                                             fixture->arena, &fixture->fault),
	                 OK);
}

/* Who moved away and returns on the same day is new all the same: the closed cohort only shrinks. */
static void care_that_was_ended_is_no_relation(void **state)
{
	struct fixture *fixture = *state;
	struct advice advice;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), (struct date){ 0 });
	end_assignment(fixture, FIRST_ASSIGNMENT, date_of(2023, 4, 1));
	advice = ask(fixture, date_of(2023, 3, 31));
	assert_current(&advice, "dnzt", date_of(2022, 1, 1));
	advice = ask(fixture, date_of(2023, 4, 1));
	assert_int_equal(advice.question.current, LANE_NONE);
	assert_string_equal(first_deliverer(&advice), "miep");
	/* elsewhere, as main provider */
	add_assignment(fixture, "dnzt", date_of(2023, 4, 1), (struct date){ 0 });
	advice = ask(fixture, date_of(2023, 5, 15));
	assert_current(&advice, "dnzt", date_of(2023, 4, 1));
	assert_string_equal(first_deliverer(&advice), "miep");
}

/* It keeps the days that it had; one that had not begun has none, and stands in no list. */
static void an_ended_assignment_keeps_the_days_it_had(void **state)
{
	struct fixture *fixture = *state;
	struct records lines, deliveries, waiting;

	add_assignment(fixture, "dnzt", date_of(2022, 1, 1), (struct date){ 0 });
	end_assignment(fixture, FIRST_ASSIGNMENT, date_of(2023, 4, 1));
	add_assignment(fixture, "miep", date_of(2023, 6, 1), (struct date){ 0 });
	end_assignment(fixture, FIRST_ASSIGNMENT + 1, date_of(2023, 6, 1));
	assert_int_equal(assignments_of(&fixture->journal, CLIENT, &lines, &fixture->fault), OK);
	assert_int_equal(lines.count, 1);
	assert_int_equal(((struct assignment_line *)lines.items)->valid_until.day, date_of(2023, 4, 1).day);
	assert_int_equal(deliveries_of(&fixture->journal, CLIENT, &deliveries, &fixture->fault), OK);
	assert_int_equal(deliveries.count, 1);
	assert_int_equal(assignment_waiting_of(&fixture->journal, CLIENT, &waiting, &fixture->fault), OK);
	assert_int_equal(waiting.count, 2);
	assert_int_equal(((struct waiting_line *)waiting.items)->since.day, date_of(2023, 4, 1).day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(care_until_the_day_is_a_relation, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(care_that_ended_before_is_none, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(renewed_care_counts_from_its_beginning, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(break_begins_it_anew, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(another_provider_begins_it_anew, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(successor_keeps_the_clients, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(after_the_end_nobody_is_found, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(care_that_was_ended_is_no_relation, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(an_ended_assignment_keeps_the_days_it_had, begin,
		                                fixture_undo),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
