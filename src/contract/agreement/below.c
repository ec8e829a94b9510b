/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/below.h"

#include "common/scheme/scheme_check.h"
#include "contract/tariff/tariff.h"
#include "platform/base/words.h"

const struct choice candidate_sizes[] = {
	{ CANDIDATE_SMALL, WORDS("klein") },
	{ "middle", WORDS("middelgroot") },
	{ "large", WORDS("groot") },
	{ NULL, NULL },
};

const struct choice candidate_outcomes[] = {
	{ CANDIDATE_TALKING, WORDS("nog in gesprek") },
	{ CANDIDATE_CONTRACTED, WORDS("onderaannemer geworden") },
	{ "not_chosen", WORDS("niet gekozen") },
	{ "declined", WORDS("wilde zelf niet") },
	{ "dropped_out", WORDS("afgevallen of gestopt") },
	{ NULL, NULL },
};

/* --- a candidate --- */

static const struct field weighed_fields[] = {
	FIELD(struct subcontractor_weighed, under, .label = WORDS("Voor welke partij"), .required = true),
	FIELD(struct subcontractor_weighed, label, .label = WORDS("Naam van de kandidaat"), .required = true,
	      .max_chars = 120),
	FIELD(struct subcontractor_weighed, size, .label = WORDS("Hoe groot"), .required = true,
	      .choices = candidate_sizes),
	FIELD(struct subcontractor_weighed, brings, .label = WORDS("Wat zij kan wat er nog niet is"),
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct subcontractor_weighed, on, .label = WORDS("Op"), .required = true),
	FIELD(struct subcontractor_weighed, outcome, .label = WORDS("Uitkomst"), .required = true,
	      .choices = candidate_outcomes),
	FIELD(struct subcontractor_weighed, reason, .label = WORDS("Reden"), .flags = FIELD_LONG,
	      .max_chars = 1000, .hint = WORDS("Nodig als de kandidaat geen onderaannemer is geworden.")),
};
const struct record subcontractor_weighed_record =
	RECORD(struct subcontractor_weighed, "subcontractor_weighed", weighed_fields);

static bool weighs_for_a_party(const void *item)
{
	return ((const struct subcontractor_weighed *)item)->situation.under_works;
}

static bool weighs_for_own(const void *item)
{
	return !((const struct subcontractor_weighed *)item)->situation.is_foreign;
}

static bool says_why_not(const void *item)
{
	const struct subcontractor_weighed *weighed = item;

	return check_is(weighed->outcome, CANDIDATE_TALKING) ||
	       check_is(weighed->outcome, CANDIDATE_CONTRACTED) || has_words(weighed->reason);
}

static bool is_weighed_already(const void *item)
{
	return ((const struct subcontractor_weighed *)item)->situation.is_past;
}

const struct journal_rule weighed_rules[WEIGHED_RULES_COUNT] = {
	{ "weighed-under", "under", WORDS("Deze partij staat op die dag niet onder contract."), "",
	  weighs_for_a_party },
	{ "weighed-own", "under", WORDS("Deze partij is niet van u, en werkt niet voor u."), "",
	  weighs_for_own },
	{ "weighed-reason", "reason", WORDS("Zeg waarom de kandidaat geen onderaannemer is geworden."), "",
	  says_why_not },
	{ "weighed-future", "on", WORDS("Deze dag moet nog komen; leg de uitkomst dan vast."), "",
	  is_weighed_already },
};

/* --- a price along the chain --- */

#define ELEMENT(member, label_)                                                                              \
	FIELD(struct chain_price_checked, member, .label = (label_), .required = true, .max_chars = 12)

static const struct field price_fields[] = {
	FIELD(struct chain_price_checked, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct chain_price_checked, product, .label = WORDS("Product"), .required = true),
	FIELD(struct chain_price_checked, level,
	      .label = WORDS("Zwaarte of soort, als een product er meer heeft"), .max_chars = 60),
	FIELD(struct chain_price_checked, unit, .label = WORDS("Waarvoor"), .required = true,
	      .choices = tariff_units),
	FIELD(struct chain_price_checked, under, .label = WORDS("Wie betaalt"), .required = true),
	FIELD(struct chain_price_checked, party, .label = WORDS("Wie levert"), .required = true),
	FIELD(struct chain_price_checked, on, .label = WORDS("Op"), .required = true),
	ELEMENT(professional, WORDS("De kosten van de beroepskracht, in euro")),
	ELEMENT(overhead, WORDS("Redelijke overheadkosten, in euro")),
	ELEMENT(non_productive, WORDS("Niet-productieve uren, in euro")),
	ELEMENT(travel_training, WORDS("Reis- en opleidingskosten, in euro")),
	ELEMENT(indexation, WORDS("Indexatie van de reële prijs, in euro")),
	ELEMENT(municipal_duties, WORDS("Verplichtingen van de gemeente, in euro")),
	FIELD(struct chain_price_checked, kept, .label = WORDS("Wat de betaler zelf houdt, in euro"),
	      .max_chars = 12),
	FIELD(struct chain_price_checked, kept_for, .label = WORDS("Waarvoor de betaler dat houdt"),
	      .max_chars = 1000),
	ELEMENT(paid, WORDS("Wat er wordt betaald, in euro")),
	FIELD(struct chain_price_checked, source, .label = WORDS("Waar komen de bedragen vandaan?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct chain_price_checked, tariff, .flags = FIELD_BY_DOOR),
	FIELD(struct chain_price_checked, real_price, .flags = FIELD_BY_DOOR),
	FIELD(struct chain_price_checked, kept_cents, .flags = FIELD_BY_DOOR),
	FIELD(struct chain_price_checked, floor_price, .flags = FIELD_BY_DOOR),
	FIELD(struct chain_price_checked, paid_cents, .flags = FIELD_BY_DOOR),
	FIELD(struct chain_price_checked, is_enough, .flags = FIELD_BY_DOOR),
};
const struct record chain_price_checked_record =
	RECORD(struct chain_price_checked, "chain_price_checked", price_fields);

static bool prices_known(const void *item)
{
	return ((const struct chain_price_checked *)item)->situation.is_known;
}

static bool prices_who_works_below(const void *item)
{
	const struct chain_price_checked *checked = item;

	return !checked->situation.is_known || checked->situation.is_below;
}

static bool prices_beside_a_tariff(const void *item)
{
	const struct chain_price_checked *checked = item;

	return !checked->situation.is_known || checked->situation.has_tariff;
}

static bool prices_in_amounts(const void *item)
{
	return ((const struct chain_price_checked *)item)->situation.are_amounts;
}

static bool keeps_for_something(const void *item)
{
	const struct chain_price_checked *checked = item;

	return checked->kept_cents.cents == 0 || has_words(checked->kept_for);
}

#define REAL_PRICE "Uitvoeringsbesluit Wmo 2015, art. 5.4"

const struct journal_rule chain_price_rules[CHAIN_PRICE_RULES_COUNT] = {
	{ "chain-agreement", "agreement", WORDS("Deze overeenkomst staat niet in een vastgestelde regeling."),
	  "", prices_known },
	{ "chain-party", "party", WORDS("Wie levert, is op die dag geen onderaannemer van wie betaalt."), "",
	  prices_who_works_below },
	{ "chain-tariff", "product",
	  WORDS("Voor dit product, deze zwaarte en deze eenheid is op die dag geen tarief vastgesteld."), "",
	  prices_beside_a_tariff },
	{ "chain-amount", "professional",
	  WORDS("Schrijf elk bedrag in euro met hooguit twee cijfers achter de komma; een element dat niets "
	        "kost is 0."),
	  REAL_PRICE, prices_in_amounts },
	{ "chain-kept", "kept_for", WORDS("Zeg voor welk eigen werk de betaler een deel houdt."), REAL_PRICE,
	  keeps_for_something },
};
