/* SPDX-License-Identifier: EUPL-1.2 */
/* The budget of the year in a demonstration whose scheme has one: divided, signed, set, half spent. */
#ifndef DEMO_FUNDING_H
#define DEMO_FUNDING_H

#include "demo/acts.h"

/* In a transaction of its own; nothing where no scheme of the register has a budget in the year. */
enum status funding_for_demo(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
