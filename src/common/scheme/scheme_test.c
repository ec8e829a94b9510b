/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading schemes: what is said of mistakes, and the schemes of this repository. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/scheme/fixture.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/embedded.h"
#include "shows.h"

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

#define ZUID "  - {name: Zuid, label: Zuid, kind: area, authority: Stad, from: 2019-01-01, postcodes: 1001}\n"
#define ZUID_ENDS                                                                                            \
	"  - {name: Zuid, label: Zuid, kind: area, authority: Stad, from: 2019-01-01, until: 2025-01-01,\n"  \
	"     postcodes: 1001}\n"
#define WEST_BEGINS                                                                                          \
	"  - {name: West, label: West, kind: area, authority: Stad, from: 2025-01-01, postcodes: 1001}\n"

/* On 1 January 2025 area Zuid becomes area West, with the same postcode; whichever the file names first. */
/* Where a boundary cuts through a postcode: what an area names goes before what the postcode says. */
static void an_address_may_lie_elsewhere_than_its_postcode(void **state)
{
	static const struct {
		const char *address, *area;
	} examples[] = {
		{ "1001", "Zuid" },        { "1001AB", "Zuid" },     { "1001AB 7", "Zuid" },
		{ "1001AB 8", "Noord" },   { "1001AB 20", "Noord" }, { "1001AB 21", "Zuid" },
		{ "1001AC 999", "Noord" }, { "1001AD 3", "Noord" },  { "1001AD 33", "Zuid" },
		{ "1000AB 8", "Noord" },
	};
	struct test *test = *state;

	assert_int_equal(
		fixture_read(test, fixture_replaced(test, test->town, "1002]}",
	                                            "1002], addresses: [1001AB 8-20, 1001AC, 1001AD 3]}")),
		OK);
	for (size_t i = 0; i < COUNT(examples); i++)
		SHOWS("X-7",
		      assert_string_equal(
			      scheme_area_of(&test->scheme, examples[i].address, date_of(2024, 6, 1))->name,
			      examples[i].area));
}

#define SHARE_OF(area_) "  - {party: twee, area: " area_ ", percent: 100, is_placeholder: true}\n"
#define PEOPLE_OF(area_)                                                                                     \
	"  - {area: " area_ ", band: jonger, people: 500}\n  - {area: " area_ ", band: ouder, people: 50}\n"

static void an_area_may_be_succeeded(void **state)
{
	static const char *const areas[] = { ZUID_ENDS WEST_BEGINS, WEST_BEGINS ZUID_ENDS };
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(areas); i++) {
		const char *yaml = fixture_replaced(test, test->town, ZUID, areas[i]);

		yaml = fixture_replaced(test, yaml, "areas: Zuid, is", "areas: [Zuid, West], is");
		while (strstr(yaml, "areas: [Noord, Zuid]") != NULL)
			yaml = fixture_replaced(test, yaml, "areas: [Noord, Zuid]",
			                        "areas: [Noord, Zuid, West]");
		while (strstr(yaml, "areas: Zuid\n") != NULL)
			yaml = fixture_replaced(test, yaml, "areas: Zuid\n", "areas: [Zuid, West]\n");
		yaml = fixture_replaced(test, yaml, SHARE_OF("Zuid"), SHARE_OF("Zuid") SHARE_OF("West"));
		yaml = fixture_replaced(test, yaml, PEOPLE_OF("Zuid"), PEOPLE_OF("Zuid") PEOPLE_OF("West"));
		assert_int_equal(fixture_read(test, yaml), OK);
		assert_string_equal(scheme_area_of(&test->scheme, "1001", date_of(2024, 12, 31))->name,
		                    "Zuid");
		SHOWS("X-7",
		      assert_string_equal(scheme_area_of(&test->scheme, "1001", date_of(2025, 1, 1))->name,
		                          "West"));
	}
}

static const struct finding *only_finding(struct test *test, const char *find, const char *put)
{
	assert_int_equal(fixture_read(test, fixture_replaced(test, test->town, find, put)), FINDINGS);
	assert_int_equal(test->findings.count, 1);
	return &test->findings.items[0];
}

static void says_where_and_what(void **state)
{
	struct test *test = *state;
	const struct finding *finding;

	finding = only_finding(test, "areas: Zuid\n    parties: twee", "areas: Zuiden\n    parties: twee");
	assert_string_equal(finding->words,
	                    "Er is geen gebied \"Zuiden\"; bedoelt u \"Zuid\"? Er zijn: Noord, Zuid.");
	finding = only_finding(test, "parties: keuze", "parties: aanbod");
	assert_string_equal(
		finding->words,
		"Er is geen partij \"aanbod\"; er zijn: een, twee, vroeger, keuze, duo, lid-a, lid-b, "
		"onder-1, ....");
	finding = only_finding(test, "postcodes: [1000, 1002]", "postcodes: [1000]");
	assert_int_equal(finding->line, 13);
	assert_int_equal(finding->column, 29);
	assert_string_equal(finding->words,
	                    "Postcode 1002 ligt op 2019-01-01 in geen enkel gebied; zet hem bij een gebied.");
	finding = only_finding(test, "    parties: een\n    from: 2020-06-01\n",
	                       "    parties: een\n    from: 2020-07-01\n");
	assert_non_null(strstr(finding->words,
	                       "Van 2020-06-01 tot 2020-07-01 kan niemand \"hulp\" leveren in \"Noord\""));
}

/* Without a whole section that is what is said, not each name that is looked up in it. */
static void a_missing_section_is_one_mistake(void **state)
{
	struct test *test = *state;

	assert_int_equal(fixture_read(test, fixture_replaced(test, test->town, "\nareas:\n", "\naeras:\n")),
	                 FINDINGS);
	assert_int_equal(test->findings.count, 2);
	assert_string_equal(test->findings.items[0].code, "required");
	assert_string_equal(test->findings.items[1].code, "key");
}

/* The mistakes of different sections are found together, in the order of the lines. */
static void finds_all_at_once(void **state)
{
	struct test *test = *state;
	static const char *const codes[] = { "key", "postcode-gap", "age-band", "party-unknown" };
	const char *bad = test->town;

	bad = fixture_replaced(test, bad, "label: Stad\n", "label: Stad\nonzin: 1\n");
	bad = fixture_replaced(test, bad, "postcodes: [1000, 1002]", "postcodes: [1000]");
	bad = fixture_replaced(test, bad, "until_age: 75", "until_age: 17");
	bad = fixture_replaced(test, bad, "parties: twee", "parties: drie");
	assert_int_equal(fixture_read(test, bad), FINDINGS);
	assert_int_equal(test->findings.count, COUNT(codes));
	for (size_t i = 0; i < COUNT(codes); i++)
		assert_string_equal(test->findings.items[i].code, codes[i]);
}

/* --- the schemes of this repository --- */

static const char *const own_files[] = {
	"schemes/alphen.yaml",          "schemes/lelystad.yaml",       "schemes/template.yaml",
	"schemes/tom-in-de-buurt.yaml", "schemes/westerkwartier.yaml", "schemes/zwolle.yaml",
};

static void read_own(struct test *test, const char *name)
{
	const struct embedded_file *file = embedded_find(name);

	assert_non_null(file);
	assert_int_equal(fixture_read(test, (const char *)file->bytes), OK);
}

static void own_schemes_are_silent(void **state)
{
	for (size_t i = 0; i < COUNT(own_files); i++)
		read_own(*state, own_files[i]);
}

static size_t count_parties(struct test *test, const char *series)
{
	const struct scheme_party *first;

	return check_parties(&test->scheme, series, &first);
}

/* The numbers, dates and places of the source. */
static void own_scheme_says_what_the_source_says(void **state)
{
	struct test *test = *state;

	read_own(test, "schemes/westerkwartier.yaml");
	assert_int_equal(scheme_register(&test->scheme), 1969);
	assert_int_equal(test->scheme.areas.count, 4);
	assert_int_equal(test->scheme.products.count, 4);
	assert_int_equal(count_parties(test, "aanbieder-18-75"), 80);
	assert_non_null(scheme_party(&test->scheme, "aanbieder-18-75-80"));
	assert_null(scheme_party(&test->scheme, "aanbieder-18-75-81"));
	assert_string_equal(scheme_party(&test->scheme, "aanbieder-18-75-07")->agb, "99000107");
	assert_string_equal(scheme_party(&test->scheme, "huidige-aanbieder")->label,
	                    "Huidige aanbieder (naam niet bekend)");
	assert_string_equal(scheme_area_of(&test->scheme, "9891", date_of(2023, 5, 15))->name, "Zuidhorn");
	assert_string_equal(scheme_area_of(&test->scheme, "9359", date_of(2023, 5, 15))->name, "Leek");
	assert_null(scheme_area_of(&test->scheme, "9891", date_of(2018, 12, 31)));
	assert_string_equal(scheme_team_of(&test->scheme, "Marum")->name, "team-marum");
	assert_string_equal(scheme_unit_code(scheme_product(&test->scheme, "dagbesteding")->unit), "16");
	assert_string_equal(
		scheme_frequency_code(scheme_product(&test->scheme, "kortdurend-verblijf")->frequency), "4");
}

/* Whether the item has the key: its value stands elsewhere than where the item begins. */
static bool has_key(const struct record *record, const char *item, const struct field *field)
{
	const struct mark *marks = MEMBER(struct marks, record_field(record, "at"), item).items;
	const struct mark *at = &marks[field - record->fields + 1];

	return at->line != marks[0].line || at->column != marks[0].column;
}

static void find_key(const struct record *record, const struct records *items, const struct field *field)
{
	for (size_t i = 0; i < items->count; i++)
		if (has_key(record, (const char *)items->items + i * record->size, field))
			return;
	fail_msg("the template does not show %s of %s", field->name, record->name);
}

static void find_keys(const struct record *record, const struct records *items)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];

		if (field->type != FIELD_MARKS)
			find_key(record, items, field);
		if (field->type == FIELD_RECORDS)
			find_keys(field->of, &MEMBER(struct records, field, items->items));
		if (field->type == FIELD_RECORD && strcmp(field->name, "series") != 0)
			find_keys(field->of, &(struct records){ &MEMBER(char, field, items->items), 1 });
	}
}

/* The template shows each key of each section at least once; a series has been written out when it is read.
 */
static void the_template_shows_each_key(void **state)
{
	struct test *test = *state;

	read_own(test, "schemes/template.yaml");
	find_keys(&scheme_record, &(struct records){ &test->scheme, 1 });
}

/* The numbers, dates and places of the sources that are about the files as a whole. */
static void own_schemes_say_what_their_sources_say(void **state)
{
	struct test *test = *state;
	const struct scheme *scheme = &test->scheme;
	const struct scheme_agreement *agreement;

	read_own(test, "schemes/alphen.yaml");
	agreement = scheme->agreements.items;
	assert_int_equal(agreement->parties_count, 5);
	assert_int_equal(agreement->until.day, date_of(2026, 1, 1).day);
	assert_int_equal(SCHEME_ITEMS(scheme_combination, scheme->combinations)->members.count, 3);
	assert_string_equal(SCHEME_ITEMS(scheme_combination, scheme->combinations)->liable, "wijdezorg");
	read_own(test, "schemes/zwolle.yaml");
	assert_int_equal(SCHEME_ITEMS(scheme_agreement, scheme->agreements)->until.day,
	                 date_of(2021, 1, 1).day);
	assert_int_equal(scheme->options.count, 1);
	assert_int_equal(SCHEME_ITEMS(scheme_option, scheme->options)->until.day, date_of(2022, 1, 1).day);
	assert_int_equal(SCHEME_ITEMS(scheme_earlier, scheme->earlier)->parties_count, 128);
	assert_int_equal(count_parties(test, "aanbieder"), 29);
	assert_int_equal(scheme->threshold.mark, 8);
	assert_int_equal(scheme->criteria.count, 5);
	assert_int_equal(scheme->working_groups.count, 4);
	assert_int_equal(scheme->corners.count, 3);
	read_own(test, "schemes/tom-in-de-buurt.yaml");
	assert_int_equal(scheme->authorities.count, 3);
	assert_int_equal(SCHEME_ITEMS(scheme_combination, scheme->combinations)->members.count, 6);
	assert_int_equal(SCHEME_ITEMS(scheme_earlier, scheme->earlier)->parties_count, 40);
	assert_int_equal(scheme_register(scheme), 484);
	read_own(test, "schemes/lelystad.yaml");
	assert_int_equal(SCHEME_ITEMS(scheme_agreement, scheme->agreements)->parties_count, 5);
	assert_int_equal(scheme->areas.count, 4);
	assert_int_equal(scheme->caps.areas_per_party, 2);
	assert_false(scheme->network_first.may_refuse);
}

/* A question about sport of 31 December 2021 is another's than one of 1 January 2022. */
static void a_theme_has_another_from_a_day(void **state)
{
	struct test *test = *state;

	read_own(test, "schemes/tom-in-de-buurt.yaml");
	assert_string_equal(scheme_scope_on(&test->scheme, "sport", date_of(2021, 12, 31))->to,
	                    "tom-in-de-buurt");
	assert_string_equal(scheme_scope_on(&test->scheme, "sport", date_of(2022, 1, 1))->to, "preventie");
	assert_string_equal(scheme_scope_on(&test->scheme, "leerplicht", date_of(2022, 1, 1))->to,
	                    "gemeente-leerplicht");
	assert_null(scheme_scope_on(&test->scheme, "sport", date_of(2014, 12, 31)));
	assert_null(scheme_scope_on(&test->scheme, "onzin", date_of(2022, 1, 1)));
	assert_string_equal(scheme_phase_on(&test->scheme, "opdracht-2022", date_of(2022, 6, 1))->name,
	                    "opstart-2022");
	assert_string_equal(scheme_phase_on(&test->scheme, "opdracht-2022", date_of(2023, 1, 1))->kind,
	                    "running");
	assert_null(scheme_phase_on(&test->scheme, "opdracht-2022", date_of(2021, 12, 31)));
}

/* --- every key removed, doubled or renamed --- */

/* Where the value of the key on the line at key ends: at the next line that is not further in. */
static const char *end_of_value(const char *line, const char *key)
{
	const char *next = strchr(line, '\n') + 1;
	size_t indent = (size_t)(key - line);

	while (*next != '\0') {
		size_t blanks = strspn(next, " ");
		bool is_own_list = next[blanks] == '-' && blanks == indent;

		if (blanks <= indent && next[blanks] != '#' && next[blanks] != '\n' && !is_own_list)
			break;
		next = strchr(next, '\n') + 1;
	}
	return next;
}

static void expect_findings(struct test *test, const char *how, const char *key, const char *yaml)
{
	if (fixture_read(test, yaml) == OK)
		fail_msg("nothing is found when %.*s is %s", (int)strcspn(key, "\n"), key, how);
	assert_true(test->findings.items[0].line > 0);
}

/* The first key of a list's item keeps its dash when the rest goes. */
static void mutate_line(struct test *test, const char *yaml, const char *line)
{
	const char *key = line + strspn(line, " -"), *end = end_of_value(line, key);
	int before = (int)(key - yaml), indent = (int)(key - line), length = (int)(end - key);

	expect_findings(test, "removed", key,
	                arena_print(test->arena, "%.*s%s", before, yaml, end + strspn(end, " ")));
	expect_findings(
		test, "doubled", key,
		arena_print(test->arena, "%.*s%.*s%*s%s", before, yaml, length, key, indent, "", key));
	expect_findings(test, "nonsense", key, arena_print(test->arena, "%.*sxyzzy-%s", before, yaml, key));
}

/* Returns how many keys the file has. */
static size_t mutate_file(struct test *test, const char *yaml)
{
	size_t mutated = 0;

	for (const char *line = yaml; *line != '\0'; line = strchr(line, '\n') + 1) {
		const char *key = line + strspn(line, " -");
		size_t length = strspn(key, "abcdefghijklmnopqrstuvwxyz_");

		if (length == 0 || key[length] != ':')
			continue;
		mutate_line(test, yaml, line);
		arena_clear(test->arena);
		mutated++;
	}
	return mutated;
}

static void no_key_can_go_silently(void **state)
{
	struct test test = { .arena = arena_new(ARENA_BYTES) };

	(void)state;
	for (size_t i = 0; i < COUNT(own_files); i++)
		assert_true(mutate_file(&test, (const char *)embedded_find(own_files[i])->bytes) > 200);
	arena_free(test.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_area_may_be_succeeded, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(an_address_may_lie_elsewhere_than_its_postcode, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(says_where_and_what, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_missing_section_is_one_mistake, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(finds_all_at_once, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(own_schemes_are_silent, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(own_scheme_says_what_the_source_says, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(the_template_shows_each_key, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(own_schemes_say_what_their_sources_say, fixture_begin,
		                                fixture_end),
		cmocka_unit_test_setup_teardown(a_theme_has_another_from_a_day, fixture_begin, fixture_end),
		cmocka_unit_test(no_key_can_go_silently),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
