/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/owner.h"

#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "practice/assignment/assignment.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk_store.h"

/* Whether the party that is responsible for an assignment is the owner while it runs. */
static bool is_owners(const struct journal *journal, const struct assignment_line *line)
{
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, line->product);
	const char *rule = entry == NULL ? NULL : entry->scheme.owner.after_assignment;

	return rule != NULL && strcmp(rule, "responsible_party") == 0;
}

/* The assignment that makes its party the owner on a day: of those that run the one that began first. */
static const struct assignment_line *owning_on(const struct journal *journal, const struct records *lines,
                                               struct date on)
{
	const struct assignment_line *items = lines->items, *first = NULL;

	for (size_t i = 0; i < lines->count; i++)
		if (date_within(on, items[i].valid_from, items[i].valid_until) &&
		    is_owners(journal, &items[i]) &&
		    (first == NULL || date_before(items[i].valid_from, first->valid_from) ||
		     (items[i].valid_from.day == first->valid_from.day &&
		      items[i].assignment < first->assignment)))
			first = &items[i];
	return first;
}

/* The day after on which something begins or ends; DATE_LAST when nothing does. */
static struct date next_change(const struct records *lines, struct date on)
{
	const struct assignment_line *items = lines->items;
	struct date next = DATE_LAST;

	for (size_t i = 0; i < lines->count; i++) {
		if (date_before(on, items[i].valid_from) && date_before(items[i].valid_from, next))
			next = items[i].valid_from;
		if (date_before(on, items[i].valid_until) && date_before(items[i].valid_until, next))
			next = items[i].valid_until;
	}
	return next;
}

/* Who is the owner where no assignment says otherwise, or NULL where the address lies nowhere. */
static enum status find_owner_before(struct journal *journal, int64_t person, struct date on,
                                     const char **ret_owner, struct fault *fault)
{
	struct identity identity;
	enum status status = vault_identity_on(journal, person, on, &identity, fault);

	*ret_owner = NULL;
	if (status == OK)
		*ret_owner = scheme_book_owner(
			journal->schemes, journal->register_id,
			postcode_with_number(identity.postcode, identity.house_number, journal->arena), on);
	return status == NOT_FOUND ? OK : status;
}

enum status owner_periods(struct journal *journal, int64_t person, struct date from,
                          struct records *ret_periods, struct fault *fault)
{
	struct records lines;
	struct owner_period *periods;
	const char *before;
	enum status status = assignments_of(journal, person, &lines, fault);

	if (status == OK)
		status = find_owner_before(journal, person, from, &before, fault);
	*ret_periods = (struct records){ 0 };
	if (status != OK || before == NULL)
		return status;
	*ret_periods = records_new(&owner_period_record, 2 * lines.count + 1, journal->arena);
	periods = ret_periods->items;
	ret_periods->count = 0;
	for (struct date on = from; date_before(on, DATE_LAST); on = next_change(&lines, on)) {
		const struct assignment_line *owning = owning_on(journal, &lines, on);
		const char *owner = owning == NULL ? before : owning->party;

		if (ret_periods->count == 0 || strcmp(periods[ret_periods->count - 1].owner, owner) != 0)
			periods[ret_periods->count++] = (struct owner_period){ owner, on };
	}
	return OK;
}

/* Whether these are the owners already, on every day from the first of them on. */
static bool stay_the_same(const struct records *periods, const struct records *contacts)
{
	const struct owner_period *period = periods->items;
	const struct contact *contact = contacts->items;

	for (size_t i = 0; i < contacts->count; i++)
		for (size_t j = 0; j < periods->count; j++) {
			struct date until = j + 1 < periods->count ? period[j + 1].from : DATE_LAST;

			if (date_before(contact[i].valid_from, until) &&
			    date_before(period[j].from, contact[i].valid_until) &&
			    strcmp(contact[i].owner, period[j].owner) != 0)
				return false;
		}
	return true;
}

enum status owner_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                          bool *ret_follows, struct fault *fault)
{
	struct owner_change *change = item;
	struct records contacts;
	enum status status = desk_contacts_of(journal, cause->person, &contacts, fault);

	if (status == OK)
		status = owner_periods(journal, cause->person, cause->valid_on, &change->periods, fault);
	change->person = cause->person;
	*ret_follows = status == OK && contacts.count > 0 && change->periods.count > 0 &&
	               !stay_the_same(&change->periods, &contacts);
	return status;
}
