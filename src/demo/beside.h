/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands beside care: own contributions, talks about whether it works, and thanks to carers. */
#ifndef DEMO_BESIDE_H
#define DEMO_BESIDE_H

#include "demo/acts.h"

/* For some residents, after all acts of a register, in a transaction of its own. */
enum status beside_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
