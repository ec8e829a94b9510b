/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/received.h"

#include <string.h>

#include "platform/base/clock.h"
#include "platform/base/words.h"
#include "practice/desk/desk.h"

const struct choice question_sources[] = {
	{ "resident", WORDS("inwoner") },
	{ "representative", WORDS("vertegenwoordiger") },
	{ "carer", WORDS("mantelzorger") },
	{ "chain_partner", WORDS("ketenpartner") },
	{ NULL, NULL },
};
const struct choice question_answers[] = {
	{ "arranged", WORDS("hulp geregeld") },
	{ "told", WORDS("verteld waar hulp is") },
	{ NULL, NULL },
};
const struct choice question_outcomes[] = {
	{ "arranged", WORDS("hulp geregeld") },
	{ "told", WORDS("verteld waar hulp is") },
	{ "investigation", WORDS("onderzoek") },
	{ "passed_on", WORDS("doorgegeven") },
	{ NULL, NULL },
};

struct date question_ended_on(const struct journal_fact *fact, struct date asked_on)
{
	struct date on = clock_day_of(fact->recorded_at);

	return date_is(on) && date_before(asked_on, on) ? on : asked_on;
}

/* --- a question comes in --- */

static const struct field received_fields[] = {
	FIELD(struct received_question, person, .label = WORDS("Persoon")),
	FIELD(struct received_question, asked, .label = WORDS("Wat is de vraag?"),
	      .hint = WORDS("In de woorden van wie vraagt; zonder naam, adres of BSN."), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct received_question, from_whom, .label = WORDS("Van wie komt de vraag?"), .required = true,
	      .choices = question_sources),
	FIELD_INSIDE(struct received_question, who, &caller_record, .label = WORDS("Wie vraagt het?"),
	             .hint = WORDS("Wil iemand geen naam noemen? Vul dan 'anoniem' in."),
	             .flags = FIELD_IN_VAULT),
	FIELD(struct received_question, channel, .label = WORDS("Hoe kwam de vraag binnen?"),
	      .required = true, .choices = report_channels),
	FIELD(struct received_question, theme, .label = WORDS("Thema"),
	      .hint = WORDS("Hieraan is te zien voor wie de vraag is. Weet u het nog niet? Laat het leeg.")),
	FIELD(struct received_question, asked_on, .label = WORDS("Gevraagd op"), .required = true),
	FIELD(struct received_question, back_on, .label = WORDS("Wanneer hoort wie vraagt meer?"),
	      .hint = WORDS("De dag die u met elkaar afspreekt.")),
	FIELD(struct received_question, earlier, .label = WORDS("Kwam mee met vraag")),
	FIELD(struct received_question, question, .flags = FIELD_BY_DOOR),
};
const struct record received_question_record =
	RECORD(struct received_question, "question_received", received_fields);

/* Whoever asks must be found again; the person the question is about is enough. */
static bool says_who(const void *item)
{
	const struct received_question *question = item;

	return question->person != 0 || has_words(question->who.name) ||
	       has_words(question->who.organisation);
}

static bool is_in_register(const void *item)
{
	const struct received_question *question = item;

	return question->person == 0 || question->situation.is_known_person;
}

static bool names_the_partner(const void *item)
{
	const struct received_question *question = item;

	return question->from_whom == NULL || strcmp(question->from_whom, "chain_partner") != 0 ||
	       has_words(question->who.organisation);
}

static bool has_known_theme(const void *item)
{
	return ((const struct received_question *)item)->situation.is_known_theme;
}

static bool came_in_already(const void *item)
{
	const struct received_question *question = item;

	return !date_before(question->situation.today, question->asked_on);
}

static bool is_answered_after(const void *item)
{
	const struct received_question *question = item;

	return !date_is(question->back_on) || !date_before(question->back_on, question->asked_on);
}

static bool has_known_earlier(const void *item)
{
	return ((const struct received_question *)item)->situation.is_known_earlier;
}

const struct journal_rule received_rules[RECEIVED_RULES_COUNT] = {
	{ "received-who", "who.name", WORDS("Vul in wie het vraagt, of kies een bekende persoon."), "",
	  says_who },
	{ "received-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_in_register },
	{ "received-partner", "who.organisation",
	  WORDS("Vul in bij welke organisatie de ketenpartner werkt."), "", names_the_partner },
	{ "received-theme", "theme", WORDS("Geen regeling van dit register kent dit thema."), "",
	  has_known_theme },
	{ "received-on", "asked_on", WORDS("Deze dag ligt in de toekomst."), "", came_in_already },
	{ "received-back", "back_on", WORDS("Deze dag ligt voor de dag van de vraag."), "",
	  is_answered_after },
	{ "received-earlier", "earlier", WORDS("Deze eerdere vraag bestaat niet."), "", has_known_earlier },
};

/* --- its answer --- */

static const struct field answer_fields[] = {
	FIELD(struct question_answer, question, .label = WORDS("Vraag"), .required = true),
	FIELD(struct question_answer, outcome, .label = WORDS("Hoe is de vraag beantwoord?"),
	      .required = true, .choices = question_answers),
	FIELD(struct question_answer, words, .label = WORDS("Wat is geregeld, of waar is hulp?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct question_answer, answered_on, .label = WORDS("Beantwoord op"), .required = true),
	FIELD(struct question_answer, person, .flags = FIELD_BY_DOOR),
};
const struct record question_answer_record =
	RECORD(struct question_answer, "question_answered", answer_fields);

static bool is_about_a_question(const void *item)
{
	return ((const struct question_answer *)item)->standing.is_known;
}

/* A question has one outcome; what comes up later is a question of its own. */
static bool is_unanswered(const void *item)
{
	const struct question_answer *answer = item;

	return !answer->standing.is_known || answer->standing.is_open;
}

static bool is_answered_already(const void *item)
{
	const struct question_answer *answer = item;

	return !date_before(answer->standing.today, answer->answered_on);
}

static bool is_answered_after_asking(const void *item)
{
	const struct question_answer *answer = item;

	return !date_before(answer->answered_on, answer->standing.since);
}

const struct journal_rule question_answer_rules[QUESTION_ANSWER_RULES_COUNT] = {
	{ "answer-question", "question", WORDS("Deze vraag bestaat niet."), "", is_about_a_question },
	{ "answer-open", "question",
	  WORDS("Deze vraag heeft al een uitkomst. Speelt er meer? Leg dan een nieuwe vraag vast."), "",
	  is_unanswered },
	{ "answer-on", "answered_on", WORDS("Deze dag ligt in de toekomst."), "", is_answered_already },
	{ "answer-before", "answered_on", WORDS("Deze dag ligt voor de dag van de vraag."), "",
	  is_answered_after_asking },
};

/* --- the receiver's word --- */

static const struct field confirmation_fields[] = {
	FIELD(struct pass_on_confirmation, question, .label = WORDS("Vraag"), .required = true),
	FIELD(struct pass_on_confirmation, by, .label = WORDS("Wie nam de vraag aan?"),
	      .hint = WORDS("De naam of de functie van de medewerker bij de ontvanger."), .required = true),
	FIELD(struct pass_on_confirmation, confirmed_on, .label = WORDS("Bevestigd op"), .required = true),
	FIELD(struct pass_on_confirmation, person, .flags = FIELD_BY_DOOR),
};
const struct record pass_on_confirmation_record =
	RECORD(struct pass_on_confirmation, "pass_on_confirmed", confirmation_fields);

static bool is_about_a_pass(const void *item)
{
	return ((const struct pass_on_confirmation *)item)->standing.is_known;
}

static bool is_unconfirmed(const void *item)
{
	const struct pass_on_confirmation *confirmation = item;

	return !confirmation->standing.is_known || confirmation->standing.is_open;
}

static bool is_confirmed_already(const void *item)
{
	const struct pass_on_confirmation *confirmation = item;

	return !date_before(confirmation->standing.today, confirmation->confirmed_on);
}

static bool is_confirmed_after(const void *item)
{
	const struct pass_on_confirmation *confirmation = item;

	return !date_before(confirmation->confirmed_on, confirmation->standing.since);
}

const struct journal_rule pass_on_rules[PASS_ON_RULES_COUNT] = {
	{ "pass-on-question", "question", WORDS("Deze vraag is niet doorgegeven."), "", is_about_a_pass },
	{ "pass-on-open", "question", WORDS("De ontvanger heeft deze vraag al bevestigd."), "",
	  is_unconfirmed },
	{ "pass-on-on", "confirmed_on", WORDS("Deze dag ligt in de toekomst."), "", is_confirmed_already },
	{ "pass-on-before", "confirmed_on", WORDS("Deze dag ligt voor de dag van het doorgeven."), "",
	  is_confirmed_after },
};
