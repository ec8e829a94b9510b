/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/transition/handover.h"

#include "platform/base/words.h"

const struct choice told_ways[] = {
	{ "visit", WORDS("in een gesprek thuis") },
	{ "phone", WORDS("per telefoon") },
	{ "letter", WORDS("met een brief") },
	{ "email", WORDS("per e-mail") },
	{ NULL, NULL },
};

static const struct field handover_fields[] = {
	FIELD(struct handover, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct handover, assignment, .label = WORDS("Toewijzing"), .required = true),
	FIELD(struct handover, to, .label = WORDS("Wie neemt het over?"), .required = true),
	FIELD(struct handover, from, .label = WORDS("Vanaf"), .required = true,
	      .hint = WORDS("De eerste dag waarop de ander komt.")),
	FIELD(struct handover, told_on, .label = WORDS("Wanneer is het de cliënt verteld?"), .required = true,
	      .hint = WORDS("Vertel het vóór de dag van de overdracht.")),
	FIELD(struct handover, told_how, .label = WORDS("Hoe is het verteld?"), .required = true,
	      .choices = told_ways),
	FIELD(struct handover, respects_choice, .label = WORDS("De cliënt vindt het goed")),
	FIELD(struct handover, reason, .label = WORDS("Waarom?"), .required = true, .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct handover, from_member, .flags = FIELD_BY_DOOR),
	FIELD(struct handover, party, .flags = FIELD_BY_DOOR),
	FIELD(struct handover, product, .flags = FIELD_BY_DOOR),
};
const struct record handover_record = RECORD(struct handover, "handover_made", handover_fields);

static bool is_assigned(const void *item)
{
	return ((const struct handover *)item)->situation.is_assigned;
}

/* Before the care was assigned there is nothing to hand over, and after its last day neither. */
static bool is_within_assignment(const void *item)
{
	const struct handover *handover = item;
	const struct handover_situation *situation = &handover->situation;

	return !situation->is_assigned ||
	       date_within(handover->from, situation->valid_from, situation->valid_until);
}

static bool follows_the_last(const void *item)
{
	const struct handover *handover = item;

	return !is_within_assignment(item) || !date_before(handover->from, handover->situation.last_from);
}

/* Only under the same contract party is a move internal; elsewhere another party is another assignment. */
static bool is_to_member(const void *item)
{
	const struct handover_situation *situation = &((const struct handover *)item)->situation;

	return !situation->is_assigned || situation->is_member;
}

static bool is_to_another(const void *item)
{
	const struct handover_situation *situation = &((const struct handover *)item)->situation;

	return !situation->is_assigned || situation->is_other;
}

static bool may_hand_over(const void *item)
{
	const struct handover_situation *situation = &((const struct handover *)item)->situation;

	return !situation->is_member || situation->may_hand_over;
}

static bool may_deliver(const void *item)
{
	const struct handover_situation *situation = &((const struct handover *)item)->situation;

	return !situation->is_member || situation->may_deliver;
}

/* First tell, then change (promise 3). */
static bool is_told_before(const void *item)
{
	const struct handover *handover = item;

	return date_before(handover->told_on, handover->from);
}

static bool is_told_already(const void *item)
{
	const struct handover *handover = item;

	return !date_before(handover->situation.today, handover->told_on);
}

/* The client's wishes count (Wmo 2015, art. 2.1.2 lid 4 onder c); who disagrees may choose another party. */
static bool respects_choice(const void *item)
{
	return ((const struct handover *)item)->respects_choice;
}

const struct journal_rule handover_rules[HANDOVER_RULES_COUNT] = {
	{ "handover-assignment", "assignment", WORDS("Deze toewijzing is niet van deze persoon."), "",
	  is_assigned },
	{ "handover-period", "from",
	  WORDS("Op deze dag loopt de toewijzing niet: zij begint later of is al afgelopen."), "",
	  is_within_assignment },
	{ "handover-history", "from",
	  WORDS("Na deze dag is er al een overdracht. Kies een dag waarop wie nu komt, er al was."), "",
	  follows_the_last },
	{ "handover-member", "to",
	  WORDS("Overdragen kan alleen aan een ander lid van dezelfde combinatie of een onderaannemer. Voor "
	        "een "
	        "andere aanbieder is een nieuwe toewijzing nodig."),
	  "", is_to_member },
	{ "handover-lead", "to",
	  WORDS("Uw organisatie antwoordt niet voor deze aanbieders. Overdragen doet wie voor beide "
	        "instaat."),
	  "", may_hand_over },
	{ "handover-same", "to", WORDS("Deze komt al bij de cliënt."), "", is_to_another },
	{ "handover-lane", "to", WORDS("Deze mag dit product op deze dag hier niet leveren."), "",
	  may_deliver },
	{ "handover-told", "told_on",
	  WORDS("Vertel het de cliënt eerst: dat moet vóór de dag van de overdracht."), "", is_told_before },
	{ "handover-told-later", "told_on", WORDS("Deze dag moet nog komen; het is dus nog niet verteld."),
	  "", is_told_already },
	{ "handover-choice", "respects_choice",
	  WORDS("De keuze van de cliënt gaat voor. Is de cliënt het er niet mee eens, zoek dan samen een "
	        "andere oplossing."),
	  "Wmo 2015, art. 2.1.2 lid 4", respects_choice },
};
