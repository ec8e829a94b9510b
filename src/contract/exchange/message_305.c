/* SPDX-License-Identifier: EUPL-1.2 */
/* The 305, with which a provider reports the start of care, and its answer, the 306. */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

static const struct field start_fields[] = {
	FIELD(struct message_start, number, .xml = "ToewijzingNummer", .max = 999999999,
	      .has = offsetof(struct message_start, has_number)),
	FIELD_INSIDE(struct message_start, product, &message_product_record, .xml = "Product"),
	FIELD(struct message_start, order_begins_on, .xml = "ToewijzingIngangsdatum"),
	FIELD(struct message_start, begins_on, .xml = "Begindatum", .required = true),
	FIELD(struct message_start, state, .xml = "StatusAanlevering", .required = true,
	      .choices = message_delivery_states),
	MESSAGE_RETURN_CODES(struct message_start),
};
static const struct record start_record = MESSAGE_CLASS(struct message_start, "start", start_fields);

static const struct field client_fields[] = {
	MESSAGE_PERSON(&message_short_name_record),
	FIELD(struct message_client, starts, .xml = "StartProducten/StartProduct", .required = true,
	      .of = &start_record),
	MESSAGE_RETURN_CODES(struct message_client),
};
static const struct record client_record = MESSAGE_CLASS(struct message_client, "client", client_fields);

static const struct field item_fields[] = { MESSAGE_HEADER(&message_header_record),
	                                    MESSAGE_CLIENT(&client_record) };
const struct record message_starts_record = MESSAGE_CLASS(struct message_item, "starts", item_fields);
