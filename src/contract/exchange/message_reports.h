/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of level 2 for starts and stops; for the rows of message_rules.c. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_REPORTS_H
#define CONTRACT_EXCHANGE_MESSAGE_REPORTS_H

#include "contract/exchange/message.h"

/* Each looks at one part: of a client, of a start, of a stop. */
typedef bool message_holds(const void *part, const struct message_context *in);
message_holds message_starts_differ, message_start_is_new_or_deleted, message_start_has_happened;
message_holds message_stops_differ, message_stop_is_new_or_deleted, message_stop_has_happened,
	message_stop_ends_after_begin;

/* Whether no two items of a list are equal to compare, which gets pointers to pointers, as for qsort. */
bool message_are_different(const struct records *records, size_t size,
                           int (*compare)(const void *, const void *), struct arena *arena);

#endif
