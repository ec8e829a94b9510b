/* SPDX-License-Identifier: EUPL-1.2 */
/* A bid: begun by an organisation, with whom it bids, submitted once and sealed, or withdrawn before the
 * deadline. */
#ifndef CONTRACT_PROCUREMENT_BID_H
#define CONTRACT_PROCUREMENT_BID_H

#include "common/journal/journal.h"
#include "contract/procurement/envelope.h"

/* How an organisation takes part beside who makes the bid. */
extern const struct choice bid_sorts[];
/* Where a bid stands. */
extern const struct choice bid_states[];

/* The fact that an organisation began a bid; its number is the bid's. */
struct bid_begun {
	const char *tender, *lot;
	const char *party; /* at the door */
	struct {
		bool has_party, has_lot;
		bool is_open;   /* the deadline has not passed */
		bool is_closed; /* the vault was opened */
		bool is_free;   /* in no other bid on the lot */
	} situation;
};
extern const struct record bid_begun_record;
extern const struct journal_kind bid_begun_kind;
#define BID_BEGUN_RULES_COUNT 5
extern const struct journal_rule bid_begun_rules[BID_BEGUN_RULES_COUNT];

/* Somebody whom a lead names. */
struct bid_named {
	const char *organisation; /* as its account is bound to it */
	const char *sort;         /* member, subcontractor */
	const char *part;         /* what it does (Aanbestedingswet 2012, art. 2.79) */
};
extern const struct record bid_named_record;

/* What a bid is to who writes of it. */
struct bid_standing {
	bool is_mine;  /* the visitor's organisation makes it */
	bool is_begun; /* and not submitted or withdrawn */
	bool is_open;  /* the deadline has not passed */
};

/* The fact that a lead named with whom it bids, in the place of what it named before. */
struct bid_partners_named {
	int64_t bid;
	struct records partners; /* struct bid_named */
	const char *party;       /* at the door: the lead */
	struct bid_standing standing;
};
extern const struct record bid_partners_named_record;
extern const struct journal_kind bid_partners_named_kind;
#define BID_PARTNERS_NAMED_RULES_COUNT 4
extern const struct journal_rule bid_partners_named_rules[BID_PARTNERS_NAMED_RULES_COUNT];

/* The fact that a member or subcontractor declares that it takes part, by its own account. */
struct bid_part_declared {
	int64_t bid;
	bool agrees;
	const char *party; /* at the door */
	struct {
		bool is_named, is_open;
		bool is_free; /* a member is in no other bid on the lot */
	} situation;
};
extern const struct record bid_part_declared_record;
extern const struct journal_kind bid_part_declared_kind;
#define BID_PART_DECLARED_RULES_COUNT 4
extern const struct journal_rule bid_part_declared_rules[BID_PART_DECLARED_RULES_COUNT];

/* The fact that a bid was submitted; or that it came too late, and stays sealed. */
struct bid_submitted {
	int64_t bid;
	bool agrees;
	/* at the door */
	const char *tender, *lot, *party;
	struct moment submitted_at;
	const char *sealed, *digest, *share_1, *share_2, *share_3;
	struct {
		struct bid_standing standing;
		bool has_keys;    /* three holders have theirs */
		bool is_declared; /* by every member */
		bool is_complete;
		bool are_free; /* neither lead nor member is in another bid on the lot */
		bool is_late;  /* whole, and only too late */
	} situation;
};
extern const struct record bid_submitted_record, bid_late_record;
extern const struct journal_kind bid_submitted_kind, bid_late_kind;
#define BID_SUBMITTED_RULES_COUNT 5
extern const struct journal_rule bid_submitted_rules[BID_SUBMITTED_RULES_COUNT];
/* After bid_submitted was refused: keeps it sealed as bid_late, where it was only too late. */
enum status bid_keep_late(struct journal *journal, const struct bid_submitted *submitted,
                          struct fault *fault) MUST_CHECK;

/* The fact that a bid was withdrawn. */
struct bid_withdrawn {
	int64_t bid;
	struct {
		bool is_mine, is_there, is_open;
	} situation;
};
extern const struct record bid_withdrawn_record;
extern const struct journal_kind bid_withdrawn_kind;
#define BID_WITHDRAWN_RULES_COUNT 2
extern const struct journal_rule bid_withdrawn_rules[BID_WITHDRAWN_RULES_COUNT];

#endif
