/* SPDX-License-Identifier: EUPL-1.2 */
/* The handover at the door: whose client it is, who delivers now, and who else may. */
#include <string.h>

#include "common/scheme/chain.h"
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

/* Whether a party works under another on a day, or is it. */
static bool is_below(const struct journal *journal, const char *above, const char *party, struct date on)
{
	const struct records links =
		chain_below(journal->schemes, journal->register_id, above, on, journal->arena);
	const struct scheme_link *items = links.items;

	for (size_t i = 0; i < links.count; i++)
		if (strcmp(items[i].party, party) == 0)
			return true;
	return false;
}

/* Whether who delivers was a member of the combination before: who leaves it hands its clients over. */
static bool was_member(const struct scheme *scheme, const struct handover *handover)
{
	const struct scheme_combination *combinations = scheme->combinations.items;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		if (strcmp(combinations[i].name, handover->party) == 0 &&
		    !date_before(handover->from, combinations[i].from) &&
		    has(&combinations[i].members, handover->from_member))
			return true;
	return false;
}

/* Whether it stays under a party: who comes works under it on the day, who delivers does, or did in its
 * combination. */
static bool stays_under(const struct journal *journal, const struct scheme *scheme, const char *party,
                        const struct handover *handover)
{
	const struct scheme_combination *combination =
		scheme_combination_on(scheme, handover->party, handover->from);

	return is_below(journal, party, handover->to, handover->from) &&
	       (is_below(journal, party, handover->from_member, handover->from) ||
	        (chain_leads(party, combination) && was_member(scheme, handover)));
}

/* Whether it stays under the party that answers to the municipality: its combination, its subcontractors. */
static bool are_members(const struct journal *journal, const struct scheme *scheme,
                        const struct handover *handover)
{
	const struct scheme_combination *combination =
		scheme_combination_on(scheme, handover->party, handover->from);

	return stays_under(journal, scheme, combination == NULL ? handover->party : combination->lead,
	                   handover);
}

/* A provider's people hand over what their own organisation answers for, also in the middle of a chain. */
static bool may_hand_over(const struct journal *journal, const struct scheme *scheme,
                          const struct handover *handover)
{
	const char *party = journal->party;
	struct texts names;

	if (!has_words(party))
		return true;
	names = chain_above(journal->schemes, journal->register_id, party, handover->from, journal->arena);
	return has(&names, handover->party) && stays_under(journal, scheme, party, handover);
}

/* A seat of a member under the one that answers, or of that one itself. A closed cohort takes nobody in. */
static bool is_seat(const struct lane_set *set, const struct lane_offer *offer,
                    const struct handover *handover)
{
	const struct lane *lane = &set->lanes[offer->lane];
	uint16_t answers = offer->under == LANE_NONE ? offer->party : offer->under;

	return lane->how != LANE_CLOSED_COHORT &&
	       strcmp(set->parties.items[offer->party].name, handover->to) == 0 &&
	       strcmp(set->parties.items[answers].name, handover->party) == 0 &&
	       date_within(handover->from, lane->from, lane->until);
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
	for (size_t i = 0; i < offers.count; i++)
		if (is_seat(set, &offers.offers[i], handover))
			return true;
	return false;
}

/* Whether it was contracted as a subcontractor for the product in the area. */
static bool has_subcontract(const struct assignment_place *place, const struct handover *handover)
{
	const struct scheme_subcontractor *subcontractors = place->entry->scheme.subcontractors.items;

	for (size_t i = 0; i < place->entry->scheme.subcontractors.count; i++)
		if (strcmp(subcontractors[i].name, handover->to) == 0 &&
		    has(&subcontractors[i].products, handover->product) &&
		    has(&subcontractors[i].areas, place->area->name) &&
		    date_within(handover->from, subcontractors[i].from, subcontractors[i].until))
			return true;
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
	situation->is_member = are_members(journal, &place.entry->scheme, handover);
	situation->may_hand_over = may_hand_over(journal, &place.entry->scheme, handover);
	situation->may_deliver = has_lane(&place, handover) || has_subcontract(&place, handover);
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
	.title = WORDS("Overdragen aan een ander lid of een onderaannemer"),
	.done = WORDS("Overgedragen aan een ander lid of een onderaannemer"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN | MAY_RUN_COMBINATION,
	.record = &handover_record,
	.prepare = prepare_handover,
	.rules = handover_rules,
	.rules_count = HANDOVER_RULES_COUNT,
	.apply = apply_handover,
};
