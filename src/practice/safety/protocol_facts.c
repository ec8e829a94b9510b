/* SPDX-License-Identifier: EUPL-1.2 */
/* The steps of the abuse protocol at the door, and as they are kept. */
#include <string.h>

#include "common/access/access.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/safety/protocol.h"
#include "safety_sql.h"

static const struct field protocol_line_fields[] = {
	FIELD(struct protocol_line, protocol), FIELD(struct protocol_line, step),
	FIELD(struct protocol_line, person),   FIELD(struct protocol_line, taken_on),
	FIELD(struct protocol_line, words),    FIELD(struct protocol_line, asked),
	FIELD(struct protocol_line, outcome),  FIELD(struct protocol_line, account),
	FIELD(struct protocol_line, name),
};
const struct record protocol_line_record =
	RECORD(struct protocol_line, "protocol_line", protocol_line_fields);

static enum status load_steps(struct journal *journal, int64_t protocol, struct records *ret_lines,
                              struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(protocol) };

	return db_list(journal->db, &sql_safety_steps, values, COUNT(values),
	               &(struct db_list){ &protocol_line_record, journal->arena, ret_lines }, fault);
}

static bool took_part(const struct records *lines, const char *account)
{
	const struct protocol_line *items = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(items[i].account, account) == 0)
			return true;
	return false;
}

static enum status handles_safety(struct journal *journal, bool *ret_does, struct fault *fault)
{
	struct access_account account = { 0 };
	const struct access_role *role;
	enum status status = access_account(journal->db, journal->register_id, journal->account,
	                                    journal->arena, &account, fault);

	role = status == OK ? access_role_named(account.role) : NULL;
	*ret_does = role != NULL && access_may(role, MAY_HANDLE_SAFETY);
	return status == NOT_FOUND ? OK : status;
}

/* What goes on, and whether who is at the door may. */
static enum status look_at(struct journal *journal, struct protocol_step *step, struct fault *fault)
{
	struct protocol_situation *situation = &step->situation;
	const struct protocol_line *items;
	struct records lines;
	bool does = false;
	enum status status = load_steps(journal, step->protocol, &lines, fault);

	if (status == OK)
		status = handles_safety(journal, &does, fault);
	if (status)
		return status;
	items = lines.items;
	situation->is_known_protocol = lines.count > 0 && items[0].person == step->person;
	situation->takes_part = does || took_part(&lines, journal->account);
	situation->due_place = lines.count < PROTOCOL_DECIDE ? (int64_t)lines.count + 1 : 0;
	if (lines.count > 0)
		situation->last_on = items[lines.count - 1].taken_on;
	return OK;
}

static enum status prepare_step(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct protocol_step *step = fact->item;
	struct identity client;
	enum status status = vault_identity(journal, step->person, &client, fault);

	(void)findings;
	fact->valid_on = step->taken_on;
	step->place = protocol_place_of(step->step);
	step->situation = (struct protocol_situation){ .today = clock_today(journal->clock),
		                                       .is_known_person = status == OK,
		                                       .is_known_protocol = true,
		                                       .takes_part = true,
		                                       .due_place = PROTOCOL_SIGNALS };
	if (status == OK && step->protocol != 0)
		status = look_at(journal, step, fault);
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_step(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct protocol_step *step = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(step->protocol == 0 ? fact->fact : step->protocol),
		value_number(step->place),
		value_number(step->person),
		value_date(step->taken_on),
		value_text(step->words),
		value_text(step->asked == NULL ? "" : step->asked),
		value_text(step->outcome == NULL ? "" : step->outcome),
		value_text(fact->account),
		value_number(fact->fact),
	};

	(void)arena;
	return db_run(db, &sql_safety_add_step, values, COUNT(values), fault);
}

const struct journal_kind abuse_step_taken_kind = {
	.name = "abuse_step_taken",
	.title = WORDS("Stap van de meldcode vastleggen"),
	.done = WORDS("Stap van de meldcode vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE | MAY_HANDLE_SAFETY,
	.record = &protocol_step_record,
	.prepare = prepare_step,
	.rules = protocol_rules,
	.rules_count = PROTOCOL_RULES_COUNT,
	.apply = apply_step,
	.page = "/protocols",
	.is_apart = true,
};

enum status protocols(struct journal *journal, const struct protocols_asked *asked, struct records *ret_lines,
                      struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->is_all ? "" : asked->account) };

	return db_list(journal->db, &sql_safety_protocols, values, COUNT(values),
	               &(struct db_list){ &protocol_line_record, journal->arena, ret_lines }, fault);
}

enum status protocol_of(struct journal *journal, int64_t protocol, const struct protocols_asked *asked,
                        struct records *ret_lines, struct fault *fault)
{
	const struct protocol_line *items;
	enum status status = load_steps(journal, protocol, ret_lines, fault);

	if (status)
		return status;
	if (ret_lines->count == 0 || (!asked->is_all && !took_part(ret_lines, asked->account)))
		return NOT_FOUND;
	items = ret_lines->items;
	while (ret_lines->count > 0 && date_before(asked->on, items[ret_lines->count - 1].taken_on))
		ret_lines->count--;
	return ret_lines->count == 0 ? NOT_FOUND : OK;
}
