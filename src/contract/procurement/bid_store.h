/* SPDX-License-Identifier: EUPL-1.2 */
/* Bids as they stand, for who makes them and for the door. */
#ifndef CONTRACT_PROCUREMENT_BID_STORE_H
#define CONTRACT_PROCUREMENT_BID_STORE_H

#include "contract/procurement/bid_content.h"
#include "contract/procurement/procurement_store.h"

struct bid_now {
	int64_t bid;
	const char *tender, *lot, *party, *state;
	const char *digest; /* of what is sealed; "" before */
	struct date begun_on;
	struct moment submitted_at;
};
extern const struct record bid_now_record;

/* One bid, in the journal's arena; NOT_FOUND. */
enum status bid_find(struct journal *journal, int64_t bid, struct bid_now *ret_bid,
                     struct fault *fault) MUST_CHECK;
/* Who take part beside who makes it: struct bid_partner. */
enum status bid_partners(struct journal *journal, int64_t bid, struct records *ret_partners,
                         struct fault *fault) MUST_CHECK;
/* The bids of a tender that an organisation makes or is named in, newest first; withdrawn ones too. */
enum status bids_of_party(struct journal *journal, const char *tender, const char *party,
                          struct records *ret_bids, struct fault *fault) MUST_CHECK;
/* Where an organisation would stand twice. */
struct bid_place {
	const char *tender, *lot;
	int64_t but; /* this bid does not count */
};
/* Whether it makes, or declared to be a member of, another bid there that was not withdrawn. */
enum status bid_is_free(struct journal *journal, const struct bid_place *place, const char *party,
                        bool *ret_is_free, struct fault *fault) MUST_CHECK;

/* How an organisation takes part in a bid. */
enum bid_role { BID_NOBODY, BID_LEAD, BID_MEMBER, BID_SUBCONTRACTOR };
enum bid_role bid_role_of(const struct bid_now *bid, const struct records *partners, const char *party);

/* Somebody who holds a key of a tender's bids. */
struct bid_holder {
	int64_t place; /* 1, 2, 3 */
	const char *account, *name;
	const char *public_key; /* "" before it was made */
	struct date held_on, turned_on;
};
extern const struct record bid_holder_record;
/* The three of them, by place. */
enum status bid_holders(struct journal *journal, const char *tender, struct records *ret_holders,
                        struct fault *fault) MUST_CHECK;
/* A key that somebody holds of a tender whose bids are still closed. */
struct bid_key_held {
	const char *tender, *title;
	struct moment bids_until;
	bool has_key, has_turned; /* made it; turned it */
};
enum status bid_keys_of(struct journal *journal, const char *account, struct records *ret_keys,
                        struct fault *fault) MUST_CHECK;
/* How many bids a lot of a tender has, that were submitted in time and not withdrawn. */
struct bid_count {
	const char *lot, *label;
	int64_t bids, late;
};
extern const struct record bid_count_record;
/* Of every lot, in their order: struct bid_count. */
enum status bid_counts(struct journal *journal, const char *tender, struct records *ret_counts,
                       struct fault *fault) MUST_CHECK;

#endif
