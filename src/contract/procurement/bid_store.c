/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/bid_store.h"

#include <string.h>

#include "procurement_sql.h"

static const struct field now_fields[] = {
	FIELD(struct bid_now, bid),          FIELD(struct bid_now, tender), FIELD(struct bid_now, lot),
	FIELD(struct bid_now, party),        FIELD(struct bid_now, state),  FIELD(struct bid_now, begun_on),
	FIELD(struct bid_now, submitted_at), FIELD(struct bid_now, digest),
};
const struct record bid_now_record = RECORD(struct bid_now, "bid_now", now_fields);

static const struct field holder_fields[] = {
	FIELD(struct bid_holder, place),   FIELD(struct bid_holder, account),
	FIELD(struct bid_holder, name),    FIELD(struct bid_holder, public_key),
	FIELD(struct bid_holder, held_on), FIELD(struct bid_holder, turned_on),
};
const struct record bid_holder_record = RECORD(struct bid_holder, "bid_holder", holder_fields);

static const struct field count_fields[] = {
	FIELD(struct bid_count, lot),
	FIELD(struct bid_count, label),
	FIELD(struct bid_count, bids),
	FIELD(struct bid_count, late),
};
const struct record bid_count_record = RECORD(struct bid_count, "bid_count", count_fields);

enum status bid_find(struct journal *journal, int64_t bid, struct bid_now *ret_bid, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(bid) };
	struct records found = { 0 };
	enum status status = db_list(journal->db, &sql_procurement_bid, values, COUNT(values),
	                             &(struct db_list){ &bid_now_record, journal->arena, &found }, fault);

	if (status == OK && found.count == 0)
		return fault_set(fault, NOT_FOUND, "there is no bid %lld", (long long)bid);
	if (status == OK)
		*ret_bid = *(const struct bid_now *)found.items;
	return status;
}

enum status bid_partners(struct journal *journal, int64_t bid, struct records *ret_partners,
                         struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(bid) };

	return db_list(journal->db, &sql_procurement_partners, values, COUNT(values),
	               &(struct db_list){ &bid_partner_record, journal->arena, ret_partners }, fault);
}

enum status bids_of_party(struct journal *journal, const char *tender, const char *party,
                          struct records *ret_bids, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender),
		                        value_text_or_empty(party) };

	return db_list(journal->db, &sql_procurement_bids_of_party, values, COUNT(values),
	               &(struct db_list){ &bid_now_record, journal->arena, ret_bids }, fault);
}

enum status bid_is_free(struct journal *journal, const struct bid_place *place, const char *party,
                        bool *ret_is_free, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text_or_empty(place->tender), value_text_or_empty(place->lot),
		                        value_text_or_empty(party), value_number(place->but) };
	enum status status =
		db_one(journal->db, &sql_procurement_other_bid, values, COUNT(values), &rows, fault);

	*ret_is_free = status == NOT_FOUND;
	return status == NOT_FOUND ? OK : status;
}

enum bid_role bid_role_of(const struct bid_now *bid, const struct records *partners, const char *party)
{
	const struct bid_partner *items = partners->items;

	if (!has_words(party))
		return BID_NOBODY;
	if (strcmp(bid->party, party) == 0)
		return BID_LEAD;
	for (size_t i = 0; i < partners->count; i++)
		if (strcmp(items[i].party, party) == 0)
			return strcmp(items[i].sort, "member") == 0 ? BID_MEMBER : BID_SUBCONTRACTOR;
	return BID_NOBODY;
}

enum status bid_holders(struct journal *journal, const char *tender, struct records *ret_holders,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender) };

	return db_list(journal->db, &sql_procurement_holders, values, COUNT(values),
	               &(struct db_list){ &bid_holder_record, journal->arena, ret_holders }, fault);
}

enum status bid_counts(struct journal *journal, const char *tender, struct records *ret_counts,
                       struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender) };

	return db_list(journal->db, &sql_procurement_counts, values, COUNT(values),
	               &(struct db_list){ &bid_count_record, journal->arena, ret_counts }, fault);
}

static const struct field key_fields[] = {
	FIELD(struct bid_key_held, tender),     FIELD(struct bid_key_held, title),
	FIELD(struct bid_key_held, bids_until), FIELD(struct bid_key_held, has_key),
	FIELD(struct bid_key_held, has_turned),
};
static const struct record key_record = RECORD(struct bid_key_held, "bid_key_held", key_fields);

enum status bid_keys_of(struct journal *journal, const char *account, struct records *ret_keys,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(account) };

	return db_list(journal->db, &sql_procurement_keys_of, values, COUNT(values),
	               &(struct db_list){ &key_record, journal->arena, ret_keys }, fault);
}
