/* SPDX-License-Identifier: EUPL-1.2 */
/* A case without a report: it begins with what was decided before this system. */
#include "caseload_sql.h"
#include "practice/caseload/caseload.h"
#include "practice/decision/take_over.h"

enum status caseload_taken_over(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct decision_taken_over *taken = fact->item;
	const struct value values[] = {
		value_number(register_id),           value_number(fact->fact),
		value_number(fact->person),          value_text(taken->client.team),
		value_text(taken->client.contact),   value_text("applied"),
		value_text(taken->decision.reasons), value_date(fact->valid_on),
		value_date(fact->valid_on),
	};
	const struct value history[] = { values[0], values[1], values[7], values[2],
		                         values[3], values[4], values[5], values[8] };
	const struct value count[] = { values[0], values[3], values[4], values[5], value_number(1) };
	enum status status = db_run(db, &sql_caseload_add, values, COUNT(values), fault);

	if (status == OK)
		status = db_run(db, &sql_caseload_begin_history, history, COUNT(history), fault);
	if (status == OK)
		status = db_run(db, &sql_caseload_change_count, count, COUNT(count), fault);
	return status == OK ? caseload_decision(db, register_id, fact, arena, fault) : status;
}

/* Before the rows go: what was counted with them. */
enum status caseload_forget(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person) };
	enum status status = db_run(db, &sql_caseload_forget_count, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_caseload_forget_empty, values, 1, fault) : status;
}
