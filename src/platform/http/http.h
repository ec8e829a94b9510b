/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The web server: processes that share a port, each with one event loop and no threads.
 *
 * A request passes, in this order: the guard (400), the routes (404, 405), admit, the content type (415) and
 * length (413), then its body is read, a form is decoded (400; a file in it goes to disk as it comes),
 * accept, handle, and, where the answer waits for it, flush (503). Whoever answers first ends it. Every
 * answer carries the security headers.
 */
#ifndef PLATFORM_HTTP_HTTP_H
#define PLATFORM_HTTP_HTTP_H

#include "platform/base/embedded.h"
#include "platform/base/fault.h"
#include "platform/base/text.h"
#include "platform/record/pairs.h"

enum http_method { HTTP_GET, HTTP_POST }; /* HEAD is served as GET, without the body */

enum http_flag {
	HTTP_OPEN = 1,   /* needs no login; for the site's admit */
	HTTP_JSON = 2,   /* the body is application/json and no form */
	HTTP_UPLOAD = 4, /* the form may have a file in it: multipart/form-data */
};

#define HTTP_UPLOAD_MAX_BYTES ((size_t)25 * 1024 * 1024) /* of the file */

/* The file of a form, whole on disk while the request lasts; nothing waited for that disk yet. */
struct http_upload {
	const char *field; /* of the form */
	const char *name;  /* as the browser sent it: trust nothing in it */
	const char *path;
	int64_t bytes;
	char digest[65]; /* SHA-256, as hexadecimal digits */
	bool is_lost;    /* the disk did not take it */
	bool is_taken;   /* for the handler: it has been given another name, and stays */
};

/* Lives until the answer has been sent, and so does all that it points at. */
struct http_request {
	enum http_method method;
	const char *path;   /* as it came: still percent-encoded, without the query */
	struct pairs parts; /* what the path has in the places that the route calls {name} */
	struct pairs query;
	struct pairs form; /* of a POST to a route that is not HTTP_JSON; without the file */
	const char *body;  /* "" of an HTTP_UPLOAD; ends with a NUL that body_length does not count */
	size_t body_length;
	struct http_upload *upload; /* NULL where no file was chosen */
	struct arena *arena;        /* at most 64 MiB */
	void *visitor;              /* the site's own: who admit found this to be */
	void *connection;           /* the library's */
};

/* The value of the header or cookie of that name, or NULL; of several, the first. */
const char *http_header(const struct http_request *request, const char *name);
const char *http_cookie(const struct http_request *request, const char *name);
/*
 * The network that a request came from, in arena: the address of who connects, or behind a server on this
 * same machine the last one of its X-Forwarded-For; of IPv6 the first half, which is one household's.
 */
const char *http_source(const struct http_request *request);
/* Whether a page of another site sent this: an Origin that is not the request's own Host. */
bool http_is_foreign(const struct http_request *request);

/* Comes to a handler as 200, text/html in UTF-8, with an empty body of at most 32 MiB. */
struct http_response {
	int status;
	const char *type;
	struct text body;
	const struct embedded_file *file; /* sent instead of body, without a copy */
	const char *stored_path; /* so is this file on disk, of whatever is in it: nothing in it may run */
	const char *location;
	const char *set_cookie; /* the whole value */
	const char *file_name;  /* the body is a file to keep, under this name */
	bool may_cache;         /* the name changes with the content: browsers may keep it for a year */
	bool waits_for_flush;   /* may not be sent before flush has returned OK */
};

/* Answers 303: look there. */
void http_redirect(struct http_response *response, const char *location);

struct http_route {
	enum http_method method;
	const char *path; /* "/clients/{person}/orders"; a place stands for one part, never an empty one */
	int permission;   /* the site's own */
	unsigned flags;
	size_t body_max_bytes; /* 0 is 1 MiB, or what an upload may be; a GET has no body */
	void (*handle)(struct http_request *request, struct http_response *response, void *context);
};

/* A process that runs beside the web processes, such as one for jobs; SIGTERM ends it. */
struct http_worker {
	const char *name;
	enum status (*work)(void *context, struct fault *fault);
};

/* What is served. Every function is given context; each process has its own copy of what that points at. */
struct http_site {
	const struct http_route *routes; /* literal parts go before places; two equal rows are a bug */
	size_t routes_count;
	const struct http_worker *workers;
	size_t workers_count;
	void *context;
	/* Called in each web process before its first request and after its last: the database connection. */
	enum status (*start)(void *context, struct fault *fault);
	void (*stop)(void *context);
	/* Sees the headers before the body is read: session, permission, origin. False: it has answered. */
	bool (*admit)(struct http_request *request, const struct http_route *route,
	              struct http_response *response, void *context);
	/* Sees a form before its handler does: the token. False: it has answered. */
	bool (*accept)(struct http_request *request, const struct http_route *route,
	               struct http_response *response, void *context);
	/* Where the file of an HTTP_UPLOAD waits until its handler has taken it; called after start. */
	const char *(*upload_folder)(void *context);
	/* Fills the page for an error that the server found; route is NULL, and no visitor known, before
	 * admit. */
	void (*refuse)(struct http_request *request, const struct http_route *route, int status,
	               struct http_response *response, void *context);
	/* Called once after each turn of the loop in which requests came by. */
	enum status (*flush)(void *context, struct fault *fault);
};

/*
 * Serves on address ("127.0.0.1:8080", "[::1]:8080"; port 0 picks a free one) until SIGTERM or SIGINT and
 * prints "listening on http://..." to stderr once all processes are ready. A process that dies is replaced.
 * WRONG_USE for an address that is none and for more than 64 processes; FAILED when the address is taken or a
 * first start fails. Returns in the parent alone.
 */
enum status http_serve(const struct http_site *site, const char *address, unsigned processes,
                       struct fault *fault) MUST_CHECK;

#endif
