/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/order_end.h"

#include <string.h>

#include "contract/exchange/message_codes.h"
#include "contract/exchange/order.h"
#include "exchange_sql.h"
#include "platform/base/words.h"

static const struct field order_end_fields[] = {
	FIELD(struct order_end, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct order_end, assignment, .label = WORDS("Opdracht"), .required = true),
	FIELD(struct order_end, ended_on, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct order_end, because),
	FIELD(struct order_end, change_reason, .flags = FIELD_BY_DOOR, .choices = message_change_reasons),
	FIELD(struct order_end, is_sent, .flags = FIELD_BY_DOOR),
};
static const struct record order_end_record = RECORD(struct order_end, "order_ended", order_end_fields);

/*
 * The reason of change that a message gives for a word of practice. An order without a day left is one that
 * is taken back (iWmo 3.2, CS335).
 */
static const char *reason_of(const struct order_end *end, const struct order_line *order)
{
	static const struct choice reasons[] = {
		{ "moved", "09" },                          /* to another provider of this municipality */
		{ "declined", "12" },                       /* at the request of the provider */
		{ "stopped", "12" },  { "decision", "05" }, /* shortened after it was looked at again */
		{ "request", "05" },  { "urgent", "05" },   { "died", "02" },
		{ "left", "07" },     { NULL, NULL },
	};

	if (!date_before(order->valid_from, end->ended_on))
		return "13";
	for (const struct choice *reason = reasons; end->because != NULL && reason->code != NULL; reason++)
		if (strcmp(reason->code, end->because) == 0)
			return reason->label;
	return "14";
}

static enum status prepare_end(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	struct order_end *end = fact->item;
	struct order_line order;
	enum status status = order_of(journal, end->assignment, &order, fault);

	(void)findings;
	fact->valid_on = end->ended_on;
	end->is_sent = status == OK && strcmp(order.state, "placed") != 0;
	end->is_told =
		status == OK && (strcmp(order.state, "declined") == 0 || strcmp(order.state, "stopped") == 0);
	if (end->is_sent && date_is(order.sent_on))
		end->change_reason = reason_of(end, &order);
	return status == NOT_FOUND ? OK : status;
}

static bool nobody_knows(const void *item)
{
	const struct order_end *end = item;

	return !end->is_sent || end->is_told;
}

static const struct journal_rule end_rules[] = {
	{ "order-ends-early", "ended_on",
	  WORDS("De opdracht stopt eerder dan de aanbieder weet. Vertel het de aanbieder."), "",
	  nobody_knows },
};

/*
 * What never left just changes, or is no more; of what left stays what the provider was told, until the next
 * message tells it (a 301 with another end date and why; iWmo 3.2, OP087).
 */
static enum status apply_end(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct order_end *end = fact->item;
	const struct value values[] = { value_number(register_id), value_number(end->assignment),
		                        value_date(end->ended_on),
		                        value_number(has_words(end->change_reason) ? fact->fact : 0),
		                        value_text_or_empty(end->change_reason) };
	enum status status;

	(void)arena;
	if (end->is_sent)
		return db_run(db, &sql_exchange_set_ended, values, COUNT(values), fault);
	status = db_run(db, &sql_exchange_drop, values, 3, fault);
	return status == OK ? db_run(db, &sql_exchange_shorten, values, 3, fault) : status;
}

const struct journal_kind order_ended_kind = {
	.name = "order_ended",
	.title = WORDS("Opdracht eerder beëindigen"),
	.done = WORDS("Opdracht eerder beëindigd"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &order_end_record,
	.prepare = prepare_end,
	.rules = end_rules,
	.rules_count = COUNT(end_rules),
	.apply = apply_end,
};

/* --- told --- */

static const struct field order_end_told_fields[] = {
	FIELD(struct order_end_told, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct order_end_told, assignment, .label = WORDS("Opdracht"), .required = true),
	FIELD(struct order_end_told, words, .label = WORDS("Wat is er afgesproken, en met wie?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
};
static const struct record order_end_told_record =
	RECORD(struct order_end_told, "order_end_told", order_end_told_fields);

static enum status prepare_told(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct order_end_told *told = fact->item;
	struct order_line order;
	enum status status = order_of(journal, told->assignment, &order, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	told->is_open = status == OK && order.person == told->person && date_is(order.ended_on);
	return status == NOT_FOUND ? OK : status;
}

static bool is_open(const void *item)
{
	return ((const struct order_end_told *)item)->is_open;
}

const struct journal_rule order_end_rules[ORDER_END_RULES_COUNT] = {
	{ "order-end-open", "assignment",
	  WORDS("Deze opdracht stopt niet eerder dan de aanbieder weet. Er hoeft niets te gebeuren."), "",
	  is_open },
};

const struct journal_kind order_end_told_kind = {
	.name = "order_end_told",
	.title = WORDS("Aanbieder is verteld dat de opdracht stopt"),
	.done = WORDS("Aanbieder weet dat de opdracht stopt"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_EXCHANGE,
	.record = &order_end_told_record,
	.prepare = prepare_told,
	.rules = order_end_rules,
	.rules_count = ORDER_END_RULES_COUNT,
	.ends_task = "order-ends-early",
};

enum status exchange_forget(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person) };
	enum status status = db_run(db, &sql_exchange_forget_received, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_exchange_forget_message, values, 1, fault) : status;
}
