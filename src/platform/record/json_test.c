/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct line {
	const char *product;
	int64_t minutes;
};

static const struct choice products[] = { { "help", "Hulp" }, { "stay", "Verblijf" }, { NULL, NULL } };
static const struct field line_fields[] = {
	FIELD(struct line, product, .choices = products),
	FIELD(struct line, minutes, .flags = FIELD_UNSIGNED),
};
static const struct record line_record = RECORD(struct line, "line", line_fields);

struct request {
	const char *words;
	int64_t number;
	bool is_urgent;
	struct date until;
	struct moment seen;
	struct money fine;
	struct texts themes;
	struct line first;
	struct records lines;
};

static const struct field request_fields[] = {
	FIELD(struct request, words),
	FIELD(struct request, number, .flags = FIELD_BY_DOOR),
	FIELD(struct request, is_urgent),
	FIELD(struct request, until),
	FIELD(struct request, seen),
	FIELD(struct request, fine),
	FIELD(struct request, themes, .max_chars = 8),
	FIELD_INSIDE(struct request, first, &line_record),
	FIELD(struct request, lines, .of = &line_record),
};
static const struct record request_record = RECORD(struct request, "request", request_fields);

static int set_up(void **state)
{
	*state = arena_new((size_t)16 * 1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static struct findings read(struct arena *arena, const char *bytes, struct request *ret_request)
{
	struct findings findings = findings_new(arena, "nl");
	enum status status =
		json_read(bytes, strlen(bytes), &request_record, ret_request, FIELD_BY_DOOR, &findings);

	assert_int_equal(status, findings.count == 0 ? OK : FINDINGS);
	return findings;
}

static const char *written(struct arena *arena, const struct request *request, unsigned without)
{
	CLEANUP(text_done) struct text text = text_new(10000);
	struct json json = { .out = &text };

	json_record(&json, &request_record, request, without);
	return arena_copy(arena, text_words(&text));
}

static const char whole[] =
	"{\"words\":\"één \\\"keer\\\"\\n\\\\\\u0009.\",\"is_urgent\":true,\"until\":\"2023-05-15\","
	"\"seen\":\"2023-05-15T09:30:00Z\",\"fine\":1250,\"themes\":[\"a\",\"b\"],"
	"\"first\":{\"product\":\"help\",\"minutes\":90},"
	"\"lines\":[{\"product\":\"stay\"},{\"minutes\":3}]}";

static void test_what_is_written_reads_the_same(void **state)
{
	struct request request;

	assert_int_equal(read(*state, whole, &request).count, 0);
	assert_string_equal(request.words, "één \"keer\"\n\\\t.");
	assert_int_equal(request.fine.cents, 1250);
	assert_int_equal(request.themes.count, 2);
	assert_int_equal(((struct line *)request.lines.items)[1].minutes, 3);
	assert_string_equal(written(*state, &request, 0), whole);
}

static void test_fields_of_a_kind_can_be_left_out(void **state)
{
	struct request request = { .words = "x", .number = 7 };

	assert_string_equal(written(*state, &request, 0),
	                    "{\"words\":\"x\",\"number\":7,\"is_urgent\":false,\"fine\":0,\"first\":{}}");
	assert_string_equal(written(*state, &request, FIELD_BY_DOOR),
	                    "{\"words\":\"x\",\"is_urgent\":false,\"fine\":0,\"first\":{}}");
}

/* Each of these is wrong in one place, which the finding names. */
static void test_mistakes_are_found_where_they_are(void **state)
{
	static const struct {
		const char *bytes, *field;
	} rows[] = {
		{ "", "" },
		{ "[]", "" },
		{ "{", "" },
		{ "{\"words\":\"a\",\"words\":\"b\"}", "" },
		{ "{\"words\":\"a\\u0000b\"}", "" },
		{ "{\"words\":\"\xC3\"}", "" },
		{ "{\"fine\":9223372036854775808}", "" },
		{ "{\"word\":\"a\"}", "word" },
		{ "{\"number\":1}", "number" },
		{ "{\"words\":1}", "words" },
		{ "{\"fine\":12.5}", "fine" },
		{ "{\"fine\":\"12\"}", "fine" },
		{ "{\"is_urgent\":1}", "is_urgent" },
		{ "{\"until\":\"2023-02-29\"}", "until" },
		{ "{\"themes\":\"a\"}", "themes" },
		{ "{\"themes\":[\"a\",2]}", "themes" },
		{ "{\"themes\":[\"much too long\"]}", "themes" },
		{ "{\"themes\":[\"a\\u0007\"]}", "themes" },
		{ "{\"first\":[]}", "first" },
		{ "{\"first\":{\"product\":\"soup\"}}", "first.product" },
		{ "{\"first\":{\"minutes\":-1}}", "first.minutes" },
		{ "{\"lines\":{}}", "lines" },
		{ "{\"lines\":[{},1]}", "lines.1" },
		{ "{\"lines\":[{},{\"colour\":1}]}", "lines.1.colour" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct request request;
		struct findings findings = read(*state, rows[i].bytes, &request);

		if (findings.count != 1)
			fail_msg("%s gives %zu findings", rows[i].bytes, findings.count);
		assert_string_equal(findings.items[0].field, rows[i].field);
	}
}

static void test_null_is_a_field_left_out(void **state)
{
	struct request request;

	assert_int_equal(read(*state, "{\"words\":null,\"first\":null,\"number\":null}", &request).count, 0);
	assert_null(request.words);
}

/* A megabyte made to cost as much memory as it can stays far below what a request may take. */
static void test_a_hostile_body_costs_little(void **state)
{
	CLEANUP(text_done) struct text bytes = text_new((size_t)2 * 1024 * 1024);
	struct findings findings = findings_new(*state, "nl");
	struct request request;

	text_add(&bytes, "{\"a\":1");
	for (int i = 0; bytes.length < 1000000; i++)
		text_print(&bytes, ",\"k%x\":1", i);
	text_add(&bytes, "}");
	assert_int_equal(json_read(bytes.bytes, bytes.length, &request_record, &request, 0, &findings),
	                 FINDINGS);
	assert_int_equal(findings.count, 1000);
	while (bytes.length <= 1024 * 1024)
		text_add(&bytes, " ");
	findings.count = 0;
	assert_int_equal(json_read(bytes.bytes, bytes.length, &request_record, &request, 0, &findings),
	                 FINDINGS);
	assert_int_equal(findings.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_written_reads_the_same),
		cmocka_unit_test(test_fields_of_a_kind_can_be_left_out),
		cmocka_unit_test(test_mistakes_are_found_where_they_are),
		cmocka_unit_test(test_null_is_a_field_left_out),
		cmocka_unit_test(test_a_hostile_body_costs_little),
	};

	return cmocka_run_group_tests_name("json", tests, set_up, tear_down);
}
