/* SPDX-License-Identifier: EUPL-1.2 */
/* The messages of each release of iWmo: a release more is rows more, each with the days on which it is in
 * force. */
#include "contract/exchange/message_tables.h"

/* Release 3.2 of iWmo, in force since 3 April 2023; without_ is what this message does not have. */
#define RELEASE_3_2(number_, type_, record_, without_)                                                       \
	.code = "WMO" number_, .type = (type_), .version = 3, .subversion = 2, .schema = "1.0.0",            \
	.since = { 738613 },                                                                                 \
	.form = {                                                                                            \
		.root = "Bericht",                                                                           \
		.namespaces = { "http://www.istandaarden.nl/iwmo/3_2/wmo" number_ "/schema",                 \
		                "http://www.istandaarden.nl/iwmo/3_2/basisschema/schema" },                  \
		.prefix = "iwmo",                                                                            \
		.fixed = { (type_), "3", "2" },                                                              \
		.record = &(record_),                                                                        \
		.without = (without_),                                                                       \
	}

const struct message messages[] = {
	{ RELEASE_3_2("301", "414", message_orders_record, MESSAGE_BY_PROVIDER | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("302", "415", message_orders_record, MESSAGE_BY_PROVIDER), .answers = "WMO301",
	  .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE_3_2("305", "418", message_starts_record, MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("306", "419", message_starts_record, MESSAGE_BY_MUNICIPALITY), .answers = "WMO305",
	  .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE_3_2("307", "420", message_stops_record, MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("308", "421", message_stops_record, MESSAGE_BY_MUNICIPALITY), .answers = "WMO307",
	  .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE_3_2("315", "444", message_requests_record, MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("316", "445", message_requests_record, MESSAGE_BY_MUNICIPALITY), .answers = "WMO315",
	  .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE_3_2("317", "480", message_changes_record, MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("318", "481", message_changes_record, MESSAGE_BY_MUNICIPALITY), .answers = "WMO317",
	  .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE_3_2("319", "482", message_replies_record, MESSAGE_BY_PROVIDER | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("320", "483", message_replies_record, MESSAGE_BY_PROVIDER), .answers = "WMO319",
	  .is_copy = true, .form.optional = MESSAGE_BODY },
	{ RELEASE_3_2("323", "484", message_claims_record, MESSAGE_BY_MUNICIPALITY | MESSAGE_IN_ANSWER) },
	{ RELEASE_3_2("325", "485", message_claim_answer_record, MESSAGE_BY_PROVIDER), .answers = "WMO323",
	  .form.optional = MESSAGE_BODY },
};
const size_t messages_count = COUNT(messages);
