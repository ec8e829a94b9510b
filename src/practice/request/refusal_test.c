/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/request/refusal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void test_each_rule_is_broken_alone(void **state)
{
	struct erasure_refusal refusal = { .person = 1, .request = 2, .is_known = true, .is_open = true };

	(void)state;
	assert_int_equal(COUNT(erasure_refusal_rules), ERASURE_REFUSAL_RULES_COUNT);
	assert_true(erasure_refusal_rules[0].holds(&refusal) && erasure_refusal_rules[1].holds(&refusal));
	refusal.is_open = false;
	assert_true(erasure_refusal_rules[0].holds(&refusal));
	assert_false(erasure_refusal_rules[1].holds(&refusal));
	refusal.is_known = false;
	assert_false(erasure_refusal_rules[0].holds(&refusal));
	assert_true(erasure_refusal_rules[1].holds(&refusal));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_each_rule_is_broken_alone) };

	return cmocka_run_group_tests_name("refusal", tests, NULL, NULL);
}
