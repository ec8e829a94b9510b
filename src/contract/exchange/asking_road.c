/* SPDX-License-Identifier: EUPL-1.2 */
/* The road of a provider's request: that it left, what was answered to the message, what it heard; and how it
 * is read. */
#include <string.h>

#include "asking_sql.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/message_codes.h"
#include "platform/base/words.h"

#define WHICH_FIELDS(type_) FIELD(type_, person, .required = true), FIELD(type_, asking, .required = true)
#define SOURCE_FIELDS(type_)                                                                                 \
	FIELD(type_, sender, .required = true), FIELD(type_, message, .required = true),                     \
		FIELD(type_, content_mark, .required = true)

/* --- it left --- */

static const struct field sent_fields[] = {
	WHICH_FIELDS(struct asking_sent),
	FIELD(struct asking_sent, message, .required = true),
	FIELD(struct asking_sent, party),
	FIELD(struct asking_sent, municipality),
};
static const struct record sent_record = RECORD(struct asking_sent, "asking_sent", sent_fields);

static enum status apply_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct asking_sent *sent = fact->item;
	const struct value values[] = { value_number(register_id), value_number(sent->asking),
		                        value_text(sent->message), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_exchange_asking_send, values, COUNT(values), fault);
}

const struct journal_kind asking_sent_kind = {
	.name = "asking_sent",
	.title = WORDS("Verzoek verzenden"),
	.done = WORDS("Verzoek aan de gemeente verzonden"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &sent_record,
	.apply = apply_sent,
};

/* --- the answer to the message --- */

static const struct field confirmed_fields[] = {
	WHICH_FIELDS(struct asking_confirmed),
	FIELD(struct asking_confirmed, sort, .required = true),
	SOURCE_FIELDS(struct asking_confirmed),
	FIELD(struct asking_confirmed, codes),
};
static const struct record confirmed_record =
	RECORD(struct asking_confirmed, "asking_confirmed", confirmed_fields);

static bool is_taken(const void *item)
{
	return !has_words(((const struct asking_confirmed *)item)->codes);
}

static const struct journal_rule confirmed_rules[] = {
	{ "asking-rejected", "codes",
	  WORDS("De gemeente keurde dit verzoek af; het telt als niet verzonden."), "iWmo 3.2, OP286",
	  is_taken },
};

static enum status apply_confirmed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct asking_confirmed *confirmed = fact->item;
	const struct message_kept kept = { confirmed->sender, confirmed->sort, confirmed->message,
		                           confirmed->content_mark };
	const struct value values[] = { value_number(register_id), value_number(confirmed->asking),
		                        value_text_or_empty(confirmed->codes), value_date(fact->valid_on) };
	enum status status = message_remember(db, register_id, fact->fact, &kept, fault);

	(void)arena;
	if (status != OK || is_taken(confirmed))
		return status;
	return db_run(db, &sql_exchange_asking_reject, values, COUNT(values), fault);
}

const struct journal_kind asking_confirmed_kind = {
	.name = "asking_confirmed",
	.title = WORDS("Antwoord op het bericht met een verzoek"),
	.done = WORDS("Gemeente heeft het bericht met het verzoek ontvangen"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &confirmed_record,
	.rules = confirmed_rules,
	.rules_count = COUNT(confirmed_rules),
	.apply = apply_confirmed,
};

/* --- what the municipality says to it --- */

static const struct field heard_fields[] = {
	WHICH_FIELDS(struct asking_heard),
	FIELD(struct asking_heard, party, .required = true),
	FIELD(struct asking_heard, verdict, .required = true, .choices = message_verdicts),
	FIELD(struct asking_heard, refusal, .choices = message_refusals),
	SOURCE_FIELDS(struct asking_heard),
};
static const struct record heard_record = RECORD(struct asking_heard, "asking_heard", heard_fields);

static enum status apply_heard(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct asking_heard *heard = fact->item;
	const bool is_refused = strcmp(heard->verdict, "1") == 0;
	const struct date none = { 0 };
	const struct message_kept kept = { heard->sender, "WMO319", heard->message, heard->content_mark };
	const struct value values[] = { value_number(register_id),
		                        value_number(heard->asking),
		                        value_text(is_refused ? "refused" : "considered"),
		                        value_text_or_empty(heard->refusal),
		                        value_date(is_refused ? none : fact->valid_on),
		                        value_date(is_refused ? fact->valid_on : none) };
	enum status status = message_remember(db, register_id, fact->fact, &kept, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_exchange_asking_hear, values, COUNT(values), fault) : status;
}

const struct journal_kind asking_heard_kind = {
	.name = "asking_heard",
	.title = WORDS("Antwoord van de gemeente op een verzoek"),
	.done = WORDS("Gemeente heeft geantwoord op het verzoek"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &heard_record,
	.apply = apply_heard,
};

enum status asking_grant(struct db *db, int64_t register_id, const struct asking_grant *grant,
                         struct fault *fault)
{
	const struct value granted[] = { value_number(register_id),       value_text(grant->party),
		                         value_text(grant->municipality), value_text(grant->reference),
		                         value_text(grant->message),      value_date(grant->on) };
	const struct value order[] = { value_number(register_id), value_number(grant->assignment),
		                       value_text(grant->reference), value_text(grant->message) };
	enum status status = db_run(db, &sql_exchange_asking_grant, granted, COUNT(granted), fault);

	return status == OK ? db_run(db, &sql_exchange_asking_mark_order, order, COUNT(order), fault)
	                    : status;
}

/* --- reading --- */

static const struct field line_fields[] = {
	FIELD(struct asking_line, asking),
	FIELD(struct asking_line, person),
	FIELD(struct asking_line, party),
	FIELD(struct asking_line, municipality),
	FIELD(struct asking_line, sort, .choices = asked_sorts),
	FIELD(struct asking_line, reference),
	FIELD(struct asking_line, reason),
	FIELD(struct asking_line, assignment),
	FIELD(struct asking_line, kept, .max_chars = 4000),
	FIELD(struct asking_line, product),
	FIELD(struct asking_line, amount),
	FIELD(struct asking_line, unit),
	FIELD(struct asking_line, frequency),
	FIELD(struct asking_line, from),
	FIELD(struct asking_line, last_day),
	FIELD(struct asking_line, decision),
	FIELD(struct asking_line, decided_on),
	FIELD(struct asking_line, referrer),
	FIELD(struct asking_line, words, .max_chars = 1000),
	FIELD(struct asking_line, state, .choices = asking_states),
	FIELD(struct asking_line, message),
	FIELD(struct asking_line, codes),
	FIELD(struct asking_line, refusal),
	FIELD(struct asking_line, granted_in),
	FIELD(struct asking_line, asked_on),
	FIELD(struct asking_line, sent_on),
	FIELD(struct asking_line, considered_on),
	FIELD(struct asking_line, settled_on),
};
static const struct record line_record = RECORD(struct asking_line, "asking_line", line_fields);

enum status askings_to_send(struct journal *journal, int64_t after, struct records *ret_askings,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after) };

	return db_list(journal->db, &sql_exchange_askings_to_send, values, COUNT(values),
	               &(struct db_list){ &line_record, journal->arena, ret_askings }, fault);
}

enum status askings_of(struct journal *journal, const char *party, struct date on,
                       struct records *ret_askings, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(party),
		                        value_date(on) };

	return db_list(journal->db, &sql_exchange_askings_of, values, COUNT(values),
	               &(struct db_list){ &line_record, journal->arena, ret_askings }, fault);
}

/* One request, by a query and what it is looked up with. */
static enum status one(struct journal *journal, const struct db_query *query, const struct value *values,
                       size_t count, struct asking_line *ret_asking, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(journal->db, query, values, count, &rows, fault);

	*ret_asking = (struct asking_line){ 0 };
	if (status == OK)
		db_record(&rows, &line_record, ret_asking, journal->arena);
	return status;
}

enum status asking_sent_as(struct journal *journal, const char *message, struct asking_line *ret_asking,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(message) };

	return one(journal, &sql_exchange_asking_sent_as, values, COUNT(values), ret_asking, fault);
}

enum status asking_by_reference(struct journal *journal, const struct asking_key *key,
                                struct asking_line *ret_asking, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(key->party),
		                        value_text_or_empty(key->municipality),
		                        value_text_or_empty(key->reference) };

	return one(journal, &sql_exchange_asking_by_reference, values, COUNT(values), ret_asking, fault);
}

enum status asking_is_open(struct journal *journal, int64_t person, const char *party, bool *ret_is_open,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_text_or_empty(party) };
	enum status status = OK;

	*ret_is_open = false;
	if (person == 0)
		return OK;
	status = db_one(journal->db, &sql_exchange_asking_is_open, values, COUNT(values), &rows, fault);
	*ret_is_open = status == OK;
	return status == NOT_FOUND ? OK : status;
}
