/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/claims.h"

#include <stdlib.h>
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/claim/contracts.h"
#include "contract/claim/free.h"
#include "contract/exchange/folder.h"
#include "contract/exchange/message.h"
#include "demo/chance.h"

#define FILE_ARENA_BYTES ((size_t)128 * 1024 * 1024)
#define PURPOSE_SPOIL 106
#define NUMBER_FAR_AWAY 500000000 /* no order has such a number */
#define PARTIES_MAX 64

/* A claim that is being filled. */
struct making {
	const struct claims_asked *asked;
	struct claims_made *made;
	const struct claims_share *share;
	const struct folder *out;
	struct arena *arena; /* of one file */
	struct message_item item;
	struct message_claimant *claimants;
	struct message_line *lines; /* of all clients of the file, one after another */
	size_t clients_count, lines_count;
	int64_t person;
	struct claim_contracts contracts;
};

/* --- a line --- */

/* What a unit costs where nothing is agreed, in cents. */
static int64_t price_of(const char *unit)
{
	static const struct {
		const char *unit;
		int64_t cents;
	} prices[] = { { "01", 65 },   { "04", 3900 },  { "14", 11250 },
		       { "16", 4275 }, { "82", 25000 }, { "84", 5100 } };

	for (size_t i = 0; i < COUNT(prices); i++)
		if (strcmp(prices[i].unit, unit) == 0)
			return prices[i].cents;
	return 0;
}

static void set_amount(struct message_line *line, const struct claim_contract *contract)
{
	const enum claim_unit unit = (enum claim_unit)strtol(line->unit, NULL, 10);
	const bool is_agreed = contract->tariff != CLAIM_NO_TARIFF;

	line->has_rate = unit != CLAIM_EURO;
	line->amount.side = MESSAGE_DEBIT;
	if (!line->has_rate) {
		line->amount.amount.cents = line->volume;
		return;
	}
	line->rate.cents = is_agreed ? claim_tariff(unit, contract) : price_of(line->unit);
	line->amount.amount.cents =
		is_agreed ? claim_amount(line->volume, unit, contract) : line->volume * line->rate.cents;
}

/* Breaks one rule of level 3 or 4, each of them in turn. */
static void spoil(struct message_line *line, const struct claim_contract *contract, int64_t most, int64_t nth)
{
	switch (nth % 6) {
	case 0: /* TR321 */
		line->volume = most + 1;
		set_amount(line, contract);
		break;
	case 1: /* TR338 */
		line->order += NUMBER_FAR_AWAY;
		break;
	case 2: /* TR339 */
		line->product.category = strcmp(line->product.category, "18") == 0 ? "17" : "18";
		break;
	case 3: /* TR340 */
		line->product.code = "99Z99";
		break;
	case 4: /* TR387 */
		line->period.begins_on = date_add_days(line->period.begins_on, 1);
		break;
	default: /* TR346, and of euros TR340: their amount is the volume */
		line->amount.amount.cents += line->has_rate ? 1 : 0;
		line->product.code = line->has_rate ? line->product.code : "99Z99";
	}
}

/* Of a week's amount so much that the parts of a whole order fit in its weeks: three weeks of a month. */
static int64_t weekly_volume(int64_t amount, struct claim_period period)
{
	int64_t days = period.until.day - period.from.day;

	return amount * (days < 3 * 7 ? days : 3 * 7) / 7;
}

/* Three quarters of what may be, so that a whole order of it fits too. */
static enum status line_of(struct making *making, const struct claim_free *order,
                           struct message_line *ret_line, struct claim_contract *ret_contract,
                           int64_t *ret_most, struct fault *fault)
{
	const struct journal *journal = making->asked->journal;
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, order->product);
	const struct claim_period period = claim_product_period(order->valid, making->asked->month);
	struct message_line line = {
		.order = order->assignment,
		.product = { product->category, product->code },
		.period = { period.from, date_add_days(period.until, -1) },
		.unit = scheme_unit_code(order->unit),
	};
	const struct claim_extent extent = {
		.volume = order->amount,
		.unit = (enum claim_unit)strtol(line.unit, NULL, 10),
		.per = (enum claim_per)strtol(scheme_frequency_code(order->frequency), NULL, 10),
		.is_domestic = strcmp(product->category, "01") == 0,
	};
	const struct claim_contract_asked asked = { .party = making->share->party->name,
		                                    .product = order->product,
		                                    .on = period.from,
		                                    .unit = extent.unit,
		                                    .tariff = CLAIM_NO_TARIFF };
	int year, month, day;
	enum status status = claim_contract_of(&making->contracts, &asked, ret_contract, fault);

	date_parts(period.from, &year, &month, &day);
	line.reference.number =
		arena_print(making->arena, "%04d%02d-%09lld", year, month, (long long)order->assignment);
	*ret_most = claim_most_in_period(&extent, order->valid, period);
	line.volume = extent.per == CLAIM_PER_WEEK ? weekly_volume(order->amount, period) : *ret_most * 3 / 4;
	if (line.volume > *ret_most)
		line.volume = *ret_most;
	set_amount(&line, ret_contract);
	*ret_line = line;
	return status;
}

/* --- a file --- */

static void begin_file(struct making *making)
{
	arena_clear(making->arena);
	making->claimants = ARENA_MANY(making->arena, CLAIM_FILE_LINES, struct message_claimant);
	making->lines = ARENA_MANY(making->arena, CLAIM_FILE_LINES, struct message_line);
	making->clients_count = making->lines_count = 0;
	making->person = 0;
}

/* The scheme that was asked for, or the register's first. */
static const struct scheme_entry *entry_of(const struct claims_asked *asked)
{
	return scheme_book_entry(asked->journal->schemes, asked->journal->register_id, asked->scheme);
}

/* The scheme's first municipality. */
static const char *municipality_of(const struct claims_asked *asked)
{
	return ((const struct scheme_authority *)entry_of(asked)->scheme.authorities.items)[0].cbs_code;
}

/* Named after its first order and its month, so that no other has the name: at most twelve characters. */
static const char *name_of(const struct making *making, const struct message_claimant *first)
{
	const struct message_line *line = first->lines.items;
	int year, month, day;

	date_parts(making->asked->month.from, &year, &month, &day);
	return arena_print(making->arena, "%c%02d%09lld", 'A' + year % 26, month,
	                   (long long)(line->order % NUMBER_FAR_AWAY));
}

/* These clients of the file as a message of its own, and how many lines they have. */
static int64_t fill_item(struct making *making, const struct message *message, struct records clients)
{
	const struct claims_asked *asked = making->asked;
	const struct message_claimant *claimants = clients.items;
	const struct date today = clock_today(asked->journal->clock);
	const char *name = name_of(making, claimants);
	int64_t lines = 0, cents = 0;

	for (size_t i = 0; i < clients.count; i++)
		for (size_t j = 0; j < claimants[i].lines.count; j++, lines++)
			cents += ((const struct message_line *)claimants[i].lines.items)[j]
			                 .amount.amount.cents;
	making->item = (struct message_item){
		.has_claim = true,
		.header = message_header_new(message, making->share->party->agb, municipality_of(asked),
		                             (struct message_identity){ name, today }),
		.claim = { .number = name,
		           .period = { asked->month.from, date_add_days(asked->month.until, -1) },
		           .dated = today,
		           .total = { { cents }, MESSAGE_DEBIT },
		           .claimants = clients },
	};
	return lines;
}

static enum status put_file(struct making *making, const struct text *xml, int64_t lines, struct fault *fault)
{
	char month[DATE_TEXT_SIZE];

	making->made->files++;
	making->made->lines += lines;
	(void)date_print(making->asked->month.from, month);
	return folder_write(
		making->out,
		arena_print(making->arena, "claims-%.7s-%04lld.xml", month, (long long)making->made->files),
		xml, fault);
}

/* The clients in one message, or where they do not fit in one, in as many as they need. */
static enum status write_clients(struct making *making, struct records clients, struct fault *fault)
{
	const struct message *message = message_find("WMO323", clock_today(making->asked->journal->clock));
	struct message_claimant *claimants = clients.items;
	bool fits = false;

	for (size_t from = 0, count = clients.count; from < clients.count; from += fits ? count : 0) {
		CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
		const struct records some = { claimants + from,
			                      clients.count - from < count ? clients.count - from : count };
		int64_t lines = fill_item(making, message, some);

		xml_write(&message->form, &making->item, &xml);
		fits = !xml.is_full;
		if (!fits && count == 1)
			return fault_set(fault, FAILED, "the lines of one client do not fit in one message");
		if (!fits)
			count = (count + 1) / 2;
		else if (put_file(making, &xml, lines, fault) != OK)
			return FAILED;
	}
	return OK;
}

static enum status end_file(struct making *making, struct fault *fault)
{
	return making->lines_count == 0
	               ? OK
	               : write_clients(making, (struct records){ making->claimants, making->clients_count },
	                               fault);
}

/* The client's own part of the file, which begins with this line. */
static enum status begin_client(struct making *making, int64_t person, struct fault *fault)
{
	struct message_claimant *claimant = &making->claimants[making->clients_count++];
	const char *bsn = "";
	enum status status = vault_bsn(making->asked->journal, person, &bsn, fault);

	claimant->bsn = arena_copy(making->arena, bsn);
	claimant->lines.items = &making->lines[making->lines_count];
	making->person = person;
	return status;
}

static enum status add_line(void *context, const struct claim_free *order, struct fault *fault)
{
	struct making *making = context;
	int64_t most = 0, nth = making->made->lines + (int64_t)making->lines_count;
	struct chance chance = chance_new(1, PURPOSE_SPOIL, (uint64_t)nth);
	struct message_line line = { 0 };
	struct claim_contract contract;
	enum status status = OK;

	if (making->lines_count == CLAIM_FILE_LINES) {
		status = end_file(making, fault);
		begin_file(making);
	}
	if (status == OK && order->person != making->person)
		status = begin_client(making, order->person, fault);
	if (status)
		return status;
	status = line_of(making, order, &line, &contract, &most, fault);
	if (status == OK && chance_percent(&chance, making->asked->spoil_percent))
		spoil(&line, &contract, most, making->made->spoiled++);
	making->lines[making->lines_count++] = line;
	making->claimants[making->clients_count - 1].lines.count++;
	return status;
}

static enum status write_share(struct making *making, struct fault *fault)
{
	const struct claim_free_asked asked = { making->share->party->name, making->asked->month,
		                                making->share->lines };
	const struct claim_free_visit visit = { add_line, making };
	enum status status;

	begin_file(making);
	status = claim_free_orders(making->asked->journal, &asked, &visit, fault);
	return status == OK ? end_file(making, fault) : status;
}

/* --- all of them --- */

static bool has_code(const struct claims_share *shares, size_t count, const char *agb)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(shares[i].party->agb, agb) == 0)
			return true;
	return false;
}

/* Providers with a code of their own, one for each file at most: those that deliver, or else any. */
static size_t choose_parties(const struct claims_asked *asked, int64_t files, bool must_deliver,
                             struct claims_share shares[static PARTIES_MAX])
{
	const struct scheme_entry *entry = entry_of(asked);
	const struct scheme_party *parties = entry == NULL ? NULL : entry->scheme.parties.items;
	size_t count = 0;

	for (size_t i = 0; entry != NULL && i < entry->scheme.parties.count && count < PARTIES_MAX; i++)
		if ((int64_t)count < files && has_words(parties[i].agb) &&
		    !has_code(shares, count, parties[i].agb) &&
		    (!must_deliver || claims_can_come_from(asked, entry, &parties[i])))
			shares[count++].party = &parties[i];
	return count;
}

/* A provider more for each file that is needed, as long as there are providers; the lines in even parts. */
static size_t share_out(const struct claims_asked *asked, struct claims_share shares[static PARTIES_MAX])
{
	int64_t files = (asked->lines + CLAIM_FILE_LINES - 1) / CLAIM_FILE_LINES, left = asked->lines;
	size_t count = choose_parties(asked, files, /* must_deliver= */ true, shares);

	if (count == 0)
		count = choose_parties(asked, files, /* must_deliver= */ false, shares);
	/* whole files, but for the last */
	for (size_t i = 0; i < count; i++) {
		int64_t mine = (files + (int64_t)(count - i) - 1) / (int64_t)(count - i);

		files -= mine;
		shares[i].lines = mine * CLAIM_FILE_LINES < left ? mine * CLAIM_FILE_LINES : left;
		left -= shares[i].lines;
	}
	return count;
}

enum status claims_make(const struct claims_asked *asked, struct claims_made *ret_made, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(FILE_ARENA_BYTES);
	CLEANUP(folder_close) struct folder out = { 0 };
	struct claims_share shares[PARTIES_MAX] = { 0 };
	struct making making = { .asked = asked,
		                 .made = ret_made,
		                 .out = &out,
		                 .arena = arena,
		                 .contracts = { .journal = asked->journal, .arena = asked->arena } };
	size_t count = share_out(asked, shares);
	char today[DATE_TEXT_SIZE];
	enum status status = folder_make(asked->out, &out, fault);

	*ret_made = (struct claims_made){ 0 };
	if (status)
		return status;
	if (count == 0)
		return fault_set(fault, WRONG_USE, "the register has no provider with a code for messages");
	if (date_before(asked->month.from, date_of(2021, 1, 1))) /* CS100 */
		return fault_set(
			fault, WRONG_USE,
			"before 2021 nothing was claimed in this way: --month takes 2021-01 or later");
	if (date_before(clock_today(asked->journal->clock), asked->month.until))
		return fault_set(fault, WRONG_USE, "the month is not over on %s",
		                 date_print(clock_today(asked->journal->clock), today));
	for (size_t i = 0; status == OK && i < count; i++) {
		making.share = &shares[i];
		status = claims_add_orders(asked, &shares[i], ret_made, fault);
		if (status == OK)
			status = write_share(&making, fault);
	}
	return status;
}
