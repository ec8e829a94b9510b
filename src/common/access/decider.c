/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/decider.h"

#include <string.h>
#include <strings.h>

#include "common/access/access.h"
#include "platform/base/words.h"

static const char *last_word(const char *name)
{
	const char *space = strrchr(name, ' ');

	return space == NULL ? name : space + 1;
}

bool decider_is(const char *written, const char *name)
{
	if (strcasecmp(written, name) == 0)
		return true;
	return strncasecmp(written, name, 1) == 0 && written[0] != '\0' && written[1] == '.' &&
	       strcasecmp(last_word(written), last_word(name)) == 0;
}

enum status decider_check(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                          struct fault *fault)
{
	const struct field *field = record_field(fact->kind->record, "decided_by");
	const char *written = field == NULL ? NULL : MEMBER(const char *, field, fact->item);
	struct access_account entered = { 0 };
	struct records accounts = { 0 };
	const struct access_account *items;
	enum status status = !has_words(written) || !has_words(journal->account) || has_words(fact->reaction)
	                             ? NOT_FOUND
	                             : access_account(journal->db, journal->register_id, journal->account,
	                                              journal->arena, &entered, fault);

	if (status == OK)
		status = access_accounts(journal->db, journal->register_id, journal->arena, &accounts, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	items = accounts.items;
	for (size_t i = 0; i < accounts.count; i++) {
		const struct access_role *role = access_role_named(items[i].role);

		if (role != NULL && access_may(role, fact->kind->permission) &&
		    decider_is(written, items[i].name))
			return OK;
	}
	(void)findings_add(findings, "decider-account", "decided_by",
	                   WORDS("Noem wie besluit: iemand met een account hier die dit mag besluiten."));
	return OK;
}

const struct choice *decider_choices(const struct journal *journal, const struct journal_kind *kind)
{
	struct records accounts = { 0 };
	struct fault fault = { 0 };
	const struct access_account *items;
	struct choice *choices;
	size_t count = 0;

	if (kind == NULL || kind->permission != MAY_DECIDE ||
	    access_accounts(journal->db, journal->register_id, journal->arena, &accounts, &fault) != OK)
		return NULL; /* the name can still be typed */
	items = accounts.items;
	choices = ARENA_MANY(journal->arena, accounts.count + 1, struct choice);
	for (size_t i = 0; i < accounts.count; i++) {
		const struct access_role *role = access_role_named(items[i].role);

		if (role != NULL && access_may(role, MAY_DECIDE) && !date_is(items[i].closed_on))
			choices[count++] = (struct choice){ items[i].name, items[i].name };
	}
	return count == 0 ? NULL : choices;
}
