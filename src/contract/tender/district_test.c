/* SPDX-License-Identifier: EUPL-1.2 */
/* The solver's plans beside every plan there is, in small; and the words for what cannot be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tender/cap.h"
#include "contract/tender/fixture.h"
#include "contract/tender/plan.h"
#include "contract/tender/solver.h"
#include "shows.h"

#define HEADER "bidder,area,score\n"
#define SECONDS 30

static const char *area_names[] = { "d1", "d2", "d3", "d4" };
static const struct texts areas = { area_names, NULL, COUNT(area_names) };

static struct area_bids read_bids(struct tender_test *test, const char *file)
{
	test->findings = findings_new(test->arena, "nl");
	return area_bids_read(file, strlen(file), &areas, NULL, decimal_whole(10), &test->findings);
}

static struct plan_answer answer_to(struct tender_test *test, const struct plan_question *question)
{
	struct plan_answer answer = { 0 };
	struct fault fault = { "" };

	if (plan_best(question, "nl", test->arena, &answer, &fault) != OK)
		fail_msg("%s", fault.words);
	return answer;
}

static const char *party_of(const struct area_bids *bids, const struct plan *plan, size_t area)
{
	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].area == area && plan->is_chosen[i])
			return bids->bidders.items[bids->items[i].bidder];
	return "";
}

/* --- a town of four districts --- */

#define TOWN HEADER "h1,d1,9\nh1,d2,9\nh1,d3,9\nh1,d4,9\nh2,d1,8\nh2,d2,7.5\nh2,d3,6\nh3,d3,7\nh3,d4,8.5\n"

static void the_best_plan_and_the_next(void **state)
{
	struct tender_test *test = *state;
	struct area_bids bids = read_bids(test, TOWN);
	struct plan_question question = { &bids, 1, 2, SECONDS };
	struct plan_answer answer = answer_to(test, &question);

	assert_int_equal(answer.end, PLAN_FOUND);
	SHOWS("LEL-17 LEL-18", assert_true(plan_keeps(&question, answer.plan.is_chosen)));
	assert_int_equal(answer.plan.value.billionths, (9 * 2 + 8) * DECIMAL_ONE + 17 * DECIMAL_ONE / 2);
	assert_true(answer.plan.is_optimal);
	assert_true(plan_is_proven(&question, answer.plan.is_chosen));
	assert_string_equal(party_of(&bids, &answer.plan, 0), "h2");
	SHOWS("LEL-19", assert_int_equal(answer.concentration, 3750));
	assert_string_equal(answer.why.items[0],
	                    "h1 scoort in d1 hoger (9), maar heeft er al 2 en mag er niet meer hebben.");
	assert_string_equal(answer.why.items[answer.why.count - 1],
	                    "Het op een na beste plan is 34 waard, 0,5 minder: d1 naar h1 in plaats van h2, "
	                    "d2 naar h2 in plaats van h1.");
}

static void without_a_cap_one_has_all(void **state)
{
	struct tender_test *test = *state;
	struct area_bids bids = read_bids(test, TOWN);
	struct plan_question question = { &bids, 1, 0, SECONDS };
	struct plan_answer answer = answer_to(test, &question);

	assert_int_equal(answer.plan.value.billionths, 36 * DECIMAL_ONE);
	assert_int_equal(answer.concentration, 10000);
}

static void what_cannot_be_is_said(void **state)
{
	struct tender_test *test = *state;
	struct area_bids bids = read_bids(test, HEADER "h1,d1,9\nh2,d2,9\nh2,d3,9\nh2,d4,9\nh1,d4,3\n");
	struct plan_question question = { &bids, 1, 1, SECONDS };
	struct plan_answer answer = answer_to(test, &question);

	assert_int_equal(answer.end, PLAN_NONE);
	SHOWS("LEL-I3", assert_string_equal(answer.why.items[0],
	                                    "d3 heeft geen inschrijver meer zodra h2 er 1 heeft."));
	assert_string_equal(answer.why.items[1], "Voor d2 en d3 samen schreven alleen h2 in.");
	question.per_area = 3;
	answer = answer_to(test, &question);
	assert_int_equal(answer.end, PLAN_NONE);
	assert_int_equal(answer.why.count, 4); /* each area that lacks bidders, not the last one alone */
	assert_string_equal(answer.why.items[0], "d1 heeft te weinig inschrijvers: nodig 3; er is h1.");
	assert_string_equal(answer.why.items[3], "d4 heeft te weinig inschrijvers: nodig 3; er is h1 en h2.");
}

static void capacity_and_travel_count(void **state)
{
	struct tender_test *test = *state;
	struct area_bids bids =
		read_bids(test, "bidder;area;score;capacity;travel\np;d1;9;1;5\np;d2;9;1;5\nq;d1;8;;5\n"
	                        "q;d2;8;;9,5\nq;d3;8;;1\nq;d4;8;;1\nr;d4;9;0;1\n");
	struct plan_question question = { &bids, 1, 0, SECONDS };
	struct plan_answer answer = answer_to(test, &question);

	assert_int_equal(test->findings.count, 0);
	assert_int_equal(answer.plan.value.billionths, 33 * DECIMAL_ONE);
	SHOWS("WES-11", assert_string_equal(party_of(&bids, &answer.plan, 1), "p"));
	assert_string_equal(party_of(&bids, &answer.plan, 3), "q");
}

static void clients_fill_a_capacity(void **state)
{
	struct tender_test *test = *state;
	static const char clients_file[] = "area,clients\nd1,100\nd2,60\nd3,50\nd4,10\n";
	static const char file[] =
		"bidder,area,score,capacity\np,d1,9,110\np,d2,9,110\np,d3,9,110\np,d4,1,110\n"
		"q,d1,1,500\nq,d2,1,500\nq,d3,1,500\nq,d4,1,500\n";
	const int64_t *clients =
		area_clients_read(clients_file, strlen(clients_file), &areas, &test->findings);
	struct area_bids bids =
		area_bids_read(file, strlen(file), &areas, clients, decimal_whole(10), &test->findings);
	struct plan_question question = { &bids, 1, 0, SECONDS };
	struct plan_answer answer;

	assert_int_equal(test->findings.count, 0);
	answer = answer_to(test, &question);
	assert_int_equal(answer.plan.value.billionths, 20 * DECIMAL_ONE); /* d2 and d3, not d1 */
	assert_true(answer.plan.is_optimal);
	assert_false(plan_is_proven(&question, answer.plan.is_chosen));
}

/* The cap holds for one that two become; who passes it as a subcontractor is not refused but seen. */
static void the_cap_is_looked_at_again(void **state)
{
	struct tender_test *test = *state;
	struct area_bids bids = read_bids(test, HEADER "h1,d1,9\nh2,d2,9\nh2,d3,9\nh3,d4,9\n");
	struct plan_question question = { &bids, 1, 2, SECONDS };
	const bool is_chosen[] = { true, true, true, true };
	struct cap_after after;

	after = cap_look(&question, is_chosen, &(struct cap_change){ CAP_MERGER, 0, 2 }, test->arena);
	assert_false(after.is_over);
	assert_int_equal(after.areas.count, 2);
	assert_int_equal(after.concentration_before, 3750);
	assert_int_equal(after.concentration_after, 5000);
	after = cap_look(&question, is_chosen, &(struct cap_change){ CAP_TAKEOVER, 1, 0 }, test->arena);
	SHOWS("LEL-I3", assert_true(after.is_over && after.is_refused));
	after = cap_look(&question, is_chosen, &(struct cap_change){ CAP_SUBCONTRACT, 0, 1 }, test->arena);
	assert_true(after.is_over && !after.is_refused);
	assert_int_equal(after.concentration_after, 3750);
}

/* --- every plan there is --- */

static int64_t any(uint64_t *seed, int64_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (int64_t)((*seed >> 32) % (uint64_t)below);
}

/* The highest value of all choices, of which there are at most 2^16; -1 when none keeps to what is asked. */
static int64_t best_of_all(const struct plan_question *question)
{
	const struct area_bids *bids = question->bids;
	int64_t best = -1;

	for (unsigned choice = 0; choice < 1U << bids->count; choice++) {
		bool is_chosen[16] = { false };
		int64_t value = 0;

		for (size_t i = 0; i < bids->count; i++) {
			is_chosen[i] = (choice >> i & 1) != 0;
			value += is_chosen[i] ? bids->items[i].score.billionths : 0;
		}
		if (value > best && plan_keeps(question, is_chosen))
			best = value;
	}
	return best;
}

static void no_plan_is_better(void **state)
{
	struct tender_test *test = *state;
	uint64_t seed = 20150101;

	for (int turn = 0; turn < 40; turn++) {
		const char *file = HEADER;
		struct plan_question question = { .per_area = 1 + any(&seed, 5) / 4,
			                          .max_per_party = 1 + any(&seed, 3),
			                          .seconds = SECONDS };
		struct plan_answer answer;
		struct area_bids bids;
		int64_t best;

		for (int bidder = 0; bidder < 4; bidder++)
			for (int area = 0; area < 4; area++)
				if (any(&seed, 4) > 0)
					file = arena_print(test->arena, "%sp%d,d%d,%d.%d\n", file, bidder,
					                   area + 1, (int)any(&seed, 10),
					                   (int)any(&seed, 100));
		bids = read_bids(test, file);
		question.bids = &bids;
		answer = answer_to(test, &question);
		best = best_of_all(&question);
		assert_int_equal(answer.end, best < 0 ? PLAN_NONE : PLAN_FOUND);
		assert_true(answer.why.count > 0);
		if (best < 0)
			continue;
		assert_int_equal(answer.plan.value.billionths, best);
		assert_true(answer.plan.is_optimal && plan_is_proven(&question, answer.plan.is_chosen));
	}
}

/* A plan that is not the best is not proven. */
static void a_worse_plan_has_no_proof(void **state)
{
	struct tender_test *test = *state;
	struct area_bids bids =
		read_bids(test, HEADER "p,d1,5\np,d2,9.000000001\np,d3,1\np,d4,1\nq,d1,9\nq,d2,5\n");
	struct plan_question question = { &bids, 1, 0, SECONDS };
	bool best[] = { false, true, true, true, true, false },
	     worse[] = { true, true, true, true, false, false },
	     short_of[] = { false, true, true, false, true, false };

	assert_true(plan_is_proven(&question, best));
	assert_false(plan_is_proven(&question, worse));
	assert_false(plan_is_proven(&question, short_of));
}

/* --- files and the solver --- */

static const struct {
	const char *file;
	int line;
	const char *code;
} wrong[] = {
	{ "", 1, "table-empty" },
	{ HEADER, 1, "bid-none" },
	{ "bidder,area\np,d1\n", 1, "table-column" },
	{ HEADER "p,d9,8\n", 2, "bid-area" },
	{ HEADER "p,d1,best\n", 2, "table-number" },
	{ HEADER "p,d1,8\nq,d1,8\np,d1,9\n", 4, "bid-doubled" },
	{ "bidder,area,score,capacity\np,d1,8,1.5\n", 2, "bid-whole" },
	{ HEADER "p,d1,8\nq,d1,11\n", 3, "bid-score" },
	{ HEADER "p,d1,10\nq,d1,10.1\n", 3, "bid-score" },
	{ HEADER "P,d1,8\n p ,d2,8\n", 3, "bidder-alike" },
};

static void a_wrong_file_is_no_plan(void **state)
{
	struct tender_test *test = *state;
	static const char lacking[] = "area,clients\nd1,5\nd2,5\nd3,5\n";

	for (size_t i = 0; i < COUNT(wrong); i++) {
		(void)read_bids(test, wrong[i].file);
		if (test->findings.count != 1 || strcmp(test->findings.items[0].code, wrong[i].code) != 0 ||
		    test->findings.items[0].line != wrong[i].line)
			fail_msg("%zu: not only %s on line %d", i, wrong[i].code, wrong[i].line);
	}
	test->findings = findings_new(test->arena, "nl");
	assert_null(area_clients_read(lacking, strlen(lacking), &areas, &test->findings));
	assert_string_equal(test->findings.items[0].code, "area-clients");
}

static void what_the_solver_says(void **state)
{
	struct tender_test *test = *state;
	struct solver_answer answer;
	struct fault fault = { "" };

	assert_int_equal(
		solver_run(
			"Maximize\n g: + 3 x1 + 2 x2\nSubject To\n c: + x1 + x2 = 1\nBinary\n x1\n x2\nEnd\n",
			2, SECONDS, test->arena, &answer, &fault),
		OK);
	assert_int_equal(answer.end, SOLVER_BEST);
	assert_true(answer.is_one[0] && !answer.is_one[1]);
	assert_int_equal(solver_run("Maximize\n g: + 3 x1\nSubject To\n c: + x1 >= 2\nBinary\n x1\nEnd\n", 1,
	                            SECONDS, test->arena, &answer, &fault),
	                 OK);
	assert_int_equal(answer.end, SOLVER_NONE);
	assert_int_equal(solver_run("this is no question", 1, SECONDS, test->arena, &answer, &fault), FAILED);
	assert_true(fault.words[0] != '\0');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_best_plan_and_the_next, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(without_a_cap_one_has_all, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(what_cannot_be_is_said, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(capacity_and_travel_count, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(clients_fill_a_capacity, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(the_cap_is_looked_at_again, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(no_plan_is_better, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(a_worse_plan_has_no_proof, tender_test_begin,
		                                tender_test_end),
		cmocka_unit_test_setup_teardown(a_wrong_file_is_no_plan, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(what_the_solver_says, tender_test_begin, tender_test_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
