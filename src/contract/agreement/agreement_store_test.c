/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What happens to agreements, through the door, over the schemes of this repository; and who may deliver
 * afterwards, as everybody who asks the book of schemes sees it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/scheme/adopted_fixture.h"
#include "common/scheme/holding.h"
#include "common/scheme/scheme_book.h"
#include "contract/agreement/agreement.h"

#define REGISTER 77
#define BEFORE date_of(2015, 1, 1)

static const struct journal_kind *const kinds[] = {
	&agreement_extended_kind, &party_admitted_kind, &party_succeeded_kind, &subcontractor_contracted_kind,
	&member_left_kind,        &area_allocated_kind, &contact_named_kind,   &contact_left_kind,
};
static const struct journal_book book = { .kinds = kinds, .kinds_count = COUNT(kinds) };

static int set_up(void **state)
{
	(void)fixture_open(state, sizeof(struct fixture), &book, date_of(2020, 6, 1), "test");
	fixture_open_register(*state, REGISTER);
	return 0;
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	return db_begin(fixture->db, &fixture->fault) == OK ? 0 : -1;
}

static int undo(void **state)
{
	struct fixture *fixture = *state;

	db_rollback(fixture->db);
	scheme_book_free(fixture->schemes);
	return 0;
}

/* Brings a fact; the code of the first finding, or "" when it was kept. */
static const char *bring(struct fixture *fixture, const struct journal_kind *kind, const void *item)
{
	void *copy = arena_take(fixture->arena, kind->record->size);
	int64_t number;
	enum status status;

	memcpy(copy, item, kind->record->size);
	fixture->findings = findings_new(fixture->arena, "nl");
	status = journal_append(&fixture->journal, kind, copy, &fixture->findings, &number, &fixture->fault);
	if (status == FAILED)
		fail_msg("%s", fixture->fault.words);
	assert_int_equal(scheme_book_refresh(fixture->schemes, fixture->db, &fixture->fault), OK);
	return status == FINDINGS ? fixture->findings.items[0].code : "";
}

/* Who may deliver in an area on a day: a word for each, in order of name. */
static const char *who(struct fixture *fixture, const char *product, const char *area, struct date on)
{
	const struct scheme_entry *entry = scheme_book_with_product(fixture->schemes, REGISTER, product);
	const struct lane_set *set = &entry->lanes;
	struct lane_place place = lane_set_place(set, lane_names_find(&set->products, product),
	                                         lane_names_find(&set->areas, area));
	const char *words = "", *last = "";

	for (size_t i = 0; i < place.count; i++) {
		const struct lane *lane = &set->lanes[place.offers[i].lane];
		const char *party = set->parties.items[place.offers[i].party].name;

		if (!date_within(on, lane->from, lane->until) || place.offers[i].instead_of != LANE_NONE ||
		    strcmp(last, party) == 0)
			continue;
		words = arena_print(fixture->arena, "%s%s%s", words, words[0] == '\0' ? "" : " ", party);
		last = party;
	}
	return words;
}

/* --- the one extension --- */

static struct agreement_extended extension(struct date decided_on)
{
	return (struct agreement_extended){ .agreement = "integrale-thuisondersteuning",
		                            .decided_on = decided_on,
		                            .reason = "Het gaat goed" };
}

static const char thuis[] = "thuisondersteuning";

/* After the end nobody is found, and nothing goes on by itself; the one option gives a year more. */
static void extension_is_used_once(void **state)
{
	struct fixture *fixture = *state;
	struct agreement_extended extended = extension(date_of(2020, 6, 1));

	fixture_adopt(fixture, "zwolle", BEFORE);
	assert_string_equal(who(fixture, thuis, "Zwolle", date_of(2021, 1, 1)), "");
	assert_string_equal(bring(fixture, &agreement_extended_kind, &extended), "");
	assert_non_null(strstr(who(fixture, thuis, "Zwolle", date_of(2021, 1, 1)), "aanbieder-29"));
	assert_non_null(strstr(who(fixture, thuis, "Zwolle", date_of(2021, 12, 31)), "aanbieder-01"));
	assert_string_equal(who(fixture, thuis, "Zwolle", date_of(2022, 1, 1)), "");
	assert_string_equal(bring(fixture, &agreement_extended_kind, &extended), "extension-used");
}

static void extension_comes_before_the_end(void **state)
{
	struct fixture *fixture = *state;
	struct agreement_extended extended = extension(date_of(2021, 1, 1));

	fixture_adopt(fixture, "zwolle", BEFORE);
	fixture->clock.fixed_day = date_of(2021, 3, 1);
	assert_string_equal(bring(fixture, &agreement_extended_kind, &extended), "extension-late");
	extended.agreement = "geen";
	assert_string_equal(bring(fixture, &agreement_extended_kind, &extended), "extension-agreement");
	fixture->clock.fixed_day = date_of(2020, 6, 1);
	fixture_adopt(fixture, "lelystad", BEFORE);
	extended = extension(date_of(2020, 6, 1));
	extended.agreement = "hoofdaannemers";
	assert_string_equal(bring(fixture, &agreement_extended_kind, &extended), "extension-option");
}

/* --- a closed agreement --- */

static struct party_admitted admission(const char *ground)
{
	return (struct party_admitted){ .agreement = "integrale-thuisondersteuning",
		                        .label = "Thuiszorg Nieuw",
		                        .agb = "99009999",
		                        .ground = ground,
		                        .follows = "aanbieder-07",
		                        .from = date_of(2020, 7, 1),
		                        .reason = "Overgenomen" };
}

static void closed_agreement_takes_nobody_new(void **state)
{
	struct fixture *fixture = *state;
	struct party_admitted admitted = admission("new");

	fixture_adopt(fixture, "zwolle", BEFORE);
	assert_string_equal(bring(fixture, &party_admitted_kind, &admitted), "admission-closed");
	admitted = admission("succession");
	admitted.follows = "huidige-aanbieder";
	assert_string_equal(bring(fixture, &party_admitted_kind, &admitted), "admission-follows");
	admitted = admission("succession");
	admitted.agb = "99000403";
	assert_string_equal(bring(fixture, &party_admitted_kind, &admitted), "admission-agb");
}

static void successor_takes_the_place(void **state)
{
	struct fixture *fixture = *state;
	struct party_admitted admitted = admission("succession");
	const char *before, *after;

	fixture_adopt(fixture, "zwolle", BEFORE);
	assert_string_equal(bring(fixture, &party_admitted_kind, &admitted), "");
	before = who(fixture, thuis, "Zwolle", date_of(2020, 6, 30));
	after = who(fixture, thuis, "Zwolle", date_of(2020, 7, 1));
	assert_non_null(strstr(before, "aanbieder-07"));
	assert_null(strstr(before, "thuiszorg-nieuw"));
	assert_null(strstr(after, "aanbieder-07"));
	assert_non_null(strstr(after, "thuiszorg-nieuw"));
	assert_string_equal(bring(fixture, &party_admitted_kind, &admitted), "admission-follows");
}

static void subcontractor_of_a_party_comes_in(void **state)
{
	struct fixture *fixture = *state;
	struct party_admitted admitted = admission("subcontract");
	const struct scheme *scheme;

	fixture_adopt(fixture, "zwolle", BEFORE);
	assert_string_equal(bring(fixture, &party_admitted_kind, &admitted), "");
	assert_null(strstr(who(fixture, thuis, "Zwolle", date_of(2020, 7, 1)), "thuiszorg-nieuw"));
	scheme = &scheme_book_entry(fixture->schemes, REGISTER, "zwolle")->scheme;
	assert_string_equal(
		scheme_liable(scheme, scheme->subcontractors.items, "Zwolle", date_of(2020, 7, 1)),
		"aanbieder-07");
	assert_true(scheme_works(scheme, "thuiszorg-nieuw", date_of(2020, 7, 1)));
	assert_false(scheme_works(scheme, "thuiszorg-nieuw", date_of(2020, 6, 30)));
}

/* --- no monopolies --- */

static void merger_keeps_to_the_cap(void **state)
{
	struct fixture *fixture = *state;
	struct party_succeeded merger = { .party = "hoofdaannemer-2",
		                          .by = "hoofdaannemer-1",
		                          .from = date_of(2016, 1, 1),
		                          .reason = "Fusie" };

	fixture_adopt(fixture, "lelystad", BEFORE);
	/* districts 1 and 2 with 2 and 3 */
	assert_string_equal(bring(fixture, &party_succeeded_kind, &merger), "succession-cap");
	assert_non_null(strstr(fixture->findings.items[0].words, "3 gebieden (Stadsdeel 1 "));
	merger.by = "hoofdaannemer-5";
	assert_string_equal(bring(fixture, &party_succeeded_kind, &merger), "succession-cap");
	merger.by = "iemand";
	assert_string_equal(bring(fixture, &party_succeeded_kind, &merger), "succession-by");
}

/* A takeover of a subcontractor by another one leaves the four districts as they were. */
static void takeover_within_the_cap(void **state)
{
	struct fixture *fixture = *state;
	struct party_succeeded merger = { .party = "onderaannemer-3",
		                          .by = "hoofdaannemer-3",
		                          .from = date_of(2016, 1, 1),
		                          .reason = "Overname" };
	const struct scheme *scheme;

	fixture_adopt(fixture, "lelystad", BEFORE);
	assert_string_equal(bring(fixture, &party_succeeded_kind, &merger), "");
	scheme = &scheme_book_entry(fixture->schemes, REGISTER, "lelystad")->scheme;
	assert_int_equal(
		scheme_areas_of(scheme, NULL, "hoofdaannemer-3", date_of(2016, 1, 1), fixture->arena).count,
		2);
	assert_false(scheme_works(scheme, "onderaannemer-3", date_of(2016, 1, 1)));
	assert_true(scheme_works(scheme, "onderaannemer-3", date_of(2015, 12, 31)));
}

static void subcontractor_over_the_cap_needs_a_reason(void **state)
{
	struct fixture *fixture = *state;
	const char *product[] = { "dagbesteding" }, *three[] = { "stadsdeel-3" }, *one[] = { "stadsdeel-1" };
	struct subcontractor_contracted contracted = { .party = "hoofdaannemer-1",
		                                       .under = "hoofdaannemer-3",
		                                       .products = { product, NULL, 1 },
		                                       .areas = { three, NULL, 1 },
		                                       .from = date_of(2016, 1, 1) };
	const struct scheme *scheme;
	const struct scheme_subcontractor *below;

	fixture_adopt(fixture, "lelystad", BEFORE);
	assert_string_equal(bring(fixture, &subcontractor_contracted_kind, &contracted), "subcontract-cap");
	contracted.reason = "Alleen deze dagbesteding is daar";
	assert_string_equal(bring(fixture, &subcontractor_contracted_kind, &contracted), "");
	contracted.areas.items = one;
	assert_string_equal(bring(fixture, &subcontractor_contracted_kind, &contracted), "subcontract-area");
	contracted.under = "nergens";
	assert_string_equal(bring(fixture, &subcontractor_contracted_kind, &contracted), "subcontract-under");
	scheme = &scheme_book_entry(fixture->schemes, REGISTER, "lelystad")->scheme;
	below = &SCHEME_ITEMS(scheme_subcontractor, scheme->subcontractors)[3];
	assert_string_equal(scheme_liable(scheme, below, "stadsdeel-3", date_of(2016, 1, 1)),
	                    "hoofdaannemer-3");
}

/* However deep: liability is at the top. */
static void chain_of_any_depth(void **state)
{
	struct fixture *fixture = *state;
	const char *product[] = { "ondersteuning-thuis" }, *area[] = { "stadsdeel-2" };
	const char *under = "onderaannemer-2";
	const struct scheme *scheme;

	fixture_adopt(fixture, "lelystad", BEFORE);
	for (int i = 0; i < 5; i++) {
		struct subcontractor_contracted contracted = {
			.label = arena_print(fixture->arena, "Diep %d", i),
			.agb = arena_print(fixture->arena, "9900990%d", i),
			.under = under,
			.products = { product, NULL, 1 },
			.areas = { area, NULL, 1 },
			.from = date_of(2016, 1, 1)
		};

		assert_string_equal(bring(fixture, &subcontractor_contracted_kind, &contracted), "");
		under = arena_print(fixture->arena, "diep-%d", i);
	}
	scheme = &scheme_book_entry(fixture->schemes, REGISTER, "lelystad")->scheme;
	assert_string_equal(scheme_liable(scheme,
	                                  &SCHEME_ITEMS(scheme_subcontractor, scheme->subcontractors)[7],
	                                  "stadsdeel-2", date_of(2016, 1, 1)),
	                    "hoofdaannemer-1");
	{
		struct subcontractor_contracted circle = { .party = "onderaannemer-2",
			                                   .under = "diep-4",
			                                   .products = { product, NULL, 1 },
			                                   .areas = { area, NULL, 1 },
			                                   .from = date_of(2016, 1, 1) };

		assert_string_equal(bring(fixture, &subcontractor_contracted_kind, &circle),
		                    "subcontract-circle");
	}
}

/* --- within a combination --- */

static const char hulp[] = "huishoudelijke-ondersteuning";
#define FOUR "aanbieder-2 aanbieder-3 aanbieder-4 aanbieder-5"

static void member_leaves_and_areas_are_given_away(void **state)
{
	struct fixture *fixture = *state;
	struct member_left left = { .combination = "wijdezorg-combinatie",
		                    .member = "axxicom",
		                    .from = date_of(2023, 1, 1),
		                    .reason = "Stopt" };
	struct area_allocated allocated = { .combination = "wijdezorg-combinatie",
		                            .area = "Boskoop",
		                            .member = "thuiszorg-izo",
		                            .from = date_of(2023, 2, 1),
		                            .status = "not_started",
		                            .reason = "Dichtbij" };
	const struct scheme *scheme;

	fixture_adopt(fixture, "alphen", BEFORE);
	assert_string_equal(bring(fixture, &member_left_kind, &left), "");
	assert_string_equal(who(fixture, hulp, "Boskoop", date_of(2022, 12, 31)), FOUR " axxicom");
	/* the choice among the other contract parties stays */
	assert_string_equal(who(fixture, hulp, "Boskoop", date_of(2023, 1, 1)), FOUR);
	scheme = &scheme_book_entry(fixture->schemes, REGISTER, "alphen")->scheme;
	assert_int_equal(
		scheme_uncovered(scheme, left.combination, date_of(2022, 12, 31), fixture->arena).count, 0);
	assert_int_equal(
		scheme_uncovered(scheme, left.combination, date_of(2023, 1, 1), fixture->arena).count, 4);
	assert_string_equal(bring(fixture, &area_allocated_kind, &allocated), "");
	assert_string_equal(who(fixture, hulp, "Boskoop", date_of(2023, 1, 31)), FOUR);
	assert_string_equal(who(fixture, hulp, "Boskoop", date_of(2023, 2, 1)), FOUR " thuiszorg-izo");
	assert_string_equal(who(fixture, hulp, "Boskoop", date_of(2026, 1, 1)), "");
	scheme = &scheme_book_entry(fixture->schemes, REGISTER, "alphen")->scheme;
	assert_int_equal(
		scheme_uncovered(scheme, left.combination, date_of(2023, 2, 1), fixture->arena).count, 3);
	allocated.member = "axxicom";
	assert_string_equal(bring(fixture, &area_allocated_kind, &allocated), "allocation-member");
	/* who leads the combination divides its areas, no other member does */
	allocated.member = "wijdezorg";
	allocated.from = date_of(2023, 3, 1);
	fixture->journal.party = "thuiszorg-izo";
	assert_string_equal(bring(fixture, &area_allocated_kind, &allocated), "allocation-lead");
	fixture->journal.party = "wijdezorg";
	assert_string_equal(bring(fixture, &area_allocated_kind, &allocated), "");
	fixture->journal.party = NULL;
	assert_string_equal(who(fixture, hulp, "Boskoop", date_of(2023, 3, 1)), FOUR " wijdezorg");
	left.member = "wijdezorg";
	assert_string_equal(bring(fixture, &member_left_kind, &left), "member-lead");
}

/* --- contact persons --- */

static const char *contact_on(struct fixture *fixture, struct date on)
{
	struct contact_left left = { .party = "aanbieder-01", .corner = "policy", .on = on };

	return bring(fixture, &contact_left_kind, &left);
}

static void contact_person_until_the_next(void **state)
{
	struct fixture *fixture = *state;
	struct contact_named named = {
		.party = "aanbieder-01", .corner = "policy", .name = "Rol A", .from = date_of(2019, 6, 1)
	};

	fixture_adopt(fixture, "zwolle", BEFORE);
	assert_string_equal(contact_on(fixture, date_of(2020, 1, 1)), "contact-none");
	assert_string_equal(bring(fixture, &contact_named_kind, &named), "");
	named.name = "Rol B";
	named.from = date_of(2019, 1, 1); /* recorded later, began earlier */
	assert_string_equal(bring(fixture, &contact_named_kind, &named), "");
	named.from = date_of(2019, 6, 1); /* the same day again: a correction */
	assert_string_equal(bring(fixture, &contact_named_kind, &named), "");
	assert_string_equal(contact_on(fixture, date_of(2020, 1, 1)), "");
	assert_string_equal(contact_on(fixture, date_of(2020, 1, 1)), "contact-none");
	assert_string_equal(contact_on(fixture, date_of(2018, 12, 31)), "contact-none");
	named.party = "huidige-aanbieder";
	assert_string_equal(bring(fixture, &contact_named_kind, &named), "contact-party");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(extension_is_used_once, begin, undo),
		cmocka_unit_test_setup_teardown(extension_comes_before_the_end, begin, undo),
		cmocka_unit_test_setup_teardown(closed_agreement_takes_nobody_new, begin, undo),
		cmocka_unit_test_setup_teardown(successor_takes_the_place, begin, undo),
		cmocka_unit_test_setup_teardown(subcontractor_of_a_party_comes_in, begin, undo),
		cmocka_unit_test_setup_teardown(merger_keeps_to_the_cap, begin, undo),
		cmocka_unit_test_setup_teardown(takeover_within_the_cap, begin, undo),
		cmocka_unit_test_setup_teardown(subcontractor_over_the_cap_needs_a_reason, begin, undo),
		cmocka_unit_test_setup_teardown(chain_of_any_depth, begin, undo),
		cmocka_unit_test_setup_teardown(member_leaves_and_areas_are_given_away, begin, undo),
		cmocka_unit_test_setup_teardown(contact_person_until_the_next, begin, undo),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
