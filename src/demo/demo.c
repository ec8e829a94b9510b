/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/demo.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "demo/people.h"
#include "platform/base/embedded.h"
#include "practice/desk/desk.h"

#define ACT_BYTES ((size_t)64 * 1024 * 1024)
#define SCHEME_BYTES ((size_t)64 * 1024 * 1024)
#define ACTS_IN_BATCH 200

/* A register being filled. */
struct filling {
	const struct demo *demo;
	const struct demo_register *of;
	struct journal journal;
	struct clock clock;
	struct arena *arena; /* cleared after each act */
	int64_t acts;
};

static enum status check_empty(const struct demo *demo, struct fault *fault)
{
	struct records registers;
	enum status status = journal_registers(demo->db, demo->arena, &registers, fault);

	if (status != OK || registers.count == 0)
		return status;
	return fault_set(fault, WRONG_USE, "this database already holds the register %s; a demonstration needs an empty one",
	                 ((struct journal_register *)registers.items)->name);
}

/* The register's number: the code of the authority of its first scheme. */
static enum status read_scheme(const struct demo *demo, const char *name, struct scheme *ret_scheme,
                               struct fault *fault)
{
	const struct embedded_file *file = embedded_find(name);
	struct findings findings = findings_new(demo->arena, "en");

	if (file == NULL)
		return fault_set(fault, FAILED, "the file %s is not in this program", name);
	if (scheme_read((const char *)file->bytes, file->size, ret_scheme, &findings) == OK)
		return OK;
	return fault_set(fault, FAILED, "%s:%d:%d: %s", name, findings.items[0].line, findings.items[0].column,
	                 findings.items[0].words);
}

static enum status add_accounts(struct filling *filling, struct fault *fault)
{
	const struct demo_account *accounts = filling->of->accounts.items;
	enum status status = db_begin(filling->demo->db, fault);

	for (size_t i = 0; status == OK && i < filling->of->accounts.count; i++) {
		const struct access_account account = { .register_id = filling->journal.register_id,
			                                .account = accounts[i].account,
			                                .name = accounts[i].name,
			                                .role = accounts[i].role,
			                                .team = accounts[i].team == NULL ? "" : accounts[i].team };

		status = access_add_account(filling->demo->db, &account, account.account, filling->demo->arena, fault);
	}
	if (status == OK)
		return db_commit(filling->demo->db, fault);
	db_rollback(filling->demo->db);
	return status;
}

/* The first account with that role. */
static const char *account_with_role(const struct filling *filling, const char *role)
{
	const struct demo_account *accounts = filling->of->accounts.items;

	for (size_t i = 0; i < filling->of->accounts.count; i++)
		if (strcmp(accounts[i].role, role) == 0)
			return accounts[i].account;
	return accounts[0].account;
}

/* One fact; a finding means that data/demo.yaml asks for what the rules forbid. */
static enum status append(struct filling *filling, const struct journal_kind *kind, const char *account, void *item,
                          int64_t *ret_fact, struct fault *fault)
{
	struct findings findings = findings_new(filling->arena, "en");
	enum status status;

	filling->journal.account = account;
	status = journal_append(&filling->journal, kind, item, "", &findings, ret_fact, fault);
	if (status == FINDINGS)
		return fault_set(fault, FAILED, "the demonstration's %s was refused: %s %s", kind->name,
		                 findings.items[0].code, findings.items[0].words);
	return status;
}

static enum status adopt_schemes(struct filling *filling, struct fault *fault)
{
	enum status status = db_begin(filling->demo->db, fault);
	int64_t fact;

	for (size_t i = 0; status == OK && i < filling->of->schemes.count; i++) {
		struct scheme_adopted adopted = {
			.text = (const char *)embedded_find(filling->of->schemes.items[i])->bytes
		};

		status = append(filling, &scheme_adopted_kind, account_with_role(filling, "contract_manager"), &adopted, &fact,
		                fault);
	}
	if (status == OK)
		return db_commit(filling->demo->db, fault);
	db_rollback(filling->demo->db);
	return status;
}

static enum status report(struct filling *filling, const struct people *people, int64_t number, struct fault *fault)
{
	const struct demo_settings *settings = filling->demo->settings;
	struct chance chance = chance_new((uint64_t)settings->seed, 1, (uint64_t)number);
	struct report report = { .who = people_choose(people, &chance, filling->arena),
		                 .asked = "Ik red het huishouden niet meer alleen.",
		                 .channel = "phone" };
	int64_t fact;

	report.received_on = chance_day(&chance, date_add_days(settings->day, 1 - (int32_t)settings->days), settings->day);
	filling->clock.fixed_day = report.received_on;
	return append(filling, &report_received_kind, account_with_role(filling, "desk"), &report, &fact, fault);
}

static enum status fill_with_people(struct filling *filling, const struct people *people, struct fault *fault)
{
	enum status status = db_begin(filling->demo->db, fault);

	for (int64_t i = 0; status == OK && i < filling->demo->settings->residents; i++) {
		if (i % ACTS_IN_BATCH == 0 && i > 0) {
			status = db_commit(filling->demo->db, fault);
			if (status == OK)
				status = db_begin(filling->demo->db, fault);
			filling->demo->progress("residents:", i);
		}
		if (status == OK)
			status = report(filling, people, i, fault);
		arena_clear(filling->arena);
	}
	if (status == OK)
		return db_commit(filling->demo->db, fault);
	db_rollback(filling->demo->db);
	return status;
}

static enum status fill_register(const struct demo *demo, const struct demo_register *of, struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	CLEANUP(arena_freep) struct arena *arena = arena_new(ACT_BYTES);
	struct filling filling = { .demo = demo, .of = of, .arena = arena };
	struct scheme scheme;
	struct names names;
	struct people people;
	enum status status = read_scheme(demo, of->schemes.items[0], &scheme, fault);

	if (status)
		return status;
	filling.clock = (struct clock){ date_add_days(demo->settings->day, 1 - (int32_t)demo->settings->days),
		                        8 * 3600 };
	filling.journal = (struct journal){ .db = demo->db,
		                            .clock = &filling.clock,
		                            .book = demo->book,
		                            .calendar = demo->calendar,
		                            .schemes = schemes,
		                            .arena = arena,
		                            .language = "nl",
		                            .register_id = scheme_register(&scheme) };
	status = journal_open_register(demo->db, filling.journal.register_id, of->name, demo->settings->day, fault);
	if (status == OK)
		status = add_accounts(&filling, fault);
	if (status == OK)
		status = adopt_schemes(&filling, fault);
	if (status == OK)
		status = scheme_book_refresh(schemes, demo->db, fault);
	if (status == OK)
		status = names_read(demo->arena, &names, fault);
	if (status == OK)
		status = people_read(&demo->settings->population, &scheme, &names, demo->arena, &people, fault);
	return status == OK ? fill_with_people(&filling, &people, fault) : status;
}

enum status demo_fill(const struct demo *demo, struct fault *fault)
{
	const struct demo_register *registers = demo->settings->registers.items;
	enum status status = check_empty(demo, fault);

	for (size_t i = 0; status == OK && i < demo->settings->registers.count; i++)
		status = fill_register(demo, &registers[i], fault);
	return status;
}
