/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/delivering.h"

#define DECLINED_PERCENT 30 /* of those whose care would never begin */
#define PAUSED_PERCENT 6
#define STOPPED_PERCENT 3
#define RESUMED_PERCENT 40 /* of those that paused */

/* The day on which the last line began, or no date while one has not. */
static struct date all_began_on(const struct road_round *round)
{
	struct date last = { 0 };

	for (size_t i = 0; i < round->lines_count; i++) {
		if (!date_is(round->lines[i].start_reported_on))
			return (struct date){ 0 };
		if (!date_is(last) || date_before(last, round->lines[i].start_reported_on))
			last = round->lines[i].start_reported_on;
	}
	return last;
}

/* Of a grant that goes on: the first of the lines that ends. */
static struct date first_end(const struct road_round *round)
{
	struct date first = DATE_LAST;

	for (size_t i = 0; i < round->lines_count; i++)
		if (date_is(round->lines[i].last_day) && date_before(round->lines[i].last_day, first))
			first = round->lines[i].last_day;
	return first;
}

static bool never_begins(const struct road_round *round)
{
	return round->lines_count == 1 && date_is(round->sent_on) && !date_is(round->lines[0].started_on);
}

static struct delivering plan_stop(struct date began_on, struct date today, struct chance *chance)
{
	static const char *const pauses[] = { "hospital", "respite", "asked" };
	static const char *const stops[] = { "21", "19", "31" };
	struct delivering plan = { .last_day = chance_day(chance, date_add_days(began_on, 1), today) };
	int64_t which = chance_below(chance, 3);

	plan.last_day = date_add_days(plan.last_day, -1);
	plan.told_on = date_add_days(plan.last_day, 1);
	if (chance_percent(chance, 100 * STOPPED_PERCENT / (PAUSED_PERCENT + STOPPED_PERCENT))) {
		plan.stop_reason = stops[which];
		return plan;
	}
	plan.pause_reason = pauses[which];
	if (chance_percent(chance, RESUMED_PERCENT))
		plan.resumed_on = date_add_days(plan.told_on, (int32_t)chance_between(chance, 7, 42));
	return plan;
}

struct delivering delivering_plan(const struct road *road, struct date today, struct chance *chance)
{
	const struct road_round *round = &road->rounds[road->rounds_count - 1];
	struct date began_on = all_began_on(round);

	if (never_begins(round) && chance_percent(chance, DECLINED_PERCENT))
		return (struct delivering){ .declined_on = round->sent_on };
	if (!date_is(began_on) || date_before(today, date_add_days(began_on, 7)) ||
	    date_before(first_end(round), today))
		return (struct delivering){ 0 };
	if (!chance_percent(chance, PAUSED_PERCENT + STOPPED_PERCENT))
		return (struct delivering){ 0 };
	return plan_stop(began_on, today, chance);
}
