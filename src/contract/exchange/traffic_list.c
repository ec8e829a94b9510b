/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/traffic_list.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "common/document/kept.h"
#include "contract/exchange/again.h"
#include "contract/exchange/traffic.h"
#include "platform/base/words.h"
#include "traffic_sql.h"

const struct choice traffic_states[] = {
	{ "waiting", WORDS("wacht op antwoord") },   { "late", WORDS("antwoord is te laat") },
	{ "answered", WORDS("beantwoord") },         { "refused", WORDS("geweigerd") },
	{ "answer", WORDS("is zelf een antwoord") }, { NULL, NULL },
};

static const struct field line_fields[] = {
	FIELD(struct traffic_line, message),       FIELD(struct traffic_line, person),
	FIELD(struct traffic_line, pair),          FIELD(struct traffic_line, assignment),
	FIELD(struct traffic_line, request),       FIELD(struct traffic_line, claim),
	FIELD(struct traffic_line, refused_lines), FIELD(struct traffic_line, refusal),
	FIELD(struct traffic_line, asked_again),   FIELD(struct traffic_line, sent_again),
	FIELD(struct traffic_line, direction),     FIELD(struct traffic_line, sort),
	FIELD(struct traffic_line, party),         FIELD(struct traffic_line, municipality),
	FIELD(struct traffic_line, mark),          FIELD(struct traffic_line, identification),
	FIELD(struct traffic_line, state),         FIELD(struct traffic_line, codes, .max_chars = 1000),
	FIELD(struct traffic_line, on_day),        FIELD(struct traffic_line, answered_on),
	FIELD(struct traffic_line, again_on),      FIELD(struct traffic_line, passed_at),
	FIELD(struct traffic_line, again_by),
};
static const struct record line_record = RECORD(struct traffic_line, "traffic_line", line_fields);

/* The last day of a message whose answer is late today, after so many working days. */
static struct date late_before(const struct calendar *calendar, struct date on, int days)
{
	struct date day = on;

	while (!date_before(calendar_working_day_after(calendar, day, days), on))
		day = date_add_days(day, -1);
	return day;
}

/* The index that leaves least to look through; what holds now is no index for another day. */
static const struct db_query *query_for(const struct traffic_asked *asked, struct date today)
{
	if (has_words(asked->identification))
		return &sql_exchange_traffic_named;
	if (has_words(asked->state) && strcmp(asked->state, "answered") != 0 && asked->on.day == today.day)
		return &sql_exchange_traffic_state;
	if (has_words(asked->party))
		return &sql_exchange_traffic_party;
	return has_words(asked->sort) ? &sql_exchange_traffic_sort : &sql_exchange_traffic_page;
}

enum status traffic_page(struct journal *journal, const struct traffic_asked *asked,
                         struct records *ret_lines, struct fault *fault)
{
	bool is_first = !date_is(asked->after_day);
	struct date until = date_is(asked->until) ? asked->until : asked->on;
	const struct value values[] = {
		value_number(journal->register_id),
		value_date(is_first ? date_add_days(until, 1) : asked->after_day),
		value_number(is_first ? 0 : asked->after_message),
		value_date(date_is(asked->from) ? asked->from : (struct date){ 1 }),
		value_text_or_empty(asked->direction),
		value_date(asked->on),
		value_text_or_empty(asked->identification),
		value_text_or_empty(asked->party),
		value_text_or_empty(asked->sort),
		value_text_or_empty(asked->state),
		value_date(late_before(journal->calendar, asked->on, TRAFFIC_ANSWER_DAYS)),
		value_date(late_before(journal->calendar, asked->on, TRAFFIC_CLAIM_DAYS)),
		value_number(asked->count),
	};

	return db_list(journal->db, query_for(asked, clock_today(journal->clock)), values, COUNT(values),
	               &(struct db_list){ &line_record, journal->arena, ret_lines }, fault);
}

enum status traffic_of(struct journal *journal, int64_t message, struct traffic_line *ret_line,
                       struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(message) };
	enum status status =
		db_one(journal->db, &sql_exchange_traffic_one, values, COUNT(values), &rows, fault);

	*ret_line = (struct traffic_line){ 0 };
	if (status == OK)
		db_record(&rows, &line_record, ret_line, journal->arena);
	return status;
}

enum status traffic_reasons(struct journal *journal, const struct traffic_line *line,
                            const char **ret_reasons, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(line->mark) };
	enum status status = line->refusal == 0 ? NOT_FOUND
	                                        : db_one(journal->db, &sql_exchange_traffic_reasons, values,
	                                                 COUNT(values), &rows, fault);

	*ret_reasons = status == OK ? db_text(&rows, 0, journal->arena) : "";
	return status == NOT_FOUND ? OK : status;
}

struct date traffic_due(const struct calendar *calendar, const struct traffic_line *line)
{
	return calendar_working_day_after(calendar, line->on_day,
	                                  strcmp(line->sort, "WMO323") == 0 ? TRAFFIC_CLAIM_DAYS
	                                                                    : TRAFFIC_ANSWER_DAYS);
}

bool traffic_is_late(const struct calendar *calendar, const struct traffic_line *line, struct date on)
{
	return strcmp(line->state, "waiting") == 0 && date_before(traffic_due(calendar, line), on);
}

static enum status number_of(struct journal *journal, const struct db_query *query,
                             const struct value *values, size_t count, int64_t *ret_message,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(journal->db, query, values, count, &rows, fault);

	*ret_message = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status traffic_sent_as(struct journal *journal, const char *sort, const char *identification,
                            int64_t *ret_message, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(sort),
		                        value_text(identification) };

	return number_of(journal, &sql_exchange_traffic_sent_as, values, COUNT(values), ret_message, fault);
}

enum status traffic_received_as(struct journal *journal, const char *mark, int64_t *ret_message,
                                struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(mark) };

	return number_of(journal, &sql_exchange_traffic_received_as, values, COUNT(values), ret_message,
	                 fault);
}

static const struct field of_claim_fields[] = { FIELD(struct traffic_line, message) };
static const struct record of_claim_record = RECORD(struct traffic_line, "traffic_line", of_claim_fields);

enum status traffic_let_go_of_claim(struct db *db, int64_t register_id, int64_t claim, struct arena *arena,
                                    struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(claim) };
	struct records lines = { 0 };
	enum status status = db_list(db, &sql_exchange_traffic_of_claim, values, COUNT(values),
	                             &(struct db_list){ &of_claim_record, arena, &lines }, fault);

	for (size_t i = 0; status == OK && i < lines.count; i++)
		status = kept_let_go(db, register_id,
		                     ((const struct traffic_line *)lines.items)[i].message / 2, fault);
	return status;
}

enum status again_waiting(struct journal *journal, int64_t after, struct records *ret_lines,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(after) };

	return db_list(journal->db, &sql_exchange_traffic_to_leave_again, values, COUNT(values),
	               &(struct db_list){ &line_record, journal->arena, ret_lines }, fault);
}

enum status again_named(struct journal *journal, const char *identification, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(identification) };

	return db_list(journal->db, &sql_exchange_traffic_ours_named, values, COUNT(values),
	               &(struct db_list){ &line_record, journal->arena, ret_lines }, fault);
}
