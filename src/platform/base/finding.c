/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/finding.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "platform/base/words.h"

#define MAX_FINDINGS 1000
/* Doubling, it ends above the maximum: the place behind the last finding is for those that are dropped. */
#define FIRST_SIZE 8

struct findings findings_new(struct arena *arena, const char *language)
{
	return (struct findings){ .arena = arena, .language = language };
}

static struct finding *next_finding(struct findings *findings)
{
	if (findings->count == findings->size) {
		size_t size = findings->size == 0 ? FIRST_SIZE : 2 * findings->size;
		struct finding *items = ARENA_MANY(findings->arena, size, struct finding);

		if (findings->count > 0)
			memcpy(items, findings->items, findings->count * sizeof(*items));
		findings->items = items;
		findings->size = size;
	}
	return &findings->items[findings->count++];
}

struct finding *findings_add(struct findings *findings, const char *code, const char *field,
                             const char *format, ...)
{
	const char *const translated = words_in(findings->language, format);
	char words[1024];
	struct finding *finding;
	va_list args;
	int length;

	if (findings->count == MAX_FINDINGS)
		return &findings->items[MAX_FINDINGS];
	finding = next_finding(findings);
	va_start(args, format);
	length = vsnprintf(words, sizeof(words), translated, args);
	va_end(args);
	assert(length >= 0);
	*finding = (struct finding){ .code = code,
		                     .field = arena_copy(findings->arena, field),
		                     .words = arena_copy(findings->arena, words) };
	return finding;
}
