/* SPDX-License-Identifier: EUPL-1.2 */
/* Parties that stop, and closed cohorts, as the page shows them: in numbers. */
#include <string.h>

#include "practice/radar/radar_show.h"

/* A party that stops, or a closed cohort. */
struct radar_group_view {
	const char *party, *under, *product, *areas, *address;
	struct date on;
	int64_t clients, first_clients, left_clients, own_areas;
};
static const struct field radar_group_view_fields[] = {
	FIELD(struct radar_group_view, party),
	FIELD(struct radar_group_view, under),
	FIELD(struct radar_group_view, product, .max_chars = 1000),
	FIELD(struct radar_group_view, areas, .max_chars = 4000),
	FIELD(struct radar_group_view, address),
	FIELD(struct radar_group_view, on),
	FIELD(struct radar_group_view, clients, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct radar_group_view, first_clients, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct radar_group_view, left_clients, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct radar_group_view, own_areas, .flags = FIELD_ZERO_IS_SET),
};
const struct record radar_group_view_record =
	RECORD(struct radar_group_view, "radar_group_view", radar_group_view_fields);

static const struct field radar_option_fields[] = {
	FIELD(struct form_option, code),
	FIELD(struct form_option, label),
	FIELD(struct form_option, is_selected),
};
const struct record radar_option_record = RECORD(struct form_option, "radar_option", radar_option_fields);

static const char *area_names(const struct lane_set *set, const uint16_t *areas, size_t count,
                              struct arena *arena)
{
	const char *names = "";

	for (size_t i = 0; i < count; i++)
		names = arena_print(arena, "%s%s%s", names, i == 0 ? "" : ", ",
		                    set->areas.items[areas[i]].label);
	return names;
}

struct records radar_leavers(const struct showing *showing)
{
	const struct radar *radar = showing->radar;
	struct records groups = records_new(&radar_group_view_record, radar->leavers_count, showing->arena);

	for (size_t i = 0; i < radar->leavers_count; i++) {
		const struct radar_leaver *leaver = &radar->leavers[i];
		const struct lane_set *set = leaver->radar->set;
		uint16_t *areas = ARENA_MANY(showing->arena, set->areas.count, uint16_t);
		size_t own = 0, count = radar_uncovered(set, &leaver->leaving, areas, &own);

		((struct radar_group_view *)groups.items)[i] = (struct radar_group_view){
			.party = set->parties.items[leaver->leaving.party].label,
			.product = set->products.items[leaver->leaving.product].label,
			.areas = area_names(set, areas, count, showing->arena),
			.on = leaver->leaving.from,
			.clients = leaver->clients,
			.own_areas = (int64_t)own,
			.address = radar_address(showing, "lanes",
			                         (int64_t)(leaver->first / LINES_ON_A_PAGE) + 1),
		};
	}
	return groups;
}

/* The products and areas of a cohort's lane. */
static void name_cohort(const struct radar_cohort *cohort, struct arena *arena, struct radar_group_view *view)
{
	const struct lane_set *set = cohort->radar->set;
	bool *has_area = ARENA_MANY(arena, set->areas.count, bool);
	bool *has_product = ARENA_MANY(arena, set->products.count, bool);

	view->areas = view->product = "";
	for (size_t i = 0; i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];

		if (offer->lane != cohort->lane || offer->party != cohort->party)
			continue;
		if (!has_area[offer->area])
			view->areas =
				arena_print(arena, "%s%s%s", view->areas, view->areas[0] == '\0' ? "" : ", ",
			                    set->areas.items[offer->area].label);
		if (!has_product[offer->product])
			view->product = arena_print(arena, "%s%s%s", view->product,
			                            view->product[0] == '\0' ? "" : ", ",
			                            set->products.items[offer->product].label);
		has_area[offer->area] = has_product[offer->product] = true;
	}
}

struct records radar_cohorts(const struct showing *showing)
{
	const struct radar *radar = showing->radar;
	struct records groups = records_new(&radar_group_view_record, radar->cohorts_count, showing->arena);

	for (size_t i = 0; i < radar->cohorts_count; i++) {
		const struct radar_cohort *cohort = &radar->cohorts[i];
		const struct lane_name *parties = cohort->radar->set->parties.items;
		struct radar_group_view *view = &((struct radar_group_view *)groups.items)[i];

		*view = (struct radar_group_view){
			.party = parties[cohort->party].label,
			.under = cohort->under == LANE_NONE ? "" : parties[cohort->under].label,
			.on = cohort->radar->set->lanes[cohort->lane].from,
			.first_clients = cohort->first_count,
			.clients = cohort->now_count,
			.left_clients = cohort->first_count - cohort->now_count,
		};
		name_cohort(cohort, showing->arena, view);
	}
	return groups;
}

struct records radar_party_options(const struct showing *showing)
{
	const struct radar *radar = showing->radar;
	struct records options;
	size_t count = 0;

	for (size_t i = 0; i < radar->schemes_count; i++)
		count += radar->schemes[i].set->parties.count;
	options = records_new(&radar_option_record, count, showing->arena);
	count = 0;
	for (size_t i = 0; i < radar->schemes_count; i++)
		for (size_t j = 0; j < radar->schemes[i].set->parties.count; j++) {
			const struct lane_name *party = &radar->schemes[i].set->parties.items[j];

			((struct form_option *)options.items)[count++] = (struct form_option){
				.code = party->name,
				.label = party->label,
				.is_selected = showing->asked.without != NULL &&
				               strcmp(showing->asked.without, party->name) == 0,
			};
		}
	return options;
}
