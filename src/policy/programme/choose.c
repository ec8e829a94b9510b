/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/choose.h"

#include <string.h>

#include "platform/base/words.h"

#define FORM "form"

const struct choice choice_subjects[] = {
	{ "retender", WORDS("opnieuw aanbesteden of niet") },
	{ FORM, WORDS("de vorm van inkoop") },
	{ "lots", WORDS("percelen en gebieden") },
	{ "criteria", WORDS("waarop wij beoordelen") },
	{ "other", WORDS("iets anders") },
	{ NULL, NULL },
};

const struct choice wish_fits[] = {
	{ "yes", WORDS("ja, dat kan nu al") },
	{ "partly", WORDS("voor een deel") },
	{ "no", WORDS("nee") },
	{ NULL, NULL },
};

/* How the ways of buying differ, so that they can be laid side by side. */
static const struct programme_form forms[] = {
	{ "separate", WORDS("per contract"), WORDS("ja, per contract") },
	{ "open_house", WORDS("nee: wie voldoet, krijgt een contract"), WORDS("ja, altijd") },
	{ "closed_open_house", WORDS("nee: wie voldoet, krijgt een contract"), WORDS("nee, één moment") },
	{ "threshold", WORDS("ja, op kwaliteit; hoeveel er winnen staat niet vast"), WORDS("nee") },
	{ "fixed_number", WORDS("ja, de beste van de lijst, een vast aantal"), WORDS("nee") },
	{ "one_per_area", WORDS("ja, één per gebied"), WORDS("nee") },
	{ "consortium", WORDS("ja, één samenwerking"), WORDS("alleen als lid van die samenwerking") },
	{ "main_contractors", WORDS("ja, enkele hoofdaannemers"), WORDS("ja, als onderaannemer") },
};

const struct programme_form *programme_form_of(const char *code)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (strcmp(forms[i].code, code) == 0)
			return &forms[i];
	return NULL;
}

static const struct field alternative_fields[] = {
	FIELD(struct choice_alternative, what, .label = WORDS("Wat kon er worden gekozen?"),
	      .required = true),
	FIELD(struct choice_alternative, form, .label = WORDS("Welke vorm van inkoop is dat?"),
	      .choices = programme_forms),
	FIELD(struct choice_alternative, parties, .label = WORDS("Met hoeveel partijen?"),
	      .flags = FIELD_UNSIGNED, .max = 100000),
	FIELD(struct choice_alternative, in_favour, .label = WORDS("Wat pleit ervoor?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct choice_alternative, against, .label = WORDS("Wat pleit ertegen?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
static const struct record alternative_record =
	RECORD(struct choice_alternative, "choice_alternative", alternative_fields);

static const struct field made_fields[] = {
	PROGRAMME_FIELD(struct choice_made),
	FIELD(struct choice_made, subject, .label = WORDS("Waarover gaat de keuze?"), .required = true,
	      .choices = choice_subjects),
	FIELD(struct choice_made, question, .label = WORDS("De vraag"), .required = true),
	FIELD(struct choice_made, alternatives, .label = WORDS("Waaruit kon u kiezen?"), .required = true,
	      .of = &alternative_record, .hint = WORDS("Ten minste twee, elk met voor en tegen.")),
	FIELD(struct choice_made, chosen, .label = WORDS("Wat is gekozen?"), .required = true,
	      .hint = WORDS("Met dezelfde woorden als hierboven.")),
	FIELD(struct choice_made, reason, .label = WORDS("Waarom past dit bij de inhoud?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct choice_made, vision, .label = WORDS("Op welke versie van de visie gaat dit terug?"),
	      .required = true, .flags = FIELD_UNSIGNED),
	FIELD(struct choice_made, need, .label = WORDS("Nummer van het punt dat dit beantwoordt"),
	      .flags = FIELD_UNSIGNED),
	FIELD(struct choice_made, decided_with, .label = WORDS("Met wie is dit besloten?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct choice_made, decided_on, .label = WORDS("Besloten op"), .required = true),
	FIELD(struct choice_made, unfit, .flags = FIELD_BY_DOOR | FIELD_ZERO_IS_SET),
};
const struct record choice_made_record = RECORD(struct choice_made, "choice_made", made_fields);

static bool has_alternatives(const void *item)
{
	return ((const struct choice_made *)item)->alternatives.count >= 2;
}

static size_t places_of(const struct choice_made *made, const char *what)
{
	const struct choice_alternative *alternative = made->alternatives.items;
	size_t count = 0;

	for (size_t i = 0; i < made->alternatives.count; i++)
		count += strcmp(alternative[i].what, what) == 0;
	return count;
}

static bool chose_one_of_them(const void *item)
{
	const struct choice_made *made = item;

	return places_of(made, made->chosen) > 0;
}

static bool has_each_once(const void *item)
{
	const struct choice_made *made = item;
	const struct choice_alternative *alternative = made->alternatives.items;

	for (size_t i = 0; i < made->alternatives.count; i++)
		if (places_of(made, alternative[i].what) > 1)
			return false;
	return true;
}

static bool names_forms(const void *item)
{
	const struct choice_made *made = item;
	const struct choice_alternative *alternative = made->alternatives.items;

	for (size_t i = 0; strcmp(made->subject, FORM) == 0 && i < made->alternatives.count; i++)
		if (!has_words(alternative[i].form))
			return false;
	return true;
}

/* Content leads each choice of the procedure: it goes back to a vision that stands on paper. */
static bool leads_back(const void *item)
{
	const struct choice_made *made = item;

	return !made->of.now.is_known || (made->vision > 0 && made->vision <= made->of.now.vision);
}

static bool answers_a_need(const void *item)
{
	const struct choice_made *made = item;

	return !made->of.now.is_known || made->situation.is_need;
}

static bool was_decided(const void *item)
{
	const struct choice_made *made = item;

	return !date_before(made->of.today, made->decided_on);
}

const struct journal_rule choice_made_rules[CHOICE_MADE_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "choice-alternatives", "alternatives",
	  WORDS("Noem ten minste twee mogelijkheden; anders viel er niets te kiezen."),
	  "Aanbestedingswet 2012, "
	  "art. 1.4",
	  has_alternatives },
	{ "choice-chosen", "chosen", WORDS("Wat is gekozen, staat niet bij de mogelijkheden."), "",
	  chose_one_of_them },
	{ "choice-double", "alternatives", WORDS("Een mogelijkheid staat er twee keer."), "", has_each_once },
	{ "choice-form", "alternatives", WORDS("Zeg van elke mogelijkheid welke vorm van inkoop het is."),
	  "Aanbestedingswet 2012, art. 1.4", names_forms },
	{ "choice-vision", "vision",
	  WORDS("Deze versie van de visie is er niet. Elke keuze gaat terug op een visie die op papier "
	        "staat."),
	  "", leads_back },
	{ "choice-need", "need", WORDS("Dit punt is er niet."), "", answers_a_need },
	{ "choice-day", "decided_on", WORDS("Deze dag moet nog komen."), "", was_decided },
};

/* --- wishes --- */

static const struct field wish_fields[] = {
	PROGRAMME_FIELD(struct wish_tested),
	FIELD(struct wish_tested, words, .label = WORDS("De wens"), .required = true, .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct wish_tested, agreement, .label = WORDS("Welk contract loopt er nu?"), .required = true,
	      .max_chars = 100),
	FIELD(struct wish_tested, fits, .label = WORDS("Past de wens in dat contract?"), .required = true,
	      .choices = wish_fits),
	FIELD(struct wish_tested, why, .label = WORDS("Waarom wel of niet?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
};
const struct record wish_tested_record = RECORD(struct wish_tested, "wish_tested", wish_fields);

static bool says_why_it_does_not_fit(const void *item)
{
	const struct wish_tested *tested = item;

	return strcmp(tested->fits, "yes") == 0 || has_words(tested->why);
}

const struct journal_rule wish_tested_rules[WISH_TESTED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "wish-why", "why", WORDS("Zeg wat er in het contract in de weg staat."),
	  "Aanbestedingswet 2012, art. 2.163a", says_why_it_does_not_fit },
};
