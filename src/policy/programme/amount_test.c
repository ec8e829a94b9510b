/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ZWO-68: content and money are apart, so an amount in words is seen for what it is. */
static void amounts_are_seen(void **state)
{
	static const char *const amounts[] = {
		"Het tarief wordt \xE2\x82\xAC 28",
		"28 euro per uur",
		"Euro 28",
		"EUR 28,50",
		"wel 30 euro's per keer",
		"tachtig euro",
		"een tarief van 28,50 per uur",
		"1.250,- per jaar",
		"er is 3 miljoen voor",
		"50 cent erbij",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(amounts); i++)
		if (!amount_stands_in(amounts[i]))
			fail_msg("no amount was seen in: %s", amounts[i]);
}

static void what_is_no_amount_may_be_written(void **state)
{
	static const char *const others[] = {
		"Wij praten over geld als de inhoud klaar is.",
		"Van 10.30 tot 12.00 uur, op 3 mei 2018.",
		"De inwoner krijgt 2,5 uur hulp, in 100 procent van de gevallen.",
		"Vijf van de 128 aanbieders, in Europa.",
		"Zij ging in het centrum wonen; miljoenen mensen ook.",
		"",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++)
		if (amount_stands_in(others[i]))
			fail_msg("an amount was seen in: %s", others[i]);
	assert_false(amount_stands_in(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_seen),
		cmocka_unit_test(what_is_no_amount_may_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
