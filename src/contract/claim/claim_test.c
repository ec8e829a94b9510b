/* SPDX-License-Identifier: EUPL-1.2 */
/* What a line may hold, counted day by day beside the sums; and each rule broken by a line that breaks no
 * other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "contract/claim/claim.h"

static struct date day(const char *text)
{
	struct date date = { 0 };

	assert_true(date_read(text, &date));
	return date;
}

/* A period by its first and last day, as messages have it; "" for no last day. */
static struct claim_period period(const char *first, const char *last)
{
	return (struct claim_period){ day(first),
		                      *last == '\0' ? (struct date){ 0 } : date_add_days(day(last), 1) };
}

static int64_t most(struct claim_extent extent, struct claim_period valid, const char *month)
{
	return claim_most_in_period(&extent, valid, claim_product_period(valid, claim_month_of(day(month))));
}

/* --- how much fits --- */

static const struct claim_extent weekly = { .volume = 10, .unit = CLAIM_HOUR, .per = CLAIM_PER_WEEK };
static const struct claim_extent output = { .volume = 2, .unit = CLAIM_PIECE, .per = CLAIM_PER_WEEK };

static void effort_counts_each_week_that_is_touched(void **state)
{
	struct claim_period open = period("2020-01-01", "");

	(void)state;
	assert_int_equal(most(weekly, open, "2021-02-10"), 40); /* four whole weeks, Monday to Sunday */
	assert_int_equal(most(weekly, open, "2021-10-10"), 50); /* Friday the 1st, Sunday the 31st */
	assert_int_equal(most(weekly, open, "2022-05-10"), 60); /* Sunday the 1st, Tuesday the 31st */
	assert_int_equal(most(weekly, period("2021-10-30", "2021-11-02"), "2021-10-30"), 10);
	assert_int_equal(most(weekly, period("2021-10-30", "2021-11-02"), "2021-12-01"), 0);
}

static void help_at_home_may_come_six_times_the_week(void **state)
{
	struct claim_extent domestic = weekly;

	(void)state;
	domestic.is_domestic = true;
	assert_int_equal(most(domestic, period("2021-01-01", ""), "2021-02-10"), 60);
}

static void output_counts_sundays(void **state)
{
	struct claim_period autumn = period("2021-10-01", "2021-11-30"); /* a Tuesday */

	(void)state;
	assert_int_equal(most(output, autumn, "2021-10-10"), 10); /* 3, 10, 17, 24, 31 */
	assert_int_equal(most(output, autumn, "2021-11-10"),
	                 10); /* 7, 14, 21, 28, and the week without one */
	assert_int_equal(most(output, period("2021-10-01", "2021-11-28"), "2021-11-10"), 8);
	assert_int_equal(most(output, period("2021-10-01", "2021-11-02"), "2021-10-10"), 12);
	assert_int_equal(most(output, period("2021-10-01", "2021-11-02"), "2021-11-01"), 0);
	assert_int_equal(most(output, period("2021-11-01", "2021-11-04"), "2021-11-01"),
	                 2); /* knows no Sunday */
}

/* Every order of up to ten weeks: its months together hold what the order as a whole does. */
static void months_of_output_make_the_order(void **state)
{
	(void)state;
	for (int begin = 0; begin < 31; begin++)
		for (int length = 1; length < 71; length++) {
			struct claim_period valid = { date_add_days(day("2021-10-01"), begin), { 0 } };
			int64_t weeks = 0, in_all = 0;

			valid.until = date_add_days(valid.from, length);
			for (struct date on = valid.from; date_before(on, valid.until);
			     on = date_add_days(on, 1))
				weeks += date_weekday(on) == SUNDAY ? 1 : 0;
			weeks += date_weekday(date_add_days(valid.until, -1)) == SUNDAY ? 0 : 1;
			for (struct date on = valid.from; date_before(on, valid.until);
			     on = claim_month_of(on).until)
				in_all += claim_most_in_period(
					&output, valid, claim_product_period(valid, claim_month_of(on)));
			assert_int_equal(in_all, weeks * output.volume);
			assert_int_equal(claim_most_in_all(&output, valid), weeks * output.volume);
		}
}

static void days_months_and_totals(void **state)
{
	const struct claim_extent daily = { .volume = 3, .unit = CLAIM_DAYPART, .per = CLAIM_PER_DAY };
	const struct claim_extent monthly = { .volume = 8, .unit = CLAIM_HOUR, .per = CLAIM_PER_MONTH };
	const struct claim_extent in_all = { .volume = 90, .unit = CLAIM_EURO, .per = CLAIM_IN_ALL };
	const struct claim_extent none = { .per = CLAIM_PER_NOTHING };
	struct claim_period valid = period("2023-01-30", "2024-03-01");

	(void)state;
	assert_int_equal(most(daily, valid, "2023-01-31"), 6);
	assert_int_equal(most(daily, valid, "2024-02-01"), 87);
	assert_int_equal(most(monthly, valid, "2023-01-31"), 8); /* a broken month is not cut (IV078) */
	assert_int_equal(most(in_all, valid, "2023-01-31"), 90);
	assert_int_equal(most(none, valid, "2023-01-31"), CLAIM_UNLIMITED);
	assert_int_equal(claim_most_in_all(&daily, valid), 397 * 3);
	assert_int_equal(claim_most_in_all(&monthly, valid), 15 * 8);
	assert_int_equal(claim_most_in_all(&weekly, valid), 57 * 10);
	assert_int_equal(claim_most_in_all(&in_all, period("2023-01-30", "")), 90);
	assert_int_equal(claim_most_in_all(&weekly, period("2023-01-30", "")), CLAIM_UNLIMITED);
}

/* --- what it costs --- */

static void minutes_go_by_the_tariff_of_the_hour(void **state)
{
	const struct claim_contract hourly = { .tariff = 3250, .unit = CLAIM_HOUR };
	const struct claim_contract unknown = { .tariff = CLAIM_NO_TARIFF };

	(void)state;
	assert_int_equal(claim_tariff(CLAIM_MINUTE, &hourly), 54);       /* 54.17 */
	assert_int_equal(claim_amount(90, CLAIM_MINUTE, &hourly), 4875); /* not 90 x 54 */
	assert_int_equal(claim_amount(7, CLAIM_MINUTE, &hourly), 379);   /* 379.17 */
	assert_int_equal(claim_amount(1, CLAIM_MINUTE, &(struct claim_contract){ 3270, CLAIM_HOUR }),
	                 55); /* 54.5 */
	assert_int_equal(claim_amount(2, CLAIM_HOUR, &hourly), 6500);
	assert_int_equal(claim_amount(1234, CLAIM_EURO, &unknown), 1234);
	assert_int_equal(claim_tariff(CLAIM_HOUR, &unknown), CLAIM_NO_TARIFF);
}

/* --- the rules --- */

struct sample {
	struct claim_order order;
	struct claim_contract contract;
	struct claim_line line, debit;
	struct claim_case judged;
};

/* A sound line of September 2021, and where it is a credit the sound line that it takes back. */
static struct sample *sample(struct sample *ret_sample, bool is_credit)
{
	*ret_sample = (struct sample){
		.order = { .number = 7,
		           .bsn = "999990019",
		           .category = "02",
		           .code = "02A04",
		           .valid = period("2021-03-10", "2022-03-09"),
		           .extent = weekly,
		           .budget = 1000000 },
		.contract = { 6000, CLAIM_HOUR },
		.debit = { .reference = "R1",
		           .bsn = "999990019",
		           .order = 7,
		           .category = "02",
		           .code = "02A04",
		           .period = period("2021-09-01", "2021-09-30"),
		           .volume = 45,
		           .unit = CLAIM_HOUR,
		           .tariff = 6000,
		           .amount = 270000 },
	};
	ret_sample->line = ret_sample->debit;
	ret_sample->judged = (struct claim_case){ .line = &ret_sample->line,
		                                  .order = &ret_sample->order,
		                                  .contract = &ret_sample->contract,
		                                  .claimed = period("2021-09-01", "2021-09-30") };
	if (is_credit) {
		ret_sample->line.reference = "R2";
		ret_sample->line.previous = "R1";
		ret_sample->line.is_credit = true;
		ret_sample->judged.before = (struct claim_before){ .counted = 2700,
			                                           .amount = 270000,
			                                           .has_same_product = true,
			                                           .debit = &ret_sample->debit };
	}
	return ret_sample;
}

/* The codes of what it breaks, with a blank after each. */
static const char *broken(const struct sample *sample)
{
	static char codes[CLAIM_RULES_COUNT * 8];
	const struct claim_rule *rules[CLAIM_RULES_COUNT];
	size_t count = claim_judge(&sample->judged, rules);

	codes[0] = '\0';
	for (size_t i = 0; i < count; i++)
		(void)snprintf(codes + strlen(codes), sizeof(codes) - strlen(codes), "%s ", rules[i]->code);
	return codes;
}

static void sound_lines_break_nothing(void **state)
{
	struct sample s;

	(void)state;
	assert_string_equal(broken(sample(&s, false)), "");
	assert_string_equal(broken(sample(&s, true)), "");
	sample(&s, false)->line.unit = CLAIM_MINUTE;
	s.line.volume = 50 * 60;
	s.line.tariff = 100;
	s.line.amount = 300000;
	assert_string_equal(broken(&s), "");
	s.line.volume++; /* a minute more than fifty hours */
	s.line.amount += 100;
	assert_string_equal(broken(&s), "TR321 ");
	sample(&s, false)->order.category = NULL; /* generic: the contract says the unit */
	s.order.code = NULL;
	s.order.extent = (struct claim_extent){ .per = CLAIM_PER_NOTHING };
	assert_string_equal(broken(&s), "");
	s.contract.unit = CLAIM_DAYPART;
	assert_string_equal(broken(&s), "TR341 ");
}

static void each_rule_is_broken_alone(void **state)
{
	struct sample s;

	(void)state;
	sample(&s, false)->judged.order = NULL;
	assert_string_equal(broken(&s), "TR338 ");
	s.judged.before.has_same_product = true; /* by whom has the order, of which the sender may not know */
	assert_string_equal(broken(&s), "TR338 ");
	sample(&s, false)->order.is_deleted = true;
	assert_string_equal(broken(&s), "TR384 ");
	sample(&s, false)->line.bsn = "999990020";
	assert_string_equal(broken(&s), "TR304 ");
	sample(&s, false)->line.category = "03";
	assert_string_equal(broken(&s), "TR339 ");
	sample(&s, false)->line.code = "02A05";
	assert_string_equal(broken(&s), "TR340 ");
	sample(&s, false)->judged.claimed = period("2021-08-01", "2021-08-31");
	assert_string_equal(broken(&s), "TR319 ");
	sample(&s, false)->line.period.from = day("2021-09-02");
	assert_string_equal(broken(&s), "TR387 ");
	sample(&s, false)->line.period.until = day("2021-09-30");
	assert_string_equal(broken(&s), "TR388 ");
	sample(&s, false)->judged.before.is_reference_known = true;
	assert_string_equal(broken(&s), "TR314 ");
	sample(&s, false)->judged.before.has_same_product = true;
	assert_string_equal(broken(&s), "TR389 ");
	sample(&s, false)->line.volume = 51;
	s.line.amount = 306000;
	assert_string_equal(broken(&s), "TR321 ");
	sample(&s, false)->judged.before.counted = 53 * 600 - 45 * 60; /* 53 weeks of ten hours */
	assert_string_equal(broken(&s), "");
	s.judged.before.counted++;
	assert_string_equal(broken(&s), "TR322 ");
	sample(&s, false)->judged.before.amount = 730001;
	assert_string_equal(broken(&s), "TR369 ");
	sample(&s, false)->line.amount--;
	assert_string_equal(broken(&s), "TR346 ");
	sample(&s, false)->contract.tariff++;
	assert_string_equal(broken(&s), "TR418 ");
}

static void a_period_outside_the_order_is_said_once(void **state)
{
	struct sample s;

	(void)state;
	sample(&s, false)->order.valid.from = day("2021-09-03");
	assert_string_equal(broken(&s), "TR307 ");
	sample(&s, false)->order.valid.until = day("2021-09-29");
	assert_string_equal(broken(&s), "TR308 ");
}

static void a_credit_takes_back_one_line_whole(void **state)
{
	struct sample s;

	(void)state;
	sample(&s, true)->judged.before.debit = NULL;
	assert_string_equal(broken(&s), "TR323 ");
	sample(&s, true)->debit.volume--;
	assert_string_equal(broken(&s), "TR323 ");
	sample(&s, true)->debit.amount--;
	assert_string_equal(broken(&s), "TR323 ");
	sample(&s, true)->debit.order = 8;
	assert_string_equal(broken(&s), "TR323 ");
	sample(&s, true)->judged.before.is_credited = true;
	assert_string_equal(broken(&s), "TR390 ");
	sample(&s, true)->judged.before.amount = 1000000; /* what was too much can be taken back */
	assert_string_equal(broken(&s), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(effort_counts_each_week_that_is_touched),
		cmocka_unit_test(help_at_home_may_come_six_times_the_week),
		cmocka_unit_test(output_counts_sundays),
		cmocka_unit_test(months_of_output_make_the_order),
		cmocka_unit_test(days_months_and_totals),
		cmocka_unit_test(minutes_go_by_the_tariff_of_the_hour),
		cmocka_unit_test(sound_lines_break_nothing),
		cmocka_unit_test(each_rule_is_broken_alone),
		cmocka_unit_test(a_period_outside_the_order_is_said_once),
		cmocka_unit_test(a_credit_takes_back_one_line_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
