/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/safety/protocol.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice protocol_steps[] = {
	{ "signals", WORDS("1. Signalen in kaart brengen") },
	{ "advice", WORDS("2. Overleggen met een collega, en zo nodig Veilig Thuis") },
	{ "talk", WORDS("3. Praten met de cliënt") },
	{ "weigh", WORDS("4. Het geweld wegen") },
	{ "decide", WORDS("5. Beslissen: melden, hulp, of allebei") },
	{ NULL, NULL },
};

const struct choice protocol_outcomes[] = {
	{ "no_suspicion", WORDS("geen vermoeden meer") },
	{ "suspicion", WORDS("er is een vermoeden") },
	{ "in_doubt", WORDS("twijfel: vraag Veilig Thuis") },
	{ "help", WORDS("hulp organiseren") },
	{ "report", WORDS("melden bij Veilig Thuis") },
	{ "help_and_report", WORDS("hulp organiseren en melden") },
	{ "nothing", WORDS("niets meer nodig") },
	{ NULL, NULL },
};

int64_t protocol_place_of(const char *step)
{
	for (int64_t i = 0; protocol_steps[i].code != NULL; i++)
		if (strcmp(protocol_steps[i].code, step) == 0)
			return i + 1;
	return 0;
}

static const struct field protocol_step_fields[] = {
	FIELD(struct protocol_step, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct protocol_step, protocol, .label = WORDS("Meldcode"),
	      .hint = WORDS("Het nummer van de meldcode die verdergaat; leeg bij stap 1.")),
	FIELD(struct protocol_step, step, .label = WORDS("Stap"), .required = true,
	      .choices = protocol_steps),
	FIELD(struct protocol_step, taken_on, .label = WORDS("Gedaan op"), .required = true),
	FIELD(struct protocol_step, words, .label = WORDS("Wat zag, hoorde of besloot u?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000,
	      .hint = WORDS("Feiten en wie het zei. Denk bij stap 1 ook aan kinderen in huis.")),
	FIELD(struct protocol_step, asked, .label = WORDS("Wie gaf u advies?"),
	      .hint = WORDS("Een collega, Veilig Thuis. Nodig bij stap 2.")),
	FIELD(struct protocol_step, outcome, .label = WORDS("Wat is de uitkomst?"),
	      .choices = protocol_outcomes, .hint = WORDS("Nodig bij stap 4 en 5.")),
	FIELD(struct protocol_step, place, .flags = FIELD_BY_DOOR),
};
const struct record protocol_step_record =
	RECORD(struct protocol_step, "abuse_step_taken", protocol_step_fields);

static bool is_of_register(const void *item)
{
	return ((const struct protocol_step *)item)->situation.is_known_person;
}

static bool goes_on_with_one(const void *item)
{
	return ((const struct protocol_step *)item)->situation.is_known_protocol;
}

static bool is_by_who_takes_part(const void *item)
{
	const struct protocol_situation *situation = &((const struct protocol_step *)item)->situation;

	return !situation->is_known_protocol || situation->takes_part;
}

/* No step is left out, and none is taken twice. */
static bool is_due(const void *item)
{
	const struct protocol_step *step = item;

	return !step->situation.is_known_protocol || step->place == step->situation.due_place;
}

static bool is_after_the_last(const void *item)
{
	const struct protocol_step *step = item;

	return !date_before(step->taken_on, step->situation.last_on) &&
	       !date_before(step->situation.today, step->taken_on);
}

/* Besluit verplichte meldcode, art. 2 onder b: nobody weighs this alone. */
static bool names_who_advised(const void *item)
{
	const struct protocol_step *step = item;

	return step->place != PROTOCOL_ADVICE || step->asked != NULL;
}

static bool is_one_of(const char *outcome, const char *const *outcomes)
{
	for (size_t i = 0; outcome != NULL && outcomes[i] != NULL; i++)
		if (strcmp(outcome, outcomes[i]) == 0)
			return true;
	return false;
}

/* Besluit verplichte meldcode, art. 2 onder d and e; the other steps have none. */
static bool has_its_outcome(const void *item)
{
	static const char *const weighed[] = { "no_suspicion", "suspicion", "in_doubt", NULL };
	static const char *const decided[] = { "help", "report", "help_and_report", "nothing", NULL };
	const struct protocol_step *step = item;

	if (step->place == PROTOCOL_WEIGH)
		return is_one_of(step->outcome, weighed);
	return step->place == PROTOCOL_DECIDE ? is_one_of(step->outcome, decided) : step->outcome == NULL;
}

const struct journal_rule protocol_rules[PROTOCOL_RULES_COUNT] = {
	{ "protocol-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_of_register },
	{ "protocol-known", "protocol", WORDS("Deze meldcode is er niet voor deze persoon."), "",
	  goes_on_with_one },
	{ "protocol-part", "protocol",
	  WORDS("Wie eerder een stap deed, of klachten en veiligheid, gaat verder."), "",
	  is_by_who_takes_part },
	{ "protocol-order", "step",
	  WORDS("Neem de stappen in hun volgorde: sla er geen over en doe geen tweemaal."),
	  "Besluit verplichte meldcode, art. 2", is_due },
	{ "protocol-day", "taken_on", WORDS("Kies een dag vanaf de vorige stap en tot en met vandaag."), "",
	  is_after_the_last },
	{ "protocol-advice", "asked", WORDS("Zeg wie u advies gaf; u weegt dit niet alleen."),
	  "Besluit verplichte meldcode, art. 2 onder b", names_who_advised },
	{ "protocol-outcome", "outcome",
	  WORDS("Stap 4 eindigt met een vermoeden, geen vermoeden of twijfel; stap 5 met een beslissing. De "
	        "andere stappen hebben geen uitkomst."),
	  "Besluit verplichte meldcode, art. 2 onder d en e", has_its_outcome },
};
