/* SPDX-License-Identifier: EUPL-1.2 */
/* What an award leaves to do, read back: contact persons to name, parties to see off. */
#ifndef CONTRACT_AGREEMENT_DUE_H
#define CONTRACT_AGREEMENT_DUE_H

#include "common/journal/journal.h"

/* What is due, as it is kept. */
struct agreement_due {
	int64_t due;
	const char *sort, *agreement, *party;
	struct texts parties;
	struct date ends_on;
};
#define DUE_CONTACTS "contacts"
#define DUE_ENDING "ending"
/* That of a number; NOT_FOUND. */
enum status due_find(struct journal *journal, int64_t due, struct agreement_due *ret_due,
                     struct fault *fault) MUST_CHECK;
/* The last of a sort of an agreement, or of a party in any (agreement NULL); 0 where there is none. */
struct due_asked {
	const char *sort, *agreement, *party;
};
enum status due_of(struct journal *journal, const struct due_asked *asked, int64_t *ret_due,
                   struct fault *fault) MUST_CHECK;
/* How many corners of the scheme have nobody who speaks for the party on a day; but one is left out. */
struct lacking_asked {
	const char *scheme, *party, *but;
	struct date on;
};
enum status made_lacking(struct journal *journal, const struct lacking_asked *asked, int64_t *ret_lacking,
                         const char **ret_first, struct fault *fault) MUST_CHECK;

#endif
