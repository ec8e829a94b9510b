/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter outside the site: as a tagged PDF or as a page of its own. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "common/document/letter_show.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"

#define MAX_PAPER_BYTES ((size_t)32 * 1024 * 1024)

static const struct command_option letter_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "letter", "ID", true, "the number that stands on the letter as its Kenmerk" },
	{ "format", "pdf|html", true, "a tagged PDF, or a page without the site around it" },
	{ "scheme", "NAME", false, "whose letter, where more than one register has one of that number" },
	{ NULL, NULL, false, NULL },
};

/* The letter that was asked for, and in whose register it was found. */
struct found_letter {
	const char *register_name;
	struct letter_shown shown;
	size_t count; /* of registers that have it */
};

static bool is_of_scheme(const struct command_call *call, const struct scheme_book *schemes,
                         int64_t register_id)
{
	const char *name = command_option(call, "scheme");

	return name == NULL || scheme_book_entry(schemes, register_id, name) != NULL;
}

/* Looks in one register. */
static enum status look(const struct command_call *call, struct db *db, const struct journal_register *in,
                        struct found_letter *found, struct fault *fault)
{
	const struct clock clock = command_clock(call, in);
	struct calendar calendar;
	struct journal journal = { .db = db,
		                   .clock = &clock,
		                   .book = call->program->book,
		                   .calendar = &calendar,
		                   .arena = call->arena,
		                   .language = "nl",
		                   .register_id = in->register_id };
	int64_t number = 0;
	struct letter_shown shown;
	enum status status = command_number(call, "letter", &number, fault);

	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK)
		status = letter_show(&journal, number, in->name, &shown, fault);
	if (status == OK) {
		found->register_name = in->name;
		found->shown = shown;
		found->count++;
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status find(const struct command_call *call, struct db *db, struct found_letter *found,
                        struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	struct records registers = { 0 };
	const struct journal_register *items;
	const char *letter = command_option(call, "letter"), *scheme = command_option(call, "scheme");
	enum status status = scheme_book_refresh(schemes, db, fault);

	if (status == OK)
		status = journal_registers(db, call->arena, &registers, fault);
	items = registers.items;
	for (size_t i = 0; status == OK && i < registers.count; i++)
		if (is_of_scheme(call, schemes, items[i].register_id))
			status = look(call, db, &items[i], found, fault);
	if (status)
		return status;
	if (found->count == 0)
		return fault_set(fault, FINDINGS, "there is no letter %s%s%s", letter,
		                 scheme == NULL ? " in this database" : " in a register of the scheme ",
		                 or_empty(scheme));
	if (found->count > 1)
		return fault_set(fault, FINDINGS,
		                 "%zu registers have a letter %s: say whose with --scheme NAME", found->count,
		                 letter);
	return OK;
}

static enum status render_paper(const struct letter_shown *shown, struct text *out,
                                const struct command_call *call, struct fault *fault)
{
	const struct page_source source = { .files = embedded_files, .count = embedded_files_count };
	CLEANUP(page_set_freep) struct page_set *set = NULL;
	struct findings findings = findings_new(call->arena, "nl");
	enum status status = page_set_new(&letter_paper, 1, &source, &set, &findings, fault);

	if (status == OK)
		page_render(set, letter_paper.name, "nl", shown, out);
	return status;
}

static enum status run_letter(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	CLEANUP(text_done) struct text out = text_new(MAX_PAPER_BYTES);
	const char *format = command_option(call, "format");
	bool is_pdf = strcmp(format, "pdf") == 0;
	struct found_letter found = { 0 };
	enum status status;

	if (!is_pdf && strcmp(format, "html") != 0)
		return fault_set(fault, WRONG_USE, "--format takes pdf or html, not %s", format);
	status = command_database(call, &db, fault);
	if (status == OK)
		status = find(call, db, &found, fault);
	if (status == OK)
		status = is_pdf ? letter_add_pdf(&found.shown, call->arena, &out, fault)
		                : render_paper(&found.shown, &out, call, fault);
	if (status)
		return status;
	if (fwrite(text_words(&out), 1, out.length, stdout) != out.length || fflush(stdout) != 0)
		return fault_set(fault, FAILED, "the letter cannot be written");
	return OK;
}

const struct command command_letter = { "letter", "Write one letter to standard output, as PDF or HTML.",
	                                NULL, letter_options, run_letter };
