/* SPDX-License-Identifier: EUPL-1.2 */
/* Who stands behind whom in a scheme file: combinations, members, subcontractors, and how much one may have.
 */
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

static bool party_is(const struct scheme *scheme, const char *name, const char *kind)
{
	const struct scheme_party *party;

	return check_parties(scheme, name, &party) > 0 && check_is(party->kind, kind);
}

/* --- combinations --- */

/* Somebody who acts for the combination: a member, or the combination itself. */
static void check_actor(const struct checking *checking, const struct scheme_combination *combination,
                        const char *actor, const char *field)
{
	if (actor == NULL || check_is(actor, combination->name) ||
	    check_texts_have(&combination->members, actor))
		return;
	check_refuse(checking, check_place(&scheme_combination_record, combination->at, field),
	             WORDS("\"%s\" is geen lid van \"%s\"; noem een lid, of de combinatie zelf."), actor,
	             combination->name);
}

static void check_one_combination(const struct checking *checking,
                                  const struct scheme_combination *combination)
{
	const struct scheme *scheme = checking->scheme;

	if (combination->name != NULL && !party_is(scheme, combination->name, SCHEME_COMBINATION))
		check_refuse(checking, check_place(&scheme_combination_record, combination->at, "name"),
		             WORDS("\"%s\" staat niet als combinatie bij de partijen; geef die partij kind: "
		                   "combination."),
		             combination->name);
	if (combination->members.count == 1)
		check_refuse(checking, combination->members.marks[0],
		             WORDS("Een combinatie heeft ten minste twee leden."));
	for (size_t i = 0; i < combination->members.count; i++)
		if (!party_is(scheme, combination->members.items[i], SCHEME_MEMBER))
			check_refuse(checking, combination->members.marks[i],
			             WORDS("\"%s\" staat niet als lid bij de partijen; geef die partij kind: "
			                   "member."),
			             combination->members.items[i]);
	check_actor(checking, combination, combination->lead, "lead");
	check_actor(checking, combination, combination->liable, "liable");
	check_actor(checking, combination, combination->contact, "contact");
}

/* Whether some combination has the party as a member. */
static bool is_member(const struct scheme *scheme, const char *name)
{
	const struct scheme_combination *combination = scheme->combinations.items;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		if (check_texts_have(&combination[i].members, name))
			return true;
	return false;
}

void check_combination_terms(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_party *party = scheme->parties.items;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		check_one_combination(checking, &SCHEME_ITEMS(scheme_combination, scheme->combinations)[i]);
	for (size_t i = 0; i < scheme->parties.count; i++) {
		if ((check_is(party[i].kind, SCHEME_COMBINATION) &&
		     check_combination(scheme, party[i].name) == NULL) ||
		    (check_is(party[i].kind, SCHEME_MEMBER) && !is_member(scheme, party[i].name)))
			check_refuse(checking, check_place(&scheme_party_record, party[i].at, "kind"),
			             WORDS("Onder combinations staat niet welke leden \"%s\" heeft, of van "
			                   "wie dit lid is."),
			             or_empty(party[i].name));
	}
}

void check_member_lane(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		const struct scheme_combination *combination = check_combination(scheme, lane[i].under);

		for (size_t j = 0;
		     check_is_of_combination(&lane[i]) && lane[i].under != NULL && j < lane[i].parties.count;
		     j++)
			if (combination == NULL ||
			    !check_texts_have(&combination->members, lane[i].parties.items[j]))
				check_refuse(checking, lane[i].parties.marks[j],
				             WORDS("\"%s\" is geen lid van \"%s\"; noem een lid, of een "
				                   "andere combinatie."),
				             lane[i].parties.items[j], lane[i].under);
	}
}

/* --- subcontractors --- */

static const struct scheme_subcontractor *subcontractor(const struct scheme *scheme, const char *name)
{
	return check_find(&scheme->subcontractors, &scheme_subcontractor_record, name);
}

/* The contract party at the top, or NULL where the chain runs in a circle. */
static const char *top_of(const struct scheme *scheme, const struct scheme_subcontractor *below)
{
	for (size_t i = 0; i <= scheme->subcontractors.count; i++) {
		const struct scheme_subcontractor *above = subcontractor(scheme, below->under);

		if (above == NULL)
			return below->under;
		below = above;
	}
	return NULL;
}

/* Whether a lane gives the party an area, on a day or, without one, ever. */
static bool has_area(const struct scheme *scheme, const char *party, const char *area, struct date on)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if ((check_texts_have(&lane[i].parties, party) || check_is(lane[i].under, party)) &&
		    check_texts_have(&lane[i].areas, area) &&
		    (!date_is(on) || date_within(on, lane[i].from, lane[i].until)))
			return true;
	return false;
}

static void check_one_subcontractor(const struct checking *checking, const struct scheme_subcontractor *below)
{
	const struct scheme *scheme = checking->scheme;
	const char *top = top_of(scheme, below);

	if (top == NULL)
		check_refuse(checking, check_place(&scheme_subcontractor_record, below->at, "under"),
		             WORDS("Deze onderaannemers staan in een kring onder elkaar; zet bovenaan een "
		                   "contractpartij."));
	if (below->name != NULL && !party_is(scheme, below->name, SCHEME_SUBCONTRACTOR) && top != NULL)
		check_refuse(checking, check_place(&scheme_subcontractor_record, below->at, "name"),
		             WORDS("\"%s\" staat niet als onderaannemer bij de partijen; geef die partij "
		                   "kind: subcontractor."),
		             below->name);
	for (size_t i = 0; top != NULL && i < below->areas.count; i++)
		if (!has_area(scheme, top, below->areas.items[i], (struct date){ 0 }))
			check_refuse(checking, below->areas.marks[i],
			             WORDS("\"%s\" werkt niet in \"%s\" en kan daar dus niet voor instaan."),
			             top, below->areas.items[i]);
}

void check_subcontractor(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_party *party = scheme->parties.items;

	for (size_t i = 0; i < scheme->subcontractors.count; i++)
		check_one_subcontractor(checking,
		                        &SCHEME_ITEMS(scheme_subcontractor, scheme->subcontractors)[i]);
	for (size_t i = 0; i < scheme->parties.count; i++)
		if (check_is(party[i].kind, SCHEME_SUBCONTRACTOR) &&
		    subcontractor(scheme, party[i].name) == NULL)
			check_refuse(checking, check_place(&scheme_party_record, party[i].at, "kind"),
			             WORDS("Onder subcontractors staat niet onder wie deze partij werkt."));
	for (size_t i = 0; i < scheme->lanes.count; i++)
		for (size_t j = 0; j < lane[i].parties.count; j++)
			if (party_is(scheme, lane[i].parties.items[j], SCHEME_SUBCONTRACTOR))
				check_refuse(checking, lane[i].parties.marks[j],
				             WORDS("\"%s\" is onderaannemer; de gemeente wijst de "
				                   "hoofdaannemer toe."),
				             lane[i].parties.items[j]);
}

/* --- how much one may have --- */

static int64_t areas_on(const struct scheme *scheme, const struct scheme_party *party, struct date on)
{
	const struct scheme_area *area = scheme->areas.items;
	int64_t count = 0;

	for (size_t i = 0; i < scheme->areas.count; i++)
		count += date_within(on, area[i].from, area[i].until) &&
		         has_area(scheme, party->name, area[i].name, on);
	return count;
}

/* On each day on which something begins; between those the number only falls. */
static int64_t most_areas(const struct scheme *scheme, const struct scheme_party *party)
{
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_area *area = scheme->areas.items;
	int64_t most = 0;

	for (size_t i = 0; i < scheme->lanes.count + scheme->areas.count; i++) {
		struct date on = i < scheme->lanes.count ? lane[i].from : area[i - scheme->lanes.count].from;
		int64_t count = date_is(on) ? areas_on(scheme, party, on) : 0;

		most = count > most ? count : most;
	}
	return most;
}

void check_area_cap(const struct checking *checking)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_party *party = scheme->parties.items;

	for (size_t i = 0; i < scheme->parties.count && scheme->caps.areas_per_party > 0; i++) {
		int64_t count =
			check_is(party[i].kind, SCHEME_PREDECESSOR) ? 0 : most_areas(scheme, &party[i]);

		if (count > scheme->caps.areas_per_party)
			check_refuse(checking, check_place(&scheme_party_record, party[i].at, "name"),
			             WORDS("\"%s\" heeft %lld gebieden; meer dan %lld mag niet."),
			             party[i].name, (long long)count,
			             (long long)scheme->caps.areas_per_party);
	}
}
