/* SPDX-License-Identifier: EUPL-1.2 */
/* Where an award lands in the scheme: the lot's agreement, and the party that the bidder is there. */
#ifndef CONTRACT_AGREEMENT_MADE_PLACE_H
#define CONTRACT_AGREEMENT_MADE_PLACE_H

#include "contract/agreement/place.h"
#include "contract/assessment/assessment_store.h"

struct made_place {
	struct scheme scheme;
	const struct scheme_lot *lot;
	const struct scheme_agreement
		*agreement; /* NULL: the scheme has none for the lot; then nothing else */
	const char *bidder; /* as the bid calls it */
	const char *party;  /* of the scheme; NULL: the bidder is none */
};

/* The place of an opened bid; in the journal's arena. */
enum status made_place_of(struct journal *journal, const char *tender, int64_t bid,
                          struct made_place *ret_place, struct fault *fault) MUST_CHECK;
/* The scheme of a tender as it is now; false: the register has it no more. */
enum status made_scheme(struct journal *journal, const struct assessed *assessed, struct scheme *ret_scheme,
                        bool *ret_is_there, struct fault *fault) MUST_CHECK;
/* The party of the scheme that a bidder is: by its name, or by what it is called; NULL: none. */
const char *made_party(const struct scheme *scheme, const struct owed_bid *bid);

/* The first day on which what is signed holds. */
struct date made_first_day(const struct made_place *place, struct date signed_on);
/* Who signs there, and when. */
struct made_signing {
	const char *party; /* NULL: one that is new */
	struct date signed_on;
};
/*
 * A finding where the party would get more areas by the agreement than the scheme's cap: those
 * that it has, also by what it took over after the award, and those of the lot.
 */
enum status made_check_cap(struct journal *journal, const struct made_place *place,
                           const struct made_signing *signing, struct findings *findings,
                           struct fault *fault) MUST_CHECK;
/* Whether a party has all areas of the lot already on a day. */
bool made_has_lot(const struct made_place *place, const char *party, struct date on, struct arena *arena);

#endif
