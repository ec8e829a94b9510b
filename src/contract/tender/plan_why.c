/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a plan is the best, or why there is none: in sentences. */
#include <string.h>

#include "contract/tender/plan.h"
#include "platform/base/words.h"

#define EXCHANGES_MAX 4 /* that a sentence can carry */

struct telling {
	const struct plan_question *question;
	const char *language;
	struct arena *arena;
	struct texts *why;
};

static void tell(const struct telling *telling, const char *sentence)
{
	struct texts *why = telling->why;
	const char **items = ARENA_MANY(telling->arena, why->count + 1, const char *);

	if (why->count > 0)
		memcpy(items, why->items, why->count * sizeof(items[0]));
	items[why->count++] = sentence;
	why->items = items;
}

/* "a, b en c" of the names that are marked. */
static const char *list_of(const struct telling *telling, const char *const *names, const bool *is_there,
                           size_t count)
{
	const char *list = "";
	size_t left = 0;

	for (size_t i = 0; i < count; i++)
		left += is_there[i] ? 1 : 0;
	for (size_t i = 0, at = 0; i < count; i++) {
		if (!is_there[i])
			continue;
		list = arena_print(telling->arena, "%s%s%s", list,
		                   at == 0          ? ""
		                   : at + 1 == left ? words_in(telling->language, WORDS(" en "))
		                                    : ", ",
		                   names[i]);
		at++;
	}
	return list;
}

static size_t count_of(const bool *is_there, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += is_there[i] ? 1 : 0;
	return found;
}

/* --- beside the next best plan --- */

/* Who has an area in a plan. */
static const char *parties_in(const struct telling *telling, const bool *is_chosen, size_t area)
{
	const struct area_bids *bids = telling->question->bids;
	bool *is_there = ARENA_MANY(telling->arena, bids->bidders.count + 1, bool);

	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].area == area && is_chosen[i])
			is_there[bids->items[i].bidder] = true;
	return list_of(telling, bids->bidders.items, is_there, bids->bidders.count);
}

/* "stadsdeel-2 naar q in plaats van p, ..." */
static const char *exchanges(const struct telling *telling, const bool *from, const bool *to)
{
	const struct area_bids *bids = telling->question->bids;
	const char *words = "";
	size_t count = 0;

	for (size_t area = 0; area < bids->areas.count; area++) {
		bool is_other = false;

		for (size_t i = 0; i < bids->count; i++)
			is_other = is_other || (bids->items[i].area == area && from[i] != to[i]);
		if (!is_other || ++count > EXCHANGES_MAX)
			continue;
		words = arena_print(telling->arena,
		                    words_in(telling->language, WORDS("%s%s%s naar %s in plaats van %s")),
		                    words, count == 1 ? "" : ", ", bids->areas.items[area],
		                    parties_in(telling, to, area), parties_in(telling, from, area));
	}
	if (count > EXCHANGES_MAX)
		words = arena_print(telling->arena,
		                    words_in(telling->language, WORDS("%s, en nog %zu gebieden anders")),
		                    words, count - EXCHANGES_MAX);
	return words;
}

static enum status tell_next(const struct telling *telling, const struct plan *best, struct fault *fault)
{
	const struct plan_ask ask = { .but = best };
	char value[DECIMAL_TEXT_SIZE], less[DECIMAL_TEXT_SIZE];
	struct plan_answer next = { 0 };
	enum status status = plan_solve(telling->question, &ask, telling->arena, &next, fault);
	struct decimal lacks = { best->value.billionths - next.plan.value.billionths };
	const char *words;

	if (status)
		return status;
	if (next.end == PLAN_NONE) {
		tell(telling, words_in(telling->language, WORDS("Er is geen ander plan.")));
		return OK;
	}
	if (next.end == PLAN_NO_TIME || lacks.billionths < 0 || !next.plan.is_optimal) {
		tell(telling,
		     words_in(telling->language, WORDS("Welk plan het op een na beste is, was binnen de tijd "
		                                       "niet te bewijzen.")));
		return OK;
	}
	words = exchanges(telling, best->is_chosen, next.plan.is_chosen);
	if (lacks.billionths == 0)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language, WORDS("Een ander plan is evenveel waard: %s.")),
		                 words));
	else
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("Het op een na beste plan is %s waard, %s minder: %s.")),
		                 decimal_words(next.plan.value, telling->language, value),
		                 decimal_words(lacks, telling->language, less), words));
	return OK;
}

/* --- who scores higher and yet does not get the area --- */

static int64_t load_of(const struct telling *telling, const bool *is_chosen, size_t bidder)
{
	const struct area_bids *bids = telling->question->bids;
	int64_t load = 0;

	for (size_t i = 0; i < bids->count; i++)
		load += bids->items[i].bidder == bidder && is_chosen[i] ? 1 : 0;
	return load;
}

static struct decimal lowest_chosen(const struct area_bids *bids, const bool *is_chosen, size_t area)
{
	struct decimal lowest = { INT64_MAX };

	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].area == area && is_chosen[i] &&
		    bids->items[i].score.billionths < lowest.billionths)
			lowest = bids->items[i].score;
	return lowest;
}

static void tell_passed_over(const struct telling *telling, const bool *is_chosen)
{
	const struct area_bids *bids = telling->question->bids;

	for (size_t i = 0; i < bids->count; i++) {
		const struct area_bid *bid = &bids->items[i];
		char score[DECIMAL_TEXT_SIZE];
		int64_t load = load_of(telling, is_chosen, bid->bidder);

		if (is_chosen[i] ||
		    bid->score.billionths <= lowest_chosen(bids, is_chosen, bid->area).billionths)
			continue;
		(void)decimal_words(bid->score, telling->language, score);
		if (load >= plan_most(telling->question, bid->bidder))
			tell(telling,
			     arena_print(
				     telling->arena,
				     words_in(
					     telling->language,
					     WORDS("%s scoort in %s hoger (%s), maar heeft er al %lld en mag "
			                           "er niet meer hebben.")),
				     bids->bidders.items[bid->bidder], bids->areas.items[bid->area], score,
				     (long long)load));
		else
			tell(telling,
			     arena_print(
				     telling->arena,
				     words_in(telling->language,
			                      WORDS("%s scoort in %s hoger (%s), maar dan wordt het geheel "
			                            "minder of past het niet.")),
				     bids->bidders.items[bid->bidder], bids->areas.items[bid->area], score));
	}
}

/* --- why there is none: demands are dropped one by one, and those that are not needed stay dropped --- */

static enum status still_none(const struct telling *telling, const struct plan_ask *ask, bool *ret_is_none,
                              struct fault *fault)
{
	struct plan_answer answer = { 0 };
	enum status status = plan_solve(telling->question, ask, telling->arena, &answer, fault);

	*ret_is_none = answer.end == PLAN_NONE;
	return status;
}

static enum status drop(const struct telling *telling, const struct plan_ask *ask, bool *demands,
                        size_t count, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < count; i++) {
		bool is_none = false;

		demands[i] = false;
		status = still_none(telling, ask, &is_none, fault);
		demands[i] = !is_none;
	}
	return status;
}

/* Who bids on one of the areas and on what more of them it bids. */
static bool bids_on(const struct area_bids *bids, size_t bidder, const bool *areas)
{
	for (size_t i = 0; i < bids->count; i++)
		if (bids->items[i].bidder == bidder && areas[bids->items[i].area])
			return true;
	return false;
}

static const char *bidders_on(const struct telling *telling, const bool *areas)
{
	const struct area_bids *bids = telling->question->bids;
	bool *is_there = ARENA_MANY(telling->arena, bids->bidders.count + 1, bool);

	for (size_t i = 0; i < bids->bidders.count; i++)
		is_there[i] = bids_on(bids, i, areas);
	if (count_of(is_there, bids->bidders.count) == 0)
		return words_in(telling->language, WORDS("niemand"));
	return list_of(telling, bids->bidders.items, is_there, bids->bidders.count);
}

/* Says of every area that too few bid on it; whether there is one. */
static bool tell_scarce(const struct telling *telling)
{
	const struct area_bids *bids = telling->question->bids;
	bool *is_area = ARENA_MANY(telling->arena, bids->areas.count + 1, bool), is_scarce = false;

	for (size_t area = 0; area < bids->areas.count; area++) {
		if (area_bids_on(bids, area) >= telling->question->per_area)
			continue;
		is_scarce = true;
		is_area[area] = true;
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("%s heeft te weinig inschrijvers: nodig %lld; er is %s.")),
		                 bids->areas.items[area], (long long)telling->question->per_area,
		                 bidders_on(telling, is_area)));
		is_area[area] = false;
	}
	return is_scarce;
}

/* "stadsdeel-3 heeft geen inschrijver meer zodra hoofdaannemer-2 twee gebieden heeft" */
static void tell_conflict(const struct telling *telling, const bool *areas, const bool *parties)
{
	const struct area_bids *bids = telling->question->bids;
	size_t last = 0, parties_count = count_of(parties, bids->bidders.count),
	       areas_count = count_of(areas, bids->areas.count);
	const char *names = list_of(telling, bids->areas.items, areas, bids->areas.count),
		   *who = list_of(telling, bids->bidders.items, parties, bids->bidders.count);

	for (size_t i = 0; i < bids->areas.count; i++)
		last = areas[i] ? i : last;
	if (areas_count == 1)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("%s heeft geen inschrijver die het kan dragen: %s kan of "
		                                "mag niet zoveel hebben.")),
		                 names, who));
	else if (parties_count == 1 && telling->question->max_per_party > 0)
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("%s heeft geen inschrijver meer zodra %s er %lld heeft.")),
		                 bids->areas.items[last], who, (long long)telling->question->max_per_party));
	else
		tell(telling,
		     arena_print(telling->arena,
		                 words_in(telling->language,
		                          WORDS("%s heeft geen inschrijver meer zodra %s zoveel gebieden "
		                                "hebben als zij mogen of kunnen.")),
		                 bids->areas.items[last], who));
	tell(telling, arena_print(telling->arena,
	                          words_in(telling->language, WORDS("Voor %s samen schreven alleen %s in.")),
	                          names, bidders_on(telling, areas)));
}

static enum status tell_none(const struct telling *telling, struct fault *fault)
{
	const struct area_bids *bids = telling->question->bids;
	bool *areas = ARENA_MANY(telling->arena, bids->areas.count + 1, bool),
	     *parties = ARENA_MANY(telling->arena, bids->bidders.count + 1, bool);
	const struct plan_ask ask = { .areas = areas, .parties = parties };
	enum status status;

	if (tell_scarce(telling))
		return OK;
	memset(areas, true, bids->areas.count);
	memset(parties, true, bids->bidders.count);
	status = drop(telling, &ask, areas, bids->areas.count, fault);
	if (status == OK)
		status = drop(telling, &ask, parties, bids->bidders.count, fault);
	if (status == OK)
		tell_conflict(telling, areas, parties);
	return status;
}

enum status plan_explain(const struct plan_question *question, const char *language, struct arena *arena,
                         struct plan_answer *answer, struct fault *fault)
{
	const struct telling telling = { question, language, arena, &answer->why };

	switch (answer->end) {
	case PLAN_NONE:
		return tell_none(&telling, fault);
	case PLAN_NO_TIME:
		tell(&telling,
		     words_in(language, WORDS("Binnen de tijd is geen plan gevonden; dat er geen is, is niet "
		                              "bewezen.")));
		return OK;
	case PLAN_FOUND:
		tell_passed_over(&telling, answer->plan.is_chosen);
		return tell_next(&telling, &answer->plan, fault);
	}
	return OK;
}
