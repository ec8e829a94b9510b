/* SPDX-License-Identifier: EUPL-1.2 */
/* The year's end of each party, and what of it is each area's. */
#include <string.h>

#include "contract/funding/budget.h"
#include "outlook/budget/budget_view.h"
#include "outlook/budget/money_show.h"
#include "outlook/budget/settle_show.h"
#include "outlook/figures/figures.h"
#include "platform/base/words.h"

static const char *form_address(const struct showing *showing, const struct journal_kind *kind,
                                const struct ledger_party *party)
{
	return arena_print(showing->arena, "/facts/%s?scheme=%s&year=%lld&party=%s", kind->name,
	                   showing->ledger->entry->scheme.name, (long long)showing->ledger->year,
	                   party->party);
}

static void offer(const struct showing *showing, const struct ledger_party *party, struct money_end *end)
{
	const struct http_request *request = showing->request;
	const char *state = settle_state(party);
	bool is_over = !date_before(web_on(request), party->paid->until);
	bool is_contract = web_visitor(request)->session.role->corner == CORNER_CONTRACT;
	bool is_settled = party->settlement.settlement != 0, is_signed = strcmp(state, "signed") == 0;

	if (is_over && !is_settled && web_may_bring(request, &year_stated_kind))
		end->state_address = form_address(showing, &year_stated_kind, party);
	if (strcmp(state, "stated") == 0 && web_may_bring(request, &settlement_made_kind))
		end->settle_address = form_address(showing, &settlement_made_kind, party);
	if (is_contract && web_may_bring(request, &payment_made_kind) && (!is_settled || is_signed))
		end->pay_address = form_address(showing, &payment_made_kind, party);
	if (!is_settled || is_signed)
		return;
	if (web_may_bring(request, &settlement_withdrawn_kind))
		end->withdraw_address =
			arena_print(showing->arena, "/facts/settlement_withdrawn?settlement=%lld",
		                    (long long)party->settlement.settlement);
	else if (is_contract && web_may_bring(request, &settlement_signed_kind))
		end->sign_address = arena_print(showing->arena, "/facts/settlement_signed?settlement=%lld",
		                                (long long)party->settlement.settlement);
}

static const char *statement_words(const struct showing *showing, const struct ledger_party *party)
{
	if (!party->sums.has_statement)
		return NULL;
	return arena_print(
		showing->arena, web_words(showing->request, WORDS("%s op %s, voor %lld inwoners; %s %s")),
		money_euros(showing, party->statement.cents.cents),
		money_day(showing, party->statement.stated_on), (long long)party->statement.clients,
		web_words(showing->request, choice_label(statement_audits, party->statement.audit)),
		or_empty(party->statement.auditor));
}

/* The orders of a party in an area. */
static int64_t orders_in(const struct showing *showing, const struct ledger_party *party, const char *area)
{
	int64_t orders = 0;

	for (size_t i = 0; i < showing->ledger->lines_count; i++) {
		const struct ledger_line *line = &showing->ledger->lines[i];

		if (line->party == party->party && strcmp(line->area, area) == 0)
			orders += line->orders;
	}
	return orders;
}

/*
 * Makes one of the areas in which so few clients are that what was claimed there would tell of somebody, with
 * one more where they are few together. Returns how many areas are left; the last is that one, "".
 */
static size_t fold_areas(const struct showing *showing, const struct ledger_party *party,
                         struct settle_area *area, size_t count)
{
	struct settle_area rest = { .area = "" };
	int64_t folded = 0;
	bool is_any = false, is_more = true;

	while (is_more) {
		size_t least = 0;
		int64_t orders = INT64_MAX;

		for (size_t i = 0; i < count; i++) {
			int64_t of_area = orders_in(showing, party, area[i].area);

			least = of_area < orders ? i : least;
			orders = of_area < orders ? of_area : orders;
		}
		is_more = count > 0 && (orders < FIGURES_LEAST || (is_any && folded < FIGURES_LEAST));
		if (!is_more)
			break;
		is_any = true;
		folded += orders;
		rest.due += area[least].due;
		rest.balance += area[least].balance;
		memmove(&area[least], &area[least + 1], (count - least - 1) * sizeof(*area));
		count--;
	}
	if (is_any)
		area[count++] = rest;
	return count;
}

/* What of the balance is each area's, or municipality's, where there is more than one. */
static struct texts area_words(const struct showing *showing, const struct ledger_party *party)
{
	struct texts words = { .items = ARENA_MANY(showing->arena, party->areas_count + 1, const char *) };
	struct settle_area *area = ARENA_MANY(showing->arena, party->areas_count + 1, struct settle_area);
	struct settled settled = settle_settled_of(party);
	size_t count = party->areas_count;

	memcpy(area, party->areas, party->areas_count * sizeof(*area));
	settle_areas(&settled, area, party->areas_count, showing->arena);
	if (!party->paid->form->is_budget)
		count = fold_areas(showing, party, area, count);
	for (size_t i = 0; i < count && count > 1; i++)
		words.items[words.count++] = arena_print(
			showing->arena, web_words(showing->request, WORDS("%s: krijgt %s, verschil %s")),
			has_words(area[i].area) || party->paid->form->is_budget
				? money_label(showing->request, showing->ledger, MONEY_BY_AREA, area[i].area)
				: web_words(showing->request, WORDS("Andere gebieden, samen")),
			money_euros(showing, area[i].due), money_euros(showing, area[i].balance));
	return words;
}

static struct money_end end_of(const struct showing *showing, const struct ledger_party *party)
{
	struct date in_on = party->sums.has_statement ? party->statement.stated_on : web_on(showing->request);

	return (struct money_end){
		.label = web_organisation(showing->request, party->party),
		.state = web_words(showing->request, choice_label(settle_states, settle_state(party))),
		.due = money_euros(showing, settle_settled_of(party).due),
		.paid = money_euros(showing, party->sums.paid),
		.open = money_euros(showing, settle_open(party)),
		.statement = statement_words(showing, party),
		.is_late = date_before(settle_last_day(showing->ledger->year), in_on),
		.because = settle_because(party, showing->language, showing->arena),
		.areas = area_words(showing, party),
	};
}

/* Where there are many parties, those with more than orders; the others by a link to a page of their own. */
void money_show_ends(const struct showing *showing, struct money_view *view)
{
	const struct ledger *ledger = showing->ledger;
	struct money_end *end;
	struct money_link *link = ARENA_MANY(showing->arena, ledger->parties_count + 1, struct money_link);

	view->ends = records_new(&money_end_record, ledger->parties_count, showing->arena);
	view->ends.count = 0;
	view->others.items = link;
	end = view->ends.items;
	for (size_t i = 0; i < ledger->parties_count; i++) {
		const struct ledger_party *party = &ledger->parties[i];
		bool has_more = party->sums.has_statement || party->sums.paid != 0 || party->run != 0;

		if (ledger->parties_count > MONEY_PARTIES_SHOWN &&
		    (!has_more || view->ends.count == MONEY_PARTIES_SHOWN)) {
			link[view->others.count++] = (struct money_link){
				.words = web_organisation(showing->request, party->party),
				.address = arena_print(
					showing->arena, "/budgets/year?scheme=%s&year=%lld&party=%s",
					ledger->entry->scheme.name, (long long)ledger->year, party->party),
			};
			continue;
		}
		end[view->ends.count] = end_of(showing, party);
		offer(showing, party, &end[view->ends.count++]);
	}
}
