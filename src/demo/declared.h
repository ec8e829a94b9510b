/* SPDX-License-Identifier: EUPL-1.2 */
/* A month that a main contractor claims for its combination: a line is refused, and claimed again. */
#ifndef DEMO_DECLARED_H
#define DEMO_DECLARED_H

#include "demo/acts.h"

enum status declared_for_demo(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
