/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/marking.h"

#include <string.h>

#include "platform/base/words.h"

#define TENDER_CHARS 40
#define REASON_CHARS 2000

const struct choice conflict_sorts[] = {
	{ "none", WORDS("ik heb met geen van de inschrijvers iets te maken") },
	{ "interest", WORDS("ik heb een belang bij deze inschrijver") },
	{ NULL, NULL },
};

static const struct field assessor_fields[] = {
	FIELD(struct assessor_named, tender, .label = WORDS("Aanbesteding"), .required = true,
	      .max_chars = TENDER_CHARS),
	FIELD(struct assessor_named, account, .label = WORDS("Account van de beoordelaar"), .required = true,
	      .hint = WORDS("Iemand van de gemeente die voor beleid, uitvoering of contract werkt.")),
	FIELD(struct assessor_named, ready_on, .label = WORDS("Wanneer zijn alle cijfers nodig?"),
	      .hint = WORDS("Mag leeg blijven. De beoordelaar ziet deze dag bij het werk dat wacht.")),
	FIELD(struct assessor_named, name, .flags = FIELD_BY_DOOR),
	FIELD(struct assessor_named, corner, .flags = FIELD_BY_DOOR),
};
const struct record assessor_named_record = RECORD(struct assessor_named, "assessor_named", assessor_fields);

static const struct field left_fields[] = {
	FIELD(struct assessor_left, tender, .label = WORDS("Aanbesteding"), .required = true,
	      .max_chars = TENDER_CHARS),
	FIELD(struct assessor_left, account, .label = WORDS("Account van de beoordelaar"), .required = true),
	FIELD(struct assessor_left, reason, .label = WORDS("Waarom beoordeelt deze persoon niet meer?"),
	      .required = true, .max_chars = REASON_CHARS),
};
const struct record assessor_left_record = RECORD(struct assessor_left, "assessor_left", left_fields);

static const struct field bid_fields[] = {
	FIELD(struct conflict_bid, bid),
};
const struct record conflict_bid_record = RECORD(struct conflict_bid, "conflict_bid", bid_fields);

static const struct field conflict_fields[] = {
	FIELD(struct conflict_declared, tender, .label = WORDS("Aanbesteding"), .required = true,
	      .max_chars = TENDER_CHARS),
	FIELD(struct conflict_declared, sort, .label = WORDS("Heeft u een belang?"), .required = true,
	      .choices = conflict_sorts),
	FIELD(struct conflict_declared, bid, .label = WORDS("Nummer van de inschrijving"),
	      .hint = WORDS("Alleen bij een belang. U ziet en beoordeelt deze inschrijver dan niet.")),
	FIELD(struct conflict_declared, words, .label = WORDS("Welk belang is dat?"), .flags = FIELD_LONG,
	      .max_chars = REASON_CHARS),
	FIELD(struct conflict_declared, account, .flags = FIELD_BY_DOOR),
	FIELD(struct conflict_declared, bids, .of = &conflict_bid_record, .flags = FIELD_BY_DOOR),
};
const struct record conflict_declared_record =
	RECORD(struct conflict_declared, "conflict_declared", conflict_fields);

static const struct field lifted_fields[] = {
	FIELD(struct conflict_lifted, tender, .label = WORDS("Aanbesteding"), .required = true,
	      .max_chars = TENDER_CHARS),
	FIELD(struct conflict_lifted, account, .label = WORDS("Account van wie het belang verklaarde"),
	      .required = true),
	FIELD(struct conflict_lifted, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct conflict_lifted, reason, .label = WORDS("Waarom is dit geen belang meer?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = REASON_CHARS),
	FIELD(struct conflict_lifted, bids, .of = &conflict_bid_record, .flags = FIELD_BY_DOOR),
};
const struct record conflict_lifted_record = RECORD(struct conflict_lifted, "conflict_lifted", lifted_fields);

static const struct field mark_fields[] = {
	FIELD(struct mark_brought, tender, .label = WORDS("Aanbesteding"), .required = true,
	      .max_chars = TENDER_CHARS),
	FIELD(struct mark_brought, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct mark_brought, criterion, .label = WORDS("Criterium"), .required = true),
	FIELD(struct mark_brought, mark, .label = WORDS("Cijfer"), .required = true, .flags = FIELD_IN_VAULT,
	      .max_chars = 12),
	FIELD(struct mark_brought, reason, .label = WORDS("Waarom dit cijfer?"), .required = true,
	      .flags = FIELD_IN_VAULT | FIELD_LONG, .max_chars = REASON_CHARS),
	FIELD(struct mark_brought, account, .flags = FIELD_BY_DOOR),
	FIELD(struct mark_brought, lot, .flags = FIELD_BY_DOOR),
	FIELD(struct mark_brought, sealed, .flags = FIELD_BY_DOOR, .max_chars = 40000),
	FIELD(struct mark_brought, round, .flags = FIELD_BY_DOOR),
};
const struct record mark_given_record = RECORD(struct mark_brought, "mark_given", mark_fields);

static const struct field unsealed_fields[] = {
	FIELD(struct marks_unsealed, tender, .label = WORDS("Aanbesteding"), .required = true,
	      .max_chars = TENDER_CHARS),
	FIELD(struct marks_unsealed, lot, .label = WORDS("Perceel"), .required = true),
	FIELD(struct marks_unsealed, round, .label = WORDS("Ronde"), .required = true),
	FIELD(struct marks_unsealed, key, .label = WORDS("Sleutel van de cijfers"), .required = true),
};
const struct record marks_unsealed_record = RECORD(struct marks_unsealed, "marks_unsealed", unsealed_fields);

/* --- who marks --- */

static bool names_known_tender(const void *item)
{
	return ((const struct assessor_named *)item)->situation.is_known;
}

static bool names_account(const void *item)
{
	return ((const struct assessor_named *)item)->situation.is_account;
}

static bool names_municipal(const void *item)
{
	const struct assessor_named *named = item;

	return !named->situation.is_account || named->situation.is_municipal;
}

static bool names_new(const void *item)
{
	return !((const struct assessor_named *)item)->situation.is_there;
}

static bool names_before_unsealing(const void *item)
{
	return !((const struct assessor_named *)item)->situation.is_unsealed;
}

const struct journal_rule assessor_rules[ASSESSOR_RULES_COUNT] = {
	{ "assessor-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  names_known_tender },
	{ "assessor-account", "account", WORDS("Dit account is er niet, of het is gesloten."), "",
	  names_account },
	{ "assessor-corner", "account",
	  WORDS("Kies iemand van de gemeente die voor beleid, uitvoering of contract werkt."),
	  "Aanbestedingswet 2012 art. 1.8", names_municipal },
	{ "assessor-there", "account", WORDS("Deze persoon beoordeelt deze aanbesteding al."), "",
	  names_new },
	{ "assessor-late", "tender",
	  WORDS("De cijfers van een perceel zijn al open; nu kan niemand er meer bij komen."),
	  "Aanbestedingswet 2012 art. 1.9", names_before_unsealing },
};

static bool leaves_where_there(const void *item)
{
	return ((const struct assessor_left *)item)->situation.is_there;
}

static bool leaves_somebody(const void *item)
{
	return !((const struct assessor_left *)item)->situation.is_last;
}

static bool leaves_before_unsealing(const void *item)
{
	return !((const struct assessor_left *)item)->situation.is_unsealed;
}

const struct journal_rule assessor_left_rules[ASSESSOR_LEFT_RULES_COUNT] = {
	{ "assessor-left-who", "account", WORDS("Deze persoon beoordeelt deze aanbesteding niet."), "",
	  leaves_where_there },
	{ "assessor-left-last", "account",
	  WORDS("Dit is de enige beoordelaar van deze hoek. Wijs eerst een ander aan."), "",
	  leaves_somebody },
	{ "assessor-left-late", "tender",
	  WORDS("De cijfers van een perceel zijn al open; nu kan niemand meer weggaan."), "",
	  leaves_before_unsealing },
};

/* --- interests --- */

static bool is_interest(const struct conflict_declared *declared)
{
	return strcmp(or_empty(declared->sort), "interest") == 0;
}

static bool declares_who_judges(const void *item)
{
	return ((const struct conflict_declared *)item)->situation.judges;
}

static bool declares_known_bid(const void *item)
{
	const struct conflict_declared *declared = item;

	return !is_interest(declared) || declared->situation.knows_bid;
}

static bool declares_in_words(const void *item)
{
	const struct conflict_declared *declared = item;

	return !is_interest(declared) || has_words(declared->words);
}

static bool declares_one_thing(const void *item)
{
	const struct conflict_declared *declared = item;

	return is_interest(declared) || declared->bid == 0;
}

static bool declares_after_opening(const void *item)
{
	const struct conflict_declared *declared = item;

	return !declared->situation.judges || declared->situation.is_opened;
}

static bool declares_no_way_back(const void *item)
{
	const struct conflict_declared *declared = item;

	return is_interest(declared) || !declared->situation.has_interest;
}

const struct journal_rule conflict_rules[CONFLICT_RULES_COUNT] = {
	{ "conflict-judges", "tender",
	  WORDS("Alleen wie deze aanbesteding beoordeelt of erover beslist, verklaart dit."), "",
	  declares_who_judges },
	{ "conflict-bid", "bid", WORDS("Noem het nummer van een inschrijving die is geopend."), "",
	  declares_known_bid },
	{ "conflict-words", "words", WORDS("Schrijf op welk belang u heeft."), "", declares_in_words },
	{ "conflict-none", "bid", WORDS("Kies dat u een belang heeft, of noem geen inschrijving."), "",
	  declares_one_thing },
	{ "conflict-closed", "tender",
	  WORDS("De kluis is nog dicht, dus u weet nog niet wie inschreef. Verklaar dit als zij open is."),
	  "Aanbestedingswet 2012 art. 1.10b", declares_after_opening },
	{ "conflict-back", "sort",
	  WORDS("U verklaarde eerder een belang. Alleen een ander, die de aanbesteding leidt, kan dat "
	        "opheffen, met een reden."),
	  "Aanbestedingswet 2012 art. 1.10b", declares_no_way_back },
};

static bool lifts_what_is_there(const void *item)
{
	return ((const struct conflict_lifted *)item)->situation.is_there;
}

static bool lifts_of_another(const void *item)
{
	return !((const struct conflict_lifted *)item)->situation.is_own;
}

static bool lifts_without_interest(const void *item)
{
	return ((const struct conflict_lifted *)item)->situation.is_clean;
}

const struct journal_rule conflict_lifted_rules[CONFLICT_LIFTED_RULES_COUNT] = {
	{ "conflict-lifted-which", "bid",
	  WORDS("Dit account heeft geen belang bij deze inschrijver verklaard."), "", lifts_what_is_there },
	{ "conflict-lifted-own", "account", WORDS("Uw eigen belang heft een ander op."),
	  "Aanbestedingswet 2012 art. 1.10b", lifts_of_another },
	{ "conflict-lifted-clean", "tender",
	  WORDS("Verklaar eerst zelf of u met een van de inschrijvers iets te maken heeft. Wie een belang "
	        "heeft "
	        "bij deze inschrijver, heft dat van een ander niet op."),
	  "Aanbestedingswet 2012 art. 1.10b", lifts_without_interest },
};

/* --- a mark --- */

static bool marks_known_tender(const void *item)
{
	return ((const struct mark_brought *)item)->situation.is_known;
}

static bool marks_as_assessor(const void *item)
{
	const struct mark_brought *given = item;

	return !given->situation.is_known || given->situation.is_assessor;
}

static bool marks_opened_bid(const void *item)
{
	const struct mark_brought *given = item;

	return !given->situation.is_assessor || given->situation.knows_bid;
}

static bool marks_known_criterion(const void *item)
{
	const struct mark_brought *given = item;

	return !given->situation.is_known || given->situation.knows_criterion;
}

static bool marks_after_declaring(const void *item)
{
	const struct mark_brought *given = item;

	return !given->situation.is_assessor || given->situation.is_declared;
}

static bool marks_without_interest(const void *item)
{
	return !((const struct mark_brought *)item)->situation.has_conflict;
}

static bool marks_for_three_corners(const void *item)
{
	const struct mark_brought *given = item;

	return !given->situation.is_assessor || given->situation.has_corners;
}

static bool marks_before_unsealing(const void *item)
{
	return !((const struct mark_brought *)item)->situation.is_unsealed;
}

static bool marks_a_number(const void *item)
{
	return ((const struct mark_brought *)item)->situation.is_number;
}

static bool marks_on_scale(const void *item)
{
	const struct mark_brought *given = item;

	return !given->situation.is_known || !given->situation.is_number || given->situation.is_on_scale;
}

static bool marks_in_whole(const void *item)
{
	return !((const struct mark_brought *)item)->situation.steps.is_past_whole;
}

static bool marks_in_half(const void *item)
{
	return !((const struct mark_brought *)item)->situation.steps.is_past_half;
}

static bool marks_in_tenth(const void *item)
{
	return !((const struct mark_brought *)item)->situation.steps.is_past_tenth;
}

const struct journal_rule mark_rules[MARK_RULES_COUNT] = {
	{ "mark-given-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  marks_known_tender },
	{ "mark-given-assessor", "tender", WORDS("U bent geen beoordelaar van deze aanbesteding."), "",
	  marks_as_assessor },
	{ "mark-given-bid", "bid", WORDS("Noem het nummer van een inschrijving die is geopend."), "",
	  marks_opened_bid },
	{ "mark-given-criterion", "criterion", WORDS("Dit criterium heeft de aanbesteding niet."), "",
	  marks_known_criterion },
	{ "mark-given-declared", "tender",
	  WORDS("Verklaar eerst of u met een van de inschrijvers iets te maken heeft."),
	  "Aanbestedingswet 2012 art. 1.10b", marks_after_declaring },
	{ "mark-given-conflict", "bid",
	  WORDS("U heeft een belang bij deze inschrijver; een ander beoordeelt deze inschrijving."),
	  "Aanbestedingswet 2012 art. 1.10b", marks_without_interest },
	{ "mark-given-corners", "tender",
	  WORDS("Er is nog geen beoordelaar uit elk van de drie hoeken: beleid, uitvoering en contract."), "",
	  marks_for_three_corners },
	{ "mark-given-late", "bid",
	  WORDS("De cijfers van dit perceel zijn al open; dit cijfer kan niet meer anders."), "",
	  marks_before_unsealing },
	{ "mark-given-number", "mark", WORDS("Vul een cijfer in, bijvoorbeeld 7 of 7,5."), "",
	  marks_a_number },
	{ "mark-given-scale", "mark", WORDS("Dit cijfer kan niet: het is hoger dan het hoogste cijfer."),
	  "Aanbestedingswet 2012 art. 2.115", marks_on_scale },
	{ "mark-given-whole", "mark", WORDS("In deze aanbesteding zijn cijfers heel, zoals 7 of 8."),
	  "Aanbestedingswet 2012 art. 2.115", marks_in_whole },
	{ "mark-given-half", "mark", WORDS("In deze aanbesteding zijn cijfers heel of half, zoals 7 of 7,5."),
	  "Aanbestedingswet 2012 art. 2.115", marks_in_half },
	{ "mark-given-tenth", "mark",
	  WORDS("In deze aanbesteding staat hooguit één cijfer achter de komma, zoals 7,5."),
	  "Aanbestedingswet 2012 art. 2.115", marks_in_tenth },
};
