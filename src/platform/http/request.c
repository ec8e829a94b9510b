/* SPDX-License-Identifier: EUPL-1.2 */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>

#include "platform/http/http.h"

const char *http_header(const struct http_request *request, const char *name)
{
	return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, name);
}

const char *http_cookie(const struct http_request *request, const char *name)
{
	const char *at = http_header(request, MHD_HTTP_HEADER_COOKIE);
	size_t length = strlen(name);

	while (at != NULL && *at != '\0') {
		size_t size;

		at += strspn(at, "; \t");
		size = strcspn(at, ";");
		if (size > length && strncmp(at, name, length) == 0 && at[length] == '=')
			return arena_copy_part(request->arena, at + length + 1, size - length - 1);
		at += size;
	}
	return NULL;
}

bool http_is_foreign(const struct http_request *request)
{
	const char *origin = http_header(request, MHD_HTTP_HEADER_ORIGIN);
	const char *host = http_header(request, MHD_HTTP_HEADER_HOST);
	const char *slashes;

	if (origin == NULL)
		return false;
	slashes = strstr(origin, "://");
	return slashes == NULL || host == NULL || strcmp(slashes + 3, host) != 0;
}

void http_redirect(struct http_response *response, const char *location)
{
	response->status = MHD_HTTP_SEE_OTHER;
	response->location = location;
}

#define ADDRESS_SIZE INET6_ADDRSTRLEN

/* Of IPv6 the first 64 bits. */
static const char *network_of(const char *address, struct arena *arena)
{
	struct in6_addr six;

	if (inet_pton(AF_INET6, address, &six) != 1)
		return address;
	return arena_print(arena, "%02x%02x:%02x%02x:%02x%02x:%02x%02x", six.s6_addr[0], six.s6_addr[1],
	                   six.s6_addr[2], six.s6_addr[3], six.s6_addr[4], six.s6_addr[5], six.s6_addr[6],
	                   six.s6_addr[7]);
}

static const char *peer_of(const struct http_request *request, struct arena *arena)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *address = info == NULL ? NULL : info->client_addr;
	char *words = arena_take(arena, ADDRESS_SIZE);
	const void *bytes = NULL;

	words[0] = '\0';
	if (address != NULL && address->sa_family == AF_INET)
		bytes = &((const struct sockaddr_in *)(const void *)address)->sin_addr;
	if (address != NULL && address->sa_family == AF_INET6)
		bytes = &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr;
	if (bytes == NULL || inet_ntop(address->sa_family, bytes, words, ADDRESS_SIZE) == NULL)
		return "";
	return words;
}

const char *http_source(const struct http_request *request)
{
	const char *peer = peer_of(request, request->arena);
	const char *told = http_header(request, "X-Forwarded-For");
	const char *last = told == NULL ? NULL : strrchr(told, ',');

	if (told != NULL && (strncmp(peer, "127.", 4) == 0 || strcmp(peer, "::1") == 0)) {
		peer = last == NULL ? told : last + 1;
		peer += strspn(peer, " ");
	}
	return network_of(peer, request->arena);
}
