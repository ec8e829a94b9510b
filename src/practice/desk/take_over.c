/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/take_over.h"

#include <string.h>

#include "common/access/access.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"

static const struct field client_taken_over_fields[] = {
	FIELD(struct client_taken_over, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct client_taken_over, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct client_taken_over, contact, .label = WORDS("Aanspreekpunt")),
	FIELD(struct client_taken_over, owner, .flags = FIELD_BY_DOOR),
	FIELD(struct client_taken_over, team, .flags = FIELD_BY_DOOR),
};
const struct record client_taken_over_record =
	RECORD(struct client_taken_over, "client_taken_over", client_taken_over_fields);

/* Owner and team by the address, as for who reports today. */
static void find_place(const struct journal *journal, const struct identity *who,
                       struct client_taken_over *client)
{
	struct date today = clock_today(journal->clock);
	const char *address = postcode_with_number(who->postcode, who->house_number, journal->arena);
	const struct scheme_entry *entry =
		scheme_book_desk(journal->schemes, journal->register_id, address, today);
	const struct scheme_area *area =
		entry == NULL ? NULL : scheme_area_of(&entry->scheme, address, today);
	const struct scheme_team *team = area == NULL ? NULL : scheme_team_of(&entry->scheme, area->name);

	if (team == NULL)
		return;
	client->situation.has_place = true;
	client->team = team->name;
	client->owner = scheme_book_owner(journal->schemes, journal->register_id, address, today);
}

/* The named worker, or with nobody named the next of the team. */
static enum status find_worker(struct journal *journal, struct client_taken_over *client, struct fault *fault)
{
	struct records team = { 0 };
	const struct access_account *workers;
	enum status status = desk_team(journal, client->team, &team, fault);

	workers = team.items;
	if (status == OK && !has_words(client->contact) && team.count > 0)
		client->contact = workers[(size_t)client->person % team.count].account;
	for (size_t i = 0; status == OK && i < team.count; i++)
		if (strcmp(workers[i].account, or_empty(client->contact)) == 0)
			client->situation.is_there = true;
	return status;
}

/* Somebody of another team than the address has. */
static enum status find_elsewhere(struct journal *journal, struct client_taken_over *client,
                                  struct fault *fault)
{
	struct access_account account;
	bool has_left = false;
	enum status status = access_account(journal->db, journal->register_id, or_empty(client->contact),
	                                    journal->arena, &account, fault);

	if (status == OK)
		status = desk_has_left(journal, client->contact, &has_left, fault);
	if (status == OK && has_words(account.team) && !has_left) {
		client->situation.is_there = true;
		client->team = account.team;
	}
	return status == NOT_FOUND ? OK : status;
}

enum status desk_find_client(struct journal *journal, struct client_taken_over *client, struct fault *fault)
{
	struct identity who;
	struct contact known;
	enum status status = vault_identity(journal, client->person, &who, fault);

	client->situation = (struct client_situation){ .is_known_person = status == OK };
	if (status == OK)
		status = desk_contact_on(journal, client->person, clock_today(journal->clock), &known, fault);
	if (status == OK) {
		client->owner = known.owner;
		client->team = known.team;
		client->contact = known.contact;
		client->situation.has_place = client->situation.is_there = true;
		return OK;
	}
	if (status != NOT_FOUND || !client->situation.is_known_person)
		return status == NOT_FOUND ? OK : status;
	find_place(journal, &who, client);
	status = client->situation.has_place ? find_worker(journal, client, fault) : OK;
	if (status == OK && client->situation.has_place && !client->situation.is_there)
		status = find_elsewhere(journal, client, fault);
	return status;
}

static enum status prepare_client(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct client_taken_over *client = fact->item;

	(void)findings;
	fact->valid_on = client->from;
	return desk_find_client(journal, client, fault);
}

static enum status apply_client(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct client_taken_over *client = fact->item;
	const struct value values[] = { value_number(register_id),  value_number(client->person),
		                        value_date(client->from),   value_date(DATE_LAST),
		                        value_text(client->owner),  value_text(client->team),
		                        value_text(client->contact) };
	enum status status = db_run(db, &sql_desk_move_contact_back, values, 3, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_desk_add_contact, values, COUNT(values), fault) : status;
}

static bool is_known_person(const void *item)
{
	return ((const struct client_taken_over *)item)->situation.is_known_person;
}

static bool has_place(const void *item)
{
	const struct client_situation *situation = &((const struct client_taken_over *)item)->situation;

	return !situation->is_known_person || situation->has_place;
}

static bool is_there(const void *item)
{
	const struct client_situation *situation = &((const struct client_taken_over *)item)->situation;

	return !situation->has_place || situation->is_there;
}

const struct journal_rule client_taken_rules[CLIENT_TAKEN_RULES_COUNT] = {
	{ "client-person", "person", WORDS("Deze persoon staat niet in dit register."), "", is_known_person },
	{ "client-place", "person",
	  WORDS("Het adres ligt in geen gebied van de regeling, dus niemand zou de eigenaar zijn. Vul eerst "
	        "het "
	        "adres aan."),
	  "", has_place },
	{ "client-contact", "contact",
	  WORDS("Er is niemand die het aanspreekpunt kan zijn: noem een medewerker met een team, of neem "
	        "eerst de "
	        "medewerkers van dit team over."),
	  "", is_there },
};

const struct journal_kind client_taken_over_kind = {
	.name = "client_taken_over",
	.title = WORDS("Cliënt overnemen"),
	.done = WORDS("Overgenomen uit een ander systeem"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ADMINISTER,
	.record = &client_taken_over_record,
	.prepare = prepare_client,
	.rules = client_taken_rules,
	.rules_count = CLIENT_TAKEN_RULES_COUNT,
	.apply = apply_client,
};
