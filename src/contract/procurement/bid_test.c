/* SPDX-License-Identifier: EUPL-1.2 */
/* Every rule of bids, questions and keys has an example that breaks it alone. */
#include "contract/procurement/bid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "contract/procurement/draft.h"
#include "contract/procurement/opening.h"
#include "contract/procurement/question.h"

#define PUBLIC_KEY "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

/* Each rule holds for the good example; the i-th bad one breaks the i-th rule alone. */
static void break_each(const struct journal_rule *rules, size_t count, const void *good, const void *breaks,
                       size_t size)
{
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < count; n++) {
			assert_true(rules[n].holds(good));
			assert_int_equal(rules[n].holds((const char *)breaks + i * size), n != i);
		}
}

static void each_rule_of_beginning_has_its_example(void **state)
{
	const struct bid_begun good = { .situation = { true, true, true, false, true } };
	struct bid_begun breaks[] = { good, good, good, good, good };

	(void)state;
	breaks[0].situation.has_party = false;
	breaks[1].situation.has_lot = false;
	breaks[2].situation.is_open = false;
	breaks[3].situation.is_closed = true;
	breaks[4].situation.is_free = false;
	assert_int_equal(COUNT(breaks), BID_BEGUN_RULES_COUNT);
	break_each(bid_begun_rules, COUNT(breaks), &good, breaks, sizeof(good));
}

static void each_rule_of_naming_has_its_example(void **state)
{
	struct bid_named others[] = { { "b", "member", "x" }, { "c", "subcontractor", "y" } };
	struct bid_named self[] = { { "a", "member", "x" } };
	struct bid_named twice[] = { { "b", "member", "x" }, { "b", "subcontractor", "y" } };
	const struct bid_partners_named good = { 1, { others, COUNT(others) }, "a", { true, true, true } };
	struct bid_partners_named breaks[] = { good, good, good, good };

	(void)state;
	breaks[0].standing.is_mine = false;
	breaks[1].standing.is_open = false;
	breaks[2].partners = (struct records){ self, COUNT(self) };
	breaks[3].partners = (struct records){ twice, COUNT(twice) };
	assert_int_equal(COUNT(breaks), BID_PARTNERS_NAMED_RULES_COUNT);
	break_each(bid_partners_named_rules, COUNT(breaks), &good, breaks, sizeof(good));
}

static void each_rule_of_declaring_has_its_example(void **state)
{
	const struct bid_part_declared good = { 1, true, "b", { true, true, true } };
	struct bid_part_declared breaks[] = { good, good, good, good };

	(void)state;
	breaks[0].situation.is_named = false;
	breaks[1].situation.is_open = false;
	breaks[2].situation.is_free = false;
	breaks[3].agrees = false;
	assert_int_equal(COUNT(breaks), BID_PART_DECLARED_RULES_COUNT);
	break_each(bid_part_declared_rules, COUNT(breaks), &good, breaks, sizeof(good));
}

static void each_rule_of_submitting_has_its_example(void **state)
{
	const struct bid_submitted good = {
		.bid = 1,
		.agrees = true,
		.situation = { .standing = { true, true, true },
		               .has_keys = true,
		               .is_declared = true,
		               .is_complete = true,
		               .are_free = true },
	};
	struct bid_submitted breaks[] = { good, good, good, good, good };

	(void)state;
	breaks[0].situation.standing.is_begun = false;
	breaks[1].situation.has_keys = false;
	breaks[2].situation.is_declared = false;
	breaks[3].situation.are_free = false;
	breaks[4].agrees = false;
	assert_int_equal(COUNT(breaks), BID_SUBMITTED_RULES_COUNT);
	break_each(bid_submitted_rules, COUNT(breaks), &good, breaks, sizeof(good));
}

static void each_rule_of_withdrawing_has_its_example(void **state)
{
	const struct bid_withdrawn good = { 1, { true, true, true } };
	struct bid_withdrawn breaks[] = { good, good };

	(void)state;
	breaks[0].situation.is_there = false;
	breaks[1].situation.is_open = false;
	assert_int_equal(COUNT(breaks), BID_WITHDRAWN_RULES_COUNT);
	break_each(bid_withdrawn_rules, COUNT(breaks), &good, breaks, sizeof(good));
}

static void each_rule_of_keys_has_its_example(void **state)
{
	const struct vault_key_held held = { "t", PUBLIC_KEY, 1, { true, true, true } };
	struct vault_key_held held_breaks[] = { held, held, held, held };
	const struct vault_key_turned turned = { .situation = { true, true, true, true, NULL, 0 } };
	struct vault_key_turned turned_breaks[] = { turned, turned, turned, turned };

	(void)state;
	held_breaks[0].situation.is_holder = false;
	held_breaks[1].situation.has_none = false;
	held_breaks[2].situation.is_open = false;
	held_breaks[3].public_key = "00";
	assert_int_equal(COUNT(held_breaks), VAULT_KEY_HELD_RULES_COUNT);
	break_each(vault_key_held_rules, COUNT(held_breaks), &held, held_breaks, sizeof(held));
	turned_breaks[0].situation.is_holder = false;
	turned_breaks[1].situation.is_over = false;
	turned_breaks[2].situation.is_closed = false;
	turned_breaks[3].situation.is_first_time = false;
	assert_int_equal(COUNT(turned_breaks), VAULT_KEY_TURNED_RULES_COUNT);
	break_each(vault_key_turned_rules, COUNT(turned_breaks), &turned, turned_breaks, sizeof(turned));
}

static void each_rule_of_questions_has_its_example(void **state)
{
	const struct tender_question_asked asked = { .situation = { true, true, true, false } };
	struct tender_question_asked asked_breaks[] = { asked, asked, asked, asked, asked, asked };
	const struct tender_question_answered answered = { .situation = { true, true, true, false } };
	struct tender_question_answered answered_breaks[] = { answered, answered, answered,
		                                              answered, answered, answered };

	(void)state;
	asked_breaks[0].situation.has_party = false;
	asked_breaks[1].situation.has_tender = false;
	asked_breaks[2].situation.is_open = false;
	asked_breaks[3].situation.names_itself = true;
	asked_breaks[4].situation.names_account = true;
	asked_breaks[5].situation.has_contact = true;
	assert_int_equal(COUNT(asked_breaks), TENDER_QUESTION_ASKED_RULES_COUNT);
	break_each(tender_question_asked_rules, COUNT(asked_breaks), &asked, asked_breaks, sizeof(asked));
	answered_breaks[0].situation.is_there = false;
	answered_breaks[1].situation.is_due = false;
	answered_breaks[2].situation.is_open = false;
	answered_breaks[3].situation.names_who_asked = true;
	answered_breaks[4].situation.names_account = true;
	answered_breaks[5].situation.has_contact = true;
	assert_int_equal(COUNT(answered_breaks), TENDER_QUESTION_ANSWERED_RULES_COUNT);
	break_each(tender_question_answered_rules, COUNT(answered_breaks), &answered, answered_breaks,
	           sizeof(answered));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_beginning_has_its_example),
		cmocka_unit_test(each_rule_of_naming_has_its_example),
		cmocka_unit_test(each_rule_of_declaring_has_its_example),
		cmocka_unit_test(each_rule_of_submitting_has_its_example),
		cmocka_unit_test(each_rule_of_withdrawing_has_its_example),
		cmocka_unit_test(each_rule_of_keys_has_its_example),
		cmocka_unit_test(each_rule_of_questions_has_its_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
