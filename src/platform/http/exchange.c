/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/exchange.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "platform/base/clock.h"
#include "platform/http/answer.h"
#include "platform/http/guard.h"
#include "platform/http/upload.h"

#define ARENA_BYTES ((size_t)64 * 1024 * 1024)
#define ANSWER_BYTES ((size_t)32 * 1024 * 1024)
#define BODY_BYTES ((size_t)1024 * 1024)
#define UPLOAD_BYTES (HTTP_UPLOAD_MAX_BYTES + (size_t)96 * 1024) /* with the other fields */
#define PASSED_OVER_MAX ((size_t)32 * 1024 * 1024) /* of a chunked body that has become too long */
#define KEPT_BYTES ((size_t)128 * 1024) /* a buffer larger than this is not kept for the next request */
#define SPARE_MAX 64

enum stage {
	HEADERS,  /* nothing was looked at yet */
	BODY,     /* admitted; the body comes in */
	TOO_LONG, /* the body is passed over; 413 follows */
	BROKEN,   /* so it is; 400 follows */
	ANSWERED, /* the response stands; what still comes of the body is passed over */
	WAITING,  /* as ANSWERED, but it may not be sent before the flush */
};

struct exchange {
	struct exchange *next;
	struct exchanges *exchanges;
	const struct http_route *route;
	const char *allow; /* the methods that the path has, beside a 405 */
	struct http_request request;
	struct http_response response;
	struct text body;
	struct upload *upload; /* of a form with a file in it, which goes there instead of to body */
	size_t upload_bytes;
	size_t passed_over_bytes;
	enum stage stage;
	bool is_early; /* the answer goes before the body; the connection closes */
};

static struct exchange *take(struct exchanges *exchanges)
{
	struct exchange *exchange = exchanges->spare;

	exchanges->active_count++;
	if (exchange != NULL) {
		exchanges->spare = exchange->next;
		exchanges->spare_count--;
		return exchange;
	}
	exchange = malloc(sizeof(*exchange));
	if (exchange == NULL)
		abort();
	*exchange = (struct exchange){ .request.arena = arena_new(ARENA_BYTES) };
	exchange->response.body = text_new(ANSWER_BYTES);
	return exchange;
}

static struct text emptied(struct text text, size_t max_bytes)
{
	if (text.size_bytes > KEPT_BYTES)
		text_done(&text);
	text_clear(&text);
	text.max_bytes = max_bytes;
	return text;
}

void *exchange_begin(void *context, const char *target, struct MHD_Connection *connection)
{
	struct exchanges *exchanges = context;
	struct exchange *exchange = take(exchanges);
	struct arena *arena = exchange->request.arena;

	*exchange = (struct exchange){
		.exchanges = exchanges,
		.request = { .path = arena_copy(arena, target == NULL ? "" : target),
		             .arena = arena,
		             .connection = connection },
		.response = { .status = MHD_HTTP_OK,
		              .type = "text/html; charset=utf-8",
		              .body = emptied(exchange->response.body, ANSWER_BYTES) },
		.body = emptied(exchange->body, BODY_BYTES),
	};
	return exchange;
}

static void release(struct exchange *exchange)
{
	arena_free(exchange->request.arena);
	text_done(&exchange->response.body);
	text_done(&exchange->body);
	free(exchange);
}

/* What nobody took of it goes. */
static void end_upload(struct exchange *exchange)
{
	upload_done(exchange->upload);
	exchange->upload = NULL;
}

/* For one whose connection ended before the flush. */
static void stop_waiting(struct exchange *exchange)
{
	struct exchange **at = &exchange->exchanges->waiting;

	while (*at != exchange)
		at = &(*at)->next;
	*at = exchange->next;
}

void exchange_end(void *context, struct MHD_Connection *connection, void **pointer,
                  enum MHD_RequestTerminationCode how)
{
	struct exchanges *exchanges = context;
	struct exchange *exchange = *pointer;

	(void)connection;
	(void)how;
	if (exchange == NULL)
		return;
	*pointer = NULL;
	end_upload(exchange);
	if (exchange->stage == WAITING)
		stop_waiting(exchange);
	exchanges->active_count--;
	if (exchanges->spare_count == SPARE_MAX) {
		release(exchange);
		return;
	}
	arena_clear(exchange->request.arena);
	exchange->next = exchanges->spare;
	exchanges->spare = exchange;
	exchanges->spare_count++;
}

void exchanges_done(struct exchanges *exchanges)
{
	assert(exchanges->active_count == 0);
	while (exchanges->spare != NULL) {
		struct exchange *exchange = exchanges->spare;

		exchanges->spare = exchange->next;
		release(exchange);
	}
	drain_done(&exchanges->drain);
}

/* Replaces whatever the response was by the page for an error. */
static void refuse(struct exchange *exchange, int status)
{
	const struct http_site *site = exchange->exchanges->site;

	exchange->response = (struct http_response){ .status = status,
		                                     .type = "text/html; charset=utf-8",
		                                     .body = emptied(exchange->response.body, ANSWER_BYTES) };
	site->refuse(&exchange->request, exchange->route, status, &exchange->response, site->context);
}

static enum MHD_Result queue(struct exchange *exchange)
{
	struct MHD_Connection *connection = exchange->request.connection;
	struct MHD_Response *answer = answer_new(&exchange->response, exchange->allow);
	enum MHD_Result result;

	if (answer == NULL || exchange->response.body.is_full) {
		if (answer != NULL)
			MHD_destroy_response(answer);
		refuse(exchange, MHD_HTTP_INTERNAL_SERVER_ERROR);
		answer = answer_new(&exchange->response, NULL);
		if (answer == NULL)
			return MHD_NO;
	}
	if (exchange->is_early)
		drain_add(&exchange->exchanges->drain,
		          MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd,
		          clock_running_ms());
	result = MHD_queue_response(connection, (unsigned)exchange->response.status, answer);
	MHD_destroy_response(answer);
	return result;
}

/* Sends the response, or sets it aside until the flush; the library asks for it again in its next turn. */
static enum MHD_Result answer(struct exchange *exchange)
{
	struct exchanges *exchanges = exchange->exchanges;

	if (exchange->stage == WAITING)
		return MHD_YES;
	exchange->stage = ANSWERED;
	if (!exchange->response.waits_for_flush)
		return queue(exchange);
	exchange->stage = WAITING;
	exchange->is_early = false;
	exchange->next = exchanges->waiting;
	exchanges->waiting = exchange;
	return MHD_YES;
}

bool exchanges_flush(struct exchanges *exchanges)
{
	struct exchange *exchange = exchanges->waiting;
	struct fault fault = { .words = "" };
	bool any_waits = exchange != NULL;
	enum status status;

	if (!exchanges->is_stirred)
		return false;
	exchanges->is_stirred = false;
	status = exchanges->site->flush(exchanges->site->context, &fault);
	if (status)
		(void)fprintf(stderr, "%s\n", fault.words);
	exchanges->waiting = NULL;
	for (; exchange != NULL; exchange = exchange->next) {
		if (status)
			refuse(exchange, MHD_HTTP_SERVICE_UNAVAILABLE);
		exchange->response.waits_for_flush = false;
		exchange->stage = ANSWERED;
	}
	return any_waits;
}

/* Cuts the query off the target and decodes it. */
static bool read_query(struct http_request *request)
{
	size_t length = strcspn(request->path, "?");
	const char *query = request->path[length] == '?' ? request->path + length + 1 : "";

	if (!pairs_decode(query, strlen(query), request->arena, &request->query))
		return false;
	request->path = arena_copy_part(request->arena, request->path, length);
	return true;
}

/* Whether type is name, perhaps with parameters behind it. */
static bool is_type(const char *type, const char *name)
{
	size_t length = strlen(name);

	return type != NULL && strncasecmp(type, name, length) == 0 && strchr("; \t", type[length]) != NULL;
}

/* The bytes that the body is announced to have; SIZE_MAX when it comes in chunks. */
static size_t announced_bytes(const struct http_request *request)
{
	const char *length = http_header(request, MHD_HTTP_HEADER_CONTENT_LENGTH);

	if (http_header(request, MHD_HTTP_HEADER_TRANSFER_ENCODING) != NULL)
		return SIZE_MAX;
	return length == NULL ? 0 : strtoull(length, NULL, 10);
}

static size_t body_max_bytes(const struct http_route *route)
{
	if (route->method == HTTP_GET)
		return 0;
	if (route->body_max_bytes != 0)
		return route->body_max_bytes;
	return (route->flags & HTTP_UPLOAD) != 0 ? UPLOAD_BYTES : BODY_BYTES;
}

/* Whether the body has the type that the route takes; a form that is empty needs none. */
static bool is_right_type(struct exchange *exchange, size_t announced)
{
	const struct http_request *request = &exchange->request;
	const struct http_site *site = exchange->exchanges->site;
	const char *type = http_header(request, MHD_HTTP_HEADER_CONTENT_TYPE);
	unsigned flags = exchange->route->flags;

	if (request->method != HTTP_POST)
		return true;
	if ((flags & HTTP_JSON) != 0)
		return is_type(type, "application/json");
	if ((flags & HTTP_UPLOAD) == 0)
		return announced == 0 || is_type(type, MHD_HTTP_POST_ENCODING_FORM_URLENCODED);
	exchange->upload = upload_begin(type, site->upload_folder(site->context), request->arena);
	return exchange->upload != NULL;
}

/* What the server itself has against the type and length of the body: 415, 413, or 200. */
static int judge_body(struct exchange *exchange, size_t announced)
{
	exchange->body.max_bytes = body_max_bytes(exchange->route);
	if (!is_right_type(exchange, announced))
		return MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
	if (announced != SIZE_MAX && announced > exchange->body.max_bytes)
		return MHD_HTTP_CONTENT_TOO_LARGE;
	return MHD_HTTP_OK;
}

/* Guard and route: 200, 400, 404 or 405. */
static int find_route(struct exchange *exchange, const char *method, const char *version)
{
	struct http_request *request = &exchange->request;
	bool is_post = strcmp(method, MHD_HTTP_METHOD_POST) == 0;
	bool is_get = strcmp(method, MHD_HTTP_METHOD_GET) == 0 || strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
	struct route_found found;

	request->method = is_post ? HTTP_POST : HTTP_GET;
	if (!guard_accepts(request->connection, request->path, version)) {
		exchange->is_early = true;
		return MHD_HTTP_BAD_REQUEST;
	}
	if (!read_query(request))
		return MHD_HTTP_BAD_REQUEST;
	found = routes_find(exchange->exchanges->routes, is_post || is_get ? &request->method : NULL,
	                    request->path, request->arena);
	exchange->route = found.route;
	exchange->allow = found.allow;
	request->parts = found.parts;
	return found.status;
}

/* Guard, route, admit, type and length. False: the response stands. */
static bool admit(struct exchange *exchange, const char *method, const char *version)
{
	const struct http_site *site = exchange->exchanges->site;
	size_t announced = announced_bytes(&exchange->request);
	int status;

	exchange->is_early = announced > 0;
	status = find_route(exchange, method, version);
	if (status == MHD_HTTP_OK) {
		if (!site->admit(&exchange->request, exchange->route, &exchange->response, site->context))
			return false;
		status = judge_body(exchange, announced);
	}
	if (status == MHD_HTTP_OK)
		return true;
	refuse(exchange, status);
	return false;
}

static void take_upload(struct exchange *exchange, const char *bytes, size_t length)
{
	exchange->upload_bytes += length;
	if (exchange->upload_bytes > exchange->body.max_bytes)
		exchange->stage = TOO_LONG;
	else if (!upload_take(exchange->upload, bytes, length))
		exchange->stage = BROKEN;
}

/* Takes what came of the body. A body without announced length may turn out too long on the way. */
static enum MHD_Result take_body(struct exchange *exchange, const char *bytes, size_t *length)
{
	if (exchange->stage == BODY && exchange->upload != NULL)
		take_upload(exchange, bytes, *length);
	else if (exchange->stage == BODY)
		text_add_part(&exchange->body, bytes, *length);
	else
		exchange->passed_over_bytes += *length;
	if (exchange->body.is_full)
		exchange->stage = TOO_LONG;
	*length = 0;
	return exchange->passed_over_bytes > PASSED_OVER_MAX ? MHD_NO : MHD_YES;
}

/* Makes the form of a body that came in whole. */
static bool read_form(struct exchange *exchange)
{
	struct http_request *request = &exchange->request;

	if (exchange->upload != NULL)
		return exchange->stage != BROKEN && upload_end(exchange->upload, request);
	return pairs_decode(request->body, request->body_length, request->arena, &request->form);
}

static enum MHD_Result handle(struct exchange *exchange)
{
	const struct http_site *site = exchange->exchanges->site;
	struct http_request *request = &exchange->request;
	bool is_form = request->method == HTTP_POST && (exchange->route->flags & HTTP_JSON) == 0;

	exchange->is_early = false;
	request->body = text_words(&exchange->body);
	request->body_length = exchange->body.length;
	if (exchange->stage == TOO_LONG)
		refuse(exchange, MHD_HTTP_CONTENT_TOO_LARGE);
	else if (is_form && !read_form(exchange))
		refuse(exchange, MHD_HTTP_BAD_REQUEST);
	else if (!is_form || site->accept(request, exchange->route, &exchange->response, site->context))
		exchange->route->handle(request, &exchange->response, site->context);
	end_upload(exchange); /* before the answer, so that the next request has the room */
	return answer(exchange);
}

enum MHD_Result exchange_advance(void *context, struct MHD_Connection *connection, const char *url,
                                 const char *method, const char *version, const char *bytes, size_t *length,
                                 void **pointer)
{
	struct exchanges *exchanges = context;
	struct exchange *exchange = *pointer;

	(void)connection;
	(void)url;
	exchanges->is_stirred = true;
	if (exchange->stage == HEADERS) {
		exchange->stage = BODY;
		if (admit(exchange, method, version))
			return MHD_YES;
		exchange->stage = ANSWERED;
		/* An answer to the first call closes the connection. */
		return exchange->is_early ? answer(exchange) : MHD_YES;
	}
	if (*length > 0)
		return take_body(exchange, bytes, length);
	return exchange->stage >= ANSWERED ? answer(exchange) : handle(exchange);
}
