/* SPDX-License-Identifier: EUPL-1.2 */
/* Clients that misbehave, and processes that die. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/fixture.h"

#define POST "POST / HTTP/1.1\r\nHost: a\r\n"

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
		POST "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
		POST "Content-Length: 1\r\ncontent-length: 2\r\n\r\na",
		POST "Content-Length: 1, 1\r\n\r\na",
		POST "Content-Length:\r\n 1\r\nContent-Length: 1\r\n\r\na",
		POST "Transfer-Encoding:\r\n chunked\r\nContent-Length: 1\r\n\r\na",
		POST "Content-Length: 1\r\nTransfer-Encoding: chu\r\n\tnked\r\n\r\na",
		"GET / HTTP/1.1\r\nHost:\r\n a\r\nHost: a\r\n\r\n",
		POST "Content-Length: +1\r\n\r\na",
		POST "Content-Length : 1\r\n\r\na",
		POST "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		POST "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n",
		POST "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
		POST "Transfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n",
		POST "Transfer-Encoding: identity\r\n\r\n",
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

static void test_requests_may_follow_without_waiting(void **state)
{
	struct test *test = *state;
	int fd = connected(test);
	const char *reply;

	for (int i = 0; i < 50; i++)
		say(fd, "GET /logged HTTP/1.1\r\nHost: a\r\n\r\nGET /names/b HTTP/1.1\r\nHost: a\r\n\r\n");
	(void)shutdown(fd, SHUT_WR);
	reply = hear(test, fd);
	assert_int_equal(occurrences(reply, "\r\n\r\nlogged"), 50);
	assert_int_equal(occurrences(reply, "\r\n\r\nname=b"), 50);
}

/* The end of the connection comes with the request or just behind it. */
static void test_half_closed_connections_are_answered(void **state)
{
	struct test *test = *state;

	for (int i = 0; i < 200; i++) {
		int fd = connected(test);
		const char *reply;

		say(fd, "GET /logged HTTP/1.1\r\nHost: a\r\n\r\nGET /names/b HTTP/1.1\r\nHost: a\r\n\r\n");
		(void)shutdown(fd, SHUT_WR);
		reply = hear(test, fd);
		assert_has(reply, "\r\n\r\nlogged");
		assert_has(reply, "\r\n\r\nname=b");
	}
}

/* Clients that leave at once, half close, or never end their request; the server goes on. */
static void test_clients_may_break_off(void **state)
{
	struct test *test = *state;
	struct linger at_once = { .l_onoff = 1 };
	int open[20];

	for (int i = 0; i < 300; i++) {
		int fd = connected(test);

		say(fd, i % 3 == 0 ? "GET /logged HTTP/1.1\r\nHost: a\r\n\r\nGET /lo"
		                   : "GET /much HTTP/1.1\r\nHost: a\r\n\r\n");
		if (i % 2 == 0)
			(void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
		(void)close(fd);
	}
	for (size_t i = 0; i < COUNT(open); i++) {
		open[i] = connected(test);
		say(open[i], i % 2 == 0 ? "GET /logged HTTP/1.1\r\nHo"
		                        : "POST /names HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
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

static void never(struct http_request *request, struct http_response *response, void *context)
{
	(void)request;
	(void)response;
	(void)context;
}

static enum status fail_to_start(void *context, struct fault *fault)
{
	(void)context;
	return fault_set(fault, FAILED, "the database is not there");
}

static void test_a_failing_start_ends_all(void **state)
{
	static const struct http_route route = { HTTP_GET, "/", .handle = never };
	const struct http_site site = { .routes = &route, .routes_count = 1, .start = fail_to_start };
	struct fault fault;

	(void)state;
	assert_int_equal(http_serve(&site, "127.0.0.1:0", 2, &fault), FAILED);
	assert_string_equal(fault.words, "the database is not there");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_can_be_read_two_ways_is_refused),
		cmocka_unit_test(test_requests_may_follow_without_waiting),
		cmocka_unit_test(test_half_closed_connections_are_answered),
		cmocka_unit_test(test_clients_may_break_off),
		cmocka_unit_test(test_a_process_that_dies_is_replaced),
		cmocka_unit_test(test_a_failing_start_ends_all),
	};

	return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}
