/* SPDX-License-Identifier: EUPL-1.2 */
/* The 301, with which a municipality orders care from a provider, and its answer, the 302. */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

#include <string.h>

static bool fits_phone(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && text[digits] == '\0';
}

/* xs:time without a zone: HH:MM:SS with or without a fraction; 24:00:00 is the end of the day. */
static bool fits_time(const char *text)
{
	static const char form[] = "dd:dd:dd";
	size_t length;

	text += strspn(text, " \t\r\n");
	for (length = 0; form[length] != '\0'; length++)
		if (form[length] == 'd' ? text[length] < '0' || text[length] > '9'
		                        : text[length] != form[length])
			return false;
	if (text[length] == '.') {
		size_t digits = strspn(text + length + 1, "0123456789");

		if (digits == 0)
			return false;
		length += 1 + digits;
	}
	if (text[length + strspn(text + length, " \t\r\n")] != '\0')
		return false;
	if (strncmp(text, "24", 2) >= 0)
		return strncmp(text, "24", 2) == 0 && strspn(text + 2, ":.0") >= length - 2;
	return text[3] <= '5' && text[6] <= '5';
}

static const struct field name_fields[] = {
	FIELD_INSIDE(struct message_name, own, &message_surname_record, .xml = "Geslachtsnaam",
	             .required = true),
	FIELD_INSIDE(struct message_name, partner, &message_surname_record, .xml = "Partnernaam"),
	FIELD(struct message_name, first_names, .xml = "Voornamen"),
	FIELD(struct message_name, initials, .xml = "Voorletters", .fits = message_fits_initials,
	      .max_chars = 6),
	FIELD(struct message_name, use, .xml = "NaamGebruik", .required = true, .choices = message_name_uses),
};
static const struct record name_record = MESSAGE_TYPE(struct message_name, "name", name_fields);

static const struct field communication_fields[] = {
	FIELD(struct message_communication, form, .xml = "Vorm", .required = true,
	      .choices = message_communication_forms),
	FIELD(struct message_communication, language, .xml = "Taal", .max_chars = 25),
};
static const struct record communication_record =
	MESSAGE_TYPE(struct message_communication, "communication", communication_fields);

static const struct field house_fields[] = {
	FIELD(struct message_house, number, .xml = "Huisnummer", .required = true, .max = 99999,
	      .flags = FIELD_ZERO_IS_SET),
	FIELD(struct message_house, letter, .xml = "Huisletter", .max_chars = 1),
	FIELD(struct message_house, addition, .xml = "HuisnummerToevoeging", .max_chars = 4),
	FIELD(struct message_house, note, .xml = "AanduidingWoonadres", .choices = message_house_notes),
};
static const struct record house_record = MESSAGE_TYPE(struct message_house, "house", house_fields);

static const struct field address_fields[] = {
	FIELD_INSIDE(struct message_address, house, &house_record, .xml = "Huis",
	             .has = offsetof(struct message_address, has_house)),
	FIELD(struct message_address, postcode, .xml = "Postcode", .max_chars = 8),
	FIELD(struct message_address, street, .xml = "Straatnaam", .max_chars = 24),
	FIELD(struct message_address, town, .xml = "Plaatsnaam", .max_chars = 80),
	FIELD(struct message_address, country, .xml = "LandCode", .choices = message_countries),
};
static const struct record address_record = MESSAGE_TYPE(struct message_address, "address", address_fields);

static const struct field phone_fields[] = {
	FIELD(struct message_phone, number, .xml = "Telefoonnummer", .required = true, .fits = fits_phone,
	      .max_chars = 15),
	FIELD(struct message_phone, country, .xml = "Landnummer", .required = true, .max_chars = 4),
};
static const struct record phone_record = MESSAGE_TYPE(struct message_phone, "phone", phone_fields);

static const struct field phones_fields[] = {
	FIELD_INSIDE(struct message_phones, first, &phone_record, .xml = "Telefoon01", .required = true),
	FIELD_INSIDE(struct message_phones, second, &phone_record, .xml = "Telefoon02"),
};
static const struct record phones_record = MESSAGE_TYPE(struct message_phones, "phones", phones_fields);

static const struct field period_fields[] = {
	FIELD(struct message_period, begins_on, .xml = "Begindatum"),
	FIELD(struct message_period, ends_on, .xml = "Einddatum"),
};
static const struct record period_record = MESSAGE_TYPE(struct message_period, "period", period_fields);

static const struct field contact_fields[] = {
	FIELD(struct message_contact, kind, .xml = "Soort", .required = true,
	      .choices = message_address_kinds),
	FIELD_INSIDE(struct message_contact, address, &address_record, .xml = "Adres"),
	FIELD(struct message_contact, organisation, .xml = "Organisatie", .max_chars = 35),
	FIELD_INSIDE(struct message_contact, phones, &phones_record, .xml = "Telefoon"),
	FIELD(struct message_contact, mail, .xml = "Emailadres", .max_chars = 80),
	FIELD_INSIDE(struct message_contact, period, &period_record, .xml = "Periode"),
	MESSAGE_RETURN_CODES(struct message_contact),
};
static const struct record contact_record = MESSAGE_CLASS(struct message_contact, "contact", contact_fields);

static const struct field relation_fields[] = {
	FIELD(struct message_relation, number, .xml = "Nummer", .required = true, .max_chars = 20),
	FIELD(struct message_relation, rank, .xml = "Volgorde", .max = 99,
	      .has = offsetof(struct message_relation, has_rank)),
	FIELD(struct message_relation, kind, .xml = "Soort", .required = true,
	      .choices = message_relation_kinds),
	FIELD_INSIDE(struct message_relation, born, &message_birth_record, .xml = "Geboortedatum"),
	FIELD(struct message_relation, gender, .xml = "Geslacht", .choices = message_genders),
	FIELD_INSIDE(struct message_relation, name, &name_record, .xml = "Naam", .required = true),
	FIELD_INSIDE(struct message_relation, contact, &contact_record, .xml = "Contact", .required = true),
	MESSAGE_RETURN_CODES(struct message_relation),
};
static const struct record relation_record =
	MESSAGE_CLASS(struct message_relation, "relation", relation_fields);

static const struct field order_fields[] = {
	MESSAGE_NUMBER(struct message_order, number),
	FIELD(struct message_order, provider_reference, .xml = "ReferentieAanbieder", .max_chars = 36),
	MESSAGE_CARE_PRODUCT(struct message_order),
	FIELD(struct message_order, assigned_on, .xml = "Toewijzingsdatum", .required = true),
	FIELD(struct message_order, assigned_at, .xml = "Toewijzingstijd", .required = true,
	      .fits = fits_time, .max_chars = XML_ANY_LENGTH),
	FIELD(struct message_order, care.begins_on, .xml = "Ingangsdatum", .required = true),
	FIELD(struct message_order, care.ends_on, .xml = "Einddatum"),
	FIELD(struct message_order, care.change_reason, .xml = "RedenWijziging",
	      .choices = message_change_reasons),
	MESSAGE_CARE_VOLUME(struct message_order),
	MESSAGE_COMMENT(struct message_order),
	MESSAGE_RETURN_CODES(struct message_order),
};
static const struct record order_record = MESSAGE_CLASS(struct message_order, "order", order_fields);

static const struct field client_fields[] = {
	MESSAGE_PERSON(&name_record),
	FIELD_INSIDE(struct message_client, communication, &communication_record, .xml = "Communicatie"),
	FIELD(struct message_client, legal_state, .xml = "JuridischeStatus", .choices = message_legal_states),
	FIELD(struct message_client, representation, .xml = "WettelijkeVertegenwoordiging",
	      .choices = message_representations),
	MESSAGE_COMMENT(struct message_client),
	FIELD(struct message_client, relations, .xml = "Relaties/Relatie", .of = &relation_record),
	FIELD(struct message_client, contacts, .xml = "Contactgegevens/Contact", .required = true,
	      .of = &contact_record),
	FIELD(struct message_client, orders, .xml = "ToegewezenProducten/ToegewezenProduct", .required = true,
	      .of = &order_record),
	MESSAGE_RETURN_CODES(struct message_client),
};
static const struct record client_record = MESSAGE_CLASS(struct message_client, "client", client_fields);

static const struct field item_fields[] = { MESSAGE_HEADER(&message_header_record),
	                                    MESSAGE_CLIENT(&client_record) };
const struct record message_orders_record = MESSAGE_CLASS(struct message_item, "orders", item_fields);
