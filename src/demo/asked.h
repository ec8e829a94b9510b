/* SPDX-License-Identifier: EUPL-1.2 */
/* What providers asked for a few residents: refused, looked into, and not yet answered. */
#ifndef DEMO_ASKED_H
#define DEMO_ASKED_H

#include "demo/acts.h"

/* After all acts of a register, in a transaction of its own. */
enum status asked_for_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
