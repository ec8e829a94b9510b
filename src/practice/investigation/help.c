/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/investigation/help.h"

#include <string.h>

#include "platform/base/words.h"

const struct choice help_sources[] = {
	{ "network", WORDS("mantelzorger of familie") },
	{ "neighbours", WORDS("buren of vrienden") },
	{ "volunteers", WORDS("vrijwilligersorganisatie") },
	{ "general_provision", WORDS("algemene voorziening in de buurt") },
	{ NULL, NULL },
};
const struct choice help_holds[] = {
	{ "yes", WORDS("ja") },
	{ "partly", WORDS("voor een deel") },
	{ "no", WORDS("nee, het is gestopt") },
	{ NULL, NULL },
};

static const struct field found_fields[] = {
	FIELD(struct help_found, report, .label = WORDS("Melding"), .required = true),
	FIELD(struct help_found, found_on, .label = WORDS("Afgesproken op"), .required = true),
	FIELD(struct help_found, source, .label = WORDS("Van wie komt de hulp?"), .required = true,
	      .choices = help_sources),
	FIELD(struct help_found, who, .label = WORDS("Wie?"),
	      .hint = WORDS("Bijvoorbeeld \"dochter\", of de naam van de organisatie."), .required = true),
	FIELD(struct help_found, what, .label = WORDS("Waarmee?"), .required = true, .max_chars = 500),
	FIELD(struct help_found, how_often, .label = WORDS("Hoe vaak en hoe lang?"), .required = true),
	FIELD(struct help_found, capacity, .label = WORDS("Houdt de mantelzorger het vol?"),
	      .hint = WORDS("In de woorden van de mantelzorger zelf, en wat die nodig heeft."),
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct help_found, review_on, .label = WORDS("Wanneer kijken wij of het nog lukt?"),
	      .required = true),
	FIELD(struct help_found, person, .flags = FIELD_BY_DOOR),
};
const struct record help_found_record = RECORD(struct help_found, "help_found", found_fields);

static const struct field reviewed_fields[] = {
	FIELD(struct help_reviewed, help, .label = WORDS("Hulp"), .required = true),
	FIELD(struct help_reviewed, reviewed_on, .label = WORDS("Gekeken op"), .required = true),
	FIELD(struct help_reviewed, holds, .label = WORDS("Lukt het nog?"), .required = true,
	      .choices = help_holds),
	FIELD(struct help_reviewed, words, .label = WORDS("Wat zeggen zij er zelf van?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
	FIELD(struct help_reviewed, review_on, .label = WORDS("Wanneer kijken wij opnieuw?")),
	FIELD(struct help_reviewed, person, .flags = FIELD_BY_DOOR),
};
const struct record help_reviewed_record = RECORD(struct help_reviewed, "help_reviewed", reviewed_fields);

static const struct field line_fields[] = {
	FIELD(struct help_line, help),
	FIELD(struct help_line, report),
	FIELD(struct help_line, person),
	FIELD(struct help_line, source, .choices = help_sources),
	FIELD(struct help_line, who),
	FIELD(struct help_line, what),
	FIELD(struct help_line, how_often),
	FIELD(struct help_line, capacity),
	FIELD(struct help_line, holds, .choices = help_holds),
	FIELD(struct help_line, words),
	FIELD(struct help_line, found_on),
	FIELD(struct help_line, review_on),
	FIELD(struct help_line, reviewed_on),
};
const struct record help_line_record = RECORD(struct help_line, "help_line", line_fields);

static bool found_has_report(const void *item)
{
	return ((const struct help_found *)item)->step.is_known_report;
}

static bool found_on_fits(const void *item)
{
	const struct help_found *found = item;

	return investigation_step_fits(&found->step, found->found_on);
}

static bool found_asks_carer(const void *item)
{
	const struct help_found *found = item;

	return found->source == NULL || strcmp(found->source, "network") != 0 || has_words(found->capacity);
}

static bool found_is_reviewed(const void *item)
{
	const struct help_found *found = item;

	return date_before(found->found_on, found->review_on);
}

const struct journal_rule help_found_rules[HELP_FOUND_RULES_COUNT] = {
	{ "help-report", "report", WORDS("Deze melding staat niet in dit register."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder c", found_has_report },
	{ "help-day", "found_on", WORDS("Kies een dag tussen de melding en vandaag."), "", found_on_fits },
	{ "help-carer", "capacity",
	  WORDS("Vraag de mantelzorger zelf of het vol te houden is, en schrijf het antwoord op."),
	  "Wmo 2015, art. 2.3.2 lid 4 onder d", found_asks_carer },
	{ "help-review", "review_on", WORDS("Kies een latere dag om te kijken of het nog lukt."),
	  "Wmo 2015, art. 2.3.9", found_is_reviewed },
};

static bool reviewed_has_help(const void *item)
{
	return ((const struct help_reviewed *)item)->is_known_help;
}

static bool reviewed_on_fits(const void *item)
{
	const struct help_reviewed *reviewed = item;

	return !date_before(reviewed->reviewed_on, reviewed->found_on) &&
	       !date_before(reviewed->today, reviewed->reviewed_on);
}

static bool reviewed_again_later(const void *item)
{
	const struct help_reviewed *reviewed = item;

	return (reviewed->holds != NULL && strcmp(reviewed->holds, "no") == 0) ||
	       date_before(reviewed->reviewed_on, reviewed->review_on);
}

const struct journal_rule help_reviewed_rules[HELP_REVIEWED_RULES_COUNT] = {
	{ "reviewed-help", "help", WORDS("Deze hulp staat niet in dit register."), "", reviewed_has_help },
	{ "reviewed-day", "reviewed_on", WORDS("Kies een dag tussen de afspraak en vandaag."), "",
	  reviewed_on_fits },
	{ "reviewed-again", "review_on", WORDS("De hulp gaat door: kies een latere dag om weer te kijken."),
	  "Wmo 2015, art. 2.3.9", reviewed_again_later },
};
