/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/asked.h"

#include <string.h>

#include "asked_sql.h"
#include "common/calendar/calendar.h"
#include "common/scheme/scheme.h"
#include "contract/exchange/message_codes.h"
#include "platform/base/words.h"

const struct choice asked_sorts[] = {
	{ "assignment", WORDS("vraagt om een toewijzing") },
	{ "change", WORDS("vraagt om een wijziging") },
	{ NULL, NULL },
};

const struct choice asked_states[] = {
	{ "open", WORDS("wacht op antwoord") },
	{ "considered", WORDS("in behandeling") },
	{ "refused", WORDS("afgewezen") },
	{ "granted", WORDS("ingewilligd") },
	{ NULL, NULL },
};

const struct choice wish_sorts[] = {
	{ "kept", WORDS("blijft zoals het is") },
	{ "changed", WORDS("wordt anders") },
	{ "added", WORDS("komt erbij") },
	{ NULL, NULL },
};

static const struct field asked_wish_fields[] = {
	FIELD(struct asked_wish, sort, .choices = wish_sorts),
	FIELD(struct asked_wish, assignment),
	FIELD(struct asked_wish, product),
	FIELD(struct asked_wish, amount),
	FIELD(struct asked_wish, unit, .choices = scheme_units),
	FIELD(struct asked_wish, frequency, .choices = scheme_frequencies),
	FIELD(struct asked_wish, from),
	FIELD(struct asked_wish, last_day),
};
const struct record asked_wish_record = RECORD(struct asked_wish, "asked_wish", asked_wish_fields);

static const struct field provider_asked_fields[] = {
	FIELD(struct provider_asked, person),
	FIELD(struct provider_asked, request, .flags = FIELD_BY_DOOR),
	FIELD(struct provider_asked, sort, .required = true, .choices = asked_sorts),
	FIELD(struct provider_asked, party, .required = true),
	FIELD(struct provider_asked, municipality, .required = true),
	FIELD(struct provider_asked, reference, .required = true),
	FIELD(struct provider_asked, reason, .choices = message_request_reasons),
	FIELD(struct provider_asked, words, .flags = FIELD_LONG, .max_chars = 4000),
	FIELD(struct provider_asked, wishes, .of = &asked_wish_record),
	FIELD(struct provider_asked, due_on, .flags = FIELD_BY_DOOR),
	FIELD(struct provider_asked, message),
	FIELD(struct provider_asked, sender),
	FIELD(struct provider_asked, content_mark),
};
static const struct record provider_asked_record =
	RECORD(struct provider_asked, "provider_asked", provider_asked_fields);

static enum status prepare_asked(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct provider_asked *asked = fact->item;

	(void)findings;
	(void)fault;
	fact->valid_on = clock_today(journal->clock);
	asked->request = fact->fact;
	asked->due_on = calendar_working_day_after(journal->calendar, fact->valid_on, ASKED_WORKING_DAYS);
	return OK;
}

/* Of somebody whom nobody here knows there is nothing to look into: the answer goes at once. */
static bool needs_no_answer(const void *item)
{
	return ((const struct provider_asked *)item)->person == 0;
}

static const struct journal_rule asked_rules[] = {
	{ "asked-open", "wishes",
	  WORDS("Een aanbieder vraagt iets voor deze cliënt. Binnen vijf werkdagen moet er antwoord zijn."),
	  "iWmo 3.2, OP274", needs_no_answer },
};

static enum status add_wish(struct db *db, int64_t register_id, const struct provider_asked *asked,
                            size_t place, struct fault *fault)
{
	const struct asked_wish *wish = &((const struct asked_wish *)asked->wishes.items)[place];
	const struct value values[] = {
		value_number(register_id),
		value_number(asked->request),
		value_number((int64_t)place + 1),
		value_number(asked->person),
		value_text(wish->sort),
		value_number(wish->assignment),
		value_text_or_empty(wish->product),
		value_number(wish->amount),
		value_text_or_empty(wish->unit),
		value_text_or_empty(wish->frequency),
		value_date(wish->from),
		value_date(wish->last_day),
	};

	return db_run(db, &sql_exchange_asked_add_wish, values, COUNT(values), fault);
}

/* A refusal that needs nobody: who is not known here has not reported yet, so it is to be asked for anew. */
static enum status refuse_unknown(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct fault *fault)
{
	const struct value values[] = {
		value_number(register_id), value_number(fact->fact), value_date(fact->valid_on),
		value_number(fact->fact),  value_text(""),           value_text("1")
	};

	return db_run(db, &sql_exchange_asked_refuse, values, COUNT(values), fault);
}

static enum status apply_asked(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct provider_asked *asked = fact->item;
	const struct message_kept kept = { asked->sender,
		                           strcmp(asked->sort, "change") == 0 ? "WMO317" : "WMO315",
		                           asked->message, asked->content_mark };
	const struct value values[] = {
		value_number(register_id),         value_number(asked->request),
		value_number(asked->person),       value_text(asked->party),
		value_text(asked->municipality),   value_text(asked->sort),
		value_text(asked->reference),      value_text_or_empty(asked->reason),
		value_text_or_empty(asked->words), value_date(fact->valid_on),
		value_date(asked->due_on),
	};
	enum status status = db_run(db, &sql_exchange_asked_add, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < asked->wishes.count; i++)
		status = add_wish(db, register_id, asked, i, fault);
	if (status == OK && asked->person == 0)
		status = refuse_unknown(db, register_id, fact, fault);
	return status == OK ? message_remember(db, register_id, fact->fact, &kept, fault) : status;
}

const struct journal_kind provider_asked_kind = {
	.name = "provider_asked",
	.title = WORDS("Verzoek van een aanbieder"),
	.done = WORDS("Aanbieder vraagt om een toewijzing of een wijziging"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &provider_asked_record,
	.prepare = prepare_asked,
	.rules = asked_rules,
	.rules_count = COUNT(asked_rules),
	.apply = apply_asked,
};

/* --- reading --- */

static const struct field asked_line_fields[] = {
	FIELD(struct asked_line, request),
	FIELD(struct asked_line, person),
	FIELD(struct asked_line, party),
	FIELD(struct asked_line, municipality),
	FIELD(struct asked_line, sort, .choices = asked_sorts),
	FIELD(struct asked_line, reference),
	FIELD(struct asked_line, reason, .choices = message_request_reasons),
	FIELD(struct asked_line, words, .max_chars = 4000),
	FIELD(struct asked_line, state, .choices = asked_states),
	FIELD(struct asked_line, refusal),
	FIELD(struct asked_line, explained, .max_chars = 2000),
	FIELD(struct asked_line, verdict),
	FIELD(struct asked_line, verdict_fact),
	FIELD(struct asked_line, reply),
	FIELD(struct asked_line, asked_on),
	FIELD(struct asked_line, due_on),
	FIELD(struct asked_line, considered_on),
	FIELD(struct asked_line, settled_on),
	FIELD(struct asked_line, replied_on),
};
static const struct record asked_line_record = RECORD(struct asked_line, "asked_line", asked_line_fields);

static enum status one_line(struct journal *journal, const struct db_query *query, struct value key,
                            struct asked_line *ret_line, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), key };
	enum status status = db_one(journal->db, query, values, COUNT(values), &rows, fault);

	*ret_line = (struct asked_line){ 0 };
	if (status == OK)
		db_record(&rows, &asked_line_record, ret_line, journal->arena);
	return status;
}

enum status asked_of(struct journal *journal, int64_t request, struct asked_line *ret_line,
                     struct fault *fault)
{
	return one_line(journal, &sql_exchange_asked_of, value_number(request), ret_line, fault);
}

enum status asked_by_reply(struct journal *journal, const char *message, struct asked_line *ret_line,
                           struct fault *fault)
{
	return one_line(journal, &sql_exchange_asked_by_reply, value_text(message), ret_line, fault);
}

enum status asked_about(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_exchange_asked_about, values, COUNT(values),
	               &(struct db_list){ &asked_line_record, journal->arena, ret_lines }, fault);
}

enum status asked_wishes(struct journal *journal, int64_t request, struct records *ret_wishes,
                         struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(request) };

	return db_list(journal->db, &sql_exchange_asked_wishes, values, COUNT(values),
	               &(struct db_list){ &asked_wish_record, journal->arena, ret_wishes }, fault);
}

enum status asked_to_reply(struct journal *journal, int64_t after, struct records *ret_lines,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after) };

	return db_list(journal->db, &sql_exchange_asked_to_reply, values, COUNT(values),
	               &(struct db_list){ &asked_line_record, journal->arena, ret_lines }, fault);
}

enum status asked_waiting(struct journal *journal, struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_exchange_asked_waiting, values, COUNT(values),
	               &(struct db_list){ &asked_line_record, journal->arena, ret_lines }, fault);
}

static enum status has_row(struct journal *journal, const struct db_query *query, const struct value *values,
                           size_t count, bool *ret_has, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(journal->db, query, values, count, &rows, fault);

	*ret_has = status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status asked_look(struct journal *journal, int64_t person, const char *party, const char *reference,
                       struct asked_before *ret_before, struct fault *fault)
{
	const struct value used[] = { value_number(journal->register_id), value_text(party),
		                      value_text(reference) };
	const struct value open[] = { value_number(journal->register_id), value_number(person),
		                      value_text(party) };
	enum status status = has_row(journal, &sql_exchange_asked_reference, used, COUNT(used),
	                             &ret_before->is_used, fault);

	ret_before->is_open = false;
	if (status != OK || person == 0)
		return status;
	return has_row(journal, &sql_exchange_asked_is_open, open, COUNT(open), &ret_before->is_open, fault);
}

struct date asked_due(const struct asked_line *line)
{
	return date_is(line->considered_on) ? date_add_days(line->considered_on, 7 * ASKED_WEEKS)
	                                    : line->due_on;
}
