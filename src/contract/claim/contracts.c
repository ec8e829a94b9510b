/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/contracts.h"

#include <string.h>

#include "contract/tariff/tariff_store.h"

#define LISTS_BYTES ((size_t)4 * 1024 * 1024)

/* What is agreed on a product from the first day of a month that was asked about. */
struct claim_agreed {
	const char *party, *product;
	struct date on;
	struct claim_contract *contracts;
	size_t count, room;
};

/* A unit of tariffs as lines have it; 0 for one that lines do not have, such as a month. */
static enum claim_unit unit_of(const char *unit)
{
	static const struct {
		const char *name;
		enum claim_unit unit;
	} units[] = {
		{ "minute", CLAIM_MINUTE },       { "hour", CLAIM_HOUR },    { "half-day", CLAIM_DAYPART },
		{ "night", CLAIM_DAY_AND_NIGHT }, { "output", CLAIM_PIECE }, { "piece", CLAIM_PIECE },
	};

	for (size_t i = 0; i < COUNT(units); i++)
		if (strcmp(units[i].name, unit) == 0)
			return units[i].unit;
	return (enum claim_unit)0;
}

static bool goes_with(enum claim_unit line, enum claim_unit tariff)
{
	return line == tariff || (line == CLAIM_MINUTE && tariff == CLAIM_HOUR);
}

static enum status add_place(struct claim_contracts *contracts, struct claim_agreed *agreed,
                             const struct tariff_place *place, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *lists = arena_new(LISTS_BYTES);
	struct journal journal = *contracts->journal;
	struct records held = { 0 };
	const struct tariff_held *tariffs;
	enum status status;

	journal.arena = lists;
	status = tariffs_on(&journal, place->name, agreed->on, &held, fault);
	tariffs = held.items;
	for (size_t i = 0; status == OK && i < held.count; i++) {
		if (strcmp(tariffs[i].product, agreed->product) != 0 || unit_of(tariffs[i].unit) == 0)
			continue;
		agreed->contracts = arena_with_room(contracts->arena, agreed->contracts, agreed->count,
		                                    &agreed->room, sizeof(*agreed->contracts));
		agreed->contracts[agreed->count++] =
			(struct claim_contract){ tariffs[i].cents.cents, unit_of(tariffs[i].unit) };
	}
	return status;
}

static enum status look_up(struct claim_contracts *contracts, struct claim_agreed *agreed,
                           struct fault *fault)
{
	struct tariff_place place;
	enum status status = OK;

	for (size_t i = 0; status == OK && (place = tariff_place_nth(contracts->journal, i)).entry != NULL;
	     i++)
		if (tariff_is_of_party(contracts->journal, &place, agreed->party, agreed->on))
			status = add_place(contracts, agreed, &place, fault);
	return status;
}

static enum status agreed_on(struct claim_contracts *contracts, const struct claim_contract_asked *asked,
                             const struct claim_agreed **ret_agreed, struct fault *fault)
{
	struct claim_agreed *agreed = contracts->agreed;

	for (size_t i = 0; i < contracts->count; i++)
		if (agreed[i].on.day == asked->on.day && strcmp(agreed[i].product, asked->product) == 0 &&
		    strcmp(agreed[i].party, asked->party) == 0) {
			*ret_agreed = &agreed[i];
			return OK;
		}
	contracts->agreed = arena_with_room(contracts->arena, contracts->agreed, contracts->count,
	                                    &contracts->room, sizeof(*contracts->agreed));
	agreed = &contracts->agreed[contracts->count++];
	*agreed = (struct claim_agreed){ .party = arena_copy(contracts->arena, asked->party),
		                         .product = arena_copy(contracts->arena, asked->product),
		                         .on = asked->on };
	*ret_agreed = agreed;
	return look_up(contracts, agreed, fault);
}

enum status claim_contract_of(struct claim_contracts *contracts, const struct claim_contract_asked *asked,
                              struct claim_contract *ret_contract, struct fault *fault)
{
	const struct claim_agreed *agreed = NULL;
	enum status status = agreed_on(contracts, asked, &agreed, fault);

	*ret_contract = (struct claim_contract){ .tariff = CLAIM_NO_TARIFF };
	for (size_t i = 0; status == OK && i < agreed->count; i++) {
		const struct claim_contract *contract = &agreed->contracts[i];

		if (!goes_with(asked->unit, contract->unit))
			continue;
		if (ret_contract->tariff == CLAIM_NO_TARIFF ||
		    claim_tariff(asked->unit, contract) == asked->tariff)
			*ret_contract = *contract;
	}
	return status;
}
