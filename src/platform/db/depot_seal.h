/* SPDX-License-Identifier: EUPL-1.2 */
/* What lies in the depot so that only this database can read it: encrypted with its own key. */
#ifndef PLATFORM_DB_DEPOT_SEAL_H
#define PLATFORM_DB_DEPOT_SEAL_H

#include "platform/base/text.h"
#include "platform/db/depot.h"

/* Where the bytes are read from, piece by piece: those from an offset on; none at the end. */
struct depot_source {
	size_t (*read)(void *context, size_t offset, char *into, size_t size);
	void *context;
};
/* The bytes of a text as a source. */
struct depot_source depot_source_of(const struct text *text);

/*
 * Seals the bytes under a name; one that is there already stays. Memory is that of a piece. After a crash it
 * is there whole, or not at all. FAILED: it has not the name.
 */
enum status depot_seal(const struct db *db, const char *name, const struct depot_source *source,
                       struct fault *fault) MUST_CHECK;
/* Adds the bytes to a text. NOT_FOUND: no such file. FAILED: it was changed, or the key is another one. */
enum status depot_open(const struct db *db, const char *name, struct text *out,
                       struct fault *fault) MUST_CHECK;

#endif
