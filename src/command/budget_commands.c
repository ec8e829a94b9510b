/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * budget run: a year's budget divided over parties and areas, to the cent, with the reasons; no database.
 * settle: what a year of a scheme comes to for each party, out of the facts of a register.
 */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "command/files.h"
#include "contract/funding/budget.h"
#include "contract/funding/budget_show.h"
#include "outlook/budget/settle_show.h"
#include "platform/base/words.h"

#define ANSWER_BYTES ((size_t)64 * 1024 * 1024)
#define DEMO_TOTAL INT64_C(1000000000) /* cents: ten million euros, nobody's budget */
#define YEAR_LAST 9999

static const struct command_option budget_options[] = {
	{ "scheme", "FILE", true, "the scheme, with how it is paid under funding" },
	{ "year", "YYYY", true, "the year of the budget" },
	{ "population", "FILE.csv", false,
	  "who lives where: columns area,band,people; without it the scheme's own numbers serve" },
	{ "total", "EUROS", false, "what is divided; 10000000 when not given, and the reasons then say so" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

static enum status read_total(const struct command_call *call, struct budget_question *question)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *text = command_option(call, "total");

	question->total = DEMO_TOTAL;
	question->total_is_demo = text == NULL;
	if (text == NULL || budget_total_read(text, &question->total, &findings))
		return OK;
	return files_findings(call, "--total", &findings);
}

static enum status read_people(const struct command_call *call, struct budget_question *question,
                               struct population *population, struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	const char *path = command_option(call, "population"), *bytes = "";
	struct budget_place place = { 0 };
	size_t length = 0;
	enum status status;

	if (!budget_place_of(question->scheme, question->year, &findings, &place))
		return files_findings(call, command_option(call, "scheme"), &findings);
	if (path == NULL)
		return OK;
	status = command_file(call, path, &bytes, &length, fault);
	if (status)
		return status;
	*population = population_read(bytes, length, question->scheme, place.on, &findings);
	question->brought = population;
	return findings.count > 0 ? files_findings(call, path, &findings) : OK;
}

static enum status divide(const struct command_call *call, const struct budget_question *question)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	struct findings findings = findings_new(call->arena, call->language);
	bool is_json = command_option(call, "json") != NULL;
	struct budget budget;

	if (budget_run(question, &findings, &budget) != OK)
		return files_findings(call, command_option(call, "scheme"), &findings);
	if (is_json)
		budget_to_json(&budget, &out);
	else
		budget_to_words(&budget, call->language, call->arena, &out);
	(void)printf("%s%s", text_words(&out), is_json ? "\n" : "");
	return OK;
}

static enum status run_budget(struct command_call *call, struct fault *fault)
{
	struct budget_question question = { 0 };
	struct population population = { 0 };
	struct scheme scheme;
	int64_t year = 0;
	enum status status;

	if (call->names.count != 1 || strcmp(call->names.items[0], "run") != 0)
		return fault_set(fault, WRONG_USE,
		                 "budget takes run: thuisregie budget run --scheme FILE "
		                 "--year YYYY");
	status = command_number(call, "year", &year, fault);
	if (status == OK && (year < 1 || year > YEAR_LAST))
		return fault_set(fault, WRONG_USE, "--year takes a year, such as 2024");
	if (status == OK)
		status = files_scheme(call, command_option(call, "scheme"), &scheme, fault);
	if (status)
		return status;
	question.scheme = &scheme;
	question.year = (int)year;
	status = read_total(call, &question);
	if (status == OK)
		status = read_people(call, &question, &population, fault);
	return status == OK ? divide(call, &question) : status;
}

const struct command command_budget = {
	"budget", "A year's budget divided over parties and areas to the cent, with the reasons.", "run",
	budget_options, run_budget
};

/* --- settle --- */

static const struct command_option settle_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "scheme", "NAME", true, "the scheme, by its name in the register" },
	{ "year", "YYYY", true, "the year that is settled" },
	{ "json", NULL, false, "as JSON" },
	{ NULL, NULL, false, NULL },
};

struct settling {
	const struct command_call *call;
	struct db *db;
	struct scheme_book *schemes;
	struct calendar calendar;
	int64_t year;
};

static enum status settle_in(const struct settling *settling, const struct journal_register *of,
                             const struct scheme_entry *entry, struct fault *fault)
{
	const struct command_call *call = settling->call;
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	const struct clock clock = command_clock(call, of);
	struct journal journal = { .db = settling->db,
		                   .clock = &clock,
		                   .book = call->program->book,
		                   .calendar = &settling->calendar,
		                   .schemes = settling->schemes,
		                   .arena = call->arena,
		                   .language = call->language,
		                   .register_id = of->register_id };
	const struct ledger_asked asked = { entry, settling->year, clock_today(&clock), NULL };
	struct findings findings = findings_new(call->arena, call->language);
	bool is_json = command_option(call, "json") != NULL;
	struct ledger ledger;
	enum status status = ledger_read(&journal, &asked, &ledger, fault);

	if (status)
		return status;
	if (ledger.parties_count == 0) {
		(void)findings_add(&findings, "settle-year", "year",
		                   WORDS("Deze regeling betaalt in %lld niemand; kies een ander jaar."),
		                   (long long)settling->year);
		return files_findings(call, entry->scheme.name, &findings);
	}
	if (is_json)
		settle_to_json(&ledger, call->language, call->arena, &out);
	else
		settle_to_words(&ledger, call->language, call->arena, &out);
	(void)printf("%s%s", text_words(&out), is_json ? "\n" : "");
	return OK;
}

static enum status settle_scheme(struct settling *settling, struct fault *fault)
{
	const char *name = command_option(settling->call, "scheme");
	struct records registers = { 0 };
	enum status status = journal_registers(settling->db, settling->call->arena, &registers, fault);
	const struct journal_register *of = registers.items;

	if (status == OK)
		status = command_calendar(settling->call, &settling->calendar, fault);
	if (status == OK)
		status = scheme_book_refresh(settling->schemes, settling->db, fault);
	for (size_t i = 0; status == OK && i < registers.count; i++) {
		const struct scheme_entry *entry =
			scheme_book_entry(settling->schemes, of[i].register_id, name);

		if (entry != NULL)
			return settle_in(settling, &of[i], entry, fault);
	}
	if (status)
		return status;
	return fault_set(fault, WRONG_USE, "no register works by the scheme %s", name);
}

static enum status run_settle(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	struct settling settling = { .call = call, .schemes = schemes };
	enum status status = command_number(call, "year", &settling.year, fault);

	if (status == OK && (settling.year < 1 || settling.year > YEAR_LAST))
		return fault_set(fault, WRONG_USE, "--year takes a year, such as 2024");
	if (status == OK)
		status = command_database(call, &db, fault);
	settling.db = db;
	return status == OK ? settle_scheme(&settling, fault) : status;
}

const struct command command_settle = {
	"settle",
	"What a year of a scheme comes to for each party, to the cent, with the facts it stands on.", NULL,
	settle_options, run_settle
};
