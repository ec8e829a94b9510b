/* SPDX-License-Identifier: EUPL-1.2 */
/* A norm set's file, as anybody may write it: read, checked, and each of its keys filled in when it is right.
 */
#include <assert.h>
#include <string.h>

#include "practice/plan/norm.h"

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The minutes of the lines are together the answer. */
static void add_up(const struct norm_answer *answer)
{
	const struct norm_sum_line *lines = answer->lines.items;
	int64_t sum = 0;

	for (size_t i = 0; i < answer->lines.count; i++) {
		assert(lines[i].because[0] != '\0');
		sum += lines[i].minutes;
	}
	assert(sum == answer->minutes_per_week);
}

static void ask(const struct norm_set *set, struct arena *arena)
{
	const struct norm_key *keys = set->keys.items;
	struct norm_given *given = ARENA_MANY(arena, set->keys.count + 1, struct norm_given);
	struct findings findings = findings_new(arena, "en");
	struct norm_answer answer;

	for (size_t i = 0; i < set->keys.count; i++) {
		const struct norm_choice *choices = keys[i].choices.items;

		given[i] =
			(struct norm_given){ keys[i].key, keys[i].choices.count > 0 ? choices[0].code : "1" };
	}
	if (norm_calculate(set, &(struct records){ given, set->keys.count }, set->valid_from, &answer,
	                   &findings) == OK)
		add_up(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	struct norm_set set;

	if (norm_set_read((const char *)data, size, &set, &findings) == OK)
		ask(&set, arena);
	return 0;
}
