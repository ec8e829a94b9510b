/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/norm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

static const char small[] =
	"name: klein\n"
	"label: Klein\n"
	"valid_from: 2020-01-01\n"
	"last_day: 2025-12-31\n"
	"source: Een voorbeeld\n"
	"categories: [\"01\"]\n"
	"assumptions: [Alles elke week]\n"
	"excluded: [De tuin]\n"
	"rounding: { to_minutes: 5, how: up }\n"
	"keys:\n"
	"  - { key: dieren, label: Dieren, unit: dier, units: dieren, max: 3 }\n"
	"  - key: kamers\n"
	"    label: Kamers\n"
	"    unit: kamer\n"
	"    units: kamers\n"
	"    minutes: 10\n"
	"    every_weeks: 4\n"
	"    max: 9\n"
	"    more: [{ when: dieren, at_least: 2, minutes: 5 }]\n"
	"  - { key: minder, label: Minder, hours_per_year: -23, max: 1 }\n"
	"  - { key: brood, label: Brood, minutes: 20, max: 14, max_minutes_per_week: 100 }\n"
	"  - key: was\n"
	"    label: Was\n"
	"    choices:\n"
	"      - { code: een, label: een persoon, minutes: 33 }\n"
	"      - { code: twee, label: twee personen, minutes: 43, times: 2 }\n";

/* What a calculation gave. */
struct tried {
	struct arena *arena;
	struct findings findings;
	struct norm_set set;
	struct norm_answer answer;
	enum status status;
};

static struct tried try_lines(const char *text, struct date on, const char *language,
                              const struct norm_given *given, size_t count)
{
	struct tried tried = { .arena = arena_new(ARENA_BYTES) };
	struct norm_given copied[8];

	assert_true(count <= COUNT(copied));
	for (size_t i = 0; i < count; i++)
		copied[i] = given[i];
	tried.findings = findings_new(tried.arena, language);
	assert_int_equal(norm_set_read(text, strlen(text), &tried.set, &tried.findings), OK);
	tried.status = norm_calculate(&tried.set, &(struct records){ copied, count }, on, &tried.answer,
	                              &tried.findings);
	return tried;
}

static const struct norm_sum_line *line_of(const struct tried *tried, size_t place)
{
	assert_true(place < tried->answer.lines.count);
	return &((const struct norm_sum_line *)tried->answer.lines.items)[place];
}

/* The minutes of the lines are always together the answer. */
static void assert_adds_up(const struct tried *tried)
{
	int64_t sum = 0;

	for (size_t i = 0; i < tried->answer.lines.count; i++)
		sum += line_of(tried, i)->minutes;
	assert_int_equal(tried->status, OK);
	assert_int_equal(sum, tried->answer.minutes_per_week);
}

static void test_a_sum_says_how_it_was_made(void **state)
{
	const struct norm_given given[] = { { "kamers", "3" }, { "dieren", "2" }, { "was", "twee" } };
	struct tried tried = try_lines(small, date_of(2023, 5, 15), "nl", given, COUNT(given));

	(void)state;
	assert_adds_up(&tried);
	/* 3 rooms of 15 minutes each 4 weeks is 11.25; 2 washes of 43; then up to 5 minutes */
	assert_int_equal(line_of(&tried, 0)->minutes, 11);
	assert_string_equal(line_of(&tried, 0)->because,
	                    "3 kamers × (10 + 5) minuten [Dieren: 2], 1 keer per 4 weken = 11,3, afgerond 11 "
	                    "minuten per week");
	assert_int_equal(line_of(&tried, 1)->minutes, 0);
	assert_string_equal(line_of(&tried, 2)->because,
	                    "twee personen × 43 minuten, 2 keer per week = 86 minuten per week");
	assert_string_equal(line_of(&tried, 3)->key, NORM_ROUNDING_KEY);
	assert_string_equal(line_of(&tried, 3)->because,
	                    "samen 97 minuten, afgerond naar boven op 5 minuten = 100 minuten per week");
	assert_int_equal(tried.answer.minutes_per_week, 100);
	arena_free(tried.arena);
}

static void test_one_animal_is_no_ground_for_more(void **state)
{
	const struct norm_given given[] = { { "dieren", "1" }, { "kamers", "4" } };
	struct tried tried = try_lines(small, date_of(2023, 5, 15), "nl", given, COUNT(given));

	(void)state;
	assert_adds_up(&tried);
	assert_int_equal(line_of(&tried, 1)->minutes, 10);
	assert_int_equal(tried.answer.lines.count, 2); /* 10 needs no rounding, so no line says it */
	arena_free(tried.arena);
}

static void test_less_goes_off_and_halves_go_away_from_zero(void **state)
{
	const struct norm_given given[] = { { "was", "een" }, { "minder", "1" }, { "kamers", "1" } };
	struct tried tried = try_lines(small, date_of(2023, 5, 15), "en", given, COUNT(given));

	(void)state;
	assert_adds_up(&tried);
	assert_int_equal(line_of(&tried, 1)->minutes, -27); /* -23 * 60 / 52 is -26.54 */
	assert_int_equal(line_of(&tried, 2)->minutes, 3);   /* 2.5 */
	assert_int_equal(tried.answer.minutes_per_week, 10);
	arena_free(tried.arena);
}

static void test_a_line_has_its_maximum(void **state)
{
	const struct norm_given given[] = { { "brood", "6" } };
	struct tried tried = try_lines(small, date_of(2023, 5, 15), "nl", given, COUNT(given));

	(void)state;
	assert_adds_up(&tried);
	assert_int_equal(tried.answer.minutes_per_week, 100);
	assert_non_null(strstr(line_of(&tried, 0)->because, "de norm gaat tot 100 minuten per week"));
	arena_free(tried.arena);
}

static void assert_refused(const struct norm_given *given, size_t count, struct date on, const char *code)
{
	struct tried tried = try_lines(small, on, "nl", given, count);

	assert_int_equal(tried.status, FINDINGS);
	assert_int_equal(tried.findings.count, 1);
	assert_string_equal(tried.findings.items[0].code, code);
	arena_free(tried.arena);
}

static void test_each_mistake_has_its_own_sentence(void **state)
{
	const struct date in_force = date_of(2025, 12, 31);
	const struct {
		struct norm_given given[2];
		size_t count;
		struct date on;
		const char *code;
	} mistakes[] = {
		{ { { "zolder", "1" } }, 1, in_force, "norm-key" },
		{ { { "kamers", "tien" } }, 1, in_force, "norm-value" },
		{ { { "kamers", "10" } }, 1, in_force, "norm-value" },
		{ { { "kamers", "-1" } }, 1, in_force, "norm-value" },
		{ { { "kamers", "" } }, 1, in_force, "norm-value" },
		{ { { "was", "drie" } }, 1, in_force, "norm-value" },
		{ { { "kamers", "2" }, { "kamers", "3" } }, 2, in_force, "norm-doubled" },
		{ { { "minder", "1" } }, 1, in_force, "norm-negative" },
		{ { { "dieren", "1" } }, 1, in_force, "norm-empty" },
		{ { { "kamers", "4" } }, 1, date_of(2026, 1, 1), "norm-not-in-force" },
		{ { { "kamers", "4" } }, 1, date_of(2019, 12, 31), "norm-not-in-force" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++)
		assert_refused(mistakes[i].given, mistakes[i].count, mistakes[i].on, mistakes[i].code);
}

/* Replaces one part of the small file and expects that the file is then refused with this code. */
static void assert_file_refused(const char *part, const char *instead, const char *code)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	const char *at = strstr(small, part);
	struct norm_set set;
	char *text;

	assert_non_null(at);
	text = arena_print(arena, "%.*s%s%s", (int)(at - small), small, instead, at + strlen(part));
	assert_int_equal(norm_set_read(text, strlen(text), &set, &findings), FINDINGS);
	assert_string_equal(findings.items[0].code, code);
	assert_true(findings.items[0].line > 0);
}

static void test_each_rule_of_a_file_has_its_example(void **state)
{
	(void)state;
	assert_file_refused("hours_per_year: -23", "hours_per_year: -23, minutes: 4", "norm-size");
	assert_file_refused("every_weeks: 4", "every_weeks: 5", "norm-weeks");
	assert_file_refused("max: 9\n", "max_minutes_per_week: 9\n", "norm-values");
	assert_file_refused("code: twee", "code: een", "norm-choice-doubled");
	assert_file_refused("unit: dier, ", "", "norm-units");
	assert_file_refused("when: dieren", "when: tieren", "norm-more");
	assert_file_refused("at_least: 2", "is: veel", "norm-more");
	assert_file_refused("key: minder", "key: dieren", "norm-key-doubled");
	assert_file_refused("key: minder", "key: afronding", "norm-key-doubled");
	assert_file_refused("to_minutes: 5", "to_minutes: 0", "norm-rounding");
	assert_file_refused("2025-12-31", "2019-12-31", "norm-period");
}

static void test_the_published_hours_are_these(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct records sets = norm_sets(arena);
	const struct norm_set *set = norm_set_named(&sets, "huishoudelijke-ondersteuning-2019");
	static const struct {
		const char *key, *value;
		int64_t minutes;
	} published[] = { /* (hours a year) × 60 / 52 */
		          { "basis", "1", 125 },
		          { "beperkingen", "enig", 30 },
		          { "beperkingen", "veel", 60 },
		          { "samenstelling-huishouden", "1", 30 },
		          { "extra-kamer-in-gebruik", "1", 18 },
		          { "extra-kamer-niet-in-gebruik", "1", 5 }
	};

	(void)state;
	assert_true(sets.count >= 3);
	assert_non_null(set);
	for (size_t i = 0; i < COUNT(published); i++) {
		struct norm_given given = { published[i].key, published[i].value };
		struct findings findings = findings_new(arena, "nl");
		struct norm_answer answer;

		assert_int_equal(norm_calculate(set, &(struct records){ &given, 1 }, date_of(2023, 1, 1),
		                                &answer, &findings),
		                 OK);
		assert_int_equal(answer.minutes_per_week, published[i].minutes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_sum_says_how_it_was_made),
		cmocka_unit_test(test_one_animal_is_no_ground_for_more),
		cmocka_unit_test(test_less_goes_off_and_halves_go_away_from_zero),
		cmocka_unit_test(test_a_line_has_its_maximum),
		cmocka_unit_test(test_each_mistake_has_its_own_sentence),
		cmocka_unit_test(test_each_rule_of_a_file_has_its_example),
		cmocka_unit_test(test_the_published_hours_are_these),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
