/* SPDX-License-Identifier: EUPL-1.2 */
/* The clients whom an award touches, by who helps them now: counted, never named. */
#ifndef CONTRACT_TENDER_CLIENTS_H
#define CONTRACT_TENDER_CLIENTS_H

#include "contract/tender/names.h"
#include "platform/base/finding.h"

/* Clients of one provider in one area, who need the same expertise. */
struct client_group {
	size_t bidder;    /* of the bids, or NAMES_NONE: the provider did not bid */
	size_t area;      /* of areas */
	size_t expertise; /* of expertise, or NAMES_NONE: none */
	int64_t clients;
};

struct clients {
	struct client_group *groups; /* in the order of their bidders: those of nobody who bid stand last */
	size_t groups_count;
	int64_t total;
	struct names areas, expertise; /* as they were met */
	bool *is_small;                /* per bidder of the bids: a small organisation; NULL: not known */
};

/*
 * Reads a CSV file with the columns client, bidder, area and, where it has it, expertise; bidders are those
 * of the bids. A client who stands there twice is a finding. Lives in the findings' arena.
 */
struct clients clients_read(const char *bytes, size_t length, const struct names *bidders,
                            struct findings *findings);
/*
 * Reads which bidders are small into clients, from a CSV file with the column bidder, one row for each small
 * organisation. A bidder who did not bid is a finding.
 */
void clients_read_small(const char *bytes, size_t length, const struct names *bidders,
                        struct clients *clients, struct findings *findings);

#endif
