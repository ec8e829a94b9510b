/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/db.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/db/driver.h"

#define MAX_LIST 100000
#define MAX_COLUMNS 64
#define FIRST_LOOK 2000 /* writes after which the tables are looked at; each next look at twice as many */
#define MANY_WRITES 500 /* in one transaction: somebody fills the database, and can wait for a look */

static char *copy(const char *text)
{
	char *copied = strdup(text);

	if (copied == NULL)
		abort();
	return copied;
}

static bool is_url(const char *where)
{
	return strncmp(where, "postgresql://", 13) == 0 || strncmp(where, "postgres://", 11) == 0;
}

/* A number for the name of the state directory of a database that is no file (FNV-1a). */
static uint64_t name_number(const char *where)
{
	uint64_t number = 14695981039346656037u;

	for (; *where != '\0'; where++)
		number = (number ^ (unsigned char)*where) * 1099511628211u;
	return number;
}

static void print_state_directory(const char *where, char *path, size_t size)
{
	const char *given = getenv("THUISREGIE_STATE");
	const char *home = getenv("HOME");

	if (!is_url(where))
		(void)snprintf(path, size, "%s.state", where);
	else if (given != NULL)
		(void)snprintf(path, size, "%s", given);
	else
		(void)snprintf(path, size, "%s/.thuisregie-%016llx", home == NULL ? "." : home,
		               (unsigned long long)name_number(where));
}

static enum status make_state_directory(struct db *db, struct fault *fault)
{
	char path[4096];

	print_state_directory(db->where, path, sizeof(path));
	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return fault_set(fault, FAILED, "cannot make the directory %s: %s", path, strerror(errno));
	db->state_directory = copy(path);
	return db->driver->engine == DB_SQLITE ? turnstile_open(&db->turnstile, path, fault) : OK;
}

static struct db *db_new(const char *where)
{
	struct db *db = calloc(1, sizeof(*db));

	if (db == NULL)
		abort();
	db->where = copy(where);
	db->looks_after = FIRST_LOOK;
	db->turnstile = (struct turnstile){ .outer = -1, .inner = -1 };
	return db;
}

enum status db_open(const char *where, struct db **ret_db, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = db_new(where);
	enum status status;

	status =
		is_url(where) ? postgres_open(where, false, db, fault) : sqlite_open(where, false, db, fault);
	if (status == OK)
		status = make_state_directory(db, fault);
	if (status)
		return status;
	*ret_db = db;
	db = NULL;
	return OK;
}

enum status db_open_again(const struct db *db, struct db **ret_db, struct fault *fault)
{
	return db_open(db->where, ret_db, fault);
}

/* A file that has no name any more once it is open, so that nothing remains of it, not even after a crash. */
static enum status open_side_file(const struct db *db, struct db *side, struct fault *fault)
{
	char name[4096];
	enum status status;

	(void)snprintf(name, sizeof(name), "%s/side-%ld.sqlite", db->state_directory, (long)getpid());
	(void)remove(name);
	status = sqlite_open(name, true, side, fault);
	(void)remove(name);
	return status;
}

enum status db_open_side(const struct db *db, struct db **ret_side, struct fault *fault)
{
	CLEANUP(db_closep) struct db *side = db_new(db->where);
	enum status status;

	if (db->driver->engine == DB_POSTGRES)
		status = postgres_open(db->where, true, side, fault);
	else
		status = open_side_file(db, side, fault);
	if (status)
		return status;
	*ret_side = side;
	side = NULL;
	return OK;
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	if (db->driver != NULL)
		db->driver->close(db);
	turnstile_close(&db->turnstile);
	free(db->where);
	free(db->state_directory);
	free(db);
}

void db_closep(struct db **db)
{
	db_close(*db);
	*db = NULL;
}

enum db_engine db_engine(const struct db *db)
{
	return db->driver->engine;
}

const char *db_state_directory(const struct db *db)
{
	return db->state_directory;
}

bool db_is_writing(const struct db *db)
{
	return db->transaction == DB_WRITING;
}

bool db_is_idle(const struct db *db)
{
	return db->transaction == DB_IDLE;
}

enum status db_select(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                      struct db_rows *ret_rows, struct fault *fault)
{
	struct db_rows rows = { .db = db };
	enum status status = db->driver->select(db, query, values, count, &rows, fault);

	if (status == OK)
		*ret_rows = rows;
	return status;
}

enum status db_next(struct db_rows *rows, struct fault *fault)
{
	return rows->db->driver->next(rows, fault);
}

void db_rows_done(struct db_rows *rows)
{
	if (rows->handle != NULL)
		rows->db->driver->done(rows);
	*rows = (struct db_rows){ 0 };
}

enum status db_one(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                   struct db_rows *ret_rows, struct fault *fault)
{
	enum status status = db_select(db, query, values, count, ret_rows, fault);

	return status == OK ? db_next(ret_rows, fault) : status;
}

enum status db_run(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                   struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status;

	db->writes++;
	if (db->transaction == DB_WRITING && db->driver->run != NULL)
		return db->driver->run(db, query, values, count, fault);
	status = db_one(db, query, values, count, &rows, fault);
	return status == NOT_FOUND ? OK : status;
}

int64_t db_number(const struct db_rows *rows, int column)
{
	return rows->db->driver->number(rows, column);
}

const char *db_text(const struct db_rows *rows, int column, struct arena *arena)
{
	const char *text = rows->db->driver->text(rows, column);

	return text == NULL || text[0] == '\0' ? "" : arena_copy(arena, text);
}

struct date db_date(const struct db_rows *rows, int column)
{
	const char *text = rows->db->driver->text(rows, column);
	struct date date = { 0 };

	if (text != NULL)
		(void)date_read(text, &date);
	return date;
}

struct moment db_moment(const struct db_rows *rows, int column)
{
	return (struct moment){ db_number(rows, column) };
}

static void read_column(const struct db_rows *rows, int column, const struct field *field, void *item,
                        struct arena *arena)
{
	switch (field->type) {
	case FIELD_TEXT:
		MEMBER(const char *, field, item) = db_text(rows, column, arena);
		break;
	case FIELD_NUMBER:
		MEMBER(int64_t, field, item) = db_number(rows, column);
		break;
	case FIELD_FLAG:
		MEMBER(bool, field, item) = db_number(rows, column) != 0;
		break;
	case FIELD_DATE:
		MEMBER(struct date, field, item) = db_date(rows, column);
		break;
	case FIELD_MOMENT:
		MEMBER(struct moment, field, item) = db_moment(rows, column);
		break;
	case FIELD_MONEY:
		MEMBER(struct money, field, item).cents = db_number(rows, column);
		break;
	case FIELD_TEXTS:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_MARKS:
		assert(!"a column holds a single value");
		break;
	}
}

/* Which field of a record each column fills, NULL for none. */
struct columns {
	const struct field *fields[MAX_COLUMNS];
	int count;
};

static struct columns columns_of(const struct db_rows *rows, const struct record *record)
{
	const struct db_driver *driver = rows->db->driver;
	struct columns columns = { .count = driver->columns(rows) };

	assert(columns.count <= MAX_COLUMNS);
	for (int column = 0; column < columns.count; column++)
		columns.fields[column] = record_field(record, driver->column_name(rows, column));
	return columns;
}

static void read_columns(const struct db_rows *rows, const struct columns *columns, void *item,
                         struct arena *arena)
{
	for (int column = 0; column < columns->count; column++)
		if (columns->fields[column] != NULL)
			read_column(rows, column, columns->fields[column], item, arena);
}

void db_record(const struct db_rows *rows, const struct record *record, void *item, struct arena *arena)
{
	const struct columns columns = columns_of(rows, record);

	read_columns(rows, &columns, item, arena);
}

enum status db_list(struct db *db, const struct db_query *query, const struct value *values, size_t count,
                    const struct db_list *list, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct records found = { 0 };
	struct columns columns;
	size_t room = 0;
	enum status status = db_select(db, query, values, count, &rows, fault);

	if (status == OK)
		columns = columns_of(&rows, list->record);
	while (status == OK && found.count < MAX_LIST && (status = db_next(&rows, fault)) == OK) {
		found.items =
			arena_with_room(list->arena, found.items, found.count, &room, list->record->size);
		read_columns(&rows, &columns, (char *)found.items + found.count++ * list->record->size,
		             list->arena);
	}
	*list->ret = found;
	return status == NOT_FOUND ? OK : status;
}

static enum status begin(struct db *db, const char *sql, enum db_transaction transaction, struct fault *fault)
{
	enum status status = db->driver->execute(db, sql, fault);

	if (status == OK)
		db->transaction = transaction;
	return status;
}

enum status db_begin(struct db *db, struct fault *fault)
{
	enum status status;

	assert(db->transaction == DB_IDLE);
	status = turnstile_enter(&db->turnstile, fault);
	if (status)
		return status;
	status = begin(db, db->driver->begin, DB_WRITING, fault);
	if (status)
		turnstile_leave(&db->turnstile);
	db->writes_before = db->writes;
	return status;
}

enum status db_begin_read(struct db *db, struct fault *fault)
{
	assert(db->transaction == DB_IDLE);
	return begin(db, db->driver->begin_read, DB_READING, fault);
}

static void end(struct db *db)
{
	if (db->transaction == DB_WRITING)
		turnstile_leave(&db->turnstile);
	db->transaction = DB_IDLE;
	db->is_lost = false;
}

enum status db_look(struct db *db, struct fault *fault)
{
	return db->driver->look == NULL ? OK : db->driver->execute(db, db->driver->look, fault);
}

/* While a database is filled, as often as it grew to twice its size. */
static enum status look_again(struct db *db, struct fault *fault)
{
	if (db->writes - db->writes_before < MANY_WRITES || db->writes < db->looks_after)
		return OK;
	db->looks_after = db->writes * 2;
	return db_look(db, fault);
}

enum status db_commit(struct db *db, struct fault *fault)
{
	enum status status = OK;

	assert(db->transaction != DB_IDLE);
	if (db->is_lost)
		status = fault_set(fault, FAILED,
		                   "the transaction could not go back a step, so none of it is kept");
	if (status == OK)
		status = look_again(db, fault);
	if (status == OK)
		status = db->driver->execute(db, "COMMIT", fault);
	if (status)
		db_rollback(db);
	else
		end(db);
	return status;
}

enum status db_end(struct db *db, enum status status, struct fault *fault)
{
	if (status == OK)
		return db_commit(db, fault);
	db_rollback(db);
	return status;
}

void db_rollback(struct db *db)
{
	struct fault ignored;

	if (db->transaction == DB_IDLE)
		return;
	(void)db->driver->execute(db, "ROLLBACK", &ignored);
	end(db);
}

static enum status settle(struct db *db, struct fault *fault)
{
	return db->driver->settle == NULL ? OK : db->driver->settle(db, fault);
}

/* Back to the point that was remembered last, also when something failed since. */
static enum status go_back(struct db *db, struct fault *fault)
{
	struct fault ignored;
	enum status status;

	(void)settle(db, &ignored);
	status = db->driver->run_words(db, "ROLLBACK TO SAVEPOINT step", fault);
	if (status == OK)
		status = db->driver->run_words(db, "RELEASE SAVEPOINT step", fault);
	if (status == OK)
		status = settle(db, fault);
	if (status)
		db->is_lost = true;
	return status;
}

enum status db_savepoint(struct db *db, enum db_savepoint step, struct fault *fault)
{
	struct fault ignored;
	enum status status = OK;

	assert(db->transaction == DB_WRITING);
	switch (step) {
	case DB_SAVE:
		status = db->driver->run_words(db, "SAVEPOINT step", fault);
		db->is_lost = db->is_lost || status != OK;
		break;
	case DB_RELEASE:
		status = db->driver->run_words(db, "RELEASE SAVEPOINT step", fault);
		if (status == OK)
			status = settle(db, fault);
		if (status)
			(void)go_back(db, &ignored);
		break;
	case DB_BACK:
		status = go_back(db, fault);
		break;
	}
	return db->is_lost ? FAILED : status;
}

enum status db_prepare(struct db *db, const struct db_query *query, struct fault *fault)
{
	return db->driver->prepare(db, query, fault);
}

enum status db_checkpoint(struct db *db, struct fault *fault)
{
	if (db->driver->engine != DB_SQLITE)
		return OK;
	return db->driver->execute(db, "PRAGMA wal_checkpoint(PASSIVE)", fault);
}

/* Both rows have the same columns with the same values. */
static bool rows_equal(const struct db_rows *a, const struct db_rows *b, int columns)
{
	for (int column = 0; column < columns; column++) {
		const char *left = a->db->driver->text(a, column);
		const char *right = b->db->driver->text(b, column);

		if (left == NULL || right == NULL ? left != right : strcmp(left, right) != 0)
			return false;
	}
	return true;
}

static const char *row_words(const struct db_rows *rows, enum status status, int columns, struct arena *arena)
{
	const char *words = "";

	if (status != OK)
		return "(no row)";
	for (int column = 0; column < columns; column++) {
		const char *text = rows->db->driver->text(rows, column);

		words = arena_print(arena, "%s%s%.60s", words, column == 0 ? "" : "|",
		                    text == NULL ? "" : text);
	}
	return words;
}

/* A statement made for this call alone. */
static enum status select_whole(struct db *db, const struct db_query *query, struct db_rows *ret_rows,
                                struct fault *fault)
{
	struct db_rows rows = { .db = db, .is_own = true };
	enum status status = db->driver->select(db, query, NULL, 0, &rows, fault);

	if (status == OK)
		*ret_rows = rows;
	return status;
}

/* "SELECT * FROM table ORDER BY 1, 2, ..." for all its columns. */
static enum status ordered(struct db *db, const char *table, struct arena *arena, struct db_query *ret_query,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct db_query shape = { .name = arena_print(arena, "shape_%s", table),
		                  .text = arena_print(arena, "SELECT * FROM %s LIMIT 0", table) };
	const char *order = "1";
	enum status status = select_whole(db, &shape, &rows, fault);

	if (status)
		return status;
	for (int column = 2; column <= db->driver->columns(&rows); column++)
		order = arena_print(arena, "%s, %d", order, column);
	*ret_query =
		(struct db_query){ .name = arena_print(arena, "ordered_%s", table),
		                   .text = arena_print(arena, "SELECT * FROM %s ORDER BY %s", table, order) };
	return OK;
}

static enum status compare_rows(struct db_rows *rows, struct db_rows *others, const char *table,
                                struct arena *arena, const char **ret_difference, struct fault *fault)
{
	int columns = rows->db->driver->columns(rows);
	enum status here, there;

	do {
		here = db_next(rows, fault);
		there = db_next(others, fault);
		if (here == FAILED || there == FAILED)
			return FAILED;
	} while (here == OK && there == OK && rows_equal(rows, others, columns));
	if (here != NOT_FOUND || there != NOT_FOUND)
		*ret_difference = arena_print(arena, "%s: here %s, there %s", table,
		                              row_words(rows, here, columns, arena),
		                              row_words(others, there, columns, arena));
	return OK;
}

enum status db_compare_table(struct db *db, struct db *other, const char *table, struct arena *arena,
                             const char **ret_difference, struct fault *fault)
{
	struct db_rows rows = { 0 }, others = { 0 };
	struct db_query query = { 0 };
	enum status status = ordered(db, table, arena, &query, fault);

	*ret_difference = NULL;
	if (status == OK)
		status = select_whole(db, &query, &rows, fault);
	if (status)
		return status;
	status = select_whole(other, &query, &others, fault);
	if (status == OK)
		status = compare_rows(&rows, &others, table, arena, ret_difference, fault);
	db_rows_done(&rows);
	db_rows_done(&others);
	return status;
}
