/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/refusal.h"

#include "exchange_sql.h"
#include "platform/base/words.h"

static const struct field message_refused_fields[] = {
	FIELD(struct message_refused, sender),
	FIELD(struct message_refused, sort),
	FIELD(struct message_refused, message),
	FIELD(struct message_refused, content_mark, .required = true),
	FIELD(struct message_refused, reasons, .required = true, .flags = FIELD_LONG, .max_chars = 20000),
	FIELD(struct message_refused, assignment),
	FIELD(struct message_refused, party),
	FIELD(struct message_refused, answered),
};
static const struct record message_refused_record =
	RECORD(struct message_refused, "message_refused", message_refused_fields);

static enum status apply_refused(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct message_refused *refused = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(refused->content_mark),
		                        value_number(fact->fact),
		                        value_date(fact->valid_on),
		                        value_text_or_empty(refused->sender),
		                        value_text_or_empty(refused->sort),
		                        value_text_or_empty(refused->message),
		                        value_text(refused->reasons),
		                        value_number(refused->assignment) };

	(void)arena;
	return db_run(db, &sql_exchange_add_refused, values, COUNT(values), fault);
}

const struct journal_kind message_refused_kind = {
	.name = "message_refused",
	.title = WORDS("Bericht geweigerd"),
	.done = WORDS("Bericht geweigerd"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &message_refused_record,
	.apply = apply_refused,
};

/* --- settled --- */

static const struct field message_settled_fields[] = {
	FIELD(struct message_settled, report, .label = WORDS("Bericht"), .required = true),
	FIELD(struct message_settled, words, .label = WORDS("Wat is er afgesproken, en met wie?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 1000),
};
static const struct record message_settled_record =
	RECORD(struct message_settled, "message_settled", message_settled_fields);

static enum status prepare_settled(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct message_settled *settled = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_number(settled->report) };
	enum status status =
		db_one(journal->db, &sql_exchange_open_refusal, values, COUNT(values), &rows, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	settled->is_open = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static bool is_open(const void *item)
{
	return ((const struct message_settled *)item)->is_open;
}

const struct journal_rule message_settled_rules[MESSAGE_SETTLED_RULES_COUNT] = {
	{ "message-open", "report", WORDS("Dit bericht staat niet (meer) op de lijst."), "", is_open },
};

static enum status apply_settled(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct message_settled *settled = fact->item;
	const struct value values[] = { value_number(register_id), value_number(settled->report),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_exchange_settle_refused, values, COUNT(values), fault);
}

const struct journal_kind message_settled_kind = {
	.name = "message_settled",
	.title = WORDS("Geweigerd bericht afhandelen"),
	.done = WORDS("Geweigerd bericht afgehandeld"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_EXCHANGE,
	.record = &message_settled_record,
	.prepare = prepare_settled,
	.rules = message_settled_rules,
	.rules_count = MESSAGE_SETTLED_RULES_COUNT,
	.apply = apply_settled,
	.page = "/messages",
};

/* --- reading --- */

static const struct field refusal_fields[] = {
	FIELD(struct refusal, fact),       FIELD(struct refusal, refused_on),
	FIELD(struct refusal, sender),     FIELD(struct refusal, sort),
	FIELD(struct refusal, message),    FIELD(struct refusal, reasons, .max_chars = 20000),
	FIELD(struct refusal, assignment),
};
static const struct record refusal_record = RECORD(struct refusal, "refusal", refusal_fields);

enum status refusals_on(struct journal *journal, struct date on, int64_t after, struct records *ret_refusals,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on),
		                        value_number(after) };

	return db_list(journal->db, &sql_exchange_refusals, values, COUNT(values),
	               &(struct db_list){ &refusal_record, journal->arena, ret_refusals }, fault);
}

enum status refusal_is_open(struct journal *journal, const char *content_mark, bool *ret_is_open,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(content_mark) };
	enum status status =
		db_one(journal->db, &sql_exchange_refusal_of, values, COUNT(values), &rows, fault);

	*ret_is_open = status == OK;
	return status == NOT_FOUND ? OK : status;
}
