/* SPDX-License-Identifier: EUPL-1.2 */

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "platform/http/fixture.h"

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
	assert_int_equal(occurrences(reply, "0123456789"), 20000);
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
	static const char head[] =
		"POST /names HTTP/1.1\r\nHost: a\r\nCookie: x=1; session=jo\r\nConnection: close\r\n";
	struct test *test = *state;
	int fd = connected(test);
	const char *reply;

	say(fd, head);
	say(fd,
	    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 16\r\n\r\n_token=t&name=jo");
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
	reply = ask(*state,
	            "POST /api/names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nOrigin: http://a\r\n"
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
	say(fd,
	    "POST /api/names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nContent-Type: application/json\r\n"
	    "Content-Length: 2097152\r\n\r\n");
	say_part(fd, body, length);
	assert_status(hear(test, fd), 413);
	/* In chunks: found out on the way. */
	fd = connected(test);
	say(fd,
	    "POST /api/names HTTP/1.1\r\nHost: a\r\nCookie: session=jo\r\nContent-Type: application/json\r\n"
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

static void test_answers_wait_for_the_flush(void **state)
{
	assert_has(get(*state, "/logged"), "\r\n\r\nlogged");
	assert_status(get(*state, "/logged?full"), 503);
	assert_status(get(*state, "/logged"), 200);
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
		cmocka_unit_test(test_answers_wait_for_the_flush),
	};

	return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}
