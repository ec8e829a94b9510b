/* SPDX-License-Identifier: EUPL-1.2 */
/* What is offered before the investigation, at the door and as it is kept. */
#include "common/calendar/calendar.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/offer.h"

static const struct field support_line_fields[] = {
	FIELD(struct support_line, support),
	FIELD(struct support_line, report),
	FIELD(struct support_line, told, .choices = support_told),
	FIELD(struct support_line, answer, .choices = support_answers),
	FIELD(struct support_line, supporter),
	FIELD(struct support_line, offered_on),
};
const struct record support_line_record = RECORD(struct support_line, "support_line", support_line_fields);

static const struct field own_plan_line_fields[] = {
	FIELD(struct own_plan_line, plan),      FIELD(struct own_plan_line, report),
	FIELD(struct own_plan_line, is_waived), FIELD(struct own_plan_line, plan_on),
	FIELD(struct own_plan_line, due_on),    FIELD(struct own_plan_line, words, .max_chars = 20000),
};
const struct record own_plan_line_record =
	RECORD(struct own_plan_line, "own_plan_line", own_plan_line_fields);

enum status desk_support_of(struct journal *journal, int64_t report, struct records *ret_lines,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_desk_support_of, values, COUNT(values),
	               &(struct db_list){ &support_line_record, journal->arena, ret_lines }, fault);
}

enum status desk_plans_of(struct journal *journal, int64_t report, struct records *ret_lines,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_desk_plans_of, values, COUNT(values),
	               &(struct db_list){ &own_plan_line_record, journal->arena, ret_lines }, fault);
}

/* Wmo 2015, art. 2.3.2 lid 2: seven days. */
enum status desk_plan_awaited(struct journal *journal, int64_t report, struct date *ret_until,
                              struct fault *fault)
{
	struct report_line line;
	struct records plans = { 0 };
	struct term term = { 0 };
	enum status status = desk_report(journal, report, &line, fault);

	*ret_until = (struct date){ 0 };
	if (status == OK)
		status = desk_plans_of(journal, report, &plans, fault);
	if (status == OK && plans.count == 0)
		status = calendar_term(journal->calendar, "personal-plan", line.received_on, journal->arena,
		                       &term, fault);
	if (status == OK && plans.count == 0 && !date_before(term.due, clock_today(journal->clock)))
		*ret_until = term.due;
	return status == NOT_FOUND ? OK : status;
}

static enum status look(struct journal *journal, int64_t report, struct offer_situation *situation,
                        int64_t *ret_person, struct fault *fault)
{
	struct report_line line;
	enum status status = desk_report(journal, report, &line, fault);

	*situation = (struct offer_situation){ .today = clock_today(journal->clock),
		                               .received_on = line.received_on,
		                               .is_known_report = status == OK };
	*ret_person = line.person;
	return status == NOT_FOUND ? OK : status;
}

/* --- client support --- */

static enum status prepare_support(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct support_offer *offer = fact->item;

	(void)findings;
	fact->valid_on = offer->offered_on;
	return look(journal, offer->report, &offer->situation, &offer->person, fault);
}

static enum status apply_support(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct support_offer *offer = fact->item;
	const struct value values[] = {
		value_number(register_id),   value_number(offer->report),          value_number(fact->fact),
		value_number(offer->person), value_date(offer->offered_on),        value_text(offer->told),
		value_text(offer->answer),   value_text_or_empty(offer->supporter)
	};

	(void)arena;
	return db_run(db, &sql_desk_add_support, values, COUNT(values), fault);
}

const struct journal_kind support_offered_kind = {
	.name = "support_offered",
	.title = WORDS("Cliëntondersteuning vastleggen"),
	.done = WORDS("Gratis cliëntondersteuning aangeboden"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &support_offer_record,
	.prepare = prepare_support,
	.rules = support_rules,
	.rules_count = SUPPORT_RULES_COUNT,
	.apply = apply_support,
};

/* --- the personal plan --- */

static enum status prepare_plan(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct personal_plan *plan = fact->item;
	struct records plans = { 0 };
	const struct own_plan_line *items;
	struct term term;
	enum status status = look(journal, plan->report, &plan->situation, &plan->person, fault);

	(void)findings;
	fact->valid_on = plan->on;
	if (status != OK || !plan->situation.is_known_report)
		return status;
	status = desk_plans_of(journal, plan->report, &plans, fault);
	items = plans.items;
	for (size_t i = 0; status == OK && i < plans.count; i++) {
		plan->situation.has_plan = plan->situation.has_plan || !items[i].is_waived;
		plan->situation.is_waived = plan->situation.is_waived || items[i].is_waived;
	}
	if (status == OK)
		status = calendar_term(journal->calendar, "personal-plan", plan->situation.received_on,
		                       journal->arena, &term, fault);
	if (status == OK)
		plan->due_on = term.due;
	return status;
}

static enum status add_plan(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            bool is_waived, struct fault *fault)
{
	const struct personal_plan *plan = fact->item;
	const struct value values[] = { value_number(register_id), value_number(plan->report),
		                        value_number(fact->fact),  value_number(plan->person),
		                        value_number(is_waived),   value_date(plan->on),
		                        value_date(plan->due_on),  value_text(plan->words) };

	return db_run(db, &sql_desk_add_plan, values, COUNT(values), fault);
}

static enum status apply_plan_received(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	(void)arena;
	return add_plan(db, register_id, fact, false, fault);
}

static enum status apply_plan_waived(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault)
{
	(void)arena;
	return add_plan(db, register_id, fact, true, fault);
}

const struct journal_kind plan_received_kind = {
	.name = "plan_received",
	.title = WORDS("Persoonlijk plan ontvangen"),
	.done = WORDS("Persoonlijk plan ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &plan_received_record,
	.prepare = prepare_plan,
	.rules = plan_received_rules,
	.rules_count = PLAN_RECEIVED_RULES_COUNT,
	.apply = apply_plan_received,
};

const struct journal_kind plan_waived_kind = {
	.name = "plan_waived",
	.title = WORDS("Geen persoonlijk plan"),
	.done = WORDS("Inwoner maakt geen persoonlijk plan"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &plan_waived_record,
	.prepare = prepare_plan,
	.rules = plan_waived_rules,
	.rules_count = PLAN_WAIVED_RULES_COUNT,
	.apply = apply_plan_waived,
};
