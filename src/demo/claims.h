/* SPDX-License-Identifier: EUPL-1.2 */
/* Claims of providers over a month, with the residents, decisions and orders that their lines need. */
#ifndef DEMO_CLAIMS_H
#define DEMO_CLAIMS_H

#include "common/journal/journal.h"
#include "common/scheme/scheme_book.h"
#include "contract/claim/volume.h"
#include "demo/settings.h"

#define CLAIM_FILE_LINES 28000 /* of one message; what fits in 25 MB */

struct claims_asked {
	struct journal
		*journal;   /* of the register that they are for; its clock says the day of the messages */
	const char *scheme; /* whose providers claim; NULL: the register's first */
	struct claim_period month;
	int64_t lines;
	int64_t spoil_percent; /* of the lines breaks a rule */
	const char *out;       /* a folder */
	void (*progress)(const char *words, int64_t done);
	struct arena *arena;
};
struct claims_made {
	int64_t files, lines, spoiled, residents, orders;
	int64_t bare; /* of the orders: without a decision */
};
/*
 * Adds what is missing to the register, through the door: residents with decisions that were assigned, and
 * where there are more lines than those can have, orders alone. Writes the messages, each for one provider,
 * of at most CLAIM_FILE_LINES lines. WRONG_USE when the month is not over or the register has no provider.
 */
enum status claims_make(const struct claims_asked *asked, struct claims_made *ret_made,
                        struct fault *fault) MUST_CHECK;

/* A provider that claims, with how many lines. */
struct claims_share {
	const struct scheme_party *party;
	int64_t lines;
};
/* Whether a provider delivers when the orders begin that it would claim. */
bool claims_can_come_from(const struct claims_asked *asked, const struct scheme_entry *entry,
                          const struct scheme_party *party);
/* Sees to it that the provider has so many orders over which nothing was claimed in the month. */
enum status claims_add_orders(const struct claims_asked *asked, const struct claims_share *share,
                              struct claims_made *made, struct fault *fault) MUST_CHECK;

#endif
