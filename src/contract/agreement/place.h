/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a fact about agreements belongs: the scheme of its register, as it is at the moment of writing. */
#ifndef CONTRACT_AGREEMENT_PLACE_H
#define CONTRACT_AGREEMENT_PLACE_H

#include "common/scheme/holding.h"
#include "common/scheme/scheme_book.h"

/* entry NULL: the register has no such scheme; then nothing else is filled. */
struct place {
	const struct scheme_entry *entry;
	struct scheme scheme; /* with all that happened, also in this transaction */
};

/* Whether a scheme is the one that is sought. */
struct place_sought {
	const char *name; /* of an agreement, combination or party */
	struct date on;
	bool (*is_in)(const struct scheme *scheme, const struct place_sought *sought);
};

/* The first scheme of the register in which it is. */
enum status place_find(struct journal *journal, const struct place_sought *sought, struct place *ret_place,
                       struct fault *fault) MUST_CHECK;
/* For place_sought: an agreement of that name; a combination in force; a party that works on the day. */
bool place_has_agreement(const struct scheme *scheme, const struct place_sought *sought);
bool place_has_combination(const struct scheme *scheme, const struct place_sought *sought);
bool place_has_worker(const struct scheme *scheme, const struct place_sought *sought);

const struct scheme_agreement *place_agreement(const struct scheme *scheme, const char *name);
/* How a party comes in: "open", "closed" or "not_known"; the last also where the scheme does not say. */
const char *place_accession(const struct scheme *scheme, const char *agreement);
/* Whether no party of the scheme has this AGB code. */
bool place_is_free_agb(const struct scheme *scheme, const char *agb);
/* The names one a line, in arena. */
const char *place_lines(const struct texts *names, struct arena *arena);

#define PLACE_SIGNED                                                                                         \
	"signed" /* the sort of an event beside those of lanes: a party signed, and had its place already */

/* A line of what happened, kept for the pages; texts may be NULL. */
struct place_event {
	const char *scheme, *sort, *agreement, *party, *other, *area, *status, *reason;
	int64_t fact;
	struct date valid_from;
};
extern const struct record place_event_record;
enum status place_keep(struct db *db, int64_t register_id, const struct place_event *event,
                       struct fault *fault) MUST_CHECK;

#endif
