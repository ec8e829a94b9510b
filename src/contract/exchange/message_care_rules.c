/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for what is ordered or asked: orders, requests, and what is to be changed or added. */
#include "contract/exchange/message_holds.h"

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

/* Care without a category is for any product, one without a code for any in its category. */
static bool is_same_product(const struct message_care *a, const struct message_care *b)
{
	if (is_aid(a) || is_aid(b) || is_withdrawn(a) || is_withdrawn(b))
		return false;
	if (a->product.category == NULL || b->product.category == NULL)
		return true;
	if (strcmp(a->product.category, b->product.category) != 0)
		return false;
	return a->product.code == NULL || b->product.code == NULL ||
	       strcmp(a->product.code, b->product.code) == 0;
}

static int compare_begins(const void *a, const void *b)
{
	const struct message_care *const *left = a, *const *right = b;

	return message_compare_numbers((*left)->begins_on.day, (*right)->begins_on.day);
}

/* The same product does not overlap in time. Sorted by begin, each looks at those that begin in it. */
static bool stand_apart(const struct records *records, size_t size, struct arena *arena)
{
	const void **items = message_sorted(records, size, compare_begins, arena);

	for (size_t i = 0; i < records->count; i++) {
		const struct message_care *care = items[i], *later;

		for (size_t j = i + 1; j < records->count; j++) {
			later = items[j];
			if (date_before(message_end_of(care->ends_on), later->begins_on))
				break;
			if (is_same_product(care, later))
				return false;
		}
	}
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
