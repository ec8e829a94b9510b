/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A tender as the Open Contracting Data Standard publishes it (1.1 with the EU profile): one table of fields
 * writes a release and reads it again. No field of it can hold a bid, a mark or an amount.
 */
#ifndef CONTRACT_PUBLICATION_OCDS_H
#define CONTRACT_PUBLICATION_OCDS_H

#include "platform/base/text.h"
#include "platform/record/record.h"

#define OCDS_VERSION "1.1"

struct ocds_party {
	const char *id, *name;
	struct texts roles;
};
struct ocds_reference {
	const char *id, *name;
};
struct ocds_period {
	const char *starts, *ends; /* moments as RFC 3339 has them */
};

/* A criterion of a lot: its weight in per cent, and the least mark. */
struct ocds_number {
	int64_t number;
	const char *weight, *threshold; /* percentageExact; minimumScore */
};
struct ocds_criterion {
	const char *type, *name, *description;
	struct records numbers;
};
struct ocds_criteria {
	const char *weighting;
	struct records criteria;
};
struct ocds_lot {
	const char *id, *title, *description, *status;
	struct ocds_criteria criteria;
};

/* What is bought in a lot, and where. */
struct ocds_address {
	const char *region;
};
struct ocds_item {
	const char *id, *description, *lot;
	struct records addresses;
};

struct ocds_demand {
	const char *type, *description;
};
struct ocds_selection {
	struct records demands;
};

struct ocds_tender {
	const char *id, *title, *description, *status, *method, *details, *rationale, *category;
	struct texts submission;
	struct ocds_period bids, questions;
	int64_t tenderers; /* how many bids were opened */
	struct ocds_selection selection;
	struct records lots, items;
};

struct ocds_award {
	const char *id, *title, *status, *date;
	struct records suppliers; /* struct ocds_reference */
	struct texts lots;
};
struct ocds_contract {
	const char *id, *award, *status, *signed_on;
};

struct ocds_release {
	const char *ocid, *id, *date, *language, *initiation;
	struct texts tag;
	struct records parties;
	struct ocds_reference buyer;
	struct ocds_tender tender;
	struct records awards, contracts;
};
struct ocds_publisher {
	const char *name;
};
struct ocds_package {
	const char *uri, *version, *published;
	struct texts extensions;
	struct ocds_publisher publisher;
	struct records releases;
};
extern const struct record ocds_party_record, ocds_reference_record, ocds_number_record,
	ocds_criterion_record, ocds_lot_record, ocds_address_record, ocds_item_record, ocds_demand_record,
	ocds_award_record, ocds_contract_record, ocds_release_record, ocds_package_record;

/* The release in a package of its own, as JSON. */
void ocds_write(const struct ocds_release *release, struct text *out);
/*
 * A release for each award, one row each, or one without: ocid, tender, title, status, lot, supplier, date,
 * signed. Cells that a spreadsheet would take for a formula get an apostrophe.
 */
void ocds_write_csv(const struct ocds_release *release, struct text *out);

#endif
