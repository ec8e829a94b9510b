/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/safety/incident.h"

#include "platform/base/words.h"

const struct choice incident_sorts[] = {
	{ "calamity", WORDS("calamiteit: ernstige schade of overlijden") },
	{ "violence", WORDS("geweld tijdens de hulp") },
	{ "incident", WORDS("ander voorval") },
	{ NULL, NULL },
};

const struct choice incident_outcomes[] = {
	{ "avoidable", WORDS("het was te voorkomen") },
	{ "not_avoidable", WORDS("het was niet te voorkomen") },
	{ "unclear", WORDS("dat is niet vast te stellen") },
	{ NULL, NULL },
};

const struct choice incident_states[] = {
	{ "open", WORDS("in onderzoek") },
	{ "concluded", WORDS("onderzoek klaar") },
	{ NULL, NULL },
};

static const struct field incident_fields[] = {
	FIELD(struct incident, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct incident, assignment, .label = WORDS("Toewijzing"),
	      .hint = WORDS("Het nummer van de hulp waarbij het gebeurde, als het tijdens hulp gebeurde.")),
	FIELD(struct incident, sort, .label = WORDS("Wat voor voorval is het?"), .required = true,
	      .choices = incident_sorts),
	FIELD(struct incident, happened_on, .label = WORDS("Wanneer gebeurde het?"), .required = true),
	FIELD(struct incident, known_on, .label = WORDS("Wanneer werd het bekend?"), .required = true),
	FIELD(struct incident, words, .label = WORDS("Wat gebeurde er?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct incident, party, .flags = FIELD_BY_DOOR),
	FIELD(struct incident, told, .flags = FIELD_BY_DOOR),
	FIELD(struct incident, notice_due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct incident, inquiry_due_on, .flags = FIELD_BY_DOOR),
};
const struct record incident_record = RECORD(struct incident, "incident_reported", incident_fields);

static const struct field incident_told_fields[] = {
	FIELD(struct incident_told, incident, .label = WORDS("Voorval"), .required = true),
	FIELD(struct incident_told, who, .label = WORDS("Wie is ingelicht?"), .required = true,
	      .hint = WORDS("Een aanbieder uit de keten, of supervisor voor de toezichthouder.")),
	FIELD(struct incident_told, told_on, .label = WORDS("Ingelicht op"), .required = true),
};
const struct record incident_told_record =
	RECORD(struct incident_told, "incident_told", incident_told_fields);

static const struct field incident_concluded_fields[] = {
	FIELD(struct incident_concluded, incident, .label = WORDS("Voorval"), .required = true),
	FIELD(struct incident_concluded, concluded_on, .label = WORDS("Onderzoek klaar op"),
	      .required = true),
	FIELD(struct incident_concluded, outcome, .label = WORDS("Was het te voorkomen?"), .required = true,
	      .choices = incident_outcomes),
	FIELD(struct incident_concluded, measures, .label = WORDS("Wat verandert er, en wie doet dat?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
};
const struct record incident_concluded_record =
	RECORD(struct incident_concluded, "incident_concluded", incident_concluded_fields);

static bool is_about_a_client(const void *item)
{
	return ((const struct incident *)item)->situation.is_known;
}

static bool is_of_who_reports(const void *item)
{
	const struct incident_situation *situation = &((const struct incident *)item)->situation;

	return !situation->is_known || situation->is_own;
}

static bool is_in_order(const void *item)
{
	const struct incident *incident = item;

	return !date_before(incident->known_on, incident->happened_on) &&
	       !date_before(incident->situation.today, incident->known_on);
}

const struct journal_rule incident_rules[INCIDENT_RULES_COUNT] = {
	{ "incident-person", "person",
	  WORDS("Deze persoon staat niet in dit register, of de toewijzing is van iemand anders."), "",
	  is_about_a_client },
	{ "incident-own", "assignment", WORDS("Meld een voorval bij hulp waar uw organisatie voor instaat."),
	  "Wmo 2015, art. 3.4", is_of_who_reports },
	{ "incident-days", "known_on",
	  WORDS("Het voorval werd bekend op of na de dag waarop het gebeurde, en niet na vandaag."), "",
	  is_in_order },
};

static bool tells_of_an_incident(const void *item)
{
	return ((const struct incident_told *)item)->situation.is_known;
}

static bool tells_who_waits(const void *item)
{
	const struct incident_turn_situation *situation = &((const struct incident_told *)item)->situation;

	return !situation->is_known || situation->is_due;
}

static bool tells_of_the_own(const void *item)
{
	const struct incident_turn_situation *situation = &((const struct incident_told *)item)->situation;

	return !situation->is_known || situation->is_own;
}

static bool tells_after_it_was_known(const void *item)
{
	const struct incident_told *told = item;
	const struct incident_turn_situation *situation = &told->situation;

	return !situation->is_known || (!date_before(told->told_on, situation->known_on) &&
	                                !date_before(situation->today, told->told_on));
}

const struct journal_rule incident_told_rules[INCIDENT_TOLD_RULES_COUNT] = {
	{ "incident-told-known", "incident", WORDS("Dit voorval is er niet."), "", tells_of_an_incident },
	{ "incident-told-who", "who", WORDS("Wie u noemt, hoeft dit niet te horen of is al ingelicht."), "",
	  tells_who_waits },
	{ "incident-told-own", "incident",
	  WORDS("Uw organisatie staat niet in voor de hulp bij dit voorval."), "", tells_of_the_own },
	{ "incident-told-on", "told_on",
	  WORDS("Kies een dag vanaf die waarop het bekend werd en tot en met vandaag."), "",
	  tells_after_it_was_known },
};

static bool concludes_an_incident(const void *item)
{
	return ((const struct incident_concluded *)item)->situation.is_known;
}

static bool concludes_what_is_open(const void *item)
{
	const struct incident_turn_situation *situation =
		&((const struct incident_concluded *)item)->situation;

	return !situation->is_known || situation->is_due;
}

static bool concludes_the_own(const void *item)
{
	const struct incident_turn_situation *situation =
		&((const struct incident_concluded *)item)->situation;

	return !situation->is_known || situation->is_own;
}

static bool concludes_after_it_was_known(const void *item)
{
	const struct incident_concluded *concluded = item;
	const struct incident_turn_situation *situation = &concluded->situation;

	return !situation->is_known || (!date_before(concluded->concluded_on, situation->known_on) &&
	                                !date_before(situation->today, concluded->concluded_on));
}

const struct journal_rule incident_concluded_rules[INCIDENT_CONCLUDED_RULES_COUNT] = {
	{ "incident-concluded-known", "incident", WORDS("Dit voorval is er niet."), "",
	  concludes_an_incident },
	{ "incident-concluded-open", "incident", WORDS("Het onderzoek van dit voorval is al klaar."), "",
	  concludes_what_is_open },
	{ "incident-concluded-own", "incident",
	  WORDS("Uw organisatie staat niet in voor de hulp bij dit voorval."), "", concludes_the_own },
	{ "incident-concluded-on", "concluded_on",
	  WORDS("Kies een dag vanaf die waarop het bekend werd en tot en met vandaag."), "",
	  concludes_after_it_was_known },
};
