/* SPDX-License-Identifier: EUPL-1.2 */
/* The example reckons as by hand; every mistake in it is found; what is paid too little is said to the cent.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "contract/tender/fixture.h"
#include "contract/tender/price.h"

#define EXAMPLE "tests/award/real-price.yaml"

static const char *replaced(struct tender_test *test, const char *text, const char *find, const char *put)
{
	const char *at = strstr(text, find);

	assert_non_null(at);
	return arena_print(test->arena, "%.*s%s%s", (int)(at - text), text, put, at + strlen(find));
}

static enum status read_price(struct tender_test *test, const char *file, struct price *ret_price)
{
	test->findings = findings_new(test->arena, "nl");
	return price_read(file, strlen(file), ret_price, &test->findings);
}

static int64_t cents_of(const struct price *price, const char *element)
{
	const struct price_element *elements = price->elements.items;

	for (size_t i = 0; i < price->elements.count; i++)
		if (strcmp(elements[i].element, element) == 0)
			return elements[i].amount.cents;
	fail_msg("no %s", element);
	return 0;
}

static void the_example_adds_up(void **state)
{
	struct tender_test *test = *state;
	size_t length = 0;
	const char *file = tender_test_file(test, EXAMPLE, &length);
	struct price price;

	assert_int_equal(read_price(test, file, &price), OK);
	/* 1600; 16.33 percent is 261.28; 24.5 percent of 1861 is 455.945 */
	assert_int_equal(cents_of(&price, "professional"), 1600 + 261 + 456);
	/* 2317 a 60 minutes: 251.008, 154.467 and 48.271 */
	assert_int_equal(cents_of(&price, "non_productive"), 251 + 154 + 48);
	assert_int_equal(cents_of(&price, "travel_training"), 77 + 35 + 20);
	/* 14 percent of 2317 + 453 + 132 is 406.28 */
	assert_int_equal(cents_of(&price, "overhead"), 406);
	assert_int_equal(cents_of(&price, "municipal_duties"), 39);
	/* 4.2 percent of 3347 is 140.574 */
	assert_int_equal(cents_of(&price, "indexation"), 141);
	assert_int_equal(price.amount.cents, 3488);
	price_check(&price, &test->findings);
	assert_int_equal(test->findings.count, 0);
}

static void half_a_cent_goes_up(void **state)
{
	struct tender_test *test = *state;
	size_t length = 0;
	const char *file = tender_test_file(test, EXAMPLE, &length);
	struct price price;

	file = replaced(test, file, "percent: 16.33", "percent: \"15,03125\""); /* 240.5 */
	assert_int_equal(read_price(test, file, &price), OK);
	assert_int_equal(((const struct price_line *)((const struct price_element *)price.elements.items)[0]
	                          .lines.items)[1]
	                         .amount.cents,
	                 241);
}

static void what_is_too_low_is_said(void **state)
{
	struct tender_test *test = *state;
	size_t length = 0;
	const char *file = tender_test_file(test, EXAMPLE, &length);
	struct price price;

	file = replaced(test, file, "cents: 3500", "cents: 3487");
	file = replaced(test, file, "cents: 3290", "cents: 3277");
	assert_int_equal(read_price(test, file, &price), OK);
	price_check(&price, &test->findings);
	assert_int_equal(test->findings.count, 2);
	assert_string_equal(test->findings.items[0].code, "price-tariff");
	assert_non_null(strstr(test->findings.items[0].words, "0,01"));
	assert_string_equal(test->findings.items[1].code, "price-passed-on");
	assert_non_null(strstr(test->findings.items[1].words, "32,78")); /* 34,88 less 1,50 and 0,60 */
	assert_true(test->findings.items[1].line > test->findings.items[0].line);
}

static const struct {
	const char *find, *put, *code;
} wrong[] = {
	{ "element: overhead", "element: indexation", "price-element-missing" },
	{ "element: overhead", "element: professional", "price-element-doubled" },
	{ "{what: Opleiding, cents: 20}", "{what: Opleiding}", "price-line" },
	{ "{what: Opleiding, cents: 20}", "{what: Opleiding, cents: 20, minutes: 1}", "price-line" },
	{ "{what: Opleiding, cents: 20}", "{what: Opleiding, percent: 3}", "price-line" },
	{ "{what: Opleiding, cents: 20}", "{what: Opleiding, cents: -20}", "price-cents" },
	{ "{what: Opleiding, cents: 20}", "{what: Opleiding, cents: 2000000}", "price-cents" },
	{ "percent: 14", "percent: veel", "price-percent" },
	{ "percent: 14", "percent: 201", "price-percent" },
	{ "minutes: 4}", "minutes: kort}", "price-minutes" },
	{ "minutes: 6.5}", "minutes: 55}", "price-norm-high" },
	{ "      - {what: Verlof en feestdagen, minutes: 6.5}\n      - {what: Ziekte, minutes: 4}\n      - "
	  "{what: Scholing en "
	  "werkoverleg, minutes: \"1,25\"}\n",
	  "      - {what: Alles, cents: 453}\n", "price-norm-missing" },
	{ "percent: 16.33, over: professional", "percent: 16.33, over: overhead", "price-over" },
	{ "  - from: onderaannemer-1\n", "  - from: onderaannemer-3\n", "price-chain" },
	{ "to: onderaannemer-2", "to: onderaannemer-1", "price-chain-doubled" },
	{ "to: onderaannemer-2", "to: hoofdaannemer-1", "price-chain-doubled" },
	{ "unit_minutes: 60", "unit_minutes: 0", "price-unit" },
	{ "    reason: De afstand", "    why: De afstand", "key" },
	{ "    source: Benchmark, voorbeeld\n", "", "required" },
};

static void each_mistake_is_found(void **state)
{
	struct tender_test *test = *state;
	size_t length = 0;
	const char *file = tender_test_file(test, EXAMPLE, &length);

	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct price price;
		bool is_found = false;

		assert_int_equal(read_price(test, replaced(test, file, wrong[i].find, wrong[i].put), &price),
		                 FINDINGS);
		for (size_t j = 0; j < test->findings.count; j++)
			is_found = is_found || (strcmp(test->findings.items[j].code, wrong[i].code) == 0 &&
			                        test->findings.items[j].line > 0);
		if (!is_found)
			fail_msg("\"%s\" is not %s but %s", wrong[i].put, wrong[i].code,
			         test->findings.items[0].code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_example_adds_up, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(half_a_cent_goes_up, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(what_is_too_low_is_said, tender_test_begin, tender_test_end),
		cmocka_unit_test_setup_teardown(each_mistake_is_found, tender_test_begin, tender_test_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
