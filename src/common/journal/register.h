/* SPDX-License-Identifier: EUPL-1.2 */
/* Registers and the heads of their journals: which there are, whether facts may be added, whether the chain
 * holds. */
#ifndef COMMON_JOURNAL_REGISTER_H
#define COMMON_JOURNAL_REGISTER_H

#include "common/journal/kind.h"
#include "platform/base/clock.h"

/* Makes a register with an empty journal. demo_day may be no date. FAILED when it exists. */
enum status journal_open_register(struct db *db, int64_t register_id, const char *name, struct date demo_day,
                                  struct fault *fault) MUST_CHECK;
struct journal_register {
	int64_t register_id;
	const char *name;
	struct date demo_day;
};
/* The registers of a database, by id. */
enum status journal_registers(struct db *db, struct arena *arena, struct records *ret_registers,
                              struct fault *fault) MUST_CHECK;

/* The state of the journal that an outsider can keep: number of the last fact and its chain value. */
struct journal_head {
	int64_t fact;
	const char *chain;
};
enum status journal_head(struct db *db, int64_t register_id, struct arena *arena,
                         struct journal_head *ret_head, struct fault *fault) MUST_CHECK;
/*
 * Walks all facts of a register and counts those whose chain value is not the one that follows from their
 * content and the fact before, and numbers that are missing. known, when not NULL, must be met on the way.
 */
enum status journal_verify_chain(struct db *db, int64_t register_id, const struct journal_head *known,
                                 int64_t *ret_violations, struct fault *fault) MUST_CHECK;

/* The moment of which a database says what was known; no moment for one that takes facts. */
enum status journal_known_until(struct db *db, struct moment *ret_until, struct fault *fault) MUST_CHECK;
/* FAILED, with that moment in words: for who finds it at a register. */
enum status journal_refuse_to_add(struct moment known_until, struct fault *fault) MUST_CHECK;
/* FAILED where it is such a database: for work that does something outside it before it adds a fact. */
enum status journal_must_be_open(struct db *db, struct fault *fault) MUST_CHECK;

/*
 * Inside a writing transaction: nobody else adds a fact until it ends. For what is done outside the database
 * that a fact will rest on, or no longer. NOT_FOUND where there is no such register.
 */
enum status journal_hold(struct db *db, int64_t register_id, struct fault *fault) MUST_CHECK;
/* About whom there were facts after that one, 0 for nobody in particular; one for each fact, in arena.
 */
struct journal_people {
	int64_t *persons;
	size_t count;
};
enum status journal_people_since(struct db *db, int64_t register_id, int64_t fact, struct arena *arena,
                                 struct journal_people *ret_people, struct fault *fault) MUST_CHECK;

#endif
