/* SPDX-License-Identifier: EUPL-1.2 */
/* What is shown of a scheme on a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/scheme/fixture.h"
#include "common/scheme/scheme_show.h"

#define MAX_BYTES ((size_t)1024 * 1024)

static const char *shown(struct test *test, struct date on, bool as_json)
{
	CLEANUP(text_done) struct text out = text_new(MAX_BYTES);
	const struct scheme_view_on view = { &test->scheme, on, "nl", test->arena };

	assert_int_equal(fixture_read(test, test->town), OK);
	if (as_json)
		scheme_show_json(&view, &out);
	else
		scheme_show_words(&view, &out);
	assert_false(out.is_full);
	return arena_copy(test->arena, text_words(&out));
}

static void on_a_day_only_what_holds(void **state)
{
	struct test *test = *state;
	const char *before = shown(test, date_of(2020, 5, 31), true);
	const char *after = shown(test, date_of(2020, 6, 1), true);
	const char *all = shown(test, (struct date){ 0 }, true);

	assert_non_null(strstr(before, "\"name\":\"oud\",\"how\":\"keep_current\""));
	assert_non_null(strstr(before, "{\"name\":\"vroeger\""));
	assert_null(strstr(before, "\"how\":\"area_lead\""));
	assert_null(strstr(before, "{\"name\":\"onder-1\",\"label\""));
	assert_null(strstr(after, "\"how\":\"keep_current\""));
	assert_null(strstr(after, "{\"name\":\"vroeger\""));
	assert_non_null(strstr(after, "\"how\":\"area_lead\""));
	assert_non_null(strstr(after, "{\"name\":\"onder-2\""));
	assert_non_null(strstr(all, "\"on\":null"));
	assert_non_null(strstr(all, "\"how\":\"keep_current\""));
	assert_non_null(strstr(all, "\"how\":\"area_lead\""));
}

static void themes_phases_and_norms_follow_the_day(void **state)
{
	struct test *test = *state;
	const char *start = shown(test, date_of(2020, 6, 1), true);
	const char *running = shown(test, date_of(2022, 1, 1), true);
	const char *over = shown(test, date_of(2030, 1, 1), true);

	assert_non_null(strstr(start, "{\"name\":\"opstart\""));
	assert_null(strstr(start, "{\"name\":\"daarna\""));
	assert_non_null(strstr(start, "\"to\":\"duo\""));
	assert_null(strstr(running, "{\"name\":\"opstart\""));
	assert_non_null(strstr(running, "{\"name\":\"daarna\""));
	assert_non_null(strstr(running, "{\"name\":\"bodem\""));
	assert_non_null(strstr(running, "\"to\":\"jeugd\""));
	assert_null(strstr(running, "\"to\":\"duo\""));
	assert_non_null(strstr(over, "\"norms\":[]"));
}

static void what_holds_on_every_day_follows(void **state)
{
	const char *words = shown(*state, date_of(2022, 1, 1), true);

	assert_non_null(strstr(words, "\"always\":{\"authorities\":[{\"name\":\"Stad\""));
	assert_non_null(strstr(words, "\"network_first\":{"));
	assert_null(strstr(words, "\"at\":"));
}

static void reads_as_words(void **state)
{
	const char *words = shown(*state, date_of(2021, 1, 1), false);

	assert_memory_equal(words, "Stad, 2021-01-01\nEen regeling om mee te toetsen.\n", 49);
	assert_non_null(strstr(words, "\nWie wat waar mag leveren\n  noord\n"));
	assert_non_null(strstr(words, "    Hoe wordt toegewezen: een hoofdaanbieder per gebied\n"));
	assert_non_null(strstr(words, "    Partijen: lid-a, lid-b\n    Valt onder: duo\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(on_a_day_only_what_holds, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(themes_phases_and_norms_follow_the_day, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(what_holds_on_every_day_follows, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(reads_as_words, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
