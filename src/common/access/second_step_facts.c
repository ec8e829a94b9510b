/* SPDX-License-Identifier: EUPL-1.2 */
/* The second step at the door: which roles must have it, and who starts anew without it. */
#include <string.h>

#include "access_sql.h"
#include "common/access/account.h"
#include "common/access/second_step.h"
#include "platform/base/words.h"

#define ACCOUNTS_PAGE "/accounts"

static const struct choice asked_choices[] = {
	{ "yes", WORDS("ja, een wachtwoord en een code") },
	{ "no", WORDS("nee, alleen een wachtwoord") },
	{ NULL, NULL },
};

static const struct field second_step_reset_fields[] = {
	FIELD(struct second_step_reset, account, .label = WORDS("Account"), .required = true,
	      .hint = WORDS(
		      "Ga eerst na of het echt deze persoon is die de app en de herstelcodes kwijt is.")),
};
static const struct record second_step_reset_record =
	RECORD(struct second_step_reset, "second_step_reset", second_step_reset_fields);

static const struct field second_step_asked_fields[] = {
	FIELD(struct second_step_asked, role, .label = WORDS("Rol"), .required = true,
	      .choices = account_role_choices),
	FIELD(struct second_step_asked, asked, .label = WORDS("Moet wie deze rol heeft ook een code geven?"),
	      .required = true, .choices = asked_choices,
	      .hint = WORDS("Wie nog geen code heeft, komt na het inloggen eerst op de pagina om dat te "
	                    "regelen.")),
};
static const struct record second_step_asked_record =
	RECORD(struct second_step_asked, "second_step_asked", second_step_asked_fields);

/* --- reset --- */

static bool resets_an_open_account(const void *item)
{
	return ((const struct second_step_reset *)item)->is_open;
}

static bool resets_what_is_on(const void *item)
{
	const struct second_step_reset *reset = item;

	return !reset->is_open || reset->is_on;
}

static const struct journal_rule reset_rules[] = {
	{ "reset-open", "account", WORDS("Er is geen open account met deze naam."), "",
	  resets_an_open_account },
	{ "reset-on", "account", WORDS("Dit account heeft geen tweede stap."), "", resets_what_is_on },
};

/* Whoever has the phone is out too, and also when only the password was given so far. */
static enum status prepare_reset(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct second_step_reset *reset = fact->item;
	const struct access_account named = { .register_id = journal->register_id,
		                              .account = reset->account };
	struct access_account account;
	struct second_step step = { 0 };
	enum status status = access_account(journal->db, named.register_id, named.account, journal->arena,
	                                    &account, fault);

	(void)findings;
	reset->is_open = status == OK && !date_is(account.closed_on);
	if (status == OK)
		status = second_step_of(journal->db, &named, journal->arena, &step, fault);
	reset->is_on = step.is_on;
	if (status != OK || !reset->is_open || !reset->is_on)
		return status == NOT_FOUND ? OK : status;
	status = second_step_end(journal->db, &named, journal->arena, fault);
	return status == OK ? account_put_out(journal, named.account, fault) : status;
}

const struct journal_kind second_step_reset_kind = {
	.name = "second_step_reset",
	.title = WORDS("Tweede stap van een account weghalen"),
	.done = WORDS("Tweede stap weggehaald"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &second_step_reset_record,
	.prepare = prepare_reset,
	.rules = reset_rules,
	.rules_count = COUNT(reset_rules),
	.page = ACCOUNTS_PAGE,
};

/* --- asked of a role --- */

static enum status apply_asked(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct second_step_asked *asked = fact->item;
	const struct value values[] = { value_number(register_id), value_text_or_empty(asked->role) };
	bool is_asked = strcmp(or_empty(asked->asked), "yes") == 0;

	(void)arena;
	return db_run(db, is_asked ? &sql_access_add_second_role : &sql_access_end_second_role, values,
	              COUNT(values), fault);
}

const struct journal_kind second_step_asked_kind = {
	.name = "second_step_asked",
	.title = WORDS("Tweede stap verplichten voor een rol"),
	.done = WORDS("Tweede stap voor een rol geregeld"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADMINISTER,
	.record = &second_step_asked_record,
	.apply = apply_asked,
	.page = ACCOUNTS_PAGE,
};
