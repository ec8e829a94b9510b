/* SPDX-License-Identifier: EUPL-1.2 */
/* A form, as anybody may send it: decoded and read into a record with lists inside lists. */
#include <assert.h>
#include <string.h>

#include "platform/record/pairs.h"

struct inner {
	const char *name;
	int64_t number;
};

static const struct field inner_fields[] = {
	FIELD(struct inner, name, .required = true),
	FIELD(struct inner, number, .flags = FIELD_BY_DOOR),
};
static const struct record inner_record = RECORD(struct inner, "inner", inner_fields);

struct outer {
	struct date on;
	bool flag;
	struct texts texts;
	struct inner inner;
	struct records lines;
};

static const struct field outer_fields[] = {
	FIELD(struct outer, on),
	FIELD(struct outer, flag),
	FIELD(struct outer, texts, .max_chars = 5),
	FIELD_INSIDE(struct outer, inner, &inner_record),
	FIELD(struct outer, lines, .of = &inner_record),
};
static const struct record outer_record = RECORD(struct outer, "outer", outer_fields);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct findings findings = findings_new(arena, "nl");
	struct pairs pairs;
	struct outer outer;

	if (!pairs_decode((const char *)data, size, arena, &pairs))
		return 0;
	assert(pairs.count <= 500);
	if (pairs_read(&pairs, &outer_record, &outer, FIELD_BY_DOOR, &findings) == OK)
		assert(findings.count == 0 && outer.inner.number == 0);
	assert(outer.lines.count <= 100);
	record_check_required(&outer_record, &outer, "", &findings);
	return 0;
}
