/* SPDX-License-Identifier: EUPL-1.2 */
/* A body as anybody may send it to the API: what is read without findings is written and reads the same again. */
#include <assert.h>
#include <string.h>

#include "platform/record/json.h"

struct line {
	const char *product;
	int64_t minutes;
};

static const struct choice products[] = { { "help", "Hulp" }, { "stay", "Verblijf" }, { NULL, NULL } };
static const struct field line_fields[] = {
	FIELD(struct line, product, .choices = products),
	FIELD(struct line, minutes, .flags = FIELD_UNSIGNED),
};
static const struct record line_record = RECORD(struct line, "line", line_fields);

struct request {
	const char *words;
	bool is_urgent;
	struct date until;
	struct moment seen;
	struct money fine;
	struct texts themes;
	struct line first;
	struct records lines;
};

static const struct field request_fields[] = {
	FIELD(struct request, words),
	FIELD(struct request, is_urgent),
	FIELD(struct request, until),
	FIELD(struct request, seen, .flags = FIELD_BY_DOOR),
	FIELD(struct request, fine),
	FIELD(struct request, themes, .max_chars = 8),
	FIELD_INSIDE(struct request, first, &line_record),
	FIELD(struct request, lines, .of = &line_record),
};
static const struct record request_record = RECORD(struct request, "request", request_fields);

static const char *written(const struct request *request, struct arena *arena)
{
	CLEANUP(text_done) struct text text = text_new((size_t)8 * 1024 * 1024);
	struct json json = { .out = &text };

	json_record(&json, &request_record, request, 0);
	assert(!text.is_full);
	return arena_copy(arena, text_words(&text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct findings findings = findings_new(arena, "nl");
	struct request request, again;
	const char *text;

	if (json_read((const char *)data, size, &request_record, &request, FIELD_BY_DOOR, &findings) != OK)
		return 0;
	assert(request.seen.seconds == 0);
	text = written(&request, arena);
	assert(json_read(text, strlen(text), &request_record, &again, FIELD_BY_DOOR, &findings) == OK);
	assert(strcmp(text, written(&again, arena)) == 0);
	return 0;
}
