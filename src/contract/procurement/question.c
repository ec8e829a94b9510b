/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/question.h"

#include "platform/base/words.h"

static const struct field asked_fields[] = {
	FIELD(struct tender_question_asked, tender, .label = WORDS("Aanbesteding"), .required = true),
	FIELD(struct tender_question_asked, subject, .label = WORDS("Onderwerp"), .required = true),
	FIELD(struct tender_question_asked, asked, .label = WORDS("Wat wilt u weten?"), .required = true,
	      .hint = WORDS("Iedereen leest uw vraag met het antwoord. Noem uw organisatie, uw naam en uw "
	                    "nummer niet."),
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct tender_question_asked, party, .flags = FIELD_BY_DOOR),
};
const struct record tender_question_asked_record =
	RECORD(struct tender_question_asked, "tender_question_asked", asked_fields);

static const struct field answered_fields[] = {
	FIELD(struct tender_question_answered, question, .label = WORDS("Vraag"), .required = true),
	FIELD(struct tender_question_answered, answer, .label = WORDS("Uw antwoord"), .required = true,
	      .hint = WORDS("Iedereen leest dit. Wie het vroeg, staat er niet bij."), .flags = FIELD_LONG,
	      .max_chars = 4000),
	FIELD(struct tender_question_answered, tender, .flags = FIELD_BY_DOOR),
};
const struct record tender_question_answered_record =
	RECORD(struct tender_question_answered, "tender_question_answered", answered_fields);

static const struct field question_fields[] = {
	FIELD(struct tender_question, question), FIELD(struct tender_question, tender),
	FIELD(struct tender_question, party),    FIELD(struct tender_question, subject),
	FIELD(struct tender_question, asked),    FIELD(struct tender_question, answer),
	FIELD(struct tender_question, asked_on), FIELD(struct tender_question, answered_on),
};
const struct record tender_question_record =
	RECORD(struct tender_question, "tender_question", question_fields);

static bool asks_for_somebody(const void *item)
{
	return ((const struct tender_question_asked *)item)->situation.has_party;
}

static bool asks_about_a_tender(const void *item)
{
	return ((const struct tender_question_asked *)item)->situation.has_tender;
}

static bool asks_in_time(const void *item)
{
	const struct tender_question_asked *asked = item;

	return asked->situation.is_open || !asked->situation.has_tender;
}

/* All bidders are treated alike: nobody is to be known by a question (Aanbestedingswet 2012, art. 1.8). */
static bool asks_without_a_name(const void *item)
{
	return !((const struct tender_question_asked *)item)->situation.names_itself;
}

static bool asks_without_an_account(const void *item)
{
	return !((const struct tender_question_asked *)item)->situation.names_account;
}

/* What is not needed for the purpose is not passed on (AVG art. 5 lid 1 onder c). */
static bool asks_without_contact(const void *item)
{
	return !((const struct tender_question_asked *)item)->situation.has_contact;
}

const struct journal_rule tender_question_asked_rules[TENDER_QUESTION_ASKED_RULES_COUNT] = {
	{ "asked-organisation", "tender", WORDS("Vragen stelt een organisatie. Uw account hoort bij geen."),
	  "", asks_for_somebody },
	{ "asked-tender", "tender", WORDS("Deze aanbesteding is er niet."), "", asks_about_a_tender },
	{ "asked-late", "tender", WORDS("Vragen stellen kan niet meer: die termijn is voorbij."), "",
	  asks_in_time },
	{ "asked-name", "asked",
	  WORDS("In uw vraag staat de naam van uw organisatie. Iedereen leest haar: stel de vraag zonder."),
	  "Aanbestedingswet 2012 art. 1.8", asks_without_a_name },
	{ "asked-account", "asked",
	  WORDS("In uw vraag staat uw eigen naam of die van uw account. Iedereen leest haar: stel de vraag "
	        "zonder."),
	  "Aanbestedingswet 2012 art. 1.8", asks_without_an_account },
	{ "asked-contact", "asked",
	  WORDS("In uw vraag lijkt een telefoonnummer of e-mailadres te staan. Iedereen leest haar: haal het "
	        "weg. Het antwoord komt op deze pagina."),
	  "AVG art. 5 lid 1 onder c", asks_without_contact },
};

static bool answers_a_question(const void *item)
{
	return ((const struct tender_question_answered *)item)->situation.is_there;
}

static bool answers_what_waits(const void *item)
{
	const struct tender_question_answered *answered = item;

	return answered->situation.is_due || !answered->situation.is_there;
}

static bool answers_in_time(const void *item)
{
	const struct tender_question_answered *answered = item;

	return answered->situation.is_open || !answered->situation.is_there;
}

static bool answers_without_a_name(const void *item)
{
	return !((const struct tender_question_answered *)item)->situation.names_who_asked;
}

static bool answers_without_an_account(const void *item)
{
	return !((const struct tender_question_answered *)item)->situation.names_account;
}

static bool answers_without_contact(const void *item)
{
	return !((const struct tender_question_answered *)item)->situation.has_contact;
}

const struct journal_rule tender_question_answered_rules[TENDER_QUESTION_ANSWERED_RULES_COUNT] = {
	{ "answered-question", "question", WORDS("Deze vraag is er niet."), "", answers_a_question },
	{ "answered-once", "question", WORDS("Deze vraag is al beantwoord; iedereen heeft dat gelezen."), "",
	  answers_what_waits },
	{ "answered-late", "question", WORDS("De inschrijving is gesloten. Een antwoord helpt niemand meer."),
	  "", answers_in_time },
	{ "answered-name", "answer", WORDS("In uw antwoord staat wie het vroeg. Schrijf het zonder naam."),
	  "Aanbestedingswet 2012 art. 1.8", answers_without_a_name },
	{ "answered-account", "answer",
	  WORDS("In uw antwoord staat de naam of het account van wie het vroeg. Schrijf het zonder."),
	  "Aanbestedingswet 2012 art. 1.8", answers_without_an_account },
	{ "answered-contact", "answer",
	  WORDS("In uw antwoord lijkt een telefoonnummer of e-mailadres te staan. Vragen en antwoorden gaan "
	        "over deze pagina, voor iedereen gelijk: haal het weg."),
	  "AVG art. 5 lid 1 onder c", answers_without_contact },
};
