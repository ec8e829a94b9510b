/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/worth.h"

#include <string.h>

#include "contract/tariff/tariff_store.h"

#define WEEK_DAYS 7
#define HOUR_MINUTES 60
#define STRETCHES_MAX 31
#define MONTH_UNIT "month"

static bool is(const char *one, const char *other)
{
	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

struct date worth_month(struct date day)
{
	int year = 1, month = 1, at = 1;

	date_parts(day, &year, &month, &at);
	return date_of(year, month, 1);
}

struct date worth_next_month(struct date day)
{
	int year = 1, month = 1, at = 1;

	date_parts(day, &year, &month, &at);
	return month == 12 ? date_of(year + 1, 1, 1) : date_of(year, month + 1, 1);
}

/* Of how many parts of the order's unit the tariff is the price; 0 where the two do not go together. */
static int64_t parts_per(const char *unit, const char *tariff)
{
	bool is_piece = is(unit, "piece") || is(unit, "output");

	if (is(unit, "minute") && is(tariff, "hour"))
		return HOUR_MINUTES;
	return is(unit, tariff) || (is_piece && (is(tariff, "piece") || is(tariff, "output")));
}

static const char *step_on(const struct worth_order *order, struct date day)
{
	const char *step = NULL;

	for (size_t i = 0; i < order->steps_count && !date_before(day, order->steps[i].from); i++)
		step = order->steps[i].step;
	return step;
}

/* The price of a day: by the month, or by the order's unit. NULL where there is none. */
static const struct tariff_held *price_on(const struct worth_prices *prices, const struct worth_order *order,
                                          struct date day, bool is_by_month)
{
	const struct tariff_held *held = prices->held.items, *found = NULL;
	const char *step = step_on(order, day);

	for (size_t i = 0; i < prices->held.count; i++) {
		bool fits =
			is_by_month ? is(held[i].unit, MONTH_UNIT) : parts_per(order->unit, held[i].unit) > 0;

		if (!fits || !is(held[i].product, order->product) ||
		    !date_within(day, held[i].valid_from, held[i].valid_until) ||
		    (step != NULL && !is(held[i].level, step)))
			continue;
		if (found == NULL || held[i].cents.cents < found->cents.cents)
			found = &held[i];
	}
	return found;
}

/* The first day after day on which the price may be another. */
static struct date change_after(const struct worth_prices *prices, const struct worth_order *order,
                                struct date day, struct date until)
{
	const struct tariff_held *held = prices->held.items;
	struct date next = until;

	for (size_t i = 0; i < prices->held.count; i++) {
		if (!is(held[i].product, order->product))
			continue;
		if (date_before(day, held[i].valid_from) && date_before(held[i].valid_from, next))
			next = held[i].valid_from;
		if (date_before(day, held[i].valid_until) && date_before(held[i].valid_until, next))
			next = held[i].valid_until;
	}
	for (size_t i = 0; i < order->steps_count; i++)
		if (date_before(day, order->steps[i].from) && date_before(order->steps[i].from, next))
			next = order->steps[i].from;
	return next;
}

/* Price x quantity of some days: the order's amount goes by the day, the week or the month, or is all at once
 * on its first day. */
static int64_t by_quantity(const struct tariff_held *price, const struct worth_order *order, struct date from,
                           struct date until)
{
	struct delivered line = { .tariff = price->cents,
		                  .per = parts_per(order->unit, price->unit),
		                  .parts = order->amount * (until.day - from.day) };
	int64_t beyond = 0;

	if (is(order->frequency, "week"))
		line.per *= WEEK_DAYS;
	else if (is(order->frequency, "month"))
		line.per *= worth_next_month(from).day - worth_month(from).day;
	else if (!is(order->frequency, "day"))
		line.parts = date_within(order->from, from, until) ? order->amount : 0;
	line.granted = line.parts;
	return funding_price_quantity(&line, 1, &beyond);
}

int64_t worth_in_month(const struct worth_prices *prices, const struct worth_order *order, struct date from,
                       struct date until, int64_t *ret_unpriced)
{
	struct stretch stretches[STRETCHES_MAX];
	size_t count = 0;
	int64_t cents = 0;

	for (struct date day = from, end; date_before(day, until); day = end) {
		const struct tariff_held *price =
			prices->is_arrangement ? price_on(prices, order, day, true) : NULL;

		end = change_after(prices, order, day, until);
		if (price != NULL && count < STRETCHES_MAX) {
			stretches[count++] = (struct stretch){ day, end, price->cents };
			continue;
		}
		price = price_on(prices, order, day, false);
		if (price != NULL)
			cents += by_quantity(price, order, day, end);
		else
			*ret_unpriced += end.day - day.day;
	}
	return cents + funding_arrangement(stretches, count, prices->rule);
}
