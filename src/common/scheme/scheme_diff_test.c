/* SPDX-License-Identifier: EUPL-1.2 */
/* What is said of another version: sentences that a contract manager can read aloud in a meeting. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "common/scheme/fixture.h"
#include "common/scheme/scheme_diff.h"

#define FILE_BYTES ((size_t)256 * 1024)
#define MAX_EDITS 3

static struct scheme_changes changes_from(struct test *test, const char *before, const char *after,
                                          struct date holds)
{
	struct scheme old;

	if (fixture_read(test, before) != OK)
		fail_msg("%s", test->findings.items[0].words);
	old = test->scheme;
	if (fixture_read(test, after) != OK)
		fail_msg("line %d: %s", test->findings.items[0].line, test->findings.items[0].words);
	return scheme_diff(&(struct scheme_versions){ &old, &test->scheme, holds }, "nl", test->arena);
}

static struct scheme_changes changes_between(struct test *test, const char *before, const char *after)
{
	return changes_from(test, before, after, (struct date){ 0 });
}

static const char *file(struct test *test, const char *path)
{
	char *bytes = arena_take(test->arena, FILE_BYTES);
	FILE *stream = fopen(path, "rb");
	size_t length = stream == NULL ? 0 : fread(bytes, 1, FILE_BYTES - 1, stream);

	assert_non_null(stream);
	assert_int_equal(fclose(stream), 0);
	assert_true(length > 0);
	return bytes;
}

/* --- three changes as they happen --- */

static const char lead_of_three[] = "    areas: [Leek, Marum, Zuidhorn]\n"
				    "    parties: miep\n"
				    "    from: 2023-03-01\n"
				    "  - name: vanaf-75-dnzt\n";
static const char lead_of_two[] = "    areas: [Leek, Zuidhorn]\n"
				  "    parties: miep\n"
				  "    from: 2023-03-01\n"
				  "  - name: huishoudelijke-hulp-marum-tot-2024\n"
				  "    how: area_lead\n"
				  "    agreement: hoofdaanbieders\n"
				  "    products: huishoudelijke-hulp\n"
				  "    target_group: vanaf-18\n"
				  "    areas: Marum\n"
				  "    parties: miep\n"
				  "    from: 2023-03-01\n"
				  "    until: 2024-01-01\n"
				  "  - name: huishoudelijke-hulp-marum\n"
				  "    how: area_lead\n"
				  "    agreement: hoofdaanbieders\n"
				  "    products: huishoudelijke-hulp\n"
				  "    target_group: vanaf-18\n"
				  "    areas: Marum\n"
				  "    parties: dnzt\n"
				  "    from: 2024-01-01\n"
				  "  - name: vanaf-75-dnzt\n";

static void an_area_goes_to_another_party(void **state)
{
	struct test *test = *state;
	const char *before = file(test, "schemes/westerkwartier.yaml");
	const char *after = fixture_replaced(test, before, lead_of_three, lead_of_two);
	struct scheme_changes said = changes_between(test, before, after);
	const struct scheme_reach *reach = &said.items[0].reach;

	assert_int_equal(said.count, 1);
	assert_string_equal(said.items[0].words,
	                    "Vanaf 1 januari 2024 levert De Nieuwe Zorg Thuis (DNZT) hulp bij het "
	                    "huishouden in Marum; tot die dag MIEP.");
	assert_int_equal(said.items[0].from.day, date_of(2024, 1, 1).day);
	assert_false(date_is(said.items[0].until));
	assert_true(reach->is_help && reach->is_who);
	assert_int_equal(reach->products.count, 1);
	assert_string_equal(reach->products.items[0], "huishoudelijke-hulp");
	assert_string_equal(reach->areas.items[0], "Marum");
	said = changes_between(test, after, before);
	assert_string_equal(said.items[0].words,
	                    "Vanaf 1 januari 2024 levert MIEP hulp bij het huishouden in Marum, in "
	                    "plaats van De Nieuwe Zorg Thuis (DNZT).");
}

/* What a version says of days before it holds, changes nothing; what it says of then on begins that day. */
static void a_version_holds_from_its_day(void **state)
{
	struct test *test = *state;
	const char *before = file(test, "schemes/westerkwartier.yaml");
	const char *after = fixture_replaced(test, before, lead_of_three, lead_of_two);
	struct scheme_changes said = changes_from(test, before, after, date_of(2024, 4, 1));

	assert_int_equal(said.count, 1);
	assert_string_equal(
		said.items[0].words,
		"Vanaf 1 april 2024 levert De Nieuwe Zorg Thuis (DNZT) hulp bij het huishouden in Marum; tot "
		"die dag MIEP.");
	after = fixture_replaced(test, before, "    until: 2022-07-01\n", "    until: 2022-07-02\n");
	after = fixture_replaced(test, after, "    parties: aanbieder-18-75\n    from: 2022-07-01\n",
	                         "    parties: aanbieder-18-75\n    from: 2022-07-02\n");
	after = fixture_replaced(test, after, "  - name: overgang-18-75\n    on: 2022-07-01\n",
	                         "  - name: overgang-18-75\n    on: 2022-07-02\n");
	said = changes_from(test, before, after, date_of(2022, 7, 2));
	assert_int_equal(said.count, 2);
	assert_string_equal(said.items[0].section, "lanes");
	assert_string_equal(said.items[0].words,
	                    "Wie wat waar mag leveren, is anders opgeschreven; voor inwoners "
	                    "verandert daardoor niets.");
	assert_string_equal(said.items[1].words,
	                    "Overgang overgang-18-75 is op 2 juli 2022; dat was 1 juli 2022.");
}

static const char five[] = "    parties: [aanbieder-2, aanbieder-3, aanbieder-4, aanbieder-5]\n"
			   "    from: 2022-01-01\n"
			   "    until: 2026-01-01\n";
static const char four[] =
	"    parties: [aanbieder-2, aanbieder-3, aanbieder-4, aanbieder-5]\n"
	"    from: 2022-01-01\n"
	"    until: 2023-07-01\n"
	"  - name: keuze-vanaf-juli\n"
	"    how: choice_among\n"
	"    agreement: vijf-partijen\n"
	"    products: huishoudelijke-ondersteuning\n"
	"    target_group: vanaf-18\n"
	"    areas: [Alphen-centrum, Alphen-noord, Alphen-zuid, Aarlanderveen, Benthuizen, Boskoop,\n"
	"      Hazerswoude-Dorp, Hazerswoude-Rijndijk, Koudekerk aan den Rijn, Zwammerdam]\n"
	"    parties: [aanbieder-2, aanbieder-3, aanbieder-4]\n"
	"    from: 2023-07-01\n"
	"    until: 2026-01-01\n";

static void a_party_leaves(void **state)
{
	struct test *test = *state;
	const char *before = file(test, "schemes/alphen.yaml");
	struct scheme_changes said =
		changes_between(test, before, fixture_replaced(test, before, five, four));

	assert_int_equal(said.count, 4);
	assert_string_equal(said.items[0].words,
	                    "Vanaf 1 juli 2023 levert Aanbieder 5 (naam niet bekend) geen huishoudelijke "
	                    "ondersteuning meer in "
	                    "Aarlanderveen, Hazerswoude-Dorp, Hazerswoude-Rijndijk, Koudekerk aan den Rijn "
	                    "en Zwammerdam; wel nog "
	                    "WIJdezorg (onder Combinatie WIJdezorg, Thuiszorg IZO en Axxicom Thuishulp), "
	                    "Aanbieder 2 (naam niet "
	                    "bekend), Aanbieder 3 (naam niet bekend) en Aanbieder 4 (naam niet bekend).");
	assert_string_equal(said.items[3].words,
	                    "Vanaf 1 juli 2023 levert Aanbieder 5 (naam niet bekend) niets meer.");
	assert_string_equal(said.items[3].section, "parties");
	assert_string_equal(said.items[3].reach.parties.items[0], "aanbieder-5");
}

static void a_norm_changes(void **state)
{
	struct test *test = *state;
	const char *before = file(test, "schemes/tom-in-de-buurt.yaml");
	const char *after = fixture_replaced(test, before,
	                                     "    label: De afgesproken resultaten worden gehaald\n"
	                                     "    phases: [running]\n",
	                                     "    label: De afgesproken resultaten worden gehaald\n"
	                                     "    phases: [start_up, running]\n");
	struct scheme_changes said = changes_between(test, before, after);

	assert_int_equal(said.count, 1);
	assert_string_equal(said.items[0].words,
	                    "Norm \"De afgesproken resultaten worden gehaald\": in welke soorten "
	                    "fasen met opstart erbij.");
	assert_int_equal(said.items[0].from.day, date_of(2015, 1, 1).day);
	assert_true(said.items[0].reach.is_help);
	assert_false(said.items[0].reach.is_who);
	assert_true(said.items[0].reach.parties.count > 0);
}

/* --- one change each, in the town that has everything --- */

struct edit {
	const char *find, *put;
};

static const struct {
	struct edit edits[MAX_EDITS];
	size_t count;
	const char *sentence; /* the first that is said */
} rows[] = {
	{ { { "label: Stad\n", "label: De stad\n" } },
	  1,
	  "Regeling: omschrijving wordt \"De stad\"; dat was \"Stad\"." },
	{ { { "name: Noord, label: Noord", "name: Noord, label: Het noorden" } },
	  1,
	  "Gebied \"Het noorden\": omschrijving wordt \"Het noorden\"; dat was \"Noord\"." },
	{ { { "about: Een keer}", "about: Een keer} # meer niet" } }, 0, NULL },
	{ { { "    parties: een\n    from: 2020-06-01\n  - name: zuid",
	      "    parties: twee\n    from: 2020-06-01\n  - name: zuid" },
	    { "name: onder-1, under: een", "name: onder-1, under: twee" },
	    { "parties_count: 2,", "parties_count: 1," } },
	  4,
	  "Vanaf 1 juni 2020 levert Twee hulp in Noord, in plaats van Een." },
	{ { { "    served_before: 2020-06-01\n", "    served_before: 2019-06-01\n" } },
	  1,
	  "Vanaf 1 juni 2020 levert Een (onder Twee, alleen aan wie al voor 1 juni 2019 cliënt was) hulp in "
	  "Zuid, in "
	  "plaats van Een (onder Twee, alleen aan wie al voor 1 juni 2020 cliënt was); wat blijft: Twee." },
	{ { { "series: {count: 300}", "series: {count: 301}" },
	    { "parties_count: 300", "parties_count: 301" } },
	  3,
	  "Vanaf 1 januari 2019 levert ook Keuze nummer 301 (naam niet bekend) opvang in alle gebieden, "
	  "naast 300 "
	  "aanbieders." },
	{ { { "until: 2030-01-01, parties_count: 1", "until: 2030-07-01, parties_count: 1" } },
	  1,
	  "Overeenkomst Samen loopt tot en met 30 juni 2030; dat was 31 december 2029." },
	{ { { "until: 2031-01-01", "until: 2032-01-01" } }, 2, "Verlenging van Samen vervalt." },
	{ { { "may_refuse: false", "may_refuse: true" } },
	  1,
	  "Eerst het eigen netwerk: mag alleen om het netwerk worden geweigerd, voortaan wel." },
	{ { { "outcomes: [told, arranged]", "outcomes: [arranged, told]" } },
	  1,
	  "Loket: waar een vraag op uitkomt in een andere volgorde." },
	{ { { "postcodes: [1000, 1002]", "postcodes: [1000]" },
	    { "postcodes: 1001}", "postcodes: [1001, 1002]}" } },
	  1,
	  "Vanaf 1 januari 2019 ligt postcode 1002 in Zuid, en niet in Noord." },
	{ { { "to: jeugd, from: 2022-01-01", "to: jeugd, from: 2023-01-01" } },
	  1,
	  "Van 1 januari 2022 tot en met 31 december 2022 zijn vragen over sport voor Duo, en niet voor "
	  "Jeugdhulp." },
	{ { { "agreement: samen, from: 2021-06-01", "agreement: samen, from: 2021-09-01" } },
	  1,
	  "Van 1 juni 2021 tot en met 31 augustus 2021 geldt voor \"Samen\" de fase \"Opstart\", en niet "
	  "\"Daarna\"." },
	{ { { "  - rule: area_lead\n  - rule: choice_among\n",
	      "  - rule: choice_among\n  - rule: area_lead\n" } },
	  1,
	  "De volgorde bij het toewijzen wordt: de huidige aanbieder blijft leveren, onderaannemer voor wie "
	  "deze al "
	  "hielp, de inwoner kiest, een hoofdaanbieder per gebied, het lid van de combinatie dat het gebied "
	  "heeft en "
	  "het lid dat de deskundigheid heeft." },
	{ { { "  - name: zuid\n    how", "  - name: het-zuiden\n    how" } },
	  1,
	  "Wie wat waar mag leveren, is anders opgeschreven; voor inwoners verandert daardoor niets." },
	{ { { "caps: {areas_per_party: 2", "caps: {areas_per_party: 3" } },
	  1,
	  "Grenzen per partij: hoogste aantal gebieden per partij wordt 3; dat was 2." },
	{ { { "caps: {areas_per_party: 2, about: Geen monopolies}\n", "" },
	    { "threshold, caps,", "threshold," } },
	  1,
	  "Grenzen per partij vervalt." },
	{ { { "owner: {before_assignment: authority, after_assignment: authority}",
	      "owner: {before_assignment: authority, after_assignment: responsible_party}" } },
	  1,
	  "Eigenaar van de cliënt: eigenaar na de toewijzing wordt \"de aanbieder die verantwoordelijk is\"; "
	  "dat was "
	  "\"de gemeente\"." },
};

static void each_change_is_said(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *after = test->town;
		struct scheme_changes said;

		for (size_t j = 0; j < MAX_EDITS && rows[i].edits[j].find != NULL; j++)
			after = fixture_replaced(test, after, rows[i].edits[j].find, rows[i].edits[j].put);
		said = changes_between(test, test->town, after);
		for (size_t j = 0; said.count != rows[i].count && j < said.count; j++)
			print_message("%zu: %s\n", i, said.items[j].words);
		assert_int_equal(said.count, rows[i].count);
		if (rows[i].sentence != NULL)
			assert_string_equal(said.items[0].words, rows[i].sentence);
	}
}

static void a_cutover_moves(void **state)
{
	struct test *test = *state;
	const char *before = file(test, "schemes/zwolle.yaml"), *after = before;
	struct scheme_changes said;

	after = fixture_replaced(test, after, "    until: 2018-06-01\n\n", "    until: 2018-09-01\n\n");
	after = fixture_replaced(test, after, "    parties: aanbieder\n    from: 2018-06-01\n",
	                         "    parties: aanbieder\n    from: 2018-09-01\n");
	after = fixture_replaced(test, after, "  - name: start-thuisondersteuning\n    on: 2018-06-01\n",
	                         "  - name: start-thuisondersteuning\n    on: 2018-09-01\n");
	for (size_t i = 0; i < 2; i++)
		after = fixture_replaced(test, after, "by: thuisondersteuning\n    on: 2018-06-01",
		                         "by: thuisondersteuning\n    on: 2018-09-01");
	said = changes_between(test, before, after);
	assert_string_equal(said.items[0].words,
	                    "Van 1 juni 2018 tot en met 31 augustus 2018 levert de huidige aanbieder "
	                    "thuisondersteuning in Zwolle, in plaats van 29 aanbieders.");
	assert_string_equal(said.items[1].words,
	                    "Overgang start-thuisondersteuning is op 1 september 2018; dat was 1 juni 2018.");
}

static void the_same_says_nothing(void **state)
{
	static const char *const paths[] = { "schemes/alphen.yaml",          "schemes/lelystad.yaml",
		                             "schemes/tom-in-de-buurt.yaml", "schemes/westerkwartier.yaml",
		                             "schemes/zwolle.yaml",          "schemes/template.yaml" };
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(paths); i++) {
		const char *yaml = file(test, paths[i]);

		assert_int_equal(changes_between(test, yaml, yaml).count, 0);
	}
}

/* Everything in every file, as it comes and as it goes; nothing must be left without words. */
static void whole_schemes_come_and_go(void **state)
{
	static const char *const paths[] = { "schemes/zwolle.yaml",         "schemes/alphen.yaml",
		                             "schemes/lelystad.yaml",       "schemes/tom-in-de-buurt.yaml",
		                             "schemes/westerkwartier.yaml", "schemes/zwolle.yaml" };
	struct test *test = *state;

	for (size_t i = 0; i + 1 < COUNT(paths); i++) {
		struct scheme_changes said =
			changes_between(test, file(test, paths[i]), file(test, paths[i + 1]));

		assert_true(said.count > 30);
		for (size_t j = 0; j < said.count; j++) {
			assert_non_null(said.items[j].words);
			assert_int_equal(said.items[j].words[strlen(said.items[j].words) - 1], '.');
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_area_goes_to_another_party, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_version_holds_from_its_day, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_party_leaves, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_norm_changes, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(each_change_is_said, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_cutover_moves, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(the_same_says_nothing, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(whole_schemes_come_and_go, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
