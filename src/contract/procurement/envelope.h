/* SPDX-License-Identifier: EUPL-1.2 */
/* What is submitted, sealed with a key that two of three holders give back after the deadline, and nobody
 * before. */
#ifndef CONTRACT_PROCUREMENT_ENVELOPE_H
#define CONTRACT_PROCUREMENT_ENVELOPE_H

#include "contract/procurement/key_code.h"
#include "contract/procurement/split.h"

/* All texts in an arena. */
struct envelope {
	const char *sealed;              /* base64 */
	const char *digest;              /* SHA-256 of what is in it, hexadecimal */
	const char *shares[SPLIT_PARTS]; /* of its key, each sealed to one holder; hexadecimal */
};

/* Seals a text to the public keys of the three holders. False when one of these is no key. */
bool envelope_close(const char *text, const char *const public_keys[static SPLIT_PARTS], struct arena *arena,
                    struct envelope *ret_envelope);
/* The share of a holder, hexadecimal, in arena; NULL when the code is another one or the share was changed.
 */
const char *envelope_share(const char *sealed_share, const unsigned char seed[static KEY_SEED_BYTES],
                           struct arena *arena);
/* The key that two shares give, hexadecimal, in arena; NULL when a share has not the form of one. */
const char *envelope_key(const char *const shares[static 2], const int64_t places[static 2],
                         struct arena *arena);
/* The text, in arena; NULL when the key is another one, or what was sealed or its digest was changed. */
const char *envelope_open(const struct envelope *envelope, const char *key, struct arena *arena);

#endif
