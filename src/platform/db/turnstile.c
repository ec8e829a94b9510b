/* SPDX-License-Identifier: EUPL-1.2 */
#define _DEFAULT_SOURCE /* flock: a lock that belongs to the open file, not to the process */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "platform/db/driver.h"

static enum status open_lock(const char *directory, const char *name, int *ret_file, struct fault *fault)
{
	char path[4096];

	(void)snprintf(path, sizeof(path), "%s/%s", directory, name);
	*ret_file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (*ret_file < 0)
		return fault_set(fault, FAILED, "cannot open the lock file %s: %s", path, strerror(errno));
	return OK;
}

enum status turnstile_open(struct turnstile *turnstile, const char *directory, struct fault *fault)
{
	enum status status = open_lock(directory, "writer-next", &turnstile->outer, fault);

	if (status)
		return status;
	return open_lock(directory, "writer-now", &turnstile->inner, fault);
}

static enum status lock(int file, struct fault *fault)
{
	while (flock(file, LOCK_EX) != 0)
		if (errno != EINTR)
			return fault_set(fault, FAILED, "cannot take the writer's lock: %s", strerror(errno));
	return OK;
}

enum status turnstile_enter(struct turnstile *turnstile, struct fault *fault)
{
	enum status status;

	if (turnstile->outer < 0)
		return OK;
	status = lock(turnstile->outer, fault);
	if (status)
		return status;
	status = lock(turnstile->inner, fault);
	(void)flock(turnstile->outer, LOCK_UN);
	return status;
}

void turnstile_leave(struct turnstile *turnstile)
{
	if (turnstile->inner >= 0)
		(void)flock(turnstile->inner, LOCK_UN);
}

void turnstile_close(struct turnstile *turnstile)
{
	if (turnstile->outer >= 0)
		(void)close(turnstile->outer);
	if (turnstile->inner >= 0)
		(void)close(turnstile->inner);
}
