/* SPDX-License-Identifier: EUPL-1.2 */
/* Before there are marks: what thresholds would do if marks fell as somebody assumes, drawn many times. */
#ifndef CONTRACT_TENDER_ASSUME_H
#define CONTRACT_TENDER_ASSUME_H

#include "contract/tender/what_if.h"

#define ASSUME_RUNS_MAX 100000
#define ASSUME_RESULTS_MAX 10000000 /* runs times steps */

/* Bids that are expected, and of each criterion the marks in tenths: least, most likely, most. */
struct assumed_mark {
	int32_t least, likely, most;
	int64_t line; /* of the file; 0: nobody said */
};
struct assumption {
	struct tender_bids bids;          /* without means */
	const struct assumed_mark *marks; /* per bid and criterion */
};

/*
 * Reads a CSV file with the columns bidder, lot, criterion, least, likely and most; criterion * is all of
 * them. Marks are in tenths and on the scale. What is lacking, doubled or out of order is a finding. Lives in
 * the findings' arena.
 */
struct assumption assumption_read(const char *bytes, size_t length, const struct tender_terms *terms,
                                  struct findings *findings);

/* Of what was drawn: in one of twenty runs it was this or less, in half of them, and in nineteen of twenty.
 */
struct assumed_range {
	int64_t low, middle, high;
};
struct assumed_step {
	struct decimal threshold;
	struct assumed_range awarded, clients_kept;
	int64_t *uncovered, *lost; /* per area and expertise: in how many runs */
};

struct draw {
	int64_t runs;
	uint64_t seed; /* the same seed draws the same marks */
};
/*
 * Draws all marks so many times, each by itself from the triangle over its three numbers, and sweeps the
 * range each time. One step for each tenth, in arena.
 */
const struct assumed_step *assume(const struct tender_terms *terms, const struct assumption *assumption,
                                  const struct clients *clients, const struct what_if_range *range,
                                  const struct draw *draw, struct arena *arena);

struct assume_view {
	const struct assumed_step *steps;
	size_t count;
	const struct clients *clients;
	const struct draw *draw;
	const char *language;
};
/* As what_if_to_json with the middle, and with _low and _high; an area or expertise that is without in half
 * the runs. */
void assume_to_json(const struct assume_view *view, struct text *out);
void assume_to_words(const struct assume_view *view, struct text *out);

#endif
