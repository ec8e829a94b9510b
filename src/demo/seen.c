/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/seen.h"

#include <string.h>

#include "practice/assignment/delivery.h"
#include "practice/care/talk.h"

#define UNNAMED_ONE_IN 31 /* by number, so that no chance is drawn: nobody knows who comes */
#define SILENT_ONE_IN 41  /* nobody spoke with the client for long */
#define ACCOUNT_ONE_IN 7  /* who comes has an account, where the deliverer has one to give */
#define TALK_DAYS 150     /* before today, at most */
#define CLOSING (17 * 3600)

static const char *const helpers[] = { "Ans",   "Bea",   "Carla", "Dini", "Els",
	                               "Frans", "Gerda", "Henk",  "Ina",  "Jannie" };

static enum status append(struct filling *filling, const struct journal_kind *kind, void *item,
                          struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	int64_t fact;
	enum status status = journal_append(&filling->journal, kind, item, &findings, &fact, fault);

	if (status == FINDINGS)
		status = fault_set(fault, FAILED, "the demonstration's %s was refused: %s", kind->name,
		                   findings.items[0].code);
	arena_clear(filling->arena);
	return status;
}

/* Somebody with an account who comes for the party that delivers on the day; NULL where there is nobody. */
static enum status find_account(struct filling *filling, const struct permanent_worker *worker,
                                const struct demo_account **ret_account, struct fault *fault)
{
	const struct demo_account *accounts = filling->ground.of->accounts.items;
	const struct delivery *delivery;
	struct records deliveries = { 0 };
	enum status status = deliveries_of(&filling->journal, worker->person, &deliveries, fault);

	*ret_account = NULL;
	delivery = status == OK ? delivery_on(&deliveries, worker->assignment, worker->from) : NULL;
	for (size_t i = 0; delivery != NULL && i < filling->ground.of->accounts.count; i++)
		if (strcmp(accounts[i].role, "helper") == 0 &&
		    strcmp(accounts[i].party, delivery->deliverer) == 0)
			*ret_account = &accounts[i];
	return status;
}

static enum status name_helper(struct filling *filling, const struct resident *resident, int64_t assignment,
                               struct date from, struct fault *fault)
{
	struct permanent_worker worker = { .person = resident->person,
		                           .assignment = assignment,
		                           .name = helpers[(size_t)assignment % COUNT(helpers)],
		                           .from = from,
		                           .times = 1 + assignment % 2,
		                           .per = "week" };
	const struct demo_account *account = NULL;

	if (assignment % ACCOUNT_ONE_IN == 0) {
		enum status status = find_account(filling, &worker, &account, fault);

		if (status)
			return status;
	}
	if (account != NULL) {
		worker.helper = account->account;
		worker.name = account->name;
	}
	return append(filling, &permanent_worker_named_kind, &worker, fault);
}

static enum status talk_with(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	struct date today = filling->ground.of->day;
	struct talk talk = { .person = resident->person,
		             .talked_on = date_add_days(today, (int)-(resident->person % TALK_DAYS)),
		             .how = resident->person % 3 == 0 ? "visit" : "phone",
		             .whom = resident->person % 7 == 0 ? "carer" : "client" };

	return append(filling, &talk_held_kind, &talk, fault);
}

/* Who got help: who comes is known for each line whose care began. */
static enum status see(struct filling *filling, const struct resident *resident, struct fault *fault)
{
	const struct road *road = &resident->road;
	bool is_helped = false;
	enum status status = OK;

	filling->journal.account = resident->worker->account;
	for (size_t i = 0; status == OK && i < road->rounds_count; i++)
		for (size_t j = 0; status == OK && j < road->rounds[i].lines_count; j++) {
			const struct road_line *line = &road->rounds[i].lines[j];
			int64_t assignment = resident->facts[i].assignments[j];

			if (assignment == 0 || !date_is(line->start_reported_on) ||
			    date_before(filling->ground.of->day, line->start_reported_on))
				continue;
			is_helped = true;
			if (assignment % UNNAMED_ONE_IN != 0)
				status = name_helper(filling, resident, assignment, line->started_on, fault);
		}
	if (status != OK || !is_helped || resident->person % SILENT_ONE_IN == 0)
		return status;
	return talk_with(filling, resident, fault);
}

enum status seen_most(struct filling *filling, struct fault *fault)
{
	enum status status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (int64_t i = 0; status == OK && i < filling->ground.of->residents; i++)
		if (filling->residents[i].person != 0 && filling->residents[i].worker != NULL)
			status = see(filling, &filling->residents[i], fault);
	return db_end(filling->journal.db, status, fault);
}
