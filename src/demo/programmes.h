/* SPDX-License-Identifier: EUPL-1.2 */
/* Two programmes: one with its money stage open, and one in which the groups are asked what they think of the
 * content. */
#ifndef DEMO_PROGRAMMES_H
#define DEMO_PROGRAMMES_H

#include "demo/acts.h"

/* After all acts of a register, so that the numbers of other facts stay as they are; in a transaction of its
 * own. */
enum status programmes_for_demo(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
