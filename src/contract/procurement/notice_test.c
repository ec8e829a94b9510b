/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/notice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "contract/procurement/lines.h"

static void each_rule_has_its_example(void **state)
{
	const struct tender_announced good = {
		.name = "hulp-thuis-2024",
		.holder_1 = "a",
		.holder_2 = "b",
		.holder_3 = "c",
		.situation = { true, true, true, true, true, true, true, true, true, false },
		.programme = "thuis",
	};
	struct tender_announced breaks[] = { good, good, good, good, good, good, good,
		                             good, good, good, good, good, good };

	(void)state;
	breaks[0].name = "Hulp thuis";
	breaks[1].situation.is_free_name = false;
	breaks[2].situation.has_scheme = false;
	breaks[3].situation.is_time = false;
	breaks[4].situation.is_in_time = false;
	breaks[5].situation.leaves_answer = false;
	breaks[6].holder_3 = "a";
	breaks[7].situation.are_people = false;
	breaks[8].programme = NULL;
	breaks[9].situation.has_programme = false;
	breaks[10].situation.has_ended = true;
	breaks[11].situation.is_of_scheme = false;
	breaks[12].prepared = 7;
	assert_int_equal(COUNT(breaks), TENDER_ANNOUNCED_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		for (size_t n = 0; n < TENDER_ANNOUNCED_RULES_COUNT; n++) {
			assert_true(tender_announced_rules[n].holds(&good));
			assert_int_equal(tender_announced_rules[n].holds(&breaks[i]), n != i);
		}
}

/* A tender that is of no programme says why, as long as one is running. */
static void no_programme_has_its_reason(void **state)
{
	const struct journal_rule *rule = &tender_announced_rules[8];
	struct tender_announced announced = { .situation.is_programme_running = true };

	(void)state;
	assert_string_equal(rule->code, "tender-no-programme");
	assert_false(rule->holds(&announced));
	announced.without_programme = "Dit gaat over vervoer.";
	assert_true(rule->holds(&announced));
	announced = (struct tender_announced){ 0 };
	assert_true(rule->holds(&announced));
}

/* The days stand in data; below them a reason is asked. */
static void each_procedure_has_its_days(void **state)
{
	static const char rows[] = "procedure;days;source\nsocial;30;art. 2.38\nopen;40;art. 2.71\n";
	static const char wrong[] = "procedure;days;source\nsocial;veel;art. 2.38\n";
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);
	struct notice_term term = { 0 };
	struct fault fault = { 0 };

	(void)state;
	assert_int_equal(notice_term_of(rows, strlen(rows), "open", arena, &term, &fault), OK);
	assert_int_equal(term.days, 40);
	assert_string_equal(term.source, "art. 2.71");
	assert_int_equal(notice_term_of(rows, strlen(rows), "below", arena, &term, &fault), OK);
	assert_int_equal(term.days, 0);
	assert_int_equal(notice_term_of(wrong, strlen(wrong), "social", arena, &term, &fault), FAILED);
}

static void a_name_can_stand_in_an_address(void **state)
{
	(void)state;
	assert_true(notice_is_name("thuisondersteuning-2018"));
	assert_true(notice_is_name("abcdefghijklmnopqrstuvwxyz-1234567890123"));
	assert_false(notice_is_name("abcdefghijklmnopqrstuvwxyz-12345678901234"));
	assert_false(notice_is_name(""));
	assert_false(notice_is_name(NULL));
	assert_false(notice_is_name("a/b"));
}

static void a_time_of_day_is_exact(void **state)
{
	static const char *const wrong[] = { "", "9:30", "24:00", "12:60", "12.00", "12:0a", "12:000" };
	int32_t seconds = 7;

	(void)state;
	assert_true(notice_read_time("09:30", &seconds));
	assert_int_equal(seconds, 34200);
	assert_true(notice_read_time("23:59", &seconds));
	assert_int_equal(seconds, 86340);
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(notice_read_time(wrong[i], &seconds));
	assert_false(notice_read_time(NULL, &seconds));
	assert_int_equal(seconds, 86340);
}

/* Six whole days lie between the last question and the day on which bids close. */
static void questions_leave_six_days(void **state)
{
	(void)state;
	assert_int_equal(notice_last_question(date_of(2024, 3, 15)).day, date_of(2024, 3, 8).day);
}

static void lists_come_back(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(64 * 1024);
	const char *names[] = { "noord", "oost", "west" };
	const struct texts items = { names, NULL, COUNT(names) };
	struct texts again = lines_split(lines_join(&items, arena), arena);

	(void)state;
	assert_int_equal(again.count, 3);
	assert_string_equal(again.items[2], "west");
	assert_string_equal(lines_list(&again, arena), "noord, oost, west");
	assert_int_equal(lines_split("", arena).count, 0);
	assert_string_equal(lines_join(&(struct texts){ 0 }, arena), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(a_name_can_stand_in_an_address),
		cmocka_unit_test(a_time_of_day_is_exact),
		cmocka_unit_test(questions_leave_six_days),
		cmocka_unit_test(lists_come_back),
		cmocka_unit_test(no_programme_has_its_reason),
		cmocka_unit_test(each_procedure_has_its_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
