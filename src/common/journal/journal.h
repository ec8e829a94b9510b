/* SPDX-License-Identifier: EUPL-1.2 */
/* The one door through which facts enter, and the journal that keeps them. */
#ifndef COMMON_JOURNAL_JOURNAL_H
#define COMMON_JOURNAL_JOURNAL_H

#include "common/journal/kind.h"
#include "platform/base/clock.h"

struct calendar;
struct scheme_book;

/* Somebody at the door: which register, who, in which language, and the ground that decisions there stand on.
 */
struct journal {
	struct db *db;
	const struct clock *clock;
	const struct journal_book *book;
	const struct calendar *calendar;
	const struct scheme_book *schemes;
	struct arena *arena;
	const char *language;
	int64_t register_id;
	const char *account;
	const char *party; /* of a provider's people; "" or NULL for the municipality's, and for the system */
	const char *why;   /* kept with every fact; NULL for no more than the fact itself */
};

/*
 * Appends a fact with everything that follows from it, or nothing at all. item is the kind's struct, filled
 * as a form or message brought it; prepare completes it in place. Inside a writing transaction of the caller
 * it uses a savepoint and leaves the commit to the caller. FINDINGS: refused, nothing stored.
 */
enum status journal_append(struct journal *journal, const struct journal_kind *kind, void *item,
                           struct findings *findings, int64_t *ret_fact, struct fault *fault) MUST_CHECK;

/* What the door would fill in and object to; the fact's kind and item are given. Nothing is stored. */
enum status journal_try(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                        struct fault *fault) MUST_CHECK;
/* Only who may speak of it: findings of the kind's guards on an item that is not filled in yet. */
enum status journal_ask_guards(struct journal *journal, const struct journal_kind *kind, void *item,
                               struct findings *findings, struct fault *fault) MUST_CHECK;

#endif
