/* SPDX-License-Identifier: EUPL-1.2 */
#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/journal/register.h"
#include "platform/base/close.h"
#include "platform/db/migrate.h"

#define ARENA_BYTES ((size_t)1024 * 1024 * 1024)
#define MAX_FILE_BYTES (64L * 1024 * 1024)
#define MAX_ARGUMENTS 200

const char *command_option(const struct command_call *call, const char *name)
{
	return pairs_get(&call->options, name);
}

struct texts command_options(const struct command_call *call, const char *name)
{
	struct texts values = { .items = ARENA_MANY(call->arena, call->options.count, const char *) };

	for (size_t i = 0; i < call->options.count; i++)
		if (strcmp(call->options.items[i].name, name) == 0)
			values.items[values.count++] = call->options.items[i].value;
	return values;
}

enum status command_date(const struct command_call *call, const char *name, struct date *ret_date,
                         struct fault *fault)
{
	const char *value = command_option(call, name);

	*ret_date = (struct date){ 0 };
	if (value == NULL || date_read(value, ret_date))
		return OK;
	return fault_set(fault, WRONG_USE, "--%s takes a date as YYYY-MM-DD that exists, not %s", name,
	                 value);
}

enum status command_number(const struct command_call *call, const char *name, int64_t *ret_number,
                           struct fault *fault)
{
	const char *value = command_option(call, name);
	char *end;

	if (value == NULL)
		return OK;
	errno = 0;
	*ret_number = strtoll(value, &end, 10);
	if (value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0)
		return OK;
	return fault_set(fault, WRONG_USE, "--%s takes a whole number, not %s", name, value);
}

enum status command_database(const struct command_call *call, struct db **ret_db, struct fault *fault)
{
	const char *where = command_option(call, "database");
	enum status status;

	if (strstr(where, "://") == NULL && access(where, R_OK) != 0)
		return fault_set(fault, FAILED, "cannot open the database %s: %s", where, strerror(errno));
	status = db_open(where, ret_db, fault);
	return status == OK ? db_check_migrated(*ret_db, fault) : status;
}

enum status command_calendar(const struct command_call *call, struct calendar *ret_calendar,
                             struct fault *fault)
{
	const struct embedded_file *file = embedded_find("data/holidays.csv");

	return calendar_read((const char *)file->bytes, call->arena, ret_calendar, fault);
}

struct clock command_clock(const struct command_call *call, const struct journal_register *journal_register)
{
	if (date_is(call->clock.fixed_day))
		return call->clock;
	return (struct clock){ journal_register->demo_day };
}

enum status command_file(const struct command_call *call, const char *path, const char **ret_bytes,
                         size_t *ret_length, struct fault *fault)
{
	CLEANUP(close_file) FILE *file = fopen(path, "rb");
	long size = -1;
	char *bytes;

	if (file == NULL)
		return fault_set(fault, FAILED, "cannot open %s: %s", path, strerror(errno));
	if (fseek(file, 0, SEEK_END) == 0)
		size = ftell(file);
	if (size < 0 || size > MAX_FILE_BYTES || fseek(file, 0, SEEK_SET) != 0)
		return fault_set(fault, FAILED, "cannot read %s, or it is larger than 64 MB", path);
	bytes = arena_take(call->arena, (size_t)size + 1);
	*ret_length = fread(bytes, 1, (size_t)size, file);
	*ret_bytes = bytes;
	return ferror(file) ? fault_set(fault, FAILED, "cannot read %s: %s", path, strerror(errno)) : OK;
}

void command_progress(const char *words, int64_t done)
{
	if (isatty(STDERR_FILENO) == 0)
		return;
	if (words == NULL)
		(void)fprintf(stderr, "\r\033[K");
	else
		(void)fprintf(stderr, "\r%s %lld\033[K", words, (long long)done);
}

/* --- reading what was typed --- */

static const struct command_option today_option = { "today", "DATE", false, "take this day as today" };

static const struct command_option *option_of(const struct command *command, const char *name)
{
	if (strcmp(name, today_option.name) == 0)
		return &today_option;
	for (const struct command_option *option = command->options; option->name != NULL; option++)
		if (strcmp(option->name, name) == 0)
			return option;
	return NULL;
}

/* What is being read, and where it goes. */
struct reading {
	struct command_call *call;
	int argc;
	char **argv;
	struct pair *options;
	const char **names;
};

static enum status read_option(struct reading *reading, int *at, struct fault *fault)
{
	const char *name = reading->argv[*at] + 2;
	const struct command_option *option = option_of(reading->call->command, name);
	const char *value = "";

	if (option == NULL)
		return fault_set(fault, WRONG_USE, "%s has no option --%s; see: thuisregie help %s",
		                 reading->call->command->verb, name, reading->call->command->verb);
	if (!option->is_many && pairs_get(&reading->call->options, name) != NULL)
		return fault_set(fault, WRONG_USE, "--%s was given twice", name);
	if (option->value != NULL) {
		if (*at + 1 >= reading->argc)
			return fault_set(fault, WRONG_USE, "--%s needs a value: %s", name, option->value);
		value = reading->argv[++*at];
	}
	reading->options[reading->call->options.count++] =
		(struct pair){ .name = option->name, .value = value };
	while (option->is_many && *at + 1 < reading->argc && strncmp(reading->argv[*at + 1], "--", 2) != 0)
		reading->options[reading->call->options.count++] =
			(struct pair){ .name = option->name, .value = reading->argv[++*at] };
	return OK;
}

static enum status read_arguments(struct reading *reading, struct fault *fault)
{
	struct command_call *call = reading->call;
	enum status status = OK;

	for (int at = 2; status == OK && at < reading->argc; at++) {
		if (strncmp(reading->argv[at], "--", 2) == 0)
			status = read_option(reading, &at, fault);
		else if (call->command->names == NULL)
			status = fault_set(fault, WRONG_USE, "%s does not take %s; see: thuisregie help %s",
			                   call->command->verb, reading->argv[at], call->command->verb);
		else
			reading->names[call->names.count++] = reading->argv[at];
	}
	if (status)
		return status;
	for (const struct command_option *option = call->command->options; option->name != NULL; option++)
		if (option->is_required && command_option(call, option->name) == NULL)
			return fault_set(fault, WRONG_USE, "%s needs --%s%s%s", call->command->verb,
			                 option->name, option->value == NULL ? "" : " ",
			                 option->value == NULL ? "" : option->value);
	if (call->command->names != NULL && call->names.count == 0)
		return fault_set(fault, WRONG_USE, "%s needs %s", call->command->verb, call->command->names);
	return command_date(call, "today", &call->clock.fixed_day, fault);
}

static const char *language_of_terminal(void)
{
	const char *names[] = { getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG") };

	for (size_t i = 0; i < COUNT(names); i++)
		if (names[i] != NULL && names[i][0] != '\0')
			return strncmp(names[i], "en", 2) == 0 ? "en" : "nl";
	return "nl";
}

static enum status run(struct command_call *call, int argc, char **argv, struct fault *fault)
{
	struct reading reading = { .call = call,
		                   .argc = argc,
		                   .argv = argv,
		                   .options = ARENA_MANY(call->arena, MAX_ARGUMENTS, struct pair),
		                   .names = ARENA_MANY(call->arena, (size_t)argc, const char *) };
	enum status status;

	call->options.items = reading.options;
	call->names.items = reading.names;
	if (argc > MAX_ARGUMENTS && call->command->names == NULL)
		return fault_set(fault, WRONG_USE, "these are too many arguments");
	status = read_arguments(&reading, fault);
	return status == OK ? call->command->run(call, fault) : status;
}

/* --- help --- */

static void print_usage(const struct command *command)
{
	(void)printf("thuisregie %s", command->verb);
	for (const struct command_option *option = command->options; option->name != NULL; option++)
		(void)printf(option->is_required ? " --%s%s%s" : " [--%s%s%s]", option->name,
		             option->value == NULL ? "" : " ", option->value == NULL ? "" : option->value);
	(void)printf("%s%s\n", command->names == NULL ? "" : " ",
	             command->names == NULL ? "" : command->names);
}

static int help(const struct command *commands, size_t count, const char *verb)
{
	bool is_found = false;

	for (size_t i = 0; i < count; i++) {
		const struct command *command = &commands[i];

		if (verb != NULL && strcmp(verb, command->verb) != 0)
			continue;
		is_found = true;
		print_usage(command);
		(void)printf("    %s\n", command->words);
		for (const struct command_option *option = command->options;
		     verb != NULL && option->name != NULL; option++)
			(void)printf("    --%s%s%s: %s\n", option->name, option->value == NULL ? "" : " ",
			             option->value == NULL ? "" : option->value, option->words);
	}
	if (verb == NULL)
		(void)printf("\nEvery command takes --today DATE. Exit codes: 0 done, 1 findings, 2 wrong "
		             "use or unknown names, 3 the "
		             "world failed.\n");
	if (!is_found)
		(void)fprintf(stderr, "thuisregie has no command %s; see: thuisregie help\n", verb);
	return is_found ? 0 : WRONG_USE;
}

int command_main(const struct command *commands, size_t count, const struct program *program, int argc,
                 char **argv)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
	struct command_call call = { .program = program, .arena = arena, .language = language_of_terminal() };
	struct fault fault = { "" };
	enum status status;

	if (argc < 2) {
		(void)help(commands, count, NULL);
		return WRONG_USE;
	}
	if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0)
		return help(commands, count, argc > 2 ? argv[2] : NULL);
	for (size_t i = 0; i < count; i++)
		if (strcmp(argv[1], commands[i].verb) == 0)
			call.command = &commands[i];
	if (call.command == NULL)
		return help(commands, count, argv[1]);
	status = run(&call, argc, argv, &fault);
	if (fault.words[0] != '\0' && status != OK)
		(void)fprintf(stderr, "thuisregie %s: %s\n", argv[1], fault.words);
	if (status == NOT_FOUND)
		return WRONG_USE;
	return (int)status;
}
