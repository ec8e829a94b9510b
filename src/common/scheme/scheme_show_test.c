/* SPDX-License-Identifier: EUPL-1.2 */
/* What is shown of a scheme on a day, and what is said of another version. */
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

/* --- another version --- */

static struct texts changes_of(struct test *test, const char *yaml)
{
	struct scheme before;

	assert_int_equal(fixture_read(test, test->town), OK);
	before = test->scheme;
	if (fixture_read(test, yaml) != OK)
		fail_msg("%s", test->findings.items[0].words);
	return scheme_diff(&before, &test->scheme, "nl", test->arena);
}

struct change {
	const char *find, *put; /* in the town */
	const char *sentence;   /* the first that is said */
	size_t count;
};

static const struct change changes[] = {
	{ "label: Stad\n", "label: De stad\n", "Regeling: Omschrijving was \"Stad\" en wordt \"De stad\".",
	  1 },
	{ "name: Noord, label: Noord", "name: Noord, label: Het noorden",
	  "Gebieden, Noord: Omschrijving was \"Noord\" en wordt \"Het noorden\".", 1 },
	{ "parties: [lid-a, lid-b]\n", "parties: lid-b\n",
	  "Wie wat waar mag leveren, kundig: Partijen was \"lid-a, lid-b\" en wordt \"lid-b\".", 1 },
	{ "about: Een keer}", "about: Een keer} # meer niet", NULL, 0 },
	{ "until: 2031-01-01", "until: 2032-01-01",
	  "Verlengingen, samen: Verlengd tot was \"2031-01-01\" en wordt \"2032-01-01\".", 1 },
	{ "may_refuse: false", "may_refuse: true",
	  "Eerst het eigen netwerk: Mag alleen om het netwerk worden geweigerd was \"nee\" en wordt \"ja\".",
	  1 },
	{ "authorities: Stad, outcomes: [told, arranged]", "authorities: Stad, outcomes: [told]",
	  "Loket: Waar een vraag op uitkomt was \"told, arranged\" en wordt \"told\".", 1 },
};

static void each_change_is_said(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(changes); i++) {
		const struct change *change = &changes[i];
		struct texts said;

		said = changes_of(test, fixture_replaced(test, test->town, change->find, change->put));
		assert_int_equal(said.count, change->count);
		if (change->sentence != NULL)
			assert_string_equal(said.items[0], change->sentence);
	}
}

static void what_comes_and_goes_is_said(void **state)
{
	struct test *test = *state;
	const char *yaml = fixture_replaced(
		test, test->town, "  - {theme: sport, label: Sport, to: jeugd, from: 2022-01-01}\n",
		"  - {theme: sport, label: Sport, to: jeugd, from: 2023-01-01}\n");
	struct texts said = changes_of(test, yaml);

	assert_int_equal(said.count, 2);
	assert_string_equal(said.items[0],
	                    "Welke vraag voor wie is, sport, Sport, jeugd, 2022-01-01: vervalt.");
	assert_string_equal(
		said.items[1],
		"Welke vraag voor wie is, sport, Sport, jeugd, 2023-01-01: nieuw vanaf 2023-01-01.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(on_a_day_only_what_holds, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(themes_phases_and_norms_follow_the_day, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(what_holds_on_every_day_follows, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(reads_as_words, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(each_change_is_said, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(what_comes_and_goes_is_said, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
