/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/base/clock.h"

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

static bool admit(struct http_request *request, const struct http_route *route,
                  struct http_response *response, void *context)
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

static bool accept_form(struct http_request *request, const struct http_route *route,
                        struct http_response *response, void *context)
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

static const struct embedded_file style = { .name = "site.css",
	                                    .bytes = (const unsigned char *)"a{}",
	                                    .size = 3 };

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
	{ HTTP_POST, "/api/large", .flags = HTTP_JSON | HTTP_OPEN, .body_max_bytes = (size_t)4 << 20,
	  .handle = take_json },
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

int fixture_set_up(void **state)
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

int fixture_tear_down(void **state)
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

int connected(const struct test *test)
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

void say_part(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);

		assert_true(sent > 0);
		bytes += sent;
		length -= (size_t)sent;
	}
}

void say(int fd, const char *words)
{
	say_part(fd, words, strlen(words));
}

const char *hear(struct test *test, int fd)
{
	size_t length = 0;
	ssize_t more;

	while (length < REPLY_SIZE - 1 &&
	       (more = recv(fd, test->reply + length, REPLY_SIZE - 1 - length, 0)) > 0)
		length += (size_t)more;
	test->reply[length] = '\0';
	(void)close(fd);
	return test->reply;
}

const char *ask(struct test *test, const char *words)
{
	int fd = connected(test);

	say(fd, words);
	return hear(test, fd);
}

const char *get(struct test *test, const char *path)
{
	int fd = connected(test);

	say(fd, "GET ");
	say(fd, path);
	say(fd, " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	return hear(test, fd);
}

void assert_status(const char *reply, int status)
{
	char line[32];

	(void)snprintf(line, sizeof(line), "HTTP/1.1 %d ", status);
	if (strncmp(reply, line, strlen(line)) != 0)
		fail_msg("%d wanted in: %.200s", status, reply);
}

void assert_has(const char *reply, const char *words)
{
	if (strstr(reply, words) == NULL)
		fail_msg("\"%s\" wanted in: %.2000s", words, reply);
}

size_t occurrences(const char *reply, const char *words)
{
	size_t found = 0;

	while ((reply = strstr(reply, words)) != NULL) {
		reply += strlen(words);
		found++;
	}
	return found;
}
