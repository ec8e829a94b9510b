/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tariff/tariff_store.h"

#include "common/scheme/chain.h"
#include "common/scheme/holding.h"
#include "common/scheme/scheme_check.h"
#include "tariff_sql.h"

static const struct field held_fields[] = {
	FIELD(struct tariff_held, agreement),
	FIELD(struct tariff_held, product),
	FIELD(struct tariff_held, level),
	FIELD(struct tariff_held, unit, .choices = tariff_units),
	FIELD(struct tariff_held, cents),
	FIELD(struct tariff_held, valid_from),
	FIELD(struct tariff_held, valid_until),
	FIELD(struct tariff_held, sort, .choices = tariff_sorts),
	FIELD(struct tariff_held, source, .max_chars = 1000),
	FIELD(struct tariff_held, is_placeholder),
	FIELD(struct tariff_held, fact),
	FIELD(struct tariff_held, proposal),
};
const struct record tariff_held_record = RECORD(struct tariff_held, "tariff", held_fields);

static const struct field proposal_fields[] = {
	FIELD(struct tariff_proposal, proposal),      FIELD(struct tariff_proposal, scheme),
	FIELD(struct tariff_proposal, agreement),     FIELD(struct tariff_proposal, source),
	FIELD(struct tariff_proposal, reason),        FIELD(struct tariff_proposal, programme),
	FIELD(struct tariff_proposal, compared_with), FIELD(struct tariff_proposal, proposed_by),
	FIELD(struct tariff_proposal, breaks),        FIELD(struct tariff_proposal, is_placeholder),
	FIELD(struct tariff_proposal, valid_from),    FIELD(struct tariff_proposal, valid_until),
	FIELD(struct tariff_proposal, proposed_on),   FIELD(struct tariff_proposal, set_on),
};
static const struct record tariff_proposal_record =
	RECORD(struct tariff_proposal, "tariff_proposal", proposal_fields);

static const struct field signature_fields[] = {
	FIELD(struct tariff_signature, corner),    FIELD(struct tariff_signature, account),
	FIELD(struct tariff_signature, name),      FIELD(struct tariff_signature, reason, .max_chars = 1000),
	FIELD(struct tariff_signature, signed_on),
};
static const struct record tariff_signature_record =
	RECORD(struct tariff_signature, "tariff_signature", signature_fields);

/* --- the arrangements of a register --- */

/* The arrangement of one scheme at that place: what was there before it goes first. */
static struct tariff_place place_in(const struct scheme_entry *entry, size_t place)
{
	const struct scheme_earlier *earlier = entry->scheme.earlier.items;
	const struct scheme_agreement *agreement = entry->scheme.agreements.items;

	if (place < entry->scheme.earlier.count)
		return (struct tariff_place){ .entry = entry,
			                      .name = earlier[place].name,
			                      .label = earlier[place].label,
			                      .until = earlier[place].until,
			                      .is_earlier = true };
	place -= entry->scheme.earlier.count;
	if (place < entry->scheme.agreements.count)
		return (struct tariff_place){ .entry = entry,
			                      .name = agreement[place].name,
			                      .label = agreement[place].label,
			                      .from = agreement[place].from,
			                      .until = agreement[place].until };
	return (struct tariff_place){ 0 };
}

struct tariff_place tariff_place_nth(const struct journal *journal, size_t place)
{
	const struct scheme_entry *entry = NULL;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		size_t count = entry->scheme.earlier.count + entry->scheme.agreements.count;

		if (place < count)
			return place_in(entry, place);
		place -= count;
	}
	return (struct tariff_place){ 0 };
}

struct tariff_place tariff_place_of(const struct journal *journal, const char *agreement)
{
	struct tariff_place place = tariff_place_nth(journal, 0);

	for (size_t i = 1; place.entry != NULL && !check_is(place.name, agreement); i++)
		place = tariff_place_nth(journal, i);
	return place;
}

const char *tariff_product_label(const struct tariff_place *place, const char *product)
{
	const struct scheme_product *found = scheme_product(&place->entry->scheme, product);
	const struct scheme_replaced *replaced = place->entry->scheme.replaced_products.items;

	for (size_t i = 0; found == NULL && i < place->entry->scheme.replaced_products.count; i++)
		if (check_is(replaced[i].name, product))
			return replaced[i].label;
	return found == NULL ? product : found->label;
}

static bool is_above(const struct journal *journal, const struct tariff_place *place, const char *party,
                     struct date on)
{
	struct texts above = chain_above(journal->schemes, journal->register_id, party, on, journal->arena);

	for (size_t i = 0; i < above.count; i++)
		if (scheme_holds(&place->entry->scheme, place->name, above.items[i], on))
			return true;
	return false;
}

bool tariff_is_of_party(const struct journal *journal, const struct tariff_place *place, const char *party,
                        struct date on)
{
	return !place->is_earlier &&
	       (is_above(journal, place, party, on) ||
	        (date_before(on, place->from) && is_above(journal, place, party, place->from)));
}

/* --- tariffs --- */

enum status tariffs_on(struct journal *journal, const char *agreement, struct date on,
                       struct records *ret_held, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_date(on) };

	return db_list(journal->db, &sql_tariff_on, values, COUNT(values),
	               &(struct db_list){ &tariff_held_record, journal->arena, ret_held }, fault);
}

enum status tariffs_history(struct journal *journal, const char *agreement, struct records *ret_held,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement) };

	return db_list(journal->db, &sql_tariff_history, values, COUNT(values),
	               &(struct db_list){ &tariff_held_record, journal->arena, ret_held }, fault);
}

enum status tariffs_before(struct journal *journal, const char *agreement, struct date day,
                           struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_date(day) };

	return db_list(journal->db, &sql_tariff_last_before, values, COUNT(values),
	               &(struct db_list){ &tariff_line_record, journal->arena, ret_lines }, fault);
}

enum status tariffs_begin_last(struct journal *journal, const char *agreement, struct date *ret_day,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(agreement) };
	enum status status =
		db_one(journal->db, &sql_tariff_begins_last, values, COUNT(values), &rows, fault);

	*ret_day = status == OK ? db_date(&rows, 0) : (struct date){ 0 };
	return status == NOT_FOUND ? OK : status;
}

/* --- proposals --- */

enum status tariff_proposal(struct journal *journal, int64_t proposal, struct tariff_proposal *ret_proposal,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(proposal) };
	struct records found = { 0 };
	enum status status =
		db_list(journal->db, &sql_tariff_proposal, values, COUNT(values),
	                &(struct db_list){ &tariff_proposal_record, journal->arena, &found }, fault);

	*ret_proposal = (struct tariff_proposal){ 0 };
	if (status != OK || found.count == 0)
		return status == OK ? NOT_FOUND : status;
	*ret_proposal = *(const struct tariff_proposal *)found.items;
	return OK;
}

enum status tariff_proposals(struct journal *journal, struct date on, struct records *ret_proposals,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_tariff_proposals, values, COUNT(values),
	               &(struct db_list){ &tariff_proposal_record, journal->arena, ret_proposals }, fault);
}

enum status tariff_proposed_of(struct journal *journal, int64_t proposal, struct records *ret_lines,
                               struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(proposal) };

	return db_list(journal->db, &sql_tariff_proposed_of, values, COUNT(values),
	               &(struct db_list){ &tariff_line_record, journal->arena, ret_lines }, fault);
}

enum status tariff_bands_of(struct journal *journal, int64_t proposal, struct records *ret_bands,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(proposal) };

	return db_list(journal->db, &sql_tariff_bands_of, values, COUNT(values),
	               &(struct db_list){ &tariff_band_record, journal->arena, ret_bands }, fault);
}

enum status tariff_signatures_of(struct journal *journal, int64_t proposal, struct date on,
                                 struct records *ret_signatures, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(proposal),
		                        value_date(on) };

	return db_list(journal->db, &sql_tariff_signatures_of, values, COUNT(values),
	               &(struct db_list){ &tariff_signature_record, journal->arena, ret_signatures }, fault);
}
