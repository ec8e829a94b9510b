/* SPDX-License-Identifier: EUPL-1.2 */
/* What is paid in a demonstration: the tables of its settings, said to be examples. */
#ifndef DEMO_TARIFFS_H
#define DEMO_TARIFFS_H

#include "demo/acts.h"

/* Proposes the tables of a register, sets all but the last where it says so; in a transaction of its own. */
enum status tariffs_for_demo(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
