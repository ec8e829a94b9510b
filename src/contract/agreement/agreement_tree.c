/* SPDX-License-Identifier: EUPL-1.2 */
/* Who works under whom in an agreement on a day, as a tree: its picture, and the table beside it. */
#include <string.h>

#include "common/scheme/scheme_check.h"
#include "contract/agreement/agreement_view.h"
#include "platform/base/words.h"

#define IN(standing_, dutch_) words_in((standing_)->language, dutch_)
#define NODES_MAX 600
#define DEPTH_MAX 8
/* The picture, in its own units. */
#define WIDTH 440
#define ROW 38
#define BOX 30
#define INDENT 24
#define STEM 12 /* from the left side of a box to the line down */
#define LETTER 9

/* While the tree is grown. */
struct growing {
	const struct standing *standing;
	struct records *nodes;
	const char *names[DEPTH_MAX]; /* from the top down to where it grows */
	size_t rows[DEPTH_MAX];
	size_t depth;
};

/* At most that many letters. */
static const char *cut(const char *label, size_t letters, struct arena *arena)
{
	size_t bytes = 0, count = 0;

	while (label[bytes] != '\0' && count < letters) {
		bytes++;
		while (((unsigned char)label[bytes] & 0xC0U) == 0x80U)
			bytes++;
		count++;
	}
	return label[bytes] == '\0' ? label : arena_print(arena, "%.*s…", (int)bytes, label);
}

/* The line from the box above to this one. */
static const char *line_to(const struct growing *growing, const struct agreement_node *node)
{
	long long from = (long long)growing->rows[growing->depth - 1] * ROW + BOX;

	return arena_print(growing->standing->arena, "M%lld %lldV%lldH%lld",
	                   (long long)node->x - INDENT + STEM, from, (long long)node->y + BOX / 2,
	                   (long long)node->x);
}

/* Adds one under where the tree grows; false where it is full, or the name stands above itself. */
static bool add_node(struct growing *growing, const char *name, const char *sort)
{
	const struct standing *standing = growing->standing;
	struct agreement_node *nodes = growing->nodes->items, *node = &nodes[growing->nodes->count];
	const char *label =
		growing->depth == 0 ? standing->agreement->label : standing_label(standing->scheme, name);

	if (growing->nodes->count == NODES_MAX || growing->depth == DEPTH_MAX)
		return false;
	for (size_t i = 1; i < growing->depth; i++)
		if (check_is(growing->names[i], name))
			return false;
	*node = (struct agreement_node){ .label = label,
		                         .sort = sort,
		                         .x = (int64_t)growing->depth * INDENT + 1,
		                         .y = (int64_t)growing->nodes->count * ROW + 1 };
	node->width = WIDTH - node->x - 1;
	node->text_x = node->x + STEM;
	node->text_y = node->y + BOX - STEM + 3;
	node->shown = cut(label, (size_t)((node->width - STEM) / LETTER), standing->arena);
	if (growing->depth > 0) {
		node->above = nodes[growing->rows[growing->depth - 1]].label;
		node->path = line_to(growing, node);
	}
	growing->names[growing->depth] = name;
	growing->rows[growing->depth] = growing->nodes->count++;
	return true;
}

/* Whether a line of the tree stands under another already: an area more makes no second one. */
static bool is_there(const struct growing *growing, const char *above, const char *label)
{
	const struct agreement_node *node = growing->nodes->items;

	for (size_t i = growing->rows[growing->depth - 1] + 1; i < growing->nodes->count; i++)
		if (check_is(node[i].above, above) && check_is(node[i].label, label))
			return true;
	return false;
}

static void grow(struct growing *growing, const char *name, const char *sort);

static void grow_one(struct growing *growing, const char *name, const char *sort)
{
	const struct agreement_node *nodes = growing->nodes->items;
	const char *above = nodes[growing->rows[growing->depth - 1]].label;

	if (!is_there(growing, above, standing_label(growing->standing->scheme, name)))
		grow(growing, name, sort);
}

/* The members of a combination, and who works for the organisation itself. */
static void grow_below(struct growing *growing, const char *name)
{
	const struct standing *standing = growing->standing;
	const struct scheme_combination *combination =
		scheme_combination_on(standing->scheme, name, standing->on);
	const struct scheme_subcontractor *below = standing->scheme->subcontractors.items;
	const struct scheme_lane *lane = standing->scheme->lanes.items;

	for (size_t i = 0; combination != NULL && i < combination->members.count; i++)
		grow_one(growing, combination->members.items[i], IN(standing, WORDS("lid")));
	for (size_t i = 0; i < standing->scheme->subcontractors.count; i++)
		if (check_is(below[i].under, name) &&
		    date_within(standing->on, below[i].from, below[i].until))
			grow_one(growing, below[i].name, IN(standing, WORDS("onderaannemer")));
	for (size_t i = 0; i < standing->scheme->lanes.count; i++)
		if (check_lane_is(&lane[i], LANE_CLOSED_COHORT) && check_is(lane[i].under, name) &&
		    check_is(lane[i].agreement, standing->agreement->name) &&
		    date_within(standing->on, lane[i].from, lane[i].until))
			for (size_t n = 0; n < lane[i].parties.count; n++)
				grow_one(growing, lane[i].parties.items[n],
				         IN(standing, WORDS("onderaannemer, alleen voor wie er al was")));
}

/* The depth is bounded: no name stands above itself. NOLINTNEXTLINE(misc-no-recursion) */
static void grow(struct growing *growing, const char *name, const char *sort)
{
	if (!add_node(growing, name, sort))
		return;
	growing->depth++;
	grow_below(growing, name);
	growing->depth--;
}

void show_tree(const struct making *making)
{
	const struct standing *standing = making->standing;
	struct texts holders = standing_holders(standing);
	struct records nodes = records_new(&agreement_node_record, NODES_MAX, standing->arena);
	struct growing growing = { .standing = standing, .nodes = &nodes };

	nodes.count = 0;
	if (holders.count > 0 &&
	    add_node(&growing, standing->agreement->name, IN(standing, WORDS("overeenkomst")))) {
		growing.depth = 1;
		for (size_t i = 0; i < holders.count; i++)
			grow(&growing, holders.items[i],
			     scheme_combination_on(standing->scheme, holders.items[i], standing->on) == NULL
			             ? IN(standing, WORDS("contractpartij"))
			             : IN(standing, WORDS("contractpartij, een combinatie")));
	}
	making->view->tree = nodes;
	making->view->tree_box =
		arena_print(standing->arena, "0 0 %d %lld", WIDTH, (long long)nodes.count * ROW);
}
