/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How long a tender's arithmetic takes, in milliseconds: award_bench sweep (128 bids judged again at 51
 * thresholds over 3,500 clients; then the same with both files read first), award_bench draw (1,000 runs
 * before there are marks), award_bench solve easy|hard FILE (60 areas over 8 bidders; the question is left in
 * the file for another solver).
 */
#include <stdio.h>
#include <string.h>

#include "contract/tender/assume.h"
#include "contract/tender/fixture.h"
#include "contract/tender/plan.h"
#include "platform/base/clock.h"

#define ROUNDS 50
#define RUNS 1000
#define AREAS 60
#define BIDDERS 8
#define SECONDS 300

static const struct what_if_range range = { { 5 * DECIMAL_ONE }, { 10 * DECIMAL_ONE } };

/* xorshift64: the same questions in every run. */
static int64_t any(uint64_t *seed, int64_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (int64_t)((*seed >> 32) % (uint64_t)below);
}

static int64_t read_and_sweep(struct tender_test *test, const char *marks, const char *clients_file,
                              bool is_reading)
{
	struct tender_bids bids = marks_read(marks, strlen(marks), &test->terms, &test->findings);
	struct clients clients =
		clients_read(clients_file, strlen(clients_file), &bids.bidders, &test->findings);
	int64_t begin = clock_running_ms();

	for (int round = 0; round < ROUNDS; round++) {
		CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)256 * 1024 * 1024);
		struct findings findings = findings_new(arena, "nl");

		if (is_reading) {
			bids = marks_read(marks, strlen(marks), &test->terms, &findings);
			clients = clients_read(clients_file, strlen(clients_file), &bids.bidders, &findings);
		}
		(void)what_if(&test->terms, &bids, &clients, &range, arena);
	}
	return clock_running_ms() - begin;
}

static void sweep(struct tender_test *test)
{
	size_t length = 0;
	const char *marks = tender_test_file(test, "tests/award/zwolle.csv", &length),
		   *clients = tender_test_file(test, "tests/award/clients.csv", &length);

	test->terms = tender_test_scheme(test, "schemes/zwolle.yaml");
	printf("%.3f ", (double)read_and_sweep(test, marks, clients, false) / ROUNDS);
	printf("%.3f\n", (double)read_and_sweep(test, marks, clients, true) / ROUNDS);
}

static void draw_marks(struct tender_test *test)
{
	size_t length = 0;
	const char *file = tender_test_file(test, "tests/award/assumed.csv", &length),
		   *clients_file = tender_test_file(test, "tests/award/clients.csv", &length);
	const struct draw draw = { .runs = RUNS, .seed = 1 };
	struct assumption assumption;
	struct clients clients;
	int64_t begin;

	test->terms = tender_test_scheme(test, "schemes/zwolle.yaml");
	assumption = assumption_read(file, strlen(file), &test->terms, &test->findings);
	clients = clients_read(clients_file, strlen(clients_file), &assumption.bids.bidders, &test->findings);
	begin = clock_running_ms();
	(void)assume(&test->terms, &assumption, &clients, &range, &draw, test->arena);
	printf("%lld\n", (long long)(clock_running_ms() - begin));
}

/* Easy: a cap, and scores that lie apart. Hard: scores that hardly differ, and two percent of capacity to
 * spare. */
static struct area_bids question_of(struct tender_test *test, bool is_hard)
{
	struct area_bids bids = { .bidders = { .arena = test->arena } };
	int64_t *clients = ARENA_MANY(test->arena, AREAS, int64_t),
		*capacity = ARENA_MANY(test->arena, BIDDERS, int64_t);
	int64_t all = 0;
	uint64_t seed = 60 * 8;

	bids.items = ARENA_MANY(test->arena, (size_t)AREAS * BIDDERS, struct area_bid);
	bids.areas.items = ARENA_MANY(test->arena, AREAS, const char *);
	for (size_t i = 0; i < BIDDERS; i++)
		(void)names_add(&bids.bidders, arena_print(test->arena, "p%zu", i + 1));
	for (size_t i = 0; i < AREAS; i++) {
		bids.areas.items[bids.areas.count++] = arena_print(test->arena, "d%zu", i + 1);
		clients[i] = is_hard ? 50 + any(&seed, 101) : 1;
		all += clients[i];
		for (size_t j = 0; j < BIDDERS; j++)
			bids.items[bids.count++] = (struct area_bid){
				.bidder = j,
				.area = i,
				.score = { (is_hard ? 700 + any(&seed, 100) : any(&seed, 1000)) *
				           (DECIMAL_ONE / 100) }
			};
	}
	for (size_t i = 0; i < BIDDERS; i++)
		capacity[i] = is_hard ? all * 102 / (100 * BIDDERS) : INT64_MAX;
	bids.clients = clients;
	bids.capacity = capacity;
	return bids;
}

static int solve(struct tender_test *test, bool is_hard, const char *path)
{
	CLEANUP(text_done) struct text lp = text_new((size_t)16 * 1024 * 1024);
	struct area_bids bids = question_of(test, is_hard);
	const struct plan_question question = { &bids, 1, is_hard ? 0 : AREAS / BIDDERS + 1, SECONDS };
	const struct plan_ask all = { 0 };
	struct plan_answer answer = { 0 };
	struct fault fault = { "" };
	FILE *file = fopen(path, "w");
	int64_t begin;

	plan_to_lp(&question, &all, &lp);
	if (file == NULL || fputs(text_words(&lp), file) < 0 || fclose(file) != 0)
		return 3;
	begin = clock_running_ms();
	if (plan_solve(&question, &all, test->arena, &answer, &fault) != OK || answer.end != PLAN_FOUND) {
		fprintf(stderr, "%s\n", fault.words[0] == '\0' ? "no plan" : fault.words);
		return 3;
	}
	printf("%lld %d\n", (long long)(clock_running_ms() - begin), answer.plan.is_optimal);
	return 0;
}

int main(int argc, char **argv)
{
	void *state = NULL;
	const char *what = argc > 1 ? argv[1] : "";
	int code = 0;

	(void)tender_test_begin(&state);
	if (strcmp(what, "sweep") == 0)
		sweep(state);
	else if (strcmp(what, "draw") == 0)
		draw_marks(state);
	else if (strcmp(what, "solve") == 0 && argc == 4)
		code = solve(state, strcmp(argv[2], "hard") == 0, argv[3]);
	else
		code = 2;
	(void)tender_test_end(&state);
	return code;
}
