/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/triangle/triangle.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "platform/base/words.h"

#define BSN_DIGITS 9
#define NAME_BYTES_LEAST 3 /* a shorter surname stands in too many words */

const struct choice triangle_corners[] = {
	{ "contract", WORDS("contractmanagement") },
	{ "policy", WORDS("beleid") },
	{ NULL, NULL },
};

const struct choice triangle_states[] = {
	{ "open", WORDS("wacht op antwoord") },
	{ "answered", WORDS("beantwoord") },
	{ "closed", WORDS("afgerond") },
	{ NULL, NULL },
};

const struct choice triangle_outcomes[] = {
	{ "helps", WORDS("ja, hiermee kan ik verder") },
	{ "not_enough", WORDS("nee, ik mis nog iets") },
	{ NULL, NULL },
};

static const struct field triangle_question_fields[] = {
	FIELD(struct triangle_question, person, .label = WORDS("Persoon")),
	FIELD(struct triangle_question, corner, .label = WORDS("Voor wie is de vraag?"), .required = true,
	      .choices = triangle_corners,
	      .hint = WORDS("Geld, tarief en contract: contractmanagement. Regels en bedoeling: beleid.")),
	FIELD(struct triangle_question, subject, .label = WORDS("Onderwerp"), .required = true,
	      .hint = WORDS("In een paar woorden.")),
	FIELD(struct triangle_question, asked, .label = WORDS("Wat wilt u weten?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000,
	      .hint = WORDS("Zonder naam, adres of BSN, en zonder wat de inwoner u vertelde.")),
};
const struct record triangle_question_record =
	RECORD(struct triangle_question, "triangle_question_laid", triangle_question_fields);

static const struct field triangle_answer_fields[] = {
	FIELD(struct triangle_answer, question, .label = WORDS("Vraag"), .required = true),
	FIELD(struct triangle_answer, answer, .label = WORDS("Uw antwoord"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct triangle_answer, person, .flags = FIELD_BY_DOOR),
};
const struct record triangle_answer_record =
	RECORD(struct triangle_answer, "triangle_question_answered", triangle_answer_fields);

static const struct field triangle_weighing_fields[] = {
	FIELD(struct triangle_weighing, question, .label = WORDS("Vraag"), .required = true),
	FIELD(struct triangle_weighing, outcome, .label = WORDS("Helpt het antwoord u?"), .required = true,
	      .choices = triangle_outcomes),
	FIELD(struct triangle_weighing, words, .label = WORDS("Wat mist u nog?"), .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct triangle_weighing, person, .flags = FIELD_BY_DOOR),
};
const struct record triangle_weighing_record =
	RECORD(struct triangle_weighing, "triangle_answer_weighed", triangle_weighing_fields);

/* Letters beyond ASCII are letters too. */
static bool is_letter(char byte)
{
	return isalnum((unsigned char)byte) != 0 || ((unsigned char)byte & 0x80U) != 0;
}

/* Whether the words have the name as a whole word, in capitals or not. */
static bool has_word(const char *words, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = words; *at != '\0'; at++)
		if (strncasecmp(at, name, length) == 0 && (at == words || !is_letter(at[-1])) &&
		    !is_letter(at[length]))
			return true;
	return false;
}

bool triangle_names(const char *words, const struct identity *client)
{
	const char *street = client->street;

	if (words == NULL)
		return false;
	if (client->surname != NULL && strlen(client->surname) >= NAME_BYTES_LEAST &&
	    has_word(words, client->surname))
		return true;
	return street != NULL && street[0] != '\0' && has_word(words, street);
}

bool triangle_has_number(const char *words)
{
	size_t digits = 0;

	for (const char *at = words == NULL ? "" : words; *at != '\0'; at++) {
		digits = isdigit((unsigned char)*at) != 0 ? digits + 1 : 0;
		if (digits == BSN_DIGITS)
			return true;
	}
	return false;
}

static bool is_of_register(const void *item)
{
	return ((const struct triangle_question *)item)->situation.is_known_person;
}

/* What is not needed for the purpose is not passed on (AVG art. 5 lid 1 onder c; Wmo 2015, art. 5.1.1). */
static bool is_without_name(const void *item)
{
	return !((const struct triangle_question *)item)->situation.names_client;
}

static bool is_without_number(const void *item)
{
	return !((const struct triangle_question *)item)->situation.has_number;
}

const struct journal_rule triangle_question_rules[TRIANGLE_QUESTION_RULES_COUNT] = {
	{ "triangle-person", "person", WORDS("Deze persoon staat niet in dit register."), "",
	  is_of_register },
	{ "triangle-name", "asked",
	  WORDS("In uw vraag staat de naam of straat van de inwoner. Stel de vraag zonder."),
	  "AVG art. 5 lid 1 onder c", is_without_name },
	{ "triangle-number", "asked", WORDS("In uw vraag lijkt een BSN te staan. Haal het nummer weg."),
	  "AVG art. 5 lid 1 onder c", is_without_number },
};

static bool answers_a_question(const void *item)
{
	return ((const struct triangle_answer *)item)->situation.is_known;
}

static bool answers_what_waits(const void *item)
{
	const struct triangle_turn_situation *situation = &((const struct triangle_answer *)item)->situation;

	return !situation->is_known || situation->is_due;
}

static bool answers_for_the_corner(const void *item)
{
	const struct triangle_turn_situation *situation = &((const struct triangle_answer *)item)->situation;

	return !situation->is_known || situation->is_one_of;
}

const struct journal_rule triangle_answer_rules[TRIANGLE_TURN_RULES_COUNT] = {
	{ "triangle-answer-question", "question", WORDS("Deze vraag is er niet."), "", answers_a_question },
	{ "triangle-answer-due", "question", WORDS("Deze vraag is al beantwoord."), "", answers_what_waits },
	{ "triangle-answer-corner", "question",
	  WORDS("Deze vraag is aan een andere hoek voorgelegd. Laat die antwoorden."), "",
	  answers_for_the_corner },
};

static bool weighs_a_question(const void *item)
{
	return ((const struct triangle_weighing *)item)->situation.is_known;
}

static bool weighs_an_answer(const void *item)
{
	const struct triangle_turn_situation *situation =
		&((const struct triangle_weighing *)item)->situation;

	return !situation->is_known || situation->is_due;
}

static bool weighs_the_own_question(const void *item)
{
	const struct triangle_turn_situation *situation =
		&((const struct triangle_weighing *)item)->situation;

	return !situation->is_known || situation->is_one_of;
}

static bool says_what_is_missing(const void *item)
{
	const struct triangle_weighing *weighing = item;

	return strcmp(weighing->outcome, "not_enough") != 0 || weighing->words != NULL;
}

const struct journal_rule triangle_weighing_rules[TRIANGLE_WEIGHING_RULES_COUNT] = {
	{ "triangle-weighing-question", "question", WORDS("Deze vraag is er niet."), "", weighs_a_question },
	{ "triangle-weighing-due", "question",
	  WORDS("Bij deze vraag is geen antwoord dat u nog moet bekijken."), "", weighs_an_answer },
	{ "triangle-weighing-own", "question", WORDS("Wie de vraag stelde, zegt of het antwoord helpt."), "",
	  weighs_the_own_question },
	{ "triangle-weighing-words", "words", WORDS("Zeg wat u nog mist; dan gaat de vraag terug."), "",
	  says_what_is_missing },
};
