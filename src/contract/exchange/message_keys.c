/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_keys.h"

#include <string.h>

#define FIRST_ROOM ((size_t)64)
#define MESSAGE_KEYS_A_BLOCK ((size_t)1024)

/* A table of open addresses, at most half full and small, since each look is far from the one before. */
struct message_key_slot {
	uint32_t mark;
	uint32_t number; /* of the key, from 1; 0 is a free slot */
};

/* The keys themselves, by their numbers, in blocks: only looked at when the marks are equal. */
struct message_key_kept {
	const char *bytes;
	size_t length;
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

static struct message_key_kept *key_at(const struct message_keys *keys, size_t number)
{
	return &keys->blocks[(number - 1) / MESSAGE_KEYS_A_BLOCK][(number - 1) % MESSAGE_KEYS_A_BLOCK];
}

/* The slot of the key, or the free one where it belongs. */
static struct message_key_slot *find(const struct message_keys *keys, uint32_t mark,
                                     const struct message_key_text *text)
{
	for (size_t at = mark & (keys->room - 1);; at = (at + 1) & (keys->room - 1)) {
		struct message_key_slot *slot = &keys->slots[at];
		const struct message_key_kept *key;

		if (slot->number == 0)
			return slot;
		if (slot->mark != mark)
			continue;
		key = key_at(keys, slot->number);
		if (key->length == text->length && memcmp(key->bytes, text->bytes, text->length) == 0)
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
	struct message_key_slot *slots = ARENA_MANY(keys->arena, 2 * keys->room, struct message_key_slot);

	for (size_t i = 0; i < keys->room; i++) {
		size_t at = keys->slots[i].mark & (2 * keys->room - 1);

		if (keys->slots[i].number == 0)
			continue;
		while (slots[at].number != 0)
			at = (at + 1) & (2 * keys->room - 1);
		slots[at] = keys->slots[i];
	}
	keys->slots = slots;
	keys->room *= 2;
}

bool message_keys_add(struct message_keys *keys, const struct message_key_text *key)
{
	uint32_t mark = mark_of(key->bytes, key->length);
	struct message_key_slot *slot;

	if (2 * keys->count >= keys->room)
		grow(keys);
	slot = find(keys, mark, key);
	if (slot->number != 0)
		return false;
	if (keys->count % MESSAGE_KEYS_A_BLOCK == 0) {
		keys->blocks = arena_with_room(keys->arena, keys->blocks, keys->count / MESSAGE_KEYS_A_BLOCK,
		                               &keys->blocks_room, sizeof(*keys->blocks));
		keys->blocks[keys->count / MESSAGE_KEYS_A_BLOCK] =
			ARENA_MANY(keys->arena, MESSAGE_KEYS_A_BLOCK, struct message_key_kept);
	}
	keys->count++;
	*slot = (struct message_key_slot){ .mark = mark, .number = (uint32_t)keys->count };
	*key_at(keys, keys->count) =
		(struct message_key_kept){ .bytes = arena_copy_part(keys->arena, key->bytes, key->length),
		                           .length = key->length };
	return true;
}

bool message_keys_have(const struct message_keys *keys, const struct message_key_text *key)
{
	return find(keys, mark_of(key->bytes, key->length), key)->number != 0;
}
