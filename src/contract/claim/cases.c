/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/cases.h"

#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/claim/contracts.h"
#include "contract/claim/kept.h"

#define DOMESTIC "01" /* category: help at home */

bool claim_is_credit(const struct message_line *line)
{
	return strcmp(line->amount.side, MESSAGE_CREDIT) == 0;
}

int64_t claim_tariff_of(const struct message_line *line)
{
	return line->has_rate ? line->rate.cents : CLAIM_NO_TARIFF;
}

enum claim_unit claim_unit_of(const char *code)
{
	return (enum claim_unit)strtol(code, NULL, 10);
}

/* --- in order --- */

static int compare_places(const void *a, const void *b)
{
	const struct claim_place *one = a, *other = b;

	if (one->line->order != other->line->order)
		return one->line->order < other->line->order ? -1 : 1;
	if (claim_is_credit(one->line) != claim_is_credit(other->line))
		return claim_is_credit(one->line) ? -1 : 1;
	if (one->claimant != other->claimant)
		return one->claimant < other->claimant ? -1 : 1;
	return one->line < other->line ? -1 : one->line > other->line;
}

void claim_booking_order(struct claim_booking *booking)
{
	const struct message_claimant *claimants = booking->claim->claimants.items;
	size_t count = booking->claim->claimants.count;

	booking->count = 0;
	for (size_t i = 0; i < count; i++)
		booking->count += claimants[i].lines.count;
	booking->places = ARENA_MANY(booking->arena, booking->count, struct claim_place);
	booking->count = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < claimants[i].lines.count; j++)
			booking->places[booking->count++] =
				(struct claim_place){ &claimants[i],
				                      (struct message_line *)claimants[i].lines.items + j };
	if (booking->count > 1)
		qsort(booking->places, booking->count, sizeof(*booking->places), compare_places);
}

/* --- judging --- */

/* What was judged of the order that is at hand. */
struct judging {
	struct journal *journal;
	const struct claim_booking *booking;
	struct claim_kept kept;
	const struct claim_kept_order *order;
	int64_t counted, amount;          /* of its lines in this message, approved */
	const struct claim_place *credit; /* its first credit in this message */
	const char *party; /* the last one that was asked about, and whether it is the sender */
	bool is_sender;
	const char *product; /* the last one that was looked up, and what it is */
	const struct scheme_product *agreed;
	struct claim_contracts contracts;
};

static struct claim_period period_of(struct message_period period)
{
	return (struct claim_period){ period.begins_on, date_add_days(period.ends_on, 1) };
}

static struct claim_line line_of(const struct claim_place *place)
{
	const struct message_line *line = place->line;

	return (struct claim_line){ .reference = line->reference.number,
		                    .previous = line->reference.earlier,
		                    .bsn = place->claimant->bsn,
		                    .order = line->order,
		                    .category = line->product.category,
		                    .code = line->product.code,
		                    .period = period_of(line->period),
		                    .volume = line->volume,
		                    .unit = claim_unit_of(line->unit),
		                    .tariff = claim_tariff_of(line),
		                    .amount = line->amount.amount.cents,
		                    .is_credit = claim_is_credit(line) };
}

/* Whether the order is the sender's: it left to this code. */
static bool is_of_sender(struct judging *judging, const char *party)
{
	const struct journal *journal = judging->journal;
	const struct scheme_entry *entry;
	const struct scheme_party *found;

	if (judging->party == party)
		return judging->is_sender;
	entry = scheme_book_with_party(journal->schemes, journal->register_id, party);
	found = entry == NULL ? NULL : scheme_party(&entry->scheme, party);
	judging->party = party;
	judging->is_sender =
		strcmp(party, judging->booking->party) == 0 ||
		(found != NULL && found->agb != NULL && strcmp(found->agb, judging->booking->agb) == 0);
	return judging->is_sender;
}

static const struct scheme_product *product_of(struct judging *judging, const char *name)
{
	if (judging->product != name) {
		judging->product = name;
		judging->agreed =
			scheme_book_product(judging->journal->schemes, judging->journal->register_id, name);
	}
	return judging->agreed;
}

/* The order at hand for a client of the claim; false where nobody knows it as the sender's. */
static bool order_for(struct judging *judging, const struct claim_place *place, struct claim_order *ret_order)
{
	const struct claim_kept_order *kept = judging->order;
	const struct message_claimant *claimants = judging->booking->claim->claimants.items;
	const int64_t person = judging->kept.persons[place->claimant - claimants];
	const struct scheme_product *product;

	if (kept->party == NULL || !is_of_sender(judging, kept->party))
		return false;
	product = product_of(judging, kept->product);
	*ret_order = (struct claim_order){
		.number = kept->number,
		.bsn = person != 0 && person == kept->person ? place->claimant->bsn : "",
		.category = product == NULL ? NULL : product->category,
		.code = product == NULL || !has_words(product->code) ? NULL : product->code,
		.valid = kept->valid,
		.extent = { .volume = kept->amount,
		            .unit = claim_unit_of(scheme_unit_code(kept->unit)),
		            .per = (enum claim_per)strtol(scheme_frequency_code(kept->frequency), NULL, 10) },
	};
	ret_order->extent.is_domestic =
		ret_order->category != NULL && strcmp(ret_order->category, DOMESTIC) == 0;
	ret_order->is_deleted = ret_order->valid.until.day == ret_order->valid.from.day;
	return true;
}

/* Whether a line is taken back by an approved credit of this message, which stands before the debits. */
static bool is_taken_back(const struct judging *judging, const char *reference,
                          const struct claim_place *until)
{
	for (const struct claim_place *place = judging->credit;
	     place != NULL && place < until && claim_is_credit(place->line); place++)
		if (place->line->return_codes.count == 0 &&
		    strcmp(place->line->reference.earlier, reference) == 0)
			return true;
	return false;
}

static struct claim_before before_of(const struct judging *judging, const struct claim_place *place)
{
	size_t at = (size_t)(place - judging->booking->places);
	const char *same = judging->kept.same[at];
	const struct claim_kept_debit *debit = judging->kept.debits[at];

	return (struct claim_before){
		.counted = judging->order->counted + judging->counted,
		.amount = judging->order->approved + judging->amount,
		.has_same_product = same != NULL && !is_taken_back(judging, same, place),
		.is_reference_known = judging->kept.is_used[at],
		.is_credited = debit != NULL && debit->is_credited,
	};
}

static void begin_order(struct judging *judging, const struct claim_place *place)
{
	if (judging->order != NULL && judging->order->number == place->line->order)
		return;
	judging->order = judging->order == NULL ? judging->kept.orders : judging->order + 1;
	judging->counted = judging->amount = 0;
	judging->credit = place;
}

/* What is agreed with the party on the product; nothing where nobody knows the order. */
static enum status contract_for(struct judging *judging, const struct claim_line *line,
                                struct claim_contract *ret_contract, struct fault *fault)
{
	const struct claim_contract_asked asked = { .party = judging->order->party,
		                                    .product = judging->order->product,
		                                    .on = line->period.from,
		                                    .unit = line->unit,
		                                    .tariff = line->tariff };

	*ret_contract = (struct claim_contract){ .tariff = CLAIM_NO_TARIFF };
	return asked.party == NULL ? OK : claim_contract_of(&judging->contracts, &asked, ret_contract, fault);
}

/* The codes of what the line breaks go with it. */
static void judge_by_rules(struct judging *judging, const struct claim_case *judged, struct texts *codes)
{
	const struct claim_rule *broken[CLAIM_RULES_COUNT];
	const struct claim_line *line = judged->line;
	size_t count = claim_judge(judged, broken);

	*codes = (struct texts){ 0 };
	if (count == 0) {
		judging->counted += (line->is_credit ? -1 : 1) * claim_counted(line->volume, line->unit);
		judging->amount += (line->is_credit ? -1 : 1) * line->amount;
		return;
	}
	codes->items = ARENA_MANY(judging->booking->arena, count, const char *);
	for (; codes->count < count; codes->count++)
		codes->items[codes->count] = broken[codes->count]->return_code;
}

static enum status judge(struct judging *judging, const struct claim_place *place, struct fault *fault)
{
	const struct claim_line line = line_of(place);
	const struct claim_kept_debit *kept = judging->kept.debits[place - judging->booking->places];
	struct claim_contract contract;
	struct claim_order order;
	struct claim_line debit;
	struct claim_case judged = { .line = &line,
		                     .contract = &contract,
		                     .before = before_of(judging, place),
		                     .claimed = period_of(judging->booking->claim->period) };
	enum status status = contract_for(judging, &line, &contract, fault);

	if (order_for(judging, place, &order))
		judged.order = &order;
	if (kept != NULL) {
		debit = kept->line;
		debit.bsn = line.bsn;
		judged.before.debit = &debit;
	}
	if (status == OK)
		judge_by_rules(judging, &judged, &place->line->return_codes);
	return status;
}

static void add_up(struct claim_verdict *verdict, const struct message_line *line)
{
	int64_t cents = claim_is_credit(line) ? -line->amount.amount.cents : line->amount.amount.cents;

	if (line->return_codes.count == 0)
		verdict->granted.cents += cents;
	else
		verdict->refused++;
}

enum status claim_judge_lines(struct journal *journal, struct claim_booking *booking, struct fault *fault)
{
	struct claim_kept *kept = ARENA_NEW(booking->arena, struct claim_kept);
	struct judging judging = { .journal = journal,
		                   .booking = booking,
		                   .contracts = { .journal = journal, .arena = booking->arena } };
	enum status status = claim_kept_of(journal, booking, kept, fault);

	judging.kept = *kept;
	booking->kept = kept;
	booking->verdict = (struct claim_verdict){ 0 };
	for (size_t i = 0; status == OK && i < booking->count; i++) {
		begin_order(&judging, &booking->places[i]);
		status = judge(&judging, &booking->places[i], fault);
		add_up(&booking->verdict, booking->places[i].line);
	}
	return status;
}

/*
 * Facts of tariffs, agreements, schemes and claims are about nobody in particular; of orders and numbers
 * about whom they are for. Where the claim names an order or a number that nobody knew, anybody may bring it.
 */
bool claim_is_touched(const struct claim_booking *booking, int64_t person)
{
	const struct claim_kept *kept = booking->kept;

	if (person == 0)
		return true;
	for (size_t i = 0; i < kept->orders_count; i++)
		if (kept->orders[i].party == NULL || kept->orders[i].person == person)
			return true;
	for (size_t i = 0; i < booking->claim->claimants.count; i++)
		if (kept->persons[i] == 0 || kept->persons[i] == person)
			return true;
	return false;
}
