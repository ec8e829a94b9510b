/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/decider.h"

#include <string.h>

#include "common/access/access.h"
#include "platform/base/words.h"

static bool may_decide(const struct access_account *account)
{
	const struct access_role *role = access_role_named(account->role);

	return role != NULL && access_may(role, MAY_DECIDE) && !date_is(account->closed_on);
}

/* As the choice has it: the name, and with the account behind it where two have the same. */
static const char *name_among(const struct records *accounts, size_t index, struct arena *arena)
{
	const struct access_account *items = accounts->items;

	for (size_t i = 0; i < accounts->count; i++)
		if (i != index && may_decide(&items[i]) && strcmp(items[i].name, items[index].name) == 0)
			return arena_print(arena, "%s (%s)", items[index].name, items[index].account);
	return items[index].name;
}

static const struct choice *all_among(const struct records *accounts, struct arena *arena)
{
	struct choice *choices = ARENA_MANY(arena, accounts->count + 1, struct choice);
	const struct access_account *items = accounts->items;
	size_t count = 0;

	for (size_t i = 0; i < accounts->count; i++) {
		const char *name = may_decide(&items[i]) ? name_among(accounts, i, arena) : NULL;

		if (name != NULL)
			choices[count++] = (struct choice){ name, name };
	}
	return choices;
}

bool decider_is(const struct records *accounts, const char *written, struct arena *arena)
{
	for (const struct choice *choice = all_among(accounts, arena); choice->code != NULL; choice++)
		if (strcmp(choice->code, written) == 0)
			return true;
	return false;
}

enum status decider_check(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                          struct fault *fault)
{
	const struct field *field = record_field(fact->kind->record, "decided_by");
	const char *written = field == NULL ? NULL : MEMBER(const char *, field, fact->item);
	struct access_account entered = { 0 };
	struct records accounts = { 0 };
	enum status status = !has_words(written) || !has_words(journal->account) || has_words(fact->reaction)
	                             ? NOT_FOUND
	                             : access_account(journal->db, journal->register_id, journal->account,
	                                              journal->arena, &entered, fault);

	if (status == OK)
		status = access_accounts(journal->db, journal->register_id, journal->arena, &accounts, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	if (!decider_is(&accounts, written, journal->arena))
		(void)findings_add(
			findings, "decider-account", "decided_by",
			WORDS("Noem wie besluit: iemand met een account hier die dit mag besluiten."));
	return OK;
}

const struct choice *decider_choices(const struct journal *journal, const struct journal_kind *kind)
{
	struct records accounts = { 0 };
	struct fault fault = { 0 };
	const struct choice *choices;

	if (kind == NULL || ((unsigned)kind->permission & MAY_DECIDE) == 0 ||
	    access_accounts(journal->db, journal->register_id, journal->arena, &accounts, &fault) != OK)
		return NULL; /* the name can still be typed */
	choices = all_among(&accounts, journal->arena);
	return choices[0].code == NULL ? NULL : choices;
}
