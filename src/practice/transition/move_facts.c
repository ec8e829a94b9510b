/* SPDX-License-Identifier: EUPL-1.2 */
/* The move at the door: from which area to which, and for each assignment whether the provider goes along. */
#include <string.h>

#include "common/person/vault.h"
#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/assignment/ending.h"
#include "practice/transition/move.h"
#include "transition_sql.h"

/* The area of an address in the scheme whose desk takes reports from there, or NULL. */
static const struct scheme_area *find_area(const struct journal *journal, const char *postcode,
                                           int64_t house_number, struct date on)
{
	const char *address = postcode_with_number(postcode, house_number, journal->arena);
	const struct scheme_entry *entry =
		scheme_book_desk(journal->schemes, journal->register_id, address, on);

	return entry == NULL ? NULL : scheme_area_of(&entry->scheme, address, on);
}

/* Whether the product's scheme has both addresses in one area on the day. */
static enum status is_same_area(struct journal *journal, const struct advice_asked *there, bool *ret_is_same,
                                struct fault *fault)
{
	struct advice_asked here = *there;
	struct assignment_place old_place, new_place;
	enum status status;

	here.address = NULL;
	*ret_is_same = false;
	status = assignment_place(journal, &here, &old_place, fault);
	if (status == OK)
		status = assignment_place(journal, there, &new_place, fault);
	if (status == OK)
		*ret_is_same = strcmp(old_place.area->name, new_place.area->name) == 0;
	return status == NOT_FOUND ? OK : status;
}

/* Whether the answer lets the same organisation come under the same contract; and else who would come. */
static void take_answer(const struct advice *advice, struct moved_support *support)
{
	const struct assign_answer *answer = advice->answer;
	const struct lane_name *parties = advice->view.set->parties.items;

	for (size_t i = 0; i < answer->able_count; i++) {
		const struct assign_candidate *candidate = &answer->candidates[i];

		if (strcmp(parties[candidate->party].name, support->deliverer) == 0 &&
		    strcmp(parties[assign_contract_party(candidate)].name, support->party) == 0)
			support->stays = true;
	}
	if (!support->stays && !answer->has_choice && answer->able_count > 0)
		support->there = parties[answer->candidates[0].party].name;
}

/*
 * In another area the relation begins anew, so that a closed cohort takes nobody in from elsewhere; inside
 * the area nothing changes.
 */
static enum status look_at(struct journal *journal, const struct resident_move *move,
                           const struct delivery *delivery, struct moved_support *support,
                           struct fault *fault)
{
	const struct date on =
		date_before(move->from, delivery->valid_from) ? delivery->valid_from : move->from;
	const struct advice_asked asked = { .person = move->person,
		                            .product = delivery->product,
		                            .on = on,
		                            .current = delivery->deliverer,
		                            .since = on,
		                            .address = postcode_with_number(
						    move->postcode, move->house_number, journal->arena) };
	struct advice advice = { 0 };
	enum status status;

	*support = (struct moved_support){ .assignment = delivery->assignment,
		                           .product = delivery->product,
		                           .deliverer = delivery->deliverer,
		                           .party = delivery->party };
	status = is_same_area(journal, &asked, &support->stays, fault);
	if (status != OK || support->stays)
		return status;
	status = assignment_advice(journal, &asked, &advice, fault);
	if (status == OK)
		take_answer(&advice, support);
	return status == NOT_FOUND ? OK : status;
}

/* The assignments that are still to run: each by whoever delivers it first from the day on. */
static enum status look_at_support(struct journal *journal, struct resident_move *move, struct fault *fault)
{
	struct records deliveries;
	const struct delivery *items;
	struct moved_support *support;
	enum status status = deliveries_of(journal, move->person, &deliveries, fault);

	if (status)
		return status;
	items = deliveries.items;
	move->support = records_new(&moved_support_record, deliveries.count, journal->arena);
	support = move->support.items;
	move->support.count = 0;
	for (size_t i = 0; status == OK && i < deliveries.count; i++) {
		if (!date_before(move->from, items[i].valid_until) ||
		    (move->support.count > 0 &&
		     support[move->support.count - 1].assignment == items[i].assignment))
			continue;
		status = look_at(journal, move, &items[i], &support[move->support.count++], fault);
	}
	return status;
}

enum status move_look_ahead(struct journal *journal, struct resident_move *move, struct fault *fault)
{
	const struct scheme_area *old_area,
		*new_area = find_area(journal, move->postcode, move->house_number, move->from);
	struct identity identity;
	enum status status = vault_identity_on(journal, move->person, move->from, &identity, fault);

	if (status)
		return status;
	old_area = find_area(journal, identity.postcode, identity.house_number, move->from);
	move->old_area = old_area == NULL ? "" : old_area->name;
	move->new_area = new_area == NULL ? NULL : new_area->name;
	return new_area == NULL ? OK : look_at_support(journal, move, fault);
}

/* The vault has the new address once the rules hold; else all of it is taken back. */
static enum status prepare_move(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct resident_move *move = fact->item;
	const struct address address = { move->street, move->house_number, move->house_addition,
		                         move->postcode, move->place };
	enum status status = move_look_ahead(journal, move, fault);

	(void)findings;
	fact->valid_on = move->from;
	move->situation.today = clock_today(journal->clock);
	move->situation.is_known_person = status == OK;
	if (status)
		return status == NOT_FOUND ? OK : status;
	status = vault_last_move(journal, move->person, &move->situation.last_move_on, fault);
	for (size_t i = 0; status == OK && i < MOVE_RULES_COUNT; i++)
		if (!move_rules[i].holds(move))
			return OK;
	return status == OK ? vault_move(journal, move->person, move->from, &address, fault) : status;
}

static enum status apply_move(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct resident_move *move = fact->item;
	const struct value values[] = {
		value_number(register_id), value_number(move->person),          value_number(fact->fact),
		value_date(move->from),    value_text_or_empty(move->old_area), value_text(move->new_area)
	};

	(void)arena;
	return db_run(db, &sql_transition_add_move, values, COUNT(values), fault);
}

const struct journal_kind resident_moved_kind = {
	.name = "resident_moved",
	.title = WORDS("Verhuizing vastleggen"),
	.done = WORDS("Verhuizing vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &resident_move_record,
	.prepare = prepare_move,
	.rules = move_rules,
	.rules_count = MOVE_RULES_COUNT,
	.apply = apply_move,
};

enum status move_end_assignment(struct journal *journal, const struct journal_fact *cause, size_t place,
                                void *item, bool *ret_follows, struct fault *fault)
{
	const struct resident_move *move = cause->item;
	const struct moved_support *support = move->support.items;
	struct assignment_end *end = item;

	(void)journal, (void)fault;
	*ret_follows = false;
	for (size_t i = 0; i < move->support.count; i++) {
		if (support[i].stays || place-- > 0)
			continue;
		*end = (struct assignment_end){ .person = move->person,
			                        .assignment = support[i].assignment,
			                        .ended_on = move->from,
			                        .because = "moved",
			                        .told_on = move->told_on,
			                        .told_how = move->told_how };
		*ret_follows = true;
		break;
	}
	return OK;
}
