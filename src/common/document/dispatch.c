/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/dispatch.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice dispatch_ways[] = {
	{ "post", WORDS("per post") },
	{ "counter", WORDS("uitgereikt aan de balie") },
	{ "portal", WORDS("op de persoonlijke pagina") },
	{ "email", WORDS("per e-mail") },
	{ NULL, NULL },
};

const struct choice dispatch_ends[] = {
	{ "post", WORDS("per post") },
	{ "counter", WORDS("uitgereikt aan de balie") },
	{ "portal", WORDS("op de persoonlijke pagina") },
	{ "email", WORDS("per e-mail") },
	{ "withheld", WORDS("niet verzonden: overleden") },
	{ NULL, NULL },
};

static const struct field dispatch_fields[] = {
	FIELD(struct dispatch, letter, .label = WORDS("Kenmerk van de brief"), .required = true),
	FIELD(struct dispatch, dispatched_on, .label = WORDS("Verzonden of uitgereikt op"), .required = true,
	      .hint = WORDS("Vanaf deze dag is het besluit bekend en loopt de tijd om bezwaar te maken.")),
	FIELD(struct dispatch, how, .label = WORDS("Hoe"), .required = true, .choices = dispatch_ways),
	FIELD(struct dispatch, person, .flags = FIELD_BY_DOOR),
	FIELD(struct dispatch, last_day, .flags = FIELD_BY_DOOR),
};
const struct record dispatch_record = RECORD(struct dispatch, "letter_dispatched", dispatch_fields);

const char *dispatch_opens(const char *sort)
{
	static const char *const opened[][2] = {
		{ "decision", "objection" },
		{ "penalty", "objection" },
		{ "objection_decision", "appeal" },
	};

	for (size_t i = 0; i < COUNT(opened); i++)
		if (strcmp(opened[i][0], sort) == 0)
			return opened[i][1];
	return NULL;
}

static bool dispatch_has_letter(const void *item)
{
	return ((const struct dispatch *)item)->situation.is_known;
}

static bool dispatch_is_first(const void *item)
{
	return !((const struct dispatch *)item)->situation.is_sent;
}

static bool dispatch_is_after_writing(const void *item)
{
	const struct dispatch *dispatch = item;

	return !date_before(dispatch->dispatched_on, dispatch->situation.dated);
}

static bool dispatch_is_not_in_future(const void *item)
{
	const struct dispatch *dispatch = item;

	return !date_before(dispatch->situation.today, dispatch->dispatched_on);
}

const struct journal_rule dispatch_rules[DISPATCH_RULES_COUNT] = {
	{ "dispatch-letter", "letter", WORDS("Deze brief staat niet in dit register."), "",
	  dispatch_has_letter },
	{ "dispatch-once", "letter",
	  WORDS("Deze brief is al verzonden. De eerste dag telt voor de bekendmaking."), "Awb, art. 3:41",
	  dispatch_is_first },
	{ "dispatch-before-letter", "dispatched_on",
	  WORDS("De brief is later geschreven dan deze dag. Kies de dag waarop hij echt weg is gegaan."),
	  "Awb, art. 3:41", dispatch_is_after_writing },
	{ "dispatch-future", "dispatched_on", WORDS("Deze dag ligt in de toekomst."), "Awb, art. 3:41",
	  dispatch_is_not_in_future },
};
