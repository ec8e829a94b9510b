/* SPDX-License-Identifier: EUPL-1.2 */
/* A database with its registers and schemes, for a command that brings facts or reads them back. */
#ifndef COMMAND_OPENED_H
#define COMMAND_OPENED_H

#include "command/command.h"
#include "common/calendar/calendar.h"
#include "common/journal/journal.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"

struct opened {
	struct db *db;
	struct scheme_book *schemes;
	struct calendar calendar;
	struct records registers;
	const char *account; /* that brings facts */
};

/* For CLEANUP. */
void opened_done(struct opened *opened);
/* Opens the database of --database; opened->account is the caller's. */
enum status opened_all(const struct command_call *call, struct opened *opened,
                       struct fault *fault) MUST_CHECK;
/* At the door of one of its registers; clock must outlive it. */
struct journal opened_journal(const struct command_call *call, const struct opened *opened,
                              int64_t register_id, const struct clock *clock);

#endif
