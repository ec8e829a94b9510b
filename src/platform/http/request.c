/* SPDX-License-Identifier: EUPL-1.2 */
#include <microhttpd.h>
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
