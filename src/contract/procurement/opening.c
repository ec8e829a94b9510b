/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/opening.h"

#include <string.h>

#include "platform/base/words.h"

#define CODE_CHARS 100

static const struct choice outcomes[] = {
	{ "opened", WORDS("geopend") },
	{ "changed", WORDS("niet te openen: de inhoud is veranderd") },
	{ NULL, NULL },
};

static const struct field held_fields[] = {
	FIELD(struct vault_key_held, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct vault_key_held, public_key, .label = WORDS("Openbare sleutel (X25519)"),
	      .required = true,
	      .hint = WORDS(
		      "Alleen als u zelf een sleutel maakte. Anders maakt de pagina van de kluis er een.")),
	FIELD(struct vault_key_held, place, .flags = FIELD_BY_DOOR),
};
const struct record vault_key_held_record = RECORD(struct vault_key_held, "vault_key_held", held_fields);

static const struct field share_fields[] = {
	FIELD(struct turned_share, bid),
	FIELD(struct turned_share, share),
};
const struct record turned_share_record = RECORD(struct turned_share, "turned_share", share_fields);

static const struct field turned_fields[] = {
	FIELD(struct vault_key_turned, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct vault_key_turned, code, .label = WORDS("Uw sleutelcode"), .required = true,
	      .hint = WORDS("Hoofdletters en streepjes maken niet uit."), .flags = FIELD_IN_VAULT,
	      .max_chars = CODE_CHARS),
	FIELD(struct vault_key_turned, despite,
	      .label = WORDS("Open de andere ook als er een inschrijving veranderd is")),
	FIELD(struct vault_key_turned, place, .flags = FIELD_BY_DOOR),
	FIELD(struct vault_key_turned, shares, .of = &turned_share_record, .flags = FIELD_BY_DOOR),
	FIELD(struct vault_key_turned, opens, .flags = FIELD_BY_DOOR),
};
const struct record vault_key_turned_record =
	RECORD(struct vault_key_turned, "vault_key_turned", turned_fields);

static const struct field opened_fields[] = {
	FIELD(struct bid_opened, bid, .label = WORDS("Inschrijving"), .required = true),
	FIELD(struct bid_opened, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct bid_opened, outcome, .label = WORDS("Uitkomst"), .required = true, .choices = outcomes),
	FIELD(struct bid_opened, opening_key, .label = WORDS("Sleutel")),
};
const struct record bid_opened_record = RECORD(struct bid_opened, "bid_opened", opened_fields);

/* --- held --- */

static bool is_held_by_a_holder(const void *item)
{
	return ((const struct vault_key_held *)item)->situation.is_holder;
}

static bool is_held_once(const void *item)
{
	const struct vault_key_held *held = item;

	return held->situation.has_none || !held->situation.is_holder;
}

static bool is_held_in_time(const void *item)
{
	const struct vault_key_held *held = item;

	return held->situation.is_open || !held->situation.is_holder;
}

static bool is_held_as_a_key(const void *item)
{
	return key_is_public(((const struct vault_key_held *)item)->public_key);
}

#define HOLDER_WORDS WORDS("U bent bij deze aanbesteding geen sleutelhouder.")

const struct journal_rule vault_key_held_rules[VAULT_KEY_HELD_RULES_COUNT] = {
	{ "held-holder", "tender", HOLDER_WORDS, "", is_held_by_a_holder },
	{ "held-once", "tender", WORDS("U hebt al een sleutel. Een tweede zou de eerste waardeloos maken."),
	  "", is_held_once },
	{ "held-late", "tender", WORDS("De termijn is voorbij; er is geen sleutel meer te maken."), "",
	  is_held_in_time },
	{ "held-key", "public_key", WORDS("Dit is geen openbare sleutel: 64 tekens, 0-9 en a-f."), "",
	  is_held_as_a_key },
};

/* --- turned --- */

static bool is_turned_by_a_holder(const void *item)
{
	return ((const struct vault_key_turned *)item)->situation.is_holder;
}

/* Nobody reads a bid before all bids are in. */
static bool is_turned_after_the_deadline(const void *item)
{
	const struct vault_key_turned *turned = item;

	return turned->situation.is_over || !turned->situation.is_holder;
}

static bool is_turned_on_a_closed_vault(const void *item)
{
	const struct vault_key_turned *turned = item;

	return turned->situation.is_closed || !turned->situation.is_holder;
}

/* Two people, not one twice. */
static bool is_turned_by_another(const void *item)
{
	const struct vault_key_turned *turned = item;

	return turned->situation.is_first_time || !turned->situation.is_closed ||
	       !turned->situation.is_holder;
}

const struct journal_rule vault_key_turned_rules[VAULT_KEY_TURNED_RULES_COUNT] = {
	{ "turned-holder", "tender", HOLDER_WORDS, "", is_turned_by_a_holder },
	{ "turned-early", "tender",
	  WORDS("De termijn voor inschrijven loopt nog. Tot dan opent niemand de kluis."), "",
	  is_turned_after_the_deadline },
	{ "turned-opened", "tender", WORDS("De kluis is al open."), "", is_turned_on_a_closed_vault },
	{ "turned-twice", "tender",
	  WORDS("U hebt uw sleutel al gebruikt. Nu moet een ander de zijne gebruiken."), "",
	  is_turned_by_another },
};
