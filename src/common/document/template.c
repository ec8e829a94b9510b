/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/document/template.h"

#include <fcntl.h>
#include <unistd.h>

#include "platform/base/close.h"
#include "platform/base/embedded.h"

#define TEMPLATE_MAX_BYTES ((size_t)64 * 1024)

/* The municipality's own file; NULL when it has none, or one that is too large to be words. */
static const char *own_template(const struct journal *journal, const char *file)
{
	const char *path =
		arena_print(journal->arena, "%s/letters/%s", db_state_directory(journal->db), file);
	CLEANUP(close_handle) int opened = open(path, O_RDONLY | O_CLOEXEC);
	char *text;
	ssize_t length;

	if (opened < 0)
		return NULL;
	text = arena_take(journal->arena, TEMPLATE_MAX_BYTES + 1);
	length = read(opened, text, TEMPLATE_MAX_BYTES);
	return length <= 0 ? NULL : text;
}

const char *letter_template(const struct journal *journal, const char *file)
{
	const char *own = own_template(journal, file);
	const struct embedded_file *embedded;

	if (own != NULL)
		return own;
	embedded = embedded_find(arena_print(journal->arena, "data/letters/%s", file));
	return embedded == NULL ? NULL : (const char *)embedded->bytes;
}
