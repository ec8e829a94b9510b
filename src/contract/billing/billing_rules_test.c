/* SPDX-License-Identifier: EUPL-1.2 */
/* Each rule of what a provider says for its claims, broken by something that breaks no other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/billing/billing.h"

static void assert_breaks(const struct journal_rule *rules, size_t count, const void *item, const char *code)
{
	for (size_t i = 0; i < count; i++)
		assert_int_equal(rules[i].holds(item), code == NULL || strcmp(rules[i].code, code) != 0);
}

static void each_rule_of_what_was_delivered(void **state)
{
	const struct care_delivered good = { .situation = { true, true, true, true, true } };
	struct care_delivered bad[CARE_DELIVERED_RULES_COUNT] = { good, good, good, good, good };
	static const char *const codes[] = { "delivered-order", "delivered-own", "delivered-chain",
		                             "delivered-day", "delivered-amount" };

	(void)state;
	assert_int_equal(COUNT(codes), CARE_DELIVERED_RULES_COUNT);
	bad[0].situation.is_known = false;
	bad[1].situation.is_own = false;
	bad[2].situation.is_in_chain = false;
	bad[3].situation.is_past = false;
	bad[4].situation.is_amount = false;
	assert_breaks(care_delivered_rules, COUNT(codes), &good, NULL);
	for (size_t i = 0; i < COUNT(codes); i++)
		assert_breaks(care_delivered_rules, COUNT(codes), &bad[i], codes[i]);
}

static void each_rule_of_a_claim(void **state)
{
	const struct claim_approved good = { .situation = { true, true, true, true, true } };
	struct claim_approved bad[CLAIM_APPROVED_RULES_COUNT] = { good, good, good, good, good };
	static const char *const names[] = { "claim-month-over", "claim-own", "claim-month-order",
		                             "claim-code", "claim-empty" };

	(void)state;
	assert_int_equal(COUNT(names), CLAIM_APPROVED_RULES_COUNT);
	bad[0].situation.is_over = false;
	bad[1].situation.is_own = false;
	bad[2].situation.follows = false;
	bad[3].situation.has_code = false;
	bad[4].situation.has_lines = false;
	assert_breaks(claim_approved_rules, COUNT(names), &good, NULL);
	for (size_t i = 0; i < COUNT(names); i++)
		assert_breaks(claim_approved_rules, COUNT(names), &bad[i], names[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_what_was_delivered),
		cmocka_unit_test(each_rule_of_a_claim),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
