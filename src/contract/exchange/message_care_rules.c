/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for what is ordered or asked: orders, requests, and what is to be changed or added. */
#include "contract/exchange/message_holds.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

#define LAST_DAY_OF_2020 ((struct date){ 737790 })

static int compare_orders(const void *a, const void *b)
{
	const struct message_order *const *left = a, *const *right = b;

	return message_compare_numbers((*left)->number, (*right)->number);
}

/* TR101: the key of an order is its number. */
static bool orders_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->orders, sizeof(struct message_order), compare_orders,
	                             in->arena);
}

/* TR134 */
static bool order_was_assigned(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	return !date_before(in->header->identity.dated, order->assigned_on);
}

/* Product categories 11 to 14 are aids, of which a client may have several at a time. */
static bool is_aid(const struct message_care *care)
{
	return message_is_one_of(care->product.category, "11", "12", "13") ||
	       message_is_code(care->product.category, "14");
}

static bool is_withdrawn(const struct message_care *care)
{
	return (message_is_code(care->change_reason, "13") || message_is_code(care->change_reason, "01")) &&
	       care->begins_on.day == care->ends_on.day;
}

static int compare_begins(const void *a, const void *b)
{
	const struct message_care *const *left = a, *const *right = b;

	return message_compare_numbers((*left)->begins_on.day, (*right)->begins_on.day);
}

static int compare_in_category(const void *a, const void *b)
{
	const struct message_care *const *left = a, *const *right = b;
	int order = message_compare_texts((*left)->product.category, (*right)->product.category);

	return order == 0 ? compare_begins(a, b) : order;
}

static int compare_in_product(const void *a, const void *b)
{
	const struct message_care *const *left = a, *const *right = b;
	int order = message_compare_products(&(*left)->product, &(*right)->product);

	return order == 0 ? compare_begins(a, b) : order;
}

/* Among which care is looked for overlap, sorted so that it stands together; and what there is for all of it.
 */
struct among {
	int (*compare)(const void *, const void *);
	bool (*is_together)(const struct message_care *a, const struct message_care *b);
	bool (*is_for_all)(const struct message_care *care);
};

static bool is_same_product(const struct message_care *a, const struct message_care *b)
{
	return message_compare_products(&a->product, &b->product) == 0;
}

static bool is_same_category(const struct message_care *a, const struct message_care *b)
{
	return message_compare_texts(a->product.category, b->product.category) == 0;
}

static bool is_any(const struct message_care *a, const struct message_care *b)
{
	(void)a, (void)b;
	return true;
}

static bool is_specific(const struct message_care *care)
{
	(void)care;
	return true;
}

static bool has_no_code(const struct message_care *care)
{
	return care->product.code == NULL;
}

static bool has_no_category(const struct message_care *care)
{
	return care->product.category == NULL;
}

/*
 * Whether nothing that is for all stands in the days of another, in one pass by begin: what is for all looks
 * at the latest end of everything before it, the rest at that of what is for all.
 */
static bool stand_apart_among(const struct among *among, const struct message_care **cares, size_t count)
{
	int32_t latest = 0, latest_for_all = 0;

	qsort(cares, count, sizeof(*cares), among->compare);
	for (size_t i = 0; i < count; i++) {
		bool is_for_all = among->is_for_all(cares[i]);
		int32_t end = message_end_of(cares[i]->ends_on).day;

		if (i > 0 && !among->is_together(cares[i - 1], cares[i]))
			latest = latest_for_all = 0;
		if (cares[i]->begins_on.day <= (is_for_all ? latest : latest_for_all))
			return false;
		if (end > latest)
			latest = end;
		if (is_for_all && end > latest_for_all)
			latest_for_all = end;
	}
	return true;
}

/*
 * The same product does not overlap in time: care without a category is for any product, care without a code
 * for any in its category. Aids may, and what is withdrawn does not count.
 */
static bool stand_apart(const struct records *records, size_t size, struct arena *arena)
{
	static const struct among amongs[] = {
		{ compare_in_product, is_same_product, is_specific },
		{ compare_in_category, is_same_category, has_no_code },
		{ compare_begins, is_any, has_no_category },
	};
	const struct message_care **cares =
		ARENA_MANY(arena, records->count + 1, const struct message_care *);
	size_t count = 0;

	for (size_t i = 0; i < records->count; i++) {
		const struct message_care *care = (const void *)((const char *)records->items + i * size);

		if (!is_aid(care) && !is_withdrawn(care))
			cares[count++] = care;
	}
	for (size_t i = 0; i < COUNT(amongs); i++)
		if (count > 1 && !stand_apart_among(&amongs[i], cares, count))
			return false;
	return true;
}

/* TR302 */
static bool orders_stand_apart(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return stand_apart(&client->orders, sizeof(struct message_order), in->arena);
}

/* TR386 */
static bool requests_stand_apart(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return stand_apart(&client->requests, sizeof(struct message_request), in->arena);
}

/* TR410 */
static bool added_stand_apart(const void *part, const struct message_context *in)
{
	const struct message_change *change = part;

	return stand_apart(&change->added, sizeof(struct message_wish), in->arena);
}

/* CS003 */
static bool care_ends_after_begin(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return message_ends_after_begin(care->begins_on, care->ends_on);
}

/* CD079 */
static bool has_product_or_budget(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return care->has_budget || care->product.category != NULL;
}

/* CD077 for the volume and CD078 for the budget say the same. */
static bool has_volume_or_budget(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return !care->has_budget || !care->has_volume;
}

/* CD041 */
static bool product_code_has_volume(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return care->product.code == NULL || care->has_volume;
}

/* CD080 and CS338, and what they are called in requests, are not for orders that ended before 2021. */
static bool is_of_today(const struct message_care *care)
{
	return date_before(LAST_DAY_OF_2020, message_end_of(care->ends_on));
}

/* CD080, CD095, CD096 */
static bool volume_has_product_code(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return care->product.code != NULL || !care->has_volume || !is_of_today(care);
}

/* CD075 */
static bool budget_has_end(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return !care->has_budget || date_is(care->ends_on);
}

/* CD076 */
static bool weekly_volume_has_end(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return !care->has_volume || !message_is_code(care->volume.frequency, "2") || date_is(care->ends_on);
}

/* CS338, CS343: whole days, half-days, euros and pieces of effort are not counted per day. */
static bool frequency_fits_unit(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;
	const char *unit = care->volume.unit;

	(void)in;
	if (!care->has_volume || !is_of_today(care))
		return true;
	if (!message_is_one_of(unit, "14", "16", "83") && !message_is_code(unit, "84"))
		return true;
	return message_is_one_of(care->volume.frequency, "2", "4", "6");
}

/* CS335 */
static bool deleted_order_has_one_day(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return !message_is_code(care->change_reason, "13") || care->begins_on.day == care->ends_on.day;
}

/* CS336 */
static bool change_reason_is_in_use(const void *part, const struct message_context *in)
{
	const struct message_care *care = part;

	(void)in;
	return !message_is_code(care->change_reason, "01");
}

static const struct message_rule rules[] = {
	MESSAGE_RULE("TR101", "WMO301", "client", "ToegewezenProducten", orders_differ,
	             WORDS("Geef elk toewijzingsnummer maar één keer.")),
	MESSAGE_RULE("TR134", NULL, "order", "Toewijzingsdatum", order_was_assigned,
	             WORDS("De toewijzingsdatum ligt na de dagtekening.")),
	MESSAGE_RULE("TR302", "WMO301", "client", "ToegewezenProducten", orders_stand_apart,
	             WORDS("Wijs hetzelfde product niet twee keer toe voor dezelfde dagen.")),
	MESSAGE_RULE("TR386", "WMO315", "client", "AangevraagdeProducten", requests_stand_apart,
	             WORDS("Vraag hetzelfde product niet twee keer aan voor dezelfde dagen.")),
	MESSAGE_RULE("TR410", NULL, "change", "NieuweProducten", added_stand_apart,
	             WORDS("Vraag hetzelfde product niet twee keer aan voor dezelfde dagen.")),
	MESSAGE_RULE("CS003", NULL, "order changed added", "Einddatum", care_ends_after_begin,
	             WORDS("De einddatum ligt voor de ingangsdatum.")),
	MESSAGE_RULE("CS003", NULL, "request", "ToewijzingEinddatum", care_ends_after_begin,
	             WORDS("De einddatum ligt voor de ingangsdatum.")),
	MESSAGE_RULE("CD079", NULL, "order request added", "Product", has_product_or_budget,
	             WORDS("Vul een product in als er geen budget is.")),
	MESSAGE_RULE("CD077", NULL, "order request changed added", "Omvang", has_volume_or_budget,
	             WORDS("Vul een budget in of een omvang, niet allebei.")),
	MESSAGE_RULE("CD078", NULL, "order request changed added", "Budget", has_volume_or_budget,
	             WORDS("Vul een budget in of een omvang, niet allebei.")),
	MESSAGE_RULE("CD041", NULL, "order request added", "Omvang", product_code_has_volume,
	             WORDS("Vul bij een productcode de omvang in.")),
	MESSAGE_RULE("CD080", NULL, "order", "Omvang", volume_has_product_code,
	             WORDS("Vul een omvang alleen in bij een productcode.")),
	MESSAGE_RULE("CD095", NULL, "request", "Omvang", volume_has_product_code,
	             WORDS("Vul een omvang alleen in bij een productcode.")),
	MESSAGE_RULE("CD096", NULL, "added", "Omvang", volume_has_product_code,
	             WORDS("Vul een omvang alleen in bij een productcode.")),
	MESSAGE_RULE("CD075", NULL, "order changed added", "Einddatum", budget_has_end,
	             WORDS("Vul bij een budget een einddatum in.")),
	MESSAGE_RULE("CD075", NULL, "request", "ToewijzingEinddatum", budget_has_end,
	             WORDS("Vul bij een budget een einddatum in.")),
	MESSAGE_RULE("CD076", NULL, "order changed added", "Einddatum", weekly_volume_has_end,
	             WORDS("Vul bij een omvang per week een einddatum in.")),
	MESSAGE_RULE("CD076", NULL, "request", "ToewijzingEinddatum", weekly_volume_has_end,
	             WORDS("Vul bij een omvang per week een einddatum in.")),
	MESSAGE_RULE("CS338", NULL, "order changed added", "Omvang/Frequentie", frequency_fits_unit,
	             WORDS("Deze eenheid kan per week, per maand of in totaal, niet per dag.")),
	MESSAGE_RULE("CS343", NULL, "request", "Omvang/Frequentie", frequency_fits_unit,
	             WORDS("Deze eenheid kan per week, per maand of in totaal, niet per dag.")),
	MESSAGE_RULE("CS335", NULL, "order", "RedenWijziging", deleted_order_has_one_day,
	             WORDS("Een verwijderde toewijzing eindigt op de dag waarop zij ingaat.")),
	MESSAGE_RULE("CS336", NULL, "order", "RedenWijziging", change_reason_is_in_use,
	             WORDS("Reden 01 wordt niet meer gebruikt; neem 14.")),
};
const struct message_rules message_care_rules = { rules, COUNT(rules) };
