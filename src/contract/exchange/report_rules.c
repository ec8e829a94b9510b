/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/report_rules.h"

#include <string.h>

bool reported_is_deletion(const struct reported *reported)
{
	return strcmp(reported->start->state, "3") == 0;
}

static bool is_start(const struct report_line *line)
{
	return strcmp(line->sort, "started") == 0 || strcmp(line->sort, "resumed") == 0;
}

static bool is_stop(const struct report_line *line)
{
	return strcmp(line->sort, "paused") == 0 || strcmp(line->sort, "stopped") == 0;
}

/* The last report before the place at, of a start; NULL when there is none. */
static const struct report_line *start_before(const struct records *reports, size_t at)
{
	const struct report_line *items = reports->items;

	while (at-- > 0)
		if (is_start(&items[at]))
			return &items[at];
	return NULL;
}

const struct report_line *reported_start(const struct reported *reported)
{
	return start_before(&reported->reports, reported->reports.count);
}

static bool begins_on(const struct report_line *start, const struct reported *reported)
{
	return start != NULL && start->from_day.day == reported->start->begins_on.day;
}

/* The day after the last one with care, as the log of reports has it. */
static struct date day_without(const struct message_stop *stop)
{
	return date_add_days(stop->ends_on, 1);
}

/* A pause keeps another reason than the message's: why, where the provider's page said so. */
static bool has_reason(const struct report_line *line, const struct message_stop *stop)
{
	if (strcmp(line->sort, "paused") == 0)
		return strcmp(stop->reason, MESSAGE_STOP_FOR_A_WHILE) == 0;
	return strcmp(line->reason, stop->reason) == 0;
}

/* The report with the same key as the message's: a start has its begin, a stop also its reason and its end.
 */
static const struct report_line *same_report(const struct reported *reported)
{
	const struct report_line *items = reported->reports.items;

	for (size_t i = reported->reports.count; i-- > 0;) {
		if (reported->stop == NULL && is_start(&items[i]) && begins_on(&items[i], reported))
			return &items[i];
		if (reported->stop != NULL && is_stop(&items[i]) && has_reason(&items[i], reported->stop) &&
		    items[i].from_day.day == day_without(reported->stop).day &&
		    begins_on(start_before(&reported->reports, i), reported))
			return &items[i];
	}
	return NULL;
}

bool reported_is_last(const struct reported *reported)
{
	const struct report_line *same = same_report(reported);

	return same != NULL && same == report_last(&reported->reports);
}

static bool stands_as(const struct reported *reported, const char *state)
{
	return strcmp(reported->order.state, state) == 0;
}

/* TR019. Whose order it is, is not told: an order of somebody else is as unknown as one that is not there. */
static bool has_order(const struct reported *reported)
{
	return reported->is_known;
}

/* TR381. The agreed list is the scheme's; a start may leave the product out. */
static bool product_is_agreed(const struct reported *reported)
{
	const struct message_product *product = &reported->start->product;
	const struct scheme_product *agreed;

	if (product->category == NULL)
		return true;
	agreed = reported->scheme->products.items;
	for (size_t i = 0; i < reported->scheme->products.count; i++)
		if (strcmp(agreed[i].category, product->category) == 0 &&
		    (product->code == NULL || strcmp(agreed[i].code, product->code) == 0))
			return true;
	return false;
}

/* TR063 */
static bool deletes_what_was_reported(const struct reported *reported)
{
	return !reported_is_deletion(reported) || same_report(reported) != NULL;
}

/* TR071 */
static bool deletes_no_start_with_a_stop(const struct reported *reported)
{
	const struct report_line *same = same_report(reported), *items = reported->reports.items;

	if (!reported_is_deletion(reported) || same == NULL)
		return true;
	for (size_t i = (size_t)(same - items) + 1; i < reported->reports.count; i++)
		if (is_stop(&items[i]))
			return false;
	return true;
}

/* TR074 */
static bool is_not_yet_reported(const struct reported *reported)
{
	return reported_is_deletion(reported) || same_report(reported) == NULL;
}

/* TR326 */
static bool has_no_current_start(const struct reported *reported)
{
	return reported_is_deletion(reported) || !stands_as(reported, "started");
}

/* TR382 */
static bool ends_the_current_start(const struct reported *reported)
{
	return reported_is_deletion(reported) || begins_on(reported_start(reported), reported);
}

/* TR413 */
static bool is_no_second_pause(const struct reported *reported)
{
	return reported_is_deletion(reported) || !stands_as(reported, "paused") ||
	       strcmp(reported->stop->reason, MESSAGE_STOP_FOR_A_WHILE) != 0;
}

/* TR414 */
static bool ends_after_the_pause(const struct reported *reported)
{
	const struct report_line *last = report_last(&reported->reports);

	return reported_is_deletion(reported) || last == NULL || !stands_as(reported, "paused") ||
	       !date_before(day_without(reported->stop), last->from_day);
}

/* TR415 */
static bool is_no_second_stop(const struct reported *reported)
{
	return reported_is_deletion(reported) || !stands_as(reported, "stopped");
}

struct cross_rule {
	const char *rule;
	bool (*holds)(const struct reported *reported);
	bool may_wait;
};

/* The first that does not hold is the one that counts. */
static const struct cross_rule start_rules[] = {
	{ "TR019", has_order, false },
	{ "TR381", product_is_agreed, false },
	{ "TR063", deletes_what_was_reported, true },
	{ "TR071", deletes_no_start_with_a_stop, true },
	{ "TR074", is_not_yet_reported, false },
	{ "TR326", has_no_current_start, true },
	{ NULL, NULL, false },
};
static const struct cross_rule stop_rules[] = {
	{ "TR019", has_order, false },
	{ "TR381", product_is_agreed, false },
	{ "TR063", deletes_what_was_reported, true },
	{ "TR074", is_not_yet_reported, false },
	{ "TR382", ends_the_current_start, true },
	{ "TR415", is_no_second_stop, false },
	{ "TR413", is_no_second_pause, false },
	{ "TR414", ends_after_the_pause, false },
	{ NULL, NULL, false },
};

const char *reported_broken_rule(const struct reported *reported)
{
	for (const struct cross_rule *rule = reported->stop == NULL ? start_rules : stop_rules;
	     rule->rule != NULL; rule++)
		if (!rule->holds(reported))
			return rule->rule;
	return NULL;
}

bool reported_may_wait(const char *rule)
{
	const struct cross_rule *const tables[] = { start_rules, stop_rules };

	for (size_t i = 0; i < COUNT(tables); i++)
		for (const struct cross_rule *row = tables[i]; row->rule != NULL; row++)
			if (row->may_wait && strcmp(row->rule, rule) == 0)
				return true;
	return false;
}
