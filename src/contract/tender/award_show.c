/* SPDX-License-Identifier: EUPL-1.2 */
/* An award as JSON and as words. */
#include <string.h>

#include "contract/tender/award.h"
#include "platform/base/words.h"
#include "platform/record/json.h"

const char *award_words(const struct tender_terms *terms, const struct award_outcome *outcome,
                        const char *language, struct arena *arena)
{
	const struct tender_criterion *criterion = &terms->criteria[outcome->criterion];
	char mark[DECIMAL_TEXT_SIZE], threshold[DECIMAL_TEXT_SIZE], knock_out[DECIMAL_TEXT_SIZE];

	(void)decimal_words(fraction_floor(outcome->mark), language, mark);
	(void)decimal_words(terms->threshold, language, threshold);
	(void)decimal_words(criterion->knock_out, language, knock_out);
	switch (outcome->why) {
	case AWARD_WON:
		return "";
	case AWARD_KNOCKED_OUT:
		return arena_print(arena,
		                   words_in(language, WORDS("Op \"%s\" een %s; met minder dan %s valt een "
		                                            "inschrijving af.")),
		                   criterion->label, mark, knock_out);
	case AWARD_BELOW:
		return arena_print(arena,
		                   words_in(language, WORDS("Op \"%s\" een %s; nodig was %s of meer.")),
		                   criterion->label, mark, threshold);
	case AWARD_MEAN_BELOW:
		return arena_print(
			arena, words_in(language, WORDS("Gewogen gemiddeld een %s; nodig was %s of meer.")),
			mark, threshold);
	case AWARD_OUTRANKED:
		return arena_print(arena,
		                   words_in(language, WORDS("Gewogen gemiddeld een %s, goed voor plaats %zu; "
		                                            "anderen hadden meer.")),
		                   mark, outcome->rank);
	}
	return "";
}

static bool is_below(const struct award_view *view, size_t bid, size_t criterion)
{
	struct fraction mean = view->bids->items[bid].means[criterion];

	return fraction_compare(mean, fraction_whole(view->terms->threshold)) < 0;
}

static void json_fraction(struct json *json, struct fraction fraction)
{
	char words[DECIMAL_TEXT_SIZE];

	json_decimal(json, decimal_print(fraction_floor(fraction), words));
}

/* Everything on which a bid stayed below the threshold, for its letter. */
static void below_to_json(const struct award_view *view, size_t bid, struct json *json)
{
	json_key(json, "below");
	json_array_begin(json);
	for (size_t i = 0; i < view->terms->criteria_count; i++) {
		if (!is_below(view, bid, i))
			continue;
		json_object_begin(json);
		json_key(json, "criterion");
		json_text(json, view->terms->criteria[i].name);
		json_key(json, "mark");
		json_fraction(json, view->bids->items[bid].means[i]);
		json_object_end(json);
	}
	json_array_end(json);
}

static void rejected_to_json(const struct award_view *view, size_t bid, struct json *json)
{
	const struct award_outcome *outcome = &view->outcomes[bid];
	bool is_on_one = outcome->why == AWARD_KNOCKED_OUT || outcome->why == AWARD_BELOW;

	json_object_begin(json);
	json_key(json, "bidder");
	json_text(json, view->bids->bidders.items[view->bids->items[bid].bidder]);
	json_key(json, "criterion");
	json_text(json, is_on_one ? view->terms->criteria[outcome->criterion].name : NULL);
	json_key(json, "mark");
	json_fraction(json, outcome->mark);
	json_key(json, "why");
	json_text(json, award_words(view->terms, outcome, view->language, view->arena));
	json_key(json, "code");
	json_text(json, award_whys[outcome->why].code);
	json_key(json, "mean");
	json_fraction(json, outcome->mean);
	below_to_json(view, bid, json);
	json_object_end(json);
}

/* The bids of a lot that won, the best first where their number is fixed; else in the order of the file. */
static const size_t *winners_of(const struct award_view *view, size_t lot, size_t *ret_count)
{
	size_t *winners = ARENA_MANY(view->arena, view->bids->count + 1, size_t), count = 0;

	for (size_t i = 0; i < view->bids->count; i++) {
		size_t at = count;

		if (view->bids->items[i].lot != lot || view->outcomes[i].why != AWARD_WON)
			continue;
		for (; view->terms->lots[lot].winners > 0 && at > 0 &&
		       view->outcomes[i].rank < view->outcomes[winners[at - 1]].rank;
		     at--)
			winners[at] = winners[at - 1];
		winners[at] = i;
		count++;
	}
	*ret_count = count;
	return winners;
}

static size_t bids_of(const struct award_view *view, size_t lot)
{
	size_t count = 0;

	for (size_t i = 0; i < view->bids->count; i++)
		count += view->bids->items[i].lot == lot ? 1 : 0;
	return count;
}

static const char *bidder_of(const struct award_view *view, size_t bid)
{
	return view->bids->bidders.items[view->bids->items[bid].bidder];
}

static void lot_to_json(const struct award_view *view, size_t lot, struct json *json)
{
	size_t count = 0;
	const size_t *winners = winners_of(view, lot, &count);

	json_object_begin(json);
	json_key(json, "lot");
	json_text(json, view->terms->lots[lot].name);
	json_key(json, "bids");
	json_number(json, (int64_t)bids_of(view, lot));
	json_key(json, "awarded");
	json_array_begin(json);
	for (size_t i = 0; i < count; i++)
		json_text(json, bidder_of(view, winners[i]));
	json_array_end(json);
	json_key(json, "rejected");
	json_array_begin(json);
	for (size_t i = 0; i < view->bids->count; i++)
		if (view->bids->items[i].lot == lot && view->outcomes[i].why != AWARD_WON)
			rejected_to_json(view, i, json);
	json_array_end(json);
	json_object_end(json);
}

void award_to_json(const struct award_view *view, struct text *out)
{
	struct json json = { .out = out };
	char words[DECIMAL_TEXT_SIZE];

	json_object_begin(&json);
	json_key(&json, "threshold");
	json_decimal(&json, decimal_print(view->terms->threshold, words));
	json_key(&json, "rule");
	json_text(&json, tender_rules[view->terms->rule].code);
	json_key(&json, "lots");
	json_array_begin(&json);
	for (size_t i = 0; i < view->terms->lots_count; i++)
		lot_to_json(view, i, &json);
	json_array_end(&json);
	json_object_end(&json);
}

void award_to_words(const struct award_view *view, struct text *out)
{
	for (size_t lot = 0; lot < view->terms->lots_count; lot++) {
		size_t count = 0;
		const size_t *winners = winners_of(view, lot, &count);

		text_print(out,
		           words_in(view->language,
		                    WORDS("Perceel %s: van %zu inschrijvingen worden er %zu gegund.")),
		           view->terms->lots[lot].label, bids_of(view, lot), count);
		text_add(out, "\n");
		for (size_t i = 0; i < count; i++)
			text_print(out, "  + %s\n", bidder_of(view, winners[i]));
		for (size_t i = 0; i < view->bids->count; i++)
			if (view->bids->items[i].lot == lot && view->outcomes[i].why != AWARD_WON)
				text_print(out, "  - %s: %s\n", bidder_of(view, i),
				           award_words(view->terms, &view->outcomes[i], view->language,
				                       view->arena));
	}
}
