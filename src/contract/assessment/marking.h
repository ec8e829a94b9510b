/* SPDX-License-Identifier: EUPL-1.2 */
/* Marking: who does it, for which corner, with which interests, and the marks, sealed until all are in. */
#ifndef CONTRACT_ASSESSMENT_MARKING_H
#define CONTRACT_ASSESSMENT_MARKING_H

#include "common/journal/journal.h"
#include "contract/assessment/stand.h"

/* Somebody marks the bids of a tender. */
struct assessor_named {
	const char *tender, *account;
	struct date ready_on; /* by when all marks are in; may be no day */
	/* by the door */
	const char *name, *corner;
	struct {
		bool is_known, is_account, is_municipal, is_there, is_unsealed;
	} situation;
};

/* Somebody marks no longer; what they marked is no longer counted. */
struct assessor_left {
	const char *tender, *account, *reason;
	/* by the door */
	struct {
		bool is_there, is_last, is_unsealed;
	} situation;
};

/* Whether who marks or decides has an interest in a bidder. */
extern const struct choice conflict_sorts[];
struct conflict_declared {
	const char *tender, *sort;
	int64_t bid; /* 0 with no interest */
	const char *words;
	/* by the door */
	const char *account;
	struct records bids; /* of that bidder, in all lots: struct conflict_bid */
	struct {
		bool judges, knows_bid, is_opened, has_interest;
	} situation;
};
struct conflict_bid {
	int64_t bid;
};
extern const struct record conflict_bid_record;

/* Somebody else than who declared it says that an interest is none, or is over. */
struct conflict_lifted {
	const char *tender, *account;
	int64_t bid;
	const char *reason;
	/* by the door */
	struct records bids; /* struct conflict_bid */
	struct {
		bool is_there, is_own, is_clean;
	} situation;
};

/* One assessor's mark for one bid on one criterion. */
struct mark_brought {
	const char *tender;
	int64_t bid;
	const char *criterion;
	const char *mark, *reason; /* never in the body */
	/* by the door */
	const char *account, *lot, *sealed;
	int64_t round;
	struct {
		bool is_known, knows_bid, knows_criterion, is_assessor, is_declared, has_conflict,
			has_corners, is_unsealed, is_number, is_on_scale;
		struct mark_steps steps;
	} situation;
};

/* All marks of a lot are in: their key, by which they can be read from now on. */
struct marks_unsealed {
	const char *tender, *lot;
	int64_t round;
	const char *key;
};

#define ASSESSOR_RULES_COUNT 5
#define ASSESSOR_LEFT_RULES_COUNT 3
#define CONFLICT_RULES_COUNT 6
#define CONFLICT_LIFTED_RULES_COUNT 3
#define MARK_RULES_COUNT 13
extern const struct journal_rule assessor_rules[ASSESSOR_RULES_COUNT];
extern const struct journal_rule assessor_left_rules[ASSESSOR_LEFT_RULES_COUNT];
extern const struct journal_rule conflict_rules[CONFLICT_RULES_COUNT];
extern const struct journal_rule conflict_lifted_rules[CONFLICT_LIFTED_RULES_COUNT];
extern const struct journal_rule mark_rules[MARK_RULES_COUNT];

/* Who may be named: accounts of the three corners, in the journal's arena; a NULL code ends it. */
const struct choice *assessor_choices(const struct journal *journal);

extern const struct record assessor_named_record, assessor_left_record, conflict_declared_record,
	conflict_lifted_record, mark_given_record, marks_unsealed_record;
extern const struct journal_kind assessor_named_kind, assessor_left_kind, conflict_declared_kind,
	conflict_lifted_kind, mark_given_kind, marks_unsealed_kind;

#endif
