/* SPDX-License-Identifier: EUPL-1.2 */
/* What each order holds lines to, kept as its provider was told (message standard OP095). */
#ifndef CONTRACT_CLAIM_CLAIM_ORDER_H
#define CONTRACT_CLAIM_CLAIM_ORDER_H

#include "common/journal/journal.h"

/* An order was placed; it ends early; and the message left that tells so. */
journal_apply claim_follow_placed, claim_follow_ended, claim_follow_sent;

#endif
