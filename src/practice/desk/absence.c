/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/absence.h"

#include "platform/base/words.h"
#include "practice/desk/worker.h"

const struct choice absence_reasons[] = {
	{ "sick", WORDS("ziek") },
	{ "leave", WORDS("verlof") },
	{ "other", WORDS("anders") },
	{ NULL, NULL },
};

static const struct field absence_client_fields[] = { FIELD(struct absence_client, person) };
const struct record absence_client_record =
	RECORD(struct absence_client, "absence_client", absence_client_fields);

static const struct field caseload_moved_fields[] = {
	FIELD(struct caseload_moved, worker, .label = WORDS("Wie is er niet?"), .required = true),
	FIELD(struct caseload_moved, to, .label = WORDS("Wie neemt alle cliënten waar?"),
	      .hint = WORDS("Laat leeg voor de vaste vervanger van het team.")),
	FIELD(struct caseload_moved, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct caseload_moved, reason, .label = WORDS("Waarom?"), .required = true,
	      .choices = absence_reasons),
	FIELD(struct caseload_moved, expected_on, .label = WORDS("Naar verwachting terug op")),
	FIELD(struct caseload_moved, clients, .of = &absence_client_record, .flags = FIELD_BY_DOOR),
};
const struct record caseload_moved_record =
	RECORD(struct caseload_moved, "caseload_moved", caseload_moved_fields);

static const struct field caseload_returned_fields[] = {
	FIELD(struct caseload_returned, worker, .label = WORDS("Wie is er weer?"), .required = true),
	FIELD(struct caseload_returned, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct caseload_returned, absence, .flags = FIELD_BY_DOOR),
	FIELD(struct caseload_returned, to, .flags = FIELD_BY_DOOR),
	FIELD(struct caseload_returned, clients, .of = &absence_client_record, .flags = FIELD_BY_DOOR),
};
const struct record caseload_returned_record =
	RECORD(struct caseload_returned, "caseload_returned", caseload_returned_fields);

static bool is_worker(const void *item)
{
	return ((const struct caseload_moved *)item)->situation.is_worker;
}

static bool is_here_until_now(const void *item)
{
	return !((const struct caseload_moved *)item)->situation.is_away;
}

/* No client is without a contact person on any day, also in absence. */
static bool has_stand_in(const void *item)
{
	const struct absence_situation *situation = &((const struct caseload_moved *)item)->situation;

	return !situation->is_worker || situation->has_stand_in;
}

static bool has_begun(const void *item)
{
	const struct caseload_moved *moved = item;

	return !date_before(moved->situation.today, moved->from);
}

static bool had_these_clients(const void *item)
{
	return ((const struct caseload_moved *)item)->situation.later == 0;
}

static bool comes_back_later(const void *item)
{
	const struct caseload_moved *moved = item;

	return !date_is(moved->expected_on) || date_before(moved->from, moved->expected_on);
}

static bool is_moved_by_the_team(const void *item)
{
	return !((const struct caseload_moved *)item)->situation.is_by_others;
}

static bool stays_in_the_team(const void *item)
{
	return !((const struct caseload_moved *)item)->situation.goes_to_others;
}

const struct journal_rule caseload_moved_rules[CASELOAD_MOVED_RULES_COUNT] = {
	{ "absence-worker", "worker", WORDS("Dit is geen medewerker met cliënten."), "", is_worker },
	{ "absence-again", "worker", WORDS("Deze medewerker is al afwezig."), "", is_here_until_now },
	{ "absence-stand-in", "to", WORDS("Noem een collega die nu werkt en cliënten kan hebben."), "",
	  has_stand_in },
	{ "absence-from", "from", WORDS("Deze dag ligt in de toekomst."), "", has_begun },
	{ "absence-history", "from",
	  WORDS("Na deze dag kreeg de medewerker nog cliënten. Kies een latere dag."), "",
	  had_these_clients },
	{ "absence-expected", "expected_on", WORDS("Terugkomen is na de eerste dag van afwezigheid."), "",
	  comes_back_later },
	{ "absence-team", "worker", WORKER_TEAM_WORDS, WORKER_MOVE_SOURCE, is_moved_by_the_team },
	{ "absence-others", "to", WORKER_OTHERS_WORDS, WORKER_MOVE_SOURCE, stays_in_the_team },
};

static bool was_away(const void *item)
{
	return ((const struct caseload_returned *)item)->situation.is_away;
}

static bool is_back_after_it_began(const void *item)
{
	const struct caseload_returned *returned = item;
	const struct return_situation *situation = &returned->situation;

	return !situation->is_away || (date_before(situation->away_from, returned->from) &&
	                               !date_before(situation->today, returned->from));
}

static bool is_returned_by_the_team(const void *item)
{
	return !((const struct caseload_returned *)item)->situation.is_by_others;
}

const struct journal_rule caseload_returned_rules[CASELOAD_RETURNED_RULES_COUNT] = {
	{ "return-away", "worker", WORDS("Deze medewerker is niet afwezig gemeld."), "", was_away },
	{ "return-from", "from", WORDS("Kies een dag na het begin van de afwezigheid en tot en met vandaag."),
	  "", is_back_after_it_began },
	{ "return-team", "worker", WORKER_TEAM_WORDS, WORKER_MOVE_SOURCE, is_returned_by_the_team },
};
