/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/db/bulk.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "platform/db/driver.h"

#define ROWS_BYTES ((size_t)64 * 1024) /* that are sent together */
#define ROW_BYTES_MAX ((size_t)1024 * 1024)

enum status db_keep_little(struct db *db, struct fault *fault)
{
	if (db->driver->engine != DB_SQLITE)
		return OK;
	return db->driver->execute(db, "PRAGMA cache_size=-8192", fault);
}

bool db_has_order_of_bytes(const struct db *db)
{
	return db->driver->engine == DB_SQLITE;
}

/* "INSERT INTO table (columns) VALUES ..." as "COPY table (columns) FROM STDIN". */
static enum status begin_copy(struct db *db, const struct db_query *insert, struct fault *fault)
{
	static const char into[] = "INSERT INTO ", values[] = "VALUES";
	CLEANUP(text_done) struct text words = text_new(ROWS_BYTES);
	const char *until = strstr(insert->text, values);

	assert(strncmp(insert->text, into, sizeof(into) - 1) == 0 && until != NULL);
	text_add(&words, "COPY ");
	text_add_part(&words, insert->text + sizeof(into) - 1,
	              (size_t)(until - insert->text) - (sizeof(into) - 1));
	text_add(&words, " FROM STDIN");
	return db->driver->copy_begin(db, text_words(&words), fault);
}

enum status db_bulk_begin(struct db *db, const struct db_query *insert, struct db_bulk *ret_bulk,
                          struct fault *fault)
{
	assert(db_is_writing(db));
	*ret_bulk =
		(struct db_bulk){ .db = db, .insert = insert, .rows = text_new(ROWS_BYTES + ROW_BYTES_MAX) };
	return db->driver->copy_begin == NULL ? OK : begin_copy(db, insert, fault);
}

/* As COPY reads it: a few characters have another meaning there. */
static void add_text(struct text *rows, const char *text)
{
	for (;; text++) {
		size_t plain = strcspn(text, "\\\t\n\r");

		text_add_part(rows, text, plain);
		text += plain;
		if (*text == '\0')
			return;
		text_add_char(rows, '\\');
		text_add_char(rows, *text == '\t' ? 't' : *text == '\n' ? 'n' : *text == '\r' ? 'r' : '\\');
	}
}

static void add_value(struct text *rows, const struct value *value)
{
	char words[32];

	switch (value->type) {
	case VALUE_NONE:
		text_add(rows, "\\N");
		break;
	case VALUE_TEXT:
		add_text(rows, value->text);
		break;
	case VALUE_NUMBER:
		(void)snprintf(words, sizeof(words), "%" PRId64, value->number);
		text_add(rows, words);
		break;
	case VALUE_DATE:
		text_add(rows, date_print((struct date){ (int32_t)value->number }, words));
		break;
	}
}

static enum status send_copied(struct db_bulk *bulk, struct fault *fault)
{
	enum status status =
		bulk->db->driver->copy_rows(bulk->db, text_words(&bulk->rows), bulk->rows.length, fault);

	text_clear(&bulk->rows);
	return status;
}

/* --- without COPY --- */

static void keep_value(struct db_bulk *bulk, const struct value *value)
{
	char date[DATE_TEXT_SIZE];
	const char *text = value->text;

	bulk->values[bulk->count++] = *value;
	if (value->type == VALUE_DATE)
		text = date_print((struct date){ (int32_t)value->number }, date);
	else if (value->type != VALUE_TEXT)
		return;
	bulk->values[bulk->count - 1] = (struct value){ VALUE_TEXT, (int64_t)bulk->rows.length, NULL };
	text_add_part(&bulk->rows, text, strlen(text) + 1);
}

/* As many rows as there may be at once, or the few that are left, one by one. */
static enum status send_kept(struct db_bulk *bulk, struct fault *fault)
{
	const struct db_driver *driver = bulk->db->driver;
	enum status status = OK;

	for (size_t i = 0; i < bulk->count; i++)
		if (bulk->values[i].type == VALUE_TEXT)
			bulk->values[i].text = bulk->rows.bytes + bulk->values[i].number;
	if (bulk->count + bulk->columns > BULK_VALUES)
		status = driver->run_rows(bulk->db, bulk->insert, bulk->values, bulk->columns,
		                          bulk->count / bulk->columns, fault);
	else
		for (size_t i = 0; status == OK && i < bulk->count; i += bulk->columns)
			status = driver->run(bulk->db, bulk->insert, &bulk->values[i], bulk->columns, fault);
	bulk->count = 0;
	text_clear(&bulk->rows);
	return status;
}

/* --- both --- */

static enum status send(struct db_bulk *bulk, struct fault *fault)
{
	if (bulk->rows.is_full)
		return fault_set(fault, FAILED, "a row for %s is too large", bulk->insert->name);
	return bulk->db->driver->copy_begin == NULL ? send_kept(bulk, fault) : send_copied(bulk, fault);
}

enum status db_bulk_row(struct db_bulk *bulk, const struct value *values, size_t count, struct fault *fault)
{
	bool has_copy = bulk->db->driver->copy_begin != NULL;

	assert(count <= BULK_VALUES && (bulk->columns == 0 || bulk->columns == count));
	bulk->columns = count;
	for (size_t i = 0; i < count; i++) {
		if (!has_copy) {
			keep_value(bulk, &values[i]);
			continue;
		}
		if (i > 0)
			text_add_char(&bulk->rows, '\t');
		add_value(&bulk->rows, &values[i]);
	}
	if (!has_copy)
		return bulk->count + count > BULK_VALUES ? send(bulk, fault) : OK;
	text_add_char(&bulk->rows, '\n');
	return bulk->rows.length < ROWS_BYTES ? OK : send(bulk, fault);
}

enum status db_bulk_end(struct db_bulk *bulk, enum status status, struct fault *fault)
{
	struct fault ignored;

	if (bulk->db == NULL)
		return status;
	if (status == OK)
		status = send(bulk, fault);
	if (bulk->db->driver->copy_end != NULL &&
	    bulk->db->driver->copy_end(bulk->db, status == OK, status == OK ? fault : &ignored) != OK)
		status = FAILED;
	text_done(&bulk->rows);
	*bulk = (struct db_bulk){ 0 };
	return status;
}
