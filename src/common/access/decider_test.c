/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/decider.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/access/access.h"

static bool may(const char *written)
{
	struct access_account accounts[] = {
		{ .account = "bas", .name = "Bas Besluit", .role = "decider" },
		{ .account = "babs", .name = "Babs Besluit", .role = "decider" },
		{ .account = "jan", .name = "Jan Jansen", .role = "decider" },
		{ .account = "jan2", .name = "Jan Jansen", .role = "decider" },
		{ .account = "lotte", .name = "Lotte Loket", .role = "desk" },
		{ .account = "weg", .name = "Wil Weg", .role = "decider", .closed_on = { 19000 } },
		{ .account = "oud", .name = "Babs Besluit", .role = "decider", .closed_on = { 19000 } },
	};
	const struct records all = { accounts, COUNT(accounts) };
	struct arena *arena = arena_new((size_t)1 << 20);
	bool is_among = decider_is(&all, written, arena);

	arena_free(arena);
	return is_among;
}

static void a_decider_is_named_in_full(void **state)
{
	(void)state;
	assert_true(may("Bas Besluit"));
	assert_false(may("B. Besluit"));
	assert_false(may("B. Fout Besluit"));
	assert_false(may("Bas"));
	assert_false(may(""));
}

static void who_may_not_or_no_more_is_no_decider(void **state)
{
	(void)state;
	assert_false(may("Lotte Loket"));
	assert_false(may("Wil Weg"));
}

static void who_share_a_name_are_told_apart(void **state)
{
	(void)state;
	assert_false(may("Jan Jansen"));
	assert_true(may("Jan Jansen (jan)"));
	assert_true(may("Jan Jansen (jan2)"));
	assert_true(may("Babs Besluit")); /* the other one is closed */
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_decider_is_named_in_full),
		                            cmocka_unit_test(who_may_not_or_no_more_is_no_decider),
		                            cmocka_unit_test(who_share_a_name_are_told_apart) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
