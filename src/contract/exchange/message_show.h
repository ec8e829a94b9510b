/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages for people: one of them as a page, and what all of them may hold as documentation. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_SHOW_H
#define CONTRACT_EXCHANGE_MESSAGE_SHOW_H

#include "contract/exchange/message.h"
#include "platform/base/fault.h"

/* Adds the message as a page of its own, with what its rules have to say; codes with their words. */
enum status message_show(const struct message_reading *reading, const struct findings *findings,
                         struct arena *arena, struct text *out, struct fault *fault) MUST_CHECK;

/*
 * The elements of a message as rows (message_row_record), without who the client is: a BSN is for exchanging,
 * and not for who watches over it (Wmo 2015, art. 5.2.9).
 */
struct records message_rows_without_client(const struct message_reading *reading, const char *language,
                                           struct arena *arena) MUST_CHECK;
extern const struct record message_row_record;

/* Adds the tables as Markdown: of each message its elements, and then all rules with their codes and words.
 */
void message_reference(struct text *out);

#endif
