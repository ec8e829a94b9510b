/* SPDX-License-Identifier: EUPL-1.2 */
/* erase: somebody's data, on request or because it was kept long enough. */
#include <stdio.h>

#include "command/command.h"
#include "common/journal/register.h"
#include "practice/erasure/erasure.h"

#define ERASE_ACCOUNT "beheer" /* who erases on the command line */

/* The register of --register, or the only one that there is. */
static enum status find_register(const struct command_call *call, struct db *db,
                                 struct journal_register *ret_register, struct fault *fault)
{
	struct records registers = { 0 };
	const struct journal_register *items;
	int64_t wanted = 0;
	enum status status = command_number(call, "register", &wanted, fault);

	if (status == OK)
		status = journal_registers(db, call->arena, &registers, fault);
	if (status)
		return status;
	items = registers.items;
	for (size_t i = 0; i < registers.count; i++)
		if (items[i].register_id == wanted || (wanted == 0 && registers.count == 1)) {
			*ret_register = items[i];
			return OK;
		}
	return fault_set(fault, WRONG_USE, "--register must name one of the %zu registers in this database",
	                 registers.count);
}

static enum status erase(const struct command_call *call, struct db *db, struct fault *fault)
{
	struct journal_register of = { 0 };
	struct findings findings = findings_new(call->arena, call->language);
	struct person_erased erased = { .ground = command_option(call, "ground") };
	struct clock clock;
	int64_t fact = 0;
	enum status status = find_register(call, db, &of, fault);

	if (status == OK)
		status = command_number(call, "person", &erased.person, fault);
	if (status)
		return status;
	clock = command_clock(call, &of);
	{
		struct journal journal = { .db = db,
			                   .clock = &clock,
			                   .book = call->program->book,
			                   .arena = call->arena,
			                   .language = call->language,
			                   .register_id = of.register_id,
			                   .account = ERASE_ACCOUNT };

		status = journal_append(&journal, &person_erased_kind, &erased, &findings, &fact, fault);
	}
	for (size_t i = 0; status == FINDINGS && i < findings.count; i++)
		(void)printf("%s: %s\n", findings.items[i].field, findings.items[i].words);
	if (status == OK)
		(void)printf("person %lld\terased\t%lld facts lost their bodies\n", (long long)erased.person,
		             (long long)erased.facts);
	return status == OK ? db_checkpoint(db, fault) : status;
}

static enum status run_erase(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	enum status status = command_database(call, &db, fault);

	if (status == OK)
		status = journal_must_be_open(db, fault);
	return status == OK ? erase(call, db, fault) : status;
}

static const struct command_option erase_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "person", "N", true, "the number of the person in the register" },
	{ "ground", "request|retention", true, "why: a request that was recorded, or kept long enough" },
	{ "register", "N", false, "of which register, where the database has several" },
	{ NULL, NULL, false, NULL },
};

const struct command command_erase = {
	"erase", "Erase somebody: facts lose their bodies, all rows and letters go; the chain stays whole.",
	NULL, erase_options, run_erase
};
