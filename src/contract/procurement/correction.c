/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/correction.h"

#include "platform/base/words.h"

#define TIME_CHARS 5

static const struct field corrected_fields[] = {
	FIELD(struct tender_corrected, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct tender_corrected, reason, .label = WORDS("Wat verandert er, en waarom?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000,
	      .hint = WORDS("Iedere inschrijver leest dit. Percelen, criteria, gewichten en drempel blijven "
	                    "zoals zij zijn: moet daar iets aan veranderen, dan koopt u opnieuw in.")),
	FIELD(struct tender_corrected, about, .label = WORDS("Nieuwe toelichting"), .flags = FIELD_LONG,
	      .max_chars = 4000, .hint = WORDS("Komt in de plaats van de oude. Leeg: zij blijft.")),
	FIELD(struct tender_corrected, questions_until, .label = WORDS("Nieuwe laatste dag voor vragen")),
	FIELD(struct tender_corrected, bids_day, .label = WORDS("Nieuwe laatste dag voor inschrijvingen"),
	      .hint = WORDS("Alleen later dan nu: een termijn wordt nooit korter.")),
	FIELD(struct tender_corrected, bids_time, .label = WORDS("Tot hoe laat op die dag?"),
	      .max_chars = TIME_CHARS, .hint = WORDS("Leeg: dezelfde tijd.")),
	FIELD(struct tender_corrected, bids_until, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_corrected, questions_before, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_corrected, bids_before, .flags = FIELD_BY_DOOR),
	FIELD(struct tender_corrected, about_before, .flags = FIELD_BY_DOOR, .max_chars = 4000),
};
const struct record tender_corrected_record =
	RECORD(struct tender_corrected, "tender_corrected", corrected_fields);

static const struct field replaced_fields[] = {
	FIELD(struct key_holder_replaced, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct key_holder_replaced, holder, .label = WORDS("Account van wie nu sleutelhouder is"),
	      .required = true),
	FIELD(struct key_holder_replaced, successor, .label = WORDS("Account van wie het wordt"),
	      .required = true, .hint = WORDS("Dezelfde persoon mag ook: die maakt dan een nieuwe sleutel.")),
	FIELD(struct key_holder_replaced, reason, .label = WORDS("Waarom?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct key_holder_replaced, place, .flags = FIELD_BY_DOOR),
};
const struct record key_holder_replaced_record =
	RECORD(struct key_holder_replaced, "key_holder_replaced", replaced_fields);

/* --- corrected --- */

static bool corrects_a_tender(const void *item)
{
	return ((const struct tender_corrected *)item)->situation.is_there;
}

static bool corrects_in_time(const void *item)
{
	const struct tender_corrected *corrected = item;

	return corrected->situation.is_open || !corrected->situation.is_there;
}

static bool changes_something(const void *item)
{
	return ((const struct tender_corrected *)item)->situation.changes;
}

static bool has_a_time(const void *item)
{
	return ((const struct tender_corrected *)item)->situation.is_time;
}

/* Who counted on a day keeps it: all bidders are treated alike (Aanbestedingswet 2012, art. 1.8). */
static bool closes_later(const void *item)
{
	return ((const struct tender_corrected *)item)->situation.is_later;
}

/* Everybody has the answer at least six days before bids close (directive 2014/24/EU, art. 47(3)). */
static bool leaves_time_to_answer(const void *item)
{
	return ((const struct tender_corrected *)item)->situation.leaves_answer;
}

/* After a change bidders have time to take it in (directive 2014/24/EU, art. 47(3)(b)). */
static bool leaves_time_to_write(const void *item)
{
	return ((const struct tender_corrected *)item)->situation.leaves_time;
}

const struct journal_rule tender_corrected_rules[TENDER_CORRECTED_RULES_COUNT] = {
	{ "corrected-tender", "tender", WORDS("Deze aanbesteding is er niet."), "", corrects_a_tender },
	{ "corrected-late", "tender", WORDS("De inschrijving is gesloten. Rectificeren kan niet meer."), "",
	  corrects_in_time },
	{ "corrected-nothing", "about", WORDS("Er verandert niets: geef een nieuwe toelichting of dag."), "",
	  changes_something },
	{ "corrected-time", "bids_time", WORDS("Schrijf de tijd als 12:00."), "", has_a_time },
	{ "corrected-earlier", "bids_day",
	  WORDS("De nieuwe sluiting is niet later dan de oude. Een termijn wordt nooit korter."),
	  "Aanbestedingswet 2012 art. 1.8", closes_later },
	{ "corrected-questions", "questions_until",
	  WORDS("Antwoorden moeten zes dagen voor de sluiting bij iedereen zijn. Laat de vragen eerder "
	        "sluiten, en na vandaag."),
	  "richtlijn 2014/24/EU art. 47 lid 3", leaves_time_to_answer },
	{ "corrected-short", "bids_day",
	  WORDS("Er zijn nog geen zes dagen tot de sluiting. Laat haar later vallen, zodat iedereen de "
	        "nieuwe "
	        "toelichting kan verwerken."),
	  "richtlijn 2014/24/EU art. 47 lid 3 onder b", leaves_time_to_write },
};

/* --- another holder --- */

static bool replaces_in_a_tender(const void *item)
{
	return ((const struct key_holder_replaced *)item)->situation.is_there;
}

static bool replaces_before_the_opening(const void *item)
{
	const struct key_holder_replaced *replaced = item;

	return replaced->situation.is_closed || !replaced->situation.is_there;
}

static bool replaces_a_holder(const void *item)
{
	const struct key_holder_replaced *replaced = item;

	return replaced->situation.is_holder || !replaced->situation.is_there;
}

static bool replaces_by_a_clerk(const void *item)
{
	return ((const struct key_holder_replaced *)item)->situation.is_clerk;
}

static bool replaces_by_another(const void *item)
{
	return ((const struct key_holder_replaced *)item)->situation.is_free;
}

/* What was sealed for a key opens with no other; the two that remain open it together. */
static bool replaces_before_any_bid(const void *item)
{
	return ((const struct key_holder_replaced *)item)->situation.is_before_bids;
}

const struct journal_rule key_holder_replaced_rules[KEY_HOLDER_REPLACED_RULES_COUNT] = {
	{ "replaced-tender", "tender", WORDS("Deze aanbesteding is er niet."), "", replaces_in_a_tender },
	{ "replaced-opened", "tender", WORDS("De kluis is al open."), "", replaces_before_the_opening },
	{ "replaced-holder", "holder", WORDS("Dit account is bij deze aanbesteding geen sleutelhouder."), "",
	  replaces_a_holder },
	{ "replaced-clerk", "successor",
	  WORDS("Een sleutelhouder werkt bij de gemeente en heeft een open account."), "",
	  replaces_by_a_clerk },
	{ "replaced-double", "successor", WORDS("Deze persoon heeft al een andere sleutel."), "",
	  replaces_by_another },
	{ "replaced-bids", "tender",
	  WORDS("Er is al een inschrijving ingediend, op slot voor deze drie sleutels. Een nieuwe sleutel "
	        "opent "
	        "haar niet. De andere twee houders openen de kluis samen: zorg dat zij hun code bewaren."),
	  "", replaces_before_any_bid },
};
