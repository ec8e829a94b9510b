/* SPDX-License-Identifier: EUPL-1.2 */
/* The steps of an investigation: each rule with an example that breaks it and no other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice/investigation/help.h"
#include "practice/investigation/household.h"
#include "practice/investigation/partner.h"
#include "practice/investigation/topic.h"

#define STEP                                                                                                 \
	{                                                                                                    \
		.today = date_of(2023, 5, 15), .received_on = date_of(2023, 5, 1), .is_known_report = true   \
	}

/* Whether the item holds all rules but the one that is broken; COUNT: it holds all. */
static void assert_breaks(const struct journal_rule *rules, size_t count, size_t broken, const void *item)
{
	for (size_t n = 0; n < count; n++)
		assert_int_equal(rules[n].holds(item), n != broken);
}

/* --- a topic opened --- */

static struct topic_opened good_opened(void)
{
	return (struct topic_opened){ .report = 2,
		                      .topic = "a",
		                      .life_domain = "household",
		                      .need = "Het gaat om het huishouden.",
		                      .opened_on = date_of(2023, 5, 8),
		                      .step = STEP };
}

static void opened_of_unknown(struct topic_opened *opened)
{
	opened->step.is_known_report = false;
}

static void opened_too_late(struct topic_opened *opened)
{
	opened->step.is_concluded = true;
}

static void opened_before_the_report(struct topic_opened *opened)
{
	opened->opened_on = date_of(2023, 4, 30);
}

static void opened_twice(struct topic_opened *opened)
{
	opened->is_open = true;
}

static void opened_domain_elsewhere(struct topic_opened *opened)
{
	opened->topic = "c";
}

static void opened_with_copied_need(struct topic_opened *opened)
{
	opened->is_need_copied = true;
}

static void (*const opened_breaks[])(struct topic_opened *) = {
	opened_of_unknown, opened_too_late,         opened_before_the_report,
	opened_twice,      opened_domain_elsewhere, opened_with_copied_need,
};

static void test_opening_a_topic(void **state)
{
	struct topic_opened opened = good_opened();

	(void)state;
	assert_int_equal(COUNT(opened_breaks), TOPIC_OPENED_RULES_COUNT);
	assert_breaks(topic_opened_rules, TOPIC_OPENED_RULES_COUNT, TOPIC_OPENED_RULES_COUNT, &opened);
	for (size_t i = 0; i < COUNT(opened_breaks); i++) {
		opened = good_opened();
		opened_breaks[i](&opened);
		assert_breaks(topic_opened_rules, TOPIC_OPENED_RULES_COUNT, i, &opened);
	}
}

/* What a topic's form cannot do without: why it is needed. */
static void test_a_topic_without_a_need_is_refused(void **state)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct findings findings = findings_new(arena, "nl");
	struct topic_opened opened = good_opened();

	(void)state;
	opened.need = NULL;
	record_check_required(&topic_opened_record, &opened, "", &findings);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.items[0].field, "need");
}

/* --- a topic examined --- */

static struct topic_examined good_examined(void)
{
	return (struct topic_examined){ .report = 2,
		                        .topic = "a",
		                        .found = "Zwaar werk lukt niet.",
		                        .examined_on = date_of(2023, 5, 15),
		                        .is_open = true,
		                        .step = STEP };
}

static void examined_of_unknown(struct topic_examined *examined)
{
	examined->step.is_known_report = false;
}

static void examined_too_late(struct topic_examined *examined)
{
	examined->step.is_concluded = true;
}

static void examined_tomorrow(struct topic_examined *examined)
{
	examined->examined_on = date_of(2023, 5, 16);
}

static void examined_while_closed(struct topic_examined *examined)
{
	examined->is_open = false;
}

static void (*const examined_breaks[])(struct topic_examined *) = {
	examined_of_unknown,
	examined_too_late,
	examined_tomorrow,
	examined_while_closed,
};

static void test_examining_a_topic(void **state)
{
	struct topic_examined examined = good_examined();

	(void)state;
	assert_int_equal(COUNT(examined_breaks), TOPIC_EXAMINED_RULES_COUNT);
	assert_breaks(topic_examined_rules, TOPIC_EXAMINED_RULES_COUNT, TOPIC_EXAMINED_RULES_COUNT,
	              &examined);
	for (size_t i = 0; i < COUNT(examined_breaks); i++) {
		examined = good_examined();
		examined_breaks[i](&examined);
		assert_breaks(topic_examined_rules, TOPIC_EXAMINED_RULES_COUNT, i, &examined);
	}
}

/* --- a housemate --- */

static struct housemate good_housemate(void)
{
	return (struct housemate){ .person = 2,
		                   .recorded_on = date_of(2023, 5, 15),
		                   .relation = "partner",
		                   .age_band = "23+",
		                   .client = 3,
		                   .helps = "partly",
		                   .what = "Licht werk.",
		                   .why_not = "Kan niet bukken.",
		                   .situation = { .today = date_of(2023, 5, 15),
		                                  .is_known_person = true,
		                                  .is_known_client = true,
		                                  .is_same_address = true } };
}

static void housemate_of_nobody(struct housemate *housemate)
{
	housemate->situation.is_known_person = false;
}

static void housemate_tomorrow(struct housemate *housemate)
{
	housemate->recorded_on = date_of(2023, 5, 16);
}

static void housemate_of_oneself(struct housemate *housemate)
{
	housemate->client = 2;
}

static void housemate_elsewhere(struct housemate *housemate)
{
	housemate->situation.is_same_address = false;
}

static void housemate_without_what(struct housemate *housemate)
{
	housemate->what = NULL;
}

static void housemate_without_why_not(struct housemate *housemate)
{
	housemate->why_not = "";
}

static void (*const housemate_breaks[])(struct housemate *) = {
	housemate_of_nobody, housemate_tomorrow,     housemate_of_oneself,
	housemate_elsewhere, housemate_without_what, housemate_without_why_not,
};

static void test_a_housemate(void **state)
{
	struct housemate housemate = good_housemate();

	(void)state;
	assert_int_equal(COUNT(housemate_breaks), HOUSEMATE_RULES_COUNT);
	assert_breaks(housemate_rules, HOUSEMATE_RULES_COUNT, HOUSEMATE_RULES_COUNT, &housemate);
	for (size_t i = 0; i < COUNT(housemate_breaks); i++) {
		housemate = good_housemate();
		housemate_breaks[i](&housemate);
		assert_breaks(housemate_rules, HOUSEMATE_RULES_COUNT, i, &housemate);
	}
}

/* --- help from around --- */

static struct help_found good_help(void)
{
	return (struct help_found){ .report = 2,
		                    .source = "network",
		                    .who = "dochter",
		                    .what = "de was",
		                    .how_often = "elke zondag",
		                    .capacity = "Het lukt mij zolang ik niet fulltime werk.",
		                    .found_on = date_of(2023, 5, 8),
		                    .review_on = date_of(2023, 11, 8),
		                    .step = STEP };
}

static void help_of_unknown(struct help_found *help)
{
	help->step.is_known_report = false;
}

static void help_before_the_report(struct help_found *help)
{
	help->found_on = date_of(2023, 4, 30);
}

static void help_without_the_carer(struct help_found *help)
{
	help->capacity = NULL;
}

static void help_never_looked_at(struct help_found *help)
{
	help->review_on = help->found_on;
}

static void (*const help_breaks[])(struct help_found *) = {
	help_of_unknown,
	help_before_the_report,
	help_without_the_carer,
	help_never_looked_at,
};

static void test_help_that_was_found(void **state)
{
	struct help_found help = good_help();

	(void)state;
	assert_int_equal(COUNT(help_breaks), HELP_FOUND_RULES_COUNT);
	assert_breaks(help_found_rules, HELP_FOUND_RULES_COUNT, HELP_FOUND_RULES_COUNT, &help);
	for (size_t i = 0; i < COUNT(help_breaks); i++) {
		help = good_help();
		help_breaks[i](&help);
		assert_breaks(help_found_rules, HELP_FOUND_RULES_COUNT, i, &help);
	}
	help = good_help();
	help.source = "volunteers"; /* an organisation is not asked whether it can carry on */
	help.capacity = NULL;
	assert_breaks(help_found_rules, HELP_FOUND_RULES_COUNT, HELP_FOUND_RULES_COUNT, &help);
}

static struct help_reviewed good_review(void)
{
	return (struct help_reviewed){ .help = 5,
		                       .reviewed_on = date_of(2023, 5, 15),
		                       .holds = "partly",
		                       .words = "Om de week.",
		                       .review_on = date_of(2023, 8, 15),
		                       .today = date_of(2023, 5, 15),
		                       .found_on = date_of(2023, 5, 8),
		                       .is_known_help = true };
}

static void review_of_nothing(struct help_reviewed *reviewed)
{
	reviewed->is_known_help = false;
}

static void review_before_it_began(struct help_reviewed *reviewed)
{
	reviewed->reviewed_on = date_of(2023, 5, 7);
}

static void review_never_again(struct help_reviewed *reviewed)
{
	reviewed->review_on.day = 0;
}

static void (*const reviewed_breaks[])(struct help_reviewed *) = { review_of_nothing, review_before_it_began,
	                                                           review_never_again };

static void test_looking_again(void **state)
{
	struct help_reviewed reviewed = good_review();

	(void)state;
	assert_int_equal(COUNT(reviewed_breaks), HELP_REVIEWED_RULES_COUNT);
	assert_breaks(help_reviewed_rules, HELP_REVIEWED_RULES_COUNT, HELP_REVIEWED_RULES_COUNT, &reviewed);
	for (size_t i = 0; i < COUNT(reviewed_breaks); i++) {
		reviewed = good_review();
		reviewed_breaks[i](&reviewed);
		assert_breaks(help_reviewed_rules, HELP_REVIEWED_RULES_COUNT, i, &reviewed);
	}
	reviewed = good_review();
	reviewed.holds = "no";
	reviewed.review_on.day = 0;
	assert_breaks(help_reviewed_rules, HELP_REVIEWED_RULES_COUNT, HELP_REVIEWED_RULES_COUNT, &reviewed);
}

/* --- partners and remarks --- */

static struct partner_consulted good_partner(void)
{
	return (struct partner_consulted){ .report = 2,
		                           .partner = "debt_help",
		                           .why = "De huur is niet betaald.",
		                           .consulted_on = date_of(2023, 5, 10),
		                           .consent = "given",
		                           .consent_by = "de inwoner",
		                           .consent_how = "met een handtekening",
		                           .consent_on = date_of(2023, 5, 9),
		                           .step = STEP };
}

static void partner_of_unknown(struct partner_consulted *consulted)
{
	consulted->step.is_known_report = false;
}

static void partner_tomorrow(struct partner_consulted *consulted)
{
	consulted->consulted_on = date_of(2023, 5, 16);
}

static void partner_without_consent(struct partner_consulted *consulted)
{
	consulted->consent = "nothing_shared";
}

static void partner_before_consent(struct partner_consulted *consulted)
{
	consulted->consent_on = date_of(2023, 5, 11);
}

static void partner_after_taking_back(struct partner_consulted *consulted)
{
	consulted->taken_back_of = date_of(2023, 5, 9);
	consulted->taken_back_on = date_of(2023, 5, 10);
}

static void (*const partner_breaks[])(struct partner_consulted *) = {
	partner_of_unknown,     partner_tomorrow,          partner_without_consent,
	partner_before_consent, partner_after_taking_back,
};

static void test_consulting_a_partner(void **state)
{
	struct partner_consulted consulted = good_partner();

	(void)state;
	assert_int_equal(COUNT(partner_breaks), PARTNER_RULES_COUNT);
	assert_breaks(partner_rules, PARTNER_RULES_COUNT, PARTNER_RULES_COUNT, &consulted);
	for (size_t i = 0; i < COUNT(partner_breaks); i++) {
		consulted = good_partner();
		partner_breaks[i](&consulted);
		assert_breaks(partner_rules, PARTNER_RULES_COUNT, i, &consulted);
	}
	/* asked before it was taken back, or with a newer consent */
	consulted = good_partner();
	partner_after_taking_back(&consulted);
	consulted.taken_back_on = date_of(2023, 5, 11);
	assert_breaks(partner_rules, PARTNER_RULES_COUNT, PARTNER_RULES_COUNT, &consulted);
	partner_after_taking_back(&consulted);
	consulted.consent_on = date_of(2023, 5, 10);
	assert_breaks(partner_rules, PARTNER_RULES_COUNT, PARTNER_RULES_COUNT, &consulted);
	consulted = good_partner();
	consulted.partner = "welfare";
	consulted.consent = "nothing_shared";
	assert_breaks(partner_rules, PARTNER_RULES_COUNT, PARTNER_RULES_COUNT, &consulted);
}

static struct remarks_received good_remarks(void)
{
	struct remarks_received remarks = { .report = 2,
		                            .received_on = date_of(2023, 5, 12),
		                            .remarks = "Ik kan ook niet strijken.",
		                            .step = STEP };

	remarks.step.is_concluded = true;
	return remarks;
}

static void remarks_on_unknown(struct remarks_received *remarks)
{
	remarks->step.is_known_report = false;
}

static void remarks_too_early(struct remarks_received *remarks)
{
	remarks->step.is_concluded = false;
}

static void remarks_tomorrow(struct remarks_received *remarks)
{
	remarks->received_on = date_of(2023, 5, 16);
}

static void (*const remarks_breaks[])(struct remarks_received *) = { remarks_on_unknown, remarks_too_early,
	                                                             remarks_tomorrow };

static void test_remarks_on_the_report(void **state)
{
	struct remarks_received remarks = good_remarks();

	(void)state;
	assert_int_equal(COUNT(remarks_breaks), REMARKS_RULES_COUNT);
	assert_breaks(remarks_rules, REMARKS_RULES_COUNT, REMARKS_RULES_COUNT, &remarks);
	for (size_t i = 0; i < COUNT(remarks_breaks); i++) {
		remarks = good_remarks();
		remarks_breaks[i](&remarks);
		assert_breaks(remarks_rules, REMARKS_RULES_COUNT, i, &remarks);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_opening_a_topic),
		cmocka_unit_test(test_a_topic_without_a_need_is_refused),
		cmocka_unit_test(test_examining_a_topic),
		cmocka_unit_test(test_a_housemate),
		cmocka_unit_test(test_help_that_was_found),
		cmocka_unit_test(test_looking_again),
		cmocka_unit_test(test_consulting_a_partner),
		cmocka_unit_test(test_remarks_on_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
