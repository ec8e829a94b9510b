/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a client may be out of sight: what the client's file shows of what only outlook can see. */
#ifndef COMMON_ACCESS_WEB_UNSEEN_H
#define COMMON_ACCESS_WEB_UNSEEN_H

#include "platform/record/record.h"

/* A reason, since when, and what to do about it: words, and where; "" for whoever may not. */
struct web_unseen {
	const char *kind, *todo, *address;
	struct date since;
};
extern const struct record web_unseen_record;

#endif
