/* SPDX-License-Identifier: EUPL-1.2 */
/* What another threshold would do: who wins, and to clients, neighbourhoods, expertise and small
 * organisations. */
#ifndef CONTRACT_TENDER_WHAT_IF_H
#define CONTRACT_TENDER_WHAT_IF_H

#include "contract/tender/award.h"
#include "contract/tender/clients.h"

#define WHAT_IF_STEPS_MAX 1001
#define WHAT_IF_STEP (DECIMAL_ONE / 10) /* the slider's step: 0.1 */

/* From a threshold to another, both counted in. */
struct what_if_range {
	struct decimal from, until;
};
/* Reads "5.0..10.0"; false when it is no range, ends before it begins or has too many steps. */
bool what_if_range_read(const char *text, struct what_if_range *ret_range);
size_t what_if_steps(const struct what_if_range *range);

/*
 * One threshold. An area is uncovered when nobody who wins helps clients there now; an expertise is lost when
 * nobody who wins has a client who needs it. A client keeps the provider when that wins a lot with the
 * client's area in it, or the area is none of the scheme.
 */
struct what_if_step {
	struct decimal threshold;
	size_t awarded; /* bidders who win something */
	int64_t clients_kept, clients_moved;
	const bool *uncovered; /* per area of the clients */
	const bool *lost;      /* per expertise of the clients */
	size_t uncovered_count, lost_count;
	const bool *small_lost; /* per bidder: a small organisation that does not win; NULL: not known */
	size_t small_lost_count;
};

/* The steps of a range, one for each tenth, in arena. The terms' own threshold does not count. */
const struct what_if_step *what_if(const struct tender_terms *terms, const struct tender_bids *bids,
                                   const struct clients *clients, const struct what_if_range *range,
                                   struct arena *arena);

struct what_if_view {
	const struct what_if_step *steps;
	size_t count;
	const struct tender_bids *bids;
	const struct clients *clients;
	const char *language;
};
/* {"steps":[{"threshold":..,"awarded":..,"clients_kept":..,"clients_moved":..,"areas_uncovered":[..],
 * "expertise_lost":[..]}]}; and "small_lost" where that is known. */
void what_if_to_json(const struct what_if_view *view, struct text *out);
void what_if_to_words(const struct what_if_view *view, struct text *out);

#endif
