/* SPDX-License-Identifier: EUPL-1.2 */
/* The guard over the band, amounts as people write them, and what an index makes of a tariff. */
#include "contract/tariff/tariff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tariff/indexation.h"

#define LINES(...)                                                                                           \
	{                                                                                                    \
		.items = (struct tariff_line[]){ __VA_ARGS__ },                                              \
		.count = COUNT(((struct tariff_line[]){ __VA_ARGS__ }))                                      \
	}

static struct tariff_line line(const char *product, const char *unit, int64_t cents)
{
	return (struct tariff_line){ .product = product, .unit = unit, .cents = { cents } };
}

/* The codes of what the guard has against it, with a blank behind each. */
static const char *guarded(struct arena *arena, struct records before, struct records after)
{
	struct texts breaks = tariff_guard(&before, &after, arena);
	const char *words = "";

	for (size_t i = 0; i < breaks.count; i++)
		words = arena_print(arena, "%s%s ", words, breaks.items[i]);
	return words;
}

static void test_the_band_stays(void **state)
{
	struct arena *arena = *state;
	struct records before =
		LINES(line("hulp", "hour", 3180), line("gids", "hour", 6600), line("zwaar", "hour", 7380));
	struct records same = LINES(line("thuis", "hour", 3180), line("thuis-zwaar", "hour", 7380));
	struct records middle =
		LINES(line("hulp", "hour", 3180), line("gids", "hour", 6000), line("zwaar", "hour", 7380));
	struct records lower =
		LINES(line("hulp", "hour", 3179), line("gids", "hour", 6600), line("zwaar", "hour", 7380));
	struct records higher = LINES(line("hulp", "hour", 3180), line("zwaar", "hour", 7381));
	struct records other_unit = LINES(line("hulp", "week", 3180));
	struct records none = { 0 };

	assert_string_equal(guarded(arena, before, before), "");
	assert_string_equal(guarded(arena, before, same), "");
	assert_string_equal(guarded(arena, before, middle), "");
	assert_string_equal(guarded(arena, before, lower), "band ");
	assert_string_equal(guarded(arena, before, higher), "band ");
	assert_string_equal(guarded(arena, before, other_unit), "band ");
	assert_string_equal(guarded(arena, none, lower), "");
}

static void test_the_cheese_slicer(void **state)
{
	struct arena *arena = *state;
	struct records before = LINES(line("hulp", "hour", 3180), line("gids", "hour", 6600));
	struct records flat = LINES(line("hulp", "hour", 3085), line("gids", "hour", 6402));
	struct records chosen = LINES(line("hulp", "hour", 3180), line("gids", "hour", 5900));
	struct records uneven = LINES(line("hulp", "hour", 3100), line("gids", "hour", 5900));

	assert_string_equal(guarded(arena, before, flat), "band flat ");
	assert_string_equal(guarded(arena, before, chosen), "band ");
	assert_string_equal(guarded(arena, before, uneven), "band ");
}

static void test_amounts(void **state)
{
	static const char *const wrong[] = { "", "0", "31,805", "-3", "31.8.0", "1000000", "€ 3", "drie" };
	struct money cents = { 0 };

	(void)state;
	assert_true(tariff_read_amount("31,80", &cents));
	assert_int_equal(cents.cents, 3180);
	assert_true(tariff_read_amount("31.8", &cents));
	assert_int_equal(cents.cents, 3180);
	assert_true(tariff_read_amount("999999,99", &cents));
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(tariff_read_amount(wrong[i], &cents));
}

/* VNG: 3,94 % for 2025, and 4,91 % with what 2024 became (5,71 %) beside what it was thought to be (4,70 %).
 */
static void test_the_index_as_it_is_published(void **state)
{
	static const char figures[] = "year;sort;ova;ppc;percent;source\n"
				      "2024;provisional;;;4,70;VNG\n"
				      "2024;definitive;;;5,71;VNG\n"
				      "2025;provisional;4,18;1,82;3,94;VNG\n";
	struct arena *arena = *state;
	struct sheet sheet = sheet_open(figures, strlen(figures)), again = sheet;
	struct index_year before, year;
	struct fault fault = { 0 };

	assert_int_equal(index_year_of(&sheet, 2024, arena, &before, &fault), OK);
	assert_int_equal(index_year_of(&again, 2025, arena, &year, &fault), OK);
	assert_true(year.provisional.has_parts);
	assert_false(year.definitive.is_known);
	assert_int_equal(index_percent(&before.definitive, NULL), 571);
	assert_int_equal(index_percent(&year.provisional, NULL), 394);
	assert_int_equal(index_percent(&year.provisional, &before), 491);
	assert_int_equal(index_difference(&before), 96);
	assert_string_equal(index_percent_words(491, "nl", arena), "4,91 %");
	assert_string_equal(index_percent_words(-5, "en", arena), "-0.05 %");
}

static void test_half_a_cent_goes_up(void **state)
{
	(void)state;
	assert_int_equal(index_apply((struct money){ 3180 }, 470).cents, 3329);
	assert_int_equal(index_apply((struct money){ 50 }, 100).cents, 51);
	assert_int_equal(index_apply((struct money){ 49 }, 100).cents, 49);
	assert_int_equal(index_apply((struct money){ 3180 }, 0).cents, 3180);
	assert_int_equal(index_apply((struct money){ 3180 }, -100).cents, 3148);
}

/* A percentage that is not that of its parts is a slip in the file. */
static void test_figures_that_cannot_be(void **state)
{
	static const char *const wrong[] = { "2025;provisional;4,18;1,82;3,95;VNG", "2025;provisional;;;;VNG",
		                             "2025;provisional;4,18;1,82", "2025;provisional;;;veel;VNG" };

	for (size_t i = 0; i < COUNT(wrong); i++) {
		const char *file = arena_print(*state, "year;sort;ova;ppc;percent;source\n%s\n", wrong[i]);
		struct sheet sheet = sheet_open(file, strlen(file));
		struct index_year year;
		struct fault fault = { 0 };

		assert_int_equal(index_year_of(&sheet, 2025, *state, &year, &fault), FAILED);
	}
}

/* --- the rules --- */

static bool holds(const struct journal_rule *rules, size_t count, const char *code, const void *item)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(rules[i].code, code) == 0)
			return rules[i].holds(item);
	fail_msg("there is no rule %s", code);
	return false;
}

/* First the content of a programme, then the money: no amount before. */
static void test_no_money_before_the_content(void **state)
{
	struct tariffs_proposed proposed = { .situation = { .is_finance_closed = true } };
	struct tariffs_set set = { .situation = { .is_finance_closed = true } };

	(void)state;
	assert_false(
		holds(tariffs_proposed_rules, TARIFFS_PROPOSED_RULES_COUNT, "tariff-programme", &proposed));
	assert_false(holds(tariffs_set_rules, TARIFFS_SET_RULES_COUNT, "tariff-set-programme", &set));
	proposed.situation.is_finance_closed = set.situation.is_finance_closed = false;
	assert_true(
		holds(tariffs_proposed_rules, TARIFFS_PROPOSED_RULES_COUNT, "tariff-programme", &proposed));
	assert_true(holds(tariffs_set_rules, TARIFFS_SET_RULES_COUNT, "tariff-set-programme", &set));
}

/* Who is of no corner signs for none. */
static void test_a_corner_signs(void **state)
{
	struct tariff_signed signature = { .situation = { .is_open = true, .needs_it = true } };

	(void)state;
	assert_false(holds(tariff_signed_rules, TARIFF_SIGNED_RULES_COUNT, "tariff-sign-corner", &signature));
	signature.situation.is_corner = true;
	assert_true(holds(tariff_signed_rules, TARIFF_SIGNED_RULES_COUNT, "tariff-sign-corner", &signature));
}

static int set_up(void **state)
{
	*state = arena_new((size_t)1 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_band_stays),
		cmocka_unit_test(test_the_cheese_slicer),
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_the_index_as_it_is_published),
		cmocka_unit_test(test_half_a_cent_goes_up),
		cmocka_unit_test(test_figures_that_cannot_be),
		cmocka_unit_test(test_no_money_before_the_content),
		cmocka_unit_test(test_a_corner_signs),
	};

	return cmocka_run_group_tests_name("tariff", tests, set_up, tear_down);
}
