/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_keys.h"

#include <string.h>

#define FIRST_ROOM ((size_t)64)

/* A table of open addresses, at most half full; a slot without bytes is free. */
struct message_key_slot {
	uint32_t mark;
	uint32_t length;
	const char *bytes;
};

struct message_key_text message_key_new(char sort)
{
	return (struct message_key_text){ .bytes = { sort }, .length = 1 };
}

static void add_bytes(struct message_key_text *key, const void *bytes, size_t length)
{
	size_t room = sizeof(key->bytes) - key->length;

	if (length > room)
		length = room;
	memcpy(key->bytes + key->length, bytes, length);
	key->length += length;
}

void message_key_text_add(struct message_key_text *key, const char *part)
{
	add_bytes(key, or_empty(part), strlen(or_empty(part)) + 1);
}

void message_key_number_add(struct message_key_text *key, int64_t part)
{
	add_bytes(key, &part, sizeof(part));
}

/* Eight bytes at a time, each word mixed through the whole. */
static uint32_t mark_of(const char *bytes, size_t length)
{
	uint64_t mark = length;

	for (size_t at = 0; at < length; at += sizeof(uint64_t)) {
		uint64_t word = 0;

		memcpy(&word, bytes + at, length - at < sizeof(word) ? length - at : sizeof(word));
		mark = (mark ^ word) * 0x9E3779B97F4A7C15U;
		mark ^= mark >> 32;
	}
	return (uint32_t)mark;
}

/* The slot of the key, or the free one where it belongs. */
static struct message_key_slot *find(const struct message_keys *keys, uint32_t mark, const char *bytes,
                                     size_t length)
{
	for (size_t at = mark & (keys->room - 1);; at = (at + 1) & (keys->room - 1)) {
		struct message_key_slot *slot = &keys->slots[at];

		if (slot->bytes == NULL ||
		    (slot->mark == mark && slot->length == length && memcmp(slot->bytes, bytes, length) == 0))
			return slot;
	}
}

struct message_keys message_keys_new(size_t expected, struct arena *arena)
{
	struct message_keys keys = { .arena = arena, .room = FIRST_ROOM };

	while (keys.room < 2 * expected)
		keys.room *= 2;
	keys.slots = ARENA_MANY(arena, keys.room, struct message_key_slot);
	return keys;
}

static void grow(struct message_keys *keys)
{
	struct message_keys grown = message_keys_new(keys->room, keys->arena);

	grown.count = keys->count;
	for (size_t i = 0; i < keys->room; i++) {
		const struct message_key_slot *slot = &keys->slots[i];

		if (slot->bytes != NULL)
			*find(&grown, slot->mark, slot->bytes, slot->length) = *slot;
	}
	*keys = grown;
}

bool message_keys_add(struct message_keys *keys, const struct message_key_text *key)
{
	uint32_t mark = mark_of(key->bytes, key->length);
	struct message_key_slot *slot;

	if (2 * keys->count >= keys->room)
		grow(keys);
	slot = find(keys, mark, key->bytes, key->length);
	if (slot->bytes != NULL)
		return false;
	*slot = (struct message_key_slot){ .mark = mark,
		                           .length = (uint32_t)key->length,
		                           .bytes = arena_copy_part(keys->arena, key->bytes, key->length) };
	keys->count++;
	return true;
}

bool message_keys_have(const struct message_keys *keys, const struct message_key_text *key)
{
	uint32_t mark = mark_of(key->bytes, key->length);

	return find(keys, mark, key->bytes, key->length)->bytes != NULL;
}
