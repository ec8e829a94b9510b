/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/free.h"

#include "claim_sql.h"

enum status claim_free_count(struct journal *journal, const struct claim_free_asked *asked,
                             int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(asked->party),
		                        value_date(asked->month.from), value_date(asked->month.until) };
	enum status status = db_one(journal->db, &sql_claim_free_count, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status claim_free_orders(struct journal *journal, const struct claim_free_asked *asked,
                              const struct claim_free_visit *visit, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(asked->party),
		                        value_date(asked->month.from), value_date(asked->month.until),
		                        value_number(asked->most) };
	enum status status = db_select(journal->db, &sql_claim_free, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		const struct claim_free order = {
			.assignment = db_number(&rows, 0),
			.person = db_number(&rows, 1),
			.product = db_text(&rows, 2, arena),
			.amount = db_number(&rows, 3),
			.unit = db_text(&rows, 4, arena),
			.frequency = db_text(&rows, 5, arena),
			.valid = { db_date(&rows, 6), db_date(&rows, 7) },
		};

		status = visit->visit(visit->context, &order, fault);
		arena_clear(arena);
	}
	return status == NOT_FOUND ? OK : status;
}
