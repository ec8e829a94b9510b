/* SPDX-License-Identifier: EUPL-1.2 */
/* What happened after the adoption of a scheme, laid over it: before the day nothing changes, from the day on
 * all does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/scheme/fixture.h"

static struct scheme changed(struct test *test, const struct lane_change *changes, size_t count)
{
	const struct records all = { (void *)(uintptr_t)changes, count };

	assert_int_equal(fixture_read(test, test->town), OK);
	return scheme_changed(&test->scheme, &all, (struct date){ 0 }, test->arena);
}

/* Who may deliver on a day, in order of name: "een, lid-a<duo" with the one that answers; "lid-b~lid-a" steps
 * in. */
static const char *who(struct test *test, const struct scheme *scheme, const char *product, const char *area,
                       struct date on)
{
	struct lane_set set = scheme_lanes(scheme, test->arena);
	struct lane_place place = lane_set_place(&set, lane_names_find(&set.products, product),
	                                         lane_names_find(&set.areas, area));
	const char *words = "";

	for (size_t i = 0; i < place.count; i++) {
		const struct lane_offer *offer = &place.offers[i];
		const struct lane *lane = &set.lanes[offer->lane];
		const char *part = set.parties.items[offer->party].name;

		if (!date_within(on, lane->from, lane->until))
			continue;
		if (offer->instead_of != LANE_NONE)
			part = arena_print(test->arena, "%s~%s", part,
			                   set.parties.items[offer->instead_of].name);
		else if (offer->under != LANE_NONE)
			part = arena_print(test->arena, "%s<%s", part, set.parties.items[offer->under].name);
		words = arena_print(test->arena, "%s%s%s", words, words[0] == '\0' ? "" : ", ", part);
	}
	return words;
}

static void nothing_happened(void **state)
{
	struct test *test = *state;
	struct scheme scheme = changed(test, NULL, 0);

	assert_int_equal(scheme.lanes.count, test->scheme.lanes.count);
	assert_string_equal(who(test, &scheme, "hulp", "Noord", date_of(2023, 1, 1)), "een");
	assert_string_equal(who(test, &scheme, "hulp", "Zuid", date_of(2023, 1, 1)), "een<twee, twee");
	assert_string_equal(who(test, &scheme, "hulp", "Zuid", date_of(2019, 1, 1)), "vroeger");
}

static void extension_moves_the_end(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_EXTENDED,
		                            .valid_from = date_of(2029, 1, 1),
		                            .valid_until = date_of(2031, 1, 1),
		                            .agreement = "samen" };
	struct scheme scheme = changed(test, NULL, 0);

	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2030, 1, 1)), "");
	scheme = changed(test, &change, 1);
	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2029, 12, 31)),
	                    "lid-a<duo, lid-a<duo, lid-b~lid-a, lid-b<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2030, 12, 31)),
	                    "lid-a<duo, lid-a<duo, lid-b~lid-a, lid-b<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2031, 1, 1)), "");
	assert_true(SCHEME_ITEMS(scheme_option, scheme.options)[0].is_used);
	assert_false(SCHEME_ITEMS(scheme_option, test->scheme.options)[0].is_used);
	assert_int_equal(scheme.until.day, date_of(2031, 1, 1).day);
}

/* What happens after the day asked is not known on it. */
static void later_days_are_left_out(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_EXTENDED,
		                            .valid_from = date_of(2029, 1, 1),
		                            .valid_until = date_of(2031, 1, 1),
		                            .agreement = "samen" };
	const struct records all = { (void *)(uintptr_t)&change, 1 };
	struct scheme scheme;

	assert_int_equal(fixture_read(test, test->town), OK);
	scheme = scheme_changed(&test->scheme, &all, date_of(2028, 12, 31), test->arena);
	assert_false(SCHEME_ITEMS(scheme_option, scheme.options)[0].is_used);
	scheme = scheme_changed(&test->scheme, &all, date_of(2029, 1, 1), test->arena);
	assert_true(SCHEME_ITEMS(scheme_option, scheme.options)[0].is_used);
}

static void newcomer_joins_the_choice(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_JOINED,
		                            .valid_from = date_of(2023, 1, 1),
		                            .agreement = "keuzes",
		                            .party = "nieuw",
		                            .label = "Nieuw" };
	struct scheme scheme = changed(test, &change, 1);

	assert_null(strstr(who(test, &scheme, "opvang", "Zuid", date_of(2022, 12, 31)), "nieuw"));
	assert_non_null(strstr(who(test, &scheme, "opvang", "Zuid", date_of(2023, 1, 1)), ", nieuw"));
	assert_non_null(strstr(who(test, &scheme, "opvang", "Zuid", date_of(2023, 1, 1)), "keuze-300"));
	assert_string_equal(who(test, &scheme, "hulp", "Noord", date_of(2023, 1, 1)), "een");
}

/* Who won one lot is not chosen in the areas of another. */
static void newcomer_joins_in_its_own_areas(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_JOINED,
		                            .valid_from = date_of(2023, 1, 1),
		                            .agreement = "keuzes",
		                            .party = "nieuw",
		                            .label = "Nieuw",
		                            .areas = "Nergens" };
	struct scheme scheme = changed(test, &change, 1);

	assert_null(strstr(who(test, &scheme, "opvang", "Zuid", date_of(2023, 1, 1)), "nieuw"));
}

static void successor_has_what_the_old_party_had(void **state)
{
	struct test *test = *state;
	const struct lane_change changes[] = {
		{ .sort = LANE_SUCCEEDED,
		  .valid_from = date_of(2023, 1, 1),
		  .party = "opvolger",
		  .label = "Opvolger",
		  .other = "een" },
		{ .sort = LANE_SUCCEEDED,
		  .valid_from = date_of(2024, 1, 1),
		  .party = "opvolger",
		  .other = "keuze-007" },
	};
	struct scheme scheme = changed(test, changes, COUNT(changes));
	const struct scheme_subcontractor *below = scheme.subcontractors.items;

	assert_string_equal(who(test, &scheme, "hulp", "Noord", date_of(2022, 12, 31)), "een");
	assert_string_equal(who(test, &scheme, "hulp", "Noord", date_of(2023, 1, 1)), "opvolger");
	assert_string_equal(who(test, &scheme, "hulp", "Zuid", date_of(2023, 1, 1)), "opvolger<twee, twee");
	assert_null(strstr(who(test, &scheme, "opvang", "Noord", date_of(2023, 12, 31)), "opvolger"));
	assert_non_null(strstr(who(test, &scheme, "opvang", "Noord", date_of(2024, 1, 1)), "opvolger"));
	assert_null(strstr(who(test, &scheme, "opvang", "Noord", date_of(2024, 1, 1)), "keuze-007"));
	assert_int_equal(scheme.subcontractors.count, 3);
	assert_int_equal(below[0].until.day, date_of(2023, 1, 1).day);
	assert_string_equal(below[2].name, "onder-1");
	assert_string_equal(below[2].under, "opvolger");
}

/* Who takes over a party has its knowledge from that day on. */
static void successor_has_the_expertise(void **state)
{
	struct test *test = *state;
	const struct lane_change change = {
		.sort = LANE_SUCCEEDED, .valid_from = date_of(2023, 1, 1), .party = "een", .other = "lid-b"
	};
	struct scheme scheme = changed(test, &change, 1);
	struct lane_set set = scheme_lanes(&scheme, test->arena);
	uint16_t party = lane_names_find(&set.parties, "een");

	assert_int_equal(lane_set_experts(&set, party, date_of(2022, 12, 31)), 0);
	assert_int_equal(lane_set_experts(&set, party, date_of(2023, 1, 1)), 1);
	assert_string_equal(who(test, &scheme, "zorg", "Zuid", date_of(2023, 1, 1)),
	                    "een<duo, een<duo, lid-a~een, lid-a<duo");
	assert_string_equal(scheme_combination_on(&scheme, "duo", date_of(2022, 12, 31))->members.items[1],
	                    "lid-b");
	assert_string_equal(scheme_combination_on(&scheme, "duo", date_of(2023, 1, 1))->members.items[1],
	                    "een");
}

/* A subcontractor and its main party that become one: nobody stands under itself. */
static void merger_of_main_and_sub(void **state)
{
	struct test *test = *state;
	const struct lane_change changes[] = {
		{ .sort = LANE_SUCCEEDED,
		  .valid_from = date_of(2023, 1, 1),
		  .party = "twee",
		  .other = "een" },
		{ .sort = LANE_SUCCEEDED,
		  .valid_from = date_of(2024, 1, 1),
		  .party = "twee",
		  .other = "onder-1" },
	};
	struct scheme scheme = changed(test, changes, COUNT(changes));
	const struct scheme_subcontractor *below = scheme.subcontractors.items;

	assert_string_equal(who(test, &scheme, "hulp", "Zuid", date_of(2022, 12, 31)), "een<twee, twee");
	assert_string_equal(who(test, &scheme, "hulp", "Zuid", date_of(2023, 1, 1)), "twee");
	assert_string_equal(who(test, &scheme, "hulp", "Noord", date_of(2023, 1, 1)), "twee");
	assert_int_equal(scheme.subcontractors.count, 4);
	assert_string_equal(below[3].name, "onder-2");
	assert_string_equal(below[3].under, "twee");
	assert_false(date_is(below[3].until));
}

static void member_leaves_and_its_area_waits(void **state)
{
	struct test *test = *state;
	const struct lane_change changes[] = {
		{ .sort = LANE_LEFT, .valid_from = date_of(2023, 1, 1), .party = "lid-b", .other = "duo" },
		{ .sort = LANE_ALLOCATED,
		  .valid_from = date_of(2023, 3, 1),
		  .party = "lid-a",
		  .other = "duo",
		  .areas = "Zuid" },
	};
	struct scheme scheme = changed(test, changes, COUNT(changes));

	assert_string_equal(who(test, &scheme, "zorg", "Zuid", date_of(2022, 12, 31)),
	                    "lid-a~lid-b, lid-a<duo, lid-b<duo, lid-b<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Zuid", date_of(2023, 1, 1)), "lid-a<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2023, 1, 1)), "lid-a<duo, lid-a<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Zuid", date_of(2023, 3, 1)), "lid-a<duo, lid-a<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Zuid", date_of(2029, 12, 31)),
	                    "lid-a<duo, lid-a<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Zuid", date_of(2030, 1, 1)), "");
	assert_int_equal(scheme_combination_on(&scheme, "duo", date_of(2022, 12, 31))->members.count, 2);
	assert_int_equal(scheme_combination_on(&scheme, "duo", date_of(2023, 1, 1))->members.count, 1);
}

/* Each area has one member on every day, also when an earlier allocation is recorded afterwards. */
static void allocation_leaves_no_gap_and_no_overlap(void **state)
{
	struct test *test = *state;
	const struct lane_change changes[] = {
		{ .sort = LANE_ALLOCATED,
		  .valid_from = date_of(2023, 1, 1),
		  .party = "lid-b",
		  .other = "duo",
		  .areas = "Noord",
		  .fact = 9 },
		{ .sort = LANE_ALLOCATED,
		  .valid_from = date_of(2024, 1, 1),
		  .party = "lid-a",
		  .other = "duo",
		  .areas = "Noord\nZuid",
		  .fact = 8 },
	};
	struct scheme scheme = changed(test, changes, COUNT(changes));
	const char *areas[] = { "Noord", "Zuid" };

	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2023, 6, 1)),
	                    "lid-a~lid-b, lid-a<duo, lid-b<duo, lid-b<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2024, 1, 1)),
	                    "lid-a<duo, lid-a<duo, lid-b~lid-a, lid-b<duo");
	for (struct date on = date_of(2020, 6, 1); date_before(on, date_of(2030, 1, 1));
	     on = date_add_days(on, 1))
		for (size_t i = 0; i < COUNT(areas); i++) {
			const struct scheme_lane *lane = scheme.lanes.items;
			size_t holders = 0;

			for (size_t j = 0; j < scheme.lanes.count; j++)
				holders += strcmp(lane[j].how, "combination_member") == 0 &&
				           lane[j].areas.count > 0 &&
				           strstr(lane[j].areas.items[0], areas[i]) != NULL &&
				           date_within(on, lane[j].from, lane[j].until);
			assert_int_equal(holders, 1);
		}
}

/* An allocation and an extension, whichever was recorded first, end together. */
static void allocation_lasts_as_long_as_the_agreement(void **state)
{
	struct test *test = *state;
	const struct lane_change changes[] = {
		{ .sort = LANE_EXTENDED,
		  .valid_from = date_of(2022, 1, 1),
		  .valid_until = date_of(2031, 1, 1),
		  .agreement = "samen" },
		{ .sort = LANE_ALLOCATED,
		  .valid_from = date_of(2023, 1, 1),
		  .party = "lid-b",
		  .other = "duo",
		  .areas = "Noord" },
	};
	struct scheme scheme = changed(test, changes, COUNT(changes));

	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2030, 12, 31)),
	                    "lid-a~lid-b, lid-a<duo, lid-b<duo, lid-b<duo");
	assert_string_equal(who(test, &scheme, "zorg", "Noord", date_of(2031, 1, 1)), "");
}

static void subcontractor_is_no_candidate(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_SUBCONTRACTED,
		                            .valid_from = date_of(2023, 1, 1),
		                            .party = "onder-3",
		                            .label = "Onder 3",
		                            .other = "onder-2",
		                            .products = "hulp\nzorg",
		                            .areas = "Noord" };
	struct scheme scheme = changed(test, &change, 1);
	const struct scheme_subcontractor *below = scheme.subcontractors.items;

	assert_string_equal(who(test, &scheme, "hulp", "Noord", date_of(2023, 1, 1)), "een");
	assert_string_equal(below[2].under, "onder-2");
	assert_int_equal(below[2].products.count, 2);
	assert_string_equal(scheme_party(&scheme, "onder-3")->kind, "subcontractor");
}

/* --- whatever happens --- */

#define STORIES 150
#define CHANGES_MAX 8

/* A row of numbers that can be repeated (Numerical Recipes' quick generator). */
static uint32_t next_number(uint32_t *row, uint32_t below)
{
	*row = *row * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)*row * below) >> 32);
}

static struct lane_change any_change(uint32_t *row, struct date on)
{
	static const char *const members[] = { "lid-a", "lid-b" };
	static const char *const areas[] = { "Noord", "Zuid", "Noord\nZuid" };
	static const char *const parties[] = { "een", "twee", "keuze-001", "onder-1", "lid-b" };
	static const char *const sorts[] = { LANE_ALLOCATED, LANE_SUCCEEDED, LANE_JOINED, LANE_SUBCONTRACTED,
		                             LANE_EXTENDED };
	struct lane_change change = { .sort = sorts[next_number(row, COUNT(sorts))], .valid_from = on };

	if (strcmp(change.sort, LANE_ALLOCATED) == 0) {
		change.party = members[next_number(row, COUNT(members))];
		change.other = "duo";
		change.areas = areas[next_number(row, COUNT(areas))];
	} else if (strcmp(change.sort, LANE_SUCCEEDED) == 0) {
		change.party = parties[next_number(row, COUNT(parties))];
		change.other = parties[next_number(row, COUNT(parties))];
	} else if (strcmp(change.sort, LANE_EXTENDED) == 0) {
		change.agreement = "samen";
		change.valid_until = date_of(2031, 1, 1);
	} else {
		change.agreement = "keuzes";
		change.party = "nieuw";
		change.label = "Nieuw";
		change.other = parties[next_number(row, COUNT(parties))];
		change.products = "hulp";
		change.areas = "Noord";
	}
	return change;
}

/* How many member lanes of the combination have the area on the day. */
static size_t holders(const struct scheme *scheme, const char *area, struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		for (size_t j = 0; j < lane[i].areas.count; j++)
			count += strcmp(lane[i].how, "combination_member") == 0 &&
			         strcmp(lane[i].areas.items[j], area) == 0 &&
			         date_within(on, lane[i].from, lane[i].until);
	return count;
}

/*
 * Over any story: before its first day all is as it was; each area has one member on every day; each lane has
 * somebody, has a name of its own and ends after it begins; and the lanes can be asked.
 */
static void any_story_keeps_the_lanes_whole(void **state)
{
	struct test *test = *state;
	const struct date days[] = { date_of(2021, 5, 1), date_of(2024, 1, 1), date_of(2024, 1, 2),
		                     date_of(2027, 7, 1), date_of(2029, 12, 31) };
	struct lane_change changes[CHANGES_MAX];
	uint32_t row = 7;

	assert_int_equal(fixture_read(test, test->town), OK);
	for (int story = 0; story < STORIES; story++) {
		size_t count = 1 + next_number(&row, CHANGES_MAX);
		const struct records all = { changes, count };
		struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
		struct date on = date_of(2021, 6, 1);
		const struct scheme_lane *lane;
		struct scheme scheme;

		for (size_t i = 0; i < count; i++) {
			on = date_add_days(on, (int32_t)next_number(&row, 700));
			changes[i] = any_change(&row, on);
		}
		scheme = scheme_changed(&test->scheme, &all, (struct date){ 0 }, arena);
		lane = scheme.lanes.items;
		for (size_t i = 0; i < scheme.lanes.count; i++) {
			assert_true(lane[i].parties.count > 0 && lane[i].areas.count > 0);
			assert_true(!date_is(lane[i].until) || date_before(lane[i].from, lane[i].until));
			for (size_t j = 0; j < i; j++)
				assert_string_not_equal(lane[i].name, lane[j].name);
		}
		for (size_t i = 0; i < COUNT(days); i++) {
			assert_int_equal(holders(&scheme, "Noord", days[i]), 1);
			assert_int_equal(holders(&scheme, "Zuid", days[i]), 1);
		}
		(void)scheme_lanes(&scheme, arena);
		arena_free(arena);
	}
}

static void before_the_first_day_all_is_as_it_was(void **state)
{
	struct test *test = *state;
	const char *asked[][2] = {
		{ "hulp", "Noord" }, { "hulp", "Zuid" }, { "zorg", "Noord" }, { "zorg", "Zuid" }
	};
	struct lane_change changes[CHANGES_MAX];
	uint32_t row = 11;

	for (int story = 0; story < STORIES / 10; story++) {
		const struct records all = { changes, CHANGES_MAX };
		struct scheme scheme;

		for (size_t i = 0; i < CHANGES_MAX; i++)
			changes[i] = any_change(&row, date_add_days(date_of(2022, 1, 1), (int32_t)i * 100));
		assert_int_equal(fixture_read(test, test->town), OK);
		scheme = scheme_changed(&test->scheme, &all, (struct date){ 0 }, test->arena);
		for (size_t i = 0; i < COUNT(asked); i++)
			assert_string_equal(
				who(test, &scheme, asked[i][0], asked[i][1], date_of(2021, 12, 31)),
				who(test, &test->scheme, asked[i][0], asked[i][1], date_of(2021, 12, 31)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_happened, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(extension_moves_the_end, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(later_days_are_left_out, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(newcomer_joins_the_choice, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(newcomer_joins_in_its_own_areas, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(successor_has_what_the_old_party_had, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(successor_has_the_expertise, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(merger_of_main_and_sub, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(member_leaves_and_its_area_waits, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(allocation_leaves_no_gap_and_no_overlap, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(allocation_lasts_as_long_as_the_agreement, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(subcontractor_is_no_candidate, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(any_story_keeps_the_lanes_whole, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(before_the_first_day_all_is_as_it_was, fixture_begin,
		                                fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
