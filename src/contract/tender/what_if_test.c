/* SPDX-License-Identifier: EUPL-1.2 */
/* The sweep, which counts only what changes, beside judging every threshold anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tender/fixture.h"
#include "contract/tender/what_if.h"
#include "shows.h"

/* xorshift64: the same tenders in every run. */
static int64_t any(uint64_t *seed, int64_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (int64_t)((*seed >> 32) % (uint64_t)below);
}

static const char *const bidders[] = { "p", "q", "r", "s", "t", "u" };
static const char *const areas[] = { "oost", "west", "elders" };
static const char *const expertise[] = { "autisme", "dementie" };

static struct names names_of(const char *const *items, size_t count, struct arena *arena)
{
	struct names names = { .arena = arena };

	for (size_t i = 0; i < count; i++)
		(void)names_add(&names, items[i]);
	return names;
}

/* Bids with marks by two assessors, by halves and thirds. */
static struct tender_bids any_bids(struct tender_test *test, uint64_t *seed)
{
	struct tender_bids bids = { .bidders = names_of(bidders, COUNT(bidders), test->arena) };

	bids.items = ARENA_MANY(test->arena, 2 * COUNT(bidders), struct tender_bid);
	for (size_t lot = 0; lot < 2; lot++)
		for (size_t bidder = 0; bidder < COUNT(bidders); bidder++) {
			struct fraction *means = ARENA_MANY(test->arena, 2, struct fraction);

			if (any(seed, 5) == 0)
				continue;
			for (size_t i = 0; i < 2; i++)
				means[i] = (struct fraction){
					(int64_t)3 * (40 + any(seed, 60)) * DECIMAL_ONE / 10, 3
				};
			bids.items[bids.count++] = (struct tender_bid){ lot, bidder, means, 0 };
		}
	return bids;
}

static struct clients any_clients(struct tender_test *test, uint64_t *seed)
{
	struct clients clients = { .areas = names_of(areas, COUNT(areas), test->arena),
		                   .expertise = names_of(expertise, COUNT(expertise), test->arena) };

	clients.groups = ARENA_MANY(test->arena, 64, struct client_group);
	for (size_t bidder = 0; bidder <= COUNT(bidders); bidder++)
		for (size_t area = 0; area < COUNT(areas); area++) {
			struct client_group group = { bidder == COUNT(bidders) ? NAMES_NONE : bidder, area,
				                      (size_t)any(seed, 2), 1 + any(seed, 9) };

			if (any(seed, 3) == 0)
				continue;
			clients.groups[clients.groups_count++] = group;
			clients.total += group.clients;
		}
	clients.is_small = ARENA_MANY(test->arena, COUNT(bidders), bool);
	for (size_t i = 0; i < COUNT(bidders); i++)
		clients.is_small[i] = any(seed, 2) == 0;
	return clients;
}

/* What a step should be, judged anew. */
struct plain {
	const struct tender_terms *terms;
	const struct tender_bids *bids;
	const struct clients *clients;
	struct award_outcome outcomes[2 * COUNT(bidders)];
};

static bool stays(const struct plain *plain, const struct client_group *group)
{
	for (size_t i = 0; i < plain->bids->count; i++)
		if (plain->bids->items[i].bidder == group->bidder && plain->outcomes[i].why == AWARD_WON &&
		    (group->area == 2 || group->area == plain->bids->items[i].lot))
			return true;
	return false;
}

static bool wins(const struct plain *plain, size_t bidder)
{
	for (size_t i = 0; i < plain->bids->count; i++)
		if (plain->bids->items[i].bidder == bidder && plain->outcomes[i].why == AWARD_WON)
			return true;
	return false;
}

static void same_step(struct plain *plain, const struct what_if_step *step)
{
	struct tender_terms terms = *plain->terms;
	int64_t kept = 0;
	size_t awarded = 0;
	bool covered[COUNT(areas)] = { false }, there[COUNT(expertise)] = { false };

	terms.threshold = step->threshold;
	award_judge(&terms, plain->bids, plain->outcomes);
	for (size_t i = 0; i < plain->clients->groups_count; i++) {
		const struct client_group *group = &plain->clients->groups[i];

		if (!stays(plain, group))
			continue;
		kept += group->clients;
		covered[group->area] = there[group->expertise] = true;
	}
	for (size_t i = 0; i < COUNT(bidders); i++) {
		awarded += wins(plain, i) ? 1 : 0;
		assert_int_equal(step->small_lost[i], plain->clients->is_small[i] && !wins(plain, i));
	}
	assert_int_equal(step->awarded, awarded);
	assert_int_equal(step->clients_kept, kept);
	assert_int_equal(step->clients_moved, plain->clients->total - kept);
	for (size_t i = 0; i < COUNT(areas); i++)
		assert_int_equal(step->uncovered[i], !covered[i]);
	for (size_t i = 0; i < COUNT(expertise); i++)
		assert_int_equal(step->lost[i], !there[i]);
}

static void the_sweep_counts_as_judging_anew(void **state)
{
	struct tender_test *test = *state;
	const struct what_if_range range = { decimal_whole(4), decimal_whole(10) };
	uint64_t seed = 20180601;

	for (int turn = 0; turn < 200; turn++) {
		struct tender_bids bids = any_bids(test, &seed);
		struct clients clients = any_clients(test, &seed);
		struct plain plain = { .terms = &test->terms, .bids = &bids, .clients = &clients };
		const struct what_if_step *steps;

		test->terms.rule = (enum tender_rule)(turn % 3);
		steps = what_if(&test->terms, &bids, &clients, &range, test->arena);
		for (size_t i = 0; i < what_if_steps(&range); i++)
			same_step(&plain, &steps[i]);
	}
}

static void ranges(void **state)
{
	static const char *const wrong[] = { "", "5", "5..", "..10", "10..5", "5...10", "0..101", "5-10" };
	struct what_if_range range;

	(void)state;
	assert_true(what_if_range_read("5.0..10.0", &range));
	assert_int_equal(what_if_steps(&range), 51);
	assert_true(what_if_range_read("8..8", &range));
	assert_int_equal(what_if_steps(&range), 1);
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(what_if_range_read(wrong[i], &range));
}

static void of_the_scheme(void **state)
{
	struct tender_test *test = *state;
	const struct what_if_range range = { decimal_whole(5), decimal_whole(10) };
	size_t length = 0;
	const char *bytes = tender_test_file(test, "tests/award/zwolle.csv", &length);
	const struct what_if_step *steps;
	struct clients clients;
	struct tender_bids bids;

	test->terms = tender_test_scheme(test, "schemes/zwolle.yaml");
	bids = marks_read(bytes, length, &test->terms, &test->findings);
	bytes = tender_test_file(test, "tests/award/clients.csv", &length);
	clients = clients_read(bytes, length, &bids.bidders, &test->findings);
	assert_int_equal(test->findings.count, 0);
	assert_int_equal(clients.total, 3500);
	steps = what_if(&test->terms, &bids, &clients, &range, test->arena);
	SHOWS("ZWO-54 ZWO-I2", assert_int_equal(steps[30].awarded, 29));
	assert_true(steps[0].awarded > 100 && steps[50].awarded == 0);
	assert_int_equal(steps[50].clients_moved, 3500);
	assert_int_equal(steps[50].uncovered_count, clients.areas.count);
}

static void clients_that_are_wrong(void **state)
{
	struct tender_test *test = *state;
	struct names bidders_known = names_of(bidders, COUNT(bidders), test->arena);
	static const char doubled[] = "client,bidder,area\n1,p,oost\n2,q,oost\n1,p,west\n";
	static const char stranger[] = "bidder\np\nonbekend\n";
	struct clients clients = clients_read(doubled, strlen(doubled), &bidders_known, &test->findings);

	assert_int_equal(test->findings.count, 1);
	assert_string_equal(test->findings.items[0].code, "client-doubled");
	assert_int_equal(test->findings.items[0].line, 4);
	assert_int_equal(clients.total, 2);
	clients_read_small(stranger, strlen(stranger), &bidders_known, &clients, &test->findings);
	assert_int_equal(test->findings.count, 2);
	assert_string_equal(test->findings.items[1].code, "client-bidder");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_sweep_counts_as_judging_anew, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test(ranges),
		cmocka_unit_test_setup_teardown(of_the_scheme, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(clients_that_are_wrong, tender_test_begin, tender_test_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
