/* SPDX-License-Identifier: EUPL-1.2 */
/* How many candidates a second one core judges: assign_bench SCHEME.yaml ... */
#include <stdio.h>

#include "common/scheme/scheme.h"
#include "platform/base/clock.h"
#include "practice/assignment/assign.h"

#define MAX_FILE_BYTES ((size_t)1024 * 1024)
#define ARENA_BYTES ((size_t)256 * 1024 * 1024)
#define QUESTIONS 4096
#define ROUND_MS 1000
#define ROUNDS 5

/* xorshift64: the same questions in every run. */
static uint32_t any(uint64_t *seed, size_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)((*seed >> 32) % below);
}

static struct assign_question any_question(const struct lane_set *set, uint64_t *seed)
{
	struct assign_question question = { .current = LANE_NONE, .since = date_of(2021, 1, 1) };

	question.product = (uint16_t)any(seed, set->products.count);
	question.area = (uint16_t)any(seed, set->areas.count);
	question.born = date_add_days(date_of(1930, 1, 1), (int32_t)any(seed, (size_t)75 * 365));
	question.on = date_add_days(date_of(2022, 1, 1), (int32_t)any(seed, (size_t)3 * 365));
	if (any(seed, 2) == 0)
		question.current = (uint16_t)any(seed, set->parties.count);
	return question;
}

/* One round of questions for about a second; returns candidates a second. */
static double measure(const struct lane_set *set, const struct assign_question *questions,
                      struct assign_answer *answer)
{
	int64_t begin = clock_running_ms(), spent = 0;
	uint64_t judged = 0;

	while (spent < ROUND_MS) {
		for (size_t i = 0; i < QUESTIONS; i++) {
			assign_judge(set, &questions[i], answer);
			judged += answer->count;
		}
		spent = clock_running_ms() - begin;
	}
	return 1000.0 * (double)judged / (double)spent;
}

static void bench(const struct lane_set *set, struct arena *arena)
{
	struct assign_question *questions = ARENA_MANY(arena, QUESTIONS, struct assign_question);
	struct assign_answer *answer = assign_answer_new(set, arena);
	uint64_t seed = 20230515;
	double best = 0;

	for (size_t i = 0; i < QUESTIONS; i++)
		questions[i] = any_question(set, &seed);
	for (int i = 0; i < ROUNDS; i++) {
		double speed = measure(set, questions, answer);

		best = speed > best ? speed : best;
	}
	printf("assign %s: %.1f million candidates a second on one core (best of %d)\n", set->scheme,
	       best / 1e6, ROUNDS);
}

static int bench_file(const char *name)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	char *bytes = arena_take(arena, MAX_FILE_BYTES);
	FILE *file = fopen(name, "rb");
	struct scheme scheme;
	struct lane_set set;
	size_t length;

	if (file == NULL) {
		fprintf(stderr, "%s cannot be opened\n", name);
		return 3;
	}
	length = fread(bytes, 1, MAX_FILE_BYTES, file);
	(void)fclose(file);
	if (scheme_read(bytes, length, &scheme, &findings) != OK) {
		fprintf(stderr, "%s:%d: %s\n", name, findings.items[0].line, findings.items[0].words);
		return 1;
	}
	set = scheme_lanes(&scheme, arena);
	bench(&set, arena);
	return 0;
}

int main(int argc, char **argv)
{
	int status = argc > 1 ? 0 : 2;

	for (int i = 1; i < argc && status == 0; i++)
		status = bench_file(argv[i]);
	return status;
}
