/* SPDX-License-Identifier: EUPL-1.2 */
/* How long who delivered may still look, to hand over warmly: data/grace.csv, by date. */
#ifndef OUTLOOK_PROVIDER_GRACE_H
#define OUTLOOK_PROVIDER_GRACE_H

#include "platform/base/date.h"

/* So many days after the last one, on a day; 0 before the first line of the file. */
int32_t grace_days(struct date on);

#endif
