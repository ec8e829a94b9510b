/* SPDX-License-Identifier: EUPL-1.2 */
/* Contact persons and owners at the door: who goes, who comes, and that no day is left out. */
#include <assert.h>
#include <string.h>

#include "common/access/account.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/worker.h"

/* The day on which the contact person of the last period began, whoever the owner was. */
static struct date contact_since(const struct records *contacts)
{
	const struct contact *items = contacts->items;
	size_t first = contacts->count - 1;

	while (first > 0 && strcmp(items[first - 1].contact, items[first].contact) == 0)
		first--;
	return items[first].valid_from;
}

static const char *owner_on(const struct records *contacts, struct date on)
{
	const struct contact *items = contacts->items;

	for (size_t i = 0; i < contacts->count; i++)
		if (date_before(on, items[i].valid_until))
			return items[i].owner;
	return NULL;
}

static enum status prepare_handover(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct contact_handover *handover = fact->item;
	struct contact_situation *situation = &handover->situation;
	struct records contacts = { 0 };
	enum status status = desk_contacts_of(journal, handover->person, &contacts, fault);

	(void)findings;
	fact->valid_on = handover->from;
	situation->today = clock_today(journal->clock);
	if (status == OK)
		status = worker_is_there(journal, handover->to, owner_on(&contacts, handover->from),
		                         &situation->is_there, fault);
	if (status != OK || contacts.count == 0)
		return status;
	situation->has_contact = true;
	situation->since = contact_since(&contacts);
	handover->before = ((const struct contact *)contacts.items)[contacts.count - 1].contact;
	situation->is_other = strcmp(handover->to, handover->before) != 0;
	return OK;
}

/* A period of a client that lasts beyond the day becomes two. */
static enum status split(struct db *db, const struct value *register_person_day, struct fault *fault)
{
	enum status status = db_run(db, &sql_desk_split, register_person_day, 3, fault);

	return status == OK ? db_run(db, &sql_desk_end, register_person_day, 3, fault) : status;
}

static enum status apply_handover(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct contact_handover *handover = fact->item;
	const struct value values[] = { value_number(register_id), value_number(handover->person),
		                        value_date(handover->from), value_text(handover->to) };
	enum status status = split(db, values, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_desk_set_contact, values, COUNT(values), fault) : status;
}

const struct journal_kind contact_handed_over_kind = {
	.name = "contact_handed_over",
	.title = WORDS("Ander aanspreekpunt kiezen"),
	.done = WORDS("Ander aanspreekpunt"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &contact_handover_record,
	.prepare = prepare_handover,
	.rules = contact_handover_rules,
	.rules_count = CONTACT_HANDOVER_RULES_COUNT,
	.apply = apply_handover,
};

/* --- a worker leaves --- */

static enum status prepare_left(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct worker_left *left = fact->item;
	struct left_situation *situation = &left->situation;
	struct access_account account;
	struct worker_move move = { false, false };
	enum status status = access_account(journal->db, journal->register_id, left->account, journal->arena,
	                                    &account, fault);

	(void)findings;
	fact->valid_on = left->from;
	situation->today = clock_today(journal->clock);
	if (status)
		return status == NOT_FOUND ? OK : status;
	situation->is_worker = account.team[0] != '\0' || account.party[0] != '\0';
	status = desk_has_left(journal, left->account, &situation->has_left, fault);
	if (status == OK)
		status = worker_successor(journal, left->account, &left->successor, &situation->has_successor,
		                          fault);
	if (status == OK)
		status = worker_may_move(journal, left->account,
		                         situation->has_successor ? left->successor : "", &move, fault);
	situation->is_by_others = move.is_by_others;
	situation->goes_to_others = move.goes_to_others;
	return status == OK ? worker_clients(journal, left->account, left->from, &left->clients,
	                                     &situation->later, fault)
	                    : status;
}

static enum status apply_left(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct worker_left *left = fact->item;
	const struct value values[] = { value_number(register_id), value_text(left->account),
		                        value_date(left->from), value_text(left->successor),
		                        value_number(fact->fact) };
	enum status status =
		worker_hand_on(db, register_id,
	                       &(struct worker_change){ left->account, left->successor, left->from }, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_desk_add_left, values, COUNT(values), fault) : status;
}

const struct journal_kind worker_left_kind = {
	.name = "worker_left",
	.title = WORDS("Medewerker gaat weg"),
	.done = WORDS("Medewerker is weg, de cliënten hebben een opvolger"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN | MAY_ADMINISTER,
	.record = &worker_left_record,
	.prepare = prepare_left,
	.rules = left_rules,
	.rules_count = LEFT_RULES_COUNT,
	.apply = apply_left,
};

enum status contact_close_account(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault)
{
	const struct worker_left *left = cause->item;
	struct access_account account;
	enum status status = access_account(journal->db, journal->register_id, left->account, journal->arena,
	                                    &account, fault);

	*ret_follows = status == OK && !date_is(account.closed_on);
	*(struct account_closed *)item =
		(struct account_closed){ .account = left->account, .because = "left" };
	return status == NOT_FOUND ? OK : status;
}

/* --- another owner --- */

static enum status prepare_owner(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	const struct owner_change *change = fact->item;

	(void)journal, (void)findings, (void)fault;
	assert(change->periods.count > 0);
	fact->valid_on = ((const struct owner_period *)change->periods.items)[0].from;
	return OK;
}

static enum status apply_owner(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct owner_change *change = fact->item;
	const struct owner_period *periods = change->periods.items;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < change->periods.count; i++) {
		const struct value values[] = { value_number(register_id), value_number(change->person),
			                        value_date(periods[i].from), value_text(periods[i].owner) };

		status = split(db, values, fault);
		if (status == OK)
			status = db_run(db, &sql_desk_set_owner, values, COUNT(values), fault);
	}
	return status;
}

const struct journal_kind owner_changed_kind = {
	.name = "owner_changed",
	.title = WORDS("Andere eigenaar"),
	.done = WORDS("Andere eigenaar"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &owner_change_record,
	.prepare = prepare_owner,
	.apply = apply_owner,
};
