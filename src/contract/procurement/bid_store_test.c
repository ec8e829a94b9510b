/* SPDX-License-Identifier: EUPL-1.2 */
/* A tender through the door, from its notice to the opening of its bids; nobody reads one before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "common/access/access.h"
#include "common/scheme/adopted_fixture.h"
#include "common/scheme/scheme_book.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/bid_store.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/opening.h"
#include "contract/procurement/question.h"
#include "platform/db/seal.h"
#include "shows.h"

#define REGISTER 78
#define TENDER "proef-2018"
#define LOT "zwolle"
#define TODAY date_of(2018, 1, 8)
#define BIDS_DAY date_of(2018, 3, 1)
#define NOON (12 * 3600)
#define SECRET "Zq geheim antwoord"

static const struct journal_kind *const kinds[] = {
	&tender_announced_kind,
	&vault_key_held_kind,
	&tender_question_asked_kind,
	&tender_question_answered_kind,
	&bid_begun_kind,
	&bid_partners_named_kind,
	&bid_part_declared_kind,
	&bid_submitted_kind,
	&bid_late_kind,
	&bid_withdrawn_kind,
	&vault_key_turned_kind,
	&bid_opened_kind,
};
static const struct journal_reaction reactions[] = {
	{ &vault_key_turned_kind, &bid_opened_kind, true, NULL, vault_open_each },
};
static const char *const derived[] = { "procurement_bid",   "procurement_criterion",   "procurement_holder",
	                               "procurement_lot",   "procurement_partner",     "procurement_question",
	                               "procurement_share", "procurement_requirement", "procurement_tender" };
static const struct journal_book book = { .kinds = kinds,
	                                  .kinds_count = COUNT(kinds),
	                                  .reactions = reactions,
	                                  .reactions_count = COUNT(reactions),
	                                  .derived_tables = derived,
	                                  .derived_tables_count = COUNT(derived) };

static const char *const criteria[] = { "client-centraal", "samenwerking", "visie", "uitvoering",
	                                "innovatie" };
static const char *const clerks[] = { "coen", "saar", "dirk" };
static const char *const organisations[] = { "Zorg Noord", "Zorg Oost", "Zorg West" };

static void open_account(struct fixture *fixture, const char *account, const char *role, const char *party)
{
	const struct access_account opened = { .register_id = REGISTER,
		                               .account = account,
		                               .name = account,
		                               .role = role,
		                               .team = "",
		                               .party = party };

	fixture_must(fixture, access_add_without_password(fixture->db, &opened, &fixture->fault));
}

static int set_up(void **state)
{
	struct fixture *fixture;

	(void)fixture_open(state, sizeof(struct fixture), &book, TODAY, "coen");
	fixture = *state;
	fixture_must(fixture, seal_make_key(db_state_directory(fixture->db), &fixture->fault));
	fixture_open_register(fixture, REGISTER);
	return 0;
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	fixture->schemes = scheme_book_new();
	fixture->journal.schemes = fixture->schemes;
	fixture->clock = (struct clock){ TODAY, NOON };
	if (db_begin(fixture->db, &fixture->fault) != OK)
		return -1;
	fixture->facts = 1000000;
	fixture_adopt(fixture, "zwolle", date_of(2015, 1, 1));
	for (size_t i = 0; i < COUNT(clerks); i++)
		open_account(fixture, clerks[i], "contract_manager", "");
	for (size_t i = 0; i < COUNT(organisations); i++)
		open_account(fixture, organisations[i], "bidder", organisations[i]);
	return 0;
}

static int undo(void **state)
{
	struct fixture *fixture = *state;

	db_rollback(fixture->db);
	scheme_book_free(fixture->schemes);
	return 0;
}

static void be(struct fixture *fixture, const char *account, const char *party)
{
	fixture->journal.account = account;
	fixture->journal.party = party;
}

/* Brings a fact; the code of the first finding, or "" when it was kept. */
static const char *bring(struct fixture *fixture, const struct journal_kind *kind, void *item,
                         int64_t *ret_fact)
{
	int64_t number = 0;
	enum status status;

	fixture->findings = findings_new(fixture->arena, "nl");
	status = journal_append(&fixture->journal, kind, item, &fixture->findings,
	                        ret_fact == NULL ? &number : ret_fact, &fixture->fault);
	if (status == FINDINGS)
		return fixture->findings.items[0].code;
	fixture_must(fixture, status);
	return "";
}

static void announce(struct fixture *fixture)
{
	struct notice_requirement requirement = { "Voortgangsgesprekken met de drie hoeken" };
	struct tender_announced announced = { .name = TENDER,
		                              .scheme = "zwolle",
		                              .title = "Proef",
		                              .why = "Een gesloten contract",
		                              .questions_until = date_of(2018, 2, 1),
		                              .bids_day = BIDS_DAY,
		                              .bids_time = "12:00",
		                              .holder_1 = "coen",
		                              .holder_2 = "saar",
		                              .holder_3 = "dirk",
		                              .requirements = { &requirement, 1 } };

	be(fixture, "coen", "");
	assert_string_equal(bring(fixture, &tender_announced_kind, &announced, NULL), "");
}

/* The three holders make their keys; their codes. */
static void hold_keys(struct fixture *fixture, const char **ret_codes)
{
	for (size_t i = 0; i < COUNT(clerks); i++) {
		unsigned char seed[KEY_SEED_BYTES];
		struct vault_key_held held = { .tender = TENDER };

		ret_codes[i] = key_code_new(fixture->arena);
		assert_true(key_code_read(ret_codes[i], seed));
		held.public_key = key_code_public(seed, fixture->arena);
		be(fixture, clerks[i], "");
		assert_string_equal(bring(fixture, &vault_key_held_kind, &held, NULL), "");
	}
}

static int64_t begin_bid(struct fixture *fixture, const char *party)
{
	struct bid_begun begun = { .tender = TENDER, .lot = LOT };
	int64_t bid = 0;

	be(fixture, party, party);
	assert_string_equal(bring(fixture, &bid_begun_kind, &begun, &bid), "");
	return bid;
}

static void write_answers(struct fixture *fixture, int64_t bid)
{
	for (size_t i = 0; i < COUNT(criteria); i++)
		fixture_must(fixture, draft_save(&fixture->journal, bid,
		                                 &(struct bid_answer){ .criterion = criteria[i],
		                                                       .answer = SECRET,
		                                                       .how = "Elke week",
		                                                       .with = "Met het team" },
		                                 &fixture->fault));
}

static const char *submit(struct fixture *fixture, int64_t bid)
{
	struct bid_submitted submitted = { .bid = bid, .agrees = true };
	const char *code = bring(fixture, &bid_submitted_kind, &submitted, NULL);

	if (strcmp(code, "bid-late") == 0)
		fixture_must(fixture, bid_keep_late(&fixture->journal, &submitted, &fixture->fault));
	return code;
}

static int64_t whole_bid(struct fixture *fixture, const char *party)
{
	int64_t bid = begin_bid(fixture, party);

	write_answers(fixture, bid);
	assert_string_equal(submit(fixture, bid), "");
	return bid;
}

static const char *turn_key(struct fixture *fixture, const char *account, const char *code, bool despite)
{
	struct vault_key_turned turned = { .tender = TENDER, .code = code, .despite = despite };

	be(fixture, account, "");
	return bring(fixture, &vault_key_turned_kind, &turned, NULL);
}

static void close_bids(struct fixture *fixture)
{
	fixture->clock = (struct clock){ BIDS_DAY, NOON };
}

static const char *state_of(struct fixture *fixture, int64_t bid)
{
	struct bid_now now = { 0 };

	fixture_must(fixture, bid_find(&fixture->journal, bid, &now, &fixture->fault));
	return now.state;
}

static const char *answer_of(struct fixture *fixture, int64_t bid)
{
	struct bid_content content = { 0 };

	if (procurement_content(&fixture->journal, bid, &content, &fixture->fault) != OK)
		return NULL;
	return procurement_answer(&content, "visie")->answer;
}

/* A query is known by its place: each is there once. */
static const struct db_query secrets = {
	"test_secrets", "SELECT (SELECT COUNT(*) FROM journal_fact WHERE body LIKE '%Zq geheim%') + "
			"(SELECT COUNT(*) FROM procurement_bid WHERE sealed LIKE '%Zq geheim%') + "
			"(SELECT COUNT(*) FROM procurement_draft WHERE sealed LIKE '%Zq geheim%')"
};
static const struct db_query drafts = { "test_drafts", "SELECT COUNT(*) FROM procurement_draft" };
static const struct db_query change = {
	"test_change", "UPDATE procurement_bid SET sealed = REPLACE(sealed, SUBSTR(sealed, 50, 4), "
		       "'AAAA') WHERE party = 'Zorg Noord'"
};

static int64_t count_rows(struct fixture *fixture, const struct db_query *query)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	fixture_must(fixture, db_one(fixture->db, query, NULL, 0, &rows, &fixture->fault));
	return db_number(&rows, 0);
}

static int64_t secrets_in_clear(struct fixture *fixture)
{
	return count_rows(fixture, &secrets);
}

static void two_of_three_open_all_bids_and_one_does_not(void **state)
{
	struct fixture *fixture = *state;
	const char *codes[3];
	struct records bids = { 0 };
	struct tender_notice notice = { 0 };
	int64_t north, east;

	announce(fixture);
	hold_keys(fixture, codes);
	north = whole_bid(fixture, "Zorg Noord");
	east = whole_bid(fixture, "Zorg Oost");
	assert_int_equal(secrets_in_clear(fixture), 0);
	assert_string_equal(turn_key(fixture, "coen", codes[0], false), "turned-early");
	close_bids(fixture);
	assert_string_equal(turn_key(fixture, "Zorg Noord", codes[0], false), "turned-holder");
	assert_string_equal(turn_key(fixture, "coen", codes[1], false), "turned-other");
	assert_string_equal(turn_key(fixture, "coen", "AAAA", false), "turned-mistyped");
	assert_string_equal(turn_key(fixture, "coen", codes[0], false), "");
	assert_null(answer_of(fixture, north));
	assert_string_equal(turn_key(fixture, "coen", codes[0], false), "turned-twice");
	assert_string_equal(state_of(fixture, north), "submitted");
	assert_int_equal(secrets_in_clear(fixture), 0);
	assert_string_equal(turn_key(fixture, "dirk", codes[2], false), "");
	assert_string_equal(answer_of(fixture, north), SECRET);
	assert_string_equal(answer_of(fixture, east), SECRET);
	assert_int_equal(secrets_in_clear(fixture), 0);
	assert_string_equal(turn_key(fixture, "saar", codes[1], false), "turned-opened");
	fixture_must(fixture, procurement_bids(&fixture->journal, TENDER, &bids, &fixture->fault));
	assert_int_equal(bids.count, 2);
	assert_true(((const struct procurement_bid *)bids.items)->is_opened);
	fixture_must(fixture, procurement_tender_find(fixture->db, REGISTER, TENDER, fixture->arena, &notice,
	                                              &fixture->fault));
	assert_int_equal(notice.opened_on.day, BIDS_DAY.day);
	be(fixture, "Zorg West", "Zorg West");
	assert_string_equal(
		bring(fixture, &bid_begun_kind, &(struct bid_begun){ .tender = TENDER, .lot = LOT }, NULL),
		"begun-opened");
}

static void the_notice_is_what_the_scheme_says(void **state)
{
	struct fixture *fixture = *state;
	struct tender_notice notice = { 0 };
	struct tender_terms terms;
	const struct notice_criterion *first;

	announce(fixture);
	fixture_must(fixture, procurement_tender_find(fixture->db, REGISTER, TENDER, fixture->arena, &notice,
	                                              &fixture->fault));
	first = notice.criteria.items;
	SHOWS("ZWO-56", assert_int_equal(notice.criteria.count, 5));
	SHOWS("ZWO-57", assert_string_equal(first[0].criterion, "client-centraal"));
	SHOWS("ZWO-58", assert_string_equal(first[1].criterion, "samenwerking"));
	SHOWS("ZWO-59", assert_string_equal(first[2].criterion, "visie"));
	SHOWS("ZWO-60", assert_string_equal(first[3].criterion, "uitvoering"));
	SHOWS("ZWO-61", assert_string_equal(first[4].criterion, "innovatie"));
	assert_true(first[0].is_concrete);
	SHOWS("ZWO-50", assert_int_equal(notice.threshold, 8));
	SHOWS("ZWO-46", assert_string_equal(notice.form, "european_tender"));
	SHOWS("ZWO-47", assert_string_equal(notice.accession, "closed"));
	SHOWS("ZWO-51", assert_int_equal(((const struct notice_lot *)notice.lots.items)->winners, 0));
	terms = procurement_terms(&notice, fixture->arena);
	assert_int_equal(terms.criteria_count, 5);
	assert_int_equal(terms.areas.count, 1);
	assert_int_equal(terms.threshold.billionths, decimal_whole(8).billionths);
	assert_int_equal(notice.requirements.count, 1);
}

/* The first second that is too late is late; what was written stays sealed for ever. */
static void a_late_bid_stays_closed(void **state)
{
	struct fixture *fixture = *state;
	const char *codes[3];
	int64_t late, there;

	announce(fixture);
	hold_keys(fixture, codes);
	late = begin_bid(fixture, "Zorg Noord");
	write_answers(fixture, late);
	there = begin_bid(fixture, "Zorg Oost");
	write_answers(fixture, there);
	fixture->clock = (struct clock){ BIDS_DAY, NOON - 1 };
	assert_string_equal(submit(fixture, there), "");
	close_bids(fixture);
	be(fixture, "Zorg Noord", "Zorg Noord");
	assert_string_equal(submit(fixture, late), "bid-late");
	assert_non_null(strstr(fixture->findings.items[0].words, "1 maart 2018 om 12:00 uur"));
	assert_string_equal(state_of(fixture, late), "late");
	assert_string_equal(submit(fixture, late), "submitted-bid");
	assert_string_equal(turn_key(fixture, "coen", codes[0], false), "");
	assert_string_equal(turn_key(fixture, "saar", codes[1], false), "");
	assert_string_equal(state_of(fixture, late), "late");
	assert_null(answer_of(fixture, late));
	assert_string_equal(answer_of(fixture, there), SECRET);
	assert_int_equal(count_rows(fixture, &drafts), 0);
}

static void what_is_lacking_is_said(void **state)
{
	struct fixture *fixture = *state;
	const char *codes[3];
	int64_t bid;

	announce(fixture);
	bid = begin_bid(fixture, "Zorg Noord");
	SHOWS("ZWO-70", assert_string_equal(submit(fixture, bid), "submitted-missing"));
	assert_int_equal(fixture->findings.count, 15);
	fixture_must(fixture, draft_save(&fixture->journal, bid,
	                                 &(struct bid_answer){ .criterion = "visie", .answer = "Mooi" },
	                                 &fixture->fault));
	assert_string_equal(submit(fixture, bid), "submitted-missing");
	assert_int_equal(fixture->findings.count, 14);
	write_answers(fixture, bid);
	assert_string_equal(submit(fixture, bid), "submitted-keys");
	hold_keys(fixture, codes);
	be(fixture, "Zorg Oost", "Zorg Oost");
	assert_string_equal(submit(fixture, bid), "submitted-bid");
	be(fixture, "Zorg Noord", "Zorg Noord");
	assert_string_equal(submit(fixture, bid), "");
}

static void a_combination_bids_once_and_all_declare(void **state)
{
	struct fixture *fixture = *state;
	struct bid_named named[] = { { "Zorg Oost", "member", "Begeleiding" },
		                     { "Schoon BV", "subcontractor", "Ramen" } };
	struct bid_partners_named partners = { .partners = { named, COUNT(named) } };
	struct bid_part_declared declared = { .agrees = true };
	struct bid_content content = { 0 };
	const struct bid_answer *answer;
	const char *codes[3];

	announce(fixture);
	hold_keys(fixture, codes);
	declared.bid = partners.bid = begin_bid(fixture, "Zorg Noord");
	assert_string_equal(bring(fixture, &bid_partners_named_kind, &partners, NULL), "");
	write_answers(fixture, partners.bid);
	assert_string_equal(submit(fixture, partners.bid), "submitted-members");
	assert_string_equal(bring(fixture, &bid_part_declared_kind, &declared, NULL), "declared-asked");
	be(fixture, "Zorg Oost", "Zorg Oost");
	fixture_must(fixture, draft_save(&fixture->journal, partners.bid,
	                                 &(struct bid_answer){ "visie", SECRET, "Zo", "Wij", NULL, 0 },
	                                 &fixture->fault));
	assert_string_equal(bring(fixture, &bid_part_declared_kind, &declared, NULL), "");
	assert_string_equal(submit(fixture, partners.bid), "submitted-bid");
	assert_string_equal(
		bring(fixture, &bid_begun_kind, &(struct bid_begun){ .tender = TENDER, .lot = LOT }, NULL),
		"begun-twice");
	be(fixture, "Zorg Noord", "Zorg Noord");
	SHOWS("ALP-12", assert_string_equal(submit(fixture, partners.bid), ""));
	close_bids(fixture);
	assert_string_equal(turn_key(fixture, "coen", codes[0], false), "");
	assert_string_equal(turn_key(fixture, "saar", codes[1], false), "");
	fixture_must(fixture,
	             procurement_content(&fixture->journal, partners.bid, &content, &fixture->fault));
	answer = procurement_answer(&content, "visie");
	assert_string_equal(answer->written, "Zorg Oost, Zorg Noord");
	assert_int_equal(answer->versions, 2);
	assert_int_equal(content.partners.count, 2);
}

/* A lead that another has as a declared member, and a member that leads another bid. */
static void nobody_stands_in_two_bids_on_a_lot(void **state)
{
	struct fixture *fixture = *state;
	struct bid_named named[] = { { "Zorg Oost", "member", "Begeleiding" } };
	struct bid_partners_named partners = { .partners = { named, COUNT(named) } };
	struct bid_part_declared declared = { .agrees = true };
	int64_t east;

	announce(fixture);
	east = begin_bid(fixture, "Zorg Oost");
	declared.bid = partners.bid = begin_bid(fixture, "Zorg Noord");
	assert_string_equal(bring(fixture, &bid_partners_named_kind, &partners, NULL), "");
	be(fixture, "Zorg Oost", "Zorg Oost");
	assert_string_equal(bring(fixture, &bid_part_declared_kind, &declared, NULL), "declared-twice");
	assert_string_equal(bring(fixture, &bid_withdrawn_kind, &(struct bid_withdrawn){ .bid = east }, NULL),
	                    "");
	assert_string_equal(bring(fixture, &bid_part_declared_kind, &declared, NULL), "");
	assert_string_equal(
		bring(fixture, &bid_begun_kind, &(struct bid_begun){ .tender = TENDER, .lot = LOT }, NULL),
		"begun-twice");
}

static void a_bid_is_withdrawn_before_the_deadline_and_not_after(void **state)
{
	struct fixture *fixture = *state;
	const char *codes[3];
	int64_t bid;

	announce(fixture);
	hold_keys(fixture, codes);
	bid = whole_bid(fixture, "Zorg Noord");
	assert_string_equal(bring(fixture, &bid_withdrawn_kind, &(struct bid_withdrawn){ .bid = bid }, NULL),
	                    "");
	assert_string_equal(bring(fixture, &bid_withdrawn_kind, &(struct bid_withdrawn){ .bid = bid }, NULL),
	                    "withdrawn-bid");
	bid = whole_bid(fixture, "Zorg Noord");
	close_bids(fixture);
	assert_string_equal(bring(fixture, &bid_withdrawn_kind, &(struct bid_withdrawn){ .bid = bid }, NULL),
	                    "withdrawn-late");
	be(fixture, "Zorg West", "Zorg West");
	assert_string_equal(
		bring(fixture, &bid_begun_kind, &(struct bid_begun){ .tender = TENDER, .lot = LOT }, NULL),
		"begun-late");
}

/* Somebody at the database changed what was sealed: it is said, and the others need not wait for ever. */
static void a_changed_bid_is_a_finding(void **state)
{
	struct fixture *fixture = *state;
	const char *codes[3];
	int64_t north, east;

	announce(fixture);
	hold_keys(fixture, codes);
	north = whole_bid(fixture, "Zorg Noord");
	east = whole_bid(fixture, "Zorg Oost");
	fixture_must(fixture, db_run(fixture->db, &change, NULL, 0, &fixture->fault));
	close_bids(fixture);
	assert_string_equal(turn_key(fixture, "coen", codes[0], false), "");
	assert_string_equal(turn_key(fixture, "saar", codes[1], false), "turned-changed");
	assert_string_equal(state_of(fixture, east), "submitted");
	assert_string_equal(turn_key(fixture, "saar", codes[1], true), "");
	assert_string_equal(state_of(fixture, north), "changed");
	assert_null(answer_of(fixture, north));
	assert_string_equal(answer_of(fixture, east), SECRET);
}

static void keys_are_of_three_holders_each_once(void **state)
{
	struct fixture *fixture = *state;
	const char *codes[3];
	unsigned char seed[KEY_SEED_BYTES];
	struct vault_key_held held = { .tender = TENDER };

	announce(fixture);
	hold_keys(fixture, codes);
	assert_true(key_code_read(codes[0], seed));
	held.public_key = key_code_public(seed, fixture->arena);
	assert_string_equal(bring(fixture, &vault_key_held_kind, &held, NULL), "held-once");
	be(fixture, "Zorg Noord", "Zorg Noord");
	assert_string_equal(bring(fixture, &vault_key_held_kind, &held, NULL), "held-holder");
	close_bids(fixture);
	be(fixture, "coen", "");
	assert_string_equal(bring(fixture, &vault_key_held_kind, &held, NULL), "held-once");
}

static void an_answer_is_for_all_and_names_nobody(void **state)
{
	struct fixture *fixture = *state;
	struct tender_question_asked asked = { .tender = TENDER,
		                               .subject = "Zondag",
		                               .asked = "Mag Zorg Noord ook op zondag komen?" };
	struct tender_question_answered answered = { .answer = "Zorg Noord mag dat." };
	struct records questions = { 0 };

	announce(fixture);
	be(fixture, "Zorg Noord", "Zorg Noord");
	assert_string_equal(bring(fixture, &tender_question_asked_kind, &asked, NULL), "asked-name");
	asked.asked = "Mag een aanbieder ook op zondag komen?";
	assert_string_equal(bring(fixture, &tender_question_asked_kind, &asked, &answered.question), "");
	be(fixture, "coen", "");
	assert_string_equal(bring(fixture, &tender_question_asked_kind, &asked, NULL), "asked-organisation");
	assert_string_equal(bring(fixture, &tender_question_answered_kind, &answered, NULL), "answered-name");
	answered.answer = "Ja, elke dag.";
	assert_string_equal(bring(fixture, &tender_question_answered_kind, &answered, NULL), "");
	assert_string_equal(bring(fixture, &tender_question_answered_kind, &answered, NULL), "answered-once");
	fixture_must(fixture, tender_questions(&fixture->journal, TENDER, &questions, &fixture->fault));
	assert_string_equal(((const struct tender_question *)questions.items)->answer, "Ja, elke dag.");
	fixture->clock = (struct clock){ date_of(2018, 2, 2), NOON };
	be(fixture, "Zorg Noord", "Zorg Noord");
	assert_string_equal(bring(fixture, &tender_question_asked_kind, &asked, NULL), "asked-late");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(two_of_three_open_all_bids_and_one_does_not, begin, undo),
		cmocka_unit_test_setup_teardown(the_notice_is_what_the_scheme_says, begin, undo),
		cmocka_unit_test_setup_teardown(a_late_bid_stays_closed, begin, undo),
		cmocka_unit_test_setup_teardown(what_is_lacking_is_said, begin, undo),
		cmocka_unit_test_setup_teardown(a_combination_bids_once_and_all_declare, begin, undo),
		cmocka_unit_test_setup_teardown(nobody_stands_in_two_bids_on_a_lot, begin, undo),
		cmocka_unit_test_setup_teardown(a_bid_is_withdrawn_before_the_deadline_and_not_after, begin,
		                                undo),
		cmocka_unit_test_setup_teardown(a_changed_bid_is_a_finding, begin, undo),
		cmocka_unit_test_setup_teardown(keys_are_of_three_holders_each_once, begin, undo),
		cmocka_unit_test_setup_teardown(an_answer_is_for_all_and_names_nobody, begin, undo),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
