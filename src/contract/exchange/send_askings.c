/* SPDX-License-Identifier: EUPL-1.2 */
/* What providers ask leaves, each in a message of its own. */
#include <string.h>

#include "common/person/vault.h"
#include "contract/exchange/asking_message.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* The bytes of what is laid with what came in are kept by who receives it. */
static enum status append_sent(struct journal *journal, const struct asking_line *asking, const char *message,
                               const struct text *xml, struct fault *fault)
{
	bool is_own = xml != NULL;
	struct asking_sent sent = { asking->person, asking->asking, message, is_own ? asking->party : "",
		                    is_own ? asking->municipality : "" };
	const struct leaving leaving = { .sort = asking_code(asking),
		                         .identification = message,
		                         .xml = xml,
		                         .kind = &asking_sent_kind,
		                         .items = &sent,
		                         .size = sizeof(sent),
		                         .count = 1 };

	return round_append_left(journal, &leaving, fault);
}

static enum status address_of(struct journal *journal, const struct asking_line *asking,
                              struct order_address *ret_address, struct fault *fault)
{
	enum status status = vault_identity(journal, asking->person, &ret_address->client, fault);

	ret_address->bsn = "";
	ret_address->municipality = asking->municipality;
	ret_address->provider = compose_provider(journal, asking->party);
	return status == OK ? vault_bsn(journal, asking->person, &ret_address->bsn, fault) : status;
}

/*
 * The file first, then the fact, as for orders: a crash between them sends the same message again. Who has no
 * software of its own has its message laid with what came in, to be judged in the same round as any other.
 */
static enum status leave(struct round *round, const struct asking_line *asking,
                         const struct message_item *item, const struct text *xml, struct fault *fault)
{
	struct journal *journal = &round->journal;
	const char *message = item->header.identity.identification;
	const struct folder *to = round->folders->as == NULL ? &round->in : &round->out;
	enum status status = folder_write(to,
	                                  arena_print(journal->arena, "%s-%s-%s.xml", asking_code(asking),
	                                              item->header.sender, message),
	                                  xml, fault);

	if (status == OK)
		status =
			append_sent(journal, asking, message, round->folders->as == NULL ? NULL : xml, fault);
	round->result->orders_sent += status == OK;
	return status;
}

static enum status send_asking(struct round *round, const void *waiting, struct fault *fault)
{
	const struct asking_line *asking = waiting;
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct journal *journal = &round->journal;
	struct findings findings = findings_new(journal->arena, journal->language);
	struct order_address address = { 0 };
	struct message_item item;
	enum status status;

	if (round->folders->as != NULL && strcmp(round->folders->as, asking->party) != 0)
		return OK;
	status = address_of(journal, asking, &address, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status; /* who was erased asks nothing */
	item = asking_compose(journal, asking, &address);
	status = message_write(message_find(asking_code(asking), asking->asked_on), &item, &xml, &findings);
	if (status == OK)
		return leave(round, asking, &item, &xml, fault);
	if (status != FINDINGS)
		return status;
	round->result->orders_held++;
	round_tell(round, WORDS("Verzoek %s kan nog niet weg. %s (%s): %s"), asking->reference,
	           findings.items[0].field, findings.items[0].code, findings.items[0].words);
	return OK;
}

enum status round_send_askings(struct round *round, struct fault *fault)
{
	const struct round_waiting waiting = { askings_to_send, send_asking, sizeof(struct asking_line),
		                               offsetof(struct asking_line, asking) };

	return round_send_each(round, &waiting, fault);
}
