/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/claim_order.h"

#include "claim_sql.h"
#include "contract/exchange/order.h"
#include "contract/exchange/order_end.h"

enum status claim_follow_placed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct order *order = fact->item;
	const struct date until = date_until(order->last_day);
	const struct value values[] = {
		value_number(register_id), value_number(order->assignment), value_number(order->person),
		value_text(order->party),  value_text(order->product),      value_number(order->amount),
		value_text(order->unit),   value_text(order->frequency),    value_date(order->from),
		value_date(until),
	};

	(void)arena;
	return db_run(db, &sql_claim_place, values, COUNT(values), fault);
}

/* What the provider must be told in a message holds from that message on; all else at once. */
enum status claim_follow_ended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct order_end *end = fact->item;
	const struct value values[] = { value_number(register_id), value_number(end->assignment),
		                        value_date(end->ended_on) };
	enum status status;

	(void)arena;
	if (end->is_sent && has_words(end->change_reason))
		return db_run(db, &sql_claim_will_end, values, COUNT(values), fault);
	status = end->is_sent ? OK : db_run(db, &sql_claim_drop, values, COUNT(values), fault);
	return status == OK ? db_run(db, &sql_claim_end, values, COUNT(values), fault) : status;
}

enum status claim_follow_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id),
		                        value_number(((const struct order_sent *)fact->item)->assignment) };

	(void)arena;
	return db_run(db, &sql_claim_tell, values, COUNT(values), fault);
}
