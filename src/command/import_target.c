/* SPDX-License-Identifier: EUPL-1.2 */
/* Where an import goes: a database and register that are made when they are not there, so that a municipality
 * can begin with nothing. */
#include <string.h>
#include <unistd.h>

#include "command/import.h"
#include "common/journal/register.h"
#include "common/scheme/adoption.h"
#include "platform/db/migrate.h"

static enum status read_scheme(struct import *import, const struct embedded_file **ret_file,
                               struct scheme *ret_scheme, struct fault *fault)
{
	struct arena *arena = import->call->arena;
	const char *name = command_option(import->call, "scheme");
	struct findings findings = findings_new(arena, "en");

	*ret_file = embedded_find(arena_print(arena, "schemes/%s.yaml", name));
	if (*ret_file == NULL)
		return fault_set(fault, WRONG_USE, "this program has no scheme %.100s", name);
	if (scheme_read((const char *)(*ret_file)->bytes, (*ret_file)->size, ret_scheme, &findings) != OK)
		return fault_set(fault, FAILED, "%s:%d: %s", (*ret_file)->name, findings.items[0].line,
		                 findings.items[0].words);
	return OK;
}

/* A new file gets its tables; one that is there must have them. */
static enum status open_database(const struct command_call *call, struct db **ret_db, struct fault *fault)
{
	const char *where = command_option(call, "database");
	bool is_new = strstr(where, "://") == NULL && access(where, F_OK) != 0;
	struct fault ignored;
	enum status status = db_open(where, ret_db, fault);

	if (status != OK || (!is_new && db_check_migrated(*ret_db, &ignored) == OK))
		return status;
	if (is_new || db_is_empty(*ret_db))
		return db_migrate(*ret_db, fault);
	return db_check_migrated(*ret_db, fault);
}

/* The register of that number; found stays without a number where there is none. */
static enum status find_register(const struct import *import, struct db *db, int64_t register_id,
                                 struct journal_register *found, struct fault *fault)
{
	struct records registers = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(db, import->call->arena, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		if (items[i].register_id == register_id)
			*found = items[i];
	return status;
}

static const char *name_of(const struct scheme *scheme)
{
	const struct scheme_authority *authority = scheme->authorities.items;

	return authority[0].label;
}

static enum status adopt(struct import *import, const struct embedded_file *file, struct fault *fault)
{
	struct scheme_adopted adopted = { .text = (const char *)file->bytes };
	struct findings findings = findings_new(import->call->arena, import->call->language);
	int64_t number;
	enum status status =
		journal_append(&import->journal, &scheme_adopted_kind, &adopted, &findings, &number, fault);

	if (status == FINDINGS)
		return fault_set(fault, FAILED, "the scheme could not be adopted: %s",
		                 findings.items[0].words);
	return status;
}

static enum status open_register(struct import *import, struct import_target *target,
                                 const struct embedded_file *file, const struct scheme *scheme,
                                 struct fault *fault)
{
	struct journal_register found = { 0 };
	enum status status = find_register(import, target->db, target->register_id, &found, fault);

	if (status == OK && found.register_id == 0)
		status = journal_open_register(target->db, target->register_id, name_of(scheme),
		                               (struct date){ 0 }, fault);
	import->clock = command_clock(import->call, &found);
	scheme_book_set_clock(target->schemes, &import->call->clock);
	if (status == OK)
		status = scheme_book_refresh(target->schemes, target->db, fault);
	if (status != OK || scheme_book_entry(target->schemes, target->register_id, scheme->name) != NULL)
		return status;
	status = adopt(import, file, fault);
	return status == OK ? scheme_book_refresh(target->schemes, target->db, fault) : status;
}

enum status import_open(struct import *import, struct import_target *ret_target, struct fault *fault)
{
	const struct embedded_file *file = NULL;
	struct scheme *scheme = ARENA_NEW(import->call->arena, struct scheme);
	enum status status = read_scheme(import, &file, scheme, fault);

	if (status == OK)
		status = command_calendar(import->call, &import->calendar, fault);
	if (status == OK)
		status = open_database(import->call, &ret_target->db, fault);
	if (status == OK)
		status = journal_must_be_open(ret_target->db, fault);
	if (status)
		return status;
	ret_target->schemes = scheme_book_new();
	ret_target->register_id = scheme_register(scheme);
	import->scheme = scheme;
	import->journal = (struct journal){ .db = ret_target->db,
		                            .clock = &import->clock,
		                            .book = import->call->program->book,
		                            .calendar = &import->calendar,
		                            .schemes = ret_target->schemes,
		                            .arena = import->call->arena,
		                            .language = import->call->language,
		                            .register_id = ret_target->register_id,
		                            .account = IMPORT_ACCOUNT };
	return open_register(import, ret_target, file, scheme, fault);
}
