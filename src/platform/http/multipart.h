/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Takes a form with a file in it apart as it comes in (multipart/form-data, RFC 7578). Of the contents
 * nothing is kept: they go to a sink in pieces as large as they came.
 */
#ifndef PLATFORM_HTTP_MULTIPART_H
#define PLATFORM_HTTP_MULTIPART_H

#include "platform/base/base.h"

#define MULTIPART_BOUNDARY_MAX 70    /* RFC 2046, 5.1.1 */
#define MULTIPART_HEADERS_BYTES 4096 /* of one part */

/* Where the parts go. A function that answers false ends the taking. */
struct multipart_sink {
	void *context;
	/* A part begins; file_name is NULL of one that is no file, and "" of a file that nobody chose. */
	bool (*begin)(void *context, const char *name, const char *file_name);
	bool (*content)(void *context, const char *bytes, size_t length);
	bool (*end)(void *context);
};

enum multipart_stage {
	MULTIPART_HEADERS,  /* the lines above a content */
	MULTIPART_CONTENT,  /* up to the next delimiter */
	MULTIPART_BOUNDARY, /* the two bytes behind a delimiter: a new line, or the dashes of the last one */
	MULTIPART_WHOLE,    /* what still comes is passed over */
	MULTIPART_BROKEN,
};

struct multipart {
	struct multipart_sink sink;
	enum multipart_stage stage;
	char delimiter[MULTIPART_BOUNDARY_MAX + 5]; /* a new line, two dashes, the boundary */
	size_t delimiter_length;
	size_t matched; /* so much of the delimiter came by last */
	bool is_inside; /* of a part: what comes before the first delimiter is of none */
	char headers[MULTIPART_HEADERS_BYTES];
	size_t headers_length;
};

/* Begins; type is the value of Content-Type. False when that is not multipart/form-data with a boundary. */
bool multipart_begin(struct multipart *multipart, const char *type, const struct multipart_sink *sink);
/* Takes what came. False, from then on, when it is malformed or the sink wants no more. */
bool multipart_take(struct multipart *multipart, const char *bytes, size_t length);
/* Whether the last delimiter came by. */
bool multipart_is_whole(const struct multipart *multipart);

#endif
