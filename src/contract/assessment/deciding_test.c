/* SPDX-License-Identifier: EUPL-1.2 */
/* Each rule of consensus, freeze, award and letters holds for what is right, and not for one example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/assessment/deciding.h"

/* --- consensus --- */

static struct consensus_reached good_consensus(void)
{
	return (struct consensus_reached){ .situation = { .stand = { .is_known = true,
		                                                     .bids = 2,
		                                                     .criteria = 5,
		                                                     .agreed = 10,
		                                                     .today = date_of(2018, 4, 20) },
		                                          .is_assessor = true,
		                                          .is_declared = true,
		                                          .knows_bid = true,
		                                          .knows_criterion = true,
		                                          .is_unsealed = true,
		                                          .is_number = true,
		                                          .is_on_scale = true } };
}

static void break_consensus_0(struct consensus_reached *it)
{
	it->situation.stand.is_known = false;
}

static void break_consensus_1(struct consensus_reached *it)
{
	it->situation.is_assessor = false;
}

static void break_consensus_2(struct consensus_reached *it)
{
	it->situation.knows_bid = false;
}

static void break_consensus_3(struct consensus_reached *it)
{
	it->situation.knows_criterion = false;
}

static void break_consensus_4(struct consensus_reached *it)
{
	it->situation.is_declared = false;
}

static void break_consensus_5(struct consensus_reached *it)
{
	it->situation.has_conflict = true;
}

static void break_consensus_6(struct consensus_reached *it)
{
	it->situation.is_unsealed = false;
}

static void break_consensus_7(struct consensus_reached *it)
{
	it->situation.stand.frozen_on = date_of(2018, 4, 1);
}

static void break_consensus_8(struct consensus_reached *it)
{
	it->situation.is_number = false;
}

static void break_consensus_9(struct consensus_reached *it)
{
	it->situation.is_on_scale = false;
}

static void break_consensus_10(struct consensus_reached *it)
{
	it->situation.steps.is_past_whole = true;
}

static void break_consensus_11(struct consensus_reached *it)
{
	it->situation.steps.is_past_half = true;
}

static void break_consensus_12(struct consensus_reached *it)
{
	it->situation.steps.is_past_tenth = true;
}

static void break_consensus_13(struct consensus_reached *it)
{
	it->situation.has_stranger = true;
}

static void consensus_rules_hold(void **state)
{
	static void (*const broken[])(struct consensus_reached *) = {
		break_consensus_0,  break_consensus_1, break_consensus_2,  break_consensus_3,
		break_consensus_4,  break_consensus_5, break_consensus_6,  break_consensus_7,
		break_consensus_8,  break_consensus_9, break_consensus_10, break_consensus_11,
		break_consensus_12, break_consensus_13
	};

	(void)state;
	assert_int_equal(COUNT(broken), CONSENSUS_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct consensus_reached it = good_consensus();

		assert_true(consensus_rules[i].holds(&it));
		broken[i](&it);
		if (consensus_rules[i].holds(&it))
			fail_msg("%s", consensus_rules[i].code);
	}
}

/* --- freeze --- */

static struct marks_frozen good_freeze(void)
{
	return (struct marks_frozen){ .situation = { .stand = { .is_known = true,
		                                                .bids = 2,
		                                                .criteria = 5,
		                                                .agreed = 10,
		                                                .today = date_of(2018, 4, 20) },
		                                     .judging = { .is_declared = true } } };
}

static void break_freeze_0(struct marks_frozen *it)
{
	it->situation.stand.is_known = false;
}

static void break_freeze_1(struct marks_frozen *it)
{
	it->situation.stand.bids = 0;
}

static void break_freeze_2(struct marks_frozen *it)
{
	it->situation.stand.agreed = 9;
}

static void break_freeze_3(struct marks_frozen *it)
{
	it->situation.stand.frozen_on = date_of(2018, 4, 1);
}

static void break_freeze_4(struct marks_frozen *it)
{
	it->situation.judging.is_declared = false;
}

static void break_freeze_5(struct marks_frozen *it)
{
	it->situation.judging.has_interest = true;
}

static void freeze_rules_hold(void **state)
{
	static void (*const broken[])(struct marks_frozen *) = { break_freeze_0, break_freeze_1,
		                                                 break_freeze_2, break_freeze_3,
		                                                 break_freeze_4, break_freeze_5 };

	(void)state;
	assert_int_equal(COUNT(broken), FREEZE_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct marks_frozen it = good_freeze();

		assert_true(freeze_rules[i].holds(&it));
		broken[i](&it);
		if (freeze_rules[i].holds(&it))
			fail_msg("%s", freeze_rules[i].code);
	}
}

/* --- award --- */

static struct award_decided good_award(void)
{
	return (struct award_decided){ .send_on = date_of(2018, 4, 20),
		                       .situation = { .stand = { .is_known = true,
		                                                 .bids = 2,
		                                                 .criteria = 5,
		                                                 .agreed = 10,
		                                                 .today = date_of(2018, 4, 20),
		                                                 .frozen_on = date_of(2018, 4, 19) },
		                                      .judging = { .is_declared = true } } };
}

static void break_award_0(struct award_decided *it)
{
	it->situation.stand.is_known = false;
}

static void break_award_1(struct award_decided *it)
{
	it->situation.stand.frozen_on = (struct date){ 0 };
}

static void break_award_2(struct award_decided *it)
{
	it->situation.stand.decided_on = date_of(2018, 4, 20);
}

static void break_award_3(struct award_decided *it)
{
	it->send_on = date_of(2018, 4, 19);
}

static void break_award_4(struct award_decided *it)
{
	it->situation.judging.is_declared = false;
}

static void break_award_5(struct award_decided *it)
{
	it->situation.judging.has_interest = true;
}

static void award_rules_hold(void **state)
{
	static void (*const broken[])(struct award_decided *) = {
		break_award_0, break_award_1, break_award_2, break_award_3, break_award_4, break_award_5
	};

	(void)state;
	assert_int_equal(COUNT(broken), AWARD_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct award_decided it = good_award();

		assert_true(award_decision_rules[i].holds(&it));
		broken[i](&it);
		if (award_decision_rules[i].holds(&it))
			fail_msg("%s", award_decision_rules[i].code);
	}
}

/* --- sent --- */

static struct award_letter_sent good_sent(void)
{
	return (struct award_letter_sent){ .sent_on = date_of(2018, 4, 20),
		                           .situation = { .stand = { .is_known = true,
		                                                     .bids = 2,
		                                                     .criteria = 5,
		                                                     .agreed = 10,
		                                                     .today = date_of(2018, 4, 20) },
		                                          .is_written = true,
		                                          .dated = date_of(2018, 4, 20) } };
}

static void break_sent_0(struct award_letter_sent *it)
{
	it->situation.is_written = false;
}

static void break_sent_1(struct award_letter_sent *it)
{
	it->situation.is_sent = true;
}

static void break_sent_2(struct award_letter_sent *it)
{
	it->sent_on = date_of(2018, 4, 21);
}

static void break_sent_3(struct award_letter_sent *it)
{
	it->sent_on = date_of(2018, 4, 19);
}

static void sent_rules_hold(void **state)
{
	static void (*const broken[])(struct award_letter_sent *) = { break_sent_0, break_sent_1,
		                                                      break_sent_2, break_sent_3 };

	(void)state;
	assert_int_equal(COUNT(broken), AWARD_SENT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct award_letter_sent it = good_sent();

		assert_true(award_sent_rules[i].holds(&it));
		broken[i](&it);
		if (award_sent_rules[i].holds(&it))
			fail_msg("%s", award_sent_rules[i].code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(consensus_rules_hold),
		cmocka_unit_test(freeze_rules_hold),
		cmocka_unit_test(award_rules_hold),
		cmocka_unit_test(sent_rules_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
