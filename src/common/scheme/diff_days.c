/* SPDX-License-Identifier: EUPL-1.2 */
/* What a version says for each day: which area a postcode lies in, which phase, who a theme is for. */
#include <string.h>

#include "common/scheme/diffing.h"
#include "common/scheme/scheme_check.h"
#include "platform/base/words.h"

#define MOVES_MAX 400 /* ways in which postcodes go from one area to another */

/* What something is from a day on, by one version; in the order of days. A NULL value: nothing. */
struct step {
	struct date from;
	const char *value;
};

struct steps {
	struct step *items;
	size_t count;
};

/* A stretch of days on which the two versions say another thing. */
struct stretch {
	struct date from, until; /* no until: no end */
	const char *was, *becomes;
};

typedef void finding_stretch(void *context, const char *about, const struct stretch *stretch);

static bool is_same(const char *one, const char *other)
{
	return one == other || check_is(one, other);
}

static struct steps steps_new(struct arena *arena, size_t most)
{
	return (struct steps){ .items = ARENA_MANY(arena, most, struct step) };
}

/* Puts a step in its place; the list has room. */
static void add_step(struct steps *steps, struct date from, const char *value)
{
	size_t at = steps->count++;

	while (at > 0 && date_before(from, steps->items[at - 1].from)) {
		steps->items[at] = steps->items[at - 1];
		at--;
	}
	steps->items[at] = (struct step){ from, value };
}

/* What holds on a day; of two steps on one day the last counts. */
static const char *value_on(const struct steps *steps, struct date day)
{
	const char *value = NULL;

	for (size_t i = 0; i < steps->count && !date_before(day, steps->items[i].from); i++)
		value = steps->items[i].value;
	return value;
}

/* The first day after the given one on which either list has a step; no date when none has. */
static struct date next_day(const struct steps *before, const struct steps *after, struct date day)
{
	const struct steps *const lists[] = { before, after };
	struct date next = { 0 };

	for (size_t i = 0; i < COUNT(lists); i++)
		for (size_t j = 0; j < lists[i]->count; j++) {
			struct date from = lists[i]->items[j].from;

			if (date_before(day, from) && (!date_is(next) || date_before(from, next)))
				next = from;
		}
	return next;
}

/* What is compared, and who is told of each stretch in which the two differ. */
struct comparison {
	const char *name;
	finding_stretch *find;
	void *context;
};

/* Tells of a stretch, from the day on which the new version holds. */
static void tell(const struct diffing *diffing, const struct comparison *about, struct stretch stretch)
{
	if (!date_is(stretch.from) || (date_is(stretch.until) && !date_before(diffing->holds, stretch.until)))
		return;
	stretch.from = diff_later(diffing, stretch.from);
	about->find(about->context, about->name, &stretch);
}

static void compare_steps(const struct diffing *diffing, const struct comparison *about,
                          const struct steps *before, const struct steps *after)
{
	struct stretch stretch = { { 0 }, { 0 }, NULL, NULL };

	for (struct date day = next_day(before, after, (struct date){ 0 }); date_is(day);
	     day = next_day(before, after, day)) {
		const char *was = value_on(before, day), *becomes = value_on(after, day);

		if (date_is(stretch.from) && is_same(was, stretch.was) && is_same(becomes, stretch.becomes))
			continue;
		stretch.until = day;
		tell(diffing, about, stretch);
		stretch = (struct stretch){ { 0 }, { 0 }, was, becomes };
		if (!is_same(was, becomes))
			stretch.from = day;
	}
	tell(diffing, about, stretch);
}

/* --- postcodes --- */

static struct steps areas_of(const struct scheme *scheme, const char *postcode, struct arena *arena)
{
	struct steps steps = steps_new(arena, 2 * scheme->areas.count);
	const struct scheme_area *area = scheme->areas.items;

	/* ends first, so that on one day the area that begins counts */
	for (size_t i = 0; i < scheme->areas.count; i++)
		if (date_is(area[i].until) && check_texts_have(&area[i].postcodes, postcode))
			add_step(&steps, area[i].until, NULL);
	for (size_t i = 0; i < scheme->areas.count; i++)
		if (check_texts_have(&area[i].postcodes, postcode))
			add_step(&steps, area[i].from, area[i].name);
	return steps;
}

static struct texts all_postcodes(const struct diffing *diffing)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };
	struct texts all = { 0 };
	size_t most = 0;

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->areas.count; j++)
			most += SCHEME_ITEMS(scheme_area, schemes[i]->areas)[j].postcodes.count;
	all.items = ARENA_MANY(diffing->arena, most, const char *);
	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->areas.count; j++) {
			const struct texts *postcodes =
				&SCHEME_ITEMS(scheme_area, schemes[i]->areas)[j].postcodes;

			for (size_t k = 0; k < postcodes->count; k++)
				(void)diff_texts_add(&all, postcodes->items[k]);
		}
	return all;
}

/* Postcodes that go from one area to another on the same day. */
struct move {
	struct stretch stretch;
	struct texts postcodes;
};

struct moves {
	struct diffing *diffing;
	struct move *items;
	size_t count;
	size_t postcodes_count; /* of all there are */
};

static const char *move_words(const struct diffing *diffing, const struct move *move)
{
	const struct stretch *stretch = &move->stretch;
	const struct texts *postcodes = &move->postcodes;
	const char *language = diffing->language, *which = diff_list(diffing, postcodes);
	const char *when = diff_when(diffing, stretch->from, stretch->until);
	bool is_one = postcodes->count == 1;

	if (stretch->becomes == NULL)
		return arena_print(
			diffing->arena,
			is_one ? words_in(language, WORDS("%s ligt postcode %s in geen gebied meer; "
		                                          "eerst in %s."))
			       : words_in(language, WORDS("%s liggen de postcodes %s in geen "
		                                          "gebied meer; eerst in %s.")),
			when, which, diff_label(diffing, stretch->was));
	if (stretch->was == NULL)
		return arena_print(diffing->arena,
		                   is_one ? words_in(language, WORDS("%s ligt postcode %s in %s; eerst in "
		                                                     "geen gebied."))
		                          : words_in(language, WORDS("%s liggen de postcodes %s in %s; eerst "
		                                                     "in geen gebied.")),
		                   when, which, diff_label(diffing, stretch->becomes));
	return arena_print(diffing->arena,
	                   is_one ? words_in(language, WORDS("%s ligt postcode %s in %s, en niet in %s."))
	                          : words_in(language, WORDS("%s liggen de postcodes %s in %s, en niet in "
	                                                     "%s.")),
	                   when, which, diff_label(diffing, stretch->becomes),
	                   diff_label(diffing, stretch->was));
}

static void note_move(void *context, const char *postcode, const struct stretch *stretch)
{
	struct moves *moves = context;
	struct arena *arena = moves->diffing->arena;
	struct move *move = moves->items;

	while (move < moves->items + moves->count &&
	       !(move->stretch.from.day == stretch->from.day &&
	         move->stretch.until.day == stretch->until.day && is_same(move->stretch.was, stretch->was) &&
	         is_same(move->stretch.becomes, stretch->becomes)))
		move++;
	if (move == moves->items + MOVES_MAX)
		return;
	if (move == moves->items + moves->count) {
		moves->count++;
		move->stretch = *stretch;
		move->postcodes.items = ARENA_MANY(arena, moves->postcodes_count, const char *);
	}
	move->postcodes.items[move->postcodes.count++] = postcode;
}

static void say_move(struct diffing *diffing, const struct move *move)
{
	struct scheme_change *change = diff_add(diffing, "areas", move_words(diffing, move));

	change->from = move->stretch.from;
	change->until = move->stretch.until;
	change->reach =
		(struct scheme_reach){ .is_help = true, .is_who = true, .postcodes = move->postcodes };
}

void diff_postcodes(struct diffing *diffing)
{
	const struct texts postcodes = all_postcodes(diffing);
	struct moves moves = { .diffing = diffing,
		               .items = ARENA_MANY(diffing->arena, MOVES_MAX, struct move),
		               .postcodes_count = postcodes.count };

	for (size_t i = 0; i < postcodes.count; i++) {
		struct steps before = areas_of(diffing->before, postcodes.items[i], diffing->arena);
		struct steps after = areas_of(diffing->after, postcodes.items[i], diffing->arena);

		compare_steps(diffing, &(struct comparison){ postcodes.items[i], note_move, &moves }, &before,
		              &after);
	}
	for (size_t i = 0; i < moves.count; i++)
		say_move(diffing, &moves.items[i]);
}

/* --- phases --- */

static struct steps phases_of(const struct scheme *scheme, const char *agreement, struct arena *arena)
{
	const struct scheme_phase *phase = scheme->phases.items;
	struct steps steps = steps_new(arena, scheme->phases.count);

	for (size_t i = 0; i < scheme->phases.count; i++)
		if (check_is(phase[i].agreement, agreement))
			add_step(&steps, phase[i].from, phase[i].label);
	return steps;
}

static void say_phase(void *context, const char *agreement, const struct stretch *stretch)
{
	struct diffing *diffing = context;
	const char *label = diff_label(diffing, agreement), *language = diffing->language;
	const char *when = diff_when(diffing, stretch->from, stretch->until), *words;
	struct scheme_change *change;

	if (stretch->was == NULL)
		words = arena_print(
			diffing->arena,
			words_in(language, WORDS("%s geldt voor \"%s\" de fase \"%s\"; eerst geen.")), when,
			label, stretch->becomes);
	else if (stretch->becomes == NULL)
		words = arena_print(
			diffing->arena,
			words_in(language, WORDS("%s geldt voor \"%s\" geen fase; eerst \"%s\".")), when,
			label, stretch->was);
	else
		words = arena_print(
			diffing->arena,
			words_in(language, WORDS("%s geldt voor \"%s\" de fase \"%s\", en niet \"%s\".")),
			when, label, stretch->becomes, stretch->was);
	change = diff_add(diffing, "phases", words);
	change->from = stretch->from;
	change->until = stretch->until;
	change->reach = diff_reach_of_agreement(diffing, agreement);
}

void diff_phases(struct diffing *diffing)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->agreements.count; j++) {
			const char *name = SCHEME_ITEMS(scheme_agreement, schemes[i]->agreements)[j].name;
			struct steps before = phases_of(diffing->before, name, diffing->arena);
			struct steps after = phases_of(diffing->after, name, diffing->arena);

			/* an agreement of both comes by once */
			if (i == 0 ||
			    check_find(&diffing->before->agreements, &scheme_agreement_record, name) == NULL)
				compare_steps(diffing, &(struct comparison){ name, say_phase, diffing },
				              &before, &after);
		}
}

/* --- for whom a question is --- */

static struct steps scope_of(const struct scheme *scheme, const char *theme, struct arena *arena)
{
	const struct scheme_scope *scope = scheme->scope.items;
	struct steps steps = steps_new(arena, scheme->scope.count);

	for (size_t i = 0; i < scheme->scope.count; i++)
		if (check_is(scope[i].theme, theme))
			add_step(&steps, scope[i].from, scope[i].to);
	return steps;
}

static const char *theme_label(const struct diffing *diffing, const char *theme)
{
	const struct scheme *const schemes[] = { diffing->after, diffing->before };

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->scope.count; j++)
			if (check_is(SCHEME_ITEMS(scheme_scope, schemes[i]->scope)[j].theme, theme))
				return SCHEME_ITEMS(scheme_scope, schemes[i]->scope)[j].label;
	return theme;
}

static void say_scope(void *context, const char *theme, const struct stretch *stretch)
{
	struct diffing *diffing = context;
	const char *label = diff_inside(diffing, theme_label(diffing, theme)), *language = diffing->language;
	const char *when = diff_when(diffing, stretch->from, stretch->until), *words;
	struct scheme_change *change;

	if (stretch->was == NULL)
		words = arena_print(
			diffing->arena,
			words_in(language, WORDS("%s zijn vragen over %s voor %s; eerst voor niemand.")),
			when, label, diff_label(diffing, stretch->becomes));
	else if (stretch->becomes == NULL)
		words = arena_print(
			diffing->arena,
			words_in(language, WORDS("%s zijn vragen over %s voor niemand meer; eerst voor %s.")),
			when, label, diff_label(diffing, stretch->was));
	else
		words = arena_print(
			diffing->arena,
			words_in(language, WORDS("%s zijn vragen over %s voor %s, en niet voor %s.")), when,
			label, diff_label(diffing, stretch->becomes), diff_label(diffing, stretch->was));
	change = diff_add(diffing, "scope", words);
	change->from = stretch->from;
	change->until = stretch->until;
}

void diff_scope(struct diffing *diffing)
{
	const struct scheme *const schemes[] = { diffing->before, diffing->after };
	struct texts themes = {
		.items = ARENA_MANY(diffing->arena,
		                    diffing->before->scope.count + diffing->after->scope.count, const char *)
	};

	for (size_t i = 0; i < COUNT(schemes); i++)
		for (size_t j = 0; j < schemes[i]->scope.count; j++) {
			const char *theme = SCHEME_ITEMS(scheme_scope, schemes[i]->scope)[j].theme;
			struct steps before = scope_of(diffing->before, theme, diffing->arena);
			struct steps after = scope_of(diffing->after, theme, diffing->arena);

			if (diff_texts_add(&themes, theme))
				compare_steps(diffing, &(struct comparison){ theme, say_scope, diffing },
				              &before, &after);
		}
}
