/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/job/job.h"

#include <stdio.h>

#include "job_sql.h"

#define MAX_RETRY_SECONDS 3600

/* One statement in a transaction of its own; OK, or NOT_FOUND when it gave no row. */
static enum status write_row(struct db *db, const struct db_query *query, const struct value *values,
                             size_t count, int64_t *ret_number, struct fault *fault)
{
	struct db_rows rows = { 0 };
	enum status status = db_begin(db, fault), ended;

	if (status)
		return status;
	status = db_one(db, query, values, count, &rows, fault);
	if (status == OK)
		*ret_number = db_number(&rows, 0);
	db_rows_done(&rows);
	if (status == FAILED) {
		db_rollback(db);
		return status;
	}
	ended = db_commit(db, fault);
	return ended == OK ? status : ended;
}

static int64_t retry_seconds(int64_t failures)
{
	int64_t seconds = JOB_RETRY_SECONDS;

	for (int64_t i = 1; i < failures && seconds < MAX_RETRY_SECONDS; i++)
		seconds *= 2;
	return seconds < MAX_RETRY_SECONDS ? seconds : MAX_RETRY_SECONDS;
}

static enum status run_leased(struct db *db, const struct job_kind *kind, void *context, int64_t now_seconds,
                              int64_t failures, struct fault *fault)
{
	struct fault why = { "" };
	enum status status = kind->run(context, &why);
	int64_t ignored;

	if (status != OK)
		(void)fprintf(stderr, "job %s: %s\n", kind->name, why.words);
	failures = status == OK ? 0 : failures + 1;
	{
		int64_t wait = status == OK ? kind->every_seconds : retry_seconds(failures);
		const struct value values[] = { value_text(kind->name), value_number(now_seconds + wait),
			                        value_number(failures), value_text(why.words) };

		status = write_row(db, &sql_job_give, values, COUNT(values), &ignored, fault);
	}
	return status == NOT_FOUND ? OK : status;
}

/* Whether the kind has a row, and whether it is due: a look that writes nothing. */
static enum status look(struct db *db, const struct job_kind *kind, int64_t now_seconds, bool *ret_is_known,
                        bool *ret_is_due, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_text(kind->name), value_number(now_seconds) };
	enum status status = db_one(db, &sql_job_due, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	*ret_is_known = db_number(&rows, 0) > 0;
	*ret_is_due = db_number(&rows, 1) > 0;
	return OK;
}

static enum status run_kind(struct db *db, const struct job_kind *kind, void *context, int64_t now_seconds,
                            int64_t *ran, struct fault *fault)
{
	const struct value add[] = { value_text(kind->name) };
	const struct value take[] = { value_text(kind->name), value_number(now_seconds),
		                      value_number(now_seconds + kind->lease_seconds) };
	bool is_known = false, is_due = false;
	int64_t failures = 0;
	enum status status = look(db, kind, now_seconds, &is_known, &is_due, fault);

	if (status == OK && !is_known) {
		status = write_row(db, &sql_job_add, add, COUNT(add), &failures, fault);
		is_due = true;
	}
	if (status == FAILED || !is_due)
		return status;
	status = write_row(db, &sql_job_take, take, COUNT(take), &failures, fault);
	if (status)
		return status == NOT_FOUND ? OK : status; /* another process was first */
	(*ran)++;
	return run_leased(db, kind, context, now_seconds, failures, fault);
}

enum status job_run_due(struct db *db, const struct job_list *jobs, int64_t now_seconds, int64_t *ret_ran,
                        struct fault *fault)
{
	enum status status = OK;

	*ret_ran = 0;
	for (size_t i = 0; status == OK && i < jobs->count; i++)
		status = run_kind(db, &jobs->kinds[i], jobs->context, now_seconds, ret_ran, fault);
	return status;
}
