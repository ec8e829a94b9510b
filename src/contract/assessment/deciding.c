/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/deciding.h"

#include "platform/base/words.h"

/* --- consensus --- */

static bool agrees_on_tender(const void *item)
{
	return ((const struct consensus_reached *)item)->situation.stand.is_known;
}

static bool agrees_as_assessor(const void *item)
{
	const struct consensus_reached *reached = item;

	return !reached->situation.stand.is_known || reached->situation.is_assessor;
}

static bool agrees_on_bid(const void *item)
{
	const struct consensus_reached *reached = item;

	return !reached->situation.stand.is_known || reached->situation.knows_bid;
}

static bool agrees_on_criterion(const void *item)
{
	const struct consensus_reached *reached = item;

	return !reached->situation.stand.is_known || reached->situation.knows_criterion;
}

static bool agrees_after_declaring(const void *item)
{
	const struct consensus_reached *reached = item;

	return !reached->situation.is_assessor || reached->situation.is_declared;
}

static bool agrees_without_interest(const void *item)
{
	return !((const struct consensus_reached *)item)->situation.has_conflict;
}

static bool agrees_on_open_marks(const void *item)
{
	const struct consensus_reached *reached = item;

	return !reached->situation.knows_bid || reached->situation.is_unsealed;
}

static bool agrees_before_freeze(const void *item)
{
	return !date_is(((const struct consensus_reached *)item)->situation.stand.frozen_on);
}

static bool agrees_on_a_number(const void *item)
{
	return ((const struct consensus_reached *)item)->situation.is_number;
}

static bool agrees_on_scale(const void *item)
{
	const struct consensus_reached *reached = item;

	return !reached->situation.stand.is_known || !reached->situation.is_number ||
	       reached->situation.is_on_scale;
}

static bool agrees_in_whole(const void *item)
{
	return !((const struct consensus_reached *)item)->situation.steps.is_past_whole;
}

static bool agrees_in_half(const void *item)
{
	return !((const struct consensus_reached *)item)->situation.steps.is_past_half;
}

static bool agrees_in_tenth(const void *item)
{
	return !((const struct consensus_reached *)item)->situation.steps.is_past_tenth;
}

static bool agrees_among_assessors(const void *item)
{
	return !((const struct consensus_reached *)item)->situation.has_stranger;
}

const struct journal_rule consensus_rules[CONSENSUS_RULES_COUNT] = {
	{ "consensus-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  agrees_on_tender },
	{ "consensus-assessor", "tender", WORDS("U bent geen beoordelaar van deze aanbesteding."), "",
	  agrees_as_assessor },
	{ "consensus-bid", "bid", WORDS("Noem het nummer van een inschrijving die is geopend."), "",
	  agrees_on_bid },
	{ "consensus-criterion", "criterion", WORDS("Dit criterium heeft de aanbesteding niet."), "",
	  agrees_on_criterion },
	{ "consensus-declared", "tender",
	  WORDS("Verklaar eerst of u met een van de inschrijvers iets te maken heeft."),
	  "Aanbestedingswet 2012 art. 1.10b", agrees_after_declaring },
	{ "consensus-conflict", "bid",
	  WORDS("U heeft een belang bij deze inschrijver; een ander legt dit cijfer vast."),
	  "Aanbestedingswet 2012 art. 1.10b", agrees_without_interest },
	{ "consensus-sealed", "bid",
	  WORDS("De cijfers van dit perceel zijn nog gesloten: ze gaan open als uit elke hoek voor elke "
	        "inschrijving "
	        "een cijfer is gegeven. Wie er nog ontbreekt, staat bij de beoordeling."),
	  "", agrees_on_open_marks },
	{ "consensus-frozen", "mark", WORDS("De cijfers staan vast; dit cijfer kan niet meer anders."),
	  "Aanbestedingswet 2012 art. 1.9", agrees_before_freeze },
	{ "consensus-number", "mark", WORDS("Vul een cijfer in, bijvoorbeeld 7 of 7,5."), "",
	  agrees_on_a_number },
	{ "consensus-scale", "mark", WORDS("Dit cijfer kan niet: het is hoger dan het hoogste cijfer."),
	  "Aanbestedingswet 2012 art. 2.115", agrees_on_scale },
	{ "consensus-whole", "mark", WORDS("In deze aanbesteding zijn cijfers heel, zoals 7 of 8."),
	  "Aanbestedingswet 2012 art. 2.115", agrees_in_whole },
	{ "consensus-half", "mark", WORDS("In deze aanbesteding zijn cijfers heel of half, zoals 7 of 7,5."),
	  "Aanbestedingswet 2012 art. 2.115", agrees_in_half },
	{ "consensus-tenth", "mark",
	  WORDS("In deze aanbesteding staat hooguit één cijfer achter de komma, zoals 7,5."),
	  "Aanbestedingswet 2012 art. 2.115", agrees_in_tenth },
	{ "consensus-present", "present",
	  WORDS("Aan tafel zitten alleen beoordelaars zonder belang bij deze inschrijver."),
	  "Aanbestedingswet 2012 art. 1.10b", agrees_among_assessors },
};

/* --- the freeze --- */

static bool freezes_tender(const void *item)
{
	return ((const struct marks_frozen *)item)->situation.stand.is_known;
}

static bool freezes_bids(const void *item)
{
	const struct stand *stand = &((const struct marks_frozen *)item)->situation.stand;

	return !stand->is_known || stand->bids > 0;
}

static bool freezes_all(const void *item)
{
	const struct stand *stand = &((const struct marks_frozen *)item)->situation.stand;

	return stand->agreed == stand->bids * stand->criteria;
}

static bool freezes_once(const void *item)
{
	return !date_is(((const struct marks_frozen *)item)->situation.stand.frozen_on);
}

static bool freezes_after_declaring(const void *item)
{
	return ((const struct marks_frozen *)item)->situation.judging.is_declared;
}

static bool freezes_without_interest(const void *item)
{
	return !((const struct marks_frozen *)item)->situation.judging.has_interest;
}

const struct journal_rule freeze_rules[FREEZE_RULES_COUNT] = {
	{ "freeze-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "", freezes_tender },
	{ "freeze-bids", "tender", WORDS("Er is nog geen inschrijving geopend."), "", freezes_bids },
	{ "freeze-consensus", "tender",
	  WORDS("Niet elke inschrijving heeft op elk criterium een gezamenlijk cijfer."), "", freezes_all },
	{ "freeze-once", "tender", WORDS("De cijfers staan al vast."), "", freezes_once },
	{ "freeze-declared", "tender",
	  WORDS("Verklaar eerst of u met een van de inschrijvers iets te maken heeft."),
	  "Aanbestedingswet 2012 art. 1.10b", freezes_after_declaring },
	{ "freeze-interest", "tender",
	  WORDS("U heeft een belang bij een van de inschrijvers; een ander zet de cijfers vast."),
	  "Aanbestedingswet 2012 art. 1.10b", freezes_without_interest },
};

/* --- the award --- */

static bool awards_tender(const void *item)
{
	return ((const struct award_decided *)item)->situation.stand.is_known;
}

static bool awards_frozen(const void *item)
{
	const struct stand *stand = &((const struct award_decided *)item)->situation.stand;

	return !stand->is_known || date_is(stand->frozen_on);
}

static bool awards_once(const void *item)
{
	return !date_is(((const struct award_decided *)item)->situation.stand.decided_on);
}

static bool awards_ahead(const void *item)
{
	const struct award_decided *decided = item;

	return !date_before(decided->send_on, decided->situation.stand.today);
}

static bool awards_after_declaring(const void *item)
{
	return ((const struct award_decided *)item)->situation.judging.is_declared;
}

static bool awards_without_interest(const void *item)
{
	return !((const struct award_decided *)item)->situation.judging.has_interest;
}

const struct journal_rule award_decision_rules[AWARD_RULES_COUNT] = {
	{ "award-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "", awards_tender },
	{ "award-frozen", "tender", WORDS("De cijfers staan nog niet vast."),
	  "Aanbestedingswet 2012 art. 2.115", awards_frozen },
	{ "award-once", "tender", WORDS("Over deze ronde is al besloten."), "", awards_once },
	{ "award-send", "send_on", WORDS("Deze dag is al voorbij; de brieven gaan vandaag of later weg."), "",
	  awards_ahead },
	{ "award-declared", "tender",
	  WORDS("Verklaar eerst of u met een van de inschrijvers iets te maken heeft."),
	  "Aanbestedingswet 2012 art. 1.10b", awards_after_declaring },
	{ "award-interest", "tender",
	  WORDS("U heeft een belang bij een van de inschrijvers; een ander besluit over de gunning."),
	  "Aanbestedingswet 2012 art. 1.10b", awards_without_interest },
};

/* --- the letters --- */

static bool sends_written(const void *item)
{
	return ((const struct award_letter_sent *)item)->situation.is_written;
}

static bool sends_once(const void *item)
{
	return !((const struct award_letter_sent *)item)->situation.is_sent;
}

static bool sends_in_the_past(const void *item)
{
	const struct award_letter_sent *sent = item;

	return !date_before(sent->situation.stand.today, sent->sent_on);
}

static bool sends_after_writing(const void *item)
{
	const struct award_letter_sent *sent = item;

	return !date_before(sent->sent_on, sent->situation.dated);
}

const struct journal_rule award_sent_rules[AWARD_SENT_RULES_COUNT] = {
	{ "award-sent-letter", "bid", WORDS("Voor deze inschrijving is er nog geen brief."), "",
	  sends_written },
	{ "award-sent-once", "bid", WORDS("Deze brief is al verstuurd."), "", sends_once },
	{ "award-sent-day", "sent_on", WORDS("Deze dag moet nog komen."), "", sends_in_the_past },
	{ "award-sent-before", "sent_on",
	  WORDS("Deze dag is voor de datum die op de brief staat: de dag van verzenden in het "
	        "gunningsbesluit. "
	        "Verstuur de brief op die dag of later."),
	  "", sends_after_writing },
};
