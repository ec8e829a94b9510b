/* SPDX-License-Identifier: EUPL-1.2 */
/* Straight lines, means over pairs of clients, and what two days say together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "outlook/travel/travel.h"
#include "platform/base/embedded.h"
#include "shows.h"

struct test {
	struct arena *arena;
	struct travel_map map;
	struct fault fault;
};

static int begin(void **state)
{
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct test *test = ARENA_NEW(arena, struct test);
	const struct embedded_file *file = embedded_find("data/geo/postcodes.csv");

	test->arena = arena;
	*state = test;
	return travel_map_read((const char *)file->bytes, arena, &test->map, &test->fault) == OK ? 0 : -1;
}

static int end(void **state)
{
	arena_free(((struct test *)*state)->arena);
	return 0;
}

static void map_has_every_postcode_of_the_six(void **state)
{
	struct test *test = *state;

	assert_int_equal(test->map.count, 126);
}

static void distance_is_a_straight_line(void **state)
{
	struct test *test = *state;
	int64_t leek_marum = travel_meters(&test->map, 9351, 9363);

	assert_int_equal(travel_meters(&test->map, 9351, 9351), 0);
	assert_true(leek_marum > 7000 && leek_marum < 9500); /* some eight kilometres on any map */
	assert_int_equal(travel_meters(&test->map, 9363, 9351), leek_marum);
	assert_int_equal(travel_meters(&test->map, 9351, 1000), -1);
}

static void broken_map_is_named_by_its_line(void **state)
{
	static const char *const broken[] = {
		"",
		"postcode\n",
		"postcode,latitude,longitude\n9351,53.1\n",
		"postcode,latitude,longitude\n935,53.1,6.3\n",
		"postcode,latitude,longitude\n9351,53.1,6.3",
		"postcode,latitude,longitude\n9351,53.1,6.3\n9352,x,6.3\n",
		"postcode,latitude,longitude\n9351,953.1,6.3\n",
		"postcode,latitude,longitude\n9351,nan,6.3\n",
	};
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(broken); i++) {
		struct travel_map map;

		assert_int_equal(travel_map_read(broken[i], test->arena, &map, &test->fault), FAILED);
		assert_non_null(strstr(test->fault.words, "line "));
	}
	assert_non_null(strstr(test->fault.words, "line 2"));
}

/* Against every pair of clients, one by one. */
static void mean_is_over_all_pairs_of_clients(void **state)
{
	static const int postcodes[] = { 9351, 9363, 9801, 9861, 9843, 9891 };
	struct test *test = *state;
	uint32_t seed = 5;

	for (int round = 0; round < 50; round++) {
		struct travel_stop stops[3 * COUNT(postcodes)];
		int clients[200][2];
		size_t count = 0, people = 0;
		int64_t pairs = 0, meters = 0;
		struct travel_measure measure;

		for (int party = 0; party < 3; party++)
			for (size_t i = 0; i < COUNT(postcodes); i++) {
				seed = seed * 1664525 + 1013904223;
				if (seed >> 30 == 0)
					continue;
				stops[count] =
					(struct travel_stop){ party, postcodes[i], 1 + (seed >> 28) % 4 };
				for (int64_t j = 0; j < stops[count].clients; j++, people++) {
					clients[people][0] = party;
					clients[people][1] = postcodes[i];
				}
				count++;
			}
		for (size_t i = 0; i < people; i++)
			for (size_t j = i + 1; j < people; j++)
				if (clients[i][0] == clients[j][0]) {
					pairs++;
					meters += travel_meters(&test->map, clients[i][1], clients[j][1]);
				}
		measure = travel_measure(&test->map, stops, count, test->arena);
		assert_int_equal(measure.clients, people);
		assert_int_equal(measure.pairs, pairs);
		SHOWS("WES-11", assert_int_equal(measure.mean_meters, pairs == 0 ? -1 : meters / pairs));
	}
}

static void providers_in_a_postcode_are_counted(void **state)
{
	static const struct travel_stop stops[] = {
		{ 0, 9351, 3 },
		{ 0, 9363, 1 },
		{ 1, 9351, 2 },
		{ 2, 9351, 1 },
	};
	struct test *test = *state;
	struct travel_measure measure = travel_measure(&test->map, stops, COUNT(stops), test->arena);

	assert_int_equal(measure.clients, 7);
	assert_int_equal(measure.parties, 3);
	assert_int_equal(measure.postcodes, 2);
	SHOWS("WES-11", assert_int_equal(measure.parties_hundredths, 200));
	measure = travel_measure(&test->map, stops, 0, test->arena);
	assert_int_equal(measure.mean_meters, -1);
	assert_int_equal(measure.parties_hundredths, 0);
}

static void verdict_says_what_both_numbers_say(void **state)
{
	static const struct {
		struct travel_measure before, after;
		enum travel_verdict verdict;
	} days[] = {
		{ { .clients = 5, .parties_hundredths = 300, .mean_meters = 9000 },
		  { .clients = 5, .parties_hundredths = 100, .mean_meters = 6000 },
		  TRAVEL_LESS },
		{ { .clients = 5, .parties_hundredths = 100, .mean_meters = 6000 },
		  { .clients = 5, .parties_hundredths = 100, .mean_meters = 7000 },
		  TRAVEL_MORE },
		{ { .clients = 5, .parties_hundredths = 300, .mean_meters = 6000 },
		  { .clients = 5, .parties_hundredths = 100, .mean_meters = 7000 },
		  TRAVEL_MIXED },
		{ { .clients = 5, .parties_hundredths = 100, .mean_meters = -1 },
		  { .clients = 5, .parties_hundredths = 100, .mean_meters = 7000 },
		  TRAVEL_SAME },
		{ { .clients = 0, .mean_meters = -1 },
		  { .clients = 5, .parties_hundredths = 100, .mean_meters = 7000 },
		  TRAVEL_NOTHING },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++)
		assert_int_equal(travel_verdict(&days[i].before, &days[i].after), days[i].verdict);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(map_has_every_postcode_of_the_six, begin, end),
		cmocka_unit_test_setup_teardown(distance_is_a_straight_line, begin, end),
		cmocka_unit_test_setup_teardown(broken_map_is_named_by_its_line, begin, end),
		cmocka_unit_test_setup_teardown(mean_is_over_all_pairs_of_clients, begin, end),
		cmocka_unit_test_setup_teardown(providers_in_a_postcode_are_counted, begin, end),
		cmocka_unit_test(verdict_says_what_both_numbers_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
