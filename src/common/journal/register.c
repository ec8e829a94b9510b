/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/register.h"

#include <string.h>

#include "common/journal/stored.h"
#include "journal_sql.h"
#include "platform/record/json.h"

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

enum status journal_people_since(struct db *db, int64_t register_id, int64_t fact, struct arena *arena,
                                 struct journal_people *ret_people, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(register_id), value_number(fact) };
	size_t room = 0;
	enum status status = db_select(db, &sql_journal_people_since, values, COUNT(values), &rows, fault);

	*ret_people = (struct journal_people){ 0 };
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		ret_people->persons = arena_with_room(arena, ret_people->persons, ret_people->count, &room,
		                                      sizeof(*ret_people->persons));
		ret_people->persons[ret_people->count++] = db_number(&rows, 0);
	}
	return status == NOT_FOUND ? OK : status;
}

enum status journal_registers(struct db *db, struct arena *arena, struct records *ret_registers,
                              struct fault *fault)
{
	return db_list(db, &sql_journal_registers, NULL, 0,
	               &(struct db_list){ &register_record, arena, ret_registers }, fault);
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

/* --- whether facts may be added --- */

enum status journal_known_until(struct db *db, struct moment *ret_until, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(db, &sql_journal_known_until, NULL, 0, &rows, fault);

	*ret_until = (struct moment){ status == OK ? db_number(&rows, 0) : 0 };
	return status;
}

enum status journal_refuse_to_add(struct moment known_until, struct fault *fault)
{
	char moment[MOMENT_TEXT_SIZE];

	return fault_set(
		fault, FAILED,
		"this database says what was known at %s and is for reading: nothing can be added to it",
		moment_print(known_until, moment));
}

enum status journal_must_be_open(struct db *db, struct fault *fault)
{
	struct moment known_until = { 0 };
	enum status status = journal_known_until(db, &known_until, fault);

	return status == OK && known_until.seconds != 0 ? journal_refuse_to_add(known_until, fault) : status;
}

/* --- the chain --- */

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
