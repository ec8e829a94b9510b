/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/law.h"

#include <string.h>

#include "practice/objection/hearing.h"
#include "practice/term/term.h"

/* In days after the decision. */
#define OBJECTED_DAYS 12
#define INVITED_DAYS 16
#define HEARD_DAYS 30
#define ANSWERED_DAYS 44
#define SUPPLEMENT_DAYS 14 /* to hand in what is missing */
#define LATELY_DAYS 45
#define ONE_IN 3
#define CLOSING (17 * 3600) /* in seconds since midnight */

/* Who acts, and for whom; no chance is drawn for it. */
struct telling {
	struct filling *filling;
	const struct resident *resident;
	int64_t number; /* of the resident in the demonstration */
	const struct demo_account *jurist;
	struct date today;
	struct fault *fault;
};

static enum status bring(const struct telling *telling, const struct journal_kind *kind, void *item,
                         int64_t *ret_fact)
{
	struct filling *filling = telling->filling;
	struct findings findings = findings_new(filling->arena, "en");
	enum status status =
		journal_append(&filling->journal, kind, item, &findings, ret_fact, telling->fault);

	return status == FINDINGS
	               ? fault_set(telling->fault, FAILED, "the demonstration's %s was refused: %s",
	                           kind->name, findings.items[0].code)
	               : status;
}

/* --- an application that waits for a supplement --- */

static enum status ask_supplement(const struct telling *telling, const struct road_round *round)
{
	struct term_suspended suspended = {
		.person = telling->resident->person,
		.about = telling->resident->facts[0].report,
		.term = "decision",
		.ground = "supplement",
		.told_on = round->applied_on,
		.until = date_add_days(round->applied_on, SUPPLEMENT_DAYS),
		.reason = "Wij weten nog niet wat de dochter in het weekend doet. Wij vroegen haar dat op te "
			  "schrijven.",
	};
	int64_t fact;

	telling->filling->journal.account = telling->resident->worker->account;
	return bring(telling, &term_suspended_kind, &suspended, &fact);
}

/* Whether the application was made and the decision still has to come. */
static bool waits_for_decision(const struct telling *telling, const struct road_round *round)
{
	return date_is(round->applied_on) && !date_before(telling->today, round->applied_on) &&
	       telling->resident->facts[0].decision == 0;
}

/* --- an objection --- */

static enum status hear(const struct telling *telling, int64_t objection, struct date decided_on)
{
	struct hearing_planned planned = { .objection = objection,
		                           .told_on = date_add_days(decided_on, INVITED_DAYS),
		                           .hearing_on = date_add_days(decided_on, HEARD_DAYS),
		                           .at = "10.30 uur",
		                           .where = "Het gemeentehuis, kamer 2" };
	struct hearing_held held = { .objection = objection,
		                     .held_on = planned.hearing_on,
		                     .present = "De inwoner en een zoon",
		                     .words = "De zoon komt sinds kort niet meer elke week." };
	int64_t fact;
	enum status status = OK;

	if (!date_before(telling->today, planned.told_on))
		status = bring(telling, &hearing_planned_kind, &planned, &fact);
	if (status == OK && !date_before(telling->today, held.held_on))
		status = bring(telling, &hearing_held_kind, &held, &fact);
	return status;
}

/* One who was heard long enough ago has an answer; every other one is right. */
static enum status answer(const struct telling *telling, int64_t objection, struct date decided_on)
{
	bool is_founded = telling->number % 2 == 0;
	struct objection_decided decided = {
		.objection = objection,
		.decided_on = date_add_days(decided_on, ANSWERED_DAYS),
		.outcome = is_founded ? "founded" : "unfounded",
		.result = is_founded ? "changed" : "stays",
		.reasons = is_founded ? "Uw zoon kan minder doen dan wij dachten. Daarom kijken wij opnieuw."
		                      : "Uw zoon kan dit blijven doen. Het besluit klopt.",
		.decided_by = telling->jurist->name,
	};
	int64_t fact;

	if (date_before(telling->today, decided.decided_on))
		return OK;
	return bring(telling, &objection_decided_kind, &decided, &fact);
}

static enum status object(const struct telling *telling, const struct road_round *round)
{
	struct objection objection = { .person = telling->resident->person,
		                       .decision = telling->resident->facts[0].decision,
		                       .received_on = date_add_days(round->decided_on, OBJECTED_DAYS),
		                       .how = "post",
		                       .by_whom = "de inwoner",
		                       .reasons = round->is_granted
		                                          ? "Dit is te weinig tijd voor mijn huis."
		                                          : "Mijn zoon kan dit niet elke week doen." };
	int64_t fact = 0;
	enum status status;

	telling->filling->journal.account = telling->jurist->account;
	status = bring(telling, &objection_received_kind, &objection, &fact);
	if (status == OK)
		status = hear(telling, fact, round->decided_on);
	return status == OK ? answer(telling, fact, round->decided_on) : status;
}

/* Lately everybody who was refused and some who were granted something; before, some who were refused. */
static bool objects(const struct telling *telling, const struct road_round *round)
{
	struct date objected_on = date_add_days(round->decided_on, OBJECTED_DAYS);
	bool is_lately = date_before(date_add_days(telling->today, -LATELY_DAYS), objected_on);
	bool is_chosen = telling->number % ONE_IN == 1;

	if (telling->resident->facts[0].decision == 0 || date_before(telling->today, objected_on))
		return false;
	return round->is_granted ? is_lately && is_chosen : is_lately || is_chosen;
}

static enum status tell(const struct telling *telling)
{
	const struct road_round *round = &telling->resident->road.rounds[0];
	enum status status = OK;

	if (telling->resident->person == 0 || telling->resident->road.rounds_count != 1)
		return OK;
	if (waits_for_decision(telling, round) && telling->number % 2 == 0)
		status = ask_supplement(telling, round);
	else if (objects(telling, round))
		status = object(telling, round);
	arena_clear(telling->filling->arena);
	return status;
}

enum status law_for_some(struct filling *filling, struct fault *fault)
{
	struct telling telling = { .filling = filling,
		                   .jurist = settings_account(filling->ground.of, "objection_officer"),
		                   .today = filling->ground.of->day,
		                   .fault = fault };
	enum status status = telling.jurist == NULL ? OK : db_begin(filling->journal.db, fault);

	if (status != OK || telling.jurist == NULL)
		return status;
	filling->clock = (struct clock){ telling.today, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++) {
		telling.resident = &filling->residents[i];
		telling.number = i;
		status = tell(&telling);
	}
	return db_end(filling->journal.db, status, fault);
}
