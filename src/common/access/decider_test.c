/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/decider.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void a_name_is_somebodys_however_it_is_written(void **state)
{
	(void)state;
	assert_true(decider_is("Bas Besluit", "Bas Besluit"));
	assert_true(decider_is("bas besluit", "Bas Besluit"));
	assert_true(decider_is("B. Besluit", "Bas Besluit"));
	assert_false(decider_is("D. Besluit", "Bas Besluit"));
	assert_false(decider_is("B. Anders", "Bas Besluit"));
	assert_false(decider_is("Babs Besluit", "Bas Besluit"));
	assert_false(decider_is("B", "Bas Besluit"));
	assert_false(decider_is("", "Bas Besluit"));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_name_is_somebodys_however_it_is_written) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
