/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/bid.h"

#include <string.h>

#include "platform/base/words.h"

#define SEALED_CHARS (1024 * 1024)

const struct choice bid_sorts[] = {
	{ "member", WORDS("lid van de combinatie") },
	{ "subcontractor", WORDS("onderaannemer") },
	{ NULL, NULL },
};

const struct choice bid_states[] = {
	{ "begun", WORDS("nog niet ingediend") },
	{ "submitted", WORDS("ingediend, in de kluis") },
	{ "withdrawn", WORDS("ingetrokken") },
	{ "late", WORDS("te laat, ongeopend bewaard") },
	{ "opened", WORDS("geopend") },
	{ "changed", WORDS("niet te openen: de inhoud is veranderd") },
	{ NULL, NULL },
};

static const struct field begun_fields[] = {
	FIELD(struct bid_begun, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct bid_begun, lot, .label = WORDS("Perceel"), .required = true),
	FIELD(struct bid_begun, party, .flags = FIELD_BY_DOOR),
};
const struct record bid_begun_record = RECORD(struct bid_begun, "bid_begun", begun_fields);

static const struct field named_fields[] = {
	FIELD(struct bid_named, organisation, .label = WORDS("Organisatie"), .required = true,
	      .hint = WORDS("De naam waaronder zij hier een account heeft.")),
	FIELD(struct bid_named, sort, .label = WORDS("Hoe doet zij mee?"), .required = true,
	      .choices = bid_sorts),
	FIELD(struct bid_named, part, .label = WORDS("Welk deel doet zij?"), .required = true,
	      .max_chars = 1000),
};
const struct record bid_named_record = RECORD(struct bid_named, "bid_named", named_fields);

static const struct field partners_fields[] = {
	FIELD(struct bid_partners_named, bid, .label = WORDS("Inschrijving"), .required = true),
	FIELD(struct bid_partners_named, partners, .label = WORDS("Met wie schrijft u in?"),
	      .hint = WORDS(
		      "Leden van een combinatie schrijven mee en verklaren zelf dat zij meedoen. Van een "
		      "onderaannemer zegt u welk deel die doet."),
	      .of = &bid_named_record),
	FIELD(struct bid_partners_named, party, .flags = FIELD_BY_DOOR),
};
const struct record bid_partners_named_record =
	RECORD(struct bid_partners_named, "bid_partners_named", partners_fields);

static const struct field declared_fields[] = {
	FIELD(struct bid_part_declared, bid, .label = WORDS("Inschrijving"), .required = true),
	FIELD(struct bid_part_declared, agrees,
	      .label = WORDS("Wij doen mee zoals hier staat, en op dit perceel in geen andere inschrijving")),
	FIELD(struct bid_part_declared, party, .flags = FIELD_BY_DOOR),
};
const struct record bid_part_declared_record =
	RECORD(struct bid_part_declared, "bid_part_declared", declared_fields);

#define SEALED_FIELDS                                                                                        \
	FIELD(struct bid_submitted, tender, .flags = FIELD_BY_DOOR),                                         \
		FIELD(struct bid_submitted, lot, .flags = FIELD_BY_DOOR),                                    \
		FIELD(struct bid_submitted, party, .flags = FIELD_BY_DOOR),                                  \
		FIELD(struct bid_submitted, submitted_at, .flags = FIELD_BY_DOOR),                           \
		FIELD(struct bid_submitted, sealed, .flags = FIELD_BY_DOOR, .max_chars = SEALED_CHARS),      \
		FIELD(struct bid_submitted, digest, .flags = FIELD_BY_DOOR),                                 \
		FIELD(struct bid_submitted, share_1, .flags = FIELD_BY_DOOR),                                \
		FIELD(struct bid_submitted, share_2, .flags = FIELD_BY_DOOR),                                \
		FIELD(struct bid_submitted, share_3, .flags = FIELD_BY_DOOR)

static const struct field submitted_fields[] = {
	FIELD(struct bid_submitted, bid, .label = WORDS("Inschrijving"), .required = true),
	FIELD(struct bid_submitted, agrees,
	      .label = WORDS("Wij voldoen aan de eisen, en wat wij schrijven is waar")),
	SEALED_FIELDS,
};
const struct record bid_submitted_record = RECORD(struct bid_submitted, "bid_submitted", submitted_fields);

static const struct field late_fields[] = {
	FIELD(struct bid_submitted, bid, .label = WORDS("Inschrijving"), .required = true),
	SEALED_FIELDS,
};
const struct record bid_late_record = RECORD(struct bid_submitted, "bid_late", late_fields);

static const struct field withdrawn_fields[] = {
	FIELD(struct bid_withdrawn, bid, .label = WORDS("Inschrijving"), .required = true),
};
const struct record bid_withdrawn_record = RECORD(struct bid_withdrawn, "bid_withdrawn", withdrawn_fields);

/* --- begun --- */

static bool begins_for_somebody(const void *item)
{
	return ((const struct bid_begun *)item)->situation.has_party;
}

static bool begins_in_a_lot(const void *item)
{
	return ((const struct bid_begun *)item)->situation.has_lot;
}

static bool begins_in_time(const void *item)
{
	const struct bid_begun *begun = item;

	return begun->situation.is_open || begun->situation.is_closed || !begun->situation.has_lot;
}

static bool begins_before_opening(const void *item)
{
	return !((const struct bid_begun *)item)->situation.is_closed;
}

/* Bids that do not compete with themselves: nobody stands in two on one lot. */
static bool begins_once(const void *item)
{
	return ((const struct bid_begun *)item)->situation.is_free;
}

#define TWICE_WORDS WORDS("Uw organisatie staat op dit perceel al in een inschrijving. Dat mag een keer.")

const struct journal_rule bid_begun_rules[BID_BEGUN_RULES_COUNT] = {
	{ "begun-organisation", "tender",
	  WORDS("Inschrijven doet een organisatie. Uw account hoort bij geen."), "", begins_for_somebody },
	{ "begun-lot", "lot", WORDS("Dit perceel is er niet in deze aanbesteding."), "", begins_in_a_lot },
	{ "begun-late", "tender", WORDS("De termijn voor inschrijven is voorbij."), "", begins_in_time },
	{ "begun-opened", "tender",
	  WORDS("De inschrijvingen zijn geopend. Wie nu nog wil meedoen, kan dat in deze aanbesteding niet "
	        "meer."),
	  "", begins_before_opening },
	{ "begun-twice", "lot", TWICE_WORDS, "", begins_once },
};

/* --- with whom --- */

static bool is_yours(const struct bid_standing *standing)
{
	return standing->is_mine && standing->is_begun;
}

static bool names_for_the_own_bid(const void *item)
{
	return is_yours(&((const struct bid_partners_named *)item)->standing);
}

static bool names_in_time(const void *item)
{
	const struct bid_standing *standing = &((const struct bid_partners_named *)item)->standing;

	return standing->is_open || !is_yours(standing);
}

static bool names_others(const void *item)
{
	const struct bid_partners_named *named = item;
	const struct bid_named *partner = named->partners.items;

	for (size_t i = 0; i < named->partners.count; i++)
		if (strcmp(or_empty(partner[i].organisation), or_empty(named->party)) == 0)
			return false;
	return true;
}

static bool names_each_once(const void *item)
{
	const struct bid_partners_named *named = item;
	const struct bid_named *partner = named->partners.items;

	for (size_t i = 0; i < named->partners.count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(or_empty(partner[i].organisation), or_empty(partner[j].organisation)) == 0)
				return false;
	return true;
}

#define YOURS_WORDS WORDS("Dit is geen inschrijving van u die u nog kunt veranderen.")
#define OVER_WORDS WORDS("De termijn voor inschrijven is voorbij. Er kan niets meer veranderen.")

const struct journal_rule bid_partners_named_rules[BID_PARTNERS_NAMED_RULES_COUNT] = {
	{ "named-bid", "bid", YOURS_WORDS, "", names_for_the_own_bid },
	{ "named-late", "bid", OVER_WORDS, "", names_in_time },
	{ "named-self", "partners", WORDS("Noem alleen anderen: u maakt de inschrijving zelf al."), "",
	  names_others },
	{ "named-twice", "partners", WORDS("U noemt een organisatie twee keer."), "", names_each_once },
};

/* --- declared --- */

static bool declares_what_was_asked(const void *item)
{
	return ((const struct bid_part_declared *)item)->situation.is_named;
}

static bool declares_in_time(const void *item)
{
	const struct bid_part_declared *declared = item;

	return declared->situation.is_open || !declared->situation.is_named;
}

static bool declares_in_one(const void *item)
{
	return ((const struct bid_part_declared *)item)->situation.is_free;
}

static bool declares_yes(const void *item)
{
	return ((const struct bid_part_declared *)item)->agrees;
}

const struct journal_rule bid_part_declared_rules[BID_PART_DECLARED_RULES_COUNT] = {
	{ "declared-asked", "bid",
	  WORDS("Uw organisatie is in deze inschrijving niet genoemd, of zij is al weg."), "",
	  declares_what_was_asked },
	{ "declared-late", "bid", OVER_WORDS, "", declares_in_time },
	{ "declared-twice", "bid", TWICE_WORDS, "", declares_in_one },
	{ "declared-agrees", "agrees", WORDS("Kruis aan dat u meedoet."), "", declares_yes },
};

/* --- submitted --- */

static bool submits_the_own_bid(const void *item)
{
	return is_yours(&((const struct bid_submitted *)item)->situation.standing);
}

static bool submits_to_three_keys(const void *item)
{
	return ((const struct bid_submitted *)item)->situation.has_keys;
}

/* A combination bids as one, and no form of it may be asked beforehand (Aanbestedingswet 2012, art. 2.52). */
static bool submits_for_all(const void *item)
{
	return ((const struct bid_submitted *)item)->situation.is_declared;
}

static bool submits_once(const void *item)
{
	return ((const struct bid_submitted *)item)->situation.are_free;
}

static bool submits_truly(const void *item)
{
	return ((const struct bid_submitted *)item)->agrees;
}

const struct journal_rule bid_submitted_rules[BID_SUBMITTED_RULES_COUNT] = {
	{ "submitted-bid", "bid", WORDS("Dit is geen inschrijving van u die u nog kunt indienen."), "",
	  submits_the_own_bid },
	{ "submitted-keys", "bid",
	  WORDS("De kluis is nog niet klaar: de drie sleutelhouders hebben nog niet alle drie een sleutel. "
	        "Vraag "
	        "de contractmanager."),
	  "", submits_to_three_keys },
	{ "submitted-members", "bid",
	  WORDS("Nog niet elk lid van de combinatie heeft verklaard dat het meedoet. Dat doet het met een "
	        "eigen "
	        "account."),
	  "Aanbestedingswet 2012 art. 2.52", submits_for_all },
	{ "submitted-twice", "bid", TWICE_WORDS, "", submits_once },
	{ "submitted-agrees", "agrees", WORDS("Kruis aan dat het klopt."), "", submits_truly },
};

/* --- withdrawn --- */

static bool withdraws_the_own_bid(const void *item)
{
	const struct bid_withdrawn *withdrawn = item;

	return withdrawn->situation.is_mine && withdrawn->situation.is_there;
}

static bool withdraws_in_time(const void *item)
{
	const struct bid_withdrawn *withdrawn = item;

	return withdrawn->situation.is_open || !withdraws_the_own_bid(item);
}

const struct journal_rule bid_withdrawn_rules[BID_WITHDRAWN_RULES_COUNT] = {
	{ "withdrawn-bid", "bid", WORDS("Dit is geen inschrijving van u die u kunt intrekken."), "",
	  withdraws_the_own_bid },
	{ "withdrawn-late", "bid", WORDS("De termijn is voorbij. Intrekken kan niet meer."), "",
	  withdraws_in_time },
};
