/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of a scheme file in one table, and what the checks share. */
#include "common/scheme/scheme_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "common/scheme/check_funding.h"
#include "platform/base/words.h"

const struct scheme_rule scheme_rules[] = {
	{ "name-doubled", WORDS("Elke naam komt binnen zijn onderdeel maar een keer voor."), false,
	  check_name_doubled },
	{ "list-doubled", WORDS("In een lijst staat alles maar een keer."), false, check_list_doubled },
	{ "authority-unknown", WORDS("Elk gebied noemt een gemeente van deze regeling."), false,
	  check_authority_unknown },
	{ "area-unknown", WORDS("Elk genoemd gebied bestaat."), false, check_area_unknown },
	{ "product-unknown", WORDS("Elk genoemd product bestaat."), false, check_product_unknown },
	{ "group-unknown", WORDS("Elke genoemde doelgroep bestaat."), false, check_group_unknown },
	{ "party-unknown", WORDS("Elke genoemde partij bestaat."), false, check_party_unknown },
	{ "agreement-unknown", WORDS("Elke genoemde overeenkomst bestaat."), false, check_agreement_unknown },
	{ "meeting-unknown", WORDS("Elk genoemd overleg bestaat."), false, check_meeting_unknown },
	{ "somebody-unknown", WORDS("Wie genoemd wordt, is een partij, een partner of een gemeente."), false,
	  check_somebody_unknown },
	{ "parts", WORDS("Het bestand heeft precies de onderdelen die het onder parts noemt."), false,
	  check_parts },
	{ "cbs-code", WORDS("Een CBS-code van een gemeente heeft vier cijfers."), false, check_cbs_code },
	{ "share", WORDS("De aandelen van de gemeenten zijn samen 100 procent."), false, check_share },
	{ "age-band", WORDS("Een doelgroep eindigt bij een hogere leeftijd dan zij begint."), false,
	  check_age_band },
	{ "period", WORDS("Een periode eindigt later dan zij begint."), false, check_period },
	{ "product-code", WORDS("Een productcode heeft vijf tekens en begint met de categorie."), false,
	  check_product_code },
	{ "unit-frequency",
	  WORDS("Dagdelen, etmalen en stuks worden per week, per maand of in totaal toegekend."), false,
	  check_unit_frequency },
	{ "end-date", WORDS("Een hoeveelheid per week heeft een einddatum."), false, check_end_date },
	{ "agb-form", WORDS("Een AGB-code heeft acht cijfers."), false, check_agb_form },
	{ "agb-doubled", WORDS("Elke partij heeft een eigen AGB-code."), false, check_agb_doubled },
	{ "series-count", WORDS("Een reeks heeft ten minste een partij, en alles samen niet meer dan 2000."),
	  false, check_series_count },
	{ "rule-doubled", WORDS("Elke toewijzingsregel staat een keer in de volgorde."), false,
	  check_rule_doubled },
	{ "postcode-form", WORDS("Een postcode heeft hier vier cijfers."), false, check_postcode_form },
	{ "postcode-foreign", WORDS("Een postcode van een gebied hoort bij zijn gemeente."), false,
	  check_postcode_foreign },
	{ "postcode-gap", WORDS("Elke postcode van een gemeente ligt op elke dag in een gebied."), false,
	  check_postcode_gap },
	{ "postcode-overlap", WORDS("Een postcode ligt op elke dag in hooguit een gebied."), false,
	  check_postcode_overlap },
	{ "address-form", WORDS("Een adres is een postcode, met huisnummers of zonder."), false,
	  check_address_form },
	{ "address-foreign", WORDS("Een adres van een gebied ligt in zijn gemeente."), false,
	  check_address_foreign },
	{ "address-overlap", WORDS("Een adres ligt op elke dag in hooguit een gebied."), false,
	  check_address_overlap },
	{ "team-gap", WORDS("Elk gebied heeft een team."), false, check_team_gap },
	{ "team-overlap", WORDS("Een gebied hoort bij een team."), false, check_team_overlap },
	{ "rule-missing", WORDS("Elke manier van toewijzen staat in de volgorde van de regels."), false,
	  check_rule_missing },
	{ "lane-agreement",
	  WORDS("Wie levert, doet dat onder een overeenkomst; alleen huidige aanbieders niet."), false,
	  check_lane_agreement },
	{ "lane-single", WORDS("Alleen waar de inwoner kiest, staan meer partijen naast elkaar."), false,
	  check_lane_single },
	{ "predecessor", WORDS("Wie van voor de overgang is, levert alleen tot de overgang."), false,
	  check_predecessor },
	{ "cohort-terms",
	  WORDS("Een gesloten groep noemt de hoofdaanbieder en de dag; andere afspraken niet."), false,
	  check_cohort_terms },
	{ "combination",
	  WORDS("Een combinatie heeft leden, van wie een het contact heeft en een aansprakelijk is."), false,
	  check_combination_terms },
	{ "member-lane", WORDS("Wie als lid van een combinatie levert, is dat ook."), false,
	  check_member_lane },
	{ "subcontractor", WORDS("Boven elke onderaannemer staat uiteindelijk een contractpartij."), false,
	  check_subcontractor },
	{ "area-cap", WORDS("Geen partij heeft meer gebieden dan mag."), false, check_area_cap },
	{ "agreement-end", WORDS("Een overeenkomst waarvan alle afspraken eindigen, heeft een einddatum."),
	  false, check_agreement_end },
	{ "option", WORDS("Een verlenging is langer dan de overeenkomst, en is er een keer."), false,
	  check_option },
	{ "procurement", WORDS("Van elke overeenkomst staat een keer hoe zij is ingekocht."), false,
	  check_procurement },
	{ "lot-winners", WORDS("Een perceel heeft een aantal winnaars als dat vooraf vaststaat."), false,
	  check_lot_winners },
	{ "lot-alone",
	  WORDS("Een product in een gebied is voor een doelgroep maar in een perceel te winnen."), false,
	  check_lot_alone },
	{ "knock-out", WORDS("Wie de drempel haalt, valt op geen criterium af."), false, check_knock_out },
	{ "weights", WORDS("De gewichten van de criteria zijn samen 100 procent."), false, check_weights },
	{ "threshold", WORDS("Een drempel ligt onder het hoogste cijfer."), false, check_threshold },
	{ "phase-begin", WORDS("De eerste fase begint met de overeenkomst."), false, check_phase_begin },
	{ "norm-measure", WORDS("Elke norm zegt waaraan zij gemeten wordt, of geen enkele."), false,
	  check_norm_measure },
	{ "norm-floor", WORDS("Een ondergrens geldt in elke fase."), false, check_norm_floor },
	{ "scope-begin", WORDS("Voor elk thema is op elke dag iemand."), false, check_scope_begin },
	{ "replaced", WORDS("Een product wordt vervangen op de dag van een overgang."), false,
	  check_replaced },
	{ "corners", WORDS("De driehoek heeft drie hoeken."), false, check_corners },
	{ "funding-agreement", WORDS("Elke overeenkomst wordt op een manier betaald."), false,
	  check_funding_agreement },
	{ "funding-key", WORDS("Een budget zegt waardoor het wordt verdeeld."), false, check_funding_key },
	{ "funding-terms", WORDS("Een budget zegt hoeveel het verandert en wie een verschil draagt."), false,
	  check_funding_terms },
	{ "funding-part", WORDS("Een arrangement zegt wat een periode telt die niet vol is."), false,
	  check_funding_part },
	{ "band-unknown", WORDS("Elke genoemde groep inwoners bestaat."), false, check_band_known },
	{ "people-whole", WORDS("Elke groep staat een keer bij elk gebied."), false, check_people_whole },
	{ "budget-shares", WORDS("Het budget van elk gebied is helemaal verdeeld."), false,
	  check_budget_shares },
	{ "size", WORDS("Alle afspraken samen passen in het geheugen."), false, check_size },
	{ "group-outside", WORDS("Een afspraak geldt alleen voor wie het product kan krijgen."), true,
	  check_group_outside },
	{ "agreement-period", WORDS("Een afspraak valt binnen de looptijd van haar overeenkomst."), true,
	  check_agreement_period },
	{ "parties-count", WORDS("Een overeenkomst heeft zoveel partijen als zij zegt."), true,
	  check_parties_count },
	{ "cohort-main", WORDS("Boven een gesloten groep staat de hoofdaanbieder van het gebied."), true,
	  check_cohort_main },
	{ "cutover-missing", WORDS("Waar huidige aanbieders ophouden, is een overgang."), true,
	  check_cutover_missing },
	{ "cutover-empty", WORDS("Bij een overgang houdt iemand op en begint iemand."), true,
	  check_cutover_empty },
	{ "lane-gap", WORDS("Wie een product kan krijgen, heeft op elke dag iemand die kan leveren."), true,
	  check_lane_gap },
	{ "lead-two", WORDS("Naast een hoofdaanbieder levert geen ander."), true, check_lead_two },
	{ "member-cover", WORDS("Binnen een combinatie heeft elk gebied op elke dag een lid."), true,
	  check_member_cover },
	{ "cutover-two", WORDS("Op geen dag leveren de huidige en de nieuwe aanbieders beide."), true,
	  check_cutover_two },
};
const size_t scheme_rules_count = COUNT(scheme_rules);

static void check_rules(const struct scheme *scheme, bool needs_sound, struct findings *findings)
{
	for (size_t i = 0; i < scheme_rules_count; i++) {
		const struct checking checking = { .scheme = scheme,
			                           .findings = findings,
			                           .code = scheme_rules[i].code };

		if (scheme_rules[i].needs_sound == needs_sound)
			scheme_rules[i].check(&checking);
	}
}

void scheme_check(const struct scheme *scheme, bool is_read_whole, struct findings *findings)
{
	size_t before = findings->count;

	check_rules(scheme, false, findings);
	if (is_read_whole && findings->count == before)
		check_rules(scheme, true, findings);
}

void check_refuse(const struct checking *checking, struct mark at, const char *format, ...)
{
	const char *const translated = words_in(checking->findings->language, format);
	struct finding *finding;
	char words[1000];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(words, sizeof(words), translated, args);
	va_end(args);
	finding = findings_add(checking->findings, checking->code, "", "%s", words);
	finding->line = at.line;
	finding->column = at.column;
}

struct mark check_place(const struct record *record, struct marks at, const char *field)
{
	const struct field *found = record_field(record, field);

	return at.items[found - record->fields + 1];
}

const void *check_find(const struct records *section, const struct record *record, const char *name)
{
	const struct field *field = record_field(record, "name");
	const char *item = section->items;

	for (size_t i = 0; i < section->count; i++, item += record->size)
		if (check_is(MEMBER(const char *, field, item), name))
			return item;
	return NULL;
}

size_t check_parties(const struct scheme *scheme, const char *name, const struct scheme_party **ret_first)
{
	const struct scheme_party *party = scheme->parties.items;
	size_t count = 0;

	*ret_first = NULL;
	for (size_t i = 0; i < scheme->parties.count; i++) {
		if (!check_is(party[i].name, name) && !check_is(party[i].series_name, name))
			continue;
		if (count++ == 0)
			*ret_first = &party[i];
	}
	return count;
}

size_t check_written_out(const struct records *parties)
{
	const struct scheme_party *party = parties->items;
	size_t count = 0;

	for (size_t i = 0; i < parties->count; i++)
		count += party[i].series.count > 0 ? (size_t)party[i].series.count : 1;
	return count;
}

const struct texts *check_members(const struct scheme *scheme, const struct scheme_lane *lane)
{
	const struct scheme_combination *combination = check_combination(scheme, lane->under);

	if (lane->fellows.count > 0)
		return &lane->fellows;
	return combination == NULL ? NULL : &combination->members;
}

size_t check_offers(const struct scheme *scheme, const struct scheme_lane *lane)
{
	const struct scheme_party *first;
	size_t parties = 0;

	for (size_t i = 0; i < lane->parties.count; i++)
		parties += check_parties(scheme, lane->parties.items[i], &first);
	if (check_lane_is(lane, LANE_COMBINATION_MEMBER)) {
		const struct texts *members = check_members(scheme, lane);

		parties += members == NULL ? 0 : members->count;
	}
	return lane->products.count * lane->areas.count * parties;
}

bool check_is(const char *text, const char *other)
{
	return text != NULL && other != NULL && strcmp(text, other) == 0;
}

bool check_lane_is(const struct scheme_lane *lane, enum lane_how how)
{
	return check_is(lane->how, lane_hows[how].code);
}

bool check_lane_names(const struct scheme *scheme, const struct scheme_lane *lane, const char *party)
{
	const struct scheme_party *known = scheme_party(scheme, party);

	return check_texts_have(&lane->parties, party) ||
	       (known != NULL && check_texts_have(&lane->parties, known->series_name));
}

bool check_is_of_combination(const struct scheme_lane *lane)
{
	return check_lane_is(lane, LANE_COMBINATION_MEMBER) || check_lane_is(lane, LANE_EXPERTISE);
}

const struct scheme_combination *check_combination(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->combinations, &scheme_combination_record, name);
}

bool check_texts_have(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (check_is(texts->items[i], text))
			return true;
	return false;
}

struct date check_until(struct date until)
{
	return date_is(until) ? until : DATE_LAST;
}

int64_t check_until_age(const struct scheme_group *group)
{
	return group->until_age == 0 ? SCHEME_AGE_LAST : group->until_age;
}

bool check_group_within(const struct scheme_group *inner, const struct scheme_group *outer)
{
	return outer->from_age <= inner->from_age && check_until_age(inner) <= check_until_age(outer);
}

const struct scheme_group *check_group(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->target_groups, &scheme_group_record, name);
}
