/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/guard.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

struct headers {
	int hosts, lengths, encodings;
	bool is_chunked;
	bool is_malformed;
};

/* RFC 9110, 5.6.2: a name is a token, so no blank stands before the colon and no line was folded into it. */
static bool is_token(const char *name)
{
	static const char token[] =
		"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	return name[0] != '\0' && name[strspn(name, token)] == '\0';
}

/* RFC 9112, 5.2: a line that was folded is refused. The library appends such a line to the name and leaves
   the value where it was, so the value no longer stands behind the name, the colon and blanks. */
static bool is_folded(const char *name, const char *value)
{
	const char *colon = name + strlen(name);

	return (uintptr_t)value <= (uintptr_t)colon || colon + 1 + strspn(colon + 1, " \t") != value;
}

static bool has_control(const char *value)
{
	for (; *value != '\0'; value++)
		if (((unsigned char)*value < 0x20 && *value != '\t') || *value == 0x7F)
			return true;
	return false;
}

/* RFC 9110, 7.2: a host and perhaps a port, and nothing that could be a path or a user. */
static bool is_host(const char *value)
{
	static const char host[] = "-._:[]0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	return value[0] != '\0' && value[strspn(value, host)] == '\0';
}

static enum MHD_Result look_at(void *context, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct headers *headers = context;

	(void)kind;
	headers->is_malformed |= value == NULL || !is_token(name) || is_folded(name, value);
	value = value == NULL ? "" : value;
	headers->is_malformed |= has_control(value);
	if (strcasecmp(name, "Host") == 0) {
		headers->hosts++;
		headers->is_malformed |= !is_host(value);
	} else if (strcasecmp(name, "Content-Length") == 0) {
		headers->lengths++;
	} else if (strcasecmp(name, "Transfer-Encoding") == 0) {
		headers->encodings++;
		headers->is_chunked = strcasecmp(value, "chunked") == 0;
	}
	return MHD_YES;
}

/* A path from the root, and in it and the query nothing but visible ASCII. */
static bool is_target(const char *target)
{
	if (target[0] != '/')
		return false;
	for (; *target != '\0'; target++)
		if (*target <= ' ' || *target >= 0x7F || *target == '#')
			return false;
	return true;
}

bool guard_accepts(struct MHD_Connection *connection, const char *target, const char *version)
{
	bool is_old = strcmp(version, MHD_HTTP_VERSION_1_0) == 0;
	struct headers headers = { 0 };

	(void)MHD_get_connection_values(connection, MHD_HEADER_KIND, look_at, &headers);
	if (headers.is_malformed || !is_target(target))
		return false;
	if (headers.hosts > 1 || (headers.hosts == 0 && !is_old))
		return false;
	if (headers.lengths + headers.encodings > 1)
		return false;
	return headers.encodings == 0 || (headers.is_chunked && !is_old);
}
