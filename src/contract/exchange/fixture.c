/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/calendar/calendar.h"
#include "common/journal/register.h"
#include "common/person/vault.h"
#include "common/scheme/adoption.h"
#include "contract/exchange/asked.h"
#include "contract/exchange/asking.h"
#include "contract/exchange/compose.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/refusal.h"
#include "contract/exchange/report.h"
#include "contract/exchange/settle.h"
#include "platform/db/migrate.h"

#define ARENA_BYTES ((size_t)128 * 1024 * 1024)
#define DECIDED_AT 1683537300 /* 2023-05-08 09:15:00 UTC, 11:15 in summer */
#define FILE_BYTES 65536

static const struct journal_kind *const kinds[] = {
	&scheme_adopted_kind,   &bsn_recorded_kind,    &order_placed_kind,      &order_sent_kind,
	&order_answered_kind,   &refusal_settled_kind, &start_reported_kind,    &order_declined_kind,
	&pause_reported_kind,   &resume_reported_kind, &stop_reported_kind,     &report_withdrawn_kind,
	&order_ended_kind,      &provider_asked_kind,  &asking_considered_kind, &asking_refused_kind,
	&asking_granted_kind,   &asking_replied_kind,  &reply_answered_kind,    &message_refused_kind,
	&assignment_asked_kind, &change_asked_kind,    &asking_sent_kind,       &asking_confirmed_kind,
	&asking_heard_kind
};
static const struct journal_todo todos[] = {
	{ "order-bsn", CORNER_PRACTICE, MAY_REPORT, "Vraag het BSN.", "/" },
	{ "order-refused", CORNER_CONTRACT, MAY_EXCHANGE, "Bel de aanbieder.", "/" },
	{ "asked-open", CORNER_PRACTICE, MAY_ASSIGN, "Geef antwoord.", "/" },
	{ "order-ends-early", CORNER_CONTRACT, MAY_EXCHANGE, "Vertel het.", "/" },
	{ "asking-rejected", CORNER_CONTRACT, MAY_EXCHANGE, "Vraag het opnieuw.", "/" },
};
static const struct journal_book book = {
	.kinds = kinds, .kinds_count = COUNT(kinds), .todos = todos, .todos_count = COUNT(todos)
};
static const struct calendar calendar = { 0 };
static const struct clock standing = { .fixed_day = { TODAY_DAY } };

static const char scheme[] =
	"name: samen\n"
	"label: Samen\n"
	"about: Een regeling om mee te toetsen.\n"
	"sources: geen\n"
	"aims: geen\n"
	"from: 2019-01-01\n"
	"authorities:\n"
	"  - {name: Stad, label: Gemeente Stad, cbs_code: \"%04lld\", share_percent: 60, postcodes: 1000}\n"
	"  - {name: Dorp, label: Gemeente Dorp, cbs_code: \"%04lld\", share_percent: 40, postcodes: 2000}\n"
	"areas:\n"
	"  - {name: Stad, label: Stad, kind: area, authority: Stad, from: 2019-01-01, postcodes: 1000}\n"
	"  - {name: Dorp, label: Dorp, kind: area, authority: Dorp, from: 2019-01-01, postcodes: 2000}\n"
	"products:\n"
	"  - {name: hulp, label: Hulp, category: \"01\", code: 01A04, unit: minute, frequency: week,\n"
	"     variant: effort, needs_end_date: true, target_group: vanaf-18}\n"
	"  - {name: dag, label: Dag, category: \"07\", code: 07A03, unit: half-day, frequency: week,\n"
	"     variant: effort, needs_end_date: true, target_group: vanaf-18}\n"
	"  - {name: opvang, label: Opvang, category: \"04\", code: 04A04, unit: night, frequency: month,\n"
	"     variant: effort, needs_end_date: false, target_group: vanaf-18}\n"
	"target_groups:\n"
	"  - {name: vanaf-18, label: vanaf 18 jaar, from_age: 18}\n"
	"parties:\n"
	"  - {name: een, label: Een, kind: organisation, agb: " PROVIDER ", agb_is_placeholder: true,\n"
	"     is_placeholder: false}\n"
	"  - {name: twee, label: Twee, kind: organisation, agb: " OTHER_PROVIDER
	", agb_is_placeholder: true,\n"
	"     is_placeholder: false}\n"
	"teams:\n"
	"  - {name: team, label: Team, areas: [Stad, Dorp], is_placeholder: true}\n"
	"owner: {before_assignment: authority, after_assignment: authority}\n"
	"contact_person: {before_assignment: social_worker, after_assignment: social_worker, deputy: team}\n"
	"agreements:\n"
	"  - {name: hoofd, label: Hoofd, from: 2019-01-01, parties_count: 2, count_is_about: false}\n"
	"lanes:\n"
	"  - {name: een, how: area_lead, agreement: hoofd, products: [hulp, dag, opvang], target_group: "
	"vanaf-18,\n"
	"     areas: Stad, parties: een, from: 2019-01-01}\n"
	"  - {name: twee, how: area_lead, agreement: hoofd, products: [hulp, dag, opvang], target_group: "
	"vanaf-18,\n"
	"     areas: Dorp, parties: twee, from: 2019-01-01}\n"
	"assignment:\n"
	"  - rule: area_lead\n"
	"unknown:\n"
	"  - {what: Alles, instead: Dit}\n";

static void hear(void *context, const char *sentence)
{
	text_print(context, "%s\n", sentence);
}

void fixture_begin(void)
{
	(void)setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
}

int fixture_set_up(void **state)
{
	const char *temporary = getenv("TMPDIR");
	struct arena *arena = arena_new(ARENA_BYTES);
	struct test *test = ARENA_NEW(arena, struct test);
	char *folder = arena_print(arena, "%s/exchange-XXXXXX", temporary == NULL ? "/tmp" : temporary);

	test->arena = arena;
	test->schemes = scheme_book_new();
	test->told = text_new((size_t)1024 * 1024);
	assert_non_null(mkdtemp(folder));
	if (db_open(getenv("TEST_DATABASE"), &test->db, &test->fault) != OK ||
	    db_migrate(test->db, &test->fault) != OK)
		fail_msg("%s", test->fault.words);
	test->folder = folder;
	test->folders = (struct exchange_folders){
		.in = path_of(test, "in"), .out = path_of(test, "out"), .tell = hear, .context = &test->told
	};
	assert_int_equal(mkdir(test->folders.in, 0700), 0);
	assert_int_equal(mkdir(test->folders.out, 0700), 0);
	test->journal = (struct journal){ .db = test->db,
		                          .clock = &standing,
		                          .book = &book,
		                          .calendar = &calendar,
		                          .schemes = test->schemes,
		                          .arena = arena,
		                          .language = "nl",
		                          .account = "berichten" };
	*state = test;
	return 0;
}

int fixture_tear_down(void **state)
{
	struct test *test = *state;

	db_close(test->db);
	scheme_book_free(test->schemes);
	text_done(&test->told);
	arena_free(test->arena);
	return 0;
}

/* --- the register --- */

int64_t append(struct test *test, const struct journal_kind *kind, void *item)
{
	struct findings findings = findings_new(test->arena, "nl");
	int64_t fact = 0;

	if (journal_append(&test->journal, kind, item, &findings, &fact, &test->fault) != OK)
		fail_msg("%s %s", findings.count > 0 ? findings.items[0].words : "", test->fault.words);
	return fact;
}

void open_register(struct test *test, int64_t register_id)
{
	struct scheme_adopted adopted = {
		.text = arena_print(test->arena, scheme, (long long)register_id, (long long)register_id + 1),
	};
	enum status status =
		journal_open_register(test->db, register_id, "toets", (struct date){ 0 }, &test->fault);

	assert_int_equal(status, OK);
	test->journal.register_id = register_id;
	(void)append(test, &scheme_adopted_kind, &adopted);
	assert_int_equal(scheme_book_refresh(test->schemes, test->db, &test->fault), OK);
}

const char *test_bsn(struct test *test, int number)
{
	const char *bsn = NULL;

	for (int digits = 31; number >= 0; digits++) {
		bsn = arena_print(test->arena, "9999%05d", digits);
		number -= bsn_is_right(bsn);
	}
	return bsn;
}

void add_person(struct test *test, int64_t person, const char *postcode, const char *bsn)
{
	const struct identity identity = { .initials = "É.B",
		                           .prefix = "van der",
		                           .surname = "Voorbeeld",
		                           .sex = "f",
		                           .born = date_of(1941, 2, 28),
		                           .street = "Voorbeeldlaan van de eerste burgemeester",
		                           .house_number = 12,
		                           .house_addition = "a",
		                           .postcode = postcode,
		                           .place = "Stad",
		                           .phone = "0594-000 000",
		                           .bsn = bsn };
	struct findings findings = findings_new(test->arena, "nl");

	assert_int_equal(db_begin(test->db, &test->fault), OK);
	assert_int_equal(vault_add(&test->journal, person, &identity, &findings, &test->fault), OK);
	assert_int_equal(db_commit(test->db, &test->fault), OK);
	assert_int_equal(findings.count, 0);
}

int64_t place(struct test *test, int64_t person, const char *product, struct date from, struct date last_day)
{
	const struct scheme_product *ordered =
		scheme_book_product(test->schemes, test->journal.register_id, product);
	struct order order = { .person = person,
		               .party = "een",
		               .product = product,
		               .amount = 120,
		               .unit = ordered->unit,
		               .frequency = ordered->frequency,
		               .from = from,
		               .last_day = last_day,
		               .decided_at = { DECIDED_AT } };

	return append(test, &order_placed_kind, &order);
}

int64_t place_help(struct test *test, int64_t person)
{
	return place(test, person, "hulp", date_of(2023, 5, 8), date_of(2025, 5, 7));
}

int64_t send_one(struct test *test, int64_t register_id)
{
	int64_t number;

	open_register(test, register_id);
	add_person(test, PERSON, "1000 AB", test_bsn(test, 0));
	number = place_help(test, PERSON);
	exchange(test);
	assert_result(test, 1, 0, 0);
	return number;
}

const char *start_of(struct test *test, int64_t number)
{
	CLEANUP(text_done) struct text xml = text_new(FILE_BYTES);

	if (exchange_example_start(&test->journal, number, &xml, &test->fault) != OK)
		fail_msg("%s", test->fault.words);
	return arena_copy(test->arena, text_words(&xml));
}

const char *report_of(struct test *test, int64_t number, const char *identification,
                      const struct told_report *report)
{
	CLEANUP(text_done) struct text xml = text_new(FILE_BYTES);
	const struct message_identity identity = { identification, { TODAY_DAY } };
	const struct order_line order = order_now(test, number);
	struct order_address address;
	struct message_item item;

	assert_int_equal(order_address(&test->journal, &order, &address, &test->fault), OK);
	item = compose_report(&test->journal, &address, &order, report, identity);
	xml_write(&message_find(report->code, identity.dated)->form, &item, &xml);
	return arena_copy(test->arena, text_words(&xml));
}

struct order_line order_now(struct test *test, int64_t number)
{
	struct order_line line;

	assert_int_equal(order_of(&test->journal, number, &line, &test->fault), OK);
	return line;
}

void assert_state(struct test *test, int64_t number, const char *state)
{
	assert_string_equal(order_now(test, number).state, state);
}

int64_t last_fact(struct test *test)
{
	struct journal_head head;
	enum status status =
		journal_head(test->db, test->journal.register_id, test->arena, &head, &test->fault);

	assert_int_equal(status, OK);
	return head.fact;
}

void exchange(struct test *test)
{
	text_clear(&test->told);
	if (exchange_run(&test->journal, &test->folders, &test->result, &test->fault) != OK)
		fail_msg("%s", test->fault.words);
}

void assert_result(const struct test *test, int64_t sent, int64_t received, int64_t refused)
{
	assert_int_equal(test->result.orders_sent, sent);
	assert_int_equal(test->result.received, received);
	assert_int_equal(test->result.refused, refused);
}

/* --- files --- */

const char *path_of(struct test *test, const char *name)
{
	return arena_print(test->arena, "%s/%s", test->folder, name);
}

bool exists(struct test *test, const char *name)
{
	return access(path_of(test, name), F_OK) == 0;
}

static const char *read_path(struct test *test, const char *path)
{
	char *bytes = arena_take(test->arena, FILE_BYTES);
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		fail_msg("%s is not there", path);
	bytes[fread(bytes, 1, FILE_BYTES - 1, file)] = '\0';
	assert_int_equal(fclose(file), 0);
	return bytes;
}

static void write_path(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, strlen(bytes), file), strlen(bytes));
	assert_int_equal(fclose(file), 0);
}

const char *content(struct test *test, const char *name)
{
	return read_path(test, path_of(test, name));
}

void drop(struct test *test, const char *name, const char *bytes)
{
	write_path(path_of(test, name), bytes);
}

const char *replaced(struct test *test, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return arena_print(test->arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

const char *take_answer(struct test *test)
{
	return take_sent(test, "WMO30[68]");
}

const char *take_sent(struct test *test, const char *sort)
{
	const char *bytes = NULL;
	glob_t found;

	if (glob(path_of(test, arena_print(test->arena, "out/%s-*.xml", sort)), 0, NULL, &found) == 0) {
		assert_int_equal(found.gl_pathc, 1);
		bytes = read_path(test, found.gl_pathv[0]);
		assert_int_equal(unlink(found.gl_pathv[0]), 0);
	}
	globfree(&found);
	return bytes;
}

void assert_golden(struct test *test, const char *bytes, const char *golden)
{
	const char *path = arena_print(test->arena, GOLDEN "%s", golden);

	assert_non_null(bytes);
	if (getenv("WRITE_GOLDEN") != NULL)
		write_path(path, bytes);
	assert_string_equal(bytes, read_path(test, path));
}

void assert_has(const char *text, const char *words)
{
	assert_non_null(text);
	if (strstr(text, words) == NULL)
		fail_msg("%s is not in: %s", words, text);
}
