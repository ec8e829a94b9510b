/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Who can deliver, cell by cell: for each product and area the days and ages are cut where any lane begins or
 * ends, so that within a cell nothing changes.
 */
#include <assert.h>
#include <stdlib.h>

#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

struct cell {
	const struct scheme_product *product;
	const struct scheme_area *area;
	int64_t from_day, until_day;
	int64_t from_age, until_age;
	size_t keeps, leads, members, choices; /* how many lanes of each kind deliver in it */
	const struct scheme_lane *lanes[2];    /* the first two of them */
};

/* Sees one cell; true when it told a finding, which is then enough for this product and area. */
typedef bool (*cell_rule)(const struct checking *checking, const struct cell *cell);

/* Where something changes, in order; each but the last begins a stretch. */
struct cuts {
	int64_t *items;
	size_t count;
};

static int compare_numbers(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return one < other ? -1 : one > other;
}

/* Keeps the cuts that lie within [first, last] in order, each once. */
static void order_cuts(struct cuts *cuts, int64_t first, int64_t last)
{
	size_t kept = 0;

	qsort(cuts->items, cuts->count, sizeof(cuts->items[0]), compare_numbers);
	for (size_t i = 0; i < cuts->count; i++) {
		int64_t cut = cuts->items[i];

		if (cut >= first && cut <= last && (kept == 0 || cuts->items[kept - 1] != cut))
			cuts->items[kept++] = cut;
	}
	cuts->count = kept;
}

static bool is_in_place(const struct scheme_lane *lane, const struct cell *cell)
{
	return check_texts_have(&lane->products, cell->product->name) &&
	       check_texts_have(&lane->areas, cell->area->name);
}

static bool is_in_cell(const struct scheme *scheme, const struct scheme_lane *lane, const struct cell *cell)
{
	const struct scheme_group *group = check_group(scheme, lane->target_group);

	return lane->from.day <= cell->from_day && cell->from_day < check_until(lane->until).day &&
	       group->from_age <= cell->from_age && cell->from_age < check_until_age(group);
}

static size_t lanes_count(const struct cell *cell)
{
	return cell->keeps + cell->leads + cell->members + cell->choices;
}

/* Counts the lanes that deliver in the cell; a closed cohort does not count, since it takes nobody new. */
static void count_lanes(const struct scheme *scheme, struct cell *cell)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	cell->keeps = cell->leads = cell->members = cell->choices = 0;
	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (check_lane_is(&lane[i], LANE_CLOSED_COHORT) || !is_in_place(&lane[i], cell) ||
		    !is_in_cell(scheme, &lane[i], cell))
			continue;
		if (lanes_count(cell) < COUNT(cell->lanes))
			cell->lanes[lanes_count(cell)] = &lane[i];
		cell->keeps += check_lane_is(&lane[i], LANE_KEEP_CURRENT);
		cell->leads += check_lane_is(&lane[i], LANE_AREA_LEAD);
		cell->members += check_is_of_combination(&lane[i]);
		cell->choices += check_lane_is(&lane[i], LANE_CHOICE_AMONG);
	}
}

static struct cuts new_cuts(const struct checking *checking)
{
	size_t size = 2 * checking->scheme->lanes.count + 2;

	return (struct cuts){ .items = ARENA_MANY(checking->findings->arena, size, int64_t) };
}

static void check_place_cells(const struct checking *checking, struct cell *cell, struct cuts *days,
                              struct cuts *ages, cell_rule rule)
{
	for (size_t i = 0; i + 1 < days->count; i++)
		for (size_t j = 0; j + 1 < ages->count; j++) {
			cell->from_day = days->items[i];
			cell->until_day = days->items[i + 1];
			cell->from_age = ages->items[j];
			cell->until_age = ages->items[j + 1];
			count_lanes(checking->scheme, cell);
			if (rule(checking, cell))
				return;
		}
}

static struct date later(struct date a, struct date b)
{
	return date_before(a, b) ? b : a;
}

static struct date earlier(struct date a, struct date b)
{
	return date_before(a, b) ? a : b;
}

/* Cuts the days and ages of one product in one area, and has every cell seen. */
static void check_one_place(const struct checking *checking, struct cell *cell, struct cuts *days,
                            struct cuts *ages, cell_rule rule)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_lane *lane = scheme->lanes.items;
	const struct scheme_group *group = check_group(scheme, cell->product->target_group);
	struct date from = later(scheme->from, cell->area->from);
	struct date until = earlier(check_until(scheme->until), check_until(cell->area->until));

	days->count = ages->count = 0;
	days->items[days->count++] = from.day;
	days->items[days->count++] = until.day;
	ages->items[ages->count++] = group->from_age;
	ages->items[ages->count++] = check_until_age(group);
	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (!is_in_place(&lane[i], cell))
			continue;
		days->items[days->count++] = lane[i].from.day;
		days->items[days->count++] = check_until(lane[i].until).day;
		ages->items[ages->count++] = check_group(scheme, lane[i].target_group)->from_age;
		ages->items[ages->count++] = check_until_age(check_group(scheme, lane[i].target_group));
	}
	order_cuts(days, from.day, until.day);
	order_cuts(ages, group->from_age, check_until_age(group));
	check_place_cells(checking, cell, days, ages, rule);
}

static void check_cells(const struct checking *checking, cell_rule rule)
{
	const struct scheme *scheme = checking->scheme;
	struct cuts days = new_cuts(checking), ages = new_cuts(checking);

	for (size_t i = 0; i < scheme->products.count; i++)
		for (size_t j = 0; j < scheme->areas.count; j++) {
			struct cell cell = { .product = &SCHEME_ITEMS(scheme_product, scheme->products)[i],
				             .area = &SCHEME_ITEMS(scheme_area, scheme->areas)[j] };

			check_one_place(checking, &cell, &days, &ages, rule);
		}
}

/* The line that a person will want to change: of the lane that ends where the gap begins, or begins where it
 * ends. */
static struct mark gap_place(const struct scheme *scheme, const struct cell *cell)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (!is_in_place(&lane[i], cell))
			continue;
		if (check_until(lane[i].until).day == cell->from_day)
			return check_place(&scheme_lane_record, lane[i].at, "until");
		if (lane[i].from.day == cell->until_day)
			return check_place(&scheme_lane_record, lane[i].at, "from");
	}
	return check_place(&scheme_record, scheme->at, "lanes");
}

static const char *day_words(int64_t day, char into[static DATE_TEXT_SIZE])
{
	return date_print((struct date){ (int32_t)day }, into);
}

static bool see_gap(const struct checking *checking, const struct cell *cell)
{
	char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];

	if (lanes_count(cell) > 0)
		return false;
	check_refuse(checking, gap_place(checking->scheme, cell),
	             WORDS("Van %s tot %s kan niemand \"%s\" leveren in \"%s\" aan wie %lld tot %lld jaar "
	                   "is; laat een "
	                   "afspraak daarop aansluiten."),
	             day_words(cell->from_day, from), day_words(cell->until_day, until), cell->product->name,
	             cell->area->name, (long long)cell->from_age, (long long)cell->until_age);
	return true;
}

static bool see_two(const struct checking *checking, const struct cell *cell)
{
	const struct scheme_lane *one = cell->lanes[0], *two = cell->lanes[1];
	char from[DATE_TEXT_SIZE];

	assert(one != NULL && two != NULL);
	check_refuse(checking, check_place(&scheme_lane_record, two->at, "name"),
	             WORDS("Vanaf %s leveren \"%s\" en \"%s\" beide \"%s\" in \"%s\" aan wie %lld tot %lld "
	                   "jaar is; laat "
	                   "een van de twee later beginnen of eerder eindigen."),
	             day_words(cell->from_day, from), one->name, two->name, cell->product->name,
	             cell->area->name, (long long)cell->from_age, (long long)cell->until_age);
	return true;
}

static bool see_lead_two(const struct checking *checking, const struct cell *cell)
{
	return cell->leads > 0 && cell->leads + cell->choices > 1 && see_two(checking, cell);
}

static bool see_cutover_two(const struct checking *checking, const struct cell *cell)
{
	return cell->keeps > 0 && lanes_count(cell) > 1 && see_two(checking, cell);
}

/* How many members of the combination have the area in this cell. */
static size_t members_in(const struct scheme *scheme, const struct cell *cell, const char *combination)
{
	const struct scheme_lane *lane = scheme->lanes.items;
	size_t count = 0;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		count += check_lane_is(&lane[i], LANE_COMBINATION_MEMBER) &&
		         check_is(lane[i].under, combination) && is_in_place(&lane[i], cell) &&
		         is_in_cell(scheme, &lane[i], cell);
	return count;
}

/* Whether the combination has members for the product on the days of the cell, in any area. */
static bool is_running(const struct scheme *scheme, const struct cell *cell, const char *combination)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_COMBINATION_MEMBER) &&
		    check_is(lane[i].under, combination) &&
		    check_texts_have(&lane[i].products, cell->product->name) &&
		    is_in_cell(scheme, &lane[i], cell))
			return true;
	return false;
}

static bool see_members(const struct checking *checking, const struct cell *cell)
{
	const struct scheme *scheme = checking->scheme;
	const struct scheme_combination *combination = scheme->combinations.items;
	char from[DATE_TEXT_SIZE];

	for (size_t i = 0; i < scheme->combinations.count; i++) {
		size_t count = members_in(scheme, cell, combination[i].name);

		if (count == 1 || !is_running(scheme, cell, combination[i].name))
			continue;
		check_refuse(checking, check_place(&scheme_combination_record, combination[i].at, "members"),
		             WORDS("Vanaf %s hebben %zu leden van \"%s\" het gebied \"%s\" voor \"%s\"; maak "
		                   "er een van."),
		             day_words(cell->from_day, from), count, combination[i].name, cell->area->name,
		             cell->product->name);
		return true;
	}
	return false;
}

void check_member_cover(const struct checking *checking)
{
	check_cells(checking, see_members);
}

void check_lane_gap(const struct checking *checking)
{
	check_cells(checking, see_gap);
}

void check_lead_two(const struct checking *checking)
{
	check_cells(checking, see_lead_two);
}

void check_cutover_two(const struct checking *checking)
{
	check_cells(checking, see_cutover_two);
}
