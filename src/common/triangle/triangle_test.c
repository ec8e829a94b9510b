/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/triangle/triangle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct triangle_question good_question(void)
{
	return (struct triangle_question){
		.person = 7,
		.corner = "contract",
		.subject = "Tarief voor een weekend",
		.asked = "Mag een aanbieder op zondag iets anders rekenen?",
		.situation = { .today = date_of(2023, 5, 15), .is_known_person = true },
	};
}

static void of_nobody(struct triangle_question *question)
{
	question->situation.is_known_person = false;
}

static void with_a_name(struct triangle_question *question)
{
	question->situation.names_client = true;
}

static void with_a_number(struct triangle_question *question)
{
	question->situation.has_number = true;
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const question_breaks[])(struct triangle_question *) = { of_nobody, with_a_name,
	                                                               with_a_number };

static void each_rule_of_asking_has_its_example(void **state)
{
	struct triangle_question good = good_question();

	(void)state;
	assert_int_equal(COUNT(question_breaks), TRIANGLE_QUESTION_RULES_COUNT);
	for (size_t i = 0; i < TRIANGLE_QUESTION_RULES_COUNT; i++) {
		struct triangle_question question = good_question();

		assert_true(triangle_question_rules[i].holds(&good));
		question_breaks[i](&question);
		for (size_t n = 0; n < TRIANGLE_QUESTION_RULES_COUNT; n++)
			assert_int_equal(triangle_question_rules[n].holds(&question), n != i);
	}
}

static const struct triangle_turn_situation good_turn = { .is_known = true,
	                                                  .is_due = true,
	                                                  .is_one_of = true };

/* Of both kinds of turn: no such question, not its turn, somebody else's. */
static const struct triangle_turn_situation turn_breaks[TRIANGLE_TURN_RULES_COUNT] = {
	{ .is_due = true, .is_one_of = true },
	{ .is_known = true, .is_one_of = true },
	{ .is_known = true, .is_due = true },
};

static void each_rule_of_answering_has_its_example(void **state)
{
	const struct triangle_answer good = { .question = 9, .answer = "Nee.", .situation = good_turn };

	(void)state;
	assert_int_equal(COUNT(turn_breaks), TRIANGLE_TURN_RULES_COUNT);
	for (size_t i = 0; i < TRIANGLE_TURN_RULES_COUNT; i++) {
		struct triangle_answer answer = good;

		assert_true(triangle_answer_rules[i].holds(&good));
		answer.situation = turn_breaks[i];
		for (size_t n = 0; n < TRIANGLE_TURN_RULES_COUNT; n++)
			assert_int_equal(triangle_answer_rules[n].holds(&answer), n != i);
	}
}

static void each_rule_of_weighing_has_its_example(void **state)
{
	const struct triangle_weighing good = { .question = 9, .outcome = "helps", .situation = good_turn };
	struct triangle_weighing breaks[TRIANGLE_WEIGHING_RULES_COUNT];
	size_t last = COUNT(turn_breaks);

	(void)state;
	for (size_t i = 0; i < COUNT(turn_breaks); i++) {
		breaks[i] = good;
		breaks[i].situation = turn_breaks[i];
	}
	breaks[last] = good;
	breaks[last].outcome = "not_enough";
	assert_int_equal(COUNT(breaks), TRIANGLE_WEIGHING_RULES_COUNT);
	for (size_t i = 0; i < TRIANGLE_WEIGHING_RULES_COUNT; i++) {
		assert_true(triangle_weighing_rules[i].holds(&good));
		for (size_t n = 0; n < TRIANGLE_WEIGHING_RULES_COUNT; n++)
			assert_int_equal(triangle_weighing_rules[n].holds(&breaks[i]), n != i);
	}
	breaks[last].words = "Het gaat ook om de feestdagen.";
	assert_true(triangle_weighing_rules[last].holds(&breaks[last]));
}

/* What the corner need not know stays in the file: who it is, where, and the number. */
static void words_that_say_who_it_is_are_seen(void **state)
{
	const struct identity client = { .surname = "Bos", .street = "Ludemaweg" };
	const struct identity nobody = { .surname = NULL };

	(void)state;
	assert_true(triangle_names("Voor mevrouw BOS is meer nodig.", &client));
	assert_true(triangle_names("Bos", &client));
	assert_true(triangle_names("Aan de Ludemaweg 12 is geen aanbieder.", &client));
	assert_false(triangle_names("Kan iemand uit het bosgebied kiezen?", &client));
	assert_false(triangle_names("Een kerstbos voor wie in de Bosch\xC3\xA9 woont", &client));
	assert_false(triangle_names(NULL, &client));
	assert_false(triangle_names("Bos aan de Ludemaweg", &nobody));
	assert_true(triangle_has_number("het gaat om 999990019."));
	assert_false(triangle_has_number("tarief 2023: 1234,5678"));
	assert_false(triangle_has_number(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_asking_has_its_example),
		cmocka_unit_test(each_rule_of_answering_has_its_example),
		cmocka_unit_test(each_rule_of_weighing_has_its_example),
		cmocka_unit_test(words_that_say_who_it_is_are_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
