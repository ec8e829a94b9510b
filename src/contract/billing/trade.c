/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/billing/trade.h"

#include <stdlib.h>
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/billing/billing.h"
#include "contract/billing/draft.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/party_orders.h"
#include "platform/base/words.h"

/* --- a claim as a message --- */

static const char *unit_code(int64_t unit, struct arena *arena)
{
	return arena_print(arena, "%02lld", (long long)unit);
}

static struct message_line line_of(const struct billed_line *billed, struct arena *arena)
{
	return (struct message_line){
		.reference = { billed->reference, has_words(billed->previous) ? billed->previous : NULL },
		.order = billed->assignment,
		.product = { billed->category, billed->code },
		.period = { billed->first_day, billed->last_day },
		.volume = billed->volume,
		.unit = unit_code(billed->unit, arena),
		.rate = { billed->tariff == CLAIM_NO_TARIFF ? 0 : billed->tariff },
		.has_rate = billed->tariff != CLAIM_NO_TARIFF,
		.amount = { { billed->amount }, billed->is_credit ? MESSAGE_CREDIT : MESSAGE_DEBIT },
	};
}

/* A line with whom it is about: lines of one client stand together in a message. */
struct line_of_client {
	int64_t person;
	const struct billed_line *line;
};

static int compare_clients(const void *a, const void *b)
{
	const struct line_of_client *one = a, *other = b;

	if (one->person != other->person)
		return one->person < other->person ? -1 : 1;
	return one->line->number < other->line->number ? -1 : 1;
}

/* The lines by client; NOT_FOUND where a client was erased since. */
static enum status by_client(struct journal *journal, const struct records *lines,
                             struct line_of_client *ret_lines, struct fault *fault)
{
	const struct billed_line *line = lines->items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < lines->count; i++) {
		struct party_order order = { 0 };

		status = party_order_of(journal, line[i].assignment, &order, fault);
		ret_lines[i] = (struct line_of_client){ order.person, &line[i] };
	}
	if (status == OK && lines->count > 1)
		qsort(ret_lines, lines->count, sizeof(*ret_lines), compare_clients);
	return status;
}

static enum status fill_clients(struct journal *journal, const struct records *lines,
                                struct records *ret_claimants, struct fault *fault)
{
	struct line_of_client *sorted = ARENA_MANY(journal->arena, lines->count, struct line_of_client);
	struct message_claimant *claimants =
		ARENA_MANY(journal->arena, lines->count, struct message_claimant);
	struct message_line *all = ARENA_MANY(journal->arena, lines->count, struct message_line);
	enum status status = by_client(journal, lines, sorted, fault);

	*ret_claimants = (struct records){ .items = claimants };
	for (size_t i = 0; status == OK && i < lines->count; i++) {
		if (i == 0 || sorted[i].person != sorted[i - 1].person) {
			struct message_claimant *claimant = &claimants[ret_claimants->count++];

			claimant->lines.items = &all[i];
			status = vault_bsn(journal, sorted[i].person, &claimant->bsn, fault);
		}
		all[i] = line_of(sorted[i].line, journal->arena);
		claimants[ret_claimants->count - 1].lines.count++;
	}
	return status;
}

static const char *identification_of(int64_t claim, struct arena *arena)
{
	return arena_print(arena, "323%09lld", (long long)claim);
}

/* Dated on the day that it was approved: written again it is the same message. */
enum status billing_compose(struct journal *journal, const struct billing_claim *claim,
                            struct message_item *ret_item, struct fault *fault)
{
	const struct message *message = message_find("WMO323", claim->approved_on);
	const struct message_identity identity = { identification_of(claim->fact, journal->arena),
		                                   claim->approved_on };
	struct records lines = { 0 };
	enum status status = billing_lines_of(journal, claim->fact, &lines, fault);

	*ret_item = (struct message_item){
		.header = message_header_new(message, claim->provider, claim->municipality, identity),
		.has_claim = true,
		.claim = { .number = claim->number,
		           .period = { claim->month, date_add_days(claim_month_of(claim->month).until, -1) },
		           .dated = claim->approved_on,
		           .total = { { llabs(claim->total.cents) },
		                      claim->total.cents < 0 ? MESSAGE_CREDIT : MESSAGE_DEBIT } },
	};
	return status == OK ? fill_clients(journal, &lines, &ret_item->claim.claimants, fault) : status;
}

/* --- it leaves --- */

static enum status append_sent(struct journal *journal, const struct billing_claim *claim,
                               const char *identification, const struct text *xml, struct fault *fault)
{
	struct claim_sent sent = { claim->fact, identification };
	const struct leaving leaving = { .sort = "WMO323",
		                         .identification = identification,
		                         .xml = xml,
		                         .kind = &claim_sent_kind,
		                         .items = &sent,
		                         .size = sizeof(sent),
		                         .count = 1 };

	return round_append_left(journal, &leaving, fault);
}

/* The file first, then the fact, as for orders: a crash between them writes the same message again. */
static enum status leave(struct round *round, const struct billing_claim *claim, const struct text *xml,
                         struct fault *fault)
{
	struct journal *journal = &round->journal;
	const char *identification = identification_of(claim->fact, journal->arena);
	const char *name =
		arena_print(journal->arena, "WMO323-%s-%s.xml", claim->municipality, identification);
	const struct folder *to = round->folders->as == NULL ? &round->in : &round->out;
	enum status status = folder_write(to, name, xml, fault);

	if (status == OK)
		status = append_sent(journal, claim, identification, round->folders->as == NULL ? NULL : xml,
		                     fault);
	round->result->orders_sent += status == OK;
	return status;
}

static enum status send_claim(struct round *round, const void *waiting, struct fault *fault)
{
	const struct billing_claim *claim = waiting;
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct journal *journal = &round->journal;
	struct findings findings = findings_new(round->arena, journal->language);
	struct message_item item;
	enum status status = billing_compose(journal, claim, &item, fault);

	if (status == OK)
		status = message_write(message_find("WMO323", claim->approved_on), &item, &xml, &findings);
	if (status == OK)
		return leave(round, claim, &xml, fault);
	if (status != FINDINGS && status != NOT_FOUND)
		return status;
	round->result->orders_held++;
	round_tell(round, WORDS("Declaratie %s kan niet weg: %s"), claim->number,
	           findings.count > 0
	                   ? findings.items[0].words
	                   : words_in(journal->language, WORDS("een cliënt is niet meer bekend.")));
	return OK;
}

enum status billing_send(struct round *round, struct fault *fault)
{
	const struct round_waiting waiting = { billing_claims_waiting, send_claim,
		                               sizeof(struct billing_claim),
		                               offsetof(struct billing_claim, fact) };

	return round_send_each(round, &waiting, fault);
}

/* --- the answer --- */

static const char *codes_of(const struct texts *codes, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < codes->count; i++)
		if (strcmp(codes->items[i], MESSAGE_NO_REMARK) != 0 &&
		    strcmp(codes->items[i], MESSAGE_CLAIM_GRANTED) != 0)
			all = arena_print(arena, "%s%s%s", all, all[0] == '\0' ? "" : " ", codes->items[i]);
	return all;
}

/* A client who is refused: its lines are not judged, and have the client's code. */
static void add_refused(struct records *refused, const struct message_claimant *claimant, struct arena *arena)
{
	const struct message_line *line = claimant->lines.items;
	const char *whole = codes_of(&claimant->return_codes, arena);

	for (size_t i = 0; i < claimant->lines.count; i++)
		((struct claim_refusal *)refused->items)[refused->count++] = (struct claim_refusal){
			line[i].reference.number,
			has_words(whole) ? whole : codes_of(&line[i].return_codes, arena),
		};
}

static struct records refused_in(const struct message_claim *answer, struct arena *arena)
{
	const struct message_claimant *claimants = answer->claimants.items;
	struct records refused = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < answer->claimants.count; i++)
		count += claimants[i].lines.count;
	refused.items = ARENA_MANY(arena, count + 1, struct claim_refusal);
	for (size_t i = 0; i < answer->claimants.count; i++)
		add_refused(&refused, &claimants[i], arena);
	return refused;
}

/* The line of the claim with that reference; NULL. */
static const struct billed_line *line_named(const struct records *lines, const char *reference)
{
	const struct billed_line *line = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(line[i].reference, reference) == 0)
			return &line[i];
	return NULL;
}

/* TR366: each line of the answer is one that was claimed. */
static bool are_known(const struct records *refused, const struct records *lines)
{
	const struct claim_refusal *one = refused->items;

	for (size_t i = 0; i < refused->count; i++)
		if (line_named(lines, one[i].reference) == NULL)
			return false;
	return true;
}

static bool is_same_text(const char *one, const char *other)
{
	return strcmp(or_empty(one), or_empty(other)) == 0;
}

static bool is_same_line(const struct message_line *one, const struct message_line *other)
{
	return one->order == other->order && one->volume == other->volume &&
	       one->rate.cents == other->rate.cents &&
	       one->amount.amount.cents == other->amount.amount.cents &&
	       one->period.begins_on.day == other->period.begins_on.day &&
	       one->period.ends_on.day == other->period.ends_on.day &&
	       is_same_text(one->reference.earlier, other->reference.earlier) &&
	       is_same_text(one->product.category, other->product.category) &&
	       is_same_text(one->product.code, other->product.code) && is_same_text(one->unit, other->unit) &&
	       is_same_text(one->amount.side, other->amount.side);
}

/* TR367: a line that comes back has the values with which it was claimed. */
static bool are_unchanged(const struct message_claim *answer, const struct records *lines,
                          struct arena *arena)
{
	const struct message_claimant *claimants = answer->claimants.items;

	for (size_t i = 0; i < answer->claimants.count; i++)
		for (size_t n = 0; n < claimants[i].lines.count; n++) {
			const struct message_line *line =
				&((const struct message_line *)claimants[i].lines.items)[n];
			const struct billed_line *billed = line_named(lines, line->reference.number);
			struct message_line ours;

			if (billed == NULL)
				continue;
			ours = line_of(billed, arena);
			if (!is_same_line(line, &ours))
				return false;
		}
	return true;
}

/* TR371: the schemas that the answer says the claim has. */
static bool has_our_release(const struct message_item *answer, const struct billing_claim *claim)
{
	const char *schema = message_find("WMO323", claim->approved_on)->schema;

	return is_same_text(answer->header.answer_releases.base, schema) &&
	       is_same_text(answer->header.answer_releases.message, schema);
}

/* TR376 */
static bool has_our_number(const struct message_item *answer, const struct billing_claim *claim)
{
	return !answer->has_claim || is_same_text(answer->claim.number, claim->number);
}

/* The parts that were refused and what was granted are the whole (TR342). */
static bool adds_up(const struct billing_claim *claim, const struct claim_answered *answered,
                    const struct records *lines)
{
	const struct claim_refusal *one = answered->lines->items;
	const struct billed_line *line = lines->items;
	int64_t cents = answered->granted.cents;

	for (size_t i = 0; i < answered->lines->count; i++)
		for (size_t n = 0; n < lines->count; n++)
			if (strcmp(line[n].reference, one[i].reference) == 0)
				cents += line[n].is_credit ? -line[n].amount : line[n].amount;
	return cents == claim->total.cents || has_words(answered->codes);
}

/* The first rule across messages that the answer breaks; NULL for none. */
static const char *broken_rule(const struct received *received, const struct billing_claim *claim,
                               const struct claim_answered *answered, const struct records *lines)
{
	const struct message_item *item = received->reading.item;

	if (!has_our_release(item, claim))
		return "TR371";
	if (!has_our_number(item, claim))
		return "TR376";
	if (!are_known(answered->lines, lines))
		return "9366 (TR366)";
	if (!are_unchanged(&item->claim, lines, received->round->arena))
		return "9367 (TR367)";
	return adds_up(claim, answered, lines) ? NULL : "0001 (TR342)";
}

static enum status store_answer_of(struct received *received, const struct billing_claim *claim,
                                   enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_item *item = received->reading.item;
	struct arena *arena = received->round->arena;
	const char *whole = codes_of(&item->header.return_codes, arena);
	struct records refused = refused_in(&item->claim, arena), lines = { 0 };
	struct claim_answered answered = {
		.claim = claim->fact,
		.sender = item->header.sender,
		.message = item->header.identity.identification,
		.content_mark = received->content_mark,
		.codes = has_words(whole) ? whole : codes_of(&item->claim.return_codes, arena),
		.granted.cents = strcmp(or_empty(item->claim.granted.side), MESSAGE_CREDIT) == 0
		                         ? -item->claim.granted.amount.cents
		                         : item->claim.granted.amount.cents,
		.lines = &refused,
	};
	const char *rule;
	enum status status = billing_lines_of(&received->round->journal, claim->fact, &lines, fault);

	if (status)
		return status;
	rule = broken_rule(received, claim, &answered, &lines);
	if (rule == NULL)
		return received_append(received, &claim_answered_kind, &answered, ret_verdict, fault);
	*ret_verdict = VERDICT_REFUSED;
	(void)findings_add(&received->findings, rule, "DeclaratieAntwoord",
	                   WORDS("Dit antwoord past niet bij de regels van onze declaratie."));
	return OK;
}

enum status billing_take_answer(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	const struct message_header *header = &received->reading.item->header;
	struct billing_claim claim;
	enum status status = received_route(
		received,
		(struct message_route){ .municipality = header->sender, .provider = header->receiver },
		ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	status = received_before(
		received, (struct message_key){ header->sender, "WMO325", header->identity.identification },
		ret_verdict, fault);
	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	/* TR337: the claim that it answers */
	status = billing_claim_sent_as(journal, header->receiver, header->answer.identification, &claim,
	                               fault);
	if (status == OK && !date_is(claim.answered_on))
		return store_answer_of(received, &claim, ret_verdict, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	*ret_verdict = VERDICT_REFUSED;
	(void)findings_add(&received->findings, "TR337", "Header/DeclaratieIdentificatie", "%s",
	                   words_in("nl", status == OK
	                                          ? WORDS("Deze declaratie is al beantwoord.")
	                                          : WORDS("Wij hebben zo'n declaratie niet verstuurd.")));
	return OK;
}
