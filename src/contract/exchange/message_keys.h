/* SPDX-License-Identifier: EUPL-1.2 */
/* The keys that were seen in a message: what may stand there only once. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_KEYS_H
#define CONTRACT_EXCHANGE_MESSAGE_KEYS_H

#include "platform/base/arena.h"

struct message_key_slot;
struct message_key_kept;

struct message_keys {
	struct arena *arena; /* its memory grows with the keys */
	struct message_key_slot *slots;
	size_t count, room;
	struct message_key_kept **blocks;
	size_t blocks_room;
};

/* No keys yet, with room for as many as are expected. */
struct message_keys message_keys_new(size_t expected, struct arena *arena);

/* A key that is put together of parts: of which sort it is, and what makes it one. */
struct message_key_text {
	char bytes[256]; /* more than any key of the standard takes; what is beyond does not count */
	size_t length;
};

struct message_key_text message_key_new(char sort);
void message_key_text_add(struct message_key_text *key, const char *part); /* NULL is an empty part */
void message_key_number_add(struct message_key_text *key, int64_t part);

/* Adds the key; false when it was there already. */
bool message_keys_add(struct message_keys *keys, const struct message_key_text *key);
bool message_keys_have(const struct message_keys *keys, const struct message_key_text *key);

#endif
