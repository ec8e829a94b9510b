/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/beside.h"

#include "practice/care/appreciation.h"
#include "practice/care/contribution.h"
#include "practice/care/evaluation.h"

#define CONTRIBUTION_ONE_IN 12 /* of the residents, by number: no chance is drawn */
#define REFUSED_ONE_IN 5       /* of what was sent */
#define LOOKED_ALL_BUT 6       /* one in so many is too late */
#define THANKED_ONE_IN 40      /* of the residents has a carer who is thanked */
#define THANKED_PLACE 3
#define CLOSING (17 * 3600)

static enum status bring(struct filling *filling, const struct journal_kind *kind, void *item,
                         struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	int64_t fact;
	enum status status = journal_append(&filling->journal, kind, item, &findings, &fact, fault);

	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's %s was refused: %s",
	                                      kind->name, findings.items[0].code)
	                          : status;
}

/* --- own contributions --- */

/* Two of three went to the CAK, which answered. */
static enum status tell(struct filling *filling, int64_t person, int64_t change, struct fault *fault)
{
	struct date today = filling->ground.of->day;
	struct contribution_sent sent = { .person = person, .change = change, .sent_on = today };
	struct contribution_answered answered = {
		.person = person, .change = change, .answered_on = today, .outcome = "accepted"
	};
	enum status status = bring(filling, &contribution_sent_kind, &sent, fault);

	if (change % REFUSED_ONE_IN == 0) {
		answered.outcome = "refused";
		answered.answer = "De startdatum ligt voor een eerdere stopdatum.";
	}
	if (status != OK || change % 2 == 0)
		return status;
	return bring(filling, &contribution_answered_kind, &answered, fault);
}

static enum status contribute(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct records told = { 0 };
	const struct contribution_period *items;
	size_t changes = 0;
	enum status status = contribution_look_at(&filling->journal, resident->person, &changes, fault);

	if (status == OK && changes > 0)
		status = contributions_of(&filling->journal, resident->person, &told, fault);
	items = told.items;
	if (status != OK || told.count == 0 || resident->bsn == NULL || items[0].period % 3 == 0)
		return status;
	return tell(filling, resident->person, items[0].period, fault);
}

/* --- whether it works --- */

/* Some have looked at it together already. */
static enum status look(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct records planned = { 0 };
	const struct planned_line *days;
	struct evaluation_held held = { .person = resident->person,
		                        .held_on = filling->ground.of->day,
		                        .whom = "client",
		                        .outcome = "works",
		                        .words =
		                                "De hulp is fijn en het huis is op orde. Wij laten het zo." };
	enum status status = evaluations_planned(&filling->journal, resident->person, &planned, fault);

	days = planned.items;
	if (status != OK || planned.count == 0 || date_before(held.held_on, days[0].due_on))
		return status;
	held.decision = days[0].decision;
	held.line = days[0].line;
	return bring(filling, &evaluation_held_kind, &held, fault);
}

/* --- thanks to carers --- */

/* Most are granted; one in a few is refused. */
static enum status thank(struct filling *filling, const struct resident *resident, int64_t number,
                         struct fault *fault)
{
	struct date today = filling->ground.of->day;
	bool is_refused = number % (THANKED_ONE_IN * REFUSED_ONE_IN) == THANKED_PLACE;
	int year, month, day;
	struct appreciation appreciation = {
		.person = resident->person,
		.carer = { .name = arena_print(filling->arena, "Mantelzorger %lld", (long long)number),
		           .street = "Voorbeeldweg",
		           .house_number = 1 + number % 90,
		           .postcode = "9351AB",
		           .place = "Leek" },
		.asked_on = today,
		.asked_by = "client",
		.reason = is_refused ? "late" : NULL,
		.words = is_refused ? "U vroeg het na de laatste dag. Vraag het volgend jaar op tijd."
		                    : "Doet elke week de boodschappen.",
	};

	date_parts(today, &year, &month, &day);
	appreciation.year = is_refused ? year - 1 : year;
	return bring(filling, is_refused ? &appreciation_refused_kind : &appreciation_granted_kind,
	             &appreciation, fault);
}

static enum status stand_beside(struct filling *filling, const struct resident *resident, int64_t number,
                                struct fault *fault)
{
	enum status status = OK;

	filling->journal.account = resident->worker->account;
	if (number % CONTRIBUTION_ONE_IN == 0)
		status = contribute(filling, resident, fault);
	if (status == OK && number % LOOKED_ALL_BUT != 1)
		status = look(filling, resident, fault);
	if (status == OK && number % THANKED_ONE_IN == THANKED_PLACE)
		status = thank(filling, resident, number, fault);
	arena_clear(filling->arena);
	return status;
}

enum status beside_some(struct filling *filling, struct fault *fault)
{
	enum status status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++)
		if (filling->residents[i].person != 0 && filling->residents[i].worker != NULL)
			status = stand_beside(filling, &filling->residents[i], i, fault);
	return db_end(filling->journal.db, status, fault);
}
