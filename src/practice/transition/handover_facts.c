/* SPDX-License-Identifier: EUPL-1.2 */
/* The handover at the door: whose client it is, who delivers now, and who else may. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/transition/handover.h"
#include "transition_sql.h"

static const struct field handover_line_fields[] = {
	FIELD(struct handover_line, handover),
	FIELD(struct handover_line, assignment),
	FIELD(struct handover_line, handed_on),
	FIELD(struct handover_line, from_member),
	FIELD(struct handover_line, to_member),
	FIELD(struct handover_line, told_on),
	FIELD(struct handover_line, told_how, .choices = told_ways),
	FIELD(struct handover_line, reason, .max_chars = 2000),
};
static const struct record handover_line_record =
	RECORD(struct handover_line, "handover_line", handover_line_fields);

enum status handovers_of(struct journal *journal, int64_t person, struct records *ret_lines,
                         struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_transition_handovers_of, values, COUNT(values),
	               &(struct db_list){ &handover_line_record, journal->arena, ret_lines }, fault);
}

static bool has(const struct texts *texts, const char *name)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], name) == 0)
			return true;
	return false;
}

/*
 * Whether the one is a member, on the day, of the combination that answers to the municipality, and the other
 * is or was: who leaves a combination hands its clients over.
 */
static bool are_members(const struct scheme *scheme, const struct handover *handover)
{
	const struct scheme_combination *combinations = scheme->combinations.items;
	const struct scheme_combination *now = scheme_combination_on(scheme, handover->party, handover->from);
	bool was_member = false;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		was_member = was_member || (strcmp(combinations[i].name, handover->party) == 0 &&
		                            !date_before(handover->from, combinations[i].from) &&
		                            has(&combinations[i].members, handover->from_member));
	return was_member && now != NULL && has(&now->members, handover->to);
}

/* Whether a party has a lane for the product in the area on a day, under the one that answers. */
static bool has_lane(const struct assignment_place *place, const struct handover *handover)
{
	const struct lane_set *set = &place->entry->lanes;
	uint16_t product = lane_names_find(&set->products, handover->product);
	uint16_t area = lane_names_find(&set->areas, place->area->name);
	struct lane_place offers;

	if (product == LANE_NONE || area == LANE_NONE)
		return false;
	offers = lane_set_place(set, product, area);
	for (size_t i = 0; i < offers.count; i++) {
		const struct lane_offer *offer = &offers.offers[i];
		const struct lane *lane = &set->lanes[offer->lane];

		if (strcmp(set->parties.items[offer->party].name, handover->to) == 0 &&
		    offer->under != LANE_NONE &&
		    strcmp(set->parties.items[offer->under].name, handover->party) == 0 &&
		    !date_before(handover->from, lane->from) &&
		    (!date_is(lane->until) || date_before(handover->from, lane->until)))
			return true;
	}
	return false;
}

/* The assignment, and who delivers it in the end; a later handover may stand already. */
static enum status find_delivery(struct journal *journal, struct handover *handover, struct fault *fault)
{
	struct handover_situation *situation = &handover->situation;
	struct records deliveries = { 0 };
	const struct delivery *items;
	enum status status = deliveries_of(journal, handover->person, &deliveries, fault);

	items = deliveries.items;
	for (size_t i = 0; status == OK && i < deliveries.count; i++) {
		if (items[i].assignment != handover->assignment)
			continue;
		if (!situation->is_assigned)
			situation->valid_from = items[i].valid_from;
		situation->is_assigned = true;
		situation->valid_until = items[i].valid_until;
		situation->last_from = items[i].valid_from;
		handover->from_member = items[i].deliverer;
		handover->party = items[i].party;
		handover->product = items[i].product;
	}
	return status;
}

static enum status prepare_handover(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct handover *handover = fact->item;
	struct handover_situation *situation = &handover->situation;
	struct assignment_place place;
	enum status status = find_delivery(journal, handover, fault);

	(void)findings;
	fact->valid_on = handover->from;
	situation->today = clock_today(journal->clock);
	if (status != OK || !situation->is_assigned)
		return status;
	situation->is_other = strcmp(handover->to, handover->from_member) != 0;
	status = assignment_place(journal,
	                          &(struct advice_asked){ .person = handover->person,
	                                                  .product = handover->product,
	                                                  .on = handover->from },
	                          &place, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	situation->is_member = are_members(&place.entry->scheme, handover);
	situation->may_deliver = has_lane(&place, handover);
	return OK;
}

static enum status apply_handover(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct handover *handover = fact->item;
	const struct delivery_change change = { handover->person, handover->assignment, handover->to,
		                                handover->from };
	const struct value values[] = {
		value_number(register_id),      value_number(handover->person),
		value_number(fact->fact),       value_number(handover->assignment),
		value_date(handover->from),     value_text(handover->from_member),
		value_text(handover->to),       value_date(handover->told_on),
		value_text(handover->told_how), value_text(handover->reason),
	};
	enum status status = db_run(db, &sql_transition_add_handover, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? delivery_hand_over(db, register_id, &change, fault) : status;
}

const struct journal_kind handover_made_kind = {
	.name = "handover_made",
	.title = WORDS("Overdragen aan een ander lid"),
	.done = WORDS("Overgedragen aan een ander lid"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &handover_record,
	.prepare = prepare_handover,
	.rules = handover_rules,
	.rules_count = HANDOVER_RULES_COUNT,
	.apply = apply_handover,
};
