/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/assignment.h"

#include <string.h>

#include "platform/base/words.h"
#include "practice/assignment/at_once_assignment.h"

const struct choice assignment_choices[] = {
	{ "resident", WORDS("de inwoner koos zelf") },
	{ "representative", WORDS("de vertegenwoordiger koos") },
	{ "scheme", WORDS("er is één aanbieder") },
	{ CHOICE_URGENT, WORDS("het kon niet wachten") },
	{ NULL, NULL },
};

static const struct field assignment_fields[] = {
	FIELD(struct assignment, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct assignment, decision, .label = WORDS("Besluit"), .required = true),
	FIELD(struct assignment, line, .label = WORDS("Regel van het besluit"), .flags = FIELD_ZERO_IS_SET),
	FIELD(struct assignment, deliverer, .label = WORDS("Aanbieder"), .required = true),
	FIELD(struct assignment, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct assignment, choice, .label = WORDS("Wie koos?"), .required = true,
	      .choices = assignment_choices),
	FIELD(struct assignment, current, .label = WORDS("Wie levert nu al?")),
	FIELD(struct assignment, since, .label = WORDS("Sinds wanneer?")),
	FIELD(struct assignment, expertise, .label = WORDS("Welke deskundigheid is nodig?")),
	FIELD(struct assignment, party, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, product, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, amount, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, unit, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, frequency, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, last_day, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, decided_at, .flags = FIELD_BY_DOOR),
	FIELD(struct assignment, explanation, .flags = FIELD_BY_DOOR, .max_chars = 200000),
};
const struct record assignment_record = RECORD(struct assignment, "assignment_made", assignment_fields);

static bool line_waits(const void *item)
{
	return ((const struct assignment *)item)->situation.is_waiting;
}

static bool scheme_answers(const void *item)
{
	const struct assignment *assignment = item;

	return !assignment->situation.is_waiting || assignment->situation.has_advice;
}

static bool party_can_serve(const void *item)
{
	const struct assignment *assignment = item;

	return !assignment->situation.has_advice || assignment->situation.can_serve;
}

/* Where there is choice it is the resident's (Wmo 2015, art. 2.1.2 lid 4 onder c); only help at once cannot
 * wait for it. */
static bool chooser_is_right(const void *item)
{
	const struct assignment *assignment = item;

	if (strcmp(assignment->choice, CHOICE_URGENT) == 0)
		return assignment->situation.is_at_once;
	return !assignment->situation.has_choice || strcmp(assignment->choice, "scheme") != 0;
}

static bool begins_within_grant(const void *item)
{
	const struct assignment *assignment = item;
	const struct assignment_situation *situation = &assignment->situation;

	return !situation->is_waiting ||
	       date_within(assignment->from, situation->valid_from, situation->valid_until);
}

static bool knows_since_when(const void *item)
{
	const struct assignment *assignment = item;

	return !date_is(assignment->since) || (has_words(assignment->current));
}

const struct journal_rule assignment_rules[ASSIGNMENT_RULES_COUNT] = {
	{ "assignment-waiting", "decision", WORDS("Deze toekenning wacht niet (meer) op een aanbieder."), "",
	  line_waits },
	{ "assignment-scheme", "deliverer",
	  WORDS("De regeling geeft geen antwoord: het adres ligt in geen gebied, of een genoemde aanbieder "
	        "of deskundigheid staat niet in de regeling."),
	  "", scheme_answers },
	{ "assignment-party", "deliverer",
	  WORDS("Deze aanbieder kan dit niet leveren. De redenen staan bij de aanbieder in de lijst."), "",
	  party_can_serve },
	{ "assignment-choice", "choice",
	  WORDS("Er zijn meer aanbieders. De inwoner mag kiezen; leg vast wie koos."),
	  "Wmo 2015, art. 2.1.2 lid 4", chooser_is_right },
	{ "assignment-period", "from", WORDS("Deze dag ligt buiten de periode van het besluit."),
	  "iWmo 3.2, TR307", begins_within_grant },
	{ "assignment-since", "current", WORDS("Vul in welke aanbieder sinds die dag levert."), "",
	  knows_since_when },
};
