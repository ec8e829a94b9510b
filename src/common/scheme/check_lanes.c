/* SPDX-License-Identifier: EUPL-1.2 */
/* Lanes of a scheme file: their terms, and that they agree with agreements and cut-overs. */
#include <stdlib.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

static struct mark lane_place(const struct scheme_lane *lane, const char *field)
{
	return check_place(&scheme_lane_record, lane->at, field);
}

void check_rule_missing(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_rule_use *use = scheme->assignment.items;

	for (size_t i = 0; i < scheme->lanes.count && scheme->assignment.count > 0; i++) {
		bool is_there = lane[i].how == NULL;

		for (size_t j = 0; j < scheme->assignment.count; j++)
			is_there = is_there || check_is(use[j].rule, lane[i].how);
		if (!is_there)
			check_refuse(checking, lane_place(&lane[i], "how"),
			             WORDS("De regel \"%s\" staat niet in de volgorde onder assignment; zet "
			                   "hem daar bij."),
			             lane[i].how);
	}
}

void check_lane_agreement(const struct checking *checking)
{
	const struct scheme_lane *lane = checking->scheme->lanes.items;

	for (size_t i = 0; i < checking->scheme->lanes.count; i++) {
		bool keeps = check_lane_is(&lane[i], LANE_KEEP_CURRENT);

		if (lane[i].how == NULL || keeps == (lane[i].agreement == NULL))
			continue;
		if (keeps)
			check_refuse(checking, lane_place(&lane[i], "agreement"),
			             WORDS("De huidige aanbieders leveren niet onder deze overeenkomst; haal "
			                   "agreement weg."));
		else
			check_refuse(checking, lane_place(&lane[i], "agreement"),
			             WORDS("Hier ontbreekt de overeenkomst; vul bij agreement in onder welke "
			                   "dit valt."));
	}
}

void check_lane_single(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_party *first;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (lane[i].how != NULL && !check_lane_is(&lane[i], LANE_CHOICE_AMONG) &&
		    !check_lane_is(&lane[i], LANE_EXPERTISE) && lane[i].parties.count > 0 &&
		    (lane[i].parties.count > 1 ||
		     check_parties(scheme, lane[i].parties.items[0], &first) > 1))
			check_refuse(checking, lane_place(&lane[i], "parties"),
			             WORDS("Bij \"%s\" hoort een enkele partij; noem er een, of kies how: "
			                   "choice_among."),
			             lane[i].how);
}

void check_predecessor(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		for (size_t j = 0; j < lane[i].parties.count; j++) {
			const struct scheme_party *party;
			size_t count = check_parties(scheme, lane[i].parties.items[j], &party);
			bool keeps = check_lane_is(&lane[i], LANE_KEEP_CURRENT);

			if (count == 0 || party->kind == NULL || lane[i].how == NULL ||
			    keeps == check_is(party->kind, SCHEME_PREDECESSOR))
				continue;
			check_refuse(checking, lane[i].parties.marks[j],
			             keeps ? WORDS("\"%s\" is geen partij van voor de overgang; noem bij "
			                           "keep_current een "
			                           "partij met kind: predecessor.")
			                   : WORDS("\"%s\" is van voor de overgang en kan alleen bij how: "
			                           "keep_current "
			                           "staan."),
			             lane[i].parties.items[j]);
		}
}

void check_cohort_terms(const struct checking *checking)
{
	const struct scheme_lane *lane = checking->scheme->lanes.items;

	for (size_t i = 0; i < checking->scheme->lanes.count; i++) {
		bool is_cohort = check_lane_is(&lane[i], LANE_CLOSED_COHORT);
		bool is_member = check_lane_is(&lane[i], LANE_COMBINATION_MEMBER);
		bool has_main = is_cohort || check_is_of_combination(&lane[i]);

		if (lane[i].how == NULL)
			continue;
		if (has_main != (lane[i].under != NULL))
			check_refuse(checking, lane_place(&lane[i], "under"),
			             has_main ? WORDS("Hier ontbreekt under: onder welke hoofdaanbieder of "
			                              "combinatie valt dit?")
			                      : WORDS("under hoort alleen bij een onderaannemer of een lid; "
			                              "haal het weg."));
		if (is_cohort != date_is(lane[i].served_before))
			check_refuse(checking, lane_place(&lane[i], "served_before"),
			             is_cohort ? WORDS("Hier ontbreekt served_before: voor welke dag moest "
			                               "de hulp begonnen zijn?")
			                       : WORDS("served_before hoort alleen bij how: closed_cohort; "
			                               "haal het weg."));
		if (is_member != (lane[i].status != NULL))
			check_refuse(checking, lane_place(&lane[i], "status"),
			             is_member
			                     ? WORDS("Hier ontbreekt status: is het lid daar begonnen?")
			                     : WORDS("status hoort alleen bij how: combination_member; haal "
			                             "het weg."));
	}
}

void check_size(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	size_t count = scheme->products.count * scheme->areas.count;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		count += check_offers(scheme, &SCHEME_ITEMS(scheme_lane, scheme->lanes)[i]);
	if (count > SCHEME_OFFERS_MAX)
		check_refuse(
			checking, check_place(&scheme_record, scheme->at, "lanes"),
			WORDS("Alle producten, gebieden en partijen samen geven %zu mogelijkheden; meer dan "
		              "%d kan niet. Splits de regeling."),
			count, SCHEME_OFFERS_MAX);
	if (scheme->expertise.count > LANE_EXPERTISE_MAX)
		check_refuse(checking, check_place(&scheme_record, scheme->at, "expertise"),
		             WORDS("Er is plaats voor %d soorten deskundigheid; voeg er een paar samen."),
		             LANE_EXPERTISE_MAX);
}

void check_group_outside(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		for (size_t j = 0; j < lane[i].products.count; j++) {
			const struct scheme_product *product =
				scheme_product(scheme, lane[i].products.items[j]);

			if (!check_group_within(check_group(scheme, lane[i].target_group),
			                        check_group(scheme, product->target_group)))
				check_refuse(checking, lane_place(&lane[i], "target_group"),
				             WORDS("De doelgroep \"%s\" is ruimer dan die van het product "
				                   "\"%s\" (\"%s\"); maak "
				                   "een van de twee passend."),
				             lane[i].target_group, product->name, product->target_group);
		}
}

void check_agreement_period(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		const struct scheme_agreement *agreement =
			check_find(&scheme->agreements, &scheme_agreement_record, lane[i].agreement);

		if (agreement == NULL)
			continue;
		if (date_before(lane[i].from, agreement->from))
			check_refuse(checking, lane_place(&lane[i], "from"),
			             WORDS("Deze afspraak begint eerder dan de overeenkomst \"%s\"; laat "
			                   "haar later beginnen."),
			             agreement->name);
		if (date_before(check_until(agreement->until), check_until(lane[i].until)))
			check_refuse(checking, lane_place(&lane[i], "until"),
			             WORDS("Deze afspraak loopt langer door dan de overeenkomst \"%s\"; laat "
			                   "haar eerder eindigen."),
			             agreement->name);
	}
}

/* Whether the party holds the agreement; for members that is their combination. */
static bool is_party_of(const struct scheme *scheme, const struct scheme_party *party,
                        const struct scheme_agreement *agreement)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (!check_is(lane[i].agreement, agreement->name) ||
		    check_lane_is(&lane[i], LANE_CLOSED_COHORT))
			continue;
		if (check_is_of_combination(&lane[i])
		            ? check_is(lane[i].under, party->name)
		            : check_texts_have(&lane[i].parties, party->name) ||
		                      check_texts_have(&lane[i].parties, party->series_name))
			return true;
	}
	return false;
}

/* The number that the source gives is held against the lanes; "about" leaves a tenth of room. */
void check_parties_count(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_agreement *agreement = scheme->agreements.items;

	for (size_t i = 0; i < scheme->agreements.count; i++) {
		int64_t said = agreement[i].parties_count, count = 0;

		for (size_t j = 0; j < scheme->parties.count; j++)
			count += is_party_of(scheme, &SCHEME_ITEMS(scheme_party, scheme->parties)[j],
			                     &agreement[i]);
		if (llabs(count - said) > (agreement[i].count_is_about ? said / 10 : 0))
			check_refuse(checking,
			             check_place(&scheme_agreement_record, agreement[i].at, "parties_count"),
			             WORDS("Deze overeenkomst zegt %lld partijen te hebben, maar in de "
			                   "afspraken staan er "
			                   "%lld."),
			             (long long)said, (long long)count);
	}
}

/* Whether outer covers all of inner: the period, and every age. */
static bool covers(const struct scheme *scheme, const struct scheme_lane *outer,
                   const struct scheme_lane *inner)
{
	return !date_before(inner->from, outer->from) &&
	       !date_before(check_until(outer->until), check_until(inner->until)) &&
	       check_group_within(check_group(scheme, inner->target_group),
	                          check_group(scheme, outer->target_group));
}

static bool has_lead(const struct scheme *scheme, const struct scheme_lane *cohort, const char *product,
                     const char *area)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_AREA_LEAD) &&
		    check_texts_have(&lane[i].parties, cohort->under) &&
		    check_texts_have(&lane[i].products, product) && check_texts_have(&lane[i].areas, area) &&
		    covers(scheme, &lane[i], cohort))
			return true;
	return false;
}

static void check_one_cohort(const struct checking *checking, const struct scheme_lane *cohort)
{
	for (size_t i = 0; i < cohort->products.count; i++)
		for (size_t j = 0; j < cohort->areas.count; j++)
			if (!has_lead(checking->scheme, cohort, cohort->products.items[i],
			              cohort->areas.items[j]))
				check_refuse(checking, lane_place(cohort, "under"),
				             WORDS("\"%s\" is niet de hele tijd hoofdaanbieder van \"%s\" in "
				                   "\"%s\" en kan "
				                   "er dus niet voor instaan."),
				             cohort->under, cohort->products.items[i],
				             cohort->areas.items[j]);
}

void check_cohort_main(const struct checking *checking)
{
	const struct scheme_lane *lane = checking->scheme->lanes.items;

	for (size_t i = 0; i < checking->scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_CLOSED_COHORT))
			check_one_cohort(checking, &lane[i]);
}

/* --- cut-overs --- */

static bool is_handed_over(const struct scheme *scheme, const struct scheme_lane *lane, const char *product)
{
	const struct scheme_cutover *cutover = scheme->cutovers.items;

	for (size_t i = 0; i < scheme->cutovers.count; i++)
		if (cutover[i].on.day == lane->until.day && check_texts_have(&cutover[i].products, product) &&
		    check_group_within(check_group(scheme, lane->target_group),
		                       check_group(scheme, cutover[i].target_group)))
			return true;
	return false;
}

void check_cutover_missing(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		for (size_t j = 0; j < lane[i].products.count && check_lane_is(&lane[i], LANE_KEEP_CURRENT);
		     j++)
			if (!is_handed_over(scheme, &lane[i], lane[i].products.items[j]))
				check_refuse(checking, lane_place(&lane[i], "until"),
				             WORDS("Voor \"%s\" ontbreekt de overgang waarmee deze huidige "
				                   "aanbieders ophouden; "
				                   "vul until in en zet die dag onder cutovers."),
				             lane[i].products.items[j]);
}

/* Whether a lane of the present providers ends, or a lane of others begins, on the day of the cut-over. */
static bool has_lane_at(const struct scheme *scheme, const struct scheme_cutover *cutover,
                        const char *product, bool ends)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_KEEP_CURRENT) == ends &&
		    check_texts_have(&lane[i].products, product) &&
		    (ends ? lane[i].until : lane[i].from).day == cutover->on.day &&
		    check_group_within(check_group(scheme, lane[i].target_group),
		                       check_group(scheme, cutover->target_group)))
			return true;
	return false;
}

void check_cutover_empty(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_cutover *cutover = scheme->cutovers.items;

	for (size_t i = 0; i < scheme->cutovers.count; i++)
		for (size_t j = 0; j < cutover[i].products.count; j++) {
			const char *product = cutover[i].products.items[j];
			struct mark at = cutover[i].products.marks[j];

			if (!has_lane_at(scheme, &cutover[i], product, true))
				check_refuse(checking, at,
				             WORDS("Op deze dag houdt niemand op met \"%s\"; geef de "
				                   "afspraak van de huidige "
				                   "aanbieders deze dag als until."),
				             product);
			if (!has_lane_at(scheme, &cutover[i], product, false))
				check_refuse(checking, at,
				             WORDS("Op deze dag begint niemand met \"%s\"; geef de afspraak "
				                   "van de nieuwe "
				                   "aanbieders deze dag als from."),
				             product);
		}
}
