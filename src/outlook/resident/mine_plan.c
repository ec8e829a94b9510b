/* SPDX-License-Identifier: EUPL-1.2 */
/* The plan as the resident reads it: the own goals first, how far each is, and how the help fits together. */
#include "outlook/resident/mine.h"

#include <assert.h>

#include "platform/base/words.h"
#include "practice/plan/plan_store.h"

static const struct field mine_score_fields[] = {
	FIELD(struct mine_score, on),
	FIELD(struct mine_score, score),
	FIELD(struct mine_score, words, .max_chars = 4000),
};
static const struct record mine_score_record = RECORD(struct mine_score, "mine_score", mine_score_fields);

static const struct field mine_goal_fields[] = {
	FIELD(struct mine_goal, words, .max_chars = 4000),
	FIELD(struct mine_goal, result, .max_chars = 4000),
	FIELD(struct mine_goal, last),
	FIELD(struct mine_goal, said, .max_chars = 4000),
	FIELD(struct mine_goal, earlier, .of = &mine_score_record),
};
const struct record mine_goal_record = RECORD(struct mine_goal, "mine_goal", mine_goal_fields);

/* How far a goal is: the last score in words, and those before it; scores come oldest first. */
static void tell_scores(const struct mine *mine, const struct records *all, int64_t goal,
                        struct mine_goal *told)
{
	const struct plan_score *scores = all->items, *last = NULL;
	struct mine_score *earlier;

	told->earlier = records_new(&mine_score_record, all->count, mine->arena);
	told->earlier.count = 0;
	earlier = told->earlier.items;
	assert((scores != NULL && earlier != NULL) || all->count == 0);
	for (size_t i = 0; i < all->count; i++) {
		if (scores[i].goal != goal)
			continue;
		if (last != NULL)
			earlier[told->earlier.count++] =
				(struct mine_score){ last->scored_on, last->score, last->words };
		last = &scores[i];
	}
	if (last == NULL)
		return;
	told->last = arena_print(
		mine->arena,
		web_words(mine->request,
	                  WORDS("Op %s spraken wij erover: u gaf het een %lld. Een 1 is nog lang niet, een "
	                        "10 is helemaal gelukt.")),
		mine_day(mine, last->scored_on), (long long)last->score);
	told->said = last->words;
}

enum status mine_make_plan(struct mine *mine)
{
	struct mine_view *view = mine->view;
	struct records plans, scores = { 0 };
	struct plan_content content = { 0 };
	const struct plan_kept *newest;
	const struct plan_goal *goals;
	enum status status = plans_of(mine->journal, mine->person, DATE_LAST, &plans, mine->fault);

	if (status != OK || plans.count == 0)
		return status;
	newest = plans.items;
	status = plan_content_of(mine->journal, mine->person, newest->version, &content, mine->fault);
	if (status == OK)
		status = plan_scores_of(mine->journal, mine->person, DATE_LAST, &scores, mine->fault);
	if (status)
		return status;
	view->planned_on = newest->made_on;
	view->arrangement = newest->arrangement;
	view->goals = records_new(&mine_goal_record, content.goals.count, mine->arena);
	goals = content.goals.items;
	for (size_t i = 0; i < content.goals.count; i++) {
		struct mine_goal *told = &((struct mine_goal *)view->goals.items)[i];

		*told = (struct mine_goal){
			.words = goals[i].words, .result = goals[i].result, .last = "", .said = ""
		};
		tell_scores(mine, &scores, goals[i].goal, told);
	}
	return OK;
}
