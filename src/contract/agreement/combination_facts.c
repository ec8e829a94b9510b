/* SPDX-License-Identifier: EUPL-1.2 */
/* What happens within a combination: a member leaves, an area goes to another. */
#include "common/lane/lane_store.h"
#include "common/scheme/chain.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/place.h"
#include "platform/base/words.h"

/* --- a member leaves --- */

static enum status prepare_leaving(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct member_left *left = fact->item;
	const struct place_sought sought = { left->combination, left->from, place_has_combination };
	const struct scheme_combination *combination;
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = left->from;
	if (status || place.entry == NULL)
		return status;
	combination = scheme_combination_on(&place.scheme, left->combination, left->from);
	left->scheme = place.scheme.name;
	left->situation.is_known = true;
	left->situation.is_member = check_texts_have(&combination->members, left->member);
	left->situation.is_lead = check_is(combination->lead, left->member) ||
	                          check_is(combination->liable, left->member) ||
	                          check_is(combination->contact, left->member);
	return OK;
}

static enum status apply_leaving(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct member_left *left = fact->item;
	const struct lane_change change = { .scheme = left->scheme,
		                            .sort = LANE_LEFT,
		                            .fact = fact->fact,
		                            .valid_from = left->from,
		                            .party = left->member,
		                            .other = left->combination };
	const struct place_event event = { .scheme = left->scheme,
		                           .sort = LANE_LEFT,
		                           .fact = fact->fact,
		                           .valid_from = left->from,
		                           .party = left->member,
		                           .other = left->combination,
		                           .reason = left->reason };
	enum status status = lane_change_add(db, register_id, &change, fault);

	(void)arena;
	return status == OK ? place_keep(db, register_id, &event, fault) : status;
}

const struct journal_kind member_left_kind = {
	.name = "member_left",
	.title = WORDS("Lid verlaat de combinatie"),
	.done = WORDS("Lid verliet de combinatie"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &member_left_record,
	.prepare = prepare_leaving,
	.rules = member_rules,
	.rules_count = MEMBER_RULES_COUNT,
	.apply = apply_leaving,
	.page = "/agreements",
};

/* --- an area goes to a member --- */

static enum status prepare_allocation(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct area_allocated *allocated = fact->item;
	const struct place_sought sought = { allocated->combination, allocated->from, place_has_combination };
	const struct scheme_combination *combination;
	const struct scheme_area *area;
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = allocated->from;
	if (status || place.entry == NULL)
		return status;
	combination = scheme_combination_on(&place.scheme, allocated->combination, allocated->from);
	area = scheme_area(&place.scheme, allocated->area);
	allocated->scheme = place.scheme.name;
	allocated->situation.is_known = true;
	allocated->situation.is_divided = scheme_is_divided(&place.scheme, combination->name);
	allocated->situation.may_divide =
		!has_words(journal->party) || chain_leads(journal->party, combination);
	allocated->situation.is_member = check_texts_have(&combination->members, allocated->member);
	allocated->situation.knows_area =
		area != NULL && date_within(allocated->from, area->from, area->until);
	allocated->situation.is_running =
		scheme_holds(&place.scheme, NULL, allocated->combination, allocated->from);
	return OK;
}

static enum status apply_allocation(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct area_allocated *allocated = fact->item;
	const struct lane_change change = { .scheme = allocated->scheme,
		                            .sort = LANE_ALLOCATED,
		                            .fact = fact->fact,
		                            .valid_from = allocated->from,
		                            .party = allocated->member,
		                            .other = allocated->combination,
		                            .areas = allocated->area };
	const struct place_event event = { .scheme = allocated->scheme,
		                           .sort = LANE_ALLOCATED,
		                           .fact = fact->fact,
		                           .valid_from = allocated->from,
		                           .party = allocated->member,
		                           .other = allocated->combination,
		                           .area = allocated->area,
		                           .status = allocated->status,
		                           .reason = allocated->reason };
	enum status status = lane_change_add(db, register_id, &change, fault);

	(void)arena;
	return status == OK ? place_keep(db, register_id, &event, fault) : status;
}

const struct journal_kind area_allocated_kind = {
	.name = "area_allocated",
	.title = WORDS("Gebied verdelen binnen de combinatie"),
	.done = WORDS("Gebied verdeeld binnen de combinatie"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_RUN_COMBINATION,
	.record = &area_allocated_record,
	.prepare = prepare_allocation,
	.rules = allocation_rules,
	.rules_count = ALLOCATION_RULES_COUNT,
	.apply = apply_allocation,
	.page = "/agreements",
};
