/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/radar/radar.h"

#include <assert.h>
#include <stdio.h>

#define MONTHS_IN_YEAR 12

struct date radar_months_later(struct date date, int64_t months)
{
	int year, month, day;
	struct date later = { 0 };
	int64_t count;

	date_parts(date, &year, &month, &day);
	count = (int64_t)year * MONTHS_IN_YEAR + month - 1 + months;
	for (; !date_is(later) && day > 0; day--)
		later = date_of((int)(count / MONTHS_IN_YEAR), (int)(count % MONTHS_IN_YEAR) + 1, day);
	return date_is(later) ? later : DATE_LAST;
}

const struct scheme_birthday *radar_birthday(const struct scheme *scheme, int age)
{
	const struct scheme_birthday *birthdays = scheme->birthdays.items;

	for (size_t i = 0; i < scheme->birthdays.count; i++)
		if (birthdays[i].age == age)
			return &birthdays[i];
	return NULL;
}

/* --- what will change --- */

static bool is_coming(const struct radar_scheme *radar, struct date day)
{
	return date_before(radar->on, day) && !date_before(radar->until, day);
}

static void add_day(const struct radar_scheme *radar, struct date day, struct radar_place *place)
{
	size_t at = 0;

	if (!date_is(day) || date_before(radar->until, day))
		return;
	while (at < place->days_count && date_before(place->days[at], day))
		at++;
	if (at < place->days_count && place->days[at].day == day.day)
		return;
	for (size_t i = place->days_count++; i > at; i--)
		place->days[i] = place->days[i - 1];
	place->days[at] = day;
}

static void add_age(int age, struct radar_place *place)
{
	for (size_t i = 0; i < place->ages_count; i++)
		if (place->ages[i] == age)
			return;
	if (age > 0)
		place->ages[place->ages_count++] = age;
}

static void see_place(const struct radar_scheme *radar, struct lane_place offers,
                      const struct lane_name *area, struct arena *arena, struct radar_place *place)
{
	place->days = ARENA_MANY(arena, 2 * offers.count + 2, struct date);
	place->ages = ARENA_MANY(arena, 2 * offers.count, int);
	add_day(radar, area->from, place);
	add_day(radar, area->until, place);
	for (size_t i = 0; i < offers.count; i++) {
		const struct lane *lane = &radar->set->lanes[offers.offers[i].lane];

		add_day(radar, lane->from, place);
		add_day(radar, lane->until, place);
		add_age(lane->from_age, place);
		add_age(lane->until_age, place);
	}
}

static uint16_t area_on(const struct radar_scheme *radar, const struct radar_line *line, struct date on)
{
	char digits[12];
	const struct scheme_area *area;

	(void)snprintf(digits, sizeof(digits), "%04d", line->postcode);
	area = scheme_area_of(radar->scheme, line->address == NULL ? digits : line->address, on);
	return area == NULL ? LANE_NONE : lane_names_find(&radar->set->areas, area->name);
}

static const uint16_t *areas_on(const struct radar_scheme *radar, struct arena *arena)
{
	uint16_t *area_of = ARENA_MANY(arena, RADAR_POSTCODES, uint16_t);
	const struct scheme_area *areas = radar->scheme->areas.items;

	for (size_t i = 0; i < RADAR_POSTCODES; i++)
		area_of[i] = LANE_NONE;
	for (size_t i = 0; i < radar->scheme->areas.count; i++)
		for (size_t j = 0; j < areas[i].postcodes.count; j++) {
			int postcode = 0;

			for (const char *c = areas[i].postcodes.items[j]; *c >= '0' && *c <= '9'; c++)
				postcode = (postcode * 10 + (*c - '0')) % RADAR_POSTCODES;
			area_of[postcode] =
				area_on(radar, &(struct radar_line){ .postcode = postcode }, radar->on);
		}
	return area_of;
}

static bool has_addresses(const struct scheme *scheme)
{
	const struct scheme_area *areas = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count; i++)
		if (areas[i].addresses.count > 0)
			return true;
	return false;
}

uint16_t radar_area(const struct radar_scheme *radar, const struct radar_line *line)
{
	assert(line->postcode >= 0 && line->postcode < RADAR_POSTCODES);
	return line->address == NULL ? radar->area_of[line->postcode] : area_on(radar, line, radar->on);
}

static int64_t furthest_months(const struct scheme *scheme)
{
	const struct scheme_birthday *birthdays = scheme->birthdays.items;
	int64_t months = RADAR_MONTHS;

	for (size_t i = 0; i < scheme->birthdays.count; i++)
		months = birthdays[i].warn_months > months ? birthdays[i].warn_months : months;
	return months;
}

struct radar_scheme radar_scheme_on(const struct scheme *scheme, const struct lane_set *set, struct date on,
                                    struct arena *arena)
{
	struct radar_place *places =
		ARENA_MANY(arena, set->products.count * set->areas.count, struct radar_place);
	struct radar_scheme radar = { .scheme = scheme,
		                      .set = set,
		                      .on = on,
		                      .until = radar_months_later(on, furthest_months(scheme)),
		                      .places = places,
		                      .has_addresses = has_addresses(scheme),
		                      .answer = assign_answer_new(set, arena) };

	radar.area_of = areas_on(&radar, arena);
	for (size_t i = 0; i < set->products.count; i++)
		for (size_t j = 0; j < set->areas.count; j++)
			see_place(&radar, lane_set_place(set, (uint16_t)i, (uint16_t)j), &set->areas.items[j],
			          arena, &places[i * set->areas.count + j]);
	return radar;
}

/* --- one line --- */

bool radar_ask(const struct radar_scheme *radar, const struct radar_line *line, struct date on,
               uint16_t without, struct assign_question *ret_question)
{
	struct assign_question question = { .product = line->product,
		                            .area = area_on(radar, line, on),
		                            .current = line->deliverer,
		                            .born = line->born,
		                            .on = on,
		                            .since = line->since };

	if (without != LANE_NONE)
		question.unavailable[question.unavailable_count++] = without;
	if (question.area == LANE_NONE)
		return false;
	assign_judge(radar->set, &question, radar->answer);
	*ret_question = question;
	return true;
}

/* What is for and against the present deliverer on a day. */
static uint32_t reasons_on(const struct radar_scheme *radar, const struct radar_line *line, struct date on)
{
	struct assign_question question;

	if (!radar_ask(radar, line, on, LANE_NONE, &question))
		return REASON_AREA_NOT_THEN;
	for (size_t i = 0; i < radar->answer->count; i++)
		if (radar->answer->candidates[i].party == line->deliverer)
			return radar->answer->candidates[i].reasons;
	return REASON_NO_LANE;
}

/* What is against the present deliverer on a day; 0: it may go on. */
static uint32_t against_on(const struct radar_scheme *radar, const struct radar_line *line, struct date on)
{
	return reasons_on(radar, line, on) & REASONS_AGAINST;
}

static bool ends_on(const struct radar_scheme *radar, const struct radar_line *line, struct date day,
                    struct radar_change *ret_change)
{
	uint32_t against;

	if (!is_coming(radar, day) || !date_before(line->from, day) || !date_before(day, line->until))
		return false;
	if (date_is(ret_change->on) && !date_before(day, ret_change->on))
		return false;
	against = against_on(radar, line, day);
	if (against == 0 || against_on(radar, line, date_add_days(day, -1)) != 0)
		return false;
	ret_change->on = day;
	ret_change->is_birthday = (against & (uint32_t)(REASON_TOO_OLD | REASON_TOO_YOUNG)) != 0;
	ret_change->age = date_age_on(line->born, day);
	return true;
}

/*
 * Whether the deliverer has stopped by the day asked, during this support, and nobody took over. Not at a
 * cut-over, where whoever delivered goes on until the client's turn comes, nor by age.
 */
static bool has_stopped(const struct radar_scheme *radar, const struct radar_line *line,
                        const struct radar_place *place, struct radar_change *ret_change)
{
	const uint32_t by_age = REASON_TOO_OLD | REASON_TOO_YOUNG;
	uint32_t before;

	if (!date_before(radar->on, line->until) || (against_on(radar, line, radar->on) & ~by_age) == 0)
		return false;
	for (size_t i = place->days_count; i-- > 0;) {
		struct date day = place->days[i];

		if (date_before(radar->on, day) || !date_before(line->from, day))
			continue;
		before = reasons_on(radar, line, date_add_days(day, -1));
		if ((before & REASONS_AGAINST) != 0)
			continue;
		*ret_change = (struct radar_change){ .on = day };
		return (before & REASON_KEPT) == 0 && (against_on(radar, line, day) & ~by_age) != 0;
	}
	return false;
}

/* How long beforehand a birthday is in view. */
static struct date last_birthday(const struct radar_scheme *radar, int age)
{
	const struct scheme_birthday *said = radar_birthday(radar->scheme, age);

	return radar_months_later(radar->on, said == NULL ? RADAR_MONTHS : said->warn_months);
}

bool radar_next(const struct radar_scheme *radar, const struct radar_line *line,
                struct radar_change *ret_change)
{
	struct radar_change first = { 0 };
	const struct radar_place *place;
	uint16_t area = radar_area(radar, line);

	if (area == LANE_NONE || line->deliverer == LANE_NONE)
		return false;
	place = &radar->places[line->product * radar->set->areas.count + area];
	for (size_t i = 0; i < place->days_count; i++)
		if (!date_before(radar_months_later(radar->on, RADAR_MONTHS), place->days[i]))
			(void)ends_on(radar, line, place->days[i], &first);
	for (size_t i = 0; i < place->ages_count; i++) {
		struct date birthday = date_birthday(line->born, place->ages[i]);

		if (is_coming(radar, birthday) &&
		    !date_before(last_birthday(radar, place->ages[i]), birthday))
			(void)ends_on(radar, line, birthday, &first);
	}
	if (!date_is(first.on) && !has_stopped(radar, line, place, &first))
		return false;
	*ret_change = first;
	return true;
}

/* --- a party that leaves --- */

static bool holds_on(const struct lane_set *set, const struct lane_offer *offer, struct date on)
{
	const struct lane *lane = &set->lanes[offer->lane];
	const struct lane_name *area = &set->areas.items[offer->area];

	return offer->instead_of == LANE_NONE && lane->how != LANE_CLOSED_COHORT &&
	       date_within(on, lane->from, lane->until) && date_within(on, area->from, area->until);
}

/* Whether the other offer is for everybody whom the offer was for, under the same contract. */
static bool takes_over(const struct lane_set *set, const struct lane_offer *offer,
                       const struct lane_offer *other)
{
	const struct lane *lane = &set->lanes[offer->lane], *next = &set->lanes[other->lane];

	return (offer->under == LANE_NONE || offer->under == other->under) &&
	       next->from_age <= lane->from_age &&
	       (next->until_age == 0 || (lane->until_age != 0 && lane->until_age <= next->until_age));
}

/* Whether the party leaves the place with nobody for it; ret_has: it was there. */
static bool leaves_gap(const struct lane_set *set, const struct radar_leaving *leaving,
                       struct lane_place place, bool *ret_has)
{
	bool is_gap = false;

	*ret_has = false;
	for (size_t i = 0; i < place.count; i++) {
		const struct lane_offer *offer = &place.offers[i];
		bool is_covered = false;

		if (offer->party != leaving->party ||
		    !holds_on(set, offer, date_add_days(leaving->from, leaving->is_supposed ? 0 : -1)))
			continue;
		*ret_has = true;
		for (size_t j = 0; j < place.count && !is_covered; j++)
			is_covered = holds_on(set, &place.offers[j], leaving->from) &&
			             takes_over(set, offer, &place.offers[j]) &&
			             !(leaving->is_supposed && place.offers[j].party == leaving->party);
		is_gap = is_gap || !is_covered;
	}
	return is_gap;
}

size_t radar_uncovered(const struct lane_set *set, const struct radar_leaving *leaving, uint16_t *ret_areas,
                       size_t *ret_own)
{
	size_t count = 0;

	*ret_own = 0;
	for (size_t i = 0; i < set->areas.count; i++) {
		bool has = false;

		if (leaves_gap(set, leaving, lane_set_place(set, leaving->product, (uint16_t)i), &has))
			ret_areas[count++] = (uint16_t)i;
		*ret_own += has;
	}
	return count;
}

/* --- a closed cohort --- */

enum radar_membership radar_membership(const struct lane *lane, struct date since, struct date until,
                                       struct date on)
{
	if (!date_before(since, lane->served_before) || !date_before(lane->from, until) ||
	    date_before(lane->from, since))
		return RADAR_NO_MEMBER;
	return date_before(on, until) ? RADAR_STILL_MEMBER : RADAR_LEFT_COHORT;
}
