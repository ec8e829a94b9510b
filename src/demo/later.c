/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/later.h"

#include <string.h>

#include "contract/exchange/order_end.h"
#include "practice/decision/later.h"

#define ONE_IN 23       /* residents, by their number: no chance is drawn for it */
#define DECIDED_DAYS 20 /* before today */
#define STOPPED_DAYS 10
#define CLOSING (17 * 3600) /* in seconds since midnight */

/* Somebody of the register with that role, or NULL. */
static const struct demo_account *with_role(const struct filling *filling, const char *role)
{
	const struct demo_account *accounts = filling->ground.of->accounts.items;

	for (size_t i = 0; i < filling->ground.of->accounts.count; i++)
		if (strcmp(accounts[i].role, role) == 0)
			return &accounts[i];
	return NULL;
}

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
	const struct demo_account *manager = with_role(filling, "contract_manager");
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

static enum status end_one(struct filling *filling, const struct resident *resident,
                           const struct demo_account *decider, struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	struct date today = filling->ground.of->day;
	struct later_decision later = {
		.person = resident->person,
		.decision = resident->facts[0].decision,
		.decided_on = date_add_days(today, -DECIDED_DAYS),
		.effective_from = date_add_days(today, -STOPPED_DAYS),
		.ground = "not_needed",
		.reasons = "U redt het weer zelf, met uw familie en met de mensen in de buurt.",
		.without_notice = "request",
		.why_without = "U belde zelf en vroeg ons om te stoppen.",
		.decided_by = decider->name,
	};
	int64_t fact;
	enum status status;

	filling->journal.account = decider->account;
	status = journal_append(&filling->journal, &decision_ended_kind, &later, &findings, &fact, fault);
	if (status == OK)
		status = tell_provider(filling, &later, fault);
	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's end was refused: %s",
	                                      findings.items[0].code)
	                          : status;
}

enum status later_end_some(struct filling *filling, struct fault *fault)
{
	const struct demo_account *decider = with_role(filling, "decider");
	struct date today = filling->ground.of->day;
	enum status status = decider == NULL ? OK : db_begin(filling->journal.db, fault);

	if (status != OK || decider == NULL)
		return status;
	filling->clock = (struct clock){ today, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++)
		if (filling->residents[i].person % ONE_IN == 1 &&
		    running_line(filling, &filling->residents[i]) != NULL) {
			status = end_one(filling, &filling->residents[i], decider, fault);
			arena_clear(filling->arena);
		}
	return db_end(filling->journal.db, status, fault);
}
