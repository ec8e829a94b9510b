/* SPDX-License-Identifier: EUPL-1.2 */
/* A real server with two processes on a free port, and clients that behave and misbehave. */
#include "platform/http/http.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/base/clock.h"

#define REPLY_SIZE 300000

/* --- the site --- */

struct context {
	int waiting;
	bool disk_is_full;
};

static enum status start(void *context, struct fault *fault)
{
	(void)context;
	(void)fault;
	return OK;
}

static void stop(void *context)
{
	(void)context;
}

static bool admit(struct http_request *request, const struct http_route *route, struct http_response *response,
                  void *context)
{
	const char *visitor = http_cookie(request, "session");

	(void)context;
	request->visitor = (void *)(uintptr_t)visitor;
	if (http_is_foreign(request)) {
		response->status = 403;
		text_add(&response->body, "foreign");
	} else if ((route->flags & HTTP_OPEN) == 0 && (visitor == NULL || strcmp(visitor, "jo") != 0)) {
		response->status = 401;
		text_add(&response->body, "who are you");
	}
	return response->status == 200;
}

static bool accept_form(struct http_request *request, const struct http_route *route, struct http_response *response,
                        void *context)
{
	const char *token = pairs_get(&request->form, "_token");

	(void)route;
	(void)context;
	if (token != NULL && strcmp(token, "t") == 0)
		return true;
	response->status = 403;
	text_add(&response->body, "no token");
	return false;
}

static void refuse(struct http_request *request, const struct http_route *route, int status,
                   struct http_response *response, void *context)
{
	(void)request;
	(void)route;
	(void)context;
	text_print(&response->body, "refused with %d", status);
}

static enum status flush(void *context, struct fault *fault)
{
	struct context *site = context;

	site->waiting = 0;
	if (!site->disk_is_full)
		return OK;
	site->disk_is_full = false;
	return fault_set(fault, FAILED, "(expected in this test) the disk is full");
}

static void show(struct http_request *request, struct http_response *response, void *context)
{
	const char *name = pairs_get(&request->parts, "name"), *word = pairs_get(&request->query, "word");

	(void)context;
	text_print(&response->body, "name=%s word=%s", name == NULL ? "-" : name, word == NULL ? "-" : word);
}

static void take_form(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	http_redirect(response, arena_print(request->arena, "/names/%s", pairs_get(&request->form, "name")));
	response->set_cookie = "session=jo; HttpOnly; SameSite=Lax; Path=/";
}

static void take_json(struct http_request *request, struct http_response *response, void *context)
{
	(void)context;
	response->status = 201;
	response->type = "application/json";
	text_add_part(&response->body, request->body, request->body_length);
}

static void show_logged(struct http_request *request, struct http_response *response, void *context)
{
	struct context *site = context;

	site->waiting++;
	site->disk_is_full = pairs_get(&request->query, "full") != NULL;
	text_print(&response->body, "logged");
	response->waits_for_flush = true;
}

static void show_much(struct http_request *request, struct http_response *response, void *context)
{
	(void)request;
	(void)context;
	for (int i = 0; i < 20000; i++)
		text_add(&response->body, "0123456789");
	response->file_name = "caf\xC3\xA9 \"1\".txt";
}

static const struct embedded_file style = { .name = "site.css", .bytes = (const unsigned char *)"a{}", .size = 3 };

static void show_style(struct http_request *request, struct http_response *response, void *context)
{
	(void)request;
	(void)context;
	response->type = "text/css";
	response->file = &style;
	response->may_cache = true;
}

static void show_bad_header(struct http_request *request, struct http_response *response, void *context)
{
	(void)request;
	(void)context;
	http_redirect(response, "/a\r\nSet-Cookie: session=jo");
}

static void crash(struct http_request *request, struct http_response *response, void *context)
{
	(void)request;
	(void)response;
	(void)context;
	(void)raise(SIGKILL);
}

static const struct http_route routes[] = {
	{ HTTP_GET, "/", .flags = HTTP_OPEN, .handle = show },
	{ HTTP_GET, "/names/{name}", .flags = HTTP_OPEN, .handle = show },
	{ HTTP_POST, "/names", .handle = take_form },
	{ HTTP_POST, "/api/names", .flags = HTTP_JSON, .handle = take_json },
	{ HTTP_POST, "/api/large", .flags = HTTP_JSON | HTTP_OPEN, .body_max_bytes = (size_t)4 << 20, .handle = take_json },
	{ HTTP_GET, "/logged", .flags = HTTP_OPEN, .handle = show_logged },
	{ HTTP_GET, "/much", .flags = HTTP_OPEN, .handle = show_much },
	{ HTTP_GET, "/style/{name}", .flags = HTTP_OPEN, .handle = show_style },
	{ HTTP_GET, "/bad-header", .flags = HTTP_OPEN, .handle = show_bad_header },
	{ HTTP_GET, "/crash", .flags = HTTP_OPEN, .handle = crash },
};

static enum status work(void *context, struct fault *fault)
{
	(void)context;
	(void)fault;
	(void)pause();
	return OK;
}

static const struct http_worker workers[] = { { .name = "work", .work = work } };

static int serve(void)
{
	struct context context = { 0 };
	const struct http_site site = { .routes = routes,
		                        .routes_count = COUNT(routes),
		                        .workers = workers,
		                        .workers_count = COUNT(workers),
		                        .context = &context,
		                        .start = start,
		                        .stop = stop,
		                        .admit = admit,
		                        .accept = accept_form,
		                        .refuse = refuse,
		                        .flush = flush };
	struct fault fault = { .words = "" };
	enum status status = http_serve(&site, "127.0.0.1:0", 2, &fault);

	(void)fputs(fault.words, stderr);
	return (int)status;
}

/* --- the clients --- */

struct test {
	pid_t server;
	int messages; /* what the server says on stderr */
	uint16_t port;
	char reply[REPLY_SIZE];
};

/* Waits for the line that names the port. */
static uint16_t read_port(int messages)
{
	char line[512];
	size_t length = 0;
	const char *colon;

	while (length < sizeof(line) - 1 && read(messages, line + length, 1) == 1 && line[length] != '\n')
		length++;
	line[length] = '\0';
	colon = strrchr(line, ':');
	assert_non_null(strstr(line, "listening on http://127.0.0.1:"));
	return (uint16_t)strtoul(colon == NULL ? "0" : colon + 1, NULL, 10);
}

static int set_up(void **state)
{
	struct test *test = test_calloc(1, sizeof(*test));
	int messages[2];

	assert_int_equal(pipe(messages), 0);
	test->server = fork();
	if (test->server == 0) {
		(void)dup2(messages[1], STDERR_FILENO);
		(void)close(messages[0]);
		exit(serve());
	}
	(void)close(messages[1]);
	test->messages = messages[0];
	test->port = read_port(messages[0]);
	*state = test;
	return 0;
}

static int tear_down(void **state)
{
	struct test *test = *state;
	int64_t before_ms = clock_running_ms();
	int how = -1;

	assert_int_equal(kill(test->server, SIGTERM), 0);
	assert_int_equal(waitpid(test->server, &how, 0), test->server);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 0);
	assert_true(clock_running_ms() - before_ms < 5000);
	(void)close(test->messages);
	test_free(test);
	return 0;
}

static int connected(const struct test *test)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(test->port) };
	struct timeval patience = { .tv_sec = 10 };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_true(fd >= 0);
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)), 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	return fd;
}

static void say_part(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);

		assert_true(sent > 0);
		bytes += sent;
		length -= (size_t)sent;
	}
}

static void say(int fd, const char *words)
{
	say_part(fd, words, strlen(words));
}

/* Reads until the server closes. */
static const char *hear(struct test *test, int fd)
{
	size_t length = 0;
	ssize_t more;

	while (length < REPLY_SIZE - 1 && (more = recv(fd, test->reply + length, REPLY_SIZE - 1 - length, 0)) > 0)
		length += (size_t)more;
	test->reply[length] = '\0';
	(void)close(fd);
	return test->reply;
}

static const char *ask(struct test *test, const char *words)
{
	int fd = connected(test);

	say(fd, words);
	return hear(test, fd);
}

/* A GET that closes. */
static const char *get(struct test *test, const char *path)
{
	int fd = connected(test);

	say(fd, "GET ");
	say(fd, path);
	say(fd, " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	return hear(test, fd);
}

static void assert_status(const char *reply, int status)
{
	char line[32];

	(void)snprintf(line, sizeof(line), "HTTP/1.1 %d ", status);
	if (strncmp(reply, line, strlen(line)) != 0)
		fail_msg("%d wanted in: %.200s", status, reply);
}

static void assert_has(const char *reply, const char *words)
{
	if (strstr(reply, words) == NULL)
		fail_msg("\"%s\" wanted in: %.2000s", words, reply);
}

static void assert_secure(const char *reply)
{
	assert_has(reply, "\r\nContent-Security-Policy: default-src 'none'; ");
	assert_has(reply, "\r\nX-Content-Type-Options: nosniff\r\n");
	assert_has(reply, "\r\nReferrer-Policy: same-origin\r\n");
	assert_has(reply, "\r\nCross-Origin-Opener-Policy: same-origin\r\n");
	assert_has(reply, "\r\nCross-Origin-Resource-Policy: same-origin\r\n");
	assert_has(reply, "\r\nPermissions-Policy: ");
	assert_has(reply, "\r\nCache-Control: no-store\r\n");
}

/* How often words occur. */
static size_t count(const char *reply, const char *words)
{
	size_t found = 0;

	while ((reply = strstr(reply, words)) != NULL) {
		reply += strlen(words);
		found++;
	}
	return found;
}

static void test_answers_pages(void **state)
{
	const char *reply = get(*state, "/");

	assert_status(reply, 200);
	assert_secure(reply);
	assert_has(reply, "\r\nContent-Type: text/html; charset=utf-8\r\n");
	assert_has(reply, "\r\n\r\nname=- word=-");
	assert_has(get(*state, "/names/J%C3%B6%20+%2F?word=a+b%26&x"), "\r\n\r\nname=J\xC3\xB6 +/ word=a b&");
}

static void test_head_has_no_body(void **state)
{
	const char *reply = ask(*state, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

	assert_status(reply, 200);
	assert_has(reply, "\r\nContent-Length: 13\r\n");
	assert_null(strstr(reply, "name="));
}

static void test_static_files_may_be_kept(void **state)
{
	const char *reply = get(*state, "/style/site.1.css");

	assert_has(reply, "\r\nCache-Control: public, max-age=31536000, immutable\r\n");
	assert_has(reply, "\r\nContent-Type: text/css\r\n");
	assert_has(reply, "\r\n\r\na{}");
}

static void test_files_have_a_name(void **state)
{
	const char *reply = get(*state, "/much");

	assert_has(reply, "filename=\"caf____1_.txt\"; filename*=UTF-8''caf%C3%A9%20%221%22.txt\r\n");
	assert_has(reply, "\r\nContent-Length: 200000\r\n");
	assert_int_equal(count(reply, "0123456789"), 20000);
}

static void test_headers_cannot_be_split(void **state)
{
	const char *reply = get(*state, "/bad-header");

	assert_status(reply, 500);
	assert_null(strstr(reply, "Set-Cookie"));
}

static void test_refuses_unknown_paths_and_methods(void **state)
{
	assert_status(get(*state, "/unknown"), 404);
	assert_status(get(*state, "/names/"), 404);
	assert_status(get(*state, "//"), 404);
	assert_status(get(*state, "/names/a/b"), 404);
	assert_secure(get(*state, "/unknown"));
	assert_status(get(*state, "/names/%zz"), 400);
	assert_status(get(*state, "/names/%00"), 400);
	assert_status(get(*state, "/?word=%ff"), 400);
	assert_status(get(*state, "/#part"), 400);
	assert_has(get(*state, "/names"), "\r\nAllow: POST\r\n");
	assert_status(get(*state, "/names"), 405);
	assert_status(ask(*state, "DELETE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 405);
	assert_status(ask(*state, "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
}

static void test_forms_carry_a_token(void **state)
{
	static const char head[] = "POST /names HTTP/1.1\r\nHost: a\r\nCookie: x=1; session=jo\r\nConnection: close\r\n";
	struct test *test = *state;
	int fd = connected(test);
	const char *reply;

	say(fd, head);
	say(fd, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 16\r\n\r\n_token=t&name=jo");
	reply = hear(test, fd);
	assert_status(reply, 303);
	assert_has(reply, "\r\nLocation: /names/jo\r\n");
	assert_has(reply, "\r\nSet-Cookie: session=jo; ");
	fd = connected(test);
	say(fd, head);
	say(fd, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\n_token=u");
	assert_has(hear(test, fd), "no token");
	fd = connected(test);
	say(fd, head);
	say(fd, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\n_token=%");
	assert_status(hear(test, fd), 400);
	fd = connected(test);
	say(fd, head);
	say(fd, "Content-Type: text/plain\r\nContent-Length: 8\r\n\r\n_token=t");
	assert_status(hear(test, fd), 415);
}

static void test_strangers_are_refused_before_the_body(void **state)
{
	/* The body never comes, and the answer does. */
	const char *reply = ask(*state, "POST /names HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");

	assert_status(reply, 401);
	assert_secure(reply);
	assert_has(reply, "\r\nConnection: close\r\n");
	reply = ask(*state, "POST /names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nOrigin: http://b\r\n"
	                    "Content-Length: 100\r\n\r\n");
	assert_status(reply, 403);
	reply = ask(*state, "POST /api/names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nOrigin: http://a\r\n"
	                    "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
	assert_status(reply, 201);
	assert_has(reply, "\r\n\r\n{}");
}

static void test_bodies_have_a_limit(void **state)
{
	struct test *test = *state;
	size_t length = (size_t)2 << 20;
	char *body = test_malloc(length);
	int fd = connected(test);

	memset(body, 'a', length);
	/* Announced: the sender can finish and still gets the answer. */
	say(fd, "POST /api/names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nContent-Type: application/json\r\n"
	        "Content-Length: 2097152\r\n\r\n");
	say_part(fd, body, length);
	assert_status(hear(test, fd), 413);
	/* In chunks: found out on the way. */
	fd = connected(test);
	say(fd, "POST /api/names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nContent-Type: application/json\r\n"
	        "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n200000\r\n");
	say_part(fd, body, length);
	say(fd, "\r\n0\r\n\r\n");
	assert_status(hear(test, fd), 413);
	/* A route may allow more. */
	fd = connected(test);
	say(fd, "POST /api/large HTTP/1.1\r\nHost: a\r\nContent-Type: application/json; charset=utf-8\r\n"
	        "Content-Length: 2097152\r\nConnection: close\r\n\r\n");
	say_part(fd, body, length);
	assert_status(hear(test, fd), 201);
	assert_status(ask(test, "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na"), 413);
	test_free(body);
}

static void test_what_can_be_read_two_ways_is_refused(void **state)
{
	static const char *const requests[] = {
		"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
		"GET / HTTP/1.1\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: \r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
		"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nX-A : a\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nX-A: a\x01\r\n\r\n",
		"GET / HTTP/1.1\r\n Host: a\r\nHost: a\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\na",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 1\r\n\r\na",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
		"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET / HTTP/1.1\r\nHost\r\n\r\n",
	};

	/* Were one accepted, the connection would stay open and hear would run into its time limit. */
	for (size_t i = 0; i < COUNT(requests); i++) {
		const char *reply = ask(*state, requests[i]);

		if (strncmp(reply, "HTTP/1.1 400 ", 13) != 0 && strncmp(reply, "HTTP/1.0 400 ", 13) != 0)
			fail_msg("accepted: %s", requests[i]);
		assert_null(strstr(reply, " 200 "));
	}
}

static void test_answers_wait_for_the_flush(void **state)
{
	assert_has(get(*state, "/logged"), "\r\n\r\nlogged");
	assert_status(get(*state, "/logged?full"), 503);
	assert_status(get(*state, "/logged"), 200);
}

static void test_requests_may_follow_without_waiting(void **state)
{
	struct test *test = *state;
	int fd = connected(test);
	const char *reply;

	for (int i = 0; i < 50; i++)
		say(fd, "GET /logged HTTP/1.1\r\nHost: a\r\n\r\nGET /names/b HTTP/1.1\r\nHost: a\r\n\r\n");
	(void)shutdown(fd, SHUT_WR);
	reply = hear(test, fd);
	assert_int_equal(count(reply, "\r\n\r\nlogged"), 50);
	assert_int_equal(count(reply, "\r\n\r\nname=b"), 50);
}

/* Clients that leave at once, half close, or never end their request; the server goes on. */
static void test_clients_may_break_off(void **state)
{
	struct test *test = *state;
	struct linger at_once = { .l_onoff = 1 };
	int open[20];

	for (int i = 0; i < 300; i++) {
		int fd = connected(test);

		say(fd, i % 3 == 0 ? "GET /logged HTTP/1.1\r\nHost: a\r\n\r\nGET /lo" : "GET /much HTTP/1.1\r\nHost: a\r\n\r\n");
		if (i % 2 == 0)
			(void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
		(void)close(fd);
	}
	for (size_t i = 0; i < COUNT(open); i++) {
		open[i] = connected(test);
		say(open[i], i % 2 == 0 ? "GET /logged HTTP/1.1\r\nHo" : "POST /names HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
	}
	for (int i = 0; i < 50; i++)
		assert_status(get(test, "/logged"), 200);
	for (size_t i = 0; i < COUNT(open); i++)
		(void)close(open[i]);
}

static void test_a_process_that_dies_is_replaced(void **state)
{
	struct test *test = *state;

	for (int i = 0; i < 3; i++)
		assert_string_equal(get(test, "/crash"), "");
	for (int i = 0; i < 20; i++)
		assert_status(get(test, "/"), 200);
}

static void test_a_second_server_is_refused(void **state)
{
	const struct test *test = *state;
	const struct http_site site = { .routes = routes, .routes_count = COUNT(routes) };
	struct fault fault;
	char address[32];

	(void)snprintf(address, sizeof(address), "127.0.0.1:%u", test->port);
	assert_int_equal(http_serve(&site, address, 1, &fault), FAILED);
	assert_non_null(strstr(fault.words, "already in use"));
	assert_int_equal(http_serve(&site, "nowhere", 1, &fault), WRONG_USE);
	assert_int_equal(http_serve(&site, "127.0.0.1:99999", 1, &fault), WRONG_USE);
	assert_int_equal(http_serve(&site, "::1:80", 1, &fault), WRONG_USE);
}

static enum status fail_to_start(void *context, struct fault *fault)
{
	(void)context;
	return fault_set(fault, FAILED, "the database is not there");
}

static void test_a_failing_start_ends_all(void **state)
{
	const struct http_site site = { .routes = routes, .routes_count = COUNT(routes), .start = fail_to_start };
	struct fault fault;

	(void)state;
	assert_int_equal(http_serve(&site, "[::1]:0", 2, &fault), FAILED);
	assert_string_equal(fault.words, "the database is not there");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers_pages),
		cmocka_unit_test(test_head_has_no_body),
		cmocka_unit_test(test_static_files_may_be_kept),
		cmocka_unit_test(test_files_have_a_name),
		cmocka_unit_test(test_headers_cannot_be_split),
		cmocka_unit_test(test_refuses_unknown_paths_and_methods),
		cmocka_unit_test(test_forms_carry_a_token),
		cmocka_unit_test(test_strangers_are_refused_before_the_body),
		cmocka_unit_test(test_bodies_have_a_limit),
		cmocka_unit_test(test_what_can_be_read_two_ways_is_refused),
		cmocka_unit_test(test_answers_wait_for_the_flush),
		cmocka_unit_test(test_requests_may_follow_without_waiting),
		cmocka_unit_test(test_clients_may_break_off),
		cmocka_unit_test(test_a_process_that_dies_is_replaced),
		cmocka_unit_test(test_a_second_server_is_refused),
		cmocka_unit_test(test_a_failing_start_ends_all),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
