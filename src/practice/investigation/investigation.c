/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/investigation.h"

#include <string.h>

#include "platform/base/words.h"

static const struct field investigation_line_fields[] = {
	FIELD(struct investigation_line, product, .label = WORDS("Product"), .required = true),
	FIELD(struct investigation_line, amount, .label = WORDS("Hoeveel"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 10000),
};
const struct record investigation_line_record =
	RECORD(struct investigation_line, "investigation_line", investigation_line_fields);

const struct choice network_answers[] = {
	{ "yes", WORDS("ja, helemaal") },
	{ "partly", WORDS("ja, een deel") },
	{ "no", WORDS("nee") },
	{ NULL, NULL },
};

static const struct field investigation_fields[] = {
	FIELD(struct investigation, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct investigation, concluded_on, .label = WORDS("Onderzoek afgerond op"), .required = true),
	FIELD(struct investigation, needs, .label = WORDS("Wat is er nodig?"),
	      .hint = WORDS(
		      "Behoeften, kenmerken en voorkeuren, voor zover zij voor deze vraag van belang zijn."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct investigation, own_strength, .label = WORDS("Wat kan de inwoner zelf?"),
	      .hint = WORDS("Eigen kracht en gebruikelijke hulp van huisgenoten."), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct investigation, network, .label = WORDS("Wie kan er helpen?"),
	      .hint = WORDS("Mantelzorgers, familie, buren, vrijwilligers: wie, wat en hoe lang."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct investigation, network_helps, .label = WORDS("Kan het netwerk het overnemen?"),
	      .choices = network_answers),
	FIELD(struct investigation, helper_who, .label = WORDS("Zo ja: wie helpt er?"), .max_chars = 200),
	FIELD(struct investigation, helper_what, .label = WORDS("Waarmee?"), .max_chars = 500),
	FIELD(struct investigation, helper_how_long, .label = WORDS("Hoe vaak en hoe lang?"),
	      .max_chars = 200),
	FIELD(struct investigation, helper_capacity, .label = WORDS("Kan de helper het volhouden?"),
	      .hint = WORDS("Wat vindt de helper er zelf van?"), .max_chars = 500),
	FIELD(struct investigation, network_review_on,
	      .label = WORDS("Wanneer kijken wij opnieuw naar die hulp?")),
	FIELD(struct investigation, general_provisions, .label = WORDS("Welke algemene voorziening helpt?"),
	      .hint = WORDS("Bijvoorbeeld maaltijdservice, boodschappendienst of een ontmoetingsplek."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct investigation, own_plan, .label = WORDS("Wat deed u met het eigen plan van de inwoner?"),
	      .hint = WORDS("Maak de zin af: wij lazen uw plan en ... Alleen als er een plan is."),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct investigation, conclusion, .label = WORDS("Wat blijft er over?"),
	      .hint = WORDS("Waarom is dit nodig, en waarom deze hoeveelheid?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct investigation, lines, .label = WORDS("Ondersteuning die overblijft"),
	      .of = &investigation_line_record),
	FIELD(struct investigation, person, .flags = FIELD_BY_DOOR),
};
const struct record investigation_record =
	RECORD(struct investigation, "investigation_concluded", investigation_fields);

static bool has_report(const void *item)
{
	return ((const struct investigation *)item)->situation.is_known_report;
}

static bool is_first(const void *item)
{
	return !((const struct investigation *)item)->situation.is_concluded;
}

static bool is_not_before_report(const void *item)
{
	const struct investigation *investigation = item;

	return !date_before(investigation->concluded_on, investigation->situation.received_on);
}

static bool is_not_in_future(const void *item)
{
	const struct investigation *investigation = item;

	return !date_before(investigation->situation.today, investigation->concluded_on);
}

static bool has_known_products(const void *item)
{
	return ((const struct investigation *)item)->situation.is_known_product;
}

static bool has_amounts(const void *item)
{
	const struct investigation *investigation = item;
	const struct investigation_line *lines = investigation->lines.items;

	for (size_t i = 0; i < investigation->lines.count; i++)
		if (lines[i].amount <= 0)
			return false;
	return true;
}

static bool names_product_once(const void *item)
{
	const struct investigation *investigation = item;
	const struct investigation_line *lines = investigation->lines.items;

	for (size_t i = 0; i < investigation->lines.count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(lines[i].product, lines[j].product) == 0)
				return false;
	return true;
}

static bool answers_network(const void *item)
{
	const struct investigation *investigation = item;

	return investigation->situation.evidence.count == 0 || has_words(investigation->network_helps);
}

static bool counts_on_network(const struct investigation *investigation)
{
	return has_words(investigation->network_helps) && strcmp(investigation->network_helps, "no") != 0;
}

/* The words for a kind of evidence, by its code in the scheme. */
static const char *evidence_of(const struct investigation *investigation, const char *code)
{
	const struct {
		const char *code, *words;
	} kinds[] = { { "who", investigation->helper_who },
		      { "what", investigation->helper_what },
		      { "how_long", investigation->helper_how_long },
		      { "capacity", investigation->helper_capacity } };

	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].code, code) == 0)
			return kinds[i].words;
	return NULL;
}

static bool has_network_evidence(const void *item)
{
	const struct investigation *investigation = item;
	const struct texts *asked = &investigation->situation.evidence;

	for (size_t i = 0; counts_on_network(investigation) && i < asked->count; i++)
		if (!has_words(evidence_of(investigation, asked->items[i])))
			return false;
	return true;
}

static bool reviews_network(const void *item)
{
	const struct investigation *investigation = item;

	return !counts_on_network(investigation) || investigation->situation.evidence.count == 0 ||
	       date_before(investigation->concluded_on, investigation->network_review_on);
}

/* Art. 2.3.2 lid 2: the resident has seven days to hand in a plan, unless it is there, or there will be none.
 */
static bool leaves_time_for_a_plan(const void *item)
{
	const struct investigation *investigation = item;
	const struct investigation_situation *situation = &investigation->situation;

	return situation->has_plan || situation->is_waived ||
	       date_before(situation->plan_until, investigation->concluded_on);
}

/* Lid 5: the plan is part of the investigation, and the report says how. */
static bool weighs_the_plan(const void *item)
{
	const struct investigation *investigation = item;

	return !investigation->situation.has_plan || has_words(investigation->own_plan);
}

const struct journal_rule investigation_rules[INVESTIGATION_RULES_COUNT] = {
	{ "investigation-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 1", has_report },
	{ "investigation-once", "report", WORDS("Het onderzoek naar deze melding is al afgerond."), "",
	  is_first },
	{ "investigation-before-report", "concluded_on",
	  WORDS("Het onderzoek kan niet zijn afgerond voordat de melding binnenkwam."),
	  "Wmo 2015, art. 2.3.2 lid 1", is_not_before_report },
	{ "investigation-future", "concluded_on", WORDS("Deze dag ligt in de toekomst."), "",
	  is_not_in_future },
	{ "investigation-seven-days", "concluded_on",
	  WORDS("De inwoner heeft na de melding zeven dagen voor een eigen plan. Wacht die af, of leg vast "
	        "dat er "
	        "geen plan komt."),
	  "Wmo 2015, art. 2.3.2 lid 2", leaves_time_for_a_plan },
	{ "investigation-own-plan", "own_plan",
	  WORDS("De inwoner gaf een eigen plan. Schrijf op wat u daarmee deed."),
	  "Wmo 2015, art. 2.3.2 lid 5", weighs_the_plan },
	{ "investigation-product", "lines",
	  WORDS("Dit product hoort niet bij de regeling van deze gemeente."), "", has_known_products },
	{ "investigation-amount", "lines", WORDS("Vul bij elk product in hoeveel er nodig is, meer dan 0."),
	  "CRvB 8 oktober 2018, ECLI:NL:CRVB:2018:3241", has_amounts },
	{ "investigation-doubled", "lines", WORDS("Noem elk product één keer."), "", names_product_once },
	{ "investigation-network", "network_helps",
	  WORDS("Vul in of het netwerk het kan overnemen. Deze gemeente vraagt dat eerst."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder c en d", answers_network },
	{ "investigation-evidence", "helper_who",
	  WORDS("Het netwerk kan helpen: leg vast wie, waarmee, hoe lang, en of diegene het volhoudt."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder d", has_network_evidence },
	{ "investigation-review", "network_review_on",
	  WORDS("Het netwerk kan helpen: kies een latere dag om opnieuw te kijken of het nog lukt."),
	  "Wmo 2015, art. 2.3.9", reviews_network },
};
