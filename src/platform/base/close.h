/* SPDX-License-Identifier: EUPL-1.2 */
/* Closing what was opened, for CLEANUP; what did not open is left alone. */
#ifndef PLATFORM_BASE_CLOSE_H
#define PLATFORM_BASE_CLOSE_H

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

static inline void close_file(FILE **file)
{
	if (*file != NULL)
		(void)fclose(*file);
}

/* -1 is no handle. */
static inline void close_handle(const int *handle)
{
	if (*handle >= 0)
		(void)close(*handle);
}

static inline void close_directory(DIR **directory)
{
	if (*directory != NULL)
		(void)closedir(*directory);
}

#endif
