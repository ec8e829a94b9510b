/* SPDX-License-Identifier: EUPL-1.2 */
/* Most clients are in sight: it is known who comes, and somebody spoke with them not long ago. */
#ifndef DEMO_SEEN_H
#define DEMO_SEEN_H

#include "demo/acts.h"

/* After all acts of a register, in a transaction of its own. */
enum status seen_most(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
