/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/award.h"

#include <assert.h>
#include <string.h>

#include "contract/tender/table.h"
#include "platform/base/words.h"

#define PERCENTS 100

const struct choice award_whys[] = {
	[AWARD_WON] = { "awarded", WORDS("gegund") },
	[AWARD_KNOCKED_OUT] = { "knocked_out", WORDS("afgevallen op een criterium") },
	[AWARD_BELOW] = { "below_threshold", WORDS("een criterium onder de drempel") },
	[AWARD_MEAN_BELOW] = { "mean_below_threshold", WORDS("het gewogen gemiddelde onder de drempel") },
	[AWARD_OUTRANKED] = { "outranked", WORDS("anderen hadden meer") },
	{ NULL, NULL },
};

static int64_t greatest_divisor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t left = a % b;

		a = b;
		b = left;
	}
	return a;
}

/*
 * Over the smallest denominator that all means share. Marks are below 10^12 billionths and the denominators
 * numbers of assessors, which are as many for each criterion but where there is consensus, so all of it fits.
 */
struct fraction award_mean(const struct tender_terms *terms, const struct tender_bid *bid)
{
	struct fraction mean = { 0, 1 };
	int64_t shared = 1;

	for (size_t i = 0; i < terms->criteria_count; i++) {
		int64_t divisor = greatest_divisor(shared, bid->means[i].of);

		assert(divisor > 0);
		shared = shared / divisor * bid->means[i].of;
	}
	assert(shared <= MARKS_ASSESSORS_MAX);
	for (size_t i = 0; i < terms->criteria_count; i++) {
		struct fraction part = bid->means[i];

		assert(part.of > 0);
		mean.billionths += part.billionths * (shared / part.of) * terms->criteria[i].weight_percent;
		mean.rest += part.rest * (shared / part.of) * terms->criteria[i].weight_percent;
	}
	mean.of = shared * PERCENTS;
	return fraction_carried(mean);
}

/* The criterion with the lowest mark of those below a limit of its own; false where none is. */
static bool find_lowest(const struct tender_terms *terms, const struct tender_bid *bid, bool is_knock_out,
                        struct award_outcome *outcome)
{
	bool is_found = false;

	for (size_t i = 0; i < terms->criteria_count; i++) {
		struct decimal limit = is_knock_out ? terms->criteria[i].knock_out : terms->threshold;

		if (fraction_compare(bid->means[i], fraction_whole(limit)) >= 0 ||
		    (is_found && fraction_compare(bid->means[i], outcome->mark) >= 0))
			continue;
		is_found = true;
		outcome->criterion = i;
		outcome->mark = bid->means[i];
	}
	return is_found;
}

static struct award_outcome outcome_of(const struct tender_terms *terms, const struct tender_bid *bid)
{
	struct award_outcome outcome = { .mean = award_mean(terms, bid) };

	outcome.mark = outcome.mean;
	if (find_lowest(terms, bid, true, &outcome))
		outcome.why = AWARD_KNOCKED_OUT;
	else if (terms->rule != TENDER_WEIGHTED_MEAN && find_lowest(terms, bid, false, &outcome))
		outcome.why = AWARD_BELOW;
	else if (terms->rule != TENDER_EACH &&
	         fraction_compare(outcome.mean, fraction_whole(terms->threshold)) < 0)
		outcome.why = AWARD_MEAN_BELOW;
	return outcome;
}

/* One more than how many bids of the lot that reached the threshold have a higher mean. */
static size_t rank_of(const struct tender_bids *bids, const struct award_outcome *outcomes, size_t bid)
{
	size_t rank = 1;

	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].lot == bids->items[bid].lot &&
		    (outcomes[i].why == AWARD_WON || outcomes[i].why == AWARD_OUTRANKED) &&
		    fraction_compare(outcomes[i].mean, outcomes[bid].mean) > 0)
			rank++;
	return rank;
}

void award_judge(const struct tender_terms *terms, const struct tender_bids *bids,
                 struct award_outcome *outcomes)
{
	for (size_t i = 0; i < bids->count; i++)
		outcomes[i] = outcome_of(terms, &bids->items[i]);
	for (size_t i = 0; i < bids->count; i++) {
		int64_t winners = terms->lots[bids->items[i].lot].winners;

		if (outcomes[i].why != AWARD_WON)
			continue;
		outcomes[i].rank = rank_of(bids, outcomes, i);
		if (winners > 0 && outcomes[i].rank > (size_t)winners)
			outcomes[i].why = AWARD_OUTRANKED;
	}
}

/* --- what keeps it from being an award --- */

static void refuse_ties(const struct tender_terms *terms, const struct tender_bids *bids,
                        const struct award_outcome *outcomes, struct findings *findings)
{
	for (size_t lot = 0; lot < terms->lots_count; lot++) {
		size_t won = 0, last = 0;

		for (size_t i = 0; i < bids->count; i++)
			if (bids->items[i].lot == lot && outcomes[i].why == AWARD_WON) {
				won++;
				last = outcomes[i].rank >= outcomes[last].rank || won == 1 ? i : last;
			}
		if (terms->lots[lot].winners > 0 && won > (size_t)terms->lots[lot].winners)
			table_refuse(findings, bids->items[last].line, "award-tie",
			             WORDS("Op perceel \"%s\" eindigen inschrijvers gelijk op plaats %zu; er "
			                   "mogen %lld "
			                   "winnen, en het zijn er %zu. Beslis zoals de leidraad zegt."),
			             terms->lots[lot].name, outcomes[last].rank,
			             (long long)terms->lots[lot].winners, won);
	}
}

/* Whether a bidder wins an area in one of the lots. */
static bool wins_area(const struct award_view *view, size_t bidder, const char *area)
{
	for (size_t i = 0; i < view->bids->count; i++)
		if (view->bids->items[i].bidder == bidder && view->outcomes[i].why == AWARD_WON &&
		    tender_lot_has(&view->terms->lots[view->bids->items[i].lot], area))
			return true;
	return false;
}

/* A cap holds for all lots together. */
static void refuse_above_cap(const struct award_view *view, struct findings *findings)
{
	const struct tender_terms *terms = view->terms;

	for (size_t bidder = 0; bidder < view->bids->bidders.count && terms->areas_per_party > 0; bidder++) {
		int64_t areas = 0, line = 1;

		for (size_t i = 0; i < terms->areas.count; i++)
			areas += wins_area(view, bidder, terms->areas.items[i]) ? 1 : 0;
		for (size_t i = view->bids->count; i > 0; i--)
			if (view->bids->items[i - 1].bidder == bidder)
				line = view->bids->items[i - 1].line;
		if (areas > terms->areas_per_party)
			table_refuse(findings, line, "award-cap",
			             WORDS("Inschrijver \"%.60s\" wint %lld gebieden en mag er %lld hebben; "
			                   "verdeel de "
			                   "gebieden met thuisregie districts."),
			             view->bids->bidders.items[bidder], (long long)areas,
			             (long long)terms->areas_per_party);
	}
}

void award_check(const struct tender_terms *terms, const struct tender_bids *bids,
                 const struct award_outcome *outcomes, struct findings *findings)
{
	const struct award_view view = { .terms = terms, .bids = bids, .outcomes = outcomes };

	refuse_ties(terms, bids, outcomes, findings);
	refuse_above_cap(&view, findings);
}
