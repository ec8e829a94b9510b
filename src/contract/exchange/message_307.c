/* SPDX-License-Identifier: EUPL-1.2 */
/* The 307, with which a provider reports that care stops, for a while or for good, and its answer, the 308.
 */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

static const struct field stop_fields[] = {
	FIELD(struct message_stop, of.number, .xml = "ToewijzingNummer", .max = 999999999,
	      .has = offsetof(struct message_stop, of.has_number)),
	FIELD_INSIDE(struct message_stop, of.product, &message_product_record, .xml = "Product"),
	FIELD(struct message_stop, of.order_begins_on, .xml = "ToewijzingIngangsdatum"),
	FIELD(struct message_stop, of.begins_on, .xml = "Begindatum", .required = true),
	FIELD(struct message_stop, reason, .xml = "RedenBeeindiging", .required = true,
	      .choices = message_stop_reasons),
	FIELD(struct message_stop, ends_on, .xml = "Einddatum", .required = true),
	FIELD(struct message_stop, of.state, .xml = "StatusAanlevering", .required = true,
	      .choices = message_delivery_states),
	FIELD(struct message_stop, of.return_codes, .xml = "RetourCodes/RetourCode", .required = true,
	      .choices = message_return_codes, .flags = MESSAGE_IN_ANSWER),
};
static const struct record stop_record = MESSAGE_CLASS(struct message_stop, "stop", stop_fields);

static const struct field client_fields[] = {
	MESSAGE_PERSON(&message_short_name_record),
	FIELD(struct message_client, stops, .xml = "StopProducten/StopProduct", .required = true,
	      .of = &stop_record),
	MESSAGE_RETURN_CODES(struct message_client),
};
static const struct record client_record = MESSAGE_CLASS(struct message_client, "client", client_fields);

static const struct field item_fields[] = { MESSAGE_HEADER(&message_header_record),
	                                    MESSAGE_CLIENT(&client_record) };
const struct record message_stops_record = MESSAGE_CLASS(struct message_item, "stops", item_fields);
