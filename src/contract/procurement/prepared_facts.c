/* SPDX-License-Identifier: EUPL-1.2 */
/* What a tender is prepared from at the door, and as it is kept. */
#include "common/scheme/scheme_book.h"
#include "contract/procurement/prepared.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

static const struct field kept_fields[] = {
	FIELD(struct prepared_kept, prepared),
	FIELD(struct prepared_kept, scheme),
	FIELD(struct prepared_kept, title),
	FIELD(struct prepared_kept, prepared_on),
};
const struct record prepared_kept_record = RECORD(struct prepared_kept, "prepared_kept", kept_fields);

static enum status prepare_prepared(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct tender_prepared *prepared = fact->item;
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, or_empty(prepared->scheme));

	(void)fault;
	prepared->situation.has_scheme = entry != NULL;
	if (entry != NULL)
		prepared_check(&prepared->lines, &entry->scheme, NULL, findings);
	return OK;
}

static enum status apply_prepared(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct tender_prepared *prepared = fact->item;
	const struct prepared_line *line = prepared->lines.items;
	const struct value values[] = { value_number(register_id), value_number(fact->fact),
		                        value_text(prepared->scheme), value_text(prepared->title),
		                        value_date(fact->valid_on) };
	enum status status = db_run(db, &sql_procurement_add_prepared, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < prepared->lines.count; i++) {
		const struct value of_line[] = { values[0],
			                         values[1],
			                         value_number((int64_t)i),
			                         value_text(line[i].sort),
			                         value_text_or_empty(line[i].name),
			                         value_text_or_empty(line[i].label),
			                         value_text_or_empty(line[i].words),
			                         value_number(line[i].weight),
			                         value_number(line[i].knock_out),
			                         value_number(line[i].is_concrete) };

		status = db_run(db, &sql_procurement_add_prepared_line, of_line, COUNT(of_line), fault);
	}
	return status;
}

const struct journal_kind tender_prepared_kind = {
	.name = "tender_prepared",
	.title = WORDS("Aanbesteding voorbereiden"),
	.done = WORDS("Aanbesteding voorbereid"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tender_prepared_record,
	.prepare = prepare_prepared,
	.rules = tender_prepared_rules,
	.rules_count = TENDER_PREPARED_RULES_COUNT,
	.apply = apply_prepared,
	.page = "/prepared",
};

enum status prepared_find(struct journal *journal, int64_t prepared, struct prepared_kept *ret_kept,
                          struct records *ret_lines, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(prepared) };
	enum status status =
		db_one(journal->db, &sql_procurement_prepared, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	db_record(&rows, &prepared_kept_record, ret_kept, journal->arena);
	return db_list(journal->db, &sql_procurement_prepared_lines, values, COUNT(values),
	               &(struct db_list){ &prepared_line_record, journal->arena, ret_lines }, fault);
}

enum status prepared_by(struct journal *journal, struct date on, struct records *ret_kept,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_procurement_all_prepared, values, COUNT(values),
	               &(struct db_list){ &prepared_kept_record, journal->arena, ret_kept }, fault);
}
