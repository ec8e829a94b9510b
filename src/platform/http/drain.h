/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Connections that were answered before their request had come in whole. Closed at once, the kernel would
 * tell the sender so in a way that makes it lose the answer; so what still comes is read and thrown away for
 * a while.
 */
#ifndef PLATFORM_HTTP_DRAIN_H
#define PLATFORM_HTTP_DRAIN_H

#include <sys/select.h>

#include "platform/base/base.h"

#define DRAIN_MAX 32

struct drain {
	struct {
		int fd;
		int64_t until_ms; /* on clock_running_ms */
	} items[DRAIN_MAX];
	size_t count;
};

/* Keeps a copy of the descriptor; when there are too many already the connection closes as any other. */
void drain_add(struct drain *drain, int fd, int64_t now_ms);
/* Adds them to the descriptors that select waits for. */
void drain_watch(const struct drain *drain, fd_set *readable, int *ret_highest);
/* Reads what has come, and closes what has ended or has taken too long. */
void drain_read(struct drain *drain, int64_t now_ms);
void drain_done(struct drain *drain);

#endif
