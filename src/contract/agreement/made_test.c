/* SPDX-License-Identifier: EUPL-1.2 */
/* What an award leaves to do is a task while somebody is lacking, and none when nobody is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/agreement/made.h"

static void a_party_lacks_contact_persons(void **state)
{
	struct contacts_due due = { .agreement = "samen", .party = "een", .lacking = 3 };

	(void)state;
	assert_string_equal(contacts_due_rules[0].code, "contacts-lacking");
	assert_false(contacts_due_rules[0].holds(&due));
	due.lacking = 0;
	assert_true(contacts_due_rules[0].holds(&due));
}

static void parties_that_lost_wait_for_somebody(void **state)
{
	const char *parties[] = { "twee" };
	struct ending_due due = { .agreement = "samen", .parties = { .items = parties, .count = 1 } };

	(void)state;
	assert_string_equal(ending_due_rules[0].code, "ending-open");
	assert_false(ending_due_rules[0].holds(&due));
	due.parties.count = 0;
	assert_true(ending_due_rules[0].holds(&due));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_party_lacks_contact_persons),
		cmocka_unit_test(parties_that_lost_wait_for_somebody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
