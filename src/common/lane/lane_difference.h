/* SPDX-License-Identifier: EUPL-1.2 */
/* Where two sets of lanes give another answer to who may deliver: by product, area, age and day. */
#ifndef COMMON_LANE_LANE_DIFFERENCE_H
#define COMMON_LANE_LANE_DIFFERENCE_H

#include "common/lane/lane.h"

/* A place for a party, whatever lane it comes from. */
struct lane_seat {
	enum lane_how how;
	uint16_t party, under; /* in the comparison's parties; LANE_NONE for no under */
	struct date served_before;
};

/* Who may deliver somewhere at some time: its seats in one order, so that equal sides are equal seat by seat.
 */
struct lane_side {
	struct lane_seat *seats;
	size_t count;
};

/* One difference, in every one of these products and areas. */
struct lane_difference {
	uint16_t *products, *areas; /* in the comparison's names, ascending */
	size_t products_count, areas_count;
	int16_t from_age, until_age; /* half-open; until_age 0: no end */
	/* Half-open; no until where it lasts as long as the lanes do. */
	struct date from, until;
	struct lane_side was, becomes;
	struct lane_side until_then; /* who delivers by the new set until from */
};

struct lane_comparison {
	struct lane_names products, areas, parties; /* of both sets; with the label of the new one */
	struct lane_difference *items;              /* by day, then product and area */
	size_t count;
	bool is_cut; /* there was too much to compare, and not all of it was */
};

/*
 * Compares two sets. Names of lanes do not count, nor how they are split or ordered; members who only step in
 * are left out, since they come with the member that has the area. Lives in arena.
 */
struct lane_comparison lane_compare(const struct lane_set *before, const struct lane_set *after,
                                    struct arena *arena);
bool lane_sides_equal(const struct lane_side *one, const struct lane_side *other);
/* Whether the party has a seat, or answers for one. */
bool lane_side_has(const struct lane_side *side, uint16_t party);

#endif
