/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/settlement_store.h"

#include "funding_sql.h"

static const struct field statement_fields[] = {
	FIELD(struct funding_statement, statement),
	FIELD(struct funding_statement, clients),
	FIELD(struct funding_statement, party),
	FIELD(struct funding_statement, agreement),
	FIELD(struct funding_statement, audit, .choices = statement_audits),
	FIELD(struct funding_statement, auditor),
	FIELD(struct funding_statement, words, .max_chars = 2000),
	FIELD(struct funding_statement, cents),
	FIELD(struct funding_statement, stated_on),
};
static const struct record statement_record =
	RECORD(struct funding_statement, "funding_statement", statement_fields);

static const struct field payment_fields[] = {
	FIELD(struct funding_payment, payment), FIELD(struct funding_payment, party),
	FIELD(struct funding_payment, sort),    FIELD(struct funding_payment, reference),
	FIELD(struct funding_payment, cents),   FIELD(struct funding_payment, paid_on),
};
static const struct record payment_record = RECORD(struct funding_payment, "funding_payment", payment_fields);

static const struct field settlement_fields[] = {
	FIELD(struct funding_settlement, settlement), FIELD(struct funding_settlement, scheme),
	FIELD(struct funding_settlement, agreement),  FIELD(struct funding_settlement, form),
	FIELD(struct funding_settlement, year),       FIELD(struct funding_settlement, party),
	FIELD(struct funding_settlement, statement),  FIELD(struct funding_settlement, committed),
	FIELD(struct funding_settlement, delivered),  FIELD(struct funding_settlement, claimed),
	FIELD(struct funding_settlement, approved),   FIELD(struct funding_settlement, stated),
	FIELD(struct funding_settlement, advance),    FIELD(struct funding_settlement, paid),
	FIELD(struct funding_settlement, result),     FIELD(struct funding_settlement, party_bears),
	FIELD(struct funding_settlement, due),        FIELD(struct funding_settlement, municipality_bears),
	FIELD(struct funding_settlement, balance),    FIELD(struct funding_settlement, rounding),
	FIELD(struct funding_settlement, made_on),    FIELD(struct funding_settlement, made_by),
	FIELD(struct funding_settlement, ended_on),   FIELD(struct funding_settlement, signed_on),
	FIELD(struct funding_settlement, signed_by),
};
static const struct record settlement_record =
	RECORD(struct funding_settlement, "funding_settlement", settlement_fields);

static enum status of_year(struct journal *journal, const struct db_query *query,
                           const struct funding_asked *asked, const struct db_list *list, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->scheme),
		                        value_number(asked->year), value_date(asked->on) };

	return db_list(journal->db, query, values, COUNT(values), list, fault);
}

enum status funding_statements(struct journal *journal, const struct funding_asked *asked,
                               struct records *ret_statements, struct fault *fault)
{
	const struct db_list list = { &statement_record, journal->arena, ret_statements };

	return of_year(journal, &sql_funding_statements, asked, &list, fault);
}

enum status funding_payments(struct journal *journal, const struct funding_asked *asked,
                             struct records *ret_payments, struct fault *fault)
{
	const struct db_list list = { &payment_record, journal->arena, ret_payments };

	return of_year(journal, &sql_funding_payments, asked, &list, fault);
}

enum status funding_settlements(struct journal *journal, const struct funding_asked *asked,
                                struct records *ret_settlements, struct fault *fault)
{
	const struct db_list list = { &settlement_record, journal->arena, ret_settlements };

	return of_year(journal, &sql_funding_settlements, asked, &list, fault);
}

enum status funding_settlement_of(struct journal *journal, int64_t settlement,
                                  struct funding_settlement *ret_settlement, struct fault *fault)
{
	struct records found = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(settlement) };
	enum status status = db_list(journal->db, &sql_funding_settlement_of, values, COUNT(values),
	                             &(struct db_list){ &settlement_record, journal->arena, &found }, fault);

	if (status)
		return status;
	if (found.count == 0)
		return NOT_FOUND;
	*ret_settlement = *(const struct funding_settlement *)found.items;
	return OK;
}

enum status funding_settled_parts(struct journal *journal, int64_t settlement, struct records *ret_parts,
                                  struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(settlement) };

	return db_list(journal->db, &sql_funding_settled_parts, values, COUNT(values),
	               &(struct db_list){ &settled_part_record, journal->arena, ret_parts }, fault);
}

enum status funding_set_of_year(struct journal *journal, const struct funding_asked *asked, int64_t *ret_run,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(asked->scheme),
		                        value_number(asked->year), value_date(asked->on) };
	enum status status =
		db_one(journal->db, &sql_funding_set_of_year, values, COUNT(values), &rows, fault);

	*ret_run = status == OK ? db_number(&rows, 0) : 0;
	return status == NOT_FOUND ? OK : status;
}

enum status funding_members(struct journal *journal, const char *party, struct date on,
                            struct records *ret_shares, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_date(on) };

	return db_list(journal->db, &sql_funding_members, values, COUNT(values),
	               &(struct db_list){ &member_share_record, journal->arena, ret_shares }, fault);
}
