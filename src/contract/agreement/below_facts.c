/* SPDX-License-Identifier: EUPL-1.2 */
/* Candidates and prices along the chain at the door, and as they are kept. */
#include <string.h>

#include "agreement_sql.h"
#include "common/scheme/chain.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/below.h"
#include "contract/agreement/place.h"
#include "contract/tariff/tariff_store.h"
#include "contract/tender/price.h"
#include "platform/base/words.h"

#define CHAIN_MAX 8

static const struct field candidate_fields[] = {
	FIELD(struct candidate_line, under),
	FIELD(struct candidate_line, label),
	FIELD(struct candidate_line, size),
	FIELD(struct candidate_line, brings, .max_chars = 1000),
	FIELD(struct candidate_line, reason, .max_chars = 1000),
	FIELD(struct candidate_line, outcome),
	FIELD(struct candidate_line, weighed_on),
};
static const struct record candidate_record = RECORD(struct candidate_line, "candidate", candidate_fields);

static const struct field price_fields[] = {
	FIELD(struct chain_price, chain_check), FIELD(struct chain_price, agreement),
	FIELD(struct chain_price, product),     FIELD(struct chain_price, level),
	FIELD(struct chain_price, unit),        FIELD(struct chain_price, under),
	FIELD(struct chain_price, party),       FIELD(struct chain_price, kept_for),
	FIELD(struct chain_price, source),      FIELD(struct chain_price, checked_on),
	FIELD(struct chain_price, tariff),      FIELD(struct chain_price, real_price),
	FIELD(struct chain_price, kept),        FIELD(struct chain_price, floor_price),
	FIELD(struct chain_price, paid),
};
static const struct record chain_price_record = RECORD(struct chain_price, "chain_price", price_fields);

enum status candidates_on(struct journal *journal, struct date on, struct records *ret_candidates,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_agreement_candidates, values, COUNT(values),
	               &(struct db_list){ &candidate_record, journal->arena, ret_candidates }, fault);
}

enum status chain_prices(struct journal *journal, const char *agreement, struct date on,
                         struct records *ret_prices, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_date(on) };

	return db_list(journal->db, &sql_agreement_prices, values, COUNT(values),
	               &(struct db_list){ &chain_price_record, journal->arena, ret_prices }, fault);
}

/* --- a candidate --- */

/* The people of a provider weigh for it, and for whoever works for it. */
static bool is_own(const struct journal *journal, const struct subcontractor_weighed *weighed)
{
	struct records below;

	if (!has_words(journal->party))
		return true;
	below = chain_below(journal->schemes, journal->register_id, journal->party, weighed->on,
	                    journal->arena);
	for (size_t i = 0; i < below.count; i++)
		if (check_is(weighed->under, ((const struct scheme_link *)below.items)[i].party))
			return true;
	return false;
}

static enum status prepare_weighing(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct subcontractor_weighed *weighed = fact->item;
	const struct place_sought sought = { weighed->under, weighed->on, place_has_worker };
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = weighed->on;
	weighed->situation.under_works = status == OK && place.entry != NULL;
	weighed->situation.is_foreign = !is_own(journal, weighed);
	weighed->situation.is_past = !date_before(clock_today(journal->clock), weighed->on);
	return status;
}

static enum status apply_weighing(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct subcontractor_weighed *weighed = fact->item;
	const struct value values[] = {
		value_number(register_id), value_text(weighed->under),   value_text(weighed->label),
		value_number(fact->fact),  value_text(weighed->size),    value_text_or_empty(weighed->brings),
		value_date(weighed->on),   value_text(weighed->outcome), value_text_or_empty(weighed->reason)
	};

	(void)arena;
	return db_run(db, &sql_agreement_add_candidate, values, COUNT(values), fault);
}

const struct journal_kind subcontractor_weighed_kind = {
	.name = "subcontractor_weighed",
	.title = WORDS("Kandidaat-onderaannemer vastleggen"),
	.done = WORDS("Kandidaat-onderaannemer vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_RUN_COMBINATION,
	.record = &subcontractor_weighed_record,
	.prepare = prepare_weighing,
	.rules = weighed_rules,
	.rules_count = WEIGHED_RULES_COUNT,
	.apply = apply_weighing,
	.page = "/agreements",
};

/* --- a price along the chain --- */

/* An amount that may be nothing; false where it cannot be read. */
static bool read_cents(const char *text, struct money *ret_cents)
{
	*ret_cents = (struct money){ 0 };
	return !has_words(text) || strspn(text, "0,.") == strlen(text) || tariff_read_amount(text, ret_cents);
}

static bool read_amounts(struct chain_price_checked *checked)
{
	return read_cents(checked->kept, &checked->kept_cents) &&
	       read_cents(checked->paid, &checked->paid_cents);
}

/* The six elements, each a line of its own. */
static bool elements_of(const struct chain_price_checked *checked, struct price *price, struct arena *arena)
{
	const char *const amounts[PRICE_ELEMENTS_COUNT] = {
		checked->professional,    checked->overhead,   checked->non_productive,
		checked->travel_training, checked->indexation, checked->municipal_duties,
	};
	struct price_element *element = ARENA_MANY(arena, PRICE_ELEMENTS_COUNT, struct price_element);
	struct price_line *line = ARENA_MANY(arena, PRICE_ELEMENTS_COUNT, struct price_line);

	price->elements = (struct records){ element, PRICE_ELEMENTS_COUNT };
	for (size_t i = 0; i < PRICE_ELEMENTS_COUNT; i++) {
		line[i].what = price_elements[i].code;
		element[i].element = price_elements[i].code;
		element[i].lines = (struct records){ &line[i], 1 };
		if (!read_cents(amounts[i], &line[i].cents))
			return false;
	}
	return true;
}

static struct price_link link_of(const char *from, const char *to, struct money paid, struct money kept,
                                 struct arena *arena)
{
	struct price_kept *keeps = ARENA_NEW(arena, struct price_kept);

	keeps->cents = kept;
	return (struct price_link){ .from = from, .to = to, .cents = paid, .keeps = { keeps, 1 } };
}

/* The newest check of what a party is paid itself for the same, or NULL. */
static const struct chain_price *check_above(const struct records *all,
                                             const struct chain_price_checked *checked, const char *party)
{
	const struct chain_price *one = all->items;

	for (size_t i = 0; i < all->count; i++)
		if (check_is(one[i].party, party) && check_is(one[i].product, checked->product) &&
		    check_is(one[i].unit, checked->unit) &&
		    strcmp(one[i].level, or_empty(checked->level)) == 0)
			return &one[i];
	return NULL;
}

/* The chain from the contract party down to this link, as far as it was checked. */
static void lay_chain(const struct records *all, const struct chain_price_checked *checked,
                      struct price *price, struct arena *arena)
{
	struct price_link *link = ARENA_MANY(arena, CHAIN_MAX, struct price_link);
	const struct chain_price *above = check_above(all, checked, checked->under);
	size_t at = CHAIN_MAX - 1;

	link[at] = link_of(checked->under, checked->party, checked->paid_cents, checked->kept_cents, arena);
	while (above != NULL && at > 0) {
		link[--at] = link_of(above->under, above->party, above->paid, above->kept, arena);
		above = check_above(all, checked, above->under);
	}
	price->chain = (struct records){ &link[at], CHAIN_MAX - at };
}

/* What must be paid at least: the six elements without what everybody above keeps for work of its own. */
static enum status reckon(struct journal *journal, struct chain_price_checked *checked,
                          struct findings *findings, struct fault *fault)
{
	struct price price = { .unit_minutes = 60 };
	struct records all = { 0 };
	enum status status = chain_prices(journal, checked->agreement, checked->on, &all, fault);
	const struct price_link *last;

	checked->situation.are_amounts =
		read_amounts(checked) && elements_of(checked, &price, journal->arena);
	if (status != OK || !checked->situation.are_amounts)
		return status;
	lay_chain(&all, checked, &price, journal->arena);
	price_reckon(&price, findings);
	last = &((const struct price_link *)price.chain.items)[price.chain.count - 1];
	checked->real_price = price.amount;
	checked->floor_price = last->floor;
	checked->is_enough = last->is_enough;
	return OK;
}

static bool is_below(const struct scheme *scheme, const struct chain_price_checked *checked)
{
	const struct scheme_subcontractor *below = scheme->subcontractors.items;
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->subcontractors.count; i++)
		if (check_is(below[i].under, checked->under) && check_is(below[i].name, checked->party) &&
		    date_within(checked->on, below[i].from, below[i].until))
			return true;
	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_CLOSED_COHORT) && check_is(lane[i].under, checked->under) &&
		    check_lane_names(scheme, &lane[i], checked->party) &&
		    date_within(checked->on, lane[i].from, lane[i].until))
			return true;
	return false;
}

static void see_tariff(struct chain_price_checked *checked, const struct records *held)
{
	const struct tariff_held *tariff = held->items;

	for (size_t i = 0; i < held->count; i++)
		if (check_is(tariff[i].product, checked->product) &&
		    check_is(tariff[i].unit, checked->unit) &&
		    strcmp(tariff[i].level, or_empty(checked->level)) == 0) {
			checked->tariff = tariff[i].cents;
			checked->situation.has_tariff = true;
		}
}

static enum status prepare_price(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct chain_price_checked *checked = fact->item;
	const struct place_sought sought = { checked->agreement, checked->on, place_has_agreement };
	struct records held = { 0 };
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	fact->valid_on = checked->on;
	checked->situation.are_amounts = true;
	if (status != OK || place.entry == NULL)
		return status;
	checked->situation.is_known = true;
	checked->situation.is_below = is_below(&place.scheme, checked);
	status = tariffs_on(journal, checked->agreement, checked->on, &held, fault);
	see_tariff(checked, &held);
	return status == OK ? reckon(journal, checked, findings, fault) : status;
}

static enum status apply_price(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct chain_price_checked *checked = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_text(checked->agreement),
		                        value_text(checked->product),
		                        value_text_or_empty(checked->level),
		                        value_text(checked->unit),
		                        value_text(checked->under),
		                        value_text(checked->party),
		                        value_date(checked->on),
		                        value_number(checked->tariff.cents),
		                        value_number(checked->real_price.cents),
		                        value_number(checked->kept_cents.cents),
		                        value_number(checked->floor_price.cents),
		                        value_number(checked->paid_cents.cents),
		                        value_text_or_empty(checked->kept_for),
		                        value_text(checked->source) };

	(void)arena;
	return db_run(db, &sql_agreement_add_price, values, COUNT(values), fault);
}

const struct journal_kind chain_price_checked_kind = {
	.name = "chain_price_checked",
	.title = WORDS("Prijs in de keten nagaan"),
	.done = WORDS("Prijs in de keten nagegaan"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &chain_price_checked_record,
	.prepare = prepare_price,
	.rules = chain_price_rules,
	.rules_count = CHAIN_PRICE_RULES_COUNT,
	.apply = apply_price,
	.page = "/agreements",
};
