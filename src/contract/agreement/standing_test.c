/* SPDX-License-Identifier: EUPL-1.2 */
/* How the agreements of the fixture's town stand: countdown, who holds what, what asks attention. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/scheme/fixture.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/place.h"
#include "contract/agreement/standing.h"

/* The agreement as it stands on a day, after the changes. */
static struct standing standing_of(struct test *test, const char *agreement, struct date on,
                                   const struct lane_change *changes, size_t count)
{
	const struct records all = { (void *)(uintptr_t)changes, count };
	struct scheme *scheme = ARENA_NEW(test->arena, struct scheme);
	struct scheme *ahead = ARENA_NEW(test->arena, struct scheme);

	assert_int_equal(fixture_read(test, test->town), OK);
	*scheme = scheme_changed(&test->scheme, &all, on, test->arena);
	*ahead = scheme_changed(&test->scheme, &all, (struct date){ 0 }, test->arena);
	return (struct standing){ .scheme = scheme,
		                  .ahead = ahead,
		                  .agreement = place_agreement(scheme, agreement),
		                  .on = on,
		                  .language = "nl",
		                  .arena = test->arena };
}

/* The codes of the alarms, with blanks between them. */
static const char *alarms_of(struct test *test, const struct standing *standing)
{
	struct records alarms = standing_alarms(standing);
	const struct standing_alarm *alarm = alarms.items;
	const char *codes = "";

	for (size_t i = 0; i < alarms.count; i++)
		codes = arena_print(test->arena, "%s%s%s", codes, i == 0 ? "" : " ", alarm[i].code);
	return codes;
}

static void an_end_has_its_countdown(void **state)
{
	struct test *test = *state;
	struct standing standing = standing_of(test, "samen", date_of(2028, 12, 31), NULL, 0);

	assert_int_equal(standing_state(&standing), STANDING_RUNNING);
	standing = standing_of(test, "samen", date_of(2029, 1, 1), NULL, 0);
	assert_int_equal(standing_state(&standing), STANDING_SOON);
	assert_int_equal(standing_days_left(&standing), 365);
	assert_string_equal(alarms_of(test, &standing), "ends-soon option-open contact-vacant");
	assert_non_null(strstr(((struct standing_alarm *)standing_alarms(&standing).items)[0].words,
	                       "over 365 dagen af. De laatste dag is 31 december 2029."));
	standing = standing_of(test, "samen", date_of(2020, 5, 31), NULL, 0);
	assert_int_equal(standing_state(&standing), STANDING_COMING);
	standing = standing_of(test, "hoofd", date_of(2029, 1, 1), NULL, 0);
	assert_int_equal(standing_state(&standing), STANDING_RUNNING);
	assert_int_equal(standing_days_left(&standing), 0);
}

/* After the end nothing goes on: nobody holds the agreement. */
static void after_the_end_nobody_holds_it(void **state)
{
	struct test *test = *state;
	struct standing standing = standing_of(test, "samen", date_of(2030, 1, 1), NULL, 0);

	assert_int_equal(standing_state(&standing), STANDING_ENDED);
	assert_int_equal(standing_holders(&standing).count, 0);
	assert_int_equal(standing_spread(&standing).index, 0);
	/* other agreements of this scheme go on, so it is no alarm that this one has ended */
	assert_string_equal(alarms_of(test, &standing), "");
	((struct scheme *)(uintptr_t)standing.scheme)->agreements =
		(struct records){ (void *)(uintptr_t)standing.agreement, 1 };
	assert_string_equal(alarms_of(test, &standing), "ended");
}

static void a_used_option_is_used(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_EXTENDED,
		                            .valid_from = date_of(2029, 6, 1),
		                            .valid_until = date_of(2031, 1, 1),
		                            .agreement = "samen" };
	struct standing standing = standing_of(test, "samen", date_of(2029, 5, 31), &change, 1);

	assert_int_equal(standing_days_left(&standing), 215);
	assert_non_null(standing_option(&standing));
	standing = standing_of(test, "samen", date_of(2029, 6, 1), &change, 1);
	assert_int_equal(standing_days_left(&standing), 579);
	assert_null(standing_option(&standing));
}

/* One of the two takes over the other: the agreement says two. */
static void a_party_too_few_is_an_alarm(void **state)
{
	struct test *test = *state;
	const struct lane_change change = {
		.sort = LANE_SUCCEEDED, .valid_from = date_of(2023, 1, 1), .party = "een", .other = "twee"
	};
	struct standing standing = standing_of(test, "hoofd", date_of(2022, 12, 31), &change, 1);

	assert_string_equal(alarms_of(test, &standing), "contact-vacant");
	assert_int_equal(standing_spread(&standing).index, 5000);
	assert_int_equal(standing_spread(&standing).tenths, 20);
	standing = standing_of(test, "hoofd", date_of(2023, 1, 1), &change, 1);
	assert_string_equal(alarms_of(test, &standing), "parties-count contact-vacant");
	assert_int_equal(standing_spread(&standing).index, 10000);
	assert_int_equal(standing_spread(&standing).seats, 2);
}

/* A number that the source gives as "about" leaves a tenth of room. */
static void about_leaves_room(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_JOINED,
		                            .valid_from = date_of(2023, 1, 1),
		                            .agreement = "keuzes",
		                            .party = "nieuw" };
	struct standing standing = standing_of(test, "keuzes", date_of(2023, 1, 1), &change, 1);

	assert_int_equal(standing_holders(&standing).count, 301);
	assert_string_equal(alarms_of(test, &standing), "contact-vacant");
}

/* A subcontractor counts beside what it has itself; that is shown, not forbidden. */
static void more_than_the_cap_shows(void **state)
{
	struct test *test = *state;
	const struct lane_change changes[] = {
		{ .sort = LANE_SUBCONTRACTED,
		  .valid_from = date_of(2023, 1, 1),
		  .party = "een",
		  .other = "duo",
		  .products = "zorg",
		  .areas = "Noord\nZuid" },
	};
	struct standing standing = standing_of(test, "hoofd", date_of(2023, 1, 1), changes, 1);

	assert_string_equal(alarms_of(test, &standing), "area-cap contact-vacant");
}

static void an_area_without_a_member_is_an_alarm(void **state)
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
	const struct place_event events[] = {
		{ .sort = LANE_LEFT, .valid_from = date_of(2023, 1, 1), .party = "lid-b", .other = "duo" },
		{ .sort = LANE_ALLOCATED,
		  .valid_from = date_of(2023, 3, 1),
		  .party = "lid-a",
		  .other = "duo",
		  .area = "Zuid",
		  .status = "not_started",
		  .reason = "Dichtbij" },
	};
	struct standing standing = standing_of(test, "samen", date_of(2022, 12, 1), changes, 2);
	const struct standing_alarm *alarm;
	const struct standing_turn *turn;
	struct records turns;

	standing.events = (struct records){ (void *)(uintptr_t)events, COUNT(events) };
	/* before the day it is announced, with the day */
	assert_string_equal(alarms_of(test, &standing), "area-unallocated contact-vacant");
	alarm = standing_alarms(&standing).items;
	assert_string_equal(alarm->words, "Zuid is vanaf 1 januari 2023 van geen enkel lid van Duo.");
	assert_string_equal(alarm->address,
	                    "/facts/area_allocated?combination=duo&area=Zuid&from=2023-01-01");
	standing = standing_of(test, "samen", date_of(2023, 3, 1), changes, 2);
	standing.events = (struct records){ (void *)(uintptr_t)events, COUNT(events) };
	assert_string_equal(alarms_of(test, &standing), "contact-vacant");
	turns = standing_turns(&standing, "duo", "Zuid");
	turn = turns.items;
	assert_int_equal(turns.count, 2);
	assert_string_equal(turn[0].member, "lid-b");
	assert_int_equal(turn[0].until.day, date_of(2023, 1, 1).day);
	assert_string_equal(turn[0].status, "started"); /* as the file says */
	assert_string_equal(turn[1].member, "lid-a");
	assert_int_equal(turn[1].from.day, date_of(2023, 3, 1).day);
	assert_string_equal(turn[1].status, "not_started");
	assert_string_equal(turn[1].reason, "Dichtbij");
}

/* Stretches of the same member are one turn. */
static void turns_of_one_member_join(void **state)
{
	struct test *test = *state;
	const struct lane_change change = { .sort = LANE_ALLOCATED,
		                            .valid_from = date_of(2023, 3, 1),
		                            .party = "lid-a",
		                            .other = "duo",
		                            .areas = "Noord" };
	struct standing standing = standing_of(test, "samen", date_of(2023, 3, 1), &change, 1);
	struct records turns = standing_turns(&standing, "duo", "Noord");

	assert_int_equal(turns.count, 1);
	assert_int_equal(((struct standing_turn *)turns.items)->from.day, date_of(2020, 6, 1).day);
}

static void a_vacancy_counts_its_days(void **state)
{
	struct test *test = *state;
	const struct contact_line lines[] = {
		{ "een", "policy", "Rol", date_of(2022, 1, 1), date_of(2022, 6, 1) },
		{ "een", "practice", "Rol", date_of(2022, 1, 1), DATE_LAST },
	};
	struct standing standing = standing_of(test, "hoofd", date_of(2022, 6, 11), NULL, 0);
	int64_t places = 0;

	standing.contacts = (struct records){ (void *)(uintptr_t)lines, COUNT(lines) };
	assert_null(standing_corner(&standing, "een", "policy").name);
	assert_int_equal(standing_corner(&standing, "een", "policy").days, 10);
	assert_string_equal(standing_corner(&standing, "een", "practice").name, "Rol");
	/* nobody was ever named: since the agreement began */
	assert_int_equal(standing_corner(&standing, "een", "contract").since.day, date_of(2020, 6, 1).day);
	assert_int_equal(standing_vacancies(&standing, &places), 5);
	assert_int_equal(places, 6);
	standing.on = date_of(2022, 5, 31);
	assert_string_equal(standing_corner(&standing, "een", "policy").name, "Rol");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_end_has_its_countdown, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(after_the_end_nobody_holds_it, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_used_option_is_used, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_party_too_few_is_an_alarm, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(about_leaves_room, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(more_than_the_cap_shows, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_area_without_a_member_is_an_alarm, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(turns_of_one_member_join, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_vacancy_counts_its_days, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
