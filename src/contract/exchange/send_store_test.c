/* SPDX-License-Identifier: EUPL-1.2 */
/* Orders that go out, what comes back to them, and what happens when a folder fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/journal/task.h"
#include "common/person/vault.h"
#include "contract/exchange/again.h"
#include "contract/exchange/fixture.h"
#include "contract/exchange/settle.h"

#define FIRST_ORDER "301000000002" /* the scheme is the first fact */
#define MESSAGE_BYTES 65536

/* How many tasks lie in a corner. */
static int64_t tasks(struct test *test, enum corner corner)
{
	const struct journal_tasks_asked asked = { corner, ~0U, 0, 0 };
	int64_t count = -1;

	assert_int_equal(journal_tasks_count(&test->journal, &asked, &count, &test->fault), OK);
	return count;
}

/* --- orders go out --- */

static void test_an_order_leaves_once(void **state)
{
	static const char name[] = "out/WMO301-1000-" FIRST_ORDER ".xml";
	CLEANUP(text_done) struct text again = text_new(MESSAGE_BYTES);
	struct test *test = *state;
	int64_t number = send_one(test, 1000), facts = last_fact(test);
	struct order_line order = order_now(test, number);

	assert_golden(test, content(test, name), "wmo301.xml");
	assert_string_equal(order.state, "sent");
	assert_string_equal(order.message, FIRST_ORDER);
	assert_int_equal(order.sent_on.day, TODAY_DAY);
	assert_int_equal(exchange_order_message(&test->journal, number, &again, &test->fault), OK);
	assert_string_equal(text_words(&again), content(test, name));
	assert_int_equal(unlink(path_of(test, name)), 0);
	exchange(test);
	assert_result(test, 0, 0, 0);
	assert_int_equal(last_fact(test), facts);
	assert_false(exists(test, name));
}

/* One message holds all that runs for a client at a provider (OP087), and is named after the newest. */
static void test_a_message_carries_what_runs(void **state)
{
	struct test *test = *state;
	int64_t help = send_one(test, 1010);
	int64_t ended = place(test, PERSON, "dag", date_of(2023, 5, 8), date_of(2023, 5, 14));
	int64_t days = place(test, PERSON, "dag", date_of(2023, 5, 15), date_of(2024, 5, 14));
	const int64_t numbers[] = { help, ended, days };
	const char *message;

	exchange(test);
	assert_result(test, 2, 0, 0);
	message = content(test, arena_print(test->arena, "out/WMO301-1010-301%09lld.xml", (long long)days));
	for (size_t i = 0; i < COUNT(numbers); i++) {
		assert_has(message,
		           arena_print(test->arena, "<ToewijzingNummer>%lld<", (long long)numbers[i]));
		assert_state(test, numbers[i], "sent");
	}
	assert_string_equal(order_now(test, help).message, FIRST_ORDER);
	exchange(test);
	assert_result(test, 0, 0, 0);
}

/* A register of two municipalities writes as the one where the client lives. */
static void test_the_clients_municipality_sends(void **state)
{
	struct test *test = *state;

	open_register(test, 1020);
	add_person(test, PERSON, "2000 AB", test_bsn(test, 0));
	(void)place_help(test, PERSON);
	exchange(test);
	assert_result(test, 1, 0, 0);
	assert_has(content(test, "out/WMO301-1021-" FIRST_ORDER ".xml"), "<Afzender>1021<");
}

static void test_an_order_without_bsn_waits(void **state)
{
	struct test *test = *state;
	struct bsn_recorded recorded = { .person = PERSON, .bsn = test_bsn(test, 3) };
	struct text none = text_new(MESSAGE_BYTES);
	int64_t number;

	open_register(test, 1030);
	add_person(test, PERSON, "1000 AB", NULL);
	number = place_help(test, PERSON);
	exchange(test);
	assert_result(test, 0, 0, 0);
	assert_int_equal(test->result.orders_waiting, 1);
	assert_int_equal(tasks(test, CORNER_PRACTICE), 1); /* where a BSN is recorded */
	assert_state(test, number, "placed");
	assert_int_equal(exchange_order_message(&test->journal, number, &none, &test->fault), NOT_FOUND);
	assert_int_equal(exchange_example_start(&test->journal, number, &none, &test->fault), NOT_FOUND);
	assert_int_equal(exchange_example_start(&test->journal, number + 1, &none, &test->fault), NOT_FOUND);
	(void)append(test, &bsn_recorded_kind, &recorded);
	assert_int_equal(tasks(test, CORNER_PRACTICE), 0);
	exchange(test);
	assert_result(test, 1, 0, 0);
	assert_int_equal(test->result.orders_waiting, 0);
}

/* CD076: a weekly amount has an end. The others go on. */
static void test_a_message_that_breaks_a_rule_stays(void **state)
{
	struct test *test = *state;
	int64_t endless, number;

	open_register(test, 1040);
	add_person(test, PERSON, "1000 AB", test_bsn(test, 0));
	add_person(test, OTHER_PERSON, "1000 AB", test_bsn(test, 1));
	endless = place(test, PERSON, "hulp", date_of(2023, 5, 8), (struct date){ 0 });
	number = place(test, OTHER_PERSON, "opvang", date_of(2023, 5, 8), (struct date){ 0 });
	exchange(test);
	assert_result(test, 1, 0, 0);
	assert_int_equal(test->result.orders_held, 1);
	assert_has(text_words(&test->told), "CD076");
	assert_state(test, endless, "placed");
	assert_state(test, number, "sent");
}

/* --- answers come in --- */

/* The answer to the sent order, with what follows in its header. */
static const char *answer_to(struct test *test, int64_t number, const char *return_codes)
{
	CLEANUP(text_done) struct text xml = text_new(MESSAGE_BYTES);
	const char *header;

	assert_int_equal(exchange_order_message(&test->journal, number, &xml, &test->fault), OK);
	header = replaced(test, text_words(&xml), "/wmo301/", "/wmo302/");
	header = replaced(test, header, ">414<", ">415<");
	header = arena_copy_part(test->arena, header, (size_t)(strstr(header, "  </Header>") - header));
	return arena_print(test->arena,
	                   "%s<IdentificatieRetour>R1</IdentificatieRetour><DagtekeningRetour>2023-05-15"
	                   "</DagtekeningRetour><XsdVersieRetour><iwmo:BasisschemaXsdVersie>1.0.0"
	                   "</iwmo:BasisschemaXsdVersie><iwmo:BerichtXsdVersie>1.0.0</iwmo:BerichtXsdVersie>"
	                   "</XsdVersieRetour>%s</Header></Bericht>",
	                   header, return_codes);
}

static const char refused[] = "<RetourCodes><RetourCode>0001</RetourCode></RetourCodes>";

static void test_answers_to_orders(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1050), facts = last_fact(test);
	const char *accepted = answer_to(test, number, "");

	for (int64_t times = 0; times < 2; times++) {
		drop(test, "in/answer.xml", accepted);
		exchange(test);
		assert_result(test, 0, times == 0, 0);
	}
	drop(test, "in/again.xml", answer_to(test, number, refused));
	drop(test, "in/other.xml",
	     replaced(test, accepted, "<Ontvanger>" PROVIDER, "<Ontvanger>" OTHER_PROVIDER));
	drop(test, "in/unknown.xml", replaced(test, accepted, ">" FIRST_ORDER "<", ">301000000001<"));
	exchange(test);
	assert_result(test, 0, 0, 3);
	assert_has(content(test, "in/refused/again.xml.reason.txt"), "answer-again");
	assert_has(content(test, "in/refused/other.xml.reason.txt"), "answer-unknown");
	assert_has(content(test, "in/refused/unknown.xml.reason.txt"), "answer-unknown");
	assert_int_equal(last_fact(test), facts + 4); /* one answer, three messages refused */
	assert_int_equal(tasks(test, CORNER_CONTRACT), 0);
}

/* What a contract manager agreed on; the status of the append. */
static enum status settle(struct test *test, int64_t number, const char *how)
{
	struct findings findings = findings_new(test->arena, "nl");
	struct refusal_settled settled = {
		.person = PERSON, .assignment = number, .how = how, .words = "Gebeld."
	};
	int64_t fact;
	enum status status = journal_append(&test->journal, &refusal_settled_kind, &settled, &findings, &fact,
	                                    &test->fault);

	if (status == FINDINGS)
		assert_string_equal(findings.items[0].code, "refusal-open");
	return status;
}

static void test_a_refused_order_is_a_task_until_it_is_settled(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1060);
	bool is_open = false;

	assert_int_equal(settle(test, number, "agreed"), FINDINGS);
	drop(test, "in/answer.xml", answer_to(test, number, refused));
	exchange(test);
	assert_result(test, 0, 1, 0);
	assert_int_equal(tasks(test, CORNER_CONTRACT), 1);
	assert_int_equal(
		journal_has_task(&test->journal, PERSON, "order-refused", number, &is_open, &test->fault),
		OK);
	assert_true(is_open);
	assert_string_equal(order_now(test, number).refused, "0001");
	assert_int_equal(settle(test, number + 1, "agreed"), FINDINGS);
	assert_int_equal(settle(test, number, "agreed"), OK);
	assert_int_equal(tasks(test, CORNER_CONTRACT), 0);
	assert_string_equal(order_now(test, number).refused, "");
	assert_state(test, number, "sent");
	assert_int_equal(settle(test, number, "agreed"), FINDINGS);
}

/* The second message has a name of its own, so that it can be answered: refused again, and then accepted. */
static void test_a_refused_order_goes_again(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1061);
	const char *first;

	for (int64_t times = 0; times < 2; times++) {
		first = order_now(test, number).message;
		drop(test, "in/answer.xml", answer_to(test, number, refused));
		exchange(test);
		assert_result(test, 0, 1, 0);
		assert_int_equal(tasks(test, CORNER_CONTRACT), 1);
		assert_int_equal(settle(test, number, "again"), OK);
		assert_state(test, number, "placed");
		exchange(test);
		assert_result(test, 1, 0, 0);
		assert_string_not_equal(order_now(test, number).message, first);
		assert_has(content(test, arena_print(test->arena, "out/WMO301-1061-%s.xml",
		                                     order_now(test, number).message)),
		           arena_print(test->arena, "<ToewijzingNummer>%lld<", (long long)number));
	}
	drop(test, "in/answer.xml", answer_to(test, number, ""));
	exchange(test);
	assert_result(test, 0, 1, 0);
	assert_int_equal(tasks(test, CORNER_CONTRACT), 0);
	assert_string_equal(order_now(test, number).refused, "");
}

/* Who begins has taken the order after all. */
static void test_a_start_settles_a_refusal(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1062);

	drop(test, "in/answer.xml", answer_to(test, number, refused));
	exchange(test);
	assert_int_equal(tasks(test, CORNER_CONTRACT), 1);
	drop(test, "in/start.xml", start_of(test, number));
	exchange(test);
	assert_result(test, 0, 1, 0);
	assert_int_equal(tasks(test, CORNER_CONTRACT), 0);
	assert_string_equal(order_now(test, number).refused, "");
}

/* --- when a folder fails --- */

static void assert_fails(struct test *test, enum status status, const char *words)
{
	assert_int_equal(exchange_run(&test->journal, &test->folders, &test->result, &test->fault), status);
	assert_has(test->fault.words, words);
}

/* The file cannot get its name: nothing is stored, and the next time it leaves under the same name. */
static void test_nothing_is_stored_that_did_not_leave(void **state)
{
	static const char name[] = "out/WMO301-1070-" FIRST_ORDER ".xml";
	struct test *test = *state;
	int64_t number;

	open_register(test, 1070);
	add_person(test, PERSON, "1000 AB", test_bsn(test, 0));
	number = place_help(test, PERSON);
	assert_int_equal(mkdir(path_of(test, name), 0700), 0);
	assert_fails(test, FAILED, name);
	assert_state(test, number, "placed");
	assert_int_equal(rmdir(path_of(test, name)), 0);
	exchange(test);
	assert_result(test, 1, 0, 0);
	assert_has(content(test, name), "</Bericht>");
}

static void test_folders_that_are_not_there(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1080);

	drop(test, "in/start.xml", start_of(test, number));
	drop(test, "file", "geen map");
	test->folders.out = path_of(test, "file");
	assert_fails(test, FAILED, "file");
	test->folders.out = path_of(test, "uit");
	assert_fails(test, WRONG_USE, "uit does not exist");
	assert_int_equal(exchange_look(&test->folders, "nl", test->arena, &test->fault), WRONG_USE);
	test->folders = (struct exchange_folders){ .in = path_of(test, "an"), .out = path_of(test, "out") };
	assert_fails(test, WRONG_USE, "an does not exist");
	assert_int_equal(exchange_look(&test->folders, "nl", test->arena, &test->fault), WRONG_USE);
	assert_false(exists(test, "uit") || exists(test, "an"));
	assert_true(exists(test, "in/start.xml"));
	assert_state(test, number, "sent");
}

/* Nobody waits for ever for what lies there under a name that is not looked at. */
static void test_what_is_no_message_is_told(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1100);

	drop(test, "in/START.XML", start_of(test, number));
	drop(test, "in/antwoord.zip", "PK");
	drop(test, "in/.half.xml", "<");
	assert_int_equal(mkdir(path_of(test, "in/oud"), 0700), 0);
	exchange(test);
	text_clear(&test->told);
	assert_int_equal(exchange_look(&test->folders, "nl", test->arena, &test->fault), OK);
	assert_string_equal(
		text_words(&test->told),
		arena_print(test->arena,
	                    "Bestand START.XML in %s blijft liggen: de naam van een bericht eindigt "
	                    "op .xml.\nBestand antwoord.zip in %s blijft liggen: de naam van een "
	                    "bericht eindigt op .xml.\n",
	                    test->folders.in, test->folders.in));
	assert_true(exists(test, "in/START.XML"));
}

/* As after a crash between storing and putting away: the message is answered after all, and stored once. */
static void test_what_was_stored_is_put_away(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 1090), facts;

	drop(test, "in/start.xml", start_of(test, number));
	exchange(test);
	assert_result(test, 0, 1, 0);
	assert_non_null(take_answer(test));
	facts = last_fact(test);
	assert_int_equal(rename(path_of(test, "in/done/start.xml"), path_of(test, "in/start.xml")), 0);
	exchange(test);
	assert_result(test, 0, 0, 0);
	assert_int_equal(last_fact(test), facts);
	assert_non_null(take_answer(test));
	assert_true(exists(test, "in/done/start.xml"));
}

/* Each breaks one rule, and no other. */
static void test_what_does_not_leave_again(void **state)
{
	static const struct message_again_asked examples[] = {
		{ .message = 2 },
		{ .message = 2, .is_ours = true, .is_kept = true, .is_first = true },
		{ .message = 2, .is_ours = true, .is_unanswered = true, .is_first = true },
		{ .message = 2, .is_ours = true, .is_unanswered = true, .is_kept = true },
	};

	(void)state;
	assert_int_equal(COUNT(examples), AGAIN_RULES_COUNT);
	for (size_t i = 0; i < AGAIN_RULES_COUNT; i++)
		for (size_t j = 0; j < AGAIN_RULES_COUNT; j++)
			assert_int_equal(again_rules[j].holds(&examples[i]), i != j);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_an_order_leaves_once),
		TEST(test_a_message_carries_what_runs),
		TEST(test_the_clients_municipality_sends),
		TEST(test_an_order_without_bsn_waits),
		TEST(test_a_message_that_breaks_a_rule_stays),
		TEST(test_answers_to_orders),
		TEST(test_a_refused_order_is_a_task_until_it_is_settled),
		TEST(test_a_refused_order_goes_again),
		TEST(test_a_start_settles_a_refusal),
		TEST(test_nothing_is_stored_that_did_not_leave),
		TEST(test_folders_that_are_not_there),
		TEST(test_what_is_no_message_is_told),
		TEST(test_what_was_stored_is_put_away),
		TEST(test_what_does_not_leave_again),
	};

	fixture_begin();
	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
