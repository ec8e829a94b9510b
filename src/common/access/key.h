/* SPDX-License-Identifier: EUPL-1.2 */
/* The key of a database, with which the vault's BSNs and the secrets of accounts are sealed. */
#ifndef COMMON_ACCESS_KEY_H
#define COMMON_ACCESS_KEY_H

#include "platform/db/db.h"
#include "platform/db/seal.h"

/*
 * The key to seal with, made for the first thing that is sealed. Later a key that is missing is not made
 * again (FAILED): what was sealed would stay shut, and half of it would have another key.
 */
enum status key_to_seal(struct db *db, unsigned char ret_key[static SEAL_KEY_BYTES],
                        struct fault *fault) MUST_CHECK;

#endif
