/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/contacts.h"

#include "common/scheme/holding.h"

#define YOUNGEST_YEAR 1995
#define OLDEST_YEAR 1962

static struct date later(struct date one, struct date other)
{
	return date_before(one, other) ? other : one;
}

static const char *new_name(const struct contacts_asked *asked, struct chance *chance, struct arena *arena)
{
	int year = (int)chance_between(chance, OLDEST_YEAR, YOUNGEST_YEAR);
	struct identity identity = { .sex = chance_percent(chance, 60) ? "f" : "m",
		                     .born = date_of(year, 7, 1) };

	names_choose(asked->names, chance, arena, &identity);
	return identity_name(&identity, arena);
}

static struct demo_contact fill_place(const struct contacts_asked *asked, struct demo_contact place,
                                      struct chance *chance, struct arena *arena)
{
	if (chance_percent(chance, asked->unnamed_percent))
		return place;
	place.name = new_name(asked, chance, arena);
	if (chance_percent(chance, asked->left_percent) && date_before(place.from, asked->today))
		place.left_on = chance_day(chance, date_add_days(place.from, 1), asked->today);
	return place;
}

/* Where the demonstration's people can still act. */
static bool is_in_time(const struct contacts_asked *asked, const struct scheme_agreement *agreement)
{
	struct date from = later(agreement->from, asked->first);

	return !date_before(asked->today, from) && date_within(from, agreement->from, agreement->until);
}

struct demo_contact *contacts_plan(const struct contacts_asked *asked, struct chance *chance,
                                   struct arena *arena, size_t *ret_count)
{
	struct demo_contact *places;
	size_t most = 1;

	for (size_t i = 0; i < asked->schemes->count; i++) {
		const struct scheme *scheme = &asked->schemes->items[i].scheme;

		most += scheme->agreements.count * scheme->parties.count * scheme->corners.count;
	}
	places = ARENA_MANY(arena, most, struct demo_contact);
	*ret_count = 0;
	for (size_t i = 0; i < asked->schemes->count; i++) {
		const struct scheme *scheme = &asked->schemes->items[i].scheme;
		const struct scheme_agreement *agreement = scheme->agreements.items;

		for (size_t j = 0; scheme->corners.count > 0 && j < scheme->agreements.count; j++) {
			struct date from = later(agreement[j].from, asked->first);
			struct texts holders = scheme_holders(scheme, agreement[j].name, from, arena);
			size_t count = is_in_time(asked, &agreement[j]) ? holders.count : 0;

			for (size_t k = 0; k < count * scheme->corners.count; k++)
				places[(*ret_count)++] = fill_place(
					asked,
					(struct demo_contact){
						.party = holders.items[k / scheme->corners.count],
						.corner = SCHEME_ITEMS(
								  scheme_corner,
								  scheme->corners)[k % scheme->corners.count]
				                                  .name,
						.from = from },
					chance, arena);
		}
	}
	return places;
}
