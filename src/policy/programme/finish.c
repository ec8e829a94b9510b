/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/finish.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice programme_outcomes[] = {
	{ "tendered", WORDS("de aanbesteding is geweest") },
	{ "retender", WORDS("er komt opnieuw een aanbesteding, met een nieuw programma") },
	{ "no_tender", WORDS("er komt geen aanbesteding") },
	{ NULL, NULL },
};

static const struct field ended_fields[] = {
	PROGRAMME_FIELD(struct programme_ended),
	FIELD(struct programme_ended, outcome, .label = WORDS("Komt er een nieuwe aanbesteding?"),
	      .required = true, .choices = programme_outcomes),
	FIELD(struct programme_ended, reason, .label = WORDS("Waarom eindigt het programma?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 4000,
	      .hint = WORDS(
		      "Schrijf ook wat er nu met het lopende contract gebeurt. Daarna legt niemand meer "
		      "iets vast over dit programma.")),
};
const struct record programme_ended_record = RECORD(struct programme_ended, "programme_ended", ended_fields);

/* What bidders were told stays as it was while they can bid. */
static bool has_no_running_tender(const void *item)
{
	return !((const struct programme_ended *)item)->situation.has_running;
}

static bool was_tendered(const void *item)
{
	const struct programme_ended *ended = item;

	return strcmp(ended->outcome, "tendered") != 0 || ended->situation.has_opened;
}

const struct journal_rule programme_ended_rules[PROGRAMME_ENDED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "ended-running", "programme",
	  WORDS("Op een aanbesteding van dit programma kan nog worden ingeschreven. Wacht tot die sluit."),
	  "Aanbestedingswet 2012, art. 1.9", has_no_running_tender },
	{ "ended-tendered", "outcome",
	  WORDS("Van dit programma is nog geen aanbesteding geopend. Kies wat er wel van komt."), "",
	  was_tendered },
};
