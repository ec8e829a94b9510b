/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/sealed.h"

#include <sodium.h>
#include <string.h>

#include "common/person/vault.h"
#include "platform/base/decimal.h"
#include "platform/db/seal.h"

/* A mark takes as much room as the longest, so that the sealed text does not tell it. */
#define MARK_WIDTH DECIMAL_TEXT_SIZE

enum status sealed_key(struct journal *journal, const struct sealed_lot *lot, const char **ret_key,
                       struct fault *fault)
{
	const char *about =
		arena_print(journal->arena, "marks %lld %s %s %lld", (long long)journal->register_id,
	                    lot->tender, lot->lot, (long long)lot->round);

	return vault_mark(journal, about, ret_key, fault);
}

static bool read_key(const char *key, unsigned char ret_key[static SEAL_KEY_BYTES])
{
	size_t length = 0;

	return key != NULL &&
	       sodium_hex2bin(ret_key, SEAL_KEY_BYTES, key, strlen(key), NULL, &length, NULL) == 0 &&
	       length == SEAL_KEY_BYTES;
}

const char *sealed_close(const char *key, const char *mark, const char *reason, struct arena *arena)
{
	unsigned char bytes[SEAL_KEY_BYTES];

	if (!read_key(key, bytes))
		return NULL;
	return seal_close(bytes, arena_print(arena, "%-*s%s", MARK_WIDTH, mark, reason), arena);
}

bool sealed_open(const char *key, const char *sealed, const char **ret_mark, const char **ret_reason,
                 struct arena *arena)
{
	unsigned char bytes[SEAL_KEY_BYTES];
	const char *text = read_key(key, bytes) ? seal_open(bytes, sealed, arena) : NULL;

	if (text == NULL || strlen(text) < MARK_WIDTH)
		return false;
	*ret_mark = arena_copy_part(arena, text, strcspn(text, " "));
	*ret_reason = text + MARK_WIDTH;
	return true;
}
