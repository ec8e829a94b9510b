/* SPDX-License-Identifier: EUPL-1.2 */
/* Which agreements of a scheme are paid in a year, in which form, and to whom. */
#ifndef CONTRACT_FUNDING_PAID_H
#define CONTRACT_FUNDING_PAID_H

#include "contract/funding/forms.h"

/* An agreement in the part of a year in which it holds: half-open. */
struct funding_paid {
	const struct scheme_funding *funding;
	const struct scheme_agreement *agreement;
	const struct funding_form *form;
	struct date from, until;
};

/* All of them, in the order of the scheme; in arena. */
struct funding_paid *funding_paid_in(const struct scheme *scheme, int64_t year, struct arena *arena,
                                     size_t *ret_count);
/* The contract parties of one, on its first day or its last: of a combination that one, not its members. */
struct texts funding_paid_parties(const struct scheme *scheme, const struct funding_paid *paid,
                                  struct arena *arena);
/* The agreement by which a party is paid in a year; false where there is none. */
bool funding_paid_to(const struct scheme *scheme, int64_t year, const char *party, struct arena *arena,
                     struct funding_paid *ret_paid);

#endif
