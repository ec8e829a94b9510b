/* SPDX-License-Identifier: EUPL-1.2 */
/* Cases follow their own facts, also where one resident has two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "common/journal/store_fixture.h"
#include "platform/base/clock.h"
#include "practice/assignment/assignment.h"
#include "practice/care/care.h"
#include "practice/caseload/caseload.h"
#include "practice/decision/decision.h"
#include "practice/desk/desk.h"

#define CLIENT 7

static int set_up(void **state)
{
	(void)fixture_open(state, sizeof(struct fixture), NULL, date_of(2023, 5, 15), "test");
	((struct fixture *)*state)->journal.register_id = 1;
	return 0;
}

static int begin(void **state)
{
	struct fixture *fixture = *state;

	fixture->facts = 0;
	return (int)db_begin(fixture->db, &fixture->fault);
}

/* The fact that item is; its number. */
static int64_t happen(struct fixture *fixture, journal_apply *apply, void *item)
{
	const struct journal_fact fact = {
		.fact = ++fixture->facts, .person = CLIENT, .valid_on = date_of(2023, 5, 1), .item = item
	};

	if (apply(fixture->db, 1, &fact, fixture->arena, &fixture->fault) != OK)
		fail_msg("%s", fixture->fault.words);
	return fact.fact;
}

static int64_t report(struct fixture *fixture)
{
	struct report report = { .person = CLIENT,
		                 .team = "team",
		                 .contact = "worker",
		                 .asked = "Hulp",
		                 .received_on = date_of(2023, 4, 3),
		                 .due_on = date_of(2023, 5, 15) };

	return happen(fixture, caseload_report, &report);
}

static int64_t grant(struct fixture *fixture, int64_t reported, size_t lines_count)
{
	struct decision decision = { .report = reported,
		                     .person = CLIENT,
		                     .decided_on = date_of(2023, 5, 1),
		                     .lines = records_new(&decision_line_record, lines_count,
		                                          fixture->arena) };
	struct decision_line *lines = decision.lines.items;

	for (size_t i = 0; i < lines_count; i++)
		lines[i].from = date_of(2023, 5, 8);
	return happen(fixture, caseload_decision, &decision);
}

static int64_t assign(struct fixture *fixture, int64_t decision)
{
	struct assignment assignment = { .person = CLIENT,
		                         .decision = decision,
		                         .from = date_of(2023, 5, 8) };

	return happen(fixture, caseload_assignment, &assignment);
}

static void start(struct fixture *fixture, int64_t assignment)
{
	struct care_start start = { .person = CLIENT,
		                    .assignment = assignment,
		                    .started_on = date_of(2023, 5, 8) };

	(void)happen(fixture, caseload_start, &start);
}

static const struct case_line *case_of(struct fixture *fixture, int64_t reported)
{
	struct records cases;
	const struct case_line *line;

	assert_int_equal(caseload_of(&fixture->journal, CLIENT, (struct date){ 0 }, &cases, &fixture->fault),
	                 OK);
	line = cases.items;
	for (size_t i = 0; i < cases.count; i++)
		if (line[i].report == reported)
			return &line[i];
	fail_msg("there is no case of report %lld", (long long)reported);
	return NULL;
}

static int64_t count_of(struct fixture *fixture, const char *status)
{
	const struct case_filter all = { .contact = "", .team = "" };
	struct records counts;
	const struct case_count *count;

	assert_int_equal(caseload_counts(&fixture->journal, &all, &counts, &fixture->fault), OK);
	count = counts.items;
	for (size_t i = 0; i < counts.count; i++)
		if (strcmp(count[i].status, status) == 0)
			return count[i].cases;
	return 0;
}

static void case_goes_from_report_to_care(void **state)
{
	struct fixture *fixture = *state;
	int64_t reported = report(fixture), decided, assigned;

	assert_string_equal(case_of(fixture, reported)->status, "reported");
	decided = grant(fixture, reported, 1);
	assert_string_equal(case_of(fixture, reported)->status, "waiting");
	assert_false(date_is(case_provided_on(case_of(fixture, reported))));
	assigned = assign(fixture, decided);
	assert_int_equal(case_provided_on(case_of(fixture, reported)).day, date_of(2023, 5, 1).day);
	start(fixture, assigned);
	assert_string_equal(case_of(fixture, reported)->status, "in_care");
	assert_int_equal(case_of(fixture, reported)->since.day, date_of(2023, 5, 8).day);
	assert_int_equal(case_provided_on(case_of(fixture, reported)).day, date_of(2023, 5, 1).day);
	assert_int_equal(count_of(fixture, "in_care"), 1);
	assert_int_equal(count_of(fixture, "reported"), 0);
}

/* The second report's grant is assigned and begins first; the first report still waits. */
static void second_case_does_not_move_the_first(void **state)
{
	struct fixture *fixture = *state;
	int64_t first = report(fixture), second = report(fixture);
	int64_t decided = grant(fixture, first, 1), assigned, other;

	assigned = assign(fixture, grant(fixture, second, 1));
	assert_string_equal(case_of(fixture, first)->status, "waiting");
	assert_string_equal(case_of(fixture, second)->status, "assigned");
	other = assign(fixture, decided);
	start(fixture, assigned);
	assert_string_equal(case_of(fixture, first)->status, "assigned");
	assert_string_equal(case_of(fixture, second)->status, "in_care");
	start(fixture, other);
	assert_int_equal(count_of(fixture, "in_care"), 2);
}

static void case_waits_until_all_lines_are_assigned_and_begun(void **state)
{
	struct fixture *fixture = *state;
	int64_t reported = report(fixture), decided = grant(fixture, reported, 2);
	int64_t first = assign(fixture, decided), second;

	assert_string_equal(case_of(fixture, reported)->status, "waiting");
	start(fixture, first); /* before the other line has a provider */
	assert_string_equal(case_of(fixture, reported)->status, "waiting");
	second = assign(fixture, decided);
	assert_string_equal(case_of(fixture, reported)->status, "assigned");
	start(fixture, second);
	assert_string_equal(case_of(fixture, reported)->status, "in_care");
}

/* A provider may report a start again. */
static void same_start_counts_once(void **state)
{
	struct fixture *fixture = *state;
	int64_t reported = report(fixture), decided = grant(fixture, reported, 2);
	int64_t first = assign(fixture, decided);

	(void)assign(fixture, decided);
	start(fixture, first);
	start(fixture, first);
	assert_string_equal(case_of(fixture, reported)->status, "assigned");
}

/* What the status of a case was on a day; "" before there was one. */
static const char *status_on(struct fixture *fixture, int64_t reported, struct date on)
{
	struct records cases;
	const struct case_line *line;

	assert_int_equal(caseload_of(&fixture->journal, CLIENT, on, &cases, &fixture->fault), OK);
	line = cases.items;
	for (size_t i = 0; i < cases.count; i++)
		if (line[i].report == reported)
			return line[i].status;
	return "";
}

static int64_t count_on(struct fixture *fixture, const char *status, const char *contact, struct date on)
{
	const struct case_filter filter = { .contact = contact, .team = "", .status = status, .on = on };
	struct records counts, cases;
	const struct case_count *count;
	int64_t counted = 0;

	assert_int_equal(caseload_counts(&fixture->journal, &filter, &counts, &fixture->fault), OK);
	assert_int_equal(caseload_page(&fixture->journal, &filter, &cases, &fixture->fault), OK);
	count = counts.items;
	for (size_t i = 0; i < counts.count; i++)
		if (strcmp(count[i].status, status) == 0)
			counted = count[i].cases;
	assert_int_equal(cases.count, counted);
	return counted;
}

static void past_day_shows_what_held_then(void **state)
{
	struct fixture *fixture = *state;
	int64_t reported = report(fixture), decided = grant(fixture, reported, 1);

	start(fixture, assign(fixture, decided));
	assert_string_equal(status_on(fixture, reported, date_of(2023, 4, 2)), "");
	assert_string_equal(status_on(fixture, reported, date_of(2023, 4, 3)), "reported");
	assert_string_equal(status_on(fixture, reported, date_of(2023, 4, 30)), "reported");
	assert_string_equal(status_on(fixture, reported, date_of(2023, 5, 1)), "assigned");
	assert_string_equal(status_on(fixture, reported, date_of(2023, 5, 8)), "in_care");
	assert_string_equal(status_on(fixture, reported, date_of(2099, 1, 1)), "in_care");
	assert_int_equal(count_on(fixture, "reported", "", date_of(2023, 4, 3)), 1);
	assert_int_equal(count_on(fixture, "reported", "worker", date_of(2023, 4, 3)), 1);
	assert_int_equal(count_on(fixture, "reported", "other", date_of(2023, 4, 3)), 0);
	assert_int_equal(count_on(fixture, "reported", "", date_of(2023, 5, 1)), 0);
	assert_int_equal(count_on(fixture, "in_care", "", date_of(2023, 5, 8)), 1);
}

/* The choice is made before the first day of care, or is entered after it. */
static void provider_is_known_from_the_choice_on(void **state)
{
	struct fixture *fixture = *state;
	int64_t reported = report(fixture), decided = grant(fixture, reported, 2);
	struct assignment assignment = { .person = CLIENT,
		                         .decision = decided,
		                         .from = date_of(2023, 5, 20) };
	struct journal_fact fact = { .fact = ++fixture->facts,
		                     .person = CLIENT,
		                     .valid_on = assignment.from,
		                     .recorded_at = clock_moment_on(date_of(2023, 5, 4), 3600),
		                     .item = &assignment };

	assert_int_equal(caseload_assignment(fixture->db, 1, &fact, fixture->arena, &fixture->fault), OK);
	fact.fact = ++fixture->facts;
	fact.recorded_at = clock_moment_on(date_of(2023, 5, 3), 0);
	assert_int_equal(caseload_assignment(fixture->db, 1, &fact, fixture->arena, &fixture->fault), OK);
	assert_string_equal(status_on(fixture, reported, date_of(2023, 5, 3)), "waiting");
	assert_string_equal(status_on(fixture, reported, date_of(2023, 5, 4)), "assigned");
}

/* A grant may begin before it was decided; the case itself waited for the decision all the same. */
static void step_does_not_come_before_the_one_before_it(void **state)
{
	struct fixture *fixture = *state;
	int64_t reported = report(fixture), decided = grant(fixture, reported, 1), assigned;
	struct care_start begun = { .person = CLIENT, .started_on = date_of(2023, 4, 10) };

	assigned = assign(fixture, decided);
	begun.assignment = assigned;
	(void)happen(fixture, caseload_start, &begun);
	assert_string_equal(status_on(fixture, reported, date_of(2023, 4, 10)), "reported");
	assert_string_equal(status_on(fixture, reported, date_of(2023, 5, 1)), "in_care");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(case_goes_from_report_to_care, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(second_case_does_not_move_the_first, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(case_waits_until_all_lines_are_assigned_and_begun, begin,
		                                fixture_undo),
		cmocka_unit_test_setup_teardown(same_start_counts_once, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(past_day_shows_what_held_then, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(provider_is_known_from_the_choice_on, begin, fixture_undo),
		cmocka_unit_test_setup_teardown(step_does_not_come_before_the_one_before_it, begin,
		                                fixture_undo),
	};

	return cmocka_run_group_tests(tests, set_up, fixture_close);
}
