/* SPDX-License-Identifier: EUPL-1.2 */
/* What is coming for one client, product by product, in the schemes of this repository. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "platform/base/embedded.h"
#include "practice/radar/radar.h"
#include "shows.h"

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

struct test {
	struct arena *arena;
	struct scheme scheme;
	struct lane_set set;
	struct radar_scheme radar;
};

static void look(struct test *test, const char *file, struct date on)
{
	const struct embedded_file *found = embedded_find(file);
	struct findings findings = findings_new(test->arena, "nl");

	assert_int_equal(scheme_read((const char *)found->bytes, found->size, &test->scheme, &findings), OK);
	test->set = scheme_lanes(&test->scheme, test->arena);
	test->radar = radar_scheme_on(&test->scheme, &test->set, on, test->arena);
}

static int begin(void **state)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct test *test = ARENA_NEW(arena, struct test);

	test->arena = arena;
	*state = test;
	return 0;
}

static int end(void **state)
{
	arena_free(((struct test *)*state)->arena);
	return 0;
}

/* Support of three years around the day, of somebody born then. */
static struct radar_line line_of(const struct test *test, const char *product, const char *deliverer,
                                 int postcode, struct date born)
{
	struct date from = date_add_days(test->radar.on, -365);

	return (struct radar_line){ .product = lane_names_find(&test->set.products, product),
		                    .deliverer = lane_names_find(&test->set.parties, deliverer),
		                    .postcode = postcode,
		                    .born = born,
		                    .from = from,
		                    .until = date_add_days(from, 3 * 365),
		                    .since = from };
}

static void westerkwartier(struct test *test)
{
	look(test, "schemes/westerkwartier.yaml", date_of(2023, 9, 15));
}

static const char *first_able(const struct test *test)
{
	assert_true(test->radar.answer->able_count > 0);
	return test->set.parties.items[test->radar.answer->candidates[0].party].name;
}

/* Turning 75 changes who gives guidance, and not who cleans. */
static void birthday_changes_guidance_and_not_domestic_help(void **state)
{
	struct test *test = *state;
	struct date born = date_of(1949, 2, 3);
	struct radar_change change = { 0 };
	struct assign_question question;
	struct radar_line line;

	westerkwartier(test);
	line = line_of(test, "individuele-begeleiding", "aanbieder-18-75-07", 9351, born);
	SHOWS("WES-I2", assert_true(radar_next(&test->radar, &line, &change)));
	assert_true(change.is_birthday);
	assert_int_equal(change.age, 75);
	SHOWS("WES-5", assert_int_equal(change.on.day, date_of(2024, 2, 3).day));
	assert_true(radar_ask(&test->radar, &line, change.on, LANE_NONE, &question));
	SHOWS("WES-I1", assert_string_equal(first_able(test), "miep"));
	line = line_of(test, "huishoudelijke-hulp", "miep", 9351, born);
	SHOWS("WES-I2 WES-4", assert_false(radar_next(&test->radar, &line, &change)));
}

/* The day asked is not coming any more; twelve months later is the last day in view. */
static void birthday_is_in_view_for_twelve_months(void **state)
{
	static const struct {
		int year, month, day;
		bool is_seen;
	} births[] = { { 1948, 9, 15, false }, { 1948, 9, 16, true }, { 1949, 9, 15, true },
		       { 1949, 9, 16, false }, { 1930, 1, 1, false }, { 1980, 1, 1, false } };
	struct test *test = *state;

	westerkwartier(test);
	for (size_t i = 0; i < COUNT(births); i++) {
		struct radar_change change;
		struct radar_line line = line_of(test, "dagbesteding", "aanbieder-18-75-07", 9801,
		                                 date_of(births[i].year, births[i].month, births[i].day));

		assert_int_equal(radar_next(&test->radar, &line, &change), births[i].is_seen);
	}
}

/* Support that ends before the birthday, or on it, is not touched. */
static void birthday_after_the_last_day_is_none(void **state)
{
	struct test *test = *state;
	struct radar_change change;
	struct radar_line line;

	westerkwartier(test);
	line = line_of(test, "dagbesteding", "aanbieder-18-75-07", 9801, date_of(1949, 2, 3));
	line.until = date_of(2024, 2, 3);
	assert_false(radar_next(&test->radar, &line, &change));
	line.until = date_of(2024, 2, 4);
	assert_true(radar_next(&test->radar, &line, &change));
}

/* Before the cut-over the present provider goes on at any age; nothing changes on the birthday. */
static void birthday_without_another_lane_is_none(void **state)
{
	struct test *test = *state;
	struct radar_change change;
	struct radar_line line;

	look(test, "schemes/westerkwartier.yaml", date_of(2021, 1, 15));
	line = line_of(test, "dagbesteding", "huidige-aanbieder", 9801, date_of(1946, 6, 1));
	assert_false(radar_next(&test->radar, &line, &change));
}

static void unknown_deliverer_or_address_is_left_alone(void **state)
{
	struct test *test = *state;
	struct radar_change change;
	struct radar_line line;

	westerkwartier(test);
	line = line_of(test, "dagbesteding", "niemand", 9801, date_of(1949, 2, 3));
	assert_false(radar_next(&test->radar, &line, &change));
	line = line_of(test, "dagbesteding", "aanbieder-18-75-07", 0, date_of(1949, 2, 3));
	assert_false(radar_next(&test->radar, &line, &change));
}

/* An agreement that ends is seen for who has support beyond it. */
static void lane_that_ends_is_seen(void **state)
{
	struct test *test = *state;
	struct radar_change change = { 0 };
	struct radar_line line;

	look(test, "schemes/alphen.yaml", date_of(2025, 3, 1));
	line = line_of(test, "huishoudelijke-ondersteuning", "axxicom", 2771, date_of(1940, 1, 1));
	assert_true(radar_next(&test->radar, &line, &change));
	assert_false(change.is_birthday);
	assert_int_equal(change.on.day, date_of(2026, 1, 1).day);
	line.until = date_of(2026, 1, 1);
	assert_false(radar_next(&test->radar, &line, &change));
}

/* Who still has support of a provider that has stopped stays in view until somebody else comes. */
static void lane_that_has_ended_is_seen(void **state)
{
	struct test *test = *state;
	struct radar_change change = { 0 };
	struct radar_line line;

	look(test, "schemes/alphen.yaml", date_of(2026, 1, 1));
	line = line_of(test, "huishoudelijke-ondersteuning", "axxicom", 2771, date_of(1940, 1, 1));
	assert_true(radar_next(&test->radar, &line, &change));
	assert_int_equal(change.on.day, date_of(2026, 1, 1).day);
	look(test, "schemes/alphen.yaml", date_of(2026, 4, 1));
	line = line_of(test, "huishoudelijke-ondersteuning", "axxicom", 2771, date_of(1940, 1, 1));
	assert_true(radar_next(&test->radar, &line, &change));
	assert_int_equal(change.on.day, date_of(2026, 1, 1).day);
	line.until = test->radar.on;
	assert_false(radar_next(&test->radar, &line, &change));
}

/* Who waits for a cut-over that has come is not with a provider that stopped: each gets a turn. */
static void cutover_that_has_come_is_none(void **state)
{
	struct test *test = *state;
	struct radar_change change;
	struct radar_line line;

	look(test, "schemes/zwolle.yaml", date_of(2018, 9, 1));
	line = line_of(test, "thuisondersteuning", "huidige-aanbieder", 8011, date_of(1940, 1, 1));
	assert_false(radar_next(&test->radar, &line, &change));
}

/* A member that fails: its clients get the other members proposed, its neighbourhoods are named. */
static void member_that_fails_leaves_its_neighbourhoods(void **state)
{
	struct test *test = *state;
	struct radar_leaving leaving = { .from = date_of(2022, 6, 1), .is_supposed = true };
	struct assign_question question;
	struct radar_line line;
	uint16_t areas[64];
	size_t own = 0, count;

	look(test, "schemes/alphen.yaml", leaving.from);
	line = line_of(test, "huishoudelijke-ondersteuning", "axxicom", 2771, date_of(1940, 1, 1));
	leaving.product = line.product;
	leaving.party = line.deliverer;
	assert_true(radar_ask(&test->radar, &line, leaving.from, leaving.party, &question));
	for (size_t i = 0, members = 0; i < test->radar.answer->able_count; i++) {
		const struct assign_candidate *candidate = &test->radar.answer->candidates[i];

		assert_int_not_equal(candidate->party, leaving.party);
		members += candidate->under != LANE_NONE;
		if (i + 1 == test->radar.answer->able_count)
			SHOWS("ALP-I6", assert_int_equal(members, 2));
	}
	count = radar_uncovered(&test->set, &leaving, areas, &own);
	assert_int_equal(own, 4);
	SHOWS("ALP-I6", assert_int_equal(count, 4));
	assert_string_equal(test->set.areas.items[areas[2]].name, "Benthuizen");
}

/* One of many among whom the resident chooses leaves no area open. */
static void one_of_many_leaves_no_gap(void **state)
{
	struct test *test = *state;
	struct radar_leaving leaving = { .from = date_of(2023, 9, 15), .is_supposed = true };
	uint16_t areas[64];
	size_t own = 0;

	westerkwartier(test);
	leaving.product = lane_names_find(&test->set.products, "dagbesteding");
	leaving.party = lane_names_find(&test->set.parties, "aanbieder-18-75-07");
	assert_int_equal(radar_uncovered(&test->set, &leaving, areas, &own), 0);
	assert_int_equal(own, 4);
	leaving.party = lane_names_find(&test->set.parties, "dnzt");
	assert_int_equal(radar_uncovered(&test->set, &leaving, areas, &own), 1);
	assert_string_equal(test->set.areas.items[areas[0]].name, "Grootegast");
	leaving.is_supposed = false; /* its lanes go on */
	assert_int_equal(radar_uncovered(&test->set, &leaving, areas, &own), 0);
}

/* Lanes that begin where others end leave nothing open: the cut-over. */
static void cut_over_leaves_no_gap(void **state)
{
	struct test *test = *state;
	struct radar_leaving leaving = { .from = date_of(2023, 3, 1) };
	uint16_t areas[64];
	size_t own = 0;

	westerkwartier(test);
	leaving.product = lane_names_find(&test->set.products, "huishoudelijke-hulp");
	leaving.party = lane_names_find(&test->set.parties, "huidige-aanbieder");
	SHOWS("WES-18 WES-I6", assert_int_equal(radar_uncovered(&test->set, &leaving, areas, &own), 0));
	assert_int_equal(own, 4);
}

static void cohort_is_who_was_served_before_and_stayed(void **state)
{
	static const struct {
		struct date since, until;
		enum radar_membership membership;
	} services[] = {
		{ { 738520 }, { 739800 }, RADAR_STILL_MEMBER }, /* from before, and still */
		{ { 738520 }, { 738700 }, RADAR_LEFT_COHORT },
		{ { 738580 }, { 739800 }, RADAR_NO_MEMBER }, /* came on the first day: too late */
		{ { 738579 }, { 739800 }, RADAR_STILL_MEMBER },
		{ { 738520 }, { 738580 }, RADAR_NO_MEMBER }, /* until the first day, and not on it */
		{ { 738650 }, { 739800 }, RADAR_NO_MEMBER }, /* came back: new */
	};
	const struct lane lane = { .how = LANE_CLOSED_COHORT,
		                   .from = date_of(2023, 3, 1),
		                   .served_before = date_of(2023, 3, 1) };

	(void)state;
	assert_int_equal(lane.from.day, 738580);
	for (size_t i = 0; i < COUNT(services); i++)
		SHOWS("WES-15 WES-I4",
		      assert_int_equal(radar_membership(&lane, services[i].since, services[i].until,
		                                        date_of(2023, 9, 15)),
		                       services[i].membership));
}

/* It only shrinks: a day later nobody is in it who was not. */
static void cohort_only_shrinks(void **state)
{
	const struct lane lane = { .how = LANE_CLOSED_COHORT,
		                   .from = date_of(2023, 3, 1),
		                   .served_before = date_of(2023, 3, 1) };
	uint32_t seed = 7;
	int grown = 0;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct date since, until, on;
		enum radar_membership now, later;

		seed = seed * 1664525 + 1013904223;
		since = date_add_days(lane.from, (int32_t)(seed >> 20) % 400 - 300);
		seed = seed * 1664525 + 1013904223;
		until = date_add_days(since, 1 + (int32_t)(seed >> 20) % 700);
		seed = seed * 1664525 + 1013904223;
		on = date_add_days(lane.from, (int32_t)(seed >> 20) % 700);
		now = radar_membership(&lane, since, until, on);
		later = radar_membership(&lane, since, until, date_add_days(on, 1));
		grown += later == RADAR_STILL_MEMBER && now != RADAR_STILL_MEMBER;
		assert_int_equal(later == RADAR_NO_MEMBER, now == RADAR_NO_MEMBER);
	}
	SHOWS("WES-I4", assert_int_equal(grown, 0));
}

static void months_end_where_the_month_does(void **state)
{
	(void)state;
	assert_int_equal(radar_months_later(date_of(2023, 1, 31), 1).day, date_of(2023, 2, 28).day);
	assert_int_equal(radar_months_later(date_of(2023, 5, 15), 12).day, date_of(2024, 5, 15).day);
	assert_int_equal(radar_months_later(date_of(2024, 2, 29), 12).day, date_of(2025, 2, 28).day);
	assert_int_equal(radar_months_later(date_of(2023, 12, 15), 1).day, date_of(2024, 1, 15).day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(birthday_changes_guidance_and_not_domestic_help, begin, end),
		cmocka_unit_test_setup_teardown(birthday_is_in_view_for_twelve_months, begin, end),
		cmocka_unit_test_setup_teardown(birthday_after_the_last_day_is_none, begin, end),
		cmocka_unit_test_setup_teardown(birthday_without_another_lane_is_none, begin, end),
		cmocka_unit_test_setup_teardown(unknown_deliverer_or_address_is_left_alone, begin, end),
		cmocka_unit_test_setup_teardown(lane_that_ends_is_seen, begin, end),
		cmocka_unit_test_setup_teardown(lane_that_has_ended_is_seen, begin, end),
		cmocka_unit_test_setup_teardown(cutover_that_has_come_is_none, begin, end),
		cmocka_unit_test_setup_teardown(member_that_fails_leaves_its_neighbourhoods, begin, end),
		cmocka_unit_test_setup_teardown(one_of_many_leaves_no_gap, begin, end),
		cmocka_unit_test_setup_teardown(cut_over_leaves_no_gap, begin, end),
		cmocka_unit_test(cohort_is_who_was_served_before_and_stayed),
		cmocka_unit_test(cohort_only_shrinks),
		cmocka_unit_test(months_end_where_the_month_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
