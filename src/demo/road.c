/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/road.h"

#include <string.h>

/* A first round shorter than this is not begun any more before a cut-over. */
#define SETTLING_DAYS 90

/* A resident whose road is being planned. */
struct planning {
	const struct road_ground *ground;
	const struct identity *who;
	struct chance *chance;
	struct road *road;
	struct date
		own_day; /* on which a scheme that moves its clients one by one moves this one, or no date */
};

static struct date later_of(struct date a, struct date b)
{
	return date_before(a, b) ? b : a;
}

static struct date working_day(const struct planning *planning, struct date date, int32_t step)
{
	while (!calendar_is_working_day(planning->ground->calendar, date))
		date = date_add_days(date, step);
	return date;
}

/* A working day so many days later, by chance. */
static struct date days_later(const struct planning *planning, struct date date, int64_t least, int64_t most)
{
	return working_day(planning,
	                   date_add_days(date, (int32_t)chance_between(planning->chance, least, most)), 1);
}

static struct date days_earlier(const struct planning *planning, struct date date, int64_t least,
                                int64_t most)
{
	return working_day(planning,
	                   date_add_days(date, -(int32_t)chance_between(planning->chance, least, most)), -1);
}

static bool happens(const struct planning *planning, int64_t percent)
{
	return chance_percent(planning->chance, percent);
}

/* --- what is needed --- */

static const char *postcode_of(const struct planning *planning, char room[5])
{
	(void)strncpy(room, planning->who->postcode, 4);
	room[4] = '\0';
	return room;
}

/* The first product that meets a need and can be had here on that day, or NULL. */
static const char *product_for(const struct planning *planning, const struct demo_need *need, struct date on)
{
	char postcode[5];
	struct schemes_asked asked = { .expertise = need->expertise,
		                       .postcode = postcode_of(planning, postcode),
		                       .on = on };

	for (size_t i = 0; i < need->products.count; i++) {
		asked.product = need->products.items[i];
		if (schemes_offer(planning->ground->schemes, &asked))
			return asked.product;
	}
	return NULL;
}

/* How likely this is to be what somebody needs who reports on a day; 0 when nothing here meets it. */
static int64_t weight_on(const struct planning *planning, const struct demo_need *need, struct date on)
{
	const struct demo_weight *weight = need->weights.items;
	int age = date_age_on(planning->who->born, on);

	if (product_for(planning, need, on) == NULL)
		return 0;
	for (size_t i = 0; i < need->weights.count; i++)
		if (weight[i].from_age <= age && age < weight[i].until_age)
			return weight[i].weight;
	return 0;
}

static const struct demo_need *choose_need(const struct planning *planning, struct date on)
{
	const struct records *needs = &planning->ground->settings->needs.needs;
	const struct demo_need *need = needs->items;
	int64_t total = 0, drawn;

	for (size_t i = 0; i < needs->count; i++)
		total += weight_on(planning, &need[i], on);
	drawn = total == 0 ? 0 : chance_below(planning->chance, total);
	for (size_t i = 0; i + 1 < needs->count && drawn >= weight_on(planning, need, on); i++)
		drawn -= weight_on(planning, need++, on);
	return need;
}

static struct road_line choose_line(const struct planning *planning, struct date on)
{
	const struct demo_need *need = choose_need(planning, on);
	int64_t steps = (need->most - need->least) / need->step;

	return (struct road_line){ .need = need,
		                   .product = product_for(planning, need, on),
		                   .amount = need->least +
		                             need->step * chance_between(planning->chance, 0, steps) };
}

/* Nothing is needed where nothing can be had. */
static void choose_lines(const struct planning *planning, struct road_round *round)
{
	round->lines[0] = choose_line(planning, round->received_on);
	if (round->lines[0].product == NULL)
		return;
	round->lines_count++;
	if (!happens(planning, planning->ground->settings->road.second_line_percent))
		return;
	round->lines[1] = choose_line(planning, round->received_on);
	if (round->lines[1].product != NULL && strcmp(round->lines[1].product, round->lines[0].product) != 0)
		round->lines_count++;
}

/* --- cut-overs --- */

static bool is_about(const struct planning *planning, const struct scheme_cutover *cutover,
                     const char *product)
{
	const struct scheme *scheme = schemes_with_product(planning->ground->schemes, product);
	const struct scheme_group *group = scheme->target_groups.items;
	int age = date_age_on(planning->who->born, cutover->on);
	bool has_product = false, has_age = false;

	for (size_t i = 0; i < cutover->products.count; i++)
		has_product = has_product || strcmp(cutover->products.items[i], product) == 0;
	for (size_t i = 0; i < scheme->target_groups.count; i++)
		if (strcmp(group[i].name, cutover->target_group) == 0)
			has_age = group[i].from_age <= age &&
			          (group[i].until_age == 0 || age < group[i].until_age);
	return has_product && has_age;
}

/*
 * The first cut-over after a day that concerns this resident's product, or no date; where clients move one by
 * one it begins then, and this resident's turn comes later.
 */
static struct date cutover_after(const struct planning *planning, const char *product, struct date day)
{
	const struct scheme *scheme = schemes_with_product(planning->ground->schemes, product);
	const struct scheme_cutover *cutover = scheme->cutovers.items;
	struct date first = { 0 };

	for (size_t i = 0; i < scheme->cutovers.count; i++)
		if (date_before(day, cutover[i].on) && is_about(planning, &cutover[i], product) &&
		    (!date_is(first) || date_before(cutover[i].on, first)))
			first = cutover[i].on;
	return date_is(planning->own_day) && first.day == scheme->transition.from.day ? planning->own_day
	                                                                              : first;
}

/* A day of the transition of a scheme that moves its clients one by one. */
static struct date choose_own_day(const struct planning *planning)
{
	const struct demo_schemes *schemes = planning->ground->schemes;

	for (size_t i = 0; i < schemes->count; i++) {
		const struct scheme_transition *transition = &schemes->items[i].scheme.transition;

		if (transition->one_by_one)
			return chance_day(planning->chance, transition->from,
			                  date_add_days(transition->until, -1));
	}
	return (struct date){ 0 };
}

/* --- the first round --- */

static void grant_from(const struct planning *planning, struct road_line *line, struct date from)
{
	const struct scheme_product *product =
		scheme_product(schemes_with_product(planning->ground->schemes, line->product), line->product);
	int64_t years = chance_between(planning->chance, line->need->years_least, line->need->years_most);
	bool is_open = happens(planning, 50) && product != NULL && !product->needs_end_date;

	line->from = from;
	line->last_day = date_add_days(date_birthday(from, (int)years), -1);
	if (is_open)
		line->last_day.day = 0;
}

/* The day on which the line's provider hands over, or no date; a line that would begin just before waits for
 * it. */
static struct date meet_cutover(const struct planning *planning, const struct road_round *round,
                                struct road_line *line)
{
	struct date begin = later_of(line->from, round->assigned_on);
	struct date cutover = cutover_after(planning, line->product, line->from);
	bool goes_on = !date_is(line->last_day) || !date_before(line->last_day, cutover);

	if (!date_is(cutover) || !goes_on)
		return (struct date){ 0 };
	if (planning->road->has_bsn && !date_is(planning->road->bsn_on) &&
	    !date_before(cutover, date_add_days(begin, SETTLING_DAYS))) {
		line->last_day = date_add_days(cutover, -1);
		return cutover;
	}
	grant_from(planning, line, cutover);
	return (struct date){ 0 };
}

static void keep_provider(const struct planning *planning, const struct road_round *round)
{
	const struct road_ground *ground = planning->ground;
	const struct demo_kept *kept = ground->of->kept.items;
	char postcode[5];
	const struct scheme_area *area =
		scheme_area_of(schemes_with_product(ground->schemes, round->lines[0].product),
	                       postcode_of(planning, postcode), round->received_on);

	for (size_t i = 0; i < ground->of->kept.count && area != NULL; i++) {
		struct date cutover = cutover_after(planning, kept[i].product, round->received_on);

		if (strcmp(kept[i].area, area->name) != 0 ||
		    strcmp(kept[i].product, round->lines[0].product) != 0)
			continue;
		if (!date_is(cutover) || !happens(planning, kept[i].percent))
			continue;
		planning->road->kept = &kept[i];
		planning->road->kept_since =
			chance_day(planning->chance, kept[i].since, date_add_days(round->received_on, -30));
		return;
	}
}

/* A second line stays only when it meets the same cut-over as the first, or none like the first. */
static struct date grant_lines(const struct planning *planning, struct road_round *round)
{
	struct date cutover[ROAD_LINES_MAX] = { 0 };

	for (size_t i = 0; i < round->lines_count; i++) {
		grant_from(
			planning, &round->lines[i],
			date_add_days(round->decided_on, (int32_t)chance_between(planning->chance, 5, 20)));
		cutover[i] = meet_cutover(planning, round, &round->lines[i]);
		if (cutover[i].day != cutover[0].day)
			round->lines_count = i;
	}
	return cutover[0];
}

/* Until the decision; false when it does not come to a grant. */
static bool plan_until_decision(const struct planning *planning, struct road_round *round)
{
	const struct demo_road *road = &planning->ground->settings->road;

	choose_lines(planning, round);
	round->concluded_on = happens(planning, road->late_percent)
	                              ? days_later(planning, round->received_on, 44, 85)
	                              : days_later(planning, round->received_on, 7, 37);
	if (happens(planning, road->not_needed_percent) || round->lines_count == 0) {
		round->lines_count = 0;
		return false;
	}
	if (happens(planning, road->no_application_percent))
		return false;
	round->applied_on = days_later(planning, round->concluded_on, 0, 9);
	round->decided_on = days_later(planning, round->applied_on, 2, 11);
	round->is_granted = !happens(planning, road->refused_percent);
	return round->is_granted;
}

static void plan_bsn(const struct planning *planning, const struct road_round *round)
{
	const struct demo_road *settings = &planning->ground->settings->road;

	if (happens(planning, settings->without_bsn_percent))
		planning->road->has_bsn = false;
	if (planning->road->has_bsn && happens(planning, settings->later_bsn_percent))
		planning->road->bsn_on = days_later(planning, round->assigned_on, 2, 30);
}

/* --- sending and starting --- */

/* is_kept: care goes on with no day between, so it starts as agreed; else it may be late, or not come. */
static void plan_delivery(const struct planning *planning, struct road_round *round, bool is_kept)
{
	const struct demo_settings *settings = planning->ground->settings;
	struct date last_sending =
		date_add_days(planning->ground->of->day, -(int32_t)settings->road.quiet_days);
	struct date known_on = later_of(round->assigned_on, planning->road->bsn_on);

	round->sent_on = date_add_days(known_on, (int32_t)chance_between(planning->chance, 0, 5));
	if (!planning->road->has_bsn || date_before(last_sending, round->sent_on)) {
		round->sent_on = (struct date){ 0 };
		return;
	}
	for (size_t i = 0; i < round->lines_count; i++) {
		struct road_line *line = &round->lines[i];
		int32_t late = is_kept ? 0 : (int32_t)chance_between(planning->chance, 0, 7);

		if (!is_kept && happens(planning, settings->road.never_started_percent))
			continue;
		line->started_on = date_add_days(later_of(line->from, round->sent_on), late);
		line->start_reported_on =
			date_add_days(line->started_on, (int32_t)chance_between(planning->chance, 0, 3));
	}
}

/* Counted back from the cut-over, so that all is arranged when it comes. */
static void plan_second_round(const struct planning *planning, struct date cutover)
{
	const struct road_round *first = &planning->road->rounds[0];
	struct road_round *round = &planning->road->rounds[planning->road->rounds_count++];

	round->assigned_on = days_earlier(planning, cutover, 3, 12);
	round->decided_on = days_earlier(planning, round->assigned_on, 1, 8);
	round->applied_on = days_earlier(planning, round->decided_on, 0, 7);
	round->concluded_on = days_earlier(planning, round->applied_on, 0, 5);
	round->received_on = days_earlier(planning, round->concluded_on, 5, 20);
	round->is_granted = true;
	for (size_t i = 0; i < first->lines_count; i++) {
		round->lines[round->lines_count] = (struct road_line){ .need = first->lines[i].need,
			                                               .product = first->lines[i].product,
			                                               .amount = first->lines[i].amount };
		grant_from(planning, &round->lines[round->lines_count++], cutover);
	}
	plan_delivery(planning, round, /* is_kept= */ true);
}

/* More reports lately than long ago. */
static struct date choose_report_day(const struct planning *planning)
{
	const struct demo_register *of = planning->ground->of;
	struct date first = date_add_days(of->day, 1 - (int32_t)of->days);
	struct date one = chance_day(planning->chance, first, of->day);
	struct date other = chance_day(planning->chance, first, of->day);

	return working_day(planning, later_of(one, other), -1);
}

struct road road_plan(const struct road_ground *ground, const struct identity *who, bool may_have_bsn,
                      struct chance *chance)
{
	const struct demo_road *settings = &ground->settings->road;
	struct road road = { .rounds_count = 1, .has_bsn = may_have_bsn };
	struct planning planning = { ground, who, chance, &road, { 0 } };
	struct road_round *round = &road.rounds[0];
	struct date cutover;

	planning.own_day = choose_own_day(&planning);
	round->received_on = choose_report_day(&planning);
	if (!plan_until_decision(&planning, round))
		return road;
	round->assigned_on = happens(&planning, settings->waiting_percent)
	                             ? days_later(&planning, round->decided_on, 25, 110)
	                             : days_later(&planning, round->decided_on, 0, 9);
	plan_bsn(&planning, round);
	cutover = grant_lines(&planning, round);
	keep_provider(&planning, round);
	plan_delivery(&planning, round, /* is_kept= */ road.kept != NULL || date_is(cutover));
	if (date_is(cutover))
		plan_second_round(&planning, cutover);
	return road;
}

bool road_has_order(const struct road *road, struct date today)
{
	const struct road_round *round = &road->rounds[0];

	return date_is(round->assigned_on) && !date_before(today, round->assigned_on);
}
