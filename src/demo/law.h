/* SPDX-License-Identifier: EUPL-1.2 */
/* Residents who object to a refusal, and applications that wait for a supplement. */
#ifndef DEMO_LAW_H
#define DEMO_LAW_H

#include "demo/acts.h"

/* After all acts of a register, in a transaction of its own. */
enum status law_for_some(struct filling *filling, struct fault *fault) MUST_CHECK;

#endif
