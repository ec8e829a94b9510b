/* SPDX-License-Identifier: EUPL-1.2 */
/* A scheme file, as anybody may write it: read, checked, and asked when it is right. */
#include <assert.h>

#include "common/scheme/scheme.h"
#include "practice/assignment/assign.h"

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every finding has a sentence and stands in the file, in the order of the lines. */
static void check_findings(const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		assert(findings->items[i].words[0] != '\0');
		assert(findings->items[i].line > 0 && findings->items[i].column > 0);
		assert(i == 0 || findings->items[i - 1].line <= findings->items[i].line);
	}
}

/* In a right scheme any question has an answer with reasons. */
static void ask(const struct lane_set *set, struct arena *arena)
{
	struct assign_answer *answer = assign_answer_new(set, arena);
	struct assign_question question = { .current = LANE_NONE,
		                            .born = date_of(1950, 1, 1),
		                            .on = date_of(2023, 5, 15) };
	const struct assign_view view = {
		.set = set, .question = &question, .answer = answer, .language = "nl", .arena = arena
	};

	assign_judge(set, &question, answer);
	assert(assign_words(&view).count > 0);
	question.current = 0;
	assign_judge(set, &question, answer);
	assert(answer->count > 0 && assign_words(&view).count > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct findings findings = findings_new(arena, "nl");
	struct scheme scheme;

	if (scheme_read((const char *)data, size, &scheme, &findings) == OK) {
		struct lane_set set = scheme_lanes(&scheme, arena);

		assert(findings.count == 0);
		ask(&set, arena);
	}
	check_findings(&findings);
	return 0;
}
