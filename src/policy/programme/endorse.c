/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/endorse.h"

#include <string.h>

#include "platform/base/words.h"

#define TESTERS 3 /* providers, residents, teams */

const struct choice endorse_outcomes[] = {
	{ "endorsed", WORDS("ja, wij onderschrijven dit") },
	{ "not", WORDS("nee, nog niet") },
	{ NULL, NULL },
};

#define ENDORSEMENT_FIELDS                                                                                   \
	PROGRAMME_FIELD(struct endorsement),                                                                 \
		FIELD(struct endorsement, version, .label = WORDS("Versie die u las"), .required = true,     \
	              .flags = FIELD_UNSIGNED),                                                              \
		FIELD(struct endorsement, outcome, .label = WORDS("Onderschrijft uw groep dit?"),            \
	              .required = true, .choices = endorse_outcomes),                                        \
		FIELD(struct endorsement, words, .label = WORDS("Wat wilt u erbij zeggen?"),                 \
	              .flags = FIELD_LONG, .max_chars = 2000,                                                \
	              .hint = WORDS("Zegt uw groep nee? Schrijf dan op wat er anders moet.")),               \
		FIELD(struct endorsement, group, .flags = FIELD_BY_DOOR)

static const struct field endorsement_fields[] = { ENDORSEMENT_FIELDS };
static const struct field finance_fields[] = {
	ENDORSEMENT_FIELDS,
	FIELD(struct endorsement, about, .label = WORDS("Waarover gaat het?"), .required = true,
	      .hint = WORDS("Bijvoorbeeld: de tarieventabel van 1 maart. Noem geen bedragen.")),
};
const struct record vision_endorsed_record =
	RECORD(struct endorsement, "vision_endorsed", endorsement_fields);
const struct record content_endorsed_record =
	RECORD(struct endorsement, "content_endorsed", endorsement_fields);
const struct record finance_endorsed_record = RECORD(struct endorsement, "finance_endorsed", finance_fields);

static bool speaks_for_group(const void *item)
{
	const struct endorsement *endorsement = item;

	return !endorsement->of.now.is_known || has_words(endorsement->group);
}

static bool has_version(const struct endorsement *endorsement)
{
	return endorsement->version > 0 && endorsement->version == endorsement->situation.holds;
}

static bool is_of_version_that_holds(const void *item)
{
	const struct endorsement *endorsement = item;

	return !endorsement->of.now.is_known || has_version(endorsement);
}

static bool is_first_time(const void *item)
{
	return !((const struct endorsement *)item)->situation.is_done;
}

static bool says_why_not(const void *item)
{
	const struct endorsement *endorsement = item;

	return strcmp(endorsement->outcome, "not") != 0 || has_words(endorsement->words);
}

/* Content is tried out on cases by providers, by residents and by the team, before anybody endorses it. */
static bool was_tried(const void *item)
{
	const struct endorsement *endorsement = item;

	return !endorsement->of.now.is_known || strcmp(endorsement->outcome, "not") == 0 ||
	       endorsement->of.now.testers == TESTERS;
}

/* Content and finance are endorsed apart, and money comes after content. */
static bool is_open(const void *item)
{
	const struct endorsement *endorsement = item;

	return !endorsement->of.now.is_known || endorsement->of.now.is_finance_open;
}

#define SPEAKER_WORDS WORDS("Alleen wie voor een groep van dit programma spreekt, legt dit vast.")
#define ONCE_WORDS WORDS("Uw groep heeft deze versie al onderschreven.")
#define WHY_WORDS WORDS("Schrijf op waarom niet; dan kan er een betere versie komen.")

const struct journal_rule vision_endorsed_rules[VISION_ENDORSED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "endorse-speaker", "programme", SPEAKER_WORDS, "", speaks_for_group },
	{ "endorse-version", "version",
	  WORDS("Dit is niet de visie die nu geldt. Lees de nieuwste versie, en antwoord dan."), "",
	  is_of_version_that_holds },
	{ "endorse-once", "outcome", ONCE_WORDS, "", is_first_time },
	{ "endorse-why", "words", WHY_WORDS, "", says_why_not },
};

const struct journal_rule content_endorsed_rules[CONTENT_ENDORSED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "endorse-speaker", "programme", SPEAKER_WORDS, "", speaks_for_group },
	{ "endorse-version", "version",
	  WORDS("Dit is niet de inhoud die nu geldt. Lees de nieuwste versie, en antwoord dan."), "",
	  is_of_version_that_holds },
	{ "endorse-once", "outcome", ONCE_WORDS, "", is_first_time },
	{ "endorse-why", "words", WHY_WORDS, "", says_why_not },
	{ "endorse-tried", "outcome",
	  WORDS("De inhoud is nog niet uitgeprobeerd door aanbieders, door inwoners en door het wijkteam. "
	        "Leg "
	        "van elk een situatie vast."),
	  "", was_tried },
};

const struct journal_rule finance_endorsed_rules[FINANCE_ENDORSED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "endorse-speaker", "programme", SPEAKER_WORDS, "", speaks_for_group },
	{ "endorse-version", "version",
	  WORDS("Dit is niet de inhoud die nu geldt. Lees de nieuwste versie, en antwoord dan."), "",
	  is_of_version_that_holds },
	{ "endorse-once", "outcome", ONCE_WORDS, "", is_first_time },
	{ "endorse-why", "words", WHY_WORDS, "", says_why_not },
	{ "endorse-open", "programme",
	  WORDS("De geldfase is nog niet open. Dat kan pas als elke groep de inhoud heeft onderschreven."),
	  "", is_open },
};

/* --- the door to money --- */

static const struct field opened_fields[] = {
	PROGRAMME_FIELD(struct finance_opened),
	FIELD(struct finance_opened, words, .label = WORDS("Wat spreekt u met de groepen af over deze fase?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct finance_opened, version, .flags = FIELD_BY_DOOR),
};
const struct record finance_opened_record = RECORD(struct finance_opened, "finance_opened", opened_fields);

static bool is_endorsed_by_all(const void *item)
{
	const struct programme_now *now = &((const struct finance_opened *)item)->of.now;

	return !now->is_known ||
	       (now->content > 0 && now->group_count > 0 && now->has_endorsed == now->group_count);
}

/* The vision stands on paper before it is translated into money. */
static bool has_vision(const void *item)
{
	const struct programme_now *now = &((const struct finance_opened *)item)->of.now;

	return !now->is_known || now->vision > 0;
}

static bool is_still_closed(const void *item)
{
	return !((const struct finance_opened *)item)->of.now.is_finance_open;
}

const struct journal_rule finance_opened_rules[FINANCE_OPENED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "finance-endorsed", "programme",
	  WORDS("Nog niet elke groep heeft de inhoud die nu geldt onderschreven. Eerst de inhoud, dan het "
	        "geld."),
	  "", is_endorsed_by_all },
	{ "finance-vision", "programme", WORDS("Er staat nog geen visie op papier."), "", has_vision },
	{ "finance-closed", "programme", WORDS("De geldfase van deze inhoud is al open."), "",
	  is_still_closed },
};
