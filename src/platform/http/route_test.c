/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/route.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void handle(struct http_request *request, struct http_response *response, void *context)
{
	(void)request;
	(void)response;
	(void)context;
}

/* In an order that would be wrong if it counted. */
static const struct http_route rows[] = {
	{ HTTP_GET, "/{any}", .handle = handle },
	{ HTTP_GET, "/clients/{client}/orders/{order}", .handle = handle },
	{ HTTP_GET, "/clients/{client}", .handle = handle },
	{ HTTP_POST, "/clients/{client}", .handle = handle },
	{ HTTP_GET, "/clients/new", .handle = handle },
	{ HTTP_GET, "/clients/{client}/{what}", .handle = handle },
	{ HTTP_GET, "/{what}/new/{client}", .handle = handle },
	{ HTTP_GET, "/", .handle = handle },
	{ HTTP_POST, "/clients", .handle = handle },
};

static const enum http_method get = HTTP_GET, post = HTTP_POST;

static struct route_found find(struct arena *arena, const enum http_method *method, const char *path)
{
	return routes_find(routes_new(rows, COUNT(rows), arena), method, path, arena);
}

static int set_up(void **state)
{
	*state = arena_new((size_t)1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void assert_route(struct arena *arena, const char *path, const char *wanted)
{
	struct route_found found = find(arena, &get, path);

	assert_int_equal(found.status, 200);
	assert_string_equal(found.route->path, wanted);
}

static void test_literal_parts_go_first(void **state)
{
	assert_route(*state, "/", "/");
	assert_route(*state, "/other", "/{any}");
	assert_route(*state, "/clients/new", "/clients/new");
	assert_route(*state, "/clients/7", "/clients/{client}");
	assert_route(*state, "/clients/7/orders", "/clients/{client}/{what}");
	assert_route(*state, "/clients/7/orders/8", "/clients/{client}/orders/{order}");
	assert_route(*state, "/clients/new/8", "/clients/{client}/{what}");
	assert_route(*state, "/others/new/8", "/{what}/new/{client}");
	assert_route(*state, "/%63lients/n%65w", "/clients/new");
}

static void test_places_are_decoded(void **state)
{
	struct route_found found = find(*state, &get, "/clients/a%2Fb+%26%20=%3D/orders/%C3%A9");

	assert_int_equal(found.status, 200);
	assert_string_equal(pairs_get(&found.parts, "client"), "a/b+& ==");
	assert_string_equal(pairs_get(&found.parts, "order"), "\xC3\xA9");
	assert_null(pairs_get(&found.parts, "what"));
}

static void test_what_is_not_there(void **state)
{
	assert_int_equal(find(*state, &get, "/clients/7/").status, 404);
	assert_int_equal(find(*state, &get, "//").status, 404);
	assert_int_equal(find(*state, &get, "/a/b/c/d/e/f/g/h/i/j/k/l/m/n").status, 404);
	assert_int_equal(find(*state, &get, "/clients/%").status, 400);
	assert_int_equal(find(*state, &get, "/clients/%ff").status, 400);
}

static void test_other_methods_are_named(void **state)
{
	struct route_found found = find(*state, &post, "/clients/7/orders");

	assert_int_equal(found.status, 405);
	assert_string_equal(found.allow, "GET, HEAD");
	found = find(*state, NULL, "/clients/7");
	assert_int_equal(found.status, 405);
	assert_string_equal(found.allow, "GET, HEAD, POST");
	assert_int_equal(find(*state, NULL, "/no/such").status, 404);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_literal_parts_go_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_places_are_decoded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_not_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_other_methods_are_named, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
