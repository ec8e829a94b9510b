/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The 315 and the 317, with which a provider asks for an assignment or for a change, the 319, in which the
 * municipality replies, and the answers to these: the 316, the 318 and the 320.
 */
#include "contract/exchange/message_codes.h"
#include "contract/exchange/message_tables.h"

/* --- 315, 316 --- */

static const struct field referrer_fields[] = {
	FIELD(struct message_referrer, type, .xml = "Type", .required = true, .choices = message_referrers),
	FIELD(struct message_referrer, name, .xml = "Naam", .max_chars = 64),
	FIELD(struct message_referrer, provider, .xml = "ZorgverlenerCode", .fits = message_fits_provider),
};
static const struct record referrer_record =
	MESSAGE_TYPE(struct message_referrer, "referrer", referrer_fields);

static const struct field request_fields[] = {
	FIELD(struct message_request, reference, .xml = "ReferentieAanbieder", .required = true,
	      .max_chars = 36),
	FIELD(struct message_request, decision, .xml = "BeschikkingNummer", .max = 999999999,
	      .has = offsetof(struct message_request, has_decision)),
	MESSAGE_CARE_PRODUCT(struct message_request),
	FIELD(struct message_request, decision_begins_on, .xml = "BeschikkingIngangsdatum"),
	FIELD(struct message_request, care.begins_on, .xml = "ToewijzingIngangsdatum", .required = true),
	FIELD(struct message_request, care.ends_on, .xml = "ToewijzingEinddatum"),
	MESSAGE_CARE_VOLUME(struct message_request),
	FIELD_INSIDE(struct message_request, referrer, &referrer_record, .xml = "Verwijzer",
	             .required = true),
	FIELD(struct message_request, has_framework, .xml = "Raamcontract", .choices = message_yes_no),
	MESSAGE_COMMENT(struct message_request),
	MESSAGE_RETURN_CODES(struct message_request),
};
static const struct record request_record = MESSAGE_CLASS(struct message_request, "request", request_fields);

static const struct field request_client_fields[] = {
	MESSAGE_PERSON(&message_short_name_record),
	MESSAGE_COMMENT(struct message_client),
	FIELD(struct message_client, requests, .xml = "AangevraagdeProducten/AangevraagdProduct",
	      .required = true, .of = &request_record),
	MESSAGE_RETURN_CODES(struct message_client),
};
static const struct record request_client_record =
	MESSAGE_CLASS(struct message_client, "client", request_client_fields);

static const struct field requests_fields[] = { MESSAGE_HEADER(&message_header_record),
	                                        MESSAGE_CLIENT(&request_client_record) };
const struct record message_requests_record = MESSAGE_CLASS(struct message_item, "requests", requests_fields);

/* --- 317, 318 --- */

static const struct field kept_fields[] = {
	MESSAGE_NUMBER(struct message_wish, number),
	MESSAGE_RETURN_CODES(struct message_wish),
};
static const struct record kept_record = MESSAGE_CLASS(struct message_wish, "kept", kept_fields);

#define WISHED_PERIOD                                                                                        \
	FIELD(struct message_wish, care.begins_on, .xml = "GewensteIngangsdatum", .required = true),         \
		FIELD(struct message_wish, care.ends_on, .xml = "Einddatum"),                                \
		MESSAGE_CARE_VOLUME(struct message_wish), MESSAGE_RETURN_CODES(struct message_wish)

static const struct field changed_fields[] = { MESSAGE_NUMBER(struct message_wish, number), WISHED_PERIOD };
static const struct record changed_record = MESSAGE_CLASS(struct message_wish, "changed", changed_fields);

static const struct field added_fields[] = { MESSAGE_CARE_PRODUCT(struct message_wish), WISHED_PERIOD };
static const struct record added_record = MESSAGE_CLASS(struct message_wish, "added", added_fields);

static const struct field change_fields[] = {
	FIELD(struct message_change, reference, .xml = "ReferentieAanbieder", .required = true,
	      .max_chars = 36),
	FIELD(struct message_change, reason, .xml = "RedenVerzoek", .required = true,
	      .choices = message_request_reasons),
	FIELD(struct message_change, kept, .xml = "OngewijzigdeProducten/OngewijzigdProduct",
	      .of = &kept_record),
	FIELD(struct message_change, changed, .xml = "TeWijzigenProducten/TeWijzigenProduct",
	      .of = &changed_record),
	FIELD(struct message_change, added, .xml = "NieuweProducten/NieuwProduct", .of = &added_record),
	MESSAGE_RETURN_CODES(struct message_change),
};
static const struct record change_record = MESSAGE_CLASS(struct message_change, "change", change_fields);

static const struct field change_client_fields[] = {
	MESSAGE_BSN(struct message_client),
	FIELD_INSIDE(struct message_client, change, &change_record, .xml = "Verzoek", .required = true),
	MESSAGE_RETURN_CODES(struct message_client),
};
static const struct record change_client_record =
	MESSAGE_CLASS(struct message_client, "client", change_client_fields);

static const struct field changes_fields[] = { MESSAGE_HEADER(&message_header_record),
	                                       MESSAGE_CLIENT(&change_client_record) };
const struct record message_changes_record = MESSAGE_CLASS(struct message_item, "changes", changes_fields);

/* --- 319, 320 --- */

static const struct field reply_fields[] = {
	FIELD(struct message_reply, reference, .xml = "ReferentieAanbieder", .required = true,
	      .max_chars = 36),
	FIELD(struct message_reply, verdict, .xml = "VerzoekAntwoord", .required = true,
	      .choices = message_verdicts),
	FIELD(struct message_reply, refusal, .xml = "RedenAfwijzingVerzoek", .choices = message_refusals),
	MESSAGE_RETURN_CODES(struct message_reply),
};
static const struct record reply_record = MESSAGE_CLASS(struct message_reply, "reply", reply_fields);

static const struct field replies_fields[] = {
	MESSAGE_HEADER(&message_header_record),
	FIELD_INSIDE(struct message_item, reply, &reply_record, .xml = "Antwoord", .required = true,
	             .flags = MESSAGE_BODY),
};
const struct record message_replies_record = MESSAGE_CLASS(struct message_item, "replies", replies_fields);
