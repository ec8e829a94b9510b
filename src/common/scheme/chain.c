/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/scheme/chain.h"

#include <string.h>

#include "common/scheme/scheme_check.h"

#define CHAIN_MAX 500 /* organisations below or above one party; more than any scheme has */

static const struct field scheme_link_fields[] = {
	FIELD(struct scheme_link, party),
	FIELD(struct scheme_link, under),
	FIELD(struct scheme_link, is_member),
};
const struct record scheme_link_record = RECORD(struct scheme_link, "scheme_link", scheme_link_fields);

/* Somebody who works for, or is a member under, somebody else on the day. */
typedef void visit_edge(void *context, const struct scheme_link *edge);

/* The members of each combination work under its lead. */
static void visit_combinations(const struct scheme *scheme, struct date on, visit_edge *visit, void *context)
{
	const struct scheme_combination *combinations = scheme->combinations.items;

	for (size_t i = 0; i < scheme->combinations.count; i++)
		for (size_t n = 0; date_within(on, combinations[i].from, combinations[i].until) &&
		                   n < combinations[i].members.count;
		     n++)
			visit(context, &(struct scheme_link){ .party = combinations[i].members.items[n],
			                                      .under = combinations[i].lead,
			                                      .is_member = true });
}

static void visit_subcontractors(const struct scheme *scheme, struct date on, visit_edge *visit,
                                 void *context)
{
	const struct scheme_subcontractor *subcontractors = scheme->subcontractors.items;

	for (size_t i = 0; i < scheme->subcontractors.count; i++)
		if (date_within(on, subcontractors[i].from, subcontractors[i].until))
			visit(context, &(struct scheme_link){ .party = subcontractors[i].name,
			                                      .under = subcontractors[i].under });
}

/* Who delivers in a lane of another party: a closed cohort's subcontractor. */
static void visit_lanes(const struct scheme *scheme, struct date on, visit_edge *visit, void *context)
{
	const struct scheme_lane *lanes = scheme->lanes.items;

	for (size_t i = 0; i < scheme->lanes.count; i++) {
		if (lanes[i].under == NULL || check_is_of_combination(&lanes[i]) ||
		    !date_within(on, lanes[i].from, lanes[i].until))
			continue;
		for (size_t n = 0; n < lanes[i].parties.count; n++) {
			const struct scheme_party *party = NULL;
			size_t count = check_parties(scheme, lanes[i].parties.items[n], &party);

			for (size_t at = 0; at < count; at++)
				visit(context, &(struct scheme_link){ .party = party[at].name,
				                                      .under = lanes[i].under });
		}
	}
}

static void visit_all(const struct scheme_book *book, int64_t register_id, struct date on, visit_edge *visit,
                      void *context)
{
	const struct scheme_entry *entry;

	for (size_t place = 0; (entry = scheme_book_nth(book, register_id, place)) != NULL; place++) {
		visit_combinations(&entry->scheme, on, visit, context);
		visit_subcontractors(&entry->scheme, on, visit, context);
		visit_lanes(&entry->scheme, on, visit, context);
	}
}

const struct scheme_combination *chain_combination(const struct scheme_book *book, int64_t register_id,
                                                   const char *name, struct date on)
{
	const struct scheme_entry *entry;

	for (size_t place = 0; (entry = scheme_book_nth(book, register_id, place)) != NULL; place++) {
		const struct scheme_combination *combination =
			scheme_combination_on(&entry->scheme, name, on);

		if (combination != NULL)
			return combination;
	}
	return NULL;
}

bool chain_leads(const char *party, const struct scheme_combination *combination)
{
	return combination != NULL && check_is(combination->lead, party);
}

/* --- below --- */

struct below {
	struct records links;
	const char *above; /* whose own people are looked for */
};

static void add_below(void *context, const struct scheme_link *edge)
{
	struct below *below = context;
	struct scheme_link *links = below->links.items;

	if (!check_is(edge->under, below->above) || below->links.count == CHAIN_MAX)
		return;
	for (size_t i = 0; i < below->links.count; i++)
		if (strcmp(links[i].party, edge->party) == 0)
			return;
	links[below->links.count++] = *edge;
}

struct records chain_below(const struct scheme_book *book, int64_t register_id, const char *party,
                           struct date on, struct arena *arena)
{
	struct below below = { .links = records_new(&scheme_link_record, CHAIN_MAX, arena) };
	struct scheme_link *links = below.links.items;

	links[0] = (struct scheme_link){ .party = party, .under = "" };
	below.links.count = 1;
	for (size_t i = 0; i < below.links.count; i++) {
		below.above = links[i].party;
		visit_all(book, register_id, on, add_below, &below);
	}
	return below.links;
}

/* --- above --- */

struct above {
	struct texts names;
	const char *below; /* for whom this one works */
};

static void add_name(struct texts *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return;
	if (names->count < CHAIN_MAX)
		names->items[names->count++] = name;
}

static void add_above(void *context, const struct scheme_link *edge)
{
	struct above *above = context;

	if (edge->under != NULL && check_is(edge->party, above->below))
		add_name(&above->names, edge->under);
}

/* The combinations that a party leads or is a member of deliver under their own name. */
static void add_combinations(const struct scheme_book *book, int64_t register_id, struct date on,
                             struct above *above)
{
	const struct scheme_entry *entry;

	for (size_t place = 0; (entry = scheme_book_nth(book, register_id, place)) != NULL; place++) {
		const struct scheme_combination *combinations = entry->scheme.combinations.items;

		for (size_t i = 0; i < entry->scheme.combinations.count; i++)
			if (date_within(on, combinations[i].from, combinations[i].until) &&
			    (check_is(combinations[i].lead, above->below) ||
			     check_texts_have(&combinations[i].members, above->below)))
				add_name(&above->names, combinations[i].name);
	}
}

struct texts chain_above(const struct scheme_book *book, int64_t register_id, const char *party,
                         struct date on, struct arena *arena)
{
	struct above above = { .names = { .items = ARENA_MANY(arena, CHAIN_MAX, const char *) } };

	add_name(&above.names, party);
	for (size_t i = 0; i < above.names.count; i++) {
		above.below = above.names.items[i];
		add_combinations(book, register_id, on, &above);
		visit_all(book, register_id, on, add_above, &above);
	}
	return above.names;
}

const char *chain_paid_as(const struct scheme_book *book, int64_t register_id, const char *party,
                          struct date on, struct arena *arena)
{
	struct texts above;

	if (!has_words(party))
		return "";
	above = chain_above(book, register_id, party, on, arena);
	for (size_t i = 0; i < above.count; i++)
		if (!check_is(above.items[i], party) &&
		    chain_leads(party, chain_combination(book, register_id, above.items[i], on)))
			return above.items[i];
	return party;
}
