/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Marks that nobody reads before all are in. Each lot of each round has a key of its own, made from the key
 * of the vault, which stands outside the database; when the lot is unsealed that key becomes a fact, and with
 * it the marks can be read by everybody who may.
 */
#ifndef CONTRACT_ASSESSMENT_SEALED_H
#define CONTRACT_ASSESSMENT_SEALED_H

#include "common/journal/journal.h"

/* Which marks: of a lot, the how manieth time that it is judged. */
struct sealed_lot {
	const char *tender, *lot;
	int64_t round;
};

/* The key of those marks, hexadecimal, in the journal's arena. */
enum status sealed_key(struct journal *journal, const struct sealed_lot *lot, const char **ret_key,
                       struct fault *fault) MUST_CHECK;
/* A mark with its reason under such a key, in arena; its length does not tell the mark. NULL: no key. */
const char *sealed_close(const char *key, const char *mark, const char *reason, struct arena *arena);
/* The mark and its reason again, in arena; false when they are not of this key. */
bool sealed_open(const char *key, const char *sealed, const char **ret_mark, const char **ret_reason,
                 struct arena *arena);

#endif
