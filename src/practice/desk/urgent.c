/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/urgent.h"

#include "common/calendar/calendar.h"
#include "common/scheme/scheme.h"
#include "platform/base/words.h"

const struct choice closing_outcomes[] = {
	{ "arranged", WORDS("hulp geregeld, zonder voorziening") },
	{ "told", WORDS("verteld waar hulp is") },
	{ "withdrawn", WORDS("inwoner trok de melding in") },
	{ NULL, NULL },
};

static const struct field urgent_fields[] = {
	FIELD(struct urgent_help, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct urgent_help, product, .label = WORDS("Welke ondersteuning?"), .required = true),
	FIELD(struct urgent_help, amount, .label = WORDS("Hoeveel?"), .flags = FIELD_UNSIGNED, .max = 10000,
	      .hint = WORDS("In de eenheid van deze ondersteuning, bijvoorbeeld minuten per week.")),
	FIELD(struct urgent_help, party, .label = WORDS("Wie komt er?"),
	      .hint = WORDS("Leeg: wie volgens de regeling als eerste kan.")),
	FIELD(struct urgent_help, help, .label = WORDS("Wat komt er meteen?"),
	      .hint = WORDS("Zo dat de inwoner weet waarop te rekenen valt: wat, hoe vaak, hoe lang."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct urgent_help, reason, .label = WORDS("Waarom kan het niet wachten?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct urgent_help, starts_on, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct urgent_help, last_day, .label = WORDS("Op zijn laatst tot en met"),
	      .hint = WORDS(
		      "Leeg: dertien weken. Het besluit op de aanvraag komt er eerder voor in de plaats.")),
	FIELD(struct urgent_help, decided_by, .label = WORDS("Wie besliste?"),
	      .hint = WORDS("De naam van wie namens het college mag beslissen."), .required = true),
	FIELD(struct urgent_help, decided_on, .label = WORDS("Beslist op"), .required = true),
	FIELD(struct urgent_help, person, .flags = FIELD_BY_DOOR),
	FIELD(struct urgent_help, authority, .flags = FIELD_BY_DOOR),
	FIELD(struct urgent_help, unit, .flags = FIELD_BY_DOOR, .choices = scheme_units),
	FIELD(struct urgent_help, frequency, .flags = FIELD_BY_DOOR, .choices = scheme_frequencies),
	FIELD(struct urgent_help, deliverer, .flags = FIELD_BY_DOOR),
	FIELD(struct urgent_help, objection_until, .flags = FIELD_BY_DOOR),
	FIELD(struct urgent_help, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),
};
const struct record urgent_help_record = RECORD(struct urgent_help, "urgent_help_given", urgent_fields);

static bool is_with_a_report(const void *item)
{
	return ((const struct urgent_help *)item)->situation.is_known_report;
}

static bool is_product_here(const void *item)
{
	return ((const struct urgent_help *)item)->situation.is_known_product;
}

static bool is_party_here(const void *item)
{
	const struct urgent_help *urgent = item;

	return !has_words(urgent->party) || urgent->situation.is_known_party;
}

/* Art. 2.3.3: in afwachting van de uitkomst van het onderzoek en de aanvraag; after that it is a decision. */
static bool is_before_the_outcome(const void *item)
{
	const struct urgent_help *urgent = item;

	return !urgent->situation.is_investigated && !urgent->situation.is_applied &&
	       !urgent->situation.is_closed;
}

static bool is_decided_after_the_report(const void *item)
{
	const struct urgent_help *urgent = item;

	return !date_before(urgent->decided_on, urgent->situation.received_on);
}

static bool is_decided_already(const void *item)
{
	const struct urgent_help *urgent = item;

	return !date_before(urgent->situation.today, urgent->decided_on);
}

/* Onverwijld: it begins within days of the decision, or it was not urgent. */
static bool begins_at_once(const void *item)
{
	const struct urgent_help *urgent = item;

	return !date_before(urgent->starts_on, urgent->decided_on) &&
	       !date_before(date_add_days(urgent->decided_on, 3), urgent->starts_on);
}

static bool has_an_amount(const void *item)
{
	return ((const struct urgent_help *)item)->amount > 0;
}

static bool ends_after_it_begins(const void *item)
{
	const struct urgent_help *urgent = item;

	return date_before(urgent->starts_on, urgent_until(urgent));
}

static bool runs_once(const void *item)
{
	return !((const struct urgent_help *)item)->situation.overlaps;
}

static bool is_by_who_can(const void *item)
{
	const struct urgent_help *urgent = item;

	return !has_words(urgent->party) || !urgent->situation.has_advice || urgent->situation.is_able;
}

#define URGENT_SOURCE "Wmo 2015, art. 2.3.3"

const struct journal_rule urgent_rules[URGENT_RULES_COUNT] = {
	{ "urgent-report", "report", WORDS("Deze melding bestaat niet."), URGENT_SOURCE, is_with_a_report },
	{ "urgent-product", "product", WORDS("De gemeente van deze inwoner heeft deze ondersteuning niet."),
	  "", is_product_here },
	{ "urgent-party", "party", WORDS("Geen regeling van dit register kent deze aanbieder."), "",
	  is_party_here },
	{ "urgent-before-outcome", "report",
	  WORDS("Het onderzoek is al klaar, of de melding is afgesloten. Neem nu een besluit op de "
	        "aanvraag."),
	  URGENT_SOURCE, is_before_the_outcome },
	{ "urgent-before-report", "decided_on", WORDS("Deze dag ligt voor de melding."), URGENT_SOURCE,
	  is_decided_after_the_report },
	{ "urgent-decided-on", "decided_on", WORDS("Deze dag ligt in de toekomst."), "", is_decided_already },
	{ "urgent-at-once", "starts_on",
	  WORDS("Spoedhulp begint meteen: op zijn laatst drie dagen na de beslissing, en niet ervoor."),
	  URGENT_SOURCE, begins_at_once },
	{ "urgent-amount", "amount", WORDS("Vul in hoeveel hulp er komt, meer dan 0."),
	  "CRvB 26 mei 2021, ECLI:NL:CRVB:2021:1381", has_an_amount },
	{ "urgent-period", "last_day", WORDS("De laatste dag ligt vóór de eerste dag."), "iWmo 3.2, CS003",
	  ends_after_it_begins },
	{ "urgent-overlap", "product",
	  WORDS("Deze ondersteuning loopt in deze tijd al. Wijzig het besluit dat er is."), "iWmo 3.2, OP259",
	  runs_once },
	{ "urgent-able", "party",
	  WORDS("Deze aanbieder kan dit hier nu niet leveren. Laat dit leeg voor wie het wel kan."), "",
	  is_by_who_can },
};

/* --- closing --- */

static const struct field closing_fields[] = {
	FIELD(struct case_closing, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct case_closing, outcome, .label = WORDS("Hoe is de melding afgelopen?"), .required = true,
	      .choices = closing_outcomes),
	FIELD(struct case_closing, words, .label = WORDS("Waarom is er niets meer nodig?"),
	      .hint = WORDS("Maak de zin af: wij sluiten de melding af, omdat ... Dit staat in de brief."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct case_closing, closed_on, .label = WORDS("Afgesloten op"), .required = true),
	FIELD(struct case_closing, person, .flags = FIELD_BY_DOOR),
	FIELD(struct case_closing, received_on, .flags = FIELD_BY_DOOR),
	FIELD(struct case_closing, asked, .flags = FIELD_BY_DOOR, .max_chars = 4000),
};
const struct record case_closing_record = RECORD(struct case_closing, "case_closed", closing_fields);

static bool closes_a_report(const void *item)
{
	return ((const struct case_closing *)item)->situation.is_known_report;
}

static bool is_still_open(const void *item)
{
	return !((const struct case_closing *)item)->situation.is_closed;
}

/* Who has applied gets a decision; closing would take away the right to object (Awb 1:3, Wmo 2015,
 * art. 2.3.5). */
static bool has_no_application(const void *item)
{
	return !((const struct case_closing *)item)->situation.is_applied;
}

/* It is a decision that runs: who takes it away decides that, and says why. */
static bool has_no_urgent_help(const void *item)
{
	return !((const struct case_closing *)item)->situation.has_urgent;
}

static bool closes_after_the_report(const void *item)
{
	const struct case_closing *closing = item;

	return !date_before(closing->closed_on, closing->situation.received_on);
}

static bool closes_already(const void *item)
{
	const struct case_closing *closing = item;

	return !date_before(closing->situation.today, closing->closed_on);
}

const struct journal_rule closing_rules[CLOSING_RULES_COUNT] = {
	{ "closing-report", "report", WORDS("Deze melding bestaat niet."), "", closes_a_report },
	{ "closing-open", "report", WORDS("Deze melding is al afgesloten."), "", is_still_open },
	{ "closing-applied", "report",
	  WORDS("Er ligt een aanvraag. Neem daarop een besluit; een brief die de melding sluit, is dat "
	        "niet."),
	  "CRVB:2018:2013", has_no_application },
	{ "closing-before", "closed_on", WORDS("Deze dag ligt voor de melding."), "",
	  closes_after_the_report },
	{ "closing-urgent", "report",
	  WORDS("Er loopt nog hulp die niet kon wachten. Beëindig die eerst, met een besluit."),
	  "Wmo 2015, art. 2.3.3 en 2.3.10", has_no_urgent_help },
	{ "closing-on", "closed_on", WORDS("Deze dag ligt in de toekomst."), "", closes_already },
};
