/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/residence.h"

#include <stdlib.h>
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "scheme_sql.h"

#define PLACES_MAX 64
#define POSTCODES 10000 /* one for every four-digit postcode */

static const struct field residence_fields[] = { FIELD(struct residence, person),
	                                         FIELD(struct residence, place) };
static const struct record residence_record = RECORD(struct residence, "residence", residence_fields);

/* The place of a name among the texts, where it is added when it is new and there is room. */
static void add_place(struct texts *places, const char *name)
{
	for (size_t i = 0; i < places->count; i++)
		if (strcmp(places->items[i], name) == 0)
			return;
	if (places->count < PLACES_MAX)
		places->items[places->count++] = name;
}

struct texts residence_places(const struct journal *journal)
{
	struct texts places = { .items = ARENA_MANY(journal->arena, PLACES_MAX, const char *) };
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_authority *authorities = entry->scheme.authorities.items;

		for (size_t j = 0; j < entry->scheme.authorities.count; j++)
			add_place(&places, arena_copy(journal->arena, authorities[j].name));
	}
	if (places.count < 2)
		places.count = 0;
	return places;
}

/* The four digits of a postcode, or those of the whole in a scheme. */
static size_t digits_of(const char *postcode)
{
	size_t digits = 0;

	for (size_t i = 0; i < 4; i++) {
		if (postcode[i] < '0' || postcode[i] > '9')
			return 0;
		digits = digits * 10 + (size_t)(postcode[i] - '0');
	}
	return digits;
}

/* Which municipality has a postcode: the first scheme that says so counts. */
static const char **places_by_postcode(const struct journal *journal)
{
	const char **places = ARENA_MANY(journal->arena, POSTCODES, const char *);
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		const struct scheme_authority *authorities = entry->scheme.authorities.items;

		for (size_t j = 0; j < entry->scheme.authorities.count; j++)
			for (size_t k = 0; k < authorities[j].postcodes.count; k++) {
				size_t digits = digits_of(authorities[j].postcodes.items[k]);

				if (places[digits] == NULL)
					places[digits] = arena_copy(journal->arena, authorities[j].name);
			}
	}
	places[0] = NULL; /* of no postcode */
	return places;
}

enum status residences_on(struct journal *journal, struct date on, struct records *ret_residences,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	struct texts places = residence_places(journal);
	const char **by_postcode;
	struct residence *items;
	enum status status;

	*ret_residences = (struct records){ 0 };
	if (places.count == 0)
		return OK;
	status = db_list(journal->db, &sql_scheme_residences, values, COUNT(values),
	                 &(struct db_list){ &residence_record, journal->arena, ret_residences }, fault);
	by_postcode = places_by_postcode(journal);
	items = ret_residences->items;
	for (size_t i = 0; status == OK && i < ret_residences->count; i++) {
		const char *place = by_postcode[digits_of(or_empty(items[i].place))];

		items[i].place = or_empty(place);
	}
	return status;
}

static int by_person(const void *one, const void *other)
{
	const struct residence *a = one, *b = other;

	return (a->person > b->person) - (a->person < b->person);
}

const char *residence_of(const struct records *residences, int64_t person)
{
	const struct residence key = { .person = person };
	const struct residence *found =
		residences->count == 0
			? NULL
			: bsearch(&key, residences->items, residences->count, sizeof(key), by_person);

	return found == NULL ? "" : found->place;
}
