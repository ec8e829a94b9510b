/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/person/person.h"
#include "platform/db/seal.h"

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

static void test_bsn(void **state)
{
	static const char *const right[] = { "999990019", "999990020", "999999990", "111222333" };
	static const char *const wrong[] = { "999990018", "99999001",   "9999900190", "",
		                             "000000000", "99999001a",  " 99999001",  "999990019 ",
		                             "-99999001", "999.99.0019" };

	(void)state;
	for (size_t i = 0; i < COUNT(right); i++)
		if (!bsn_is_right(right[i]))
			fail_msg("%s passes the eleven test", right[i]);
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (bsn_is_right(wrong[i]))
			fail_msg("\"%s\" is no BSN", wrong[i]);
}

/* A tenth of all nine digits pass, and no two that differ in one digit. */
static void test_bsn_finds_a_slip_of_the_pen(void **state)
{
	char bsn[10];
	int right = 0;

	(void)state;
	for (int number = 0; number < 10000; number++) {
		(void)snprintf(bsn, sizeof(bsn), "99999%04d", number);
		if (!bsn_is_right(bsn))
			continue;
		right++;
		bsn[7] = bsn[7] == '9' ? '0' : (char)(bsn[7] + 1);
		assert_false(bsn_is_right(bsn));
	}
	assert_in_range(right, 900, 920);
}

static void test_postcode(void **state)
{
	static const char *const right[] = { "9801 AB", "9801AB", "9801ab", "1000 zz" };
	static const char *const wrong[] = { "0801 AB", "9801", "9801 A",  "9801  AB", "980 AB",  "98011 AB",
		                             "AB 9801", "",     "9801 A1", "9801-AB",  "9801 ABC" };

	for (size_t i = 0; i < COUNT(right); i++)
		if (!postcode_is_right(right[i]))
			fail_msg("%s is a postcode", right[i]);
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (postcode_is_right(wrong[i]))
			fail_msg("\"%s\" is no postcode", wrong[i]);
	assert_string_equal(postcode_plain("9801 ab", *state), "9801AB");
	assert_string_equal(postcode_plain("9801AB", *state), "9801AB");
	assert_string_equal(postcode_plain("", *state), "");
}

static void test_name(void **state)
{
	const struct identity full = { .initials = "JP", .prefix = "van der", .surname = "Berg" };
	const struct identity plain = { .surname = "Yılmaz" };
	const struct identity accents = { .initials = "ÉÅ", .surname = "Öz" };

	assert_string_equal(identity_name(&full, *state), "J.P. van der Berg");
	assert_string_equal(identity_name(&plain, *state), "Yılmaz");
	assert_string_equal(identity_name(&accents, *state), "É.Å. Öz");
	assert_string_equal(identity_name(&(struct identity){ 0 }, *state), "");
}

static void test_street(void **state)
{
	const struct identity plain = { .street = "Dorpsstraat", .house_number = 12 };
	const struct identity flat = { .street = "Hoofdstraat", .house_number = 3, .house_addition = "bis" };

	assert_string_equal(identity_street(&plain, *state), "Dorpsstraat 12");
	assert_string_equal(identity_street(&flat, *state), "Hoofdstraat 3 bis");
}

static void test_search_name(void **state)
{
	assert_string_equal(identity_search_name(&(struct identity){ .surname = "De JONG-Smit" }, *state),
	                    "de jong-smit");
	assert_string_equal(identity_search_name(&(struct identity){ .surname = "ÉÉNHÖÖRN×ß" }, *state),
	                    "éénhöörn×ß");
	assert_string_equal(identity_search_name(&(struct identity){ 0 }, *state), "");
}

/* --- the seal --- */

static void test_a_seal_opens_with_its_key(void **state)
{
	unsigned char key[SEAL_KEY_BYTES] = { 1, 2, 3 }, other[SEAL_KEY_BYTES] = { 1, 2, 4 };
	const char *sealed = seal_close(key, "999990019", *state);

	assert_null(strstr(sealed, "999990019"));
	assert_string_equal(seal_open(key, sealed, *state), "999990019");
	assert_null(seal_open(other, sealed, *state));
	assert_string_not_equal(sealed, seal_close(key, "999990019", *state)); /* never twice the same */
	assert_string_equal(seal_open(key, seal_close(key, "", *state), *state), "");
}

static void test_a_changed_seal_does_not_open(void **state)
{
	unsigned char key[SEAL_KEY_BYTES] = { 1, 2, 3 };
	char *sealed = arena_copy(*state, seal_close(key, "999990019", *state));
	size_t last = strlen(sealed) - 1;

	sealed[last] = sealed[last] == '0' ? '1' : '0';
	assert_null(seal_open(key, sealed, *state));
	assert_null(seal_open(key, "", *state));
	assert_null(seal_open(key, "no hexadecimal", *state));
	assert_null(seal_open(key, "abcdef", *state));
}

static void test_a_mark_is_the_key_holders(void **state)
{
	unsigned char key[SEAL_KEY_BYTES] = { 1, 2, 3 }, other[SEAL_KEY_BYTES] = { 1, 2, 4 };

	assert_string_equal(seal_mark(key, "999990019", *state), seal_mark(key, "999990019", *state));
	assert_string_not_equal(seal_mark(key, "999990019", *state), seal_mark(key, "999990020", *state));
	assert_string_not_equal(seal_mark(key, "999990019", *state), seal_mark(other, "999990019", *state));
}

static void test_the_key_is_made_once(void **state)
{
	char directory[] = "/tmp/thuisregie-seal-XXXXXX";
	unsigned char first[SEAL_KEY_BYTES], second[SEAL_KEY_BYTES];
	struct fault fault = { 0 };
	const char *path;

	assert_non_null(mkdtemp(directory));
	path = arena_print(*state, "%s/key", directory);
	assert_int_equal(seal_key(directory, first, &fault), FAILED);
	assert_int_equal(seal_make_key(directory, &fault), OK);
	assert_int_equal(seal_key(directory, first, &fault), OK);
	assert_int_equal(seal_make_key(directory, &fault), OK);
	assert_int_equal(seal_key(directory, second, &fault), OK);
	assert_memory_equal(first, second, sizeof(first));
	assert_int_equal(truncate(path, 5), 0);
	assert_int_equal(seal_key(directory, second, &fault), FAILED);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(directory), 0);
	assert_int_equal(seal_make_key(directory, &fault), FAILED);
	assert_non_null(strstr(fault.words, directory));
}

/* "first unknown last", or "no" where the text is no birthday. */
static const char *read_birth(const char *text, struct arena *arena)
{
	char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
	struct birth birth = { 0 };

	if (!birth_read(text, &birth))
		return "no";
	return arena_print(arena, "%s %s %s", date_print(birth.first, first), birth.unknown,
	                   date_print(birth_last(birth.first, birth.unknown), last));
}

static void test_birthdays_of_which_parts_are_unknown(void **state)
{
	assert_string_equal(read_birth("19950213", *state), "1995-02-13  1995-02-13");
	assert_string_equal(read_birth("19950200", *state), "1995-02-01 day 1995-02-28");
	assert_string_equal(read_birth("19960200", *state), "1996-02-01 day 1996-02-29");
	assert_string_equal(read_birth("19951200", *state), "1995-12-01 day 1995-12-31");
	assert_string_equal(read_birth("19950000", *state), "1995-01-01 month 1995-12-31");
	assert_string_equal(read_birth("00000000", *state), "1900-01-01 year ");
	assert_string_equal(read_birth("19501332", *state), "no");
	assert_string_equal(read_birth("19500230", *state), "no");
	assert_string_equal(read_birth("19000229", *state), "no");
	assert_string_equal(read_birth("19950013", *state), "no");
	assert_string_equal(read_birth("00000213", *state), "no");
	assert_string_equal(read_birth("00000200", *state), "no");
	assert_string_equal(read_birth("1995021", *state), "no");
	assert_string_equal(read_birth("1995-02-13", *state), "no");
	assert_string_equal(read_birth("", *state), "no");
}

static void test_what_is_unknown_becomes_the_first(void **state)
{
	(void)state;
	assert_int_equal(birth_first(date_of(1995, 2, 13), "day").day, date_of(1995, 2, 1).day);
	assert_int_equal(birth_first(date_of(1995, 2, 13), "month").day, date_of(1995, 1, 1).day);
	assert_int_equal(birth_first(date_of(1995, 2, 13), "year").day, date_of(1900, 1, 1).day);
	assert_int_equal(birth_first(date_of(1995, 2, 13), NULL).day, date_of(1995, 2, 13).day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bsn),
		cmocka_unit_test(test_bsn_finds_a_slip_of_the_pen),
		cmocka_unit_test(test_postcode),
		cmocka_unit_test(test_birthdays_of_which_parts_are_unknown),
		cmocka_unit_test(test_what_is_unknown_becomes_the_first),
		cmocka_unit_test(test_name),
		cmocka_unit_test(test_street),
		cmocka_unit_test(test_search_name),
		cmocka_unit_test(test_a_seal_opens_with_its_key),
		cmocka_unit_test(test_a_changed_seal_does_not_open),
		cmocka_unit_test(test_a_mark_is_the_key_holders),
		cmocka_unit_test(test_the_key_is_made_once),
	};

	return cmocka_run_group_tests_name("person", tests, set_up, tear_down);
}
