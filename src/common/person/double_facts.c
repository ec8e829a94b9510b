/* SPDX-License-Identifier: EUPL-1.2 */
/* Doubles as they are found, and what is said of them at the door. */
#include "common/person/double.h"
#include "common/person/vault.h"
#include "person_sql.h"
#include "platform/base/words.h"

static const struct field person_pair_fields[] = {
	FIELD(struct person_pair, person),         FIELD(struct person_pair, other),
	FIELD(struct person_pair, same_name),      FIELD(struct person_pair, same_address),
	FIELD(struct person_pair, same_bsn),       FIELD(struct person_pair, born),
	FIELD(struct person_pair, initials),       FIELD(struct person_pair, prefix),
	FIELD(struct person_pair, surname),        FIELD(struct person_pair, street),
	FIELD(struct person_pair, house_number),   FIELD(struct person_pair, place),
	FIELD(struct person_pair, other_initials), FIELD(struct person_pair, other_prefix),
	FIELD(struct person_pair, other_surname),  FIELD(struct person_pair, other_street),
	FIELD(struct person_pair, other_place),    FIELD(struct person_pair, other_house_number),
	FIELD(struct person_pair, other_born),
};
static const struct record person_pair_record = RECORD(struct person_pair, "person_pair", person_pair_fields);

enum status pairs_after(struct journal *journal, int64_t person, int64_t other, struct records *ret_pairs,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(other) };

	return db_list(journal->db, &sql_person_pairs, values, COUNT(values),
	               &(struct db_list){ &person_pair_record, journal->arena, ret_pairs }, fault);
}

enum status pairs_count(struct journal *journal, int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status =
		db_one(journal->db, &sql_person_count_pairs, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status pair_has(struct journal *journal, int64_t person, bool *ret_has, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status = db_one(journal->db, &sql_person_has_pair, values, COUNT(values), &rows, fault);

	*ret_has = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* --- which number is used --- */

#define STEPS_MAX 16 /* a double of a double of a double ..: no more than a careful desk ever makes */

/* The number that came in the place of this one; NOT_FOUND where none did. */
static enum status next_number(struct journal *journal, int64_t *person, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(*person) };
	enum status status =
		db_one(journal->db, &sql_person_number_stays, values, COUNT(values), &rows, fault);

	if (status == OK)
		*person = db_number(&rows, 0);
	return status;
}

enum status person_stays(struct journal *journal, int64_t person, int64_t *ret_stays, struct fault *fault)
{
	enum status status = OK;

	*ret_stays = person;
	for (int i = 0; status == OK && i < STEPS_MAX; i++)
		status = next_number(journal, ret_stays, fault);
	return status == NOT_FOUND ? OK : status;
}

enum status person_same_as(struct journal *journal, int64_t person, const char **ret_numbers,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status = db_select(journal->db, &sql_person_same_as, values, COUNT(values), &rows, fault);

	*ret_numbers = "";
	while (status == OK && (status = db_next(&rows, fault)) == OK)
		*ret_numbers =
			arena_print(journal->arena, "%s%s%lld", *ret_numbers,
		                    (*ret_numbers)[0] == '\0' ? "" : ", ", (long long)db_number(&rows, 0));
	return status == NOT_FOUND ? OK : status;
}

/* --- what is said of two numbers --- */

/* The newest word about the two: 1 the same, 0 not, -1 nothing yet. */
static enum status newest_word(struct journal *journal, const struct sameness *sameness, int64_t *ret_word,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	bool is_lower = sameness->person < sameness->other;
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(is_lower ? sameness->person : sameness->other),
		                        value_number(is_lower ? sameness->other : sameness->person) };
	enum status status = db_one(journal->db, &sql_person_sameness, values, COUNT(values), &rows, fault);

	*ret_word = status == OK ? db_number(&rows, 0) : -1;
	return status == NOT_FOUND ? OK : status;
}

static enum status are_known(struct journal *journal, const struct sameness *sameness, bool *ret_are,
                             struct fault *fault)
{
	struct identity identity;
	enum status status = vault_identity(journal, sameness->person, &identity, fault);

	if (status == OK)
		status = vault_identity(journal, sameness->other, &identity, fault);
	*ret_are = status == OK && sameness->person != sameness->other;
	return status == NOT_FOUND ? OK : status;
}

static enum status look(struct journal *journal, struct journal_fact *fact, int64_t word, struct fault *fault)
{
	struct sameness *sameness = fact->item;
	struct sameness_situation *situation = &sameness->situation;
	int64_t newest = -1, stays = 0, other_stays = 0;
	enum status status = are_known(journal, sameness, &situation->are_known, fault);

	fact->valid_on = clock_today(journal->clock);
	if (status == OK)
		status = newest_word(journal, sameness, &newest, fault);
	if (status == OK)
		status = person_stays(journal, sameness->person, &stays, fault);
	if (status == OK)
		status = person_stays(journal, sameness->other, &other_stays, fault);
	situation->is_said = newest == word;
	situation->stays_here = stays == sameness->person;
	situation->is_free = other_stays == sameness->other || situation->is_said;
	return status;
}

static enum status prepare_same(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	(void)findings;
	return look(journal, fact, 1, fault);
}

static enum status prepare_different(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	(void)findings;
	return look(journal, fact, 0, fault);
}

static enum status keep_word(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             int64_t word, struct fault *fault)
{
	const struct sameness *sameness = fact->item;
	bool is_lower = sameness->person < sameness->other;
	const struct value values[] = { value_number(register_id),
		                        value_number(is_lower ? sameness->person : sameness->other),
		                        value_number(is_lower ? sameness->other : sameness->person),
		                        value_number(word),
		                        value_number(word == 1 ? sameness->person : 0),
		                        value_number(fact->fact),
		                        value_date(fact->valid_on) };

	return db_run(db, &sql_person_set_sameness, values, COUNT(values), fault);
}

static enum status apply_same(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	(void)arena;
	return keep_word(db, register_id, fact, 1, fault);
}

static enum status apply_different(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	(void)arena;
	return keep_word(db, register_id, fact, 0, fault);
}

const struct journal_kind persons_same_kind = {
	.name = "persons_same",
	.title = WORDS("Dit is dezelfde persoon"),
	.done = WORDS("Zelfde persoon als een ander nummer"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &persons_same_record,
	.prepare = prepare_same,
	.rules = persons_same_rules,
	.rules_count = PERSONS_SAME_RULES_COUNT,
	.apply = apply_same,
	.page = "/doubles",
};

const struct journal_kind persons_different_kind = {
	.name = "persons_different",
	.title = WORDS("Dit zijn verschillende personen"),
	.done = WORDS("Niet dezelfde persoon als een ander nummer"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &persons_different_record,
	.prepare = prepare_different,
	.rules = persons_different_rules,
	.rules_count = PERSONS_DIFFERENT_RULES_COUNT,
	.apply = apply_different,
	.page = "/doubles",
};
