/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/later.h"

#include <string.h>

#include "contract/exchange/order_end.h"
#include "practice/decision/later.h"

#define ONE_IN 23       /* residents, by their number: no chance is drawn for it */
#define DECIDED_DAYS 20 /* before today */
#define STOPPED_DAYS 10
#define CHANGED_DAYS 3
#define CLOSING (17 * 3600) /* in seconds since midnight */

/* The only product of the last round, when it has run for a while and goes on; else NULL. */
static const struct road_line *running_line(const struct filling *filling, const struct resident *resident)
{
	const struct road_round *round;
	struct date today = filling->ground.of->day, decided_on = date_add_days(today, -DECIDED_DAYS);

	if (resident->road.rounds_count != 1)
		return NULL;
	round = &resident->road.rounds[0];
	if (resident->facts[0].decision == 0 || !round->is_granted || round->lines_count != 1 ||
	    !date_is(round->lines[0].start_reported_on) ||
	    !date_before(round->lines[0].start_reported_on, decided_on) ||
	    (date_is(round->lines[0].last_day) && date_before(round->lines[0].last_day, today)))
		return NULL;
	return &round->lines[0];
}

/* The contract manager tells the provider, whose order was for longer. */
static enum status tell_provider(struct filling *filling, const struct later_decision *later,
                                 struct fault *fault)
{
	const struct demo_account *manager = settings_account(filling->ground.of, "contract_manager");
	const struct later_support *support = later->support.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && manager != NULL && i < later->support.count; i++) {
		struct findings findings = findings_new(filling->arena, "en");
		struct order_end_told told = { .person = later->person,
			                       .assignment = support[i].assignment,
			                       .words = "Gebeld met de planner: de hulp stopt op deze dag." };
		int64_t fact;

		filling->journal.account = manager->account;
		status = journal_append(&filling->journal, &order_end_told_kind, &told, &findings, &fact,
		                        fault);
		if (status == FINDINGS)
			status = OK; /* the order had not left */
	}
	return status;
}

/* What comes after the first decision: it is ended on request, changed as more is needed, or withdrawn. */
struct later_act {
	const struct journal_kind *kind;
	int64_t remainder;          /* of the person's number: who it is about */
	int32_t decided, effective; /* days from today */
	const char *ground, *reasons, *without_notice, *why_without;
};
static const struct later_act later_acts[] = {
	{ &decision_ended_kind, 1, -DECIDED_DAYS, -STOPPED_DAYS, "not_needed",
	  "U redt het weer zelf, met uw familie en met de mensen in de buurt.", "request",
	  "U belde zelf en vroeg ons om te stoppen." },
	{ &decision_changed_kind, 2, -DECIDED_DAYS, -CHANGED_DAYS, "not_enough",
	  "Uw dochter kan minder doen dan toen wij besloten. Daarom krijgt u meer.", "request",
	  "U vroeg om meer hulp, en die kan meteen beginnen." },
	{ &decision_withdrawn_kind, 3, -DECIDED_DAYS, -STOPPED_DAYS, "not_used",
	  "Er kwam drie maanden niemand, en u vroeg ons ook niet om een ander.", "request",
	  "U zei zelf dat u de hulp niet meer wilt." },
};

static enum status decide_one(struct filling *filling, const struct later_act *act,
                              const struct resident *resident, const struct road_line *line,
                              const struct demo_account *decider, struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	struct date today = filling->ground.of->day;
	bool is_change = act->kind == &decision_changed_kind;
	struct later_decision later = {
		.person = resident->person,
		.decision = resident->facts[0].decision,
		.decided_on = date_add_days(today, act->decided),
		.effective_from = date_add_days(today, act->effective),
		.amount = is_change ? line->amount + line->need->step : 0,
		.last_day = is_change ? line->last_day : (struct date){ 0 },
		.ground = act->ground,
		.reasons = act->reasons,
		.without_notice = act->without_notice,
		.why_without = act->why_without,
		.decided_by = decider->name,
	};
	int64_t fact;
	enum status status;

	if (is_change && date_is(line->last_day) && !date_before(later.effective_from, line->last_day))
		return OK;
	filling->journal.account = decider->account;
	status = journal_append(&filling->journal, act->kind, &later, &findings, &fact, fault);
	if (status == OK)
		status = tell_provider(filling, &later, fault);
	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's %s was refused: %s",
	                                      act->kind->name, findings.items[0].code)
	                          : status;
}

static enum status decide_for(struct filling *filling, const struct resident *resident,
                              const struct demo_account *decider, struct fault *fault)
{
	const struct road_line *line = running_line(filling, resident);
	enum status status = OK;

	for (size_t i = 0; status == OK && line != NULL && i < COUNT(later_acts); i++)
		if (resident->person % ONE_IN == later_acts[i].remainder)
			status = decide_one(filling, &later_acts[i], resident, line, decider, fault);
	return status;
}

enum status later_end_some(struct filling *filling, struct fault *fault)
{
	const struct demo_account *decider = settings_account(filling->ground.of, "decider");
	struct date today = filling->ground.of->day;
	enum status status = decider == NULL ? OK : db_begin(filling->journal.db, fault);

	if (status != OK || decider == NULL)
		return status;
	filling->clock = (struct clock){ today, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++) {
		/* who buys it in keeps that */
		if (filling->residents[i].facts[0].assignments[0] != 0)
			status = decide_for(filling, &filling->residents[i], decider, fault);
		arena_clear(filling->arena);
	}
	return db_end(filling->journal.db, status, fault);
}
