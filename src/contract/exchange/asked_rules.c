/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/asked_rules.h"

#include <string.h>

#include "common/scheme/scheme.h"

#define IN_TOTAL "6" /* WMO757: over the whole time of the order */

/* A change that was not told yet does not count: nothing is refused for what the provider cannot know
 * (OP095). */
static struct date told_until(const struct order_line *order)
{
	return date_is(order->ended_on) && order->changed == 0 ? order->ended_on : order->valid_until;
}

bool asked_order_is_current(const struct order_line *order, struct date on)
{
	return date_is(order->sent_on) && !has_words(order->refused) &&
	       strcmp(order->state, "declined") != 0 && date_before(order->valid_from, told_until(order)) &&
	       date_before(on, told_until(order));
}

const struct order_line *asked_current_order(const struct records *orders, int64_t number, struct date on)
{
	const struct order_line *items = orders->items;

	for (size_t i = 0; i < orders->count; i++)
		if (items[i].assignment == number && asked_order_is_current(&items[i], on))
			return &items[i];
	return NULL;
}

/* TR347 */
static bool reference_is_new(const struct asked_part *part)
{
	return !part->before.is_used;
}

/* TR374 */
static bool is_only_request(const struct asked_part *part)
{
	return !part->before.is_open;
}

/* TR381: what is added, or asked for, without a product is left to the municipality. */
static bool product_is_agreed(const struct asked_part *part)
{
	return part->is_agreed;
}

static bool is_named(const struct records *wishes, int64_t number)
{
	const struct message_wish *items = wishes->items;

	for (size_t i = 0; i < wishes->count; i++)
		if (items[i].number == number)
			return true;
	return false;
}

/* TR349 */
static bool has_every_order(const struct asked_part *part)
{
	const struct order_line *orders = part->orders.items;

	for (size_t i = 0; i < part->orders.count; i++)
		if (asked_order_is_current(&orders[i], part->dated) &&
		    !is_named(&part->change->kept, orders[i].assignment) &&
		    !is_named(&part->change->changed, orders[i].assignment))
			return false;
	return true;
}

/* TR350, TR351 */
static bool has_current_order(const struct asked_part *part)
{
	return part->order != NULL;
}

/* TR357 */
static bool begins_later_or_as_ordered(const struct asked_part *part)
{
	struct date from = part->wish->care.begins_on;

	return date_before(part->dated, from) || from.day == part->order->valid_from.day;
}

static bool is_in_total(const struct asked_part *part)
{
	return strcmp(scheme_frequency_code(part->order->frequency), IN_TOTAL) == 0 ||
	       strcmp(or_empty(part->wish->care.volume.frequency), IN_TOTAL) == 0;
}

/* TR373 */
static bool total_begins_as_ordered(const struct asked_part *part)
{
	bool is_other = part->wish->care.has_budget ||
	                part->wish->care.volume.volume != part->order->amount ||
	                strcmp(or_empty(part->wish->care.volume.frequency),
	                       scheme_frequency_code(part->order->frequency)) != 0;

	return !is_other || (!part->wish->care.has_budget && !is_in_total(part)) ||
	       part->wish->care.begins_on.day == part->order->valid_from.day;
}

/* TR411: every order here names its product with a code. */
static bool has_volume(const struct asked_part *part)
{
	return part->wish->care.has_volume;
}

static bool overlap(const struct asked_wish *a, const struct asked_wish *b)
{
	return has_words(a->product) && has_words(b->product) && strcmp(a->product, b->product) == 0 &&
	       !a->is_aid && date_before(a->from, date_until(b->last_day)) &&
	       date_before(b->from, date_until(a->last_day));
}

#define MAX_WISHES 1000 /* a client has a handful of products */

/* TR361 */
static bool products_do_not_overlap(const struct asked_part *part)
{
	const struct asked_wish *wishes = part->wishes->items;

	if (part->wishes->count > MAX_WISHES)
		return false;
	for (size_t i = 0; i < part->wishes->count; i++)
		for (size_t j = i + 1; j < part->wishes->count; j++)
			if (overlap(&wishes[i], &wishes[j]))
				return false;
	return true;
}

/* --- the rules --- */

struct asked_rule {
	const char *rule;
	const char *parts; /* "request", "change", or a sort of wish */
	bool (*holds)(const struct asked_part *part);
};

/* The first that does not hold is the one that counts. */
static const struct asked_rule rules[] = {
	{ "TR347", "request change", reference_is_new },
	{ "TR374", "request change", is_only_request },
	{ "TR349", "change", has_every_order },
	{ "TR350", "kept", has_current_order },
	{ "TR351", "changed", has_current_order },
	{ "TR411", "changed", has_volume },
	{ "TR357", "changed", begins_later_or_as_ordered },
	{ "TR373", "changed", total_begins_as_ordered },
	{ "TR381", "request added", product_is_agreed },
	{ "TR361", "change", products_do_not_overlap },
};

static const char *name_of(const struct asked_part *part)
{
	if (part->wish != NULL)
		return part->wish_sort;
	return part->change != NULL ? "change" : "request";
}

static bool is_for(const struct asked_rule *rule, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = rule->parts; (at = strstr(at, name)) != NULL; at += length)
		if ((at == rule->parts || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

const char *asked_broken_rule(const struct asked_part *part)
{
	for (size_t i = 0; i < COUNT(rules); i++)
		if (is_for(&rules[i], name_of(part)) && !rules[i].holds(part))
			return rules[i].rule;
	return NULL;
}
