/* SPDX-License-Identifier: EUPL-1.2 */
/* A small share of residents of whom it was decided again: their support ended at their own request. */
#ifndef DEMO_LATER_H
#define DEMO_LATER_H

#include "demo/acts.h"

/* After all acts of a register, in a transaction of its own. */
enum status later_end_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
