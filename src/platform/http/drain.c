/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/drain.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#define DRAIN_MS 2000
#define READS_MAX 64 /* in one turn of the loop, so that one sender cannot hold it */

void drain_add(struct drain *drain, int fd, int64_t now_ms)
{
	int copy = drain->count < DRAIN_MAX ? fcntl(fd, F_DUPFD_CLOEXEC, 0) : -1;

	if (copy >= FD_SETSIZE)
		(void)close(copy);
	if (copy < 0 || copy >= FD_SETSIZE)
		return;
	drain->items[drain->count].fd = copy;
	drain->items[drain->count].until_ms = now_ms + DRAIN_MS;
	drain->count++;
}

void drain_watch(const struct drain *drain, fd_set *readable, int *ret_highest)
{
	for (size_t i = 0; i < drain->count; i++) {
		FD_SET(drain->items[i].fd, readable);
		if (drain->items[i].fd > *ret_highest)
			*ret_highest = drain->items[i].fd;
	}
}

/* Whether the sender has ended or broken off. */
static bool has_ended(int fd)
{
	char bytes[16384];
	ssize_t length = 0;

	for (int i = 0; i < READS_MAX; i++) {
		length = recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT);
		if (length <= 0)
			break;
	}
	return length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR);
}

void drain_read(struct drain *drain, int64_t now_ms)
{
	size_t count = 0;

	for (size_t i = 0; i < drain->count; i++)
		if (has_ended(drain->items[i].fd) || now_ms >= drain->items[i].until_ms)
			(void)close(drain->items[i].fd);
		else
			drain->items[count++] = drain->items[i];
	drain->count = count;
}

void drain_done(struct drain *drain)
{
	for (size_t i = 0; i < drain->count; i++)
		(void)close(drain->items[i].fd);
	drain->count = 0;
}
