/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is kept byte by byte for a fact, such as a message: sealed in the depot beside the database, and known
 * here by the fact. It is no part of a rebuild. It goes with whom it is about.
 */
#ifndef COMMON_DOCUMENT_KEPT_H
#define COMMON_DOCUMENT_KEPT_H

#include "common/journal/journal.h"
#include "platform/db/depot_seal.h"

#define KEPT_DIGEST_BYTES 32 /* BLAKE2b, as hexadecimal digits twice as long */

struct kept {
	int64_t fact, place, bytes;
	const char *digest;
	const char *bsn_mark; /* of the client, where the fact is about nobody; else NULL */
	bool is_of_many;      /* nobody can say whom it is about: it goes as soon as anybody is erased */
	/* read back */
	int64_t times;
	struct moment kept_at, last_at;
};
/* The digest of bytes, hexadecimal, in arena. */
const char *kept_digest(const char *bytes, size_t length, struct arena *arena);
/* The same of a source, and how many bytes there are. */
const char *kept_digest_of(const struct depot_source *source, struct arena *arena, int64_t *ret_bytes);
/* Puts bytes in the depot under their digest. */
enum status kept_put(const struct journal *journal, const char *digest, const struct depot_source *source,
                     struct fault *fault) MUST_CHECK;
/* Notes that a fact has them, or that they came or left once more; in a writing transaction, after kept_put.
 */
enum status kept_note(struct journal *journal, const struct kept *kept, struct fault *fault) MUST_CHECK;
/* NOT_FOUND: nothing is kept. */
enum status kept_of(struct journal *journal, int64_t fact, int64_t place, struct kept *ret_kept,
                    struct fault *fault) MUST_CHECK;
/* Adds the bytes; NOT_FOUND when they are gone. db: whose depot it is. */
enum status kept_read(const struct db *db, int64_t register_id, const struct kept *kept, struct text *out,
                      struct fault *fault) MUST_CHECK;

/* What a fact has may go, in an apply. */
enum status kept_let_go(struct db *db, int64_t register_id, int64_t fact, struct fault *fault) MUST_CHECK;
/* Before somebody who is erased goes: what is kept about them, and what may be about anybody. */
journal_apply kept_forget;

#endif
