/* SPDX-License-Identifier: EUPL-1.2 */
/* Representatives at the door, and as they are kept. */
#include "common/person/representative.h"
#include "common/person/vault.h"
#include "person_sql.h"
#include "platform/base/words.h"

static const struct field representative_fields[] = {
	FIELD(struct representative, representative),
	FIELD(struct representative, sort),
	FIELD(struct representative, place),
	FIELD(struct representative, ground, .max_chars = 300),
	FIELD(struct representative, letters),
	FIELD(struct representative, valid_from),
	FIELD(struct representative, valid_until),
	FIELD_INSIDE(struct representative, who, &relation_record),
};
const struct record representative_record =
	RECORD(struct representative, "representative", representative_fields);

enum status representatives_of(struct journal *journal, int64_t person, struct records *ret_representatives,
                               struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	struct representative *items;
	enum status status = db_list(
		journal->db, &sql_person_representatives, values, COUNT(values),
		&(struct db_list){ &representative_record, journal->arena, ret_representatives }, fault);

	items = ret_representatives->items;
	for (size_t i = 0; status == OK && i < ret_representatives->count; i++) {
		status = relation_of(journal, items[i].representative, &items[i].who, fault);
		status = status == NOT_FOUND ? OK : status;
	}
	return status;
}

enum status representative_of(struct journal *journal, int64_t person, struct date on,
                              struct representative *ret_representative, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	enum status status =
		db_one(journal->db, &sql_person_representative_on, values, COUNT(values), &rows, fault);

	*ret_representative = (struct representative){ 0 };
	if (status)
		return status;
	db_record(&rows, &representative_record, ret_representative, journal->arena);
	status = relation_of(journal, ret_representative->representative, &ret_representative->who, fault);
	return status == NOT_FOUND ? OK : status;
}

/* --- named --- */

static enum status prepare_named(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct representative_named *named = fact->item;
	struct representative first;
	struct identity identity;
	enum status status = vault_identity(journal, named->person, &identity, fault);

	(void)findings;
	fact->valid_on = named->from;
	named->situation = (struct representative_situation){ .is_known_person = status == OK };
	if (status == OK)
		status = representative_of(journal, named->person, named->from, &first, fault);
	if (status == OK)
		named->situation.is_preceded = first.place < representative_place(named->sort);
	if (status != OK && status != NOT_FOUND)
		return status;
	return relation_add(journal, fact->fact, &named->who, fault);
}

static enum status apply_named(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct representative_named *named = fact->item;
	struct date until = date_until(named->last_day);
	const struct value values[] = { value_number(register_id),
		                        value_number(named->person),
		                        value_number(fact->fact),
		                        value_text(named->sort),
		                        value_number(representative_place(named->sort)),
		                        value_text(named->ground),
		                        value_text_or_empty(named->letters),
		                        value_date(named->from),
		                        value_date(until) };

	(void)arena;
	return db_run(db, &sql_person_add_representative, values, COUNT(values), fault);
}

const struct journal_kind representative_named_kind = {
	.name = "representative_named",
	.title = WORDS("Vertegenwoordiger vastleggen"),
	.done = WORDS("Vertegenwoordiger vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &representative_named_record,
	.prepare = prepare_named,
	.rules = representative_rules,
	.rules_count = REPRESENTATIVE_RULES_COUNT,
	.apply = apply_named,
};

/* --- ended --- */

static enum status prepare_ended(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct representative_ended *ended = fact->item;
	struct records all = { 0 };
	const struct representative *items;
	enum status status = representatives_of(journal, ended->person, &all, fault);

	(void)findings;
	fact->valid_on = ended->ended_on;
	ended->is_known = false;
	items = all.items;
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (items[i].representative == ended->representative) {
			ended->is_known = true;
			ended->from = items[i].valid_from;
			ended->until = items[i].valid_until;
		}
	return status;
}

static enum status apply_ended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct representative_ended *ended = fact->item;
	const struct value values[] = { value_number(register_id), value_number(ended->person),
		                        value_number(ended->representative), value_date(ended->ended_on) };

	(void)arena;
	return db_run(db, &sql_person_end_representative, values, COUNT(values), fault);
}

const struct journal_kind representative_ended_kind = {
	.name = "representative_ended",
	.title = WORDS("Vertegenwoordiging beëindigen"),
	.done = WORDS("Vertegenwoordiging beëindigd"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &representative_ended_record,
	.prepare = prepare_ended,
	.rules = representative_end_rules,
	.rules_count = REPRESENTATIVE_END_RULES_COUNT,
	.apply = apply_ended,
};

enum status representative_acts(struct journal *journal, int64_t person, int64_t representative,
                                struct date on, bool *ret_acts, struct fault *fault)
{
	struct records all;
	const struct representative *items;
	enum status status = representatives_of(journal, person, &all, fault);

	*ret_acts = false;
	items = all.items;
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (items[i].representative == representative &&
		    date_within(on, items[i].valid_from, items[i].valid_until))
			*ret_acts = true;
	return status;
}

enum status representative_sight(struct journal *journal, const struct sight_asked *asked,
                                 const char **ret_ground, struct fault *fault)
{
	bool acts = false;
	enum status status = asked->representative == 0
	                             ? OK
	                             : representative_acts(journal, asked->person, asked->representative,
	                                                   asked->today, &acts, fault);

	if (acts)
		*ret_ground = ACCESS_REPRESENTATIVE;
	return status;
}
