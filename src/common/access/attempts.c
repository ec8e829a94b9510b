/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/attempts.h"

#include <sodium.h>
#include <string.h>

#include "access_sql.h"

#define FIRST_WAIT_SECONDS 30
#define LONGEST_WAIT_SECONDS 900
#define DOUBLINGS 5 /* until the longest wait */

/* As many counters as the table can ever have; two names that share one are rare, and wait together. */
static struct value bucket_of(const char *account)
{
	unsigned char digest[crypto_generichash_BYTES];

	(void)crypto_generichash(digest, sizeof(digest), (const unsigned char *)account, strlen(account),
	                         NULL, 0);
	return value_number(digest[0] * 256 + digest[1]);
}

int64_t attempts_wait_seconds(int64_t failures)
{
	int64_t doublings = failures - ATTEMPTS_FREE;

	if (doublings < 0)
		return 0;
	return doublings >= DOUBLINGS ? LONGEST_WAIT_SECONDS : (int64_t)FIRST_WAIT_SECONDS << doublings;
}

enum status attempts_check(struct db *db, const char *account, struct moment now, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value bucket = bucket_of(account);
	enum status status = db_one(db, &sql_access_attempts, &bucket, 1, &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	return now.seconds < db_number(&rows, 1) + attempts_wait_seconds(db_number(&rows, 0)) ? FINDINGS : OK;
}

enum status attempts_add(struct db *db, const char *account, struct moment now, struct fault *fault)
{
	const struct value values[] = { bucket_of(account), value_moment(now) };
	bool is_alone = !db_is_writing(db);
	enum status status = is_alone ? db_begin(db, fault) : OK;

	if (status == OK)
		status = db_run(db, &sql_access_add_attempt, values, COUNT(values), fault);
	return is_alone ? db_end(db, status, fault) : status;
}

enum status attempts_forget(struct db *db, const char *account, struct fault *fault)
{
	const struct value bucket = bucket_of(account);

	return db_run(db, &sql_access_forget_attempts, &bucket, 1, fault);
}
