/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/place.h"

#include "common/scheme/scheme_check.h"

bool place_has_agreement(const struct scheme *scheme, const struct place_sought *sought)
{
	return place_agreement(scheme, sought->name) != NULL;
}

bool place_has_combination(const struct scheme *scheme, const struct place_sought *sought)
{
	return scheme_combination_on(scheme, sought->name, sought->on) != NULL;
}

bool place_has_worker(const struct scheme *scheme, const struct place_sought *sought)
{
	return scheme_works(scheme, sought->name, sought->on);
}

const struct scheme_agreement *place_agreement(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->agreements, &scheme_agreement_record, name);
}

const char *place_accession(const struct scheme *scheme, const char *agreement)
{
	const struct scheme_procurement *procurement = scheme->procurement.items;

	for (size_t i = 0; i < scheme->procurement.count; i++)
		if (check_is(procurement[i].agreement, agreement))
			return procurement[i].accession;
	return "not_known";
}

bool place_is_free_agb(const struct scheme *scheme, const char *agb)
{
	const struct scheme_party *party = scheme->parties.items;

	for (size_t i = 0; i < scheme->parties.count; i++)
		if (check_is(party[i].agb, agb))
			return false;
	return true;
}

const char *place_lines(const struct texts *names, struct arena *arena)
{
	const char *lines = "";

	for (size_t i = 0; i < names->count; i++)
		lines = arena_print(arena, "%s%s%s", lines, i == 0 ? "" : "\n", names->items[i]);
	return lines;
}

static const struct field event_fields[] = {
	FIELD(struct place_event, scheme),    FIELD(struct place_event, sort),
	FIELD(struct place_event, agreement), FIELD(struct place_event, party),
	FIELD(struct place_event, other),     FIELD(struct place_event, area),
	FIELD(struct place_event, status),    FIELD(struct place_event, reason),
	FIELD(struct place_event, fact),      FIELD(struct place_event, valid_from),
};
const struct record place_event_record = RECORD(struct place_event, "agreement_event", event_fields);
