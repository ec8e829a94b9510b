/* SPDX-License-Identifier: EUPL-1.2 */
#include "investigation_sql.h"
#include "platform/base/words.h"
#include "practice/investigation/partner.h"

enum status partners_of(struct journal *journal, int64_t report, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_investigation_partners_of, values, COUNT(values),
	               &(struct db_list){ &partner_line_record, journal->arena, ret_lines }, fault);
}

enum status remarks_of(struct journal *journal, int64_t report, struct records *ret_lines,
                       struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_investigation_remarks_of, values, COUNT(values),
	               &(struct db_list){ &remark_line_record, journal->arena, ret_lines }, fault);
}

static enum status prepare_partner(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct partner_consulted *consulted = fact->item;
	enum status status;

	(void)findings;
	fact->valid_on = consulted->consulted_on;
	status = investigation_step_of(journal, consulted->report, &consulted->step, &consulted->person,
	                               fault);
	if (status == OK) {
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(consulted->person),
			                        value_text_or_empty(consulted->partner) };

		status = db_one(journal->db, &sql_investigation_taken_back, values, COUNT(values), &rows,
		                fault);
	}
	if (status == OK) {
		consulted->taken_back_on = db_date(&rows, 0);
		consulted->taken_back_of = db_date(&rows, 1);
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_partner(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct partner_consulted *consulted = fact->item;
	const struct value values[] = {
		value_number(register_id),           value_number(fact->fact),
		value_number(consulted->report),     value_number(consulted->person),
		value_date(consulted->consulted_on), value_text(consulted->partner),
		value_text(consulted->why),          value_text(consulted->consent),
		value_text(consulted->consent_by),   value_date(consulted->consent_on),
		value_text(consulted->consent_how),  value_text(consulted->outcome),
	};

	(void)arena;
	return db_run(db, &sql_investigation_add_partner, values, COUNT(values), fault);
}

const struct journal_kind partner_consulted_kind = {
	.name = "partner_consulted",
	.title = WORDS("Overleg met een partner vastleggen"),
	.done = WORDS("Overlegd met een partner"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &partner_consulted_record,
	.prepare = prepare_partner,
	.rules = partner_rules,
	.rules_count = PARTNER_RULES_COUNT,
	.apply = apply_partner,
	.page = "/clients/{person}/investigation",
};

static enum status prepare_remarks(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct remarks_received *remarks = fact->item;

	(void)findings;
	fact->valid_on = remarks->received_on;
	return investigation_step_of(journal, remarks->report, &remarks->step, &remarks->person, fault);
}

static enum status apply_remarks(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct remarks_received *remarks = fact->item;
	const struct value values[] = {
		value_number(register_id),        value_number(fact->fact),
		value_number(remarks->report),    value_number(remarks->person),
		value_date(remarks->received_on), value_text(remarks->remarks),
		value_text(remarks->answer),
	};

	(void)arena;
	return db_run(db, &sql_investigation_add_remark, values, COUNT(values), fault);
}

const struct journal_kind remarks_received_kind = {
	.name = "remarks_received",
	.title = WORDS("Opmerking van de inwoner bij het verslag"),
	.done = WORDS("Opmerking van de inwoner bij het verslag"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &remarks_received_record,
	.prepare = prepare_remarks,
	.rules = remarks_rules,
	.rules_count = REMARKS_RULES_COUNT,
	.apply = apply_remarks,
	.page = "/clients/{person}/investigation",
};
