/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "platform/page/template.h"

#define MAX_TEMPLATE_BYTES (256 * 1024)

static void close_file(FILE **file)
{
	if (*file != NULL)
		(void)fclose(*file);
}

static enum status read_open_file(FILE *file, const char *path, struct arena *arena, const char **ret_bytes,
                                  size_t *ret_length, struct fault *fault)
{
	long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
	char *bytes;

	if (size < 0 || size > MAX_TEMPLATE_BYTES || fseek(file, 0, SEEK_SET) != 0)
		return fault_set(fault, FAILED, "template %s cannot be read or is too long", path);
	bytes = arena_take(arena, (size_t)size + 1);
	*ret_length = fread(bytes, 1, (size_t)size, file);
	*ret_bytes = bytes;
	return OK;
}

static enum status read_from_disk(const char *const *directories, const char *name, struct arena *arena,
                                  const char **ret_bytes, size_t *ret_length, struct fault *fault)
{
	for (; *directories != NULL; directories++) {
		const char *path = arena_print(arena, "%s/%s", *directories, name);
		CLEANUP(close_file) FILE *file = fopen(path, "rb");

		if (file != NULL)
			return read_open_file(file, path, arena, ret_bytes, ret_length, fault);
	}
	return fault_set(fault, NOT_FOUND, "there is no template %s", name);
}

enum status source_read(const struct page_source *source, const char *name, struct arena *arena,
                        const char **ret_bytes, size_t *ret_length, struct fault *fault)
{
	if (source->directories != NULL)
		return read_from_disk(source->directories, name, arena, ret_bytes, ret_length, fault);
	for (size_t i = 0; i < source->count; i++) {
		if (strcmp(source->files[i].name, name) != 0)
			continue;
		*ret_bytes = (const char *)source->files[i].bytes;
		*ret_length = source->files[i].size;
		return OK;
	}
	return fault_set(fault, NOT_FOUND, "there is no template %s", name);
}
