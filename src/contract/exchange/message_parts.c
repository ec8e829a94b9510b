/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables shared by the messages, after iWmo 3.2's basisschema.xsd: one row per element, in its order. */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

#include <string.h>

/* --- the forms of texts, as the schema's patterns have them --- */

static bool has_digits(const char *text, size_t count)
{
	return strspn(text, "0123456789") == count && text[count] == '\0';
}

static bool fits_municipality(const char *text)
{
	return has_digits(text, 4);
}

bool message_fits_provider(const char *text)
{
	return has_digits(text, 8);
}

bool message_fits_bsn(const char *text)
{
	return has_digits(text, 9);
}

/* Three whole numbers with dots between, without zeros in front. */
static bool fits_release(const char *text)
{
	for (int part = 0; part < 3; part++) {
		size_t digits = strspn(text, "0123456789");

		if (digits == 0 || (text[0] == '0' && digits > 1) || text[digits] != (part < 2 ? '.' : '\0'))
			return false;
		text += digits + 1;
	}
	return true;
}

/* Letters from a to z and from U+00C0 (A grave) to U+1EF3 (y grave), as [a-zA-ZÀ-ỳ] in the schema. */
bool message_fits_initials(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	while (*at != '\0') {
		unsigned letter = at[0] | 0x20u;

		if (letter >= 'a' && letter <= 'z')
			at += 1;
		else if (at[0] >= 0xC3 && at[0] <= 0xDF)
			at += 2;
		else if (at[0] == 0xE0 ||
		         (at[0] == 0xE1 && (at[1] < 0xBB || (at[1] == 0xBB && at[2] <= 0xB3))))
			at += 3;
		else
			return false;
	}
	return text[0] != '\0';
}

/* --- the header --- */

static const struct field identity_fields[] = {
	FIELD(struct message_identity, identification, .xml = "Identificatie", .required = true,
	      .max_chars = 12),
	FIELD(struct message_identity, dated, .xml = "Dagtekening", .required = true),
};
static const struct record identity_record =
	MESSAGE_TYPE(struct message_identity, "identity", identity_fields);

static const struct field releases_fields[] = {
	FIELD(struct message_releases, base, .xml = "BasisschemaXsdVersie", .required = true,
	      .fits = fits_release, .max_chars = XML_ANY_LENGTH),
	FIELD(struct message_releases, message, .xml = "BerichtXsdVersie", .required = true,
	      .fits = fits_release, .max_chars = XML_ANY_LENGTH),
};
static const struct record releases_record =
	MESSAGE_TYPE(struct message_releases, "releases", releases_fields);

/* What every header begins with; the first three have one value in each message. */
#define HEADER_FIELDS                                                                                        \
	FIELD(struct message_header, type, .xml = "BerichtCode", .required = true, .fixed = 1),              \
		FIELD(struct message_header, version, .xml = "BerichtVersie", .required = true, .fixed = 2), \
		FIELD(struct message_header, subversion, .xml = "BerichtSubversie", .required = true,        \
	              .fixed = 3),                                                                           \
		FIELD(struct message_header, sender, .xml = "Afzender", .required = true,                    \
	              .fits = fits_municipality, .flags = MESSAGE_BY_MUNICIPALITY),                          \
		FIELD(struct message_header, receiver, .xml = "Ontvanger", .required = true,                 \
	              .fits = message_fits_provider, .flags = MESSAGE_BY_MUNICIPALITY),                      \
		FIELD(struct message_header, sender, .xml = "Afzender", .required = true,                    \
	              .fits = message_fits_provider, .flags = MESSAGE_BY_PROVIDER),                          \
		FIELD(struct message_header, receiver, .xml = "Ontvanger", .required = true,                 \
	              .fits = fits_municipality, .flags = MESSAGE_BY_PROVIDER),                              \
		FIELD_INSIDE(struct message_header, identity, &identity_record,                              \
	                     .xml = "BerichtIdentificatie", .required = true),                               \
		FIELD_INSIDE(struct message_header, releases, &releases_record, .xml = "XsdVersie",          \
	                     .required = true)
#define RULES_RELEASE                                                                                        \
	FIELD(struct message_header, rules_release, .xml = "XsltVersie", .fits = fits_release,               \
	      .max_chars = XML_ANY_LENGTH, .flags = MESSAGE_IN_ANSWER)

/* What an answer adds stands last. */
static const struct field header_fields[] = {
	HEADER_FIELDS,
	FIELD(struct message_header, answer.identification, .xml = "IdentificatieRetour", .required = true,
	      .max_chars = 12, .flags = MESSAGE_IN_ANSWER),
	FIELD(struct message_header, answer.dated, .xml = "DagtekeningRetour", .required = true,
	      .flags = MESSAGE_IN_ANSWER),
	RULES_RELEASE,
	FIELD_INSIDE(struct message_header, answer_releases, &releases_record, .xml = "XsdVersieRetour",
	             .required = true, .flags = MESSAGE_IN_ANSWER),
	FIELD(struct message_header, return_codes, .xml = "RetourCodes/RetourCode",
	      .choices = message_return_codes, .flags = MESSAGE_IN_ANSWER),
};
const struct record message_header_record = MESSAGE_CLASS(struct message_header, "header", header_fields);

static const struct field claim_answer_header_fields[] = {
	HEADER_FIELDS,
	FIELD_INSIDE(struct message_header, answer, &identity_record, .xml = "DeclaratieIdentificatie",
	             .required = true),
	RULES_RELEASE,
	FIELD_INSIDE(struct message_header, answer_releases, &releases_record, .xml = "XsdVersieDeclaratie",
	             .required = true),
	MESSAGE_RETURN_CODES(struct message_header),
};
const struct record message_claim_answer_header_record =
	MESSAGE_CLASS(struct message_header, "header", claim_answer_header_fields);

/* --- what several messages say of a client and a product --- */

static const struct field birth_fields[] = {
	FIELD(struct message_birth, on, .xml = "Datum", .required = true),
	FIELD(struct message_birth, unknown, .xml = "DatumGebruik", .choices = message_unknown_dates),
};
const struct record message_birth_record = MESSAGE_TYPE(struct message_birth, "birth", birth_fields);

static const struct field surname_fields[] = {
	FIELD(struct message_surname, name, .xml = "Achternaam", .required = true),
	FIELD(struct message_surname, prefix, .xml = "Voorvoegsel", .max_chars = 10),
};
const struct record message_surname_record = MESSAGE_TYPE(struct message_surname, "surname", surname_fields);

static const struct field product_fields[] = {
	FIELD(struct message_product, category, .xml = "Categorie", .required = true,
	      .choices = message_categories),
	FIELD(struct message_product, code, .xml = "Code", .max_chars = 5),
};
const struct record message_product_record = MESSAGE_TYPE(struct message_product, "product", product_fields);

/* What a start and a stop say of a name. */
static const struct field short_name_fields[] = {
	FIELD_INSIDE(struct message_name, own, &message_surname_record, .xml = "Geslachtsnaam",
	             .required = true),
	FIELD(struct message_name, first_names, .xml = "Voornamen"),
	FIELD(struct message_name, initials, .xml = "Voorletters", .fits = message_fits_initials,
	      .max_chars = 6),
};
const struct record message_short_name_record =
	MESSAGE_TYPE(struct message_name, "short name", short_name_fields);

static const struct field volume_fields[] = {
	FIELD(struct message_volume, volume, .xml = "Volume", .required = true, .max = 99999999,
	      .flags = FIELD_ZERO_IS_SET),
	FIELD(struct message_volume, unit, .xml = "Eenheid", .required = true, .choices = message_units),
	FIELD(struct message_volume, frequency, .xml = "Frequentie", .required = true,
	      .choices = message_frequencies),
};
const struct record message_volume_record = MESSAGE_TYPE(struct message_volume, "volume", volume_fields);
