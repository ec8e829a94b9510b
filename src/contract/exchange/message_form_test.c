/* SPDX-License-Identifier: EUPL-1.2 */
/* What is refused before any rule is asked, and what the tables of messages say. */
#include "contract/exchange/message_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)16 * 1024 * 1024)
#define GOLDEN "tests/golden/messages/" /* tests run from the root of the source */

static int arena_setup(void **state)
{
	*state = arena_new(ARENA_BYTES);
	return 0;
}

static int arena_teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *read_golden(const char *name, struct arena *arena, size_t *ret_length)
{
	char *bytes = arena_take(arena, 65536);
	FILE *file = fopen(arena_print(arena, GOLDEN "%s", name), "rb");

	assert_non_null(file);
	*ret_length = fread(bytes, 1, 65535, file);
	assert_int_equal(fclose(file), 0);
	return bytes;
}

/* --- what is refused as a form --- */

/* The golden message with one text replaced by another gives one finding of that code. */
static void assert_refused(const char *name, const char *from, const char *to, const char *code,
                           struct arena *arena)
{
	struct findings findings = findings_new(arena, "nl");
	struct message_reading reading;
	size_t length;
	const char *golden = read_golden(name, arena, &length), *at = strstr(golden, from);
	const char *changed;

	assert_non_null(at);
	changed = arena_print(arena, "%.*s%s%s", (int)(at - golden), golden, to, at + strlen(from));
	assert_int_equal(message_read(changed, strlen(changed), &findings, &reading), FINDINGS);
	assert_int_equal(reading.level, MESSAGE_LEVEL_FORM);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.items[0].code, code);
}

static void test_what_is_refused_as_a_form(void **state)
{
	struct arena *arena = *state;

	assert_refused("wmo305.xml", "<Bericht", "<!DOCTYPE Bericht><Bericht", "xml-doctype", arena);
	assert_refused("wmo305.xml", "wmo305", "wmo399", "xml-root", arena);
	assert_refused("wmo305.xml", ">418<", ">414<", "xml-value", arena);
	assert_refused("wmo305.xml", "</Bericht>", "", "xml-form", arena);
	assert_refused("wmo305.xml", "<Bsn>999900031</Bsn>", "", "xml-missing", arena);
	assert_refused("wmo305.xml", "999900031", "99990003", "xml-value", arena);
	assert_refused("wmo305.xml", "<Header>", "<Header xsi=\"1\">", "xml-attribute", arena);
	assert_refused("wmo305.xml", "<Client>", "<Client><![CDATA[]]>", "xml-text", arena);
	assert_refused("wmo305.xml", "<Bsn>", "<Iets/><Bsn>", "xml-element", arena);
	assert_refused("wmo305.xml", "UTF-8", "ISO-8859-1", "xml-encoding", arena);
	assert_refused("wmo301.xml", "NaamGebruik>1<", "NaamGebruik>7<", "xml-value", arena);
}

static void test_cuts_between_characters(void **state)
{
	assert_string_equal(message_cut("Voorbeeldstraat", 15, *state), "Voorbeeldstraat");
	assert_string_equal(message_cut("Voorbeeldstraat", 5, *state), "Voorb");
	assert_string_equal(message_cut("Één straat", 4, *state), "Één");
	assert_string_equal(message_cut("éé", 1, *state), "é");
	assert_string_equal(message_cut("", 1, *state), "");
}

static void test_tables_agree(void **state)
{
	(void)state;
	for (size_t i = 0; i < messages_count; i++) {
		const struct message *message = &messages[i];

		assert_ptr_equal(message_find(message->code, date_of(2023, 4, 3)), message);
		assert_false(message_is_early(message, date_of(2023, 4, 3)));
		assert_ptr_equal(message_find(message->code, date_of(2023, 4, 2)), message);
		assert_true(message_is_early(message, date_of(2023, 4, 2)));
		assert_true(message->answers != NULL || message_answer_to(message) != NULL);
	}
	assert_null(message_find("WMO999", date_of(2023, 4, 3)));
	assert_string_equal(message_cross_rule("TR019")->return_code, "9019");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_what_is_refused_as_a_form, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(test_cuts_between_characters, arena_setup, arena_teardown),
		cmocka_unit_test(test_tables_agree),
	};

	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
