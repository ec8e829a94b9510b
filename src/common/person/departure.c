/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/person/departure.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice departure_sorts[] = {
	{ DEPARTURE_DIED, WORDS("overleden") },
	{ "moved_away", WORDS("woont in een andere gemeente") },
	{ "long_term_care", WORDS("woont in een instelling (Wlz)") },
	{ "other_law", WORDS("krijgt hulp op grond van een andere wet") },
	{ NULL, NULL },
};

static const struct field departure_fields[] = {
	FIELD(struct departure, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct departure, sort, .label = WORDS("Waarom eindigt de hulp?"), .required = true,
	      .choices = departure_sorts),
	FIELD(struct departure, departed_on, .label = WORDS("Sinds welke dag?"), .required = true,
	      .hint = WORDS("De dag van overlijden, of de eerste dag elders.")),
	FIELD(struct departure, words, .label = WORDS("Wie vertelde het, en wat moet er nog gebeuren?"),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct departure, ended_on, .flags = FIELD_BY_DOOR),
};
const struct record departure_record = RECORD(struct departure, "resident_departed", departure_fields);

static const struct field departure_withdrawn_fields[] = {
	FIELD(struct departure_withdrawn, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct departure_withdrawn, words, .label = WORDS("Hoe weet u dat het niet klopt?"),
	      .hint = WORDS(
		      "Wie zei het, en hoe kwam de vergissing? De besluiten en de brieven gelden weer."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct departure_withdrawn, sort, .flags = FIELD_BY_DOOR),
};
const struct record departure_withdrawn_record =
	RECORD(struct departure_withdrawn, "departure_withdrawn", departure_withdrawn_fields);

static const struct field departure_settled_fields[] = {
	FIELD(struct departure_settled, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct departure_settled, words, .label = WORDS("Wat is er gedaan?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
};
const struct record departure_settled_record =
	RECORD(struct departure_settled, "departure_settled", departure_settled_fields);

static const struct field stay_fields[] = {
	FIELD(struct stay, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct stay, away_from, .label = WORDS("Eerste dag niet thuis"), .required = true),
	FIELD(struct stay, expected_on, .label = WORDS("Naar verwachting weer thuis op")),
	FIELD(struct stay, words, .label = WORDS("Wat is er afgesproken?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
};
const struct record stay_record = RECORD(struct stay, "hospital_stay_begun", stay_fields);

static const struct field stay_end_fields[] = {
	FIELD(struct stay_end, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct stay_end, home_on, .label = WORDS("Weer thuis op"), .required = true),
};
const struct record stay_end_record = RECORD(struct stay_end, "hospital_stay_ended", stay_end_fields);

static bool is_not(const void *item, const char *sort)
{
	return strcmp(((const struct departure *)item)->sort, sort) != 0;
}

static bool is_alive(const void *item)
{
	return is_not(item, DEPARTURE_DIED);
}

static bool is_resident(const void *item)
{
	return is_not(item, "moved_away");
}

static bool is_under_this_law(const void *item)
{
	return is_not(item, "long_term_care") && is_not(item, "other_law");
}

const struct journal_rule departure_rules[DEPARTURE_RULES_COUNT] = {
	{ "departure-died", "sort", WORDS("De inwoner is overleden."), "", is_alive },
	{ "departure-moved", "sort", WORDS("De inwoner woont in een andere gemeente."),
	  "Wmo 2015, art. 1.2.1", is_resident },
	{ "departure-law", "sort", WORDS("De inwoner krijgt hulp op grond van een andere wet."),
	  "Wmo 2015, art. 2.3.5 lid 6", is_under_this_law },
};

/* Always broken: it leaves the work that taking back asks. */
static bool asks_nothing(const void *item)
{
	return !((const struct departure_withdrawn *)item)->has_departed;
}

const struct journal_rule departure_withdrawn_rules[DEPARTURE_WITHDRAWN_RULES_COUNT] = {
	{ RETURN_TASK, "person", WORDS("De inwoner is niet overleden en niet vertrokken."), "",
	  asks_nothing },
};

static bool settles_a_departure(const void *item)
{
	return ((const struct departure_settled *)item)->has_departed;
}

const struct journal_rule departure_settled_rules[DEPARTURE_SETTLED_RULES_COUNT] = {
	{ "departure-settled", "person", WORDS("Deze inwoner is niet vertrokken."), "", settles_a_departure },
};

static bool stays_somebody(const void *item)
{
	const struct stay_situation *situation = &((const struct stay *)item)->situation;

	return situation->is_known && !situation->has_departed;
}

static bool stays_once(const void *item)
{
	return !((const struct stay *)item)->situation.is_away;
}

static bool has_gone_already(const void *item)
{
	const struct stay *stay = item;

	return !date_before(stay->situation.today, stay->away_from);
}

static bool is_expected_later(const void *item)
{
	const struct stay *stay = item;

	return !date_is(stay->expected_on) || date_before(stay->away_from, stay->expected_on);
}

const struct journal_rule stay_rules[STAY_RULES_COUNT] = {
	{ "stay-person", "person", WORDS("Deze persoon staat niet in dit register, of is vertrokken."), "",
	  stays_somebody },
	{ "stay-once", "person", WORDS("Deze inwoner is al niet thuis. Leg eerst vast dat die thuiskwam."),
	  "", stays_once },
	{ "stay-future", "away_from", WORDS("Deze dag ligt in de toekomst."), "", has_gone_already },
	{ "stay-expected", "expected_on", WORDS("Thuiskomen is na de eerste dag niet thuis."), "",
	  is_expected_later },
};

static bool ends_a_stay(const void *item)
{
	return ((const struct stay_end *)item)->situation.is_away;
}

static bool ends_after_it_began(const void *item)
{
	const struct stay_end *end = item;
	const struct stay_situation *situation = &end->situation;

	return !situation->is_away ||
	       (date_before(situation->since, end->home_on) && !date_before(situation->today, end->home_on));
}

const struct journal_rule stay_end_rules[STAY_END_RULES_COUNT] = {
	{ "stay-end-known", "person", WORDS("Volgens het dossier is deze inwoner thuis."), "", ends_a_stay },
	{ "stay-end-day", "home_on", WORDS("Kies een dag na de eerste dag niet thuis en tot en met vandaag."),
	  "", ends_after_it_began },
};
