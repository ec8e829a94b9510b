/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims that left and their answers, for the register of messages. */
#include "billing_sql.h"
#include "contract/billing/billing.h"
#include "contract/exchange/traffic.h"

enum status billing_follow_traffic(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	bool is_answer = fact->kind == &claim_answered_kind;
	const struct claim_answered *answered = is_answer ? fact->item : NULL;
	const struct value values[] = { value_number(register_id),
		                        value_number(
						record_number(fact->kind->record, fact->item, "claim")) };
	struct traffic_entry entry = { .direction = is_answer ? "in" : "out",
		                       .sort = is_answer ? "WMO325" : "WMO323",
		                       .claim = values[1].number };
	enum status status;

	if (answered != NULL && !has_words(answered->content_mark))
		return OK; /* it was booked here, and no message came */
	status = db_one(db, &sql_billing_traffic, values, COUNT(values), &rows, fault);
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	entry.party = db_text(&rows, 0, arena);
	entry.municipality = db_text(&rows, 1, arena);
	entry.identification = db_text(&rows, 2, arena);
	db_rows_done(&rows);
	if (answered == NULL)
		return traffic_add(db, register_id, fact, &entry, arena, fault);
	entry.answers = entry.identification;
	entry.identification = answered->message;
	entry.sender = answered->sender;
	entry.mark = answered->content_mark;
	entry.codes = answered->codes;
	entry.refused_lines = answered->refused;
	return traffic_add(db, register_id, fact, &entry, arena, fault);
}
