/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/contact.h"

#include "platform/base/words.h"
#include "practice/desk/worker.h"

static const struct field contact_handover_fields[] = {
	FIELD(struct contact_handover, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct contact_handover, to, .label = WORDS("Wie wordt het aanspreekpunt?"), .required = true),
	FIELD(struct contact_handover, from, .label = WORDS("Vanaf"), .required = true,
	      .hint = WORDS("De eerste dag waarop het nieuwe aanspreekpunt er is.")),
	FIELD(struct contact_handover, reason, .label = WORDS("Waarom?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 2000),
	FIELD(struct contact_handover, before, .flags = FIELD_BY_DOOR),
};
const struct record contact_handover_record =
	RECORD(struct contact_handover, "contact_handed_over", contact_handover_fields);

static const struct field worker_left_fields[] = {
	FIELD(struct worker_left, account, .label = WORDS("Wie gaat weg?"), .required = true),
	FIELD(struct worker_left, successor, .label = WORDS("Wie neemt de cliënten over?"),
	      .hint = WORDS("Niemand gekozen? Dan wordt het de volgende van het team.")),
	FIELD(struct worker_left, from, .label = WORDS("Vanaf"), .required = true,
	      .hint = WORDS("De eerste dag waarop de opvolger er is.")),
	FIELD(struct worker_left, clients, .flags = FIELD_BY_DOOR | FIELD_ZERO_IS_SET),
};
const struct record worker_left_record = RECORD(struct worker_left, "worker_left", worker_left_fields);

static const struct field owner_period_fields[] = {
	FIELD(struct owner_period, owner, .label = WORDS("Eigenaar"), .required = true),
	FIELD(struct owner_period, from, .label = WORDS("Vanaf"), .required = true),
};
const struct record owner_period_record = RECORD(struct owner_period, "owner_period", owner_period_fields);

static const struct field owner_change_fields[] = {
	FIELD(struct owner_change, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct owner_change, periods, .label = WORDS("Wie is eigenaar, en vanaf wanneer?"),
	      .required = true, .of = &owner_period_record),
};
const struct record owner_change_record = RECORD(struct owner_change, "owner_changed", owner_change_fields);

/* --- another contact person --- */

static bool has_contact(const void *item)
{
	return ((const struct contact_handover *)item)->situation.has_contact;
}

static bool comes_from_here(const void *item)
{
	return ((const struct contact_handover *)item)->situation.is_there;
}

static bool is_another(const void *item)
{
	const struct contact_situation *situation = &((const struct contact_handover *)item)->situation;

	return !situation->has_contact || situation->is_other;
}

/* The work lists show who answers today; what is still to come cannot stand there. */
static bool is_not_to_come(const void *item)
{
	const struct contact_handover *handover = item;

	return !date_before(handover->situation.today, handover->from);
}

static bool follows_the_last(const void *item)
{
	const struct contact_handover *handover = item;

	return !handover->situation.has_contact || !date_before(handover->from, handover->situation.since);
}

const struct journal_rule contact_handover_rules[CONTACT_HANDOVER_RULES_COUNT] = {
	{ "contact-client", "person", WORDS("Deze persoon heeft hier geen aanspreekpunt."), "", has_contact },
	{ "contact-worker", "to",
	  WORDS("Kies iemand die hier werkt en aanspreekpunt kan zijn: een sociaal werker, of iemand van de "
	        "aanbieder die eigenaar is."),
	  "Wmo 2015, art. 2.3.1", comes_from_here },
	{ "contact-same", "to", WORDS("Dit is het aanspreekpunt al."), "", is_another },
	{ "contact-day", "from",
	  WORDS("Leg de overdracht vast op de dag zelf of daarna; deze dag moet nog komen."), "",
	  is_not_to_come },
	{ "contact-history", "from",
	  WORDS("Op deze dag was er een ander aanspreekpunt dan nu. Kies een dag waarop het huidige er al "
	        "was."),
	  "", follows_the_last },
};

/* --- a worker leaves --- */

static bool works_here(const void *item)
{
	return ((const struct worker_left *)item)->situation.is_worker;
}

static bool leaves_once(const void *item)
{
	return !((const struct worker_left *)item)->situation.has_left;
}

/* Staff cannot leave without a successor (promise 1). */
static bool has_successor(const void *item)
{
	const struct left_situation *situation = &((const struct worker_left *)item)->situation;

	return !situation->is_worker || situation->has_successor;
}

static bool left_already(const void *item)
{
	const struct worker_left *left = item;

	return !date_before(left->situation.today, left->from);
}

/* Who was somebody's contact person had not left; that history stays. */
static bool left_after_the_last(const void *item)
{
	return ((const struct worker_left *)item)->situation.later == 0;
}

static bool is_said_by_the_team(const void *item)
{
	return !((const struct worker_left *)item)->situation.is_by_others;
}

static bool stays_in_the_team(const void *item)
{
	return !((const struct worker_left *)item)->situation.goes_to_others;
}

const struct journal_rule left_rules[LEFT_RULES_COUNT] = {
	{ "left-worker", "account", WORDS("Deze persoon werkt hier niet als aanspreekpunt."), "",
	  works_here },
	{ "left-once", "account", WORDS("Deze medewerker is al weg."), "", leaves_once },
	{ "left-successor", "successor",
	  WORDS("Er is nog geen opvolger: kies een andere medewerker die hier werkt. De cliënten mogen geen "
	        "dag zonder aanspreekpunt zijn."),
	  "", has_successor },
	{ "left-day", "from",
	  WORDS("Leg het vertrek vast op de dag zelf of daarna; deze dag moet nog komen."), "",
	  left_already },
	{ "left-history", "from",
	  WORDS("Na deze dag werd deze medewerker nog aanspreekpunt van iemand. Kies een latere dag."), "",
	  left_after_the_last },
	{ "left-team", "account", WORKER_TEAM_WORDS, WORKER_MOVE_SOURCE, is_said_by_the_team },
	{ "left-others", "successor", WORKER_OTHERS_WORDS, WORKER_MOVE_SOURCE, stays_in_the_team },
};
