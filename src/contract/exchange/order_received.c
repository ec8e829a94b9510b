/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/order_received.h"

#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/message_codes.h"
#include "exchange_sql.h"
#include "platform/base/words.h"

#define EPOCH_DAY 719163 /* 1970-01-01 */
#define DAY_SECONDS 86400
#define TAKEN_BACK "13" /* WMO002: the order is none (iWmo 3.2, CS335) */

/* --- received --- */

static const struct field order_received_fields[] = {
	FIELD(struct order_received, person),
	FIELD_INSIDE(struct order_received, who, &identity_record, .flags = FIELD_IN_VAULT),
	FIELD(struct order_received, assignment, .required = true),
	FIELD(struct order_received, municipality, .required = true),
	FIELD(struct order_received, party, .required = true),
	FIELD(struct order_received, product, .required = true),
	FIELD(struct order_received, amount, .required = true),
	FIELD(struct order_received, unit, .required = true, .choices = scheme_units),
	FIELD(struct order_received, frequency, .required = true, .choices = scheme_frequencies),
	FIELD(struct order_received, from, .required = true),
	FIELD(struct order_received, last_day),
	FIELD(struct order_received, change_reason, .choices = message_change_reasons),
	FIELD(struct order_received, dated, .required = true),
	FIELD(struct order_received, message, .required = true),
	FIELD(struct order_received, content_mark, .required = true),
	FIELD(struct order_received, reference),
};
static const struct record order_received_record =
	RECORD(struct order_received, "order_received", order_received_fields);

/* Who is new in this register gets the fact's number. */
static enum status prepare_received(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct order_received *received = fact->item;

	fact->valid_on = clock_today(journal->clock);
	if (received->person != 0)
		return OK;
	received->person = fact->fact;
	return vault_add(journal, received->person, &received->who, findings, fault);
}

static enum status apply_received(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct order_received *received = fact->item;
	const struct date until = date_until(received->last_day);
	bool is_taken_back = strcmp(or_empty(received->change_reason), TAKEN_BACK) == 0;
	const struct moment dated = { ((int64_t)received->dated.day - EPOCH_DAY) * DAY_SECONDS };
	const struct value message[] = {
		value_number(register_id),     value_text(received->municipality), value_text("WMO301"),
		value_text(received->message), value_text(received->content_mark), value_number(fact->fact)
	};
	const struct value values[] = {
		value_number(register_id),
		value_number(received->assignment),
		value_number(received->person),
		value_number(fact->fact),
		value_date(received->dated),
		value_text(received->party),
		value_text(received->product),
		value_number(received->amount),
		value_text(received->unit),
		value_text(received->frequency),
		value_date(received->from),
		value_date(until),
		value_moment(dated),
		value_text(received->message),
		value_text_or_empty(received->change_reason),
		value_text(received->municipality),
		value_date(is_taken_back ? received->from : (struct date){ 0 }),
	};
	enum status status = db_run(db, &sql_exchange_remember, message, COUNT(message), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_exchange_take_in, values, COUNT(values), fault);
	if (status != OK || !has_words(received->reference))
		return status;
	return asking_grant(db, register_id,
	                    &(struct asking_grant){ received->party, received->municipality,
	                                            received->reference, received->message,
	                                            received->assignment, fact->valid_on },
	                    fault);
}

const struct journal_kind order_received_kind = {
	.name = "order_received",
	.title = WORDS("Opdracht van een gemeente"),
	.done = WORDS("Opdracht van een gemeente ontvangen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &order_received_record,
	.prepare = prepare_received,
	.apply = apply_received,
};

/* --- sent --- */

static const struct field report_sent_fields[] = {
	FIELD(struct report_sent, person, .required = true),
	FIELD(struct report_sent, assignment, .required = true),
	FIELD(struct report_sent, report, .required = true),
	FIELD(struct report_sent, message, .required = true),
};
static const struct record report_sent_record = RECORD(struct report_sent, "report_sent", report_sent_fields);

static enum status apply_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct report_sent *sent = fact->item;
	const struct value values[] = { value_number(register_id), value_number(sent->assignment),
		                        value_number(sent->report), value_text(sent->message) };

	(void)arena;
	return db_run(db, &sql_exchange_set_report_sent, values, COUNT(values), fault);
}

const struct journal_kind report_sent_kind = {
	.name = "report_sent",
	.title = WORDS("Melding verzenden"),
	.done = WORDS("Melding aan de gemeente verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &report_sent_record,
	.apply = apply_sent,
};

/* --- answered --- */

static const struct field report_answered_fields[] = {
	FIELD(struct report_answered, person, .required = true),
	FIELD(struct report_answered, assignment, .required = true),
	FIELD(struct report_answered, report, .required = true),
	FIELD(struct report_answered, sort, .required = true),
	FIELD(struct report_answered, sender, .required = true),
	FIELD(struct report_answered, message, .required = true),
	FIELD(struct report_answered, content_mark, .required = true),
	FIELD(struct report_answered, codes),
};
static const struct record report_answered_record =
	RECORD(struct report_answered, "report_answered", report_answered_fields);

static bool is_accepted(const void *item)
{
	return !has_words(((const struct report_answered *)item)->codes);
}

static const struct journal_rule answered_rules[] = {
	{ "report-refused", "codes",
	  WORDS("De gemeente keurde deze melding af; zij telt als niet verzonden."), "iWmo 3.2, OP286",
	  is_accepted },
};

static enum status apply_answered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct report_answered *answered = fact->item;
	const struct value message[] = { value_number(register_id),          value_text(answered->sender),
		                         value_text(answered->sort),         value_text(answered->message),
		                         value_text(answered->content_mark), value_number(fact->fact) };
	const struct value values[] = { value_number(register_id), value_number(answered->assignment),
		                        value_number(answered->report),
		                        value_text(is_accepted(answered) ? "accepted" : answered->codes) };
	enum status status = db_run(db, &sql_exchange_remember, message, COUNT(message), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_exchange_set_report_answer, values, COUNT(values), fault)
	                    : status;
}

const struct journal_kind report_answered_kind = {
	.name = "report_answered",
	.title = WORDS("Antwoord op een melding"),
	.done = WORDS("Gemeente heeft geantwoord op de melding"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &report_answered_record,
	.rules = answered_rules,
	.rules_count = COUNT(answered_rules),
	.apply = apply_answered,
};

/* --- reading --- */

static const struct field report_waiting_fields[] = {
	FIELD(struct report_waiting, assignment),   FIELD(struct report_waiting, fact),
	FIELD(struct report_waiting, sort),         FIELD(struct report_waiting, reason),
	FIELD(struct report_waiting, from_day),     FIELD(struct report_waiting, undoes),
	FIELD(struct report_waiting, undoes_start), FIELD(struct report_waiting, undoes_day),
};
static const struct record report_waiting_record =
	RECORD(struct report_waiting, "report_waiting", report_waiting_fields);

enum status reports_to_send(struct journal *journal, int64_t after, struct records *ret_reports,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after) };

	return db_list(journal->db, &sql_exchange_reports_to_send, values, COUNT(values),
	               &(struct db_list){ &report_waiting_record, journal->arena, ret_reports }, fault);
}

enum status report_by_message(struct journal *journal, const char *message, struct report_waiting *ret_report,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(message) };
	enum status status =
		db_one(journal->db, &sql_exchange_report_by_message, values, COUNT(values), &rows, fault);

	*ret_report = (struct report_waiting){ 0 };
	if (status == OK)
		db_record(&rows, &report_waiting_record, ret_report, journal->arena);
	return status;
}

enum status order_municipality(struct journal *journal, int64_t assignment, const char **ret_municipality,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(assignment) };
	enum status status =
		db_one(journal->db, &sql_exchange_municipality, values, COUNT(values), &rows, fault);

	*ret_municipality = "";
	if (status == OK)
		*ret_municipality = db_text(&rows, 0, journal->arena);
	return status;
}
