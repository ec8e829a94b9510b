/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/book.h"

#include <string.h>

#include "claim_sql.h"
#include "contract/claim/lines.h"
#include "contract/exchange/message.h"
#include "contract/exchange/order.h"
#include "platform/base/words.h"

static const struct field claim_received_fields[] = {
	FIELD(struct claim_received, party, .label = WORDS("Aanbieder"), .required = true),
	FIELD(struct claim_received, municipality, .label = WORDS("Gemeente"), .required = true),
	FIELD(struct claim_received, sender, .label = WORDS("Afzender"), .required = true),
	FIELD(struct claim_received, message, .label = WORDS("Bericht"), .required = true),
	FIELD(struct claim_received, content_mark, .label = WORDS("Kenmerk van het bestand"),
	      .required = true),
	FIELD(struct claim_received, number, .label = WORDS("Declaratienummer"), .required = true),
	FIELD(struct claim_received, month, .label = WORDS("Maand"), .required = true),
	FIELD(struct claim_received, lines, .label = WORDS("Regels"), .required = true),
	FIELD(struct claim_received, claim, .flags = FIELD_BY_DOOR),
	FIELD(struct claim_received, refused, .flags = FIELD_BY_DOOR),
	FIELD(struct claim_received, claimed, .flags = FIELD_BY_DOOR),
	FIELD(struct claim_received, granted, .flags = FIELD_BY_DOOR),
};
static const struct record claim_received_record =
	RECORD(struct claim_received, "claim_received", claim_received_fields);

/* Its lines begin to count here; what they come to stands in the fact. */
static enum status prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	struct claim_received *received = fact->item;
	const struct message_amount *total;
	enum status status;

	if (received->booking == NULL) {
		(void)findings_add(findings, "claim-by-message", "lines",
		                   WORDS("Een declaratie komt binnen met een bericht, niet met de hand."));
		return OK;
	}
	status = claim_lines_book(journal, received->booking, fault);
	if (status)
		return status;
	received->claim = received->booking->number;
	total = &received->booking->claim->total;
	received->claimed.cents =
		strcmp(total->side, MESSAGE_CREDIT) == 0 ? -total->amount.cents : total->amount.cents;
	received->lines = (int64_t)received->booking->count;
	received->refused = received->booking->verdict.refused;
	received->granted = received->booking->verdict.granted;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

static enum status apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                         struct arena *arena, struct fault *fault)
{
	const struct claim_received *received = fact->item;
	const int64_t claim = received->claim == 0 ? fact->fact : received->claim;
	const struct value lines[] = { value_number(register_id), value_number(claim) };
	const struct message_kept kept = { received->sender, "WMO323", received->message,
		                           received->content_mark };
	const struct value values[] = {
		value_number(register_id),
		value_number(fact->fact),
		value_text(received->party),
		value_text(received->municipality),
		value_text(received->sender),
		value_text(received->message),
		value_text(received->number),
		value_date(received->month),
		value_date(fact->valid_on),
		value_number(received->lines),
		value_number(received->refused),
		value_number(received->claimed.cents),
		value_number(received->granted.cents),
		value_number(claim),
	};
	enum status status = message_remember(db, register_id, fact->fact, &kept, fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_claim_add, values, COUNT(values), fault);
	return status == OK ? db_run(db, &sql_claim_add_up, lines, COUNT(lines), fault) : status;
}

const struct journal_kind claim_received_kind = {
	.name = "claim_received",
	.title = WORDS("Declaratie ontvangen"),
	.done = WORDS("Declaratie ontvangen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &claim_received_record,
	.prepare = prepare,
	.apply = apply,
};

/* --- reading --- */

enum status claim_of_message(struct journal *journal, const struct claim_message *message, int64_t *ret_claim,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(message->party),
		                        value_text(message->sender), value_text(message->identification) };
	enum status status = db_one(journal->db, &sql_claim_of_message, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_claim = db_number(&rows, 0);
	return status;
}

/* Codes between blanks as a list. */
static struct texts split(const char *codes, struct arena *arena)
{
	struct texts list = { 0 };

	for (const char *at = codes; *at != '\0';) {
		size_t length = strcspn(at, " ");

		message_refuse(&list, arena_copy_part(arena, at, length), arena);
		at += length;
		at += strspn(at, " ");
	}
	return list;
}

enum status claim_codes_again(struct journal *journal, int64_t number, const struct claim_booking *booking,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	enum status status =
		db_select(journal->db, &sql_claim_refused_lines, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		int64_t place = db_number(&rows, 0);

		if (place >= 1 && place <= (int64_t)booking->count)
			booking->places[place - 1].line->return_codes =
				split(db_text(&rows, 1, booking->arena), booking->arena);
	}
	return status == NOT_FOUND ? OK : status;
}

enum status claim_past_of(struct journal *journal, const struct claim_received *claim,
                          struct claim_past *ret_past, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(claim->party),
		                        value_text(claim->number), value_text(claim->municipality) };
	enum status status = db_one(journal->db, &sql_claim_before, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_past = (struct claim_past){ db_number(&rows, 0) != 0, db_date(&rows, 1) };
	return status;
}
