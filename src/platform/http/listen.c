/* SPDX-License-Identifier: EUPL-1.2 */
#define _DEFAULT_SOURCE /* SO_REUSEPORT */
#include "platform/http/listen.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define HOST_SIZE 64
#define WAITING_MAX 511 /* connections that the kernel keeps until they are accepted */

static bool is_port(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && digits <= 5 && text[digits] == '\0' && strtoul(text, NULL, 10) <= 65535;
}

/* Splits "host:port" or "[host]:port". */
static bool split(const char *address, char host[static HOST_SIZE], const char **ret_port)
{
	const char *colon = strrchr(address, ':');
	const char *begin = address, *end = colon;

	if (colon == NULL || colon == address || !is_port(colon + 1))
		return false;
	if (address[0] == '[') {
		begin++;
		end--;
		if (end <= begin || *end != ']')
			return false;
	} else if (memchr(address, ':', (size_t)(colon - address)) != NULL) {
		return false;
	}
	if ((size_t)(end - begin) >= HOST_SIZE)
		return false;
	(void)snprintf(host, HOST_SIZE, "%.*s", (int)(end - begin), begin);
	*ret_port = colon + 1;
	return true;
}

static enum status cannot(const char *url, struct fault *fault)
{
	if (errno == EADDRINUSE)
		return fault_set(fault, FAILED, "%s is already in use; choose another port with --listen",
		                 url);
	return fault_set(fault, FAILED, "cannot listen on %s: %s", url, strerror(errno));
}

/* A bound socket, or -1 with errno. */
static int bound(const struct sockaddr *address, socklen_t length, int option)
{
	int on = 1;
	int fd = socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == 0 &&
	    setsockopt(fd, SOL_SOCKET, option, &on, sizeof(on)) == 0 && bind(fd, address, length) == 0)
		return fd;
	on = errno;
	(void)close(fd);
	errno = on;
	return -1;
}

static void print_url(const struct sockaddr *address, socklen_t length, char url[static LISTEN_URL_SIZE])
{
	char host[HOST_SIZE] = "?", port[8] = "?";
	bool is_long = address->sa_family == AF_INET6;

	(void)getnameinfo(address, length, host, sizeof(host), port, sizeof(port),
	                  NI_NUMERICHOST | NI_NUMERICSERV);
	(void)snprintf(url, LISTEN_URL_SIZE, is_long ? "http://[%s]:%s" : "http://%s:%s", host, port);
}

/*
 * Sockets with SO_REUSEPORT share their address with any other program of ours, so a second server would
 * quietly take half of the first one's visitors. A socket without it finds out whether the address is free.
 */
static enum status claim(struct sockaddr *address, socklen_t *length, const char *url, struct fault *fault)
{
	int fd = bound(address, *length, SO_REUSEADDR);
	enum status status = OK;

	if (fd < 0)
		return cannot(url, fault);
	if (getsockname(fd, address, length) != 0)
		status = cannot(url, fault);
	(void)close(fd);
	return status;
}

enum status listen_open(const char *address, int *sockets, size_t count, char ret_url[static LISTEN_URL_SIZE],
                        struct fault *fault)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV }, *found = NULL;
	struct sockaddr_storage storage = { 0 };
	struct sockaddr *at = (struct sockaddr *)&storage;
	char host[HOST_SIZE];
	const char *port;
	socklen_t length;
	enum status status;

	if (!split(address, host, &port) || getaddrinfo(host, port, &hints, &found) != 0)
		return fault_set(fault, WRONG_USE,
		                 "\"%s\" is no address; write it as 127.0.0.1:8080 or [::1]:8080", address);
	length = found->ai_addrlen;
	memcpy(&storage, found->ai_addr, length);
	freeaddrinfo(found);
	print_url(at, length, ret_url);
	status = claim(at, &length, ret_url, fault);
	if (status)
		return status;
	print_url(at, length, ret_url);
	for (size_t i = 0; i < count; i++) {
		sockets[i] = bound(at, length, SO_REUSEPORT);
		if (sockets[i] < 0 || listen(sockets[i], WAITING_MAX) != 0) {
			status = cannot(ret_url, fault);
			listen_close(sockets, sockets[i] < 0 ? i : i + 1);
			return status;
		}
	}
	return OK;
}

void listen_close(const int *sockets, size_t count)
{
	for (size_t i = 0; i < count; i++)
		(void)close(sockets[i]);
}
