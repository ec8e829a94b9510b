/* SPDX-License-Identifier: EUPL-1.2 */
/* Blocks in a list, each filled from its start; a large request gets a block of its own. */
#include "platform/base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)16 * 1024)
#define ALIGNMENT ((size_t)16)
#define FIRST_ROOM 16 /* of a list that grows */

struct block {
	struct block *next;
	size_t size_bytes;
	size_t used_bytes;
	_Alignas(16) unsigned char bytes[];
};

struct arena {
	struct block *blocks; /* the newest first */
	size_t limit_bytes;
	size_t taken_bytes;
};

static struct block *block_new(size_t size_bytes, struct block *next)
{
	struct block *block = malloc(sizeof(*block) + size_bytes);

	if (block == NULL)
		abort();
	*block = (struct block){ .next = next, .size_bytes = size_bytes };
	return block;
}

struct arena *arena_new(size_t limit_bytes)
{
	struct arena *arena = malloc(sizeof(*arena));

	if (arena == NULL)
		abort();
	*arena = (struct arena){ .blocks = block_new(BLOCK_BYTES, NULL), .limit_bytes = limit_bytes };
	return arena;
}

static void free_blocks(struct block *block)
{
	while (block != NULL) {
		struct block *next = block->next;

		free(block);
		block = next;
	}
}

void arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	free_blocks(arena->blocks);
	free(arena);
}

void arena_freep(struct arena **arena)
{
	arena_free(*arena);
	*arena = NULL;
}

void arena_clear(struct arena *arena)
{
	struct block *first = arena->blocks;

	while (first->next != NULL) {
		struct block *next = first->next;

		free(first);
		first = next;
	}
	first->used_bytes = 0;
	arena->blocks = first;
	arena->taken_bytes = 0;
}

/* Memory as it is. */
static void *take(struct arena *arena, size_t size)
{
	size_t rounded = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	struct block *block = arena->blocks;
	void *memory;

	assert(rounded >= size && rounded <= arena->limit_bytes - arena->taken_bytes);
	arena->taken_bytes += rounded;
	if (rounded > block->size_bytes - block->used_bytes) {
		size_t wanted =
			block->size_bytes < 1024 * BLOCK_BYTES ? 2 * block->size_bytes : block->size_bytes;

		block = arena->blocks = block_new(rounded > wanted ? rounded : wanted, block);
	}
	memory = block->bytes + block->used_bytes;
	block->used_bytes += rounded;
	return memory;
}

void *arena_take(struct arena *arena, size_t size)
{
	return memset(take(arena, size), 0, size);
}

void *arena_take_many(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;
	bool overflows = __builtin_mul_overflow(count, size, &bytes);

	assert(!overflows);
	return arena_take(arena, bytes);
}

void *arena_with_room(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	void *more;

	if (count < *room)
		return items;
	*room = *room == 0 ? FIRST_ROOM : 2 * *room;
	more = arena_take_many(arena, *room, size);
	if (count > 0)
		memcpy(more, items, count * size);
	return more;
}

char *arena_copy_part(struct arena *arena, const char *text, size_t length)
{
	char *copy = take(arena, length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
	return arena_copy_part(arena, text, strlen(text));
}

/* Prints into what is left of the block, where most texts fit, and then takes that; else into a new block. */
char *arena_print(struct arena *arena, const char *format, ...)
{
	struct block *block = arena->blocks;
	size_t room = block->size_bytes - block->used_bytes;
	va_list args;
	char *printed;
	int length;

	va_start(args, format);
	length = vsnprintf((char *)block->bytes + block->used_bytes, room, format, args);
	va_end(args);
	assert(length >= 0);
	printed = take(arena, (size_t)length + 1);
	if ((size_t)length < room)
		return printed;
	va_start(args, format);
	length = vsnprintf(printed, (size_t)length + 1, format, args);
	va_end(args);
	assert(length >= 0);
	return printed;
}
