/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms against an independent count, and terms that stood still. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/calendar/calendar.h"

static const char equated_days[] = "date,name,source\n"
				   "2026-01-02,Dag na Nieuwjaarsdag,Stb. 2025-400 (verify)\n"
				   "2026-05-15,Dag na Hemelvaartsdag,Stb. 2025-400 (verify)\n"
				   "2027-05-07,Dag na Hemelvaartsdag,Stb. 2025-400 (verify)\n";

struct fixture {
	struct arena *arena;
	struct calendar calendar;
};

static int set_up(void **state)
{
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);
	struct fault fault;

	fixture->arena = arena;
	*state = fixture;
	return (int)calendar_read(equated_days, fixture->arena, &fixture->calendar, &fault);
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	arena_free(fixture->arena);
	return 0;
}

static struct date day(const char *text)
{
	struct date date = { 0 };

	assert_true(date_read(text, &date));
	return date;
}

static const char *printed(struct fixture *fixture, struct date date)
{
	return date_print(date, arena_take(fixture->arena, DATE_TEXT_SIZE));
}

static struct term term_of(struct fixture *fixture, const char *kind, const char *from)
{
	struct fault fault;
	struct term term = { 0 };

	assert_int_equal(calendar_term(&fixture->calendar, kind, day(from), fixture->arena, &term, &fault),
	                 OK);
	return term;
}

static const char *step_words(struct fixture *fixture, const struct term *term, size_t step,
                              const char *language)
{
	assert_true(step < term->steps.count);
	return term_step_words((const struct term_step *)term->steps.items + step, language, fixture->arena);
}

/* --- an independent, slow count --- */

/* Backwards by months, by hand: the same day of the month, else the last day that month has. */
static struct date months_earlier(struct date from, int months)
{
	int year, month_number, month_day;
	struct date earlier;

	date_parts(from, &year, &month_number, &month_day);
	for (int i = 0; i < months; i++) {
		month_number = month_number == 1 ? 12 : month_number - 1;
		year = month_number == 12 ? year - 1 : year;
	}
	earlier = date_of(year, month_number, month_day);
	for (; !date_is(earlier); month_day--)
		earlier = date_of(year, month_number, month_day - 1);
	return earlier;
}

static bool stands_still(const struct term_asked *asked, int32_t at)
{
	for (size_t i = 0; i < asked->suspensions_count; i++)
		if (asked->suspensions[i].from.day <= at && at <= asked->suspensions[i].until.day)
			return true;
	return false;
}

/* Walks day by day: a day on which the term runs is one day nearer the end, or moves an end that may not be.
 */
static struct date slow_due(const struct calendar *calendar, const struct term_asked *asked)
{
	const struct term_kind *kind = asked->kind;
	int32_t days = kind->unit == TERM_WEEKS ? kind->length * 7 : kind->length, counted = 0, working = 0;
	int32_t at = asked->from.day;

	if (kind->is_backwards)
		return months_earlier(asked->from, kind->length);
	for (;;) {
		bool is_working;

		at++;
		if (stands_still(asked, at))
			continue;
		counted++;
		is_working = calendar_is_working_day(calendar, (struct date){ at });
		working += is_working ? 1 : 0;
		if (counted >= days && (!kind->extends || (is_working && (days < 3 || working >= 2))))
			return (struct date){ at };
	}
}

/* That the term is what the slow count finds, and that its steps lead from its day to its due. */
static void assert_slow(struct fixture *fixture, const struct term_asked *asked, struct arena *one_term)
{
	struct term term = { 0 };
	struct fault fault;
	const struct term_step *steps;
	struct date at = asked->from;

	arena_clear(one_term);
	assert_int_equal(calendar_count_suspended(&fixture->calendar, asked, one_term, &term, &fault), OK);
	if (term.due.day != slow_due(&fixture->calendar, asked).day)
		fail_msg("%s from %s: %s, counted slowly %s", asked->kind->name,
		         printed(fixture, asked->from), printed(fixture, term.due),
		         printed(fixture, slow_due(&fixture->calendar, asked)));
	steps = term.steps.items;
	for (size_t i = 0; i < term.steps.count; i++) {
		assert_int_equal(steps[i].from.day, at.day);
		at = steps[i].until;
	}
	assert_int_equal(at.day, term.due.day);
}

/* Every kind from every day of a century; a kind that extends ends on a working day. */
static void test_property_of_counting(void **state)
{
	struct fixture *fixture = *state;
	struct arena *one_term = arena_new((size_t)64 * 1024);

	for (size_t i = 0; i < term_kinds_count; i++)
		for (struct date from = day("1990-01-01"); from.day < day("2090-01-01").day; from.day++)
			assert_slow(fixture, &(struct term_asked){ .kind = &term_kinds[i], .from = from },
			            one_term);
	arena_free(one_term);
}

/*
 * A suspension that begins on any day of the term, of any length up to a month, and a second one behind it:
 * over a Christmas, an Easter, and the days of May.
 */
static void test_property_of_suspension(void **state)
{
	struct fixture *fixture = *state;
	struct arena *one_term = arena_new((size_t)64 * 1024);
	static const char *const begins[] = { "2025-12-10", "2026-03-20", "2026-04-20", "2028-02-14" };

	for (size_t i = 0; i < term_kinds_count * COUNT(begins); i++) {
		const struct term_kind *kind = &term_kinds[i / COUNT(begins)];
		struct date from = day(begins[i % COUNT(begins)]);
		struct term_asked plain = { .kind = kind, .from = from };
		int32_t last = slow_due(&fixture->calendar, &plain).day;

		for (int32_t begin = from.day + 1; !kind->is_backwards && begin <= last; begin++)
			for (int32_t days = 1; days <= 31; days++) {
				const struct suspension still[] = {
					{ { begin }, { begin + days - 1 } },
					{ { begin + days }, { begin + days + days % 9 } },
				};
				struct term_asked one = plain, two = plain;

				one.suspensions = two.suspensions = still;
				one.suspensions_count = 1;
				two.suspensions_count = 2;
				assert_slow(fixture, &one, one_term);
				assert_slow(fixture, &two, one_term);
			}
	}
	arena_free(one_term);
}

/* Three months before any day: 31 May and 30 May both give the last day of February. */
static void test_backwards(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		const char *from, *due;
	} known[] = {
		{ "2023-03-01", "2022-12-01" }, /* the cut-over of Westerkwartier */
		{ "2023-05-31", "2023-02-28" },
		{ "2023-05-30", "2023-02-28" },
		{ "2023-05-29", "2023-02-28" },
		{ "2023-05-28", "2023-02-28" },
		{ "2024-05-31", "2024-02-29" },
		{ "2024-05-30", "2024-02-29" },
		{ "2024-05-29", "2024-02-29" },
		{ "2024-05-28", "2024-02-28" },
		{ "2000-05-31", "2000-02-29" },
		{ "2100-05-31", "2100-02-28" },
		{ "2023-07-31", "2023-04-30" },
		{ "2023-03-25", "2022-12-25" }, /* a Sunday and Christmas: it does not move */
	};

	for (size_t i = 0; i < COUNT(known); i++)
		assert_string_equal(
			printed(fixture, term_of(fixture, "assignment-notice", known[i].from).due),
			known[i].due);
}

static struct fault refused(struct fixture *fixture, const char *kind, const struct suspension *still,
                            size_t count)
{
	const struct term_asked asked = { .kind = term_kind(kind),
		                          .from = day("2023-05-01"),
		                          .suspensions = still,
		                          .suspensions_count = count };
	struct term term;
	struct fault fault = { 0 };

	assert_int_equal(calendar_count_suspended(&fixture->calendar, &asked, fixture->arena, &term, &fault),
	                 WRONG_USE);
	return fault;
}

static void test_suspensions_refused(void **state)
{
	struct fixture *fixture = *state;
	const struct suspension turned = { day("2023-05-05"), day("2023-05-04") };
	const struct suspension first_day = { day("2023-05-01"), day("2023-05-04") };
	const struct suspension after = { day("2023-05-16"), day("2023-05-17") };
	const struct suspension twice[] = { { day("2023-05-03"), day("2023-05-05") },
		                            { day("2023-05-05"), day("2023-05-06") } };

	assert_string_equal(refused(fixture, "decision", &turned, 1).words,
	                    "the suspension from 2023-05-05 until 2023-05-04 ends before it begins");
	assert_string_equal(
		refused(fixture, "decision", &first_day, 1).words,
		"the suspension from 2023-05-01 until 2023-05-04 begins before the first day of the term");
	assert_string_equal(
		refused(fixture, "decision", &after, 1).words,
		"the suspension from 2023-05-16 until 2023-05-17 begins after the last day of the term");
	assert_string_equal(
		refused(fixture, "decision", twice, 2).words,
		"the suspension from 2023-05-05 until 2023-05-06 overlaps another one, or stands before it");
	assert_string_equal(refused(fixture, "assignment-notice", &after, 1).words,
	                    "the suspension from 2023-05-16 until 2023-05-17 cannot be: this term is counted "
	                    "back from its day");
}

static void test_suspension_in_words(void **state)
{
	struct fixture *fixture = *state;
	const struct suspension still[] = { { day("2023-05-03"), day("2023-05-05") },
		                            { day("2023-05-09"), day("2023-05-09") } };
	const struct term_asked asked = { term_kind("decision"), day("2023-05-01"), still, COUNT(still) };
	struct term term = { 0 };
	struct fault fault;

	assert_int_equal(calendar_count_suspended(&fixture->calendar, &asked, fixture->arena, &term, &fault),
	                 OK);
	assert_string_equal(
		step_words(fixture, &term, 1, "nl"),
		"Opgeschort van 3 mei 2023 tot en met 5 mei 2023, die 3 dagen tellen niet mee: donderdag "
		"18 mei 2023");
	assert_string_equal(step_words(fixture, &term, 2, "nl"),
	                    "Opgeschort op 9 mei 2023, die dag telt niet mee: vrijdag 19 mei 2023");
	assert_string_equal(step_words(fixture, &term, 2, "en"),
	                    "Suspended on 9 May 2023, that day does not count: Friday 19 May 2023");
}

/* A term on a day off runs on; when it then stands still, it ends on the first working day after that. */
static void test_suspension_of_the_last_day(void **state)
{
	struct fixture *fixture = *state;
	/* From 29 April two weeks end on Saturday 13 May, so on Monday 15 May; that day is suspended. */
	const struct suspension still = { day("2023-05-15"), day("2023-05-16") };
	const struct term_asked asked = { term_kind("decision"), day("2023-04-29"), &still, 1 };
	struct term term = { 0 };
	struct fault fault;

	assert_int_equal(calendar_count_suspended(&fixture->calendar, &asked, fixture->arena, &term, &fault),
	                 OK);
	assert_string_equal(printed(fixture, term.due), "2023-05-17");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_property_of_counting),
		cmocka_unit_test(test_property_of_suspension),
		cmocka_unit_test(test_backwards),
		cmocka_unit_test(test_suspensions_refused),
		cmocka_unit_test(test_suspension_in_words),
		cmocka_unit_test(test_suspension_of_the_last_day),
	};

	return cmocka_run_group_tests_name("term", tests, set_up, tear_down);
}
