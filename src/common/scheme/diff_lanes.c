/* SPDX-License-Identifier: EUPL-1.2 */
/* In words who delivers what, where and to whom by another version, and which parties come and go. */
#include <stdint.h>

#include "common/scheme/diffing.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

/* --- who --- */

static const char *name_of(const struct diffing *diffing, uint16_t party)
{
	return diffing->lanes.parties.items[party].name;
}

static bool is_one_group(const struct lane_seat *one, const struct lane_seat *other)
{
	return one->how == other->how && one->under == other->under &&
	       one->served_before.day == other->served_before.day;
}

/* Parties under another, as it is said of all of them. */
static const char *group_words(const struct diffing *diffing, const struct lane_seat *seat,
                               const char *parties)
{
	const char *language = diffing->language;
	const char *under = diff_label(diffing, name_of(diffing, seat->under));

	if (seat->how == LANE_CLOSED_COHORT)
		return arena_print(
			diffing->arena,
			words_in(language, WORDS("%s (onder %s, alleen aan wie al voor %s cliënt was)")),
			parties, under, diff_day(diffing, seat->served_before));
	if (seat->how == LANE_EXPERTISE)
		return arena_print(diffing->arena,
		                   words_in(language, WORDS("%s (onder %s, wie de deskundigheid heeft)")),
		                   parties, under);
	return arena_print(diffing->arena, words_in(language, WORDS("%s (onder %s)")), parties, under);
}

/* Adds parties that deliver in the same way. */
static void add_group(const struct diffing *diffing, const struct lane_seat *seat, const struct texts *labels,
                      struct texts *groups)
{
	if (seat->how == LANE_KEEP_CURRENT)
		groups->items[groups->count++] = words_in(diffing->language, WORDS("de huidige aanbieder"));
	else if (seat->under != LANE_NONE)
		groups->items[groups->count++] = group_words(diffing, seat, diff_list(diffing, labels));
	else
		for (size_t i = 0; i < labels->count; i++)
			groups->items[groups->count++] = labels->items[i];
}

/* "A en B (onder A, alleen aan wie al voor 1 maart 2023 cliënt was)" */
static const char *who_words(const struct diffing *diffing, const struct lane_side *side)
{
	struct texts groups = { .items = ARENA_MANY(diffing->arena, side->count, const char *) };
	size_t end = 0;

	for (size_t i = 0; i < side->count; i = end) {
		struct texts names = { .items = ARENA_MANY(diffing->arena, side->count, const char *) };
		struct texts labels;

		for (end = i; end < side->count && is_one_group(&side->seats[i], &side->seats[end]); end++)
			names.items[names.count++] = name_of(diffing, side->seats[end].party);
		labels = diff_party_labels(diffing, &names);
		add_group(diffing, &side->seats[i], &labels, &groups);
	}
	return diff_list(diffing, &groups);
}

static bool is_choice(const struct lane_side *side)
{
	for (size_t i = 0; i < side->count; i++)
		if (side->seats[i].how != LANE_CHOICE_AMONG)
			return false;
	return side->count > 1;
}

/* The seats of one side that the other has not, or with is_shared those that it has too. */
static struct lane_side seats_beside(const struct diffing *diffing, const struct lane_side *side,
                                     const struct lane_side *other, bool is_shared)
{
	struct lane_side found = { .seats = ARENA_MANY(diffing->arena, side->count, struct lane_seat) };

	for (size_t i = 0; i < side->count; i++) {
		const struct lane_side one = { &side->seats[i], 1 };
		bool is_there = false;

		for (size_t j = 0; j < other->count && !is_there; j++)
			is_there = lane_sides_equal(&one, &(struct lane_side){ &other->seats[j], 1 });
		if (is_there == is_shared)
			found.seats[found.count++] = side->seats[i];
	}
	return found;
}

/* --- what and where --- */

static struct texts names_at(const struct diffing *diffing, const struct lane_names *names,
                             const uint16_t *indices, size_t count)
{
	struct texts texts = { .items = ARENA_MANY(diffing->arena, count, const char *), .count = count };

	for (size_t i = 0; i < count; i++)
		texts.items[i] = names->items[indices[i]].name;
	return texts;
}

static const char *age_words(const struct diffing *diffing, int from_age, int until_age)
{
	if (until_age == 0)
		return arena_print(diffing->arena,
		                   words_in(diffing->language, WORDS(" voor inwoners vanaf %d jaar")),
		                   from_age);
	return arena_print(diffing->arena,
	                   words_in(diffing->language, WORDS(" voor inwoners van %d tot %d jaar")), from_age,
	                   until_age);
}

/* Whether everybody who may get the products is meant. */
static bool is_for_all(const struct diffing *diffing, const struct texts *products,
                       const struct lane_difference *difference)
{
	for (size_t i = 0; i < products->count; i++) {
		const struct scheme *of = diffing->after;
		const struct scheme_product *product = scheme_product(of, products->items[i]);
		const struct scheme_group *group;

		if (product == NULL) {
			of = diffing->before;
			product = scheme_product(of, products->items[i]);
		}
		group = check_group(of, product->target_group);
		if (difference->from_age > group->from_age ||
		    (difference->until_age != 0 &&
		     (group->until_age == 0 || difference->until_age < group->until_age)))
			return false;
	}
	return true;
}

/* "hulp bij het huishouden en dagbesteding voor inwoners van 18 tot 75 jaar" */
static const char *what_words(const struct diffing *diffing, const struct lane_difference *difference,
                              const struct texts *products)
{
	struct texts labels = { .items = ARENA_MANY(diffing->arena, products->count, const char *) };

	for (size_t i = 0; i < products->count; i++)
		labels.items[labels.count++] = diff_inside(diffing, diff_label(diffing, products->items[i]));
	if (is_for_all(diffing, products, difference))
		return diff_list(diffing, &labels);
	return arena_print(diffing->arena, "%s%s", diff_list(diffing, &labels),
	                   age_words(diffing, difference->from_age, difference->until_age));
}

static const char *where_words(const struct diffing *diffing, const struct texts *areas)
{
	struct texts labels = { .items = ARENA_MANY(diffing->arena, areas->count, const char *) };

	if (areas->count > 1 && areas->count == diffing->lanes.areas.count)
		return words_in(diffing->language, WORDS("alle gebieden"));
	for (size_t i = 0; i < areas->count; i++)
		labels.items[labels.count++] = diff_label(diffing, areas->items[i]);
	return diff_list(diffing, &labels);
}

/* --- the sentence --- */

/* A difference with the words that every sentence about it has. */
struct saying {
	const struct diffing *diffing;
	const struct lane_difference *difference;
	const char *when, *what, *where;
	struct lane_side gone, added, kept;
};

/* What it was before: in the course of time, or by the old version. */
static const char *instead_words(const struct saying *saying)
{
	const struct lane_difference *difference = saying->difference;
	const char *language = saying->diffing->language;
	const char *was = who_words(saying->diffing, &difference->was);
	struct arena *arena = saying->diffing->arena;

	if (lane_sides_equal(&difference->was, &difference->until_then))
		return difference->was.count == 0
		               ? words_in(language, WORDS("; tot die dag niemand"))
		               : arena_print(arena, words_in(language, WORDS("; tot die dag %s")), was);
	return difference->was.count == 0
	               ? words_in(language, WORDS("; eerst leverde dan niemand"))
	               : arena_print(arena, words_in(language, WORDS(", in plaats van %s")), was);
}

static const char *say_replaced(const struct saying *saying)
{
	const struct lane_side *side = &saying->difference->becomes;
	const char *language = saying->diffing->language, *instead = instead_words(saying);
	struct arena *arena = saying->diffing->arena;

	if (side->count == 0)
		return arena_print(arena, words_in(language, WORDS("%s levert niemand %s in %s%s.")),
		                   saying->when, saying->what, saying->where, instead);
	if (is_choice(side))
		return arena_print(
			arena, words_in(language, WORDS("%s kiest de inwoner voor %s in %s uit %s%s.")),
			saying->when, saying->what, saying->where, who_words(saying->diffing, side), instead);
	return arena_print(arena,
	                   side->count == 1 ? words_in(language, WORDS("%s levert %s %s in %s%s."))
	                                    : words_in(language, WORDS("%s leveren %s %s in %s%s.")),
	                   saying->when, who_words(saying->diffing, side), saying->what, saying->where,
	                   instead);
}

/* Some stay: then only who comes and who goes is said in full. */
static const char *say_partly(const struct saying *saying)
{
	const char *language = saying->diffing->language;
	const char *gone = who_words(saying->diffing, &saying->gone);
	const char *added = who_words(saying->diffing, &saying->added);
	const char *kept = who_words(saying->diffing, &saying->kept);
	struct arena *arena = saying->diffing->arena;

	if (saying->added.count == 0)
		return arena_print(
			arena,
			saying->gone.count == 1
				? words_in(language, WORDS("%s levert %s geen %s meer in %s; wel nog %s."))
				: words_in(language, WORDS("%s leveren %s geen %s meer in %s; wel nog %s.")),
			saying->when, gone, saying->what, saying->where, kept);
	if (saying->gone.count == 0)
		return arena_print(
			arena,
			saying->added.count == 1
				? words_in(language, WORDS("%s levert ook %s %s in %s, naast %s."))
				: words_in(language, WORDS("%s leveren ook %s %s in %s, naast %s.")),
			saying->when, added, saying->what, saying->where, kept);
	return arena_print(
		arena,
		saying->added.count == 1
			? words_in(language,
	                           WORDS("%s levert %s %s in %s, in plaats van %s; wat blijft: %s."))
			: words_in(language,
	                           WORDS("%s leveren %s %s in %s, in plaats van %s; wat blijft: %s.")),
		saying->when, added, saying->what, saying->where, gone, kept);
}

static void say_difference(struct diffing *diffing, const struct lane_difference *difference)
{
	struct texts products =
		names_at(diffing, &diffing->lanes.products, difference->products, difference->products_count);
	struct texts areas =
		names_at(diffing, &diffing->lanes.areas, difference->areas, difference->areas_count);
	const struct saying saying = {
		.diffing = diffing,
		.difference = difference,
		.when = diff_when(diffing, difference->from, difference->until),
		.what = what_words(diffing, difference, &products),
		.where = where_words(diffing, &areas),
		.gone = seats_beside(diffing, &difference->was, &difference->becomes, false),
		.added = seats_beside(diffing, &difference->becomes, &difference->was, false),
		.kept = seats_beside(diffing, &difference->becomes, &difference->was, true),
	};
	struct scheme_change *change = diff_add(
		diffing, "lanes", saying.kept.count == 0 ? say_replaced(&saying) : say_partly(&saying));

	change->from = difference->from;
	change->until = difference->until;
	change->reach = (struct scheme_reach){ .is_help = true,
		                               .is_who = true,
		                               .products = products,
		                               .areas = areas,
		                               .from_age = difference->from_age,
		                               .until_age = difference->until_age };
}

void diff_lanes(struct diffing *diffing)
{
	for (size_t i = 0; i < diffing->lanes.count; i++)
		say_difference(diffing, &diffing->lanes.items[i]);
	if (diffing->lanes.is_cut)
		(void)diff_add(
			diffing, "lanes",
			words_in(diffing->language, WORDS("Er verandert meer dan hier kan worden genoemd.")));
}

/* --- parties --- */

enum coming { COMES, GOES, STOPS, STAYS };

/* The last day and one on which a party has a seat in a set; no date where it has none. */
static struct date end_of_seats(const struct lane_set *set, const char *name)
{
	uint16_t party = lane_names_find(&set->parties, name);
	struct date end = { 0 };

	for (size_t i = 0; party != LANE_NONE && i < set->offers_count; i++) {
		const struct lane_offer *offer = &set->offers[i];
		struct date until = check_until(set->lanes[offer->lane].until);

		if ((offer->party == party && offer->instead_of == LANE_NONE) || offer->under == party)
			if (date_before(end, until))
				end = until;
	}
	return end;
}

/* The first day on which a party has a seat by one version and none by the other, place by place. */
static struct date first_change(const struct diffing *diffing, uint16_t party, bool comes)
{
	for (size_t i = 0; i < diffing->lanes.count; i++) {
		const struct lane_difference *difference = &diffing->lanes.items[i];
		bool was = lane_side_has(&difference->was, party);
		bool becomes = lane_side_has(&difference->becomes, party);

		if (was != becomes && becomes == comes)
			return difference->from;
	}
	return (struct date){ 0 };
}

/* What happens to a party, and when; STAYS when nothing does. */
struct fate {
	enum coming how;
	struct date day;
};

static struct fate fate_of(const struct diffing *diffing, uint16_t party)
{
	const char *name = name_of(diffing, party);
	struct date was = end_of_seats(&diffing->before_lanes, name);
	struct date becomes = end_of_seats(&diffing->after_lanes, name);
	struct fate fate = { STAYS, { 0 } };

	if (scheme_party(diffing->before, name) == NULL)
		fate.how = COMES;
	else if (scheme_party(diffing->after, name) == NULL)
		fate.how = GOES;
	else if (date_before(becomes, was))
		fate.how = STOPS;
	if (fate.how == STOPS && date_is(becomes))
		fate.day = diff_later(diffing, becomes);
	else if (fate.how != STAYS)
		fate.day = first_change(diffing, party, fate.how == COMES);
	return fate;
}

static const char *say_parties(const struct diffing *diffing, const struct fate *fate,
                               const struct texts *names)
{
	const char *language = diffing->language;
	const struct texts labels = diff_party_labels(diffing, names);
	const char *who = diff_list(diffing, &labels), *on = diff_day(diffing, fate->day);
	bool is_one = names->count == 1;

	if (fate->how == STOPS)
		return arena_print(diffing->arena,
		                   is_one ? words_in(language, WORDS("Vanaf %s levert %s niets meer."))
		                          : words_in(language, WORDS("Vanaf %s leveren %s niets meer.")),
		                   on, who);
	if (fate->how == COMES && date_is(fate->day))
		return arena_print(diffing->arena,
		                   is_one ? words_in(language, WORDS("Vanaf %s doet %s mee."))
		                          : words_in(language, WORDS("Vanaf %s doen %s mee.")),
		                   on, who);
	if (fate->how == COMES)
		return arena_print(diffing->arena,
		                   is_one ? words_in(language, WORDS("%s doet mee."))
		                          : words_in(language, WORDS("%s doen mee.")),
		                   who);
	if (date_is(fate->day))
		return arena_print(diffing->arena,
		                   is_one ? words_in(language, WORDS("Vanaf %s doet %s niet meer mee."))
		                          : words_in(language, WORDS("Vanaf %s doen %s niet meer mee.")),
		                   on, who);
	return arena_print(diffing->arena,
	                   is_one ? words_in(language, WORDS("%s doet niet meer mee."))
	                          : words_in(language, WORDS("%s doen niet meer mee.")),
	                   who);
}

/* The parties to which the same happens on the same day as to the first of them, in one sentence. */
static void say_fate(struct diffing *diffing, struct fate *fates, uint16_t first)
{
	const struct lane_names *parties = &diffing->lanes.parties;
	struct texts names = { .items = ARENA_MANY(diffing->arena, parties->count, const char *) };
	const struct fate fate = fates[first];
	struct scheme_change *change;

	for (uint16_t i = first; i < parties->count; i++)
		if (fates[i].how == fate.how && fates[i].day.day == fate.day.day) {
			names.items[names.count++] = parties->items[i].name;
			fates[i].how = STAYS; /* said */
		}
	change = diff_add(diffing, "parties", say_parties(diffing, &fate, &names));
	change->from = fate.day;
	change->reach =
		(struct scheme_reach){ .is_help = fate.how != COMES, .is_who = true, .parties = names };
}

void diff_parties(struct diffing *diffing)
{
	uint16_t count = (uint16_t)diffing->lanes.parties.count;
	struct fate *fates = ARENA_MANY(diffing->arena, count, struct fate);

	for (uint16_t i = 0; i < count; i++)
		fates[i] = fate_of(diffing, i);
	for (enum coming how = COMES; how < STAYS; how++)
		for (uint16_t i = 0; i < count; i++)
			if (fates[i].how == how)
				say_fate(diffing, fates, i);
}
