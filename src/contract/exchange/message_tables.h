/* SPDX-License-Identifier: EUPL-1.2 */
/* The field tables that several messages share; for the messages' own files alone. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_TABLES_H
#define CONTRACT_EXCHANGE_MESSAGE_TABLES_H

#include "contract/exchange/message.h"

/* The class whose elements are the message's own, and the data type whose elements are the base schema's. */
#define MESSAGE_CLASS(type_, name_, fields_) RECORD(type_, name_, fields_)
#define MESSAGE_TYPE(type_, name_, fields_)                                                                  \
	{                                                                                                    \
		.name = (name_), .size = sizeof(type_), .fields = (fields_), .count = COUNT(fields_),        \
		.xml_namespace = 1                                                                           \
	}

/* The last element of every class in an answer. */
#define MESSAGE_RETURN_CODES(type_)                                                                          \
	FIELD(type_, return_codes, .xml = "RetourCodes/RetourCode", .required = true,                        \
	      .choices = message_return_codes, .flags = MESSAGE_IN_ANSWER)

/* What several messages say of a client, in this order. */
#define MESSAGE_BSN(type_) FIELD(type_, bsn, .xml = "Bsn", .required = true, .fits = message_fits_bsn)
#define MESSAGE_PERSON(name_record_)                                                                         \
	MESSAGE_BSN(struct message_client),                                                                  \
		FIELD_INSIDE(struct message_client, born, &message_birth_record, .xml = "Geboortedatum",     \
	                     .required = true),                                                              \
		FIELD(struct message_client, gender, .xml = "Geslacht", .required = true,                    \
	              .choices = message_genders),                                                           \
		FIELD_INSIDE(struct message_client, name, (name_record_), .xml = "Naam", .required = true)
#define MESSAGE_COMMENT(type_)                                                                               \
	FIELD(type_, comment, .xml = "Commentaar", .flags = FIELD_LONG, .max_chars = XML_ANY_LENGTH)
/* The number of an assignment order. */
#define MESSAGE_NUMBER(type_, member_)                                                                       \
	FIELD(type_, member_, .xml = "ToewijzingNummer", .required = true, .max = 999999999,                 \
	      .flags = FIELD_ZERO_IS_SET)
#define MESSAGE_CARE_PRODUCT(type_)                                                                          \
	FIELD_INSIDE(type_, care.product, &message_product_record, .xml = "Product")
#define MESSAGE_CARE_VOLUME(type_)                                                                           \
	FIELD_INSIDE(type_, care.volume, &message_volume_record, .xml = "Omvang",                            \
	             .has = offsetof(type_, care.has_volume)),                                               \
		FIELD(type_, care.budget, .xml = "Budget", .max = 99999999,                                  \
	              .has = offsetof(type_, care.has_budget))

/* A message is a header, and what it brings, which an answer may leave out. */
#define MESSAGE_HEADER(record_)                                                                              \
	FIELD_INSIDE(struct message_item, header, (record_), .xml = "Header", .required = true)
#define MESSAGE_CLIENT(record_)                                                                              \
	FIELD_INSIDE(struct message_item, client, (record_), .xml = "Client", .required = true,              \
	             .flags = MESSAGE_BODY)

extern const struct record message_orders_record;       /* 301, 302 */
extern const struct record message_starts_record;       /* 305, 306 */
extern const struct record message_stops_record;        /* 307, 308 */
extern const struct record message_requests_record;     /* 315, 316 */
extern const struct record message_changes_record;      /* 317, 318 */
extern const struct record message_replies_record;      /* 319, 320 */
extern const struct record message_claims_record;       /* 323 */
extern const struct record message_claim_answer_record; /* 325 */

extern const struct record message_header_record;
extern const struct record message_claim_answer_header_record;
extern const struct record message_birth_record;
extern const struct record message_surname_record;
extern const struct record message_product_record;
extern const struct record message_short_name_record;
extern const struct record message_volume_record;

/* Nine digits; eight digits; letters alone. */
bool message_fits_bsn(const char *text);
bool message_fits_provider(const char *text);
bool message_fits_initials(const char *text);

#endif
