/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/listen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void test_refuses_what_is_no_address(void **state)
{
	static const char *const addresses[] = {
		"",        "nowhere",         "127.0.0.1",     "127.0.0.1:",
		":80",     "127.0.0.1:65536", "127.0.0.1:80x", "::1:80",
		"[::1]80", "[::1:80",         "[]:80",         "300.0.0.1:80",
	};
	char url[LISTEN_URL_SIZE];
	struct fault fault;
	int fd;

	(void)state;
	for (size_t i = 0; i < COUNT(addresses); i++)
		assert_int_equal(listen_open(addresses[i], &fd, 1, url, &fault), WRONG_USE);
	assert_string_equal(fault.words,
	                    "\"300.0.0.1:80\" is no address; write it as 127.0.0.1:8080 or [::1]:8080");
}

static void test_processes_share_a_free_port(void **state)
{
	char url[LISTEN_URL_SIZE], other_url[LISTEN_URL_SIZE];
	struct fault fault;
	int fds[3], other;

	(void)state;
	assert_int_equal(listen_open("127.0.0.1:0", fds, COUNT(fds), url, &fault), OK);
	assert_int_equal(strncmp(url, "http://127.0.0.1:", 17), 0);
	/* Another server would quietly take half of the visitors. */
	assert_int_equal(listen_open(url + strlen("http://"), &other, 1, other_url, &fault), FAILED);
	assert_non_null(strstr(fault.words, " is already in use; "));
	listen_close(fds, COUNT(fds));
	assert_int_equal(listen_open(url + strlen("http://"), &other, 1, other_url, &fault), OK);
	listen_close(&other, 1);
}

static void test_knows_ip_version_6(void **state)
{
	char url[LISTEN_URL_SIZE];
	struct fault fault;
	int fd;

	(void)state;
	if (listen_open("[::1]:0", &fd, 1, url, &fault) != OK)
		skip();
	assert_int_equal(strncmp(url, "http://[::1]:", 13), 0);
	listen_close(&fd, 1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refuses_what_is_no_address),
		cmocka_unit_test(test_processes_share_a_free_port),
		cmocka_unit_test(test_knows_ip_version_6),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
