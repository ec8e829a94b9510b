/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/writing.h"

#include "platform/base/words.h"

#define TEXT_CHARS 20000
#define WITH_CHARS 2000

const struct choice content_testers[] = {
	{ "providers", WORDS("aanbieders") },
	{ "residents", WORDS("inwoners") },
	{ "teams", WORDS("het wijkteam") },
	{ NULL, NULL },
};

const struct choice content_outcomes[] = {
	{ "works", WORDS("zo werkt het") },
	{ "adapt", WORDS("dit moet anders") },
	{ NULL, NULL },
};

#define CHANGES(type_)                                                                                       \
	FIELD(type_, changes, .label = WORDS("Wat is anders dan in de vorige versie?"), .flags = FIELD_LONG, \
	      .max_chars = WITH_CHARS)

static const struct field vision_fields[] = {
	PROGRAMME_FIELD(struct vision_written),
	FIELD(struct vision_written, words, .label = WORDS("De visie"), .required = true, .flags = FIELD_LONG,
	      .max_chars = TEXT_CHARS, .hint = WORDS("Begin bij wat de inwoner nodig heeft.")),
	FIELD(struct vision_written, with_whom, .label = WORDS("Met wie is zij gemaakt?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = WITH_CHARS),
	CHANGES(struct vision_written),
	FIELD(struct vision_written, version, .flags = FIELD_BY_DOOR),
};
const struct record vision_written_record = RECORD(struct vision_written, "vision_written", vision_fields);

static bool says_what_changed_in_vision(const void *item)
{
	const struct vision_written *written = item;

	return written->version <= 1 || has_words(written->changes);
}

const struct journal_rule vision_written_rules[VISION_WRITTEN_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "vision-changes", "changes", WORDS("Er is al een visie. Zeg wat in deze versie anders is."), "",
	  says_what_changed_in_vision },
};

static const struct field content_fields[] = {
	PROGRAMME_FIELD(struct content_written),
	FIELD(struct content_written, words, .label = WORDS("De inhoud"), .required = true,
	      .flags = FIELD_LONG, .max_chars = TEXT_CHARS,
	      .hint = WORDS("Wat merkt de inwoner ervan? Schrijf er geen bedragen in: geld komt later.")),
	FIELD(struct content_written, started_from, .label = WORDS("Uit welke werkgroep kwam dit?"),
	      .hint = WORDS("Bijvoorbeeld de werkgroep van het vorige contract.")),
	FIELD(struct content_written, with_providers, .label = WORDS("Hoe werkten aanbieders eraan mee?"),
	      .flags = FIELD_LONG, .max_chars = WITH_CHARS),
	FIELD(struct content_written, with_teams, .label = WORDS("Hoe werkten de wijkteams eraan mee?"),
	      .flags = FIELD_LONG, .max_chars = WITH_CHARS),
	FIELD(struct content_written, with_participation,
	      .label = WORDS("Hoe werkte de participatieraad eraan mee?"), .flags = FIELD_LONG,
	      .max_chars = WITH_CHARS),
	CHANGES(struct content_written),
	FIELD(struct content_written, version, .flags = FIELD_BY_DOOR),
	FIELD(struct content_written, vision, .flags = FIELD_BY_DOOR),
};
const struct record content_written_record =
	RECORD(struct content_written, "content_written", content_fields);

static bool says_what_changed_in_content(const void *item)
{
	const struct content_written *written = item;

	return written->version <= 1 || has_words(written->changes);
}

/* Providers, members of the participation council and the teams work the content out together. */
static bool was_made_together(const void *item)
{
	const struct content_written *written = item;

	return has_words(written->with_providers) && has_words(written->with_teams) &&
	       has_words(written->with_participation);
}

const struct journal_rule content_written_rules[CONTENT_WRITTEN_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "content-changes", "changes", WORDS("Er is al een inhoud. Zeg wat in deze versie anders is."), "",
	  says_what_changed_in_content },
	{ "content-together", "with_providers",
	  WORDS("De inhoud wordt gemaakt met aanbieders, wijkteams en de participatieraad. Zeg van elk hoe "
	        "zij "
	        "meewerkten."),
	  "Wmo 2015, art. 2.1.3 lid 3", was_made_together },
};

static const struct field tested_fields[] = {
	PROGRAMME_FIELD(struct content_tested),
	FIELD(struct content_tested, tester, .label = WORDS("Wie probeerde de inhoud uit?"), .required = true,
	      .choices = content_testers),
	FIELD(struct content_tested, situation, .label = WORDS("Op welke situatie?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = WITH_CHARS,
	      .hint = WORDS("Een situatie die kan bestaan, zonder naam of adres.")),
	FIELD(struct content_tested, meaning, .label = WORDS("Wat betekent de inhoud voor deze cliënt?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = WITH_CHARS),
	FIELD(struct content_tested, outcome, .label = WORDS("Werkt het zo?"), .required = true,
	      .choices = content_outcomes),
	FIELD(struct content_tested, version, .flags = FIELD_BY_DOOR),
};
const struct record content_tested_record = RECORD(struct content_tested, "content_tested", tested_fields);

static bool has_content(const void *item)
{
	const struct content_tested *tested = item;

	return !tested->of.now.is_known || tested->of.now.content > 0;
}

const struct journal_rule content_tested_rules[CONTENT_TESTED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "programme-table", "programme", PROGRAMME_TABLE_WORDS, "", programme_is_at_the_table },
	{ "tested-content", "programme", WORDS("Er is nog geen inhoud om uit te proberen."), "",
	  has_content },
};
