/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "platform/base/embedded.h"

static const char equated_days[] = "date,name,source\n"
				   "2026-01-02,Dag na Nieuwjaarsdag,Stb. 2025-400 (verify)\n"
				   "2026-05-15,Dag na Hemelvaartsdag,Stb. 2025-400 (verify)\n"
				   "2027-05-07,Dag na Hemelvaartsdag,Stb. 2025-400 (verify)\n";

/* Kinds that the table does not have (yet), to try what a row can say. */
static const struct term_kind three_days = {
	.name = "three", .length = 3, .unit = TERM_DAYS, .extends = true
};
static const struct term_kind two_days = { .name = "two", .length = 2, .unit = TERM_DAYS, .extends = true };
static const struct term_kind month = { .name = "month", .length = 1, .unit = TERM_MONTHS, .extends = true };
static const struct term_kind twenty_days = { .name = "twenty", .length = 20, .unit = TERM_DAYS };
static const struct term_kind months_before = {
	.name = "before", .length = 3, .unit = TERM_MONTHS, .is_backwards = true
};

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

static const char *due_of_kind(struct fixture *fixture, const struct term_kind *kind, const char *from)
{
	struct fault fault;
	struct term term = { 0 };

	assert_int_equal(calendar_count(&fixture->calendar, kind, day(from), fixture->arena, &term, &fault),
	                 OK);
	return printed(fixture, term.due);
}

static const char *step_words(struct fixture *fixture, const struct term *term, size_t step,
                              const char *language)
{
	assert_true(step < term->steps.count);
	return term_step_words((const struct term_step *)term->steps.items + step, language, fixture->arena);
}

static void test_due_dates(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		const char *kind, *from, *due;
	} known[] = {
		{ "investigation", "2023-02-27", "2023-04-11" }, /* Easter Monday */
		{ "investigation", "2023-02-24", "2023-04-11" }, /* Good Friday, weekend, Easter Monday */
		{ "investigation", "2023-02-25", "2023-04-11" }, /* Saturday before Easter */
		{ "investigation", "2023-03-16", "2023-04-28" }, /* King's Day */
		{ "investigation", "2023-04-06", "2023-05-19" }, /* Ascension Day */
		{ "investigation", "2023-04-17", "2023-05-30" }, /* Whit Monday */
		{ "investigation", "2023-03-24", "2023-05-08" }, /* Liberation Day, a Friday */
		{ "investigation", "2023-11-13", "2023-12-27" }, /* both Christmas days */
		{ "investigation", "2023-11-20", "2024-01-02" }, /* New Year */
		{ "investigation", "2022-11-13", "2022-12-27" }, /* Christmas on Sunday and Monday */
		{ "investigation", "2021-11-13", "2021-12-27" }, /* Christmas on Saturday and Sunday */
		{ "investigation", "2024-01-18", "2024-02-29" }, /* a leap day */
		{ "investigation", "2023-01-18", "2023-03-01" }, /* no leap day */
		{ "investigation", "2025-03-15", "2025-04-28" }, /* 26 April 2025: Saturday and King's Day */
		{ "investigation", "2013-03-19", "2013-05-01" }, /* Queen's Day */
		{ "investigation", "2025-11-21", "2026-01-05" }, /* equated 2 January, weekend */
		{ "investigation", "2026-04-02", "2026-05-18" }, /* Ascension Day, equated Friday, weekend */
		{ "decision", "2023-05-01", "2023-05-15" },
		{ "decision", "2023-05-15", "2023-05-30" }, /* Whit Monday */
		{ "decision", "2023-12-11", "2023-12-27" },
		{ "decision", "2024-02-15", "2024-02-29" },
		{ "objection", "2023-05-15", "2023-06-26" }, /* dispatch + 42 days */
		{ "objection", "2023-05-13", "2023-06-26" }, /* ends on Saturday */
		{ "objection", "2023-05-14", "2023-06-26" }, /* ends on Sunday */
		{ "personal-plan", "2023-05-15", "2023-05-22" },
		{ "personal-plan", "2023-05-22", "2023-05-30" }, /* Whit Monday */
		{ "default-notice", "2023-05-01", "2023-05-15" },
		{ "default-notice", "2023-05-04", "2023-05-19" }, /* Ascension Day */
		{ "penalty", "2023-05-14", "2023-06-25" },        /* a Sunday stays: Awb 4:17 lid 1 */
		{ "objection-decision", "2023-06-26", "2023-08-07" },
		{ "objection-decision-committee", "2023-06-26", "2023-09-18" },
		{ "objection-decision-committee", "2023-01-14", "2023-04-11" }, /* Saturday before Easter */
		{ "objection-adjournment", "2023-08-07", "2023-09-18" },
		{ "appeal", "2023-05-15", "2023-06-26" },
		{ "standstill", "2023-05-01", "2023-05-22" }, /* ends on Sunday */
		{ "standstill", "2023-05-02", "2023-05-22" },
		{ "standstill", "2023-12-05", "2023-12-27" }, /* both Christmas days */
		{ "award-notice", "2023-05-02", "2023-06-01" },
		{ "award-notice", "2023-05-05", "2023-06-05" }, /* ends on Sunday */
	};

	for (size_t i = 0; i < COUNT(known); i++)
		assert_string_equal(printed(fixture, term_of(fixture, known[i].kind, known[i].from).due),
		                    known[i].due);
}

static void test_kinds_not_in_the_table(void **state)
{
	struct fixture *fixture = *state;
	assert_string_equal(due_of_kind(fixture, &months_before, "2023-03-01"), "2022-12-01");
	assert_string_equal(due_of_kind(fixture, &months_before, "2023-05-31"), "2023-02-28");
	assert_string_equal(due_of_kind(fixture, &months_before, "2024-05-31"), "2024-02-29");
	/* A Sunday: a term that is counted back stays where it is (art. 1 lid 2). */
	assert_string_equal(due_of_kind(fixture, &months_before, "2023-04-01"), "2023-01-01");
	assert_string_equal(due_of_kind(fixture, &month, "2024-01-31"), "2024-02-29");
	assert_string_equal(due_of_kind(fixture, &month, "2022-12-15"), "2023-01-16");
	assert_string_equal(due_of_kind(fixture, &twenty_days, "2023-05-01"), "2023-05-21");
	/* From Friday: Saturday, Sunday, Monday; art. 2 asks for a second working day. */
	assert_string_equal(due_of_kind(fixture, &three_days, "2023-06-09"), "2023-06-13");
	assert_string_equal(due_of_kind(fixture, &three_days, "2023-06-08"), "2023-06-12");
	/* From Thursday over Easter: Good Friday to Easter Monday, then two working days. */
	assert_string_equal(due_of_kind(fixture, &three_days, "2023-04-06"), "2023-04-12");
	/* Two days: art. 2 does not apply. */
	assert_string_equal(due_of_kind(fixture, &two_days, "2023-06-10"), "2023-06-12");
}

static void test_calculation(void **state)
{
	struct fixture *fixture = *state;
	struct term term = term_of(fixture, "investigation", "2023-02-27");
	struct term easter = term_of(fixture, "investigation", "2023-02-24");

	assert_int_equal(term.steps.count, 2);
	assert_string_equal(
		step_words(fixture, &term, 0, "nl"),
		"Termijn van 6 weken na 27 februari 2023 (Wmo 2015 art. 2.3.2 lid 1), de dag zelf telt "
		"niet mee: maandag 10 april 2023");
	assert_string_equal(
		step_words(fixture, &term, 1, "nl"),
		"Tweede Paasdag is een erkende feestdag; Algemene termijnenwet art. 1: dinsdag 11 april "
		"2023");
	assert_string_equal(
		step_words(fixture, &term, 0, "en"),
		"Term of 6 weeks after 27 February 2023 (Wmo 2015 art. 2.3.2 lid 1), that day not "
		"counted: Monday 10 April 2023");
	assert_string_equal(
		step_words(fixture, &term, 1, "en"),
		"Easter Monday is a recognised holiday; Algemene termijnenwet art. 1: Tuesday 11 April "
		"2023");
	assert_int_equal(easter.steps.count, 5);
	assert_string_equal(
		step_words(fixture, &easter, 1, "nl"),
		"Goede Vrijdag is met een feestdag gelijkgesteld; Algemene termijnenwet art. 1 en 3: "
		"zaterdag 8 april 2023");
	assert_string_equal(
		step_words(fixture, &easter, 2, "nl"),
		"Zaterdag telt niet als laatste dag; Algemene termijnenwet art. 1: zondag 9 april 2023");
}

/* Each step begins where the one before it ended, and the last one ends on the due date. */
static void test_steps_join(void **state)
{
	struct fixture *fixture = *state;
	struct term term = term_of(fixture, "investigation", "2025-11-21");
	const struct term_step *steps = term.steps.items;
	struct date at = term.from;

	for (size_t i = 0; i < term.steps.count; i++) {
		assert_int_equal(steps[i].from.day, at.day);
		at = steps[i].until;
	}
	assert_int_equal(at.day, term.due.day);
	assert_int_equal(at.day, day("2026-01-05").day);
}

static void test_easter(void **state)
{
	struct fixture *fixture = *state;
	/* Easter Mondays, a day after the Sundays that almanacs give. */
	static const char *const easter_mondays[] = {
		"1950-04-10", "1954-04-19", "1961-04-03", "1967-03-27", "1970-03-30", "1981-04-20",
		"1989-03-27", "1997-03-31", "2000-04-24", "2008-03-24", "2011-04-25", "2016-03-28",
		"2019-04-22", "2020-04-13", "2021-04-05", "2022-04-18", "2023-04-10", "2024-04-01",
		"2025-04-21", "2026-04-06", "2027-03-29", "2030-04-22", "2035-03-26", "2038-04-26",
		"2045-04-10", "2049-04-19", "2050-04-11",
	};

	for (size_t i = 0; i < COUNT(easter_mondays); i++) {
		struct day_off off = calendar_day_off(&fixture->calendar, day(easter_mondays[i]));

		assert_string_equal(off.code, "holiday");
		assert_string_equal(off.name, "Tweede Paasdag");
	}
}

static void test_holidays(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		const char *date, *code, *name;
	} known[] = {
		{ "2023-01-01", "holiday", "Nieuwjaarsdag" },
		{ "2023-04-07", "equated", "Goede Vrijdag" },
		{ "2025-04-18", "equated", "Goede Vrijdag" },
		{ "2023-05-05", "holiday", "Bevrijdingsdag" },
		{ "2023-05-18", "holiday", "Hemelvaartsdag" },
		{ "2024-05-09", "holiday", "Hemelvaartsdag" },
		{ "2025-05-29", "holiday", "Hemelvaartsdag" },
		{ "2023-05-29", "holiday", "Tweede Pinksterdag" },
		{ "2024-05-20", "holiday", "Tweede Pinksterdag" },
		{ "2023-12-25", "holiday", "Eerste Kerstdag" },
		{ "2023-12-26", "holiday", "Tweede Kerstdag" },
		{ "2014-04-26", "holiday", "Koningsdag" }, /* 27 April is a Sunday */
		{ "2023-04-27", "holiday", "Koningsdag" },
		{ "2025-04-26", "holiday", "Koningsdag" }, /* 27 April is a Sunday */
		{ "2013-04-30", "holiday", "Koninginnedag" },
		{ "1995-04-29", "holiday", "Koninginnedag" }, /* 30 April is a Sunday */
		{ "2026-05-15", "equated", "Dag na Hemelvaartsdag" },
		{ "2023-05-13", "saturday", NULL },
		{ "2023-05-14", "sunday", NULL },
		{ "2025-04-27", "sunday", NULL }, /* not King's Day */
	};

	for (size_t i = 0; i < COUNT(known); i++) {
		struct day_off off = calendar_day_off(&fixture->calendar, day(known[i].date));

		assert_string_equal(off.code, known[i].code);
		if (known[i].name == NULL)
			assert_null(off.name);
		else
			assert_string_equal(off.name, known[i].name);
	}
}

static void test_working_days(void **state)
{
	struct fixture *fixture = *state;
	static const char *const working[] = {
		"2023-05-15", "2014-04-30", "2013-04-26", "2023-12-27", "2025-04-17",
		"2025-04-28", "2023-05-04", "2023-05-19", "2028-05-26", "2024-12-31",
	};

	for (size_t i = 0; i < COUNT(working); i++)
		assert_true(calendar_is_working_day(&fixture->calendar, day(working[i])));
}

static void test_date_words(void **state)
{
	struct fixture *fixture = *state;
	assert_string_equal(calendar_date_words(day("2023-05-15"), "nl", true, fixture->arena),
	                    "maandag 15 mei 2023");
	assert_string_equal(calendar_date_words(day("2023-05-15"), "nl", false, fixture->arena),
	                    "15 mei 2023");
	assert_string_equal(calendar_date_words(day("2023-05-15"), "en", true, fixture->arena),
	                    "Monday 15 May 2023");
	assert_string_equal(calendar_date_words(day("2024-02-29"), "en", false, fixture->arena),
	                    "29 February 2024");
	assert_string_equal(calendar_date_words((struct date){ 0 }, "nl", true, fixture->arena), "");
}

static void test_every_month_and_weekday_is_translated(void **state)
{
	struct fixture *fixture = *state;
	for (int number = 1; number <= 12; number++) {
		struct date date = date_of(2023, number, 1 + number % 7);
		const char *dutch = calendar_date_words(date, "nl", true, fixture->arena);
		const char *english = calendar_date_words(date, "en", true, fixture->arena);

		assert_string_not_equal(dutch, english);
		assert_true(strncmp(dutch, english, 2) != 0);
	}
}

/*
 * The law's exceptions hold for every row: a term that is counted back (art. 1 lid 2), longer than 90 days,
 * 12 weeks or 3 months (art. 4), or excepted by its own law does not extend; every other does.
 */
static void test_rows_are_lawful(void **state)
{
	static const int longest[] = { [TERM_DAYS] = 90, [TERM_WEEKS] = 12, [TERM_MONTHS] = 3 };

	(void)state;
	for (size_t i = 0; i < term_kinds_count; i++) {
		const struct term_kind *kind = &term_kinds[i];
		bool is_excepted = strcmp(kind->name, "penalty") == 0; /* Awb 4:17 lid 1 */

		assert_int_equal(kind->extends,
		                 !kind->is_backwards && !is_excepted && kind->length <= longest[kind->unit]);
		assert_true(kind->length > 0);
		assert_ptr_equal(term_kind(kind->name), kind);
		assert_non_null(kind->label);
		assert_non_null(kind->source);
		assert_non_null(kind->explanation);
	}
}

static void test_wrong_use(void **state)
{
	struct fixture *fixture = *state;
	struct fault fault;
	struct term term;

	assert_int_equal(calendar_term(&fixture->calendar, "holiday", day("2023-05-15"), fixture->arena,
	                               &term, &fault),
	                 WRONG_USE);
	assert_string_equal(fault.words, "no kind of term is named holiday");
	assert_int_equal(calendar_term(&fixture->calendar, "decision", (struct date){ 0 }, fixture->arena,
	                               &term, &fault),
	                 WRONG_USE);
	assert_null(term_kind(""));
}

static void test_edges_of_the_calendar(void **state)
{
	struct fixture *fixture = *state;
	struct fault fault;
	struct term term;
	struct date last = DATE_LAST;

	assert_int_equal(calendar_term(&fixture->calendar, "decision", last, fixture->arena, &term, &fault),
	                 WRONG_USE);
	assert_string_equal(fault.words,
	                    "the term decision from 9999-12-31 ends outside the years 1 to 9999");
	assert_string_equal(printed(fixture, term_of(fixture, "decision", "9999-12-17").due), "9999-12-31");
	assert_int_equal(calendar_count(&fixture->calendar, &month, last, fixture->arena, &term, &fault),
	                 WRONG_USE);
	assert_int_equal(calendar_count(&fixture->calendar, &months_before, day("0001-02-01"), fixture->arena,
	                                &term, &fault),
	                 WRONG_USE);
	assert_int_equal(calendar_count(&fixture->calendar, &months_before, day("0001-04-01"), fixture->arena,
	                                &term, &fault),
	                 OK);
	assert_string_equal(printed(fixture, term.due), "0001-01-01");
	assert_int_equal(calendar_term(&fixture->calendar, "decision", (struct date){ INT32_MAX },
	                               fixture->arena, &term, &fault),
	                 WRONG_USE);
}

static void test_file_of_equated_days(void **state)
{
	struct fixture *fixture = *state;
	static const char *const wrong[] = {
		"",
		"date,name\n",
		"date,name,source\n2026-01-02\n",
		"date,name,source\n2026-01-02,Dag\n",
		"date,name,source\n2026-01-02,Dag,\n",
		"date,name,source\n2026-01-02,,Stb.\n",
		"date,name,source\n2026-02-30,Dag,Stb.\n",
		"date,name,source\n2026-01-02,Dag,Stb., 400\n",
		"date,name,source\n2026-01-02,Dag,Stb.",
		"date,name,source\n\n2026-01-02,Dag,Stb.\n",
		"date,name,source\n2026-01-02,Dag,Stb.\n2026-01-02,Dag,Stb.\n",
	};
	struct calendar read = { 0 };
	struct fault fault;

	assert_int_equal(fixture->calendar.count, 3);
	assert_string_equal(fixture->calendar.days[2].source, "Stb. 2025-400 (verify)");
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_int_equal(calendar_read(wrong[i], fixture->arena, &read, &fault), FAILED);
	assert_string_equal(fault.words, "holidays, line 3: put the earliest day first");
	assert_int_equal(calendar_read("date,name,source\n", fixture->arena, &read, &fault), OK);
	assert_int_equal(read.count, 0);
}

static void test_equated_days_in_the_binary(void **state)
{
	struct fixture *fixture = *state;
	const struct embedded_file *file = embedded_find("data/holidays.csv");
	struct calendar read = { 0 };
	struct fault fault;

	assert_non_null(file);
	assert_int_equal(calendar_read((const char *)file->bytes, fixture->arena, &read, &fault), OK);
	assert_string_equal(calendar_day_off(&read, day("2028-05-26")).name, "Dag na Hemelvaartsdag");
	assert_true(calendar_is_working_day(&read, day("2028-06-02")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_due_dates),
		cmocka_unit_test(test_kinds_not_in_the_table),
		cmocka_unit_test(test_calculation),
		cmocka_unit_test(test_steps_join),
		cmocka_unit_test(test_easter),
		cmocka_unit_test(test_holidays),
		cmocka_unit_test(test_working_days),
		cmocka_unit_test(test_date_words),
		cmocka_unit_test(test_every_month_and_weekday_is_translated),
		cmocka_unit_test(test_rows_are_lawful),
		cmocka_unit_test(test_wrong_use),
		cmocka_unit_test(test_edges_of_the_calendar),
		cmocka_unit_test(test_file_of_equated_days),
		cmocka_unit_test(test_equated_days_in_the_binary),
	};

	return cmocka_run_group_tests_name("calendar", tests, set_up, tear_down);
}
