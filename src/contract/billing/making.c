/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/billing/making.h"

#include <stdlib.h>
#include <string.h>

#include "billing_sql.h"
#include "common/scheme/scheme_book.h"
#include "contract/claim/contracts.h"
#include "contract/exchange/compose.h"
#include "platform/base/words.h"

const char *const draft_remark_words[DRAFT_REMARKS_COUNT] = {
	[DRAFT_NO_ORDER] =
		WORDS("Deze hulp viel buiten de dagen van de opdracht. Vraag de gemeente om een opdracht."),
	[DRAFT_NO_BSN] = WORDS("Het BSN van deze cliënt is niet bekend."),
	[DRAFT_NO_CODE] = WORDS("Het product heeft geen code om te declareren."),
	[DRAFT_NO_TARIFF] = WORDS("Er is geen tarief bekend voor dit product op deze dag."),
	[DRAFT_HAS_TO_WAIT] =
		WORDS("De gemeente heeft nog niet geantwoord op een eerdere declaratie hiervan."),
	[DRAFT_SAME_AGAIN] =
		WORDS("Deze regel is geweigerd en nog hetzelfde. Verbeter eerst wat er niet klopt."),
	[DRAFT_OUTSIDE] =
		WORDS("Een deel van de hulp viel buiten de dagen van de opdracht; dat gaat niet mee."),
	[DRAFT_NO_START] = WORDS("Het begin van de hulp is nog niet gemeld."),
	[DRAFT_OVER_MONTH] = WORDS("Dit is meer dan er in deze periode is toegekend."),
	[DRAFT_OVER_ORDER] =
		WORDS("Samen met eerdere declaraties is dit meer dan er in totaal is toegekend."),
};

#define BIT(remark) (1U << (remark))

/* What was delivered of an order in a month. */
struct delivered_sum {
	int64_t assignment, amount;
	struct date month, first_day, last_day;
};
static const struct field delivered_sum_fields[] = {
	FIELD(struct delivered_sum, assignment), FIELD(struct delivered_sum, amount),
	FIELD(struct delivered_sum, month),      FIELD(struct delivered_sum, first_day),
	FIELD(struct delivered_sum, last_day),
};
static const struct record delivered_sum_record =
	RECORD(struct delivered_sum, "delivered_sum", delivered_sum_fields);

struct maker {
	struct journal *journal;
	const struct making_asked *asked;
	struct making *making;
	struct claim_period month;
	struct date since; /* of the first month that is looked at */
	struct records orders, sums, history;
	struct claim_contracts contracts;
};

/* --- what there is --- */

static struct date months_before(struct date month, int count)
{
	int year, number, day, all;

	date_parts(month, &year, &number, &day);
	all = year * 12 + number - 1 - count;
	return date_of(all / 12, all % 12 + 1, 1);
}

static enum status read_all(struct maker *maker, struct fault *fault)
{
	struct journal *journal = maker->journal;
	const struct value values[] = { value_number(journal->register_id), value_text(maker->asked->party),
		                        value_date(maker->since), value_date(maker->month.until) };
	enum status status =
		party_orders(journal, maker->asked->party, maker->month.until, &maker->orders, fault);

	if (status == OK)
		status = db_list(journal->db, &sql_billing_sums, values, COUNT(values),
		                 &(struct db_list){ &delivered_sum_record, journal->arena, &maker->sums },
		                 fault);
	if (status == OK)
		status = db_list(journal->db, &sql_billing_history, values, COUNT(values) - 1,
		                 &(struct db_list){ &billed_line_record, journal->arena, &maker->history },
		                 fault);
	return status;
}

/* The rows of one order in a list by order, whose struct begins its search with a number of the order. */
static struct records of_order(const struct records *all, const struct record *record, int64_t assignment)
{
	const struct field *field = record_field(record, "assignment");
	char *items = all->items;
	size_t low = 0, high = all->count, first;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (MEMBER(int64_t, field, items + middle * record->size) < assignment)
			low = middle + 1;
		else
			high = middle;
	}
	for (first = low; low < all->count; low++)
		if (MEMBER(int64_t, field, items + low * record->size) != assignment)
			break;
	return (struct records){ all->count == 0 ? NULL : items + first * record->size, low - first };
}

/* --- for whom --- */

/* The code of the municipality of an order; of the register's own by where its client lives. */
static enum status municipality_of(struct maker *maker, const struct party_order *order,
                                   const char **ret_municipality, struct fault *fault)
{
	struct journal *journal = maker->journal;
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, order->product);
	const struct scheme_authority *authorities = entry == NULL ? NULL : entry->scheme.authorities.items;
	struct order_address address = { 0 };
	struct order_line line;
	enum status status;

	*ret_municipality = or_empty(order->municipality);
	if (has_words(*ret_municipality) || entry == NULL || entry->scheme.authorities.count == 0)
		return OK;
	*ret_municipality = authorities[0].cbs_code;
	if (entry->scheme.authorities.count == 1 || !order->has_bsn)
		return OK;
	status = order_of(journal, order->assignment, &line, fault);
	if (status == OK)
		status = order_address(journal, &line, &address, fault);
	if (status == OK && address.municipality != NULL)
		*ret_municipality = address.municipality;
	return status == NOT_FOUND ? OK : status;
}

static void add_municipality(struct maker *maker, const char *code)
{
	struct texts *all = &maker->making->municipalities;

	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->items[i], code) == 0)
			return;
	message_refuse(all, code, maker->journal->arena);
}

/* --- a line --- */

static enum claim_unit unit_of(const struct party_order *order)
{
	return (enum claim_unit)strtol(scheme_unit_code(order->unit), NULL, 10);
}

static struct claim_extent extent_of(const struct party_order *order, const char *category)
{
	return (struct claim_extent){
		.volume = order->amount,
		.unit = unit_of(order),
		.per = (enum claim_per)strtol(scheme_frequency_code(order->frequency), NULL, 10),
		.is_domestic = category != NULL && strcmp(category, "01") == 0,
	};
}

/* What was delivered on the days of the order, where not all days of the month are. */
static enum status delivered_within(struct maker *maker, const struct delivered_sum *sum,
                                    struct claim_period period, int64_t *ret_amount, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct journal *journal = maker->journal;
	const struct value values[] = { value_number(journal->register_id), value_number(sum->assignment),
		                        value_date(period.from), value_date(period.until) };
	enum status status;

	*ret_amount = sum->amount;
	if (!date_before(sum->first_day, period.from) && date_before(sum->last_day, period.until))
		return OK;
	*ret_amount = 0;
	status = db_select(journal->db, &sql_billing_within, values, COUNT(values), &rows, fault);
	while (status == OK && (status = db_next(&rows, fault)) == OK)
		*ret_amount += db_number(&rows, 1);
	return status == NOT_FOUND ? OK : status;
}

/* The line that the order's month would be now; volume 0 when there is nothing. */
static enum status want_line(struct maker *maker, const struct delivered_sum *sum, struct draft_line *draft,
                             struct fault *fault)
{
	const struct party_order *order = draft->order;
	const struct scheme_product *product =
		scheme_book_product(maker->journal->schemes, maker->journal->register_id, order->product);
	struct claim_contract contract = { .tariff = CLAIM_NO_TARIFF };
	struct claim_line *line = &draft->line;
	struct claim_contract_asked asked = { .party = order->party,
		                              .product = order->product,
		                              .on = line->period.from,
		                              .unit = line->unit,
		                              .tariff = CLAIM_NO_TARIFF };
	int64_t delivered = 0;
	enum status status = OK;

	line->category = product == NULL ? "" : or_empty(product->category);
	line->code = product == NULL ? "" : or_empty(product->code);
	if (sum != NULL)
		status = delivered_within(maker, sum, line->period, &delivered, fault);
	if (status == OK && sum != NULL && delivered < sum->amount)
		draft->remarks |= BIT(delivered == 0 ? DRAFT_NO_ORDER : DRAFT_OUTSIDE);
	line->volume = draft_volume(delivered, line->unit);
	if (status == OK && line->unit != CLAIM_EURO)
		status = claim_contract_of(&maker->contracts, &asked, &contract, fault);
	line->tariff = claim_tariff(line->unit, &contract);
	if (line->unit == CLAIM_EURO || contract.tariff != CLAIM_NO_TARIFF)
		line->amount = claim_amount(line->volume, line->unit, &contract);
	else if (line->volume > 0)
		draft->remarks |= BIT(DRAFT_NO_TARIFF);
	return status;
}

/* What of the order counts already, beside the line itself: approved or not answered yet (TR322). */
static int64_t counted_before(const struct records *history, const struct billed_line *standing)
{
	const struct billed_line *line = history->items;
	int64_t counted = 0;

	for (size_t i = 0; i < history->count; i++)
		if (&line[i] != standing && billed_state_of(&line[i]) != BILLED_REFUSED)
			counted += (line[i].is_credit ? -1 : 1) *
			           claim_counted(line[i].volume, (enum claim_unit)line[i].unit);
	return counted;
}

static void remark_on(struct draft_line *draft, const struct records *history,
                      const struct billed_line *standing)
{
	const struct party_order *order = draft->order;
	const struct claim_period valid = { order->valid_from, order->valid_until };
	const struct claim_extent extent = extent_of(order, draft->line.category);
	const int64_t all = claim_most_in_all(&extent, valid);

	draft->most = claim_most_in_period(&extent, valid, draft->line.period);
	if (!order->has_bsn)
		draft->remarks |= BIT(DRAFT_NO_BSN);
	if (!has_words(draft->line.category) || !has_words(draft->line.code))
		draft->remarks |= BIT(DRAFT_NO_CODE);
	if (!date_is(order->started_on))
		draft->remarks |= BIT(DRAFT_NO_START);
	if (draft->most != CLAIM_UNLIMITED && draft->line.volume > draft->most)
		draft->remarks |= BIT(DRAFT_OVER_MONTH);
	else if (all != CLAIM_UNLIMITED &&
	         counted_before(history, standing) + claim_counted(draft->line.volume, draft->line.unit) >
	                 claim_counted(all, extent.unit))
		draft->remarks |= BIT(DRAFT_OVER_ORDER);
}

/* --- all lines --- */

static void add_line(struct maker *maker, const struct draft_line *draft)
{
	struct making *making = maker->making;

	making->lines = arena_with_room(maker->journal->arena, making->lines, making->count, &making->room,
	                                sizeof(*making->lines));
	making->lines[making->count] = *draft;
	making->lines[making->count].is_held = (draft->remarks & (BIT(DRAFT_OUTSIDE) - 1)) != 0;
	if (!making->lines[making->count].is_held) {
		making->going++;
		making->cents += draft->line.is_credit ? -draft->line.amount : draft->line.amount;
	}
	making->count++;
}

static struct draft_line credit_of(const struct draft_line *draft, const struct billed_line *standing)
{
	struct draft_line credit = { .order = draft->order,
		                     .month = draft->month,
		                     .remarks = draft->remarks & BIT(DRAFT_NO_BSN) };

	credit.line =
		(struct claim_line){ .previous = standing->reference,
		                     .order = standing->assignment,
		                     .category = standing->category,
		                     .code = standing->code,
		                     .period = { standing->first_day, date_add_days(standing->last_day, 1) },
		                     .volume = standing->volume,
		                     .unit = (enum claim_unit)standing->unit,
		                     .tariff = standing->tariff,
		                     .amount = standing->amount,
		                     .is_credit = true };
	return credit;
}

static void add_step(struct maker *maker, struct draft_line *draft, const struct records *history,
                     const struct billed_line *standing)
{
	enum draft_step step = draft_step_of(standing, &draft->line);
	bool is_held;

	if (step == DRAFT_NOTHING && draft->remarks == 0)
		return;
	if (step == DRAFT_WAIT)
		draft->remarks |= BIT(DRAFT_HAS_TO_WAIT);
	if (step == DRAFT_UNCHANGED && !maker->asked->again)
		draft->remarks |= BIT(DRAFT_SAME_AGAIN);
	if (step == DRAFT_TAKE_BACK || step == DRAFT_NOTHING)
		draft->remarks &= BIT(DRAFT_NO_ORDER);
	else
		remark_on(draft, history, standing);
	is_held = (draft->remarks & (BIT(DRAFT_OUTSIDE) - 1)) != 0;
	if (step == DRAFT_TAKE_BACK || (step == DRAFT_CORRECT && !is_held)) {
		const struct draft_line credit = credit_of(draft, standing);

		add_line(maker, &credit);
	}
	if (step == DRAFT_NOTHING || step == DRAFT_TAKE_BACK) {
		if (draft->remarks != 0)
			add_line(maker, draft);
		return;
	}
	add_line(maker, draft);
}

static enum status make_month(struct maker *maker, const struct party_order *order, struct date month,
                              const struct delivered_sum *sum, const struct records *history,
                              struct fault *fault)
{
	const struct claim_period valid = { order->valid_from, order->valid_until };
	const struct claim_period whole = claim_month_of(month);
	const struct billed_line *standing = billed_standing(history, whole);
	struct draft_line draft = {
		.order = order,
		.month = month,
		.line = { .order = order->assignment,
		          .unit = unit_of(order),
		          .period = claim_product_period(valid, whole) },
	};
	enum status status;

	if (sum == NULL && standing == NULL)
		return OK;
	status = want_line(maker, sum, &draft, fault);
	if (status == OK)
		add_step(maker, &draft, history, standing);
	return status;
}

/* Each month of an order: the oldest first. */
static enum status make_order(struct maker *maker, const struct party_order *order, struct fault *fault)
{
	const struct records sums = of_order(&maker->sums, &delivered_sum_record, order->assignment);
	const struct records history = of_order(&maker->history, &billed_line_record, order->assignment);
	const struct delivered_sum *sum = sums.items;
	enum status status = OK;

	if (sums.count == 0 && history.count == 0)
		return OK;
	for (int back = MAKING_MONTHS - 1; status == OK && back >= 0; back--) {
		const struct date month = months_before(maker->month.from, back);
		const struct delivered_sum *found = NULL;

		for (size_t i = 0; i < sums.count; i++)
			if (sum[i].month.day == month.day)
				found = &sum[i];
		status = make_month(maker, order, month, found, &history, fault);
	}
	return status;
}

static void name_provider(struct maker *maker)
{
	const struct journal *journal = maker->journal;
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, maker->asked->party);
	const struct scheme_party *party =
		entry == NULL ? NULL : scheme_party(&entry->scheme, maker->asked->party);

	maker->making->provider = party == NULL ? "" : or_empty(party->agb);
}

enum status making_of(struct journal *journal, const struct making_asked *asked, struct making *ret_making,
                      struct fault *fault)
{
	const struct claim_period month = claim_month_of(asked->month);
	struct maker maker = { .journal = journal,
		               .asked = asked,
		               .making = ret_making,
		               .month = month,
		               .since = months_before(month.from, MAKING_MONTHS - 1),
		               .contracts = { .journal = journal, .arena = journal->arena } };
	const struct party_order *order;
	enum status status;

	*ret_making = (struct making){ .municipality = or_empty(asked->municipality) };
	name_provider(&maker);
	status = read_all(&maker, fault);
	order = maker.orders.items;
	for (size_t i = 0; status == OK && i < maker.orders.count; i++) {
		const char *code = "";

		status = municipality_of(&maker, &order[i], &code, fault);
		if (status != OK || !has_words(code))
			continue;
		add_municipality(&maker, code);
		if (!has_words(ret_making->municipality))
			ret_making->municipality = code;
		if (strcmp(code, ret_making->municipality) != 0)
			continue;
		ret_making->is_full = ret_making->going >= MAKING_LINES;
		if (!ret_making->is_full)
			status = make_order(&maker, &order[i], fault);
	}
	return status;
}
