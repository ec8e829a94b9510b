/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages for people: one of them as a page, and what all of them may hold as documentation. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_SHOW_H
#define CONTRACT_EXCHANGE_MESSAGE_SHOW_H

#include "contract/exchange/message.h"
#include "platform/base/fault.h"

/* Adds the message as a page of its own, with what its rules have to say; codes with their words. */
enum status message_show(const struct message_reading *reading, const struct findings *findings,
                         struct arena *arena, struct text *out, struct fault *fault) MUST_CHECK;

/* Adds the tables as Markdown: of each message its elements, and then all rules with their codes and words.
 */
void message_reference(struct text *out);

#endif
