/* SPDX-License-Identifier: EUPL-1.2 */
/* tender: lots, criteria, requirements and candidates as an office has them in a CSV file, in and out. */
#include <stdio.h>
#include <string.h>

#include "command/opened.h"
#include "command/files.h"
#include "contract/procurement/prepared.h"

#define ANSWER_BYTES ((size_t)16 * 1024 * 1024)

static const struct command_option tender_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "tender", "NAME", false, "export: the tender" },
	{ "scheme", "NAME", false, "import: the scheme by which is bought" },
	{ "title", "TEXT", false, "import: what is bought" },
	{ "account", "ACCOUNT", false, "import: who prepares it" },
	{ "json", NULL, false, "import: findings as JSON" },
	{ NULL, NULL, false, NULL },
};

static enum status run_export(const struct command_call *call, const struct opened *opened,
                              struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	const struct journal_register *registers = opened->registers.items;
	const char *tender = command_option(call, "tender");
	struct tender_notice notice = { 0 };
	struct records lines;
	enum status status = NOT_FOUND;

	if (tender == NULL)
		return fault_set(fault, WRONG_USE, "tender export needs --tender NAME");
	for (size_t i = 0; status == NOT_FOUND && i < opened->registers.count; i++)
		status = procurement_tender_find(opened->db, registers[i].register_id, tender, call->arena,
		                                 &notice, fault);
	if (status == NOT_FOUND)
		return fault_set(fault, WRONG_USE, "there is no tender %s in this database", tender);
	if (status)
		return status;
	lines = prepared_of_notice(&notice, call->arena);
	prepared_write(&lines, call->arena, &out);
	(void)printf("%s", text_words(&out));
	return OK;
}

/* The register that has the scheme, and the scheme. */
static const struct scheme *find_scheme(const struct opened *opened, const char *name,
                                        const struct journal_register **ret_register)
{
	const struct journal_register *registers = opened->registers.items;

	for (size_t i = 0; i < opened->registers.count; i++) {
		const struct scheme_entry *entry =
			scheme_book_entry(opened->schemes, registers[i].register_id, name);

		if (entry == NULL)
			continue;
		*ret_register = &registers[i];
		return &entry->scheme;
	}
	return NULL;
}

/* One fact, or nothing and what must change. */
static enum status bring(const struct command_call *call, struct journal *journal,
                         struct tender_prepared *prepared, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	int64_t number = 0;
	enum status status =
		journal_append(journal, &tender_prepared_kind, prepared, &findings, &number, fault);

	if (status == FINDINGS)
		return files_findings(call, call->names.items[1], &findings);
	if (status == OK)
		(void)printf("%lld\n", (long long)number);
	return status;
}

static enum status run_import(const struct command_call *call, const struct opened *opened,
                              struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *name = command_option(call, "scheme"), *title = command_option(call, "title");
	const struct journal_register *of = NULL;
	const struct scheme *scheme;
	struct tender_prepared prepared = { .scheme = name, .title = title };
	struct journal journal;
	struct clock clock;
	const char *bytes = "";
	size_t length = 0;
	enum status status;

	if (call->names.count != 2 || name == NULL || title == NULL)
		return fault_set(fault, WRONG_USE,
		                 "tender import needs --scheme NAME, --title TEXT and one FILE.csv");
	scheme = find_scheme(opened, name, &of);
	if (scheme == NULL)
		return fault_set(fault, WRONG_USE, "there is no scheme %s in this database", name);
	status = command_file(call, call->names.items[1], &bytes, &length, fault);
	if (status)
		return status;
	prepared_read(bytes, length, scheme, &prepared, &findings);
	if (findings.count > 0)
		return files_findings(call, call->names.items[1], &findings);
	clock = command_clock(call, of);
	journal = opened_journal(call, opened, of->register_id, &clock);
	return bring(call, &journal, &prepared, fault);
}

static enum status run_tender(struct command_call *call, struct fault *fault)
{
	const char *account = command_option(call, "account");
	CLEANUP(opened_done)
	struct opened opened = { .account = account == NULL ? "tender" : account };
	const char *what = call->names.count > 0 ? call->names.items[0] : "";
	bool is_export = strcmp(what, "export") == 0;
	enum status status;

	if (!is_export && strcmp(what, "import") != 0)
		return fault_set(fault, WRONG_USE, "tender takes export or import");
	status = opened_all(call, &opened, fault);
	if (status)
		return status;
	return is_export ? run_export(call, &opened, fault) : run_import(call, &opened, fault);
}

const struct command command_tender = {
	"tender", "Lots, criteria, requirements and candidates of a tender as CSV, out and in.",
	"export|import FILE.csv", tender_options, run_tender
};
