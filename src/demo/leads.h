/* SPDX-License-Identifier: EUPL-1.2 */
/* What who leads a combination does at the end of a demonstration's last day. */
#ifndef DEMO_LEADS_H
#define DEMO_LEADS_H

#include "demo/acts.h"

/* Tells it of each account that leads, in one transaction. */
enum status leads_tell(struct filling *filling,
                       enum status (*tell)(struct filling *filling, const struct demo_account *lead,
                                           struct fault *fault),
                       struct fault *fault) MUST_CHECK;

#endif
