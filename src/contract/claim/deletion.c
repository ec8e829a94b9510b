/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/deletion.h"

#include <string.h>

#include "claim_sql.h"
#include "contract/exchange/order_end.h"

#define TAKEN_BACK "13" /* WMO002 */
#define CORRECTION "14"

enum status claim_keep_order(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct order_end *end = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(end->assignment) };
	enum status status;

	(void)findings;
	if (strcmp(or_empty(end->change_reason), TAKEN_BACK) != 0)
		return OK;
	status = db_one(journal->db, &sql_claim_is_approved, values, COUNT(values), &rows, fault);
	if (status == OK)
		end->change_reason = CORRECTION;
	return status == NOT_FOUND ? OK : status;
}
