/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/budget/ledger.h"

#include <string.h>

#include "budget_sql.h"
#include "contract/funding/funding_store.h"
#include "outlook/budget/ledger_orders.h"

static bool is(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

const struct ledger_party *ledger_party_of(const struct ledger *ledger, const char *party)
{
	for (size_t i = 0; i < ledger->parties_count; i++)
		if (is(ledger->parties[i].party, party))
			return &ledger->parties[i];
	return NULL;
}

static struct ledger_party *party_in(struct ledger *ledger, const char *party)
{
	for (size_t i = 0; i < ledger->parties_count; i++)
		if (is(ledger->parties[i].party, party))
			return &ledger->parties[i];
	return NULL;
}

static void add_fact(struct ledger_facts *facts, int64_t fact)
{
	facts->first = facts->count == 0 || fact < facts->first ? fact : facts->first;
	facts->last = fact > facts->last ? fact : facts->last;
	facts->count++;
}

static struct funding_asked of_year(const struct ledger *ledger)
{
	return (struct funding_asked){ ledger->entry->scheme.name, ledger->year, ledger->on };
}

/* --- who is paid --- */

static void find_parties(const struct ledger_asked *asked, struct arena *arena, struct ledger *ledger)
{
	const struct scheme *scheme = &asked->entry->scheme;
	size_t room = 0;

	ledger->paid = funding_paid_in(scheme, asked->year, arena, &ledger->paid_count);
	for (size_t i = 0; i < ledger->paid_count; i++) {
		struct texts parties = funding_paid_parties(scheme, &ledger->paid[i], arena);

		for (size_t j = 0; j < parties.count; j++) {
			if ((asked->party != NULL && !is(asked->party, parties.items[j])) ||
			    party_in(ledger, parties.items[j]) != NULL)
				continue;
			ledger->parties = arena_with_room(arena, ledger->parties, ledger->parties_count,
			                                  &room, sizeof(*ledger->parties));
			ledger->parties[ledger->parties_count++] = (struct ledger_party){
				.party = parties.items[j],
				.paid = &ledger->paid[i],
				.settlement = { .signed_on = DATE_LAST },
			};
		}
	}
}

/* --- budgets --- */

static enum status add_budget(struct journal *journal, struct ledger *ledger, int64_t run,
                              struct fault *fault)
{
	struct records parts = { 0 };
	enum status status = funding_parts(journal, run, &parts, fault);
	const struct funded_part *part = parts.items;

	for (size_t i = 0; i < parts.count; i++) {
		struct ledger_party *party = party_in(ledger, part[i].party);

		if (party == NULL || !party->paid->form->is_budget)
			continue;
		if (party->areas == NULL)
			party->areas = ARENA_MANY(journal->arena, parts.count, struct settle_area);
		party->areas[party->areas_count++] =
			(struct settle_area){ .area = part[i].district, .weight = part[i].cents.cents };
		party->sums.committed += part[i].cents.cents;
		party->run = run;
	}
	return status;
}

static enum status add_budgets(struct journal *journal, struct ledger *ledger, struct fault *fault)
{
	const struct funding_asked asked = of_year(ledger);
	int64_t run = 0;
	enum status status = funding_set_of_year(journal, &asked, &run, fault);

	/* what orders are worth is no commitment where a budget is: it is the budget */
	for (size_t i = 0; i < ledger->parties_count; i++)
		if (ledger->parties[i].paid->form->is_budget)
			ledger->parties[i].sums.committed = 0;
	return status == OK && run != 0 ? add_budget(journal, ledger, run, fault) : status;
}

/* --- claims, statements, payments, settlements --- */

static enum status add_claims(struct journal *journal, struct ledger *ledger, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_date(date_of((int)ledger->year, 1, 1)),
		                        value_date(date_of((int)ledger->year + 1, 1, 1)),
		                        value_date(ledger->on) };
	enum status status = db_select(journal->db, &sql_budget_claims, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct ledger_party *party = ledger_holder(journal, ledger, db_text(&rows, 1, journal->arena),
		                                           date_of((int)ledger->year, 12, 31));

		if (party == NULL)
			continue;
		add_fact(&party->claims, db_number(&rows, 0));
		party->sums.claimed += db_number(&rows, 2);
		party->sums.approved += db_number(&rows, 3);
	}
	return status == NOT_FOUND ? OK : status;
}

static void add_payment(struct ledger *ledger, const struct funding_payment *payment)
{
	struct ledger_party *party = party_in(ledger, payment->party);
	bool is_advance = is(payment->sort, PAID_ADVANCE);

	if (party == NULL)
		return;
	add_fact(is_advance ? &party->advances : &party->payments, payment->payment);
	party->sums.paid += payment->cents.cents;
	if (is_advance)
		party->sums.advances += payment->cents.cents;
	if (payment->cents.cents < 0)
		party->returned -= payment->cents.cents;
}

static enum status add_year_end(struct journal *journal, struct ledger *ledger, struct fault *fault)
{
	const struct funding_asked asked = of_year(ledger);
	struct records statements = { 0 }, payments = { 0 }, settlements = { 0 };
	enum status status = funding_statements(journal, &asked, &statements, fault);
	const struct funding_statement *statement = statements.items;

	if (status == OK)
		status = funding_payments(journal, &asked, &payments, fault);
	if (status == OK)
		status = funding_settlements(journal, &asked, &settlements, fault);
	for (size_t i = 0; i < statements.count; i++) {
		struct ledger_party *party = party_in(ledger, statement[i].party);

		if (party == NULL)
			continue;
		party->statement = statement[i];
		party->sums.stated = statement[i].cents.cents;
		party->sums.has_statement = true;
	}
	for (size_t i = 0; i < payments.count; i++)
		add_payment(ledger, &((const struct funding_payment *)payments.items)[i]);
	for (size_t i = 0; i < settlements.count; i++) {
		const struct funding_settlement *one =
			&((const struct funding_settlement *)settlements.items)[i];
		struct ledger_party *party = party_in(ledger, one->party);

		if (party != NULL)
			party->settlement = *one;
	}
	return status;
}

/* --- settled --- */

/* Without a budget the areas have what was approved there; where nothing was, what was delivered or granted.
 */
static void find_areas(const struct ledger *ledger, struct ledger_party *party, struct arena *arena)
{
	party->areas = ARENA_MANY(arena, ledger->lines_count + 1, struct settle_area);
	for (size_t i = 0; i < ledger->lines_count; i++) {
		const struct ledger_line *line = &ledger->lines[i];
		size_t at = 0;

		if (line->party != party->party)
			continue;
		while (at < party->areas_count && strcmp(party->areas[at].area, line->area) != 0)
			at++;
		party->areas_count += at == party->areas_count;
		party->areas[at].area = line->area;
		party->areas[at].weight += party->sums.approved > 0
		                                   ? (line->approved > 0 ? line->approved : 0)
		                           : party->sums.delivered > 0 ? line->delivered
		                                                       : line->committed;
	}
	if (party->areas_count == 0)
		party->areas[party->areas_count++] = (struct settle_area){ .area = "", .weight = 1 };
}

static void settle_party(struct ledger *ledger, struct ledger_party *party, struct arena *arena)
{
	const struct settle_band band = { party->paid->funding->band_percent,
		                          party->paid->funding->shared_percent };

	if (party->areas == NULL)
		find_areas(ledger, party, arena);
	party->settled = settle(party->paid->form, &party->sums, &band);
	settle_areas(&party->settled, party->areas, party->areas_count, arena);
}

enum status ledger_read(struct journal *journal, const struct ledger_asked *asked, struct ledger *ret_ledger,
                        struct fault *fault)
{
	enum status status;

	*ret_ledger = (struct ledger){ .entry = asked->entry, .year = asked->year, .on = asked->on };
	find_parties(asked, journal->arena, ret_ledger);
	if (ret_ledger->parties_count == 0)
		return OK;
	status = ledger_add_orders(journal, asked, ret_ledger, fault);
	if (status == OK)
		status = add_budgets(journal, ret_ledger, fault);
	if (status == OK)
		status = add_claims(journal, ret_ledger, fault);
	if (status == OK)
		status = add_year_end(journal, ret_ledger, fault);
	for (size_t i = 0; status == OK && i < ret_ledger->parties_count; i++)
		settle_party(ret_ledger, &ret_ledger->parties[i], journal->arena);
	return status;
}

/* --- the fact --- */

static void fill(struct settlement_made *made, const struct ledger_party *party, struct arena *arena)
{
	struct settled_part *part;

	made->committed.cents = party->sums.committed;
	made->delivered.cents = party->sums.delivered;
	made->claimed.cents = party->sums.claimed;
	made->approved.cents = party->sums.approved;
	made->stated.cents = party->sums.stated;
	made->advance.cents = party->sums.advances;
	made->paid.cents = party->sums.paid;
	made->result.cents = party->settled.borne.result;
	made->party_bears.cents = party->settled.borne.party;
	made->municipality_bears.cents = party->settled.borne.municipality;
	made->due.cents = party->settled.due;
	made->balance.cents = party->settled.balance;
	made->parts = records_new(&settled_part_record, party->areas_count, arena);
	part = made->parts.items;
	for (size_t i = 0; i < party->areas_count; i++)
		part[i] = (struct settled_part){ party->areas[i].area,
			                         { party->areas[i].due },
			                         { party->areas[i].balance } };
}

enum status ledger_complete_settlement(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault)
{
	struct settlement_made *made = fact->item;
	struct ledger_asked asked = { .year = made->year, .on = fact->valid_on, .party = made->party };
	struct ledger *ledger = ARENA_NEW(journal->arena, struct ledger);
	const struct ledger_party *party;
	enum status status;

	(void)findings;
	if (!made->situation.is_paid || !made->situation.is_new || made->statement == 0)
		return OK;
	asked.entry = scheme_book_entry(journal->schemes, journal->register_id, made->scheme);
	status = ledger_read(journal, &asked, ledger, fault);
	party = status == OK ? ledger_party_of(ledger, made->party) : NULL;
	if (party != NULL)
		fill(made, party, journal->arena);
	return status;
}
