/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/publication/ocds.h"

#include <string.h>

#include "platform/base/base.h"
#include "platform/record/json.h"

#define TEXT_CHARS 8000
/* The EU profile and the extensions of it that a release here uses. */
#define EXTENSION(name_)                                                                                     \
	"https://raw.githubusercontent.com/open-contracting-extensions/" name_ "/extension.json"

/* A member under the name that the standard gives it. */
#define NAMED(type_, ...) NAMED_ROW(type_, __VA_ARGS__, )
#define NAMED_ROW(type_, member_, name_, ...)                                                                \
	{                                                                                                    \
		.name = (name_), .type = FIELD_TYPE(((type_ *)0)->member_),                                  \
		.offset = offsetof(type_, member_), .max_chars = TEXT_CHARS, __VA_ARGS__                     \
	}
#define INSIDE(type_, member_, name_, record_)                                                               \
	{                                                                                                    \
		.name = (name_), .type = FIELD_RECORD, .offset = offsetof(type_, member_), .of = (record_)   \
	}

static const struct field party_fields[] = {
	NAMED(struct ocds_party, id, "id"),
	NAMED(struct ocds_party, name, "name"),
	NAMED(struct ocds_party, roles, "roles"),
};
const struct record ocds_party_record = RECORD(struct ocds_party, "ocds_party", party_fields);

static const struct field reference_fields[] = {
	NAMED(struct ocds_reference, id, "id"),
	NAMED(struct ocds_reference, name, "name"),
};
const struct record ocds_reference_record = RECORD(struct ocds_reference, "ocds_reference", reference_fields);

static const struct field period_fields[] = {
	NAMED(struct ocds_period, starts, "startDate"),
	NAMED(struct ocds_period, ends, "endDate"),
};
static const struct record period_record = RECORD(struct ocds_period, "ocds_period", period_fields);

static const struct field number_fields[] = {
	NAMED(struct ocds_number, number, "number", .flags = FIELD_ZERO_IS_SET),
	NAMED(struct ocds_number, weight, "weight"),
	NAMED(struct ocds_number, threshold, "threshold"),
};
const struct record ocds_number_record = RECORD(struct ocds_number, "ocds_number", number_fields);

static const struct field criterion_fields[] = {
	NAMED(struct ocds_criterion, type, "type"),
	NAMED(struct ocds_criterion, name, "name"),
	NAMED(struct ocds_criterion, description, "description"),
	NAMED(struct ocds_criterion, numbers, "numbers", .of = &ocds_number_record),
};
const struct record ocds_criterion_record = RECORD(struct ocds_criterion, "ocds_criterion", criterion_fields);

static const struct field criteria_fields[] = {
	NAMED(struct ocds_criteria, weighting, "weightingDescription"),
	NAMED(struct ocds_criteria, criteria, "criteria", .of = &ocds_criterion_record),
};
static const struct record criteria_record = RECORD(struct ocds_criteria, "ocds_criteria", criteria_fields);

static const struct field lot_fields[] = {
	NAMED(struct ocds_lot, id, "id"),
	NAMED(struct ocds_lot, title, "title"),
	NAMED(struct ocds_lot, description, "description"),
	NAMED(struct ocds_lot, status, "status"),
	INSIDE(struct ocds_lot, criteria, "awardCriteria", &criteria_record),
};
const struct record ocds_lot_record = RECORD(struct ocds_lot, "ocds_lot", lot_fields);

static const struct field address_fields[] = {
	NAMED(struct ocds_address, region, "region"),
};
const struct record ocds_address_record = RECORD(struct ocds_address, "ocds_address", address_fields);

static const struct field item_fields[] = {
	NAMED(struct ocds_item, id, "id"),
	NAMED(struct ocds_item, description, "description"),
	NAMED(struct ocds_item, lot, "relatedLot"),
	NAMED(struct ocds_item, addresses, "deliveryAddresses", .of = &ocds_address_record),
};
const struct record ocds_item_record = RECORD(struct ocds_item, "ocds_item", item_fields);

static const struct field demand_fields[] = {
	NAMED(struct ocds_demand, type, "type"),
	NAMED(struct ocds_demand, description, "description"),
};
const struct record ocds_demand_record = RECORD(struct ocds_demand, "ocds_demand", demand_fields);

static const struct field selection_fields[] = {
	NAMED(struct ocds_selection, demands, "criteria", .of = &ocds_demand_record),
};
static const struct record selection_record =
	RECORD(struct ocds_selection, "ocds_selection", selection_fields);

static const struct field tender_fields[] = {
	NAMED(struct ocds_tender, id, "id"),
	NAMED(struct ocds_tender, title, "title"),
	NAMED(struct ocds_tender, description, "description"),
	NAMED(struct ocds_tender, status, "status"),
	NAMED(struct ocds_tender, method, "procurementMethod"),
	NAMED(struct ocds_tender, details, "procurementMethodDetails"),
	NAMED(struct ocds_tender, rationale, "procurementMethodRationale"),
	NAMED(struct ocds_tender, category, "mainProcurementCategory"),
	NAMED(struct ocds_tender, submission, "submissionMethod"),
	INSIDE(struct ocds_tender, bids, "tenderPeriod", &period_record),
	INSIDE(struct ocds_tender, questions, "enquiryPeriod", &period_record),
	NAMED(struct ocds_tender, tenderers, "numberOfTenderers"),
	INSIDE(struct ocds_tender, selection, "selectionCriteria", &selection_record),
	NAMED(struct ocds_tender, lots, "lots", .of = &ocds_lot_record),
	NAMED(struct ocds_tender, items, "items", .of = &ocds_item_record),
};
static const struct record tender_record = RECORD(struct ocds_tender, "ocds_tender", tender_fields);

static const struct field award_fields[] = {
	NAMED(struct ocds_award, id, "id"),
	NAMED(struct ocds_award, title, "title"),
	NAMED(struct ocds_award, status, "status"),
	NAMED(struct ocds_award, date, "date"),
	NAMED(struct ocds_award, suppliers, "suppliers", .of = &ocds_reference_record),
	NAMED(struct ocds_award, lots, "relatedLots"),
};
const struct record ocds_award_record = RECORD(struct ocds_award, "ocds_award", award_fields);

static const struct field contract_fields[] = {
	NAMED(struct ocds_contract, id, "id"),
	NAMED(struct ocds_contract, award, "awardID"),
	NAMED(struct ocds_contract, status, "status"),
	NAMED(struct ocds_contract, signed_on, "dateSigned"),
};
const struct record ocds_contract_record = RECORD(struct ocds_contract, "ocds_contract", contract_fields);

static const struct field release_fields[] = {
	NAMED(struct ocds_release, ocid, "ocid", .required = true),
	NAMED(struct ocds_release, id, "id", .required = true),
	NAMED(struct ocds_release, date, "date", .required = true),
	NAMED(struct ocds_release, language, "language"),
	NAMED(struct ocds_release, tag, "tag", .required = true),
	NAMED(struct ocds_release, initiation, "initiationType", .required = true),
	NAMED(struct ocds_release, parties, "parties", .of = &ocds_party_record),
	INSIDE(struct ocds_release, buyer, "buyer", &ocds_reference_record),
	INSIDE(struct ocds_release, tender, "tender", &tender_record),
	NAMED(struct ocds_release, awards, "awards", .of = &ocds_award_record),
	NAMED(struct ocds_release, contracts, "contracts", .of = &ocds_contract_record),
};
const struct record ocds_release_record = RECORD(struct ocds_release, "ocds_release", release_fields);

static const struct field publisher_fields[] = {
	NAMED(struct ocds_publisher, name, "name"),
};
static const struct record publisher_record =
	RECORD(struct ocds_publisher, "ocds_publisher", publisher_fields);

static const struct field package_fields[] = {
	NAMED(struct ocds_package, uri, "uri"),
	NAMED(struct ocds_package, version, "version"),
	NAMED(struct ocds_package, extensions, "extensions"),
	NAMED(struct ocds_package, published, "publishedDate"),
	INSIDE(struct ocds_package, publisher, "publisher", &publisher_record),
	NAMED(struct ocds_package, releases, "releases", .required = true, .of = &ocds_release_record),
};
const struct record ocds_package_record = RECORD(struct ocds_package, "ocds_package", package_fields);

void ocds_write(const struct ocds_release *release, struct text *out)
{
	static const char *extensions[] = {
		EXTENSION("ocds_lots_extension/v1.1.5"),
		EXTENSION("ocds_awardCriteria_extension/master"),
		EXTENSION("ocds_selectionCriteria_extension/master"),
	};
	struct ocds_release copy = *release;
	const struct ocds_package package = {
		.uri = release->id,
		.version = OCDS_VERSION,
		.published = release->date,
		.extensions = { extensions, NULL, COUNT(extensions) },
		.publisher = { release->buyer.name },
		.releases = { &copy, 1 },
	};
	struct json json = { .out = out };

	json_record(&json, &ocds_package_record, &package, 0);
	text_add_char(out, '\n');
}

/* --- as a table --- */

static void cell(struct text *out, const char *value, bool is_last)
{
	const char *text = or_empty(value);

	text_add_char(out, '"');
	if (text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL)
		text_add_char(out, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			text_add_char(out, '"');
		text_add_char(out, *text);
	}
	text_add(out, is_last ? "\"\r\n" : "\",");
}

/* When the contract of an award was signed, or NULL. */
static const char *signed_on(const struct ocds_release *release, const char *award)
{
	const struct ocds_contract *contract = release->contracts.items;

	for (size_t i = 0; i < release->contracts.count; i++)
		if (strcmp(or_empty(contract[i].award), or_empty(award)) == 0)
			return contract[i].signed_on;
	return NULL;
}

static void row(const struct ocds_release *release, const struct ocds_award *award, struct text *out)
{
	const struct ocds_reference *supplier = award->suppliers.items;

	cell(out, release->ocid, false);
	cell(out, release->tender.id, false);
	cell(out, release->tender.title, false);
	cell(out, award->id == NULL ? release->tender.status : award->status, false);
	cell(out, award->lots.count > 0 ? award->lots.items[0] : NULL, false);
	cell(out, award->suppliers.count > 0 ? supplier[0].name : NULL, false);
	cell(out, award->date, false);
	cell(out, award->id == NULL ? NULL : signed_on(release, award->id), true);
}

void ocds_write_csv(const struct ocds_release *release, struct text *out)
{
	const struct ocds_award *award = release->awards.items;

	text_add(out, "ocid,tender,title,status,lot,supplier,date,signed\r\n");
	for (size_t i = 0; i < release->awards.count; i++)
		row(release, &award[i], out);
	if (release->awards.count == 0)
		row(release, &(struct ocds_award){ 0 }, out);
}
