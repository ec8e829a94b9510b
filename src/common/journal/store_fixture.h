/* SPDX-License-Identifier: EUPL-1.2 */
/* For store tests: the database that is tested on, brought up to date, and the door to a register in it. */
#ifndef COMMON_JOURNAL_STORE_FIXTURE_H
#define COMMON_JOURNAL_STORE_FIXTURE_H

#include "common/journal/journal.h"

struct fixture {
	struct arena *arena;
	struct db *db;
	struct clock clock;
	struct scheme_book *schemes; /* of a test that makes one */
	struct journal journal;
	int64_t facts; /* the last number that fixture_adopt or the test itself gave */
	struct findings findings;
	struct fault fault;
};

/*
 * Set up of a group: *state is a struct fixture, or a struct of size bytes that begins with one. The book may
 * be NULL where nothing comes through the door; there is no register yet.
 */
int fixture_open(void **state, size_t size, const struct journal_book *book, struct date today,
                 const char *account);
int fixture_close(void **state);
/* Makes a register and goes there. */
void fixture_open_register(struct fixture *fixture, int64_t register_id);
/* Set up of a test: a register of its own, without findings. */
int fixture_next_register(void **state);
/* Tear down of a test that began a transaction. */
int fixture_undo(void **state);

/* Fails the test with the words of the fault, unless the status is OK. */
void fixture_must(const struct fixture *fixture, enum status status);
/* Appends a fact that nothing may refuse; its number. */
int64_t fixture_append(struct fixture *fixture, const struct journal_kind *kind, void *item);
/* Applies a fact to the tables of its slice, past the door. */
void fixture_apply(struct fixture *fixture, const struct journal_kind *kind, const struct journal_fact *fact);

#endif
