/* SPDX-License-Identifier: EUPL-1.2 */
/* What becomes of support after it was assigned: a provider that declines, a pause, a stop; for a few
 * residents. */
#ifndef DEMO_DELIVERING_H
#define DEMO_DELIVERING_H

#include "demo/chance.h"
#include "demo/road.h"

/* A day that is none does not come. All lines of the last round share it. */
struct delivering {
	struct date declined_on;  /* the provider does not take the order */
	struct date last_day;     /* with care, before a pause or a stop */
	struct date told_on;      /* when that was reported */
	struct date resumed_on;   /* when care went on */
	const char *pause_reason; /* of a pause; NULL of a stop */
	const char *stop_reason;  /* of a stop; NULL of a pause */
};

/* For a road as it was planned, until a day. */
struct delivering delivering_plan(const struct road *road, struct date today, struct chance *chance);

#endif
