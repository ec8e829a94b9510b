/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/correction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The codes of the rules that an item breaks, each followed by a blank. */
static const char *broken(const struct journal_rule *rules, size_t count, const void *item, char *ret_codes)
{
	size_t length = 0;

	ret_codes[0] = '\0';
	for (size_t i = 0; i < count; i++)
		if (!rules[i].holds(item)) {
			size_t bytes = strlen(rules[i].code);

			memcpy(ret_codes + length, rules[i].code, bytes);
			length += bytes;
			ret_codes[length++] = ' ';
			ret_codes[length] = '\0';
		}
	return ret_codes;
}

static void each_rule_of_a_correction_has_its_example(void **state)
{
	static const char *const codes[] = { "corrected-tender ",  "corrected-late ",
		                             "corrected-nothing ", "corrected-time ",
		                             "corrected-earlier ", "corrected-questions ",
		                             "corrected-short " };
	const struct tender_corrected good = { .situation = { true, true, true, true, true, true, true } };
	struct tender_corrected breaks[] = { good, good, good, good, good, good, good };
	char found[400];

	(void)state;
	assert_int_equal(COUNT(breaks), TENDER_CORRECTED_RULES_COUNT);
	breaks[0].situation.is_there = breaks[0].situation.is_open = false;
	breaks[1].situation.is_open = false;
	breaks[2].situation.changes = false;
	breaks[3].situation.is_time = false;
	breaks[4].situation.is_later = false;
	breaks[5].situation.leaves_answer = false;
	breaks[6].situation.leaves_time = false;
	assert_string_equal(broken(tender_corrected_rules, COUNT(breaks), &good, found), "");
	for (size_t i = 0; i < COUNT(breaks); i++)
		assert_string_equal(broken(tender_corrected_rules, COUNT(breaks), &breaks[i], found),
		                    codes[i]);
}

static void each_rule_of_another_holder_has_its_example(void **state)
{
	static const char *const codes[] = { "replaced-tender ", "replaced-opened ", "replaced-holder ",
		                             "replaced-clerk ",  "replaced-double ", "replaced-bids " };
	const struct key_holder_replaced good = { .situation = { true, true, true, true, true, true } };
	struct key_holder_replaced breaks[] = { good, good, good, good, good, good };
	char found[400];

	(void)state;
	assert_int_equal(COUNT(breaks), KEY_HOLDER_REPLACED_RULES_COUNT);
	breaks[0].situation.is_there = breaks[0].situation.is_closed = breaks[0].situation.is_holder = false;
	breaks[1].situation.is_closed = false;
	breaks[2].situation.is_holder = false;
	breaks[3].situation.is_clerk = false;
	breaks[4].situation.is_free = false;
	breaks[5].situation.is_before_bids = false;
	assert_string_equal(broken(key_holder_replaced_rules, COUNT(breaks), &good, found), "");
	for (size_t i = 0; i < COUNT(breaks); i++)
		assert_string_equal(broken(key_holder_replaced_rules, COUNT(breaks), &breaks[i], found),
		                    codes[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_a_correction_has_its_example),
		cmocka_unit_test(each_rule_of_another_holder_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
