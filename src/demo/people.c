/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/people.h"

#include <string.h>

#include "demo/csv.h"

#define CELLS_MAX 4000
#define NEIGHBOURHOOD_LETTERS "ABCDEGHJKLMNPR" /* what postcodes of small places end in */

/* One cell for each band in which this postcode has people. */
static void add_cells(struct people *people, const struct demo_population *population, const struct csv *csv)
{
	const struct demo_band *band = population->bands.items;
	int64_t until = people->count == 0 ? 0 : people->cells[people->count - 1].until;

	for (size_t i = 0; i < population->bands.count && people->count < CELLS_MAX; i++) {
		int64_t weight = csv_number(csv, band[i].column) * band[i].per_thousand;

		if (weight == 0)
			continue;
		until += weight;
		people->cells[people->count++] =
			(struct people_cell){ csv_text(csv, "pc4"), csv_text(csv, "plaats"), &band[i],
			                      until };
	}
}

static enum status check_columns(const struct demo_population *population, const struct csv *csv,
                                 struct fault *fault)
{
	const struct demo_band *band = population->bands.items;

	for (size_t i = 0; i < population->bands.count; i++)
		if (!csv_has(csv, band[i].column))
			return fault_set(fault, FAILED, "%s has no column %s", csv->name, band[i].column);
	return OK;
}

enum status people_read(const struct demo_population *population, const struct demo_schemes *schemes,
                        const struct demo_names *names, struct arena *arena, struct people *ret_people,
                        struct fault *fault)
{
	struct csv csv;
	enum status status = csv_open(population->file, arena, &csv, fault);

	if (status == OK)
		status = check_columns(population, &csv, fault);
	*ret_people = (struct people){ .cells = ARENA_MANY(arena, CELLS_MAX, struct people_cell),
		                       .of = population,
		                       .names = names };
	while (status == OK && (status = csv_next(&csv, fault)) == OK)
		if (schemes_have_postcode(schemes, csv_text(&csv, "pc4")))
			add_cells(ret_people, population, &csv);
	if (status != NOT_FOUND)
		return status;
	if (ret_people->count == 0)
		return fault_set(fault, FAILED, "%s has no people in the postcodes of the scheme %s",
		                 csv.name, schemes->items[0].scheme.name);
	return OK;
}

static const struct people_cell *choose_cell(const struct people *people, struct chance *chance)
{
	int64_t drawn = chance_below(chance, people->cells[people->count - 1].until);
	const struct people_cell *cell = people->cells;

	while (cell->until <= drawn)
		cell++;
	return cell;
}

/* Somebody of the band's age on the day of the figures. */
static struct date choose_birth(const struct people *people, const struct demo_band *band,
                                struct chance *chance)
{
	struct date first = date_add_days(date_birthday(people->of->on, -(int)band->until_age), 1);
	struct date last = date_birthday(people->of->on, -(int)band->from_age);

	return chance_day(chance, first, last);
}

/* Many low numbers, few high ones. */
static int64_t choose_house_number(struct chance *chance)
{
	return 1 + chance_below(chance, chance_between(chance, 10, 160));
}

struct identity people_choose(const struct people *people, struct chance *chance, struct arena *arena)
{
	const struct people_cell *cell = choose_cell(people, chance);
	const char *letters = NEIGHBOURHOOD_LETTERS;
	struct identity identity = { .born = choose_birth(people, cell->band, chance), .place = cell->place };

	identity.sex = chance_percent(chance, people->of->women_percent) ? "f" : "m";
	names_choose(people->names, chance, arena, &identity);
	identity.street = people->names->streets[chance_below(chance, (int64_t)people->names->streets_count)];
	identity.house_number = choose_house_number(chance);
	identity.house_addition = chance_percent(chance, 6) ? "A" : "";
	identity.postcode = arena_print(arena, "%s%c%c", cell->postcode,
	                                letters[chance_below(chance, (int64_t)strlen(letters))],
	                                letters[chance_below(chance, (int64_t)strlen(letters))]);
	return identity;
}
