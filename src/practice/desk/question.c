/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/question.h"

#include "platform/base/words.h"
#include "practice/desk/desk.h"

static const struct field question_fields[] = {
	FIELD(struct question, person, .label = WORDS("Persoon")),
	FIELD(struct question, theme, .label = WORDS("Thema"), .required = true),
	FIELD(struct question, asked, .label = WORDS("Wat vraagt de inwoner?"),
	      .hint = WORDS("In de woorden van de inwoner zelf; zonder naam, adres of BSN."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct question, channel, .label = WORDS("Hoe kwam de vraag binnen?"), .required = true,
	      .choices = report_channels),
	FIELD(struct question, asked_on, .label = WORDS("Gevraagd op"), .required = true),
	FIELD(struct question, question, .label = WORDS("Vraag")),
	FIELD(struct question, spoken_with, .label = WORDS("Met wie bij de ontvanger is gesproken?"),
	      .hint = WORDS("Draag de vraag persoonlijk over, zodat de inwoner niet opnieuw begint.")),
	FIELD(struct question, to, .flags = FIELD_BY_DOOR),
};
const struct record question_record = RECORD(struct question, "question_passed_on", question_fields);

static bool is_in_register(const void *item)
{
	const struct question *question = item;

	return question->person == 0 || question->situation.is_known_person;
}

static bool has_known_theme(const void *item)
{
	return ((const struct question *)item)->situation.is_known_theme;
}

static bool has_route(const void *item)
{
	const struct question *question = item;

	return !question->situation.is_known_theme || question->situation.has_route;
}

/* Whoever needs support from this law is heard and investigated (Wmo 2015, art. 2.3.2). */
static bool is_for_a_partner(const void *item)
{
	return !((const struct question *)item)->situation.is_ours;
}

static bool came_in_already(const void *item)
{
	const struct question *question = item;

	return !date_before(question->situation.today, question->asked_on);
}

/* A question has one outcome. */
static bool is_still_open(const void *item)
{
	return ((const struct question *)item)->situation.is_open;
}

/* Who came to the desk is not sent on with a telephone number: the desk speaks with the receiver first. */
static bool is_handed_over_warmly(const void *item)
{
	const struct question *question = item;

	return question->question == 0 || has_words(question->spoken_with);
}

const struct journal_rule question_rules[QUESTION_RULES_COUNT] = {
	{ "question-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_in_register },
	{ "question-theme", "theme", WORDS("Geen regeling van dit register kent dit thema."), "",
	  has_known_theme },
	{ "question-route", "theme", WORDS("Op deze dag zegt geen regeling voor wie deze vraag is."), "",
	  has_route },
	{ "question-ours", "theme",
	  WORDS("Op deze dag is deze vraag voor het eigen loket. Leg een melding vast."),
	  "Wmo 2015, art. 2.3.2", is_for_a_partner },
	{ "question-asked-on", "asked_on", WORDS("Deze dag ligt in de toekomst."), "", came_in_already },
	{ "question-open", "question",
	  WORDS("Deze vraag ligt niet meer open bij het loket. Speelt er meer? Leg dan een nieuwe vraag "
	        "vast."),
	  "", is_still_open },
	{ "question-warm", "spoken_with", WORDS("Vul in met wie bij de ontvanger u sprak."), "",
	  is_handed_over_warmly },
};
