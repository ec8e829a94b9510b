/* SPDX-License-Identifier: EUPL-1.2 */
/* Before somebody is erased: the bytes of the messages with our claims about them go. */
#include "billing_sql.h"
#include "contract/billing/billing.h"
#include "contract/exchange/traffic.h"

struct about {
	int64_t fact;
};
static const struct field about_fields[] = { FIELD(struct about, fact) };
static const struct record about_record = RECORD(struct about, "about", about_fields);

enum status billing_forget_kept(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person) };
	struct records claims = { 0 };
	enum status status = db_list(db, &sql_billing_claims_about, values, COUNT(values),
	                             &(struct db_list){ &about_record, arena, &claims }, fault);

	for (size_t i = 0; status == OK && i < claims.count; i++)
		status = traffic_let_go_of_claim(db, register_id,
		                                 ((const struct about *)claims.items)[i].fact, arena, fault);
	return status;
}
