/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/made.h"

#include "platform/base/words.h"

static const struct field made_fields[] = {
	FIELD(struct agreement_made, tender),    FIELD(struct agreement_made, bid),
	FIELD(struct agreement_made, lot),       FIELD(struct agreement_made, scheme),
	FIELD(struct agreement_made, agreement), FIELD(struct agreement_made, party),
	FIELD(struct agreement_made, label),     FIELD(struct agreement_made, agb),
	FIELD(struct agreement_made, signed_on), FIELD(struct agreement_made, from),
	FIELD(struct agreement_made, until),     FIELD(struct agreement_made, options),
	FIELD(struct agreement_made, products),  FIELD(struct agreement_made, areas),
	FIELD(struct agreement_made, set_by),    FIELD(struct agreement_made, joins),
};
const struct record agreement_made_record = RECORD(struct agreement_made, "agreement_made", made_fields);

static const struct field contacts_fields[] = {
	FIELD(struct contacts_due, agreement),
	FIELD(struct contacts_due, party),
	FIELD(struct contacts_due, lacking),
	FIELD(struct contacts_due, due, .flags = FIELD_BY_DOOR),
};
const struct record contacts_due_record = RECORD(struct contacts_due, "contacts_due", contacts_fields);

static bool has_all_contacts(const void *item)
{
	return ((const struct contacts_due *)item)->lacking == 0;
}

const struct journal_rule contacts_due_rules[CONTACTS_DUE_RULES_COUNT] = {
	{ "contacts-lacking", "party",
	  WORDS("Voor deze partij is nog niet bekend wie in elke hoek de contactpersoon is."), "",
	  has_all_contacts },
};

static const struct field ending_fields[] = {
	FIELD(struct ending_due, tender),
	FIELD(struct ending_due, agreement),
	FIELD(struct ending_due, parties),
	FIELD(struct ending_due, ends_on),
	FIELD(struct ending_due, due, .flags = FIELD_BY_DOOR),
};
const struct record ending_due_record = RECORD(struct ending_due, "ending_due", ending_fields);

static bool has_nobody_to_see_off(const void *item)
{
	return ((const struct ending_due *)item)->parties.count == 0;
}

const struct journal_rule ending_due_rules[ENDING_DUE_RULES_COUNT] = {
	{ "ending-open", "parties",
	  WORDS("Er zijn partijen die een overeenkomst hadden en in de nieuwe inkoop niet zijn gekozen."),
	  "Wmo 2015 art. 2.6.5", has_nobody_to_see_off },
};
