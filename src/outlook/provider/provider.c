/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/provider/provider.h"

#include "common/scheme/scheme.h"
#include "practice/transition/search.h"
#include "provider_sql.h"

#define FIRST_DAY ((struct date){ 1 })
#define EPOCH_DAY 719163 /* 1970-01-01 */
#define DAY_SECONDS 86400

static const struct field delivery_line_fields[] = {
	FIELD(struct delivery_line, person),
	FIELD(struct delivery_line, assignment),
	FIELD(struct delivery_line, product),
	FIELD(struct delivery_line, unit, .choices = scheme_units),
	FIELD(struct delivery_line, frequency, .choices = scheme_frequencies),
	FIELD(struct delivery_line, amount),
	FIELD(struct delivery_line, valid_from),
	FIELD(struct delivery_line, valid_until),
	FIELD(struct delivery_line, started_on),
	FIELD(struct delivery_line, initials),
	FIELD(struct delivery_line, prefix),
	FIELD(struct delivery_line, surname),
	FIELD(struct delivery_line, gap),
	FIELD(struct delivery_line, gap_from),
	FIELD(struct delivery_line, answered_on),
};
static const struct record delivery_line_record =
	RECORD(struct delivery_line, "delivery_line", delivery_line_fields);

static const struct field delivery_count_fields[] = {
	FIELD(struct delivery_count, authority), FIELD(struct delivery_count, party),
	FIELD(struct delivery_count, assigned),  FIELD(struct delivery_count, started),
	FIELD(struct delivery_count, coming),    FIELD(struct delivery_count, waiting),
	FIELD(struct delivery_count, late),      FIELD(struct delivery_count, oldest),
};
static const struct record delivery_count_record =
	RECORD(struct delivery_count, "delivery_count", delivery_count_fields);

static const struct field search_count_fields[] = {
	FIELD(struct search_count, step, .choices = search_steps),
	FIELD(struct search_count, clients),
	FIELD(struct search_count, oldest),
};
static const struct record search_count_record =
	RECORD(struct search_count, "search_count", search_count_fields);

/* The first moment after a day; what was recorded before it was known on that day. */
static struct value end_of(struct date day)
{
	return value_number(((int64_t)day.day + 1 - EPOCH_DAY) * DAY_SECONDS);
}

enum status provider_deliveries(struct journal *journal, const struct delivery_filter *filter,
                                struct records *ret_lines, struct fault *fault)
{
	struct date after = date_is(filter->after_from) ? filter->after_from : FIRST_DAY;
	const struct value waiting[] = {
		value_number(journal->register_id),
		value_text(filter->party),
		value_date(filter->on),
		end_of(filter->on),
		value_date(after),
		value_number(filter->after_person),
		value_number(filter->after_assignment),
	};
	const struct value started[] = {
		waiting[0], waiting[1], waiting[2], waiting[5], waiting[6],
	};
	const struct db_list list = { &delivery_line_record, journal->arena, ret_lines };

	if (filter->is_started)
		return db_list(journal->db, &sql_provider_started, started, COUNT(started), &list, fault);
	return db_list(journal->db, &sql_provider_waiting, waiting, COUNT(waiting), &list, fault);
}

enum status provider_delivery(struct journal *journal, const char *party, int64_t assignment, struct date on,
                              struct delivery_details *ret_details, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_number(assignment), value_date(on), end_of(on) };
	enum status status = db_one(journal->db, &sql_provider_delivery, values, COUNT(values), &rows, fault);

	*ret_details = (struct delivery_details){ 0 };
	if (status)
		return status;
	db_record(&rows, &delivery_line_record, &ret_details->line, journal->arena);
	ret_details->contact = db_text(&rows, 12, journal->arena);
	return OK;
}

enum status provider_count(struct journal *journal, const struct count_asked *asked,
                           struct delivery_count *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = {
		value_number(journal->register_id),
		value_text(asked->deliverer),
		value_text(asked->party),
		value_date(asked->on),
		value_date(date_add_days(asked->on, -(int32_t)asked->late_days)),
		end_of(asked->on),
	};
	enum status status = db_one(journal->db, &sql_provider_count, values, COUNT(values), &rows, fault);

	*ret_count = (struct delivery_count){ .party = asked->party };
	if (status == OK)
		db_record(&rows, &delivery_count_record, ret_count, journal->arena);
	return status;
}

/* A list of counts for the municipality, by one of its queries. */
static enum status list_counts(struct journal *journal, const struct db_query *query,
                               const struct count_asked *asked, struct records *ret_counts,
                               struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_date(date_add_days(asked->on, -(int32_t)asked->late_days)),
		                        end_of(asked->on) };

	return db_list(journal->db, query, values, COUNT(values),
	               &(struct db_list){ &delivery_count_record, journal->arena, ret_counts }, fault);
}

enum status provider_counts(struct journal *journal, struct date on, int64_t late_days,
                            struct records *ret_counts, struct fault *fault)
{
	return list_counts(journal, &sql_provider_counts,
	                   &(struct count_asked){ .on = on, .late_days = late_days }, ret_counts, fault);
}

enum status provider_authority_counts(struct journal *journal, struct date on, int64_t late_days,
                                      struct records *ret_counts, struct fault *fault)
{
	return list_counts(journal, &sql_provider_authority_counts,
	                   &(struct count_asked){ .on = on, .late_days = late_days }, ret_counts, fault);
}

enum status provider_searches(struct journal *journal, const char *party, struct date on,
                              struct records *ret_counts, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_date(on) };

	return db_list(journal->db, &sql_provider_searches, values, COUNT(values),
	               &(struct db_list){ &search_count_record, journal->arena, ret_counts }, fault);
}

void provider_add(struct delivery_count *total, const struct delivery_count *count)
{
	total->assigned += count->assigned;
	total->started += count->started;
	total->coming += count->coming;
	total->waiting += count->waiting;
	total->late += count->late;
	if (date_is(count->oldest) && (!date_is(total->oldest) || date_before(count->oldest, total->oldest)))
		total->oldest = count->oldest;
}
