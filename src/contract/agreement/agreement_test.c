/* SPDX-License-Identifier: EUPL-1.2 */
/* Each rule has its example: what breaks it, and nothing else. */
#include "contract/agreement/agreement.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* For each example: the rule that it breaks is the one at its place. */
#define EACH_BREAKS_ONE(rules_, good_, breaks_)                                                              \
	for (size_t i = 0; i < COUNT(breaks_); i++) {                                                        \
		__typeof__((good_)()) good = (good_)(), broken = (good_)();                                  \
                                                                                                             \
		(breaks_)[i](&broken);                                                                       \
		for (size_t n = 0; n < COUNT(breaks_); n++) {                                                \
			assert_true((rules_)[n].holds(&good));                                               \
			assert_int_equal((rules_)[n].holds(&broken), n != i);                                \
		}                                                                                            \
	}

/* --- an extension --- */

static struct agreement_extended good_extension(void)
{
	return (struct agreement_extended){
		.decided_on = date_of(2020, 6, 1),
		.situation = { .is_known = true,
		               .has_option = true,
		               .is_unused = true,
		               .ends_on = date_of(2021, 1, 1),
		               .today = date_of(2020, 6, 1) },
	};
}

static void of_unknown_agreement(struct agreement_extended *extended)
{
	extended->situation.is_known = extended->situation.has_option = extended->situation.is_unused = false;
}

static void without_option(struct agreement_extended *extended)
{
	extended->situation.has_option = extended->situation.is_unused = false;
}

static void for_the_second_time(struct agreement_extended *extended)
{
	extended->situation.is_unused = false;
}

static void on_the_last_day_after(struct agreement_extended *extended)
{
	extended->decided_on = extended->situation.today = date_of(2021, 1, 1);
}

static void decided_tomorrow(struct agreement_extended *extended)
{
	extended->decided_on = date_of(2020, 6, 2);
}

static void (*const extension_breaks[])(struct agreement_extended *) = {
	of_unknown_agreement, without_option, for_the_second_time, on_the_last_day_after, decided_tomorrow,
};

static void each_extension_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(extension_breaks), EXTENSION_RULES_COUNT);
	EACH_BREAKS_ONE(extension_rules, good_extension, extension_breaks);
}

/* --- a new party --- */

static struct party_admitted good_admission(void)
{
	return (struct party_admitted){
		.ground = "succession",
		.agb = "99000999",
		.situation = { .is_known = true,
		               .is_free_name = true,
		               .is_free_agb = true,
		               .follows_works = true,
		               .is_running = true },
	};
}

static void to_unknown_agreement(struct party_admitted *admitted)
{
	admitted->situation.is_known = false;
}

static void new_while_closed(struct party_admitted *admitted)
{
	admitted->ground = "new";
}

static void following_nobody(struct party_admitted *admitted)
{
	admitted->situation.follows_works = false;
}

static void following_a_combination(struct party_admitted *admitted)
{
	admitted->situation.follows_combination = true;
}

static void with_a_name_that_is_taken(struct party_admitted *admitted)
{
	admitted->situation.is_free_name = false;
}

static void with_half_a_code(struct party_admitted *admitted)
{
	admitted->agb = "9900";
}

static void after_the_end(struct party_admitted *admitted)
{
	admitted->situation.is_running = false;
}

static void (*const admission_breaks[])(struct party_admitted *) = {
	to_unknown_agreement,      new_while_closed, following_nobody, following_a_combination,
	with_a_name_that_is_taken, with_half_a_code, after_the_end,
};

static void each_admission_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(admission_breaks), ADMISSION_RULES_COUNT);
	EACH_BREAKS_ONE(admission_rules, good_admission, admission_breaks);
}

static void who_is_new_may_come_where_it_is_open(void **state)
{
	struct party_admitted admitted = good_admission();

	(void)state;
	admitted.ground = "new";
	admitted.situation.follows_works = false;
	admitted.situation.is_open = true;
	for (size_t n = 0; n < ADMISSION_RULES_COUNT; n++)
		assert_true(admission_rules[n].holds(&admitted));
}

/* --- a merger or takeover --- */

static struct party_succeeded good_succession(void)
{
	return (struct party_succeeded){ .party = "een",
		                         .by = "twee",
		                         .situation = { .party_works = true, .by_works = true } };
}

static void of_a_stranger(struct party_succeeded *succeeded)
{
	succeeded->situation.party_works = false;
}

static void by_a_stranger(struct party_succeeded *succeeded)
{
	succeeded->situation.by_works = false;
}

static void by_itself(struct party_succeeded *succeeded)
{
	succeeded->by = "een";
}

static void of_a_combination(struct party_succeeded *succeeded)
{
	succeeded->situation.has_combination = true;
}

static void (*const succession_breaks[])(struct party_succeeded *) = {
	of_a_stranger,
	by_a_stranger,
	by_itself,
	of_a_combination,
};

static void each_succession_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(succession_breaks), SUCCESSION_RULES_COUNT);
	EACH_BREAKS_ONE(succession_rules, good_succession, succession_breaks);
}

/* --- a subcontractor --- */

static struct subcontractor_contracted good_contract(void)
{
	return (struct subcontractor_contracted){
		.label = "Onder",
		.agb = "99000999",
		.situation = { .under_works = true,
		               .is_named = true,
		               .is_free_agb = true,
		               .knows_products = true,
		               .is_covered = true },
	};
}

static void under_a_stranger(struct subcontractor_contracted *contracted)
{
	contracted->situation.under_works = false;
}

static void named_twice(struct subcontractor_contracted *contracted)
{
	contracted->situation.is_named = false;
}

static void with_the_code_of_another(struct subcontractor_contracted *contracted)
{
	contracted->situation.is_free_agb = false;
}

static void for_an_unknown_product(struct subcontractor_contracted *contracted)
{
	contracted->situation.knows_products = false;
}

static void where_nobody_is_liable(struct subcontractor_contracted *contracted)
{
	contracted->situation.is_covered = false;
}

static void in_a_circle(struct subcontractor_contracted *contracted)
{
	contracted->situation.is_circle = true;
}

static void closed_without_a_reason(struct subcontractor_contracted *contracted)
{
	contracted->situation.needs_reason = true;
}

static void over_the_cap_without_a_reason(struct subcontractor_contracted *contracted)
{
	contracted->situation.is_over_cap = true;
}

static void for_another_organisation(struct subcontractor_contracted *contracted)
{
	contracted->situation.is_foreign = true;
}

static void (*const subcontract_breaks[])(struct subcontractor_contracted *) = {
	under_a_stranger,         named_twice, with_the_code_of_another, for_an_unknown_product,
	where_nobody_is_liable,   in_a_circle, closed_without_a_reason,  over_the_cap_without_a_reason,
	for_another_organisation,
};

static void each_subcontract_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(subcontract_breaks), SUBCONTRACT_RULES_COUNT);
	EACH_BREAKS_ONE(subcontract_rules, good_contract, subcontract_breaks);
}

/* --- within a combination --- */

static struct member_left good_leaving(void)
{
	return (struct member_left){ .situation = { .is_known = true, .is_member = true } };
}

static void an_unknown_combination(struct member_left *left)
{
	left->situation.is_known = false;
}

static void who_is_no_member(struct member_left *left)
{
	left->situation.is_member = false;
}

static void who_is_the_lead(struct member_left *left)
{
	left->situation.is_lead = true;
}

static void (*const member_breaks[])(struct member_left *) = {
	an_unknown_combination,
	who_is_no_member,
	who_is_the_lead,
};

static void each_member_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(member_breaks), MEMBER_RULES_COUNT);
	EACH_BREAKS_ONE(member_rules, good_leaving, member_breaks);
}

static struct area_allocated good_allocation(void)
{
	return (struct area_allocated){ .situation = { .is_known = true,
		                                       .is_member = true,
		                                       .knows_area = true,
		                                       .is_running = true,
		                                       .is_divided = true,
		                                       .may_divide = true } };
}

static void in_unknown_combination(struct area_allocated *allocated)
{
	allocated->situation.is_known = false;
}

static void to_no_member(struct area_allocated *allocated)
{
	allocated->situation.is_member = false;
}

static void of_unknown_area(struct area_allocated *allocated)
{
	allocated->situation.knows_area = false;
}

static void after_the_agreement(struct area_allocated *allocated)
{
	allocated->situation.is_running = false;
}

static void where_nothing_is_divided(struct area_allocated *allocated)
{
	allocated->situation.is_divided = false;
}

static void by_no_lead(struct area_allocated *allocated)
{
	allocated->situation.may_divide = false;
}

static void (*const allocation_breaks[])(struct area_allocated *) = {
	in_unknown_combination,   to_no_member, of_unknown_area, after_the_agreement,
	where_nothing_is_divided, by_no_lead,
};

static void each_allocation_rule_has_its_example(void **state)
{
	(void)state;
	assert_int_equal(COUNT(allocation_breaks), ALLOCATION_RULES_COUNT);
	EACH_BREAKS_ONE(allocation_rules, good_allocation, allocation_breaks);
}

/* --- contact persons --- */

static struct contact_named good_naming(void)
{
	return (struct contact_named){ .situation = { .has_corners = true, .works = true } };
}

static void for_a_stranger(struct contact_named *named)
{
	named->situation.works = false;
}

static void without_corners(struct contact_named *named)
{
	named->situation.has_corners = false;
}

static void (*const contact_breaks[])(struct contact_named *) = { for_a_stranger, without_corners };

static void each_contact_rule_has_its_example(void **state)
{
	const struct contact_left gone = { .situation = { .is_somebody = true } }, nobody = { 0 };

	(void)state;
	assert_int_equal(COUNT(contact_breaks), CONTACT_RULES_COUNT);
	EACH_BREAKS_ONE(contact_rules, good_naming, contact_breaks);
	assert_int_equal(1, CONTACT_LEFT_RULES_COUNT);
	assert_true(contact_left_rules[0].holds(&gone));
	assert_false(contact_left_rules[0].holds(&nobody));
}

static void label_becomes_a_name(void **state)
{
	struct arena *arena = arena_new(4096);

	(void)state;
	assert_string_equal(agreement_name_of("Thuiszorg Nieuw & Co. ", arena), "thuiszorg-nieuw-co");
	assert_string_equal(agreement_name_of("  De 3 Linden", arena), "de-3-linden");
	assert_string_equal(agreement_name_of(" -- ", arena), "");
	assert_string_equal(agreement_name_of(NULL, arena), "");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_extension_rule_has_its_example),
		cmocka_unit_test(each_admission_rule_has_its_example),
		cmocka_unit_test(who_is_new_may_come_where_it_is_open),
		cmocka_unit_test(each_succession_rule_has_its_example),
		cmocka_unit_test(each_subcontract_rule_has_its_example),
		cmocka_unit_test(each_member_rule_has_its_example),
		cmocka_unit_test(each_allocation_rule_has_its_example),
		cmocka_unit_test(each_contact_rule_has_its_example),
		cmocka_unit_test(label_becomes_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
