/* SPDX-License-Identifier: EUPL-1.2 */
/* A right scheme is silent; each rule has a file that breaks it and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/embedded.h"

#define ARENA_BYTES ((size_t)256 * 1024 * 1024)

/* A small town with everything that rules speak of. */
static const char town[] =
	"name: stad\n"
	"label: Stad\n"
	"about: Een regeling om mee te toetsen.\n"
	"sources: geen\n"
	"aims: geen\n"
	"from: 2019-01-01\n"
	"until: 2030-01-01\n"
	"authorities:\n"
	"  - name: Stad\n"
	"    label: Gemeente Stad\n"
	"    cbs_code: \"0193\"\n"
	"    share_percent: 100\n"
	"    postcodes: [1000, 1001, 1002]\n"
	"areas:\n"
	"  - {name: Noord, label: Noord, kind: area, authority: Stad, from: 2019-01-01, postcodes: [1000, "
	"1002]}\n"
	"  - {name: Zuid, label: Zuid, kind: area, authority: Stad, from: 2019-01-01, postcodes: 1001}\n"
	"products:\n"
	"  - name: hulp\n"
	"    label: Hulp\n"
	"    category: \"01\"\n"
	"    code: 01A04\n"
	"    unit: minute\n"
	"    frequency: week\n"
	"    variant: effort\n"
	"    needs_end_date: true\n"
	"    target_group: vanaf-18\n"
	"  - name: opvang\n"
	"    label: Opvang\n"
	"    category: \"04\"\n"
	"    code: 04A04\n"
	"    unit: night\n"
	"    frequency: month\n"
	"    variant: effort\n"
	"    needs_end_date: false\n"
	"    target_group: jong\n"
	"target_groups:\n"
	"  - {name: vanaf-18, label: vanaf 18 jaar, from_age: 18}\n"
	"  - {name: jong, label: van 18 tot 75 jaar, from_age: 18, until_age: 75}\n"
	"parties:\n"
	"  - {name: een, label: Een, kind: organisation, agb: 99000001, agb_is_placeholder: true,\n"
	"     is_placeholder: false}\n"
	"  - {name: twee, label: Twee, kind: organisation, agb: 99000002, agb_is_placeholder: true,\n"
	"     is_placeholder: false}\n"
	"  - {name: vroeger, label: Vroeger, kind: predecessor, agb: 99000003, agb_is_placeholder: true,\n"
	"     is_placeholder: true}\n"
	"  - {name: keuze, label: Keuze, kind: organisation, agb: 99000101, agb_is_placeholder: true,\n"
	"     is_placeholder: true, series: {count: 300}}\n"
	"teams:\n"
	"  - {name: noord, label: Team Noord, areas: Noord, is_placeholder: true}\n"
	"  - {name: zuid, label: Team Zuid, areas: Zuid, is_placeholder: true}\n"
	"owner: {before_assignment: authority, after_assignment: authority}\n"
	"contact_person: {before_assignment: social_worker, after_assignment: social_worker, deputy: team}\n"
	"agreements:\n"
	"  - {name: hoofd, label: Hoofd, from: 2020-06-01, parties_count: 2, count_is_about: false}\n"
	"  - {name: keuzes, label: Keuze, from: 2019-01-01, parties_count: 300, count_is_about: true}\n"
	"lanes:\n"
	"  - name: oud\n"
	"    how: keep_current\n"
	"    products: hulp\n"
	"    target_group: vanaf-18\n"
	"    areas: [Noord, Zuid]\n"
	"    parties: vroeger\n"
	"    from: 2019-01-01\n"
	"    until: 2020-06-01\n"
	"  - name: noord\n"
	"    how: area_lead\n"
	"    agreement: hoofd\n"
	"    products: hulp\n"
	"    target_group: vanaf-18\n"
	"    areas: Noord\n"
	"    parties: een\n"
	"    from: 2020-06-01\n"
	"  - name: zuid\n"
	"    how: area_lead\n"
	"    agreement: hoofd\n"
	"    products: hulp\n"
	"    target_group: vanaf-18\n"
	"    areas: Zuid\n"
	"    parties: twee\n"
	"    from: 2020-06-01\n"
	"  - name: groep\n"
	"    how: closed_cohort\n"
	"    agreement: hoofd\n"
	"    products: hulp\n"
	"    target_group: vanaf-18\n"
	"    areas: Zuid\n"
	"    parties: een\n"
	"    under: twee\n"
	"    served_before: 2020-06-01\n"
	"    from: 2020-06-01\n"
	"  - name: kiezen\n"
	"    how: choice_among\n"
	"    agreement: keuzes\n"
	"    products: opvang\n"
	"    target_group: jong\n"
	"    areas: [Noord, Zuid]\n"
	"    parties: keuze\n"
	"    from: 2019-01-01\n"
	"assignment:\n"
	"  - rule: keep_current\n"
	"  - rule: closed_cohort\n"
	"  - rule: area_lead\n"
	"  - rule: choice_among\n"
	"cutovers:\n"
	"  - {name: overgang, on: 2020-06-01, products: hulp, target_group: vanaf-18}\n"
	"unknown:\n"
	"  - {what: Alles, instead: Niets}\n";

struct example {
	const char *code;
	const char *find; /* the first occurrence in town ... */
	const char *put;  /* ... becomes this; NULL: very many lanes */
};

/* Each breaks exactly the rule that it names. */
static const struct example examples[] = {
	{ "name-doubled", "name: zuid, label: Team", "name: noord, label: Team" },
	{ "name-doubled", "  - {name: twee, label",
	  "  - {name: keuze, label: X, kind: organisation, agb: 99000009, agb_is_placeholder: true,\n"
	  "     is_placeholder: false}\n"
	  "  - {name: twee, label" },
	{ "name-doubled", "  - {name: twee, label",
	  "  - {name: keuze-002, label: X, kind: organisation, agb: 99000009, agb_is_placeholder: true,\n"
	  "     is_placeholder: false}\n"
	  "  - {name: twee, label" },
	{ "list-doubled", "postcodes: [1000, 1002]", "postcodes: [1000, 1002, 1000]" },
	{ "list-doubled", "areas: [Noord, Zuid]", "areas: [Noord, Zuid, Noord]" },
	{ "authority-unknown", "authority: Stad, from: 2019-01-01, postcodes: 1001",
	  "authority: Dorp, from: 2019-01-01, postcodes: 1001" },
	{ "area-unknown", "    areas: Zuid\n    parties: een", "    areas: West\n    parties: een" },
	{ "product-unknown", "products: opvang", "products: opvan" },
	{ "group-unknown", "target_group: jong\n    areas", "target_group: oud\n    areas" },
	{ "party-unknown", "parties: twee", "parties: drie" },
	{ "party-unknown", "under: twee", "under: drie" },
	{ "agreement-unknown", "agreement: keuzes", "agreement: keus" },
	{ "cbs-code", "\"0193\"", "\"193\"" },
	{ "share", "share_percent: 100", "share_percent: 99" },
	{ "age-band", "until_age: 75", "until_age: 18" },
	{ "period", "until: 2030-01-01", "until: 2019-01-01" },
	{ "period", "until: 2020-06-01", "until: 2018-06-01" },
	{ "product-code", "code: 01A04", "code: 02A04" },
	{ "product-code", "code: 01A04", "code: 01a04" },
	{ "unit-frequency", "frequency: month", "frequency: day" },
	{ "end-date", "needs_end_date: true", "needs_end_date: false" },
	{ "agb-form", "99000001", "9900001" },
	{ "agb-form", "99000101", "99999998" },
	{ "agb-doubled", "99000002", "99000001" },
	{ "agb-doubled", "99000002", "99000102" },
	{ "series-count", "count: 300}", "count: 0}" },
	{ "rule-doubled", "  - rule: keep_current\n", "  - rule: keep_current\n  - rule: keep_current\n" },
	{ "postcode-form", "[1000, 1001, 1002]", "[1000, 1001, 1002, \"1003 AB\"]" },
	{ "postcode-foreign", "postcodes: 1001}", "postcodes: [1001, 1003]}" },
	{ "postcode-gap", "postcodes: [1000, 1002]", "postcodes: [1000]" },
	{ "postcode-gap", "from: 2019-01-01, postcodes: 1001", "from: 2019-02-01, postcodes: 1001" },
	{ "postcode-gap", "from: 2019-01-01, postcodes: 1001",
	  "from: 2019-01-01, until: 2029-12-31, postcodes: 1001" },
	{ "postcode-overlap", "postcodes: 1001}", "postcodes: [1001, 1002]}" },
	{ "team-gap", "  - {name: noord, label: Team Noord, areas: Noord, is_placeholder: true}\n", "" },
	{ "team-overlap", "areas: Zuid, is_placeholder", "areas: [Zuid, Noord], is_placeholder" },
	{ "rule-missing", "  - rule: choice_among\n", "" },
	{ "lane-agreement", "    agreement: keuzes\n", "" },
	{ "lane-agreement", "how: keep_current\n", "how: keep_current\n    agreement: keuzes\n" },
	{ "lane-single", "parties: twee", "parties: [twee, een]" },
	{ "lane-single", "parties: een\n    under", "parties: keuze\n    under" },
	{ "predecessor", "parties: vroeger", "parties: een" },
	{ "predecessor", "parties: keuze", "parties: [keuze, vroeger]" },
	{ "cohort-terms", "    under: twee\n", "" },
	{ "cohort-terms", "    served_before: 2020-06-01\n", "" },
	{ "cohort-terms", "parties: twee\n", "parties: twee\n    under: een\n" },
	{ "size", "lanes:\n", NULL },
	{ "group-outside", "products: opvang\n    target_group: jong",
	  "products: opvang\n    target_group: vanaf-18" },
	{ "agreement-period", "name: hoofd, label: Hoofd, from: 2020-06-01",
	  "name: hoofd, label: Hoofd, from: 2020-06-01, until: 2029-01-01" },
	{ "agreement-period", "name: keuzes, label: Keuze, from: 2019-01-01",
	  "name: keuzes, label: Keuze, from: 2019-01-02" },
	{ "parties-count", "parties_count: 2", "parties_count: 3" },
	{ "parties-count", "count: 300}", "count: 200}" },
	{ "cohort-main", "under: twee", "under: een" },
	{ "cohort-main", "    parties: twee\n    from: 2020-06-01\n",
	  "    parties: twee\n    from: 2020-06-01\n    until: 2030-01-01\n" },
	{ "cutover-missing",
	  "cutovers:\n  - {name: overgang, on: 2020-06-01, products: hulp, target_group: vanaf-18}\n", "" },
	{ "cutover-empty", "cutovers:\n",
	  "cutovers:\n  - {name: nog-een, on: 2021-01-01, products: opvang, target_group: jong}\n" },
	{ "lane-gap", "    parties: een\n    from: 2020-06-01\n",
	  "    parties: een\n    from: 2020-06-02\n" },
	{ "lane-gap", "    areas: [Noord, Zuid]\n    parties: keuze",
	  "    areas: Noord\n    parties: keuze" },
	{ "lane-gap", "needs_end_date: false\n    target_group: jong",
	  "needs_end_date: false\n    target_group: vanaf-18" },
	{ "lead-two", "    areas: Zuid\n    parties: twee", "    areas: [Noord, Zuid]\n    parties: twee" },
	{ "lead-two", "lanes:\n",
	  "lanes:\n"
	  "  - name: ernaast\n"
	  "    how: choice_among\n"
	  "    agreement: keuzes\n"
	  "    products: hulp\n"
	  "    target_group: jong\n"
	  "    areas: Noord\n"
	  "    parties: keuze\n"
	  "    from: 2020-06-01\n" },
	{ "cutover-two", "lanes:\n",
	  "lanes:\n"
	  "  - name: te-vroeg\n"
	  "    how: choice_among\n"
	  "    agreement: keuzes\n"
	  "    products: hulp\n"
	  "    target_group: jong\n"
	  "    areas: Noord\n"
	  "    parties: keuze\n"
	  "    from: 2020-05-31\n"
	  "    until: 2020-06-01\n" },
};

/* What a test works with. */
struct test {
	struct arena *arena;
	struct findings findings;
	struct scheme scheme;
};

static int begin(void **state)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct test *test = ARENA_NEW(arena, struct test);

	test->arena = arena;
	test->findings = findings_new(arena, "nl");
	*state = test;
	return 0;
}

static int end(void **state)
{
	arena_free(((struct test *)*state)->arena);
	return 0;
}

static enum status read_text(struct test *test, const char *yaml)
{
	test->findings = findings_new(test->arena, "nl");
	return scheme_read(yaml, strlen(yaml), &test->scheme, &test->findings);
}

/* --- the rules --- */

static const char *replaced(struct test *test, const char *text, const char *find, const char *put)
{
	const char *at = strstr(text, find);

	assert_non_null(at);
	return arena_print(test->arena, "%.*s%s%s", (int)(at - text), text, put, at + strlen(find));
}

/* More offers than may be: each lane has 300 parties in two areas. */
static const char *many_lanes(struct test *test)
{
	const char *lanes = "lanes:\n";

	for (int i = 0; i < 170; i++)
		lanes = arena_print(
			test->arena,
			"%s  - {name: vol-%d, how: choice_among, agreement: keuzes, products: opvang, "
			"target_group: jong, areas: [Noord, Zuid], parties: keuze, from: 2019-01-01}\n",
			lanes, i);
	return lanes;
}

static const char *changed_town(struct test *test, const struct example *example)
{
	return replaced(test, town, example->find, example->put == NULL ? many_lanes(test) : example->put);
}

static void town_is_silent(void **state)
{
	struct test *test = *state;

	(void)read_text(test, town);
	for (size_t i = 0; i < test->findings.count; i++)
		print_message("%d:%d %s\n", test->findings.items[i].line, test->findings.items[i].column,
		              test->findings.items[i].words);
	assert_int_equal(test->findings.count, 0);
}

#define ZUID "  - {name: Zuid, label: Zuid, kind: area, authority: Stad, from: 2019-01-01, postcodes: 1001}\n"
#define ZUID_ENDS                                                                                            \
	"  - {name: Zuid, label: Zuid, kind: area, authority: Stad, from: 2019-01-01, until: 2025-01-01,\n"  \
	"     postcodes: 1001}\n"
#define WEST_BEGINS                                                                                          \
	"  - {name: West, label: West, kind: area, authority: Stad, from: 2025-01-01, postcodes: 1001}\n"

/* On 1 January 2025 area Zuid becomes area West, with the same postcode; whichever the file names first. */
static void an_area_may_be_succeeded(void **state)
{
	static const char *const areas[] = { ZUID_ENDS WEST_BEGINS, WEST_BEGINS ZUID_ENDS };
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(areas); i++) {
		const char *yaml = replaced(test, town, ZUID, areas[i]);

		yaml = replaced(test, yaml, "areas: Zuid, is", "areas: [Zuid, West], is");
		yaml = replaced(test, yaml, "areas: [Noord, Zuid]", "areas: [Noord, Zuid, West]");
		yaml = replaced(test, yaml, "areas: [Noord, Zuid]", "areas: [Noord, Zuid, West]");
		yaml = replaced(test, yaml, "areas: Zuid\n", "areas: [Zuid, West]\n");
		yaml = replaced(test, yaml, "areas: Zuid\n", "areas: [Zuid, West]\n");
		assert_int_equal(read_text(test, yaml), OK);
		assert_string_equal(scheme_area_of(&test->scheme, "1001", date_of(2024, 12, 31))->name,
		                    "Zuid");
		assert_string_equal(scheme_area_of(&test->scheme, "1001", date_of(2025, 1, 1))->name, "West");
	}
}

static void each_example_breaks_its_rule(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(examples); i++) {
		if (read_text(test, changed_town(test, &examples[i])) != FINDINGS)
			fail_msg("%s: \"%s\" is not found", examples[i].code, examples[i].find);
		for (size_t j = 0; j < test->findings.count; j++) {
			const struct finding *finding = &test->findings.items[j];

			if (strcmp(finding->code, examples[i].code) != 0)
				fail_msg("%s: \"%s\" also breaks %s: %s", examples[i].code, examples[i].find,
				         finding->code, finding->words);
			assert_true(finding->line > 1 && finding->column > 0);
		}
	}
}

static bool has_example(const char *code)
{
	for (size_t i = 0; i < COUNT(examples); i++)
		if (strcmp(examples[i].code, code) == 0)
			return true;
	return false;
}

static void each_rule_has_an_example(void **state)
{
	(void)state;
	for (size_t i = 0; i < scheme_rules_count; i++)
		if (!has_example(scheme_rules[i].code))
			fail_msg("no example breaks %s", scheme_rules[i].code);
}

static const struct finding *only_finding(struct test *test, const char *find, const char *put)
{
	assert_int_equal(read_text(test, replaced(test, town, find, put)), FINDINGS);
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
	assert_string_equal(finding->words,
	                    "Er is geen partij \"aanbod\"; er zijn: een, twee, vroeger, keuze.");
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

	assert_int_equal(read_text(test, replaced(test, town, "\nareas:\n", "\naeras:\n")), FINDINGS);
	assert_int_equal(test->findings.count, 2);
	assert_string_equal(test->findings.items[0].code, "required");
	assert_string_equal(test->findings.items[1].code, "key");
}

/* The mistakes of different sections are found together, in the order of the lines. */
static void finds_all_at_once(void **state)
{
	struct test *test = *state;
	static const char *const codes[] = { "key", "postcode-gap", "age-band", "party-unknown" };
	const char *bad = town;

	bad = replaced(test, bad, "label: Stad\n", "label: Stad\nonzin: 1\n");
	bad = replaced(test, bad, "postcodes: [1000, 1002]", "postcodes: [1000]");
	bad = replaced(test, bad, "until_age: 75", "until_age: 17");
	bad = replaced(test, bad, "parties: twee", "parties: drie");
	assert_int_equal(read_text(test, bad), FINDINGS);
	assert_int_equal(test->findings.count, COUNT(codes));
	for (size_t i = 0; i < COUNT(codes); i++)
		assert_string_equal(test->findings.items[i].code, codes[i]);
}

/* --- the scheme of this repository --- */

#define OWN_FILE "schemes/westerkwartier.yaml"

static void own_scheme_is_silent(void **state)
{
	struct test *test = *state;
	const struct embedded_file *file = embedded_find(OWN_FILE);
	enum status status =
		scheme_read((const char *)file->bytes, file->size, &test->scheme, &test->findings);

	for (size_t i = 0; i < test->findings.count; i++)
		print_message(OWN_FILE ":%d:%d %s\n", test->findings.items[i].line,
		              test->findings.items[i].column, test->findings.items[i].words);
	assert_int_equal(status, OK);
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

	own_scheme_is_silent(state);
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
	if (read_text(test, yaml) == OK)
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

static void no_key_can_go_silently(void **state)
{
	struct test test = { .arena = arena_new(ARENA_BYTES) };
	const struct embedded_file *file = embedded_find(OWN_FILE);
	const char *yaml = (const char *)file->bytes;
	size_t mutated = 0;

	(void)state;
	for (const char *line = yaml; *line != '\0'; line = strchr(line, '\n') + 1) {
		const char *key = line + strspn(line, " -");
		size_t length = strspn(key, "abcdefghijklmnopqrstuvwxyz_");

		if (length == 0 || key[length] != ':')
			continue;
		mutate_line(&test, yaml, line);
		arena_clear(test.arena);
		mutated++;
	}
	arena_free(test.arena);
	assert_true(mutated > 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(town_is_silent, begin, end),
		cmocka_unit_test_setup_teardown(an_area_may_be_succeeded, begin, end),
		cmocka_unit_test_setup_teardown(each_example_breaks_its_rule, begin, end),
		cmocka_unit_test(each_rule_has_an_example),
		cmocka_unit_test_setup_teardown(says_where_and_what, begin, end),
		cmocka_unit_test_setup_teardown(a_missing_section_is_one_mistake, begin, end),
		cmocka_unit_test_setup_teardown(finds_all_at_once, begin, end),
		cmocka_unit_test_setup_teardown(own_scheme_is_silent, begin, end),
		cmocka_unit_test_setup_teardown(own_scheme_says_what_the_source_says, begin, end),
		cmocka_unit_test(no_key_can_go_silently),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
