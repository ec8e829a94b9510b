/* SPDX-License-Identifier: EUPL-1.2 */
/* The WMO323 on its way in through the exchange: judged, booked in one transaction, answered with a WMO325.
 */
#ifndef CONTRACT_CLAIM_TAKE_H
#define CONTRACT_CLAIM_TAKE_H

#include "contract/exchange/round.h"

/* For exchange_folders.takers: the messages that this slice takes. */
extern const struct message_taker claim_takers[];
extern const size_t claim_takers_count;

#endif
