/* SPDX-License-Identifier: EUPL-1.2 */
/* A right scheme is silent; each rule has a file that breaks it and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/scheme/fixture.h"
#include "common/scheme/scheme_check.h"

struct example {
	const char *code;
	const char *find; /* the first occurrence in the town ... */
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
	{ "agreement-unknown", "agreement: keuzes\n    products", "agreement: keus\n    products" },
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
	{ "address-form", "postcodes: 1001}", "postcodes: 1001, addresses: [1000AB, 1000 AC]}" },
	{ "address-form", "postcodes: 1001}", "postcodes: 1001, addresses: 1000AB 9-8}" },
	{ "address-foreign", "postcodes: 1001}", "postcodes: 1001, addresses: 1009AB 12}" },
	{ "address-overlap",
	  "1002]}\n  - {name: Zuid, label: Zuid, kind: area, authority: Stad, from: 2019-01-01, postcodes: "
	  "1001}",
	  "1002], addresses: 1001AB 4-8}\n  - {name: Zuid, label: Zuid, kind: area, authority: Stad, "
	  "from: 2019-01-01, postcodes: 1001, addresses: [1000AA, 1001AB 8-20]}" },
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
	  "  - {name: overgang-zorg, on: 2020-06-01, products: zorg, target_group: jong}\n", "" },
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
	{ "meeting-unknown", "prepares_for: tafel", "prepares_for: stoel" },
	{ "somebody-unknown", "to: jeugd", "to: jeugt" },
	{ "somebody-unknown", "of: Stad", "of: Dorp" },
	{ "somebody-unknown", "investigates: duo", "investigates: trio" },
	{ "somebody-unknown", "provider: lid-a", "provider: lid-c" },
	{ "party-unknown", "parties: [lid-b, keuze]", "parties: [lid-b, keuze-301]" },
	{ "parts", "parts: [procurement, ", "parts: [" },
	{ "parts", "caps: {areas_per_party: 2, about: Geen monopolies}\n", "" },
	{ "funding-agreement", "agreement: keuzes, form: price_quantity",
	  "agreement: samen, form: price_quantity" },
	{ "funding-key", "key: population, damping", "damping" },
	{ "funding-key", "key: population, damping", "key: authorities, damping" },
	{ "funding-key", "form: price_quantity, is_pl", "form: price_quantity, key: population, is_pl" },
	{ "funding-terms", "damping_percent: 10, ", "" },
	{ "funding-terms", "form: price_quantity, is_pl", "form: price_quantity, band_percent: 5, is_pl" },
	{ "funding-part", "form: arrangement, part_period: days", "form: arrangement" },
	{ "funding-part", "form: price_quantity, is_pl", "form: price_quantity, part_period: whole, is_pl" },
	{ "band-unknown", "area: Zuid, band: jonger, people: 500}",
	  "area: Zuid, band: jonger, people: 500}\n  - {area: Zuid, band: jong, people: 1}" },
	{ "people-whole", "  - {area: Zuid, band: ouder, people: 50}\n", "" },
	{ "people-whole", "area: Zuid, band: ouder, people: 50}", "area: Noord, band: ouder, people: 50}" },
	{ "budget-shares", "area: Noord, percent: 60", "area: Noord, percent: 59" },
	{ "budget-shares", "{party: een, area: Noord, percent: 60",
	  "{party: twee, area: Noord, percent: 60" },
	{ "party-unknown", "{party: een, area: Noord", "{party: drie, area: Noord" },
	{ "cbs-code", "cbs_code: \"0194\"", "cbs_code: \"194\"" },
	{ "period", "transition: {from: 2020-06-01, until: 2021-06-01",
	  "transition: {from: 2020-06-01, until: 2020-06-01" },
	{ "combination", "lead: lid-a", "lead: een" },
	{ "combination", "contact: duo", "contact: twee" },
	{ "combination", "label: Duo, kind: combination", "label: Duo, kind: organisation" },
	{ "combination", "label: B, kind: member", "label: B, kind: organisation" },
	{ "combination", "members: [lid-a, lid-b]", "members: [lid-a, lid-b, een]" },
	{ "combination", "label: Een, kind: organisation", "label: Een, kind: member" },
	{ "member-lane", "parties: [lid-a, lid-b]", "parties: [lid-a, lid-b, een]" },
	{ "member-lane",
	  "    under: duo\n    status: started\n    from: 2020-06-01\n    until: 2030-01-01\n  - name: "
	  "kundig",
	  "    under: twee\n    status: started\n    from: 2020-06-01\n    until: 2030-01-01\n  - name: "
	  "kundig" },
	{ "cohort-terms", "parties: [lid-a, lid-b]\n    under: duo\n", "parties: [lid-a, lid-b]\n" },
	{ "cohort-terms", "parties: vroeger\n", "parties: vroeger\n    status: started\n" },
	{ "cohort-terms", "    status: started\n", "" },
	{ "subcontractor", "under: een, products", "under: onder-2, products" },
	{ "subcontractor", "under: onder-1, products: hulp, areas: Noord",
	  "under: twee, products: hulp, areas: Noord" },
	{ "subcontractor", "label: Onder 2, kind: subcontractor", "label: Onder 2, kind: organisation" },
	{ "subcontractor",
	  "  - {name: onder-2, under: onder-1, products: hulp, areas: Noord, from: 2020-06-01}\n", "" },
	{ "subcontractor", "parties: keuze\n", "parties: [keuze, onder-2]\n" },
	{ "area-cap", "areas_per_party: 2", "areas_per_party: 1" },
	{ "agreement-end", "name: samen, label: Samen, from: 2020-06-01, until: 2030-01-01",
	  "name: samen, label: Samen, from: 2020-06-01" },
	{ "option", "until: 2031-01-01, is_used: false", "until: 2029-01-01, is_used: false" },
	{ "option", "until: 2031-01-01, is_used: false", "until: 2031-01-01, is_used: true" },
	{ "option", "phases:\n  - {name: opstart",
	  "  - {agreement: samen, until: 2032-01-01, is_used: false, about: Nog een keer}\nphases:\n  - "
	  "{name: opstart" },
	{ "procurement",
	  "  - {agreement: keuzes, form: open_house, accession: open, winners: all, about: Ieder}\n", "" },
	{ "procurement", "procurement:\n",
	  "procurement:\n  - {agreement: keuzes, form: tender, accession: open, winners: all, about: "
	  "Ieder}\n" },
	{ "agreement-unknown", "agreement: hoofd, products: hulp", "agreement: hoofden, products: hulp" },
	{ "area-unknown", "products: hulp, areas: [Noord, Zuid]", "products: hulp, areas: [Noord, West]" },
	{ "lot-winners", "winners: 2, about", "winners: 0, about" },
	{ "lot-winners", "agreement: hoofd, products: hulp, areas",
	  "agreement: keuzes, products: hulp, areas" },
	{ "lot-alone", "lots:\n",
	  "lots:\n  - {name: ook, label: Ook, agreement: hoofd, products: hulp, areas: Zuid, target_group: "
	  "jong, "
	  "winners: 1, about: Dubbel}\n" },
	{ "knock-out", "knock_out: 5", "knock_out: 9" },
	{ "weights", "weight_percent: 60", "weight_percent: 50" },
	{ "threshold", "mark: 8", "mark: 11" },
	{ "phase-begin", "kind: start_up, agreement: samen, from: 2020-06-01",
	  "kind: start_up, agreement: samen, from: 2020-07-01" },
	{ "phase-begin", "kind: running, agreement: samen, from: 2021-06-01",
	  "kind: running, agreement: samen, from: 2030-01-01" },
	{ "norm-floor", "phases: [start_up, running]", "phases: [running]" },
	{ "norm-measure", "measure: care_reached, ", "" },
	{ "norm-measure", "within_days: 14, ", "" },
	{ "scope-begin", "to: duo, from: 2019-01-01", "to: duo, from: 2019-01-02" },
	{ "scope-begin", "to: jeugd, from: 2022-01-01", "to: jeugd, from: 2019-01-01" },
	{ "replaced", "by: hulp, on: 2020-06-01", "by: opvang, on: 2020-06-01" },
	{ "corners",
	  "  - {name: contract, label: Contract, people: 1, provider_contact: Contract, about: Drie}\n", "" },
	{ "member-cover", "    areas: Zuid\n    parties: lid-b",
	  "    areas: [Zuid, Noord]\n    parties: lid-b" },
	{ "member-cover", "    parties: lid-b\n    under: duo\n    status: started\n    from: 2020-06-01",
	  "    parties: lid-b\n    under: duo\n    status: started\n    from: 2020-07-01" },
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

/* --- the rules --- */

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
	return fixture_replaced(test, test->town, example->find,
	                        example->put == NULL ? many_lanes(test) : example->put);
}

static void town_is_silent(void **state)
{
	struct test *test = *state;

	(void)fixture_read(test, test->town);
	for (size_t i = 0; i < test->findings.count; i++)
		print_message("%d:%d %s\n", test->findings.items[i].line, test->findings.items[i].column,
		              test->findings.items[i].words);
	assert_int_equal(test->findings.count, 0);
}

static void each_example_breaks_its_rule(void **state)
{
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(examples); i++) {
		if (fixture_read(test, changed_town(test, &examples[i])) != FINDINGS)
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(town_is_silent, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(each_example_breaks_its_rule, fixture_begin, fixture_end),
		cmocka_unit_test(each_rule_has_an_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
