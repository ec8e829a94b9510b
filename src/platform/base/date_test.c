/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/date.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct date day(const char *text)
{
	struct date date = { 0 };

	assert_true(date_read(text, &date));
	return date;
}

static void test_every_day_is_one_after_the_day_before(void **state)
{
	int32_t expected = 1;

	(void)state;
	for (int year = 1; year <= 9999; year++)
		for (int month = 1; month <= 12; month++)
			for (int d = 1; d <= 31; d++) {
				struct date date = date_of(year, month, d);
				int read_year, read_month, read_day;

				if (!date_is(date))
					continue;
				assert_int_equal(date.day, expected++);
				date_parts(date, &read_year, &read_month, &read_day);
				assert_int_equal(read_year * 10000 + read_month * 100 + read_day,
				                 year * 10000 + month * 100 + d);
			}
	assert_int_equal(expected - 1, DATE_LAST.day);
}

static void test_reading_takes_only_days_that_exist(void **state)
{
	static const char *const wrong[] = {
		"",
		"2023",
		"2023-5-15",
		"2023-05-15 ",
		" 2023-05-15",
		"15-05-2023",
		"2023-13-01",
		"2023-00-10",
		"2023-04-31",
		"2023-02-29",
		"1900-02-29",
		"0000-01-01",
		"2023-05-00",
		"2023/05/15",
		"2023-05-1a",
		"-023-05-15",
		"2023-05-15T00:00:00Z",
		"20230-05-15",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct date date = { 7 };

		if (date_read(wrong[i], &date))
			fail_msg("%s was read", wrong[i]);
		assert_int_equal(date.day, 7);
	}
	assert_int_equal(day("2000-02-29").day, date_of(2000, 2, 29).day);
	assert_int_equal(day("9999-12-31").day, DATE_LAST.day);
}

static void test_the_end_behind_a_last_day(void **state)
{
	(void)state;
	assert_int_equal(date_until(day("2023-02-28")).day, day("2023-03-01").day);
	assert_int_equal(date_until((struct date){ 0 }).day, DATE_LAST.day);
	assert_int_equal(date_until(DATE_LAST).day, DATE_LAST.day);
}

static void test_printing_is_reading_turned_round(void **state)
{
	char into[DATE_TEXT_SIZE];

	(void)state;
	assert_string_equal(date_print(day("0001-01-01"), into), "0001-01-01");
	assert_string_equal(date_print(day("2023-02-27"), into), "2023-02-27");
	assert_string_equal(date_print(DATE_LAST, into), "9999-12-31");
	assert_string_equal(date_print((struct date){ 0 }, into), "");
}

static void test_weekdays(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(day("0001-01-01")), MONDAY);
	assert_int_equal(date_weekday(day("1970-01-01")), THURSDAY);
	assert_int_equal(date_weekday(day("2023-04-09")), SUNDAY); /* Easter */
	assert_int_equal(date_weekday(date_add_days(day("2023-02-27"), 42)), MONDAY);
}

static void test_age_changes_on_the_birthday(void **state)
{
	(void)state;
	assert_int_equal(date_age_on(day("1948-05-15"), day("2023-05-14")), 74);
	assert_int_equal(date_age_on(day("1948-05-15"), day("2023-05-15")), 75);
	assert_int_equal(date_age_on(day("2023-05-15"), day("2023-05-15")), 0);
	/* Burgerlijk Wetboek gives no birthday to 29 February; here it is 1 March, see date.h. */
	assert_int_equal(date_age_on(day("1948-02-29"), day("2023-02-28")), 74);
	assert_int_equal(date_age_on(day("1948-02-29"), day("2023-03-01")), 75);
	assert_int_equal(date_age_on(day("1948-02-29"), day("2024-02-29")), 76);
}

static void test_the_birthday_is_the_first_day_of_that_age(void **state)
{
	(void)state;
	for (struct date born = day("1947-12-30"); date_before(born, day("1949-01-03"));
	     born = date_add_days(born, 1)) {
		struct date birthday = date_birthday(born, 75);

		assert_int_equal(date_age_on(born, birthday), 75);
		assert_int_equal(date_age_on(born, date_add_days(birthday, -1)), 74);
	}
}

static void test_intervals_are_half_open(void **state)
{
	struct date from = day("2023-03-01"), until = day("2023-04-01"), none = { 0 };

	(void)state;
	assert_false(date_within(day("2023-02-28"), from, until));
	assert_true(date_within(from, from, until));
	assert_true(date_within(day("2023-03-31"), from, until));
	assert_false(date_within(until, from, until));
	assert_true(date_within(DATE_LAST, from, none));
	assert_true(date_within(day("1900-01-01"), none, none));
}

static void test_moments(void **state)
{
	static const char *const wrong[] = { "2023-05-15",           "2023-05-15T24:00:00Z",
		                             "2023-05-15T23:60:00Z", "2023-05-15T23:59:60Z",
		                             "2023-05-15 09:30:00Z", "2023-05-15T09:30:00z",
		                             "2023-02-29T09:30:00Z", "2023-05-15T09:30:00Z " };
	struct moment moment = { 0 };
	char into[MOMENT_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(moment_read(wrong[i], &moment));
	assert_true(moment_read("2023-05-15T09:30:05Z", &moment));
	assert_int_equal(moment.seconds, 1684143005);
	assert_string_equal(moment_print(moment, into), "2023-05-15T09:30:05Z");
	assert_string_equal(moment_print((struct moment){ 0 }, into), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day_is_one_after_the_day_before),
		cmocka_unit_test(test_reading_takes_only_days_that_exist),
		cmocka_unit_test(test_the_end_behind_a_last_day),
		cmocka_unit_test(test_printing_is_reading_turned_round),
		cmocka_unit_test(test_weekdays),
		cmocka_unit_test(test_age_changes_on_the_birthday),
		cmocka_unit_test(test_the_birthday_is_the_first_day_of_that_age),
		cmocka_unit_test(test_intervals_are_half_open),
		cmocka_unit_test(test_moments),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
