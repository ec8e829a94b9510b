/* SPDX-License-Identifier: EUPL-1.2 */
/* The WMO315 and the WMO317: what a provider asks, once no rule across messages is broken; and the WMO320. */
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/asked_rules.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_rule.h"
#include "contract/exchange/refusal.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

#define CHANGE "Client/Verzoek"

/* A message on its way in; what it looks up lives in the round's arena. */
struct asking {
	struct received *received;
	struct journal journal; /* the round's, with an arena that stays */
	const char *party;
	int64_t person;
	struct records orders; /* of struct order_line */
};

/* The party of that code in a scheme of the register; the heading was held against it already. */
static const char *party_of(const struct journal *journal, const char *agb)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_party *parties = entry->scheme.parties.items;

		for (size_t j = 0; j < entry->scheme.parties.count; j++)
			if (strcmp(or_empty(parties[j].agb), agb) == 0)
				return parties[j].name;
	}
	return "";
}

static bool is_aid(const struct scheme_product *product)
{
	return product != NULL && strcmp(product->category, "11") >= 0 &&
	       strcmp(product->category, "14") <= 0;
}

/* The amount, as the house has it. */
static void take_volume(struct asked_wish *wish, const struct message_care *care)
{
	if (!care->has_volume)
		return;
	wish->amount = care->volume.volume;
	wish->unit = house_code(scheme_units, scheme_unit_code, care->volume.unit);
	wish->frequency = house_code(scheme_frequencies, scheme_frequency_code, care->volume.frequency);
}

static struct asked_wish wish_of(const struct asking *asking, const struct message_wish *wish,
                                 const char *sort, const struct order_line *order)
{
	const struct journal *journal = &asking->journal;
	const struct scheme_product *product =
		order == NULL ? product_in_message(journal, &wish->care.product)
			      : scheme_book_product(journal->schemes, journal->register_id, order->product);
	struct asked_wish asked = { .sort = sort,
		                    .assignment = wish->number,
		                    .product = product == NULL ? NULL : product->name,
		                    .from = wish->care.begins_on,
		                    .last_day = wish->care.ends_on,
		                    .is_aid = is_aid(product) };

	take_volume(&asked, &wish->care);
	if (order == NULL || strcmp(sort, "kept") != 0)
		return asked;
	asked.amount = order->amount;
	asked.unit = order->unit;
	asked.frequency = order->frequency;
	asked.from = order->valid_from;
	asked.last_day = date_last_day(order->valid_until);
	return asked;
}

/* --- the rules, part by part --- */

static void judge_part(struct asking *asking, const struct asked_part *part, struct texts *codes,
                       const char *field, enum verdict *ret_verdict)
{
	const char *rule = asked_broken_rule(part);

	if (rule != NULL)
		received_refuse(asking->received, rule, codes, field, ret_verdict);
}

/* A list of the request for change. */
struct wish_list {
	const char *sort, *field;
	struct records *wishes;
};

static void judge_list(struct asking *asking, const struct wish_list *list, struct asked_part part,
                       struct records *wishes, enum verdict *ret_verdict)
{
	struct message_wish *items = list->wishes->items;
	struct asked_wish *asked = wishes->items;

	part.wish_sort = list->sort;
	for (size_t i = 0; i < list->wishes->count; i++) {
		part.wish = &items[i];
		part.order = asked_current_order(&asking->orders, items[i].number, part.dated);
		asked[wishes->count] = wish_of(asking, &items[i], list->sort, part.order);
		part.is_agreed =
			items[i].care.product.category == NULL || asked[wishes->count].product != NULL;
		wishes->count++;
		judge_part(asking, &part, &items[i].return_codes,
		           arena_print(asking->journal.arena, CHANGE "/%s[%zu]", list->field, i + 1),
		           ret_verdict);
	}
}

static enum status append_asked(struct asking *asking, struct provider_asked *asked,
                                enum verdict *ret_verdict, struct fault *fault)
{
	const struct received *received = asking->received;
	const struct message_header *header = &received->reading.item->header;

	asked->person = asking->person;
	asked->party = asking->party;
	asked->municipality = header->receiver;
	asked->message = header->identity.identification;
	asked->sender = header->sender;
	asked->content_mark = received->content_mark;
	arena_clear(received->round->journal.arena);
	return received_append(asking->received, &provider_asked_kind, asked, ret_verdict, fault);
}

static enum status store_change(struct asking *asking, enum verdict *ret_verdict, struct fault *fault)
{
	struct message_client *client = &asking->received->reading.item->client;
	struct message_change *change = &client->change;
	const struct wish_list lists[] = {
		{ "kept", "OngewijzigdeProducten/OngewijzigdProduct", &change->kept },
		{ "changed", "TeWijzigenProducten/TeWijzigenProduct", &change->changed },
		{ "added", "NieuweProducten/NieuwProduct", &change->added },
	};
	size_t count = change->kept.count + change->changed.count + change->added.count;
	struct provider_asked asked = { .sort = "change",
		                        .reference = change->reference,
		                        .reason = change->reason,
		                        .wishes = records_new(&asked_wish_record, count + 1,
		                                              asking->journal.arena) };
	struct asked_part part = { .change = change,
		                   .wishes = &asked.wishes,
		                   .orders = asking->orders,
		                   .dated = asking->received->reading.item->header.identity.dated };
	enum status status;

	if (asking->person == 0) {
		received_refuse(asking->received, "TR304", &client->return_codes, "Client/Bsn", ret_verdict);
		return OK;
	}
	asked.wishes.count = 0;
	for (size_t i = 0; i < COUNT(lists); i++)
		judge_list(asking, &lists[i], part, &asked.wishes, ret_verdict);
	status = asked_look(&asking->journal, asking->person, asking->party, change->reference, &part.before,
	                    fault);
	if (status)
		return status;
	judge_part(asking, &part, &change->return_codes, CHANGE, ret_verdict);
	return *ret_verdict == VERDICT_NEW ? append_asked(asking, &asked, ret_verdict, fault) : OK;
}

static const char *words_of(const struct message_client *client, const struct message_request *request,
                            struct arena *arena)
{
	if (!has_words(client->comment) || !has_words(request->comment))
		return has_words(client->comment) ? client->comment : request->comment;
	return arena_print(arena, "%s\n%s", client->comment, request->comment);
}

/* Each product is a request of its own, with its own reference (iWmo 3.2, IV094). */
static enum status store_request(struct asking *asking, struct message_request *request, size_t place,
                                 bool is_open, enum verdict *ret_verdict, struct fault *fault)
{
	struct arena *arena = asking->journal.arena;
	const struct message_wish care = { .care = request->care };
	struct asked_wish wish = wish_of(asking, &care, "added", NULL);
	struct provider_asked asked = {
		.sort = "assignment",
		.reference = request->reference,
		.words = message_cut(
			or_empty(words_of(&asking->received->reading.item->client, request, arena)), 4000,
			arena),
		.wishes = { .items = &wish, .count = 1 }
	};
	struct asked_part part = { .request = request,
		                   .is_agreed =
		                           request->care.product.category == NULL || wish.product != NULL };
	enum status status = asked_look(&asking->journal, asking->person, asking->party, request->reference,
	                                &part.before, fault);

	if (status)
		return status;
	part.before.is_open = is_open;
	judge_part(asking, &part, &request->return_codes,
	           arena_print(arena, "Client/AangevraagdeProducten/AangevraagdProduct[%zu]", place + 1),
	           ret_verdict);
	return *ret_verdict == VERDICT_NEW ? append_asked(asking, &asked, ret_verdict, fault) : OK;
}

static enum status store_requests(struct asking *asking, enum verdict *ret_verdict, struct fault *fault)
{
	struct records *list = &asking->received->reading.item->client.requests;
	struct message_request *requests = list->items;
	struct asked_before before = { 0 };
	enum status status = asked_look(&asking->journal, asking->person, asking->party, "", &before, fault);

	for (size_t i = 0; status == OK && i < list->count; i++)
		status = store_request(asking, &requests[i], i, before.is_open, ret_verdict, fault);
	return status;
}

enum status store_asked(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_item *item = received->reading.item;
	const struct message_header *header = &item->header;
	const char *code = received->reading.message->code;
	struct asking asking = { .received = received, .journal = received->round->journal };
	enum status status = received_heading(
		received,
		(struct message_route){ .municipality = header->receiver, .provider = header->sender },
		(struct message_key){ header->sender, code, header->identity.identification }, ret_verdict,
		fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	asking.journal.arena = received->round->arena;
	asking.party = party_of(&asking.journal, header->sender);
	status = vault_person_with_bsn(&asking.journal, item->client.bsn, &asking.person, fault);
	if (status == NOT_FOUND)
		asking.person = 0;
	else if (status == OK)
		status = orders_at(&asking.journal, asking.person, asking.party, &asking.orders, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	return strcmp(code, "WMO317") == 0 ? store_change(&asking, ret_verdict, fault)
	                                   : store_requests(&asking, ret_verdict, fault);
}

/* --- the answer to our answer --- */

/* What the provider did not take is on the contract manager's list, with why: it counts as not sent (OP286).
 */
static enum status append_refused(struct received *received, const struct reply_answered *answered,
                                  enum verdict *ret_verdict, struct fault *fault)
{
	struct message_refused refused = { .sender = answered->sender,
		                           .sort = "WMO320",
		                           .message = answered->message,
		                           .content_mark = answered->content_mark };
	const char *code = answered->codes;

	refused.reasons = arena_print(received->round->arena, "%s: %s\n", code,
	                              words_in("nl", choice_label(message_return_codes, code)));
	return received_append(received, &message_refused_kind, &refused, ret_verdict, fault);
}

enum status store_reply_answer(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	CLEANUP(text_done) struct text codes = text_new(MAX_CODES_CHARS);
	const struct message_header *header = &received->reading.item->header;
	struct journal journal = received->round->journal;
	struct asked_line line;
	struct reply_answered answered;
	enum status status = received_answer(
		received,
		(struct message_route){ .municipality = header->sender, .provider = header->receiver },
		(struct message_key){ header->receiver, "WMO320", header->identity.identification },
		ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	journal.arena = received->round->arena;
	status = asked_by_reply(&journal, header->identity.identification, &line, fault);
	if (status == NOT_FOUND ||
	    (status == OK && strcmp(party_of(&journal, header->receiver), line.party) != 0)) {
		*ret_verdict = VERDICT_REFUSED;
		(void)findings_add(
			&received->findings, "answer-unknown", "Header/BerichtIdentificatie/Identificatie",
			WORDS("Dit antwoord hoort bij geen antwoord dat wij deze aanbieder stuurden."));
		return OK;
	}
	if (status)
		return status;
	answer_codes(&codes, received->reading.message->form.record, received->reading.item);
	answered = (struct reply_answered){ .person = line.person,
		                            .request = line.request,
		                            .message = header->identity.identification,
		                            .sender = header->receiver,
		                            .content_mark = received->content_mark,
		                            .codes = text_words(&codes) };
	status = received_append(received, &reply_answered_kind, &answered, ret_verdict, fault);
	if (status != OK || *ret_verdict != VERDICT_NEW || !has_words(answered.codes))
		return status;
	return append_refused(received, &answered, ret_verdict, fault);
}
