/* SPDX-License-Identifier: EUPL-1.2 */
/* The command that makes claims, to try the exchange with. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"
#include "demo/claims.h"

#define LINES_MAX 10000000

static const struct command_option claims_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..., with a demonstration" },
	{ "month", "YYYY-MM", true, "over which is claimed; it must be over on the register's day" },
	{ "lines", "N", true, "how many lines in all; a file has at most 28,000" },
	{ "out", "DIR", true, "where the files go; exchange these before more of the same month is made" },
	{ "scheme", "NAME", false, "in a register with this scheme; else the first whose month is over" },
	{ "spoil", "PERCENT", false, "of the lines breaks a rule of level 3 or 4" },
	{ NULL, NULL, false, NULL },
};

static enum status read_month(const struct command_call *call, struct claim_period *ret_month,
                              struct fault *fault)
{
	const char *words = command_option(call, "month");
	struct date first = { 0 };

	if (strlen(words) != strlen("YYYY-MM") ||
	    !date_read(arena_print(call->arena, "%s-01", words), &first))
		return fault_set(fault, WRONG_USE, "--month takes YYYY-MM, not %s", words);
	*ret_month = claim_month_of(first);
	return OK;
}

static enum status read_numbers(const struct command_call *call, struct claims_asked *asked,
                                struct fault *fault)
{
	enum status status = read_month(call, &asked->month, fault);

	if (status == OK)
		status = command_number(call, "lines", &asked->lines, fault);
	if (status == OK)
		status = command_number(call, "spoil", &asked->spoil_percent, fault);
	if (status)
		return status;
	if (asked->lines < 1 || asked->lines > LINES_MAX)
		return fault_set(fault, WRONG_USE, "--lines takes 1 to %d", LINES_MAX);
	if (asked->spoil_percent < 0 || asked->spoil_percent > 100)
		return fault_set(fault, WRONG_USE, "--spoil takes 0 to 100");
	return OK;
}

static bool has_scheme(const struct scheme_book *schemes, const struct journal_register *of, const char *name)
{
	return scheme_book_entry(schemes, of->register_id, name) != NULL;
}

/* The register of --scheme; without it the first for which the month is over: each has a day of its own. */
static enum status find_register(const struct command_call *call, const struct scheme_book *schemes,
                                 const struct records *registers, const struct claims_asked *asked,
                                 const struct journal_register **ret_of, struct fault *fault)
{
	const struct journal_register *items = registers->items;
	const char *scheme = command_option(call, "scheme");

	*ret_of = scheme == NULL && registers->count > 0 ? items : NULL;
	for (size_t i = 0; i < registers->count; i++) {
		const struct clock clock = command_clock(call, &items[i]);

		if (scheme == NULL ? date_before(clock_today(&clock), asked->month.until)
		                   : !has_scheme(schemes, &items[i], scheme))
			continue;
		*ret_of = &items[i];
		return OK;
	}
	if (*ret_of != NULL)
		return OK;
	return scheme == NULL ? fault_set(fault, WRONG_USE, "this database has no register")
	                      : fault_set(fault, WRONG_USE, "no register works by the scheme %s", scheme);
}

static enum status make(const struct command_call *call, struct db *db, const struct claims_asked *asked,
                        struct claims_made *ret_made, struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	const struct journal_register *of = NULL;
	struct claims_asked here = *asked;
	struct records registers;
	struct calendar calendar;
	struct clock clock;
	enum status status = journal_registers(db, call->arena, &registers, fault);

	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK)
		status = scheme_book_refresh(schemes, db, fault);
	if (status == OK)
		status = find_register(call, schemes, &registers, asked, &of, fault);
	if (status)
		return status;
	assert(of != NULL);
	clock = command_clock(call, of);
	here.journal = &(struct journal){ .db = db,
		                          .clock = &clock,
		                          .book = call->program->book,
		                          .calendar = &calendar,
		                          .schemes = schemes,
		                          .arena = call->arena,
		                          .language = call->language,
		                          .register_id = of->register_id,
		                          .account = "berichten" };
	return claims_make(&here, ret_made, fault);
}

static enum status run_claims(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	struct claims_asked asked = { .scheme = command_option(call, "scheme"),
		                      .out = command_option(call, "out"),
		                      .progress = command_progress,
		                      .arena = call->arena };
	struct claims_made made = { 0 };
	enum status status;

	if (call->names.count != 1 || strcmp(call->names.items[0], "make") != 0)
		return fault_set(fault, WRONG_USE, "claims takes make");
	status = read_numbers(call, &asked, fault);
	if (status == OK)
		status = command_database(call, &db, fault);
	if (status == OK)
		status = journal_must_be_open(db, fault);
	if (status == OK)
		status = make(call, db, &asked, &made, fault);
	command_progress(NULL, 0);
	if (status == OK)
		(void)printf("%lld files\t%lld lines\t%lld spoiled\t%lld residents\t%lld orders\n",
		             (long long)made.files, (long long)made.lines, (long long)made.spoiled,
		             (long long)made.residents, (long long)made.orders);
	if (status == OK && made.bare > 0)
		(void)fprintf(
			stderr,
			"%lld orders stand on no decision, as there are more lines than clients and products "
			"can have; verify counts these\n",
			(long long)made.bare);
	return status;
}

const struct command command_claims = { "claims",
	                                "Make claims of providers over a month, with what they stand on.",
	                                "make", claims_options, run_claims };
