/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/signing.h"

#include <string.h>

#include "contract/assessment/relief.h"
#include "platform/base/words.h"

#define TENDER .label = WORDS("Aanbesteding"), .required = true, .max_chars = 40
#define WORDS_CHARS 4000

const struct choice relief_outcomes[] = {
	{ "dismissed", WORDS("afgewezen: de gunning blijft zoals zij is") },
	{ "withdrawn", WORDS("ingetrokken door de inschrijver") },
	{ "upheld", WORDS("toegewezen: opnieuw beoordelen, of de gunning intrekken") },
	{ NULL, NULL },
};

const struct choice reassessment_grounds[] = {
	{ "court", WORDS("de rechter heeft dat beslist") },
	{ "own", WORDS("de gemeente wil een fout herstellen") },
	{ NULL, NULL },
};

static const struct field asked_fields[] = {
	FIELD(struct relief_asked, tender, TENDER),
	FIELD(struct relief_asked, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct relief_asked, asked_on, .label = WORDS("Kort geding aangevraagd op"), .required = true),
	FIELD(struct relief_asked, words, .label = WORDS("Waar gaat het over?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = WORDS_CHARS),
	FIELD(struct relief_asked, round, .flags = FIELD_BY_DOOR),
	FIELD(struct relief_asked, is_in_time, .flags = FIELD_BY_DOOR),
};
const struct record relief_asked_record = RECORD(struct relief_asked, "relief_asked", asked_fields);

static const struct field ended_fields[] = {
	FIELD(struct relief_ended, tender, TENDER),
	FIELD(struct relief_ended, relief, .label = WORDS("Kort geding"), .required = true),
	FIELD(struct relief_ended, outcome, .label = WORDS("Wat is de uitkomst?"), .required = true,
	      .choices = relief_outcomes),
	FIELD(struct relief_ended, ended_on, .label = WORDS("Beslist of ingetrokken op"), .required = true),
	FIELD(struct relief_ended, words, .label = WORDS("Wat zei de rechter?"), .flags = FIELD_LONG,
	      .max_chars = WORDS_CHARS),
};
const struct record relief_ended_record = RECORD(struct relief_ended, "relief_ended", ended_fields);

static const struct field ordered_fields[] = {
	FIELD(struct reassessment_ordered, tender, TENDER),
	FIELD(struct reassessment_ordered, ground, .label = WORDS("Waarom opnieuw beoordelen?"),
	      .required = true, .choices = reassessment_grounds),
	FIELD(struct reassessment_ordered, reason, .label = WORDS("Wat moet er anders?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = WORDS_CHARS),
	FIELD(struct reassessment_ordered, round, .flags = FIELD_BY_DOOR),
};
const struct record reassessment_ordered_record =
	RECORD(struct reassessment_ordered, "reassessment_ordered", ordered_fields);

static const struct field withdrawn_fields[] = {
	FIELD(struct award_withdrawn, tender, TENDER),
	FIELD(struct award_withdrawn, withdrawn_on, .label = WORDS("Gunning ingetrokken op"),
	      .required = true),
	FIELD(struct award_withdrawn, reason, .label = WORDS("Waarom wordt de gunning ingetrokken?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = WORDS_CHARS),
	FIELD(struct award_withdrawn, round, .flags = FIELD_BY_DOOR),
};
const struct record award_withdrawn_record =
	RECORD(struct award_withdrawn, "award_withdrawn", withdrawn_fields);

static const struct field signed_fields[] = {
	FIELD(struct agreement_signed, tender, TENDER),
	FIELD(struct agreement_signed, bid, .label = WORDS("Nummer van de inschrijving"), .required = true),
	FIELD(struct agreement_signed, signed_on, .label = WORDS("Getekend op"), .required = true),
	FIELD(struct agreement_signed, party, .label = WORDS("Onder welke partij van de regeling?"),
	      .hint = WORDS("Vul niets in als de inschrijver zelf al een partij van de regeling is.")),
	FIELD(struct agreement_signed, agb, .label = WORDS("AGB-code"), .max_chars = 8,
	      .hint = WORDS("Alleen als de inschrijver nog niet in de regeling staat en er met deze "
	                    "overeenkomst bij komt.")),
	FIELD(struct agreement_signed, round, .flags = FIELD_BY_DOOR),
	FIELD(struct agreement_signed, notice_until, .flags = FIELD_BY_DOOR),
};
const struct record agreement_signed_record =
	RECORD(struct agreement_signed, "agreement_signed", signed_fields);

static const struct field published_fields[] = {
	FIELD(struct award_published, tender, TENDER),
	FIELD(struct award_published, published_on, .label = WORDS("Gepubliceerd op"), .required = true),
	FIELD(struct award_published, published_at, .label = WORDS("Waar staat de aankondiging?"),
	      .hint = WORDS("Bijvoorbeeld: TenderNed, met het nummer."), .required = true),
	FIELD(struct award_published, round, .flags = FIELD_BY_DOOR),
	FIELD(struct award_published, notice_until, .flags = FIELD_BY_DOOR),
	FIELD(struct award_published, is_late, .flags = FIELD_BY_DOOR),
};
const struct record award_published_record =
	RECORD(struct award_published, "award_published", published_fields);

/* --- the judge --- */

static bool asks_about_tender(const void *item)
{
	return ((const struct relief_asked *)item)->situation.stand.is_known;
}

static bool asks_about_award(const void *item)
{
	const struct stand *stand = &((const struct relief_asked *)item)->situation.stand;

	return !stand->is_known || date_is(stand->decided_on);
}

static bool asks_as_bidder(const void *item)
{
	const struct relief_asked *asked = item;

	return !date_is(asked->situation.stand.decided_on) || asked->situation.knows_bid;
}

static bool asks_in_the_past(const void *item)
{
	const struct relief_asked *asked = item;

	return !date_before(asked->situation.stand.today, asked->asked_on);
}

static bool asks_after_award(const void *item)
{
	const struct relief_asked *asked = item;

	return !date_before(asked->asked_on, asked->situation.stand.decided_on);
}

static bool asks_while_it_stands(const void *item)
{
	return relief_allows(&((const struct relief_asked *)item)->situation.stand, RELIEF_ASK);
}

const struct journal_rule relief_rules[RELIEF_RULES_COUNT] = {
	{ "relief-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  asks_about_tender },
	{ "relief-award", "tender", WORDS("Er is nog geen gunning besloten."),
	  "Aanbestedingswet 2012 art. 2.131", asks_about_award },
	{ "relief-bid", "bid", WORDS("Noem het nummer van een inschrijving waarover een brief ging."), "",
	  asks_as_bidder },
	{ "relief-day", "asked_on", WORDS("Deze dag moet nog komen."), "", asks_in_the_past },
	{ "relief-before", "asked_on", WORDS("Op deze dag was er nog geen gunning besloten."), "",
	  asks_after_award },
	{ "relief-over", "tender", WORDS("De gunning is ingetrokken; hier valt niets meer tegen te vragen."),
	  "", asks_while_it_stands },
};

static bool ends_what_is_there(const void *item)
{
	const struct relief_ended *ended = item;

	return ended->situation.is_there && ended->situation.is_open;
}

static bool ends_in_the_past(const void *item)
{
	const struct relief_ended *ended = item;

	return !date_before(ended->situation.stand.today, ended->ended_on);
}

static bool ends_after_asking(const void *item)
{
	const struct relief_ended *ended = item;

	return !date_before(ended->ended_on, ended->situation.asked_on);
}

const struct journal_rule relief_ended_rules[RELIEF_ENDED_RULES_COUNT] = {
	{ "relief-ended-which", "relief", WORDS("Kies een kort geding dat nog loopt."), "",
	  ends_what_is_there },
	{ "relief-ended-day", "ended_on", WORDS("Deze dag moet nog komen."), "", ends_in_the_past },
	{ "relief-ended-before", "ended_on", WORDS("Op deze dag was er nog geen kort geding."), "",
	  ends_after_asking },
};

/* --- anew --- */

static bool repeats_tender(const void *item)
{
	return ((const struct reassessment_ordered *)item)->situation.stand.is_known;
}

static bool repeats_open_marks(const void *item)
{
	const struct stand *stand = &((const struct reassessment_ordered *)item)->situation.stand;

	return !stand->is_known || stand->unsealed > 0;
}

static bool repeats_unsigned(const void *item)
{
	return ((const struct reassessment_ordered *)item)->situation.stand.signatures == 0;
}

static bool is_by_court(const struct reassessment_ordered *ordered)
{
	return strcmp(or_empty(ordered->ground), "court") == 0;
}

static bool repeats_when_decided(const void *item)
{
	return ((const struct reassessment_ordered *)item)->situation.stand.pending == 0;
}

/* Art. 2.131, and RBROT:2017:7504: who says that a judge decided it needs a judge who did. */
static bool repeats_on_its_ground(const void *item)
{
	const struct reassessment_ordered *ordered = item;
	const struct stand *stand = &ordered->situation.stand;

	return !stand->is_known || stand->unsealed == 0 || stand->pending > 0 ||
	       relief_allows(stand, is_by_court(ordered) ? RELIEF_ANEW_BY_COURT : RELIEF_ANEW_OF_OWN);
}

static bool repeats_after_declaring(const void *item)
{
	return ((const struct reassessment_ordered *)item)->situation.judging.is_declared;
}

static bool repeats_without_interest(const void *item)
{
	return !((const struct reassessment_ordered *)item)->situation.judging.has_interest;
}

const struct journal_rule reassessment_rules[REASSESSMENT_RULES_COUNT] = {
	{ "reassessment-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  repeats_tender },
	{ "reassessment-marks", "tender",
	  WORDS("De cijfers zijn nog niet open; beoordelaars kunnen hun cijfers nog gewoon veranderen."), "",
	  repeats_open_marks },
	{ "reassessment-signed", "tender",
	  WORDS("Er is al een overeenkomst getekend; opnieuw beoordelen kan dan niet meer."),
	  "Aanbestedingswet 2012 art. 4.15", repeats_unsigned },
	{ "reassessment-relief", "tender",
	  WORDS("Er loopt nog een kort geding. Leg eerst vast wat de rechter besliste, of dat het is "
	        "ingetrokken."),
	  "Aanbestedingswet 2012 art. 2.131", repeats_when_decided },
	{ "reassessment-ground", "ground",
	  WORDS("Deze reden klopt niet met het kort geding: de rechter besliste dit alleen als een kort "
	        "geding "
	        "is toegewezen, en dan is dat de reden. Is de gunning ingetrokken, dan is deze ronde klaar."),
	  "Aanbestedingswet 2012 art. 2.131", repeats_on_its_ground },
	{ "reassessment-declared", "tender",
	  WORDS("Verklaar eerst of u met een van de inschrijvers iets te maken heeft."),
	  "Aanbestedingswet 2012 art. 1.10b", repeats_after_declaring },
	{ "reassessment-interest", "tender",
	  WORDS("U heeft een belang bij een van de inschrijvers; een ander besluit over een nieuwe "
	        "beoordeling."),
	  "Aanbestedingswet 2012 art. 1.10b", repeats_without_interest },
};

/* --- without an award --- */

static bool withdraws_tender(const void *item)
{
	return ((const struct award_withdrawn *)item)->situation.stand.is_known;
}

static bool withdraws_award(const void *item)
{
	const struct stand *stand = &((const struct award_withdrawn *)item)->situation.stand;

	return !stand->is_known || date_is(stand->decided_on);
}

static bool withdraws_unsigned(const void *item)
{
	return ((const struct award_withdrawn *)item)->situation.stand.signatures == 0;
}

static bool withdraws_once(const void *item)
{
	return !date_is(((const struct award_withdrawn *)item)->situation.stand.withdrawn_on);
}

static bool withdraws_when_decided(const void *item)
{
	const struct stand *stand = &((const struct award_withdrawn *)item)->situation.stand;

	return date_is(stand->withdrawn_on) || relief_allows(stand, RELIEF_WITHDRAW_AWARD);
}

static bool withdraws_after_award(const void *item)
{
	const struct award_withdrawn *withdrawn = item;
	const struct stand *stand = &withdrawn->situation.stand;

	return !date_is(stand->decided_on) || (!date_before(withdrawn->withdrawn_on, stand->decided_on) &&
	                                       !date_before(stand->today, withdrawn->withdrawn_on));
}

static bool withdraws_after_declaring(const void *item)
{
	return ((const struct award_withdrawn *)item)->situation.judging.is_declared;
}

static bool withdraws_without_interest(const void *item)
{
	return !((const struct award_withdrawn *)item)->situation.judging.has_interest;
}

const struct journal_rule award_withdrawn_rules[AWARD_WITHDRAWN_RULES_COUNT] = {
	{ "withdrawn-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  withdraws_tender },
	{ "withdrawn-award", "tender", WORDS("Er is nog geen gunning besloten."), "", withdraws_award },
	{ "withdrawn-signed", "tender",
	  WORDS("Er is al een overeenkomst getekend; de gunning intrekken kan dan niet meer."),
	  "Aanbestedingswet 2012 art. 4.15", withdraws_unsigned },
	{ "withdrawn-once", "tender", WORDS("De gunning is al ingetrokken."), "", withdraws_once },
	{ "withdrawn-relief", "tender",
	  WORDS("Er loopt nog een kort geding. Leg eerst vast wat de rechter besliste, of dat het is "
	        "ingetrokken."),
	  "Aanbestedingswet 2012 art. 2.131", withdraws_when_decided },
	{ "withdrawn-day", "withdrawn_on",
	  WORDS("Kies een dag vanaf het gunningsbesluit, tot en met vandaag."), "", withdraws_after_award },
	{ "withdrawn-declared", "tender",
	  WORDS("Verklaar eerst of u met een van de inschrijvers iets te maken heeft."),
	  "Aanbestedingswet 2012 art. 1.10b", withdraws_after_declaring },
	{ "withdrawn-interest", "tender",
	  WORDS("U heeft een belang bij een van de inschrijvers; een ander trekt de gunning in."),
	  "Aanbestedingswet 2012 art. 1.10b", withdraws_without_interest },
};

/* --- signing --- */

static bool signs_tender(const void *item)
{
	return ((const struct agreement_signed *)item)->situation.stand.is_known;
}

static bool signs_with_winner(const void *item)
{
	const struct agreement_signed *it = item;

	return !it->situation.stand.is_known || it->situation.has_won;
}

/* Art. 2.128: no start of the term while one bidder was not notified. */
static bool signs_when_all_know(const void *item)
{
	const struct agreement_signed *it = item;

	return !it->situation.has_won || date_is(it->situation.stand.standstill_until);
}

static bool signs_after_standstill(const void *item)
{
	const struct agreement_signed *it = item;

	return !date_is(it->situation.stand.standstill_until) ||
	       stand_is_over(&it->situation.stand, it->signed_on);
}

static bool signs_without_judge(const void *item)
{
	const struct stand *stand = &((const struct agreement_signed *)item)->situation.stand;

	return date_is(stand->withdrawn_on) || relief_allows(stand, RELIEF_SIGN);
}

static bool signs_once(const void *item)
{
	return !((const struct agreement_signed *)item)->situation.is_signed;
}

static bool signs_in_the_past(const void *item)
{
	const struct agreement_signed *it = item;

	return !date_before(it->situation.stand.today, it->signed_on);
}

static bool signs_as_party(const void *item)
{
	return !((const struct agreement_signed *)item)->situation.lacks_party;
}

static bool signs_as_known_party(const void *item)
{
	return !((const struct agreement_signed *)item)->situation.is_unknown_party;
}

static bool signs_as_itself(const void *item)
{
	return !((const struct agreement_signed *)item)->situation.is_taken;
}

static bool signs_what_stands(const void *item)
{
	return !date_is(((const struct agreement_signed *)item)->situation.stand.withdrawn_on);
}

const struct journal_rule signing_rules[SIGNING_RULES_COUNT] = {
	{ "signing-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "", signs_tender },
	{ "signing-winner", "bid", WORDS("Aan deze inschrijving is niet gegund."), "", signs_with_winner },
	{ "signing-letters", "tender",
	  WORDS("Nog niet elke inschrijver heeft een brief; de wachttijd is nog niet begonnen."),
	  "Aanbestedingswet 2012 art. 2.127 en 2.128", signs_when_all_know },
	{ "signing-standstill", "signed_on", WORDS("De wachttijd is op deze dag nog niet voorbij."),
	  "Aanbestedingswet 2012 art. 2.127", signs_after_standstill },
	{ "signing-relief", "tender",
	  WORDS("Er loopt een kort geding, of de rechter wil een nieuwe beoordeling: teken nog niet."),
	  "Aanbestedingswet 2012 art. 2.131", signs_without_judge },
	{ "signing-once", "bid", WORDS("Deze overeenkomst is al getekend."), "", signs_once },
	{ "signing-day", "signed_on", WORDS("Deze dag moet nog komen."), "", signs_in_the_past },
	{ "signing-party", "party",
	  WORDS("Deze inschrijver staat niet in de regeling. Kies onder welke partij zij tekent, of geef "
	        "haar "
	        "AGB-code: dan komt zij erbij."),
	  "", signs_as_party },
	{ "signing-party-known", "party", WORDS("Deze partij staat niet in de regeling van de aanbesteding."),
	  "", signs_as_known_party },
	{ "signing-agb", "agb",
	  WORDS("Een AGB-code heeft acht cijfers, en met deze code of naam staat al een partij in de "
	        "regeling."),
	  "", signs_as_itself },
	{ "signing-withdrawn", "tender", WORDS("De gunning is ingetrokken."), "", signs_what_stands },
};

/* --- publication --- */

static bool publishes_tender(const void *item)
{
	return ((const struct award_published *)item)->situation.stand.is_known;
}

static bool publishes_signed(const void *item)
{
	const struct stand *stand = &((const struct award_published *)item)->situation.stand;

	return !stand->is_known || stand->signatures > 0;
}

static bool publishes_once(const void *item)
{
	return !date_is(((const struct award_published *)item)->situation.stand.published_on);
}

static bool publishes_in_the_past(const void *item)
{
	const struct award_published *published = item;

	return !date_before(published->situation.stand.today, published->published_on);
}

const struct journal_rule award_publication_rules[AWARD_PUBLICATION_RULES_COUNT] = {
	{ "publication-tender", "tender", WORDS("Kies een aanbesteding van dit register."), "",
	  publishes_tender },
	{ "publication-signed", "tender", WORDS("Er is nog geen overeenkomst getekend."),
	  "Aanbestedingswet 2012 art. 2.134", publishes_signed },
	{ "publication-once", "tender", WORDS("De gunning is al gepubliceerd."), "", publishes_once },
	{ "publication-day", "published_on", WORDS("Deze dag moet nog komen."), "", publishes_in_the_past },
};
