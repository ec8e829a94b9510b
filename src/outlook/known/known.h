/* SPDX-License-Identifier: EUPL-1.2 */
/* Snapshots: what was known at a moment, in a database of its own that is for reading only. */
#ifndef OUTLOOK_KNOWN_KNOWN_H
#define OUTLOOK_KNOWN_KNOWN_H

#include <signal.h>

#include "common/journal/journal.h"

/*
 * Reads a day, whose end is meant, or a moment as lived in the Netherlands: YYYY-MM-DD, or YYYY-MM-DDTHH:MM
 * with seconds if need be. False for anything else.
 */
bool known_read_moment(const char *text, struct moment *ret_moment);

/* What is made, and where. */
struct known_order {
	struct db *db; /* not in a transaction */
	const struct journal_book *book;
	int64_t register_id; /* or 0 for all registers */
	struct moment until;
	const char *file;                               /* of SQLite, whatever db is; must not exist */
	bool (*progress)(void *context, int64_t facts); /* now and then; false stops it; may be NULL */
	void *context;
};
/*
 * Makes the database: the facts recorded by the moment, applied to fresh tables, and beside them what pages
 * are read with: the people they are about, and the accounts. Its state directory points at the key of db, so
 * that sealed BSNs stay sealed and need no copy of the key. Whole or not at all. WRONG_USE when the file
 * exists.
 */
enum status known_make(const struct known_order *order, int64_t *ret_facts, struct fault *fault) MUST_CHECK;
/* Removes such a file with its state directory; what is not there is passed over. */
void known_remove_file(const char *file);

/* One that somebody asked for in the browser. */
struct known_snapshot {
	int64_t number;
	struct moment until_at, asked_at;
	const char *name;  /* of who asked */
	const char *state; /* known_states */
	int64_t facts, facts_total;
	const char *fault;
};
extern const struct record known_snapshot_record;
extern const struct choice known_states[];
#define KNOWN_MOST 10 /* of one register: each is a copy of the database */

/* The snapshots of the register, newest first. */
enum status known_list(struct journal *journal, struct records *ret_snapshots,
                       struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND. */
enum status known_find(struct journal *journal, int64_t number, struct known_snapshot *ret_snapshot,
                       struct fault *fault) MUST_CHECK;
/* Within a writing transaction: asks for a snapshot, which known_work makes; or lets one go. */
enum status known_ask(struct journal *journal, struct moment until, struct moment now,
                      struct fault *fault) MUST_CHECK;
enum status known_let_go(struct journal *journal, int64_t number, struct fault *fault) MUST_CHECK;
#define KNOWN_DAYS 30 /* after which a snapshot goes */
/* Lets those go that were asked for so long ago, with their files. */
enum status known_expire(struct journal *journal, struct moment now, struct fault *fault) MUST_CHECK;
/*
 * At the door of an erasure, as a completion: who is erased must not live on in a file. Snapshots that have
 * begun go with their files and are asked anew; what nobody began yet will be made without the person.
 */
enum status known_forget(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                         struct fault *fault) MUST_CHECK;
/* The name under which sessions know a snapshot (access_snapshot_file), in arena. */
const char *known_name(int64_t register_id, int64_t number, struct arena *arena);

/* A process that makes snapshots, until it is asked to stop: what was begun is then begun again later. */
struct known_worker {
	struct db *db;
	const struct journal_book *book;
	const volatile sig_atomic_t *is_asked_to_stop;
};
/* Makes the next snapshot that was asked for, if any, and says how far it is on the way. */
enum status known_work(const struct known_worker *worker, struct fault *fault) MUST_CHECK;

#endif
