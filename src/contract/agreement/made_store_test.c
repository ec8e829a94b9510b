/* SPDX-License-Identifier: EUPL-1.2 */
/* What a signature for one lot gives: its areas and no others, and never more than the cap (LEL-17). */
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
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/made.h"
#include "contract/agreement/made_place.h"
#include "shows.h"

#define REGISTER 77
#define MAIN "hoofdaannemers"
#define TODAY date_of(2016, 1, 1)

static const struct journal_kind *const kinds[] = { &party_succeeded_kind, &agreement_made_kind };
static const struct journal_book book = { .kinds = kinds, .kinds_count = COUNT(kinds) };

static int set_up(void **state)
{
	(void)fixture_open(state, sizeof(struct fixture), &book, TODAY, "test");
	fixture_open_register(*state, REGISTER);
	return 0;
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	if (db_begin(fixture->db, &fixture->fault) != OK)
		return -1;
	fixture_adopt(fixture, "lelystad", date_of(2015, 1, 1));
	return 0;
}

static int undo(void **state)
{
	struct fixture *fixture = *state;

	db_rollback(fixture->db);
	scheme_book_free(fixture->schemes);
	return 0;
}

static void bring(struct fixture *fixture, const struct journal_kind *kind, void *item)
{
	int64_t number;

	fixture->findings = findings_new(fixture->arena, "nl");
	if (journal_append(&fixture->journal, kind, item, &fixture->findings, &number, &fixture->fault) != OK)
		fail_msg("%s", fixture->findings.count > 0 ? fixture->findings.items[0].words
		                                           : fixture->fault.words);
	assert_int_equal(scheme_book_refresh(fixture->schemes, fixture->db, &fixture->fault), OK);
}

static struct made_place place_of(struct fixture *fixture, const char *lot)
{
	struct made_place place = { .bidder = "Iemand" };

	place.scheme = scheme_book_entry(fixture->schemes, REGISTER, "lelystad")->scheme;
	place.lot = check_find(&place.scheme.lots, &scheme_lot_record, lot);
	place.agreement = place_agreement(&place.scheme, MAIN);
	assert_non_null(place.lot);
	assert_non_null(place.agreement);
	return place;
}

/* The words of what is against signing for a lot; "" when nothing is. */
static const char *against(struct fixture *fixture, const char *party, const char *lot)
{
	const struct made_place place = place_of(fixture, lot);
	struct findings findings = findings_new(fixture->arena, "nl");

	assert_int_equal(made_check_cap(&fixture->journal, &place, &(struct made_signing){ party, TODAY },
	                                &findings, &fixture->fault),
	                 OK);
	return findings.count == 0 ? "" : findings.items[0].words;
}

static void sign_for(struct fixture *fixture, const char *party, const char *lot)
{
	const struct made_place place = place_of(fixture, lot);
	struct agreement_made made = { .tender = "proef",
		                       .bid = 1,
		                       .lot = lot,
		                       .scheme = "lelystad",
		                       .agreement = MAIN,
		                       .party = party,
		                       .signed_on = TODAY,
		                       .from = TODAY,
		                       .products = place.lot->products,
		                       .areas = place.lot->areas,
		                       .joins = !made_has_lot(&place, party, TODAY, fixture->arena) };

	bring(fixture, &agreement_made_kind, &made);
}

static size_t areas_of(struct fixture *fixture, const char *party)
{
	return scheme_areas_of(&scheme_book_entry(fixture->schemes, REGISTER, "lelystad")->scheme, MAIN,
	                       party, TODAY, fixture->arena)
	        .count;
}

static void a_signature_gives_the_areas_of_its_lot(void **state)
{
	struct fixture *fixture = *state;

	sign_for(fixture, "onderaannemer-1", "stadsdeel-1");
	assert_int_equal(areas_of(fixture, "onderaannemer-1"), 1);
	sign_for(fixture, "onderaannemer-1", "stadsdeel-2");
	assert_int_equal(areas_of(fixture, "onderaannemer-1"), 2);
}

static void a_third_area_is_refused(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(against(fixture, NULL, "stadsdeel-3"), "");
	assert_string_equal(against(fixture, "hoofdaannemer-1", "stadsdeel-2"), "");
	SHOWS("LEL-17", assert_non_null(strstr(against(fixture, "hoofdaannemer-1", "stadsdeel-3"),
	                                       "3 gebieden (Stadsdeel 1")));
}

/* Each had room when it was awarded; together they have not. */
static void a_takeover_after_the_award_counts(void **state)
{
	struct fixture *fixture = *state;
	struct party_succeeded merger = {
		.party = "onderaannemer-2", .by = "onderaannemer-1", .from = TODAY, .reason = "Overname"
	};

	sign_for(fixture, "onderaannemer-1", "stadsdeel-1");
	sign_for(fixture, "onderaannemer-2", "stadsdeel-2");
	assert_string_equal(against(fixture, "onderaannemer-1", "stadsdeel-3"), "");
	bring(fixture, &party_succeeded_kind, &merger);
	assert_non_null(strstr(against(fixture, "onderaannemer-1", "stadsdeel-3"), "meer dan 2 mag niet"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_signature_gives_the_areas_of_its_lot, begin, undo),
		cmocka_unit_test_setup_teardown(a_third_area_is_refused, begin, undo),
		cmocka_unit_test_setup_teardown(a_takeover_after_the_award_counts, begin, undo),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
