/* SPDX-License-Identifier: EUPL-1.2 */
/* Who still must mark what, and which bid nobody of a corner may mark. Pure counting, without marks. */
#ifndef CONTRACT_ASSESSMENT_OWED_H
#define CONTRACT_ASSESSMENT_OWED_H

#include "platform/record/record.h"

/* Somebody who marks, for one of the three corners. */
struct owed_assessor {
	const char *account, *name, *corner;
	bool is_declared;     /* said in whom there is an interest, or that there is none */
	struct date ready_on; /* by when all marks are in; no day: none was said */
};
extern const struct record owed_assessor_record;

/* A bid that was opened. */
struct owed_bid {
	int64_t bid;
	const char *bidder, *party, *lot; /* its label; the party itself */
};
extern const struct record owed_bid_record;

/* Somebody who has an interest in a bidder, and so sees and marks nothing of its bids. */
struct owed_conflict {
	const char *account;
	int64_t bid;
};
extern const struct record owed_conflict_record;

/* Somebody who said what interests there are, whether assessor or not. */
struct owed_declared {
	const char *account;
};
extern const struct record owed_declared_record;

/* What there is to mark. */
struct owed {
	struct records assessors, bids, conflicts, declared;
	size_t criteria_count;
};

/* The corners that judge, in order; the last one is NULL. */
#define OWED_CORNERS 3
extern const struct choice owed_corners[OWED_CORNERS + 1];

bool owed_has_conflict(const struct owed *owed, const char *account, int64_t bid);
/* In whichever bidder: no part in what is decided of all bids at once. */
bool owed_has_interest(const struct owed *owed, const char *account);
/* Whether somebody said so at all; who did not reads no bid and decides nothing. */
bool owed_has_declared(const struct owed *owed, const char *account);
/* Whether two bids, opened both, are of one bidder: an interest is in the bidder, in every lot. */
bool owed_are_of_one(const struct owed *owed, int64_t bid, int64_t other);
/* How many marks an assessor gives in a lot in all; a NULL lot: in all lots. */
int64_t owed_by(const struct owed *owed, const char *account, const char *lot);
/* How many marks a lot gets of all assessors together. */
int64_t owed_in(const struct owed *owed, const char *lot);
/* Whether somebody of a corner may mark the bid. */
bool owed_is_marked_by(const struct owed *owed, int64_t bid, const char *corner);
/* The first corner of which nobody may mark the bid; NULL: each has somebody. */
const char *owed_gap(const struct owed *owed, int64_t bid);
/* Whether nothing is owed in a lot where so many marks were given: bids, no gap, and a mark for each. */
bool owed_is_complete(const struct owed *owed, const char *lot, int64_t given);

#endif
