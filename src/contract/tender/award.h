/* SPDX-License-Identifier: EUPL-1.2 */
/* Who wins: the threshold, the knock-out and the ranking over marks that are final. Pure arithmetic. */
#ifndef CONTRACT_TENDER_AWARD_H
#define CONTRACT_TENDER_AWARD_H

#include "contract/tender/marks.h"
#include "platform/base/text.h"

/* How a bid fared. */
enum award_why {
	AWARD_WON,
	AWARD_KNOCKED_OUT, /* less on a criterion than it takes to stay in */
	AWARD_BELOW,       /* less on a criterion than the threshold */
	AWARD_MEAN_BELOW,  /* a weighted mean of less than the threshold */
	AWARD_OUTRANKED    /* enough, but others had more and the number is fixed */
};
extern const struct choice award_whys[]; /* their codes, in this order */

struct award_outcome {
	enum award_why why;
	size_t criterion;     /* on which it fell: of those the one with the lowest mark */
	struct fraction mark; /* that it had there, or its weighted mean */
	struct fraction mean; /* weighted */
	size_t rank;          /* from 1 among those of the lot that reached the threshold; 0: did not */
};

/* The weighted mean of a bid. */
struct fraction award_mean(const struct tender_terms *terms, const struct tender_bid *bid);
/*
 * Judges every bid by the terms; outcomes has room for one per bid, in their order. A mark as high as the
 * threshold reaches it, without rounding.
 */
void award_judge(const struct tender_terms *terms, const struct tender_bids *bids,
                 struct award_outcome *outcomes);
/*
 * What keeps an outcome from being an award: bids that end equal where only one of them may win, and a bidder
 * who wins more areas than one may have. Findings.
 */
void award_check(const struct tender_terms *terms, const struct tender_bids *bids,
                 const struct award_outcome *outcomes, struct findings *findings);

/* Why a bid did not win, for its letter: one sentence in the language, in arena. */
const char *award_words(const struct tender_terms *terms, const struct award_outcome *outcome,
                        const char *language, struct arena *arena);
/* An award to be shown. */
struct award_view {
	const struct tender_terms *terms;
	const struct tender_bids *bids;
	const struct award_outcome *outcomes;
	const char *language;
	struct arena *arena;
};
/* {"lots":[{"lot":..,"awarded":[..],"rejected":[{"bidder":..,"criterion":..,"mark":..,"why":..}]}]} and more.
 */
void award_to_json(const struct award_view *view, struct text *out);
/* The same for a person. */
void award_to_words(const struct award_view *view, struct text *out);

#endif
