/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/document/file.h"

static struct file_attached fine(void)
{
	return (struct file_attached){
		.person = 1,
		.media_type = "application/pdf",
		.bytes = 12,
		.dated = date_of(2023, 5, 15),
		.situation = { .today = date_of(2023, 5, 15), .is_known_person = true, .has_content = true }
	};
}

/* Breaks no rule but the one of that code. */
static void assert_breaks(const struct file_attached *attached, const char *code)
{
	for (size_t i = 0; i < FILE_ATTACHED_RULES_COUNT; i++)
		if (!file_attached_rules[i].holds(attached))
			assert_string_equal(file_attached_rules[i].code, code);
		else
			assert_string_not_equal(file_attached_rules[i].code, code);
}

static void test_each_rule_is_broken_alone(void **state)
{
	struct file_attached attached = fine();

	(void)state;
	assert_int_equal(COUNT(file_attached_rules), FILE_ATTACHED_RULES_COUNT);
	assert_breaks(&attached, "");
	attached.bytes = 0;
	assert_breaks(&attached, "file-empty");
	attached = fine();
	attached.bytes = (int64_t)25 * 1024 * 1024;
	assert_breaks(&attached, "");
	attached.bytes++;
	assert_breaks(&attached, "file-large");
	attached = fine();
	attached.media_type = "application/x-msdownload";
	assert_breaks(&attached, "file-type");
	attached = fine();
	attached.situation.is_known_person = false;
	assert_breaks(&attached, "file-person");
	attached = fine();
	attached.situation.has_content = false;
	assert_breaks(&attached, "file-content");
	attached = fine();
	attached.situation.is_double = true;
	assert_breaks(&attached, "file-double");
	attached = fine();
	attached.dated = date_of(2023, 5, 16);
	assert_breaks(&attached, "file-future");
}

static void test_what_is_not_there_cannot_go(void **state)
{
	struct file_withdrawn withdrawn = { .person = 1, .file = 2, .is_known = true };

	(void)state;
	assert_int_equal(COUNT(file_withdrawn_rules), FILE_WITHDRAWN_RULES_COUNT);
	assert_true(file_withdrawn_rules[0].holds(&withdrawn));
	withdrawn.is_known = false;
	assert_string_equal(file_withdrawn_rules[0].code, "withdraw-file");
	assert_false(file_withdrawn_rules[0].holds(&withdrawn));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_rule_is_broken_alone),
		cmocka_unit_test(test_what_is_not_there_cannot_go),
	};

	return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
