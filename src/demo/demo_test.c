/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "demo/csv.h"
#include "demo/numbers.h"
#include "demo/people.h"
#include "demo/road.h"
#include "platform/base/embedded.h"

#define PEOPLE 20000
#define ROADS 4000
#define REGISTERS 4

/* A register, as it is before it is filled. */
struct place {
	struct demo_schemes schemes;
	struct people people;
	struct road_ground ground;
};

struct fixture {
	struct arena *arena;
	struct demo_settings settings;
	struct calendar calendar;
	struct demo_names names;
	struct place places[REGISTERS]; /* the first is the default one */
	struct fault fault;
};

static void read_place(struct fixture *fixture, const struct demo_register *of, struct place *place)
{
	struct arena *arena = fixture->arena;

	place->ground = (struct road_ground){ &fixture->settings, of, &place->schemes, &fixture->calendar };
	if (schemes_read(&of->schemes, arena, &place->schemes, &fixture->fault) != OK ||
	    people_read(&fixture->settings.population, &place->schemes, &fixture->names, arena,
	                &place->people, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
}

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)512 * 1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	*state = fixture;
	fixture->arena = arena;
	if (settings_read(arena, &fixture->settings, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	if (names_read(arena, &fixture->names, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	assert_int_equal(fixture->settings.registers.count, REGISTERS);
	for (size_t i = 0; i < REGISTERS; i++)
		read_place(fixture, (struct demo_register *)fixture->settings.registers.items + i,
		           &fixture->places[i]);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(((struct fixture *)*state)->arena);
	return 0;
}

/* --- chance --- */

/* The first numbers that the paper's program gives for the seed 1234567. */
static void chance_is_splitmix64(void **state)
{
	struct chance chance = { 1234567 };

	(void)state;
	assert_int_equal(chance_below(&chance, INT64_MAX),
	                 (int64_t)(UINT64_C(6457827717110365317) % INT64_MAX));
	assert_int_equal(chance_below(&chance, INT64_MAX),
	                 (int64_t)(UINT64_C(3203168211198807973) % INT64_MAX));
}

static void chance_depends_on_seed_purpose_and_number(void **state)
{
	struct chance one = chance_new(1, 2, 3), same = chance_new(1, 2, 3);
	struct chance others[] = { chance_new(2, 2, 3), chance_new(1, 3, 3), chance_new(1, 2, 4) };
	int64_t drawn = chance_below(&one, INT64_MAX);

	(void)state;
	assert_int_equal(chance_below(&same, INT64_MAX), drawn);
	for (size_t i = 0; i < COUNT(others); i++)
		assert_int_not_equal(chance_below(&others[i], INT64_MAX), drawn);
}

static void chance_stays_within_its_limits(void **state)
{
	struct chance chance = chance_new(1, 0, 0);
	int64_t often = 0;
	bool has_first = false, has_last = false;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		int64_t drawn = chance_between(&chance, 3, 7);

		assert_in_range(drawn, 3, 7);
		has_first = has_first || drawn == 3;
		has_last = has_last || drawn == 7;
		often += chance_percent(&chance, 25) ? 1 : 0;
	}
	assert_true(has_first && has_last);
	assert_in_range(often, 2300, 2700);
}

/* --- numbers --- */

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void numbers_are_right_and_given_once(void **state)
{
	struct fixture *fixture = *state;
	struct chance chance = chance_new(1, 0, 0);
	struct numbers numbers = numbers_new(&chance, fixture->arena);
	const char **given = ARENA_MANY(fixture->arena, numbers.count, const char *);

	assert_int_equal(numbers.count, 9091);
	for (size_t i = 0; i < numbers.count; i++) {
		given[i] = numbers_give(&numbers);
		assert_true(bsn_is_right(given[i]));
		assert_int_equal(strncmp(given[i], "9999", 4), 0);
	}
	assert_null(numbers_give(&numbers));
	qsort(given, numbers.count, sizeof(given[0]), compare_texts);
	for (size_t i = 1; i < numbers.count; i++)
		assert_string_not_equal(given[i - 1], given[i]);
}

/* --- names and people --- */

static void names_fit_sex_and_year(void **state)
{
	struct fixture *fixture = *state;
	struct chance chance = chance_new(1, 0, 0);
	struct identity born_1930 = { .sex = "m", .born = date_of(1930, 5, 5) };
	size_t with_prefix = 0;

	for (int i = 0; i < 1000; i++) {
		names_choose(&fixture->names, &chance, fixture->arena, &born_1930);
		assert_null(strstr(born_1930.first_names, "Daan")); /* no name of that time */
		assert_null(strstr(born_1930.first_names, "Johanna"));
		assert_int_equal(born_1930.initials[0], born_1930.first_names[0]);
		assert_null(strchr(born_1930.surname, ','));
		with_prefix += born_1930.prefix[0] == '\0' ? 0 : 1;
	}
	assert_in_range(with_prefix, 200, 400); /* in the list it is three of ten people */
}

static const struct demo_band *band_of(const struct fixture *fixture, struct date born)
{
	const struct demo_population *population = &fixture->settings.population;
	const struct demo_band *band = population->bands.items;
	int age = date_age_on(born, population->on);

	for (size_t i = 0; i < population->bands.count; i++)
		if (band[i].from_age <= age && age < band[i].until_age)
			return &band[i];
	fail_msg("nobody of %d years was to be here", age);
	return NULL;
}

/* What is expected of a cell: people in need there, of all in need in the scheme's postcodes. */
struct expected {
	const char *postcode, *column;
	int64_t weight, total;
};

static void expect(const struct fixture *fixture, struct expected *expected)
{
	const struct demo_band *band = fixture->settings.population.bands.items;
	struct fault fault;
	struct csv csv;

	assert_int_equal(csv_open(fixture->settings.population.file, fixture->arena, &csv, &fault), OK);
	while (csv_next(&csv, &fault) == OK) {
		if (!schemes_have_postcode(&fixture->places[0].schemes, csv_text(&csv, "pc4")))
			continue;
		for (size_t i = 0; i < fixture->settings.population.bands.count; i++) {
			int64_t weight = csv_number(&csv, band[i].column) * band[i].per_thousand;
			bool is_asked = expected->postcode == NULL ||
			                strcmp(csv_text(&csv, "pc4"), expected->postcode) == 0;

			expected->total += weight;
			if (is_asked &&
			    (expected->column == NULL || strcmp(band[i].column, expected->column) == 0))
				expected->weight += weight;
		}
	}
}

static void people_live_and_age_as_the_figures_say(void **state)
{
	struct fixture *fixture = *state;
	struct chance chance = chance_new(1, 0, 0);
	struct expected expected[] = { { .postcode = "9351" }, { .postcode = "9801" },
		                       { .postcode = "9363" }, { .column = "a85plus" },
		                       { .column = "a45_64" }, { .column = "a15_24" } };
	int64_t found[COUNT(expected)] = { 0 };

	for (size_t i = 0; i < COUNT(expected); i++)
		expect(fixture, &expected[i]);
	for (int i = 0; i < PEOPLE; i++) {
		struct identity who = people_choose(&fixture->places[0].people, &chance, fixture->arena);

		assert_true(postcode_is_right(who.postcode) && strlen(who.street) <= 24 &&
		            who.house_number > 0);
		for (size_t j = 0; j < COUNT(expected); j++)
			if (expected[j].postcode != NULL
			            ? strncmp(who.postcode, expected[j].postcode, 4) == 0
			            : strcmp(band_of(fixture, who.born)->column, expected[j].column) == 0)
				found[j]++;
	}
	for (size_t j = 0; j < COUNT(expected); j++) {
		int64_t fair = PEOPLE * expected[j].weight / expected[j].total;

		assert_true(fair > 100);
		assert_in_range(found[j], fair - fair / 8 - 30, fair + fair / 8 + 30);
	}
}

/* --- roads --- */

static bool is_in_order(struct date earlier, struct date later)
{
	return !date_is(later) || (date_is(earlier) && !date_before(later, earlier));
}

static void check_round(const struct road_round *round)
{
	assert_true(date_is(round->received_on));
	assert_true(is_in_order(round->received_on, round->concluded_on));
	assert_true(is_in_order(round->concluded_on, round->applied_on));
	assert_true(is_in_order(round->applied_on, round->decided_on));
	assert_true(is_in_order(round->decided_on, round->assigned_on));
	assert_true(is_in_order(round->assigned_on, round->sent_on));
	assert_int_equal(date_is(round->assigned_on), round->is_granted);
	for (size_t i = 0; i < round->lines_count; i++) {
		assert_true(is_in_order(round->sent_on, round->lines[i].started_on));
		assert_true(is_in_order(round->lines[i].started_on, round->lines[i].start_reported_on));
		assert_in_range(round->lines[i].amount, round->lines[i].need->least,
		                round->lines[i].need->most);
	}
}

/* The first round is over and care has begun before the second begins; no day is without a grant, none has
 * two. */
static void check_second_round(const struct road *road)
{
	const struct road_round *first = &road->rounds[0], *second = &road->rounds[1];

	assert_true(road->has_bsn);
	assert_int_equal(first->lines_count, second->lines_count);
	for (size_t i = 0; i < first->lines_count; i++) {
		assert_int_equal(date_add_days(first->lines[i].last_day, 1).day, second->lines[i].from.day);
		assert_true(is_in_order(second->assigned_on, second->lines[i].from));
		if (date_is(first->sent_on))
			assert_true(is_in_order(first->lines[i].start_reported_on, second->received_on));
	}
}

static void roads_go_forward_and_through_the_cutover(void **state)
{
	struct fixture *fixture = *state;
	size_t twice = 0, kept = 0, refused = 0, without_number = 0;

	for (uint64_t i = 0; i < ROADS; i++) {
		struct chance chance = chance_new(1, 1, i);
		struct identity who = people_choose(&fixture->places[0].people, &chance, fixture->arena);
		struct road road = road_plan(&fixture->places[0].ground, &who, true, &chance);

		for (size_t j = 0; j < road.rounds_count; j++)
			check_round(&road.rounds[j]);
		if (road.rounds_count == 2)
			check_second_round(&road);
		twice += road.rounds_count == 2 ? 1 : 0;
		kept += road.kept != NULL ? 1 : 0;
		refused += date_is(road.rounds[0].decided_on) && !road.rounds[0].is_granted ? 1 : 0;
		without_number += road.has_bsn ? 0 : 1;
	}
	assert_in_range(twice, ROADS / 10, ROADS / 2);
	assert_in_range(kept, ROADS / 100, ROADS / 10);
	assert_in_range(refused, ROADS / 50, ROADS / 10);
	assert_in_range(without_number, ROADS / 200, ROADS / 25);
}

/* Whether somebody can have what is planned for them, where they live and when they ask. */
static void check_products(const struct place *place, const struct identity *who,
                           const struct road_round *round, struct arena *arena)
{
	for (size_t i = 0; i < round->lines_count; i++) {
		const struct schemes_asked asked = { round->lines[i].product, round->lines[i].need->expertise,
			                             arena_copy_part(arena, who->postcode, 4),
			                             round->received_on };

		assert_true(schemes_offer(&place->schemes, &asked));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(round->lines[i].product, round->lines[j].product);
	}
}

/* Each register has its own products, people and days; nobody is moved before the transition begins. */
static void roads_go_forward_in_every_scheme(void **state)
{
	struct fixture *fixture = *state;

	for (size_t place = 0; place < REGISTERS; place++) {
		const struct road_ground *ground = &fixture->places[place].ground;

		for (uint64_t i = 0; i < ROADS / 10; i++) {
			struct chance chance = chance_new(1, 3, i);
			struct identity who =
				people_choose(&fixture->places[place].people, &chance, fixture->arena);
			struct road road = road_plan(ground, &who, true, &chance);

			for (size_t j = 0; j < road.rounds_count; j++)
				check_round(&road.rounds[j]);
			if (road.rounds_count == 2)
				check_second_round(&road);
			check_products(&fixture->places[place], &who, &road.rounds[0], fixture->arena);
			assert_false(date_before(road.rounds[0].received_on,
			                         date_add_days(ground->of->day, -(int32_t)ground->of->days)));
			assert_false(date_before(ground->of->day, road.rounds[0].received_on));
		}
	}
}

static const struct place *place_named(const struct fixture *fixture, const char *name)
{
	for (size_t i = 0; i < REGISTERS; i++)
		if (strcmp(fixture->places[i].ground.of->name, name) == 0)
			return &fixture->places[i];
	fail_msg("there is no register %s", name);
	return NULL;
}

/* Where the team sees clients one by one, their days differ; elsewhere all change on one day. */
static void clients_move_one_by_one_where_the_scheme_says_so(void **state)
{
	struct fixture *fixture = *state;
	const struct place *place = place_named(fixture, "Zwolle");
	const struct scheme_transition *transition = &place->schemes.items[0].scheme.transition;
	struct date first = { INT32_MAX }, last = { 0 };

	for (uint64_t i = 0; i < ROADS / 4; i++) {
		struct chance chance = chance_new(1, 4, i);
		struct identity who = people_choose(&place->people, &chance, fixture->arena);
		struct road road = road_plan(&place->ground, &who, true, &chance);
		struct date on = road.rounds[1].lines[0].from;

		if (road.rounds_count < 2)
			continue;
		assert_true(date_within(on, transition->from, transition->until));
		first = date_before(on, first) ? on : first;
		last = date_before(last, on) ? on : last;
	}
	assert_true(date_before(date_add_days(first, 300), last));
}

static void settings_choose_by_scheme(void **state)
{
	struct fixture *fixture = *state;
	struct demo_settings settings;
	const struct demo_register *of;
	struct fault fault;

	assert_int_equal(settings_read(fixture->arena, &settings, &fault), OK);
	assert_int_equal(settings_choose(&settings, "nowhere", fixture->arena, &fault), WRONG_USE);
	assert_non_null(
		strstr(fault.words, "all, westerkwartier, zwolle, alphen, tom-in-de-buurt, lelystad"));
	assert_int_equal(settings_choose(&settings, "all", fixture->arena, &fault), OK);
	assert_int_equal(settings.registers.count, REGISTERS);
	settings_spread(&settings, 100);
	of = settings.registers.items;
	assert_int_equal(of[0].residents + of[1].residents + of[2].residents + of[3].residents, 100);
	assert_true(of[2].residents > of[1].residents && of[3].residents > 10);
	assert_int_equal(settings_choose(&settings, "tom-in-de-buurt", fixture->arena, &fault), OK);
	assert_int_equal(settings.registers.count, 1);
	assert_string_equal(of[0].name, "Rijnstreek");
	assert_int_equal(of[0].schemes.count, 2);
	settings_spread(&settings, 7);
	assert_int_equal(of[0].residents, 7);
}

/* Who has no number has no order that leaves, so no care that could end at a cut-over. */
static void road_without_number_stops_at_the_order(void **state)
{
	struct fixture *fixture = *state;

	for (uint64_t i = 0; i < ROADS / 10; i++) {
		struct chance chance = chance_new(1, 2, i);
		struct identity who = people_choose(&fixture->places[0].people, &chance, fixture->arena);
		struct road road = road_plan(&fixture->places[0].ground, &who, false, &chance);

		assert_false(road.has_bsn);
		assert_int_equal(road.rounds_count, 1);
		assert_false(date_is(road.rounds[0].sent_on));
	}
}

/* --- files --- */

static void csv_reads_quotes_and_finds_short_lines(void **state)
{
	struct fixture *fixture = *state;
	struct csv csv;
	struct fault fault;

	assert_int_equal(csv_open("data/names/surnames.csv", fixture->arena, &csv, &fault), OK);
	assert_int_equal(csv_next(&csv, &fault), OK);
	assert_string_equal(csv_text(&csv, "meertens_vorm"), "Jong, de");
	assert_int_equal(csv_number(&csv, "aantal_2007"), 83782);
	assert_false(csv_has(&csv, "nothing"));
	csv.at = "one,two\n";
	assert_int_equal(csv_next(&csv, &fault), FAILED);
	assert_non_null(strstr(fault.words, "data/names/surnames.csv:3"));
	assert_int_equal(csv_open("data/names/nothing.csv", fixture->arena, &csv, &fault), FAILED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chance_is_splitmix64),
		cmocka_unit_test(chance_depends_on_seed_purpose_and_number),
		cmocka_unit_test(chance_stays_within_its_limits),
		cmocka_unit_test(numbers_are_right_and_given_once),
		cmocka_unit_test(names_fit_sex_and_year),
		cmocka_unit_test(people_live_and_age_as_the_figures_say),
		cmocka_unit_test(roads_go_forward_and_through_the_cutover),
		cmocka_unit_test(roads_go_forward_in_every_scheme),
		cmocka_unit_test(clients_move_one_by_one_where_the_scheme_says_so),
		cmocka_unit_test(settings_choose_by_scheme),
		cmocka_unit_test(road_without_number_stops_at_the_order),
		cmocka_unit_test(csv_reads_quotes_and_finds_short_lines),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
