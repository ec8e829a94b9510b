/* SPDX-License-Identifier: EUPL-1.2 */
/* Commands that stay: the web server, and the worker beside it or by itself. */
#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "command/jobs.h"
#include "common/access/decider.h"
#include "common/access/web.h"
#include "common/access/web_site.h"
#include "common/document/letter.h"
#include "common/journal/book.h"
#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_pages.h"
#include "contract/assessment/assessment_pages.h"
#include "contract/assessment/marking.h"
#include "contract/procurement/bid.h"
#include "outlook/buying/buying.h"
#include "outlook/unseen/unseen_pages.h"
#include "practice/desk/desk_store.h"
#include "practice/plan/norm.h"

static volatile sig_atomic_t is_asked_to_stop;

static void ask_to_stop(int signal)
{
	(void)signal;
	is_asked_to_stop = 1;
}

/* A scheme that cannot be read is told once, and the site goes on with the others. */
static enum status refresh(struct scheme_book **schemes, struct db *db, const struct clock *clock,
                           struct fault *fault)
{
	const struct scheme_entry *unreadable;
	size_t told, count;
	enum status status;

	if (*schemes == NULL) {
		*schemes = scheme_book_new();
		scheme_book_set_clock(*schemes, clock);
	}
	told = scheme_book_unreadable(*schemes).count;
	status = scheme_book_refresh(*schemes, db, fault);
	unreadable = scheme_book_unreadable(*schemes).items;
	count = scheme_book_unreadable(*schemes).count;
	for (size_t i = 0; status == OK && count > told && i < count; i++)
		(void)fprintf(stderr, "register %lld: the adopted scheme %s can no longer be read: line %s\n",
		              (long long)unreadable[i].register_id, unreadable[i].scheme.name,
		              unreadable[i].scheme.about);
	return status;
}

/* The person a letter is to, by its number; 0 for no letter. */
static enum status addressee(struct journal *journal, int64_t number, int64_t *ret_person,
                             struct fault *fault)
{
	struct letter letter = { 0 };
	enum status status = number == 0 ? NOT_FOUND : letter_load(journal, number, &letter, fault);

	*ret_person = letter.person;
	return status;
}

/* An item names its person, the report that the person made, or a letter to them. */
static enum status whose(struct journal *journal, const struct web_item *item, struct web_client *ret_client,
                         struct fault *fault)
{
	struct identity identity;
	struct report_line report = { .person = record_number(item->record, item->item, "person") };
	enum status status = OK;

	if (report.person == 0 && record_number(item->record, item->item, "letter") != 0)
		status = addressee(journal, record_number(item->record, item->item, "letter"), &report.person,
		                   fault);
	else if (report.person == 0)
		status = desk_report(journal, record_number(item->record, item->item, "report"), &report,
		                     fault);
	if (status == OK)
		status = vault_identity(journal, report.person, &identity, fault);
	if (status == OK)
		*ret_client = (struct web_client){ report.person, identity_name(&identity, journal->arena),
			                           identity.postcode };
	return status;
}

/* A BSN that somebody else has is refused; that the two may be one person is remembered. So is a bid that
 * comes too late: it is kept, and stays sealed. */
static enum status refused(struct journal *journal, const struct web_item *item, struct fault *fault)
{
	const struct bsn_recorded *recorded = item->item;

	if (item->record == bid_submitted_kind.record)
		return bid_keep_late(journal, item->item, fault);
	if (item->record != bsn_recorded_kind.record || !has_words(recorded->bsn))
		return OK;
	return vault_note_doubled_bsn(journal, recorded->person, recorded->bsn, fault);
}

static struct texts arrangements(const struct web *web, int64_t register_id, struct arena *arena)
{
	return scheme_book_labels(web->schemes, register_id, arena);
}

static const char *organisation(const struct journal *journal, const char *party)
{
	return scheme_book_organisation(journal->schemes, journal->register_id, party);
}

/* What schemes fill in; of a time norm the sets that there are, of a decision who may take it. */
static const struct choice *choices_of(const struct journal *journal, const char *record, const char *field,
                                       const char *postcode)
{
	const struct norm_set *items;
	struct records sets;
	struct choice *choices;

	if (strcmp(field, "decided_by") == 0)
		return decider_choices(journal, journal_kind_named(journal->book, record));
	if (strcmp(record, "assessor_named") == 0 && strcmp(field, "account") == 0)
		return assessor_choices(journal);
	if (strcmp(record, "tender_announced") == 0 && strcmp(field, "programme") == 0)
		return buying_choices(journal);
	if (strcmp(field, "norm_set") != 0)
		return scheme_choices(journal, record, field, postcode);
	sets = norm_sets(journal->arena);
	items = sets.items;
	choices = ARENA_MANY(journal->arena, sets.count + 1, struct choice);
	for (size_t i = 0; i < sets.count; i++)
		choices[i] = (struct choice){ items[i].name, items[i].label };
	return choices;
}

#define JOBS_MAX 16

/* Which jobs a worker runs. */
enum share { SHARE_ALL, SHARE_SHORT, SHARE_LONG };

/* What a worker needs for its jobs. */
struct working {
	const struct program *program;
	const char *database;
	enum share share;
};

static size_t choose_jobs(const struct working *working, struct job_kind kinds[static JOBS_MAX])
{
	const struct program *program = working->program;
	size_t count = 0;

	assert(program->jobs_count <= JOBS_MAX);
	for (size_t i = 0; i < program->jobs_count; i++)
		if (working->share == SHARE_ALL || program->jobs[i].is_long == (working->share == SHARE_LONG))
			kinds[count++] = program->jobs[i];
	return count;
}

/* Runs jobs until SIGTERM; a second between two looks. */
static enum status work(const struct working *working, struct fault *fault)
{
	CLEANUP(db_closep) struct db *db = NULL;
	const struct clock real = { { 0 } };
	struct job_kind kinds[JOBS_MAX];
	struct job_ground ground = { .book = working->program->book, .is_asked_to_stop = &is_asked_to_stop };
	const struct job_list jobs = { kinds, choose_jobs(working, kinds), &ground };
	struct sigaction action;
	int64_t ran;
	enum status status = db_open(working->database, &db, fault);

	ground.db = db;
	memset(&action, 0, sizeof(action));
	action.sa_handler = ask_to_stop;
	(void)sigaction(SIGTERM, &action, NULL);
	(void)sigaction(SIGINT, &action, NULL);
	while (status == OK && is_asked_to_stop == 0) {
		status = job_run_due(db, &jobs, clock_now(&real).seconds, &ran, fault);
		if (status == OK)
			(void)sleep(1);
	}
	return status;
}

static const struct command_option work_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ NULL, NULL, false, NULL },
};

static enum status run_work(struct command_call *call, struct fault *fault)
{
	const struct working working = { call->program, command_option(call, "database"), SHARE_ALL };
	CLEANUP(db_closep) struct db *db = NULL;
	enum status status = command_database(call, &db, fault);

	return status == OK ? work(&working, fault) : status;
}

const struct command command_work = { "work", "Run the jobs that repeat, until SIGTERM.", NULL, work_options,
	                              run_work };

/* --- serve --- */

/* The site with what its workers need; web comes first, since the handlers take it for the whole. */
struct serving {
	struct web web;
	struct working working, long_working;
};

static enum status work_beside(void *context, struct fault *fault)
{
	const struct serving *serving = context;

	return work(&serving->working, fault);
}

/* So that a read line does not wait for a job of minutes. */
static enum status work_long_beside(void *context, struct fault *fault)
{
	const struct serving *serving = context;

	return work(&serving->long_working, fault);
}

static const struct command_option serve_options[] = {
	{ "database", "FILE|URL", true, "a SQLite file or postgresql://..." },
	{ "listen", "ADDRESS:PORT", false, "where to listen; 127.0.0.1:8080 when not given" },
	{ "dev", NULL, false, "read the templates from the source tree at each request" },
	{ "processes", "N", false, "web processes; one per core when not given" },
	{ "without-read-log", NULL, false, "keep no read log: only to measure what it costs" },
	{ NULL, NULL, false, NULL },
};

static enum status run_serve(struct command_call *call, struct fault *fault)
{
	const struct program *program = call->program;
	const char *database = command_option(call, "database"), *listen = command_option(call, "listen");
	struct calendar calendar;
	struct serving serving = {
		.web = { .database = database,
		         .clock = &call->clock,
		         .book = program->book,
		         .calendar = &calendar,
		         .pages = program->pages,
		         .pages_count = program->pages_count,
		         .menu = program->menu,
		         .menu_count = program->menu_count,
		         .file = program->file,
		         .file_count = program->file_count,
		         .relations = { program->relations, program->relations_count },
		         .source = { .files = embedded_files, .count = embedded_files_count },
		         .keeps_reads = command_option(call, "without-read-log") == NULL,
		         .refresh = refresh,
		         .forget = scheme_book_free,
		         .choices = choices_of,
		         .whose = whose,
		         .unseen = unseen_of_client,
		         .waiting = assessment_waiting,
		         .refused = refused,
		         .arrangements = arrangements,
		         .organisation = organisation },
		.working = { program, database, SHARE_SHORT },
		.long_working = { program, database, SHARE_LONG },
	};
	const struct http_worker workers[] = { { "jobs", work_beside }, { "long jobs", work_long_beside } };
	const struct http_site site = {
		.routes = program->routes,
		.routes_count = program->routes_count,
		.workers = workers,
		.workers_count = COUNT(workers),
		.context = &serving,
		.start = web_start,
		.stop = web_stop,
		.upload_folder = web_upload_folder,
		.admit = web_admit,
		.accept = web_accept,
		.refuse = web_refuse,
		.flush = web_flush,
	};
	int64_t processes = sysconf(_SC_NPROCESSORS_ONLN);
	enum status status = command_number(call, "processes", &processes, fault);

	if (command_option(call, "dev") != NULL)
		serving.web.source.directory = ".";
	if (status == OK)
		status = command_calendar(call, &calendar, fault);
	if (status == OK) {
		CLEANUP(db_closep) struct db *db = NULL;

		status = command_database(call, &db, fault);
	}
	if (status)
		return status;
	return http_serve(&site, listen == NULL ? "127.0.0.1:8080" : listen,
	                  processes < 1 ? 1 : (unsigned)processes, fault);
}

const struct command command_serve = { "serve", "Serve the pages and the API, with a worker beside them.",
	                               NULL, serve_options, run_serve };
