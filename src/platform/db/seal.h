/* SPDX-License-Identifier: EUPL-1.2 */
/* Sealing what nobody may read in the tables, with the database's own key, which stands outside the database.
 */
#ifndef PLATFORM_DB_SEAL_H
#define PLATFORM_DB_SEAL_H

#include "platform/base/arena.h"
#include "platform/base/fault.h"

#define SEAL_KEY_BYTES 32

/* Makes a key in the directory (mode 0600), unless there is one. */
enum status seal_make_key(const char *directory, struct fault *fault) MUST_CHECK;
/* Reads the key from the directory. */
enum status seal_key(const char *directory, unsigned char ret_key[static SEAL_KEY_BYTES],
                     struct fault *fault) MUST_CHECK;
/* The text encrypted with a fresh nonce, hexadecimal, in arena. */
const char *seal_close(const unsigned char *key, const char *text, struct arena *arena);
/* The text again, or NULL when the key is another one or the sealed text was changed. */
const char *seal_open(const unsigned char *key, const char *sealed, struct arena *arena);
/* A digest that only the key holder can make, for finding an equal text. */
const char *seal_mark(const unsigned char *key, const char *text, struct arena *arena);

#endif
