/* SPDX-License-Identifier: EUPL-1.2 */
/* Findings, faults, words, the clock and the files in the binary: each small, all about what is said. */
#include "platform/base/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "platform/base/catalogue.h"
#include "platform/base/clock.h"
#include "platform/base/embedded.h"
#include "platform/base/fault.h"
#include "platform/base/words.h"

/* Instead of the real ones. */
const struct catalogue_entry catalogue_en[] = {
	{ "Er passen %d namen.", "There is room for %d names." },
	{ "Vul dit in.", "Fill this in." },
	{ "éénmalig", "once" },
};
const size_t catalogue_en_count = COUNT(catalogue_en);

static const unsigned char css[] = "p{}", page[] = "<p>";
const struct embedded_file embedded_files[] = { { "site.css", css, 3 }, { "ui/page.html", page, 3 } };
const size_t embedded_files_count = COUNT(embedded_files);

static void test_words_are_found_or_stay_dutch(void **state)
{
	(void)state;
	assert_string_equal(words_in("en", "Vul dit in."), "Fill this in.");
	assert_string_equal(words_in("en", "éénmalig"), "once");
	assert_string_equal(words_in("en", "Onbekend."), "Onbekend.");
	assert_string_equal(words_in("nl", "Vul dit in."), "Vul dit in.");
}

static void test_findings_are_translated_before_they_are_filled_in(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(1000000);
	struct findings findings = findings_new(arena, "en");

	(void)state;
	findings_add(&findings, "room", "names", "Er passen %d namen.", 3)->line = 12;
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.items[0].code, "room");
	assert_string_equal(findings.items[0].field, "names");
	assert_string_equal(findings.items[0].words, "There is room for 3 names.");
	assert_int_equal(findings.items[0].line, 12);
}

/* However much is wrong with what somebody sends, it costs a bounded amount of memory. */
static void test_findings_stop_at_a_thousand(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(1000000);
	struct findings findings = findings_new(arena, "nl");

	(void)state;
	for (int i = 0; i < 100000; i++)
		findings_add(&findings, "code", "field", "nummer %d", i)->line = i;
	assert_int_equal(findings.count, 1000);
	assert_string_equal(findings.items[999].words, "nummer 999");
	assert_int_equal(findings.items[999].line, 999);
}

static void test_a_fault_is_one_line(void **state)
{
	struct fault fault;
	char long_words[1000];

	(void)state;
	assert_int_equal(fault_set(&fault, FAILED, "cannot open %s:\nno\r\nsuch file", "x"), FAILED);
	assert_string_equal(fault.words, "cannot open x: no  such file");
	memset(long_words, 'x', sizeof(long_words) - 1);
	long_words[sizeof(long_words) - 1] = '\0';
	assert_int_equal(fault_set(&fault, NOT_FOUND, "%s", long_words), NOT_FOUND);
	assert_int_equal(strlen(fault.words), sizeof(fault.words) - 1);
}

static void test_a_fixed_clock_stands_on_its_day(void **state)
{
	struct clock fixed = { .fixed_day = date_of(2023, 5, 15) }, real = { { 0 } };
	char words[MOMENT_TEXT_SIZE];
	int64_t before = (int64_t)time(NULL);

	(void)state;
	assert_int_equal(clock_today(&fixed).day, date_of(2023, 5, 15).day);
	assert_memory_equal(moment_print(clock_now(&fixed), words), "2023-05-15T", 11);
	assert_in_range(clock_now(&real).seconds, before, before + 60);
}

static void test_a_moment_has_a_day(void **state)
{
	struct date day = date_of(2023, 5, 15);

	(void)state;
	assert_int_equal(clock_day_of(clock_moment_on(day, 0)).day, day.day);
	assert_int_equal(clock_day_of(clock_moment_on(day, 86399)).day, day.day);
	assert_int_equal(clock_day_of(clock_moment_on(day, 86400)).day, day.day + 1);
	assert_false(date_is(clock_day_of((struct moment){ 0 })));
}

/* In the Netherlands it is already the next day when it is still late in the evening in Greenwich. */
static void test_the_real_day_is_the_dutch_day(void **state)
{
	struct clock real = { { 0 } };
	time_t now = time(NULL);
	struct tm parts;

	(void)state;
	assert_int_equal(setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1), 0);
	tzset();
	assert_non_null(localtime_r(&now, &parts));
	assert_int_equal(clock_today(&real).day,
	                 date_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday).day);
	assert_true(clock_running_ms() <= clock_running_ms());
}

static void test_files_are_found_by_name(void **state)
{
	(void)state;
	assert_ptr_equal(embedded_find("site.css")->bytes, css);
	assert_ptr_equal(embedded_find("ui/page.html")->bytes, page);
	assert_null(embedded_find("ui/page"));
	assert_null(embedded_find(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_are_found_or_stay_dutch),
		cmocka_unit_test(test_findings_are_translated_before_they_are_filled_in),
		cmocka_unit_test(test_findings_stop_at_a_thousand),
		cmocka_unit_test(test_a_fault_is_one_line),
		cmocka_unit_test(test_a_fixed_clock_stands_on_its_day),
		cmocka_unit_test(test_a_moment_has_a_day),
		cmocka_unit_test(test_the_real_day_is_the_dutch_day),
		cmocka_unit_test(test_files_are_found_by_name),
	};

	return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
