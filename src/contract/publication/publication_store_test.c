/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The reference tender through the door: 128 bids in a vault, five assessors of three corners, 3,200 sealed
 * marks, consensus, and 29 who win, as the command `award` says of the same marks; then letters to all,
 * standstill, a judge, signatures, and what is published of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "common/access/access.h"
#include "common/calendar/calendar.h"
#include "common/scheme/adopted_fixture.h"
#include "common/scheme/scheme_book.h"
#include "contract/assessment/assessment_store.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/signing.h"
#include "contract/assessment/telling.h"
#include "contract/assessment/unsealing.h"
#include "contract/procurement/bid.h"
#include "contract/procurement/draft.h"
#include "contract/procurement/key_code.h"
#include "contract/procurement/opening.h"
#include "contract/publication/publication.h"
#include "contract/tender/award.h"
#include "contract/tender/fixture.h"
#include "contract/tender/table.h"
#include "platform/db/seal.h"
#include "shows.h"

#define REGISTER 79
#define TENDER "zwolle-2018"
#define LOT "zwolle"
#define MARKS_FILE "tests/award/zwolle.csv"
#define ASSESSORS 5
#define BIDS_MAX 128
#define CRITERIA 5
#define NOON (12 * 3600)
#define WORK_BYTES ((size_t)256 * 1024 * 1024)
#define REASON "Zq reden van een cijfer"

static const struct journal_kind *const kinds[] = {
	&tender_announced_kind,     &vault_key_held_kind,    &bid_begun_kind,
	&bid_submitted_kind,        &vault_key_turned_kind,  &bid_opened_kind,
	&assessor_named_kind,       &assessor_left_kind,     &conflict_declared_kind,
	&conflict_lifted_kind,      &mark_given_kind,        &marks_unsealed_kind,
	&consensus_reached_kind,    &marks_frozen_kind,      &award_decided_kind,
	&award_letter_written_kind, &award_letter_sent_kind, &standstill_begun_kind,
	&relief_asked_kind,         &relief_ended_kind,      &reassessment_ordered_kind,
	&award_withdrawn_kind,      &agreement_signed_kind,  &award_published_kind,
	&release_imported_kind,
};
static const struct journal_reaction reactions[] = {
	{ &vault_key_turned_kind, &bid_opened_kind, true, NULL, vault_open_each },
	{ &mark_given_kind, &marks_unsealed_kind, true, unsealing_after_mark, NULL },
	{ &conflict_declared_kind, &marks_unsealed_kind, true, unsealing_after_conflict, NULL },
	{ &assessor_left_kind, &marks_unsealed_kind, true, NULL, unsealing_after_leaving },
	{ &award_decided_kind, &award_letter_written_kind, true, NULL, telling_write },
	{ &award_letter_sent_kind, &standstill_begun_kind, true, telling_begin_standstill, NULL },
};
static const struct journal_book book = { .kinds = kinds,
	                                  .kinds_count = COUNT(kinds),
	                                  .reactions = reactions,
	                                  .reactions_count = COUNT(reactions) };
static const struct calendar calendar = { 0 };

static const char *const criteria[CRITERIA] = { "client-centraal", "samenwerking", "visie", "uitvoering",
	                                        "innovatie" };
static const struct {
	const char *account, *role;
} assessors[ASSESSORS] = {
	{ "bea", "policy_adviser" },    { "bob", "policy_adviser" }, { "pia", "social_worker" },
	{ "coen", "contract_manager" }, { "dirk", "decider" },
};

/* The road so far. */
struct road {
	struct fixture fixture;
	struct arena *work; /* of one fact at a time */
	struct tender_test file;
	struct names bidders;
	int64_t bids[BIDS_MAX];
	const char *marks[BIDS_MAX][CRITERIA][ASSESSORS];
	struct tender_bids means; /* as the command reads the same file */
};

static void open_account(struct road *road, const char *account, const char *role)
{
	const struct access_account opened = { .register_id = REGISTER,
		                               .account = account,
		                               .name = account,
		                               .role = role,
		                               .team = strcmp(role, "social_worker") == 0 ? "team" : "",
		                               .party = "" };

	fixture_must(&road->fixture,
	             access_add_without_password(road->fixture.db, &opened, &road->fixture.fault));
}

static void be(struct road *road, const char *account, const char *party)
{
	road->fixture.journal.account = account;
	road->fixture.journal.party = party;
}

static void on(struct road *road, struct date day)
{
	road->fixture.clock = (struct clock){ day, NOON };
}

/* Brings a fact; the code of the first finding, or "" when it was kept. */
static const char *bring(struct road *road, const struct journal_kind *kind, void *item, int64_t *ret_fact)
{
	struct fixture *fixture = &road->fixture;
	int64_t number = 0;
	const char *code = "";
	enum status status;

	arena_clear(road->work);
	fixture->journal.arena = road->work;
	fixture->findings = findings_new(road->work, "nl");
	status = journal_append(&fixture->journal, kind, item, &fixture->findings,
	                        ret_fact == NULL ? &number : ret_fact, &fixture->fault);
	if (status == FINDINGS)
		code = arena_copy(fixture->arena, fixture->findings.items[0].code);
	else
		fixture_must(fixture, status);
	fixture->journal.arena = fixture->arena;
	return code;
}

static void read_marks(struct road *road)
{
	static const struct table_column columns[] = {
		{ "bidder", false }, { "criterion", false }, { "assessor", false },
		{ "mark", false },   { NULL, false },
	};
	struct tender_terms terms = tender_test_scheme(&road->file, "schemes/zwolle.yaml");
	struct table table;
	size_t length = 0;
	const char *bytes = tender_test_file(&road->file, MARKS_FILE, &length);

	road->bidders = (struct names){ .arena = road->file.arena };
	assert_true(table_open(&table, bytes, length, columns, &road->file.findings));
	while (table_next(&table)) {
		size_t bidder = names_add(&road->bidders, table_text(&table, 0)), criterion = 0;
		const char *assessor = table_text(&table, 2);

		while (strcmp(criteria[criterion], table_text(&table, 1)) != 0)
			criterion++;
		road->marks[bidder][criterion][assessor[strlen(assessor) - 1] - '1'] = table_text(&table, 3);
	}
	assert_int_equal(road->bidders.count, BIDS_MAX);
	road->means = marks_read(bytes, length, &terms, &road->file.findings);
	assert_int_equal(road->file.findings.count, 0);
}

static void submit_bids(struct road *road)
{
	for (size_t i = 0; i < BIDS_MAX; i++) {
		struct bid_begun begun = { .tender = TENDER, .lot = LOT };
		struct bid_submitted submitted = { .agrees = true };

		be(road, "inschrijver", road->bidders.items[i]);
		assert_string_equal(bring(road, &bid_begun_kind, &begun, &road->bids[i]), "");
		submitted.bid = road->bids[i];
		for (size_t j = 0; j < CRITERIA; j++)
			fixture_must(&road->fixture,
			             draft_save(&road->fixture.journal, road->bids[i],
			                        &(struct bid_answer){ .criterion = criteria[j],
			                                              .answer = "Wat wij doen",
			                                              .how = "Zo",
			                                              .with = "Met u" },
			                        &road->fixture.fault));
		assert_string_equal(bring(road, &bid_submitted_kind, &submitted, NULL), "");
	}
}

/* From the notice to open bids. */
static void buy(struct road *road)
{
	static const char *const holders[] = { "coen", "pia", "dirk" };
	struct tender_announced announced = { .name = TENDER,
		                              .scheme = "zwolle",
		                              .title = "Thuisondersteuning",
		                              .why = "Gesloten",
		                              .questions_until = date_of(2018, 2, 1),
		                              .bids_day = date_of(2018, 3, 1),
		                              .bids_time = "12:00",
		                              .holder_1 = holders[0],
		                              .holder_2 = holders[1],
		                              .holder_3 = holders[2] };
	const char *codes[COUNT(holders)];

	be(road, "coen", "");
	assert_string_equal(bring(road, &tender_announced_kind, &announced, NULL), "");
	for (size_t i = 0; i < COUNT(holders); i++) {
		struct vault_key_held held = { .tender = TENDER };
		unsigned char seed[KEY_SEED_BYTES];

		codes[i] = key_code_new(road->fixture.arena);
		assert_true(key_code_read(codes[i], seed));
		held.public_key = key_code_public(seed, road->fixture.arena);
		be(road, holders[i], "");
		assert_string_equal(bring(road, &vault_key_held_kind, &held, NULL), "");
	}
	submit_bids(road);
	on(road, date_of(2018, 3, 2));
	for (size_t i = 0; i < 2; i++) {
		struct vault_key_turned turned = { .tender = TENDER, .code = codes[i] };

		be(road, holders[i], "");
		assert_string_equal(bring(road, &vault_key_turned_kind, &turned, NULL), "");
	}
}

static int set_up(void **state)
{
	struct road *road;

	(void)fixture_open(state, sizeof(struct road), &book, date_of(2018, 1, 8), "coen");
	road = *state;
	fixture_must(&road->fixture,
	             seal_make_key(db_state_directory(road->fixture.db), &road->fixture.fault));
	fixture_open_register(&road->fixture, REGISTER);
	road->fixture.journal.calendar = &calendar;
	road->work = arena_new(WORK_BYTES);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(((struct road *)*state)->work);
	return fixture_close(state);
}

static int begin(void **state)
{
	struct road *road = *state;
	void *file = NULL;

	(void)tender_test_begin(&file);
	road->file = *(struct tender_test *)file;
	read_marks(road);
	road->fixture.schemes = scheme_book_new();
	road->fixture.journal.schemes = road->fixture.schemes;
	on(road, date_of(2018, 1, 8));
	if (db_begin(road->fixture.db, &road->fixture.fault) != OK)
		return -1;
	road->fixture.facts = 1000000;
	fixture_adopt(&road->fixture, "zwolle", date_of(2015, 1, 1));
	for (size_t i = 0; i < ASSESSORS; i++)
		open_account(road, assessors[i].account, assessors[i].role);
	return 0;
}

static int undo(void **state)
{
	struct road *road = *state;
	void *file = &road->file;

	db_rollback(road->fixture.db);
	scheme_book_free(road->fixture.schemes);
	return tender_test_end(&file);
}

/* --- the steps --- */

static void name_assessors(struct road *road)
{
	for (size_t i = 0; i < ASSESSORS; i++) {
		struct assessor_named named = { .tender = TENDER, .account = assessors[i].account };
		struct conflict_declared declared = { .tender = TENDER, .sort = "none" };

		be(road, "coen", "");
		assert_string_equal(bring(road, &assessor_named_kind, &named, NULL), "");
		be(road, assessors[i].account, "");
		assert_string_equal(bring(road, &conflict_declared_kind, &declared, NULL), "");
	}
}

static const char *mark(struct road *road, size_t bid, size_t criterion, size_t assessor, const char *given)
{
	struct mark_brought brought = { .tender = TENDER,
		                        .bid = road->bids[bid],
		                        .criterion = criteria[criterion],
		                        .mark = given,
		                        .reason = REASON };

	be(road, assessors[assessor].account, "");
	return bring(road, &mark_given_kind, &brought, NULL);
}

static struct assessed see(struct road *road)
{
	struct assessed assessed;

	fixture_must(&road->fixture,
	             assessment_see(&road->fixture.journal, TENDER, &assessed, &road->fixture.fault));
	return assessed;
}

/* How many facts and rows have a reason in clear. */
static int64_t in_clear(struct road *road)
{
	static const struct db_query query = { "test_in_clear",
		                               "SELECT (SELECT COUNT(*) FROM journal_fact WHERE register_id "
		                               "= $1 AND body LIKE '%Zq reden%') + "
		                               "(SELECT COUNT(*) FROM assessment_mark WHERE register_id = $1 "
		                               "AND (mark <> '' OR reason <> ''))" };
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(REGISTER) };

	fixture_must(&road->fixture,
	             db_one(road->fixture.db, &query, values, COUNT(values), &rows, &road->fixture.fault));
	return db_number(&rows, 0);
}

static void give_marks(struct road *road)
{
	for (size_t i = 0; i < BIDS_MAX; i++)
		for (size_t j = 0; j < CRITERIA; j++)
			for (size_t k = 0; k < ASSESSORS; k++) {
				if (i == BIDS_MAX - 1 && j == CRITERIA - 1 && k == ASSESSORS - 1) {
					assert_int_equal(in_clear(road), 0);
					assert_int_equal(see(road).stand.unsealed, 0);
				}
				assert_string_equal(mark(road, i, j, k, road->marks[i][j][k]), "");
			}
	assert_int_equal(see(road).stand.unsealed, 1);
	assert_int_equal(in_clear(road), BIDS_MAX * CRITERIA * ASSESSORS);
	assert_string_equal(mark(road, 0, 0, 0, "9"), "mark-given-late");
}

/* What a meeting agrees on: the mean, in the steps in which marks are given. */
static struct decimal agreed(struct fraction mean)
{
	struct decimal mark = fraction_floor(mean);

	mark.billionths -= mark.billionths % (DECIMAL_ONE / 10);
	return mark;
}

static void agree(struct road *road)
{
	be(road, "bea", "");
	for (size_t i = 0; i < BIDS_MAX; i++)
		for (size_t j = 0; j < CRITERIA; j++) {
			char printed[DECIMAL_TEXT_SIZE];
			struct consensus_reached reached = {
				.tender = TENDER,
				.bid = road->bids[i],
				.criterion = criteria[j],
				.mark = decimal_print(agreed(road->means.items[i].means[j]), printed),
				.motivation = "Zo vinden wij samen.",
			};

			assert_string_equal(bring(road, &consensus_reached_kind, &reached, NULL), "");
		}
}

/* Who wins, as contract/tender says of the file, and as the award says. */
static void compare_award(struct road *road)
{
	struct tender_terms terms = tender_test_scheme(&road->file, "schemes/zwolle.yaml");
	struct award_outcome *outcomes =
		ARENA_MANY(road->file.arena, road->means.count, struct award_outcome);
	struct records results = { 0 };
	const struct assessment_result *result;
	size_t won = 0;

	award_judge(&terms, &road->means, outcomes);
	fixture_must(&road->fixture,
	             assessment_results(&road->fixture.journal, TENDER, 1, &results, &road->fixture.fault));
	result = results.items;
	assert_int_equal(results.count, BIDS_MAX);
	for (size_t i = 0; i < results.count; i++) {
		size_t bidder = names_find(&road->means.bidders, result[i].bidder), at = 0;

		while (road->means.items[at].bidder != bidder)
			at++;
		assert_string_equal(result[i].why, award_whys[outcomes[at].why].code);
		assert_int_not_equal(result[i].letter, 0);
		won += strcmp(result[i].why, "awarded") == 0;
	}
	SHOWS("ZWO-50 ZWO-51 ZWO-52 ZWO-55", assert_int_equal(won, 29));
}

static void decide(struct road *road)
{
	struct marks_frozen frozen = { .tender = TENDER };
	struct award_decided decided = { .tender = TENDER,
		                         .characteristics = "Concreet over met wie en hoe.",
		                         .send_on = date_of(2018, 3, 20) };

	on(road, date_of(2018, 3, 20));
	be(road, "coen", "");
	assert_string_equal(bring(road, &award_decided_kind, &decided, NULL), "award-frozen");
	assert_string_equal(bring(road, &marks_frozen_kind, &frozen, NULL), "");
	frozen = (struct marks_frozen){ .tender = TENDER };
	assert_string_equal(bring(road, &marks_frozen_kind, &frozen, NULL), "freeze-once");
	decided = (struct award_decided){ .tender = TENDER,
		                          .characteristics = "Concreet over met wie en hoe.",
		                          .send_on = date_of(2018, 3, 20) };
	assert_string_equal(bring(road, &award_decided_kind, &decided, NULL), "");
	assert_int_equal(see(road).stand.written, BIDS_MAX);
}

static const char *send(struct road *road, size_t bid, struct date day)
{
	struct award_letter_sent sent = {
		.tender = TENDER, .bid = road->bids[bid], .sent_on = day, .how = "platform"
	};

	be(road, "coen", "");
	on(road, day);
	return bring(road, &award_letter_sent_kind, &sent, NULL);
}

/* A winner's bid. */
static int64_t winner(struct road *road)
{
	struct records results = { 0 };

	fixture_must(&road->fixture,
	             assessment_results(&road->fixture.journal, TENDER, 1, &results, &road->fixture.fault));
	return ((const struct assessment_result *)results.items)[0].bid;
}

static const char *sign(struct road *road, int64_t bid, struct date day)
{
	struct agreement_signed it = { .tender = TENDER, .bid = bid, .signed_on = day };

	be(road, "coen", "");
	on(road, day);
	return bring(road, &agreement_signed_kind, &it, NULL);
}

/* All but one on a Tuesday, the last a day later: the clock begins after the last (Aw 2.128). */
static void tell_all(struct road *road)
{
	for (size_t i = 0; i + 1 < BIDS_MAX; i++)
		assert_string_equal(send(road, i, date_of(2018, 3, 20)), "");
	assert_false(date_is(see(road).stand.standstill_until));
	assert_string_equal(sign(road, winner(road), date_of(2018, 6, 1)), "signing-letters");
	assert_string_equal(send(road, BIDS_MAX - 1, date_of(2018, 3, 21)), "");
	assert_int_equal(see(road).stand.standstill_from.day, date_of(2018, 3, 21).day);
	assert_int_equal(see(road).stand.standstill_until.day, date_of(2018, 4, 10).day);
}

static void sign_all(struct road *road)
{
	struct relief_asked asked = {
		.tender = TENDER, .bid = road->bids[0], .asked_on = date_of(2018, 4, 9), .words = "Het cijfer"
	};
	struct relief_ended ended = { .tender = TENDER,
		                      .outcome = "dismissed",
		                      .ended_on = date_of(2018, 5, 1) };
	struct reassessment_ordered ordered = { .tender = TENDER, .ground = "own", .reason = "x" };
	int64_t bid = winner(road);

	assert_string_equal(sign(road, bid, date_of(2018, 4, 10)), "signing-standstill");
	on(road, date_of(2018, 4, 9));
	assert_string_equal(bring(road, &relief_asked_kind, &asked, &ended.relief), "");
	assert_string_equal(sign(road, bid, date_of(2018, 4, 11)), "signing-relief");
	on(road, date_of(2018, 5, 1));
	assert_string_equal(bring(road, &relief_ended_kind, &ended, NULL), "");
	assert_string_equal(sign(road, bid, date_of(2018, 5, 1)), "");
	assert_string_equal(sign(road, bid, date_of(2018, 5, 1)), "signing-once");
	assert_string_equal(bring(road, &reassessment_ordered_kind, &ordered, NULL), "reassessment-signed");
}

/* Names of winners alone, and nothing of any bid or mark. */
static void publish(struct road *road)
{
	CLEANUP(text_done) struct text out = text_new((size_t)8 * 1024 * 1024);
	struct ocds_release release = { 0 };
	const struct publication_asked asked = { TENDER, PUBLICATION_PREFIX, "Zwolle" };
	struct award_published published = { .tender = TENDER,
		                             .published_on = date_of(2018, 5, 1),
		                             .published_at = "TenderNed" };

	assert_string_equal(bring(road, &award_published_kind, &published, NULL), "");
	fixture_must(&road->fixture,
	             publication_release(&road->fixture.journal, &asked, &release, &road->fixture.fault));
	ocds_write(&release, &out);
	assert_int_equal(release.awards.count, 29);
	assert_int_equal(release.contracts.count, 1);
	assert_int_equal(release.tender.tenderers, BIDS_MAX);
	assert_null(strstr(text_words(&out), "Wat wij doen"));
	assert_null(strstr(text_words(&out), "Zq reden"));
	assert_null(strstr(text_words(&out), "samen."));
}

/* Takes a release of another source in. */
static const char *take_in(struct road *road, const char *date, const char *tender)
{
	static const char *tags[] = { "tender" };
	struct release_imported imported = { .release = { .ocid = "ocds-ander-1",
		                                          .id = "1",
		                                          .date = date,
		                                          .initiation = "tender",
		                                          .tag = { tags, NULL, 1 },
		                                          .tender = { .id = tender } } };

	be(road, "ocds", "");
	return bring(road, &release_imported_kind, &imported, NULL);
}

/* When it has a tender, and once. */
static void a_release_is_taken_in_once(void **state)
{
	struct road *road = *state;
	struct ocds_release release = { 0 };

	assert_string_equal(take_in(road, "2018-01-01T00:00:00Z", NULL), "release-tender");
	assert_string_equal(take_in(road, "2018-01-01T00:00:00Z", "elders"), "");
	assert_string_equal(take_in(road, "2018-01-01T00:00:00Z", "elders"), "release-older");
	assert_string_equal(take_in(road, "2018-02-01T00:00:00Z", "elders"), "");
	fixture_must(&road->fixture,
	             publication_imported(&road->fixture.journal, "elders", &release, &road->fixture.fault));
	assert_string_equal(release.date, "2018-02-01T00:00:00Z");
}

static int64_t milliseconds(void)
{
	struct timespec now;

	assert_int_equal(clock_gettime(CLOCK_MONOTONIC, &now), 0);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* All letters in one file; how long it took is said. */
static void print_letters(struct road *road)
{
	char path[] = "/tmp/thuisregie-letters-XXXXXX";
	const struct letters_printed printed = { TENDER, 1, "Zwolle", path };
	int64_t began = milliseconds();
	struct stat made;
	int file = mkstemp(path);

	assert_true(file >= 0);
	fixture_must(&road->fixture,
	             award_letters_print(&road->fixture.journal, &printed, &road->fixture.fault));
	assert_int_equal(fstat(file, &made), 0);
	(void)close(file);
	(void)unlink(path);
	SHOWS("LEL-15", assert_true(made.st_size > BIDS_MAX * 1000));
	print_message("# %d letters printed in one file of %lld kB in %lld ms\n", BIDS_MAX,
	              (long long)made.st_size / 1000, (long long)(milliseconds() - began));
}

static void decide_in_time(struct road *road)
{
	int64_t began = milliseconds();

	decide(road);
	print_message("# %d letters written in one job in %lld ms\n", BIDS_MAX,
	              (long long)(milliseconds() - began));
}

static void of_128_bids_29_remain(void **state)
{
	struct road *road = *state;

	buy(road);
	name_assessors(road);
	SHOWS("LEL-15", assert_string_equal(mark(road, 0, 0, 0, "11"), "mark-given-scale"));
	give_marks(road);
	agree(road);
	decide_in_time(road);
	print_letters(road);
	compare_award(road);
	tell_all(road);
	sign_all(road);
	publish(road);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_release_is_taken_in_once, begin, undo),
		cmocka_unit_test_setup_teardown(of_128_bids_29_remain, begin, undo),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
