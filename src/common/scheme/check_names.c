/* SPDX-License-Identifier: EUPL-1.2 */
/* Names of a scheme file: each once, and each that is used exists. */
#include "common/scheme/scheme_check.h"

#include "platform/base/words.h"
#include "platform/yaml/nearest.h"

#define NAMES_SHOWN 8

/* --- doubled --- */

/* Only the first of a series stands in the file. */
static bool is_written(const struct record *record, const void *item)
{
	return record != &scheme_party_record || ((const struct scheme_party *)item)->number <= 1;
}

static struct mark name_place(const struct record *record, const void *item)
{
	return check_place(record, MEMBER(struct marks, record_field(record, "at"), item), "name");
}

static void check_section_names(const struct checking *checking, const struct records *section,
                                const struct record *record)
{
	const struct field *field = record_field(record, "name");
	const char *items = section->items;

	for (size_t i = 1; i < section->count; i++) {
		const char *item = items + i * record->size;
		const char *name = MEMBER(const char *, field, item);
		const char *earlier = check_find(&(struct records){ section->items, i }, record, name);

		if (earlier != NULL && (is_written(record, item) || is_written(record, earlier)))
			check_refuse(
				checking, name_place(record, item),
				WORDS("De naam \"%s\" is al gebruikt op regel %d; geef dit een andere naam."),
				name, name_place(record, earlier).line);
	}
}

/* A lane may name a whole series, so its name may not be a party's as well. */
static void check_series_names(const struct checking *checking)
{
	const struct records *parties = &checking->scheme->parties;
	const struct scheme_party *party = parties->items;

	for (size_t i = 0; i < parties->count; i++) {
		const struct scheme_party *other =
			check_find(parties, &scheme_party_record, party[i].series_name);

		if (party[i].number == 1 && other != NULL)
			check_refuse(
				checking, name_place(&scheme_party_record, &party[i]),
				WORDS("De naam \"%s\" is al gebruikt op regel %d; geef dit een andere naam."),
				party[i].series_name, name_place(&scheme_party_record, other).line);
	}
}

void check_name_doubled(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;

	check_section_names(checking, &scheme->authorities, &scheme_authority_record);
	check_section_names(checking, &scheme->areas, &scheme_area_record);
	check_section_names(checking, &scheme->products, &scheme_product_record);
	check_section_names(checking, &scheme->target_groups, &scheme_group_record);
	check_section_names(checking, &scheme->parties, &scheme_party_record);
	check_section_names(checking, &scheme->teams, &scheme_team_record);
	check_section_names(checking, &scheme->agreements, &scheme_agreement_record);
	check_section_names(checking, &scheme->lanes, &scheme_lane_record);
	check_section_names(checking, &scheme->cutovers, &scheme_cutover_record);
	check_series_names(checking);
}

static void check_list(const struct checking *checking, const struct texts *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (list->items[i][0] != '\0' &&
		    check_texts_have(&(struct texts){ .items = list->items, .count = i }, list->items[i]))
			check_refuse(checking, list->marks[i],
			             WORDS("\"%s\" staat al in deze lijst; haal het hier weg."),
			             list->items[i]);
}

void check_list_doubled(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;

	for (size_t i = 0; i < scheme->authorities.count; i++)
		check_list(checking, &SCHEME_ITEMS(scheme_authority, scheme->authorities)[i].postcodes);
	for (size_t i = 0; i < scheme->areas.count; i++)
		check_list(checking, &SCHEME_ITEMS(scheme_area, scheme->areas)[i].postcodes);
	for (size_t i = 0; i < scheme->teams.count; i++)
		check_list(checking, &SCHEME_ITEMS(scheme_team, scheme->teams)[i].areas);
	for (size_t i = 0; i < scheme->cutovers.count; i++)
		check_list(checking, &SCHEME_ITEMS(scheme_cutover, scheme->cutovers)[i].products);
	for (size_t i = 0; i < scheme->lanes.count; i++) {
		const struct scheme_lane *lane = &SCHEME_ITEMS(scheme_lane, scheme->lanes)[i];

		check_list(checking, &lane->products);
		check_list(checking, &lane->areas);
		check_list(checking, &lane->parties);
	}
}

/* --- unknown --- */

/* A section that names are looked up in, and how it is called when one is not found. */
struct lookup {
	const struct checking *checking;
	const struct records *section;
	const struct record *record;
	const char *words; /* Dutch: there is no such thing */
};

/* The name of an item as somebody writes it in the file: of a series the name of the whole. */
static const char *written_name(const struct lookup *lookup, size_t index)
{
	const char *item = (const char *)lookup->section->items + index * lookup->record->size;
	const struct scheme_party *party = (const void *)item;

	if (!is_written(lookup->record, item))
		return NULL;
	if (lookup->record == &scheme_party_record && party->series_name != NULL)
		return party->series_name;
	return MEMBER(const char *, record_field(lookup->record, "name"), item);
}

/* What exists, the first few of it: "noord, zuid, ...". */
static const char *known_names(const struct lookup *lookup, struct nearest *nearest)
{
	struct arena *arena = lookup->checking->findings->arena;
	const char *known = "";
	size_t count = 0;

	for (size_t i = 0; i < lookup->section->count; i++) {
		const char *name = written_name(lookup, i);

		if (name == NULL)
			continue;
		nearest_offer(nearest, name);
		if (count < NAMES_SHOWN)
			known = arena_print(arena, "%s%s%s", known, count == 0 ? "" : ", ", name);
		if (count++ == NAMES_SHOWN)
			known = arena_print(arena, "%s, ...", known);
	}
	return known;
}

static bool is_known(const struct lookup *lookup, const char *name)
{
	const struct scheme_party *first;

	if (lookup->record == &scheme_party_record)
		return check_parties(lookup->checking->scheme, name, &first) > 0;
	return check_find(lookup->section, lookup->record, name) != NULL;
}

/* Without the whole section the finding is that it is missing, not each of its names. */
static void look_up(const struct lookup *lookup, const char *name, struct mark at)
{
	struct nearest nearest = { .word = name };
	const char *words, *known;

	if (name == NULL || name[0] == '\0' || lookup->section->count == 0 || is_known(lookup, name))
		return;
	words = words_in(lookup->checking->findings->language, lookup->words);
	known = known_names(lookup, &nearest);
	if (nearest.best != NULL)
		check_refuse(lookup->checking, at, WORDS("%s \"%s\"; bedoelt u \"%s\"? Er zijn: %s."), words,
		             name, nearest.best, known);
	else
		check_refuse(lookup->checking, at, WORDS("%s \"%s\"; er zijn: %s."), words, name, known);
}

static void look_up_all(const struct lookup *lookup, const struct texts *names)
{
	for (size_t i = 0; i < names->count; i++)
		look_up(lookup, names->items[i], names->marks[i]);
}

void check_authority_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct lookup lookup = { checking, &scheme->authorities, &scheme_authority_record,
		                       WORDS("Er is geen gemeente") };
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count; i++)
		look_up(&lookup, area[i].authority,
		        check_place(&scheme_area_record, area[i].at, "authority"));
}

void check_area_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct lookup lookup = { checking, &scheme->areas, &scheme_area_record,
		                       WORDS("Er is geen gebied") };

	for (size_t i = 0; i < scheme->teams.count; i++)
		look_up_all(&lookup, &SCHEME_ITEMS(scheme_team, scheme->teams)[i].areas);
	for (size_t i = 0; i < scheme->lanes.count; i++)
		look_up_all(&lookup, &SCHEME_ITEMS(scheme_lane, scheme->lanes)[i].areas);
}

void check_product_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct lookup lookup = { checking, &scheme->products, &scheme_product_record,
		                       WORDS("Er is geen product") };

	for (size_t i = 0; i < scheme->lanes.count; i++)
		look_up_all(&lookup, &SCHEME_ITEMS(scheme_lane, scheme->lanes)[i].products);
	for (size_t i = 0; i < scheme->cutovers.count; i++)
		look_up_all(&lookup, &SCHEME_ITEMS(scheme_cutover, scheme->cutovers)[i].products);
}

void check_group_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct lookup lookup = { checking, &scheme->target_groups, &scheme_group_record,
		                       WORDS("Er is geen doelgroep") };
	const struct scheme_product *product = scheme->products.items;
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_cutover *cutover = scheme->cutovers.items;

	for (size_t i = 0; i < scheme->products.count; i++)
		look_up(&lookup, product[i].target_group,
		        check_place(&scheme_product_record, product[i].at, "target_group"));
	for (size_t i = 0; i < scheme->lanes.count; i++)
		look_up(&lookup, lane[i].target_group,
		        check_place(&scheme_lane_record, lane[i].at, "target_group"));
	for (size_t i = 0; i < scheme->cutovers.count; i++)
		look_up(&lookup, cutover[i].target_group,
		        check_place(&scheme_cutover_record, cutover[i].at, "target_group"));
}

void check_party_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct lookup lookup = { checking, &scheme->parties, &scheme_party_record,
		                       WORDS("Er is geen partij") };
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		look_up_all(&lookup, &lane[i].parties);
		look_up(&lookup, lane[i].under, check_place(&scheme_lane_record, lane[i].at, "under"));
	}
}

void check_agreement_unknown(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct lookup lookup = { checking, &scheme->agreements, &scheme_agreement_record,
		                       WORDS("Er is geen overeenkomst") };
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		look_up(&lookup, lane[i].agreement,
		        check_place(&scheme_lane_record, lane[i].at, "agreement"));
}
