/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/safety/complaint.h"

#include "common/calendar/calendar.h"
#include "platform/base/words.h"

const struct choice complaint_themes[] = {
	{ "forced_change", WORDS("moeten wisselen van aanbieder of hulp") },
	{ "helper", WORDS("de hulp zelf") },
	{ "appointments", WORDS("afspraken en tijden") },
	{ "treatment", WORDS("hoe iemand behandeld is") },
	{ "process", WORDS("hoe lang het duurt of hoe het gaat") },
	{ "other", WORDS("iets anders") },
	{ NULL, NULL },
};

const struct choice complaint_findings[] = {
	{ "founded", WORDS("de klacht klopt") },
	{ "partly", WORDS("de klacht klopt voor een deel") },
	{ "unfounded", WORDS("de klacht klopt niet") },
	{ "solved", WORDS("opgelost zonder oordeel") },
	{ NULL, NULL },
};

const struct choice complaint_turns[] = {
	{ "better", WORDS("het gaat beter") },
	{ "same", WORDS("het is hetzelfde") },
	{ "worse", WORDS("het gaat slechter") },
	{ NULL, NULL },
};

const struct choice complaint_states[] = {
	{ "open", WORDS("te beantwoorden") },
	{ "answered", WORDS("later op terugkomen") },
	{ "looked_back", WORDS("afgerond") },
	{ NULL, NULL },
};

static const struct field complaint_fields[] = {
	FIELD(struct complaint, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct complaint, party, .label = WORDS("Over welke aanbieder gaat het?"),
	      .hint = WORDS("Laat leeg als de klacht over de gemeente gaat.")),
	FIELD(struct complaint, theme, .label = WORDS("Waar gaat de klacht over?"), .required = true,
	      .choices = complaint_themes),
	FIELD(struct complaint, words, .label = WORDS("De klacht, in de woorden van de cliënt"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct complaint, received_on, .label = WORDS("Ontvangen op"), .required = true),
	FIELD(struct complaint, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct complaint, look_back_on, .flags = FIELD_BY_DOOR),
	FIELD(struct complaint, steps, .of = &term_step_record, .flags = FIELD_BY_DOOR),
};
const struct record complaint_record = RECORD(struct complaint, "complaint_received", complaint_fields);

static const struct field complaint_answer_fields[] = {
	FIELD(struct complaint_answer, complaint, .label = WORDS("Klacht"), .required = true),
	FIELD(struct complaint_answer, answered_on, .label = WORDS("Beantwoord op"), .required = true),
	FIELD(struct complaint_answer, finding, .label = WORDS("Wat is uw oordeel?"), .required = true,
	      .choices = complaint_findings),
	FIELD(struct complaint_answer, words, .label = WORDS("Wat is er gevonden, en wat verandert er?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct complaint_answer, person, .flags = FIELD_BY_DOOR),
};
const struct record complaint_answer_record =
	RECORD(struct complaint_answer, "complaint_answered", complaint_answer_fields);

static const struct field complaint_look_back_fields[] = {
	FIELD(struct complaint_look_back, complaint, .label = WORDS("Klacht"), .required = true),
	FIELD(struct complaint_look_back, talked_on, .label = WORDS("Gesproken op"), .required = true),
	FIELD(struct complaint_look_back, turn, .label = WORDS("Hoe is het nu?"), .required = true,
	      .choices = complaint_turns),
	FIELD(struct complaint_look_back, words, .label = WORDS("Wat zegt de cliënt er zelf van?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct complaint_look_back, person, .flags = FIELD_BY_DOOR),
};
const struct record complaint_look_back_record =
	RECORD(struct complaint_look_back, "complaint_looked_back", complaint_look_back_fields);

static bool is_of_register(const void *item)
{
	return ((const struct complaint *)item)->situation.is_known_person;
}

static bool is_about_somebody(const void *item)
{
	return ((const struct complaint *)item)->situation.is_known_party;
}

static bool came_in_already(const void *item)
{
	const struct complaint *complaint = item;

	return !date_before(complaint->situation.today, complaint->received_on);
}

const struct journal_rule complaint_rules[COMPLAINT_RULES_COUNT] = {
	{ "complaint-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_of_register },
	{ "complaint-party", "party", WORDS("Geen regeling van dit register kent deze aanbieder."), "",
	  is_about_somebody },
	{ "complaint-received-on", "received_on", WORDS("Deze dag ligt in de toekomst."), "",
	  came_in_already },
};

static bool answers_a_complaint(const void *item)
{
	return ((const struct complaint_answer *)item)->situation.is_known;
}

static bool answers_what_is_open(const void *item)
{
	return !((const struct complaint_answer *)item)->situation.is_answered;
}

static bool answers_after_it_came(const void *item)
{
	const struct complaint_answer *answer = item;
	const struct complaint_turn_situation *situation = &answer->situation;

	return !situation->is_known || (!date_before(answer->answered_on, situation->received_on) &&
	                                !date_before(situation->today, answer->answered_on));
}

const struct journal_rule complaint_answer_rules[COMPLAINT_ANSWER_RULES_COUNT] = {
	{ "complaint-answer-known", "complaint", WORDS("Deze klacht is er niet."), "", answers_a_complaint },
	{ "complaint-answer-open", "complaint", WORDS("Deze klacht is al beantwoord."), "",
	  answers_what_is_open },
	{ "complaint-answered-on", "answered_on",
	  WORDS("Kies een dag vanaf de ontvangst van de klacht en tot en met vandaag."), "",
	  answers_after_it_came },
};

static bool looks_at_a_complaint(const void *item)
{
	return ((const struct complaint_look_back *)item)->situation.is_known;
}

static bool looks_at_an_answer(const void *item)
{
	const struct complaint_turn_situation *situation =
		&((const struct complaint_look_back *)item)->situation;

	return !situation->is_known || situation->is_answered;
}

static bool looks_once(const void *item)
{
	return !((const struct complaint_look_back *)item)->situation.is_looked_back;
}

static bool looks_after_the_answer(const void *item)
{
	const struct complaint_look_back *look = item;
	const struct complaint_turn_situation *situation = &look->situation;

	return !situation->is_known || !situation->is_answered ||
	       (date_before(situation->answered_on, look->talked_on) &&
	        !date_before(situation->today, look->talked_on));
}

const struct journal_rule complaint_look_back_rules[COMPLAINT_LOOK_BACK_RULES_COUNT] = {
	{ "complaint-look-known", "complaint", WORDS("Deze klacht is er niet."), "", looks_at_a_complaint },
	{ "complaint-look-answered", "complaint",
	  WORDS("Beantwoord de klacht eerst; daarna komt u erop terug."), "", looks_at_an_answer },
	{ "complaint-look-once", "complaint", WORDS("Op deze klacht is al teruggekomen."), "", looks_once },
	{ "complaint-talked-on", "talked_on",
	  WORDS("Kies een dag na het antwoord op de klacht en tot en met vandaag."), "",
	  looks_after_the_answer },
};
