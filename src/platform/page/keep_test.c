/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/page/keep.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Asserts that a page comes out like this when it keeps on=2023-03-01. */
static void keeps(const char *page, const char *expected)
{
	CLEANUP(text_done) struct text html = text_new(1000);

	text_add(&html, page);
	page_keep(&html, "on", "2023-03-01");
	assert_string_equal(text_words(&html), expected);
}

static void links_keep_the_choice(void **state)
{
	(void)state;
	keeps("<p>a <a class=\"x\" href=\"/work\">b</a></p>",
	      "<p>a <a class=\"x\" href=\"/work?on=2023-03-01\">b</a></p>");
	keeps("<a href=\"/work?status=a&amp;whose=all\">b</a>",
	      "<a href=\"/work?status=a&amp;whose=all&amp;on=2023-03-01\">b</a>");
	keeps("<a class=\"x\"\n\thref=\"/work\">b</a>",
	      "<a class=\"x\"\n\thref=\"/work?on=2023-03-01\">b</a>");
	keeps("<a href=\"/clients/3#case\">b</a>", "<a href=\"/clients/3?on=2023-03-01#case\">b</a>");
}

static void other_addresses_stay(void **state)
{
	(void)state;
	keeps("<a href=\"#main\">b</a>", "<a href=\"#main\">b</a>");
	keeps("<a href=\"//elsewhere/\">b</a>", "<a href=\"//elsewhere/\">b</a>");
	keeps("<a data-as-is href=\"/work\">b</a>", "<a data-as-is href=\"/work\">b</a>");
	keeps("<link href=\"/site.css\"><abbr>b</abbr>", "<link href=\"/site.css\"><abbr>b</abbr>");
	keeps("<a data-href=\"/work\">b</a>", "<a data-href=\"/work\">b</a>");
	keeps("", "");
	keeps("a < b", "a < b");
}

static void forms_that_ask_keep_the_choice(void **state)
{
	(void)state;
	keeps("<form method=\"get\" action=\"/clients\"><p></p></form>",
	      "<form method=\"get\" action=\"/clients\"><input type=\"hidden\" name=\"on\" "
	      "value=\"2023-03-01\"><p></p></form>");
	keeps("<form method=\"get\" data-as-is>", "<form method=\"get\" data-as-is>");
	keeps("<form method=\"post\" action=\"/logout\">", "<form method=\"post\" action=\"/logout\">");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_keep_the_choice),
		cmocka_unit_test(other_addresses_stay),
		cmocka_unit_test(forms_that_ask_keep_the_choice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
