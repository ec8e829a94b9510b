/* SPDX-License-Identifier: EUPL-1.2 */
/* A fact as it stands in journal_fact, and its place in the chain; only journal's own files include this. */
#ifndef COMMON_JOURNAL_STORED_H
#define COMMON_JOURNAL_STORED_H

#include "common/journal/kind.h"

#define CHAIN_TEXT_SIZE 65 /* 32 bytes in hexadecimal and the NUL */

struct journal_stored {
	int64_t fact, person;
	const char *kind;
	struct date valid_on;
	struct moment recorded_at;
	const char *account, *why;
	int64_t cause;
	const char *reaction;
	const char *findings; /* codes, one a line */
	const char *salt, *body, *digest, *chain;
};

/* The digest of salt and body. */
const char *stored_digest(const struct journal_stored *stored, struct arena *arena);
/* The chain value: everything but the body itself, and the chain value of the fact before. */
const char *stored_chain(const struct journal_stored *stored, int64_t register_id, const char *before,
                         struct arena *arena);

/* The facts of a register up to one. */
struct stored_part {
	int64_t register_id, last;
};
/* Calls visit for each of them in order, its texts in an arena that is cleared between parts of the walk. */
typedef enum status stored_visit(void *context, const struct journal_stored *stored, struct arena *arena,
                                 struct fault *fault);
enum status stored_walk(struct db *db, const struct stored_part *part, stored_visit *visit, void *context,
                        struct fault *fault) MUST_CHECK;

/* Whether the body was erased: nothing follows from it any more. */
bool stored_is_erased(const struct journal_stored *stored);
/*
 * Erases whom a fact is about, inside a writing transaction: the bodies and salts of the facts before it, and
 * every row about them, but for the lines of who opened the file.
 */
enum status stored_forget(struct db *db, int64_t register_id, const struct journal_book *book,
                          const struct journal_fact *fact, struct fault *fault) MUST_CHECK;

/*
 * Changes all derived tables that this fact changes: the tasks it left, its kind's own, the projections'. An
 * act with findings was refused as the consequence of another fact: it leaves its tasks and changes nothing
 * else.
 */
enum status stored_apply(struct db *db, int64_t register_id, const struct journal_book *book,
                         const struct journal_fact *fact, struct arena *arena,
                         struct fault *fault) MUST_CHECK;

#endif
