/* SPDX-License-Identifier: EUPL-1.2 */
/* What is needed to tell how an agreement stands, from the database. */
#ifndef CONTRACT_AGREEMENT_STANDING_STORE_H
#define CONTRACT_AGREEMENT_STANDING_STORE_H

#include "common/scheme/scheme_book.h"
#include "contract/agreement/standing.h"

/*
 * All that a scheme of the journal's register tells about a day; the agreement is left to the caller. In the
 * journal's arena and language.
 */
enum status standing_read(struct journal *journal, const struct scheme_entry *entry, struct date on,
                          struct standing *ret_standing, struct fault *fault) MUST_CHECK;

#endif
