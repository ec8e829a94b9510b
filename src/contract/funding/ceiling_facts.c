/* SPDX-License-Identifier: EUPL-1.2 */
/* What was spent of a budget, and the talks that a ceiling opens: it never keeps a grant back. */
#include <string.h>

#include "contract/funding/funding_store.h"
#include "contract/funding/year.h"
#include "funding_sql.h"
#include "platform/base/words.h"

#define PAGE "/budgets"

/* What the party has of the run; 0 when it has no part. */
static enum status budget_of_party(struct journal *journal, int64_t run, const char *party,
                                   int64_t *ret_cents, struct fault *fault)
{
	struct records parts = { 0 };
	enum status status = funding_parts(journal, run, &parts, fault);
	const struct funded_part *part = parts.items;

	*ret_cents = 0;
	for (size_t i = 0; i < parts.count; i++)
		if (has_words(party) && strcmp(part[i].party, party) == 0)
			*ret_cents += part[i].cents.cents;
	return status;
}

static enum status see_last(struct journal *journal, struct budget_spent *spent, struct fault *fault)
{
	struct records all = { 0 };
	enum status status = funding_spending(journal, spent->run, DATE_LAST, &all, fault);
	const struct funding_spent *last = all.items;

	spent->situation.is_later = true;
	for (size_t i = 0; i < all.count; i++)
		if (strcmp(last[i].party, spent->party) == 0) {
			spent->situation.is_later = date_before(last[i].spent_until, spent->last_day);
			spent->reached_before = last[i].reached;
		}
	return status;
}

static enum status prepare_spent(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct budget_spent *spent = fact->item;
	struct findings mistakes = findings_new(journal->arena, journal->language);
	struct funding_run run = { 0 };
	struct date today = clock_today(journal->clock);
	int64_t budget = 0;
	enum status status = funding_run_of(journal, spent->run, &run, fault);

	(void)findings;
	fact->valid_on = today;
	spent->situation.is_amount =
		budget_total_read(or_empty(spent->amount), &spent->cents.cents, &mistakes);
	if (status)
		return status == NOT_FOUND ? OK : status;
	spent->situation.is_set = run.set_on.day != DATE_LAST.day;
	spent->situation.is_in_year = !date_before(spent->last_day, date_of((int)run.year, 1, 1)) &&
	                              !date_before(date_of((int)run.year, 12, 31), spent->last_day) &&
	                              !date_before(today, spent->last_day);
	status = budget_of_party(journal, spent->run, spent->party, &budget, fault);
	spent->situation.is_party = budget > 0;
	if (status != OK || budget == 0)
		return status;
	if (spent->situation.is_amount)
		spent->reached = ceiling_reached(spent->cents.cents, budget);
	return see_last(journal, spent, fault);
}

static enum status apply_spent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct budget_spent *spent = fact->item;
	const struct value values[] = { value_number(register_id),        value_number(spent->run),
		                        value_text(spent->party),         value_date(spent->last_day),
		                        value_number(spent->cents.cents), value_number(spent->reached),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_funding_add_spent, values, COUNT(values), fault);
}

const struct journal_kind budget_spent_kind = {
	.name = "budget_spent",
	.title = WORDS("Vastleggen wat er van een budget is uitgegeven"),
	.done = WORDS("Vastgelegd wat er van een budget is uitgegeven"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &budget_spent_record,
	.prepare = prepare_spent,
	.rules = budget_spent_rules,
	.rules_count = BUDGET_SPENT_RULES_COUNT,
	.apply = apply_spent,
	.page = PAGE,
};

/* --- a ceiling comes near --- */

enum status ceiling_signals(struct journal *journal, const struct journal_fact *cause, size_t place,
                            void *item, bool *ret_follows, struct fault *fault)
{
	const struct budget_spent *spent = cause->item;
	struct ceiling_signalled *signalled = item;

	(void)journal;
	(void)fault;
	*ret_follows = place == 0 && spent->reached > spent->reached_before;
	if (*ret_follows)
		*signalled = (struct ceiling_signalled){ spent->run, spent->party, spent->reached };
	return OK;
}

static enum status apply_signal(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct ceiling_signalled *signalled = fact->item;
	const struct value values[] = {
		value_number(register_id),    value_number(fact->fact),         value_number(signalled->run),
		value_text(signalled->party), value_number(signalled->percent), value_date(fact->valid_on),
		value_date(DATE_LAST)
	};

	(void)arena;
	return db_run(db, &sql_funding_add_signal, values, COUNT(values), fault);
}

static enum status prepare_signal(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	(void)findings;
	(void)fault;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

const struct journal_kind ceiling_signalled_kind = {
	.name = "ceiling_signalled",
	.title = WORDS("Signaal dat een budget op raakt"),
	.done = WORDS("Een budget raakt op: tijd voor een gesprek"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &ceiling_signalled_record,
	.prepare = prepare_signal,
	.apply = apply_signal,
	.page = PAGE,
};

static enum status prepare_talk(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct ceiling_talked *talked = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(talked->signal) };
	enum status status = db_one(journal->db, &sql_funding_signal, values, COUNT(values), &rows, fault);
	struct date today = clock_today(journal->clock);

	(void)findings;
	fact->valid_on = today;
	if (status)
		return status == NOT_FOUND ? OK : status;
	talked->situation.is_open = db_date(&rows, 1).day == DATE_LAST.day;
	talked->situation.is_right_day =
		!date_before(talked->held_on, db_date(&rows, 0)) && !date_before(today, talked->held_on);
	return OK;
}

static enum status apply_talk(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct ceiling_talked *talked = fact->item;
	const struct value values[] = { value_number(register_id), value_number(talked->signal),
		                        value_date(talked->held_on), value_text(talked->about) };

	(void)arena;
	return db_run(db, &sql_funding_talk, values, COUNT(values), fault);
}

const struct journal_kind ceiling_talked_kind = {
	.name = "ceiling_talked",
	.title = WORDS("Gesprek over een budget dat op raakt"),
	.done = WORDS("Gesproken over een budget dat op raakt"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &ceiling_talked_record,
	.prepare = prepare_talk,
	.rules = ceiling_talked_rules,
	.rules_count = CEILING_TALKED_RULES_COUNT,
	.apply = apply_talk,
	.page = PAGE,
};
