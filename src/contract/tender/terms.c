/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/tender/terms.h"

#include <string.h>

#include "platform/base/words.h"

#define HIGHEST_USUAL 10

const struct choice tender_rules[] = {
	[TENDER_EACH] = { "each", WORDS("elk criterium") },
	[TENDER_WEIGHTED_MEAN] = { "weighted_mean", WORDS("het gewogen gemiddelde") },
	[TENDER_BOTH] = { "both", WORDS("elk criterium en het gewogen gemiddelde") },
	{ NULL, NULL },
};

bool tender_rule_read(const char *code, enum tender_rule *ret_rule)
{
	for (size_t i = 0; tender_rules[i].code != NULL; i++)
		if (code != NULL && strcmp(tender_rules[i].code, code) == 0) {
			*ret_rule = (enum tender_rule)i;
			return true;
		}
	return false;
}

bool tender_lot_has(const struct tender_lot *lot, const char *area)
{
	for (size_t i = 0; i < lot->areas.count; i++)
		if (strcmp(lot->areas.items[i], area) == 0)
			return true;
	return false;
}

static const struct tender_criterion *criteria_of(const struct scheme *scheme, struct arena *arena)
{
	const struct scheme_criterion *from = scheme->criteria.items;
	struct tender_criterion *criteria =
		ARENA_MANY(arena, scheme->criteria.count + 1, struct tender_criterion);

	for (size_t i = 0; i < scheme->criteria.count; i++)
		criteria[i] = (struct tender_criterion){ from[i].name, from[i].label, from[i].weight_percent,
			                                 decimal_whole(from[i].knock_out) };
	return criteria;
}

static const struct tender_lot *lots_of(const struct scheme *scheme, struct arena *arena)
{
	const struct scheme_lot *from = scheme->lots.items;
	struct tender_lot *lots = ARENA_MANY(arena, scheme->lots.count + 1, struct tender_lot);

	for (size_t i = 0; i < scheme->lots.count; i++)
		lots[i] = (struct tender_lot){ from[i].name, from[i].label, from[i].areas, from[i].winners };
	return lots;
}

static struct texts areas_of(const struct scheme *scheme, struct arena *arena)
{
	const struct scheme_area *area = scheme->areas.items;
	struct texts areas = { .items = ARENA_MANY(arena, scheme->areas.count + 1, const char *) };

	for (size_t i = 0; i < scheme->areas.count; i++)
		areas.items[areas.count++] = area[i].name;
	return areas;
}

struct tender_terms tender_terms_of(const struct scheme *scheme, struct arena *arena)
{
	const struct scheme_threshold *threshold = &scheme->threshold;
	struct tender_terms terms = {
		.lots = lots_of(scheme, arena),
		.lots_count = scheme->lots.count,
		.criteria = criteria_of(scheme, arena),
		.criteria_count = scheme->criteria.count,
		.threshold = decimal_whole(threshold->mark),
		.highest =
			decimal_whole(threshold->scale_until == 0 ? HIGHEST_USUAL : threshold->scale_until),
		.areas_per_party = scheme->caps.areas_per_party,
		.areas = areas_of(scheme, arena),
	};

	(void)tender_rule_read(threshold->on, &terms.rule);
	return terms;
}

/* Whether something decides in each lot who does not win. */
static bool is_limited(const struct tender_terms *terms)
{
	bool is_limited = true;

	for (size_t i = 0; i < terms->lots_count; i++)
		is_limited = is_limited && (terms->threshold.billionths > 0 || terms->lots[i].winners > 0);
	return is_limited;
}

bool tender_terms_suffice(const struct tender_terms *terms, struct findings *findings)
{
	if (terms->lots_count == 0)
		(void)findings_add(findings, "tender-lots", "",
		                   WORDS("De regeling heeft geen percelen; zet ze onder lots."));
	if (terms->criteria_count == 0)
		(void)findings_add(findings, "tender-criteria", "",
		                   WORDS("De regeling heeft geen gunningscriteria; zet ze onder criteria."));
	if (!is_limited(terms))
		(void)findings_add(
			findings, "tender-threshold", "",
			WORDS("De regeling heeft geen drempel en geen aantal winnaars; noem een van beide."));
	return terms->lots_count > 0 && terms->criteria_count > 0 && is_limited(terms);
}
