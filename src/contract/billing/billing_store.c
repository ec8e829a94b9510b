/* SPDX-License-Identifier: EUPL-1.2 */
/* What is read back of claims that were made here. */
#include <string.h>

#include "billing_sql.h"
#include "common/scheme/chain.h"
#include "contract/billing/billing.h"
#include "contract/billing/draft.h"

static const struct field billing_claim_fields[] = {
	FIELD(struct billing_claim, fact),        FIELD(struct billing_claim, lines),
	FIELD(struct billing_claim, refused),     FIELD(struct billing_claim, party),
	FIELD(struct billing_claim, provider),    FIELD(struct billing_claim, municipality),
	FIELD(struct billing_claim, number),      FIELD(struct billing_claim, message),
	FIELD(struct billing_claim, codes),       FIELD(struct billing_claim, month),
	FIELD(struct billing_claim, approved_on), FIELD(struct billing_claim, sent_on),
	FIELD(struct billing_claim, answered_on), FIELD(struct billing_claim, total),
	FIELD(struct billing_claim, granted),
};
const struct record billing_claim_record =
	RECORD(struct billing_claim, "billing_claim", billing_claim_fields);

/* The only row that a query finds. */
static enum status find(struct journal *journal, const struct db_query *query, const struct value *values,
                        size_t count, struct billing_claim *ret_claim, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(journal->db, query, values, count, &rows, fault);

	if (status == OK)
		db_record(&rows, &billing_claim_record, ret_claim, journal->arena);
	return status;
}

enum status billing_claim_of(struct journal *journal, int64_t claim, struct billing_claim *ret_claim,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(claim) };

	return find(journal, &sql_billing_claim, values, COUNT(values), ret_claim, fault);
}

enum status billing_claim_numbered(struct journal *journal, const char *provider, const char *number,
                                   struct billing_claim *ret_claim, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(provider),
		                        value_text(number) };

	return find(journal, &sql_billing_by_number, values, COUNT(values), ret_claim, fault);
}

enum status billing_claim_sent_as(struct journal *journal, const char *provider, const char *message,
                                  struct billing_claim *ret_claim, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(provider),
		                        value_text(message) };

	return find(journal, &sql_billing_by_message, values, COUNT(values), ret_claim, fault);
}

enum status billing_claims(struct journal *journal, const char *party, struct date on,
                           struct records *ret_claims, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_date(on) };

	return db_list(journal->db, &sql_billing_claims, values, COUNT(values),
	               &(struct db_list){ &billing_claim_record, journal->arena, ret_claims }, fault);
}

enum status billing_claims_waiting(struct journal *journal, int64_t after, struct records *ret_claims,
                                   struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after) };

	return db_list(journal->db, &sql_billing_waiting, values, COUNT(values),
	               &(struct db_list){ &billing_claim_record, journal->arena, ret_claims }, fault);
}

enum status billing_lines_of(struct journal *journal, int64_t claim, struct records *ret_lines,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(claim) };

	return db_list(journal->db, &sql_billing_lines, values, COUNT(values),
	               &(struct db_list){ &billed_line_record, journal->arena, ret_lines }, fault);
}

struct texts billing_names(const struct journal *journal, const char *party, struct date on)
{
	const struct texts above =
		chain_above(journal->schemes, journal->register_id, party, on, journal->arena);
	struct texts names = { .items = ARENA_MANY(journal->arena, above.count + 1, const char *) };

	names.items[names.count++] = party;
	for (size_t i = 0; i < above.count; i++)
		if (strcmp(above.items[i], party) != 0 &&
		    chain_leads(party, chain_combination(journal->schemes, journal->register_id,
		                                         above.items[i], on)))
			names.items[names.count++] = above.items[i];
	return names;
}

bool billing_speaks_for(const struct journal *journal, const char *party, const char *name, struct date on)
{
	const struct texts names = billing_names(journal, party, on);

	if (!has_words(party))
		return false;
	for (size_t i = 0; i < names.count; i++)
		if (strcmp(names.items[i], name) == 0)
			return true;
	return false;
}
