/* SPDX-License-Identifier: EUPL-1.2 */
/* The WMO305 and the WMO307: the starts and stops that they bring, once no rule across messages is broken. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/message_codes.h"
#include "contract/exchange/report_rules.h"
#include "contract/exchange/round.h"
#include "platform/base/words.h"

/* Looks up the order and its reports; what it finds lives in the journal's arena. */
static enum status look_up(struct received *received, struct reported *reported, struct fault *fault)
{
	struct journal *journal = &received->round->journal;
	const struct message_item *item = received->reading.item;
	const struct message_start *start = reported->start;
	const struct scheme_entry *entry;
	struct order_address address;
	enum status status =
		start->has_number ? order_of(journal, start->number, &reported->order, fault) : NOT_FOUND;

	reported->is_known = false;
	if (status == OK)
		status = order_address(journal, &reported->order, &address, fault);
	if (status == OK)
		status = reports_of(journal, start->number, &reported->reports, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	entry = scheme_book_with_product(journal->schemes, journal->register_id, reported->order.product);
	if (entry == NULL || address.provider == NULL)
		return OK;
	reported->scheme = &entry->scheme;
	reported->is_known = date_is(reported->order.sent_on) &&
	                     strcmp(reported->order.state, "declined") != 0 &&
	                     strcmp(address.bsn, item->client.bsn) == 0 &&
	                     strcmp(address.provider, item->header.sender) == 0;
	return OK;
}

/* Where a report came from, in a fact of any kind that brings one. */
#define SOURCE_OF(received_)                                                                                 \
	.message = (received_)->reading.item->header.identity.identification,                                \
	.sender = (received_)->reading.item->header.sender, .content_mark = (received_)->content_mark

static enum status append_start(struct received *received, const struct reported *reported,
                                enum verdict *ret_verdict, struct fault *fault)
{
	int64_t person = reported->order.person, assignment = reported->order.assignment;
	struct date day = reported->start->begins_on;
	struct start_reported start = { person, assignment, day, SOURCE_OF(received) };
	struct resume_reported resume = { person, assignment, day, SOURCE_OF(received) };

	if (reported_start(reported) == NULL)
		return received_append(received, &start_reported_kind, &start, ret_verdict, fault);
	return received_append(received, &resume_reported_kind, &resume, ret_verdict, fault);
}

static enum status append_stop(struct received *received, const struct reported *reported,
                               enum verdict *ret_verdict, struct fault *fault)
{
	struct pause_reported pause = { .person = reported->order.person,
		                        .assignment = reported->order.assignment,
		                        .last_day = reported->stop->ends_on,
		                        SOURCE_OF(received) };
	struct stop_reported stop = { .person = reported->order.person,
		                      .assignment = reported->order.assignment,
		                      .last_day = reported->stop->ends_on,
		                      .reason = reported->stop->reason,
		                      SOURCE_OF(received) };

	if (strcmp(reported->stop->reason, MESSAGE_STOP_FOR_A_WHILE) == 0)
		return received_append(received, &pause_reported_kind, &pause, ret_verdict, fault);
	return received_append(received, &stop_reported_kind, &stop, ret_verdict, fault);
}

static enum status append_withdrawal(struct received *received, const struct reported *reported,
                                     enum verdict *ret_verdict, struct fault *fault)
{
	struct report_withdrawn withdrawn = { .person = reported->order.person,
		                              .assignment = reported->order.assignment,
		                              SOURCE_OF(received) };

	if (reported_is_last(reported))
		return received_append(received, &report_withdrawn_kind, &withdrawn, ret_verdict, fault);
	(void)findings_add(&received->findings, MESSAGE_REFUSED, "Client",
	                   WORDS("Alleen de laatste melding kan worden ingetrokken. Bel de gemeente."));
	return OK;
}

/* What the facts themselves object to has no code of its own in the standard. */
static enum status append_report(struct received *received, const struct reported *reported,
                                 enum verdict *ret_verdict, struct fault *fault)
{
	size_t before = received->findings.count;
	enum status status;

	if (reported_is_deletion(reported))
		status = append_withdrawal(received, reported, ret_verdict, fault);
	else if (reported->stop == NULL)
		status = append_start(received, reported, ret_verdict, fault);
	else
		status = append_stop(received, reported, ret_verdict, fault);
	if (received->findings.count > before)
		received_refuse_whole(received, ret_verdict);
	return status;
}

/* start: with its return codes; stop: NULL for a start. */
static enum status store_report(struct received *received, struct message_start *start,
                                const struct message_stop *stop, const char *field, enum verdict *ret_verdict,
                                struct fault *fault)
{
	struct reported reported = { .start = start, .stop = stop };
	const char *rule;
	enum status status;

	arena_clear(received->round->journal.arena);
	status = look_up(received, &reported, fault);
	if (status)
		return status;
	rule = reported_broken_rule(&reported);
	if (rule == NULL)
		return append_report(received, &reported, ret_verdict, fault);
	received_refuse(received, rule, &start->return_codes, field, ret_verdict);
	received->may_wait = reported_may_wait(rule);
	return OK;
}

static enum status store_all(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct message_client *client = &received->reading.item->client;
	struct message_start *start = client->starts.items;
	struct message_stop *stop = client->stops.items;
	struct arena *arena = received->round->arena;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < client->starts.count; i++)
		status = store_report(received, &start[i], /* stop= */ NULL,
		                      arena_print(arena, "Client/StartProducten/StartProduct[%zu]", i + 1),
		                      ret_verdict, fault);
	for (size_t i = 0; status == OK && i < client->stops.count; i++)
		status = store_report(received, &stop[i].of, &stop[i],
		                      arena_print(arena, "Client/StopProducten/StopProduct[%zu]", i + 1),
		                      ret_verdict, fault);
	return status;
}

enum status store_reports(struct received *received, enum verdict *ret_verdict, struct fault *fault)
{
	struct message_header *header = &received->reading.item->header;
	const struct message_key key = { header->sender, received->reading.message->code,
		                         header->identity.identification };
	enum status status = received_heading(
		received,
		(struct message_route){ .municipality = header->receiver, .provider = header->sender }, key,
		ret_verdict, fault);

	return status == OK && *ret_verdict == VERDICT_NEW ? store_all(received, ret_verdict, fault) : status;
}
