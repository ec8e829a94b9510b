/* SPDX-License-Identifier: EUPL-1.2 */
/* The command that makes a demonstration. */
#include <stdio.h>

#include "command/command.h"
#include "demo/demo.h"
#include "platform/db/migrate.h"

#define RESIDENTS_MAX 500000

static const struct command_option demo_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..., new or without registers" },
	{ "seed", "N", false, "another number gives other people" },
	{ "residents", "N", false, "how many residents report a need; over several registers in proportion" },
	{ "scheme", "NAME|all", false, "fill the register of this scheme, or those of all schemes" },
	{ NULL, NULL, false, NULL },
};

static enum status read_settings(const struct command_call *call, struct demo_settings *settings,
                                 struct fault *fault)
{
	int64_t residents = -1; /* as the settings say */
	enum status status = settings_read(call->arena, settings, fault);
	struct demo_register *of = settings->registers.items;

	if (status == OK)
		status = settings_choose(settings, command_option(call, "scheme"), call->arena, fault);
	if (status == OK)
		status = command_number(call, "seed", &settings->seed, fault);
	if (status == OK)
		status = command_number(call, "residents", &residents, fault);
	if (status)
		return status;
	if (residents > RESIDENTS_MAX)
		return fault_set(fault, WRONG_USE, "--residents takes at most %d", RESIDENTS_MAX);
	if (residents >= 0)
		settings_spread(settings, residents);
	for (size_t i = 0; date_is(call->clock.fixed_day) && i < settings->registers.count; i++)
		of[i].day = call->clock.fixed_day;
	return OK;
}

static void print_accounts(const struct demo_settings *settings)
{
	const struct demo_register *registers = settings->registers.items;

	for (size_t i = 0; i < settings->registers.count; i++) {
		const struct demo_account *accounts = registers[i].accounts.items;

		for (size_t j = 0; j < registers[i].accounts.count; j++)
			(void)printf("%s\t%s\t%s\n", accounts[j].account, accounts[j].account,
			             accounts[j].role);
	}
}

static enum status run_demo(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	struct demo_settings settings;
	struct calendar calendar;
	enum status status = read_settings(call, &settings, fault);

	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK)
		status = db_open(command_option(call, "database"), &db, fault);
	if (status == OK)
		status = db_migrate(db, fault);
	if (status)
		return status;
	{
		const struct demo demo = { .db = db,
			                   .book = call->program->book,
			                   .calendar = &calendar,
			                   .settings = &settings,
			                   .progress = command_progress,
			                   .arena = call->arena };

		status = demo_fill(&demo, fault);
	}
	command_progress(NULL, 0);
	if (status == OK)
		print_accounts(&settings);
	return status;
}

const struct command command_demo = { "demo",
	                              "Make a demonstration: a new database with people who do not exist.",
	                              NULL, demo_options, run_demo };
