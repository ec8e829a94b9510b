/* SPDX-License-Identifier: EUPL-1.2 */
/* How it goes with a resident after the report: planned by chance, day by day, before anything is entered. */
#ifndef DEMO_ROAD_H
#define DEMO_ROAD_H

#include "common/calendar/calendar.h"
#include "common/person/person.h"
#include "demo/chance.h"
#include "demo/schemes.h"
#include "demo/settings.h"

#define ROAD_LINES_MAX 2
#define ROAD_ROUNDS_MAX 2

/* A product of a round. */
struct road_line {
	const struct demo_need *need;
	const char *product; /* that meets it here */
	int64_t amount;
	struct date from, last_day; /* as granted; an open end is no date */
	struct date started_on, start_reported_on;
};

/* From a report to care. A day that is no date does not come. */
struct road_round {
	struct date received_on, concluded_on, applied_on, decided_on, assigned_on, sent_on;
	bool is_granted;
	struct road_line lines[ROAD_LINES_MAX];
	size_t lines_count; /* 0: nothing is needed */
};

/*
 * Care that began with a present provider ends at the cut-over; before that day the resident goes round a
 * second time.
 */
struct road {
	struct road_round rounds[ROAD_ROUNDS_MAX];
	size_t rounds_count;
	const struct demo_kept
		*kept; /* the provider whom the resident already has; NULL when there is none */
	struct date kept_since;
	bool has_bsn;
	struct date bsn_on; /* on which the BSN is recorded after all; no date: it came with the report */
};

/* What plans stand on. */
struct road_ground {
	const struct demo_settings *settings;
	const struct demo_register *of;
	const struct demo_schemes *schemes;
	const struct calendar *calendar;
};

/* The road of a resident; may_have_bsn: there are numbers left. */
struct road road_plan(const struct road_ground *ground, const struct identity *who, bool may_have_bsn,
                      struct chance *chance);
/* Whether a provider is asked to deliver on a day not after today. */
bool road_has_order(const struct road *road, struct date today);

#endif
