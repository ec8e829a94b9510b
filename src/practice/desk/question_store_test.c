/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions as they stand on a day, the code to follow one by, and the order of representatives. */
#include "practice/desk/question_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "common/journal/store_fixture.h"
#include "common/person/representative.h"
#include "practice/desk/question.h"
#include "practice/desk/received.h"

#define DAY(day) date_of(2023, 5, day)

static const struct journal_kind *const kinds[] = { &question_received_kind,    &question_answered_kind,
	                                            &question_passed_on_kind,   &pass_on_confirmed_kind,
	                                            &representative_named_kind, &representative_ended_kind };
static const struct journal_book book = { .kinds = kinds, .kinds_count = COUNT(kinds) };

static int set_up(void **state)
{
	return fixture_open(state, sizeof(struct fixture), &book, DAY(15), "lotte");
}

static void apply(struct fixture *fixture, const struct journal_kind *kind, void *item, struct date on)
{
	const struct journal_fact fact = { .kind = kind,
		                           .fact = ++fixture->facts,
		                           .valid_on = on,
		                           .recorded_at = clock_moment_on(on, 10 * 3600),
		                           .account = "lotte",
		                           .item = item };

	fixture_apply(fixture, kind, &fact);
}

static int64_t ask(struct fixture *fixture, const char *from_whom, struct date on)
{
	struct received_question question = {
		.from_whom = from_whom, .channel = "phone", .asked = "Waar?", .asked_on = on
	};

	apply(fixture, &question_received_kind, &question, on);
	return fixture->facts;
}

static int64_t count(struct fixture *fixture, enum question_list list, struct date on)
{
	int64_t counts[QUESTION_LISTS_COUNT] = { 0 };
	struct records lines = { 0 };
	const struct questions_asked asked = { .list = list, .on = on };

	fixture_must(fixture, questions_count(&fixture->journal, on, counts, &fixture->fault));
	fixture_must(fixture, questions_page_of(&fixture->journal, &asked, &lines, &fixture->fault));
	assert_int_equal(lines.count, counts[list]);
	return counts[list];
}

static void a_question_stands_somewhere_on_each_day(void **state)
{
	struct fixture *fixture = *state;
	int64_t told = ask(fixture, "resident", DAY(10)), open = ask(fixture, "carer", DAY(11));
	struct question_answer answer = {
		.question = told, .outcome = "told", .words = "Daar.", .answered_on = DAY(12)
	};

	apply(fixture, &question_answered_kind, &answer, DAY(12));
	assert_int_equal(count(fixture, QUESTIONS_OPEN, DAY(9)), 0);
	assert_int_equal(count(fixture, QUESTIONS_OPEN, DAY(11)), 2);
	assert_int_equal(count(fixture, QUESTIONS_OPEN, DAY(12)), 1);
	assert_int_equal(count(fixture, QUESTIONS_TOLD, DAY(12)), 1);
	assert_int_equal(count(fixture, QUESTIONS_ARRANGED, DAY(12)), 0);
	assert_int_equal(count(fixture, QUESTIONS_TOLD, DAY(13)), 0);
	assert_int_equal(count(fixture, QUESTIONS_ALL, DAY(10)), 1);
	assert_int_equal(count(fixture, QUESTIONS_ALL, DAY(15)), 2);
	assert_true(open > told);
}

static void what_is_passed_on_stays_until_it_is_confirmed(void **state)
{
	struct fixture *fixture = *state;
	struct question direct = {
		.theme = "sport", .asked = "Waar?", .channel = "phone", .asked_on = DAY(14), .to = "preventie"
	};
	struct question passed = direct;
	struct pass_on_confirmation confirmed = { .by = "Coach", .confirmed_on = DAY(15) };

	passed.question = confirmed.question = ask(fixture, "chain_partner", DAY(10));
	passed.asked_on = DAY(10);
	apply(fixture, &question_passed_on_kind, &passed, DAY(12));
	apply(fixture, &question_passed_on_kind, &direct, DAY(14));
	assert_int_equal(count(fixture, QUESTIONS_OPEN, DAY(11)), 1);
	assert_int_equal(count(fixture, QUESTIONS_OPEN, DAY(12)), 0);
	assert_int_equal(count(fixture, QUESTIONS_PASSED_ON, DAY(12)), 1);
	assert_int_equal(count(fixture, QUESTIONS_UNCONFIRMED, DAY(11)), 0);
	assert_int_equal(count(fixture, QUESTIONS_UNCONFIRMED, DAY(13)), 1);
	assert_int_equal(count(fixture, QUESTIONS_UNCONFIRMED, DAY(14)), 2);
	apply(fixture, &pass_on_confirmed_kind, &confirmed, DAY(15));
	assert_int_equal(count(fixture, QUESTIONS_UNCONFIRMED, DAY(14)), 2);
	assert_int_equal(count(fixture, QUESTIONS_UNCONFIRMED, DAY(15)), 1);
}

static void a_code_is_of_one_question(void **state)
{
	struct fixture *fixture = *state;
	const char *code, *again, *other;
	char small[32] = "";

	fixture_must(fixture, question_code(&fixture->journal, 12, &code, &fixture->fault));
	fixture_must(fixture, question_code(&fixture->journal, 12, &again, &fixture->fault));
	fixture_must(fixture, question_code(&fixture->journal, 13, &other, &fixture->fault));
	assert_string_equal(code, again);
	assert_int_equal(strlen(code), strlen("12-BBBB-BBBB"));
	assert_int_equal(question_code_number(code), 12);
	for (size_t i = 0; code[i] != '\0'; i++)
		small[i] = code[i] >= 'A' && code[i] <= 'Z' ? (char)(code[i] + 'a' - 'A') : code[i];
	assert_true(question_code_is(code, small));
	assert_false(question_code_is(code, other));
	assert_false(question_code_is(code, ""));
	assert_false(question_code_is("", ""));
	assert_false(question_code_is(code, "12-BBBB-BBBB-BBBB-BBBB-BBBB-BBBB-BBBB"));
}

static void who_goes_before_acts(void **state)
{
	struct fixture *fixture = *state;
	struct representative_named child = {
		.person = 5, .sort = "child", .ground = "Zelf.", .from = DAY(1)
	};
	struct representative_named mentor = {
		.person = 5, .sort = "mentor", .ground = "Rechter.", .from = DAY(3), .last_day = DAY(9)
	};
	struct representative acts;

	apply(fixture, &representative_named_kind, &child, DAY(1));
	apply(fixture, &representative_named_kind, &mentor, DAY(3));
	fixture_must(fixture, representative_of(&fixture->journal, 5, DAY(2), &acts, &fixture->fault));
	assert_string_equal(acts.sort, "child");
	fixture_must(fixture, representative_of(&fixture->journal, 5, DAY(9), &acts, &fixture->fault));
	assert_string_equal(acts.sort, "mentor");
	fixture_must(fixture, representative_of(&fixture->journal, 5, DAY(10), &acts, &fixture->fault));
	assert_string_equal(acts.sort, "child");
	assert_int_equal(representative_of(&fixture->journal, 6, DAY(10), &acts, &fixture->fault), NOT_FOUND);
	assert_true(representative_place("curator") == representative_place("authorised"));
	assert_true(representative_place("authorised") < representative_place("partner"));
	assert_true(representative_place("partner") < representative_place("parent"));
	assert_true(representative_place("parent") == representative_place("sibling"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_question_stands_somewhere_on_each_day, fixture_next_register),
		cmocka_unit_test_setup(what_is_passed_on_stays_until_it_is_confirmed, fixture_next_register),
		cmocka_unit_test_setup(a_code_is_of_one_question, fixture_next_register),
		cmocka_unit_test_setup(who_goes_before_acts, fixture_next_register),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
