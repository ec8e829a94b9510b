/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/funding.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/funding/funding_store.h"

#define CLOSING (17 * 3600)
#define TOTAL "12345678,90" /* nobody's budget */

static const char *const signing_roles[] = { "policy_adviser", "decider", "contract_manager" };

static enum status bring(struct filling *filling, const char *role, const struct journal_kind *kind,
                         void *item, int64_t *ret_fact, struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	enum status status;

	filling->journal.account = settings_account(filling->ground.of, role)->account;
	if (filling->journal.account == NULL)
		return OK;
	status = journal_append(&filling->journal, kind, item, &findings, ret_fact, fault);
	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's %s was refused: %s",
	                                      kind->name, findings.items[0].code)
	                          : status;
}

/* Somewhat more than half of what the first party has, up to the day before the demonstration's. */
static enum status bring_spent(struct filling *filling, int64_t run, struct fault *fault)
{
	struct records parts = { 0 };
	struct date yesterday = date_add_days(filling->ground.of->day, -1);
	struct budget_spent spent = { .run = run, .last_day = yesterday };
	const struct funded_part *part;
	int64_t cents = 0, fact = 0;
	enum status status = funding_parts(&filling->journal, run, &parts, fault);

	part = parts.items;
	for (size_t i = 0; i < parts.count; i++)
		if (strcmp(part[i].party, part[0].party) == 0)
			cents += part[i].cents.cents;
	if (status != OK || parts.count == 0)
		return status;
	spent.party = part[0].party;
	spent.amount = arena_print(filling->arena, "%lld", (long long)(cents * 11 / 2000));
	return bring(filling, "contract_manager", &budget_spent_kind, &spent, &fact, fault);
}

static enum status bring_budget(struct filling *filling, const struct scheme *scheme, int year,
                                struct fault *fault)
{
	struct budget_run_made made = { .scheme = scheme->name, .year = year, .total = TOTAL };
	struct budget_run_set set = { 0 };
	int64_t fact = 0;
	enum status status =
		bring(filling, "contract_manager", &budget_run_made_kind, &made, &set.run, fault);

	for (size_t i = 0; status == OK && i < COUNT(signing_roles); i++) {
		struct budget_run_signed signature = { .run = set.run };

		status = bring(filling, signing_roles[i], &budget_run_signed_kind, &signature, &fact, fault);
	}
	if (status == OK)
		status = bring(filling, "contract_manager", &budget_run_set_kind, &set, &fact, fault);
	return status == OK ? bring_spent(filling, set.run, fault) : status;
}

static enum status bring_budgets(struct filling *filling, struct fault *fault)
{
	const struct journal *journal = &filling->journal;
	const struct scheme_entry *entry = NULL;
	int year = 1, month = 1, day = 1;
	enum status status = OK;

	date_parts(filling->ground.of->day, &year, &month, &day);
	for (size_t i = 0;
	     status == OK && (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		struct findings findings = findings_new(filling->arena, "en");
		struct budget_place place = { 0 };

		if (budget_place_of(&entry->adopted, year, &findings, &place))
			status = bring_budget(filling, &entry->adopted, year, fault);
	}
	return status;
}

enum status funding_for_demo(struct filling *filling, struct fault *fault)
{
	enum status status;

	if (settings_account(filling->ground.of, "contract_manager") == NULL)
		return OK;
	status = db_begin(filling->journal.db, fault);
	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	status = bring_budgets(filling, fault);
	arena_clear(filling->arena);
	return db_end(filling->journal.db, status, fault);
}
