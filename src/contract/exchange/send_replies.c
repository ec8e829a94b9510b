/* SPDX-License-Identifier: EUPL-1.2 */
/* The WMO319: what the municipality says to a request, each in a message of its own. */
#include <string.h>

#include "contract/exchange/asked.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/keep_bytes.h"
#include "contract/exchange/message.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

static enum status append_replied(struct journal *journal, const struct asked_line *line, const char *message,
                                  const struct text *xml, struct fault *fault)
{
	struct asking_replied replied = { line->person, line->request, line->verdict_fact, message };
	const struct leaving leaving = { .sort = "WMO319",
		                         .identification = message,
		                         .xml = xml,
		                         .kind = &asking_replied_kind,
		                         .items = &replied,
		                         .size = sizeof(replied),
		                         .count = 1 };

	return round_append_left(journal, &leaving, fault);
}

static void tell_held(struct round *round, const struct asked_line *line, const struct findings *findings)
{
	round->result->orders_held++;
	round_tell(round, WORDS("Het antwoord op verzoek %lld kan nog niet weg. %s (%s): %s"),
	           (long long)line->request, findings->items[0].field, findings->items[0].code,
	           findings->items[0].words);
}

/* The file first, then the fact, as for orders: a crash between them sends the same message again. */
static enum status send_reply(struct round *round, const void *waiting, struct fault *fault)
{
	const struct asked_line *line = waiting;
	CLEANUP(text_done) struct text xml = text_new(XML_MAX_BYTES);
	struct journal *journal = &round->journal;
	struct findings findings = findings_new(journal->arena, journal->language);
	const char *identification = arena_print(journal->arena, "319%09lld", (long long)line->verdict_fact);
	const struct message_identity identity = { identification, clock_today(journal->clock) };
	const struct message *message = message_find("WMO319", identity.dated);
	struct message_item item = { .reply = { .reference = line->reference,
		                                .verdict = line->verdict,
		                                .refusal =
		                                        has_words(line->refusal) ? line->refusal : NULL } };
	enum status status;

	item.header = message_header_new(message, line->municipality, compose_provider(journal, line->party),
	                                 identity);
	status = message_write(message, &item, &xml, &findings);
	if (status == FINDINGS) {
		tell_held(round, line, &findings);
		return OK;
	}
	if (status == OK)
		status = folder_write(
			&round->out,
			arena_print(journal->arena, "WMO319-%s-%s.xml", line->municipality, identification),
			&xml, fault);
	return status == OK ? append_replied(journal, line, identification, &xml, fault) : status;
}

enum status round_send_replies(struct round *round, struct fault *fault)
{
	const struct round_waiting waiting = { asked_to_reply, send_reply, sizeof(struct asked_line),
		                               offsetof(struct asked_line, request) };

	return round_send_each(round, &waiting, fault);
}
