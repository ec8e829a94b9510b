/* SPDX-License-Identifier: EUPL-1.2 */
/* Postcodes and areas of a scheme file: nothing left out, nothing twice, on any day. */
#include <string.h>

#include "common/scheme/address.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

static bool is_postcode(const char *text)
{
	return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

static void check_postcodes(const struct checking *checking, const struct texts *postcodes)
{
	for (size_t i = 0; i < postcodes->count; i++) {
		const char *postcode = postcodes->items[i];

		if (postcode[0] != '\0' && !is_postcode(postcode))
			check_refuse(
				checking, postcodes->marks[i],
				WORDS("\"%s\" is geen postcode; vul alleen de vier cijfers in, zoals 9351."),
				postcode);
	}
}

void check_postcode_form(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;

	for (size_t i = 0; i < scheme->authorities.count; i++)
		check_postcodes(checking, &SCHEME_ITEMS(scheme_authority, scheme->authorities)[i].postcodes);
	for (size_t i = 0; i < scheme->areas.count; i++)
		check_postcodes(checking, &SCHEME_ITEMS(scheme_area, scheme->areas)[i].postcodes);
}

void check_postcode_foreign(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count; i++) {
		const struct scheme_authority *authority =
			check_find(&scheme->authorities, &scheme_authority_record, area[i].authority);

		for (size_t j = 0; authority != NULL && j < area[i].postcodes.count; j++)
			if (is_postcode(area[i].postcodes.items[j]) &&
			    !check_texts_have(&authority->postcodes, area[i].postcodes.items[j]))
				check_refuse(checking, area[i].postcodes.marks[j],
				             WORDS("Postcode %s staat niet bij de postcodes van \"%s\"; zet "
				                   "hem daar bij of "
				                   "haal hem hier weg."),
				             area[i].postcodes.items[j], authority->name);
	}
}

/* The first day from on that no area has the postcode, or no date when one has it until the end. */
static struct date first_day_without(const struct scheme *scheme, const char *postcode, struct date from,
                                     struct date until)
{
	struct date day = from;

	while (date_before(day, until)) {
		const struct scheme_area *area = scheme_area_of(scheme, postcode, day);

		if (area == NULL)
			return day;
		day = check_until(area->until);
	}
	return (struct date){ 0 };
}

void check_postcode_gap(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_authority *authority = scheme->authorities.items;

	for (size_t i = 0; i < scheme->authorities.count && scheme->areas.count > 0 && date_is(scheme->from);
	     i++)
		for (size_t j = 0; j < authority[i].postcodes.count; j++) {
			const char *postcode = authority[i].postcodes.items[j];
			struct date day =
				first_day_without(scheme, postcode, scheme->from, check_until(scheme->until));
			char words[DATE_TEXT_SIZE];

			if (date_is(day) && is_postcode(postcode))
				check_refuse(checking, authority[i].postcodes.marks[j],
				             WORDS("Postcode %s ligt op %s in geen enkel gebied; zet hem bij "
				                   "een gebied."),
				             postcode, date_print(day, words));
		}
}

static bool periods_overlap(const struct scheme_area *a, const struct scheme_area *b)
{
	return date_before(a->from, check_until(b->until)) && date_before(b->from, check_until(a->until));
}

static void check_two_areas(const struct checking *checking, const struct scheme_area *earlier,
                            const struct scheme_area *later)
{
	if (!periods_overlap(earlier, later))
		return;
	for (size_t i = 0; i < later->postcodes.count; i++)
		if (check_texts_have(&earlier->postcodes, later->postcodes.items[i]))
			check_refuse(checking, later->postcodes.marks[i],
			             WORDS("Postcode %s ligt ook in \"%s\"; laat hem in een van de twee "
			                   "gebieden staan."),
			             later->postcodes.items[i], or_empty(earlier->name));
}

void check_postcode_overlap(const struct checking *checking)
{
	const struct scheme_area *area = checking->scheme->areas.items;

	for (size_t i = 1; i < checking->scheme->areas.count; i++)
		for (size_t j = 0; j < i; j++)
			check_two_areas(checking, &area[j], &area[i]);
}

/* --- addresses that do not follow their postcode --- */

void check_address_form(const struct checking *checking)
{
	const struct scheme_area *area = checking->scheme->areas.items;
	struct address_range range;

	for (size_t i = 0; i < checking->scheme->areas.count; i++)
		for (size_t j = 0; j < area[i].addresses.count; j++)
			if (!address_read(area[i].addresses.items[j], &range))
				check_refuse(
					checking, area[i].addresses.marks[j],
					WORDS("\"%s\" is geen adres; schrijf 9359AB, 9359AB 12 of 9359AB "
				              "12-40."),
					area[i].addresses.items[j]);
}

static bool is_of_authority(const struct scheme_authority *authority, const char *address)
{
	for (size_t i = 0; i < authority->postcodes.count; i++)
		if (strncmp(authority->postcodes.items[i], address, 4) == 0)
			return true;
	return false;
}

void check_address_foreign(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count; i++) {
		const struct scheme_authority *authority =
			check_find(&scheme->authorities, &scheme_authority_record, area[i].authority);

		for (size_t j = 0; authority != NULL && j < area[i].addresses.count; j++)
			if (!is_of_authority(authority, area[i].addresses.items[j]))
				check_refuse(checking, area[i].addresses.marks[j],
				             WORDS("De postcode van %s staat niet bij de postcodes van "
				                   "\"%s\"; zet hem daar bij of haal het adres hier weg."),
				             area[i].addresses.items[j], authority->name);
	}
}

static void check_two_address_lists(const struct checking *checking, const struct scheme_area *earlier,
                                    const struct scheme_area *later)
{
	struct address_range a, b;

	for (size_t i = 0; i < later->addresses.count; i++)
		for (size_t j = 0; j < earlier->addresses.count; j++)
			if (address_read(later->addresses.items[i], &a) &&
			    address_read(earlier->addresses.items[j], &b) && address_meet(&a, &b))
				check_refuse(checking, later->addresses.marks[i],
				             WORDS("%s ligt ook in \"%s\"; laat elk adres in een van de twee "
				                   "gebieden staan."),
				             later->addresses.items[i], or_empty(earlier->name));
}

void check_address_overlap(const struct checking *checking)
{
	const struct scheme_area *area = checking->scheme->areas.items;

	for (size_t i = 1; i < checking->scheme->areas.count; i++)
		for (size_t j = 0; j < i; j++)
			if (periods_overlap(&area[j], &area[i]))
				check_two_address_lists(checking, &area[j], &area[i]);
}

void check_team_gap(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->areas.count && scheme->teams.count > 0; i++)
		if (area[i].name != NULL && scheme_team_of(scheme, area[i].name) == NULL)
			check_refuse(
				checking, check_place(&scheme_area_record, area[i].at, "name"),
				WORDS("Het gebied \"%s\" heeft geen team; zet het bij een van de teams."),
				area[i].name);
}

void check_team_overlap(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_team *team = scheme->teams.items;

	for (size_t i = 1; i < scheme->teams.count; i++)
		for (size_t j = 0; j < team[i].areas.count; j++) {
			const struct scheme_team *first = scheme_team_of(scheme, team[i].areas.items[j]);

			if (first != NULL && first < &team[i])
				check_refuse(checking, team[i].areas.marks[j],
				             WORDS("Het gebied \"%s\" hoort al bij het team \"%s\"; laat het "
				                   "bij een team staan."),
				             team[i].areas.items[j], or_empty(first->name));
		}
}
