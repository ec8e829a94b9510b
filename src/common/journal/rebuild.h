/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts applied again to empty tables: all of them for a proof, or those of before a moment to be read. */
#ifndef COMMON_JOURNAL_REBUILD_H
#define COMMON_JOURNAL_REBUILD_H

#include "common/journal/register.h"

/*
 * Applies the facts of every register, in order, to the tables of into, which has them empty; commits now and
 * then, and calls progress, which may be NULL; false stops it. FINDINGS, with words in the fault, when a fact
 * can no longer be read.
 */
enum status journal_rebuild(struct db *db, struct db *into, const struct journal_book *book,
                            bool (*progress)(void *context, int64_t facts), void *context,
                            struct fault *fault) MUST_CHECK;

/* The last fact known at a moment: recorded by then, or following from one that was; 0: none. */
enum status journal_known_by(struct db *db, int64_t register_id, struct moment until, int64_t *ret_last,
                             struct fault *fault) MUST_CHECK;
/* A register up to that fact, for a migrated database that is for reading only. */
struct journal_copy {
	struct db *db, *into;
	const struct journal_book *book;
	struct journal_register of;
	struct moment until;
	int64_t last;
	bool (*progress)(void *context, int64_t facts); /* now and then; false stops it; may be NULL */
	void *context;
};
/* Copies the facts and applies them. From then on journal_append refuses that register in words. */
enum status journal_copy_known(const struct journal_copy *copy, struct fault *fault) MUST_CHECK;

#endif
