/* SPDX-License-Identifier: EUPL-1.2 */
/* The closed code lists of iWmo 3.2 that the messages use, as choices of coded fields. */
#ifndef CONTRACT_EXCHANGE_MESSAGE_CODES_H
#define CONTRACT_EXCHANGE_MESSAGE_CODES_H

#include "platform/record/record.h"

extern const struct choice message_genders[];
extern const struct choice message_unknown_dates[];
extern const struct choice message_name_uses[];
extern const struct choice message_address_kinds[];
extern const struct choice message_categories[];
extern const struct choice message_units[];
extern const struct choice message_frequencies[];
extern const struct choice message_change_reasons[];
extern const struct choice message_stop_reasons[];
extern const struct choice message_delivery_states[];
extern const struct choice message_sides[];
extern const struct choice message_yes_no[];
extern const struct choice message_referrers[];
extern const struct choice message_request_reasons[];
extern const struct choice message_refusals[];
extern const struct choice message_verdicts[];
extern const struct choice message_return_codes[];
extern const struct choice message_communication_forms[];
extern const struct choice message_legal_states[];
extern const struct choice message_representations[];
extern const struct choice message_relation_kinds[];
extern const struct choice message_house_notes[];
extern const struct choice message_countries[];

/* The codes that stand in a text with blanks between them, one by one; in arena. */
struct texts message_codes_in(const char *codes, struct arena *arena);

#endif
