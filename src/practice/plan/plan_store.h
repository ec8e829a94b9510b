/* SPDX-License-Identifier: EUPL-1.2 */
/* Plans as they are kept: versions, goals, lines, sums, scores. */
#ifndef PRACTICE_PLAN_PLAN_STORE_H
#define PRACTICE_PLAN_PLAN_STORE_H

#include "practice/plan/plan.h"

/* A version of a person's plan. */
struct plan_kept {
	int64_t plan, version, report, minutes_per_week;
	struct date made_on;
	const char *arrangement, *one_hand, *changed_because;
};
extern const struct record plan_kept_record;
/* All versions made by a day, newest first. */
enum status plans_of(struct journal *journal, int64_t person, struct date until, struct records *ret_plans,
                     struct fault *fault) MUST_CHECK;
/* What a version holds: plan_goal, plan_line, plan_sum. */
struct plan_content {
	struct records goals, lines, sums;
};
enum status plan_content_of(struct journal *journal, int64_t person, int64_t version,
                            struct plan_content *ret_content, struct fault *fault) MUST_CHECK;
/* The lines of the newest plan after a report, plan_line; none where there is no plan. */
enum status plan_lines_after(struct journal *journal, int64_t report, struct records *ret_lines,
                             struct fault *fault) MUST_CHECK;

struct plan_score {
	int64_t goal, score;
	struct date scored_on;
	const char *words;
};
extern const struct record plan_score_record;
/* The scores of a person's goals up to a day, by goal, oldest first. */
enum status plan_scores_of(struct journal *journal, int64_t person, struct date until,
                           struct records *ret_scores, struct fault *fault) MUST_CHECK;
/* Whether a goal of that number stands in any version, and when it was first made. */
enum status plan_goal_known(struct journal *journal, int64_t person, int64_t goal, struct date *ret_made_on,
                            struct fault *fault) MUST_CHECK;
/* The number of a goal with these words in an earlier version; 0: there is none. And the highest number. */
enum status plan_goal_number(struct journal *journal, int64_t person, const char *words, int64_t *ret_number,
                             int64_t *ret_highest, struct fault *fault) MUST_CHECK;

#endif
