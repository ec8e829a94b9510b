/* SPDX-License-Identifier: EUPL-1.2 */
/* A provider's post in a real folder, good and bad. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "contract/exchange/fixture.h"
#include "platform/xml/xml.h"

#define REASON "in/refused/start.xml.reason.txt"

static void test_a_start_is_stored_and_answered(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 2000);

	drop(test, "in/start.xml", start_of(test, number));
	exchange(test);
	assert_result(test, 0, 1, 0);
	assert_state(test, number, "started");
	assert_int_equal(order_now(test, number).started_on.day, date_of(2023, 5, 8).day);
	assert_golden(test, content(test, "in/done/start.xml"), "wmo305.xml");
	assert_false(exists(test, "in/start.xml"));
	assert_golden(test, take_answer(test), "wmo306.xml");
}

/* The same message again is put away quietly with the same answer; another one of that name is refused
 * (TR056). */
static void test_a_message_counts_once(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 2010), facts;
	const char *start = start_of(test, number), *answer;

	drop(test, "in/start.xml", start);
	exchange(test);
	answer = take_answer(test);
	facts = last_fact(test);
	drop(test, "in/start.xml", start);
	exchange(test);
	assert_result(test, 0, 0, 0);
	assert_true(exists(test, "in/done/start.2.xml"));
	assert_string_equal(take_answer(test), answer);
	drop(test, "in/start.xml", replaced(test, start, ">Voorbeeld<", ">Voorbeelden<"));
	exchange(test);
	assert_result(test, 0, 0, 1);
	assert_has(content(test, REASON), "9056 (TR056)");
	assert_has(take_answer(test), "<RetourCode>9056<");
	assert_int_equal(last_fact(test), facts + 1); /* that it was refused */
}

/* What is changed in a right start, and with what it is refused. No answer: nobody is answered. */
struct bad_start {
	const char *from, *to, *reason, *answer;
};

static const struct bad_start bad_starts[] = {
	{ "Nummer>2<", "Nummer>999<", "9019 (TR019), Client/StartProducten/StartProduct[1]", "9019" },
	{ "Nummer>2<", "Nummer>3<", "9019 (TR019)", "9019" }, /* another client's */

	{ "<ToewijzingNummer>2</ToewijzingNummer>", "", "9019 (TR019)", "9019" },
	{ "<Afzender>" PROVIDER, "<Afzender>" OTHER_PROVIDER, "9019 (TR019)", "9019" },
	{ "<Afzender>" PROVIDER, "<Afzender>12345678", "message-provider, Header", NULL },
	{ "<Ontvanger>2020", "<Ontvanger>9999", "message-municipality, Header", NULL },
	{ "Dagtekening>2023-05-15", "Dagtekening>2023-05-16", "8848 (TR135), Header", "8848" },
	{ "Code>01A04", "Code>01A99", "S329 (TR381)", "S329" },
	{ "Begindatum>2023-05-08", "Begindatum>2023-05-16", "0001 (TR134), Client", "0001" },
	{ "StatusAanlevering>1", "StatusAanlevering>3", "9063 (TR063)", "9063" },
	{ "StatusAanlevering>1", "StatusAanlevering>2", "0001 (CS058), Client", "0001" },
	{ "<Bericht", "<!DOCTYPE Bericht><Bericht", "xml-doctype", NULL },
	{ "</Bericht>", "", "xml-form", NULL },
	{ ">418<", ">414<", "xml-value, Header/BerichtCode", NULL },
};

/* The reason is there, the answer has its code, and the client's number stands in no reason and no sentence.
 */
static void assert_refused(struct test *test, const struct bad_start *bad)
{
	const char *reason = content(test, REASON), *answer = take_answer(test);

	assert_result(test, 0, 0, 1);
	assert_has(reason, bad->reason);
	assert_null(strstr(reason, test_bsn(test, 0)));
	assert_null(strstr(text_words(&test->told), test_bsn(test, 0)));
	if (bad->answer == NULL)
		assert_null(answer);
	else
		assert_has(answer, arena_print(test->arena, "<RetourCode>%s<", bad->answer));
	assert_int_equal(unlink(path_of(test, "in/refused/start.xml")), 0);
}

static void test_bad_starts_are_refused(void **state)
{
	struct test *test = *state;
	int64_t number, facts;
	const char *start;

	open_register(test, 2020);
	add_person(test, PERSON, "1000 AB", test_bsn(test, 0));
	add_person(test, OTHER_PERSON, "1000 AB", test_bsn(test, 1));
	number = place_help(test, PERSON);
	(void)place_help(test, OTHER_PERSON);
	exchange(test);
	start = start_of(test, number);
	facts = last_fact(test);
	for (size_t i = 0; i < COUNT(bad_starts); i++) {
		drop(test, "in/start.xml", replaced(test, start, bad_starts[i].from, bad_starts[i].to));
		exchange(test);
		assert_refused(test, &bad_starts[i]);
		assert_int_equal(last_fact(test), facts + 1 + (int64_t)i); /* each on the list */
	}
	assert_state(test, number, "sent");
}

/* An order that did not leave is one that the provider cannot know. */
static void test_a_start_of_an_order_that_waits(void **state)
{
	static const struct bad_start early = { NULL, NULL, "9019 (TR019)", "9019" };
	struct test *test = *state;
	int64_t held;

	(void)send_one(test, 2030);
	held = place(test, PERSON, "dag", date_of(2023, 5, 8), (struct date){ 0 });
	drop(test, "in/start.xml", start_of(test, held));
	exchange(test);
	assert_int_equal(test->result.orders_held, 1);
	assert_refused(test, &early);
}

/* A start that was stored comes once. */
static void test_a_second_start_is_refused(void **state)
{
	static const struct bad_start again[] = {
		{ "Begindatum>2023-05-08", "Begindatum>2023-05-08", "9074 (TR074)", "9074" },
		{ "Begindatum>2023-05-08", "Begindatum>2023-05-09", "9326 (TR326)", "9326" },
	};
	struct test *test = *state;
	int64_t number = send_one(test, 2040);
	const char *start = start_of(test, number);

	drop(test, "in/start.xml", start);
	exchange(test);
	assert_non_null(take_answer(test));
	for (size_t i = 0; i < COUNT(again); i++) {
		const char *changed = replaced(test, start, again[i].from, again[i].to);

		drop(test, "in/start.xml",
		     replaced(test, changed, ">305", arena_print(test->arena, ">%zu", i)));
		exchange(test);
		assert_refused(test, &again[i]);
	}
	assert_state(test, number, "started");
}

/* One bad start refuses the whole message: nothing of it is stored, and every part has a code. */
static void test_a_message_is_stored_whole_or_not(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 2050);
	const char *start = start_of(test, number);
	const char *first = strstr(start, "      <StartProduct>"),
		   *end = strstr(start, "    </StartProducten>");
	const char *second = replaced(test, arena_copy_part(test->arena, first, (size_t)(end - first)),
	                              "Nummer>2<", "Nummer>999<");

	drop(test, "in/start.xml",
	     arena_print(test->arena, "%.*s%s%s", (int)(end - start), start, second, end));
	exchange(test);
	assert_result(test, 0, 0, 1);
	assert_state(test, number, "sent");
	assert_golden(test, take_answer(test), "wmo306-refused.xml");
	assert_golden(test, content(test, REASON), "reason.txt");
}

/* --- files --- */

static void test_size_is_looked_at_before_reading(void **state)
{
	struct test *test = *state;

	(void)send_one(test, 2060);
	drop(test, "in/large.xml", "");
	drop(test, "in/largest.xml", "");
	assert_int_equal(truncate(path_of(test, "in/large.xml"), (off_t)XML_MAX_BYTES + 1), 0);
	assert_int_equal(truncate(path_of(test, "in/largest.xml"), (off_t)XML_MAX_BYTES), 0);
	exchange(test);
	assert_result(test, 0, 0, 2);
	assert_has(content(test, "in/refused/large.xml.reason.txt"), "xml-size");
	assert_null(strstr(content(test, "in/refused/largest.xml.reason.txt"), "xml-size"));
}

/* A bad file does not stop the next; what is no finished message is left alone. */
static void test_files_one_after_another(void **state)
{
	static const char *const left[] = { "in/.3-hidden.xml", "in/4-coming.xml.part", "in/5-folder.xml",
		                            "in/6-link.xml" };
	struct test *test = *state;
	int64_t number = send_one(test, 2070);

	drop(test, "in/1-bad.xml", "geen bericht");
	drop(test, "in/2-good.xml", start_of(test, number));
	drop(test, left[0], "half");
	drop(test, left[1], "half");
	assert_int_equal(mkdir(path_of(test, left[2]), 0700), 0);
	assert_int_equal(symlink("/dev/zero", path_of(test, left[3])), 0);
	for (int64_t times = 0; times < 2; times++) {
		exchange(test);
		assert_result(test, 0, times == 0, times == 0);
	}
	assert_true(exists(test, "in/refused/1-bad.xml"));
	assert_true(exists(test, "in/done/2-good.xml"));
	for (size_t i = 0; i < COUNT(left); i++)
		assert_true(exists(test, left[i]));
}

/* The name of another file stays its own, and a name may be as long as the file system takes. */
static void test_names_are_never_taken_twice(void **state)
{
	struct test *test = *state;
	char *longest = arena_take(test->arena, 256);

	(void)send_one(test, 2080);
	memset(longest, 'n', 251);
	longest = arena_print(test->arena, "in/%s.xml", longest);
	for (int times = 0; times < 2; times++) {
		drop(test, longest, "geen bericht");
		drop(test, "in/twice.xml", "geen bericht");
		exchange(test);
		assert_result(test, 0, 0, 2);
	}
	assert_true(exists(test, "in/refused/twice.xml"));
	assert_true(exists(test, "in/refused/twice.2.xml"));
	assert_true(exists(test, "in/refused/twice.2.xml.reason.txt"));
}

static void test_another_registers_message_stays(void **state)
{
	struct test *test = *state;
	int64_t number;

	open_register(test, 2090);
	number = send_one(test, 2100);
	drop(test, "in/start.xml", start_of(test, number));
	test->journal.register_id = 2090;
	exchange(test);
	assert_result(test, 0, 0, 0);
	assert_true(exists(test, "in/start.xml"));
	test->journal.register_id = 2100;
	exchange(test);
	assert_result(test, 0, 1, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_start_is_stored_and_answered),   TEST(test_a_message_counts_once),
		TEST(test_bad_starts_are_refused),           TEST(test_a_start_of_an_order_that_waits),
		TEST(test_a_second_start_is_refused),        TEST(test_a_message_is_stored_whole_or_not),
		TEST(test_size_is_looked_at_before_reading), TEST(test_files_one_after_another),
		TEST(test_names_are_never_taken_twice),      TEST(test_another_registers_message_stays),
	};

	fixture_begin();
	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
