/* SPDX-License-Identifier: EUPL-1.2 */
/* contributions: what the CAK must know of own contributions, and what it answered. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "command/jobs.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"
#include "practice/care/contribution.h"

#define MAX_FILE ((size_t)64 * 1024 * 1024)

static const struct command_option contribution_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "scheme", "NAME", true, "a scheme of the register that is looked at" },
	{ "answers", "FILE", false, "a CSV file of what the CAK answered: kenmerk;uitkomst;uitleg" },
	{ "out", "FILE", false, "a new CSV file for the CAK; without it nothing is sent" },
	{ NULL, NULL, false, NULL },
};

/* Writes a file that is not there yet, all of it on disk. */
static enum status write_new(const char *path, const struct text *text, struct fault *fault)
{
	FILE *file = fopen(path, "wx");
	bool is_written;

	if (file == NULL)
		return fault_set(fault, WRONG_USE, "%s cannot be made: %s", path, strerror(errno));
	is_written = fwrite(text_words(text), 1, text->length, file) == text->length && fflush(file) == 0 &&
	             fsync(fileno(file)) == 0;
	if (fclose(file) == 0 && is_written)
		return OK;
	(void)remove(path);
	return fault_set(fault, FAILED, "%s cannot be written: %s", path, strerror(errno));
}

/* What is to be told goes into the file, and is noted as sent, or neither. */
static enum status send(struct journal *journal, const char *path, struct contribution_round *round,
                        struct fault *fault)
{
	CLEANUP(text_done) struct text text = text_new(MAX_FILE);
	enum status status = db_begin(journal->db, fault);
	bool is_written = false;

	if (status)
		return status;
	status = contributions_send(journal, &text, round, fault);
	if (status == OK) {
		status = write_new(path, &text, fault);
		is_written = status == OK;
	}
	status = db_end(journal->db, status, fault);
	if (status != OK && is_written)
		(void)remove(path);
	return status;
}

static enum status take_answers(const struct command_call *call, struct journal *journal,
                                struct contribution_round *round, struct fault *fault)
{
	const char *path = command_option(call, "answers");
	const char *bytes = NULL;
	size_t length = 0;
	enum status status = OK;

	if (path == NULL)
		return OK;
	status = command_file(call, path, &bytes, &length, fault);
	if (status == OK)
		status = db_begin(journal->db, fault);
	if (status)
		return status;
	return db_end(journal->db, contributions_answer(journal, bytes, length, round, fault), fault);
}

static enum status go_round(const struct command_call *call, struct journal *journal, const char *name,
                            struct fault *fault)
{
	const char *out = command_option(call, "out");
	struct contribution_round round = { 0 };
	enum status status = take_answers(call, journal, &round, fault);

	if (status == OK)
		status = contributions_look(journal, &round.changes, fault);
	if (status == OK && out != NULL)
		status = send(journal, out, &round, fault);
	if (status == OK)
		(void)printf("%s\t%zu changes\t%zu sent\t%zu without BSN\t%zu answers\t%zu unknown answers\n",
		             name, round.changes, round.sent, round.without_bsn, round.answered,
		             round.unknown);
	return status;
}

static enum status run_contributions(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	struct calendar calendar;
	struct records registers = { 0 };
	const struct journal_register *items;
	const char *name = command_option(call, "scheme");
	bool is_found = false;
	enum status status = command_calendar(call, &calendar, fault);

	if (status == OK)
		status = command_database(call, &db, fault);
	if (status == OK)
		status = journal_must_be_open(db, fault);
	if (status == OK)
		status = journal_registers(db, call->arena, &registers, fault);
	items = registers.items;
	for (size_t i = 0; status == OK && !is_found && i < registers.count; i++) {
		const struct clock clock = command_clock(call, &items[i]);
		struct journal journal = { .db = db,
			                   .clock = &clock,
			                   .book = call->program->book,
			                   .calendar = &calendar,
			                   .schemes = schemes,
			                   .arena = call->arena,
			                   .language = call->language,
			                   .register_id = items[i].register_id,
			                   .account = CONTRIBUTION_ACCOUNT };

		scheme_book_set_clock(schemes, &clock);
		status = scheme_book_refresh(schemes, db, fault);
		is_found = status == OK && scheme_book_entry(schemes, items[i].register_id, name) != NULL;
		if (is_found)
			status = go_round(call, &journal, items[i].name, fault);
	}
	if (status == OK && !is_found)
		return fault_set(fault, WRONG_USE, "no register of this database works by the scheme %s",
		                 name);
	return status;
}

const struct command command_contributions = {
	"contributions",
	"Find what the CAK must know of own contributions, send it, and take in its answers.", NULL,
	contribution_options, run_contributions
};
