/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/funding.h"

#include <string.h>

#include "common/scheme/chain.h"
#include "contract/funding/apportion.h"
#include "contract/funding/funding_store.h"
#include "contract/funding/settlement.h"
#include "platform/base/text.h"

#define CLOSING (17 * 3600)
#define TOTAL "12345678,90" /* nobody's budget */
#define TOTAL_BEFORE "11987654,32"
#define PEOPLE_BYTES ((size_t)64 * 1024)
#define LESS 88 /* percent */
#define MORE 8
#define ADVANCES 3
#define DAYS_AGO 30

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

/* What a party has of a run in all. */
static int64_t all_of(const struct records *parts, const char *party)
{
	const struct funded_part *part = parts->items;
	int64_t cents = 0;

	for (size_t i = 0; i < parts->count; i++)
		cents += strcmp(part[i].party, party) == 0 ? part[i].cents.cents : 0;
	return cents;
}

static bool is_first_of(const struct records *parts, size_t place)
{
	const struct funded_part *part = parts->items;

	for (size_t i = 0; i < place; i++)
		if (strcmp(part[i].party, part[place].party) == 0)
			return false;
	return true;
}

/* What a party spends of a day's part of its budget, in percents: about all of it. */
static int64_t pace(size_t place)
{
	static const int64_t paces[] = { 97, 92, 95, 103, 89, 94 };

	return paces[place % COUNT(paces)];
}

/* The first party said up to yesterday what it spent, the others up to a month ago. */
static enum status bring_spent(struct filling *filling, int64_t run, struct fault *fault)
{
	struct records parts = { 0 };
	struct date yesterday = date_add_days(filling->ground.of->day, -1);
	enum status status = funding_parts(&filling->journal, run, &parts, fault);
	const struct funded_part *part = parts.items;
	int64_t fact = 0;

	for (size_t i = 0; status == OK && i < parts.count; i++) {
		struct date last_day = i == 0 ? yesterday : date_add_days(yesterday, -DAYS_AGO);
		int64_t cents = all_of(&parts, part[i].party);
		struct budget_spent spent = { .run = run, .party = part[i].party, .last_day = last_day };
		int year = 1, month = 1, day = 1;

		date_parts(last_day, &year, &month, &day);
		spent.amount = arena_print(filling->arena, "%lld",
		                           (long long)(cents / 10000 * pace(i) *
		                                       (last_day.day - date_of(year, 1, 1).day + 1) / 366));
		if (is_first_of(&parts, i))
			status = bring(filling, "contract_manager", &budget_spent_kind, &spent, &fact, fault);
	}
	return status;
}

/* The scheme's own people, in other proportions: of each next area somewhat more. NULL where it has none. */
static const char *people_before(const struct scheme *scheme, struct arena *arena)
{
	CLEANUP(text_done) struct text text = text_new(PEOPLE_BYTES);
	const struct scheme_people *people = scheme->population.items;
	const struct scheme_area *area = scheme->areas.items;

	text_add(&text, "area,band,people\n");
	for (size_t i = 0; i < scheme->areas.count; i++)
		for (size_t j = 0; j < scheme->population.count; j++)
			if (strcmp(people[j].area, area[i].name) == 0)
				text_print(&text, "%s,%s,%lld\n", people[j].area, people[j].band,
				           (long long)(people[j].people * (int64_t)(LESS + i * MORE) / 100));
	return scheme->population.count == 0 ? NULL : arena_copy(arena, text_words(&text));
}

/* In a year that is over the first party was past half in July, and spent more than it had: two talks. */
static enum status bring_overspent(struct filling *filling, int64_t run, const struct year_stated *stated,
                                   int64_t cents, struct fault *fault)
{
	const struct budget_spent halfway = {
		.run = run,
		.party = stated->party,
		.last_day = date_of((int)stated->year, 7, 31),
		.amount = arena_print(filling->arena, "%lld", (long long)(cents * 58 / 10000)),
	};
	struct budget_spent all = halfway, half = halfway;
	int64_t fact = 0;
	enum status status = bring(filling, "contract_manager", &budget_spent_kind, &half, &fact, fault);

	all.last_day = date_of((int)stated->year, 12, 31);
	all.amount = stated->amount;
	return status == OK ? bring(filling, "contract_manager", &budget_spent_kind, &all, &fact, fault)
	                    : status;
}

/* What a party spent and was paid in a year that is over, settled and signed. */
static enum status bring_settled(struct filling *filling, const struct scheme *scheme, int year, int64_t run,
                                 struct fault *fault)
{
	struct records parts = { 0 };
	struct settlement_signed signature = { 0 };
	struct apportioned advances[ADVANCES];
	int64_t cents = 0, fact = 0;
	enum status status = funding_parts(&filling->journal, run, &parts, fault);
	const struct funded_part *part = parts.items;
	struct year_stated stated = { .scheme = scheme->name,
		                      .year = year,
		                      .clients = 321,
		                      .audit = AUDIT_AUDITOR,
		                      .auditor = "Accountants Voorbeeld" };
	struct payment_made paid = {
		.scheme = scheme->name,
		.year = year,
		.sort = PAID_ADVANCE,
		.reference = "Voorschot",
	};
	struct settlement_made made = { .scheme = scheme->name, .year = year };

	if (status != OK || parts.count == 0)
		return status;
	cents = all_of(&parts, part[0].party);
	stated.party = paid.party = made.party = part[0].party;
	stated.amount = arena_print(filling->arena, "%lld", (long long)(cents * 107 / 10000));
	apportion(cents, (const int64_t[]){ 1, 1, 1 }, ADVANCES, filling->arena, advances);
	for (size_t i = 0; status == OK && i < ADVANCES; i++) {
		paid.amount = arena_print(filling->arena, "%lld,%02lld", (long long)(advances[i].cents / 100),
		                          (long long)(advances[i].cents % 100));
		paid.paid_on = date_of(year, (int)(i + 1) * (12 / ADVANCES), 15);
		status = bring(filling, "finance", &payment_made_kind, &paid, &fact, fault);
	}
	if (status == OK)
		status = bring_overspent(filling, run, &stated, cents, fault);
	if (status == OK)
		status = bring(filling, "contract_manager", &year_stated_kind, &stated, &fact, fault);
	if (status == OK)
		status = bring(filling, "contract_manager", &settlement_made_kind, &made,
		               &signature.settlement, fault);
	return status == OK ? bring(filling, "finance", &settlement_signed_kind, &signature, &fact, fault)
	                    : status;
}

static enum status bring_budget(struct filling *filling, const struct scheme *scheme, int year, bool is_over,
                                struct fault *fault)
{
	struct budget_run_made made = { .scheme = scheme->name,
		                        .year = year,
		                        .total = is_over ? TOTAL_BEFORE : TOTAL,
		                        .population =
		                                is_over ? people_before(scheme, filling->arena) : NULL };
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
	if (status != OK)
		return status;
	return is_over ? bring_settled(filling, scheme, year, set.run, fault)
	               : bring_spent(filling, set.run, fault);
}

/* Who leads a combination says how its members divide what it gets: in equal parts. */
static enum status bring_shares(struct filling *filling, const struct demo_account *lead, struct fault *fault)
{
	const struct journal *journal = &filling->journal;
	struct shares_agreed agreed = { .from = filling->ground.of->day };
	struct findings findings = findings_new(filling->arena, "en");
	const struct scheme_combination *combination =
		chain_combination(journal->schemes, journal->register_id, lead->party, agreed.from);
	int64_t fact = 0, *weights;
	struct apportioned *parts;
	enum status status;

	if (combination == NULL)
		return OK;
	weights = ARENA_MANY(filling->arena, combination->members.count, int64_t);
	parts = ARENA_MANY(filling->arena, combination->members.count, struct apportioned);
	agreed.shares = records_new(&member_share_record, combination->members.count, filling->arena);
	for (size_t i = 0; i < combination->members.count; i++)
		weights[i] = 1;
	apportion(100, weights, combination->members.count, filling->arena, parts);
	for (size_t i = 0; i < combination->members.count; i++)
		((struct member_share *)agreed.shares.items)[i] =
			(struct member_share){ combination->members.items[i], parts[i].cents };
	filling->journal.account = lead->account;
	filling->journal.party = lead->party;
	status = journal_append(&filling->journal, &shares_agreed_kind, &agreed, &findings, &fact, fault);
	filling->journal.party = NULL;
	return status == FINDINGS ? fault_set(fault, FAILED, "the demonstration's shares were refused: %s",
	                                      findings.items[0].code)
	                          : status;
}

static enum status bring_all_shares(struct filling *filling, struct fault *fault)
{
	const struct demo_account *account = filling->ground.of->accounts.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < filling->ground.of->accounts.count; i++)
		if (strcmp(account[i].role, "lead") == 0)
			status = bring_shares(filling, &account[i], fault);
	return status;
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

		if (budget_place_of(&entry->adopted, year - 1, &findings, &place))
			status = bring_budget(filling, &entry->adopted, year - 1, true, fault);
		if (status == OK && budget_place_of(&entry->adopted, year, &findings, &place))
			status = bring_budget(filling, &entry->adopted, year, false, fault);
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
	if (status == OK)
		status = bring_all_shares(filling, fault);
	arena_clear(filling->arena);
	return db_end(filling->journal.db, status, fault);
}
