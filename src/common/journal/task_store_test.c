/* SPDX-License-Identifier: EUPL-1.2 */
/* What a stored fact leaves to do: in whose corner, for whom, page by page, and what ends it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/journal/book.h"
#include "common/journal/store_fixture.h"
#include "common/journal/task.h"

/* --- a notice that breaks two rules, and two acts that end what the second left --- */

struct delivery {
	int64_t person, assignment;
	bool has_number, is_accepted;
};
static const struct field delivery_fields[] = {
	FIELD(struct delivery, person),
	FIELD(struct delivery, assignment),
	FIELD(struct delivery, has_number),
	FIELD(struct delivery, is_accepted),
};
static const struct record delivery_record = RECORD(struct delivery, "delivery", delivery_fields);
/* A kind that is about the whole person. */
static const struct record person_record = { "person", sizeof(struct delivery), delivery_fields, 1 };

static bool has_number(const void *item)
{
	return ((const struct delivery *)item)->has_number;
}

static bool is_accepted(const void *item)
{
	return ((const struct delivery *)item)->is_accepted;
}

static const struct journal_rule rules[] = {
	{ "number", "person", "Er is geen nummer.", "", has_number },
	{ "refused", "assignment", "Dit is niet aangenomen.", "", is_accepted },
};

static const struct journal_kind told_kind = {
	.name = "told",
	.title = "Gemeld",
	.done = "Gemeld",
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &delivery_record,
	.rules = rules,
	.rules_count = COUNT(rules),
	.ends_task = "refused",
};
static const struct journal_kind numbered_kind = {
	.name = "numbered",
	.title = "Genummerd",
	.done = "Genummerd",
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_REPORT,
	.record = &person_record,
	.ends_task = "number",
};
static const struct journal_kind *const kinds[] = { &told_kind, &numbered_kind };
static const struct journal_todo todos[] = {
	{ "number", CORNER_PRACTICE, MAY_REPORT, "Vraag het nummer.", "/number?person={person}" },
	{ "refused", CORNER_CONTRACT, MAY_EXCHANGE, "Bel de aanbieder.", "/orders/{about}/of/{person}" },
};
static const struct journal_book book = {
	.kinds = kinds, .kinds_count = COUNT(kinds), .todos = todos, .todos_count = COUNT(todos)
};

static const struct journal_tasks_asked practice = { CORNER_PRACTICE, MAY_REPORT, 0, 0, { 0 } };
static const struct journal_tasks_asked contract = { CORNER_CONTRACT, MAY_EXCHANGE, 0, 0, { 0 } };

static int set_up(void **state)
{
	return fixture_open(state, sizeof(struct fixture), &book, date_of(2023, 5, 15), "berichten");
}

static void append(struct fixture *fixture, const struct journal_kind *kind, struct delivery item)
{
	(void)fixture_append(fixture, kind, &item);
}

static struct records tasks(struct fixture *fixture, const struct journal_tasks_asked *asked)
{
	struct records tasks;
	int64_t count = 0;

	if (journal_tasks(&fixture->journal, asked, &tasks, &fixture->fault) != OK ||
	    journal_tasks_count(&fixture->journal, asked, &count, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	if (asked->after_fact == 0 && count <= TASKS_ON_A_PAGE)
		assert_int_equal(count, tasks.count);
	return tasks;
}

static void test_a_task_lies_where_it_can_be_done(void **state)
{
	struct fixture *fixture = *state;
	const struct journal_task *task;

	append(fixture, &told_kind, (struct delivery){ 7, 12, false, false });
	assert_int_equal(tasks(fixture, &practice).count, 1);
	task = tasks(fixture, &practice).items;
	assert_string_equal(task->code, "number");
	assert_string_equal(task->kind, "told");
	assert_int_equal(task->person, 7);
	assert_int_equal(task->about, 12);
	assert_ptr_equal(journal_rule_of(&book, task->kind, task->code), &rules[0]);
	assert_string_equal(journal_todo_address(&todos[0], task, fixture->arena), "/number?person=7");
	assert_string_equal(journal_todo_address(&todos[1], task, fixture->arena), "/orders/12/of/7");
	assert_int_equal(tasks(fixture, &contract).count, 1);
	task = tasks(fixture, &contract).items;
	assert_string_equal(task->code, "refused");
}

static void test_only_what_one_may_do(void **state)
{
	struct fixture *fixture = *state;
	const struct journal_tasks_asked decider = { CORNER_PRACTICE, MAY_LOG_IN | MAY_DECIDE, 0, 0, { 0 } };
	const struct journal_tasks_asked adviser = { CORNER_POLICY, ~0U, 0, 0, { 0 } };

	append(fixture, &told_kind, (struct delivery){ 7, 12, false, false });
	assert_int_equal(tasks(fixture, &decider).count, 0);
	assert_int_equal(tasks(fixture, &adviser).count, 0);
}

static void test_what_ends_a_task(void **state)
{
	struct fixture *fixture = *state;
	bool has = false;

	append(fixture, &told_kind, (struct delivery){ 7, 12, false, false });
	append(fixture, &told_kind, (struct delivery){ 7, 13, true, false });
	append(fixture, &told_kind, (struct delivery){ 8, 14, false, true });
	assert_int_equal(tasks(fixture, &contract).count, 2);
	assert_int_equal(tasks(fixture, &practice).count, 2);
	append(fixture, &told_kind, (struct delivery){ 7, 12, true, false }); /* in place of the first */
	assert_int_equal(tasks(fixture, &contract).count, 2);
	append(fixture, &told_kind, (struct delivery){ 7, 13, true, true });
	assert_int_equal(tasks(fixture, &contract).count, 1);
	assert_int_equal(journal_has_task(&fixture->journal, 7, "refused", 12, &has, &fixture->fault), OK);
	assert_true(has);
	assert_int_equal(journal_has_task(&fixture->journal, 7, "refused", 13, &has, &fixture->fault), OK);
	assert_false(has);
	append(fixture, &numbered_kind, (struct delivery){ .person = 7 }); /* all of this person */
	assert_int_equal(tasks(fixture, &practice).count, 1);
	assert_int_equal(((const struct journal_task *)tasks(fixture, &practice).items)->person, 8);
}

static void test_what_was_open_on_a_day(void **state)
{
	struct fixture *fixture = *state;
	struct journal_tasks_asked asked = practice;
	const struct {
		struct date on;
		size_t tasks;
	} days[] = {
		{ date_of(2023, 5, 14), 0 }, { date_of(2023, 5, 15), 1 }, { date_of(2023, 5, 16), 1 },
		{ date_of(2023, 5, 17), 0 }, { date_of(2030, 1, 1), 0 },
	};

	append(fixture, &told_kind, (struct delivery){ 7, 12, false, true });
	fixture->clock.fixed_day = date_of(2023, 5, 17);
	append(fixture, &numbered_kind, (struct delivery){ .person = 7 });
	fixture->clock.fixed_day = date_of(2023, 5, 15);
	assert_int_equal(tasks(fixture, &practice).count, 0);
	for (size_t i = 0; i < COUNT(days); i++) {
		asked.on = days[i].on;
		assert_int_equal(tasks(fixture, &asked).count, days[i].tasks);
	}
}

static void test_page_by_page(void **state)
{
	struct fixture *fixture = *state;
	struct journal_tasks_asked asked = contract;
	int64_t count = 0, seen = 0;
	struct records page;

	for (int64_t i = 0; i < 2 * TASKS_ON_A_PAGE + 1; i++)
		append(fixture, &told_kind, (struct delivery){ 7, 100 + i, true, false });
	assert_int_equal(journal_tasks_count(&fixture->journal, &asked, &count, &fixture->fault), OK);
	assert_int_equal(count, 2 * TASKS_ON_A_PAGE + 1);
	do {
		const struct journal_task *last;

		page = tasks(fixture, &asked);
		last = &((const struct journal_task *)page.items)[page.count - 1];
		assert_int_equal(((const struct journal_task *)page.items)->about, 100 + seen);
		seen += (int64_t)page.count;
		asked.after_fact = last->fact;
		asked.after_number = last->number;
	} while (page.count == TASKS_ON_A_PAGE);
	assert_int_equal(seen, count);
}

/* What no row speaks of is not lost: it stays in the corner of its fact. */
static void test_a_task_without_words(void **state)
{
	static const struct journal_book without = { .kinds = kinds, .kinds_count = COUNT(kinds) };
	struct fixture *fixture = *state;

	fixture->journal.book = &without;
	append(fixture, &told_kind, (struct delivery){ 7, 12, false, true });
	assert_int_equal(tasks(fixture, &contract).count, 1);
	assert_null(journal_todo_of(&without, "number"));
	fixture->journal.book = &book;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_a_task_lies_where_it_can_be_done, fixture_next_register),
		cmocka_unit_test_setup(test_only_what_one_may_do, fixture_next_register),
		cmocka_unit_test_setup(test_what_ends_a_task, fixture_next_register),
		cmocka_unit_test_setup(test_what_was_open_on_a_day, fixture_next_register),
		cmocka_unit_test_setup(test_page_by_page, fixture_next_register),
		cmocka_unit_test_setup(test_a_task_without_words, fixture_next_register),
	};

	return cmocka_run_group_tests_name("tasks", tests, set_up, fixture_close);
}
