/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/names.h"

#include <string.h>

#include "demo/csv.h"
#include "platform/base/embedded.h"

#define SURNAMES_MAX 2000
#define FIRST_NAMES_MAX 400
#define STREETS_MAX 200
#define TRIES 200

/* "Berg, van den" is surname and prefix. */
static struct surname split_surname(const char *name, struct arena *arena)
{
	const char *comma = strstr(name, ", ");

	if (comma == NULL)
		return (struct surname){ .surname = name, .prefix = "" };
	return (struct surname){ .surname = arena_copy_part(arena, name, (size_t)(comma - name)),
		                 .prefix = comma + 2 };
}

static enum status read_surnames(struct arena *arena, struct demo_names *names, struct fault *fault)
{
	struct csv csv;
	int64_t until = 0;
	enum status status = csv_open("data/names/surnames.csv", arena, &csv, fault);

	names->surnames = ARENA_MANY(arena, SURNAMES_MAX, struct surname);
	while (status == OK && (status = csv_next(&csv, fault)) == OK &&
	       names->surnames_count < SURNAMES_MAX) {
		struct surname *surname = &names->surnames[names->surnames_count++];

		*surname = split_surname(csv_text(&csv, "meertens_vorm"), arena);
		surname->until = until += csv_number(&csv, "aantal_2007");
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status read_first_names(struct arena *arena, struct demo_names *names, struct fault *fault)
{
	struct csv csv;
	enum status status = csv_open("data/names/first_names.csv", arena, &csv, fault);

	names->first_names = ARENA_MANY(arena, FIRST_NAMES_MAX, struct first_name);
	while (status == OK && (status = csv_next(&csv, fault)) == OK &&
	       names->first_names_count < FIRST_NAMES_MAX)
		names->first_names[names->first_names_count++] =
			(struct first_name){ csv_text(&csv, "name"), csv_text(&csv, "sex"),
			                     csv_number(&csv, "from_year"), csv_number(&csv, "until_year") };
	return status == NOT_FOUND ? OK : status;
}

static enum status read_streets(struct arena *arena, struct demo_names *names, struct fault *fault)
{
	struct csv csv;
	enum status status = csv_open("data/names/streets.csv", arena, &csv, fault);

	names->streets = ARENA_MANY(arena, STREETS_MAX, const char *);
	while (status == OK && (status = csv_next(&csv, fault)) == OK && names->streets_count < STREETS_MAX)
		names->streets[names->streets_count++] = csv_text(&csv, "street");
	return status == NOT_FOUND ? OK : status;
}

enum status names_read(struct arena *arena, struct demo_names *ret_names, struct fault *fault)
{
	enum status status;

	*ret_names = (struct demo_names){ 0 };
	status = read_surnames(arena, ret_names, fault);
	if (status == OK)
		status = read_first_names(arena, ret_names, fault);
	if (status == OK)
		status = read_streets(arena, ret_names, fault);
	return status;
}

/* The first name whose bearers reach beyond a number drawn from all bearers. */
static const struct surname *choose_surname(const struct demo_names *names, struct chance *chance)
{
	int64_t drawn = chance_below(chance, names->surnames[names->surnames_count - 1].until);
	size_t first = 0, last = names->surnames_count - 1;

	while (first < last) {
		size_t middle = first + (last - first) / 2;

		if (names->surnames[middle].until > drawn)
			last = middle;
		else
			first = middle + 1;
	}
	return &names->surnames[first];
}

/* A name given in that year to that sex; after many misses any name does. */
static const struct first_name *choose_first_name(const struct demo_names *names, struct chance *chance,
                                                  const char *sex, int year)
{
	const struct first_name *name = NULL;

	for (int i = 0; i < TRIES; i++) {
		name = &names->first_names[chance_below(chance, (int64_t)names->first_names_count)];
		if (strcmp(name->sex, sex) == 0 && name->from_year <= year && year <= name->until_year)
			break;
	}
	return name;
}

void names_choose(const struct demo_names *names, struct chance *chance, struct arena *arena,
                  struct identity *identity)
{
	const struct surname *surname = choose_surname(names, chance);
	int64_t count = chance_between(chance, 1, 3);
	int year, month, day;

	date_parts(identity->born, &year, &month, &day);
	identity->surname = surname->surname;
	identity->prefix = surname->prefix;
	identity->initials = identity->first_names = "";
	for (int64_t i = 0; i < count; i++) {
		const char *name = choose_first_name(names, chance, identity->sex, year)->name;

		if (strstr(identity->first_names, name) != NULL)
			continue;
		identity->initials = arena_print(arena, "%s%c", identity->initials, name[0]);
		identity->first_names =
			arena_print(arena, "%s%s%s", identity->first_names, i == 0 ? "" : " ", name);
	}
}
