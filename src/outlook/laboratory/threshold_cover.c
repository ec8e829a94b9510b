/* SPDX-License-Identifier: EUPL-1.2 */
/* Each neighbourhood at one threshold: its clients, who keep their provider, and how many of those stay. */
#include <stdlib.h>
#include <string.h>

#include "outlook/laboratory/threshold.h"

static const struct field cover_fields[] = {
	FIELD(struct threshold_cover, area),
	FIELD(struct threshold_cover, clients, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_cover, kept, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_cover, parties, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct threshold_cover, stay, .flags = FIELD_ZERO_IS_SET),
};
const struct record threshold_cover_record = RECORD(struct threshold_cover, "threshold_cover", cover_fields);

/* Whether the area is one of the scheme's. */
static bool is_known(const struct tender_terms *terms, const char *area)
{
	for (size_t i = 0; i < terms->areas.count; i++)
		if (strcmp(terms->areas.items[i], area) == 0)
			return true;
	return false;
}

/* Whether the bidder wins a lot with the area in it, as what_if counts it. */
static bool stays(const struct threshold_judged *judged, size_t bidder, const char *area)
{
	for (size_t i = 0; i < judged->bids->count; i++)
		if (judged->bids->items[i].bidder == bidder && judged->outcomes[i].why == AWARD_WON &&
		    (tender_lot_has(&judged->terms->lots[judged->bids->items[i].lot], area) ||
		     !is_known(judged->terms, area)))
			return true;
	return false;
}

static int by_area(const void *a, const void *b)
{
	return strcmp(((const struct threshold_cover *)a)->area, ((const struct threshold_cover *)b)->area);
}

/* The groups of one bidder in one area may be several, one for each expertise: the party counts once. */
static bool is_first(const struct clients *clients, size_t group)
{
	for (size_t i = 0; i < group; i++)
		if (clients->groups[i].bidder == clients->groups[group].bidder &&
		    clients->groups[i].area == clients->groups[group].area)
			return false;
	return true;
}

struct records threshold_covers(const struct threshold_judged *judged, const struct clients *clients,
                                struct arena *arena)
{
	struct records covers = records_new(&threshold_cover_record, clients->areas.count, arena);
	struct threshold_cover *cover = covers.items;

	for (size_t i = 0; i < clients->areas.count; i++)
		cover[i].area = clients->areas.items[i];
	for (size_t i = 0; i < clients->groups_count; i++) {
		const struct client_group *group = &clients->groups[i];
		struct threshold_cover *of = &cover[group->area];
		bool keeps = group->bidder != NAMES_NONE && stays(judged, group->bidder, of->area);

		of->clients += group->clients;
		of->kept += keeps ? group->clients : 0;
		if (group->bidder == NAMES_NONE || !is_first(clients, i))
			continue;
		of->parties++;
		of->stay += keeps;
	}
	if (covers.count > 1)
		qsort(covers.items, covers.count, sizeof(struct threshold_cover), by_area);
	return covers;
}
