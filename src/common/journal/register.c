/* SPDX-License-Identifier: EUPL-1.2 */
/* Registers, their heads, and what can be read back from a journal. */
#include <string.h>

#include "common/journal/hold.h"
#include "common/journal/journal.h"
#include "common/journal/stored.h"
#include "journal_sql.h"
#include "platform/record/json.h"

static const struct field journal_line_fields[] = {
	FIELD(struct journal_line, fact),     FIELD(struct journal_line, kind),
	FIELD(struct journal_line, valid_on), FIELD(struct journal_line, recorded_at),
	FIELD(struct journal_line, name),
};
static const struct record journal_line_record =
	RECORD(struct journal_line, "journal_line", journal_line_fields);

static const struct field register_fields[] = {
	FIELD(struct journal_register, register_id),
	FIELD(struct journal_register, name),
	FIELD(struct journal_register, demo_day),
};
static const struct record register_record = RECORD(struct journal_register, "register", register_fields);

enum status journal_open_register(struct db *db, int64_t register_id, const char *name, struct date demo_day,
                                  struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(name), value_date(demo_day) };
	enum status status = db_begin(db, fault);

	if (status)
		return status;
	status = db_run(db, &sql_journal_open_register, values, COUNT(values), fault);
	if (status == OK)
		status = db_run(db, &sql_journal_open_head, values, 1, fault);
	return db_end(db, status, fault);
}

enum status journal_hold(struct db *db, int64_t register_id, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id) };

	return db_one(db, &sql_journal_hold, values, COUNT(values), &rows, fault);
}

enum status journal_registers(struct db *db, struct arena *arena, struct records *ret_registers,
                              struct fault *fault)
{
	return db_list(db, &sql_journal_registers, NULL, 0,
	               &(struct db_list){ &register_record, arena, ret_registers }, fault);
}

const struct journal_rule *journal_rule_of(const struct journal_book *book, const char *kind,
                                           const char *code)
{
	const struct journal_kind *found = journal_kind_named(book, kind);

	for (size_t i = 0; found != NULL && i < found->rules_count; i++)
		if (strcmp(found->rules[i].code, code) == 0)
			return &found->rules[i];
	return NULL;
}

enum status journal_of_person(struct journal *journal, int64_t person, struct date on,
                              struct records *ret_lines, struct fault *fault)
{
	const struct db_list list = { &journal_line_record, journal->arena, ret_lines };
	bool is_dated = date_is(on);
	struct moment end = is_dated ? clock_moment_on(on, DAY_SECONDS) : (struct moment){ 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on), value_moment(end) };

	return db_list(journal->db, is_dated ? &sql_journal_of_person_on : &sql_journal_of_person, values,
	               is_dated ? 4 : 2, &list, fault);
}

enum status journal_head(struct db *db, int64_t register_id, struct arena *arena,
                         struct journal_head *ret_head, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id) };
	enum status status = db_one(db, &sql_journal_head, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_head = (struct journal_head){ db_number(&rows, 0), db_text(&rows, 1, arena) };
	return status;
}

struct chain_walk {
	int64_t register_id;
	char before[CHAIN_TEXT_SIZE];
	int64_t last;
	int64_t violations;
	const struct journal_head *known;
};

static enum status check_link(void *context, const struct journal_stored *stored, struct arena *arena,
                              struct fault *fault)
{
	struct chain_walk *walk = context;
	bool is_next = stored->fact == walk->last + 1;
	bool is_whole = stored_is_erased(stored) || strcmp(stored_digest(stored, arena), stored->digest) == 0;
	bool is_linked =
		strcmp(stored_chain(stored, walk->register_id, walk->before, arena), stored->chain) == 0;

	(void)fault;
	if (!is_next || !is_whole || !is_linked)
		walk->violations++;
	if (walk->known != NULL && walk->known->fact == stored->fact &&
	    strcmp(walk->known->chain, stored->chain) != 0)
		walk->violations++;
	walk->last = stored->fact;
	(void)strncpy(walk->before, stored->chain, sizeof(walk->before) - 1);
	return OK;
}

/* A body may be missing only where a later fact says that whom it was about was erased. */
static enum status count_lost_bodies(struct db *db, int64_t register_id, struct chain_walk *walk,
                                     struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id) };
	enum status status = db_one(db, &sql_journal_lost_bodies, values, COUNT(values), &rows, fault);

	if (status == OK)
		walk->violations += db_number(&rows, 0);
	return status;
}

enum status journal_verify_chain(struct db *db, int64_t register_id, const struct journal_head *known,
                                 int64_t *ret_violations, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct chain_walk walk = { .register_id = register_id, .known = known };
	struct journal_head head;
	enum status status =
		stored_walk(db, &(struct stored_part){ register_id, INT64_MAX }, check_link, &walk, fault);

	if (status == OK)
		status = count_lost_bodies(db, register_id, &walk, fault);
	if (status == OK)
		status = journal_head(db, register_id, arena, &head, fault);
	if (status)
		return status;
	if (head.fact != walk.last || strcmp(head.chain, walk.before) != 0)
		walk.violations++;
	if (known != NULL && known->fact > walk.last)
		walk.violations++;
	*ret_violations = walk.violations;
	return OK;
}
