/* SPDX-License-Identifier: EUPL-1.2 */
/* The clients that a version touches, against counts that SQL makes by itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/journal/store_fixture.h"
#include "outlook/laboratory/touched.h"
#include "platform/base/embedded.h"

#define REGISTER 1969
#define PEOPLE 3000

static const struct db_query add_person = {
	"add_person",
	"INSERT INTO person_vault (register_id, person, surname, prefix, initials, first_names, sex, born, "
	"street, house_number, house_addition, postcode, place, phone, search_name, bsn_sealed) "
	"VALUES ($1, $2, 'P', '', 'P', '', 'f', $3, 'S', 1, '', $4, 'P', '', 'p', '')"
};
static const struct db_query add_assignment = {
	"add_assignment",
	"INSERT INTO assignment_assignment (register_id, person, assignment, decision, line, product, "
	"party, deliverer, valid_from, valid_until, choice, explanation) "
	"VALUES ($1, $2, $3, $3, 0, $4, $5, $6, $7, $8, '', '')"
};
static const struct db_query add_waiting = {
	"add_waiting",
	"INSERT INTO assignment_waiting (register_id, person, decision, line, product, amount, unit, "
	"frequency, valid_from, valid_until, since) "
	"VALUES ($1, $2, $3, 0, $4, 1, 'minute', 'week', $5, $6, $5)"
};

/* Help in a product on a day: how many people, of whom how many by this deliverer ('%': by anybody). */
static const struct db_query in_marum = {
	"in_marum",
	"SELECT COUNT(DISTINCT CASE WHEN h.deliverer LIKE $4 THEN h.person END) FROM ("
	"SELECT person, product, deliverer, valid_from, valid_until FROM assignment_assignment WHERE "
	"register_id = $1 "
	"UNION ALL SELECT person, product, '', valid_from, valid_until FROM assignment_waiting WHERE "
	"register_id = $1) h "
	"JOIN person_vault v ON v.register_id = $1 AND v.person = h.person "
	"WHERE h.product = $2 AND h.valid_from <= $3 AND h.valid_until > $3 AND SUBSTR(v.postcode, 1, 4) IN "
	"('9361', '9362', '9363', '9364', '9365', '9366', '9367', '9824', '9825')"
};
/* Help for who is not yet 75 on the day, by anybody or by one. */
static const struct db_query under_75 = { "under_75",
	                                  "SELECT COUNT(DISTINCT h.person) FROM ("
	                                  "SELECT person, product, deliverer, valid_from, valid_until FROM "
	                                  "assignment_assignment WHERE register_id = $1 "
	                                  "UNION ALL SELECT person, product, '', valid_from, valid_until "
	                                  "FROM assignment_waiting WHERE register_id = $1) h "
	                                  "JOIN person_vault v ON v.register_id = $1 AND v.person = h.person "
	                                  "WHERE h.product <> 'huishoudelijke-hulp' AND h.valid_from <= $2 "
	                                  "AND h.valid_until > $2 AND v.born > $3 "
	                                  "AND h.deliverer LIKE $4" };
static const struct db_query with_day_care = {
	"with_day_care",
	"SELECT COUNT(DISTINCT person) FROM ("
	"SELECT person, product, valid_from, valid_until FROM assignment_assignment WHERE register_id = $1 "
	"UNION ALL SELECT person, product, valid_from, valid_until FROM assignment_waiting WHERE register_id "
	"= $1) h "
	"WHERE h.product = 'dagbesteding' AND h.valid_from <= $2 AND h.valid_until > $2"
};
static const struct db_query with_help = {
	"with_help",
	"SELECT COUNT(DISTINCT person) FROM ("
	"SELECT person FROM assignment_assignment WHERE valid_from <= $1 AND valid_until > $1 "
	"UNION ALL SELECT person FROM assignment_waiting WHERE valid_from <= $1 AND valid_until > $1) h"
};

static void run(struct fixture *fixture, const struct db_query *query, const struct value *values,
                size_t count)
{
	if (db_run(fixture->db, query, values, count, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

static int64_t number_of(struct fixture *fixture, const struct db_query *query, const struct value *values,
                         size_t count)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	if (db_one(fixture->db, query, values, count, &rows, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return db_number(&rows, 0);
}

static int64_t marum(struct fixture *fixture, struct date on, const char *deliverer)
{
	const struct value values[] = { value_number(REGISTER), value_text("huishoudelijke-hulp"),
		                        value_date(on), value_text(deliverer) };

	return number_of(fixture, &in_marum, values, COUNT(values));
}

static int64_t young(struct fixture *fixture, struct date on, struct date born_after, const char *deliverer)
{
	const struct value values[] = { value_number(REGISTER), value_date(on), value_date(born_after),
		                        value_text(deliverer) };

	return number_of(fixture, &under_75, values, COUNT(values));
}

/* Some of everything: all areas and ages, help that ended, runs, begins and waits, two products for some. */
static void add_help(struct fixture *fixture, int64_t person, int64_t number, int64_t kind)
{
	static const char *const products[] = { "huishoudelijke-hulp", "dagbesteding",
		                                "individuele-begeleiding" };
	static const char *const deliverers[] = { "miep", "dnzt", "aanbieder-18-75-01", "aanbieder-18-75-80",
		                                  "huidige-aanbieder" };
	static const int years[] = { 2021, 2022, 2023, 2023 };
	const char *product = products[kind % 3], *deliverer = deliverers[kind % 5];
	struct date from = date_of(years[kind % 4], 1 + (int)(kind % 12), 1);
	struct date until = date_of(years[kind % 4] + 1 + (int)(kind / 3 % 3), 1, 1);
	const struct value assigned[] = { value_number(REGISTER), value_number(person),
		                          value_number(number),   value_text(product),
		                          value_text(deliverer),  value_text(deliverer),
		                          value_date(from),       value_date(until) };
	const struct value waits[] = { value_number(REGISTER), value_number(person), value_number(number),
		                       value_text(product),    value_date(from),     value_date(until) };

	if (kind % 11 == 0)
		run(fixture, &add_waiting, waits, COUNT(waits));
	else
		run(fixture, &add_assignment, assigned, COUNT(assigned));
}

static void add_people(struct fixture *fixture)
{
	static const char *const postcodes[] = { "9361AA", "9351AB", "9801AC", "9821AD",
		                                 "9367AE", "9824AF", "9828AG" };
	uint64_t state = 1;

	for (int64_t person = 1; person <= PEOPLE; person++) {
		int64_t kind;

		state = state * 6364136223846793005u + 1442695040888963407u;
		kind = (int64_t)(state >> 40);
		{
			const struct value values[] = {
				value_number(REGISTER), value_number(person),
				value_date(date_of(1930 + (int)(kind % 60), 1 + (int)(kind % 12), 7)),
				value_text(postcodes[kind % (int64_t)COUNT(postcodes)])
			};

			run(fixture, &add_person, values, COUNT(values));
		}
		add_help(fixture, person, 10 * person, kind / 7);
		if (kind % 4 == 0)
			add_help(fixture, person, 10 * person + 1, kind / 7 + 1);
	}
}

static int set_up(void **state)
{
	struct fixture *fixture;

	(void)fixture_open(state, sizeof(struct fixture), NULL, date_of(2023, 5, 15), "test");
	fixture = *state;
	fixture_must(fixture, db_begin(fixture->db, &fixture->fault));
	add_people(fixture);
	fixture_must(fixture, db_commit(fixture->db, &fixture->fault));
	return 0;
}

/* --- the versions --- */

struct edit {
	const char *find, *put;
};

static const char *edited(struct fixture *fixture, const struct edit *edits, size_t count)
{
	const char *text = (const char *)embedded_find("schemes/westerkwartier.yaml")->bytes;

	for (size_t i = 0; i < count; i++) {
		const char *at = strstr(text, edits[i].find);

		assert_non_null(at);
		while (at != NULL) {
			size_t next = (size_t)(at - text) + strlen(edits[i].put);

			text = arena_print(fixture->arena, "%.*s%s%s", (int)(at - text), text, edits[i].put,
			                   at + strlen(edits[i].find));
			at = strstr(text + next, edits[i].find);
		}
	}
	return text;
}

static void read_scheme(struct fixture *fixture, const char *text, struct scheme *ret_scheme)
{
	struct findings findings = findings_new(fixture->arena, "nl");

	if (scheme_read(text, strlen(text), ret_scheme, &findings) != OK)
		fail_msg("%d: %s", findings.items[0].line, findings.items[0].words);
}

static struct scheme_changes count_of(struct fixture *fixture, const struct edit *edits, size_t count,
                                      struct date today, struct touched *ret_touched)
{
	struct scheme *before = ARENA_NEW(fixture->arena, struct scheme);
	struct scheme *after = ARENA_NEW(fixture->arena, struct scheme);
	struct scheme_changes changes;
	struct touching touching = { .db = fixture->db,
		                     .register_id = REGISTER,
		                     .before = before,
		                     .after = after,
		                     .changes = &changes,
		                     .today = today };

	read_scheme(fixture, edited(fixture, NULL, 0), before);
	read_scheme(fixture, edited(fixture, edits, count), after);
	changes = scheme_diff(&(struct scheme_versions){ .before = before, .after = after }, "nl",
	                      fixture->arena);
	if (touched_count(&touching, fixture->arena, ret_touched, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return changes;
}

static const struct edit marum_to_dnzt[] = {
	{ "    areas: [Leek, Marum, Zuidhorn]\n    parties: miep\n    from: 2023-03-01\n  - name: "
	  "vanaf-75-dnzt\n",
	  "    areas: [Leek, Zuidhorn]\n    parties: miep\n    from: 2023-03-01\n"
	  "  - {name: marum-1, how: area_lead, agreement: hoofdaanbieders, products: huishoudelijke-hulp,\n"
	  "     target_group: vanaf-18, areas: Marum, parties: miep, from: 2023-03-01, until: 2024-01-01}\n"
	  "  - {name: marum-2, how: area_lead, agreement: hoofdaanbieders, products: huishoudelijke-hulp,\n"
	  "     target_group: vanaf-18, areas: Marum, parties: dnzt, from: 2024-01-01}\n"
	  "  - name: vanaf-75-dnzt\n" },
};

static void an_area_goes_to_another_party(void **state)
{
	struct fixture *fixture = *state;
	struct date today = date_of(2023, 5, 15), day = date_of(2024, 1, 1);
	struct touched touched;
	struct scheme_changes changes =
		count_of(fixture, marum_to_dnzt, COUNT(marum_to_dnzt), today, &touched);
	const struct touch *touch = &touched.changes[0];

	assert_int_equal(changes.count, 1);
	assert_int_equal(touch->on.day, day.day);
	assert_true(touch->clients > 20);
	assert_int_equal(touch->clients, marum(fixture, day, "%"));
	assert_int_equal(touch->by_outcome[OUTCOME_LOST], marum(fixture, day, "miep"));
	assert_int_equal(touch->by_outcome[OUTCOME_OTHER_CHOICE],
	                 touch->clients - touch->by_outcome[OUTCOME_LOST]);
	assert_int_equal(touched.whole.clients, touch->clients);
	assert_int_equal(touched.clients,
	                 number_of(fixture, &with_help, &(struct value){ VALUE_DATE, day.day, NULL }, 1));
	assert_string_equal(
		touch_words(&changes.items[0], touch, "nl", fixture->arena),
		arena_print(fixture->arena,
	                    "%lld cliënten: van %lld mag de aanbieder niet meer leveren, voor %lld verandert "
	                    "alleen wie kan leveren.",
	                    (long long)touch->clients, (long long)touch->by_outcome[OUTCOME_LOST],
	                    (long long)touch->by_outcome[OUTCOME_OTHER_CHOICE]));
}

/* A change of a day that has passed is asked about today. */
static void today_counts_for_what_began(void **state)
{
	struct fixture *fixture = *state;
	struct date today = date_of(2024, 6, 1);
	struct touched touched;

	(void)count_of(fixture, marum_to_dnzt, COUNT(marum_to_dnzt), today, &touched);
	assert_int_equal(touched.changes[0].on.day, today.day);
	assert_int_equal(touched.changes[0].clients, marum(fixture, today, "%"));
}

/* A product that is no longer there. */
static void nobody_is_left(void **state)
{
	static const struct edit edits[] = {
		{ "[individuele-begeleiding, dagbesteding, kortdurend-verblijf]",
		  "[individuele-begeleiding, kortdurend-verblijf]" },
		{ "  - name: dagbesteding\n    label: Dagbesteding\n    category: \"07\"\n    code: 07A03 # "
		  "Dagbesteding "
		  "regulier: inspanningsgericht\n    unit: half-day\n    frequency: week\n    variant: "
		  "effort\n    "
		  "needs_end_date: true\n    target_group: vanaf-18\n",
		  "" },
	};
	struct fixture *fixture = *state;
	struct date today = date_of(2023, 5, 15);
	const struct value values[] = { value_number(REGISTER), value_date(today) };
	struct touched touched;

	(void)count_of(fixture, edits, COUNT(edits), today, &touched);
	assert_true(touched.whole.by_outcome[OUTCOME_NOBODY] > 20);
	assert_int_equal(touched.whole.by_outcome[OUTCOME_NOBODY],
	                 number_of(fixture, &with_day_care, values, COUNT(values)));
}

static void a_party_of_many_leaves(void **state)
{
	static const struct edit edits[] = {
		{ "series: {count: 80}", "series: {count: 79}" },
		{ "parties_count: 80", "parties_count: 79" },
	};
	struct fixture *fixture = *state;
	struct date today = date_of(2023, 5, 15), born_after = date_of(1948, 5, 15);
	struct touched touched;
	struct scheme_changes changes = count_of(fixture, edits, COUNT(edits), today, &touched);

	assert_int_equal(changes.count, 3);
	assert_int_equal(touched.changes[0].clients, young(fixture, today, born_after, "%"));
	assert_int_equal(touched.changes[0].by_outcome[OUTCOME_LOST],
	                 young(fixture, today, born_after, "aanbieder-18-75-80"));
	assert_string_equal(changes.items[1].section, "parties");
	assert_true(touched.changes[1].by_outcome[OUTCOME_LOST] ==
	            touched.changes[0].by_outcome[OUTCOME_LOST]);
}

/* The same provider in both areas: who lives there is touched, and loses nothing. */
static void a_postcode_moves(void **state)
{
	static const struct edit edits[] = {
		{ "      - 9361 # Boerakker\n", "" },
		{ "      - 9351 # Leek\n", "      - 9351 # Leek\n      - 9361\n" },
	};
	struct fixture *fixture = *state;
	struct touched touched;
	struct scheme_changes changes =
		count_of(fixture, edits, COUNT(edits), date_of(2023, 5, 15), &touched);

	assert_int_equal(changes.count, 1);
	assert_true(touched.changes[0].clients > 20);
	assert_int_equal(touched.changes[0].by_outcome[OUTCOME_SAME], touched.changes[0].clients);
}

/* DNZT keeps its clients in Zuidhorn, also those whose help the register knows from a later day only. */
static void who_was_let_in_counts_as_such(void **state)
{
	static const struct edit edits[] = {
		{ "    served_before: 2023-03-01\n", "    served_before: 2021-01-01\n" },
	};
	struct fixture *fixture = *state;
	struct touched touched;
	struct scheme_changes changes =
		count_of(fixture, edits, COUNT(edits), date_of(2023, 5, 15), &touched);

	assert_int_equal(changes.count, 2);
	assert_true(touched.changes[0].by_outcome[OUTCOME_LOST] > 0);
	assert_true(touched.changes[0].by_outcome[OUTCOME_SAME] > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_area_goes_to_another_party),
		cmocka_unit_test(today_counts_for_what_began),
		cmocka_unit_test(nobody_is_left),
		cmocka_unit_test(a_party_of_many_leaves),
		cmocka_unit_test(a_postcode_moves),
		cmocka_unit_test(who_was_let_in_counts_as_such),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
