/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/party_orders.h"

#include "exchange_sql.h"

static const struct field party_order_fields[] = {
	FIELD(struct party_order, assignment), FIELD(struct party_order, person),
	FIELD(struct party_order, amount),     FIELD(struct party_order, party),
	FIELD(struct party_order, product),    FIELD(struct party_order, unit),
	FIELD(struct party_order, frequency),  FIELD(struct party_order, municipality),
	FIELD(struct party_order, initials),   FIELD(struct party_order, prefix),
	FIELD(struct party_order, surname),    FIELD(struct party_order, has_bsn),
	FIELD(struct party_order, valid_from), FIELD(struct party_order, valid_until),
	FIELD(struct party_order, started_on),
};
static const struct record party_order_record = RECORD(struct party_order, "party_order", party_order_fields);

enum status party_orders(struct journal *journal, const char *party, struct date before,
                         struct records *ret_orders, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_date(before) };

	return db_list(journal->db, &sql_exchange_orders_of_party, values, COUNT(values),
	               &(struct db_list){ &party_order_record, journal->arena, ret_orders }, fault);
}

enum status party_order_of(struct journal *journal, int64_t assignment, struct party_order *ret_order,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(assignment) };
	enum status status =
		db_one(journal->db, &sql_exchange_order_of_party, values, COUNT(values), &rows, fault);

	if (status == OK)
		db_record(&rows, &party_order_record, ret_order, journal->arena);
	return status;
}
