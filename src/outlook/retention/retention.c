/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/retention/retention.h"

#include "common/access/reads.h"
#include "outlook/known/known.h"
#include "retention_sql.h"

struct person_number {
	int64_t person;
};
static const struct field number_fields[] = { FIELD(struct person_number, person) };
static const struct record number_record = RECORD(struct person_number, "person_number", number_fields);

/* The days before which what ended is old enough. */
struct limits {
	struct date provision, report;
	struct moment reads;
};

static enum status read_limits(struct journal *journal, struct retention_due *due, struct limits *limits,
                               struct fault *fault)
{
	struct date today = clock_today(journal->clock);
	enum status status = erasure_term("provision", today, journal->arena, &due->provision, fault);

	if (status == OK)
		status = erasure_term("report", today, journal->arena, &due->report, fault);
	if (status == OK)
		status = erasure_term("reads", today, journal->arena, &due->read, fault);
	if (status)
		return status;
	limits->provision = date_birthday(today, -(int)due->provision.years);
	limits->report = date_birthday(today, -(int)due->report.years);
	limits->reads = clock_moment_on(date_birthday(today, -(int)due->read.years), 0);
	return OK;
}

static enum status count(struct journal *journal, const struct db_query *query, const struct value *values,
                         size_t values_count, int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(journal->db, query, values, values_count, &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status retention_due(struct journal *journal, struct retention_due *ret_due, struct fault *fault)
{
	struct limits limits = { 0 };
	enum status status = read_limits(journal, ret_due, &limits, fault);
	const struct value people[] = { value_number(journal->register_id), value_date(limits.provision),
		                        value_date(limits.report) };
	const struct value reads[] = { people[0], value_moment(limits.reads) };

	if (status == OK)
		status = count(journal, &sql_retention_count_due, people, COUNT(people), &ret_due->people,
		               fault);
	if (status == OK)
		status = count(journal, &sql_retention_count_reads, reads, COUNT(reads), &ret_due->reads,
		               fault);
	return status;
}

static const struct field waiting_fields[] = {
	FIELD(struct waiting_request, request),
	FIELD(struct waiting_request, person),
	FIELD(struct waiting_request, asked_on),
	FIELD(struct waiting_request, due_on),
};
const struct record waiting_request_record =
	RECORD(struct waiting_request, "waiting_request", waiting_fields);

enum status retention_requests(struct journal *journal, struct records *ret_requests, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_retention_requests, values, COUNT(values),
	               &(struct db_list){ &waiting_request_record, journal->arena, ret_requests }, fault);
}

/* --- the work --- */

static enum status erase(struct journal *journal, int64_t person, int64_t *erased, struct fault *fault)
{
	struct person_erased fact = { .person = person, .ground = "retention" };
	struct findings findings = findings_new(journal->arena, journal->language);
	int64_t number;
	enum status status = journal_append(journal, &person_erased_kind, &fact, &findings, &number, fault);

	if (status == OK)
		(*erased)++;
	return status == FINDINGS ? OK : status; /* what changed meanwhile is looked at next time */
}

enum status retention_work(struct journal *journal, int64_t *ret_erased, struct fault *fault)
{
	const struct clock real = { { 0 } };
	struct retention_due due = { 0 };
	struct limits limits = { 0 };
	struct records people = { 0 };
	enum status status = read_limits(journal, &due, &limits, fault);
	const struct value values[] = { value_number(journal->register_id), value_date(limits.provision),
		                        value_date(limits.report) };

	*ret_erased = 0;
	if (status == OK)
		status = db_list(journal->db, &sql_retention_due, values, COUNT(values),
		                 &(struct db_list){ &number_record, journal->arena, &people }, fault);
	for (size_t i = 0; status == OK && i < people.count; i++)
		status = erase(journal, ((const struct person_number *)people.items)[i].person, ret_erased,
		               fault);
	if (status == OK)
		status = reads_forget(journal->db, journal->register_id, limits.reads, fault);
	return status == OK ? known_expire(journal, clock_now(&real), fault) : status;
}
