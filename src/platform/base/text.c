/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text text_new(size_t max_bytes)
{
	return (struct text){ .max_bytes = max_bytes };
}

void text_done(struct text *text)
{
	free(text->bytes);
	*text = (struct text){ .max_bytes = text->max_bytes };
}

void text_clear(struct text *text)
{
	text->length = 0;
	text->is_full = false;
	if (text->bytes != NULL)
		text->bytes[0] = '\0';
}

/* Makes room for length more bytes and the NUL; false, and full, when the maximum would be passed. */
static bool make_room(struct text *text, size_t length)
{
	size_t needed = text->length + length + 1;
	size_t size = text->size_bytes == 0 ? 256 : text->size_bytes;

	if (text->is_full || length > text->max_bytes || text->length > text->max_bytes - length) {
		text->is_full = true;
		return false;
	}
	if (needed <= text->size_bytes)
		return true;
	while (size < needed)
		size *= 2;
	text->bytes = realloc(text->bytes, size);
	if (text->bytes == NULL)
		abort();
	text->size_bytes = size;
	return true;
}

void text_add_part(struct text *text, const char *bytes, size_t length)
{
	if (!make_room(text, length))
		return;
	if (length > 0)
		memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

void text_add_file(struct text *text, FILE *file, size_t expected_bytes)
{
	size_t count = 1, left = text->max_bytes - text->length;

	text_add_part(text, "", 0);
	(void)make_room(text, expected_bytes < left ? expected_bytes : left);
	while (count > 0 && text->length < text->max_bytes) {
		size_t room = text->size_bytes - text->length - 1;

		if (room == 0 && make_room(text, 1))
			room = text->size_bytes - text->length - 1;
		if (room > text->max_bytes - text->length)
			room = text->max_bytes - text->length;
		count = fread(text->bytes + text->length, 1, room, file);
		text->length += count;
	}
	text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *words)
{
	text_add_part(text, words, strlen(words));
}

void text_add_char(struct text *text, char c)
{
	text_add_part(text, &c, 1);
}

void text_print(struct text *text, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0 || !make_room(text, (size_t)length))
		return;
	va_start(args, format);
	(void)vsnprintf(text->bytes + text->length, (size_t)length + 1, format, args);
	va_end(args);
	text->length += (size_t)length;
}

const char *text_words(const struct text *text)
{
	return text->bytes == NULL ? "" : text->bytes;
}

const char *text_as_name(const char *words, size_t max_chars, struct arena *arena)
{
	char *name = arena_copy(arena, or_empty(words));
	size_t length = 0;

	for (const char *at = name; *at != '\0' && length < max_chars; at++) {
		if (isalnum((unsigned char)*at) && (unsigned char)*at < 128)
			name[length++] = (char)tolower((unsigned char)*at);
		else if (length > 0 && name[length - 1] != '-')
			name[length++] = '-';
	}
	while (length > 0 && name[length - 1] == '-')
		length--;
	name[length] = '\0';
	return name;
}
