/* SPDX-License-Identifier: EUPL-1.2 */
/* Files at the door, and as they are kept. */
#include "common/access/access.h"
#include "common/document/file.h"
#include "common/person/vault.h"
#include "document_sql.h"
#include "platform/base/words.h"
#include "platform/db/depot.h"

static const struct field line_fields[] = {
	FIELD(struct file_line, file),        FIELD(struct file_line, sort, .choices = file_sorts),
	FIELD(struct file_line, name),        FIELD(struct file_line, media_type),
	FIELD(struct file_line, digest),      FIELD(struct file_line, description),
	FIELD(struct file_line, attached_by), FIELD(struct file_line, by, .choices = file_bringers),
	FIELD(struct file_line, bytes),       FIELD(struct file_line, dated),
	FIELD(struct file_line, attached_on),
};
const struct record file_line_record = RECORD(struct file_line, "file_line", line_fields);

/* --- attached --- */

static enum status look_at_content(const struct journal *journal, struct file_attached *attached,
                                   struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(attached->person),
		                        value_text(or_empty(attached->digest)) };
	char name[DEPOT_NAME_SIZE];
	int64_t bytes = 0;
	enum status status =
		db_one(journal->db, &sql_document_has_digest, values, COUNT(values), &rows, fault);

	attached->situation.is_double = status == OK;
	if (status == FAILED || !has_words(attached->digest))
		return status == NOT_FOUND ? OK : status;
	status = depot_size(journal->db, depot_name(journal->register_id, attached->digest, name), &bytes,
	                    fault);
	attached->situation.has_content = status == OK && bytes == attached->bytes;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_attached(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct file_attached *attached = fact->item;
	struct identity identity;
	enum status status = vault_identity(journal, attached->person, &identity, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	attached->by = access_own_words(journal->account) != NULL ? journal->account : "worker";
	attached->situation =
		(struct file_situation){ .today = fact->valid_on, .is_known_person = status == OK };
	return status == FAILED ? status : look_at_content(journal, attached, fault);
}

static enum status apply_attached(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct file_attached *attached = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_number(attached->person),
		                        value_text(attached->sort),
		                        value_text_or_empty(attached->name),
		                        value_text_or_empty(attached->media_type),
		                        value_number(attached->bytes),
		                        value_text_or_empty(attached->digest),
		                        value_text_or_empty(attached->description),
		                        value_date(attached->dated),
		                        value_date(fact->valid_on),
		                        value_text_or_empty(attached->by),
		                        value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_document_add_file, values, COUNT(values), fault);
}

const struct journal_kind file_attached_kind = {
	.name = "file_attached",
	.title = WORDS("Bestand toevoegen"),
	.done = WORDS("Bestand toegevoegd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = (enum permission)(MAY_REPORT | MAY_INVESTIGATE),
	.record = &file_attached_record,
	.prepare = prepare_attached,
	.rules = file_attached_rules,
	.rules_count = FILE_ATTACHED_RULES_COUNT,
	.apply = apply_attached,
	.page = "/clients/{person}/files",
};

/* --- withdrawn --- */

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct file_withdrawn *withdrawn = fact->item;
	struct file_line line;
	enum status status = file_load(journal, withdrawn->person, withdrawn->file, &line, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	withdrawn->is_known = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct file_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_number(withdrawn->file),
		                        value_date(fact->valid_on) };
	enum status status = db_run(db, &sql_document_withdraw_file, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_document_remove_later, values, 2, fault) : status;
}

const struct journal_kind file_withdrawn_kind = {
	.name = "file_withdrawn",
	.title = WORDS("Bestand weghalen"),
	.done = WORDS("Bestand weggehaald"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = (enum permission)(MAY_REPORT | MAY_INVESTIGATE),
	.record = &file_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = file_withdrawn_rules,
	.rules_count = FILE_WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
	.page = "/clients/{person}/files",
};

enum status file_forget(struct db *db, int64_t register_id, const struct journal_fact *fact,
                        struct arena *arena, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(fact->person) };

	(void)arena;
	return db_run(db, &sql_document_remove_all_later, values, COUNT(values), fault);
}

/* --- read back --- */

enum status files_of(struct journal *journal, int64_t person, struct date until, struct records *ret_lines,
                     struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_document_files_of, values, COUNT(values),
	               &(struct db_list){ &file_line_record, journal->arena, ret_lines }, fault);
}

enum status file_load(struct journal *journal, int64_t person, int64_t file, struct file_line *ret_line,
                      struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(file) };
	enum status status = db_one(journal->db, &sql_document_file, values, COUNT(values), &rows, fault);

	*ret_line = (struct file_line){ 0 };
	if (status == OK)
		db_record(&rows, &file_line_record, ret_line, journal->arena);
	return status;
}
