/* SPDX-License-Identifier: EUPL-1.2 */
/* What the facts about a bid ask of it at the door; only this slice includes this. */
#ifndef CONTRACT_PROCUREMENT_BID_DOOR_H
#define CONTRACT_PROCUREMENT_BID_DOOR_H

#include "contract/procurement/bid.h"
#include "contract/procurement/bid_store.h"

struct bid_door {
	bool is_there; /* else nothing else is filled */
	struct bid_now now;
	struct tender_notice notice;
	struct records partners; /* struct bid_partner */
	struct bid_standing standing;
};
/* A bid as it is to who is at the door. */
enum status bid_door_open(struct journal *journal, int64_t bid, struct bid_door *ret_door,
                          struct fault *fault) MUST_CHECK;
/* Whether bids still come in time, by the clock of this machine: the first moment that is too late is late.
 */
bool bid_door_is_open(const struct journal *journal, const struct tender_notice *notice);

#endif
