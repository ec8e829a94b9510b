/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The rules of level 2 for the 301, the 305 and the 307, after iWmo 3.2: conditions (CD), constraints (CS)
 * and technical rules (TR). Where the official XSLT and its text differ, the XSLT decides: receivers run it.
 */
#include "contract/exchange/message.h"
#include "contract/exchange/message_reports.h"

#include <stdlib.h>
#include <string.h>

#include "platform/base/words.h"

#define LAST_DAY_OF_2020 ((struct date){ 737790 })

static bool is_code(const char *code, const char *one)
{
	return code != NULL && strcmp(code, one) == 0;
}

static bool is_one_of(const char *code, const char *first, const char *second, const char *third)
{
	return is_code(code, first) || is_code(code, second) || is_code(code, third);
}

/* No end is the end of the calendar. */
static struct date end_of(struct date ends_on)
{
	return date_is(ends_on) ? ends_on : DATE_LAST;
}

static bool ends_after_begin(struct date begins_on, struct date ends_on)
{
	return !date_is(begins_on) || !date_before(end_of(ends_on), begins_on);
}

/* The items of a list as pointers in arena, sorted. */
static const void **sorted(const struct records *records, size_t size,
                           int (*compare)(const void *, const void *), struct arena *arena)
{
	const void **items = ARENA_MANY(arena, records->count, const void *);

	for (size_t i = 0; i < records->count; i++)
		items[i] = (const char *)records->items + i * size;
	if (records->count > 1)
		qsort(items, records->count, sizeof(*items), compare);
	return items;
}

bool message_are_different(const struct records *records, size_t size,
                           int (*compare)(const void *, const void *), struct arena *arena)
{
	const void **items = sorted(records, size, compare, arena);

	for (size_t i = 1; i < records->count; i++)
		if (compare(&items[i - 1], &items[i]) == 0)
			return false;
	return true;
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(or_empty(a), or_empty(b));
}

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* --- client --- */

/* CS002: the eleven test of the citizen service number, the last digit counting negative. */
static bool bsn_is_possible(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;
	int sum = 0;

	(void)in;
	for (int i = 0; i < 9; i++)
		sum += (client->bsn[i] - '0') * (i < 8 ? 9 - i : -1);
	return sum % 11 == 0;
}

/* TR061. A start has no contacts. */
static bool has_address(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;
	const struct message_contact *contacts = client->contacts.items;

	(void)in;
	for (size_t i = 0; i < client->contacts.count; i++)
		if (is_one_of(contacts[i].kind, "01", "02", "03"))
			return true;
	return client->contacts.count == 0;
}

static int compare_contacts(const void *a, const void *b)
{
	const struct message_contact *const *left = a, *const *right = b;

	return compare_texts((*left)->kind, (*right)->kind);
}

/* TR101: the key of a contact is its kind. */
static bool contacts_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->contacts, sizeof(struct message_contact), compare_contacts,
	                             in->arena);
}

static int compare_relations(const void *a, const void *b)
{
	const struct message_relation *const *left = a, *const *right = b;

	return compare_texts((*left)->number, (*right)->number);
}

/* TR101: the key of a relation is its number. */
static bool relations_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->relations, sizeof(struct message_relation), compare_relations,
	                             in->arena);
}

static int compare_orders(const void *a, const void *b)
{
	const struct message_order *const *left = a, *const *right = b;

	return compare_numbers((*left)->number, (*right)->number);
}

/* TR101: the key of an order is its number. */
static bool orders_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->orders, sizeof(struct message_order), compare_orders,
	                             in->arena);
}

/* Product categories 11 to 14 are aids, of which a client may have several at a time. */
static bool is_aid(const struct message_order *order)
{
	return is_one_of(order->product.category, "11", "12", "13") || is_code(order->product.category, "14");
}

static bool is_withdrawn(const struct message_order *order)
{
	return (is_code(order->change_reason, "13") || is_code(order->change_reason, "01")) &&
	       order->begins_on.day == order->ends_on.day;
}

/* An order without a category is for any product, one without a code for any in its category. */
static bool is_same_product(const struct message_order *a, const struct message_order *b)
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
	const struct message_order *const *left = a, *const *right = b;

	return compare_numbers((*left)->begins_on.day, (*right)->begins_on.day);
}

/* TR302: the same product does not overlap in time. Sorted by begin, each looks at those that begin in it. */
static bool orders_stand_apart(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;
	const void **orders =
		sorted(&client->orders, sizeof(struct message_order), compare_begins, in->arena);

	for (size_t i = 0; i < client->orders.count; i++) {
		const struct message_order *order = orders[i], *later;

		for (size_t j = i + 1; j < client->orders.count; j++) {
			later = orders[j];
			if (date_before(end_of(order->ends_on), later->begins_on))
				break;
			if (is_same_product(order, later))
				return false;
		}
	}
	return true;
}

/* --- name, birth, communication --- */

/* CS139: what is not known of a date of birth is written as the first: of the month, of January, of 1900. */
static bool unknown_fits_date(const void *part, const struct message_context *in)
{
	const struct message_birth *born = part;
	int year, month, day;

	(void)in;
	date_parts(born->on, &year, &month, &day);
	if (is_code(born->unknown, "3"))
		return year == 1900 && month == 1 && day == 1;
	if (is_code(born->unknown, "2"))
		return month == 1 && day == 1;
	return born->unknown == NULL || day == 1;
}

/* TR002: born at most 120 years before the message, unless the date is not known. */
static bool is_at_most_120(const void *part, const struct message_context *in)
{
	const struct message_birth *born = part;
	struct date latest = date_birthday(born->on, 120);

	if (is_code(born->unknown, "3") && born->on.day == date_of(1900, 1, 1).day)
		return true;
	return !date_is(latest) || !date_before(latest, in->header->identity.dated);
}

/* TR134 */
static bool is_born(const void *part, const struct message_context *in)
{
	const struct message_birth *born = part;

	return !date_before(in->header->identity.dated, born->on);
}

/* CS050, as the XSLT has it; what CS318 forbids (6, not a natural person) is then forbidden too. */
static bool use_fits_name(const void *part, const struct message_context *in)
{
	const struct message_name *name = part;

	(void)in;
	if (is_code(name->use, "1"))
		return true;
	return name->partner.name != NULL && is_one_of(name->use, "2", "3", "4");
}

/* CD007 */
static bool language_fits_form(const void *part, const struct message_context *in)
{
	const struct message_communication *communication = part;

	(void)in;
	return is_code(communication->form, "1") == (communication->language != NULL);
}

/* --- address and contact --- */

/* CD005 */
static bool country_goes_with_postcode(const void *part, const struct message_context *in)
{
	const struct message_address *address = part;

	(void)in;
	return (address->country != NULL) == (address->postcode != NULL);
}

/* CD025 */
static bool dutch_address_has_house(const void *part, const struct message_context *in)
{
	const struct message_address *address = part;

	(void)in;
	return !is_code(address->country, "NL") || address->has_house;
}

/* CS089: four digits, the first not 0, and two capitals, without a blank. */
static bool dutch_postcode_fits(const void *part, const struct message_context *in)
{
	static const char *const from = "1000AA", *const to = "9999ZZ";
	const struct message_address *address = part;

	(void)in;
	if (!is_code(address->country, "NL") || address->postcode == NULL)
		return true;
	for (size_t i = 0; i < 6; i++)
		if (address->postcode[i] < from[i] || address->postcode[i] > to[i])
			return false;
	return address->postcode[6] == '\0';
}

static bool is_address_empty(const struct message_address *address)
{
	return !address->has_house && address->postcode == NULL && address->street == NULL &&
	       address->town == NULL && address->country == NULL;
}

/* CD034: where there is an address. */
static bool home_has_postcode(const void *part, const struct message_context *in)
{
	const struct message_contact *contact = part;

	(void)in;
	if (!is_code(contact->kind, "01") && !is_code(contact->kind, "03"))
		return true;
	return contact->address.postcode != NULL || is_address_empty(&contact->address);
}

/* CD009 */
static bool period_is_of_temporary_stay(const void *part, const struct message_context *in)
{
	const struct message_contact *contact = part;

	(void)in;
	return is_code(contact->kind, "04") ||
	       (!date_is(contact->period.begins_on) && !date_is(contact->period.ends_on));
}

/* TR006 */
static bool contact_can_be_reached(const void *part, const struct message_context *in)
{
	const struct message_contact *contact = part;

	(void)in;
	return contact->phones.first.number != NULL ||
	       (contact->address.has_house && contact->address.postcode != NULL);
}

/* CS003 */
static bool period_ends_after_begin(const void *part, const struct message_context *in)
{
	const struct message_period *period = part;

	(void)in;
	return ends_after_begin(period->begins_on, period->ends_on);
}

/* --- order --- */

/* CS003 */
static bool order_ends_after_begin(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return ends_after_begin(order->begins_on, order->ends_on);
}

/* TR134 */
static bool order_was_assigned(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	return !date_before(in->header->identity.dated, order->assigned_on);
}

/* CD079 */
static bool order_has_product_or_budget(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return order->has_budget || order->product.category != NULL;
}

/* CD077 for the volume and CD078 for the budget say the same. */
static bool order_has_volume_or_budget(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return !order->has_budget || !order->has_volume;
}

/* CD041 */
static bool product_code_has_volume(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return order->product.code == NULL || order->has_volume;
}

/* CD080 and CS338 are not for orders that ended before 2021. */
static bool is_of_today(const struct message_order *order)
{
	return date_before(LAST_DAY_OF_2020, end_of(order->ends_on));
}

/* CD080 */
static bool volume_has_product_code(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return order->product.code != NULL || !order->has_volume || !is_of_today(order);
}

/* CD075 */
static bool budget_has_end(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return !order->has_budget || date_is(order->ends_on);
}

/* CD076 */
static bool weekly_volume_has_end(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return !order->has_volume || !is_code(order->volume.frequency, "2") || date_is(order->ends_on);
}

/* CS338: whole days, half-days, euros and pieces of effort are not counted per day. */
static bool frequency_fits_unit(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;
	const char *unit = order->volume.unit;

	(void)in;
	if (!order->has_volume || !is_of_today(order))
		return true;
	if (!is_one_of(unit, "14", "16", "83") && !is_code(unit, "84"))
		return true;
	return is_one_of(order->volume.frequency, "2", "4", "6");
}

/* CS335 */
static bool deleted_order_has_one_day(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return !is_code(order->change_reason, "13") || order->begins_on.day == order->ends_on.day;
}

/* CS336 */
static bool change_reason_is_in_use(const void *part, const struct message_context *in)
{
	const struct message_order *order = part;

	(void)in;
	return !is_code(order->change_reason, "01");
}

#define RULE(code_, part_, element_, holds_, words_)                                                         \
	{                                                                                                    \
		code_, MESSAGE_REFUSED, part_, element_, words_, holds_                                      \
	}

const struct message_rule message_rules[] = {
	RULE("CS002", "client", "Bsn", bsn_is_possible,
	     WORDS("Dit burgerservicenummer kan niet bestaan: het voldoet niet aan de elfproef.")),
	RULE("TR061", "client", "Contactgegevens", has_address,
	     WORDS("Geef minstens één adres: BRP-adres, correspondentieadres of verblijfadres.")),
	RULE("TR101", "client", "Contactgegevens", contacts_differ,
	     WORDS("Geef elke soort adres maar één keer.")),
	RULE("TR101", "client", "Relaties", relations_differ, WORDS("Geef elke relatie maar één keer.")),
	RULE("TR101", "client", "ToegewezenProducten", orders_differ,
	     WORDS("Geef elk toewijzingsnummer maar één keer.")),
	RULE("TR101", "client", "StartProducten", message_starts_differ,
	     WORDS("Geef elke start maar één keer.")),
	RULE("TR302", "client", "ToegewezenProducten", orders_stand_apart,
	     WORDS("Wijs hetzelfde product niet twee keer toe voor dezelfde dagen.")),
	RULE("CS139", "birth", "DatumGebruik", unknown_fits_date,
	     WORDS("Schrijf wat niet bekend is van een geboortedatum als 01, en een onbekend jaar als "
	           "1900.")),
	RULE("TR002", "birth", "Datum", is_at_most_120,
	     WORDS("De geboortedatum ligt meer dan 120 jaar voor de dagtekening.")),
	RULE("TR134", "birth", "Datum", is_born, WORDS("De geboortedatum ligt na de dagtekening.")),
	RULE("CS050", "name", "NaamGebruik", use_fits_name,
	     WORDS("Het naamgebruik past niet bij de naam: 1 kan altijd, 2 tot en met 4 alleen met een "
	           "partnernaam.")),
	RULE("CD007", "communication", "Taal", language_fits_form,
	     WORDS("Vul de taal in bij een tolk, en alleen dan.")),
	RULE("CD005", "address", "LandCode", country_goes_with_postcode,
	     WORDS("Vul het land in als er een postcode is, en alleen dan.")),
	RULE("CD025", "address", "Huis", dutch_address_has_house,
	     WORDS("Vul bij een Nederlands adres het huisnummer in.")),
	RULE("CS089", "address", "Postcode", dutch_postcode_fits,
	     WORDS("Schrijf een Nederlandse postcode als 1000AA.")),
	RULE("CD034", "contact", "Adres/Postcode", home_has_postcode,
	     WORDS("Vul bij een BRP-adres of verblijfadres de postcode in.")),
	RULE("CD009", "contact", "Periode", period_is_of_temporary_stay,
	     WORDS("Een periode hoort alleen bij een tijdelijk verblijfadres.")),
	RULE("TR006", "contact", "", contact_can_be_reached,
	     WORDS("Geef een telefoonnummer, of een huisnummer met een postcode.")),
	RULE("CS003", "period", "Einddatum", period_ends_after_begin,
	     WORDS("De einddatum ligt voor de begindatum.")),
	RULE("CS003", "order", "Einddatum", order_ends_after_begin,
	     WORDS("De einddatum ligt voor de ingangsdatum.")),
	RULE("TR134", "order", "Toewijzingsdatum", order_was_assigned,
	     WORDS("De toewijzingsdatum ligt na de dagtekening.")),
	RULE("CD079", "order", "Product", order_has_product_or_budget,
	     WORDS("Vul een product in als er geen budget is.")),
	RULE("CD077", "order", "Budget", order_has_volume_or_budget,
	     WORDS("Vul een budget in of een omvang, niet allebei.")),
	RULE("CD041", "order", "Omvang", product_code_has_volume,
	     WORDS("Vul bij een productcode de omvang in.")),
	RULE("CD080", "order", "Omvang", volume_has_product_code,
	     WORDS("Vul een omvang alleen in bij een productcode.")),
	RULE("CD075", "order", "Einddatum", budget_has_end, WORDS("Vul bij een budget een einddatum in.")),
	RULE("CD076", "order", "Einddatum", weekly_volume_has_end,
	     WORDS("Vul bij een omvang per week een einddatum in.")),
	RULE("CS338", "order", "Omvang/Frequentie", frequency_fits_unit,
	     WORDS("Deze eenheid kan per week, per maand of in totaal, niet per dag.")),
	RULE("CS335", "order", "RedenWijziging", deleted_order_has_one_day,
	     WORDS("Een verwijderde toewijzing eindigt op de dag waarop zij ingaat.")),
	RULE("CS336", "order", "RedenWijziging", change_reason_is_in_use,
	     WORDS("Reden 01 wordt niet meer gebruikt; neem 14.")),
	RULE("CS058", "start", "StatusAanlevering", message_start_is_new_or_deleted,
	     WORDS("Een start is een eerste aanlevering (1) of een verwijdering (3).")),
	RULE("TR134", "start", "Begindatum", message_start_has_happened,
	     WORDS("De begindatum ligt na de dagtekening.")),
	RULE("TR101", "client", "StopProducten", message_stops_differ,
	     WORDS("Geef elke stop maar één keer.")),
	RULE("CS058", "stop", "StatusAanlevering", message_stop_is_new_or_deleted,
	     WORDS("Een stop is een eerste aanlevering (1) of een verwijdering (3).")),
	RULE("TR134", "stop", "Einddatum", message_stop_has_happened,
	     WORDS("De einddatum ligt na de dagtekening.")),
	RULE("TR018", "stop", "Einddatum", message_stop_ends_after_begin,
	     WORDS("De einddatum ligt voor de begindatum.")),
};
const size_t message_rules_count = COUNT(message_rules);
