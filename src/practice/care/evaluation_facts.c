/* SPDX-License-Identifier: EUPL-1.2 */
/* Days to look at help together, at the door and as they are kept. */
#include <string.h>

#include "care_sql.h"
#include "platform/base/words.h"
#include "practice/care/evaluation.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/desk/desk.h"
#include "practice/plan/plan_store.h"

#define LOOKED_AT_DAYS 91 /* a new question so many days before the day of a new look is that look */

/* --- at the door --- */

/* The granted line of a person, and what was planned for it. */
static enum status find_line(struct journal *journal, const struct planned_line *asked,
                             struct evaluation_situation *situation, const char **ret_product,
                             struct fault *fault)
{
	struct records granted = { 0 }, planned = { 0 };
	const struct granted_line *lines;
	const struct planned_line *days;
	enum status status = decision_lines_of(journal, asked->person, DATE_LAST, &granted, fault);

	*situation = (struct evaluation_situation){ .today = clock_today(journal->clock) };
	if (status == OK)
		status = evaluations_planned(journal, asked->person, &planned, fault);
	lines = granted.items;
	for (size_t i = 0; status == OK && i < granted.count; i++) {
		if (lines[i].decision != asked->decision || lines[i].line != asked->line)
			continue;
		situation->is_known = true;
		situation->from = lines[i].valid_from;
		situation->until = lines[i].valid_until;
		*ret_product = lines[i].product;
	}
	days = planned.items;
	for (size_t i = 0; status == OK && i < planned.count; i++)
		if (days[i].decision == asked->decision && days[i].line == asked->line &&
		    strcmp(days[i].sort, or_empty(asked->sort)) == 0)
			situation->due_on = days[i].due_on;
	return status;
}

static enum status prepare_planned(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct evaluation_planned *planned = fact->item;
	struct evaluation_situation *situation = &planned->situation;
	const struct planned_line asked = { .person = planned->person,
		                            .decision = planned->decision,
		                            .line = planned->line,
		                            .sort = planned->sort };
	enum status status = find_line(journal, &asked, situation, &planned->product, fault);

	(void)findings;
	fact->valid_on = situation->today;
	situation->is_known = situation->is_known && date_before(situation->today, situation->until);
	return status;
}

static enum status know_goals(struct journal *journal, struct evaluation_held *held, struct fault *fault)
{
	const struct evaluation_score *scores = held->scores.items;
	enum status status = OK;

	held->situation.has_known_goals = true;
	for (size_t i = 0; status == OK && i < held->scores.count; i++) {
		struct date made_on;

		status = plan_goal_known(journal, held->person, scores[i].goal, &made_on, fault);
		if (status == NOT_FOUND || (status == OK && date_before(held->held_on, made_on))) {
			held->situation.has_known_goals = false;
			status = OK;
		}
	}
	return status;
}

static enum status prepare_held(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct evaluation_held *held = fact->item;
	const struct planned_line asked = {
		.person = held->person, .decision = held->decision, .line = held->line, .sort = EVALUATION
	};
	enum status status = find_line(journal, &asked, &held->situation, &held->product, fault);

	(void)findings;
	fact->valid_on = held->held_on;
	return status == OK ? know_goals(journal, held, fault) : status;
}

/* What an evaluation says of a goal is a result of the plan. */
enum status evaluation_scores(struct journal *journal, const struct journal_fact *cause, size_t place,
                              void *item, bool *ret_follows, struct fault *fault)
{
	const struct evaluation_held *held = cause->item;
	const struct evaluation_score *scores = held->scores.items;

	(void)journal, (void)fault;
	*ret_follows = place < held->scores.count;
	if (*ret_follows)
		*(struct goal_scored *)item = (struct goal_scored){ .person = held->person,
			                                            .goal = scores[place].goal,
			                                            .scored_on = held->held_on,
			                                            .score = scores[place].score,
			                                            .words = scores[place].words };
	return OK;
}

/* --- what is kept --- */

static enum status set_day(struct db *db, int64_t register_id, const struct planned_line *day,
                           struct fault *fault)
{
	const struct value values[] = { value_number(register_id),   value_number(day->person),
		                        value_number(day->decision), value_number(day->line),
		                        value_text(day->sort),       value_text(day->product),
		                        value_date(day->due_on),     value_text_or_empty(day->why) };

	return date_is(day->due_on) ? db_run(db, &sql_care_plan_day, values, COUNT(values), fault) : OK;
}

static enum status apply_planned(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct evaluation_planned *planned = fact->item;

	(void)arena;
	return set_day(db, register_id,
	               &(struct planned_line){ .person = planned->person,
	                                       .decision = planned->decision,
	                                       .line = planned->line,
	                                       .sort = planned->sort,
	                                       .product = planned->product,
	                                       .due_on = planned->on,
	                                       .why = planned->why },
	               fault);
}

static enum status apply_held(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct evaluation_held *held = fact->item;
	const struct value values[] = { value_number(register_id),    value_number(held->person),
		                        value_number(held->decision), value_number(held->line),
		                        value_number(fact->fact),     value_text(held->product),
		                        value_date(held->held_on),    value_text(held->whom),
		                        value_text(held->outcome),    value_text(held->words) };
	enum status status = db_run(db, &sql_care_add_evaluation, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_care_done_day, values, 4, fault);
	return status == OK ? set_day(db, register_id,
	                              &(struct planned_line){ .person = held->person,
	                                                      .decision = held->decision,
	                                                      .line = held->line,
	                                                      .sort = EVALUATION,
	                                                      .product = held->product,
	                                                      .due_on = held->next_on },
	                              fault)
	                    : status;
}

enum status evaluation_follow_decision(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	const struct decision *decision = fact->item;
	const struct decision_line *lines = decision->lines.items;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < decision->lines.count; i++) {
		struct planned_line day = { .person = decision->person,
			                    .decision = fact->fact,
			                    .line = (int64_t)i,
			                    .product = lines[i].product,
			                    .sort = EVALUATION,
			                    .due_on = lines[i].evaluate_on };

		status = set_day(db, register_id, &day, fault);
		day.sort = REASSESSMENT;
		day.due_on = lines[i].reassess_on;
		if (status == OK)
			status = set_day(db, register_id, &day, fault);
	}
	return status;
}

/* The days go along to the changed line, where it still runs then. */
enum status evaluation_follow_changed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                      struct arena *arena, struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = { value_number(register_id),     value_number(later->person),
		                        value_number(later->decision), value_number(later->line),
		                        value_date(later->ends_from),  value_number(fact->fact),
		                        value_date(later_until(later)) };
	enum status status = db_run(db, &sql_care_move_days, values, COUNT(values), fault);

	return status == OK ? evaluation_follow_ended(db, register_id, fact, arena, fault) : status;
}

enum status evaluation_follow_ended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = { value_number(register_id), value_number(later->person),
		                        value_number(later->decision), value_number(later->line),
		                        value_date(later->ends_from) };

	(void)arena;
	return db_run(db, &sql_care_drop_days, values, COUNT(values), fault);
}

enum status evaluation_follow_report(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault)
{
	const struct report *report = fact->item;
	const struct value values[] = { value_number(register_id), value_number(fact->person),
		                        value_date(date_add_days(report->received_on, LOOKED_AT_DAYS)) };

	(void)arena;
	return db_run(db, &sql_care_looked_anew, values, COUNT(values), fault);
}

const struct journal_kind evaluation_planned_kind = {
	.name = "evaluation_planned",
	.title = WORDS("Dag afspreken om te kijken of het werkt"),
	.done = WORDS("Dag afgesproken om te kijken of het werkt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &evaluation_planned_record,
	.prepare = prepare_planned,
	.rules = evaluation_planned_rules,
	.rules_count = EVALUATION_PLANNED_RULES_COUNT,
	.apply = apply_planned,
	.page = "/clients/{person}/care",
};

const struct journal_kind evaluation_held_kind = {
	.name = "evaluation_held",
	.title = WORDS("Vastleggen of het werkt"),
	.done = WORDS("Samen gekeken of het werkt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &evaluation_held_record,
	.prepare = prepare_held,
	.rules = evaluation_held_rules,
	.rules_count = EVALUATION_HELD_RULES_COUNT,
	.apply = apply_held,
	.page = "/clients/{person}/care",
};
