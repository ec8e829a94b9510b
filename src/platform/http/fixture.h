/* SPDX-License-Identifier: EUPL-1.2 */
/* For tests: a small site with two processes on a free port, and clients that behave and misbehave. */
#ifndef PLATFORM_HTTP_FIXTURE_H
#define PLATFORM_HTTP_FIXTURE_H

#include <sys/types.h>

#include "platform/http/http.h"

#define REPLY_SIZE 300000

struct test {
	pid_t server;
	int messages; /* what the server says on stderr */
	uint16_t port;
	char reply[REPLY_SIZE];
};

/* For cmocka: the state is the struct test. The tear down fails when the server does not end well and in
 * time. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);

/* A new connection, on which reading waits ten seconds at most. */
int connected(const struct test *test);
void say_part(int fd, const char *bytes, size_t length);
void say(int fd, const char *words);
/* Reads until the server closes. */
const char *hear(struct test *test, int fd);
/* Says all of a request and hears the answer. */
const char *ask(struct test *test, const char *words);
/* A GET that closes. */
const char *get(struct test *test, const char *path);

void assert_status(const char *reply, int status);
void assert_has(const char *reply, const char *words);
/* How often words occur. */
size_t occurrences(const char *reply, const char *words);

#endif
