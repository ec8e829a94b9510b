/* SPDX-License-Identifier: EUPL-1.2 */
/* An agreement that lasts longer, and parties that come into it. */
#include <string.h>

#include "common/lane/lane_store.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement.h"
#include "contract/agreement/place.h"
#include "platform/base/words.h"

/* --- an extension --- */

/* The first option of the agreement that is left; ret_any: whether it has one at all. */
static const struct scheme_option *next_option(const struct scheme *scheme, const char *agreement,
                                               bool *ret_any)
{
	const struct scheme_option *option = scheme->options.items, *next = NULL;

	*ret_any = false;
	for (size_t i = 0; i < scheme->options.count; i++) {
		if (!check_is(option[i].agreement, agreement))
			continue;
		*ret_any = true;
		if (!option[i].is_used && (next == NULL || date_before(option[i].until, next->until)))
			next = &option[i];
	}
	return next;
}

static enum status prepare_extension(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct agreement_extended *extended = fact->item;
	const struct place_sought sought = { extended->agreement, extended->decided_on, place_has_agreement };
	const struct scheme_option *option;
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = extended->decided_on;
	extended->situation.today = clock_today(journal->clock);
	if (status || place.entry == NULL)
		return status;
	extended->scheme = place.scheme.name;
	extended->situation.is_known = true;
	option = next_option(&place.scheme, extended->agreement, &extended->situation.has_option);
	extended->situation.is_unused = option != NULL;
	extended->situation.ends_on = check_until(place_agreement(&place.scheme, extended->agreement)->until);
	if (option != NULL)
		extended->until = option->until;
	return OK;
}

static enum status apply_extension(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct agreement_extended *extended = fact->item;
	const struct lane_change change = { .scheme = extended->scheme,
		                            .sort = LANE_EXTENDED,
		                            .fact = fact->fact,
		                            .valid_from = extended->decided_on,
		                            .valid_until = extended->until,
		                            .agreement = extended->agreement };
	const struct place_event event = { .scheme = extended->scheme,
		                           .sort = LANE_EXTENDED,
		                           .fact = fact->fact,
		                           .valid_from = extended->decided_on,
		                           .agreement = extended->agreement,
		                           .reason = extended->reason };
	enum status status = lane_change_add(db, register_id, &change, fault);

	(void)arena;
	return status == OK ? place_keep(db, register_id, &event, fault) : status;
}

const struct journal_kind agreement_extended_kind = {
	.name = "agreement_extended",
	.title = WORDS("Overeenkomst verlengen"),
	.done = WORDS("Overeenkomst verlengd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &agreement_extended_record,
	.prepare = prepare_extension,
	.rules = extension_rules,
	.rules_count = EXTENSION_RULES_COUNT,
	.apply = apply_extension,
	.page = "/agreements",
};

/* --- a new party --- */

/* A subcontractor may do what the party above it does, where that does it. */
static void take_work_of(struct party_admitted *admitted, const struct scheme *scheme, struct arena *arena)
{
	const struct scheme_product *product = scheme->products.items;

	admitted->areas = scheme_areas_of(scheme, NULL, admitted->follows, admitted->from, arena);
	if (admitted->areas.count == 0)
		admitted->areas = scheme_areas_under(scheme, admitted->follows, admitted->from, arena);
	admitted->products.items = ARENA_MANY(arena, scheme->products.count, const char *);
	for (size_t i = 0; i < scheme->products.count; i++)
		admitted->products.items[admitted->products.count++] = product[i].name;
}

static void see_admission(struct party_admitted *admitted, const struct place *place)
{
	const struct scheme *scheme = &place->scheme;
	const struct scheme_agreement *agreement = place_agreement(scheme, admitted->agreement);

	admitted->scheme = scheme->name;
	admitted->situation.is_known = true;
	admitted->situation.is_open = check_is(place_accession(scheme, agreement->name), "open");
	admitted->situation.is_running = date_within(admitted->from, agreement->from, agreement->until);
	admitted->situation.is_free_name =
		admitted->party[0] != '\0' && scheme_party(scheme, admitted->party) == NULL;
	admitted->situation.is_free_agb = place_is_free_agb(scheme, admitted->agb);
	admitted->situation.follows_works =
		admitted->follows != NULL && scheme_works(scheme, admitted->follows, admitted->from);
	admitted->situation.follows_combination =
		check_is(admitted->ground, "succession") &&
		scheme_combination_on(scheme, admitted->follows, admitted->from) != NULL;
}

static enum status prepare_admission(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct party_admitted *admitted = fact->item;
	const struct place_sought sought = { admitted->agreement, admitted->from, place_has_agreement };
	struct place place;
	enum status status = place_find(journal, &sought, &place, fault);

	(void)findings;
	fact->valid_on = admitted->from;
	admitted->party = agreement_name_of(admitted->label, journal->arena);
	admitted->situation.is_free_name = admitted->situation.is_free_agb = true;
	if (status || place.entry == NULL)
		return status;
	see_admission(admitted, &place);
	if (check_is(admitted->ground, "subcontract") && admitted->situation.follows_works)
		take_work_of(admitted, &place.scheme, journal->arena);
	return OK;
}

static const char *change_for(const char *ground)
{
	if (strcmp(ground, "succession") == 0)
		return LANE_SUCCEEDED;
	return strcmp(ground, "subcontract") == 0 ? LANE_SUBCONTRACTED : LANE_JOINED;
}

static enum status apply_admission(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct party_admitted *admitted = fact->item;
	const struct lane_change change = { .scheme = admitted->scheme,
		                            .sort = change_for(admitted->ground),
		                            .fact = fact->fact,
		                            .valid_from = admitted->from,
		                            .agreement = admitted->agreement,
		                            .party = admitted->party,
		                            .other = admitted->follows,
		                            .label = admitted->label,
		                            .agb = admitted->agb,
		                            .products = place_lines(&admitted->products, arena),
		                            .areas = place_lines(&admitted->areas, arena) };
	const struct place_event event = { .scheme = admitted->scheme,
		                           .sort = change.sort,
		                           .fact = fact->fact,
		                           .valid_from = admitted->from,
		                           .agreement = admitted->agreement,
		                           .party = admitted->party,
		                           .other = admitted->follows,
		                           .reason = admitted->reason };
	enum status status = lane_change_add(db, register_id, &change, fault);

	return status == OK ? place_keep(db, register_id, &event, fault) : status;
}

const struct journal_kind party_admitted_kind = {
	.name = "party_admitted",
	.title = WORDS("Partij toelaten"),
	.done = WORDS("Partij toegelaten"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &party_admitted_record,
	.prepare = prepare_admission,
	.rules = admission_rules,
	.rules_count = ADMISSION_RULES_COUNT,
	.apply = apply_admission,
	.page = "/agreements",
};
