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

/* What a message is: the header, and the client with orders, with starts or with stops. */
extern const struct record message_orders_record;
extern const struct record message_starts_record;
extern const struct record message_stops_record;

extern const struct record message_header_record;
extern const struct record message_birth_record;
extern const struct record message_surname_record;
extern const struct record message_product_record;
extern const struct record message_short_name_record;

/* Nine digits; and letters alone. */
bool message_fits_bsn(const char *text);
bool message_fits_initials(const char *text);

#endif
