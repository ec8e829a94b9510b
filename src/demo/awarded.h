/* SPDX-License-Identifier: EUPL-1.2 */
/* How a tender of a demonstration is judged: half of its bids win, each of the others falls on a criterion of
 * its own. */
#ifndef DEMO_AWARDED_H
#define DEMO_AWARDED_H

#include "demo/acts.h"

/* Somebody of each corner says to have no interest, and marks every bid. */
enum status awarded_mark(struct filling *filling, const char *tender, struct fault *fault) MUST_CHECK;
/* They agree on a mark for each, and the marks are frozen. */
enum status awarded_agree(struct filling *filling, const char *tender, struct fault *fault) MUST_CHECK;
/* The award is decided, and all letters leave. */
enum status awarded_decide(struct filling *filling, const char *tender, struct fault *fault) MUST_CHECK;
/* After the standstill the winners sign, and the award is published. */
enum status awarded_sign(struct filling *filling, const char *tender, struct fault *fault) MUST_CHECK;

#endif
