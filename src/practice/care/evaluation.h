/* SPDX-License-Identifier: EUPL-1.2 */
/* When client and worker look together whether help works, when the decision is looked at anew, and what came
 * of it (Wmo 2015, art. 2.3.9). */
#ifndef PRACTICE_CARE_EVALUATION_H
#define PRACTICE_CARE_EVALUATION_H

#include "common/journal/journal.h"

extern const struct choice evaluation_sorts[]; /* evaluation, reassessment */
#define EVALUATION "evaluation"
#define REASSESSMENT "reassessment"

struct evaluation_situation {
	struct date today;
	struct date from, until; /* of the granted line, half-open */
	struct date due_on;      /* planned so far; no date where nothing is */
	bool is_known, has_known_goals;
};

/* The fact that a day was set, or another one in its place. */
struct evaluation_planned {
	int64_t person, decision, line;
	const char *sort;
	struct date on;
	const char *why;     /* of another day than was set */
	const char *product; /* at the door */
	struct evaluation_situation situation;
};
extern const struct record evaluation_planned_record;
extern const struct journal_kind evaluation_planned_kind;
#define EVALUATION_PLANNED_RULES_COUNT 3
extern const struct journal_rule evaluation_planned_rules[EVALUATION_PLANNED_RULES_COUNT];

/* How far a goal of the plan is; it becomes a result of the plan. */
struct evaluation_score {
	int64_t goal, score;
	const char *words;
};
extern const struct record evaluation_score_record;

/* The fact that it was looked at together. */
struct evaluation_held {
	int64_t person, decision, line;
	struct date held_on;
	const char *whom;    /* talk_whoms */
	const char *outcome; /* evaluation_outcomes */
	const char *words;
	struct records scores; /* evaluation_score */
	struct date next_on;
	const char *product; /* at the door */
	struct evaluation_situation situation;
};
extern const struct choice evaluation_outcomes[]; /* works, adjust, over */
extern const struct record evaluation_held_record;
extern const struct journal_kind evaluation_held_kind;
#define EVALUATION_HELD_RULES_COUNT 4
extern const struct journal_rule evaluation_held_rules[EVALUATION_HELD_RULES_COUNT];

/* Each score becomes a result of its goal (goal_scored). */
enum status evaluation_scores(struct journal *journal, const struct journal_fact *cause, size_t place,
                              void *item, bool *ret_follows, struct fault *fault) MUST_CHECK;

/* The days that a decision sets, what a later one does to them, and a new question that begins a new look. */
journal_apply evaluation_follow_decision, evaluation_follow_changed, evaluation_follow_ended,
	evaluation_follow_report;

/* --- as it is kept --- */

struct planned_line {
	int64_t person, decision, line;
	const char *sort, *product, *why;
	struct date due_on;
};
extern const struct record planned_line_record;
/* The days set for a person, the soonest first. */
enum status evaluations_planned(struct journal *journal, int64_t person, struct records *ret_lines,
                                struct fault *fault) MUST_CHECK;
/* Visits the days set for a register up to a day, the soonest first; the texts last until the next visit. */
struct planned_visit {
	struct date until;
	void (*visit)(void *context, const struct planned_line *line);
	void *context;
};
enum status evaluations_visit(struct journal *journal, const struct planned_visit *visit,
                              struct fault *fault) MUST_CHECK;
struct evaluation_line {
	int64_t evaluation, decision, line;
	const char *product, *whom, *outcome, *words;
	struct date held_on;
};
extern const struct record evaluation_line_record;
/* What was looked at together by a day, newest first. */
enum status evaluations_of(struct journal *journal, int64_t person, struct date until,
                           struct records *ret_lines, struct fault *fault) MUST_CHECK;

#endif
