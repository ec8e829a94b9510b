/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "platform/base/text.h"
#include "platform/http/multipart.h"

#define LONG_TYPE                                                                                            \
	"multipart/form-data; boundary="                                                                     \
	"01234567890123456789012345678901234567890123456789012345678901234567890"
#define TYPE "multipart/form-data; boundary=xyz"

/* What came, as one line: "name(file)=content;". */
static bool note_begin(void *context, const char *name, const char *file_name)
{
	text_print(context, "%s", name);
	if (file_name != NULL)
		text_print(context, "(%s)", file_name);
	text_add(context, "=");
	return strcmp(name, "stop") != 0;
}

static bool note_content(void *context, const char *bytes, size_t length)
{
	text_add_part(context, bytes, length);
	return true;
}

static bool note_end(void *context)
{
	text_add(context, ";");
	return true;
}

/* Takes a form in pieces of so many bytes; "!" where it is refused, "?" where it is not whole. */
static struct text taken(const char *type, const char *form, size_t piece)
{
	struct text told = text_new((size_t)64 * 1024);
	const struct multipart_sink sink = { &told, note_begin, note_content, note_end };
	struct multipart multipart;
	size_t length = strlen(form);
	bool goes_on = multipart_begin(&multipart, type, &sink);

	for (size_t at = 0; goes_on && at < length; at += piece)
		goes_on = multipart_take(&multipart, form + at, piece < length - at ? piece : length - at);
	if (!goes_on)
		text_add(&told, "!");
	else if (!multipart_is_whole(&multipart))
		text_add(&told, "?");
	return told;
}

/* The same in every cut of the stream. */
static void assert_taken(const char *form, const char *expected)
{
	for (size_t piece = 1; piece <= strlen(form) + 1; piece++) {
		CLEANUP(text_done) struct text told = taken(TYPE, form, piece);

		assert_string_equal(text_words(&told), expected);
	}
}

#define PART(parameters, content)                                                                            \
	"--xyz\r\nContent-Disposition: form-data; " parameters "\r\n\r\n" content "\r\n"
#define END "--xyz--\r\n"

static void test_fields_and_a_file(void **state)
{
	(void)state;
	assert_taken(PART("name=\"a\"", "1") PART("name=\"f\"; filename=\"x;y.pdf\"", "%PDF") END,
	             "a=1;f(x;y.pdf)=%PDF;");
	assert_taken(PART("name=\"a\"", "") END, "a=;");
	assert_taken(PART("name=\"f\"; filename=\"\"", "") END, "f()=;");
	assert_taken(PART("filename=x; name=f", "1") END "what stands behind it is passed over", "f(x)=1;");
	assert_taken(
		"--xyz\r\nContent-Type: a/b\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\n1\r\n" END,
		"a=1;");
}

/* What looks as a delimiter and is none. */
static void test_almost_a_delimiter(void **state)
{
	(void)state;
	assert_taken(PART("name=\"a\"", "\r\r\n\r\n-\r\n--xy\r\n--xyZ--xyz\r") END,
	             "a=\r\r\n\r\n-\r\n--xy\r\n--xyZ--xyz\r;");
	assert_taken(PART("name=\"a\"", "\n--xyz--\n") END, "a=\n--xyz--\n;");
}

static void test_refused(void **state)
{
	(void)state;
	assert_taken("", "?");
	assert_taken("--xyz", "?");
	assert_taken(PART("name=\"a\"", "1"), "a=1?");
	assert_taken("before\r\n" PART("name=\"a\"", "1") END, "!");
	assert_taken("--xyz \r\n\r\n", "!");
	assert_taken(PART("x=1", "1") END, "!");
	assert_taken(PART("name=\"\"", "1") END, "!");
	assert_taken(PART("name=\"a", "1") END, "!");
	assert_taken(PART("name=\"a\tb\"", "1") END, "!");
	assert_taken(PART("name=\"stop\"", "1") END, "stop=!");
	assert_taken("--xyz\r\n\r\n1\r\n" END, "!");
}

static void test_headers_have_a_length(void **state)
{
	char form[MULTIPART_HEADERS_BYTES + 100];
	CLEANUP(text_done) struct text told = { 0 };

	(void)state;
	memset(form, 'a', sizeof(form));
	memcpy(form, "--xyz\r\n", 7);
	form[sizeof(form) - 1] = '\0';
	told = taken(TYPE, form, 1000);
	assert_string_equal(text_words(&told), "!");
}

static void test_boundaries(void **state)
{
	static const char *const wrong[] = {
		"multipart/form-data",
		"multipart/form-data; boundary=",
		"multipart/form-data; boundary=\"a",
		"multipart/form-data; boundary=a<b",
		"multipart/form-dataX; boundary=a",
		"text/plain; boundary=a",
	};
	struct multipart multipart;
	const struct multipart_sink sink = { NULL, note_begin, note_content, note_end };

	(void)state;
	assert_false(multipart_begin(&multipart, NULL, &sink));
	assert_false(multipart_begin(&multipart, LONG_TYPE, &sink));
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(multipart_begin(&multipart, wrong[i], &sink));
	assert_true(multipart_begin(&multipart, "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
	                            &sink) == false);
	assert_true(
		multipart_begin(&multipart, "multipart/form-data; charset=utf-8; boundary=\"a'b\"", &sink));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields_and_a_file), cmocka_unit_test(test_almost_a_delimiter),
		cmocka_unit_test(test_refused),           cmocka_unit_test(test_headers_have_a_length),
		cmocka_unit_test(test_boundaries),
	};

	return cmocka_run_group_tests_name("multipart", tests, NULL, NULL);
}
