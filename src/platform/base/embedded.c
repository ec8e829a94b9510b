/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/base/embedded.h"

#include <stdlib.h>
#include <string.h>

static int compare_file(const void *name, const void *file)
{
	return strcmp(name, ((const struct embedded_file *)file)->name);
}

const struct embedded_file *embedded_find(const char *name)
{
	return bsearch(name, embedded_files, embedded_files_count, sizeof(embedded_files[0]), compare_file);
}
