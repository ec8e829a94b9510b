/* SPDX-License-Identifier: EUPL-1.2 */
/* Registers, their heads, and what can be read back from a journal. */
#include <string.h>

#include "common/journal/journal.h"
#include "common/journal/stored.h"
#include "journal_sql.h"
#include "platform/record/json.h"

#define FACTS_TOGETHER 1000

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
	if (status == OK)
		return db_commit(db, fault);
	db_rollback(db);
	return status;
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

enum status journal_of_person(struct journal *journal, int64_t person, struct records *ret_lines,
                              struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_journal_of_person, values, COUNT(values),
	               &(struct db_list){ &journal_line_record, journal->arena, ret_lines }, fault);
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
	bool is_whole = strcmp(stored_digest(stored, arena), stored->digest) == 0;
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

enum status journal_verify_chain(struct db *db, int64_t register_id, const struct journal_head *known,
                                 int64_t *ret_violations, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct chain_walk walk = { .register_id = register_id, .known = known };
	struct journal_head head;
	enum status status = stored_walk(db, register_id, check_link, &walk, fault);

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

struct rebuild {
	struct db *into;
	const struct journal_book *book;
	int64_t register_id;
	int64_t facts;
	void (*progress)(void *context, int64_t facts);
	void *context;
};

/* In one long transaction PostgreSQL would keep every version that a counter had, and walk along them. */
static enum status rest(const struct rebuild *rebuild, struct fault *fault)
{
	enum status status = db_commit(rebuild->into, fault);

	if (rebuild->progress != NULL)
		rebuild->progress(rebuild->context, rebuild->facts);
	return status == OK ? db_begin(rebuild->into, fault) : status;
}

static enum status apply_stored(void *context, const struct journal_stored *stored, struct arena *arena,
                                struct fault *fault)
{
	struct rebuild *rebuild = context;
	struct journal_fact fact = { .kind = journal_kind_named(rebuild->book, stored->kind),
		                     .fact = stored->fact,
		                     .person = stored->person,
		                     .valid_on = stored->valid_on,
		                     .recorded_at = stored->recorded_at,
		                     .account = stored->account,
		                     .why = stored->why,
		                     .cause = stored->cause,
		                     .reaction = stored->reaction,
		                     .findings = stored->findings };
	struct findings findings = findings_new(arena, "nl");

	if (fact.kind == NULL)
		return fault_set(fault, FINDINGS, "fact %lld is of the unknown kind %s",
		                 (long long)stored->fact, stored->kind);
	fact.item = arena_take(arena, fact.kind->record->size);
	if (json_read(stored->body, strlen(stored->body), fact.kind->record, fact.item, 0, &findings) != OK)
		return fault_set(fault, FINDINGS, "fact %lld cannot be read: %s %s", (long long)stored->fact,
		                 findings.items[0].field, findings.items[0].words);
	if (++rebuild->facts % FACTS_TOGETHER == 0 && rest(rebuild, fault) != OK)
		return FAILED;
	return stored_apply(rebuild->into, rebuild->register_id, rebuild->book, &fact, arena, fault);
}

static enum status rebuild_registers(struct db *db, struct rebuild *rebuild, struct arena *arena,
                                     struct fault *fault)
{
	struct records registers;
	enum status status = journal_registers(db, arena, &registers, fault);

	for (size_t i = 0; status == OK && i < registers.count; i++) {
		rebuild->register_id = ((struct journal_register *)registers.items)[i].register_id;
		status = stored_walk(db, rebuild->register_id, apply_stored, rebuild, fault);
	}
	return status;
}

enum status journal_rebuild(struct db *db, struct db *into, const struct journal_book *book,
                            void (*progress)(void *context, int64_t facts), void *context,
                            struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct rebuild rebuild = { .into = into, .book = book, .progress = progress, .context = context };
	enum status status = db_begin(into, fault);

	if (status)
		return status;
	status = rebuild_registers(db, &rebuild, arena, fault);
	if (status == OK)
		return db_commit(into, fault);
	db_rollback(into);
	return status;
}
