/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "platform/base/close.h"
#include "platform/page/template.h"

#define MAX_TEMPLATE_BYTES (256 * 1024)

static enum status read_from_disk(const char *path, struct arena *arena, const char **ret_bytes,
                                  size_t *ret_length, struct fault *fault)
{
	CLEANUP(close_file) FILE *file = fopen(path, "rb");
	long size = file != NULL && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
	char *bytes;

	if (size < 0 || size > MAX_TEMPLATE_BYTES || fseek(file, 0, SEEK_SET) != 0)
		return fault_set(fault, FAILED, "template %s cannot be read or is too long", path);
	bytes = arena_take(arena, (size_t)size + 1);
	*ret_length = fread(bytes, 1, (size_t)size, file);
	*ret_bytes = bytes;
	return OK;
}

/* Whether the path is the name or ends with a slash and the name. */
static bool ends_with(const char *path, const char *name)
{
	size_t path_length = strlen(path), length = strlen(name);

	if (path_length < length || strcmp(path + path_length - length, name) != 0)
		return false;
	return path_length == length || path[path_length - length - 1] == '/';
}

enum status source_read(const struct page_source *source, const char *name, struct arena *arena,
                        const char **ret_bytes, size_t *ret_length, struct fault *fault)
{
	for (size_t i = 0; i < source->count; i++) {
		const struct embedded_file *file = &source->files[i];

		if (!ends_with(file->name, name))
			continue;
		if (source->directory != NULL)
			return read_from_disk(arena_print(arena, "%s/%s", source->directory, file->name),
			                      arena, ret_bytes, ret_length, fault);
		*ret_bytes = (const char *)file->bytes;
		*ret_length = file->size;
		return OK;
	}
	return fault_set(fault, NOT_FOUND, "there is no template %s", name);
}
