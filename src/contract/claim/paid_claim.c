/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/paid_claim.h"

#include "claim_sql.h"

enum status claim_pay(struct db *db, int64_t register_id, const struct claim_payment *payment,
                      struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(payment->payment),
		                        value_number(payment->claim), value_number(payment->cents),
		                        value_date(payment->paid_on) };

	return db_run(db, &sql_claim_pay, values, COUNT(values), fault);
}

enum status claim_payable_of(struct journal *journal, int64_t claim, struct claim_payable *ret_payable,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(claim) };
	enum status status = db_one(journal->db, &sql_claim_payable, values, COUNT(values), &rows, fault);

	*ret_payable = (struct claim_payable){ 0 };
	if (status == OK)
		*ret_payable = (struct claim_payable){ .party = db_text(&rows, 0, journal->arena),
			                               .month = db_date(&rows, 1),
			                               .granted = db_number(&rows, 2),
			                               .paid = db_number(&rows, 3) };
	return status;
}
