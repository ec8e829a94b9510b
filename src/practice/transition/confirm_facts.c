/* SPDX-License-Identifier: EUPL-1.2 */
/* A handover confirmed, at the door. */
#include "platform/base/words.h"
#include "practice/transition/confirm.h"
#include "transition_sql.h"

static enum status prepare_confirmed(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct handover_confirmed *confirmed = fact->item;
	struct confirm_situation *situation = &confirmed->situation;
	const struct value values[] = { value_number(journal->register_id), value_number(confirmed->person),
		                        value_number(confirmed->assignment) };
	enum status status =
		db_one(journal->db, &sql_transition_unconfirmed, values, COUNT(values), &rows, fault);

	(void)findings;
	fact->valid_on = confirmed->confirmed_on;
	situation->today = clock_today(journal->clock);
	situation->is_due = status == OK;
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	confirmed->handover = db_number(&rows, 0);
	situation->handed_on = db_date(&rows, 1);
	return OK;
}

static enum status apply_confirmed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct handover_confirmed *confirmed = fact->item;
	const struct value values[] = { value_number(register_id), value_number(confirmed->person),
		                        value_number(confirmed->handover),
		                        value_date(confirmed->confirmed_on) };

	(void)arena;
	return db_run(db, &sql_transition_confirm, values, COUNT(values), fault);
}

const struct journal_kind handover_confirmed_kind = {
	.name = "handover_confirmed",
	.title = WORDS("Overdracht bevestigen"),
	.done = WORDS("Overdracht bevestigd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN | MAY_DELIVER,
	.record = &handover_confirmed_record,
	.prepare = prepare_confirmed,
	.rules = confirm_rules,
	.rules_count = CONFIRM_RULES_COUNT,
	.apply = apply_confirmed,
};
