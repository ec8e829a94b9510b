/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/wording/contact_details.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void telephone_numbers_are_seen(void **state)
{
	static const char *const numbers[] = {
		"Bel mij op 06-12345678.",
		"06 12 34 56 78",
		"0612345678",
		"038 498 12 34",
		"(038) 498 12 34",
		"038 - 4981234",
		"+31 6 12345678",
		"+31(0)612345678",
		"0031 38 4981234",
		"0800 1234",
		"tel.0900-12345",
		"+32 470 12 34 56",
		"op 04-03-2019 via 0612345678",
	};
	static const char *const others[] = {
		"op 04-03-2019 om 10:00 uur",
		"op 04-03-2019 10.30 uur",
		"2019-03-04",
		"van 01-01-2018 tot 31-12-2021",
		"30 uur per week, 128 inschrijvers",
		"artikel 2.134",
		"0,75",
		"kenmerk 12345678901",
		"06 uur",
		"tot 0",
		"",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (!contact_has_telephone(numbers[i]))
			fail_msg("no number was seen in: %s", numbers[i]);
	for (size_t i = 0; i < COUNT(others); i++)
		if (contact_has_telephone(others[i]))
			fail_msg("a number was seen in: %s", others[i]);
	assert_false(contact_has_telephone(NULL));
}

static void mail_addresses_are_seen(void **state)
{
	(void)state;
	assert_true(contact_has_mail("Mail naar inge@thuissamen.example."));
	assert_true(contact_has_mail("a.b+c@d-e.nl"));
	assert_false(contact_has_mail("@"));
	assert_false(contact_has_mail("3 @ 4"));
	assert_false(contact_has_mail("@naam"));
	assert_false(contact_has_mail("naam@werk"));
	assert_false(contact_has_mail("naam@"));
	assert_false(contact_has_mail(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(telephone_numbers_are_seen),
		cmocka_unit_test(mail_addresses_are_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
