/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts at the door. They are no derived table: a rebuild leaves them as they are. */
#include <string.h>

#include "access_sql.h"
#include "common/access/account.h"
#include "common/access/second_step.h"
#include "platform/base/words.h"

#define ACCOUNTS_PAGE "/accounts"

const struct choice account_reasons[] = {
	{ "left", WORDS("werkt hier niet meer") },
	{ "task", WORDS("heeft het niet meer nodig") },
	{ "misuse", WORDS("een ander kent of misbruikt het") },
	{ NULL, NULL },
};

/* The roles that an account can have, as in access_roles. */
const struct choice account_role_choices[] = {
	{ "desk", WORDS("loketmedewerker") },
	{ "social_worker", WORDS("sociaal werker") },
	{ "decider", WORDS("beslisser") },
	{ "contract_manager", WORDS("contractmanager") },
	{ "policy_adviser", WORDS("beleidsadviseur") },
	{ "provider", WORDS("planner van een aanbieder") },
	{ "lead", WORDS("coördinator van een hoofdaannemer") },
	{ "bidder", WORDS("inschrijver") },
	{ "helper", WORDS("hulp bij iemand thuis") },
	{ "objection_officer", WORDS("jurist bezwaar") },
	{ "safety_officer", WORDS("klachten en veiligheid") },
	{ "supervisor", WORDS("toezichthouder") },
	{ "finance", WORDS("financiën") },
	{ "council", WORDS("raadslid") },
	{ "participation_council", WORDS("lid van de participatieraad") },
	{ "administrator", WORDS("beheerder") },
	{ NULL, NULL },
};

static const struct field account_opened_fields[] = {
	FIELD(struct account_opened, account, .label = WORDS("Naam om mee in te loggen"), .required = true,
	      .hint = WORDS(
		      "Kleine letters en cijfers, zonder spaties. De naam blijft altijd van deze persoon."),
	      .max_chars = 40),
	FIELD(struct account_opened, name, .label = WORDS("Wie is het?"), .required = true, .max_chars = 100),
	FIELD(struct account_opened, role, .label = WORDS("Rol"), .required = true,
	      .choices = account_role_choices),
	FIELD(struct account_opened, team, .label = WORDS("Team"),
	      .hint = WORDS("De code van het team, voor een sociaal werker."), .max_chars = 60),
	FIELD(struct account_opened, party, .label = WORDS("Organisatie"),
	      .hint = WORDS("Alleen voor mensen van een aanbieder, of van wie inschrijft.")),
	FIELD(struct account_opened, phone, .label = WORDS("Telefoon"), .max_chars = 30),
};
static const struct record account_opened_record =
	RECORD(struct account_opened, "account_opened", account_opened_fields);

static const struct field account_changed_fields[] = {
	FIELD(struct account_changed, account, .label = WORDS("Account"), .required = true),
	FIELD(struct account_changed, role, .label = WORDS("Rol"), .required = true,
	      .choices = account_role_choices),
	FIELD(struct account_changed, team, .label = WORDS("Team"),
	      .hint = WORDS("De code van het team, voor een sociaal werker."), .max_chars = 60),
};
static const struct record account_changed_record =
	RECORD(struct account_changed, "account_changed", account_changed_fields);

static const struct field account_closed_fields[] = {
	FIELD(struct account_closed, account, .label = WORDS("Account"), .required = true),
	FIELD(struct account_closed, because, .label = WORDS("Waarom?"), .required = true,
	      .choices = account_reasons),
};
static const struct record account_closed_record =
	RECORD(struct account_closed, "account_closed", account_closed_fields);

static const struct field password_renewed_fields[] = {
	FIELD(struct password_renewed, account, .label = WORDS("Account"), .required = true),
};
static const struct record password_renewed_record =
	RECORD(struct password_renewed, "password_renewed", password_renewed_fields);

/* --- what the rules ask --- */

static bool fits(const char *code, const char *team, const char *party)
{
	const struct access_role *role = access_role_named(code);
	bool is_provider = role != NULL && access_may(role, MAY_OF_PARTY);
	bool is_social = role != NULL && access_may(role, MAY_INVESTIGATE);

	return is_provider == has_words(party) && is_social == has_words(team);
}

static enum status look_at(struct journal *journal, const char *account, struct access_account *ret_account,
                           struct account_situation *ret_situation, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(account) };
	enum status status = access_account(journal->db, journal->register_id, account, journal->arena,
	                                    ret_account, fault);

	*ret_situation = (struct account_situation){ .is_there = status == OK, .fits_role = true };
	ret_situation->is_open = status == OK && !date_is(ret_account->closed_on);
	if (status != OK || strcmp(ret_account->role, "administrator") != 0)
		return status == NOT_FOUND ? OK : status;
	status = db_one(journal->db, &sql_access_other_administrator, values, COUNT(values), &rows, fault);
	ret_situation->is_last = status == NOT_FOUND;
	return status == NOT_FOUND ? OK : status;
}

static bool all_hold(const struct journal_rule *rules, size_t count, const void *item)
{
	for (size_t i = 0; i < count; i++)
		if (!rules[i].holds(item))
			return false;
	return true;
}

/* Nobody goes on under what the account was: all its sessions end, and codes to choose a password. */
enum status account_put_out(struct journal *journal, const char *account, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(account) };
	enum status status = db_run(journal->db, &sql_access_end_sessions, values, COUNT(values), fault);

	if (status == OK)
		status = db_run(journal->db, &sql_access_end_logins, values, COUNT(values), fault);
	return status == OK ? db_run(journal->db, &sql_access_end_invitation, values, COUNT(values), fault)
	                    : status;
}

/* --- opened --- */

static bool opens_a_new_name(const void *item)
{
	return !((const struct account_opened *)item)->situation.is_there;
}

/* Of what a name is made that stands in addresses, in the read log and on a command line. */
static bool opens_a_name(const void *item)
{
	const char *name = or_empty(((const struct account_opened *)item)->account);

	return name[0] != '\0' && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen(name) &&
	       access_own_words(name) == NULL;
}

static bool opens_what_fits(const void *item)
{
	return ((const struct account_opened *)item)->situation.fits_role;
}

#define FITS_WORDS                                                                                           \
	WORDS("Een sociaal werker heeft een team, en alleen mensen van een aanbieder een organisatie.")

static const struct journal_rule opened_rules[] = {
	{ "account-taken", "account", WORDS("Deze naam is al van iemand, of was dat."), "",
	  opens_a_new_name },
	{ "account-name", "account", WORDS("Gebruik kleine letters, cijfers, punten en streepjes."), "",
	  opens_a_name },
	{ "account-place", "role", FITS_WORDS, "", opens_what_fits },
};

static enum status prepare_opened(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct account_opened *opened = fact->item;
	const struct access_account account = { .register_id = journal->register_id,
		                                .account = opened->account,
		                                .name = opened->name,
		                                .role = opened->role,
		                                .team = or_empty(opened->team),
		                                .party = or_empty(opened->party),
		                                .phone = or_empty(opened->phone) };
	struct access_account earlier;
	enum status status = look_at(journal, opened->account, &earlier, &opened->situation, fault);

	(void)findings;
	opened->situation.fits_role = fits(account.role, account.team, account.party);
	if (status != OK || !all_hold(opened_rules, COUNT(opened_rules), opened))
		return status;
	return access_add_without_password(journal->db, &account, fault);
}

const struct journal_kind account_opened_kind = {
	.name = "account_opened",
	.title = WORDS("Account openen"),
	.done = WORDS("Account geopend"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &account_opened_record,
	.prepare = prepare_opened,
	.rules = opened_rules,
	.rules_count = COUNT(opened_rules),
	.page = ACCOUNTS_PAGE,
};

/* --- changed --- */

static bool changes_what_is_open(const void *item)
{
	return ((const struct account_changed *)item)->situation.is_open;
}

static bool changes_what_fits(const void *item)
{
	return ((const struct account_changed *)item)->situation.fits_role;
}

static bool somebody_still_administers(const void *item)
{
	const struct account_changed *changed = item;

	return !changed->situation.is_last || strcmp(or_empty(changed->role), "administrator") == 0;
}

/* The clients of a social worker stay in the team; without one they would be nobody's. */
static bool keeps_the_team(const void *item)
{
	return !((const struct account_changed *)item)->situation.has_clients;
}

#define OPEN_WORDS WORDS("Er is geen open account met deze naam.")
#define LAST_WORDS WORDS("Dit is de laatste beheerder. Geef eerst een ander die rol.")
#define LEAVE_WORDS WORDS("Leg vast dat deze medewerker weggaat: dan sluit het account vanzelf.")

static const struct journal_rule changed_rules[] = {
	{ "changed-open", "account", OPEN_WORDS, "", changes_what_is_open },
	{ "changed-place", "role", FITS_WORDS, "", changes_what_fits },
	{ "changed-last", "role", LAST_WORDS, "", somebody_still_administers },
	{ "changed-worker", "account", LEAVE_WORDS, "", keeps_the_team },
};

static enum status prepare_changed(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct account_changed *changed = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_text(changed->account),
		                        value_text(changed->role), value_text(or_empty(changed->team)) };
	struct access_account account = { .team = "", .party = "" };
	enum status status = look_at(journal, changed->account, &account, &changed->situation, fault);

	(void)findings;
	if (status != OK || !changed->situation.is_open)
		return status;
	changed->situation.fits_role = fits(changed->role, changed->team, account.party);
	changed->situation.has_clients =
		has_words(account.team) && strcmp(account.team, or_empty(changed->team)) != 0;
	if (!all_hold(changed_rules, COUNT(changed_rules), changed))
		return OK;
	status = db_run(journal->db, &sql_access_change_account, values, COUNT(values), fault);
	if (status == OK)
		status = db_run(journal->db, &sql_access_end_roles, values, 2, fault);
	return status == OK ? db_run(journal->db, &sql_access_end_sessions, values, 2, fault) : status;
}

const struct journal_kind account_changed_kind = {
	.name = "account_changed",
	.title = WORDS("Rol of team van een account veranderen"),
	.done = WORDS("Account veranderd"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &account_changed_record,
	.prepare = prepare_changed,
	.rules = changed_rules,
	.rules_count = COUNT(changed_rules),
	.page = ACCOUNTS_PAGE,
};

/* --- closed --- */

static bool closes_what_is_open(const void *item)
{
	return ((const struct account_closed *)item)->situation.is_open;
}

static bool leaves_an_administrator(const void *item)
{
	return !((const struct account_closed *)item)->situation.is_last;
}

/* Staff cannot leave without a successor (promise 1). */
static bool leaves_no_client(const void *item)
{
	return !((const struct account_closed *)item)->situation.has_clients;
}

static const struct journal_rule closed_rules[] = {
	{ "closed-open", "account", OPEN_WORDS, "", closes_what_is_open },
	{ "closed-last", "account", LAST_WORDS, "", leaves_an_administrator },
	{ "closed-worker", "account", LEAVE_WORDS, "", leaves_no_client },
};

static enum status prepare_closed(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct account_closed *closed = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_text(closed->account),
		                        value_date(clock_today(journal->clock)) };
	struct access_account account = { .team = "" };
	enum status status = look_at(journal, closed->account, &account, &closed->situation, fault);

	(void)findings;
	closed->situation.has_clients =
		closed->situation.is_open && has_words(account.team) && fact->cause == fact->fact;
	if (status != OK || !all_hold(closed_rules, COUNT(closed_rules), closed))
		return status;
	status = db_run(journal->db, &sql_access_close_account, values, COUNT(values), fault);
	if (status == OK)
		status = second_step_end(journal->db, &account, journal->arena, fault);
	return status == OK ? account_put_out(journal, closed->account, fault) : status;
}

const struct journal_kind account_closed_kind = {
	.name = "account_closed",
	.title = WORDS("Account sluiten"),
	.done = WORDS("Account gesloten"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &account_closed_record,
	.prepare = prepare_closed,
	.rules = closed_rules,
	.rules_count = COUNT(closed_rules),
	.page = ACCOUNTS_PAGE,
};

/* --- another password --- */

static bool renews_what_is_open(const void *item)
{
	return ((const struct password_renewed *)item)->situation.is_open;
}

static const struct journal_rule renewed_rules[] = {
	{ "renewed-open", "account", OPEN_WORDS, "", renews_what_is_open },
};

static enum status prepare_renewed(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct password_renewed *renewed = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_text(renewed->account),
		                        value_text("") };
	struct access_account account;
	enum status status = look_at(journal, renewed->account, &account, &renewed->situation, fault);

	(void)findings;
	if (status != OK || !renewed->situation.is_open)
		return status;
	status = db_run(journal->db, &sql_access_set_password, values, COUNT(values), fault);
	return status == OK ? account_put_out(journal, renewed->account, fault) : status;
}

const struct journal_kind password_renewed_kind = {
	.name = "password_renewed",
	.title = WORDS("Wachtwoord laten vervallen"),
	.done = WORDS("Wachtwoord vervallen"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &password_renewed_record,
	.prepare = prepare_renewed,
	.rules = renewed_rules,
	.rules_count = COUNT(renewed_rules),
	.page = ACCOUNTS_PAGE,
};
