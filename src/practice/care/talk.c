/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/care/talk.h"

#include "platform/base/words.h"

#define DAYS_AHEAD 92

const struct choice talk_ways[] = {
	{ "visit", WORDS("thuis") },
	{ "phone", WORDS("per telefoon") },
	{ "office", WORDS("op kantoor") },
	{ "video", WORDS("met beeldbellen") },
	{ NULL, NULL },
};

const struct choice talk_whoms[] = {
	{ "client", WORDS("de cliënt zelf") },
	{ "representative", WORDS("een vertegenwoordiger") },
	{ "carer", WORDS("een mantelzorger") },
	{ NULL, NULL },
};

const struct choice permanent_worker_periods[] = {
	{ "week", WORDS("per week") },
	{ "month", WORDS("per maand") },
	{ NULL, NULL },
};

static const struct field talk_fields[] = {
	FIELD(struct talk, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct talk, assignment, .label = WORDS("Toewijzing")),
	FIELD(struct talk, talked_on, .label = WORDS("Gesproken op"), .required = true),
	FIELD(struct talk, how, .label = WORDS("Hoe?"), .required = true, .choices = talk_ways),
	FIELD(struct talk, whom, .label = WORDS("Met wie?"), .required = true, .choices = talk_whoms),
	FIELD(struct talk, words, .label = WORDS("Wat is er besproken en afgesproken?"), .flags = FIELD_LONG,
	      .max_chars = 4000, .hint = WORDS("Alleen wat nodig is. De inwoner kan dit lezen.")),
};
const struct record talk_record = RECORD(struct talk, "talk_held", talk_fields);

static const struct field permanent_worker_fields[] = {
	FIELD(struct permanent_worker, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct permanent_worker, assignment, .label = WORDS("Toewijzing"), .required = true),
	FIELD(struct permanent_worker, name, .label = WORDS("Wie komt er?"), .required = true,
	      .hint = WORDS("De naam zoals de cliënt die kent.")),
	FIELD(struct permanent_worker, helper, .label = WORDS("Account van wie komt"),
	      .hint = WORDS("Wie hier staat, ziet dit adres op de eigen pagina. Mag leeg blijven.")),
	FIELD(struct permanent_worker, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct permanent_worker, times, .label = WORDS("Hoe vaak?"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 31),
	FIELD(struct permanent_worker, per, .label = WORDS("Per"), .required = true,
	      .choices = permanent_worker_periods),
	FIELD(struct permanent_worker, product, .flags = FIELD_BY_DOOR),
};
const struct record permanent_worker_record =
	RECORD(struct permanent_worker, "permanent_worker_named", permanent_worker_fields);

static bool is_with_a_client(const void *item)
{
	return ((const struct talk *)item)->situation.is_known;
}

static bool was_held(const void *item)
{
	const struct talk *talk = item;

	return !date_before(talk->situation.today, talk->talked_on);
}

const struct journal_rule talk_rules[TALK_RULES_COUNT] = {
	{ "talk-person", "person",
	  WORDS("Deze persoon staat niet in dit register, of de toewijzing is van iemand anders."), "",
	  is_with_a_client },
	{ "talk-future", "talked_on", WORDS("Deze dag ligt in de toekomst."), "", was_held },
};

static bool is_for_help(const void *item)
{
	return ((const struct permanent_worker *)item)->situation.is_known;
}

static bool comes_during_help(const void *item)
{
	const struct permanent_worker *worker = item;
	const struct permanent_worker_situation *situation = &worker->situation;

	return !situation->is_known || date_within(worker->from, situation->from, situation->until);
}

/* What was once so stays so; who was named by mistake today is replaced. */
static bool leaves_history(const void *item)
{
	const struct permanent_worker *worker = item;

	return !date_before(worker->from, worker->situation.last_from);
}

static bool is_helper_of_deliverer(const void *item)
{
	const struct permanent_worker *worker = item;

	return !has_words(worker->helper) || worker->situation.is_helper;
}

static bool is_soon(const void *item)
{
	const struct permanent_worker *worker = item;

	return worker->from.day - worker->situation.today.day <= DAYS_AHEAD;
}

static bool comes_sometimes(const void *item)
{
	return ((const struct permanent_worker *)item)->times > 0;
}

const struct journal_rule permanent_worker_rules[PERMANENT_WORKER_RULES_COUNT] = {
	{ "worker-assignment", "assignment", WORDS("Deze toewijzing is niet van deze persoon."), "",
	  is_for_help },
	{ "worker-period", "from", WORDS("Op deze dag loopt de hulp niet."), "", comes_during_help },
	{ "worker-history", "from", WORDS("Wie nu komt, begon na deze dag. Kies een latere dag."), "",
	  leaves_history },
	{ "worker-times", "times", WORDS("Vul in hoe vaak iemand komt."), "", comes_sometimes },
	{ "worker-account", "helper",
	  WORDS("Kies een hulp van de organisatie die deze ondersteuning levert."),
	  "Wmo 2015, art. 5.2.1 lid 2", is_helper_of_deliverer },
	{ "worker-soon", "from", WORDS("Leg dit hooguit drie maanden tevoren vast."), "", is_soon },
};
