/* SPDX-License-Identifier: EUPL-1.2 */
/* Each rule of a programme has its example: it breaks that rule and no other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "policy/programme/begin.h"
#include "policy/programme/choose.h"
#include "policy/programme/endorse.h"
#include "policy/programme/finish.h"
#include "policy/programme/need.h"
#include "policy/programme/talk.h"

static const struct programme_item known = {
	.programme = "hulp-2018",
	.group = "Participatieraad",
	.today = { .day = 17000 },
	.now = { .is_known = true,
	         .vision = 1,
	         .content = 2,
	         .group_count = 3,
	         .has_endorsed = 3,
	         .testers = 3 },
};
static const struct programme_item unknown = { .programme = "weg", .group = "" };

/* Fails unless the example at each place breaks the rule at that place alone; examples lie size apart. */
static void each_breaks_its_own(const struct journal_rule *rules, size_t count, const void *examples,
                                size_t size)
{
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < count; n++)
			if (rules[n].holds((const char *)examples + i * size) != (i != n))
				fail_msg("example %zu and the rule %s", i, rules[n].code);
}

static void none_breaks(const struct journal_rule *rules, size_t count, const void *good)
{
	for (size_t i = 0; i < count; i++)
		if (!rules[i].holds(good))
			fail_msg("what is right breaks the rule %s", rules[i].code);
}

/* ZWO-67, ZWO-80: who makes the content sits at the table from the beginning, and talks go before. */
static void each_rule_of_a_beginning_has_its_example(void **state)
{
	struct programme_begun good = {
		.of = { .programme = "hulp-2018", .today = { .day = 17000 }, .group = "" },
		.talks_since = { .day = 16000 },
		.situation = { .has_all_sorts = true },
	};
	struct programme_begun broken[] = { good, good, good, good, good, good, good, good };

	(void)state;
	broken[0].of.programme = "";
	broken[1].of.now.is_known = true;
	broken[2].situation.has_all_sorts = false;
	broken[3].situation.is_double = true;
	broken[4].talks_since.day = 17001;
	broken[5].scheme = "zwole";
	broken[6].situation.has_come = true;
	broken[7].scheme = "zwolle";
	broken[7].situation.has_scheme = true;
	broken[7].scheme_to_come = "straks";
	assert_int_equal(COUNT(broken), PROGRAMME_BEGUN_RULES_COUNT);
	none_breaks(programme_begun_rules, COUNT(broken), &good);
	each_breaks_its_own(programme_begun_rules, COUNT(broken), broken, sizeof(good));
}

static void each_rule_of_another_speaker_has_its_example(void **state)
{
	struct speaker_replaced good = {
		.of = known,
		.situation = { .is_group = true, .is_of_sort = true, .is_another = true, .is_free = true },
	};
	struct speaker_replaced broken[] = { good, good, good, good, good };

	(void)state;
	broken[0].of = unknown;
	broken[1].situation.is_group = false;
	broken[2].situation.is_of_sort = false;
	broken[3].situation.is_another = false;
	broken[4].situation.is_free = false;
	assert_int_equal(COUNT(broken), SPEAKER_REPLACED_RULES_COUNT);
	none_breaks(speaker_replaced_rules, COUNT(broken), &good);
	each_breaks_its_own(speaker_replaced_rules, COUNT(broken), broken, sizeof(good));
}

/* ZWO-35, ZWO-67: versions, and content that was made together. */
static void each_rule_of_writing_has_its_example(void **state)
{
	struct vision_written vision = { .of = known, .version = 1 };
	struct vision_written broken_vision[] = { vision, vision };
	struct content_written content = { .of = known,
		                           .version = 1,
		                           .with_providers = "Zes avonden.",
		                           .with_teams = "Elke maand.",
		                           .with_participation = "Twee leden." };
	struct content_written broken_content[] = { content, content, content };

	(void)state;
	broken_vision[0].of = unknown;
	broken_vision[1].version = 2;
	assert_int_equal(COUNT(broken_vision), VISION_WRITTEN_RULES_COUNT);
	none_breaks(vision_written_rules, COUNT(broken_vision), &vision);
	each_breaks_its_own(vision_written_rules, COUNT(broken_vision), broken_vision, sizeof(vision));
	broken_content[0].of = unknown;
	broken_content[1].version = 2;
	broken_content[2].with_participation = NULL;
	assert_int_equal(COUNT(broken_content), CONTENT_WRITTEN_RULES_COUNT);
	none_breaks(content_written_rules, COUNT(broken_content), &content);
	each_breaks_its_own(content_written_rules, COUNT(broken_content), broken_content, sizeof(content));
}

/* ZWO-72: content is tried out on cases. */
static void each_rule_of_trying_out_has_its_example(void **state)
{
	struct content_tested good = { .of = known };
	struct content_tested broken[] = { good, good, good };

	(void)state;
	broken[0].of = unknown;
	broken[1].of.group = "";
	broken[2].of.now.content = 0;
	assert_int_equal(COUNT(broken), CONTENT_TESTED_RULES_COUNT);
	none_breaks(content_tested_rules, COUNT(broken), &good);
	each_breaks_its_own(content_tested_rules, COUNT(broken), broken, sizeof(good));
}

static struct endorsement good_endorsement(int64_t version)
{
	return (struct endorsement){
		.of = known,
		.version = version,
		.outcome = "endorsed",
		.group = "Participatieraad",
		.situation = { .holds = version },
	};
}

/* In the order of the first five rules of each kind. */
static void break_endorsements(struct endorsement *broken)
{
	broken[0].of = unknown;
	broken[1].group = "";
	broken[2].version = 1;
	broken[2].situation.holds = 2;
	broken[3].situation.is_done = true;
	broken[4].outcome = "not";
}

/* ZWO-69: vision, content and finance are endorsed apart, each by who speaks for a group. */
static void each_rule_of_endorsing_has_its_example(void **state)
{
	struct endorsement vision = good_endorsement(1), content = good_endorsement(2), finance = content;
	struct endorsement broken_vision[] = { vision, vision, vision, vision, vision };
	struct endorsement broken_content[] = { content, content, content, content, content, content };
	struct endorsement broken_finance[COUNT(broken_content)];

	(void)state;
	break_endorsements(broken_vision);
	assert_int_equal(COUNT(broken_vision), VISION_ENDORSED_RULES_COUNT);
	none_breaks(vision_endorsed_rules, COUNT(broken_vision), &vision);
	each_breaks_its_own(vision_endorsed_rules, COUNT(broken_vision), broken_vision, sizeof(vision));
	break_endorsements(broken_content);
	broken_content[5].of.now.testers = 2;
	assert_int_equal(COUNT(broken_content), CONTENT_ENDORSED_RULES_COUNT);
	none_breaks(content_endorsed_rules, COUNT(broken_content), &content);
	each_breaks_its_own(content_endorsed_rules, COUNT(broken_content), broken_content, sizeof(content));
	finance.of.now.is_finance_open = true;
	for (size_t i = 0; i < COUNT(broken_finance); i++)
		broken_finance[i] = finance;
	break_endorsements(broken_finance);
	broken_finance[5].of.now.is_finance_open = false;
	assert_int_equal(COUNT(broken_finance), FINANCE_ENDORSED_RULES_COUNT);
	none_breaks(finance_endorsed_rules, COUNT(broken_finance), &finance);
	each_breaks_its_own(finance_endorsed_rules, COUNT(broken_finance), broken_finance, sizeof(finance));
}

/* ZWO-68, ZWO-74: money comes after content, and only when every group endorsed the content that holds. */
static void each_rule_of_the_money_stage_has_its_example(void **state)
{
	struct finance_opened good = { .of = known };
	struct finance_opened broken[] = { good, good, good, good };

	(void)state;
	broken[0].of = unknown;
	broken[1].of.now.has_endorsed = 2;
	broken[2].of.now.vision = 0;
	broken[3].of.now.is_finance_open = true;
	assert_int_equal(COUNT(broken), FINANCE_OPENED_RULES_COUNT);
	none_breaks(finance_opened_rules, COUNT(broken), &good);
	each_breaks_its_own(finance_opened_rules, COUNT(broken), broken, sizeof(good));
	good.of.now.content = 0;
	assert_false(finance_opened_rules[1].holds(&good));
}

/* ZWO-22, ZWO-47, ZWO-62: a choice has alternatives, a reason of content and a vision that it leads back to.
 */
static void each_rule_of_a_choice_has_its_example(void **state)
{
	static struct choice_alternative two[] = { { .what = "Open house", .form = "open_house" },
		                                   { .what = "Drempel", .form = "threshold" } };
	static struct choice_alternative same[] = { { .what = "Drempel", .form = "threshold" },
		                                    { .what = "Drempel", .form = "threshold" } };
	static struct choice_alternative formless[] = { { .what = "Open house" },
		                                        { .what = "Drempel", .form = "threshold" } };
	struct choice_made good = {
		.of = known,
		.subject = "form",
		.alternatives = { two, COUNT(two) },
		.chosen = "Drempel",
		.vision = 1,
		.decided_on = { .day = 17000 },
		.situation = { .is_need = true },
	};
	struct choice_made broken[] = { good, good, good, good, good, good, good, good };

	(void)state;
	broken[0].of = unknown;
	broken[0].of.today.day = 17000;
	broken[1].alternatives = (struct records){ two + 1, 1 };
	broken[2].chosen = "Niets";
	broken[3].alternatives.items = same;
	broken[4].alternatives.items = formless;
	broken[5].vision = 2;
	broken[6].situation.is_need = false;
	broken[7].decided_on.day = 17001;
	assert_int_equal(COUNT(broken), CHOICE_MADE_RULES_COUNT);
	none_breaks(choice_made_rules, COUNT(broken), &good);
	each_breaks_its_own(choice_made_rules, COUNT(broken), broken, sizeof(good));
	broken[4].subject = "retender";
	none_breaks(choice_made_rules, COUNT(broken), &broken[4]);
}

/* ZWO-24: a wish that does not fit the contract that runs says why. */
static void each_rule_of_a_wish_has_its_example(void **state)
{
	struct wish_tested good = { .of = known, .fits = "no", .why = "Het contract rekent in uren." };
	struct wish_tested broken[] = { good, good };

	(void)state;
	broken[0].of = unknown;
	broken[1].why = NULL;
	assert_int_equal(COUNT(broken), WISH_TESTED_RULES_COUNT);
	none_breaks(wish_tested_rules, COUNT(broken), &good);
	each_breaks_its_own(wish_tested_rules, COUNT(broken), broken, sizeof(good));
}

/* LEL-16, ZWO-63, ZWO-129: talks are logged with who came. */
static void each_rule_of_talking_has_its_example(void **state)
{
	static struct talk_guest guest = { .party = "Een aanbieder", .interest = "yes" };
	struct interest_mapped interest = { .of = unknown };
	struct consultation_planned planned = { .of = known, .planned_on = { .day = 17000 } };
	struct consultation_planned broken_plan[] = { planned, planned };
	struct consultation_held held = {
		.of = known,
		.consultation = 3,
		.held_on = { .day = 17000 },
		.guests = { &guest, 1 },
		.situation = { .is_meeting = true },
	};
	struct consultation_held broken_held[] = { held, held, held, held };

	(void)state;
	assert_int_equal(COUNT(interest_mapped_rules), INTEREST_MAPPED_RULES_COUNT);
	assert_false(interest_mapped_rules[0].holds(&interest));
	broken_plan[0].of = unknown;
	broken_plan[1].planned_on.day = 16999;
	assert_int_equal(COUNT(broken_plan), CONSULTATION_PLANNED_RULES_COUNT);
	none_breaks(consultation_planned_rules, COUNT(broken_plan), &planned);
	each_breaks_its_own(consultation_planned_rules, COUNT(broken_plan), broken_plan, sizeof(planned));
	broken_held[0].of = unknown;
	broken_held[0].of.today.day = 17000;
	broken_held[1].held_on.day = 17001;
	broken_held[2].situation.is_meeting = false;
	broken_held[3].situation.is_held = true;
	assert_int_equal(COUNT(broken_held), CONSULTATION_HELD_RULES_COUNT);
	none_breaks(consultation_held_rules, COUNT(broken_held), &held);
	each_breaks_its_own(consultation_held_rules, COUNT(broken_held), broken_held, sizeof(held));
}

/* ZWO-53, ZWO-66: a point is followed, and a demand of the council says where it was made. */
static void each_rule_of_a_need_has_its_example(void **state)
{
	struct need_noted noted = { .of = known, .sort = "demand", .document = "Raadsbesluit 12" };
	struct need_noted broken_note[] = { noted, noted, noted };
	struct need_landed landed = { .of = known, .need = 4, .situation = { .is_need = true } };
	struct need_landed broken_landing[] = { landed, landed };

	(void)state;
	broken_note[0].of = unknown;
	broken_note[1].of.group = "";
	broken_note[2].document = NULL;
	assert_int_equal(COUNT(broken_note), NEED_NOTED_RULES_COUNT);
	none_breaks(need_noted_rules, COUNT(broken_note), &noted);
	each_breaks_its_own(need_noted_rules, COUNT(broken_note), broken_note, sizeof(noted));
	broken_landing[0].of = unknown;
	broken_landing[1].situation.is_need = false;
	assert_int_equal(COUNT(broken_landing), NEED_LANDED_RULES_COUNT);
	none_breaks(need_landed_rules, COUNT(broken_landing), &landed);
	each_breaks_its_own(need_landed_rules, COUNT(broken_landing), broken_landing, sizeof(landed));
}

static void each_rule_of_an_ending_has_its_example(void **state)
{
	struct programme_ended good = { .of = known, .outcome = "no_tender", .reason = "Het past nog." };
	struct programme_ended broken[] = { good, good, good };

	(void)state;
	broken[0].of = unknown;
	broken[1].situation.has_running = true;
	broken[2].outcome = "tendered";
	assert_int_equal(COUNT(broken), PROGRAMME_ENDED_RULES_COUNT);
	none_breaks(programme_ended_rules, COUNT(broken), &good);
	each_breaks_its_own(programme_ended_rules, COUNT(broken), broken, sizeof(good));
}

/* No kind of a programme has a field for an amount. */
static void no_field_is_money(void **state)
{
	static const struct record *const records[] = {
		&programme_begun_record,      &speaker_replaced_record,  &vision_written_record,
		&content_written_record,      &content_tested_record,    &vision_endorsed_record,
		&content_endorsed_record,     &finance_endorsed_record,  &finance_opened_record,
		&choice_made_record,          &wish_tested_record,       &interest_mapped_record,
		&consultation_planned_record, &consultation_held_record, &need_noted_record,
		&need_landed_record,          &programme_ended_record,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(records); i++)
		for (size_t n = 0; n < records[i]->count; n++)
			assert_int_not_equal(records[i]->fields[n].type, FIELD_MONEY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_of_a_beginning_has_its_example),
		cmocka_unit_test(each_rule_of_another_speaker_has_its_example),
		cmocka_unit_test(each_rule_of_writing_has_its_example),
		cmocka_unit_test(each_rule_of_trying_out_has_its_example),
		cmocka_unit_test(each_rule_of_endorsing_has_its_example),
		cmocka_unit_test(each_rule_of_the_money_stage_has_its_example),
		cmocka_unit_test(each_rule_of_a_choice_has_its_example),
		cmocka_unit_test(each_rule_of_a_wish_has_its_example),
		cmocka_unit_test(each_rule_of_talking_has_its_example),
		cmocka_unit_test(each_rule_of_a_need_has_its_example),
		cmocka_unit_test(each_rule_of_an_ending_has_its_example),
		cmocka_unit_test(no_field_is_money),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
