/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/message_lines.h"

#include <string.h>

#define BLOCK_LINES ((size_t)512)
#define BLOCK_LETTERS ((size_t)16 * 1024)

/* A copy, right behind the one before. */
static const char *keep_text(struct message_lines *kept, const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy;

	if (size > kept->letters_left) {
		kept->letters_left = size > BLOCK_LETTERS ? size : BLOCK_LETTERS;
		kept->letters = arena_take(kept->arena, kept->letters_left);
	}
	copy = kept->letters;
	memcpy(copy, text, size);
	kept->letters += size;
	kept->letters_left -= size;
	return copy;
}

/* Room for one more line of the client, whose lines stay together. */
static void make_room(struct message_lines *kept)
{
	struct message_line *block;

	if (kept->count < kept->room)
		return;
	kept->room = 2 * kept->count > BLOCK_LINES ? 2 * kept->count : BLOCK_LINES;
	block = ARENA_MANY(kept->arena, kept->room, struct message_line);
	if (kept->count > 0)
		memcpy(block, kept->lines, kept->count * sizeof(*block));
	kept->lines = block;
}

void message_lines_keep(struct message_lines *kept, const struct message_line *line)
{
	struct message_line *copy;

	make_room(kept);
	copy = &kept->lines[kept->count++];
	*copy = *line;
	copy->reference.number = keep_text(kept, line->reference.number);
	if (line->reference.earlier != NULL)
		copy->reference.earlier = keep_text(kept, line->reference.earlier);
	if (kept->code == NULL || strcmp(kept->code, line->product.code) != 0)
		kept->code = keep_text(kept, line->product.code);
	copy->product.code = kept->code;
	if (line->return_codes.count > 0) {
		copy->return_codes.items = ARENA_MANY(kept->arena, line->return_codes.count, const char *);
		memcpy(copy->return_codes.items, line->return_codes.items,
		       line->return_codes.count * sizeof(*copy->return_codes.items));
	}
}

struct records message_lines_end(struct message_lines *kept)
{
	struct records lines = { .items = kept->lines, .count = kept->count };

	kept->lines += kept->count;
	kept->room -= kept->count;
	kept->count = 0;
	return lines;
}
