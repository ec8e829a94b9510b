/* SPDX-License-Identifier: EUPL-1.2 */
/* The ten promises, counted over a whole database, and the proof that its tables follow from its facts. */
#ifndef OUTLOOK_MONITOR_MONITOR_H
#define OUTLOOK_MONITOR_MONITOR_H

#include "common/journal/journal.h"
#include "common/journal/register.h"

#define PROMISES_COUNT 10
#define MONITOR_EXAMPLES 5

struct promise {
	int number;
	const char *words; /* Dutch; where it holds by construction, with the test that keeps it so */
};
extern const struct promise promises[PROMISES_COUNT];

/* What is looked at, and when. */
struct monitor {
	struct db *db;
	const struct journal_book *book;
	const struct calendar *calendar;
	struct date on;
	const struct records *known; /* of struct monitor_head, kept outside the database; may be NULL */
	struct arena *arena;         /* the result lives here */
};

/* One place where a promise is broken; person and number are 0 where they say nothing. */
struct violation {
	int64_t register_id, person, number;
	const char *words; /* Dutch: what is wrong */
};

struct promise_count {
	int64_t violations;
	struct violation examples[MONITOR_EXAMPLES]; /* the first ones */
};

struct monitor_result {
	struct promise_count promises[PROMISES_COUNT];
};

/* Counts the violations of each promise in all registers, in one state of the database. */
enum status monitor_verify(const struct monitor *monitor, struct monitor_result *ret_result,
                           struct fault *fault) MUST_CHECK;
/* The files of a register of which what is in them is lost or changed: struct violation, in the monitor's
 * arena.
 */
enum status monitor_lost_files(const struct monitor *monitor, int64_t register_id, struct records *ret_lost,
                               struct fault *fault) MUST_CHECK;
int64_t monitor_total(const struct monitor_result *result);
/* Ten lines "number<TAB>violations<TAB>words", in arena. */
const char *monitor_lines(const struct monitor_result *result, const char *language, struct arena *arena);
/* A line for each example: "promise 2: register 1969, person 12, number 34: ..."; "" when nothing is wrong.
 */
const char *monitor_examples(const struct monitor_result *result, const char *language, struct arena *arena);

/* Where the journal of a register stood. */
struct monitor_head {
	int64_t register_id;
	struct journal_head head;
};
/* Writes each register's head as a line "register fact chain" into heads/DAY of the database's state
 * directory. */
enum status monitor_write_heads(struct db *db, struct date day, struct fault *fault) MUST_CHECK;
/* Reads such a file. FAILED when it cannot be opened, WRONG_USE when a line is not a head. */
enum status monitor_read_heads(const char *path, struct arena *arena, struct records *ret_heads,
                               struct fault *fault) MUST_CHECK;

/*
 * Applies all facts to empty tables beside the live ones and compares them; ret_differences has one sentence
 * for each table that differs. progress may be NULL. The database must not be in a transaction.
 */
enum status monitor_prove(const struct monitor *monitor, bool (*progress)(void *context, int64_t facts),
                          void *context, struct texts *ret_differences, struct fault *fault) MUST_CHECK;

#endif
