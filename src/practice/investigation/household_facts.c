/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/vault.h"
#include "investigation_sql.h"
#include "platform/base/words.h"
#include "practice/investigation/household.h"

static const struct field neighbour_fields[] = {
	FIELD(struct neighbour, person),
	FIELD(struct neighbour, initials),
	FIELD(struct neighbour, prefix),
	FIELD(struct neighbour, surname),
};
static const struct record neighbour_record = RECORD(struct neighbour, "neighbour", neighbour_fields);

enum status housemates_of(struct journal *journal, int64_t person, struct records *ret_lines,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_investigation_housemates_of, values, COUNT(values),
	               &(struct db_list){ &housemate_line_record, journal->arena, ret_lines }, fault);
}

enum status household_others(struct journal *journal, int64_t person, struct records *ret_neighbours,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_investigation_others_at_address, values, COUNT(values),
	               &(struct db_list){ &neighbour_record, journal->arena, ret_neighbours }, fault);
}

static enum status is_known(struct journal *journal, int64_t person, bool *ret_is_known, struct fault *fault)
{
	struct identity identity;
	enum status status = vault_identity(journal, person, &identity, fault);

	*ret_is_known = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_housemate(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct housemate *housemate = fact->item;
	struct housemate_situation *situation = &housemate->situation;
	const struct neighbour *items;
	struct records others = { 0 };
	enum status status = is_known(journal, housemate->person, &situation->is_known_person, fault);

	(void)findings;
	fact->valid_on = housemate->recorded_on;
	situation->today = clock_today(journal->clock);
	if (status == OK && housemate->client != 0)
		status = is_known(journal, housemate->client, &situation->is_known_client, fault);
	if (status == OK)
		status = household_others(journal, housemate->person, &others, fault);
	items = others.items;
	for (size_t i = 0; status == OK && i < others.count; i++)
		situation->is_same_address =
			situation->is_same_address || items[i].person == housemate->client;
	return status;
}

static enum status apply_housemate(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct housemate *housemate = fact->item;
	const struct value values[] = {
		value_number(register_id),       value_number(housemate->person),
		value_number(fact->fact),        value_date(housemate->recorded_on),
		value_text(housemate->relation), value_text(housemate->age_band),
		value_number(housemate->client), value_text(housemate->helps),
		value_text(housemate->what),     value_text(housemate->why_not),
	};

	(void)arena;
	return db_run(db, &sql_investigation_add_housemate, values, COUNT(values), fault);
}

const struct journal_kind housemate_recorded_kind = {
	.name = "housemate_recorded",
	.title = WORDS("Huisgenoot vastleggen"),
	.done = WORDS("Huisgenoot vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &housemate_record,
	.prepare = prepare_housemate,
	.rules = housemate_rules,
	.rules_count = HOUSEMATE_RULES_COUNT,
	.apply = apply_housemate,
	.page = "/clients/{person}/investigation",
};
