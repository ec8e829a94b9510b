/* SPDX-License-Identifier: EUPL-1.2 */
/* The WMO302: what the provider says to the orders that it was sent. */
#include <string.h>

#include "contract/exchange/compose.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

#define IDENTIFICATION "Header/BerichtIdentificatie/Identificatie"

static bool is_remark(const char *return_code)
{
	return strcmp(return_code, MESSAGE_NO_REMARK) != 0 && strcmp(return_code, MESSAGE_NOT_JUDGED) != 0;
}

static void add_code(struct text *codes, const char *return_code)
{
	if (is_remark(return_code) && strstr(text_words(codes), return_code) == NULL)
		text_print(codes, "%s%s", codes->length == 0 ? "" : " ", return_code);
}

/* Adds every code in the part and inside it. A 301 is refused as a whole, so they concern all its orders
 * (IV028). */
void answer_codes(struct text *codes, const struct record *record, const void *part)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const void *member = (const char *)part + field->offset;
		const struct texts *texts = member;
		const struct records *list = member;

		for (size_t n = 0; field->type == FIELD_TEXTS && n < texts->count; n++)
			add_code(codes, texts->items[n]);
		if (field->type == FIELD_RECORD)
			answer_codes(codes, field->of, member);
		for (size_t n = 0; field->type == FIELD_RECORDS && n < list->count; n++)
			answer_codes(codes, field->of, (const char *)list->items + n * field->of->size);
	}
}

/* The orders that left in the message that is answered, in arena; none when it is not one of ours. */
static enum status answered_orders(struct received *received, struct records *ret_orders, struct fault *fault)
{
	const struct message_header *header = &received->reading.item->header;
	struct journal journal = received->round->journal;
	const char *identification = header->identity.identification;
	struct order_address address;
	struct order_line order;
	enum status status;

	*ret_orders = (struct records){ 0 };
	journal.arena = received->round->arena;
	status = order_by_message(&journal, identification, &order, fault);
	if (status == OK)
		status = order_address(&journal, &order, &address, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	if (address.provider == NULL || strcmp(address.provider, header->receiver) != 0)
		return OK;
	return orders_at(&journal, order.person, order.party, ret_orders, fault);
}

static enum status append_answers(struct received *received, const struct records *orders, const char *codes,
                                  enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_header *header = &received->reading.item->header;
	const struct order_line *lines = orders->items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < orders->count; i++) {
		struct order_answered answered = { .person = lines[i].person,
			                           .assignment = lines[i].assignment,
			                           .message = header->identity.identification,
			                           .sender = header->receiver,
			                           .content_mark = received->content_mark,
			                           .codes = codes };

		arena_clear(received->round->journal.arena);
		if (strcmp(lines[i].message, answered.message) == 0)
			status = received_append(received, &order_answered_kind, &answered, ret_verdict,
			                         fault);
	}
	return status;
}

/* Whether the message is one that we have to go through: ours, and not answered before. */
static enum status check_key(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_header *header = &received->reading.item->header;
	const struct message_route route = { .municipality = header->sender, .provider = header->receiver };
	const struct message_key key = { header->receiver, "WMO302", header->identity.identification };

	return received_answer(received, route, key, ret_verdict, fault);
}

/* Header and key are those of the message that is answered: there is one answer to each (iWmo 3.2, IV028). */
enum status store_answer(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	CLEANUP(text_done) struct text codes = text_new(MAX_CODES_CHARS);
	struct records orders;
	enum status status = check_key(received, ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	status = answered_orders(received, &orders, fault);
	if (status)
		return status;
	answer_codes(&codes, received->reading.message->form.record, received->reading.item);
	if (orders.count > 0)
		return append_answers(received, &orders, text_words(&codes), ret_verdict, fault);
	*ret_verdict = VERDICT_REFUSED;
	(void)findings_add(&received->findings, "answer-unknown", IDENTIFICATION,
	                   WORDS("Dit antwoord hoort bij geen opdracht die wij deze aanbieder stuurden."));
	return OK;
}
