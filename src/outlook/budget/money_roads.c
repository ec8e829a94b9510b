/* SPDX-License-Identifier: EUPL-1.2 */
/* From a figure of the year to what makes it, within what the visitor may see. */
#include <string.h>

#include "outlook/budget/money_show.h"
#include "platform/base/words.h"

static bool is_provider(const struct showing *showing)
{
	return has_words(web_visitor(showing->request)->session.account.party);
}

/* The contract corner, policy, and a party of its own; the council sees no claim. */
static bool may_see_claims(const struct showing *showing)
{
	enum corner corner = web_visitor(showing->request)->session.role->corner;

	return is_provider(showing) || corner == CORNER_CONTRACT || corner == CORNER_POLICY;
}

static const char *year_address(const struct showing *showing, const char *party, const char *place)
{
	return arena_print(showing->arena, "/budgets/year?scheme=%s&year=%lld&party=%s%s",
	                   showing->ledger->entry->scheme.name, (long long)showing->ledger->year, party,
	                   place);
}

static const char *claims_address(const struct showing *showing, const char *party)
{
	return arena_print(showing->arena, "/claims?month=%04lld&party=%s", (long long)showing->ledger->year,
	                   party);
}

static const char *budget_address(const struct showing *showing, int64_t run)
{
	return run == 0 ? NULL : arena_print(showing->arena, "/budgets?run=%lld", (long long)run);
}

/* Of an agreement: the budget that its parties have together. */
static int64_t run_of(const struct ledger *ledger, const char *agreement)
{
	for (size_t i = 0; i < ledger->parties_count; i++)
		if (strcmp(ledger->parties[i].paid->agreement->name, agreement) == 0)
			return ledger->parties[i].run;
	return 0;
}

void money_show_roads(const struct showing *showing, enum money_by by, const char *name,
                      struct money_row *row)
{
	const struct ledger_party *party =
		by == MONEY_BY_PARTY ? ledger_party_of(showing->ledger, name) : NULL;

	if (by == MONEY_BY_AGREEMENT)
		row->committed_address = budget_address(showing, run_of(showing->ledger, name));
	if (party == NULL)
		return;
	if (showing->asked->ledger.party == NULL)
		row->label_address = year_address(showing, name, "");
	row->committed_address = party->run != 0 ? budget_address(showing, party->run)
	                                         : year_address(showing, name, "#producten");
	if (strcmp(row->delivered, "-") != 0)
		row->delivered_address = year_address(showing, name, "#producten");
	row->paid_address = year_address(showing, name, "#betalingen");
	if (party->claims.count > 0 && may_see_claims(showing))
		row->claimed_address = claims_address(showing, name);
}

enum status money_show_payments(const struct showing *showing, struct money_view *view, struct fault *fault)
{
	struct journal *journal = &web_visitor(showing->request)->journal;
	const struct ledger *ledger = showing->ledger;
	const struct funding_asked asked = { ledger->entry->scheme.name, ledger->year, ledger->on };
	const char *party = showing->asked->ledger.party;
	struct records payments = { 0 };
	struct money_payment *row;
	enum status status;

	if (party == NULL || showing->asked->is_brief || ledger->parties_count == 0)
		return OK;
	view->is_single = true;
	if (!showing->asked->is_own)
		view->all_address = arena_print(showing->arena, "/budgets/year?scheme=%s&year=%lld",
		                                ledger->entry->scheme.name, (long long)ledger->year);
	if (web_may(showing->request, MAY_SEE_ORDERS))
		view->orders_address = "/orders";
	if (may_see_claims(showing) && ledger->parties[0].paid->form->has_claims)
		view->claims_address = claims_address(showing, party);
	status = funding_payments(journal, &asked, &payments, fault);
	view->payments = records_new(&money_payment_record, payments.count, showing->arena);
	view->payments.count = 0;
	row = view->payments.items;
	for (size_t i = 0; i < payments.count; i++) {
		const struct funding_payment *one = &((const struct funding_payment *)payments.items)[i];

		if (strcmp(one->party, party) == 0)
			row[view->payments.count++] = (struct money_payment){
				one->payment, one->paid_on,
				web_words(showing->request, choice_label(payment_sorts, one->sort)),
				money_euros(showing, one->cents.cents), one->reference
			};
	}
	return status;
}
