/* SPDX-License-Identifier: EUPL-1.2 */
/* Each rule of judges, new rounds, signatures and publication holds for what is right, and not for one
 * example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "contract/assessment/signing.h"

/* --- relief --- */

static struct relief_asked good_relief(void)
{
	return (struct relief_asked){ .asked_on = date_of(2018, 4, 10),
		                      .situation = { .stand = { .is_known = true,
		                                                .bids = 2,
		                                                .criteria = 5,
		                                                .agreed = 10,
		                                                .today = date_of(2018, 4, 20),
		                                                .decided_on = date_of(2018, 4, 2),
		                                                .standstill_until = date_of(2018, 4, 19),
		                                                .unsealed = 1 },
		                                     .knows_bid = true } };
}

static void break_relief_0(struct relief_asked *it)
{
	it->situation.stand.is_known = false;
}

static void break_relief_1(struct relief_asked *it)
{
	it->situation.stand.decided_on = (struct date){ 0 };
}

static void break_relief_2(struct relief_asked *it)
{
	it->situation.knows_bid = false;
}

static void break_relief_3(struct relief_asked *it)
{
	it->asked_on = date_of(2018, 4, 21);
}

static void break_relief_4(struct relief_asked *it)
{
	it->asked_on = date_of(2018, 4, 1);
}

static void break_relief_5(struct relief_asked *it)
{
	it->situation.stand.withdrawn_on = date_of(2018, 4, 9);
}

static void relief_rules_hold(void **state)
{
	static void (*const broken[])(struct relief_asked *) = { break_relief_0, break_relief_1,
		                                                 break_relief_2, break_relief_3,
		                                                 break_relief_4, break_relief_5 };

	(void)state;
	assert_int_equal(COUNT(broken), RELIEF_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct relief_asked it = good_relief();

		assert_true(relief_rules[i].holds(&it));
		broken[i](&it);
		if (relief_rules[i].holds(&it))
			fail_msg("%s", relief_rules[i].code);
	}
}

/* --- ended --- */

static struct relief_ended good_ended(void)
{
	return (struct relief_ended){ .ended_on = date_of(2018, 4, 12),
		                      .situation = { .stand = { .is_known = true,
		                                                .bids = 2,
		                                                .criteria = 5,
		                                                .agreed = 10,
		                                                .today = date_of(2018, 4, 20),
		                                                .decided_on = date_of(2018, 4, 2),
		                                                .standstill_until = date_of(2018, 4, 19),
		                                                .unsealed = 1 },
		                                     .is_there = true,
		                                     .is_open = true,
		                                     .asked_on = date_of(2018, 4, 10) } };
}

static void break_ended_0(struct relief_ended *it)
{
	it->situation.is_open = false;
}

static void break_ended_1(struct relief_ended *it)
{
	it->ended_on = date_of(2018, 4, 21);
}

static void break_ended_2(struct relief_ended *it)
{
	it->ended_on = date_of(2018, 4, 9);
}

static void ended_rules_hold(void **state)
{
	static void (*const broken[])(struct relief_ended *) = { break_ended_0, break_ended_1,
		                                                 break_ended_2 };

	(void)state;
	assert_int_equal(COUNT(broken), RELIEF_ENDED_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct relief_ended it = good_ended();

		assert_true(relief_ended_rules[i].holds(&it));
		broken[i](&it);
		if (relief_ended_rules[i].holds(&it))
			fail_msg("%s", relief_ended_rules[i].code);
	}
}

/* --- anew --- */

static struct reassessment_ordered good_anew(void)
{
	return (struct reassessment_ordered){ .ground = "own",
		                              .situation = {
						      .stand = { .is_known = true,
		                                                 .bids = 2,
		                                                 .criteria = 5,
		                                                 .agreed = 10,
		                                                 .today = date_of(2018, 4, 20),
		                                                 .decided_on = date_of(2018, 4, 2),
		                                                 .standstill_until = date_of(2018, 4, 19),
		                                                 .unsealed = 1 },
						      .judging = { .is_declared = true } } };
}

static void break_anew_0(struct reassessment_ordered *it)
{
	it->situation.stand.is_known = false;
}

static void break_anew_1(struct reassessment_ordered *it)
{
	it->situation.stand.unsealed = 0;
}

static void break_anew_2(struct reassessment_ordered *it)
{
	it->situation.stand.signatures = 1;
}

static void break_anew_3(struct reassessment_ordered *it)
{
	it->situation.stand.reliefs = it->situation.stand.pending = 1;
}

static void break_anew_4(struct reassessment_ordered *it)
{
	it->ground = "court"; /* and no judge said so */
}

static void break_anew_5(struct reassessment_ordered *it)
{
	it->situation.judging.is_declared = false;
}

static void break_anew_6(struct reassessment_ordered *it)
{
	it->situation.judging.has_interest = true;
}

static void anew_rules_hold(void **state)
{
	static void (*const broken[])(
		struct reassessment_ordered *) = { break_anew_0, break_anew_1, break_anew_2, break_anew_3,
		                                   break_anew_4, break_anew_5, break_anew_6 };

	(void)state;
	assert_int_equal(COUNT(broken), REASSESSMENT_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct reassessment_ordered it = good_anew();

		assert_true(reassessment_rules[i].holds(&it));
		broken[i](&it);
		if (reassessment_rules[i].holds(&it))
			fail_msg("%s", reassessment_rules[i].code);
	}
}

/* --- withdrawn --- */

static struct award_withdrawn good_withdrawn(void)
{
	return (struct award_withdrawn){
		.withdrawn_on = date_of(2018, 4, 12),
		.situation = { .stand = { .is_known = true,
		                          .today = date_of(2018, 4, 20),
		                          .decided_on = date_of(2018, 4, 2) },
		               .judging = { .is_declared = true } },
	};
}

static void break_withdrawn_0(struct award_withdrawn *it)
{
	it->situation.stand.is_known = false;
}

static void break_withdrawn_1(struct award_withdrawn *it)
{
	it->situation.stand.decided_on = (struct date){ 0 };
}

static void break_withdrawn_2(struct award_withdrawn *it)
{
	it->situation.stand.signatures = 1;
}

static void break_withdrawn_3(struct award_withdrawn *it)
{
	it->situation.stand.withdrawn_on = date_of(2018, 4, 11);
}

static void break_withdrawn_4(struct award_withdrawn *it)
{
	it->situation.stand.pending = 1;
}

static void break_withdrawn_5(struct award_withdrawn *it)
{
	it->withdrawn_on = date_of(2018, 4, 1);
}

static void break_withdrawn_6(struct award_withdrawn *it)
{
	it->situation.judging.is_declared = false;
}

static void break_withdrawn_7(struct award_withdrawn *it)
{
	it->situation.judging.has_interest = true;
}

static void withdrawn_rules_hold(void **state)
{
	static void (*const broken[])(struct award_withdrawn *) = { break_withdrawn_0, break_withdrawn_1,
		                                                    break_withdrawn_2, break_withdrawn_3,
		                                                    break_withdrawn_4, break_withdrawn_5,
		                                                    break_withdrawn_6, break_withdrawn_7 };

	(void)state;
	assert_int_equal(COUNT(broken), AWARD_WITHDRAWN_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct award_withdrawn it = good_withdrawn();

		assert_true(award_withdrawn_rules[i].holds(&it));
		broken[i](&it);
		if (award_withdrawn_rules[i].holds(&it))
			fail_msg("%s", award_withdrawn_rules[i].code);
	}
}

/* --- signed --- */

static struct agreement_signed good_signed(void)
{
	return (struct agreement_signed){ .signed_on = date_of(2018, 4, 20),
		                          .situation = { .stand = { .is_known = true,
		                                                    .bids = 2,
		                                                    .criteria = 5,
		                                                    .agreed = 10,
		                                                    .today = date_of(2018, 4, 20),
		                                                    .decided_on = date_of(2018, 4, 2),
		                                                    .standstill_until = date_of(2018, 4, 19),
		                                                    .unsealed = 1 },
		                                         .has_won = true } };
}

static void break_signed_0(struct agreement_signed *it)
{
	it->situation.stand.is_known = false;
}

static void break_signed_1(struct agreement_signed *it)
{
	it->situation.has_won = false;
}

static void break_signed_2(struct agreement_signed *it)
{
	it->situation.stand.standstill_until = (struct date){ 0 };
}

static void break_signed_3(struct agreement_signed *it)
{
	it->signed_on = date_of(2018, 4, 19); /* its last day */
}

static void break_signed_4(struct agreement_signed *it)
{
	it->situation.stand.reliefs = it->situation.stand.pending = 1;
}

static void break_signed_5(struct agreement_signed *it)
{
	it->situation.is_signed = true;
}

static void break_signed_6(struct agreement_signed *it)
{
	it->signed_on = date_of(2018, 4, 21);
}

static void break_signed_7(struct agreement_signed *it)
{
	it->situation.lacks_party = true;
}

static void break_signed_8(struct agreement_signed *it)
{
	it->situation.is_unknown_party = true;
}

static void break_signed_9(struct agreement_signed *it)
{
	it->situation.is_taken = true;
}

static void break_signed_10(struct agreement_signed *it)
{
	it->situation.stand.withdrawn_on = date_of(2018, 4, 19);
}

static void signed_rules_hold(void **state)
{
	static void (*const broken[])(
		struct agreement_signed *) = { break_signed_0, break_signed_1, break_signed_2, break_signed_3,
		                               break_signed_4, break_signed_5, break_signed_6, break_signed_7,
		                               break_signed_8, break_signed_9, break_signed_10 };

	(void)state;
	assert_int_equal(COUNT(broken), SIGNING_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct agreement_signed it = good_signed();

		assert_true(signing_rules[i].holds(&it));
		broken[i](&it);
		if (signing_rules[i].holds(&it))
			fail_msg("%s", signing_rules[i].code);
	}
}

/* --- published --- */

static struct award_published good_published(void)
{
	return (struct award_published){ .published_on = date_of(2018, 4, 20),
		                         .situation = { .stand = { .is_known = true,
		                                                   .bids = 2,
		                                                   .criteria = 5,
		                                                   .agreed = 10,
		                                                   .today = date_of(2018, 4, 20),
		                                                   .decided_on = date_of(2018, 4, 2),
		                                                   .standstill_until = date_of(2018, 4, 19),
		                                                   .unsealed = 1,
		                                                   .signatures = 1 } } };
}

static void break_published_0(struct award_published *it)
{
	it->situation.stand.is_known = false;
}

static void break_published_1(struct award_published *it)
{
	it->situation.stand.signatures = 0;
}

static void break_published_2(struct award_published *it)
{
	it->situation.stand.published_on = date_of(2018, 4, 20);
}

static void break_published_3(struct award_published *it)
{
	it->published_on = date_of(2018, 4, 21);
}

static void published_rules_hold(void **state)
{
	static void (*const broken[])(struct award_published *) = { break_published_0, break_published_1,
		                                                    break_published_2, break_published_3 };

	(void)state;
	assert_int_equal(COUNT(broken), AWARD_PUBLICATION_RULES_COUNT);
	for (size_t i = 0; i < COUNT(broken); i++) {
		struct award_published it = good_published();

		assert_true(award_publication_rules[i].holds(&it));
		broken[i](&it);
		if (award_publication_rules[i].holds(&it))
			fail_msg("%s", award_publication_rules[i].code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(relief_rules_hold),    cmocka_unit_test(ended_rules_hold),
		cmocka_unit_test(anew_rules_hold),      cmocka_unit_test(signed_rules_hold),
		cmocka_unit_test(published_rules_hold), cmocka_unit_test(withdrawn_rules_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
