/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose help an item of a scheme is about. */
#include "common/scheme/diffing.h"
#include "common/scheme/scheme_check.h"

static void reach_agreement(const struct diffing *diffing, const char *agreement, struct scheme_reach *reach)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->lanes.count; j++) {
			const struct scheme_lane *lane = &SCHEME_ITEMS(scheme_lane, schemes[i]->lanes)[j];

			if (!check_is(lane->agreement, agreement))
				continue;
			for (size_t k = 0; k < lane->products.count; k++)
				(void)diff_texts_add(&reach->products, lane->products.items[k]);
			for (size_t k = 0; k < lane->parties.count; k++) {
				const struct scheme_party *party;
				size_t count = check_parties(schemes[i], lane->parties.items[k], &party);

				for (size_t l = 0; l < count; l++)
					(void)diff_texts_add(&reach->parties, party[l].name);
			}
			if (lane->under != NULL)
				(void)diff_texts_add(&reach->parties, lane->under);
		}
}

static struct scheme_reach new_reach(const struct diffing *diffing)
{
	return (struct scheme_reach){
		.is_help = true,
		.products.items = ARENA_MANY(diffing->arena, diffing->lanes.products.count, const char *),
		.parties.items = ARENA_MANY(diffing->arena, diffing->lanes.parties.count, const char *),
		.areas.items = ARENA_MANY(diffing->arena, diffing->lanes.areas.count, const char *),
	};
}

struct scheme_reach diff_reach_of_agreement(const struct diffing *diffing, const char *agreement)
{
	struct scheme_reach reach = new_reach(diffing);

	reach_agreement(diffing, agreement, &reach);
	reach.is_help = reach.products.count > 0;
	return reach;
}

/* A norm holds for agreements that have a phase of its kinds; where there are no phases, for all. */
static void reach_norm(const struct diffing *diffing, const struct texts *kinds, struct scheme_reach *reach)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->phases.count; j++) {
			const struct scheme_phase *phase = &SCHEME_ITEMS(scheme_phase, schemes[i]->phases)[j];

			if (check_texts_have(kinds, phase->kind))
				reach_agreement(diffing, phase->agreement, reach);
		}
}

static void reach_group(const struct diffing *diffing, const char *group, struct scheme_reach *reach)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->products.count; j++) {
			const struct scheme_product *product =
				&SCHEME_ITEMS(scheme_product, schemes[i]->products)[j];

			if (check_is(product->target_group, group))
				(void)diff_texts_add(&reach->products, product->name);
		}
	reach->is_help = reach->products.count > 0;
}

/* The names of whom an item is about. */
static struct texts names_of(const struct diffing *diffing, const struct field *field, const void *item)
{
	struct texts names = { .items = ARENA_NEW(diffing->arena, const char *), .count = 1 };

	if (field->type == FIELD_TEXTS)
		return MEMBER(struct texts, field, item);
	names.items[0] = MEMBER(const char *, field, item);
	return names;
}

/* Whose help an item is about, by one version of it. */
static struct scheme_reach reach_of(const struct diffing *diffing, const struct diff_section *section,
                                    const struct record *record, const void *item)
{
	struct scheme_reach reach = new_reach(diffing);
	const struct field *field = section->names == NULL ? NULL : record_field(record, section->names);
	struct texts names = { 0 };

	if (field != NULL)
		names = names_of(diffing, field, item);
	reach.is_help = section->about != ABOUT_NOBODY;
	reach.is_who = section->about == ABOUT_PARTIES;
	if (section->about == ABOUT_PRODUCTS)
		reach.products = names;
	if (section->about == ABOUT_AREAS)
		reach.areas = names;
	if (section->about == ABOUT_PARTIES)
		reach.parties = names;
	if (section->about == ABOUT_GROUP && names.items != NULL)
		reach_group(diffing, names.items[0], &reach);
	if (section->about == ABOUT_NORM)
		reach_norm(diffing, &names, &reach);
	if (section->about == ABOUT_AGREEMENT && names.items != NULL)
		return diff_reach_of_agreement(diffing, names.items[0]);
	return reach;
}

/* Adds whom the old version was about: a member that leaves, an area that goes to another team. */
static void widen(const struct diffing *diffing, const struct scheme_reach *was, struct scheme_reach *reach)
{
	struct texts *const lists[] = { &reach->products, &reach->areas, &reach->parties };
	const struct texts *const others[] = { &was->products, &was->areas, &was->parties };

	for (size_t i = 0; i < COUNT(lists); i++) {
		struct texts all = { .items = ARENA_MANY(diffing->arena, lists[i]->count + others[i]->count,
			                                 const char *) };

		for (size_t j = 0; j < lists[i]->count; j++)
			(void)diff_texts_add(&all, lists[i]->items[j]);
		for (size_t j = 0; j < others[i]->count; j++)
			(void)diff_texts_add(&all, others[i]->items[j]);
		*lists[i] = all;
	}
}

struct scheme_reach diff_reach(const struct diffing *diffing, const struct diff_section *section,
                               const struct record *record, const void *before, const void *after)
{
	struct scheme_reach reach = reach_of(diffing, section, record, after == NULL ? before : after), was;

	if (before == NULL || after == NULL)
		return reach;
	was = reach_of(diffing, section, record, before);
	widen(diffing, &was, &reach);
	return reach;
}
