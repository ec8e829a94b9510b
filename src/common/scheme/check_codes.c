/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes, numbers and periods of a scheme file, each by itself. */
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define DIGITS "0123456789"
#define DIGITS_AND_CAPITALS DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* Whether text is missing, which is another finding, or has exactly so many of these characters. */
static bool has_form(const char *text, size_t length, const char *characters)
{
	return text == NULL || (strlen(text) == length && strspn(text, characters) == length);
}

/* CBS: the code of a municipality, which is also the identification in the iWmo messages. */
void check_cbs_code(const struct checking *checking)
{
	const struct scheme_authority *authority = checking->scheme->authorities.items;

	for (size_t i = 0; i < checking->scheme->authorities.count; i++)
		if (!has_form(authority[i].cbs_code, 4, DIGITS))
			check_refuse(checking,
			             check_place(&scheme_authority_record, authority[i].at, "cbs_code"),
			             WORDS("\"%s\" is geen CBS-code; vul vier cijfers in, zoals \"0193\"."),
			             authority[i].cbs_code);
	for (size_t i = 0; i < checking->scheme->elsewhere.count; i++) {
		const struct scheme_elsewhere *elsewhere =
			&SCHEME_ITEMS(scheme_elsewhere, checking->scheme->elsewhere)[i];

		if (!has_form(elsewhere->cbs_code, 4, DIGITS))
			check_refuse(checking,
			             check_place(&scheme_elsewhere_record, elsewhere->at, "cbs_code"),
			             WORDS("\"%s\" is geen CBS-code; vul vier cijfers in, zoals \"0193\"."),
			             elsewhere->cbs_code);
	}
}

void check_share(const struct checking *checking)
{
	const struct records *authorities = &checking->scheme->authorities;
	int64_t sum = 0;

	for (size_t i = 0; i < authorities->count; i++)
		sum += SCHEME_ITEMS(scheme_authority, *authorities)[i].share_percent;
	if (authorities->count > 0 && sum != 100)
		check_refuse(
			checking, check_place(&scheme_record, checking->scheme->at, "authorities"),
			WORDS("De aandelen van de gemeenten zijn samen %lld procent; maak daar 100 van."),
			(long long)sum);
}

void check_age_band(const struct checking *checking)
{
	const struct scheme_group *group = checking->scheme->target_groups.items;

	for (size_t i = 0; i < checking->scheme->target_groups.count; i++)
		if (group[i].until_age != 0 && group[i].until_age <= group[i].from_age)
			check_refuse(checking, check_place(&scheme_group_record, group[i].at, "until_age"),
			             WORDS("Deze doelgroep loopt van %lld tot %lld jaar; draai de leeftijden "
			                   "om of verbeter "
			                   "er een."),
			             (long long)group[i].from_age, (long long)group[i].until_age);
}

static void check_one_period(const struct checking *checking, struct date from, struct date until,
                             struct mark at)
{
	char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];

	if (date_is(from) && date_is(until) && !date_before(from, until))
		check_refuse(checking, at,
		             WORDS("Deze periode loopt van %s tot %s; de einddatum is de eerste dag waarop "
		                   "het niet meer "
		                   "geldt en ligt dus later."),
		             date_print(from, first), date_print(until, last));
}

void check_period(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_area *area = scheme->areas.items;
	const struct scheme_agreement *agreement = scheme->agreements.items;
	const struct scheme_lane *lane = scheme->lanes.items;

	check_one_period(checking, scheme->from, scheme->until,
	                 check_place(&scheme_record, scheme->at, "until"));
	for (size_t i = 0; i < scheme->areas.count; i++)
		check_one_period(checking, area[i].from, area[i].until,
		                 check_place(&scheme_area_record, area[i].at, "until"));
	for (size_t i = 0; i < scheme->agreements.count; i++)
		check_one_period(checking, agreement[i].from, agreement[i].until,
		                 check_place(&scheme_agreement_record, agreement[i].at, "until"));
	for (size_t i = 0; i < scheme->lanes.count; i++)
		check_one_period(checking, lane[i].from, lane[i].until,
		                 check_place(&scheme_lane_record, lane[i].at, "until"));
	if (scheme->transition.at.items != NULL)
		check_one_period(checking, scheme->transition.from, scheme->transition.until,
		                 check_place(&scheme_transition_record, scheme->transition.at, "until"));
}

/* iWmo 3.2, TR381: the product code fits the product category; in the national list it begins with it. */
void check_product_code(const struct checking *checking)
{
	const struct scheme_product *product = checking->scheme->products.items;

	for (size_t i = 0; i < checking->scheme->products.count; i++) {
		const char *code = product[i].code, *category = product[i].category;

		if (has_form(code, 5, DIGITS_AND_CAPITALS) &&
		    (code == NULL || category == NULL || strncmp(code, category, 2) == 0))
			continue;
		check_refuse(checking, check_place(&scheme_product_record, product[i].at, "code"),
		             WORDS("\"%s\" is geen productcode van categorie %s; vul vijf cijfers of "
		                   "hoofdletters in die "
		                   "met de categorie beginnen."),
		             code, category == NULL ? "?" : category);
	}
}

/* iWmo 3.2, CS338: with unit 14, 16, 83 or 84 the frequency is 2 (week), 4 (month) or 6 (total). */
void check_unit_frequency(const struct checking *checking)
{
	const struct scheme_product *product = checking->scheme->products.items;

	for (size_t i = 0; i < checking->scheme->products.count; i++)
		if (check_is(product[i].frequency, "day") &&
		    (check_is(product[i].unit, "night") || check_is(product[i].unit, "half-day") ||
		     check_is(product[i].unit, "piece")))
			check_refuse(checking,
			             check_place(&scheme_product_record, product[i].at, "frequency"),
			             WORDS("De eenheid \"%s\" kan niet per dag; kies week, month of total."),
			             product[i].unit);
}

/* iWmo 3.2, CD076: the end date must be filled when the frequency is 2 (per week). */
void check_end_date(const struct checking *checking)
{
	const struct scheme_product *product = checking->scheme->products.items;

	for (size_t i = 0; i < checking->scheme->products.count; i++)
		if (check_is(product[i].frequency, "week") && !product[i].needs_end_date)
			check_refuse(checking,
			             check_place(&scheme_product_record, product[i].at, "needs_end_date"),
			             WORDS("Een hoeveelheid per week heeft altijd een einddatum; maak hier "
			                   "true van."));
}

/* iWmo 3.2, RS036: eight digits. Only the first of a series stands in the file. */
void check_agb_form(const struct checking *checking)
{
	const struct scheme_party *party = checking->scheme->parties.items;

	for (size_t i = 0; i < checking->scheme->parties.count; i++) {
		if (has_form(party[i].agb, 8, DIGITS))
			continue;
		if (party[i].number <= 1 || has_form(party[i - 1].agb, 8, DIGITS))
			check_refuse(checking, check_place(&scheme_party_record, party[i].at, "agb"),
			             WORDS("\"%s\" is geen AGB-code; vul acht cijfers in, en bij een reeks "
			                   "zo dat de laatste "
			                   "er ook acht heeft."),
			             party[i].agb);
	}
}

/* The party before this one that has the same code, or NULL. */
static const struct scheme_party *earlier_agb(const struct scheme_party *parties, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (check_is(parties[i].agb, parties[index].agb))
			return &parties[i];
	return NULL;
}

void check_agb_doubled(const struct checking *checking)
{
	const struct scheme_party *party = checking->scheme->parties.items;
	struct mark told = { 0, 0 };

	for (size_t i = 1; i < checking->scheme->parties.count; i++) {
		const struct scheme_party *earlier = earlier_agb(party, i);
		struct mark at = check_place(&scheme_party_record, party[i].at, "agb");

		if (earlier == NULL || !has_form(party[i].agb, 8, DIGITS) || at.line == told.line)
			continue;
		check_refuse(checking, at, WORDS("De AGB-code %s is al van \"%s\"; geef \"%s\" een andere."),
		             party[i].agb, or_empty(earlier->name), or_empty(party[i].name));
		told = at;
	}
}

void check_series_count(const struct checking *checking)
{
	const struct records *parties = &checking->scheme->parties;
	const struct scheme_party *party = parties->items;

	if (check_written_out(parties) > SCHEME_PARTIES_MAX)
		check_refuse(checking, check_place(&scheme_record, checking->scheme->at, "parties"),
		             WORDS("Met alle reeksen uitgeschreven zijn er meer dan %d partijen; maak de "
		                   "reeksen korter."),
		             SCHEME_PARTIES_MAX);
	for (size_t i = 0; i < parties->count; i++)
		if (party[i].series.at.items != NULL && party[i].series.count < 1)
			check_refuse(
				checking, check_place(&scheme_party_record, party[i].at, "series"),
				WORDS("Een reeks heeft ten minste een partij; vul bij count 1 of meer in."));
}

void check_rule_doubled(const struct checking *checking)
{
	const struct scheme_rule_use *use = checking->scheme->assignment.items;

	for (size_t i = 1; i < checking->scheme->assignment.count; i++)
		for (size_t j = 0; j < i; j++)
			if (check_is(use[i].rule, use[j].rule))
				check_refuse(
					checking, check_place(&scheme_rule_use_record, use[i].at, "rule"),
					WORDS("De regel \"%s\" staat al in de volgorde; haal hem hier weg."),
					use[i].rule);
}
