/* SPDX-License-Identifier: EUPL-1.2 */
/* How a scheme is paid: a form for each agreement, and keys that divide all of a budget and no more. */
#include "common/scheme/check_funding.h"

#include "platform/base/words.h"

#define WHOLE_PERCENT 100

static bool is_budget(const struct scheme_funding *funding)
{
	return check_is(funding->form, "lump_sum") || check_is(funding->form, "population_budget");
}

static bool has_budget(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->funding.count; i++)
		if (is_budget(&SCHEME_ITEMS(scheme_funding, scheme->funding)[i]))
			return true;
	return false;
}

/* Where one agreement is said to be paid, all of them are, each in one way. */
void check_funding_agreement(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_funding *funding = scheme->funding.items;
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count && scheme->funding.count > 0; i++) {
		size_t count = 0;

		for (size_t j = 0; j < scheme->funding.count; j++)
			count += check_is(funding[j].agreement, agreement[i].name);
		if (count != 1 && agreement[i].name != NULL)
			check_refuse(checking, check_place(&scheme_agreement_record, agreement[i].at, "name"),
			             WORDS("Onder funding staat %zu keer hoe \"%s\" wordt betaald; dat moet "
			                   "een keer zijn."),
			             count, agreement[i].name);
	}
}

/* A budget says what divides it; what is paid by what was done has nothing to divide. */
void check_funding_key(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_funding *funding = scheme->funding.items;

	for (size_t i = 0; i < scheme->funding.count; i++) {
		bool is_by_people = check_is(funding[i].key, "population");
		struct mark at = check_place(&scheme_funding_record, funding[i].at, "key");

		if (is_budget(&funding[i]) != has_words(funding[i].key))
			check_refuse(checking, at,
			             is_budget(&funding[i])
			                     ? WORDS("Vul bij key in waardoor dit budget wordt verdeeld: "
			                             "authorities of population.")
			                     : WORDS("Hier is geen budget te verdelen; haal key weg."));
		else if (check_is(funding[i].form, "population_budget") && !is_by_people)
			check_refuse(
				checking, at,
				WORDS("Een budget naar de bevolking wordt verdeeld naar de bevolking; vul "
			              "bij key population in."));
		else if (is_by_people && scheme->population_bands.count == 0)
			check_refuse(checking, at,
			             WORDS("Noem onder population_bands de groepen inwoners die tellen."));
	}
}

void check_funding_part(const struct checking *checking)
{
	const struct scheme_funding *funding = checking->scheme->funding.items;

	for (size_t i = 0; i < checking->scheme->funding.count; i++) {
		bool is_arrangement = check_is(funding[i].form, "arrangement");

		if (is_arrangement != has_words(funding[i].part_period))
			check_refuse(
				checking, check_place(&scheme_funding_record, funding[i].at, "part_period"),
				is_arrangement
					? WORDS("Vul bij part_period in wat een periode telt die "
			                        "niet vol is: days, half of whole.")
					: WORDS("Alleen een arrangement heeft perioden; haal part_period "
			                        "weg."));
	}
}

static bool is_given(const struct scheme_funding *funding, const char *key)
{
	struct mark at = check_place(&scheme_funding_record, funding->at, key), own = funding->at.items[0];

	return at.line != own.line || at.column != own.column;
}

/* A budget says how much of it moves from year to year and who bears a result, be it 0; nothing else does. */
void check_funding_terms(const struct checking *checking)
{
	static const char *const keys[] = { "damping_percent", "band_percent", "shared_percent" };
	const struct scheme_funding *funding = checking->scheme->funding.items;

	for (size_t i = 0; i < checking->scheme->funding.count; i++)
		for (size_t j = 0; j < COUNT(keys); j++)
			if (is_budget(&funding[i]) != is_given(&funding[i], keys[j]))
				check_refuse(
					checking, check_place(&scheme_funding_record, funding[i].at, keys[j]),
					is_budget(&funding[i])
						? WORDS("Vul bij %s een percentage in, of 0 als het er niet "
				                        "is.")
						: WORDS("Hier is geen budget; haal %s weg."),
					keys[j]);
}

/* --- people --- */

void check_band_known(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_people *people = scheme->population.items;

	for (size_t i = 0; i < scheme->population.count; i++)
		if (people[i].band != NULL &&
		    check_find(&scheme->population_bands, &scheme_band_record, people[i].band) == NULL)
			check_refuse(
				checking, check_place(&scheme_people_record, people[i].at, "band"),
				WORDS("Er is geen groep inwoners \"%s\"; noem haar onder population_bands."),
				people[i].band);
}

static size_t times_there(const struct scheme *scheme, const char *area, const char *band)
{
	const struct scheme_people *people = scheme->population.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->population.count; i++)
		count += check_is(people[i].area, area) && check_is(people[i].band, band);
	return count;
}

/* Each group stands once for each area: nobody is forgotten, nobody counts twice. */
void check_people_whole(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_area *area = scheme->areas.items;
	const struct scheme_band *band = scheme->population_bands.items;

	for (size_t i = 0; i < scheme->areas.count && scheme->population.count > 0; i++)
		for (size_t j = 0; j < scheme->population_bands.count; j++)
			if (area[i].name != NULL && band[j].name != NULL &&
			    times_there(scheme, area[i].name, band[j].name) != 1)
				check_refuse(
					checking, check_place(&scheme_record, scheme->at, "population"),
					WORDS("Gebied \"%s\", groep \"%s\" staat %zu keer onder population; "
				              "dat moet een keer zijn."),
					area[i].name, band[j].name,
					times_there(scheme, area[i].name, band[j].name));
}

/* --- shares --- */

static void check_one_share(const struct checking *checking, size_t place)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_share *share = scheme->budget_shares.items;

	for (size_t i = 0; i < place; i++)
		if (check_is(share[i].party, share[place].party) &&
		    check_is(share[i].area, share[place].area))
			check_refuse(
				checking, check_place(&scheme_share_record, share[place].at, "party"),
				WORDS("\"%s\" heeft al een deel van \"%s\"; haal een van beide regels weg."),
				share[place].party, share[place].area);
}

/* Of every area the whole budget is for somebody: no open ends, nothing left over. */
void check_budget_shares(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_share *share = scheme->budget_shares.items;
	const struct scheme_area *area = scheme->areas.items;

	for (size_t i = 0; i < scheme->budget_shares.count; i++)
		check_one_share(checking, i);
	for (size_t i = 0; i < scheme->areas.count && has_budget(scheme); i++) {
		int64_t sum = 0;

		for (size_t j = 0; j < scheme->budget_shares.count; j++)
			sum += check_is(share[j].area, area[i].name) ? share[j].percent : 0;
		if (sum != WHOLE_PERCENT && area[i].name != NULL)
			check_refuse(
				checking, check_place(&scheme_record, scheme->at, "budget_shares"),
				WORDS("Van \"%s\" is onder budget_shares %lld procent verdeeld; maak daar "
			              "100 van."),
				area[i].name, (long long)sum);
	}
}
