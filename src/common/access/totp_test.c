/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/access/totp.h"
#include "platform/base/text.h"
#include "platform/page/qr.h"

/* The secret of the examples of RFC 6238, appendix B. */
static const struct totp_secret example = { "12345678901234567890" };

static void test_the_examples_of_the_standard(void **state)
{
	/* the last six of the eight digits that the appendix has */
	static const struct {
		int64_t seconds;
		const char *code;
	} examples[] = {
		{ 59, "287082" },         { 1111111109, "081804" }, { 1111111111, "050471" },
		{ 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
	};
	char code[TOTP_DIGITS + 1];

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++) {
		totp_code(&example, totp_step((struct moment){ examples[i].seconds }), code);
		assert_string_equal(code, examples[i].code);
	}
}

static void test_one_step_of_drift_and_no_more(void **state)
{
	const int64_t now = 1111111111, step = now / TOTP_SECONDS;

	(void)state;
	for (int64_t off = -3; off <= 3; off++) {
		int64_t found =
			totp_match(&example, "050471", (struct moment){ now + off * TOTP_SECONDS }, 0);

		assert_int_equal(found, off >= -1 && off <= 1 ? step : 0);
	}
}

static void test_a_code_counts_once(void **state)
{
	const struct moment now = { 1111111111 };
	int64_t step = totp_match(&example, "050471", now, 0);

	(void)state;
	assert_int_not_equal(step, 0);
	assert_int_equal(totp_match(&example, "050471", now, step), 0);
	/* nor one from before it */
	assert_int_equal(totp_match(&example, "081804", now, step), 0);
	assert_int_not_equal(totp_match(&example, "081804", now, 0), 0);
}

static void test_what_is_no_code_is_refused(void **state)
{
	static const char *const others[] = { "", "05047", "0504710", "050472", "abcdef", "07081804" };

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++)
		assert_int_equal(totp_match(&example, others[i], (struct moment){ 1111111111 }, 0), 0);
}

static void test_the_secret_as_an_app_reads_it(void **state)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	struct totp_secret back;
	const char *address = totp_address(&example, "lia", "Gemeente Één & zo", arena);

	(void)state;
	assert_string_equal(totp_in_groups(&example, arena), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
	assert_string_equal(address,
	                    "otpauth://totp/Gemeente%20%C3%89%C3%A9n%20%26%20zo%3Alia?secret="
	                    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gemeente%20%C3%89%C3%A9n%20%26%20zo"
	                    "&algorithm=SHA1&digits=6&period=30");
	assert_true(totp_of_text(totp_to_text(&example, arena), &back));
	assert_memory_equal(back.bytes, example.bytes, sizeof(back.bytes));
	assert_false(totp_of_text("1234", &back));
	assert_false(totp_of_text("", &back));
	arena_free(arena);
}

static void test_the_address_fits_in_a_qr_code(void **state)
{
	struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	char long_text[4000];
	struct qr qr = qr_of(totp_address(&example, "lia", "Gemeente", arena), arena);

	(void)state;
	assert_non_null(qr.path);
	assert_true(qr.size > 21 + 8 && qr.size < 80);
	/* the finder pattern begins inside the quiet zone */
	assert_memory_equal(qr.path, "M4 4h1v1h-1zM5 4h", 17);
	memset(long_text, 'a', sizeof(long_text));
	long_text[sizeof(long_text) - 1] = '\0';
	assert_null(qr_of(long_text, arena).path);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_examples_of_the_standard),
		cmocka_unit_test(test_one_step_of_drift_and_no_more),
		cmocka_unit_test(test_a_code_counts_once),
		cmocka_unit_test(test_what_is_no_code_is_refused),
		cmocka_unit_test(test_the_secret_as_an_app_reads_it),
		cmocka_unit_test(test_the_address_fits_in_a_qr_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
