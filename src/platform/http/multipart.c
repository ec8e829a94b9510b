/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A delimiter begins with a carriage return and has no other, so what turned out not to be one can be told by
 * its length alone: nothing that came needs to be looked at again.
 */
#include "platform/http/multipart.h"

#include <string.h>
#include <strings.h>

#define FORM_TYPE "multipart/form-data"
#define DISPOSITION "content-disposition:"

/* RFC 2046, 5.1.1, without the blank. */
static bool is_boundary(const char *boundary, size_t length)
{
	static const char allowed[] =
		"'()+_,-./:=?0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	return length > 0 && length <= MULTIPART_BOUNDARY_MAX && strspn(boundary, allowed) >= length;
}

/* The value of the parameter of that name behind the semicolons of a header: in quotes, or a bare word. */
static bool find_parameter(const char *header, const char *name, const char **ret_value, size_t *ret_length)
{
	size_t length = strlen(name);

	for (const char *at = strchr(header, ';'); at != NULL;) {
		bool is_it, is_quoted;

		at += 1 + strspn(at + 1, " \t");
		is_it = strncasecmp(at, name, length) == 0 && at[length] == '=';
		at += strcspn(at, "=;");
		if (*at != '=') {
			at = *at == ';' ? at : NULL;
			continue;
		}
		at++;
		is_quoted = *at == '"';
		at += is_quoted ? 1 : 0;
		*ret_value = at;
		*ret_length = strcspn(at, is_quoted ? "\"" : "; \t");
		at += *ret_length;
		if (is_quoted && *at != '"')
			return false;
		if (is_it)
			return true;
		at = strchr(at, ';');
	}
	return false;
}

bool multipart_begin(struct multipart *multipart, const char *type, const struct multipart_sink *sink)
{
	size_t length = strlen(FORM_TYPE), size = 0;
	const char *boundary = NULL;

	*multipart = (struct multipart){ .sink = *sink, .stage = MULTIPART_BROKEN };
	if (type == NULL || strncasecmp(type, FORM_TYPE, length) != 0 ||
	    strchr("; \t", type[length]) == NULL || !find_parameter(type, "boundary", &boundary, &size) ||
	    !is_boundary(boundary, size))
		return false;
	memcpy(multipart->delimiter, "\r\n--", 4);
	memcpy(multipart->delimiter + 4, boundary, size);
	multipart->delimiter_length = 4 + size;
	multipart->matched = 2; /* the first one stands at the very beginning, without a new line before it */
	multipart->stage = MULTIPART_CONTENT;
	return true;
}

/* --- what stands above a content --- */

static bool has_control(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7F)
			return true;
	return false;
}

/* Ends the value where it ends; browsers write a quote in a name as %22, so there is none inside. */
static char *cut(char *headers, const char *value, size_t length)
{
	char *at = headers + (value - headers);

	at[length] = '\0';
	return at;
}

/* The part's name and the name of its file from the one line that has them. */
static bool begin_part(struct multipart *multipart, char *line)
{
	const char *name = NULL, *file_name = NULL;
	size_t name_length = 0, file_length = 0;
	bool is_file = find_parameter(line, "filename", &file_name, &file_length);

	if (has_control(line) || !find_parameter(line, "name", &name, &name_length) || name_length == 0)
		return false;
	name = cut(line, name, name_length);
	if (is_file)
		file_name = cut(line, file_name, file_length);
	return multipart->sink.begin(multipart->sink.context, name, is_file ? file_name : NULL);
}

/* The lines above a content have come in whole. */
static bool read_headers(struct multipart *multipart)
{
	char *line = multipart->headers;

	if (strlen(line) != multipart->headers_length)
		return false;
	while (*line != '\0') {
		char *end = strstr(line, "\r\n");
		size_t length = strlen(DISPOSITION);

		if (end == NULL)
			return false;
		*end = '\0';
		if (strncasecmp(line, DISPOSITION, length) == 0)
			return begin_part(multipart, line + length);
		line = end + 2;
	}
	return false;
}

static void take_header(struct multipart *multipart, char byte)
{
	char *headers = multipart->headers;
	size_t length;

	if (multipart->headers_length + 1 >= sizeof(multipart->headers)) {
		multipart->stage = MULTIPART_BROKEN;
		return;
	}
	headers[multipart->headers_length++] = byte;
	headers[multipart->headers_length] = '\0';
	length = multipart->headers_length;
	if (length == 2 && memcmp(headers, "\r\n", 2) == 0)
		multipart->stage = MULTIPART_BROKEN; /* a part without a line says not what it is */
	if (length < 4 || memcmp(headers + length - 4, "\r\n\r\n", 4) != 0)
		return;
	multipart->headers_length -= 2; /* the empty line */
	headers[multipart->headers_length] = '\0';
	multipart->stage = read_headers(multipart) ? MULTIPART_CONTENT : MULTIPART_BROKEN;
	multipart->is_inside = true;
	multipart->matched = 0;
}

/* --- contents --- */

static bool pass_on(struct multipart *multipart, const char *bytes, size_t length)
{
	if (length == 0)
		return true;
	return multipart->is_inside && multipart->sink.content(multipart->sink.context, bytes, length);
}

static void end_part(struct multipart *multipart)
{
	bool goes_on = !multipart->is_inside || multipart->sink.end(multipart->sink.context);

	multipart->is_inside = false;
	multipart->headers_length = 0;
	multipart->stage = goes_on ? MULTIPART_BOUNDARY : MULTIPART_BROKEN;
}

/* Takes a part of a content; how much of the bytes that was. */
static size_t take_content(struct multipart *multipart, const char *bytes, size_t length)
{
	const char *start = bytes;
	size_t size = length;

	if (multipart->matched == 0) { /* nothing of a delimiter yet: up to where one may begin */
		start = memchr(bytes, '\r', length);
		size = start == NULL ? length : (size_t)(start - bytes);
		if (!pass_on(multipart, bytes, size))
			multipart->stage = MULTIPART_BROKEN;
		multipart->matched = start == NULL ? 0 : 1;
		return start == NULL ? length : size + 1;
	}
	if (bytes[0] != multipart->delimiter[multipart->matched]) {
		size = multipart->matched;
		multipart->matched = 0;
		if (!pass_on(multipart, multipart->delimiter, size))
			multipart->stage = MULTIPART_BROKEN;
		return 0;
	}
	if (++multipart->matched == multipart->delimiter_length)
		end_part(multipart);
	return 1;
}

static void take_boundary(struct multipart *multipart, char byte)
{
	multipart->headers[multipart->headers_length++] = byte;
	if (multipart->headers_length < 2)
		return;
	if (memcmp(multipart->headers, "--", 2) == 0)
		multipart->stage = MULTIPART_WHOLE;
	else
		multipart->stage =
			memcmp(multipart->headers, "\r\n", 2) == 0 ? MULTIPART_HEADERS : MULTIPART_BROKEN;
	multipart->headers_length = 0;
}

bool multipart_take(struct multipart *multipart, const char *bytes, size_t length)
{
	size_t at = 0;

	while (at < length && multipart->stage < MULTIPART_WHOLE) {
		if (multipart->stage == MULTIPART_CONTENT) {
			at += take_content(multipart, bytes + at, length - at);
			continue;
		}
		if (multipart->stage == MULTIPART_HEADERS)
			take_header(multipart, bytes[at]);
		else
			take_boundary(multipart, bytes[at]);
		at++;
	}
	return multipart->stage != MULTIPART_BROKEN;
}

bool multipart_is_whole(const struct multipart *multipart)
{
	return multipart->stage == MULTIPART_WHOLE;
}
