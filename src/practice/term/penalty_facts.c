/* SPDX-License-Identifier: EUPL-1.2 */
/* Setting the penalty at the door, and telling the resident. */
#include "common/document/letter_words.h"
#include "platform/base/words.h"
#include "practice/term/penalty.h"
#include "practice/term/term_keep.h"
#include "term_sql.h"

#define PENALTY_DAYS_MAX 42

enum status penalty_of(struct journal *journal, int64_t person, int64_t about,
                       struct penalty_kept *ret_penalty, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(about) };
	enum status status = db_one(journal->db, &sql_term_penalty, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_penalty = (struct penalty_kept){ .penalty = db_number(&rows, 0),
			                              .set_on = db_date(&rows, 1),
			                              .days = db_number(&rows, 2),
			                              .cents = db_number(&rows, 3) };
	return status;
}

/* The days and the amount, by the rates of those days. */
static enum status count_amount(struct journal *journal, struct penalty_set *set,
                                const struct term_line *weeks, struct fault *fault)
{
	struct penalty_rates rates;
	struct penalty_sum sum;
	struct date ends_on = date_is(weeks->closed_on) ? weeks->closed_on : set->situation.today;
	enum status status = penalty_rates_here(journal->arena, &rates, fault);

	if (status)
		return status;
	set->days = set->situation.days = penalty_days(weeks->due_on, ends_on);
	set->situation.is_final = date_is(weeks->closed_on) || set->days == PENALTY_DAYS_MAX;
	sum = penalty_count(&rates, weeks->due_on, set->days);
	set->from = date_add_days(weeks->due_on, 1);
	set->last_day = date_add_days(weeks->due_on, (int32_t)set->days);
	set->cents = sum.total.cents;
	set->parts = penalty_parts_keep(&sum, journal->arena);
	return OK;
}

static enum status prepare_penalty(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct penalty_set *set = fact->item;
	struct term_line weeks = { .person = set->person, .about = set->about, .term = "default-notice" };
	struct penalty_kept earlier;
	struct term objection;
	enum status status = term_find(journal, &weeks, &weeks, fault);

	(void)findings;
	fact->valid_on = set->set_on;
	set->situation.today = clock_today(journal->clock);
	set->situation.is_known = status == OK;
	if (status == OK)
		status = count_amount(journal, set, &weeks, fault);
	if (status == OK || status == NOT_FOUND)
		status = penalty_of(journal, set->person, set->about, &earlier, fault);
	set->situation.is_given = status == OK;
	if (status == OK || status == NOT_FOUND)
		status = calendar_term(journal->calendar, "objection", set->set_on, journal->arena,
		                       &objection, fault);
	if (status)
		return status;
	set->objection_until = objection.due;
	set->steps = objection.steps;
	return OK;
}

static enum status apply_penalty(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct term_keeping keeping = { db, register_id, arena };
	const struct penalty_set *set = fact->item;
	const struct term_line objection = { .about = fact->fact,
		                             .person = set->person,
		                             .report = set->about,
		                             .term = "objection",
		                             .starts_on = set->set_on,
		                             .due_on = set->objection_until };
	const struct value values[] = { value_number(register_id), value_number(set->person),
		                        value_number(set->about),  value_number(fact->fact),
		                        value_date(set->set_on),   value_number(set->days),
		                        value_number(set->cents) };
	enum status status = db_run(db, &sql_term_add_penalty, values, COUNT(values), fault);

	return status == OK ? term_begin(&keeping, &objection, &set->steps, fault) : status;
}

const struct journal_kind penalty_set_kind = {
	.name = "penalty_set",
	.title = WORDS("Dwangsom vaststellen"),
	.done = WORDS("Dwangsom vastgesteld"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DECIDE | MAY_HANDLE_OBJECTIONS,
	.record = &penalty_set_record,
	.prepare = prepare_penalty,
	.rules = penalty_rules,
	.rules_count = PENALTY_RULES_COUNT,
	.apply = apply_penalty,
};

/* A stretch of days of one amount, as a line of the letter. */
static struct letter_values part_words(const struct penalty_part_kept *part, struct arena *arena)
{
	struct letter_values values = { 0 };

	letter_value(&values, "days", arena_print(arena, "%lld", (long long)part->days));
	letter_value(&values, "per_day",
	             resident_amount_figures((struct resident_amount){ part->cents_per_day }, arena));
	letter_value(&values, "sum", resident_amount_figures((struct resident_amount){ part->cents }, arena));
	return values;
}

enum status penalty_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault)
{
	const struct penalty_set *set = cause->item;
	const struct penalty_part_kept *part = set->parts.items;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };
	struct letter_values *parts = ARENA_MANY(arena, set->parts.count + 1, struct letter_values);
	const struct letter_list list = { "parts", "penalty_part", parts, set->parts.count };
	const struct letter_filling filling = { &values, &list, 1 };

	for (size_t i = 0; i < set->parts.count; i++)
		parts[i] = part_words(&part[i], arena);
	letter_value(&values, "two_weeks",
	             calendar_date_words(date_add_days(set->from, -1), "nl", false, arena));
	letter_value(&values, "from", calendar_date_words(set->from, "nl", false, arena));
	letter_value(&values, "last_day", calendar_date_words(set->last_day, "nl", false, arena));
	letter_value(&values, "total",
	             resident_amount_figures((struct resident_amount){ set->cents }, arena));
	letter_value(&values, "until", calendar_date_words(set->objection_until, "nl", true, arena));
	letter_begin(item, "penalty", cause, set->set_on, "", arena);
	*ret_follows = true;
	return letter_fill(journal, item, "penalty", &filling, fault);
}
