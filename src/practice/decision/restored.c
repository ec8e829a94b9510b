/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/restored.h"

#include "common/person/departure.h"
#include "common/scheme/scheme.h"
#include "decision_sql.h"
#include "platform/base/words.h"

static const struct field restored_fields[] = {
	FIELD(struct decision_restored, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct decision_restored, later, .label = WORDS("Besluit dat het beëindigde"),
	      .required = true),
	FIELD(struct decision_restored, report, .label = WORDS("Melding")),
	FIELD(struct decision_restored, decision, .label = WORDS("Besluit"), .required = true),
	FIELD(struct decision_restored, line, .label = WORDS("Regel van het besluit"),
	      .flags = FIELD_ZERO_IS_SET),
	FIELD(struct decision_restored, product, .label = WORDS("Product"), .required = true),
	FIELD(struct decision_restored, amount, .label = WORDS("Hoeveel")),
	FIELD(struct decision_restored, unit, .label = WORDS("Eenheid"), .choices = scheme_units),
	FIELD(struct decision_restored, frequency, .label = WORDS("Per"), .choices = scheme_frequencies),
	FIELD(struct decision_restored, is_budget, .label = WORDS("Persoonsgebonden budget")),
	FIELD(struct decision_restored, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct decision_restored, until, .label = WORDS("Tot"), .required = true),
	FIELD(struct decision_restored, restored_on, .label = WORDS("Geldt weer sinds"), .required = true),
};
const struct record decision_restored_record =
	RECORD(struct decision_restored, "decision_restored", restored_fields);

enum status decisions_restore(struct journal *journal, const struct journal_fact *cause, size_t place,
                              void *item, bool *ret_follows, struct fault *fault)
{
	const struct departure_withdrawn *withdrawn = cause->item;
	struct decision_restored *restored = item;
	struct date today = clock_today(journal->clock);
	const struct value values[] = { value_number(journal->register_id), value_number(withdrawn->person),
		                        value_date(today) };
	struct records stopped = { 0 };
	enum status status =
		db_list(journal->db, &sql_decision_stopped_of, values, COUNT(values),
	                &(struct db_list){ &decision_restored_record, journal->arena, &stopped }, fault);

	*ret_follows = status == OK && place < stopped.count;
	if (!*ret_follows)
		return status;
	*restored = ((const struct decision_restored *)stopped.items)[place];
	restored->restored_on = today;
	return OK;
}

static enum status prepare_restored(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	(void)journal, (void)findings, (void)fault;
	fact->valid_on = ((const struct decision_restored *)fact->item)->restored_on;
	return OK;
}

static enum status apply_restored(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	static const struct db_query *const steps[] = {
		&sql_decision_remove_line,
		&sql_decision_restore_line,
		&sql_decision_drop_stopped,
	};
	const struct decision_restored *restored = fact->item;
	const struct value values[] = { value_number(register_id), value_number(restored->person),
		                        value_number(restored->later), value_date(restored->restored_on) };
	enum status status = db_run(db, &sql_decision_set_restored, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < COUNT(steps); i++)
		status = db_run(db, steps[i], values, 3, fault);
	return status;
}

const struct journal_kind decision_restored_kind = {
	.name = "decision_restored",
	.title = WORDS("Besluit weer laten gelden"),
	.done = WORDS("Besluit geldt weer"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &decision_restored_record,
	.prepare = prepare_restored,
	.apply = apply_restored,
};
