/* SPDX-License-Identifier: EUPL-1.2 */
/* Listening sockets, one for each process, that share an address. */
#ifndef PLATFORM_HTTP_LISTEN_H
#define PLATFORM_HTTP_LISTEN_H

#include "platform/base/fault.h"

#define LISTEN_URL_SIZE 96

/*
 * Fills sockets with count listening sockets on address ("127.0.0.1:8080", "[::1]:0"; port 0 picks a free
 * one) and ret_url with "http://..." as it became. WRONG_USE for an address that is none; FAILED when it is
 * taken. The caller closes the sockets.
 */
enum status listen_open(const char *address, int *sockets, size_t count, char ret_url[static LISTEN_URL_SIZE],
                        struct fault *fault) MUST_CHECK;
void listen_close(const int *sockets, size_t count);

#endif
