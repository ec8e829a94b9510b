/* SPDX-License-Identifier: EUPL-1.2 */
/* The read log: who opened whose file, when, on which page; on disk before the page leaves. */
#ifndef COMMON_ACCESS_READS_H
#define COMMON_ACCESS_READS_H

#include "platform/base/text.h"
#include "platform/db/db.h"

/* The log file of one process. Lines wait in memory until reads_flush. */
struct reads {
	int file;
	char path[512];
	char directory[448];
	int64_t used_bytes;
	struct text waiting;
};

/* Begins a log file of this process in the database's state directory. */
enum status reads_open(struct reads *reads, const struct db *db, struct fault *fault) MUST_CHECK;
void reads_close(struct reads *reads);
/*
 * Notes a line; person 0 for a list of people. page is the route, without blanks, names or numbers in it.
 * Behind it may stand ":GROUND:ROLE": why the reader might, and in which role (NEN 7513 asks for both).
 */
void reads_note(struct reads *reads, int64_t register_id, int64_t person, struct moment at,
                const char *account, const char *page);
/* Writes all that was noted and waits for the disk; OK when nothing was. */
enum status reads_flush(struct reads *reads, struct fault *fault) MUST_CHECK;

/* Takes the lines of all log files into the database and removes files that are whole in it and of no
 * process. */
enum status reads_fold(struct db *db, struct fault *fault) MUST_CHECK;
/* Removes the lines of a register from before a moment, that are in the database. */
enum status reads_forget(struct db *db, int64_t register_id, struct moment before,
                         struct fault *fault) MUST_CHECK;
/* How many log files have a line that cannot be read, so that it and what follows it never reach the
 * database. */
enum status reads_unreadable(struct db *db, int64_t *ret_files, struct fault *fault) MUST_CHECK;

struct read_line {
	struct moment read_at;
	const char *account;
	const char *name;
	const char *organisation; /* the party of who read; "" for the municipality's people */
	const char *page;
	const char *ground; /* why they might */
	const char *role;   /* in which role: its words */
	bool is_in_need;    /* they had nothing to do with the client, and gave a reason */
};
extern const struct record read_line_record;
/* The pages that show somebody's file, by the code that they are noted under. */
extern const struct choice read_pages[];
/* Why somebody may read a file, in the resident's words. */
extern const struct choice read_grounds[];
/* Whose file, and before which moment it was opened; no moment: up to now. */
struct reads_asked {
	int64_t register_id, person;
	struct moment before;
};
/* The hundred newest lines about a person, those included that are not in the database yet. */
enum status reads_of(struct db *db, const struct reads_asked *asked, struct arena *arena,
                     struct records *ret_lines, struct fault *fault) MUST_CHECK;

/* The eight newest lines that are in the database: at most a second or two old. */
enum status reads_recent(struct db *db, const struct reads_asked *asked, struct arena *arena,
                         struct records *ret_lines, struct fault *fault) MUST_CHECK;

/*
 * The page of the abuse protocol's compartment: whoever opened one stands in no list but this, of the hundred
 * newest in a register, which is the supervisor's.
 */
#define READS_APART "protocol"
enum status reads_apart(struct db *db, const struct reads_asked *asked, struct arena *arena,
                        struct records *ret_lines, struct fault *fault) MUST_CHECK;

#endif
