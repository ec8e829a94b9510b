/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim_sql.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/claim/contracts.h"

#define CODES_BYTES (CLAIM_RULES_COUNT * 5 + 1) /* four digits and a blank */
#define DOMESTIC "01"                           /* category: help at home */

static bool is_credit(const struct message_line *line)
{
	return strcmp(line->amount.side, MESSAGE_CREDIT) == 0;
}

static int64_t tariff_of(const struct message_line *line)
{
	return line->has_rate ? line->rate.cents : CLAIM_NO_TARIFF;
}

static enum claim_unit unit_of(const char *code)
{
	return (enum claim_unit)strtol(code, NULL, 10);
}

/* --- in order --- */

static int compare_places(const void *a, const void *b)
{
	const struct claim_place *one = a, *other = b;

	if (one->line->order != other->line->order)
		return one->line->order < other->line->order ? -1 : 1;
	if (is_credit(one->line) != is_credit(other->line))
		return is_credit(one->line) ? -1 : 1;
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

enum status claim_put_down(struct journal *journal, int64_t fact, const struct claim_booking *booking,
                           struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < booking->count; i++) {
		const struct message_line *line = booking->places[i].line;
		const struct value values[] = {
			value_number(journal->register_id),
			value_number(fact),
			value_number((int64_t)i + 1),
			value_text(booking->party),
			value_text(line->reference.number),
			value_text_or_empty(line->reference.earlier),
			value_number(line->order),
			value_text(line->product.category),
			value_text(line->product.code),
			value_date(line->period.begins_on),
			value_date(line->period.ends_on),
			value_number(line->volume),
			value_number(unit_of(line->unit)),
			value_number(tariff_of(line)),
			value_number(line->amount.amount.cents),
			value_number(is_credit(line)),
		};

		status = db_run(journal->db, &sql_claim_add_line, values, COUNT(values), fault);
	}
	return status;
}

/* --- judging --- */

/* Columns of claim_cases. */
enum column {
	NUMBER,
	PARTY,
	PRODUCT,
	AMOUNT,
	UNIT,
	FREQUENCY,
	VALID_FROM,
	VALID_UNTIL,
	BSN_MARK,
	COUNTED,
	CLAIMED,
	IS_KNOWN,
	DEBIT_ORDER,
	DEBIT_CATEGORY,
	DEBIT_CODE,
	DEBIT_FIRST_DAY,
	DEBIT_LAST_DAY,
	DEBIT_VOLUME,
	DEBIT_UNIT,
	DEBIT_TARIFF,
	DEBIT_AMOUNT,
	IS_CREDITED,
	SAME_PRODUCT
};

/* What was judged of the order that is at hand. */
struct judging {
	struct journal *journal;
	const struct claim_booking *booking;
	struct arena *arena; /* for one line */
	int64_t order;
	int64_t counted, amount;          /* of its lines in this message, approved */
	const struct claim_place *credit; /* its first credit in this message */
	const char *product;              /* the last one that was looked up, and what it is */
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
		                    .unit = unit_of(line->unit),
		                    .tariff = tariff_of(line),
		                    .amount = line->amount.amount.cents,
		                    .is_credit = is_credit(line) };
}

/* Whether the order is the sender's: it left to this code. */
static bool is_of_sender(const struct judging *judging, const char *party)
{
	const struct journal *journal = judging->journal;
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, party);
	const struct scheme_party *found = entry == NULL ? NULL : scheme_party(&entry->scheme, party);

	return strcmp(party, judging->booking->party) == 0 ||
	       (found != NULL && found->agb != NULL && strcmp(found->agb, judging->booking->agb) == 0);
}

static const struct scheme_product *product_of(struct judging *judging, const char *name)
{
	if (judging->product == NULL || strcmp(judging->product, name) != 0) {
		judging->product = arena_copy(judging->booking->arena, name);
		judging->agreed =
			scheme_book_product(judging->journal->schemes, judging->journal->register_id, name);
	}
	return judging->agreed;
}

/* The order of the row; false where nobody knows it as the sender's. */
static bool order_in(struct judging *judging, const struct db_rows *rows, const char *bsn, const char *mark,
                     struct claim_order *ret_order)
{
	const char *party = db_text(rows, PARTY, judging->arena);
	const struct scheme_product *product = product_of(judging, db_text(rows, PRODUCT, judging->arena));
	bool is_its_client = strcmp(db_text(rows, BSN_MARK, judging->arena), mark) == 0;

	if (party[0] == '\0' || !is_of_sender(judging, party))
		return false;
	*ret_order = (struct claim_order){
		.number = judging->order,
		.bsn = is_its_client ? bsn : "",
		.category = product == NULL ? NULL : product->category,
		.code = product == NULL || !has_words(product->code) ? NULL : product->code,
		.valid = { db_date(rows, VALID_FROM), db_date(rows, VALID_UNTIL) },
		.extent = { .volume = db_number(rows, AMOUNT),
		            .unit = unit_of(scheme_unit_code(db_text(rows, UNIT, judging->arena))),
		            .per = (enum claim_per)strtol(
				    scheme_frequency_code(db_text(rows, FREQUENCY, judging->arena)), NULL,
				    10) },
	};
	ret_order->extent.is_domestic =
		ret_order->category != NULL && strcmp(ret_order->category, DOMESTIC) == 0;
	ret_order->is_deleted = ret_order->valid.until.day == ret_order->valid.from.day;
	return true;
}

/* The approved line that a credit takes back; false where there is none. */
static bool debit_in(const struct judging *judging, const struct db_rows *rows, const char *bsn,
                     struct claim_line *ret_debit)
{
	if (db_number(rows, DEBIT_ORDER) == 0)
		return false;
	*ret_debit = (struct claim_line){ .bsn = bsn,
		                          .order = db_number(rows, DEBIT_ORDER),
		                          .category = db_text(rows, DEBIT_CATEGORY, judging->arena),
		                          .code = db_text(rows, DEBIT_CODE, judging->arena),
		                          .period = { db_date(rows, DEBIT_FIRST_DAY),
		                                      date_add_days(db_date(rows, DEBIT_LAST_DAY), 1) },
		                          .volume = db_number(rows, DEBIT_VOLUME),
		                          .unit = (enum claim_unit)db_number(rows, DEBIT_UNIT),
		                          .tariff = db_number(rows, DEBIT_TARIFF),
		                          .amount = db_number(rows, DEBIT_AMOUNT) };
	return true;
}

/* Whether a line is taken back by an approved credit of this message, which stands before the debits. */
static bool is_taken_back(const struct judging *judging, const char *reference,
                          const struct claim_place *until)
{
	for (const struct claim_place *place = judging->credit;
	     place != NULL && place < until && is_credit(place->line); place++)
		if (place->line->return_codes.count == 0 &&
		    strcmp(place->line->reference.earlier, reference) == 0)
			return true;
	return false;
}

static struct claim_before before_of(const struct judging *judging, const struct db_rows *rows,
                                     const struct claim_place *place)
{
	const char *same = db_text(rows, SAME_PRODUCT, judging->arena);

	return (struct claim_before){
		.counted = db_number(rows, COUNTED) + judging->counted,
		.amount = db_number(rows, CLAIMED) + judging->amount,
		.has_same_product = same[0] != '\0' && !is_taken_back(judging, same, place),
		.is_reference_known = db_number(rows, IS_KNOWN) != 0,
		.is_credited = db_number(rows, IS_CREDITED) != 0,
	};
}

static void begin_order(struct judging *judging, const struct claim_place *place)
{
	if (judging->order == place->line->order && judging->credit != NULL)
		return;
	judging->order = place->line->order;
	judging->counted = judging->amount = 0;
	judging->credit = place;
}

/* What is agreed with the party on the product; nothing where nobody knows the order. */
static enum status contract_in(struct judging *judging, const struct db_rows *rows,
                               const struct claim_line *line, struct claim_contract *ret_contract,
                               struct fault *fault)
{
	const struct claim_contract_asked asked = { .party = db_text(rows, PARTY, judging->arena),
		                                    .product = db_text(rows, PRODUCT, judging->arena),
		                                    .on = line->period.from,
		                                    .unit = line->unit,
		                                    .tariff = line->tariff };

	*ret_contract = (struct claim_contract){ .tariff = CLAIM_NO_TARIFF };
	return asked.party[0] == '\0' ? OK
	                              : claim_contract_of(&judging->contracts, &asked, ret_contract, fault);
}

/* The codes of what the line breaks go with it. */
static void judge_by_rules(struct judging *judging, const struct claim_case *judged, struct texts *codes)
{
	const struct claim_rule *broken[CLAIM_RULES_COUNT];
	const struct claim_line *line = judged->line;
	size_t count = claim_judge(judged, broken);

	if (count == 0) {
		judging->counted += (line->is_credit ? -1 : 1) * claim_counted(line->volume, line->unit);
		judging->amount += (line->is_credit ? -1 : 1) * line->amount;
		return;
	}
	*codes = (struct texts){ .items = ARENA_MANY(judging->booking->arena, count, const char *) };
	for (; codes->count < count; codes->count++)
		codes->items[codes->count] = broken[codes->count]->return_code;
}

static enum status judge(struct judging *judging, const struct db_rows *rows, const struct claim_place *place,
                         const char *mark, struct fault *fault)
{
	const struct claim_line line = line_of(place);
	struct claim_contract contract;
	struct claim_order order;
	struct claim_line debit;
	struct claim_case judged = { .line = &line,
		                     .contract = &contract,
		                     .before = before_of(judging, rows, place),
		                     .claimed = period_of(judging->booking->claim->period) };
	enum status status = contract_in(judging, rows, &line, &contract, fault);

	if (order_in(judging, rows, line.bsn, mark, &order))
		judged.order = &order;
	if (debit_in(judging, rows, line.bsn, &debit))
		judged.before.debit = &debit;
	if (status == OK)
		judge_by_rules(judging, &judged, &place->line->return_codes);
	return status;
}

static enum status refuse(struct judging *judging, int64_t fact, int64_t number, const struct texts *codes,
                          struct fault *fault)
{
	char joined[CODES_BYTES] = "";
	const struct value values[] = { value_number(judging->journal->register_id), value_number(fact),
		                        value_number(number), value_text(joined) };
	size_t length = 0;

	for (size_t i = 0; i < codes->count; i++)
		length += (size_t)snprintf(joined + length, sizeof(joined) - length, "%s%s",
		                           i == 0 ? "" : " ", codes->items[i]);
	return db_run(judging->journal->db, &sql_claim_refuse_line, values, COUNT(values), fault);
}

/* The marks of the clients' numbers, by their place in the claim. */
static enum status marks_of(struct judging *judging, const char **marks, struct fault *fault)
{
	const struct records *claimants = &judging->booking->claim->claimants;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < claimants->count; i++)
		status = vault_mark(judging->journal,
		                    ((const struct message_claimant *)claimants->items)[i].bsn, &marks[i],
		                    fault);
	return status;
}

/* All lines, then: what a statement of its own tells the book of the refused must not disturb the reading. */
static enum status judge_all(struct judging *judging, int64_t fact, const char *const *marks,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct claim_booking *booking = judging->booking;
	const struct message_claimant *claimants = booking->claim->claimants.items;
	const struct value values[] = { value_number(judging->journal->register_id), value_number(fact) };
	enum status status =
		db_select(judging->journal->db, &sql_claim_cases, values, COUNT(values), &rows, fault);

	for (size_t i = 0; status == OK && i < booking->count; i++) {
		const struct claim_place *place = &booking->places[i];

		status = db_next(&rows, fault);
		if (status == NOT_FOUND || (status == OK && db_number(&rows, NUMBER) != (int64_t)i + 1))
			return fault_set(fault, FAILED, "the lines of claim %lld are not all there",
			                 (long long)fact);
		if (status != OK)
			break;
		begin_order(judging, place);
		status = judge(judging, &rows, place, marks[place->claimant - claimants], fault);
		arena_clear(judging->arena);
	}
	return status;
}

enum status claim_judge_lines(struct journal *journal, int64_t fact, const struct claim_booking *booking,
                              struct claim_verdict *ret_verdict, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024);
	struct judging judging = { .journal = journal,
		                   .booking = booking,
		                   .arena = arena,
		                   .contracts = { .journal = journal, .arena = booking->arena } };
	const char **marks = ARENA_MANY(booking->arena, booking->claim->claimants.count, const char *);
	enum status status = marks_of(&judging, marks, fault);

	*ret_verdict = (struct claim_verdict){ 0 };
	if (status == OK)
		status = judge_all(&judging, fact, marks, fault);
	for (size_t i = 0; status == OK && i < booking->count; i++) {
		const struct message_line *line = booking->places[i].line;
		int64_t cents = is_credit(line) ? -line->amount.amount.cents : line->amount.amount.cents;

		if (line->return_codes.count == 0) {
			ret_verdict->granted.cents += cents;
			continue;
		}
		ret_verdict->refused++;
		status = refuse(&judging, fact, (int64_t)i + 1, &line->return_codes, fault);
	}
	return status;
}
