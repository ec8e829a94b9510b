/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/record/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct address {
	const char *street;
	int64_t number;
};

static const struct field address_fields[] = {
	FIELD(struct address, street, .required = true),
	FIELD(struct address, number, .flags = FIELD_UNSIGNED, .max = 99999),
};
static const struct record address_record = RECORD(struct address, "address", address_fields);

struct visit {
	const char *kind;
	const char *words;
	int64_t minutes;
	int64_t score;
	bool is_first;
	struct date on;
	struct moment begun;
	struct money fine;
	struct texts themes;
	struct address address;
	struct records others;
};

static const struct choice kinds[] = { { "home", "Thuis" }, { "desk", "Aan het loket" }, { NULL, NULL } };

static const struct field visit_fields[] = {
	FIELD(struct visit, kind, .choices = kinds, .required = true),
	FIELD(struct visit, words, .max_chars = 5),
	FIELD(struct visit, minutes),
	FIELD(struct visit, score, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct visit, is_first),
	FIELD(struct visit, on, .required = true),
	FIELD(struct visit, begun),
	FIELD(struct visit, fine),
	FIELD(struct visit, themes),
	FIELD_INSIDE(struct visit, address, &address_record),
	FIELD(struct visit, others, .of = &address_record),
};
static const struct record visit_record = RECORD(struct visit, "visit", visit_fields);

static int set_up(void **state)
{
	*state = arena_new((size_t)4 * 1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

/* The code of the finding when the field refuses the text, "" when it takes it. */
static const char *set(struct arena *arena, struct visit *visit, const char *name, const char *text)
{
	struct findings findings = findings_new(arena, "nl");
	bool taken = record_set(record_field(&visit_record, name), visit, text, name, &findings);

	assert_int_equal(findings.count, taken ? 0 : 1);
	if (!taken)
		assert_string_equal(findings.items[0].field, name);
	return taken ? "" : findings.items[0].code;
}

static void test_the_type_follows_the_member(void **state)
{
	static const enum field_type types[] = { FIELD_TEXT,  FIELD_TEXT,   FIELD_NUMBER, FIELD_NUMBER,
		                                 FIELD_FLAG,  FIELD_DATE,   FIELD_MOMENT, FIELD_MONEY,
		                                 FIELD_TEXTS, FIELD_RECORD, FIELD_RECORDS };

	(void)state;
	assert_int_equal(visit_record.count, COUNT(types));
	for (size_t i = 0; i < COUNT(types); i++)
		assert_int_equal(visit_fields[i].type, types[i]);
	assert_null(record_field(&visit_record, "kin"));
	assert_ptr_equal(record_field(&visit_record, "on"), &visit_fields[5]);
}

static void test_values_come_back_as_they_were_set(void **state)
{
	static const struct {
		const char *name, *given, *kept;
	} rows[] = {
		{ "kind", "desk", "desk" },
		{ "words", " \t drie\r\n", "drie" },
		{ "words", "één", "één" },
		{ "minutes", "-90", "-90" },
		{ "minutes", "0", "" },
		{ "score", "0", "0" },
		{ "is_first", "on", "true" },
		{ "is_first", "1", "true" },
		{ "is_first", "false", "false" },
		{ "on", " 2023-05-15 ", "2023-05-15" },
		{ "begun", "2023-05-15T09:30:00Z", "2023-05-15T09:30:00Z" },
		{ "fine", "12345", "12345" },
		{ "words", "", "" },
		{ "on", "", "" },
		{ "minutes", "9223372036854775807", "9223372036854775807" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct visit visit = { 0 };

		assert_string_equal(set(*state, &visit, rows[i].name, rows[i].given), "");
		assert_string_equal(record_get(record_field(&visit_record, rows[i].name), &visit, *state),
		                    rows[i].kept);
	}
}

static void test_what_does_not_fit_is_refused_and_leaves_the_field_empty(void **state)
{
	static const struct {
		const char *name, *given, *code;
	} rows[] = {
		{ "kind", "Thuis", "choice" },       { "words", "zes666", "length" },
		{ "words", "a\xC3", "text" },        { "words", "\x01", "text" },
		{ "minutes", "1.5", "number" },      { "minutes", "1 0", "number" },
		{ "minutes", "-", "number" },        { "minutes", "+1", "number" },
		{ "minutes", "0x10", "number" },     { "minutes", "9223372036854775808", "number" },
		{ "fine", "12,50", "number" },       { "is_first", "ja", "flag" },
		{ "on", "2023-02-29", "date" },      { "on", "15-05-2023", "date" },
		{ "begun", "2023-05-15", "moment" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct visit visit = { .kind = "home",
			               .words = "oud",
			               .minutes = 1,
			               .is_first = true,
			               .on = { 1 },
			               .begun = { 1 },
			               .fine = { 1 } };
		const struct field *field = record_field(&visit_record, rows[i].name);

		assert_string_equal(set(*state, &visit, rows[i].name, rows[i].given), rows[i].code);
		assert_int_equal(field->type == FIELD_FLAG || field->type == FIELD_MONEY
		                         ? 1
		                         : record_is_empty(field, &visit),
		                 1);
		assert_string_not_equal(record_get(field, &visit, *state), "1");
	}
}

static void test_numbers_keep_within_their_field(void **state)
{
	struct address address = { 0 };
	struct findings findings = findings_new(*state, "nl");

	assert_false(record_set(&address_fields[1], &address, "-1", "number", &findings));
	assert_true(record_set(&address_fields[1], &address, "99999", "number", &findings));
	assert_false(record_set(&address_fields[1], &address, "100000", "number", &findings));
	assert_int_equal(address.number, 0);
	assert_string_equal(findings.items[1].words, "Dit getal kan niet groter zijn dan 99999.");
}

static void test_required_fields_are_asked_for_with_their_path(void **state)
{
	struct address others[] = { { "Kerkpad", 1 }, { NULL, 2 } };
	struct visit visit = { .kind = "", .on = { 1 }, .others = { others, 2 } };
	struct findings findings = findings_new(*state, "nl");

	record_check_required(&visit_record, &visit, "", &findings);
	assert_int_equal(findings.count, 3);
	assert_string_equal(findings.items[0].field, "kind");
	assert_string_equal(findings.items[1].field, "address.street");
	assert_string_equal(findings.items[2].field, "others.1.street");
	record_check_required(&address_record, &others[1], "x.", &findings);
	assert_string_equal(findings.items[3].field, "x.street");
}

/* Unicode 15, table 3-7: well-formed byte sequences; control characters are not text either. */
static void test_text_is_well_formed(void **state)
{
	static const char *const wrong[] = {
		"\x80",
		"\xBF",
		"\xC0\x80",
		"\xC1\xBF",
		"\xC3",
		"\xC3(",
		"\xE0\x80\x80",
		"\xE2\x82",
		"\xED\xA0\x80",
		"\xF0\x80\x80\x80",
		"\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80",
		"\xFF",
		"a\x07",
		"\x1B[0m",
		"\xC2\x80",
		"\xEF\xBF\xBE",
		"\x7F",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (text_chars(wrong[i]) != -1)
			fail_msg("wrong text %zu was taken", i);
	assert_int_equal(text_chars(""), 0);
	assert_int_equal(text_chars("a\t\r\n"), 4);
	assert_int_equal(text_chars("één € \U0001F600 \xF4\x8F\xBF\xBD"), 9);
}

static void test_labels(void **state)
{
	(void)state;
	assert_string_equal(choice_label(kinds, "desk"), "Aan het loket");
	assert_string_equal(choice_label(kinds, "street"), "street");
	assert_string_equal(choice_label(NULL, "x"), "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_type_follows_the_member),
		cmocka_unit_test(test_values_come_back_as_they_were_set),
		cmocka_unit_test(test_what_does_not_fit_is_refused_and_leaves_the_field_empty),
		cmocka_unit_test(test_numbers_keep_within_their_field),
		cmocka_unit_test(test_required_fields_are_asked_for_with_their_path),
		cmocka_unit_test(test_text_is_well_formed),
		cmocka_unit_test(test_labels),
	};

	return cmocka_run_group_tests_name("record", tests, set_up, tear_down);
}
