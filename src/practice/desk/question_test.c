/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/question.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A question that is for a partner, as it should be. */
static struct question good_question(void)
{
	return (struct question){
		.theme = "sport",
		.asked = "Waar kan ik sporten?",
		.channel = "phone",
		.asked_on = date_of(2022, 1, 1),
		.to = "preventie",
		.situation = { .today = date_of(2022, 1, 1),
		               .is_known_theme = true,
		               .has_route = true,
		               .is_open = true },
	};
}

static void by_unknown_person(struct question *question)
{
	question->person = 12;
}

static void about_unknown_theme(struct question *question)
{
	question->situation.is_known_theme = false;
	question->situation.has_route = false;
}

static void before_anybody_had_it(struct question *question)
{
	question->situation.has_route = false;
}

static void for_the_own_desk(struct question *question)
{
	question->situation.is_ours = true;
}

static void asked_tomorrow(struct question *question)
{
	question->asked_on = date_of(2022, 1, 2);
}

static void of_a_question_that_ended(struct question *question)
{
	question->situation.is_open = false;
}

static void sent_on_without_a_word(struct question *question)
{
	question->question = 12;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct question *) = {
	by_unknown_person, about_unknown_theme,      before_anybody_had_it,  for_the_own_desk,
	asked_tomorrow,    of_a_question_that_ended, sent_on_without_a_word,
};

static void a_good_question_breaks_nothing(void **state)
{
	struct question question = good_question();

	(void)state;
	for (size_t i = 0; i < QUESTION_RULES_COUNT; i++)
		assert_true(question_rules[i].holds(&question));
	question.person = 12;
	question.situation.is_known_person = true;
	assert_true(question_rules[0].holds(&question));
}

static void each_rule_has_an_example_that_breaks_it(void **state)
{
	(void)state;
	assert_int_equal(COUNT(breaks), QUESTION_RULES_COUNT);
	for (size_t i = 0; i < QUESTION_RULES_COUNT; i++) {
		struct question question = good_question();

		breaks[i](&question);
		for (size_t j = 0; j < QUESTION_RULES_COUNT; j++)
			assert_int_equal(question_rules[j].holds(&question), i != j);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_question_breaks_nothing),
		cmocka_unit_test(each_rule_has_an_example_that_breaks_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
