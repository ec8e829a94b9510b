/* SPDX-License-Identifier: EUPL-1.2 */
/* The files inside the binary: templates, style sheet, icons, schemes and reference data; written by
 * tools/embed. */
#ifndef PLATFORM_BASE_EMBEDDED_H
#define PLATFORM_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
	const char *name; /* its path in the source tree, such as "ui/layout.html"; "site.css" is made */
	const unsigned char *bytes; /* a NUL that size does not count follows them */
	size_t size;
};

/* All of them, sorted by name. */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_files_count;

/* The file of that name, or NULL. */
const struct embedded_file *embedded_find(const char *name);

#endif
