/* SPDX-License-Identifier: EUPL-1.2 */
/* The keys beside a year's money: how heavy an order is, and how members divide what their combination gets.
 */
#include <string.h>

#include "common/scheme/chain.h"
#include "contract/exchange/order.h"
#include "contract/funding/settlement.h"
#include "contract/tariff/tariff_store.h"
#include "funding_sql.h"
#include "platform/base/words.h"

/* Whether some agreement of the register has a tariff of this level for the product. */
static enum status has_tariff(struct journal *journal, const char *product, const char *step, bool *ret_has,
                              struct fault *fault)
{
	struct tariff_place place;
	enum status status = OK;

	for (size_t i = 0; status == OK && (place = tariff_place_nth(journal, i)).entry != NULL; i++) {
		struct records held = { 0 };
		const struct tariff_held *tariff;

		status = tariffs_history(journal, place.name, &held, fault);
		tariff = held.items;
		for (size_t j = 0; j < held.count; j++)
			*ret_has = *ret_has || (strcmp(tariff[j].product, product) == 0 &&
			                        strcmp(tariff[j].level, step) == 0);
	}
	return status;
}

static enum status prepare_step(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct step_stated *stated = fact->item;
	struct order_line order = { 0 };
	enum status status = order_of(journal, stated->order, &order, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	stated->situation.is_order = status == OK;
	if (status)
		return status == NOT_FOUND ? OK : status;
	return has_tariff(journal, order.product, or_empty(stated->step), &stated->situation.is_step, fault);
}

static enum status apply_step(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct step_stated *stated = fact->item;
	const struct value values[] = { value_number(register_id), value_number(stated->order),
		                        value_date(stated->from), value_number(fact->fact),
		                        value_text(stated->step) };

	(void)arena;
	return db_run(db, &sql_funding_add_step, values, COUNT(values), fault);
}

const struct journal_kind step_stated_kind = {
	.name = "step_stated",
	.title = WORDS("De zwaarte van een opdracht vastleggen"),
	.done = WORDS("De zwaarte van een opdracht vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &step_stated_record,
	.prepare = prepare_step,
	.rules = step_stated_rules,
	.rules_count = STEP_STATED_RULES_COUNT,
	.apply = apply_step,
	.page = "/budgets/year",
};

/* Each of them once, and nobody else. */
static bool are_the_members(const struct shares_agreed *agreed, const struct texts *members)
{
	const struct member_share *share = agreed->shares.items;
	bool are = agreed->shares.count == members->count;

	for (size_t i = 0; are && i < members->count; i++) {
		size_t times = 0;

		for (size_t j = 0; j < agreed->shares.count; j++)
			times += share[j].member != NULL && strcmp(share[j].member, members->items[i]) == 0;
		are = times == 1;
	}
	return are;
}

static enum status prepare_shares(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct shares_agreed *agreed = fact->item;
	const struct scheme_combination *combination = NULL;

	(void)findings;
	(void)fault;
	fact->valid_on = clock_today(journal->clock);
	agreed->party = or_empty(journal->party);
	if (has_words(agreed->party))
		combination = chain_combination(journal->schemes, journal->register_id, agreed->party,
		                                agreed->from);
	agreed->situation.is_combination = combination != NULL;
	agreed->situation.are_members = combination != NULL && are_the_members(agreed, &combination->members);
	return OK;
}

static enum status apply_shares(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct shares_agreed *agreed = fact->item;
	const struct member_share *share = agreed->shares.items;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < agreed->shares.count; i++) {
		const struct value values[] = { value_number(register_id),     value_number(fact->fact),
			                        value_number((int64_t)i),      value_text(agreed->party),
			                        value_date(agreed->from),      value_text(share[i].member),
			                        value_number(share[i].percent) };

		status = db_run(db, &sql_funding_add_member, values, COUNT(values), fault);
	}
	return status;
}

const struct journal_kind shares_agreed_kind = {
	.name = "shares_agreed",
	.title = WORDS("Onderling verdelen wat het samenwerkingsverband krijgt"),
	.done = WORDS("Onderling verdeeld wat het samenwerkingsverband krijgt"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_RUN_COMBINATION,
	.record = &shares_agreed_record,
	.prepare = prepare_shares,
	.rules = shares_agreed_rules,
	.rules_count = SHARES_AGREED_RULES_COUNT,
	.apply = apply_shares,
	.page = "/budgets",
};
