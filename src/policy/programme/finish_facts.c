/* SPDX-License-Identifier: EUPL-1.2 */
/* The end of a programme at the door, and as it is kept. */
#include "platform/base/words.h"
#include "policy/programme/finish.h"
#include "programme_sql.h"

static const struct field ending_fields[] = {
	FIELD(struct programme_ended, outcome, .choices = programme_outcomes),
	FIELD(struct programme_ended, reason, .max_chars = 4000),
	FIELD(struct programme_ended, ended_on),
	FIELD(struct programme_ended, ended_by),
};
const struct record programme_ending_record =
	RECORD(struct programme_ended, "programme_ending", ending_fields);

static enum status apply_ended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct programme_ended *ended = fact->item;
	const struct value values[] = { value_number(register_id), value_text(ended->of.programme),
		                        value_number(fact->fact),  value_text(ended->outcome),
		                        value_text(ended->reason), value_date(fact->valid_on),
		                        value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_programme_add_ending, values, COUNT(values), fault);
}

const struct journal_kind programme_ended_kind = {
	.name = "programme_ended",
	.title = WORDS("Een programma beëindigen"),
	.done = WORDS("Programma beëindigd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &programme_ended_record,
	.prepare = programme_prepare,
	.rules = programme_ended_rules,
	.rules_count = PROGRAMME_ENDED_RULES_COUNT,
	.apply = apply_ended,
	.page = "/programmes/{programme}",
};

enum status programme_ending(struct journal *journal, const struct programme_asked *asked,
                             struct programme_ended *ret_ended, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };
	enum status status = db_one(journal->db, &sql_programme_ending, values, COUNT(values), &rows, fault);

	*ret_ended = (struct programme_ended){ .outcome = "", .reason = "", .ended_by = "" };
	if (status == OK)
		db_record(&rows, &programme_ending_record, ret_ended, journal->arena);
	return status;
}
