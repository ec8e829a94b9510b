/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of an agreement's page: who has what, under whom, and who speaks for them. */
#include <stdlib.h>
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_view.h"
#include "platform/base/words.h"

#define MANY_PARTIES 12
#define IN(standing_, dutch_) words_in((standing_)->language, dutch_)

/* --- parties and areas --- */

/* The areas that there are on the day. */
static size_t areas_on(const struct standing *standing)
{
	const struct scheme_area *area = standing->scheme->areas.items;
	size_t count = 0;

	for (size_t i = 0; i < standing->scheme->areas.count; i++)
		count += date_within(standing->on, area[i].from, area[i].until);
	return count;
}

static const char *areas_words(const struct standing *standing, const struct texts *names)
{
	if (names->count > 1 && names->count == areas_on(standing))
		return IN(standing, WORDS("alle gebieden"));
	return standing_area_labels(standing, names);
}

void show_parties(const struct making *making)
{
	const struct standing *standing = making->standing;
	struct texts holders = standing_holders(standing);
	int64_t most = standing->scheme->caps.areas_per_party;

	making->view->is_long = holders.count > MANY_PARTIES;
	making->view->parties = records_new(&agreement_party_record, holders.count, standing->arena);
	for (size_t i = 0; i < holders.count; i++) {
		struct texts own = scheme_areas_of(standing->scheme, standing->agreement->name,
		                                   holders.items[i], standing->on, standing->arena);
		struct texts under =
			scheme_areas_under(standing->scheme, holders.items[i], standing->on, standing->arena);

		((struct agreement_party *)making->view->parties.items)[i] = (struct agreement_party){
			.label = standing_label(standing->scheme, holders.items[i]),
			.areas = areas_words(standing, &own),
			.under = standing_area_labels(standing, &under),
			.count = (int64_t)own.count,
			.is_over = most > 0 && (int64_t)(own.count + under.count) > most,
		};
	}
}

/* The holders that have the area on the day. */
static struct texts there_in(const struct standing *standing, const struct texts *holders, const char *area)
{
	struct texts there = { .items = ARENA_MANY(standing->arena, holders->count, const char *) };

	for (size_t i = 0; i < holders->count; i++) {
		struct texts held = scheme_areas_of(standing->scheme, standing->agreement->name,
		                                    holders->items[i], standing->on, standing->arena);

		if (check_texts_have(&held, area))
			there.items[there.count++] = holders->items[i];
	}
	return there;
}

void show_areas(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme_area *area = standing->scheme->areas.items;
	struct texts holders = standing_holders(standing);
	struct records areas =
		records_new(&agreement_area_record, standing->scheme->areas.count, standing->arena);

	areas.count = 0;
	for (size_t i = 0; i < standing->scheme->areas.count; i++) {
		struct texts there;

		if (!date_within(standing->on, area[i].from, area[i].until))
			continue;
		there = there_in(standing, &holders, area[i].name);
		((struct agreement_area *)areas.items)[areas.count++] = (struct agreement_area){
			.label = area[i].label,
			.parties = there.count > 1 && there.count == holders.count
			                   ? IN(standing, WORDS("alle partijen"))
			                   : standing_party_labels(standing, &there),
			.count = (int64_t)there.count,
		};
	}
	making->view->areas = areas;
}

void show_spread(const struct making *making)
{
	const struct standing *standing = making->standing;
	struct standing_spread spread = standing_spread(standing);
	const struct scheme_caps *caps = &standing->scheme->caps;
	const char *equal;

	if (caps->areas_per_party > 0)
		making->view->cap =
			arena_print(standing->arena,
		                    IN(standing, WORDS("Een partij mag hooguit %lld gebieden hebben. %s")),
		                    (long long)caps->areas_per_party, caps->about);
	if (spread.seats == 0)
		return;
	equal = spread.tenths % 10 == 0
	                ? arena_print(standing->arena, "%lld", (long long)(spread.tenths / 10))
	                : arena_print(standing->arena, "%lld,%lld", (long long)(spread.tenths / 10),
	                              (long long)(spread.tenths % 10));
	making->view->spread =
		arena_print(standing->arena,
	                    IN(standing, WORDS("Concentratie: %lld van 10.000. Dat is zoals bij %s partijen "
	                                       "die even groot zijn; hoe "
	                                       "dichter bij 10.000, hoe meer bij één partij.")),
	                    (long long)spread.index, equal);
	making->view->largest = arena_print(
		standing->arena,
		IN(standing, WORDS("De grootste heeft %lld van de %lld plaatsen. Een plaats is een "
	                           "gebied waarin een partij mag leveren.")),
		(long long)spread.most, (long long)spread.seats);
}

/* --- combinations --- */

/* "tot en met 31 december 2022: Axxicom; ..." of the turns before the one that is now. */
static const char *turns_before(const struct standing *standing, const struct records *turns, size_t now)
{
	const struct standing_turn *turn = turns->items;
	const char *words = "";

	for (size_t i = 0; i < now; i++)
		words = arena_print(standing->arena, IN(standing, WORDS("%s%s%s (tot en met %s)")), words,
		                    i == 0 ? "" : ", ", standing_label(standing->scheme, turn[i].member),
		                    calendar_date_words(date_last_day(turn[i].until), standing->language,
		                                        false, standing->arena));
	return words;
}

static struct records propose(const struct making *making, const struct scheme_combination *combination,
                              const char *area)
{
	const struct standing *standing = making->standing;
	struct records links =
		records_new(&agreement_link_record, combination->members.count, standing->arena);
	char day[DATE_TEXT_SIZE];

	links.count = 0;
	for (size_t i = 0; web_is_today(making->request) && i < combination->members.count; i++)
		((struct agreement_link *)links.items)[links.count++] = (struct agreement_link){
			.label = arena_print(standing->arena, IN(standing, WORDS("Aan %s geven")),
			                     standing_label(standing->scheme, combination->members.items[i])),
			.address =
				arena_print(standing->arena,
			                    "/facts/area_allocated?combination=%s&area=%s&member=%s&from=%s",
			                    combination->name, area, combination->members.items[i],
			                    date_print(standing->on, day)),
		};
	return links;
}

static struct agreement_care care_of(const struct making *making,
                                     const struct scheme_combination *combination,
                                     const struct scheme_area *area)
{
	const struct standing *standing = making->standing;
	struct records turns = standing_turns(standing, combination->name, area->name);
	const struct standing_turn *turn = turns.items;
	struct agreement_care care = { .label = area->label };
	size_t now = 0;

	while (now < turns.count && !date_within(standing->on, turn[now].from, turn[now].until) &&
	       !date_before(standing->on, turn[now].from))
		now++;
	care.before = turns_before(standing, &turns, now);
	if (now == turns.count || date_before(standing->on, turn[now].from)) {
		care.proposals = propose(making, combination, area->name);
		return care;
	}
	care.holder = standing_label(standing->scheme, turn[now].member);
	care.since = turn[now].from;
	care.status = turn[now].status == NULL ? IN(standing, WORDS("niet bekend"))
	                                       : IN(standing, choice_label(scheme_starts, turn[now].status));
	care.reason = turn[now].reason;
	return care;
}

static struct agreement_combination combination_of(const struct making *making,
                                                   const struct scheme_combination *combination)
{
	const struct standing *standing = making->standing;
	const struct scheme_area *area = standing->scheme->areas.items;
	struct agreement_combination shown = {
		.label = standing_label(standing->scheme, combination->name),
		.members = standing_party_labels(standing, &combination->members),
		.lead = standing_label(standing->scheme, combination->lead),
		.liable = standing_label(standing->scheme, combination->liable),
		.contact = standing_label(standing->scheme, combination->contact),
		.why = combination->why,
		.members_are_equal = combination->members_are_equal,
		.areas = records_new(&agreement_care_record, standing->scheme->areas.count, standing->arena),
	};

	shown.areas.count = 0;
	for (size_t i = 0; i < standing->scheme->areas.count; i++)
		if (scheme_is_divided(standing->scheme, combination->name) &&
		    date_within(standing->on, area[i].from, area[i].until))
			((struct agreement_care *)shown.areas.items)[shown.areas.count++] =
				care_of(making, combination, &area[i]);
	return shown;
}

void show_combinations(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme_combination *combination = standing->scheme->combinations.items;
	struct records shown = records_new(&agreement_combination_record,
	                                   standing->scheme->combinations.count, standing->arena);

	shown.count = 0;
	for (size_t i = 0; i < standing->scheme->combinations.count; i++)
		if (date_within(standing->on, combination[i].from, combination[i].until) &&
		    scheme_holds(standing->scheme, standing->agreement->name, combination[i].name,
		                 standing->on))
			((struct agreement_combination *)shown.items)[shown.count++] =
				combination_of(making, &combination[i]);
	making->view->combinations = shown;
}

/* --- subcontractors --- */

/* Who is liable at the top, for each area once; of a combination the one that is liable for it. */
static const char *liable_words(const struct standing *standing, const struct scheme_subcontractor *below,
                                bool *ret_is_here)
{
	struct texts liable = { .items = ARENA_MANY(standing->arena, below->areas.count, const char *) };

	*ret_is_here = false;
	for (size_t i = 0; i < below->areas.count; i++) {
		const char *top = scheme_liable(standing->scheme, below, below->areas.items[i], standing->on);
		const struct scheme_combination *combination =
			top == NULL ? NULL : scheme_combination_on(standing->scheme, top, standing->on);

		if (top == NULL)
			continue;
		*ret_is_here = *ret_is_here ||
		               scheme_holds(standing->scheme, standing->agreement->name, top, standing->on);
		top = combination == NULL ? top : combination->liable;
		if (!check_texts_have(&liable, top))
			liable.items[liable.count++] = top;
	}
	return standing_party_labels(standing, &liable);
}

/* "Onderaannemer 1, onder Hoofdaannemer 1": from the one right above to the top. */
static const char *chain_words(const struct standing *standing, const struct scheme_subcontractor *below)
{
	const struct scheme_subcontractor *all = standing->scheme->subcontractors.items;
	const char *words = standing_label(standing->scheme, below->under), *name = below->under;

	for (size_t step = 0; step < standing->scheme->subcontractors.count; step++) {
		const char *above = NULL;

		for (size_t i = 0; i < standing->scheme->subcontractors.count && above == NULL; i++)
			if (check_is(all[i].name, name) &&
			    date_within(standing->on, all[i].from, all[i].until))
				above = all[i].under;
		if (above == NULL || scheme_holds(standing->scheme, NULL, name, standing->on))
			break;
		words = arena_print(standing->arena, IN(standing, WORDS("%s, onder %s")), words,
		                    standing_label(standing->scheme, above));
		name = above;
	}
	return words;
}

static const char *product_labels(const struct standing *standing, const struct texts *names)
{
	const char *words = "";

	for (size_t i = 0; i < names->count; i++) {
		const struct scheme_product *product = scheme_product(standing->scheme, names->items[i]);

		words = arena_print(standing->arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    product == NULL ? names->items[i] : product->label);
	}
	return words;
}

/* A closed cohort has its subcontractor in a lane. */
static struct agreement_below cohort_of(const struct standing *standing, const struct scheme_lane *lane)
{
	return (struct agreement_below){
		.label = standing_party_labels(standing, &lane->parties),
		.chain = arena_print(
			standing->arena, IN(standing, WORDS("%s; alleen wie voor %s al werd geholpen")),
			standing_label(standing->scheme, lane->under),
			calendar_date_words(lane->served_before, standing->language, false, standing->arena)),
		.products = product_labels(standing, &lane->products),
		.areas = standing_area_labels(standing, &lane->areas),
		.liable = standing_label(standing->scheme, lane->under),
	};
}

void show_below(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme *scheme = standing->scheme;
	const struct scheme_subcontractor *all = scheme->subcontractors.items;
	const struct scheme_lane *lane = scheme->lanes.items;
	struct records shown = records_new(
		&agreement_below_record, scheme->subcontractors.count + scheme->lanes.count, standing->arena);
	struct agreement_below *put = shown.items;

	shown.count = 0;
	for (size_t i = 0; i < scheme->subcontractors.count; i++) {
		bool is_here = false;
		const char *liable = liable_words(standing, &all[i], &is_here);

		if (is_here && date_within(standing->on, all[i].from, all[i].until))
			put[shown.count++] = (struct agreement_below){
				.label = standing_label(scheme, all[i].name),
				.chain = chain_words(standing, &all[i]),
				.products = product_labels(standing, &all[i].products),
				.areas = standing_area_labels(standing, &all[i].areas),
				.liable = liable,
			};
	}
	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_CLOSED_COHORT) &&
		    check_is(lane[i].agreement, standing->agreement->name) &&
		    date_within(standing->on, lane[i].from, lane[i].until))
			put[shown.count++] = cohort_of(standing, &lane[i]);
	making->view->below = shown;
}

/* --- contact persons --- */

static struct agreement_cell cell_of(const struct making *making, const char *party,
                                     const struct scheme_corner *corner)
{
	const struct standing *standing = making->standing;
	struct standing_corner found = standing_corner(standing, party, corner->name);
	struct agreement_cell cell = { .party = standing_label(standing->scheme, party),
		                       .corner = corner->label,
		                       .name = found.name,
		                       .days = found.days };

	if (found.name == NULL)
		cell.vacant = arena_print(standing->arena, IN(standing, WORDS("niemand, al %lld dagen")),
		                          (long long)found.days);
	if (web_is_today(making->request))
		cell.address = arena_print(standing->arena, "/facts/%s?party=%s&corner=%s",
		                           found.name == NULL ? "contact_named" : "contact_left", party,
		                           corner->name);
	return cell;
}

static int compare_vacancies(const void *a, const void *b)
{
	const struct agreement_cell *one = a, *other = b;

	if (one->days != other->days)
		return one->days > other->days ? -1 : 1;
	return strcmp(one->party, other->party) != 0 ? strcmp(one->party, other->party)
	                                             : strcmp(one->corner, other->corner);
}

/* The empty places, the longest empty first. */
static void show_vacancies(const struct making *making)
{
	const struct agreement_contacts *line = making->view->contacts.items;
	size_t corners = making->view->corners.count;
	struct records vacancies = records_new(&agreement_cell_record, making->view->contacts.count * corners,
	                                       making->standing->arena);
	struct agreement_cell *put = vacancies.items;

	vacancies.count = 0;
	for (size_t i = 0; i < making->view->contacts.count; i++)
		for (size_t j = 0; j < corners; j++) {
			const struct agreement_cell *cell =
				&((struct agreement_cell *)line[i].cells.items)[j];

			if (cell->name == NULL)
				put[vacancies.count++] = *cell;
		}
	if (vacancies.count > 1)
		qsort(put, vacancies.count, sizeof(*put), compare_vacancies);
	making->view->vacancies = vacancies;
}

void show_contacts(const struct making *making)
{
	const struct standing *standing = making->standing;
	const struct scheme_corner *corner = standing->scheme->corners.items;
	size_t corners = standing->scheme->corners.count;
	struct texts holders = standing_holders(standing);

	if (corners == 0)
		return;
	making->view->corners = records_new(&agreement_link_record, corners, standing->arena);
	for (size_t j = 0; j < corners; j++)
		((struct agreement_link *)making->view->corners.items)[j].label = corner[j].label;
	making->view->contacts = records_new(&agreement_contacts_record, holders.count, standing->arena);
	for (size_t i = 0; i < holders.count; i++) {
		struct agreement_contacts *line =
			&((struct agreement_contacts *)making->view->contacts.items)[i];

		line->label = standing_label(standing->scheme, holders.items[i]);
		line->cells = records_new(&agreement_cell_record, corners, standing->arena);
		for (size_t j = 0; j < corners; j++)
			((struct agreement_cell *)line->cells.items)[j] =
				cell_of(making, holders.items[i], &corner[j]);
	}
	show_vacancies(making);
}
