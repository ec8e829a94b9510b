/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/ending.h"

#include "assignment_sql.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/decision.h"

const struct choice ending_reasons[] = {
	{ "moved", WORDS("de inwoner is verhuisd") },
	{ "declined", WORDS("de aanbieder neemt de opdracht niet aan") },
	{ "stopped", WORDS("de aanbieder kan niet verder") },
	{ "decision", WORDS("er is anders besloten") },
	{ "request", WORDS("de inwoner vroeg erom") },
	{ "urgent", WORDS("het kon niet wachten") },
	{ ENDED_REPLACED, WORDS("het besluit op de aanvraag kwam ervoor in de plaats") },
	{ "died", WORDS("de inwoner is overleden") },
	{ "left", WORDS("de inwoner woont hier niet meer, of valt onder een andere wet") },
	{ NULL, NULL },
};

static const struct field assignment_end_fields[] = {
	FIELD(struct assignment_end, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct assignment_end, assignment, .label = WORDS("Toewijzing"), .required = true),
	FIELD(struct assignment_end, ended_on, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct assignment_end, because, .label = WORDS("Waarom?"), .required = true,
	      .choices = ending_reasons),
	FIELD(struct assignment_end, told_on, .label = WORDS("Wanneer is het de cliënt verteld?")),
	FIELD(struct assignment_end, told_how, .label = WORDS("Hoe is het verteld?")),
	FIELD(struct assignment_end, decision, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment_end, line, .flags = FIELD_BY_DOOR | FIELD_ZERO_IS_SET),
	FIELD(struct assignment_end, product, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment_end, unit, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment_end, frequency, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment_end, amount, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment_end, waits_from, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment_end, last_day, .flags = FIELD_BY_DOOR),
};
const struct record assignment_end_record =
	RECORD(struct assignment_end, "assignment_ended", assignment_end_fields);

/* What was granted, as far as it is still to come. */
static enum status find_grant(struct journal *journal, struct assignment_end *end, struct fault *fault)
{
	struct records lines;
	const struct granted_line *items;
	enum status status = decision_lines_of(journal, end->person, DATE_LAST, &lines, fault);

	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		if (items[i].decision != end->decision || items[i].line != end->line)
			continue;
		end->product = items[i].product;
		end->unit = items[i].unit;
		end->frequency = items[i].frequency;
		end->amount = items[i].amount;
		end->waits_from =
			date_before(items[i].valid_from, end->ended_on) ? end->ended_on : items[i].valid_from;
		end->last_day = date_last_day(items[i].valid_until);
		return OK;
	}
	/* The line itself has no day any more, so nothing waits. */
	end->waits_from = end->ended_on;
	end->last_day = date_add_days(end->ended_on, -1);
	return status;
}

static enum status prepare_end(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct assignment_end *end = fact->item;
	struct records lines;
	const struct assignment_line *items;
	enum status status = assignments_of(journal, end->person, &lines, fault);

	(void)findings;
	fact->valid_on = end->ended_on;
	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		if (items[i].assignment != end->assignment)
			continue;
		end->decision = items[i].decision;
		end->line = items[i].line;
	}
	return status == OK ? find_grant(journal, end, fault) : status;
}

static enum status wait_again(struct db *db, int64_t register_id, const struct assignment_end *end,
                              struct fault *fault)
{
	struct date until = date_until(end->last_day);
	const struct value values[] = {
		value_number(register_id), value_number(end->person),  value_number(end->decision),
		value_number(end->line),   value_text(end->product),   value_number(end->amount),
		value_text(end->unit),     value_text(end->frequency), value_date(end->waits_from),
		value_date(until),         value_date(end->ended_on),
	};

	return db_run(db, &sql_assignment_add_waiting, values, COUNT(values), fault);
}

static enum status apply_end(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	static const struct db_query *const steps[] = {
		&sql_assignment_end,
		&sql_assignment_end_deliveries,
		&sql_assignment_drop,
		&sql_assignment_drop_deliveries,
	};
	const struct assignment_end *end = fact->item;
	const struct value values[] = { value_number(register_id),          value_number(end->person),
		                        value_number(end->assignment),      value_date(end->ended_on),
		                        value_text(end->because),           value_date(end->told_on),
		                        value_text_or_empty(end->told_how), value_number(fact->fact) };
	enum status status = db_run(db, &sql_assignment_add_ended, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < COUNT(steps); i++)
		status = db_run(db, steps[i], values, 4, fault);
	return status == OK && assignment_end_waits(end) ? wait_again(db, register_id, end, fault) : status;
}

const struct journal_kind assignment_ended_kind = {
	.name = "assignment_ended",
	.title = WORDS("Toewijzing eerder beëindigen"),
	.done = WORDS("Toewijzing eerder beëindigd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &assignment_end_record,
	.prepare = prepare_end,
	.apply = apply_end,
};
