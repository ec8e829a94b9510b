/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/transition/move.h"

static struct resident_move good_move(struct moved_support *support)
{
	*support = (struct moved_support){
		.assignment = 12, .product = "hulp", .deliverer = "een", .party = "een"
	};
	return (struct resident_move){
		.person = 7,
		.street = "Nieuwstraat",
		.house_number = 3,
		.postcode = "9861 AB",
		.place = "Grootegast",
		.from = date_of(2023, 6, 1),
		.told_on = date_of(2023, 5, 10),
		.told_how = "phone",
		.old_area = "Zuidhorn",
		.new_area = "Grootegast",
		.support = { support, 1 },
		.situation = { .today = date_of(2023, 5, 15), .is_known_person = true },
	};
}

static void of_a_stranger(struct resident_move *move)
{
	move->situation.is_known_person = false;
}

static void to_no_house(struct resident_move *move)
{
	move->house_number = 0;
}

static void to_elsewhere(struct resident_move *move)
{
	move->new_area = NULL;
}

static void before_the_last_move(struct resident_move *move)
{
	move->situation.last_move_on = date_of(2023, 6, 1);
}

static void told_on_the_day(struct resident_move *move)
{
	move->told_on = move->situation.today = move->from;
}

static void told_tomorrow(struct resident_move *move)
{
	move->told_on = date_of(2023, 5, 16);
}

static void in_another_century(struct resident_move *move)
{
	move->from = date_of(9999, 1, 1);
}

/* In the order of the rules: each breaks one rule and no other. */
static void (*const breaks[])(struct resident_move *) = {
	of_a_stranger,   to_no_house,   to_elsewhere,       before_the_last_move,
	told_on_the_day, told_tomorrow, in_another_century,
};

static void each_rule_has_its_example(void **state)
{
	struct moved_support support;
	struct resident_move good = good_move(&support);

	(void)state;
	assert_int_equal(COUNT(breaks), MOVE_RULES_COUNT);
	for (size_t i = 0; i < MOVE_RULES_COUNT; i++) {
		struct resident_move move = good_move(&support);

		assert_true(move_rules[i].holds(&good));
		breaks[i](&move);
		for (size_t n = 0; n < MOVE_RULES_COUNT; n++)
			assert_int_equal(move_rules[n].holds(&move), n != i);
	}
}

/* Where everybody goes along there is nothing to tell. */
static void nobody_need_be_told_when_nothing_changes(void **state)
{
	struct moved_support stays = { .assignment = 12, .stays = true }, stops;
	struct resident_move move = good_move(&stops);

	(void)state;
	move.support.items = &stays;
	move.told_on = (struct date){ 0 };
	move.told_how = NULL;
	for (size_t i = 0; i < MOVE_RULES_COUNT; i++)
		assert_true(move_rules[i].holds(&move));
	move.support.items = &stops;
	assert_false(move_rules[4].holds(&move));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_has_its_example),
		cmocka_unit_test(nobody_need_be_told_when_nothing_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
