/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/answer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define POLICY "Content-Security-Policy"
#define POLICY_OF_PAGES                                                                                      \
	"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "         \
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'"
#define POLICY_OF_FILES "default-src 'none'; frame-ancestors 'none'; sandbox" /* of what others brought */

static const struct {
	const char *name, *value;
} security[] = {
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
};

static void body_of(const struct http_response *response, const void **ret_bytes, size_t *ret_length)
{
	if (response->file != NULL) {
		*ret_bytes = response->file->bytes;
		*ret_length = response->file->size;
	} else {
		*ret_bytes = text_words(&response->body);
		*ret_length = response->body.length;
	}
}

/* True too when there is nothing to add. */
static bool add(struct MHD_Response *answer, const char *name, const char *value)
{
	return value == NULL || MHD_add_response_header(answer, name, value) == MHD_YES;
}

/* RFC 6266: a plain name for old programs, the real one percent-encoded (RFC 8187) for all others. */
static bool add_file_name(struct MHD_Response *answer, const char *name)
{
	static const char plain[] = "-._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	CLEANUP(text_done) struct text value = text_new(2048);

	if (name == NULL)
		return true;
	text_add(&value, "attachment; filename=\"");
	for (const char *at = name; *at != '\0'; at++)
		text_add_char(&value, strchr(plain, *at) == NULL ? '_' : *at);
	text_add(&value, "\"; filename*=UTF-8''");
	for (const char *at = name; *at != '\0'; at++)
		if (strchr(plain, *at) == NULL)
			text_print(&value, "%%%02X", (unsigned)(unsigned char)*at);
		else
			text_add_char(&value, *at);
	return !value.is_full && add(answer, MHD_HTTP_HEADER_CONTENT_DISPOSITION, text_words(&value));
}

/* The library sends the file piece by piece, and closes it. */
static struct MHD_Response *from_disk(const char *path)
{
	int handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct MHD_Response *answer = NULL;
	struct stat about;

	if (handle >= 0 && fstat(handle, &about) == 0 && S_ISREG(about.st_mode))
		answer = MHD_create_response_from_fd64((uint64_t)about.st_size, handle);
	if (answer == NULL)
		(void)fprintf(stderr, "cannot read %s: %s\n", path, strerror(errno));
	if (answer == NULL && handle >= 0)
		(void)close(handle);
	return answer;
}

static struct MHD_Response *from_memory(const struct http_response *response)
{
	const void *bytes;
	size_t length;

	body_of(response, &bytes, &length);
	/* The library only reads a persistent buffer. */
	return MHD_create_response_from_buffer(length, (void *)(uintptr_t)bytes, MHD_RESPMEM_PERSISTENT);
}

struct MHD_Response *answer_new(const struct http_response *response, const char *allow)
{
	const char *cache = response->may_cache ? "public, max-age=31536000, immutable" : "no-store";
	bool is_stored = response->stored_path != NULL;
	struct MHD_Response *answer = is_stored ? from_disk(response->stored_path) : from_memory(response);
	bool fits;

	if (answer == NULL)
		return NULL;
	fits = add(answer, MHD_HTTP_HEADER_CONTENT_TYPE, response->type) &&
	       add(answer, MHD_HTTP_HEADER_LOCATION, response->location) &&
	       add(answer, MHD_HTTP_HEADER_SET_COOKIE, response->set_cookie) &&
	       add(answer, MHD_HTTP_HEADER_CACHE_CONTROL, cache) &&
	       add(answer, MHD_HTTP_HEADER_ALLOW, allow) && add_file_name(answer, response->file_name) &&
	       add(answer, POLICY, is_stored ? POLICY_OF_FILES : POLICY_OF_PAGES);
	for (size_t i = 0; i < COUNT(security); i++)
		fits = fits && add(answer, security[i].name, security[i].value);
	if (fits)
		return answer;
	MHD_destroy_response(answer);
	return NULL;
}
