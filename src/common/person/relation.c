/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/relation.h"

#include "common/person/person.h"
#include "common/person/vault.h"
#include "person_sql.h"
#include "platform/base/words.h"

#define NAME .label = WORDS("Naam"), .flags = FIELD_IN_VAULT
#define ORGANISATION .label = WORDS("Organisatie"), .flags = FIELD_IN_VAULT
#define PHONE .label = WORDS("Telefoon"), .flags = FIELD_IN_VAULT, .max_chars = 15
#define EMAIL .label = WORDS("E-mail"), .flags = FIELD_IN_VAULT, .max_chars = 120

static const struct field relation_fields[] = {
	FIELD(struct relation, name, NAME),
	FIELD(struct relation, organisation, ORGANISATION),
	FIELD(struct relation, postcode, .label = WORDS("Postcode"), .flags = FIELD_IN_VAULT, .max_chars = 7),
	FIELD(struct relation, house_number, .label = WORDS("Huisnummer"),
	      .flags = FIELD_IN_VAULT | FIELD_UNSIGNED, .max = 99999),
	FIELD(struct relation, house_addition, .label = WORDS("Toevoeging"), .flags = FIELD_IN_VAULT,
	      .max_chars = 4),
	FIELD(struct relation, street, .label = WORDS("Straat"), .flags = FIELD_IN_VAULT, .max_chars = 80),
	FIELD(struct relation, place, .label = WORDS("Plaats"), .flags = FIELD_IN_VAULT, .max_chars = 80),
	FIELD(struct relation, phone, PHONE),
	FIELD(struct relation, email, EMAIL),
};
const struct record relation_record = RECORD(struct relation, "relation", relation_fields);

static const struct field caller_fields[] = {
	FIELD(struct relation, name, NAME),
	FIELD(struct relation, organisation, ORGANISATION,
	      .hint = WORDS("Van een ketenpartner: waar hij of zij werkt.")),
	FIELD(struct relation, phone, PHONE),
	FIELD(struct relation, email, EMAIL),
};
const struct record caller_record = RECORD(struct relation, "caller", caller_fields);

enum status relation_add(struct journal *journal, int64_t number, const struct relation *relation,
                         struct fault *fault)
{
	const struct value values[] = {
		value_number(journal->register_id),
		value_number(number),
		value_text_or_empty(relation->name),
		value_text_or_empty(relation->organisation),
		value_text_or_empty(relation->street),
		value_number(relation->house_number),
		value_text_or_empty(relation->house_addition),
		value_text(postcode_plain(or_empty(relation->postcode), journal->arena)),
		value_text_or_empty(relation->place),
		value_text_or_empty(relation->phone),
		value_text_or_empty(relation->email),
	};

	if (!has_words(relation->name) && !has_words(relation->organisation))
		return OK;
	return db_run(journal->db, &sql_person_add_relation, values, COUNT(values), fault);
}

enum status relation_of(struct journal *journal, int64_t number, struct relation *ret_relation,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	enum status status = db_one(journal->db, &sql_person_relation, values, COUNT(values), &rows, fault);

	*ret_relation = (struct relation){ 0 };
	if (status == OK)
		db_record(&rows, &relation_record, ret_relation, journal->arena);
	return status;
}

const char *relation_words(const struct relation *relation, struct arena *arena)
{
	bool has_both = has_words(relation->name) && has_words(relation->organisation);

	return arena_print(arena, "%s%s%s", or_empty(relation->name), has_both ? ", " : "",
	                   or_empty(relation->organisation));
}

enum status relation_copy_known(const struct vault_copy *copy, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(copy->register_id), value_number(copy->last) };
	enum status status =
		db_select(copy->db, &sql_person_known_relations, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		const struct value row[] = {
			values[0],
			value_number(db_number(&rows, 0)),
			value_text(db_text(&rows, 1, arena)),
			value_text(db_text(&rows, 2, arena)),
			value_text(db_text(&rows, 3, arena)),
			value_number(db_number(&rows, 4)),
			value_text(db_text(&rows, 5, arena)),
			value_text(db_text(&rows, 6, arena)),
			value_text(db_text(&rows, 7, arena)),
			value_text(db_text(&rows, 8, arena)),
			value_text(db_text(&rows, 9, arena)),
		};

		status = db_run(copy->into, &sql_person_add_relation, row, COUNT(row), fault);
		arena_clear(arena);
	}
	return status == NOT_FOUND ? OK : status;
}
