/* SPDX-License-Identifier: EUPL-1.2 */
/* In a provider's own register: what a municipality says to its requests: WMO316, WMO318 and WMO319. */
#include <string.h>

#include "contract/exchange/asking.h"
#include "contract/exchange/message_rule.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* --- the answer to the message --- */

static void refuse_unknown(struct received *received, enum verdict *ret_verdict)
{
	*ret_verdict = VERDICT_REFUSED;
	(void)findings_add(&received->findings, "answer-unknown", "Header/BerichtIdentificatie/Identificatie",
	                   WORDS("Dit antwoord hoort bij geen verzoek dat wij stuurden."));
}

enum status store_asking_answer(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	CLEANUP(text_done) struct text codes = text_new(MAX_CODES_CHARS);
	const struct message_header *header = &received->reading.item->header;
	const char *sort = received->reading.message->code;
	struct journal journal = received->round->journal;
	struct asking_line asking;
	struct asking_confirmed confirmed;
	enum status status = received_answer(
		received,
		(struct message_route){ .municipality = header->receiver, .provider = header->sender },
		(struct message_key){ header->receiver, sort, header->identity.identification }, ret_verdict,
		fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	journal.arena = received->round->arena;
	status = asking_sent_as(&journal, header->identity.identification, &asking, fault);
	if (status == NOT_FOUND || (status == OK && strcmp(asking.municipality, header->receiver) != 0)) {
		refuse_unknown(received, ret_verdict);
		return OK;
	}
	if (status)
		return status;
	answer_codes(&codes, received->reading.message->form.record, received->reading.item);
	confirmed = (struct asking_confirmed){ .person = asking.person,
		                               .asking = asking.asking,
		                               .sort = sort,
		                               .sender = header->receiver,
		                               .message = header->identity.identification,
		                               .content_mark = received->content_mark,
		                               .codes = text_words(&codes) };
	return received_append(received, &asking_confirmed_kind, &confirmed, ret_verdict, fault);
}

/* --- the reply to the request --- */

static bool stands_as(const struct asking_line *asking, const char *state)
{
	return strcmp(asking->state, state) == 0;
}

/* TR355: what never left, or was rejected, was not asked (OP286). */
static bool is_asked(const struct asking_line *asking)
{
	return asking->asking != 0 && has_words(asking->message) && !stands_as(asking, "rejected");
}

/* The first rule across messages that the reply breaks; NULL for none. */
static const char *broken_rule(const struct asking_line *asking, const struct message_reply *reply)
{
	if (!is_asked(asking))
		return "TR355";
	if (stands_as(asking, "granted"))
		return "TR359";
	if (stands_as(asking, "refused"))
		return "TR365";
	if (date_is(asking->considered_on) && strcmp(reply->verdict, "2") == 0)
		return "TR360";
	return NULL;
}

static enum status append_heard(struct received *received, const struct asking_line *asking,
                                enum verdict *ret_verdict, struct fault *fault)
{
	const struct message_item *item = received->reading.item;
	struct asking_heard heard = { .person = asking->person,
		                      .asking = asking->asking,
		                      .party = asking->party,
		                      .verdict = item->reply.verdict,
		                      .refusal = item->reply.refusal,
		                      .sender = item->header.sender,
		                      .message = item->header.identity.identification,
		                      .content_mark = received->content_mark };

	return received_append(received, &asking_heard_kind, &heard, ret_verdict, fault);
}

enum status store_reply(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct message_item *item = received->reading.item;
	const struct message_header *header = &item->header;
	struct journal journal = received->round->journal;
	const struct asking_key key = { received->round->folders->as, header->sender, item->reply.reference };
	struct asking_line asking;
	const char *rule;
	enum status status = received_heading(
		received,
		(struct message_route){ .municipality = header->sender, .provider = header->receiver },
		(struct message_key){ header->sender, "WMO319", header->identity.identification },
		ret_verdict, fault);

	if (status != OK || *ret_verdict != VERDICT_NEW)
		return status;
	journal.arena = received->round->arena;
	status = asking_by_reference(&journal, &key, &asking, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	rule = broken_rule(&asking, &item->reply);
	if (rule == NULL)
		return append_heard(received, &asking, ret_verdict, fault);
	received_refuse(received, rule, &item->reply.return_codes, "Antwoord/ReferentieAanbieder",
	                ret_verdict);
	return OK;
}
