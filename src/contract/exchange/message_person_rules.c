/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules of level 2 for who a client is and where: a 301 has them all, others some. */
#include "contract/exchange/message_holds.h"

#include <string.h>

#include "platform/base/words.h"

/* --- client --- */

/* CS002 */
static bool bsn_is_possible(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	(void)in;
	return message_bsn_is_possible(client->bsn);
}

/* TR061 */
static bool has_address(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;
	const struct message_contact *contacts = client->contacts.items;

	(void)in;
	for (size_t i = 0; i < client->contacts.count; i++)
		if (message_is_one_of(contacts[i].kind, "01", "02", "03"))
			return true;
	return false;
}

static int compare_contacts(const void *a, const void *b)
{
	const struct message_contact *const *left = a, *const *right = b;

	return message_compare_texts((*left)->kind, (*right)->kind);
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

	return message_compare_texts((*left)->number, (*right)->number);
}

/* TR101: the key of a relation is its number. */
static bool relations_differ(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	return message_are_different(&client->relations, sizeof(struct message_relation), compare_relations,
	                             in->arena);
}

/* --- name, birth, communication --- */

/* CS139: what is not known of a date of birth is written as the first: of the month, of January, of 1900. */
static bool unknown_fits_date(const void *part, const struct message_context *in)
{
	const struct message_birth *born = part;
	int year, month, day;

	(void)in;
	date_parts(born->on, &year, &month, &day);
	if (message_is_code(born->unknown, "3"))
		return year == 1900 && month == 1 && day == 1;
	if (message_is_code(born->unknown, "2"))
		return month == 1 && day == 1;
	return born->unknown == NULL || day == 1;
}

/* TR002: born at most 120 years before the message, unless the date is not known. */
static bool is_at_most_120(const void *part, const struct message_context *in)
{
	const struct message_birth *born = part;
	struct date latest = date_birthday(born->on, 120);

	if (message_is_code(born->unknown, "3") && born->on.day == date_of(1900, 1, 1).day)
		return true;
	return !date_is(latest) || !date_before(latest, in->header->identity.dated);
}

/* TR134 */
static bool is_born(const void *part, const struct message_context *in)
{
	const struct message_birth *born = part;

	return !date_before(in->header->identity.dated, born->on);
}

/* CS050, as the XSLT has it: 6, not a natural person, is for nobody. */
static bool use_fits_name(const void *part, const struct message_context *in)
{
	const struct message_name *name = part;

	(void)in;
	if (message_is_code(name->use, "1"))
		return true;
	return name->partner.name != NULL && message_is_one_of(name->use, "2", "3", "4");
}

/* CS318 */
static bool client_is_natural_person(const void *part, const struct message_context *in)
{
	const struct message_client *client = part;

	(void)in;
	return !message_is_code(client->name.use, "6");
}

/* CD007 */
static bool language_fits_form(const void *part, const struct message_context *in)
{
	const struct message_communication *communication = part;

	(void)in;
	return message_is_code(communication->form, "1") == (communication->language != NULL);
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
	return !message_is_code(address->country, "NL") || address->has_house;
}

/* CS089: four digits, the first not 0, and two capitals, without a blank. */
static bool dutch_postcode_fits(const void *part, const struct message_context *in)
{
	static const char *const from = "1000AA", *const to = "9999ZZ";
	const struct message_address *address = part;

	(void)in;
	if (!message_is_code(address->country, "NL") || address->postcode == NULL)
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
	if (!message_is_code(contact->kind, "01") && !message_is_code(contact->kind, "03"))
		return true;
	return contact->address.postcode != NULL || is_address_empty(&contact->address);
}

/* CD009 */
static bool period_is_of_temporary_stay(const void *part, const struct message_context *in)
{
	const struct message_contact *contact = part;

	(void)in;
	return message_is_code(contact->kind, "04") ||
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
	return message_ends_after_begin(period->begins_on, period->ends_on);
}

static const struct message_rule rules[] = {
	MESSAGE_FORM_RULE("CS015", NULL, "header", "BerichtSubversie",
	                  WORDS("De subversie van het bericht is die van de release.")),
	MESSAGE_FORM_RULE("CS025", NULL, "header", "BerichtVersie",
	                  WORDS("De versie van het bericht is die van de release.")),
	MESSAGE_RULE("CS002", NULL, "client", "Bsn", bsn_is_possible,
	             WORDS("Dit burgerservicenummer kan niet bestaan: het voldoet niet aan de elfproef.")),
	MESSAGE_RULE("TR061", "WMO301", "client", "Contactgegevens", has_address,
	             WORDS("Geef minstens één adres: BRP-adres, correspondentieadres of verblijfadres.")),
	MESSAGE_RULE("TR101", "WMO301", "client", "Contactgegevens", contacts_differ,
	             WORDS("Geef elke soort adres maar één keer.")),
	MESSAGE_RULE("TR101", "WMO301", "client", "Relaties", relations_differ,
	             WORDS("Geef elke relatie maar één keer.")),
	MESSAGE_RULE("CS139", NULL, "birth", "DatumGebruik", unknown_fits_date,
	             WORDS("Schrijf wat niet bekend is van een geboortedatum als 01, en een onbekend jaar "
	                   "als 1900.")),
	MESSAGE_RULE("TR002", NULL, "birth", "Datum", is_at_most_120,
	             WORDS("De geboortedatum ligt meer dan 120 jaar voor de dagtekening.")),
	MESSAGE_RULE("TR134", NULL, "birth", "Datum", is_born,
	             WORDS("De geboortedatum ligt na de dagtekening.")),
	MESSAGE_RULE("CS050", NULL, "name", "NaamGebruik", use_fits_name,
	             WORDS("Het naamgebruik past niet bij de naam: 1 kan altijd, 2 tot en met 4 alleen met "
	                   "een partnernaam.")),
	MESSAGE_RULE("CS318", "WMO301", "client", "Naam/NaamGebruik", client_is_natural_person,
	             WORDS("Een cliënt is een persoon: naamgebruik 6 kan niet.")),
	MESSAGE_RULE("CD007", NULL, "communication", "Taal", language_fits_form,
	             WORDS("Vul de taal in bij een tolk, en alleen dan.")),
	MESSAGE_RULE("CD005", NULL, "address", "LandCode", country_goes_with_postcode,
	             WORDS("Vul het land in als er een postcode is, en alleen dan.")),
	MESSAGE_RULE("CD025", NULL, "address", "Huis", dutch_address_has_house,
	             WORDS("Vul bij een Nederlands adres het huisnummer in.")),
	MESSAGE_RULE("CS089", NULL, "address", "Postcode", dutch_postcode_fits,
	             WORDS("Schrijf een Nederlandse postcode als 1000AA.")),
	MESSAGE_RULE("CD034", NULL, "contact", "Adres/Postcode", home_has_postcode,
	             WORDS("Vul bij een BRP-adres of verblijfadres de postcode in.")),
	MESSAGE_RULE("CD009", NULL, "contact", "Periode", period_is_of_temporary_stay,
	             WORDS("Een periode hoort alleen bij een tijdelijk verblijfadres.")),
	MESSAGE_RULE("TR006", NULL, "contact", "", contact_can_be_reached,
	             WORDS("Geef een telefoonnummer, of een huisnummer met een postcode.")),
	MESSAGE_RULE("CS003", NULL, "period", "Einddatum", period_ends_after_begin,
	             WORDS("De einddatum ligt voor de begindatum.")),
};
const struct message_rules message_person_rules = { rules, COUNT(rules) };
