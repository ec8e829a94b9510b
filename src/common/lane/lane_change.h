/* SPDX-License-Identifier: EUPL-1.2 */
/* What happened to the parties of a scheme after its adoption, as far as it changes who may deliver. */
#ifndef COMMON_LANE_LANE_CHANGE_H
#define COMMON_LANE_LANE_CHANGE_H

#include "platform/record/record.h"

/* The sorts of change, with the members that each fills beside scheme, fact and valid_from. */
#define LANE_EXTENDED "extended"   /* agreement, valid_until: it and its lanes end on that day */
#define LANE_JOINED "joined"       /* agreement, party, label, agb, areas (none: all): may be chosen there */
#define LANE_SUCCEEDED "succeeded" /* party, other: takes over all that other has; label and agb if new */
#define LANE_SUBCONTRACTED                                                                                   \
	"subcontracted"            /* party, other, products, areas: works for other; label, agb if new */
#define LANE_LEFT "left"           /* party, other: is a member of other no more */
#define LANE_ALLOCATED "allocated" /* party, other, areas: within other the areas are this member's */

/* Texts may be NULL where the sort does not need them. */
struct lane_change {
	const char *scheme, *sort;
	int64_t fact; /* by which it happened */
	struct date valid_from, valid_until;
	const char *agreement, *party, *other, *label, *agb;
	const char *products, *areas; /* names, one a line */
};
extern const struct record lane_change_record;

/* The names in a text that has one a line. */
struct texts lane_change_names(const char *lines, struct arena *arena);

#endif
