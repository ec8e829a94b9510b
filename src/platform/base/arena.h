/* SPDX-License-Identifier: EUPL-1.2 */
/* One arena per request, message or job: everything in it is freed at once. */
#ifndef PLATFORM_BASE_ARENA_H
#define PLATFORM_BASE_ARENA_H

#include "platform/base/base.h"

struct arena;

/* A new arena that may hand out at most limit_bytes; reaching the limit is a bug and aborts. */
struct arena *arena_new(size_t limit_bytes);
void arena_free(struct arena *arena);
/* For CLEANUP: frees what the pointer points at, which may be NULL. */
void arena_freep(struct arena **arena);
/* Forgets everything handed out, keeps the first block for reuse. */
void arena_clear(struct arena *arena);

/* Zeroed memory that lives as long as the arena; out of memory aborts. */
void *arena_take(struct arena *arena, size_t size);
/* As arena_take for count items of size, with the multiplication checked. */
void *arena_take_many(struct arena *arena, size_t count, size_t size);
/*
 * A list of count items of size with room for one more: itself, or twice as large when its room is full; the
 * first time items is NULL and *room 0.
 */
void *arena_with_room(struct arena *arena, void *items, size_t count, size_t *room, size_t size);
char *arena_copy(struct arena *arena, const char *text);
char *arena_copy_part(struct arena *arena, const char *text, size_t length);
char *arena_print(struct arena *arena, const char *format, ...) PRINTF(2, 3);

#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define ARENA_MANY(arena, count, type) ((type *)arena_take_many((arena), (count), sizeof(type)))

#endif
