/* SPDX-License-Identifier: EUPL-1.2 */
/* The lists of a register, against sets that the test works out for itself from what it put in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/adopted_fixture.h"
#include "common/scheme/scheme_book.h"
#include "practice/assignment/assignment.h"
#include "practice/care/care.h"
#include "practice/decision/decision.h"
#include "practice/radar/radar_store.h"
#include "shows.h"

#define CLIENTS 400

/* What is put in about a client: one product, one assignment or two that follow each other. */
struct client {
	struct date born, from, middle, until; /* middle: where the second one begins, or no date */
	const char *product, *deliverer, *party, *postcode;
	bool has_begun;
};

struct town {
	struct fixture fixture;
	struct client clients[CLIENTS + 1]; /* by person; 0 is nobody */
	struct radar radar;
	uint32_t seed;
};

/* A number below limit; the same row every time. */
static int32_t chance(struct town *town, int32_t limit)
{
	town->seed = town->seed * 1664525 + 1013904223;
	return (int32_t)((town->seed >> 8) % (uint32_t)limit);
}

static void apply(struct town *town, const struct journal_kind *kind, int64_t number, int64_t person,
                  void *item)
{
	const struct journal_fact fact = {
		.fact = number, .person = person, .valid_on = date_of(2021, 1, 1), .item = item
	};

	fixture_apply(&town->fixture, kind, &fact);
}

static void add_assignment(struct town *town, int64_t number, int64_t person, struct date from,
                           struct date until)
{
	const struct client *client = &town->clients[person];
	struct assignment assignment = { .person = person,
		                         .decision = number,
		                         .deliverer = client->deliverer,
		                         .party = client->party,
		                         .product = client->product,
		                         .choice = "scheme",
		                         .explanation = "{}",
		                         .from = from,
		                         .last_day = date_add_days(until, -1) };
	struct decision_line granted = { .product = client->product,
		                         .amount = 60,
		                         .unit = "minute",
		                         .frequency = "week",
		                         .from = from,
		                         .last_day = date_add_days(until, -1),
		                         .reasons = "nodig" };
	struct decision decision = { .report = number,
		                     .person = person,
		                     .decided_on = from,
		                     .objection_until = from,
		                     .outcome = "granted",
		                     .reasons = "nodig",
		                     .decided_by = "B. Beslisser",
		                     .lines = { &granted, 1 } };

	apply(town, &decision_taken_kind, number, person, &decision);
	apply(town, &assignment_made_kind, number, person, &assignment);
	if (client->has_begun) {
		struct care_start start = { person, number, from };

		apply(town, &care_started_kind, number, person, &start);
	}
}

static void add_client(struct town *town, int64_t person)
{
	static const char *const postcodes[] = { "9801AB", "9351AB", "9861AB", "9363AB" };
	struct client *client = &town->clients[person];
	struct findings findings = findings_new(town->fixture.arena, "nl");
	bool is_cohort = chance(town, 4) == 0;
	struct identity identity = { .surname = "Proef" };

	*client = (struct client){
		.born = date_add_days(date_of(1947, 1, 1), chance(town, 1500)),
		.from = date_add_days(date_of(2022, 7, 1), chance(town, 300)),
		.product = is_cohort || chance(town, 2) == 0 ? "huishoudelijke-hulp" : "dagbesteding",
		.postcode = postcodes[is_cohort ? 0 : chance(town, 4)],
		.has_begun = chance(town, 3) != 0,
	};
	client->until = date_add_days(client->from, 200 + chance(town, 700));
	if (is_cohort)
		client->middle = date_add_days(client->from, 30 + chance(town, 150));
	client->deliverer = is_cohort                                      ? "dnzt"
	                    : strcmp(client->product, "dagbesteding") == 0 ? "aanbieder-18-75-07"
	                                                                   : "miep";
	client->party = is_cohort ? "miep" : client->deliverer;
	identity.born = client->born;
	identity.postcode = client->postcode;
	assert_int_equal(
		vault_add(&town->fixture.journal, person, &identity, &findings, &town->fixture.fault), OK);
	if (date_is(client->middle)) {
		add_assignment(town, 2 * person, person, client->from, client->middle);
		add_assignment(town, 2 * person + 1, person, client->middle, client->until);
	} else {
		add_assignment(town, 2 * person, person, client->from, client->until);
	}
}

static int set_up(void **state)
{
	struct fixture *fixture;
	struct town *town;

	(void)fixture_open(state, sizeof(struct town), NULL, date_of(2023, 5, 15), "test");
	town = *state;
	town->seed = 1;
	fixture = &town->fixture;
	fixture->journal.register_id = 1969;
	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	fixture_must(fixture, db_begin(fixture->db, &fixture->fault));
	fixture_adopt(fixture, "westerkwartier", date_of(2021, 1, 1));
	for (int64_t person = 1; person <= CLIENTS; person++)
		add_client(town, person);
	return 0;
}

static int tear_down(void **state)
{
	struct town *town = *state;

	db_rollback(town->fixture.db);
	scheme_book_free(town->fixture.schemes);
	return fixture_close(state);
}

static const struct radar *look(struct town *town, struct radar_asked asked)
{
	assert_int_equal(radar_look(&town->fixture.journal, &asked, town->fixture.arena, &town->radar,
	                            &town->fixture.fault),
	                 OK);
	return &town->radar;
}

static bool is_in(const struct radar_items *list, int64_t person)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].person == person)
			return true;
	return false;
}

static bool is_guidance(const struct client *client)
{
	return strcmp(client->product, "dagbesteding") == 0;
}

/* The day of the 75th birthday, by counting years and not by the program's own function. */
static struct date day_of_75(const struct client *client)
{
	int year, month, day;
	struct date birthday;

	date_parts(client->born, &year, &month, &day);
	birthday = date_of(year + 75, month, day);
	return date_is(birthday) ? birthday : date_of(year + 75, 3, 1);
}

static void birthdays_are_exactly_those_that_change_a_lane(void **state)
{
	static const struct date days[] = { { 738655 }, { 738580 }, { 738820 } }; /* 2023-05-15 and others */
	struct town *town = *state;

	for (size_t i = 0; i < COUNT(days); i++) {
		const struct radar *radar = look(town, (struct radar_asked){ days[i], 8, NULL });
		size_t expected = 0;

		for (int64_t person = 1; person <= CLIENTS; person++) {
			const struct client *client = &town->clients[person];
			struct date birthday = day_of_75(client);
			bool is_coming = is_guidance(client) && birthday.day > days[i].day &&
			                 birthday.day <= radar_months_later(days[i], 12).day &&
			                 client->from.day < birthday.day && birthday.day < client->until.day;

			expected += is_coming;
			assert_int_equal(is_in(&radar->lists[RADAR_BIRTHDAYS], person), is_coming);
		}
		assert_true(expected > 5);
		SHOWS("WES-I2", assert_int_equal(radar->lists[RADAR_BIRTHDAYS].count, expected));
	}
}

static void lists_are_in_order_of_day(void **state)
{
	const struct radar *radar = look(*state, (struct radar_asked){ date_of(2023, 5, 15), 20, NULL });

	for (size_t i = 0; i < RADAR_LISTS_COUNT; i++)
		for (size_t j = 1; j < radar->lists[i].count; j++)
			assert_true(radar->lists[i].items[j - 1].change.on.day <=
			            radar->lists[i].items[j].change.on.day);
}

static void who_fails_leaves_exactly_its_clients(void **state)
{
	struct town *town = *state;
	struct date on = date_of(2023, 5, 15);
	const struct radar *radar = look(town, (struct radar_asked){ on, 8, "dnzt" });
	size_t expected = 0;
	int64_t clients = 0;

	for (int64_t person = 1; person <= CLIENTS; person++) {
		const struct client *client = &town->clients[person];
		bool is_hit = strcmp(client->deliverer, "dnzt") == 0 && on.day < client->until.day;

		expected += is_hit;
		assert_int_equal(is_in(&radar->lists[RADAR_LANES], person), is_hit);
	}
	for (size_t i = 0; i < radar->leavers_count; i++)
		clients += radar->leavers[i].clients;
	assert_true(expected > 20);
	assert_int_equal(clients, expected);
}

static void decisions_end_within_so_many_weeks(void **state)
{
	struct town *town = *state;
	struct date on = date_of(2023, 11, 1);
	const struct radar *radar = look(town, (struct radar_asked){ on, 13, NULL });
	size_t expected = 0;

	for (int64_t person = 1; person <= CLIENTS; person++) {
		const struct client *client = &town->clients[person];
		bool is_ending = client->from.day <= on.day && client->until.day > on.day &&
		                 client->until.day <= on.day + 13 * 7;

		/* A second grant that begins only after the day has not begun to count. */
		if (date_is(client->middle) && client->middle.day > on.day)
			is_ending = false;
		expected += is_ending;
		assert_int_equal(is_in(&radar->lists[RADAR_DECISIONS], person), is_ending);
	}
	assert_true(expected > 5);
	assert_int_equal(radar->lists[RADAR_DECISIONS].count, expected);
}

static void nobody_without_care_is_out_of_sight(void **state)
{
	struct town *town = *state;
	struct date on = date_of(2023, 5, 15);
	const struct radar *radar = look(town, (struct radar_asked){ on, 8, NULL });
	size_t expected = 0;

	for (int64_t person = 1; person <= CLIENTS; person++) {
		const struct client *client = &town->clients[person];

		expected += !client->has_begun && client->from.day <= on.day && on.day < client->until.day;
	}
	assert_true(expected > 20);
	assert_int_equal(radar->lists[RADAR_WITHOUT_CARE].count, expected);
}

static const struct radar_cohort *domestic_cohort(const struct radar *radar)
{
	for (size_t i = 0; i < radar->cohorts_count; i++) {
		const struct lane_set *set = radar->cohorts[i].radar->set;

		if (strcmp(set->lanes[radar->cohorts[i].lane].name, "zuidhorn-huishoudelijke-hulp-dnzt") == 0)
			return &radar->cohorts[i];
	}
	fail();
	return NULL;
}

static void cohort_is_counted_and_only_shrinks(void **state)
{
	struct town *town = *state;
	int64_t before = INT64_MAX;

	for (struct date on = date_of(2023, 3, 1); on.day < date_of(2024, 6, 1).day;
	     on = date_add_days(on, 91)) {
		const struct radar *radar = look(town, (struct radar_asked){ on, 8, NULL });
		const struct radar_cohort *cohort = domestic_cohort(radar);
		int64_t first = 0, now = 0;

		for (int64_t person = 1; person <= CLIENTS; person++) {
			const struct client *client = &town->clients[person];
			bool is_member = strcmp(client->deliverer, "dnzt") == 0 &&
			                 client->from.day < date_of(2023, 3, 1).day &&
			                 client->until.day > date_of(2023, 3, 1).day;

			first += is_member;
			now += is_member && client->until.day > on.day;
		}
		assert_true(first > 20);
		SHOWS("WES-15 WES-I4", assert_int_equal(cohort->first_count, first));
		assert_int_equal(cohort->now_count, now);
		assert_int_equal(radar->lists[RADAR_COHORT_LEFT].count, first - now);
		SHOWS("WES-I4", assert_true(now <= before));
		before = now;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(birthdays_are_exactly_those_that_change_a_lane),
		cmocka_unit_test(lists_are_in_order_of_day),
		cmocka_unit_test(who_fails_leaves_exactly_its_clients),
		cmocka_unit_test(decisions_end_within_so_many_weeks),
		cmocka_unit_test(nobody_without_care_is_out_of_sight),
		cmocka_unit_test(cohort_is_counted_and_only_shrinks),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
