/* SPDX-License-Identifier: EUPL-1.2 */
/* What some residents did on their own page: asked something, complained, chose a provider; or another does
 * for them. */
#ifndef DEMO_OWN_H
#define DEMO_OWN_H

#include "demo/acts.h"

/* After all acts of a register, in a transaction of its own. */
enum status own_for_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
