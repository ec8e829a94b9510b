/* SPDX-License-Identifier: EUPL-1.2 */
/* What may follow in each state of what judges were asked: no outcome contradicts another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/assessment/relief.h"

/* A round after so many acts: asked in time or late and still open, granted, withdrawn. */
static const struct example {
	struct stand stand;
	enum relief_state state;
	bool may[RELIEF_ACTS_COUNT]; /* ask, end, anew by court, anew of own, withdraw, sign */
} examples[] = {
	{ { .round = 1 }, RELIEF_NONE, { true, false, false, true, true, true } },
	{ { .reliefs = 1, .pending = 1 }, RELIEF_ASKED, { true, true, false, false, false, false } },
	{ { .pending = 1 }, RELIEF_ASKED_LATE, { true, true, false, false, false, true } },
	{ { .reliefs = 1, .pending = 2 }, RELIEF_ASKED, { true, true, false, false, false, false } },
	{ { .upheld = 1 }, RELIEF_GRANTED, { true, false, true, false, true, false } },
	{ { .upheld = 1, .pending = 1 }, RELIEF_ASKED, { true, true, false, false, false, false } },
	{ { .upheld = 1, .withdrawn_on = { 9 } }, RELIEF_OVER, { false, false, false, false, false, false } },
};

static void states_allow_what_they_should(void **state)
{
	bool is_met[RELIEF_STATES_COUNT] = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		assert_int_equal(relief_state(&examples[i].stand), examples[i].state);
		is_met[examples[i].state] = true;
		for (int act = 0; act < RELIEF_ACTS_COUNT; act++)
			assert_int_equal(relief_allows(&examples[i].stand, (enum relief_act)act),
			                 examples[i].may[act]);
	}
	for (size_t i = 0; i < RELIEF_STATES_COUNT; i++)
		assert_true(is_met[i]);
}

/* Whatever the state: a judge's ground and one's own never both hold, and nobody signs what is assessed anew.
 */
static void nothing_contradicts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		const struct stand *stand = &examples[i].stand;

		assert_false(relief_allows(stand, RELIEF_ANEW_BY_COURT) &&
		             relief_allows(stand, RELIEF_ANEW_OF_OWN));
		assert_false(relief_allows(stand, RELIEF_ANEW_BY_COURT) && relief_allows(stand, RELIEF_SIGN));
		assert_false(relief_allows(stand, RELIEF_END) && relief_allows(stand, RELIEF_ANEW_OF_OWN));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_allow_what_they_should),
		cmocka_unit_test(nothing_contradicts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
