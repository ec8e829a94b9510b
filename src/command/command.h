/* SPDX-License-Identifier: EUPL-1.2 */
/* The command line: a verb is a row with its options; what it needs of the program is given to it. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "common/access/web.h"
#include "common/calendar/calendar.h"
#include "common/journal/journal.h"
#include "common/journal/register.h"
#include "platform/job/job.h"

struct command_option {
	const char *name;  /* without the dashes */
	const char *value; /* what to write after it, such as "FILE|URL"; NULL for a flag */
	bool is_required;
	const char *words; /* English */
	bool is_many;      /* takes several values, and may be given again */
};

/* The program's lists, for commands that join the slices. */
struct program {
	const struct journal_book *book;
	const struct http_route *routes;
	size_t routes_count;
	const struct page_template *pages;
	size_t pages_count;
	const struct web_menu_item *menu;
	size_t menu_count;
	const struct web_menu_item *file;
	size_t file_count;
	const struct sight_relation *relations;
	size_t relations_count;
	const struct job_kind *jobs;
	size_t jobs_count;
};

/* A command as it was typed. */
struct command_call {
	const struct program *program;
	const struct command *command;
	struct pairs options;
	struct texts names; /* what is no option */
	struct clock clock; /* --today, or the real one */
	const char *language;
	struct arena *arena;
};

struct command {
	const char *verb;
	const char *words; /* English, one line */
	const char *names; /* what follows the options, such as "FILE..."; NULL when nothing may */
	const struct command_option *options; /* ends with a NULL name */
	enum status (*run)(struct command_call *call, struct fault *fault);
};

/* The value of an option, or NULL; for a flag "". */
const char *command_option(const struct command_call *call, const char *name);
/* All values of an option that takes several. */
struct texts command_options(const struct command_call *call, const char *name);
/* The date of an option: OK, also with no date when it was not given; WRONG_USE with words for anything else.
 */
enum status command_date(const struct command_call *call, const char *name, struct date *ret_date,
                         struct fault *fault) MUST_CHECK;
enum status command_number(const struct command_call *call, const char *name, int64_t *ret_number,
                           struct fault *fault) MUST_CHECK;
/* Opens the database of --database, which must exist and be migrated. */
enum status command_database(const struct command_call *call, struct db **ret_db,
                             struct fault *fault) MUST_CHECK;
/* The calendar with the equated days of data/holidays.csv. */
enum status command_calendar(const struct command_call *call, struct calendar *ret_calendar,
                             struct fault *fault) MUST_CHECK;
/* The clock for a register: --today, else a demonstration's day, else the real day. */
struct clock command_clock(const struct command_call *call, const struct journal_register *journal_register);
/* The whole file, with a NUL behind it, in the call's arena. */
enum status command_file(const struct command_call *call, const char *path, const char **ret_bytes,
                         size_t *ret_length, struct fault *fault) MUST_CHECK;
/* On a terminal: how far a long command is, rewritten in place; elsewhere nothing. NULL words end the line.
 */
void command_progress(const char *words, int64_t done);

/* Reads the arguments against the rows and runs the command; the exit code. */
int command_main(const struct command *commands, size_t count, const struct program *program, int argc,
                 char **argv);

/* The verbs. */
extern const struct command command_check, command_scheme, command_demo, command_serve, command_work,
	command_migrate, command_exchange, command_assign, command_term, command_rebuild, command_verify,
	command_requirements, command_norm, command_letter, command_radar;
extern const struct command command_import, command_backup, command_restore, command_erase, command_recount;
extern const struct command command_award, command_contributions, command_ocds, command_tender;
extern const struct command command_message, command_districts, command_real_price, command_budget;
extern const struct command command_claims, command_settle;

#endif
