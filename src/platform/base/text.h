/* SPDX-License-Identifier: EUPL-1.2 */
/* Text that grows to a maximum given at the start; past it, it stays as it is and says so. */
#ifndef PLATFORM_BASE_TEXT_H
#define PLATFORM_BASE_TEXT_H

#include <stdio.h>

#include "platform/base/arena.h"

struct text {
	char *bytes; /* always ends with a NUL that length does not count; NULL before the first addition */
	size_t length;
	size_t size_bytes;
	size_t max_bytes;
	bool is_full; /* an addition did not fit and was left out */
};

/* An empty text that may grow to max_bytes. */
struct text text_new(size_t max_bytes);
/* Frees the bytes; for CLEANUP. */
void text_done(struct text *text);
void text_clear(struct text *text);
void text_add(struct text *text, const char *words);
void text_add_part(struct text *text, const char *bytes, size_t length);
/* Adds what is left of the file, up to the maximum; expected_bytes is a guess, to take the room at once. */
void text_add_file(struct text *text, FILE *file, size_t expected_bytes);
void text_add_char(struct text *text, char c);
void text_print(struct text *text, const char *format, ...) PRINTF(2, 3);
/* The words so far; never NULL. */
const char *text_words(const struct text *text);

/* Words as a name in an address or a file: "De 3 Linden & Co." is "de-3-linden-co"; empty without letters. */
const char *text_as_name(const char *words, size_t max_chars, struct arena *arena);

#endif
