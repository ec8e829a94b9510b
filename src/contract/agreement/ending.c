/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/ending.h"

#include <assert.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define CONTRACT WORDS("contractmanagement")
#define PRACTICE WORDS("uitvoering")
#define PROVIDER WORDS("de aanbieder")
#define LAST_CLAIMS "last_claims"
#define SETTLEMENT "settlement"

/* The days are usual ones, before (below 0) and after; what the agreement says goes before them. */
const struct ending_step ending_steps[] = {
	{ "choose", WORDS("Besluit: verlengen, opnieuw inkopen of stoppen"), CONTRACT, -365, false },
	{ "consult", WORDS("Bespreek met aanbieders, participatieraad en wijkteams wat beter moet"),
	  WORDS("beleid"), -330, false },
	{ "announce", WORDS("Kondig de nieuwe inkoop aan"), CONTRACT, -270, false },
	{ "award", WORDS("Gun, en wacht de twintig dagen daarna af"), CONTRACT, -150, false },
	{ "tell", WORDS("Schrijf elke cliënt wat er verandert en wat er te kiezen is"), PRACTICE, -90,
	  false },
	{ "hand_over_all", WORDS("Elke overdracht is bevestigd"), PRACTICE, 0, false },
	/* Wmo 2015, art. 2.6.5: overleg over personeel en over bestaande relaties tussen hulpverlener en
	   cliënt */
	{ "notice", WORDS("Bevestig schriftelijk dat de overeenkomst stopt, en vanaf welke dag"), CONTRACT,
	  -180, true },
	{ "staff", WORDS("Praat met wie het overneemt over personeel en vaste hulpen"), CONTRACT, -120,
	  true },
	{ "clients", WORDS("Maak de lijst van cliënten, en wie hen hierna helpt"), PRACTICE, -120, true },
	{ "letters", WORDS("Schrijf elke cliënt"), PRACTICE, -90, true },
	{ "files", WORDS("Draag de dossiers over, met toestemming"), PROVIDER, -14, true },
	{ "accounts", WORDS("Sluit de accounts van de aanbieder"), WORDS("beheer"), 0, true },
	{ "keep", WORDS("Bevestig dat de aanbieder zijn dossiers bewaart zo lang als de wet zegt"), PROVIDER,
	  30, true },
	{ LAST_CLAIMS, WORDS("Ontvang de laatste declaraties"), PROVIDER, 90, true },
	{ SETTLEMENT, WORDS("Reken af: declaraties, voorschotten en het verschil van de index"),
	  WORDS("financiën"), 180, true },
};
const size_t ending_steps_count = COUNT(ending_steps);

const struct choice ending_step_choices[] = {
	{ "choose", WORDS("Besluit: verlengen, opnieuw inkopen of stoppen") },
	{ "consult", WORDS("Bespreek met aanbieders, participatieraad en wijkteams wat beter moet") },
	{ "announce", WORDS("Kondig de nieuwe inkoop aan") },
	{ "award", WORDS("Gun, en wacht de twintig dagen daarna af") },
	{ "tell", WORDS("Schrijf elke cliënt wat er verandert en wat er te kiezen is") },
	{ "hand_over_all", WORDS("Elke overdracht is bevestigd") },
	{ "notice", WORDS("Bevestig schriftelijk dat de overeenkomst stopt, en vanaf welke dag") },
	{ "staff", WORDS("Praat met wie het overneemt over personeel en vaste hulpen") },
	{ "clients", WORDS("Maak de lijst van cliënten, en wie hen hierna helpt") },
	{ "letters", WORDS("Schrijf elke cliënt") },
	{ "files", WORDS("Draag de dossiers over, met toestemming") },
	{ "accounts", WORDS("Sluit de accounts van de aanbieder") },
	{ "keep", WORDS("Bevestig dat de aanbieder zijn dossiers bewaart zo lang als de wet zegt") },
	{ LAST_CLAIMS, WORDS("Ontvang de laatste declaraties") },
	{ SETTLEMENT, WORDS("Reken af: declaraties, voorschotten en het verschil van de index") },
	{ NULL, NULL },
};
static_assert(COUNT(ending_step_choices) == COUNT(ending_steps) + 1, "each step can be chosen");

const struct choice ending_whys[] = {
	{ "lost", WORDS("kreeg in de nieuwe inkoop geen overeenkomst") },
	{ "not_renewed", WORDS("de overeenkomst is niet verlengd") },
	{ "stops", WORDS("stopt zelf") },
	{ "ended", WORDS("de gemeente heeft de overeenkomst opgezegd") },
	{ NULL, NULL },
};

const struct choice clause_sorts[] = {
	{ "revision", WORDS("herziening: wat er mag veranderen, en wanneer") },
	{ "price", WORDS("prijs: hoe het tarief mag veranderen") },
	{ "ending", WORDS("einde: wanneer en hoe de overeenkomst stopt") },
	{ "vision", WORDS("visie: wat de partijen onderschrijven") },
	{ "other", WORDS("andere bepaling") },
	{ NULL, NULL },
};

const struct ending_step *ending_step_named(const char *code)
{
	for (size_t i = 0; i < ending_steps_count; i++)
		if (check_is(code, ending_steps[i].code))
			return &ending_steps[i];
	return NULL;
}

/* --- parties that end --- */

static const struct field begun_fields[] = {
	FIELD(struct ending_begun, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct ending_begun, parties, .label = WORDS("Partijen die stoppen"), .required = true),
	FIELD(struct ending_begun, ends_on, .label = WORDS("Eerste dag zonder"), .required = true),
	FIELD(struct ending_begun, why, .label = WORDS("Waardoor"), .required = true, .choices = ending_whys),
	FIELD(struct ending_begun, reason, .label = WORDS("Reden"), .required = true, .flags = FIELD_LONG,
	      .max_chars = 1000),
	FIELD(struct ending_begun, due),
	FIELD(struct ending_begun, scheme, .flags = FIELD_BY_DOOR),
};
const struct record ending_begun_record = RECORD(struct ending_begun, "ending_begun", begun_fields);

static bool ends_known(const void *item)
{
	return ((const struct ending_begun *)item)->situation.is_known;
}

static bool ends_known_parties(const void *item)
{
	const struct ending_begun *begun = item;

	return !begun->situation.is_known || begun->situation.knows_parties;
}

static bool ends_once(const void *item)
{
	return ((const struct ending_begun *)item)->situation.is_new;
}

#define UNKNOWN_AGREEMENT WORDS("Deze overeenkomst staat niet in een vastgestelde regeling.")

const struct journal_rule ending_begun_rules[ENDING_BEGUN_RULES_COUNT] = {
	{ "ending-agreement", "agreement", UNKNOWN_AGREEMENT, "", ends_known },
	{ "ending-party", "parties", WORDS("Een van deze partijen staat niet in de regeling."), "",
	  ends_known_parties },
	{ "ending-once", "parties", WORDS("Voor een van deze partijen is de afronding al begonnen."), "",
	  ends_once },
};

/* --- a step --- */

static const struct field done_fields[] = {
	FIELD(struct ending_step_done, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct ending_step_done, party, .label = WORDS("Partij"),
	      .hint = WORDS("Vul niets in als de stap bij het einde van de hele overeenkomst hoort.")),
	FIELD(struct ending_step_done, step, .label = WORDS("Wat is er gedaan?"), .required = true,
	      .choices = ending_step_choices),
	FIELD(struct ending_step_done, done_on, .label = WORDS("Gedaan op"), .required = true),
	FIELD(struct ending_step_done, words, .label = WORDS("Wat is de uitkomst?"), .flags = FIELD_LONG,
	      .max_chars = 1000, .hint = WORDS("Zonder namen van cliënten.")),
};
const struct record ending_step_done_record =
	RECORD(struct ending_step_done, "ending_step_done", done_fields);

static bool step_has_ending(const void *item)
{
	return ((const struct ending_step_done *)item)->situation.has_ending;
}

static bool step_fits(const void *item)
{
	return ((const struct ending_step_done *)item)->situation.fits;
}

static bool step_is_new(const void *item)
{
	return ((const struct ending_step_done *)item)->situation.is_new;
}

static bool step_is_past(const void *item)
{
	return ((const struct ending_step_done *)item)->situation.is_past;
}

/* What still can be claimed cannot be settled. */
static bool settles_after_claims(const void *item)
{
	const struct ending_step_done *done = item;

	return !check_is(done->step, SETTLEMENT) || done->situation.claims_are_in;
}

const struct journal_rule ending_step_rules[ENDING_STEP_RULES_COUNT] = {
	{ "ending-none", "party",
	  WORDS("Deze overeenkomst heeft geen einddag, of voor deze partij is de afronding niet begonnen."),
	  "", step_has_ending },
	{ "ending-step", "step",
	  WORDS("Deze stap hoort bij een partij die stopt of bij het einde van de overeenkomst, niet bij "
	        "allebei."),
	  "", step_fits },
	{ "ending-done", "step", WORDS("Deze stap is al gedaan."), "", step_is_new },
	{ "ending-future", "done_on", WORDS("Deze dag moet nog komen; leg de stap dan vast."), "",
	  step_is_past },
	{ "ending-claims", "step", WORDS("Reken pas af als de laatste declaraties er zijn."), "",
	  settles_after_claims },
};

/* --- what the agreement says --- */

static const struct field clause_fields[] = {
	FIELD(struct clause_recorded, agreement, .label = WORDS("Overeenkomst"), .required = true),
	FIELD(struct clause_recorded, sort, .label = WORDS("Soort bepaling"), .required = true,
	      .choices = clause_sorts),
	FIELD(struct clause_recorded, article, .label = WORDS("Artikel van de overeenkomst"),
	      .required = true, .max_chars = 40),
	FIELD(struct clause_recorded, words, .label = WORDS("Wat er staat"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000,
	      .hint = WORDS("Een herziening moet duidelijk, nauwkeurig en ondubbelzinnig in de overeenkomst "
	                    "staan (Aanbestedingswet 2012, art. 2.163c).")),
	FIELD(struct clause_recorded, from, .label = WORDS("Geldt vanaf"), .required = true),
};
const struct record clause_recorded_record = RECORD(struct clause_recorded, "clause_recorded", clause_fields);

static bool clause_is_of_known(const void *item)
{
	return ((const struct clause_recorded *)item)->situation.is_known;
}

const struct journal_rule clause_rules[CLAUSE_RULES_COUNT] = {
	{ "clause-agreement", "agreement", UNKNOWN_AGREEMENT, "", clause_is_of_known },
};
