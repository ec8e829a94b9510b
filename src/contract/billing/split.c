/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/billing/split.h"

#include <string.h>

#include "billing_sql.h"
#include "contract/agreement/below.h"
#include "contract/billing/draft.h"
#include "contract/exchange/party_orders.h"
#include "contract/tariff/tariff_store.h"

#define MINUTES_IN_HOUR 60

/* --- what is agreed along the chain --- */

struct splitting {
	struct journal *journal;
	const struct billing_claim *claim;
	struct records prices; /* of struct chain_price: of the party's agreements, the newest first */
};

static enum status read_prices(struct splitting *splitting, const char *party, struct date on,
                               struct fault *fault)
{
	struct journal *journal = splitting->journal;
	struct tariff_place place;
	size_t room = 0;
	enum status status = OK;

	splitting->prices = (struct records){ 0 };
	for (size_t i = 0; status == OK && (place = tariff_place_nth(journal, i)).entry != NULL; i++) {
		struct records held = { 0 };
		const struct chain_price *price;

		if (!tariff_is_of_party(journal, &place, party, on))
			continue;
		status = chain_prices(journal, place.name, on, &held, fault);
		price = held.items;
		for (size_t n = 0; status == OK && n < held.count; n++) {
			struct records *all = &splitting->prices;

			all->items = arena_with_room(journal->arena, all->items, all->count, &room,
			                             sizeof(*price));
			((struct chain_price *)all->items)[all->count++] = price[n];
		}
	}
	return status;
}

/* What an organisation gets for so much of a product. */
static int64_t price_of(const struct splitting *splitting, const char *product, const char *party,
                        int64_t delivered)
{
	const struct chain_price *price = splitting->prices.items;

	for (size_t i = 0; i < splitting->prices.count; i++) {
		if (strcmp(price[i].product, product) != 0 || strcmp(price[i].party, party) != 0)
			continue;
		if (strcmp(price[i].unit, "hour") == 0)
			return (price[i].paid.cents * delivered + MINUTES_IN_HOUR / 2) / MINUTES_IN_HOUR;
		return price[i].paid.cents * delivered;
	}
	return SPLIT_NO_PRICE;
}

/* --- a claim --- */

static const struct field split_total_fields[] = {
	FIELD(struct split_total, party),
	FIELD(struct split_total, lines),
	FIELD(struct split_total, delivered),
	FIELD(struct split_total, cents),
};
const struct record split_total_record = RECORD(struct split_total, "split_total", split_total_fields);

struct share_row {
	int64_t number, amount;
	const char *deliverer;
};
static const struct field share_row_fields[] = {
	FIELD(struct share_row, number),
	FIELD(struct share_row, amount),
	FIELD(struct share_row, deliverer),
};
static const struct record share_row_record = RECORD(struct share_row, "share_row", share_row_fields);

#define PARTIES_MAX 64

static void add_total(struct records *totals, const struct split_part *part, int64_t sign)
{
	struct split_total *total = totals->items;
	size_t place = 0;

	while (place < totals->count && strcmp(total[place].party, part->party) != 0)
		place++;
	if (place == PARTIES_MAX)
		place--; /* more parties than a chain can have: with the last, so that nothing is lost */
	else if (place == totals->count)
		total[totals->count++] = (struct split_total){ .party = part->party };
	total[place].lines += part->delivered > 0;
	total[place].delivered += sign * part->delivered;
	total[place].cents.cents += sign * part->cents;
}

/* The parts of a line, who claims last: what the others do not get stays there. */
static enum status split_line(struct splitting *splitting, const struct billed_line *line,
                              const struct records *shares, struct records *totals, struct fault *fault)
{
	struct journal *journal = splitting->journal;
	const struct share_row *share = shares->items;
	struct split_part parts[PARTIES_MAX + 1];
	struct party_order order = { .product = "" };
	const char *party = splitting->claim->party;
	size_t count = 0;
	struct split_part own = { .party = party, .price = SPLIT_NO_PRICE };
	enum status status = party_order_of(journal, line->assignment, &order, fault);

	if (status != OK && status != NOT_FOUND)
		return status;
	for (size_t i = 0; i < shares->count && count < PARTIES_MAX; i++) {
		if (share[i].number != line->number)
			continue;
		if (strcmp(share[i].deliverer, party) == 0)
			own.delivered = share[i].amount;
		else
			parts[count++] = (struct split_part){
				.party = share[i].deliverer,
				.delivered = share[i].amount,
				.price = price_of(splitting, order.product, share[i].deliverer,
				                  share[i].amount),
			};
	}
	parts[count++] = own;
	split_amount(line->amount, parts, count, journal->arena);
	for (size_t i = 0; i < count; i++)
		add_total(totals, &parts[i], line->is_credit ? -1 : 1);
	return OK;
}

enum status split_claim(struct journal *journal, const struct billing_claim *claim,
                        struct records *ret_totals, struct fault *fault)
{
	struct splitting splitting = { .journal = journal, .claim = claim };
	const struct value values[] = { value_number(journal->register_id), value_number(claim->fact) };
	struct records lines = { 0 }, shares = { 0 };
	const struct billed_line *line;
	enum status status = billing_lines_of(journal, claim->fact, &lines, fault);

	*ret_totals = records_new(&split_total_record, PARTIES_MAX, journal->arena);
	ret_totals->count = 0;
	if (status == OK)
		status = db_list(journal->db, &sql_billing_shares, values, COUNT(values),
		                 &(struct db_list){ &share_row_record, journal->arena, &shares }, fault);
	if (status == OK)
		status = read_prices(&splitting, claim->party, claim->approved_on, fault);
	line = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (billed_state_of(&line[i]) != BILLED_REFUSED)
			status = split_line(&splitting, &line[i], &shares, ret_totals, fault);
	return status;
}

/* --- of who delivers below --- */

static const struct field split_own_fields[] = {
	FIELD(struct split_own, fact),        FIELD(struct split_own, number),
	FIELD(struct split_own, assignment),  FIELD(struct split_own, unit),
	FIELD(struct split_own, amount),      FIELD(struct split_own, party),
	FIELD(struct split_own, state),       FIELD(struct split_own, month),
	FIELD(struct split_own, approved_on), FIELD(struct split_own, is_credit),
};
static const struct record split_own_record = RECORD(struct split_own, "split_own", split_own_fields);

enum status split_own_parts(struct journal *journal, const char *party, struct date on,
                            struct records *ret_parts, struct fault *fault)
{
	struct splitting splitting = { .journal = journal };
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_date(on) };
	enum status status =
		db_list(journal->db, &sql_billing_parts, values, COUNT(values),
	                &(struct db_list){ &split_own_record, journal->arena, ret_parts }, fault);
	struct split_own *part = ret_parts->items;

	for (size_t i = 0; status == OK && i < ret_parts->count; i++) {
		struct party_order order = { .product = "" };

		if (i == 0 || part[i].fact != part[i - 1].fact)
			status = read_prices(&splitting, part[i].party, part[i].approved_on, fault);
		if (status == OK)
			status = party_order_of(journal, part[i].assignment, &order, fault);
		if (status == NOT_FOUND)
			status = OK;
		part[i].price = price_of(&splitting, or_empty(order.product), party, part[i].amount);
	}
	return status;
}
