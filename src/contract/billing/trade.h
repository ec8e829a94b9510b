/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims that were approved leave as WMO323, and what the municipality answers comes in as WMO325. */
#ifndef CONTRACT_BILLING_TRADE_H
#define CONTRACT_BILLING_TRADE_H

#include "contract/billing/billing.h"
#include "contract/exchange/round.h"

/*
 * For exchange_folders.send: the claims that wait leave. In a register of a provider of its own they go out;
 * in the municipality's they are laid with what came in, to be judged in the same round as any other.
 */
enum status billing_send(struct round *round, struct fault *fault) MUST_CHECK;
/* The WMO323 of a claim, in the journal's arena; NOT_FOUND when a client of it was erased since. */
enum status billing_compose(struct journal *journal, const struct billing_claim *claim,
                            struct message_item *ret_item, struct fault *fault) MUST_CHECK;
/* For exchange_folders.takers: the WMO325, in a provider's own register. */
enum status billing_take_answer(struct received *received, enum verdict *ret_verdict, struct fault *fault);

#endif
