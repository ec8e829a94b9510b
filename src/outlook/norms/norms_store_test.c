/* SPDX-License-Identifier: EUPL-1.2 */
/* The counts of a register, against what the test works out for itself from what it put in. */
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
#include "outlook/norms/norms_store.h"
#include "practice/assignment/assignment.h"
#include "practice/care/care.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk.h"
#include "practice/investigation/investigation.h"
#include "shows.h"

#define CLIENTS 300
#define FACTS_EACH 10

/* What is put in about a client; no date where it did not happen. */
struct client {
	struct date received, due, concluded, applied, application_due, decided, from, assigned, started;
	const char *product;
};

struct town {
	struct fixture fixture;
	struct client clients[CLIENTS + 1];
	uint32_t seed;
};

static int32_t chance(struct town *town, int32_t limit)
{
	town->seed = town->seed * 1664525 + 1013904223;
	return (int32_t)((town->seed >> 8) % (uint32_t)limit);
}

/* A day up to limit days later, or once in so many times none. */
static struct date day_after(struct town *town, struct date date, int32_t limit, int32_t none)
{
	int32_t days = chance(town, limit);

	return !date_is(date) || chance(town, none) == 0 ? (struct date){ 0 } : date_add_days(date, days);
}

static void apply(struct town *town, const struct journal_kind *kind, int64_t number, int64_t person,
                  void *item)
{
	const struct journal_fact fact = {
		.fact = number, .person = person, .valid_on = date_of(2015, 1, 1), .item = item
	};

	fixture_apply(&town->fixture, kind, &fact);
}

static void grant(struct town *town, int64_t number, int64_t person, const struct client *client)
{
	struct date last_day = date_add_days(client->from, 365);
	struct decision_line line = {
		client->product, 60, client->from, last_day, "nodig", "minute", "week"
	};
	struct decision decision = { .report = number,
		                     .person = person,
		                     .decided_on = client->decided,
		                     .objection_until = client->decided,
		                     .outcome = "granted",
		                     .reasons = "nodig",
		                     .decided_by = "B. Beslisser",
		                     .lines = { &line, 1 } };
	struct assignment assignment = { .person = person,
		                         .decision = number + 3,
		                         .deliverer = "kwintes",
		                         .party = "tom-in-de-buurt",
		                         .product = client->product,
		                         .choice = "scheme",
		                         .explanation = "{}",
		                         .from = client->assigned,
		                         .last_day = last_day };
	struct care_start start = { person, number + 4, client->started };

	apply(town, &decision_taken_kind, number + 3, person, &decision);
	if (date_is(client->assigned))
		apply(town, &assignment_made_kind, number + 4, person, &assignment);
	if (date_is(client->started))
		apply(town, &care_started_kind, number + 5, person, &start);
}

static void add_client(struct town *town, int64_t person)
{
	struct client *client = &town->clients[person];
	int64_t number = person * FACTS_EACH;
	struct findings findings = findings_new(town->fixture.arena, "nl");
	struct identity identity = { .surname = "Proef", .born = date_of(1950, 1, 1), .postcode = "2401AB" };
	struct report report = { .person = person, .area = "Nieuwkoop", .asked = "Hulp", .channel = "phone" };
	struct investigation investigation = { .report = number, .person = person };
	struct application application = { .report = number, .person = person };

	client->received = date_add_days(date_of(2021, 9, 1), chance(town, 300));
	client->due = date_add_days(client->received, 42);
	client->concluded = day_after(town, client->received, 55, 8);
	client->applied = day_after(town, client->concluded, 10, 10);
	client->application_due =
		date_is(client->applied) ? date_add_days(client->applied, 14) : client->applied;
	client->decided = day_after(town, client->applied, 18, 10);
	client->from =
		date_is(client->decided) ? date_add_days(client->decided, chance(town, 20)) : client->decided;
	client->assigned = day_after(town, client->from, 20, 5);
	client->started = day_after(town, client->assigned, 20, 5);
	client->product = chance(town, 3) == 0 ? "huishoudelijke-ondersteuning" : "individuele-begeleiding";
	assert_int_equal(
		vault_add(&town->fixture.journal, person, &identity, &findings, &town->fixture.fault), OK);
	report.received_on = client->received;
	report.due_on = client->due;
	report.owner = report.team = report.contact = "x";
	apply(town, &report_received_kind, number, person, &report);
	investigation.concluded_on = client->concluded;
	investigation.needs = investigation.own_strength = investigation.network = "x";
	investigation.general_provisions = investigation.conclusion = "x";
	if (date_is(client->concluded))
		apply(town, &investigation_concluded_kind, number + 1, person, &investigation);
	application.received_on = client->applied;
	application.due_on = client->application_due;
	if (date_is(client->applied))
		apply(town, &application_received_kind, number + 2, person, &application);
	if (date_is(client->decided))
		grant(town, number, person, client);
}

static int set_up(void **state)
{
	struct fixture *fixture;
	struct town *town;

	(void)fixture_open(state, sizeof(struct town), NULL, date_of(2022, 6, 1), "test");
	town = *state;
	town->seed = 3;
	fixture = &town->fixture;
	fixture->journal.register_id = 484;
	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	fixture_must(fixture, db_begin(fixture->db, &fixture->fault));
	fixture_adopt(fixture, "alphen", date_of(2015, 1, 1));
	fixture_adopt(fixture, "tom-in-de-buurt", date_of(2015, 1, 1));
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

static const struct norm_period periods[] = {
	{ { 738156 }, { 738307 } }, /* 2022-01-01 to 2022-06-01 */
	{ { 735599 }, { 738155 } }, /* the agreement before it, to its last day */
};

static bool is_within(struct date date, const struct norm_period *period)
{
	return date_is(date) && date.day >= period->since.day && date.day <= period->on.day;
}

/* 1 reached in time, -1 missed, 0 open. */
static int outcome(struct date done, struct date due, struct date on)
{
	if (date_is(done) && done.day <= on.day)
		return done.day <= due.day ? 1 : -1;
	return due.day < on.day ? -1 : 0;
}

static void add_outcome(struct norm_count *count, int found)
{
	count->reached += found > 0;
	count->missed += found < 0;
	count->open += found == 0;
}

static void assert_count(const struct norm_count *found, const struct norm_count *expected)
{
	assert_true(expected->reached > 0 && expected->missed > 0);
	assert_int_equal(found->reached, expected->reached);
	assert_int_equal(found->missed, expected->missed);
	assert_int_equal(found->open, expected->open);
}

static size_t lines_of(struct town *town, enum norm_list list, const struct norm_period *period,
                       int64_t within_days)
{
	const struct scheme_entry *entry = scheme_book_entry(town->fixture.schemes, 484, "tom-in-de-buurt");
	const struct norm_care asked = { &entry->scheme, "opdracht-2022", within_days };
	struct records lines = { 0 };

	assert_int_equal(
		norms_lines(&town->fixture.journal, list, period, &asked, &lines, &town->fixture.fault), OK);
	for (size_t i = 1; i < lines.count; i++)
		assert_true(((struct norm_line *)lines.items)[i - 1].since.day <=
		            ((struct norm_line *)lines.items)[i].since.day);
	return lines.count;
}

static void terms_of_the_law_are_counted(void **state)
{
	struct town *town = *state;

	for (size_t i = 0; i < COUNT(periods); i++) {
		const struct norm_period *period = &periods[i];
		struct norm_count investigations = { 0 }, decisions = { 0 }, found;

		for (int64_t person = 1; person <= CLIENTS; person++) {
			const struct client *client = &town->clients[person];

			if (is_within(client->received, period))
				add_outcome(&investigations,
				            outcome(client->concluded, client->due, period->on));
			if (is_within(client->applied, period))
				add_outcome(&decisions,
				            outcome(client->decided, client->application_due, period->on));
		}
		assert_int_equal(
			norms_investigations(&town->fixture.journal, period, &found, &town->fixture.fault),
			OK);
		SHOWS("TOM-I6 TOM-39", assert_count(&found, &investigations));
		assert_int_equal(lines_of(town, NORM_INVESTIGATIONS, period, 0), investigations.missed);
		assert_int_equal(
			norms_decisions(&town->fixture.journal, period, &found, &town->fixture.fault), OK);
		SHOWS("TOM-I6 TOM-39", assert_count(&found, &decisions));
		assert_int_equal(lines_of(town, NORM_DECISIONS, period, 0), decisions.missed);
	}
}

static void care_is_counted_for_the_products_of_the_agreement(void **state)
{
	static const int64_t within[] = { 0, 7, 21 };
	const struct norm_period everything = { date_of(2015, 1, 1), date_of(2022, 12, 31) };
	struct town *town = *state;
	const struct scheme_entry *entry = scheme_book_entry(town->fixture.schemes, 484, "tom-in-de-buurt");

	for (size_t i = 0; i < COUNT(within); i++) {
		const struct norm_care asked = { &entry->scheme, "opdracht-2022", within[i] };
		struct norm_count expected = { 0 }, found;
		struct norm_grants grants;

		for (int64_t person = 1; person <= CLIENTS; person++) {
			const struct client *client = &town->clients[person];
			struct date due = within[i] == 0 ? periods[0].on
			                                 : date_add_days(client->from, (int32_t)within[i]);

			if (!is_within(client->from, &periods[0]) ||
			    strcmp(client->product, "individuele-begeleiding") != 0)
				continue;
			if (within[i] == 0 && !is_within(client->started, &periods[0]))
				expected.missed++;
			else
				add_outcome(&expected, outcome(client->started, due, periods[0].on));
		}
		assert_int_equal(
			norms_grants(&town->fixture.journal, &everything, &grants, &town->fixture.fault), OK);
		found = norms_care(&grants, &periods[0], &asked);
		SHOWS("TOM-I6 TOM-39", assert_count(&found, &expected));
		assert_int_equal(lines_of(town, NORM_UNREACHED, &periods[0], within[i]), expected.missed);
	}
}

static void who_waits_is_counted_on_any_day(void **state)
{
	struct town *town = *state;

	for (struct date on = date_of(2022, 1, 1); on.day < date_of(2022, 6, 1).day;
	     on = date_add_days(on, 30)) {
		const struct norm_period period = { on, on };
		size_t expected = 0;

		for (int64_t person = 1; person <= CLIENTS; person++) {
			const struct client *client = &town->clients[person];

			expected += date_is(client->from) && client->from.day <= on.day &&
			            client->decided.day <= on.day && client->from.day + 366 > on.day &&
			            (!date_is(client->assigned) || client->assigned.day > on.day) &&
			            strcmp(client->product, "individuele-begeleiding") == 0;
		}
		assert_true(expected > 0);
		assert_int_equal(lines_of(town, NORM_WAITING, &period, 0), expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_of_the_law_are_counted),
		cmocka_unit_test(care_is_counted_for_the_products_of_the_agreement),
		cmocka_unit_test(who_waits_is_counted_on_any_day),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
