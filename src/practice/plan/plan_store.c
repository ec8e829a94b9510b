/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/plan/plan_store.h"

#include "plan_sql.h"

static const struct field kept_fields[] = {
	FIELD(struct plan_kept, plan),
	FIELD(struct plan_kept, version),
	FIELD(struct plan_kept, report),
	FIELD(struct plan_kept, minutes_per_week),
	FIELD(struct plan_kept, made_on),
	FIELD(struct plan_kept, arrangement),
	FIELD(struct plan_kept, one_hand, .choices = plan_hands),
	FIELD(struct plan_kept, changed_because),
};
const struct record plan_kept_record = RECORD(struct plan_kept, "plan_kept", kept_fields);

static const struct field score_fields[] = {
	FIELD(struct plan_score, goal),
	FIELD(struct plan_score, score),
	FIELD(struct plan_score, scored_on),
	FIELD(struct plan_score, words),
};
const struct record plan_score_record = RECORD(struct plan_score, "plan_score", score_fields);

enum status plans_of(struct journal *journal, int64_t person, struct date until, struct records *ret_plans,
                     struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_plan_plans_of, values, COUNT(values),
	               &(struct db_list){ &plan_kept_record, journal->arena, ret_plans }, fault);
}

enum status plan_content_of(struct journal *journal, int64_t person, int64_t version,
                            struct plan_content *ret_content, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(version) };
	struct arena *arena = journal->arena;
	enum status status =
		db_list(journal->db, &sql_plan_goals, values, COUNT(values),
	                &(struct db_list){ &plan_goal_record, arena, &ret_content->goals }, fault);

	if (status == OK)
		status = db_list(journal->db, &sql_plan_lines, values, COUNT(values),
		                 &(struct db_list){ &plan_line_record, arena, &ret_content->lines }, fault);
	if (status == OK)
		status = db_list(journal->db, &sql_plan_sums, values, COUNT(values),
		                 &(struct db_list){ &plan_sum_record, arena, &ret_content->sums }, fault);
	return status;
}

enum status plan_lines_after(struct journal *journal, int64_t report, struct records *ret_lines,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_plan_lines_after, values, COUNT(values),
	               &(struct db_list){ &plan_line_record, journal->arena, ret_lines }, fault);
}

enum status plan_scores_of(struct journal *journal, int64_t person, struct date until,
                           struct records *ret_scores, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_plan_scores_of, values, COUNT(values),
	               &(struct db_list){ &plan_score_record, journal->arena, ret_scores }, fault);
}

enum status plan_goal_known(struct journal *journal, int64_t person, int64_t goal, struct date *ret_made_on,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(goal) };
	enum status status = db_one(journal->db, &sql_plan_goal_first, values, COUNT(values), &rows, fault);

	*ret_made_on = status == OK ? db_date(&rows, 0) : (struct date){ 0 };
	return status == OK && !date_is(*ret_made_on) ? NOT_FOUND : status;
}

enum status plan_goal_number(struct journal *journal, int64_t person, const char *words, int64_t *ret_number,
                             int64_t *ret_highest, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_text(words) };
	enum status status = db_one(journal->db, &sql_plan_goal_number, values, COUNT(values), &rows, fault);

	*ret_number = status == OK ? db_number(&rows, 0) : 0;
	*ret_highest = status == OK ? db_number(&rows, 1) : 0;
	return status == NOT_FOUND ? OK : status;
}
