/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A template of any bytes, compiled against a view and shown twice: with values that would break out of
 * their place and with harmless ones. Both must have as many of the bytes that make HTML, so none comes
 * from a value.
 */
#include <assert.h>
#include <string.h>

#include "platform/page/page.h"

struct item {
	const char *name;
};

struct view {
	const char *text;
	const char *code;
	int64_t number;
	bool flag;
	struct date on;
	struct texts texts;
	struct records items;
	struct item inside;
};

static const struct choice choices[] = { { "a", "<A>" }, { NULL, NULL } };

static const struct field item_fields[] = { FIELD(struct item, name) };
static const struct record item_record = RECORD(struct item, "item", item_fields);

static const struct field view_fields[] = {
	FIELD(struct view, text),
	FIELD(struct view, code, .choices = choices),
	FIELD(struct view, number),
	FIELD(struct view, flag),
	FIELD(struct view, on),
	FIELD(struct view, texts),
	FIELD(struct view, items, .of = &item_record),
	FIELD_INSIDE(struct view, inside, &item_record),
};
static const struct record view_record = RECORD(struct view, "view", view_fields);

static const char partial[] = "<i title=\"{{name}}\">{{#if name}}{{name}}{{/if}}</i>";

/* How many bytes of the text open or close a tag or an attribute's value. */
static size_t marks_in(const struct text *text)
{
	size_t count = 0;

	for (size_t i = 0; i < text->length; i++)
		count += text->bytes[i] == '<' || text->bytes[i] == '>' || text->bytes[i] == '"' ||
		         text->bytes[i] == '\'';
	return count;
}

/* The page with this value wherever a text can stand. */
static size_t marks_with(const struct page_set *set, const char *value)
{
	const char *texts[] = { value, value };
	struct item items[] = { { value }, { value } };
	const struct view view = { .text = value,
		                   .code = value,
		                   .number = 7,
		                   .flag = true,
		                   .on = { 738655 },
		                   .texts = { .items = texts, .count = COUNT(texts) },
		                   .items = { items, COUNT(items) },
		                   .inside = { value } };
	CLEANUP(text_done) struct text out = text_new((size_t)16 * 1024 * 1024);

	page_render(set, "page.html", "nl", &view, &out);
	assert(!out.is_full);
	return marks_in(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	CLEANUP(page_set_freep) struct page_set *set = NULL;
	const struct embedded_file files[] = {
		{ .name = "page.html", .bytes = data, .size = size },
		{ .name = "part.html",
		  .bytes = (const unsigned char *)partial,
		  .size = sizeof(partial) - 1 },
	};
	const struct page_source source = { .files = files, .count = COUNT(files) };
	const struct page_template row = { "page.html", &view_record };
	struct findings findings = findings_new(arena, "nl");
	struct fault fault;

	if (size > 4096)
		return 0;
	if (page_set_new(&row, 1, &source, &set, &findings, &fault) == OK)
		assert(marks_with(set, "/x\"'><b>&") == marks_with(set, "/xxxxxxxx"));
	return 0;
}
