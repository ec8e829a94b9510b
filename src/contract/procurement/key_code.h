/* SPDX-License-Identifier: EUPL-1.2 */
/* The code of a key holder: shown once, kept by the holder alone; the public key that belongs to it is kept
 * here. */
#ifndef CONTRACT_PROCUREMENT_KEY_CODE_H
#define CONTRACT_PROCUREMENT_KEY_CODE_H

#include "platform/base/arena.h"

#define KEY_SEED_BYTES 32
#define KEY_PUBLIC_CHARS 64 /* hexadecimal */

/* A new code, in arena: fourteen groups of four letters and digits, the last of which is a check. */
const char *key_code_new(struct arena *arena);
/* The code of a seed, in arena. */
const char *key_code_of(const unsigned char seed[static KEY_SEED_BYTES], struct arena *arena);
/* Reads a code in capitals or small, with blanks and dashes where one likes; false where a sign is wrong. */
bool key_code_read(const char *code, unsigned char ret_seed[static KEY_SEED_BYTES]);
/* The public key (X25519) of a code's seed, hexadecimal, in arena. */
const char *key_code_public(const unsigned char seed[static KEY_SEED_BYTES], struct arena *arena);
/* Whether a text is a public key. */
bool key_is_public(const char *key);

#endif
