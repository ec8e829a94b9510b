/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/transition/search.h"

#include <assert.h>
#include <string.h>

#include "platform/base/words.h"

const struct choice search_steps[] = {
	{ "same_worker", WORDS("de vaste medewerker") },
	{ "own_other_worker", WORDS("een andere medewerker van dezelfde organisatie") },
	{ "fellow_members", WORDS("de andere leden van de combinatie") },
	{ "municipality", WORDS("terug naar de gemeente") },
	{ NULL, NULL },
};

const struct choice search_outcomes[] = {
	{ "found", WORDS("er is iemand gevonden") },
	{ "not_found", WORDS("er is niemand gevonden") },
	{ NULL, NULL },
};

static const struct field search_step_fields[] = {
	FIELD(struct search_step, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct search_step, assignment, .label = WORDS("Toewijzing")),
	FIELD(struct search_step, decision, .label = WORDS("Besluit")),
	FIELD(struct search_step, line, .label = WORDS("Regel van het besluit"), .flags = FIELD_ZERO_IS_SET),
	FIELD(struct search_step, party, .label = WORDS("Welke aanbieder zoekt?"),
	      .hint = WORDS("Alleen nodig als er nog niemand is toegewezen.")),
	FIELD(struct search_step, step, .label = WORDS("Welke stap?"), .required = true,
	      .choices = search_steps),
	FIELD(struct search_step, started_on, .label = WORDS("Begonnen op"), .required = true),
	FIELD(struct search_step, ended_on, .label = WORDS("Klaar op"),
	      .hint = WORDS("Laat leeg zolang de stap nog loopt.")),
	FIELD(struct search_step, outcome, .label = WORDS("Wat kwam eruit?"), .choices = search_outcomes),
	FIELD(struct search_step, asked, .label = WORDS("Wie is gevraagd?"), .required = true,
	      .hint = WORDS("Een functie is genoeg, bijvoorbeeld: de planner.")),
	FIELD(struct search_step, members, .label = WORDS("Welke leden zijn gevraagd?")),
	FIELD(struct search_step, reason, .label = WORDS("Waarom wel of niet?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct search_step, search, .flags = FIELD_BY_DOOR),
	FIELD(struct search_step, product, .flags = FIELD_BY_DOOR),
};
const struct record search_step_record = RECORD(struct search_step, "search_step_taken", search_step_fields);

int64_t search_place_of(const char *step)
{
	int64_t place = 0;

	while (strcmp(search_steps[place].code, step) != 0) {
		place++;
		assert(search_steps[place].code != NULL);
	}
	return place + 1;
}

int64_t search_place_after(int64_t place, bool is_combination)
{
	if (place == SEARCH_MUNICIPALITY)
		return SEARCH_SAME_WORKER;
	if (place == SEARCH_OWN_WORKER && !is_combination)
		return SEARCH_MUNICIPALITY;
	return place + 1;
}

int64_t search_due(const struct records *lines, int64_t decision, int64_t line, bool is_combination,
                   const struct search_line **ret_last)
{
	const struct search_line *items = lines->items, *last = NULL;

	for (size_t i = 0; i < lines->count; i++)
		if (items[i].decision == decision && items[i].line == line)
			last = &items[i];
	*ret_last = last;
	if (last == NULL || strcmp(last->outcome, "found") == 0)
		return SEARCH_SAME_WORKER;
	if (last->outcome[0] == '\0')
		return last->place; /* it goes on */
	return search_place_after(last->place, is_combination);
}

static bool is_known(const void *item)
{
	return ((const struct search_step *)item)->situation.is_known;
}

static bool has_party(const void *item)
{
	const struct search_situation *situation = &((const struct search_step *)item)->situation;

	return !situation->is_known || situation->is_party;
}

/* Who is no combination has no fellow members to ask. */
static bool step_exists(const void *item)
{
	const struct search_step *step = item;
	const struct search_situation *situation = &step->situation;

	return !situation->is_party || situation->is_combination ||
	       search_place_of(step->step) != SEARCH_MEMBERS;
}

/* No step is left out, and none begins before the one before it ended without result. */
static bool is_due(const void *item)
{
	const struct search_step *step = item;

	return !step->situation.is_party || !step_exists(item) ||
	       search_place_of(step->step) == step->situation.due_place;
}

static bool begins_in_order(const void *item)
{
	const struct search_step *step = item;
	const struct search_situation *situation = &step->situation;

	if (!is_due(item))
		return true;
	if (date_is(situation->begun_on))
		return step->started_on.day == situation->begun_on.day;
	return !date_is(situation->earliest_on) || !date_before(step->started_on, situation->earliest_on);
}

static bool ends_with_outcome(const void *item)
{
	const struct search_step *step = item;

	return date_is(step->ended_on) == has_words(step->outcome) &&
	       (!date_is(step->ended_on) || !date_before(step->ended_on, step->started_on));
}

static bool is_past(const void *item)
{
	const struct search_step *step = item;
	struct date last = date_is(step->ended_on) && date_before(step->started_on, step->ended_on)
	                           ? step->ended_on
	                           : step->started_on;

	return !date_before(step->situation.today, last);
}

/* Back to the municipality only when all members were asked: the step before must say so to end in vain. */
static bool asks_members(const void *item)
{
	const struct search_step *step = item;
	const struct search_situation *situation = &step->situation;

	if (!situation->is_combination || search_place_of(step->step) != SEARCH_MEMBERS)
		return step->members.count == 0 || !situation->is_party || !step_exists(item);
	if (!situation->asks_members)
		return false;
	if (!has_words(step->outcome))
		return true;
	return strcmp(step->outcome, "found") == 0 ? step->members.count > 0 : situation->asks_all;
}

const struct journal_rule search_rules[SEARCH_RULES_COUNT] = {
	{ "search-line", "assignment",
	  WORDS("Kies de ondersteuning waarvoor wordt gezocht: een toewijzing, of een toekenning die wacht."),
	  "", is_known },
	{ "search-party", "party", WORDS("Kies de aanbieder die zoekt."), "", has_party },
	{ "search-step", "step", WORDS("Deze stap bestaat alleen bij een combinatie."), "", step_exists },
	{ "search-order", "step",
	  WORDS("De stappen gaan op volgorde: eerst de vaste medewerker, dan een andere van dezelfde "
	        "organisatie, dan de andere leden, dan de gemeente. De stap ervoor moet klaar zijn, zonder "
	        "resultaat."),
	  "", is_due },
	{ "search-day", "started_on",
	  WORDS("De stap ervoor was toen nog niet klaar, of deze stap begon op een andere dag."), "",
	  begins_in_order },
	{ "search-end", "ended_on",
	  WORDS("Vul in wanneer de stap klaar was en wat eruit kwam, of laat beide leeg. De stap kan niet "
	        "klaar zijn voor zij begon."),
	  "", ends_with_outcome },
	{ "search-future", "ended_on", WORDS("Deze dag moet nog komen."), "", is_past },
	{ "search-members", "members",
	  WORDS("Kies de leden die zijn gevraagd, en geen andere. Zonder resultaat is de stap pas klaar als "
	        "alle leden zijn gevraagd."),
	  "", asks_members },
};
