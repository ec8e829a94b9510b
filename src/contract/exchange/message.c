/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_rule.h"

#include <assert.h>
#include <string.h>

#include "contract/exchange/message_tables.h"
#include "platform/base/words.h"

const struct message *message_find(const char *code, struct date on)
{
	const struct message *first = NULL;

	for (size_t i = 0; i < messages_count; i++) {
		if (strcmp(messages[i].code, code) != 0)
			continue;
		if (date_within(on, messages[i].since, messages[i].until))
			return &messages[i];
		if (first == NULL || date_before(messages[i].since, first->since))
			first = &messages[i];
	}
	return first != NULL && message_is_early(first, on) ? first : NULL;
}

bool message_is_early(const struct message *message, struct date on)
{
	return date_before(on, message->since);
}

const struct message *message_answer_to(const struct message *message)
{
	for (size_t i = 0; i < messages_count; i++)
		if (messages[i].answers != NULL && strcmp(messages[i].answers, message->code) == 0 &&
		    messages[i].since.day == message->since.day)
			return &messages[i];
	return NULL;
}

const struct message_cross_rule *message_cross_rule(const char *code)
{
	for (size_t i = 0; i < message_cross_rules_count; i++)
		if (strcmp(message_cross_rules[i].code, code) == 0)
			return &message_cross_rules[i];
	assert(!"a cross rule of the table");
	return NULL;
}

struct message_header message_header_new(const struct message *message, const char *sender,
                                         const char *receiver, struct message_identity identity)
{
	return (struct message_header){
		.type = message->type,
		.version = message->version,
		.subversion = message->subversion,
		.sender = sender,
		.receiver = receiver,
		.identity = identity,
		.releases = { .base = message->schema, .message = message->schema },
	};
}

const char *message_cut(const char *text, size_t max_chars, struct arena *arena)
{
	size_t length = 0;

	for (size_t chars = 0; text[length] != '\0'; length++) {
		chars += ((unsigned char)text[length] & 0xC0) != 0x80;
		if (chars > max_chars)
			break;
	}
	while (length > 0 && text[length] != '\0' && text[length - 1] == ' ')
		length--;
	return text[length] == '\0' ? text : arena_copy_part(arena, text, length);
}

/* --- writing and answering --- */

enum status message_may_leave(const struct message_item *item, struct findings *findings)
{
	if (strcmp(or_empty(item->reply.refusal), MESSAGE_REFUSAL_BUDGET) != 0 ||
	    item->header.answer.identification != NULL)
		return OK;
	(void)findings_add(findings, "reply-budget", "Antwoord/RedenAfwijzingVerzoek",
	                   WORDS("Een verzoek wordt nooit afgewezen om het budget. Beoordeel wat de cliënt "
	                         "nodig heeft."));
	return FINDINGS;
}

enum status message_write(const struct message *message, const struct message_item *item, struct text *out,
                          struct findings *findings)
{
	size_t before = out->length;
	struct message_reading reading;

	enum status status = message_may_leave(item, findings);

	if (status)
		return status;
	xml_write(&message->form, item, out);
	return message_check(text_words(out) + before, out->length - before, findings, &reading);
}

void message_refuse(struct texts *return_codes, const char *return_code, struct arena *arena)
{
	const char **codes;

	for (size_t i = 0; i < return_codes->count; i++)
		if (strcmp(return_codes->items[i], return_code) == 0)
			return;
	codes = ARENA_MANY(arena, return_codes->count + 1, const char *);
	for (size_t i = 0; i < return_codes->count; i++)
		codes[i] = return_codes->items[i];
	codes[return_codes->count] = return_code;
	*return_codes = (struct texts){ .items = codes, .count = return_codes->count + 1 };
}

/* Whether the part or one inside it has a return code. */
static bool is_refused(const struct record *record, const void *part)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		const void *member = (const char *)part + field->offset;
		const struct records *list = member;

		if (field->type == FIELD_TEXTS && !record_is_empty(field, part))
			return true;
		if (field->type == FIELD_RECORD && is_refused(field->of, member))
			return true;
		for (size_t n = 0; field->type == FIELD_RECORDS && n < list->count; n++)
			if (is_refused(field->of, (const char *)list->items + n * field->of->size))
				return true;
	}
	return false;
}

/*
 * Gives every class in the part that has no return code this one. Lists are copied, so that the message
 * received stays as it was.
 */
static void fill_codes(const struct record *record, void *part, const char *return_code, struct arena *arena)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];

		if (field->type == FIELD_TEXTS && record_is_empty(field, part))
			message_refuse(&MEMBER(struct texts, field, part), return_code, arena);
		if (field->type == FIELD_RECORD)
			fill_codes(field->of, (char *)part + field->offset, return_code, arena);
		if (field->type == FIELD_RECORDS && !record_is_empty(field, part)) {
			struct records *list = &MEMBER(struct records, field, part);
			struct records copy = records_new(field->of, list->count, arena);

			memcpy(copy.items, list->items, list->count * field->of->size);
			*list = copy;
			for (size_t n = 0; n < list->count; n++)
				fill_codes(field->of, (char *)list->items + n * field->of->size, return_code,
				           arena);
		}
	}
}

static int64_t signed_cents(const struct message_amount *amount)
{
	return strcmp(amount->side, MESSAGE_CREDIT) == 0 ? -amount->amount.cents : amount->amount.cents;
}

static struct message_amount amount_of(int64_t cents)
{
	return (struct message_amount){ .amount = { cents < 0 ? -cents : cents },
		                        .side = cents < 0 ? MESSAGE_CREDIT : MESSAGE_DEBIT };
}

/* The refused lines of a client: all when the client is refused, then not judged. Returns what they come to.
 */
static int64_t keep_refused_lines(struct message_claimant *claimant, struct arena *arena)
{
	const struct message_line *lines = claimant->lines.items;
	struct message_line *kept;
	bool is_whole = claimant->return_codes.count > 0;
	int64_t cents = 0;
	size_t count = 0;

	for (size_t i = 0; i < claimant->lines.count; i++)
		count += is_whole || lines[i].return_codes.count > 0;
	kept = ARENA_MANY(arena, count, struct message_line);
	count = 0;
	for (size_t i = 0; i < claimant->lines.count; i++) {
		if (!is_whole && lines[i].return_codes.count == 0)
			continue;
		kept[count] = lines[i];
		if (lines[i].return_codes.count == 0)
			message_refuse(&kept[count].return_codes, MESSAGE_NOT_JUDGED, arena);
		cents += signed_cents(&lines[i].amount);
		count++;
	}
	claimant->lines = (struct records){ .items = kept, .count = count };
	if (!is_whole)
		message_refuse(&claimant->return_codes, MESSAGE_NO_REMARK, arena);
	return cents;
}

/* What is refused of a claim, and so what is granted of it (iWmo IV087). */
static struct message_claim judged_claim(const struct message_claim *received, struct arena *arena)
{
	const struct message_claimant *claimants = received->claimants.items;
	struct message_claimant *kept = ARENA_MANY(arena, received->claimants.count, struct message_claimant);
	struct message_claim claim = { .number = received->number,
		                       .total = received->total,
		                       .granted = amount_of(0),
		                       .return_codes = received->return_codes,
		                       .claimants.items = kept };
	int64_t cents = signed_cents(&received->total);

	if (claim.return_codes.count > 0)
		return claim;
	for (size_t i = 0; i < received->claimants.count; i++) {
		struct message_claimant *claimant = &kept[claim.claimants.count];

		*claimant = claimants[i];
		cents -= keep_refused_lines(claimant, arena);
		claim.claimants.count += claimant->lines.count > 0;
	}
	claim.granted = amount_of(cents);
	message_refuse(&claim.return_codes,
	               claim.claimants.count > 0 ? MESSAGE_NO_REMARK : MESSAGE_CLAIM_GRANTED, arena);
	return claim;
}

struct message_item message_claim_answer(const struct message *message, const struct message_item *received,
                                         struct message_identity identity, struct arena *arena)
{
	const struct message *answer = message_answer_to(message);
	const struct message_header *header = &received->header;
	struct message_item item = {
		.header = message_header_new(answer, header->receiver, header->sender, identity),
	};

	item.header.answer = header->identity;
	item.header.answer_releases = header->releases;
	item.header.return_codes = header->return_codes;
	if (item.header.return_codes.count > 0)
		return item;
	item.claim = judged_claim(&received->claim, arena);
	item.has_claim = true;
	message_refuse(&item.header.return_codes, MESSAGE_NO_REMARK, arena);
	return item;
}

struct message_item message_answer(const struct message *message, const struct message_item *received,
                                   struct message_identity identity, struct arena *arena)
{
	const struct message *answer = message_answer_to(message);
	const struct record *record = answer->form.record;
	struct message_item item = { .header = received->header };
	bool is_whole;

	item.header.type = answer->type;
	item.header.answer = identity;
	item.header.answer_releases =
		(struct message_releases){ .base = answer->schema, .message = answer->schema };
	if (item.header.return_codes.count > 0 || !is_refused(record, received))
		return item;
	item.client = received->client;
	item.reply = received->reply;
	is_whole = item.client.return_codes.count > 0;
	fill_codes(record, &item, is_whole ? MESSAGE_NOT_JUDGED : MESSAGE_NO_REMARK, arena);
	item.header.return_codes = (struct texts){ 0 };
	message_refuse(&item.header.return_codes, MESSAGE_NO_REMARK, arena);
	return item;
}
