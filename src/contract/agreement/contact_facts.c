/* SPDX-License-Identifier: EUPL-1.2 */
/* Who speaks for a provider in each corner, and from when nobody does. */
#include <string.h>

#include "agreement_sql.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/due.h"
#include "contract/agreement/place.h"
#include "platform/base/words.h"

/* A form that was opened from the task after an award begins with the party and its first empty corner. */
static enum status begin_naming(struct journal *journal, void *item, struct fault *fault)
{
	struct contact_named *named = item;
	struct agreement_due due = { 0 };
	struct lacking_asked asked = { .on = clock_today(journal->clock) };
	const struct scheme_entry *entry;
	int64_t lacking = 0;
	enum status status = named->due == 0 ? NOT_FOUND : due_find(journal, named->due, &due, fault);

	if (status != OK || strcmp(due.sort, DUE_CONTACTS) != 0)
		return status == NOT_FOUND ? OK : status;
	named->party = asked.party = due.party;
	entry = scheme_book_with_party(journal->schemes, journal->register_id, due.party);
	asked.scheme = entry == NULL ? "" : entry->scheme.name;
	return made_lacking(journal, &asked, &lacking, &named->corner, fault);
}

/* The task ends when each corner has somebody; until then the fact has its own number. */
static enum status find_due(struct journal *journal, const struct journal_fact *fact, struct fault *fault)
{
	struct contact_named *named = fact->item;
	const struct lacking_asked asked = { named->scheme, named->party, named->corner, named->from };
	const char *first;
	int64_t lacking = 0;
	enum status status = made_lacking(journal, &asked, &lacking, &first, fault);

	named->due = 0;
	if (status == OK && lacking == 0)
		status = due_of(journal, &(struct due_asked){ DUE_CONTACTS, NULL, named->party }, &named->due,
		                fault);
	if (named->due == 0)
		named->due = fact->fact;
	return status;
}

static enum status prepare_naming(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct contact_named *named = fact->item;
	const struct place_sought sought = { named->party, named->from, place_has_worker };
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = named->from;
	named->due = named->due == 0 ? fact->fact : named->due;
	if (status || place.entry == NULL)
		return status;
	named->scheme = place.scheme.name;
	named->situation.works = true;
	named->situation.has_corners = place.scheme.corners.count > 0;
	return find_due(journal, fact, fault);
}

static enum status apply_naming(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct contact_named *named = fact->item;
	const struct value values[] = {
		value_number(register_id), value_text(named->scheme), value_text(named->party),
		value_text(named->corner), value_date(named->from),   value_date(DATE_LAST),
		value_text(named->name),
	};
	enum status status = db_run(db, &sql_agreement_clear_contact, values, 5, fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_agreement_end_contact, values, 5, fault);
	return status == OK ? db_run(db, &sql_agreement_add_contact, values, COUNT(values), fault) : status;
}

const struct journal_kind contact_named_kind = {
	.name = "contact_named",
	.title = WORDS("Contactpersoon vastleggen"),
	.done = WORDS("Contactpersoon vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &contact_named_record,
	.begin = begin_naming,
	.prepare = prepare_naming,
	.rules = contact_rules,
	.rules_count = CONTACT_RULES_COUNT,
	.apply = apply_naming,
	.ends_task = "contacts-lacking",
	.page = "/agreements",
};

/* The scheme in which somebody speaks for the party in that corner on the day. */
static enum status prepare_leaving(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct contact_left *left = fact->item;
	const struct scheme_entry *entry = NULL;
	enum status status = OK;

	(void)findings;
	fact->valid_on = left->on;
	for (size_t i = 0; status == OK && !left->situation.is_somebody &&
	                   (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		CLEANUP(db_rows_done) struct db_rows rows = { 0 };
		const struct value values[] = { value_number(journal->register_id),
			                        value_text(entry->scheme.name), value_text(left->party),
			                        value_text(left->corner), value_date(left->on) };

		status = db_one(journal->db, &sql_agreement_contact_on, values, COUNT(values), &rows, fault);
		left->situation.is_somebody = status == OK;
		left->scheme = status == OK ? entry->scheme.name : left->scheme;
		status = status == NOT_FOUND ? OK : status;
	}
	return status;
}

static enum status apply_leaving(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct contact_left *left = fact->item;
	const struct value values[] = { value_number(register_id), value_text(left->scheme),
		                        value_text(left->party), value_text(left->corner),
		                        value_date(left->on) };
	enum status status = db_run(db, &sql_agreement_clear_contact, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_agreement_end_contact, values, COUNT(values), fault) : status;
}

const struct journal_kind contact_left_kind = {
	.name = "contact_left",
	.title = WORDS("Contactpersoon is weg"),
	.done = WORDS("Contactpersoon is weg"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &contact_left_record,
	.prepare = prepare_leaving,
	.rules = contact_left_rules,
	.rules_count = CONTACT_LEFT_RULES_COUNT,
	.apply = apply_leaving,
	.page = "/agreements",
};
