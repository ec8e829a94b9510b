/* SPDX-License-Identifier: EUPL-1.2 */
#include "investigation_sql.h"
#include "platform/base/words.h"
#include "practice/investigation/help.h"

enum status help_of_person(struct journal *journal, int64_t person, struct records *ret_lines,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_investigation_help_of_person, values, COUNT(values),
	               &(struct db_list){ &help_line_record, journal->arena, ret_lines }, fault);
}

enum status help_by_number(struct journal *journal, int64_t help, struct help_line *ret_line,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(help) };
	enum status status =
		db_one(journal->db, &sql_investigation_help_by_number, values, COUNT(values), &rows, fault);

	*ret_line = (struct help_line){ 0 };
	if (status == OK)
		db_record(&rows, &help_line_record, ret_line, journal->arena);
	return status;
}

static enum status prepare_found(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct help_found *found = fact->item;

	(void)findings;
	fact->valid_on = found->found_on;
	return investigation_step_of(journal, found->report, &found->step, &found->person, fault);
}

static enum status apply_found(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct help_found *found = fact->item;
	const struct value values[] = {
		value_number(register_id),   value_number(fact->fact),     value_number(found->report),
		value_number(found->person), value_date(found->found_on),  value_text(found->source),
		value_text(found->who),      value_text(found->what),      value_text(found->how_often),
		value_text(found->capacity), value_date(found->review_on),
	};

	(void)arena;
	return db_run(db, &sql_investigation_add_help, values, COUNT(values), fault);
}

const struct journal_kind help_found_kind = {
	.name = "help_found",
	.title = WORDS("Hulp uit de omgeving vastleggen"),
	.done = WORDS("Hulp uit de omgeving gevonden"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &help_found_record,
	.prepare = prepare_found,
	.rules = help_found_rules,
	.rules_count = HELP_FOUND_RULES_COUNT,
	.apply = apply_found,
	.page = "/clients/{person}/investigation",
};

static enum status prepare_reviewed(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct help_reviewed *reviewed = fact->item;
	struct help_line line;
	enum status status = help_by_number(journal, reviewed->help, &line, fault);

	(void)findings;
	fact->valid_on = reviewed->reviewed_on;
	reviewed->today = clock_today(journal->clock);
	reviewed->is_known_help = status == OK;
	reviewed->person = line.person;
	reviewed->found_on = line.found_on;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_reviewed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct help_reviewed *reviewed = fact->item;
	const struct value values[] = {
		value_number(register_id),   value_number(reviewed->help), value_date(reviewed->reviewed_on),
		value_text(reviewed->holds), value_text(reviewed->words),  value_date(reviewed->review_on),
	};

	(void)arena;
	return db_run(db, &sql_investigation_review_help, values, COUNT(values), fault);
}

const struct journal_kind help_reviewed_kind = {
	.name = "help_reviewed",
	.title = WORDS("Kijken of de hulp nog lukt"),
	.done = WORDS("Gekeken of de hulp nog lukt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &help_reviewed_record,
	.prepare = prepare_reviewed,
	.rules = help_reviewed_rules,
	.rules_count = HELP_REVIEWED_RULES_COUNT,
	.apply = apply_reviewed,
	.page = "/clients/{person}/investigation",
};
