/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/safety/complaint.h"
#include "practice/safety/incident.h"
#include "practice/safety/protocol.h"

#define TODAY date_of(2019, 3, 4)

/* Each break of a table of rules breaks the rule at its place and no other. */
static void breaks_one(const struct journal_rule *rules, size_t count, const void *good, const void *broken,
                       size_t place)
{
	for (size_t n = 0; n < count; n++) {
		assert_true(rules[n].holds(good));
		assert_int_equal(rules[n].holds(broken), n != place);
	}
}

static void each_rule_of_complaining_has_its_example(void **state)
{
	const struct complaint good = {
		.received_on = TODAY, .situation = { TODAY, .is_known_person = true, .is_known_party = true }
	};
	struct complaint breaks[] = { good, good, good };

	(void)state;
	breaks[0].situation.is_known_person = false;
	breaks[1].situation.is_known_party = false;
	breaks[2].received_on = date_of(2019, 3, 5);
	assert_int_equal(COUNT(breaks), COMPLAINT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		breaks_one(complaint_rules, COMPLAINT_RULES_COUNT, &good, &breaks[i], i);
}

static void each_rule_of_answering_has_its_example(void **state)
{
	const struct complaint_answer good = {
		.answered_on = TODAY,
		.situation = { .today = TODAY, .received_on = date_of(2019, 2, 1), .is_known = true }
	};
	struct complaint_answer breaks[] = { good, good, good }, late = good;

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].situation.is_answered = true;
	breaks[2].answered_on = date_of(2019, 1, 31);
	assert_int_equal(COUNT(breaks), COMPLAINT_ANSWER_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		breaks_one(complaint_answer_rules, COMPLAINT_ANSWER_RULES_COUNT, &good, &breaks[i], i);
	late.answered_on = date_of(2019, 3, 5);
	breaks_one(complaint_answer_rules, COMPLAINT_ANSWER_RULES_COUNT, &good, &late, 2);
}

static void each_rule_of_looking_back_has_its_example(void **state)
{
	const struct complaint_look_back good = { .talked_on = TODAY,
		                                  .situation = { .today = TODAY,
		                                                 .answered_on = date_of(2018, 10, 20),
		                                                 .is_known = true,
		                                                 .is_answered = true } };
	struct complaint_look_back breaks[] = { good, good, good, good };

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].situation.is_answered = false;
	breaks[2].situation.is_looked_back = true;
	breaks[3].talked_on = date_of(2018, 10, 20);
	assert_int_equal(COUNT(breaks), COMPLAINT_LOOK_BACK_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		breaks_one(complaint_look_back_rules, COMPLAINT_LOOK_BACK_RULES_COUNT, &good, &breaks[i], i);
}

static void each_rule_of_reporting_an_incident_has_its_example(void **state)
{
	const struct incident good = { .happened_on = date_of(2019, 3, 1),
		                       .known_on = TODAY,
		                       .situation = { TODAY, .is_known = true, .is_own = true } };
	struct incident breaks[] = { good, good, good }, future = good;

	(void)state;
	breaks[0].situation.is_known = false;
	breaks[1].situation.is_own = false;
	breaks[2].known_on = date_of(2019, 2, 28);
	assert_int_equal(COUNT(breaks), INCIDENT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		breaks_one(incident_rules, INCIDENT_RULES_COUNT, &good, &breaks[i], i);
	future.known_on = date_of(2019, 3, 5);
	breaks_one(incident_rules, INCIDENT_RULES_COUNT, &good, &future, 2);
}

/* Of telling and of concluding: no such incident, nothing due, somebody else's; and the day. */
static const struct incident_turn_situation turn = {
	.today = { 0 }, .known_on = { 0 }, .is_known = true, .is_due = true, .is_own = true
};

static void each_rule_of_telling_has_its_example(void **state)
{
	struct incident_told good = { .who = INCIDENT_SUPERVISOR, .told_on = TODAY, .situation = turn };

	(void)state;
	good.situation.today = TODAY;
	good.situation.known_on = date_of(2019, 3, 1);
	{
		struct incident_told breaks[] = { good, good, good, good };

		breaks[0].situation.is_known = false;
		breaks[1].situation.is_due = false;
		breaks[2].situation.is_own = false;
		breaks[3].told_on = date_of(2019, 2, 28);
		assert_int_equal(COUNT(breaks), INCIDENT_TOLD_RULES_COUNT);
		for (size_t i = 0; i < COUNT(breaks); i++)
			breaks_one(incident_told_rules, INCIDENT_TOLD_RULES_COUNT, &good, &breaks[i], i);
	}
}

static void each_rule_of_concluding_has_its_example(void **state)
{
	struct incident_concluded good = { .concluded_on = TODAY, .situation = turn };

	(void)state;
	good.situation.today = TODAY;
	good.situation.known_on = date_of(2019, 3, 1);
	{
		struct incident_concluded breaks[] = { good, good, good, good };

		breaks[0].situation.is_known = false;
		breaks[1].situation.is_due = false;
		breaks[2].situation.is_own = false;
		breaks[3].concluded_on = date_of(2019, 3, 5);
		assert_int_equal(COUNT(breaks), INCIDENT_CONCLUDED_RULES_COUNT);
		for (size_t i = 0; i < COUNT(breaks); i++)
			breaks_one(incident_concluded_rules, INCIDENT_CONCLUDED_RULES_COUNT, &good,
			           &breaks[i], i);
	}
}

static struct protocol_step step(const char *code, int64_t place)
{
	return (struct protocol_step){ .protocol = 9,
		                       .step = code,
		                       .place = place,
		                       .taken_on = TODAY,
		                       .situation = { .today = TODAY,
		                                      .last_on = date_of(2019, 3, 1),
		                                      .due_place = place,
		                                      .is_known_person = true,
		                                      .is_known_protocol = true,
		                                      .takes_part = true } };
}

static void each_rule_of_the_protocol_has_its_example(void **state)
{
	struct protocol_step good = step("advice", PROTOCOL_ADVICE), breaks[PROTOCOL_RULES_COUNT];

	(void)state;
	good.asked = "Een collega";
	for (size_t i = 0; i < COUNT(breaks); i++)
		breaks[i] = good;
	breaks[0].situation.is_known_person = false;
	breaks[1].situation.is_known_protocol = false;
	breaks[2].situation.takes_part = false;
	breaks[3].situation.due_place = PROTOCOL_TALK;
	breaks[4].taken_on = date_of(2019, 2, 28);
	breaks[5].asked = NULL;
	breaks[6].outcome = "help";
	assert_int_equal(COUNT(breaks), PROTOCOL_RULES_COUNT);
	for (size_t i = 0; i < COUNT(breaks); i++)
		breaks_one(protocol_rules, PROTOCOL_RULES_COUNT, &good, &breaks[i], i);
}

/* Weighing ends in a suspicion or none, deciding in what is done; neither in the words of the other. */
static void weighing_and_deciding_have_their_own_outcomes(void **state)
{
	struct protocol_step weigh = step("weigh", PROTOCOL_WEIGH), decide = step("decide", PROTOCOL_DECIDE);
	const struct journal_rule *outcome = &protocol_rules[PROTOCOL_RULES_COUNT - 1];

	(void)state;
	assert_false(outcome->holds(&weigh));
	weigh.outcome = "in_doubt";
	assert_true(outcome->holds(&weigh));
	weigh.outcome = "report";
	assert_false(outcome->holds(&weigh));
	decide.outcome = "report";
	assert_true(outcome->holds(&decide));
	decide.outcome = "suspicion";
	assert_false(outcome->holds(&decide));
	assert_int_equal(protocol_place_of("decide"), PROTOCOL_DECIDE);
	assert_int_equal(protocol_place_of("anders"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_complaining_has_its_example),
		cmocka_unit_test(each_rule_of_answering_has_its_example),
		cmocka_unit_test(each_rule_of_looking_back_has_its_example),
		cmocka_unit_test(each_rule_of_reporting_an_incident_has_its_example),
		cmocka_unit_test(each_rule_of_telling_has_its_example),
		cmocka_unit_test(each_rule_of_concluding_has_its_example),
		cmocka_unit_test(each_rule_of_the_protocol_has_its_example),
		cmocka_unit_test(weighing_and_deciding_have_their_own_outcomes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
