/* SPDX-License-Identifier: EUPL-1.2 */
/* Stops and resumptions by message, in any order, more than once, and taken back; an order that ends early.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

#include "contract/exchange/compose.h"
#include "contract/exchange/fixture.h"
#include "contract/exchange/order_end.h"
#include "contract/exchange/report.h"
#include "contract/exchange/report_rules.h"

#define START "305000000001"
#define MAY(day) date_of(2023, 5, (day))

static const struct told_report start = { .code = "WMO305", .begins_on = { TODAY_DAY - 7 } };
static const struct told_report a_pause = {
	.code = "WMO307", .begins_on = { TODAY_DAY - 7 }, .reason = "20", .ends_on = { TODAY_DAY - 5 }
};
static const struct told_report resumption = { .code = "WMO305", .begins_on = { TODAY_DAY - 3 } };
static const struct told_report stop = {
	.code = "WMO307", .begins_on = { TODAY_DAY - 3 }, .reason = "19", .ends_on = { TODAY_DAY - 1 }
};

/* The answer's only codes, if any, are in the answer. */
static const char *tell(struct test *test, int64_t number, const char *identification,
                        const struct told_report *report)
{
	drop(test, "in/report.xml", report_of(test, number, identification, report));
	exchange(test);
	return take_answer(test);
}

static void assert_accepted(struct test *test, int64_t number, const char *identification,
                            const struct told_report *report, const char *state)
{
	const char *answer = tell(test, number, identification, report);

	assert_result(test, 0, 1, 0);
	assert_null(strstr(answer, "RetourCode"));
	assert_state(test, number, state);
}

static void assert_refused(struct test *test, int64_t number, const char *identification,
                           const struct told_report *report, const char *return_code)
{
	const char *answer = tell(test, number, identification, report);

	assert_result(test, 0, 0, 1);
	assert_has(answer, arena_print(test->arena, "<RetourCode>%s<", return_code));
	assert_int_equal(unlink(path_of(test, "in/refused/report.xml")), 0);
}

static void test_care_pauses_goes_on_and_stops(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3000);

	assert_accepted(test, number, START, &start, "started");
	assert_accepted(test, number, "307000000001", &a_pause, "paused");
	assert_accepted(test, number, "305000000002", &resumption, "started");
	assert_accepted(test, number, "307000000002", &stop, "stopped");
	assert_int_equal(order_now(test, number).started_on.day, MAY(8).day);
}

/* The file of the stop comes before that of its start, and both are read in one round. */
static void test_a_stop_may_lie_before_its_start(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3010);

	drop(test, "in/a.xml", report_of(test, number, "307000000001", &a_pause));
	drop(test, "in/b.xml", report_of(test, number, START, &start));
	exchange(test);
	assert_result(test, 0, 2, 0);
	assert_state(test, number, "paused");
}

/* Each that was read again later is refused for what it lacks, and nothing is stored twice. */
static void test_each_rule_has_its_code(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3020), facts;
	struct told_report other = a_pause;

	assert_refused(test, number, "307000000001", &a_pause, "9069");
	assert_accepted(test, number, START, &start, "started");
	other.begins_on = MAY(9);
	assert_refused(test, number, "307000000003", &other, "9069");
	assert_accepted(test, number, "307000000001", &a_pause, "paused");
	facts = last_fact(test);
	drop(test, "in/again.xml", report_of(test, number, "307000000001", &a_pause));
	exchange(test);
	assert_result(test, 0, 0, 0);
	assert_non_null(take_answer(test));
	assert_refused(test, number, "307000000004", &a_pause, "9074");
	other = a_pause;
	other.ends_on = MAY(11);
	assert_refused(test, number, "307000000005", &other, "9413");
	other.reason = "22";
	other.ends_on = MAY(9);
	assert_refused(test, number, "307000000006", &other, "9414");
	assert_int_equal(last_fact(test), facts + 3); /* each refusal is on the list, and nothing else */
	other.ends_on = MAY(12);
	assert_accepted(test, number, "307000000007", &other, "stopped");
	other.ends_on = MAY(13);
	assert_refused(test, number, "307000000008", &other, "9415");
}

/* Status 3: what was told did not happen; only the last may go, and only what was told. */
static void test_the_last_report_is_taken_back(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3030);
	const char *back;

	assert_accepted(test, number, START, &start, "started");
	assert_accepted(test, number, "307000000001", &a_pause, "paused");
	back = replaced(test, report_of(test, number, "305000000009", &start), "StatusAanlevering>1",
	                "StatusAanlevering>3");
	drop(test, "in/back.xml", back);
	exchange(test);
	assert_has(take_answer(test), "<RetourCode>9071<");
	back = replaced(test, report_of(test, number, "307000000009", &a_pause), "StatusAanlevering>1",
	                "StatusAanlevering>3");
	drop(test, "in/back.xml", back);
	exchange(test);
	assert_result(test, 0, 1, 0);
	assert_null(strstr(take_answer(test), "RetourCode"));
	assert_state(test, number, "started");
	back = replaced(test, report_of(test, number, "305000000010", &start), "StatusAanlevering>1",
	                "StatusAanlevering>3");
	drop(test, "in/back.xml", back);
	exchange(test);
	assert_null(strstr(take_answer(test), "RetourCode"));
	assert_state(test, number, "sent");
	assert_false(date_is(order_now(test, number).started_on));
	back = replaced(test, report_of(test, number, "305000000011", &start), "StatusAanlevering>1",
	                "StatusAanlevering>3");
	drop(test, "in/back.xml", back);
	exchange(test);
	assert_has(take_answer(test), "<RetourCode>9063<");
}

static void end_order(struct test *test, int64_t number, struct date on, const char *because)
{
	struct order_end end = { .person = PERSON, .assignment = number, .ended_on = on, .because = because };

	(void)append(test, &order_ended_kind, &end);
}

/* The provider reads it in a message of its own, with why and until when; once. */
static void test_an_order_that_ends_early_is_told(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3040), change;
	const char *message;

	end_order(test, number, date_of(2023, 6, 1), "moved");
	change = last_fact(test);
	assert_int_equal(order_now(test, number).changed, change);
	exchange(test);
	assert_result(test, 1, 0, 0);
	message = content(test, arena_print(test->arena, "out/WMO301-3040-301%09lld.xml", (long long)change));
	assert_has(message, "<Einddatum>2023-05-31</Einddatum>");
	assert_has(message, "<RedenWijziging>09</RedenWijziging>");
	assert_int_equal(order_now(test, number).changed, 0);
	exchange(test);
	assert_result(test, 0, 0, 0);
}

/* Why it ends is told by the standard's own code (WMO002). */
static void test_each_end_has_its_reason(void **state)
{
	static const struct choice reasons[] = { { "died", "02" },    { "left", "07" },  { "decision", "05" },
		                                 { "stopped", "12" }, { "moved", "09" }, { "other", "14" } };
	struct test *test = *state;

	for (size_t i = 0; i < COUNT(reasons); i++) {
		int64_t number = send_one(test, 3060 + 10 * (int64_t)i);

		end_order(test, number, date_of(2023, 6, 1), reasons[i].code);
		assert_string_equal(order_now(test, number).change_reason, reasons[i].label);
	}
}

/* What has no day left is taken back: it ends on its first day, with reason 13 (CS335). */
static void test_an_order_without_a_day_is_taken_back(void **state)
{
	struct test *test = *state;
	int64_t number = send_one(test, 3050);
	const char *message;

	end_order(test, number, date_of(2023, 5, 8), "declined");
	exchange(test);
	assert_result(test, 1, 0, 0);
	message = content(
		test, arena_print(test->arena, "out/WMO301-3050-%s.xml", order_now(test, number).message));
	assert_has(message, "<Einddatum>2023-05-08</Einddatum>");
	assert_has(message, "<RedenWijziging>13</RedenWijziging>");
}

/* --- every step that a message may take, and may not --- */

#define IN_MAY(day_)                                                                                         \
	{                                                                                                    \
		.day = 738640 + (day_)                                                                       \
	} /* of May 2023 */
static const struct report_line begun[] = { { 1, "started", "started", IN_MAY(10), "", "" } };
static const struct report_line paused[] = { { 1, "started", "started", IN_MAY(10), "", "" },
	                                     { 2, "paused", "paused", IN_MAY(13), "hospital", "" } };
static const struct report_line resumed[] = { { 1, "started", "started", IN_MAY(10), "", "" },
	                                      { 2, "paused", "paused", IN_MAY(13), "hospital", "" },
	                                      { 3, "resumed", "started", IN_MAY(15), "", "" } };
static const struct report_line stopped[] = { { 1, "started", "started", IN_MAY(10), "", "" },
	                                      { 2, "stopped", "stopped", IN_MAY(13), "21", "" } };

/* What was reported, what the message says, and the rule that it breaks. */
struct step {
	const struct report_line *reports;
	size_t count;
	const char *state;
	int32_t begins;     /* of May */
	const char *reason; /* NULL: a start */
	int32_t ends;
	bool is_deletion;
	const char *rule; /* NULL: it may */
};
#define NOTHING NULL, 0, "sent"
#define BEGUN begun, COUNT(begun), "started"
#define PAUSED paused, COUNT(paused), "paused"
#define RESUMED resumed, COUNT(resumed), "started"
#define STOPPED stopped, COUNT(stopped), "stopped"
static const struct step steps[] = {
	{ NOTHING, 20, NULL, 0, false, NULL },     { NOTHING, 10, NULL, 0, true, "TR063" },
	{ NOTHING, 10, "20", 12, false, "TR382" }, { NOTHING, 10, "21", 12, false, "TR382" },
	{ NOTHING, 10, "21", 12, true, "TR063" },

	{ BEGUN, 20, NULL, 0, false, "TR326" },    { BEGUN, 10, NULL, 0, false, "TR074" },
	{ BEGUN, 10, NULL, 0, true, NULL },        { BEGUN, 11, NULL, 0, true, "TR063" },
	{ BEGUN, 10, "20", 25, false, NULL },      { BEGUN, 10, "21", 25, false, NULL },
	{ BEGUN, 9, "21", 25, false, "TR382" },    { BEGUN, 10, "20", 12, true, "TR063" },

	{ PAUSED, 20, NULL, 0, false, NULL },      { PAUSED, 10, NULL, 0, false, "TR074" },
	{ PAUSED, 10, NULL, 0, true, "TR071" },    { PAUSED, 10, "20", 25, false, "TR413" },
	{ PAUSED, 10, "20", 12, false, "TR074" },  { PAUSED, 10, "21", 25, false, NULL },
	{ PAUSED, 10, "21", 12, false, NULL },     { PAUSED, 10, "21", 11, false, "TR414" },
	{ PAUSED, 10, "20", 12, true, NULL },      { PAUSED, 10, "21", 12, true, "TR063" },

	{ RESUMED, 20, NULL, 0, false, "TR326" },  { RESUMED, 15, NULL, 0, false, "TR074" },
	{ RESUMED, 15, NULL, 0, true, NULL },      { RESUMED, 10, NULL, 0, true, "TR071" },
	{ RESUMED, 15, "20", 25, false, NULL },    { RESUMED, 15, "21", 25, false, NULL },
	{ RESUMED, 10, "21", 25, false, "TR382" },

	{ STOPPED, 20, NULL, 0, false, NULL },     { STOPPED, 10, NULL, 0, false, "TR074" },
	{ STOPPED, 10, NULL, 0, true, "TR071" },   { STOPPED, 10, "20", 25, false, "TR415" },
	{ STOPPED, 10, "22", 25, false, "TR415" }, { STOPPED, 10, "21", 12, false, "TR074" },
	{ STOPPED, 10, "21", 12, true, NULL },     { STOPPED, 10, "20", 12, true, "TR063" },
};

static const char *rule_of(const struct step *step)
{
	struct message_stop told = { .of = { .begins_on = IN_MAY(step->begins),
		                             .state = step->is_deletion ? "3" : "1" },
		                     .reason = step->reason,
		                     .ends_on = IN_MAY(step->ends) };
	const struct reported reported = { .start = &told.of,
		                           .stop = step->reason == NULL ? NULL : &told,
		                           .order.state = step->state,
		                           .reports = { (void *)(uintptr_t)step->reports, step->count },
		                           .is_known = true };

	return or_empty(reported_broken_rule(&reported));
}

static void test_every_step(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(steps); i++)
		if (strcmp(rule_of(&steps[i]), or_empty(steps[i].rule)) != 0)
			fail_msg("step %zu breaks '%s'", i, rule_of(&steps[i]));
}

#define REPORT_TEST(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_step),
		REPORT_TEST(test_care_pauses_goes_on_and_stops),
		REPORT_TEST(test_a_stop_may_lie_before_its_start),
		REPORT_TEST(test_each_rule_has_its_code),
		REPORT_TEST(test_the_last_report_is_taken_back),
		REPORT_TEST(test_an_order_that_ends_early_is_told),
		REPORT_TEST(test_each_end_has_its_reason),
		REPORT_TEST(test_an_order_without_a_day_is_taken_back),
	};

	fixture_begin();
	return cmocka_run_group_tests(tests, /* setup= */ NULL, /* teardown= */ NULL);
}
