/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/request/request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Whatever was asked waits for an answer; the door refuses what is no request (tests/http/cases/mine.case).
 */
static void a_request_always_waits(void **state)
{
	const struct request request = { .person = 12,
		                         .words = "Bel mij.",
		                         .asked_on = date_of(2023, 5, 15) };

	(void)state;
	assert_int_equal(1, REQUEST_RULES_COUNT);
	assert_string_equal(request_rules[0].code, "request-open");
	assert_false(request_rules[0].holds(&request));
	assert_int_equal(COUNT(erasure_request_rules), REQUEST_RULES_COUNT);
	assert_string_equal(erasure_request_rules[0].code, "erasure-open");
	assert_false(erasure_request_rules[0].holds(&request));
}

static struct request_answer good_answer(void)
{
	return (struct request_answer){
		.person = 12,
		.request = 3,
		.outcome = "done",
		.answer = "Wij hebben het nummer veranderd.",
		.answered_on = date_of(2023, 5, 15),
		.situation = { .today = date_of(2023, 5, 15),
		               .asked_on = date_of(2023, 5, 12),
		               .is_known = true,
		               .is_open = true },
	};
}

static void each_rule_of_an_answer_has_an_example(void **state)
{
	struct request_answer answers[] = { good_answer(), good_answer(), good_answer(), good_answer(),
		                            good_answer() };

	(void)state;
	assert_int_equal(COUNT(answers), ANSWER_RULES_COUNT);
	answers[0].situation.is_known = false;
	answers[1].situation.is_open = false;
	answers[2].answered_on = date_of(2023, 5, 11);
	answers[3].answered_on = date_of(2023, 5, 16);
	answers[4].situation.is_erasure = true;
	for (size_t i = 0; i < ANSWER_RULES_COUNT; i++)
		for (size_t j = 0; j < ANSWER_RULES_COUNT; j++)
			assert_int_equal(answer_rules[j].holds(&answers[i]), i != j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_always_waits),
		cmocka_unit_test(each_rule_of_an_answer_has_an_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
