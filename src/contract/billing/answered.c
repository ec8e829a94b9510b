/* SPDX-License-Identifier: EUPL-1.2 */
/* What the municipality said of a claim. */
#include <string.h>

#include "billing_sql.h"
#include "contract/billing/billing.h"
#include "contract/claim/book.h"
#include "contract/exchange/order.h"
#include "platform/base/words.h"

static const struct field claim_answered_fields[] = {
	FIELD(struct claim_answered, claim, .label = WORDS("Declaratie"), .required = true),
	FIELD(struct claim_answered, sender, .label = WORDS("Afzender")),
	FIELD(struct claim_answered, message, .label = WORDS("Bericht")),
	FIELD(struct claim_answered, content_mark, .label = WORDS("Kenmerk van het bestand")),
	FIELD(struct claim_answered, codes, .label = WORDS("Retourcodes")),
	FIELD(struct claim_answered, granted, .label = WORDS("Goedgekeurd"), .flags = FIELD_ZERO_IS_SET),
	FIELD(struct claim_answered, refused, .flags = FIELD_BY_DOOR),
};
static const struct record claim_answered_record =
	RECORD(struct claim_answered, "claim_answered", claim_answered_fields);

/* The lines are a part of the fact, beside its body. */
static enum status prepare(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                           struct fault *fault)
{
	struct claim_answered *answered = fact->item;
	const struct claim_refusal *line = answered->lines == NULL ? NULL : answered->lines->items;
	enum status status = OK;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	answered->refused = line == NULL ? 0 : (int64_t)answered->lines->count;
	for (int64_t i = 0; status == OK && fact->fact != 0 && i < answered->refused; i++) {
		const struct value values[] = { value_number(journal->register_id), value_number(fact->fact),
			                        value_text(line[i].reference), value_number(answered->claim),
			                        value_text(line[i].codes) };

		status = db_run(journal->db, &sql_billing_add_refusal, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply(struct db *db, int64_t register_id, const struct journal_fact *fact,
                         struct arena *arena, struct fault *fault)
{
	const struct claim_answered *answered = fact->item;
	const struct message_kept kept = { answered->sender, "WMO325", answered->message,
		                           answered->content_mark };
	const struct value values[] = {
		value_number(register_id),       value_number(answered->claim),
		value_date(fact->valid_on),      value_text_or_empty(answered->codes),
		value_number(answered->refused), value_number(answered->granted.cents)
	};
	enum status status = has_words(answered->message)
	                             ? message_remember(db, register_id, fact->fact, &kept, fault)
	                             : OK;

	(void)arena;
	return status == OK ? db_run(db, &sql_billing_set_answered, values, COUNT(values), fault) : status;
}

const struct journal_kind claim_answered_kind = {
	.name = "claim_answered",
	.title = WORDS("Antwoord op een declaratie"),
	.done = WORDS("Gemeente heeft geantwoord op de declaratie"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &claim_answered_record,
	.prepare = prepare,
	.apply = apply,
};

enum status billing_answer(struct journal *journal, const struct journal_fact *cause, size_t place,
                           void *item, bool *ret_follows, struct fault *fault)
{
	const struct claim_received *received = cause->item;
	struct claim_answered *answered = item;
	struct records *lines = ARENA_NEW(journal->arena, struct records);
	struct billing_claim claim;
	enum status status = place > 0 ? NOT_FOUND
	                               : billing_claim_numbered(journal, received->sender, received->number,
	                                                        &claim, fault);

	*ret_follows = false;
	if (status != OK || strcmp(claim.message, received->message) != 0)
		return status == NOT_FOUND ? OK : status;
	status = claim_refusals(journal, cause->fact, lines, fault);
	*answered =
		(struct claim_answered){ .claim = claim.fact, .granted = received->granted, .lines = lines };
	*ret_follows = status == OK;
	return status;
}
