/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of levels 3 and 4 for a start or a stop in a message, against what was reported before. */
#ifndef CONTRACT_EXCHANGE_REPORT_RULES_H
#define CONTRACT_EXCHANGE_REPORT_RULES_H

#include "common/scheme/scheme.h"
#include "contract/exchange/message.h"
#include "contract/exchange/report.h"

/* What a message reports of an order, with all that was reported of that order before. */
struct reported {
	const struct message_start *start; /* of a stop: the start that it ends */
	const struct message_stop *stop;   /* NULL for a start */
	struct order_line order;
	struct records reports; /* of struct report_line */
	bool is_known;          /* an order that left, about this client, to this provider */
	const struct scheme *scheme;
};

/* Status 3: what was reported before did not happen. */
bool reported_is_deletion(const struct reported *reported);
/* The start that runs, or the last one that did, in the order's reports; NULL when there is none. */
const struct report_line *reported_start(const struct reported *reported);
/* Whether what is deleted is the last that was reported: nothing else can be taken back any more. */
bool reported_is_last(const struct reported *reported);
/* The code of the first rule of the message's sort that it breaks, "TR019"; NULL when it breaks none. */
const char *reported_broken_rule(const struct reported *reported);
/* Whether that rule may hold once other messages have been read: a stop may come before its start. */
bool reported_may_wait(const char *rule);

#endif
