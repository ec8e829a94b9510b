/* SPDX-License-Identifier: EUPL-1.2 */
/* ocds: what is published of a tender, out and in, as the Open Contracting Data Standard has it. */
#include <stdio.h>
#include <string.h>

#include "command/files.h"
#include "command/opened.h"
#include "contract/publication/publication.h"
#include "platform/record/json.h"

#define ANSWER_BYTES ((size_t)64 * 1024 * 1024)

static const struct command_option ocds_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "tender", "NAME", false, "export: the tender, or the ocid of a release that was imported" },
	{ "prefix", "PREFIX", false, "export: the publisher's own prefix of an ocid" },
	{ "csv", NULL, false, "export: as CSV, a row for each award" },
	{ "scheme", "NAME", false, "import: a scheme of the register, where there are several registers" },
	{ NULL, NULL, false, NULL },
};

/* --- out --- */

static enum status find_release(const struct command_call *call, const struct opened *opened,
                                struct ocds_release *ret_release, struct fault *fault)
{
	const struct journal_register *items = opened->registers.items;
	const char *prefix = command_option(call, "prefix");
	enum status status = NOT_FOUND;

	for (size_t i = 0; status == NOT_FOUND && i < opened->registers.count; i++) {
		struct clock clock = command_clock(call, &items[i]);
		struct journal journal = opened_journal(call, opened, items[i].register_id, &clock);
		const struct publication_asked asked = { command_option(call, "tender"),
			                                 prefix == NULL ? PUBLICATION_PREFIX : prefix,
			                                 items[i].name };

		status = publication_release(&journal, &asked, ret_release, fault);
	}
	return status == NOT_FOUND ? fault_set(fault, WRONG_USE, "there is no tender %s in this database",
	                                       command_option(call, "tender"))
	                           : status;
}

static enum status run_export(const struct command_call *call, const struct opened *opened,
                              struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct ocds_release release = { 0 };
	enum status status;

	if (command_option(call, "tender") == NULL)
		return fault_set(fault, WRONG_USE, "ocds export needs --tender NAME");
	status = find_release(call, opened, &release, fault);
	if (status)
		return status;
	if (command_option(call, "csv") != NULL)
		ocds_write_csv(&release, &out);
	else
		ocds_write(&release, &out);
	(void)printf("%s", text_words(&out));
	return OK;
}

/* --- in --- */

/* The register that takes it in; an empty database gets one of the buyer's name. */
static enum status find_register(const struct command_call *call, const struct opened *opened,
                                 const char *buyer, struct journal_register *ret_register,
                                 struct fault *fault)
{
	const struct journal_register *items = opened->registers.items;
	const char *scheme = command_option(call, "scheme");

	*ret_register = (struct journal_register){ .register_id = 1, .name = buyer };
	if (opened->registers.count == 0)
		return journal_open_register(opened->db, 1, buyer, (struct date){ 0 }, fault);
	for (size_t i = 0; i < opened->registers.count; i++)
		if (opened->registers.count == 1 ||
		    (scheme != NULL &&
		     scheme_book_entry(opened->schemes, items[i].register_id, scheme) != NULL)) {
			*ret_register = items[i];
			return OK;
		}
	return fault_set(fault, WRONG_USE, "this database has several registers: say which by --scheme NAME");
}

/* Where in the file a finding stands: which release, and its field. */
static void place_findings(const struct command_call *call, size_t place, struct findings *findings)
{
	const size_t before = strlen("release.");

	for (size_t i = 0; i < findings->count; i++)
		if (strncmp(findings->items[i].field, "release.", before) == 0)
			findings->items[i].field = arena_print(call->arena, "releases.%zu.%s", place,
			                                       findings->items[i].field + before);
}

static enum status say(const char *path, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];

		files_place(path, finding);
		if (finding->field[0] != '\0')
			(void)printf("%s: ", finding->field);
		(void)printf("%s\n", finding->words);
	}
	return FINDINGS;
}

static enum status take(const struct command_call *call, const struct opened *opened,
                        const struct ocds_package *package, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const struct ocds_release *release = package->releases.items;
	struct journal_register of = { 0 };
	struct journal journal;
	struct clock clock;
	enum status status;

	status = find_register(call, opened, release[0].buyer.name == NULL ? "OCDS" : release[0].buyer.name,
	                       &of, fault);
	clock = command_clock(call, &of);
	journal = opened_journal(call, opened, of.register_id, &clock);
	if (status == OK)
		status = db_begin(opened->db, fault);
	if (status)
		return status;
	for (size_t i = 0; status == OK && i < package->releases.count; i++) {
		struct release_imported imported = { .release = release[i] };
		int64_t number;

		status = journal_append(&journal, &release_imported_kind, &imported, &findings, &number,
		                        fault);
		place_findings(call, i, &findings);
	}
	status = db_end(opened->db, status, fault);
	if (status == FINDINGS)
		return say(call->names.items[1], &findings);
	if (status == OK)
		(void)printf("%zu\n", package->releases.count);
	return status;
}

static enum status run_import(const struct command_call *call, const struct opened *opened,
                              struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	struct ocds_package package = { 0 };
	const char *bytes = "";
	size_t length = 0;
	enum status status;

	if (call->names.count != 2)
		return fault_set(fault, WRONG_USE, "ocds import needs one FILE.json");
	status = command_file(call, call->names.items[1], &bytes, &length, fault);
	if (status)
		return status;
	status = json_read(bytes, length, &ocds_package_record, &package, JSON_OTHER_KEYS, &findings);
	if (status == OK)
		record_check_required(&ocds_package_record, &package, "", &findings);
	if (findings.count > 0)
		return say(call->names.items[1], &findings);
	return take(call, opened, &package, fault);
}

static enum status run_ocds(struct command_call *call, struct fault *fault)
{
	CLEANUP(opened_done) struct opened opened = { .account = "ocds" };
	const char *what = call->names.count > 0 ? call->names.items[0] : "";
	bool is_export = strcmp(what, "export") == 0;
	enum status status;

	if (!is_export && strcmp(what, "import") != 0)
		return fault_set(fault, WRONG_USE, "ocds takes export or import");
	status = opened_all(call, &opened, fault);
	if (status)
		return status;
	return is_export ? run_export(call, &opened, fault) : run_import(call, &opened, fault);
}

const struct command command_ocds = { "ocds",
	                              "A tender as the Open Contracting Data Standard has it, out and in.",
	                              "export|import FILE.json", ocds_options, run_ocds };
