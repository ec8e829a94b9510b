/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/begin.h"

#include "platform/base/words.h"

static const struct field group_fields[] = {
	FIELD(struct programme_group, name, .label = WORDS("Hoe heet deze groep?"), .required = true,
	      .max_chars = 60),
	FIELD(struct programme_group, sort, .label = WORDS("Voor wie spreekt zij?"), .required = true,
	      .choices = programme_sorts),
	FIELD(struct programme_group, speaker, .label = WORDS("Account van de woordvoerder"),
	      .required = true,
	      .hint = WORDS("Alleen deze persoon legt vast dat de groep de inhoud onderschrijft.")),
};
static const struct record group_record = RECORD(struct programme_group, "programme_group", group_fields);

static const struct field begun_fields[] = {
	{ .name = "programme",
	  .type = FIELD_TEXT,
	  .offset = offsetof(struct programme_begun, of.programme),
	  .flags = FIELD_BY_DOOR },
	FIELD(struct programme_begun, title, .label = WORDS("Titel"), .required = true, .max_chars = 80,
	      .hint = WORDS("Bijvoorbeeld: Thuisondersteuning 2018.")),
	FIELD(struct programme_begun, aim, .label = WORDS("Wat moet het inwoners opleveren?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct programme_begun, reason, .label = WORDS("Waarom nu?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct programme_begun, form_before, .label = WORDS("Hoe werd tot nu toe ingekocht?"),
	      .choices = programme_forms),
	FIELD(struct programme_begun, parties_before, .label = WORDS("Bij hoeveel partijen?"),
	      .flags = FIELD_UNSIGNED, .max = 100000),
	FIELD(struct programme_begun, before_words, .label = WORDS("Wat ging daar goed, en wat niet?"),
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct programme_begun, talks_since, .label = WORDS("Sinds wanneer wordt er gepraat?")),
	FIELD(struct programme_begun, groups, .label = WORDS("Wie zit aan tafel?"), .required = true,
	      .of = &group_record,
	      .hint = WORDS("Ten minste aanbieders, wijkteams en de participatieraad. Elke groep heeft een "
	                    "eigen woordvoerder.")),
	FIELD(struct programme_begun, scheme, .label = WORDS("Voor welke regeling?"), .max_chars = 60,
	      .hint = WORDS(
		      "Kies niets als het voor alle regelingen is. Zolang de geldfase dicht is, worden er "
		      "voor die regeling geen tarieven voorgesteld.")),
	FIELD(struct programme_begun, scheme_to_come,
	      .label = WORDS("Komt er een nieuwe regeling? Hoe gaat zij heten?"), .max_chars = 60,
	      .hint = WORDS("Alleen als de regeling nog moet worden vastgesteld. Zij krijgt later dezelfde "
	                    "korte naam.")),
};
const struct record programme_begun_record = RECORD(struct programme_begun, "programme_begun", begun_fields);

static bool is_named(const void *item)
{
	return has_words(((const struct programme_begun *)item)->of.programme);
}

static bool is_new(const void *item)
{
	return !((const struct programme_begun *)item)->of.now.is_known;
}

/* Content is worked out with providers, participation council and neighbourhood teams. */
static bool has_all_sorts(const void *item)
{
	return ((const struct programme_begun *)item)->situation.has_all_sorts;
}

static bool has_nobody_twice(const void *item)
{
	return !((const struct programme_begun *)item)->situation.is_double;
}

static bool talked_before(const void *item)
{
	const struct programme_begun *begun = item;

	return !date_is(begun->talks_since) || !date_before(begun->of.today, begun->talks_since);
}

/* A scheme that there is not would leave the tariffs of the one that was meant open. */
static bool has_a_scheme(const void *item)
{
	const struct programme_begun *begun = item;

	return !has_words(begun->scheme) || begun->situation.has_scheme;
}

static bool has_a_scheme_to_come(const void *item)
{
	return !((const struct programme_begun *)item)->situation.has_come;
}

static bool has_one_scheme(const void *item)
{
	const struct programme_begun *begun = item;

	return !has_words(begun->scheme) || !has_words(begun->scheme_to_come);
}

const struct journal_rule programme_begun_rules[PROGRAMME_BEGUN_RULES_COUNT] = {
	{ "begun-name", "title", WORDS("Geef het programma een titel met letters of cijfers."), "",
	  is_named },
	{ "begun-new", "title", WORDS("Er is al een programma met deze titel. Kies een andere."), "",
	  is_new },
	{ "begun-groups", "groups",
	  WORDS("Noem ten minste aanbieders, wijkteams en de participatieraad. Zonder een van hen wordt de "
	        "inhoud niet samen gemaakt."),
	  "Wmo 2015, art. 2.1.3 lid 3", has_all_sorts },
	{ "begun-twice", "groups",
	  WORDS("Elke groep heeft een eigen naam en een eigen woordvoerder. Hier staat iets twee keer."), "",
	  has_nobody_twice },
	{ "begun-talks", "talks_since", WORDS("Deze dag moet nog komen."), "", talked_before },
	{ "begun-scheme", "scheme",
	  WORDS("Deze regeling is hier niet vastgesteld. Kies er een uit de lijst, of noem haar bij de "
	        "regeling die nog komt."),
	  "", has_a_scheme },
	{ "begun-scheme-to-come", "scheme_to_come",
	  WORDS("Deze regeling is er al. Kies haar uit de lijst van regelingen."), "", has_a_scheme_to_come },
	{ "begun-scheme-one", "scheme_to_come",
	  WORDS("Kies een regeling die er is, of noem er een die nog komt: niet allebei."), "",
	  has_one_scheme },
};

/* --- another speaker --- */

static const struct field replaced_fields[] = {
	PROGRAMME_FIELD(struct speaker_replaced),
	FIELD(struct speaker_replaced, group, .label = WORDS("Groep"), .required = true, .max_chars = 60),
	FIELD(struct speaker_replaced, speaker, .label = WORDS("Account van de nieuwe woordvoerder"),
	      .required = true),
	FIELD(struct speaker_replaced, reason, .label = WORDS("Waarom?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct speaker_replaced, sort, .flags = FIELD_BY_DOOR),
	FIELD(struct speaker_replaced, place, .flags = FIELD_BY_DOOR | FIELD_ZERO_IS_SET),
};
const struct record speaker_replaced_record =
	RECORD(struct speaker_replaced, "speaker_replaced", replaced_fields);

static bool is_group(const void *item)
{
	const struct speaker_replaced *replaced = item;

	return !replaced->of.now.is_known || replaced->situation.is_group;
}

static bool is_of_sort(const void *item)
{
	const struct speaker_replaced *replaced = item;

	return !replaced->situation.is_group || replaced->situation.is_of_sort;
}

static bool is_another(const void *item)
{
	const struct speaker_replaced *replaced = item;

	return !replaced->situation.is_group || replaced->situation.is_another;
}

static bool is_free(const void *item)
{
	const struct speaker_replaced *replaced = item;

	return !replaced->situation.is_group || replaced->situation.is_free;
}

const struct journal_rule speaker_replaced_rules[SPEAKER_REPLACED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "speaker-group", "group", WORDS("Deze groep zit niet aan tafel bij dit programma."), "", is_group },
	{ "speaker-sort", "speaker",
	  WORDS("Dit account kan niet voor deze groep spreken: het is gesloten, of het werkt ergens anders."),
	  "", is_of_sort },
	{ "speaker-same", "speaker", WORDS("Deze persoon spreekt al voor deze groep."), "", is_another },
	{ "speaker-other", "speaker", WORDS("Deze persoon spreekt al voor een andere groep."), "", is_free },
};
