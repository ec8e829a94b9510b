/* SPDX-License-Identifier: EUPL-1.2 */
/* The snapshots that people asked for, and the work of making them. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "common/access/access.h"
#include "common/journal/rebuild.h"
#include "known_sql.h"
#include "outlook/known/known.h"
#include "platform/base/words.h"

#define LEASE_SECONDS 60
#define TELL_MS 500 /* between two words about how far it is */
#define ROOM_BYTES ((size_t)64 * 1024)

const struct choice known_states[] = {
	{ "asked", WORDS("staat klaar om te maken") },
	{ "making", WORDS("wordt gemaakt") },
	{ "ready", WORDS("klaar") },
	{ "failed", WORDS("mislukt") },
	{ NULL, NULL },
};

static const struct field known_snapshot_fields[] = {
	FIELD(struct known_snapshot, number),
	FIELD(struct known_snapshot, until_at),
	FIELD(struct known_snapshot, asked_at),
	FIELD(struct known_snapshot, name),
	FIELD(struct known_snapshot, state, .choices = known_states),
	FIELD(struct known_snapshot, facts, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct known_snapshot, facts_total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct known_snapshot, fault, .max_chars = 2000),
};
const struct record known_snapshot_record =
	RECORD(struct known_snapshot, "known_snapshot", known_snapshot_fields);

const char *known_name(int64_t register_id, int64_t number, struct arena *arena)
{
	return arena_print(arena, "%lld-%lld", (long long)register_id, (long long)number);
}

enum status known_list(struct journal *journal, struct records *ret_snapshots, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_known_list, values, COUNT(values),
	               &(struct db_list){ &known_snapshot_record, journal->arena, ret_snapshots }, fault);
}

enum status known_find(struct journal *journal, int64_t number, struct known_snapshot *ret_snapshot,
                       struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	enum status status = db_one(journal->db, &sql_known_find, values, COUNT(values), &rows, fault);

	*ret_snapshot = (struct known_snapshot){ 0 };
	if (status == OK)
		db_record(&rows, &known_snapshot_record, ret_snapshot, journal->arena);
	return status;
}

enum status known_ask(struct journal *journal, struct moment until, struct moment now, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_moment(until),
		                        value_moment(now), value_text(journal->account) };

	return db_run(journal->db, &sql_known_add, values, COUNT(values), fault);
}

enum status known_let_go(struct journal *journal, int64_t number, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(number) };

	return db_run(journal->db, &sql_known_let_go, values, COUNT(values), fault);
}

static enum status remove_snapshot(struct journal *journal, int64_t number, struct fault *fault)
{
	enum status status = known_let_go(journal, number, fault);

	if (status == OK)
		known_remove_file(access_snapshot_file(
			journal->db, known_name(journal->register_id, number, journal->arena),
			journal->arena));
	return status;
}

enum status known_expire(struct journal *journal, struct moment now, struct fault *fault)
{
	struct records snapshots = { 0 };
	const struct known_snapshot *items;
	enum status status = known_list(journal, &snapshots, fault);

	items = snapshots.items;
	for (size_t i = 0; status == OK && i < snapshots.count; i++) {
		if (now.seconds - items[i].asked_at.seconds < (int64_t)KNOWN_DAYS * DAY_SECONDS)
			continue;
		status = db_begin(journal->db, fault);
		if (status == OK)
			status = db_end(journal->db, remove_snapshot(journal, items[i].number, fault), fault);
	}
	return status;
}

/* An erasure that a rule refuses changes nothing. */
static bool is_refused(const struct journal_fact *fact)
{
	for (size_t i = 0; i < fact->kind->rules_count; i++)
		if (!fact->kind->rules[i].holds(fact->item))
			return true;
	return false;
}

enum status known_forget(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                         struct fault *fault)
{
	struct records snapshots = { 0 };
	const struct known_snapshot *items;
	enum status status = is_refused(fact) ? OK : known_list(journal, &snapshots, fault);

	(void)findings;
	items = snapshots.items;
	for (size_t i = 0; status == OK && i < snapshots.count; i++) {
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(items[i].number) };

		if (strcmp(items[i].state, "asked") == 0)
			continue;
		if (strcmp(items[i].state, "failed") != 0)
			status = db_run(journal->db, &sql_known_again, values, COUNT(values), fault);
		if (status == OK)
			status = remove_snapshot(journal, items[i].number, fault);
	}
	return status;
}

/* --- the work --- */

/* A snapshot that is being made, by way of a connection of its own: the other one holds on to what it reads.
 */
struct making {
	const struct known_worker *worker;
	int64_t register_id, number;
	struct moment until;
	int64_t total;
	int64_t told_ms;
};

static int64_t now_seconds(void)
{
	const struct clock real = { { 0 } };

	return clock_now(&real).seconds;
}

/* One statement in a transaction of its own; NOT_FOUND when it gave no row. */
static enum status write_row(struct db *db, const struct db_query *query, const struct value *values,
                             size_t count, struct making *ret_making, struct fault *fault)
{
	struct db_rows rows = { 0 };
	enum status status = db_begin(db, fault), ended;

	if (status)
		return status;
	status = db_one(db, query, values, count, &rows, fault);
	if (status == OK && ret_making != NULL) {
		ret_making->register_id = db_number(&rows, 0);
		ret_making->number = db_number(&rows, 1);
		ret_making->until = db_moment(&rows, 2);
	}
	db_rows_done(&rows);
	if (status == FAILED) {
		db_rollback(db);
		return status;
	}
	ended = db_commit(db, fault);
	return ended == OK ? status : ended;
}

/* False when it was let go meanwhile, or the process must end. */
static bool tell_progress(void *context, int64_t facts)
{
	struct making *making = context;
	struct fault ignored;
	const struct value values[] = { value_number(making->register_id), value_number(making->number),
		                        value_number(facts), value_number(making->total),
		                        value_number(now_seconds() + LEASE_SECONDS) };

	if (*making->worker->is_asked_to_stop != 0)
		return false;
	if (clock_running_ms() - making->told_ms < TELL_MS)
		return true;
	making->told_ms = clock_running_ms();
	return write_row(making->worker->db, &sql_known_progress, values, COUNT(values), NULL, &ignored) ==
	       OK;
}

static enum status end_making(const struct making *making, enum status made, int64_t facts,
                              const struct fault *why, struct fault *fault)
{
	bool is_stopped = made != OK && *making->worker->is_asked_to_stop != 0;
	const char *state = is_stopped ? "asked" : made == OK ? "ready" : "failed";
	const struct value values[] = { value_number(making->register_id), value_number(making->number),
		                        value_text(state), value_number(facts),
		                        value_text(made == OK || is_stopped ? "" : why->words) };

	return write_row(making->worker->db, &sql_known_end, values, COUNT(values), NULL, fault);
}

static enum status make_directory(const struct db *db, struct arena *arena, struct fault *fault)
{
	const char *path = arena_print(arena, "%s/known", db_state_directory(db));

	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", path, strerror(errno));
	return OK;
}

/* What stands there is of a maker that is gone. */
static enum status make(struct making *making, const char *file, int64_t *ret_facts, struct fault *fault)
{
	CLEANUP(db_closep) struct db *reading = NULL;
	struct known_order order = { .book = making->worker->book,
		                     .register_id = making->register_id,
		                     .until = making->until,
		                     .file = file,
		                     .progress = tell_progress,
		                     .context = making };
	enum status status = db_open_again(making->worker->db, &reading, fault);

	if (status == OK)
		status = journal_known_by(reading, making->register_id, making->until, &making->total, fault);
	if (status == OK)
		(void)tell_progress(making, 0);
	if (status)
		return status;
	order.db = reading;
	known_remove_file(file);
	return known_make(&order, ret_facts, fault);
}

enum status known_work(const struct known_worker *worker, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	CLEANUP(db_rows_done) struct db_rows waiting = { 0 };
	const struct value take[] = { value_number(now_seconds()),
		                      value_number(now_seconds() + LEASE_SECONDS) };
	struct making making = { .worker = worker };
	struct fault why = { "" };
	const char *file;
	int64_t facts = 0;
	enum status status = db_one(worker->db, &sql_known_waiting, take, 1, &waiting, fault), made;

	if (status != OK || db_number(&waiting, 0) == 0)
		return status;
	db_rows_done(&waiting);
	status = write_row(worker->db, &sql_known_take, take, COUNT(take), &making, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	file = access_snapshot_file(worker->db, known_name(making.register_id, making.number, arena), arena);
	made = make_directory(worker->db, arena, &why);
	if (made == OK)
		made = make(&making, file, &facts, &why);
	status = end_making(&making, made, facts, &why, fault);
	if (status == NOT_FOUND)
		known_remove_file(file); /* it was let go while it was made */
	return status == NOT_FOUND ? OK : status;
}
