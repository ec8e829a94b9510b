/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/answer.h"

#include <string.h>

static const struct {
	const char *name, *value;
} security[] = {
	{ "Content-Security-Policy",
	  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
	  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'" },
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

struct MHD_Response *answer_new(const struct http_response *response, const char *allow)
{
	const char *cache = response->may_cache ? "public, max-age=31536000, immutable" : "no-store";
	struct MHD_Response *answer;
	const void *bytes;
	size_t length;
	bool fits;

	body_of(response, &bytes, &length);
	/* The library only reads a persistent buffer. */
	answer = MHD_create_response_from_buffer(length, (void *)(uintptr_t)bytes, MHD_RESPMEM_PERSISTENT);
	if (answer == NULL)
		return NULL;
	fits = add(answer, MHD_HTTP_HEADER_CONTENT_TYPE, response->type) &&
	       add(answer, MHD_HTTP_HEADER_LOCATION, response->location) &&
	       add(answer, MHD_HTTP_HEADER_SET_COOKIE, response->set_cookie) &&
	       add(answer, MHD_HTTP_HEADER_CACHE_CONTROL, cache) &&
	       add(answer, MHD_HTTP_HEADER_ALLOW, allow) && add_file_name(answer, response->file_name);
	for (size_t i = 0; i < COUNT(security); i++)
		fits = fits && add(answer, security[i].name, security[i].value);
	if (fits)
		return answer;
	MHD_destroy_response(answer);
	return NULL;
}
