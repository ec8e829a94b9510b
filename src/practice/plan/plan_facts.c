/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "common/scheme/resident.h"
#include "common/scheme/scheme_book.h"
#include "plan_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/plan/plan_store.h"
#include "practice/plan/struck.h"

/* A plan at the door. */
struct making_plan {
	struct journal *journal;
	struct plan_made *plan;
	struct records sets;
	struct findings *findings;
	struct fault *fault;
};

/* --- time --- */

static bool is_of(const struct plan_sum *sum, const struct plan_line *line)
{
	return strcmp(sum->product, line->product) == 0;
}

/* The sum of a line as the norm makes it now; kept in the plan as it was. A rounding becomes a sum of its
 * own. */
static void calculate_line(const struct making_plan *making, const struct norm_set *set,
                           struct plan_line *line, struct records *grown)
{
	struct journal *journal = making->journal;
	const struct plan_sum *sums = making->plan->sums.items;
	struct norm_given *given =
		ARENA_MANY(journal->arena, making->plan->sums.count + 1, struct norm_given);
	struct plan_sum *out = grown->items;
	struct findings dutch = findings_new(journal->arena, "nl"); /* the sum stands in a letter */
	struct norm_answer answer;
	size_t count = 0;
	enum status status;

	for (size_t i = 0; i < making->plan->sums.count; i++)
		if (is_of(&sums[i], line) && strcmp(sums[i].key, NORM_ROUNDING_KEY) != 0)
			given[count++] = (struct norm_given){ sums[i].key, sums[i].value };
	status = norm_calculate(set, &(struct records){ given, count }, making->plan->made_on, &answer,
	                        &dutch);
	if (status == FINDINGS) /* what is the matter is said to whoever brings the plan */
		status = norm_calculate(set, &(struct records){ given, count }, making->plan->made_on,
		                        &answer, making->findings);
	if (status)
		return;
	line->norm_minutes = answer.minutes_per_week;
	for (size_t i = 0; i < answer.lines.count; i++) {
		const struct norm_sum_line *made = &((const struct norm_sum_line *)answer.lines.items)[i];

		out[grown->count++] = (struct plan_sum){ line->product, made->key,     made->value,
			                                 made->label,   made->because, made->minutes };
	}
}

static bool is_for(const struct norm_set *set, const struct scheme_product *product)
{
	for (size_t i = 0; i < set->categories.count; i++)
		if (strcmp(set->categories.items[i], product->category) == 0)
			return true;
	return false;
}

static enum status judge_norm(const struct making_plan *making, const struct scheme_product *product,
                              struct plan_line *line, struct records *grown)
{
	struct plan_situation *situation = &making->plan->situation;
	const struct norm_set *set = norm_set_named(&making->sets, or_empty(line->norm_set));
	enum norm_standing standing;
	enum status status;

	if (!has_words(line->norm_set))
		return OK;
	status = norm_standing_on(making->journal, line->norm_set, making->plan->made_on, &standing,
	                          making->fault);
	if (status)
		return status;
	situation->norms_stand = situation->norms_stand && standing == NORM_HOLDS;
	if (set == NULL || standing != NORM_HOLDS)
		return OK;
	if (!is_for(set, product) || plan_minutes(1, line->unit, line->frequency) < 0) {
		situation->norms_fit = false;
		return OK;
	}
	calculate_line(making, set, line, grown);
	if (!plan_follows_norm(line) && !has_words(line->deviation))
		situation->explains_deviations = false;
	return OK;
}

static bool is_doubled(const struct plan_made *plan, size_t place)
{
	const struct plan_line *lines = plan->lines.items;

	for (size_t i = 0; i < place; i++)
		if (strcmp(lines[i].product, lines[place].product) == 0)
			return true;
	return false;
}

static enum status complete_line(const struct making_plan *making, size_t place, struct records *grown)
{
	struct plan_line *line = &((struct plan_line *)making->plan->lines.items)[place];
	const struct scheme_product *product =
		scheme_book_product(making->journal->schemes, making->journal->register_id, line->product);
	bool is_here = false;
	int64_t minutes;
	enum status status = resident_has_product(making->journal, making->plan->person, line->product,
	                                          &is_here, making->fault);

	if (status != OK || product == NULL || !is_here || is_doubled(making->plan, place)) {
		making->plan->situation.knows_products = false;
		line->unit = line->frequency = line->reasons = "";
		return status;
	}
	line->unit = product->unit;
	line->frequency = product->frequency;
	status = judge_norm(making, product, line, grown);
	line->reasons = plan_reasons(line, norm_set_named(&making->sets, or_empty(line->norm_set)), grown,
	                             making->journal->arena);
	minutes = plan_minutes(line->amount, line->unit, line->frequency);
	making->plan->minutes_per_week += minutes > 0 ? minutes : 0;
	return status;
}

/* Each line of a sum is of a product of the plan that has a norm set. */
static bool sums_belong(const struct plan_made *plan)
{
	const struct plan_line *lines = plan->lines.items;
	const struct plan_sum *sums = plan->sums.items;

	for (size_t i = 0; i < plan->sums.count; i++) {
		bool is_found = false;

		for (size_t j = 0; j < plan->lines.count; j++)
			is_found = is_found || (is_of(&sums[i], &lines[j]) && has_words(lines[j].norm_set));
		if (!is_found)
			return false;
	}
	return true;
}

static enum status complete_lines(const struct making_plan *making)
{
	struct plan_made *plan = making->plan;
	struct records grown =
		records_new(&plan_sum_record, plan->sums.count + plan->lines.count, making->journal->arena);
	enum status status = OK;

	grown.count = 0;
	plan->situation.knows_products = plan->situation.norms_stand = plan->situation.norms_fit = true;
	plan->situation.explains_deviations = true;
	plan->situation.sums_belong = sums_belong(plan);
	for (size_t i = 0; status == OK && i < plan->lines.count; i++)
		status = complete_line(making, i, &grown);
	plan->sums = grown;
	return status;
}

/* --- goals and versions --- */

/* A goal keeps its number as long as its words are the same, so that its results go on. */
static enum status number_goals(const struct making_plan *making)
{
	struct plan_goal *goals = making->plan->goals.items;
	int64_t highest = 0, next = 0;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < making->plan->goals.count; i++) {
		status = plan_goal_number(making->journal, making->plan->person, goals[i].words,
		                          &goals[i].goal, &highest, making->fault);
		if (next < highest)
			next = highest;
		if (status == OK && goals[i].goal == 0)
			goals[i].goal = ++next;
	}
	return status;
}

static enum status prepare_plan(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct plan_made *plan = fact->item;
	const struct making_plan making = { journal, plan, norm_sets(journal->arena), findings, fault };
	struct report_line report;
	struct records earlier;
	enum status status = desk_report(journal, plan->report, &report, fault);

	fact->valid_on = plan->made_on;
	plan->situation.is_known_report = status == OK;
	plan->situation.today = clock_today(journal->clock);
	plan->situation.received_on = report.received_on;
	plan->person = report.person;
	if (status == NOT_FOUND)
		plan->situation = (struct plan_situation){ .today = plan->situation.today };
	if (status)
		return status == NOT_FOUND ? OK : status;
	status = plans_of(journal, plan->person, DATE_LAST, &earlier, fault);
	if (status)
		return status;
	plan->version = (int64_t)earlier.count + 1;
	status = number_goals(&making);
	return status == OK ? complete_lines(&making) : status;
}

static enum status apply_goals(struct db *db, int64_t register_id, const struct plan_made *plan,
                               struct fault *fault)
{
	const struct plan_goal *goals = plan->goals.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < plan->goals.count; i++) {
		const struct value values[] = { value_number(register_id),   value_number(plan->person),
			                        value_number(plan->version), value_number(goals[i].goal),
			                        value_text(goals[i].words),  value_text(goals[i].result) };

		status = db_run(db, &sql_plan_add_goal, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_lines(struct db *db, int64_t register_id, const struct plan_made *plan,
                               struct fault *fault)
{
	const struct plan_line *lines = plan->lines.items;
	const struct plan_sum *sums = plan->sums.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < plan->lines.count; i++) {
		const struct value values[] = {
			value_number(register_id),      value_number(plan->person),
			value_number(plan->version),    value_number((int64_t)i),
			value_text(lines[i].product),   value_number(lines[i].amount),
			value_text(lines[i].unit),      value_text(lines[i].frequency),
			value_text(lines[i].norm_set),  value_number(lines[i].norm_minutes),
			value_text(lines[i].deviation), value_text_or_empty(lines[i].reasons),
		};

		status = db_run(db, &sql_plan_add_line, values, COUNT(values), fault);
	}
	for (size_t i = 0; status == OK && i < plan->sums.count; i++) {
		const struct value values[] = {
			value_number(register_id),     value_number(plan->person),
			value_number(plan->version),   value_number((int64_t)i),
			value_text(sums[i].product),   value_text(sums[i].key),
			value_text(sums[i].label),     value_text(sums[i].value),
			value_number(sums[i].minutes), value_text(sums[i].because),
		};

		status = db_run(db, &sql_plan_add_sum, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_plan(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct plan_made *plan = fact->item;
	const struct value values[] = {
		value_number(register_id),         value_number(plan->person),
		value_number(plan->version),       value_number(fact->fact),
		value_number(plan->report),        value_date(plan->made_on),
		value_text(plan->arrangement),     value_text(plan->one_hand),
		value_text(plan->changed_because), value_number(plan->minutes_per_week),
	};
	enum status status = db_run(db, &sql_plan_add, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = apply_goals(db, register_id, plan, fault);
	return status == OK ? apply_lines(db, register_id, plan, fault) : status;
}

const struct journal_kind plan_made_kind = {
	.name = "plan_made",
	.title = WORDS("Plan maken"),
	.done = WORDS("Plan gemaakt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &plan_made_record,
	.prepare = prepare_plan,
	.rules = plan_rules,
	.rules_count = PLAN_RULES_COUNT,
	.apply = apply_plan,
	.page = "/clients/{person}/plan",
};

/* --- results --- */

static enum status prepare_score(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct goal_scored *scored = fact->item;
	enum status status = plan_goal_known(journal, scored->person, scored->goal, &scored->made_on, fault);

	(void)findings;
	fact->valid_on = scored->scored_on;
	scored->today = clock_today(journal->clock);
	scored->is_known_goal = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_score(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct goal_scored *scored = fact->item;
	const struct value values[] = {
		value_number(register_id), value_number(scored->person),  value_number(scored->goal),
		value_number(fact->fact),  value_date(scored->scored_on), value_number(scored->score),
		value_text(scored->words),
	};

	(void)arena;
	return db_run(db, &sql_plan_add_score, values, COUNT(values), fault);
}

const struct journal_kind goal_scored_kind = {
	.name = "goal_scored",
	.title = WORDS("Resultaat van een doel vastleggen"),
	.done = WORDS("Resultaat van een doel vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &goal_scored_record,
	.prepare = prepare_score,
	.rules = score_rules,
	.rules_count = SCORE_RULES_COUNT,
	.apply = apply_score,
	.page = "/clients/{person}/plan",
};
