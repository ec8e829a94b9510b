/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/refusals.h"

#include "claim_sql.h"

static const struct field refusal_fields[] = {
	FIELD(struct claim_refusal, reference),
	FIELD(struct claim_refusal, codes),
};
static const struct record refusal_record = RECORD(struct claim_refusal, "claim_refusal", refusal_fields);

enum status claim_refusals(struct journal *journal, int64_t claim, struct records *ret_refusals,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(claim) };

	return db_list(journal->db, &sql_claim_refusals, values, COUNT(values),
	               &(struct db_list){ &refusal_record, journal->arena, ret_refusals }, fault);
}
