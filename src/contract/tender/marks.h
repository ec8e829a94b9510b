/* SPDX-License-Identifier: EUPL-1.2 */
/* The marks that assessors gave to bids, averaged exactly; and the file that has them. */
#ifndef CONTRACT_TENDER_MARKS_H
#define CONTRACT_TENDER_MARKS_H

#include "contract/tender/names.h"
#include "contract/tender/terms.h"
#include "platform/base/finding.h"

#define MARKS_CONSENSUS "consensus"
#define MARKS_BIDS_MAX 2000      /* in one file */
#define MARKS_ASSESSORS_MAX 1000 /* more than anybody has; keeps fractions small */

/* One mark. */
struct mark_given {
	size_t lot, bidder, criterion; /* lot and criterion of the terms, bidder of the names */
	size_t assessor;               /* of the names, or NAMES_NONE: all of them together, in consensus */
	struct decimal mark;
	int64_t line; /* of the file that it came from; else 0 */
};

/* What a bidder offered for a lot, as it was judged. */
struct tender_bid {
	size_t lot, bidder;
	const struct fraction *means; /* per criterion of the terms */
	int64_t line;                 /* of its first mark */
};

struct tender_bids {
	struct tender_bid *items; /* lot by lot in the order of the terms, then as the bidders were met */
	size_t count;
	struct names bidders;
};

/* Marks as they stand in a list, with the names that they speak of. */
struct marks_given {
	struct mark_given *items;
	size_t count;
	struct names bidders, assessors;
};

/*
 * The marks averaged per bid and criterion; a consensus mark stands for all assessors. Whoever judged in a
 * lot must have judged every bid in it on every criterion that has no consensus. What is doubled or lacking
 * is a finding. The marks are put in order. Lives in the findings' arena.
 */
struct tender_bids marks_averaged(const struct tender_terms *terms, struct marks_given *marks,
                                  struct findings *findings);
/*
 * Reads a CSV file with the columns bidder, lot, criterion, assessor and mark, and averages it. Findings,
 * with lines, for what is wrong: an unknown lot or criterion, a mark beyond the scale, a mark given twice, an
 * assessor who is lacking, a lot without bids. Lives in the findings' arena.
 */
struct tender_bids marks_read(const char *bytes, size_t length, const struct tender_terms *terms,
                              struct findings *findings);

#endif
