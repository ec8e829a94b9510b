/* SPDX-License-Identifier: EUPL-1.2 */
/* The settlement of a year, party by party, as JSON and in words, with the facts that each figure stands on.
 */
#ifndef OUTLOOK_BUDGET_SETTLE_SHOW_H
#define OUTLOOK_BUDGET_SETTLE_SHOW_H

#include "outlook/budget/ledger.h"
#include "platform/base/text.h"

/* Where the year of a party stands: open, stated, settled, signed. */
extern const struct choice settle_states[];
const char *settle_state(const struct ledger_party *party);
/* The figures that count: those of the settlement that stands, else as the facts are now. */
struct settle_sums settle_sums_of(const struct ledger_party *party);
struct settled settle_settled_of(const struct ledger_party *party);
/* What is still to pay, or below 0 to get back: what is due less all that was paid by now. */
int64_t settle_open(const struct ledger_party *party);
/* Why, in sentences with the numbers of facts; in arena. */
struct texts settle_because(const struct ledger_party *party, const char *language, struct arena *arena);

/* {"scheme":..,"year":..,"on":..,"rounding":..,"parties":[..],"total":{..}} */
void settle_to_json(const struct ledger *ledger, const char *language, struct arena *arena, struct text *out);
void settle_to_words(const struct ledger *ledger, const char *language, struct arena *arena,
                     struct text *out);

#endif
