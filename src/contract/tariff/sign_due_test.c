/* SPDX-License-Identifier: EUPL-1.2 */
/* A signature that is asked is a task in its own corner alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tariff/sign_due.h"

static void each_corner_has_its_own_task(void **state)
{
	static const char *const corners[] = { "policy", "practice", "contract" };
	static const char *const codes[] = { "tariff-sign-policy", "tariff-sign-practice",
		                             "tariff-sign-contract" };

	(void)state;
	for (size_t i = 0; i < COUNT(corners); i++) {
		const struct tariff_sign_due due = { .proposal = 7, .corner = corners[i] };

		assert_string_equal(tariff_sign_due_rules[i].code, codes[i]);
		for (size_t j = 0; j < COUNT(corners); j++)
			assert_int_equal(tariff_sign_due_rules[j].holds(&due), i != j);
	}
}

static void a_task_has_a_number_of_its_own(void **state)
{
	(void)state;
	assert_int_equal(tariff_due_of(7, "policy"), 29);
	assert_int_equal(tariff_due_of(7, "contract"), 31);
	assert_int_equal(tariff_due_of(8, "policy"), 33);
	assert_int_equal(tariff_due_of(8, NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_corner_has_its_own_task),
		cmocka_unit_test(a_task_has_a_number_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
