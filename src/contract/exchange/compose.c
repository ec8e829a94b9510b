/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/exchange/compose.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "contract/exchange/message_tables.h"

#define STREET_CHARS 24
#define INITIALS_CHARS 6
#define DUTCH_COUNTRY "NL"
#define DUTCH_COUNTRY_NUMBER "31"
#define IDENTIFICATION_PREFIX "301"
#define NUMBER_DIGITS                                                                                        \
	9 /* of an order's number; prefix and number fill the twelve characters that there are */

/* --- who and between whom --- */

const char *compose_municipality(const struct scheme *scheme, const struct identity *client, struct date on,
                                 struct arena *arena)
{
	const char *postcode = or_empty(client->postcode);
	size_t digits = strnlen(postcode, 4);
	const struct scheme_area *area = scheme_area_of(scheme, arena_copy_part(arena, postcode, digits), on);
	const struct scheme_authority *authorities = scheme->authorities.items;

	for (size_t i = 0; area != NULL && i < scheme->authorities.count; i++)
		if (strcmp(authorities[i].name, area->authority) == 0)
			return authorities[i].cbs_code;
	return authorities[0].cbs_code;
}

enum status order_address(struct journal *journal, const struct order_line *order,
                          struct order_address *ret_address, struct fault *fault)
{
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, order->product);
	const struct scheme_party *party = entry == NULL ? NULL : scheme_party(&entry->scheme, order->party);
	enum status status = vault_identity(journal, order->person, &ret_address->client, fault);

	ret_address->bsn = "";
	ret_address->municipality = NULL;
	ret_address->provider = party == NULL ? NULL : party->agb;
	if (status == OK)
		status = vault_bsn(journal, order->person, &ret_address->bsn, fault);
	if (status == OK && ret_address->bsn[0] == '\0')
		return fault_set(fault, NOT_FOUND, "the person of order %lld has no BSN",
		                 (long long)order->assignment);
	if (status == OK && entry != NULL)
		ret_address->municipality = compose_municipality(&entry->scheme, &ret_address->client,
		                                                 order->valid_from, journal->arena);
	return status;
}

const char *compose_provider(const struct journal *journal, const char *party)
{
	const struct scheme_entry *entry =
		scheme_book_with_party(journal->schemes, journal->register_id, party);
	const struct scheme_party *found = entry == NULL ? NULL : scheme_party(&entry->scheme, party);

	return found == NULL ? NULL : found->agb;
}

const char *order_identification(int64_t number, struct arena *arena)
{
	return arena_print(arena, IDENTIFICATION_PREFIX "%0*lld", NUMBER_DIGITS, (long long)number);
}

int64_t order_identified(const char *identification)
{
	const char *number = identification + strlen(IDENTIFICATION_PREFIX);

	if (strncmp(identification, IDENTIFICATION_PREFIX, strlen(IDENTIFICATION_PREFIX)) != 0 ||
	    strlen(number) != NUMBER_DIGITS || strspn(number, "0123456789") != NUMBER_DIGITS)
		return 0;
	return strtoll(number, NULL, 10);
}

/* --- the client --- */

/* What is not there is NULL in a message. */
static const char *or_none(const char *text)
{
	return has_words(text) ? text : NULL;
}

static size_t char_bytes(const char *at)
{
	size_t bytes = 1;

	while (((unsigned char)at[bytes] & 0xC0) == 0x80)
		bytes++;
	return bytes;
}

/* The characters of a text that keep says yes to; NULL when there are none. */
static const char *kept_chars(const char *text, bool (*keep)(const char *one), struct arena *arena)
{
	char *kept = arena_take(arena, text == NULL ? 1 : strlen(text) + 1), *end = kept;

	while (text != NULL && *text != '\0') {
		size_t bytes = char_bytes(text);

		if (keep(arena_copy_part(arena, text, bytes))) {
			memcpy(end, text, bytes);
			end += bytes;
		}
		text += bytes;
	}
	return or_none(kept);
}

static const char *cut(const char *text, size_t max_chars, struct arena *arena)
{
	return or_none(text) == NULL ? NULL : message_cut(text, max_chars, arena);
}

static const char *gender_code(const char *sex)
{
	if (sex != NULL && strcmp(sex, "f") == 0)
		return "2";
	return sex != NULL && strcmp(sex, "m") == 0 ? "1" : "0";
}

static struct message_name name_of(const struct identity *client, struct arena *arena)
{
	const char *initials = kept_chars(client->initials, message_fits_initials, arena);

	return (struct message_name){
		.own = { .name = or_none(client->surname), .prefix = or_none(client->prefix) },
		.first_names = or_none(client->first_names),
		.initials = cut(initials, INITIALS_CHARS, arena),
		.use = "1", /* the own name: a partner's is not known here */
	};
}

static bool is_letter(const char *text)
{
	char small = (char)(text[0] | 0x20);

	return small >= 'a' && small <= 'z' && text[1] == '\0';
}

static struct message_address address_of(const struct identity *client, struct arena *arena)
{
	const char *addition = or_none(client->house_addition);
	bool has_letter = addition != NULL && is_letter(addition);

	return (struct message_address){
		.house = { .number = client->house_number,
		           .letter = has_letter ? addition : NULL,
		           .addition = has_letter ? NULL : addition },
		.has_house = client->house_number > 0,
		.postcode = or_none(client->postcode),
		.street = cut(client->street, STREET_CHARS, arena),
		.town = or_none(client->place),
		.country = or_none(client->postcode) == NULL ? NULL : DUTCH_COUNTRY,
	};
}

static bool is_digit(const char *one)
{
	return one[0] >= '0' && one[0] <= '9';
}

/* A Dutch number has ten digits, the first a 0; another one is left out. */
static struct message_phones phones_of(const char *phone, struct arena *arena)
{
	const char *digits = kept_chars(phone, is_digit, arena);

	if (digits == NULL || strlen(digits) != 10 || digits[0] != '0')
		return (struct message_phones){ 0 };
	return (struct message_phones){ .first = { .number = digits, .country = DUTCH_COUNTRY_NUMBER } };
}

/* What is unknown of a birthday, as the messages say it (iWmo 3.2, COD170). */
static const char *unknown_code(const char *unknown)
{
	static const struct {
		const char *unknown, *code;
	} codes[] = { { "day", "1" }, { "month", "2" }, { "year", "3" } };

	for (size_t i = 0; i < COUNT(codes); i++)
		if (strcmp(or_empty(unknown), codes[i].unknown) == 0)
			return codes[i].code;
	return NULL;
}

struct message_client compose_client(const struct order_address *address, struct arena *arena)
{
	return (struct message_client){
		.bsn = address->bsn,
		.born = { .on = address->client.born, .unknown = unknown_code(address->client.born_unknown) },
		.gender = gender_code(address->client.sex),
		.name = name_of(&address->client, arena),
	};
}

/* One contact: the address where the client is registered. */
static struct records contacts_of(const struct identity *client, struct arena *arena)
{
	struct message_contact *contact = ARENA_NEW(arena, struct message_contact);

	contact->kind = "01";
	contact->address = address_of(client, arena);
	contact->phones = phones_of(client->phone, arena);
	return (struct records){ .items = contact, .count = 1 };
}

/* --- from the standard's codes --- */

const char *house_code(const struct choice *choices, const char *(*code_of)(const char *), const char *code)
{
	for (; code != NULL && choices->code != NULL; choices++)
		if (strcmp(code_of(choices->code), code) == 0)
			return choices->code;
	return NULL;
}

const struct scheme_product *product_in_message(const struct journal *journal,
                                                const struct message_product *product)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; product->category != NULL &&
	                   (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_product *agreed = entry->scheme.products.items;

		for (size_t j = 0; j < entry->scheme.products.count; j++)
			if (strcmp(agreed[j].category, product->category) == 0 &&
			    (product->code == NULL || strcmp(agreed[j].code, product->code) == 0))
				return &agreed[j];
	}
	return NULL;
}

/* --- orders --- */

struct message_product compose_product(const struct journal *journal, const char *name)
{
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, name);

	if (product == NULL)
		return (struct message_product){ 0 };
	return (struct message_product){ .category = product->category, .code = or_none(product->code) };
}

/*
 * The moment of decision as lived in the Netherlands (iWmo 3.2, IV013). On a clock that stands on a day, the
 * last hours of that day in UTC are the next day here; the message's own day is then near enough (TR134).
 */
static void set_assigned(struct message_order *order, struct moment decided_at, struct date dated,
                         struct arena *arena)
{
	time_t seconds = (time_t)decided_at.seconds;
	struct tm parts = { 0 };

	(void)localtime_r(&seconds, &parts);
	order->assigned_on = date_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
	order->assigned_at = arena_print(arena, "%02d:%02d:%02d", parts.tm_hour, parts.tm_min, parts.tm_sec);
	if (date_before(dated, order->assigned_on))
		order->assigned_on = dated;
}

/* The last day, and why it is another than before; an order that is taken back has one day (iWmo 3.2, CS335).
 */
static void set_end(struct message_care *care, const struct order_line *line)
{
	care->ends_on = date_last_day(line->valid_until);
	if (!date_is(line->ended_on) || !has_words(line->change_reason))
		return;
	care->change_reason = line->change_reason;
	care->ends_on = date_before(line->valid_from, line->ended_on) ? date_add_days(line->ended_on, -1)
	                                                              : line->valid_from;
}

/* The request that it grants stands in the first message that says so, and in no other (iWmo 3.2, TR379). */
static const char *reference_in(const struct order_line *line, struct message_identity identity)
{
	bool is_said =
		has_words(line->reference_in) && strcmp(line->reference_in, identity.identification) != 0;

	return is_said ? NULL : or_none(line->reference);
}

/* Without a reason of change: as it was first granted (iWmo 3.2, IV099). */
static struct message_order order_in_message(const struct journal *journal, const struct order_line *line,
                                             struct message_identity identity)
{
	struct message_order order = {
		.number = line->assignment,
		.care.product = compose_product(journal, line->product),
		.care.begins_on = line->valid_from,
		.care.volume = { .volume = line->amount,
		                 .unit = scheme_unit_code(line->unit),
		                 .frequency = scheme_frequency_code(line->frequency) },
		.care.has_volume = true,
		.provider_reference = reference_in(line, identity),
	};

	set_end(&order.care, line);
	set_assigned(&order, line->decided_at, identity.dated, journal->arena);
	return order;
}

struct message_item compose_orders(const struct journal *journal, const struct order_address *address,
                                   const struct records *orders, struct message_identity identity)
{
	const struct order_line *lines = orders->items;
	struct message_order *in_message = ARENA_MANY(journal->arena, orders->count, struct message_order);
	struct message_item item = { .client = compose_client(address, journal->arena) };

	for (size_t i = 0; i < orders->count; i++)
		in_message[i] = order_in_message(journal, &lines[i], identity);
	item.header = message_header_new(message_find("WMO301", identity.dated), address->municipality,
	                                 address->provider, identity);
	item.client.contacts = contacts_of(&address->client, journal->arena);
	item.client.orders = (struct records){ .items = in_message, .count = orders->count };
	return item;
}

struct message_item compose_report(const struct journal *journal, const struct order_address *address,
                                   const struct order_line *order, const struct told_report *report,
                                   struct message_identity identity)
{
	struct message_stop *stop = ARENA_NEW(journal->arena, struct message_stop);
	struct message_item item = { .client = compose_client(address, journal->arena) };

	*stop = (struct message_stop){
		.of = { .number = order->assignment,
		        .has_number = true,
		        .product = compose_product(journal, order->product),
		        .order_begins_on = order->valid_from,
		        .begins_on = report->begins_on,
		        .state = report->is_deletion ? "3" : "1" },
		.reason = report->reason,
		.ends_on = report->ends_on,
	};
	item.header = message_header_new(message_find(report->code, identity.dated), address->provider,
	                                 address->municipality, identity);
	item.client.name.use = NULL; /* neither a start nor a stop has one */
	if (strcmp(report->code, "WMO305") == 0)
		item.client.starts = (struct records){ .items = &stop->of, .count = 1 };
	else
		item.client.stops = (struct records){ .items = stop, .count = 1 };
	return item;
}

struct message_item compose_start(const struct journal *journal, const struct order_address *address,
                                  const struct order_line *order, struct message_identity identity)
{
	bool is_early = date_before(identity.dated, order->valid_from);

	return compose_report(
		journal, address, order,
		&(struct told_report){ .code = "WMO305",
	                               .begins_on = is_early ? identity.dated : order->valid_from },
		identity);
}
