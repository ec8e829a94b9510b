/* SPDX-License-Identifier: EUPL-1.2 */
/* Who would take which area, and how good that is: the bids on areas, and the file that has them. */
#ifndef CONTRACT_TENDER_BIDS_H
#define CONTRACT_TENDER_BIDS_H

#include "contract/tender/names.h"
#include "contract/tender/terms.h"
#include "platform/base/finding.h"

/* A bidder who would take an area. */
struct area_bid {
	size_t bidder, area;
	struct decimal score;  /* quality, the more the better */
	struct decimal travel; /* minutes; of plans with the same score the one with the least */
	int64_t line;
};

struct area_bids {
	struct area_bid *items; /* in the order of the file */
	size_t count;
	struct names bidders;
	struct texts areas;      /* all that must be covered */
	const int64_t *clients;  /* per area: how much of a bidder's capacity it takes; else 1 each */
	const int64_t *capacity; /* per bidder, over all its areas; INT64_MAX: as much as there is */
	bool has_travel;
};

/*
 * Reads a CSV file with the columns bidder, area, score and, where it has them, capacity and travel. Areas
 * are those of the scheme, all of which must be covered. A bidder's capacity is the highest that its rows
 * name; a row whose own capacity is less than its area takes is no bid. A score is from 0 to highest. What is
 * wrong is a finding. Lives in the findings' arena.
 */
struct area_bids area_bids_read(const char *bytes, size_t length, const struct texts *areas,
                                const int64_t *clients, struct decimal highest, struct findings *findings);
/* Reads how many clients each area has: columns area and clients, a row for every area. NULL with findings.
 */
const int64_t *area_clients_read(const char *bytes, size_t length, const struct texts *areas,
                                 struct findings *findings);

/* How many bidders there are for an area. */
int64_t area_bids_on(const struct area_bids *bids, size_t area);

#endif
