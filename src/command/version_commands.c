/* SPDX-License-Identifier: EUPL-1.2 */
/* The versions of a scheme: show one, say what another changes, adopt it. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "command/files.h"
#include "common/journal/register.h"
#include "common/scheme/adoption.h"
#include "common/scheme/scheme_show.h"
#include "outlook/laboratory/touched.h"
#include "platform/base/words.h"

#define ANSWER_BYTES ((size_t)4 * 1024 * 1024)

static const struct command_option scheme_options[] = {
	{ "on", "DATE", false, "show what holds on this day; without it everything" },
	{ "json", NULL, false, "show it as JSON" },
	{ "database", "FILE|URL", false,
	  "diff: count the running clients that each change touches; adopt: where it is adopted" },
	{ "account", "ACCOUNT", false, "adopt: in whose name" },
	{ "from", "DATE", false, "adopt: the day from which it holds; today when not given" },
	{ "reason", "TEXT", false, "adopt: why; needed when it leaves running clients without anybody" },
	{ NULL, NULL, false, NULL },
};

static enum status show_scheme(struct command_call *call, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct scheme scheme;
	struct scheme_view_on view = { .scheme = &scheme, .language = call->language, .arena = call->arena };
	enum status status = command_date(call, "on", &view.on, fault);

	if (status == OK)
		status = files_scheme(call, call->names.items[1], &scheme, fault);
	if (status)
		return status;
	if (command_option(call, "json") != NULL)
		scheme_show_json(&view, &out);
	else
		scheme_show_words(&view, &out);
	(void)printf("%s\n", text_words(&out));
	return OK;
}

/* The scheme's register in the database, and its clock. */
static enum status find_register(const struct command_call *call, struct db *db, const struct scheme *scheme,
                                 struct clock *ret_clock, struct fault *fault)
{
	int64_t register_id = scheme_register(scheme);
	struct records registers;
	const struct journal_register *items;
	enum status status = journal_registers(db, call->arena, &registers, fault);

	if (status)
		return status;
	items = registers.items;
	for (size_t i = 0; i < registers.count; i++)
		if (items[i].register_id == register_id) {
			*ret_clock = command_clock(call, &items[i]);
			return OK;
		}
	return fault_set(fault, NOT_FOUND, "the database has no register %lld, of %s", (long long)register_id,
	                 scheme->name);
}

/* The clients of the scheme's register, counted in the database of --database. */
static enum status count_touched(const struct command_call *call, struct touching *touching,
                                 struct touched *ret_touched, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	struct clock clock;
	enum status status = command_database(call, &db, fault);

	if (status == OK)
		status = find_register(call, db, touching->after, &clock, fault);
	if (status)
		return status;
	touching->register_id = scheme_register(touching->after);
	touching->today = clock_today(&clock);
	touching->db = db;
	return touched_count(touching, call->arena, ret_touched, fault);
}

static void print_changes(const struct command_call *call, const struct scheme_changes *changes,
                          const struct touched *touched)
{
	for (size_t i = 0; i < changes->count; i++) {
		const char *clients = touched == NULL ? ""
		                                      : touch_words(&changes->items[i], &touched->changes[i],
		                                                    call->language, call->arena);

		(void)printf("%s%s%s\n", changes->items[i].words, clients[0] == '\0' ? "" : " ", clients);
	}
	if (changes->count == 0)
		(void)printf("%s\n", words_in(call->language, WORDS("Er verandert niets.")));
	else if (touched != NULL)
		(void)printf("%s\n", touched_words(touched, call->language, call->arena));
}

static enum status diff_schemes(const struct command_call *call, struct fault *fault)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct scheme before, after;
	struct scheme_changes changes;
	struct touching touching = { .before = &before, .after = &after, .changes = &changes };
	struct touched counted, *touched = NULL;
	enum status status = files_scheme(call, call->names.items[1], &before, fault);

	if (status == OK)
		status = files_scheme(call, call->names.items[2], &after, fault);
	if (status)
		return status;
	changes = scheme_diff(&(struct scheme_versions){ .before = &before, .after = &after }, call->language,
	                      call->arena);
	if (command_option(call, "database") != NULL) {
		status = count_touched(call, &touching, &counted, fault);
		touched = &counted;
	}
	if (status)
		return status;
	if (command_option(call, "json") == NULL) {
		print_changes(call, &changes, touched);
	} else {
		touched_to_json(&changes, touched, &out);
		(void)printf("%s\n", text_words(&out));
	}
	return OK;
}

/* --- adopt --- */

/* Somebody of the register who may adopt a scheme. */
static enum status check_account(const struct command_call *call, struct db *db, int64_t register_id,
                                 const char *name, struct fault *fault)
{
	struct records accounts;
	const struct access_account *items;
	enum status status = access_accounts(db, register_id, call->arena, &accounts, fault);

	if (status)
		return status;
	items = accounts.items;
	for (size_t i = 0; i < accounts.count; i++) {
		const struct access_role *role = access_role_named(items[i].role);

		if (strcmp(items[i].account, name) != 0)
			continue;
		return role != NULL && access_may(role, MAY_ADOPT_SCHEME)
		               ? OK
		               : fault_set(fault, WRONG_USE, "%s may not adopt a scheme", name);
	}
	return fault_set(fault, NOT_FOUND, "register %lld has no account %s", (long long)register_id, name);
}

static void print_adopted(const struct command_call *call, const struct scheme_adopted *adopted, int64_t fact)
{
	const struct adopted_change *changes = adopted->changes.items;
	char from[DATE_TEXT_SIZE];

	for (size_t i = 0; i < adopted->changes.count; i++)
		(void)printf("%s%s%s\n", changes[i].words, changes[i].clients_words == NULL ? "" : " ",
		             changes[i].clients_words == NULL ? "" : changes[i].clients_words);
	if (adopted->summary != NULL)
		(void)printf("%s\n", adopted->summary);
	(void)printf(words_in(call->language, WORDS("Vastgesteld als feit %lld; geldt vanaf %s.")),
	             (long long)fact, date_print(adopted->from, from));
	(void)printf("\n");
}

/* Through the door; what it objects to is said line by line. */
static enum status bring(const struct command_call *call, struct journal *journal,
                         struct scheme_adopted *adopted, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	int64_t fact = 0;
	enum status status = journal_append(journal, &scheme_adopted_kind, adopted, &findings, &fact, fault);

	for (size_t i = 0; status == FINDINGS && i < findings.count; i++)
		(void)fprintf(stderr, "%s: %s\n", findings.items[i].field, findings.items[i].words);
	if (status == OK)
		print_adopted(call, adopted, fact);
	return status;
}

static enum status adopt_scheme(const struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	const char *account = command_option(call, "account");
	struct scheme_adopted adopted = { .reason = command_option(call, "reason") };
	struct scheme scheme;
	struct calendar calendar;
	struct clock clock;
	struct journal journal = { .clock = &clock,
		                   .book = call->program->book,
		                   .calendar = &calendar,
		                   .arena = call->arena,
		                   .language = call->language,
		                   .account = account };
	size_t length;
	enum status status = command_date(call, "from", &adopted.from, fault);

	if (status == OK && (account == NULL || command_option(call, "database") == NULL))
		return fault_set(fault, WRONG_USE,
		                 "scheme adopt needs --database FILE|URL and --account ACCOUNT");
	if (status == OK)
		status = files_scheme(call, call->names.items[1], &scheme, fault);
	if (status == OK)
		status = command_file(call, call->names.items[1], &adopted.text, &length, fault);
	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK)
		status = command_database(call, &db, fault);
	if (status == OK)
		status = find_register(call, db, &scheme, &clock, fault);
	if (status)
		return status;
	journal.db = db;
	journal.register_id = scheme_register(&scheme);
	status = check_account(call, db, journal.register_id, account, fault);
	return status == OK ? bring(call, &journal, &adopted, fault) : status;
}

static enum status run_scheme(struct command_call *call, struct fault *fault)
{
	const char *what = call->names.items[0];

	if (strcmp(what, "show") == 0 && call->names.count == 2)
		return show_scheme(call, fault);
	if (strcmp(what, "diff") == 0 && call->names.count == 3)
		return diff_schemes(call, fault);
	if (strcmp(what, "adopt") == 0 && call->names.count == 2)
		return adopt_scheme(call, fault);
	return fault_set(fault, WRONG_USE, "scheme takes show FILE, diff FILE FILE, or adopt FILE");
}

const struct command command_scheme = {
	"scheme", "Show a scheme as it holds on a day, say what another version changes, or adopt one.",
	"show FILE | diff FILE FILE | adopt FILE", scheme_options, run_scheme
};
