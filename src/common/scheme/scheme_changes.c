/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What happened after the adoption of a scheme, laid over it one change after another. A change first cuts
 * what it touches in two at its day, and then writes only in what begins on that day or later.
 */
#include <assert.h>
#include <string.h>

#include "common/scheme/scheme_check.h"

/* A scheme while changes are laid over it; its sections are copies. */
struct running {
	struct scheme *scheme;
	const struct scheme *file; /* as it was adopted */
	const struct lane_change *change;
	struct arena *arena;
};

/* --- lists --- */

static void *add_item(struct records *section, const struct record *record, const void *item,
                      struct arena *arena)
{
	struct records more = records_new(record, section->count + 1, arena);
	char *last = (char *)more.items + section->count * record->size;

	if (section->count > 0)
		memcpy(more.items, section->items, section->count * record->size);
	memcpy(last, item, record->size);
	*section = more;
	return last;
}

static struct records copied(const struct records *section, const struct record *record, struct arena *arena)
{
	struct records copy = records_new(record, section->count, arena);

	if (section->count > 0)
		memcpy(copy.items, section->items, section->count * record->size);
	return copy;
}

static struct texts with(const struct texts *texts, const char *name, struct arena *arena)
{
	struct texts more = { .items = ARENA_MANY(arena, texts->count + 1, const char *),
		              .count = texts->count };

	if (texts->count > 0)
		memcpy(more.items, texts->items, texts->count * sizeof(texts->items[0]));
	if (!check_texts_have(texts, name))
		more.items[more.count++] = name;
	return more;
}

/* The texts without one of them, or with another in its place; NULL for by leaves it out. */
static struct texts replaced(const struct texts *texts, const char *name, const char *by, struct arena *arena)
{
	struct texts kept = { .items = ARENA_MANY(arena, texts->count + 1, const char *) };

	for (size_t i = 0; i < texts->count; i++) {
		const char *text = check_is(texts->items[i], name) ? by : texts->items[i];

		if (text != NULL && !check_texts_have(&kept, text))
			kept.items[kept.count++] = text;
	}
	return kept;
}

static bool same_texts(const struct texts *one, const struct texts *other)
{
	for (size_t i = 0; i < one->count; i++)
		if (!check_texts_have(other, one->items[i]))
			return false;
	return one->count == other->count;
}

/* The parties by their own names, a series written out. */
static struct texts written_out(const struct scheme *scheme, const struct texts *names, struct arena *arena)
{
	struct texts all = { .items = ARENA_MANY(arena, scheme->parties.count + 1, const char *) };

	for (size_t i = 0; i < names->count; i++) {
		const struct scheme_party *party;
		size_t count = check_parties(scheme, names->items[i], &party);

		for (size_t j = 0; j < count; j++)
			if (!check_texts_have(&all, party[j].name))
				all.items[all.count++] = party[j].name;
	}
	return all;
}

/* --- lanes --- */

typedef bool touching(const struct running *running, const struct scheme_lane *lane);

static struct scheme_lane *lanes_of(const struct running *running)
{
	return running->scheme->lanes.items;
}

static const char *dated_name(const struct running *running, const char *name)
{
	char day[DATE_TEXT_SIZE];

	return arena_print(running->arena, "%s.%s", name, date_print(running->change->valid_from, day));
}

/* Each lane that the change touches and that runs across its day becomes two. */
static void cut_lanes(const struct running *running, touching *touches)
{
	size_t count = running->scheme->lanes.count;

	for (size_t i = 0; i < count; i++) {
		struct scheme_lane later = lanes_of(running)[i];
		struct date on = running->change->valid_from;

		if (!touches(running, &later) || !date_before(later.from, on) ||
		    !date_within(on, later.from, later.until))
			continue;
		lanes_of(running)[i].until = on;
		later.name = dated_name(running, later.name);
		later.from = on;
		add_item(&running->scheme->lanes, &scheme_lane_record, &later, running->arena);
	}
}

static bool is_after(const struct running *running, const struct scheme_lane *lane)
{
	return !date_before(lane->from, running->change->valid_from);
}

/* Lanes in which nobody or nothing is left, or whose party would stand under itself. */
static void drop_empty_lanes(const struct running *running)
{
	struct scheme_lane *lane = lanes_of(running);
	size_t kept = 0;

	for (size_t i = 0; i < running->scheme->lanes.count; i++)
		if (lane[i].parties.count > 0 && lane[i].areas.count > 0 &&
		    !check_texts_have(&lane[i].parties, lane[i].under))
			lane[kept++] = lane[i];
	running->scheme->lanes.count = kept;
}

/* --- parties --- */

static void know_party(const struct running *running, const char *kind)
{
	const struct lane_change *change = running->change;
	const struct scheme_party *first = running->scheme->parties.items;
	const struct scheme_party party = { .name = change->party,
		                            .label = change->label,
		                            .kind = kind,
		                            .agb = change->agb,
		                            .at = first->at };

	if (scheme_party(running->scheme, change->party) == NULL)
		add_item(&running->scheme->parties, &scheme_party_record, &party, running->arena);
}

/* --- the sorts of change --- */

static struct scheme_agreement *agreement_of(const struct running *running)
{
	struct scheme_agreement *agreement = running->scheme->agreements.items;

	for (size_t i = 0; i < running->scheme->agreements.count; i++)
		if (check_is(agreement[i].name, running->change->agreement))
			return &agreement[i];
	return NULL;
}

static void extend(const struct running *running)
{
	struct scheme *scheme = running->scheme;
	struct scheme_agreement *agreement = agreement_of(running);
	struct scheme_option *option = scheme->options.items;
	struct date until = running->change->valid_until;

	if (agreement == NULL || !date_is(agreement->until) || !date_before(agreement->until, until))
		return;
	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_is(lanes_of(running)[i].agreement, agreement->name) &&
		    lanes_of(running)[i].until.day == agreement->until.day)
			lanes_of(running)[i].until = until;
	for (size_t i = 0; i < scheme->options.count; i++)
		if (check_is(option[i].agreement, agreement->name) && option[i].until.day == until.day)
			option[i].is_used = true;
	agreement->until = until;
	if (date_is(scheme->until) && date_before(scheme->until, until))
		scheme->until = until;
}

static bool is_choice(const struct running *running, const struct scheme_lane *lane)
{
	return check_is(lane->agreement, running->change->agreement) &&
	       check_lane_is(lane, LANE_CHOICE_AMONG);
}

/* Whether all areas of a lane are among those in which somebody joins; no areas: those are all. */
static bool is_joined(const struct running *running, const struct scheme_lane *lane)
{
	const struct texts areas = lane_change_names(or_empty(running->change->areas), running->arena);

	for (size_t i = 0; areas.count > 0 && i < lane->areas.count; i++)
		if (!check_texts_have(&areas, lane->areas.items[i]))
			return false;
	return true;
}

static void join(const struct running *running)
{
	know_party(running, SCHEME_ORGANISATION);
	cut_lanes(running, is_choice);
	for (size_t i = 0; i < running->scheme->lanes.count; i++) {
		struct scheme_lane *lane = &lanes_of(running)[i];
		struct texts all;

		if (!is_choice(running, lane) || !is_after(running, lane) || !is_joined(running, lane))
			continue;
		all = written_out(running->scheme, &lane->parties, running->arena);
		lane->parties = with(&all, running->change->party, running->arena);
	}
}

static void subcontract(const struct running *running)
{
	const struct lane_change *change = running->change;
	const struct scheme_subcontractor below = {
		.name = change->party,
		.under = change->other,
		.products = lane_change_names(change->products, running->arena),
		.areas = lane_change_names(change->areas, running->arena),
		.from = change->valid_from,
	};

	know_party(running, SCHEME_SUBCONTRACTOR);
	add_item(&running->scheme->subcontractors, &scheme_subcontractor_record, &below, running->arena);
}

/* --- a member leaves --- */

/* From the day on the combination has another line-up: without name, or with by in its place. */
static void line_up(const struct running *running, size_t place, const char *name, const char *by)
{
	struct records *section = &running->scheme->combinations;
	struct scheme_combination *now = &SCHEME_ITEMS(scheme_combination, *section)[place];
	struct scheme_combination next = *now;

	now->until = next.from = running->change->valid_from;
	next.members = replaced(&next.members, name, by, running->arena);
	next.lead = check_is(next.lead, name) ? by : next.lead;
	next.liable = check_is(next.liable, name) ? by : next.liable;
	next.contact = check_is(next.contact, name) ? by : next.contact;
	add_item(section, &scheme_combination_record, &next, running->arena);
}

/* Subcontractors of name have by above them from the day on, or none; name itself becomes by. */
static void rehang(const struct running *running, const char *name, const char *by)
{
	struct records *section = &running->scheme->subcontractors;
	size_t count = section->count;

	for (size_t i = 0; i < count; i++) {
		struct scheme_subcontractor *now = &SCHEME_ITEMS(scheme_subcontractor, *section)[i];
		struct scheme_subcontractor next = *now;

		if ((!check_is(now->name, name) && !check_is(now->under, name)) ||
		    !date_within(running->change->valid_from, now->from, now->until))
			continue;
		now->until = next.from = running->change->valid_from;
		next.name = check_is(next.name, name) ? by : next.name;
		next.under = check_is(next.under, name) ? by : next.under;
		if (by != NULL && !check_is(next.name, next.under))
			add_item(section, &scheme_subcontractor_record, &next, running->arena);
	}
}

static bool has_member(const struct running *running, const struct scheme_lane *lane)
{
	const struct texts *members = check_members(running->scheme, lane);

	return check_is(lane->under, running->change->other) && check_is_of_combination(lane) &&
	       members != NULL && check_texts_have(members, running->change->party);
}

static void leave(const struct running *running)
{
	const struct lane_change *change = running->change;
	size_t count = running->scheme->combinations.count;

	cut_lanes(running, has_member);
	for (size_t i = 0; i < running->scheme->lanes.count; i++) {
		struct scheme_lane *lane = &lanes_of(running)[i];

		if (!has_member(running, lane) || !is_after(running, lane))
			continue;
		lane->fellows =
			replaced(check_members(running->scheme, lane), change->party, NULL, running->arena);
		lane->parties = replaced(&lane->parties, change->party, NULL, running->arena);
	}
	drop_empty_lanes(running);
	rehang(running, change->party, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct scheme_combination *combination = running->scheme->combinations.items;

		if (check_is(combination[i].name, change->other) &&
		    date_within(change->valid_from, combination[i].from, combination[i].until))
			line_up(running, i, change->party, NULL);
	}
}

/* --- one party takes over another --- */

static bool has_party(const struct running *running, const struct scheme_lane *lane)
{
	const char *party = running->change->other;
	const struct texts *members = NULL;

	if (check_lane_is(lane, LANE_COMBINATION_MEMBER))
		members = check_members(running->scheme, lane);
	return lane->agreement != NULL &&
	       (check_is(lane->under, party) || check_lane_names(running->scheme, lane, party) ||
	        (members != NULL && check_texts_have(members, party)));
}

static void take_over_lane(const struct running *running, struct scheme_lane *lane)
{
	const char *party = running->change->other, *by = running->change->party;
	struct texts all = written_out(running->scheme, &lane->parties, running->arena);

	lane->parties = replaced(&all, party, by, running->arena);
	if (check_lane_is(lane, LANE_COMBINATION_MEMBER))
		lane->fellows = replaced(check_members(running->scheme, lane), party, by, running->arena);
	if (check_is(lane->under, party))
		lane->under = by;
}

/* Successions are structs without a record of their own. */
static const struct record succession_record = { .name = "succession",
	                                         .size = sizeof(struct scheme_succession) };

static void succeed(const struct running *running)
{
	const struct lane_change *change = running->change;
	const struct scheme_succession succession = { change->other, change->party, change->valid_from };
	const struct scheme_party *old = scheme_party(running->scheme, change->other);
	size_t count = running->scheme->combinations.count;

	if (old == NULL)
		return;
	know_party(running, old->kind);
	cut_lanes(running, has_party);
	for (size_t i = 0; i < running->scheme->lanes.count; i++)
		if (has_party(running, &lanes_of(running)[i]) && is_after(running, &lanes_of(running)[i]))
			take_over_lane(running, &lanes_of(running)[i]);
	drop_empty_lanes(running);
	rehang(running, change->other, change->party);
	for (size_t i = 0; i < count; i++) {
		const struct scheme_combination *combination =
			&SCHEME_ITEMS(scheme_combination, running->scheme->combinations)[i];

		if (check_texts_have(&combination->members, change->other) &&
		    date_within(change->valid_from, combination->from, combination->until))
			line_up(running, i, change->other, change->party);
	}
	add_item(&running->scheme->successions, &succession_record, &succession, running->arena);
}

/* --- within a combination an area goes to a member --- */

static bool is_member_lane(const struct running *running, const struct scheme_lane *lane)
{
	return check_lane_is(lane, LANE_COMBINATION_MEMBER) && check_is(lane->under, running->change->other);
}

static bool has_one_area(const struct running *running, const struct scheme_lane *lane)
{
	const struct texts areas = lane_change_names(running->change->areas, running->arena);

	if (!is_member_lane(running, lane))
		return false;
	for (size_t i = 0; i < areas.count; i++)
		if (check_texts_have(&lane->areas, areas.items[i]))
			return true;
	return false;
}

static bool same_terms(const struct scheme_lane *one, const struct scheme_lane *other)
{
	return check_is(one->agreement, other->agreement) && check_is(one->under, other->under) &&
	       check_is(one->target_group, other->target_group) &&
	       same_texts(&one->products, &other->products);
}

/* The lane's end, moved along when its agreement was extended. */
static struct date extended_end(const struct running *running, const struct scheme_lane *lane)
{
	const struct scheme_agreement *before =
		check_find(&running->file->agreements, &scheme_agreement_record, lane->agreement);
	const struct scheme_agreement *now =
		check_find(&running->scheme->agreements, &scheme_agreement_record, lane->agreement);

	assert(before != NULL && now != NULL);
	return check_until(lane->until.day == before->until.day ? now->until : lane->until);
}

/* Until when the members deliver on these terms; until the file itself gives the area to somebody later. */
static struct date last_end(const struct running *running, const struct scheme_lane *terms, const char *area)
{
	const struct scheme_lane *lane = running->file->lanes.items;
	struct date on = running->change->valid_from, until = on, next = DATE_LAST;

	for (size_t i = 0; i < running->file->lanes.count; i++) {
		if (!is_member_lane(running, &lane[i]) || !same_terms(&lane[i], terms))
			continue;
		if (date_before(until, extended_end(running, &lane[i])))
			until = extended_end(running, &lane[i]);
		if (check_texts_have(&lane[i].areas, area) && date_before(on, lane[i].from) &&
		    date_before(lane[i].from, next))
			next = lane[i].from;
	}
	return date_before(next, until) ? next : until;
}

/* Whether the file says these terms in an earlier lane too. */
static bool is_said_before(const struct running *running, size_t place)
{
	const struct scheme_lane *lane = running->file->lanes.items;

	for (size_t i = 0; i < place; i++)
		if (is_member_lane(running, &lane[i]) && same_terms(&lane[i], &lane[place]))
			return true;
	return false;
}

static void give_area(const struct running *running, const struct scheme_lane *terms, const char *area)
{
	struct date on = running->change->valid_from, until = last_end(running, terms, area);
	const struct scheme_combination *combination =
		scheme_combination_on(running->scheme, running->change->other, on);
	const struct texts none = { 0 }, name = with(&none, area, running->arena);
	struct scheme_lane lane = *terms;

	if (!date_before(on, until) || combination == NULL)
		return;
	lane.name = dated_name(running, arena_print(running->arena, "%s.%s", terms->name, area));
	lane.areas = name;
	lane.parties = with(&none, running->change->party, running->arena);
	lane.fellows = combination->members;
	lane.status = NULL;
	lane.from = on;
	lane.until = until.day == DATE_LAST.day ? (struct date){ 0 } : until;
	add_item(&running->scheme->lanes, &scheme_lane_record, &lane, running->arena);
}

static void allocate(const struct running *running)
{
	const struct texts areas = lane_change_names(running->change->areas, running->arena);
	const struct scheme_lane *terms = running->file->lanes.items;

	cut_lanes(running, has_one_area);
	for (size_t i = 0; i < running->scheme->lanes.count; i++) {
		struct scheme_lane *lane = &lanes_of(running)[i];

		if (!is_member_lane(running, lane) || lane->from.day != running->change->valid_from.day)
			continue;
		for (size_t j = 0; j < areas.count; j++)
			lane->areas = replaced(&lane->areas, areas.items[j], NULL, running->arena);
	}
	drop_empty_lanes(running);
	for (size_t i = 0; i < running->file->lanes.count; i++)
		for (size_t j = 0; j < areas.count; j++)
			if (is_member_lane(running, &terms[i]) && !is_said_before(running, i))
				give_area(running, &terms[i], areas.items[j]);
}

/* --- all of them --- */

static const struct {
	const char *sort;
	void (*lay)(const struct running *running);
} sorts[] = {
	{ LANE_EXTENDED, extend },           { LANE_JOINED, join }, { LANE_SUCCEEDED, succeed },
	{ LANE_SUBCONTRACTED, subcontract }, { LANE_LEFT, leave },  { LANE_ALLOCATED, allocate },
};

struct scheme scheme_changed(const struct scheme *scheme, const struct records *changes, struct date known_on,
                             struct arena *arena)
{
	struct scheme result = *scheme;
	const struct lane_change *change = changes->items;

	result.lanes = copied(&scheme->lanes, &scheme_lane_record, arena);
	result.agreements = copied(&scheme->agreements, &scheme_agreement_record, arena);
	result.options = copied(&scheme->options, &scheme_option_record, arena);
	result.combinations = copied(&scheme->combinations, &scheme_combination_record, arena);
	result.subcontractors = copied(&scheme->subcontractors, &scheme_subcontractor_record, arena);
	for (size_t i = 0; i < changes->count; i++) {
		const struct running running = { &result, scheme, &change[i], arena };

		for (size_t j = 0; j < COUNT(sorts); j++)
			if (check_is(sorts[j].sort, change[i].sort) &&
			    (!date_is(known_on) || !date_before(known_on, change[i].valid_from)))
				sorts[j].lay(&running);
	}
	return result;
}

const struct scheme_combination *scheme_combination_on(const struct scheme *scheme, const char *name,
                                                       struct date on)
{
	const struct scheme_combination *combination = scheme->combinations.items;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		if (check_is(combination[i].name, name) &&
		    date_within(on, combination[i].from, combination[i].until))
			return &combination[i];
	return NULL;
}

const char *scheme_successor(const struct scheme *scheme, const char *party, struct date on)
{
	const struct scheme_succession *succession = scheme->successions.items;

	for (size_t i = 0; i < scheme->successions.count; i++)
		if (check_is(succession[i].party, party) && !date_before(on, succession[i].from))
			party = succession[i].by;
	return party;
}

bool scheme_is_divided(const struct scheme *scheme, const char *combination)
{
	const struct scheme_lane *lane = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_COMBINATION_MEMBER) && check_is(lane[i].under, combination))
			return true;
	return false;
}
