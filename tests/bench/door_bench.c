/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a fact costs at the door, beside what the disk and a bare database cost. Each call measures once and prints
 * numbers only; tests/bench/run pairs them.
 *
 *	door_bench flush FILE               microseconds of pwrite and fdatasync of 4 KB: median and 99th percentile
 *	door_bench bare FILE COMMITS        one-row commits a second, SQLite without us, the same settings
 *	door_bench fill DATABASE RESIDENTS  a register with residents who can apply
 *	door_bench door DATABASE GROUP FACTS  facts a second, so many in one transaction
 *	door_bench writers DATABASE PROCESSES SECONDS  facts a second of all, and the longest wait of any in ms
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "common/journal/register.h"
#include "common/scheme/adoption.h"
#include "common/scheme/scheme_book.h"
#include "platform/db/migrate.h"
#include "practice/caseload/caseload.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk.h"
#include "practice/investigation/investigation.h"

#define REGISTER 1969
#define FLUSHES 2000
#define PAGE_BYTES 4096
#define FILL_GROUP 500
#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

static int64_t now_us(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static _Noreturn void give_up(const char *words)
{
	(void)fprintf(stderr, "door_bench: %s\n", words);
	exit(FAILED);
}

static int compare_numbers(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static void measure_flush(const char *path)
{
	static const char page[PAGE_BYTES] = "flush";
	int64_t took_us[FLUSHES];
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (file < 0 || posix_fallocate(file, 0, (off_t)FLUSHES * PAGE_BYTES) != 0 || fsync(file) != 0)
		give_up("cannot lay out the file to flush");
	for (int i = 0; i < FLUSHES; i++) {
		int64_t begin = now_us();

		if (pwrite(file, page, PAGE_BYTES, (off_t)i * PAGE_BYTES) != PAGE_BYTES || fdatasync(file) != 0)
			give_up("cannot write");
		took_us[i] = now_us() - begin;
	}
	(void)close(file);
	qsort(took_us, FLUSHES, sizeof(took_us[0]), compare_numbers);
	printf("%lld %lld\n", (long long)took_us[FLUSHES / 2], (long long)took_us[FLUSHES * 99 / 100]);
}

static void measure_bare(const char *path, long commits)
{
	static const char settings[] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=50000;"
				       "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, words TEXT NOT NULL);";
	static const char insert[] = "INSERT INTO bare (words) VALUES ('een regel van ongeveer honderd tekens, zoals een "
				     "kale tabel er een zou hebben om iets te bewaren')";
	sqlite3 *handle;
	sqlite3_stmt *statement;
	int64_t begin;

	if (sqlite3_open(path, &handle) != SQLITE_OK || sqlite3_exec(handle, settings, NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(handle, insert, -1, &statement, NULL) != SQLITE_OK)
		give_up("cannot open the bare database");
	begin = now_us();
	for (long i = 0; i < commits; i++)
		if (sqlite3_step(statement) != SQLITE_DONE || sqlite3_reset(statement) != SQLITE_OK)
			give_up("cannot insert");
	printf("%.0f\n", (double)commits * 1e6 / (double)(now_us() - begin));
	(void)sqlite3_finalize(statement);
	(void)sqlite3_close(handle);
}

/* --- the door --- */

static const struct clock standing = { .fixed_day = { 738655 } }; /* 2023-05-15 */

/* Somebody at the door of the bench's register. */
struct bench {
	struct arena *ground, *arena; /* for as long as the bench, and for one fact */
	struct calendar calendar;
	struct scheme_book *schemes;
	struct journal journal;
	struct fault fault;
};

static void must(struct bench *bench, enum status status)
{
	if (status)
		give_up(bench->fault.words[0] == '\0' ? "a fact was refused" : bench->fault.words);
}

static void begin_bench(struct bench *bench, const char *database)
{
	const struct embedded_file *holidays = embedded_find("data/holidays.csv");

	*bench = (struct bench){ .ground = arena_new(ARENA_BYTES), .arena = arena_new(ARENA_BYTES) };
	bench->schemes = scheme_book_new();
	bench->journal = (struct journal){ .clock = &standing,
		                           .book = &app_book,
		                           .calendar = &bench->calendar,
		                           .schemes = bench->schemes,
		                           .arena = bench->arena,
		                           .language = "nl",
		                           .register_id = REGISTER,
		                           .account = "meting" };
	must(bench, db_open(database, &bench->journal.db, &bench->fault));
	must(bench, db_migrate(bench->journal.db, &bench->fault));
	must(bench, calendar_read((const char *)holidays->bytes, bench->ground, &bench->calendar, &bench->fault));
	must(bench, scheme_book_refresh(bench->schemes, bench->journal.db, &bench->fault));
}

static void end_bench(struct bench *bench)
{
	db_close(bench->journal.db);
	scheme_book_free(bench->schemes);
	arena_free(bench->arena);
	arena_free(bench->ground);
}

static int64_t append(struct bench *bench, const struct journal_kind *kind, void *item)
{
	struct findings findings = findings_new(bench->arena, "nl");
	int64_t fact = 0;
	enum status status = journal_append(&bench->journal, kind, item, &findings, &fact, &bench->fault);

	if (status == FINDINGS)
		give_up(findings.items[0].words);
	must(bench, status);
	return fact;
}

static void adopt_scheme(struct bench *bench)
{
	const struct embedded_file *file = embedded_find("schemes/westerkwartier.yaml");
	struct scheme_adopted adopted = { .text = (const char *)file->bytes };
	const struct scheme_entry *entry;

	must(bench, journal_open_register(bench->journal.db, REGISTER, "Meting", standing.fixed_day, &bench->fault));
	(void)append(bench, &scheme_adopted_kind, &adopted);
	must(bench, scheme_book_refresh(bench->schemes, bench->journal.db, &bench->fault));
	entry = scheme_book_entry(bench->schemes, REGISTER, NULL);
	for (size_t i = 0; i < entry->scheme.teams.count; i++) {
		const struct scheme_team *team = &((const struct scheme_team *)entry->scheme.teams.items)[i];
		const struct access_account account = { .register_id = REGISTER,
			                                .account = team->name,
			                                .name = team->label,
			                                .role = "social_worker",
			                                .team = team->name,
			                                .party = "" };

		must(bench, access_add_account(bench->journal.db, &account, "meting", bench->arena, &bench->fault));
	}
}

/* A resident who reported, and whose investigation was concluded. */
static void add_resident(struct bench *bench, long number)
{
	struct investigation_line line = { .product = "huishoudelijke-hulp", .amount = 120 };
	struct report report = { .who = { .surname = arena_print(bench->arena, "Voorbeeld%ld", number % 3000),
		                          .initials = "V",
		                          .born = date_add_days(standing.fixed_day, (int32_t)(-20000 - number % 9000)),
		                          .street = "Voorbeeldstraat",
		                          .house_number = 1 + number % 200,
		                          .postcode = number % 2 == 0 ? "9801AB" : "9351AB",
		                          .place = "Zuidhorn" },
		                 .asked = "Ik zoek hulp bij het huishouden.",
		                 .channel = "phone",
		                 .received_on = date_add_days(standing.fixed_day, -60) };
	struct investigation investigation = { .concluded_on = date_add_days(standing.fixed_day, -30),
		                               .needs = "Hulp bij zwaar huishoudelijk werk.",
		                               .own_strength = "Kan zelf koken.",
		                               .network = "Een buurvrouw doet boodschappen.",
		                               .general_provisions = "De maaltijdservice.",
		                               .conclusion = "Twee uur hulp in de week.",
		                               .lines = { &line, 1 } };

	investigation.report = append(bench, &report_received_kind, &report);
	(void)append(bench, &investigation_concluded_kind, &investigation);
	arena_clear(bench->arena);
}

static void fill(const char *database, long residents)
{
	struct bench bench;

	begin_bench(&bench, database);
	adopt_scheme(&bench);
	for (long i = 0; i < residents; i++) {
		if (i % FILL_GROUP == 0)
			must(&bench, db_begin(bench.journal.db, &bench.fault));
		add_resident(&bench, i);
		if (i % FILL_GROUP == FILL_GROUP - 1 || i == residents - 1)
			must(&bench, db_commit(bench.journal.db, &bench.fault));
	}
	must(&bench, db_checkpoint(bench.journal.db, &bench.fault));
	end_bench(&bench);
}

/* The reports that wait for an application; as many as wanted. */
static const int64_t *waiting_reports(struct bench *bench, size_t wanted)
{
	struct case_filter filter = { .contact = "", .team = "", .status = "investigated" };
	int64_t *reports = ARENA_MANY(bench->ground, wanted, int64_t);
	size_t count = 0;

	while (count < wanted) {
		struct records lines;
		const struct work_case *items;

		must(bench, caseload_page(&bench->journal, &filter, &lines, &bench->fault));
		if (lines.count == 0)
			give_up("fill the database with more residents");
		items = lines.items;
		for (size_t i = 0; i < lines.count && count < wanted; i++)
			reports[count++] = items[i].report;
		filter.after_due_on = items[lines.count - 1].due_on;
		filter.after_report = items[lines.count - 1].report;
	}
	return reports;
}

static void apply_for(struct bench *bench, int64_t report)
{
	struct application application = { .report = report, .received_on = standing.fixed_day };

	(void)append(bench, &application_received_kind, &application);
}

static void measure_door(const char *database, size_t group, size_t facts)
{
	struct bench bench;
	const int64_t *reports;
	int64_t begin;

	begin_bench(&bench, database);
	reports = waiting_reports(&bench, facts);
	begin = now_us();
	for (size_t i = 0; i < facts; i++) {
		if (group > 1 && i % group == 0)
			must(&bench, db_begin(bench.journal.db, &bench.fault));
		apply_for(&bench, reports[i]);
		if (group > 1 && (i % group == group - 1 || i == facts - 1))
			must(&bench, db_commit(bench.journal.db, &bench.fault));
		arena_clear(bench.arena);
	}
	printf("%.0f\n", (double)facts * 1e6 / (double)(now_us() - begin));
	must(&bench, db_checkpoint(bench.journal.db, &bench.fault));
	end_bench(&bench);
}

/* --- writers beside each other --- */

struct writer {
	int64_t facts, longest_us;
};

/* A report of somebody who is known, with the letter that follows: two facts, again and again. */
static void write_for(struct writer *writer, const char *database, int64_t person, long seconds)
{
	struct bench bench;
	int64_t end_us = now_us() + (int64_t)seconds * 1000000;

	begin_bench(&bench, database);
	while (now_us() < end_us) {
		struct report report = { .person = person,
			                 .asked = "Ik zoek hulp bij het huishouden.",
			                 .channel = "phone",
			                 .received_on = standing.fixed_day };
		int64_t begin = now_us(), took_us;

		(void)append(&bench, &report_received_kind, &report);
		took_us = now_us() - begin;
		writer->facts += 2;
		writer->longest_us = took_us > writer->longest_us ? took_us : writer->longest_us;
		arena_clear(bench.arena);
	}
	end_bench(&bench);
}

static void measure_writers(const char *database, long processes, long seconds)
{
	size_t bytes = (size_t)processes * sizeof(struct writer);
	/* cppcheck-suppress invalidFunctionArg ; -1 is right for memory of nobody */
	struct writer *writers = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct writer all = { 0 };

	if (writers == MAP_FAILED)
		give_up("no shared memory");
	for (long i = 0; i < processes; i++) {
		pid_t child = fork();

		if (child == 0) {
			write_for(&writers[i], database, 2 + 3 * i, seconds); /* the first residents' numbers */
			_exit(0);
		}
	}
	for (long i = 0; i < processes; i++) {
		int how = 0;

		if (wait(&how) < 0 || how != 0)
			give_up("a writer failed");
	}
	for (long i = 0; i < processes; i++) {
		all.facts += writers[i].facts;
		all.longest_us = writers[i].longest_us > all.longest_us ? writers[i].longest_us : all.longest_us;
	}
	printf("%.0f %.1f\n", (double)all.facts / (double)seconds, (double)all.longest_us / 1000);
	(void)munmap(writers, bytes);
}

static bool is_verb(char **argv, int argc, const char *verb, int arguments)
{
	return strcmp(argv[1], verb) == 0 && argc == arguments + 2;
}

int main(int argc, char **argv)
{
	long first = argc > 3 ? strtol(argv[3], NULL, 10) : 0;
	long second = argc > 4 ? strtol(argv[4], NULL, 10) : 0;

	if (argc < 3 || sodium_init() < 0)
		return WRONG_USE;
	if (is_verb(argv, argc, "flush", 1))
		measure_flush(argv[2]);
	else if (is_verb(argv, argc, "bare", 2))
		measure_bare(argv[2], first);
	else if (is_verb(argv, argc, "fill", 2))
		fill(argv[2], first);
	else if (is_verb(argv, argc, "door", 3) && first > 0)
		measure_door(argv[2], (size_t)first, (size_t)second);
	else if (is_verb(argv, argc, "writers", 3))
		measure_writers(argv[2], first, second);
	else
		return WRONG_USE;
	return 0;
}
