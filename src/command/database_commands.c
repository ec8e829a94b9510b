/* SPDX-License-Identifier: EUPL-1.2 */
/* Commands on a database: migrate it, exchange messages, prove and verify it. */
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "command/jobs.h"
#include "common/journal/register.h"
#include "common/scheme/scheme_book.h"
#include "contract/billing/trade.h"
#include "contract/claim/take.h"
#include "contract/exchange/exchange.h"
#include "outlook/known/known.h"
#include "outlook/monitor/monitor.h"
#include "platform/base/words.h"
#include "platform/db/bulk.h"
#include "platform/db/migrate.h"
#include "practice/term/recount.h"

static const struct command_option database_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ NULL, NULL, false, NULL },
};

static enum status run_migrate(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	enum status status = db_open(command_option(call, "database"), &db, fault);

	if (status == OK)
		status = db_migrate(db, fault);
	return status == OK ? db_look(db, fault) : status;
}

const struct command command_migrate = { "migrate", "Bring a database to this version.", NULL,
	                                 database_options, run_migrate };

/* --- exchange --- */

static const struct command_option exchange_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "in", "DIR", false,
	  "where messages arrive (not with --again); a file gets its name on .xml there when it is whole" },
	{ "out", "DIR", true, "where messages leave" },
	{ "again", "IDENTIFICATION", false,
	  "only this: a message of ours leaves once more, byte for byte; refused when it was answered" },
	{ "as", "PARTY", false, "a provider whose own register this is: it gets orders and reports on them" },
	{ NULL, NULL, false, NULL },
};

static void tell(void *context, const char *sentence)
{
	(void)context;
	(void)fprintf(stderr, "%s\n", sentence);
}

/* The messages that other slices take. */
static const struct message_taker *takers_of(struct arena *arena)
{
	struct message_taker *takers = ARENA_MANY(arena, claim_takers_count + 1, struct message_taker);

	memcpy(takers, claim_takers, claim_takers_count * sizeof(*takers));
	takers[claim_takers_count] = (struct message_taker){ .code = "WMO325",
		                                             .is_for_provider = true,
		                                             .store = billing_take_answer };
	return takers;
}

static struct exchange_folders folders_of(const struct command_call *call)
{
	return (struct exchange_folders){ .in = command_option(call, "in"),
		                          .out = command_option(call, "out"),
		                          .as = command_option(call, "as"),
		                          .tell = tell,
		                          .takers = takers_of(call->arena),
		                          .takers_count = claim_takers_count + 1,
		                          .send = billing_send };
}

/* What is refused is told, and is no failure of the program. */
static enum status again(const struct command_call *call, struct journal *journal, bool *ret_is_found,
                         struct fault *fault)
{
	struct findings findings = findings_new(call->arena, call->language);
	enum status status = exchange_again(journal, command_option(call, "out"),
	                                    command_option(call, "again"), &findings, fault);

	*ret_is_found = *ret_is_found || status != NOT_FOUND;
	if (status == OK)
		(void)printf(words_in(call->language, WORDS("Bericht %s is opnieuw verstuurd.")),
		             command_option(call, "again"));
	if (status == OK)
		(void)printf("\n");
	return status == NOT_FOUND  ? OK
	       : status == FINDINGS ? fault_set(fault, FINDINGS, "%s", findings.items[0].words)
	                            : status;
}

static enum status exchange_register(const struct command_call *call, struct db *db,
                                     const struct journal_register *journal_register, bool *ret_is_found,
                                     struct fault *fault)
{
	CLEANUP(scheme_book_freep) struct scheme_book *schemes = scheme_book_new();
	const struct exchange_folders folders = folders_of(call);
	const struct clock clock = command_clock(call, journal_register);
	struct exchange_result result = { 0 };
	struct calendar calendar;
	struct journal journal = { .db = db,
		                   .clock = &clock,
		                   .book = call->program->book,
		                   .calendar = &calendar,
		                   .schemes = schemes,
		                   .arena = call->arena,
		                   .language = call->language,
		                   .register_id = journal_register->register_id,
		                   .account = "berichten" };
	enum status status = command_calendar(call, &calendar, fault);

	scheme_book_set_clock(schemes, &call->clock); /* each register's own day, also of the others */
	if (status == OK)
		status = scheme_book_refresh(schemes, db, fault);
	if (status == OK && folders.as != NULL &&
	    scheme_book_with_party(schemes, journal_register->register_id, folders.as) == NULL)
		return fault_set(fault, NOT_FOUND, "no register has a party %s", folders.as);
	if (command_option(call, "again") != NULL)
		return status == OK ? again(call, &journal, ret_is_found, fault) : status;
	if (status == OK)
		status = exchange_run(&journal, &folders, &result, fault);
	(void)printf("%s\t%lld sent\t%lld waiting for a BSN\t%lld held\t%lld received\t%lld refused\n",
	             journal_register->name, (long long)result.orders_sent, (long long)result.orders_waiting,
	             (long long)result.orders_held, (long long)result.received, (long long)result.refused);
	return status;
}

static enum status run_exchange(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	const struct exchange_folders folders = folders_of(call);
	const char *identification = command_option(call, "again");
	struct records registers;
	bool is_known = false, is_found = identification == NULL;
	enum status status = OK;

	if (identification == NULL && folders.in == NULL)
		return fault_set(fault, WRONG_USE,
		                 "exchange needs --in with a folder, or --again with a message");
	if (identification == NULL)
		status = exchange_look(&folders, call->language, call->arena, fault);
	if (status == OK)
		status = command_database(call, &db, fault);
	if (status == OK)
		status = journal_must_be_open(db, fault);
	if (status == OK)
		status = db_keep_little(db, fault);
	if (status == OK)
		status = journal_registers(db, call->arena, &registers, fault);
	for (size_t i = 0; status == OK && i < registers.count; i++) {
		status = exchange_register(call, db, &((struct journal_register *)registers.items)[i],
		                           &is_found, fault);
		is_known = is_known || status != NOT_FOUND;
		if (status == NOT_FOUND) /* the party is of another register */
			status = OK;
	}
	if (status == OK && !is_known && registers.count > 0)
		return WRONG_USE;
	if (status == OK && !is_found)
		return fault_set(fault, FINDINGS,
		                 words_in(call->language, WORDS("Er is geen bericht %s dat hier wegging.")),
		                 identification);
	return status;
}

const struct command command_exchange = { "exchange",
	                                  "Once over the folders: orders out, answers and starts in.", NULL,
	                                  exchange_options, run_exchange };

/* --- rebuild and verify --- */

/* What is looked at: this call's database, on a day. */
static struct monitor monitor_of(const struct command_call *call, struct db *db,
                                 const struct calendar *calendar)
{
	return (struct monitor){
		.db = db, .book = call->program->book, .calendar = calendar, .arena = call->arena
	};
}

static bool show_progress(void *context, int64_t facts)
{
	(void)context;
	command_progress("facts applied:", facts);
	return true;
}

static enum status prove(const struct command_call *call, struct db *db, struct fault *fault)
{
	struct calendar calendar;
	struct texts differences = { 0 };
	struct monitor monitor;
	enum status status = command_calendar(call, &calendar, fault);

	if (status)
		return status;
	monitor = monitor_of(call, db, &calendar);
	status = monitor_prove(&monitor, show_progress, NULL, &differences, fault);
	command_progress(NULL, 0);
	for (size_t i = 0; i < differences.count; i++)
		(void)printf("%s\n", differences.items[i]);
	return status == OK && differences.count > 0 ? FINDINGS : status;
}

static enum status make_known(const struct command_call *call, struct db *db, struct fault *fault)
{
	const char *until = command_option(call, "until");
	struct known_order order = { .db = db,
		                     .book = call->program->book,
		                     .file = command_option(call, "into"),
		                     .progress = show_progress };
	char moment[MOMENT_TEXT_SIZE];
	int64_t facts = 0;
	enum status status;

	if (!known_read_moment(until, &order.until))
		return fault_set(
			fault, WRONG_USE,
			"--until takes a day or a moment that exists, YYYY-MM-DD or YYYY-MM-DDTHH:MM, "
			"not %s",
			until);
	status = known_make(&order, &facts, fault);
	command_progress(NULL, 0);
	if (status == OK)
		(void)printf("%s\t%lld facts\tknown at %s\n", order.file, (long long)facts,
		             moment_print(order.until, moment));
	return status;
}

static enum status run_rebuild(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	bool is_proof = command_option(call, "prove") != NULL;
	bool has_until = command_option(call, "until") != NULL,
	     has_into = command_option(call, "into") != NULL;
	enum status status;

	if (has_until != has_into || is_proof == has_until)
		return fault_set(fault, WRONG_USE, "rebuild needs either --prove, or --until and --into");
	status = command_database(call, &db, fault);
	if (status)
		return status;
	return is_proof ? prove(call, db, fault) : make_known(call, db, fault);
}

static const struct command_option rebuild_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "prove", NULL, false, "apply all facts beside the live tables and compare" },
	{ "until", "MOMENT", false,
	  "only what was recorded by then: YYYY-MM-DD (its end) or YYYY-MM-DDTHH:MM" },
	{ "into", "FILE", false, "the SQLite file to make of it, which is for reading; must not exist" },
	{ NULL, NULL, false, NULL },
};

const struct command command_rebuild = { "rebuild",
	                                 "Apply all facts again and compare, silent when the tables are "
	                                 "equal; or make a database of what was known.",
	                                 NULL, rebuild_options, run_rebuild };

static const struct command_option verify_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "on", "DATE", false, "the day to verify; today when not given" },
	{ "head", "FILE", false, "heads kept outside the database that the journal must meet" },
	{ NULL, NULL, false, NULL },
};

/* The day of --on, else today; in a demonstration the first register's day. */
static enum status day_to_verify(const struct command_call *call, struct db *db, struct date *ret_day,
                                 struct fault *fault)
{
	struct records registers;
	struct clock clock = call->clock;
	enum status status = command_date(call, "on", ret_day, fault);

	if (status != OK || date_is(*ret_day))
		return status;
	status = journal_registers(db, call->arena, &registers, fault);
	if (status == OK && registers.count > 0)
		clock = command_clock(call, registers.items);
	*ret_day = clock_today(&clock);
	return status;
}

static enum status run_verify(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	const char *head = command_option(call, "head");
	struct calendar calendar;
	struct records known;
	struct monitor_result result;
	struct monitor monitor;
	enum status status = command_database(call, &db, fault);

	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status)
		return status;
	monitor = monitor_of(call, db, &calendar);
	status = day_to_verify(call, db, &monitor.on, fault);
	if (status == OK && head != NULL) {
		status = monitor_read_heads(head, call->arena, &known, fault);
		monitor.known = &known;
	}
	if (status == OK)
		status = monitor_verify(&monitor, &result, fault);
	if (status)
		return status;
	(void)fputs(monitor_lines(&result, call->language, call->arena), stdout);
	(void)fputs(monitor_examples(&result, call->language, call->arena), stderr);
	return monitor_total(&result) == 0 ? OK : FINDINGS;
}

const struct command command_verify = { "verify",
	                                "Count what breaks the ten promises, over the whole database.", NULL,
	                                verify_options, run_verify };

/* --- recount --- */

static const struct command_option recount_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "holidays", "FILE", false, "the list of equated days, in the place of the one in the program" },
	{ NULL, NULL, false, NULL },
};

/* The calendar of --holidays, else the program's. */
static enum status calendar_asked(const struct command_call *call, struct calendar *ret_calendar,
                                  struct fault *fault)
{
	const char *path = command_option(call, "holidays");
	const char *bytes;
	size_t length;
	enum status status;

	if (path == NULL)
		return command_calendar(call, ret_calendar, fault);
	status = command_file(call, path, &bytes, &length, fault);
	return status == OK ? calendar_read(bytes, call->arena, ret_calendar, fault) : status;
}

static enum status recount_register(const struct command_call *call, struct db *db,
                                    const struct journal_register *journal_register,
                                    const struct calendar *calendar, struct fault *fault)
{
	const struct clock clock = command_clock(call, journal_register);
	struct recount_told told = { 0 };
	struct journal journal = { .db = db,
		                   .clock = &clock,
		                   .book = call->program->book,
		                   .calendar = calendar,
		                   .arena = call->arena,
		                   .language = call->language,
		                   .register_id = journal_register->register_id,
		                   .account = CALENDAR_ACCOUNT };
	enum status status = terms_recount(&journal, &told, fault);

	if (status == OK)
		(void)printf("%s\t%lld open terms\t%lld counted again\n", journal_register->name,
		             (long long)told.open, (long long)told.changed);
	return status;
}

static enum status run_recount(struct command_call *call, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	struct calendar calendar;
	struct records registers;
	enum status status = command_database(call, &db, fault);

	if (status == OK)
		status = calendar_asked(call, &calendar, fault);
	if (status == OK)
		status = journal_must_be_open(db, fault);
	if (status == OK)
		status = journal_registers(db, call->arena, &registers, fault);
	for (size_t i = 0; status == OK && i < registers.count; i++)
		status = recount_register(call, db, &((struct journal_register *)registers.items)[i],
		                          &calendar, fault);
	return status;
}

const struct command command_recount = {
	"recount",
	"Count the open terms again after the list of holidays changed; each that moves is a fact.", NULL,
	recount_options, run_recount
};
