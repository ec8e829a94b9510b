/* SPDX-License-Identifier: EUPL-1.2 */
/* backup and restore: one file with everything, and the key of the vault apart. */
#include <stdio.h>

#include "command/backup.h"
#include "command/backup_files.h"
#include "command/command.h"
#include "common/journal/register.h"
#include "outlook/monitor/monitor.h"

static const char *key_file_of(const struct command_call *call)
{
	const char *given = command_option(call, "key");

	return given != NULL ? given : arena_print(call->arena, "%s" BACKUP_KEY_SUFFIX, call->names.items[0]);
}

static enum status check_one_name(const struct command_call *call, struct fault *fault)
{
	return call->names.count == 1 ? OK
	                              : fault_set(fault, WRONG_USE, "%s takes one file", call->command->verb);
}

static void print_result(const struct backup_result *result, const char *file)
{
	(void)printf("%s\t%lld tables\t%lld rows\t%lld files\n", file, (long long)result->tables,
	             (long long)result->rows, (long long)result->files);
}

static enum status run_backup(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	struct backup_result result = { 0 };
	struct backup_order order = { .key_file = key_file_of(call) };
	enum status status = check_one_name(call, fault);

	order.file = call->names.items[0];
	if (status == OK)
		status = command_database(call, &db, fault);
	order.db = db;
	if (status == OK)
		status = backup_write(&order, &result, fault);
	if (status)
		return status;
	print_result(&result, order.file);
	if (result.has_key)
		(void)printf("%s\tthe key of the vault: keep it apart from the backup; without it no BSN can "
		             "be read\n",
		             order.key_file);
	return OK;
}

static const struct command_option backup_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..., which may be in use" },
	{ "key", "FILE", false, "where the key of the vault goes; beside the backup when not given" },
	{ NULL, NULL, false, NULL },
};

const struct command command_backup = {
	"backup",
	"Write everything to one file while the database is in use; the key of "
	"the vault to a file of its own.",
	"FILE", backup_options, run_backup
};

/* --- restore --- */

/* The chain of a register, and what is in its files. */
static enum status check_register(const struct monitor *monitor, const struct journal_register *of,
                                  struct fault *fault)
{
	struct records lost = { 0 };
	int64_t broken = 0;
	enum status status = journal_verify_chain(monitor->db, of->register_id, NULL, &broken, fault);

	if (status == OK && broken > 0)
		return fault_set(fault, FAILED, "the chain of facts of %s is broken in %lld places", of->name,
		                 (long long)broken);
	if (status == OK)
		status = monitor_lost_files(monitor, of->register_id, &lost, fault);
	if (status == OK && lost.count > 0)
		return fault_set(fault, FAILED,
		                 "of %s what is in %zu attached files is lost or changed, first in %lld",
		                 of->name, lost.count,
		                 (long long)((const struct violation *)lost.items)[0].number);
	return status;
}

/* Every register, and every derived table from the facts alone. */
static enum status check_restored(void *context, struct db *db, struct fault *fault)
{
	const struct command_call *call = context;
	struct monitor monitor = { .db = db, .book = call->program->book, .arena = call->arena };
	struct records registers = { 0 };
	struct texts differences = { 0 };
	const struct journal_register *items;
	enum status status = journal_registers(db, call->arena, &registers, fault);

	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = check_register(&monitor, &items[i], fault);
	if (status == OK)
		status = monitor_prove(&monitor, NULL, NULL, &differences, fault);
	if (status == OK && differences.count > 0)
		return fault_set(fault, FAILED, "the tables do not follow from the facts: %.300s",
		                 differences.items[0]);
	return status;
}

static enum status run_restore(struct command_call *call, struct fault *fault)
{
	struct backup_result result = { 0 };
	struct restore_order order = { .where = command_option(call, "database"),
		                       .key_file = key_file_of(call),
		                       .check = check_restored,
		                       .context = call };
	enum status status = check_one_name(call, fault);

	order.file = call->names.items[0];
	if (status == OK)
		status = backup_restore(&order, &result, fault);
	if (status)
		return status;
	print_result(&result, order.file);
	if (result.lacks_key)
		(void)printf("there is no key at %s: BSNs stay sealed until the key file lies in the state "
		             "directory "
		             "as \"key\"\n",
		             order.key_file);
	return OK;
}

static const struct command_option restore_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file that is not there yet, or an empty postgresql://..." },
	{ "key", "FILE", false, "the key of the vault; the one beside the backup when not given" },
	{ NULL, NULL, false, NULL },
};

const struct command command_restore = { "restore",
	                                 "Make a database of a backup, on either engine, and prove it whole.",
	                                 "FILE", restore_options, run_restore };
