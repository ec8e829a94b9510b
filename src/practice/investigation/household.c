/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/household.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice housemate_relations[] = {
	{ "partner", WORDS("partner") },
	{ "child", WORDS("kind") },
	{ "parent", WORDS("ouder") },
	{ "family", WORDS("ander familielid") },
	{ "other", WORDS("andere huisgenoot") },
	{ NULL, NULL },
};
/* What may be expected of somebody grows with age; no more of the birth date is needed. */
const struct choice housemate_ages[] = {
	{ "0-4", WORDS("0 tot en met 4 jaar: geen hulp te verwachten") },
	{ "5-12", WORDS("5 tot en met 12 jaar: lichte hulp") },
	{ "13-17", WORDS("13 tot en met 17 jaar: eigen kamer en meehelpen") },
	{ "18-22", WORDS("18 tot en met 22 jaar: een eenpersoonshuishouden") },
	{ "23+", WORDS("23 jaar of ouder: het hele huishouden") },
	{ NULL, NULL },
};
const struct choice housemate_helps[] = {
	{ "yes", WORDS("ja, helemaal") },
	{ "partly", WORDS("ja, een deel") },
	{ "no", WORDS("nee") },
	{ NULL, NULL },
};

static const struct field housemate_fields[] = {
	FIELD(struct housemate, person, .label = WORDS("Cliënt"), .required = true),
	FIELD(struct housemate, recorded_on, .label = WORDS("Besproken op"), .required = true),
	FIELD(struct housemate, relation, .label = WORDS("Wie woont er nog?"), .required = true,
	      .choices = housemate_relations),
	FIELD(struct housemate, age_band, .label = WORDS("Leeftijd"), .required = true,
	      .choices = housemate_ages),
	FIELD(struct housemate, client, .label = WORDS("Dossiernummer, als deze huisgenoot zelf cliënt is")),
	FIELD(struct housemate, helps, .label = WORDS("Kan deze huisgenoot helpen?"),
	      .hint = WORDS("Gebruikelijke hulp: wat huisgenoten gewoon voor elkaar doen."), .required = true,
	      .choices = housemate_helps),
	FIELD(struct housemate, what, .label = WORDS("Waarmee wel?"), .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct housemate, why_not, .label = WORDS("Waarom niet, of niet alles?"),
	      .hint = WORDS("Niet meer dan nodig: bijvoorbeeld \"kan niet staan\", niet welke ziekte."),
	      .flags = FIELD_LONG, .max_chars = 1000),
};
const struct record housemate_record = RECORD(struct housemate, "housemate_recorded", housemate_fields);

static const struct field line_fields[] = {
	FIELD(struct housemate_line, housemate),
	FIELD(struct housemate_line, client),
	FIELD(struct housemate_line, relation, .choices = housemate_relations),
	FIELD(struct housemate_line, age_band, .choices = housemate_ages),
	FIELD(struct housemate_line, helps, .choices = housemate_helps),
	FIELD(struct housemate_line, what),
	FIELD(struct housemate_line, why_not),
	FIELD(struct housemate_line, recorded_on),
};
const struct record housemate_line_record = RECORD(struct housemate_line, "housemate_line", line_fields);

static bool has_person(const void *item)
{
	return ((const struct housemate *)item)->situation.is_known_person;
}

static bool is_not_in_future(const void *item)
{
	const struct housemate *housemate = item;

	return !date_before(housemate->situation.today, housemate->recorded_on);
}

static bool has_known_client(const void *item)
{
	const struct housemate *housemate = item;

	return housemate->client == 0 ||
	       (housemate->situation.is_known_client && housemate->client != housemate->person);
}

static bool lives_here(const void *item)
{
	const struct housemate *housemate = item;

	return housemate->client == 0 || !housemate->situation.is_known_client ||
	       housemate->client == housemate->person || housemate->situation.is_same_address;
}

static bool helps(const struct housemate *housemate, const char *answer)
{
	return housemate->helps != NULL && strcmp(housemate->helps, answer) == 0;
}

static bool says_with_what(const void *item)
{
	const struct housemate *housemate = item;

	return helps(housemate, "no") || has_words(housemate->what);
}

static bool says_why_not(const void *item)
{
	const struct housemate *housemate = item;

	return helps(housemate, "yes") || has_words(housemate->why_not);
}

const struct journal_rule housemate_rules[HOUSEMATE_RULES_COUNT] = {
	{ "housemate-person", "person", WORDS("Deze cliënt staat niet in dit register."), "", has_person },
	{ "housemate-future", "recorded_on", WORDS("Deze dag ligt in de toekomst."), "", is_not_in_future },
	{ "housemate-client", "client",
	  WORDS("Dit nummer is van geen andere cliënt in dit register. Laat het leeg als de huisgenoot geen "
	        "cliënt is."),
	  "", has_known_client },
	{ "housemate-address", "client", WORDS("Deze cliënt woont volgens het register op een ander adres."),
	  "", lives_here },
	{ "housemate-what", "what", WORDS("Schrijf waarmee deze huisgenoot helpt."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder b", says_with_what },
	{ "housemate-why-not", "why_not",
	  WORDS("Schrijf waarom deze huisgenoot niet, of niet alles, kan doen."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder b", says_why_not },
};
