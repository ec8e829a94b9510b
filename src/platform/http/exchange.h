/* SPDX-License-Identifier: EUPL-1.2 */
/* One request and its answer, from the first line of headers to the last byte sent. */
#ifndef PLATFORM_HTTP_EXCHANGE_H
#define PLATFORM_HTTP_EXCHANGE_H

#include <microhttpd.h>

#include "platform/http/drain.h"
#include "platform/http/http.h"
#include "platform/http/route.h"

struct exchange;

/* What the exchanges of one process share. */
struct exchanges {
	const struct http_site *site;
	struct routes *routes;
	struct exchange *spare;   /* ended, kept with their memory for the next requests */
	struct exchange *waiting; /* for the flush, newest first */
	size_t spare_count;
	size_t active_count;
	bool is_stirred; /* a request came by since the last flush */
	struct drain drain;
};

/* The library's callbacks; context is the struct exchanges. */
void *exchange_begin(void *context, const char *target, struct MHD_Connection *connection);
enum MHD_Result exchange_advance(void *context, struct MHD_Connection *connection, const char *url,
                                 const char *method, const char *version, const char *bytes, size_t *length,
                                 void **exchange);
void exchange_end(void *context, struct MHD_Connection *connection, void **exchange,
                  enum MHD_RequestTerminationCode how);

/* Flushes once for all that came by, so that the next turn sends those that wait. Whether there were any. */
bool exchanges_flush(struct exchanges *exchanges);
/* Frees what is kept; none may be active. */
void exchanges_done(struct exchanges *exchanges);

#endif
