/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/population.h"

#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "contract/tender/table.h"
#include "platform/base/words.h"

#define DIGITS_MAX 8

enum column { AREA, BAND, PEOPLE };
static const struct table_column columns[] = {
	[AREA] = { "area", false },
	[BAND] = { "band", false },
	[PEOPLE] = { "people", false },
	{ NULL, false },
};

/* The numbers of all groups in all areas of a day, area by area; lines[i] is where number i stood, 0:
 * nowhere.
 */
struct reading {
	const struct scheme *scheme;
	struct date on;
	int64_t *people, *lines;
};

static size_t place_in(const struct records *section, const struct record *record, const char *name)
{
	const struct field *field = record_field(record, "name");

	for (size_t i = 0; i < section->count; i++)
		if (strcmp(MEMBER(const char *, field, (const char *)section->items + i * record->size),
		           name) == 0)
			return i;
	return SIZE_MAX;
}

static bool is_there(const struct reading *reading, size_t area)
{
	const struct scheme_area *found = &SCHEME_ITEMS(scheme_area, reading->scheme->areas)[area];

	return date_within(reading->on, found->from, found->until);
}

/* Whole people, digits alone; what is none is a finding. */
static bool read_people(const struct table *table, int64_t *ret_people)
{
	const char *text = table_text(table, PEOPLE);
	size_t digits = strspn(text, "0123456789");

	if (digits > 0 && digits <= DIGITS_MAX && text[digits] == '\0') {
		*ret_people = strtoll(text, NULL, 10);
		if (*ret_people <= POPULATION_PEOPLE_MAX)
			return true;
	}
	table_refuse(table->findings, table->sheet.line, "population-people",
	             WORDS("\"%.40s\" is geen aantal inwoners; schrijf een heel getal van 0 tot en met "
	                   "10000000, zonder punten of komma's."),
	             text);
	return false;
}

static void take_row(struct reading *reading, const struct table *table)
{
	const char *area_name = table_text(table, AREA), *band_name = table_text(table, BAND);
	size_t area = place_in(&reading->scheme->areas, &scheme_area_record, area_name);
	size_t band = place_in(&reading->scheme->population_bands, &scheme_band_record, band_name), at;
	int64_t people = 0, line = table->sheet.line;
	bool is_right = read_people(table, &people);

	if (area == SIZE_MAX || !is_there(reading, area)) {
		table_refuse(table->findings, line, "population-area",
		             area == SIZE_MAX
		                     ? WORDS("De regeling heeft geen gebied \"%.60s\"; verbeter de naam.")
		                     : WORDS("Gebied \"%.60s\" is er in dit jaar niet; haal de regel weg."),
		             area_name);
		is_right = false;
	}
	if (band == SIZE_MAX) {
		table_refuse(table->findings, line, "population-band",
		             WORDS("De regeling heeft geen groep inwoners \"%.60s\"; verbeter de naam."),
		             band_name);
		is_right = false;
	}
	if (!is_right)
		return;
	at = area * reading->scheme->population_bands.count + band;
	if (reading->lines[at] != 0) {
		table_refuse(table->findings, line, "population-doubled",
		             WORDS("Gebied \"%.60s\", groep \"%.60s\" staat al op regel %lld."), area_name,
		             band_name, (long long)reading->lines[at]);
		return;
	}
	reading->people[at] = people;
	reading->lines[at] = line;
}

/* Who is left out would get nothing: that is said, not done. */
static void refuse_missing(const struct reading *reading, int64_t line, struct findings *findings)
{
	const struct scheme_area *area = reading->scheme->areas.items;
	const struct scheme_band *band = reading->scheme->population_bands.items;
	size_t bands = reading->scheme->population_bands.count;

	for (size_t i = 0; i < reading->scheme->areas.count; i++)
		for (size_t j = 0; j < bands && is_there(reading, i); j++)
			if (reading->lines[i * bands + j] == 0)
				table_refuse(
					findings, line, "population-missing",
					WORDS("Gebied \"%.60s\", groep \"%.60s\" ontbreekt; voeg een regel "
				              "toe, met 0 als er niemand is."),
					area[i].name, band[j].name);
}

static struct records kept(const struct reading *reading, struct arena *arena)
{
	const struct scheme_area *area = reading->scheme->areas.items;
	const struct scheme_band *band = reading->scheme->population_bands.items;
	size_t bands = reading->scheme->population_bands.count;
	struct records rows = records_new(&scheme_people_record, reading->scheme->areas.count * bands, arena);
	struct scheme_people *row = rows.items;

	rows.count = 0;
	for (size_t i = 0; i < reading->scheme->areas.count; i++)
		for (size_t j = 0; j < bands && is_there(reading, i); j++)
			row[rows.count++] =
				(struct scheme_people){ .area = area[i].name,
				                        .band = band[j].name,
				                        .people = reading->people[i * bands + j] };
	return rows;
}

struct population population_read(const char *bytes, size_t length, const struct scheme *scheme,
                                  struct date on, struct findings *findings)
{
	size_t cells = scheme->areas.count * scheme->population_bands.count + 1, before = findings->count;
	struct reading reading = { scheme, on, ARENA_MANY(findings->arena, cells, int64_t),
		                   ARENA_MANY(findings->arena, cells, int64_t) };
	struct population none = { 0 };
	struct table table;

	if (scheme->population_bands.count == 0) {
		table_refuse(
			findings, 1, "population-bands",
			WORDS("De regeling noemt geen groepen inwoners; zet ze onder population_bands."));
		return none;
	}
	if (!table_open(&table, bytes, length, columns, findings))
		return none;
	while (table_next(&table))
		take_row(&reading, &table);
	if (findings->count == before)
		refuse_missing(&reading, table.sheet.line, findings);
	return findings->count > before ? none
	                                : (struct population){ .rows = kept(&reading, findings->arena) };
}

struct population population_of(const struct scheme *scheme, struct date on, struct arena *arena)
{
	const struct scheme_people *from = scheme->population.items;
	struct population population = {
		.rows = records_new(&scheme_people_record, scheme->population.count, arena), .is_demo = true
	};
	struct scheme_people *row = population.rows.items;

	population.rows.count = 0;
	for (size_t i = 0; i < scheme->population.count; i++) {
		const struct scheme_area *area = scheme_area(scheme, from[i].area);

		if (area != NULL && date_within(on, area->from, area->until))
			row[population.rows.count++] = from[i];
	}
	return population;
}

int64_t population_people(const struct population *population, const char *area, const char *band)
{
	const struct scheme_people *row = population->rows.items;

	for (size_t i = 0; i < population->rows.count; i++)
		if (strcmp(row[i].area, area) == 0 && strcmp(row[i].band, band) == 0)
			return row[i].people;
	return -1;
}
