/* SPDX-License-Identifier: EUPL-1.2 */
/* The caseload follows a death: what was not decided ends with it, and goes on where it was a mistake. */
#include <string.h>

#include "caseload_sql.h"
#include "common/person/departure.h"
#include "practice/caseload/caseload_keeping.h"
#include "practice/decision/restored.h"

/* The open cases of a person, or those that a death ended. */
static enum status cases_of(const struct keeping *keeping, const struct db_query *query, int64_t person,
                            struct records *ret_cases, struct fault *fault)
{
	const struct value values[] = { value_number(keeping->register_id), value_number(person) };

	return db_list(keeping->db, query, values, COUNT(values),
	               &(struct db_list){ &case_line_record, keeping->arena, ret_cases }, fault);
}

enum status caseload_departed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct departure *departure = fact->item;
	const struct value values[] = { value_number(register_id), value_number(departure->person) };
	struct records cases = { 0 };
	enum status status = OK;

	if (strcmp(departure->sort, DEPARTURE_DIED) != 0)
		return OK;
	status = cases_of(&keeping, &sql_caseload_undecided_of, departure->person, &cases, fault);
	if (status == OK)
		status = db_run(db, &sql_caseload_keep_departed, values, COUNT(values), fault);
	for (size_t i = 0; status == OK && i < cases.count; i++)
		status = caseload_move_to(&keeping, ((const struct case_line *)cases.items)[i].report,
		                          &(struct case_step){ "closed", departure->ended_on, DATE_LAST },
		                          fault);
	return status;
}

enum status caseload_returned_home(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct departure_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_number(withdrawn->person) };
	struct records cases = { 0 };
	const struct case_line *lines;
	enum status status = cases_of(&keeping, &sql_caseload_departed_of, withdrawn->person, &cases, fault);

	lines = cases.items;
	for (size_t i = 0; status == OK && i < cases.count; i++)
		status = caseload_move_to(
			&keeping, lines[i].report,
			&(struct case_step){ lines[i].status, fact->valid_on, lines[i].due_on }, fault);
	return status == OK ? db_run(db, &sql_caseload_drop_departed, values, COUNT(values), fault) : status;
}

enum status caseload_restored(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct decision_restored *restored = fact->item;
	const struct value more[] = { value_number(register_id), value_number(restored->report),
		                      value_number(restored->is_budget ? 0 : -1),
		                      value_number(restored->is_budget ? -1 : 0) };
	enum status status = db_run(db, &sql_caseload_ungrant, more, COUNT(more), fault);

	return status == OK ? caseload_settle(&keeping, restored->report, fact->valid_on, fault) : status;
}
