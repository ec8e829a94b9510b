/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules for a line of a claim, told from their table. */
#ifndef CONTRACT_CLAIM_CLAIM_REFERENCE_H
#define CONTRACT_CLAIM_CLAIM_REFERENCE_H

#include "platform/base/text.h"

/* Adds the table of rules for a line, for the documentation. */
void claim_reference(struct text *out);

#endif
