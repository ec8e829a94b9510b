/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/request/request.h"

#include <string.h>

#include "common/document/file.h"
#include "platform/base/words.h"

const struct choice request_sorts[] = {
	{ "contact", WORDS("contact") },
	{ "correction", WORDS("gegevens verbeteren") },
	{ "erasure", WORDS("gegevens wissen") },
	{ NULL, NULL },
};

const struct choice request_askers[] = {
	{ "resident", WORDS("de inwoner, op de eigen pagina") },
	{ "representative", WORDS("de vertegenwoordiger, op de eigen pagina") },
	{ "worker", WORDS("de inwoner, opgeschreven door een medewerker") },
	{ NULL, NULL },
};

const struct choice request_outcomes[] = {
	{ "done", WORDS("gedaan") },
	{ "partly", WORDS("voor een deel gedaan") },
	{ "not_done", WORDS("niet gedaan") },
	{ NULL, NULL },
};

static const struct field request_answer_fields[] = {
	FIELD(struct request_answer, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct request_answer, request, .label = WORDS("Vraag"), .required = true),
	FIELD(struct request_answer, outcome, .label = WORDS("Wat deed u met de vraag?"), .required = true,
	      .choices = request_outcomes),
	FIELD(struct request_answer, answer, .label = WORDS("Antwoord aan de inwoner"),
	      .hint = WORDS(
		      "De inwoner leest dit op de eigen pagina. Schrijf gewone woorden. Deed u het niet? "
		      "Schrijf waarom, en dat de inwoner bezwaar kan maken."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct request_answer, answered_on, .label = WORDS("Beantwoord op"), .required = true),
};
const struct record request_answer_record =
	RECORD(struct request_answer, "request_answered", request_answer_fields);

/* Somebody must do something with it: always so, until an answer ends the task. */
static bool needs_no_answer(const void *item)
{
	(void)item;
	return false;
}

const struct journal_rule request_rules[REQUEST_RULES_COUNT] = {
	{ "request-open", "", WORDS("Deze vraag van de inwoner wacht op een antwoord."),
	  "Wmo 2015, art. 5.3.2 en 5.3.5", needs_no_answer },
};

const struct journal_rule erasure_request_rules[REQUEST_RULES_COUNT] = {
	{ "erasure-open", "", WORDS("De inwoner vroeg om gegevens te wissen. Daarop moet worden beslist."),
	  "Wmo 2015, art. 5.3.5", needs_no_answer },
};

static bool was_asked(const void *item)
{
	return ((const struct request_answer *)item)->situation.is_known;
}

static bool is_open(const void *item)
{
	const struct request_answer *answer = item;

	return !answer->situation.is_known || answer->situation.is_open;
}

static bool comes_after_the_question(const void *item)
{
	const struct request_answer *answer = item;

	return !answer->situation.is_known || !date_before(answer->answered_on, answer->situation.asked_on);
}

static bool was_given_already(const void *item)
{
	const struct request_answer *answer = item;

	return !date_before(answer->situation.today, answer->answered_on);
}

static bool is_no_erasure(const void *item)
{
	return !((const struct request_answer *)item)->situation.is_erasure;
}

const struct journal_rule answer_rules[ANSWER_RULES_COUNT] = {
	{ "answer-request", "request", WORDS("Deze persoon heeft dit niet gevraagd."), "", was_asked },
	{ "answer-once", "request", WORDS("Deze vraag is al beantwoord."), "", is_open },
	{ "answer-before-request", "answered_on", WORDS("Het antwoord kan niet voor de vraag komen."), "",
	  comes_after_the_question },
	{ "answer-future", "answered_on", WORDS("Deze dag ligt in de toekomst."), "", was_given_already },
	{ "answer-erasure", "request",
	  WORDS("Een verzoek om te wissen eindigt als de beheerder wist, of als een beslisser weigert. De "
	        "inwoner krijgt dan een brief met de reden."),
	  "Wmo 2015, art. 5.3.5", is_no_erasure },
};

enum status request_follows_file(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault)
{
	const struct file_attached *attached = cause->item;
	struct request *request = item;

	(void)fault;
	*ret_follows = strcmp(or_empty(attached->by), "worker") != 0;
	request->person = attached->person;
	request->words =
		arena_print(journal->arena, words_in("nl", WORDS("Ik heb een bestand toegevoegd: %s (%s).")),
	                    attached->name, attached->description);
	request->asked_on = cause->valid_on;
	return OK;
}
