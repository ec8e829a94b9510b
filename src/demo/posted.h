/* SPDX-License-Identifier: EUPL-1.2 */
/* Letters of a demonstration leave at the end of their day; those of the last days still wait. */
#ifndef DEMO_POSTED_H
#define DEMO_POSTED_H

#include "demo/acts.h"

/*
 * Sends every letter that waits and was written on or before a day, as on that day or, with no day, on its
 * own; what is of the last days of the demonstration stays in the outbox.
 */
enum status posted_by(struct filling *filling, struct date day, struct fault *fault) MUST_CHECK;

#endif
