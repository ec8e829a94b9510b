/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/assessment/owed.h"
#include "contract/assessment/stand.h"

/* Two bids in one lot and one in another; coen has an interest in the second. */
struct world {
	struct owed_assessor assessors[4];
	struct owed_bid bids[3];
	struct owed_conflict conflicts[1];
};

static struct owed all(struct world *world)
{
	*world = (struct world){
		.assessors = { { "bea", "Bea", "policy", true },
		               { "piet", "Piet", "practice", true },
		               { "coen", "Coen", "contract", true },
		               { "cora", "Cora", "contract", true } },
		.bids = { { 11, "Een", "een", "oost" },
		          { 12, "Twee", "twee", "oost" },
		          { 13, "Drie", "drie", "west" } },
		.conflicts = { { "coen", 12 } },
	};
	return (struct owed){ .assessors = { world->assessors, COUNT(world->assessors) },
		              .bids = { world->bids, COUNT(world->bids) },
		              .conflicts = { world->conflicts, COUNT(world->conflicts) },
		              .criteria_count = 5 };
}

static void an_interest_takes_a_bid_away(void **state)
{
	struct world world;
	const struct owed owed = all(&world);

	(void)state;
	assert_int_equal(owed_by(&owed, "bea", NULL), 15);
	assert_int_equal(owed_by(&owed, "coen", NULL), 10);
	assert_int_equal(owed_by(&owed, "coen", "oost"), 5);
	assert_int_equal(owed_in(&owed, "oost"), 35);
	assert_true(owed_has_conflict(&owed, "coen", 12));
	assert_false(owed_has_conflict(&owed, "coen", 11));
}

static void a_lot_is_complete_when_the_last_mark_is_in(void **state)
{
	struct world world;
	const struct owed owed = all(&world);

	(void)state;
	assert_false(owed_is_complete(&owed, "oost", 34));
	assert_true(owed_is_complete(&owed, "oost", 35));
	assert_true(owed_is_complete(&owed, "west", 20));
	assert_false(owed_is_complete(&owed, "noord", 0)); /* has no bids */
}

static void each_corner_has_somebody_for_each_bid(void **state)
{
	struct world world;
	struct owed owed = all(&world);

	(void)state;
	assert_null(owed_gap(&owed, 12));
	owed.assessors.count = 3; /* without cora nobody of contract may mark 12 */
	assert_string_equal(owed_gap(&owed, 12), "contract");
	assert_null(owed_gap(&owed, 11));
	assert_false(owed_is_complete(&owed, "oost", owed_in(&owed, "oost")));
	assert_true(owed_is_complete(&owed, "west", owed_in(&owed, "west")));
}

static void steps_follow_each_other(void **state)
{
	struct stand stand = { .is_known = true, .round = 1, .today = date_of(2018, 5, 1) };

	(void)state;
	assert_int_equal(stand_step(&stand), STAND_NONE);
	stand.bids = 3;
	assert_int_equal(stand_step(&stand), STAND_MARKING);
	stand.unsealed = 1;
	assert_int_equal(stand_step(&stand), STAND_AGREEING);
	stand.frozen_on = date_of(2018, 4, 1);
	assert_int_equal(stand_step(&stand), STAND_FROZEN);
	stand.decided_on = date_of(2018, 4, 2);
	stand.winners = 2;
	assert_int_equal(stand_step(&stand), STAND_DECIDED);
	stand.standstill_until = date_of(2018, 5, 1);
	assert_int_equal(stand_step(&stand), STAND_STANDSTILL);
	stand.today = date_of(2018, 5, 2);
	assert_int_equal(stand_step(&stand), STAND_SIGNING);
	stand.reliefs = 1;
	assert_int_equal(stand_step(&stand), STAND_STANDSTILL);
	stand.reliefs = 0;
	stand.upheld = 1;
	assert_int_equal(stand_step(&stand), STAND_STANDSTILL);
	stand.upheld = 0;
	stand.signatures = 2;
	assert_int_equal(stand_step(&stand), STAND_SIGNED);
	stand.published_on = date_of(2018, 5, 3);
	assert_int_equal(stand_step(&stand), STAND_PUBLISHED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_interest_takes_a_bid_away),
		cmocka_unit_test(a_lot_is_complete_when_the_last_mark_is_in),
		cmocka_unit_test(each_corner_has_somebody_for_each_bid),
		cmocka_unit_test(steps_follow_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
