/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/decision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* --- application --- */

static struct application good_application(void)
{
	return (struct application){
		.report = 2,
		.received_on = date_of(2023, 5, 15),
		.situation = { .today = date_of(2023, 5, 15),
		               .received_on = date_of(2023, 5, 1),
		               .investigation_due_on = date_of(2023, 6, 12),
		               .is_known_report = true,
		               .is_investigated = true },
	};
}

static void of_unknown_report(struct application *application)
{
	application->situation.is_known_report = false;
}

static void before_the_investigation(struct application *application)
{
	application->situation.is_investigated = false;
}

static void for_the_second_time(struct application *application)
{
	application->situation.is_applied = true;
}

static void before_the_report(struct application *application)
{
	application->received_on = date_of(2023, 4, 30);
}

static void applied_tomorrow(struct application *application)
{
	application->received_on = date_of(2023, 5, 16);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const application_breaks[])(struct application *) = {
	of_unknown_report, before_the_investigation, for_the_second_time, before_the_report, applied_tomorrow,
};

static void test_each_application_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(application_breaks), APPLICATION_RULES_COUNT);
	for (size_t i = 0; i < COUNT(application_breaks); i++) {
		struct application good = good_application(), broken = good_application();

		application_breaks[i](&broken);
		for (size_t n = 0; n < APPLICATION_RULES_COUNT; n++) {
			assert_true(application_rules[n].holds(&good));
			assert_int_equal(application_rules[n].holds(&broken), n != i);
		}
	}
}

/* Wmo 2015, art. 2.3.2 lid 9: when the six weeks have passed the road to an application is open. */
static void test_an_overrun_opens_the_application(void **state)
{
	struct application application = good_application();

	(void)state;
	application.situation.is_investigated = false;
	application.situation.today = application.received_on = date_of(2023, 6, 13);
	for (size_t n = 0; n < APPLICATION_RULES_COUNT; n++)
		assert_true(application_rules[n].holds(&application));
	application.received_on =
		date_of(2023, 6, 12); /* the last day of the six weeks itself is too early */
	assert_false(application_rules[1].holds(&application));
}

/* --- decision --- */

static struct decision good_decision(struct decision_line lines[static 2])
{
	lines[0] = (struct decision_line){ .product = "huishoudelijke-hulp",
		                           .amount = 150,
		                           .from = date_of(2023, 6, 1),
		                           .last_day = date_of(2024, 5, 31) };
	lines[1] = (struct decision_line){ .product = "kortdurend-verblijf",
		                           .amount = 3,
		                           .from = date_of(2023, 6, 1) };
	return (struct decision){
		.report = 2,
		.decided_on = date_of(2023, 5, 15),
		.outcome = "granted",
		.lines = { lines, 2 },
		.situation = { .today = date_of(2023, 5, 15),
		               .applied_on = date_of(2023, 5, 10),
		               .is_known_report = true,
		               .is_applied = true,
		               .is_known_product = true,
		               .weekly_has_last_day = true,
		               .norms_hold = true },
	};
}

static struct decision_line *second_line(struct decision *decision)
{
	return &((struct decision_line *)decision->lines.items)[1];
}

static void on_unknown_report(struct decision *decision)
{
	decision->situation.is_known_report = false;
}

static void without_application(struct decision *decision)
{
	decision->situation.is_applied = false;
}

static void decided_twice(struct decision *decision)
{
	decision->situation.is_decided = true;
}

static void before_the_application(struct decision *decision)
{
	decision->decided_on = date_of(2023, 5, 9);
}

static void decided_tomorrow(struct decision *decision)
{
	decision->decided_on = date_of(2023, 5, 16);
}

static void granting_nothing(struct decision *decision)
{
	decision->lines.count = 0;
}

static void refused_with_lines(struct decision *decision)
{
	decision->outcome = "refused";
}

static void with_unknown_product(struct decision *decision)
{
	decision->situation.is_known_product = false;
}

static void without_amount(struct decision *decision)
{
	second_line(decision)->amount = 0;
}

static void ending_before_it_begins(struct decision *decision)
{
	second_line(decision)->last_day = date_of(2023, 5, 31);
}

static void weekly_without_end(struct decision *decision)
{
	decision->situation.weekly_has_last_day = false;
}

static void with_doubled_product(struct decision *decision)
{
	second_line(decision)->product = "huishoudelijke-hulp";
}

static void over_a_running_one(struct decision *decision)
{
	decision->situation.overlaps = true;
}

static void by_a_struck_norm(struct decision *decision)
{
	decision->situation.norms_hold = false;
}

static void twice_in_a_household(struct decision *decision)
{
	decision->situation.is_in_household = true;
}

static void partly_without_saying_what_not(struct decision *decision)
{
	decision->outcome = "partial";
}

/* One that would do. */
static void add_budget(struct decision *decision)
{
	static struct personal_budget budget;

	budget = (struct personal_budget){ .product = "huishoudelijke-hulp",
		                           .euros = 320,
		                           .cents = 50,
		                           .per = "month",
		                           .how_found = "150 minuten per week.",
		                           .wish = "Ik ken deze hulp al jaren.",
		                           .able = "Mijn dochter beheert het.",
		                           .quality = "De hulp heeft een verklaring." };
	decision->budgets = (struct records){ .items = &budget, .count = 1 };
}

static void with_budget_for_something_else(struct decision *decision)
{
	add_budget(decision);
	((struct personal_budget *)decision->budgets.items)->product = "vervoer";
}

static void with_budget_without_wish(struct decision *decision)
{
	add_budget(decision);
	((struct personal_budget *)decision->budgets.items)->wish = NULL;
}

static void refusing_a_budget_without_words(struct decision *decision)
{
	decision->budget_refused = "not_able";
}

static void tied_without_words(struct decision *decision)
{
	static const char *const ties[] = { "income" };

	decision->ties = (struct texts){ .items = (const char **)(uintptr_t)ties, .count = 1 };
}

static void looked_at_after_the_end(struct decision *decision)
{
	struct decision_line *lines = decision->lines.items;

	lines[0].evaluate_on = decision_line_until(&lines[0]);
}

static void before_the_year_of_asking(struct decision *decision)
{
	second_line(decision)->from = date_of(2022, 12, 31);
}

static void for_a_hundred_years(struct decision *decision)
{
	((struct decision_line *)decision->lines.items)[0].last_day = date_of(2123, 1, 1);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const decision_breaks[])(struct decision *) = {
	on_unknown_report,
	without_application,
	decided_twice,
	before_the_application,
	decided_tomorrow,
	granting_nothing,
	refused_with_lines,
	with_unknown_product,
	without_amount,
	ending_before_it_begins,
	weekly_without_end,
	with_doubled_product,
	over_a_running_one,
	by_a_struck_norm,
	twice_in_a_household,
	partly_without_saying_what_not,
	with_budget_for_something_else,
	with_budget_without_wish,
	refusing_a_budget_without_words,
	before_the_year_of_asking,
	for_a_hundred_years,
	tied_without_words,
	looked_at_after_the_end,
};

static void test_each_decision_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(decision_breaks), DECISION_RULES_COUNT);
	for (size_t i = 0; i < COUNT(decision_breaks); i++) {
		struct decision_line good_lines[2], broken_lines[2];
		struct decision good = good_decision(good_lines), broken = good_decision(broken_lines);

		decision_breaks[i](&broken);
		for (size_t n = 0; n < DECISION_RULES_COUNT; n++) {
			assert_true(decision_rules[n].holds(&good));
			assert_int_equal(decision_rules[n].holds(&broken), n != i);
		}
	}
}

/* Wmo 2015, art. 2.3.6: for what the resident buys in no provider is looked for. */
static void test_a_budget_takes_a_line_out_of_help_in_kind(void **state)
{
	struct decision_line lines[2];
	struct decision decision = good_decision(lines);

	(void)state;
	assert_int_equal(decision_lines_in_kind(&decision), 2);
	add_budget(&decision);
	for (size_t n = 0; n < DECISION_RULES_COUNT; n++)
		assert_true(decision_rules[n].holds(&decision));
	assert_int_equal(decision_lines_in_kind(&decision), 1);
	assert_true(decision_line_is_budget(&decision, &lines[0]));
	assert_false(decision_line_is_budget(&decision, &lines[1]));
}

static void test_amounts_in_words(void **state)
{
	static const struct {
		int64_t cents;
		const char *figures, *words;
	} amounts[] = {
		{ 0, "€ 0,00", "nul euro" },
		{ 1205, "€ 12,05", "twaalf euro en vijf cent" },
		{ 2299, "€ 22,99", "tweeëntwintig euro en negenennegentig cent" },
		{ 32050, "€ 320,50", "driehonderdtwintig euro en vijftig cent" },
		{ 100000, "€ 1.000,00", "duizend euro" },
		{ 215300, "€ 2.153,00", "tweeduizend honderddrieënvijftig euro" },
		{ 99999999, "€ 999.999,99",
		  "negenhonderdnegenennegentigduizend negenhonderdnegenennegentig euro en negenennegentig "
		  "cent" },
	};
	struct arena *arena = arena_new(65536);

	(void)state;
	for (size_t i = 0; i < COUNT(amounts); i++) {
		const struct resident_amount amount = { amounts[i].cents };

		assert_string_equal(resident_amount_figures(amount, arena), amounts[i].figures);
		assert_string_equal(resident_amount_words(amount, arena), amounts[i].words);
	}
	arena_free(arena);
}

/* The most that the CAK collects is dated data. */
static void test_the_contribution_is_that_of_the_day(void **state)
{
	struct resident_amount amount;
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(contribution_most(date_of(2023, 12, 31), &amount, &fault), OK);
	assert_int_equal(amount.cents, 1900);
	assert_int_equal(contribution_most(date_of(2024, 1, 1), &amount, &fault), OK);
	assert_int_equal(amount.cents, 2060);
	assert_int_equal(contribution_most(date_of(2019, 12, 31), &amount, &fault), OK);
	assert_int_equal(amount.cents, 0);
}

static void test_a_line_of_one_day_is_right(void **state)
{
	struct decision_line lines[2];
	struct decision decision = good_decision(lines);

	(void)state;
	lines[0].last_day = lines[0].from;
	for (size_t n = 0; n < DECISION_RULES_COUNT; n++)
		assert_true(decision_rules[n].holds(&decision));
	assert_int_equal(decision_line_until(&lines[0]).day, lines[0].from.day + 1);
	assert_int_equal(decision_line_until(&lines[1]).day, DATE_LAST.day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_application_rule_has_its_example),
		cmocka_unit_test(test_an_overrun_opens_the_application),
		cmocka_unit_test(test_each_decision_rule_has_its_example),
		cmocka_unit_test(test_a_line_of_one_day_is_right),
		cmocka_unit_test(test_a_budget_takes_a_line_out_of_help_in_kind),
		cmocka_unit_test(test_amounts_in_words),
		cmocka_unit_test(test_the_contribution_is_that_of_the_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
