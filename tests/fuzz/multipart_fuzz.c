/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A form with a file in it, as anybody may send it, in pieces of any size: what is told does not depend on
 * where it was cut. And the content of the file, which is looked at to know what it is.
 */
#include <assert.h>
#include <string.h>

#include "common/document/content.h"
#include "platform/base/text.h"
#include "platform/http/multipart.h"

struct told {
	struct text words, content;
	int depth;
};

static bool begin_part(void *context, const char *name, const char *file_name)
{
	struct told *told = context;

	assert(told->depth++ == 0 && name[0] != '\0');
	text_print(&told->words, "<%s|%s>", name, file_name == NULL ? "-" : file_name);
	return true;
}

static bool take_content(void *context, const char *bytes, size_t length)
{
	struct told *told = context;

	assert(told->depth == 1 && length > 0);
	text_add_part(&told->words, bytes, length);
	text_add_part(&told->content, bytes, length);
	return true;
}

static bool end_part(void *context)
{
	assert(((struct told *)context)->depth-- == 1);
	return true;
}

/* Everything that came, and whether it was whole. */
static bool take(const uint8_t *data, size_t size, size_t piece, struct told *told)
{
	const struct multipart_sink sink = { told, begin_part, take_content, end_part };
	struct multipart multipart;
	bool goes_on = multipart_begin(&multipart, "multipart/form-data; boundary=xyz", &sink);

	assert(goes_on);
	*told = (struct told){ .words = text_new(1 << 20), .content = text_new(1 << 20) };
	for (size_t at = 0; goes_on && at < size; at += piece)
		goes_on = multipart_take(&multipart, (const char *)data + at,
		                         piece < size - at ? piece : size - at);
	assert(multipart_is_whole(&multipart) || told->depth <= 1);
	return multipart_is_whole(&multipart);
}

static void look_at(const struct text *content)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	FILE *file = content->length == 0 ? NULL : fmemopen(content->bytes, content->length, "rb");
	const struct content_type *type = file == NULL ? NULL : content_type_of(file);

	if (type != NULL) {
		const char *name = content_clean_name(text_words(content), type, arena);

		assert(name[0] != '\0' && strpbrk(name, "/\\\n\r\"") == NULL);
	}
	if (file != NULL)
		(void)fclose(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct told told, again;
	bool is_whole = take(data, size, size + 1, &told);
	bool is_whole_in_parts = take(data, size, 1 + size / 7, &again);

	assert(is_whole_in_parts == is_whole);
	assert(strcmp(text_words(&told.words), text_words(&again.words)) == 0);
	look_at(&told.content);
	text_done(&told.words);
	text_done(&told.content);
	text_done(&again.words);
	text_done(&again.content);
	return 0;
}
