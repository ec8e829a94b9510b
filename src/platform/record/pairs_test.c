/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct person {
	const char *name;
	struct date born;
};

static const struct field person_fields[] = {
	FIELD(struct person, name, .label = "Naam", .required = true),
	FIELD(struct person, born, .label = "Geboren"),
};
static const struct record person_record = RECORD(struct person, "person", person_fields);

struct line {
	const char *product;
	int64_t minutes;
};

static const struct choice products[] = { { "help", "Hulp" }, { "stay", "Verblijf" }, { NULL, NULL } };
static const struct field line_fields[] = {
	FIELD(struct line, product, .label = "Product", .choices = products),
	FIELD(struct line, minutes, .label = "Minuten", .flags = FIELD_UNSIGNED),
};
static const struct record line_record = RECORD(struct line, "line", line_fields);

struct request {
	struct date until;
	bool is_urgent;
	const char *number;
	struct texts themes;
	struct person person;
	struct records lines;
};

static const struct field request_fields[] = {
	FIELD(struct request, until, .label = "Tot"),
	FIELD(struct request, is_urgent, .label = "Spoed"),
	FIELD(struct request, number, .label = "Nummer", .flags = FIELD_BY_DOOR),
	FIELD(struct request, themes, .label = "Thema's", .max_chars = 8),
	FIELD_INSIDE(struct request, person, &person_record, .label = "Persoon"),
	FIELD(struct request, lines, .label = "Regels", .of = &line_record),
};
static const struct record request_record = RECORD(struct request, "request", request_fields);

static int set_up(void **state)
{
	*state = arena_new((size_t)8 * 1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static struct pairs decoded(struct arena *arena, const char *form)
{
	struct pairs pairs = { 0 };

	assert_true(pairs_decode(form, strlen(form), arena, &pairs));
	return pairs;
}

static enum status read_form(struct arena *arena, const char *form, struct request *request,
                             struct findings *findings)
{
	struct pairs pairs = decoded(arena, form);

	*findings = findings_new(arena, "nl");
	return pairs_read(&pairs, &request_record, request, FIELD_BY_DOOR, findings);
}

/* The form has exactly one mistake, at this field. */
static void assert_finding(struct arena *arena, const char *form, const char *field)
{
	struct request request;
	struct findings findings;

	assert_int_equal(read_form(arena, form, &request, &findings), FINDINGS);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.items[0].field, field);
}

static void test_decodes_names_and_values(void **state)
{
	struct pairs pairs = decoded(*state, "a=1+2%2B3&&b&c=%c3%A9=x&a=again");

	assert_int_equal(pairs.count, 4);
	assert_string_equal(pairs_get(&pairs, "a"), "1 2+3");
	assert_string_equal(pairs_get(&pairs, "b"), "");
	assert_string_equal(pairs_get(&pairs, "c"), "\xC3\xA9=x");
	assert_null(pairs_get(&pairs, "d"));
}

static void test_what_is_encoded_is_read_back(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	const char *words = "a & b=c+d/\xC3\xA9%?\n";
	struct pairs pairs = decoded(*state, arena_print(arena, "w=%s", pairs_encode(words, arena)));

	assert_string_equal(pairs_get(&pairs, "w"), words);
	assert_string_equal(pairs_encode("a-z_0.9", arena), "a-z_0.9");
}

static void test_decodes_nothing_as_nothing(void **state)
{
	struct pairs pairs = { .count = 9 };

	assert_true(pairs_decode(NULL, 0, *state, &pairs));
	assert_int_equal(pairs.count, 0);
}

static void test_line_ends_become_newlines(void **state)
{
	struct pairs pairs = decoded(*state, "a=een%0D%0Atwee%0Adrie");

	assert_string_equal(pairs_get(&pairs, "a"), "een\ntwee\ndrie");
}

static void test_refuses_what_is_malformed(void **state)
{
	static const char *const broken[] = {
		"a=%",
		"a=%4",
		"a=%4g",
		"%zz=1",
		"a=%00",
		"a=%80",
		"a=%C3",
		"a=%C0%AF",
		"a=%E2%82",
		"a=%ED%A0%80",
		"a=%F5%80%80%80",
		"a=\xFF",
		"a=%F4%90%80%80",
		"a=%E0%80%AF",
		"a=%F0%80%80%AF",
	};
	struct pairs pairs;

	for (size_t i = 0; i < COUNT(broken); i++)
		assert_false(pairs_decode(broken[i], strlen(broken[i]), *state, &pairs));
	assert_false(pairs_decode("a=\0", 3, *state, &pairs));
}

static void test_refuses_more_than_500_pairs(void **state)
{
	struct arena *arena = *state;
	char form[501 * 2];
	struct pairs pairs;

	for (size_t i = 0; i < sizeof(form); i += 2) {
		form[i] = 'a';
		form[i + 1] = '&';
	}
	assert_true(pairs_decode(form, 500 * 2, arena, &pairs));
	assert_int_equal(pairs.count, 500);
	assert_false(pairs_decode(form, 501 * 2, arena, &pairs));
}

static void test_reads_every_kind_of_field(void **state)
{
	struct request request;
	struct findings findings;
	const struct line *lines;

	assert_int_equal(
		read_form(*state,
	                  "_token=x&until=2023-05-15&is_urgent=on&themes=wonen&themes=&themes=geld"
	                  "&person.name=+Jo+&person.born=1950-02-01"
	                  "&lines.0.product=help&lines.0.minutes=90&lines.1.product=&lines.1.minutes=+"
	                  "&lines.7.product=stay&lines.7.minutes=2",
	                  &request, &findings),
		OK);
	assert_int_equal(request.until.day, date_of(2023, 5, 15).day);
	assert_true(request.is_urgent);
	assert_int_equal(request.themes.count, 2);
	assert_string_equal(request.themes.items[1], "geld");
	assert_string_equal(request.person.name, "Jo");
	assert_int_equal(request.person.born.day, date_of(1950, 2, 1).day);
	assert_int_equal(request.lines.count, 2);
	lines = request.lines.items;
	assert_string_equal(lines[0].product, "help");
	assert_int_equal(lines[0].minutes, 90);
	assert_string_equal(lines[1].product, "stay");
	assert_int_equal(lines[1].minutes, 2);
}

static void test_what_is_not_sent_is_empty(void **state)
{
	struct request request;
	struct findings findings;

	memset(&request, 0xAA, sizeof(request));
	assert_int_equal(read_form(*state, "", &request, &findings), OK);
	assert_false(request.is_urgent);
	assert_false(date_is(request.until));
	assert_null(request.person.name);
	assert_int_equal(request.lines.count, 0);
}

static void test_mistakes_stand_at_their_field(void **state)
{
	assert_finding(*state, "until=2023-02-30", "until");
	assert_finding(*state, "person.born=gisteren", "person.born");
	assert_finding(*state, "lines.0.minutes=-1", "lines.0.minutes");
	assert_finding(*state, "themes=negen+tekens", "themes");
	assert_finding(*state, "until=2023-05-15&until=2023-05-16", "until");
	/* The empty line drops out, so the next one moves up. */
	assert_finding(*state, "lines.0.minutes=&lines.1.product=unknown", "lines.0.product");
}

static void test_refuses_names_that_are_no_field(void **state)
{
	static const char *const names[] = {
		"price",
		"until.day",
		"person",
		"person.",
		"person.age",
		"lines",
		"lines.0",
		"lines.x.product",
		"lines.00.product",
		"lines.0.price",
		"lines..product",
		"number",
		"lines.100.product",
		"lines.-1.product",
		"",
		".",
		"lines.0.product.x",
		"lines.18446744073709551616.product",
	};
	struct arena *arena = *state;

	for (size_t i = 0; i < COUNT(names); i++)
		assert_finding(arena, arena_print(arena, "%s=1", names[i]), names[i]);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_decodes_names_and_values, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_encoded_is_read_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_decodes_nothing_as_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_line_ends_become_newlines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refuses_what_is_malformed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refuses_more_than_500_pairs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_reads_every_kind_of_field, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_not_sent_is_empty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_mistakes_stand_at_their_field, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refuses_names_that_are_no_field, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
