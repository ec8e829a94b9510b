/* SPDX-License-Identifier: EUPL-1.2 */
/* What is coming for the clients of a register, as lists: read in one go, exact, soonest first. */
#ifndef PRACTICE_RADAR_RADAR_STORE_H
#define PRACTICE_RADAR_RADAR_STORE_H

#include "common/scheme/scheme_book.h"
#include "practice/radar/radar.h"

enum radar_list {
	RADAR_BIRTHDAYS,    /* an age takes the client out of the lane */
	RADAR_LANES,        /* lane, agreement or area end, or the provider leaves */
	RADAR_DECISIONS,    /* a decision ends and nothing follows it */
	RADAR_WITHOUT_CARE, /* assigned, the day has come, and no care was reported */
	RADAR_INTERRUPTED, /* care began, and does not run: for a while, or it stopped while the grant goes on
	                    */
	RADAR_LOOKS,       /* it is to be looked at whether help works, or anew what is needed */
	RADAR_COHORT_LEFT, /* left a closed cohort */
	RADAR_LISTS_COUNT
};

struct radar_asked {
	struct date on;
	int64_t weeks;       /* how far ahead decisions are looked at */
	const char *without; /* a party that is supposed to fail from the day on; or NULL */
	/* Whether a client belongs in the lists; NULL: all do. Cohorts are counted whole. */
	bool (*keep)(void *context, int64_t person);
	void *context;
};

/* A line of a list. */
struct radar_item {
	int64_t person;
	int64_t number; /* of the assignment or the decision */
	const struct radar_scheme *radar;
	struct radar_line line;
	struct radar_change change; /* on: the day it is about */
	const char *gap;            /* of care that does not run: pause or stop; of a look which one, */
	const char *gap_reason;     /* and why, in Dutch; "" where nobody said */
};

struct radar_items {
	struct radar_item *items;
	size_t count, room;
};

/* A closed cohort, as a lane has it. */
struct radar_cohort {
	const struct radar_scheme *radar;
	uint16_t lane, party, under;
	int64_t first_count;        /* clients on its first day */
	int64_t now_count;          /* and on the day asked */
	struct radar_items members; /* each client once; change.on is the end of its unbroken service */
};

/* Clients with the same deliverer and product who all lose their lane on the same day. */
struct radar_leaver {
	const struct radar_scheme *radar;
	struct radar_leaving leaving;
	int64_t clients;
	size_t first; /* its first line in the list RADAR_LANES */
};

#define RADAR_SCHEMES_MAX 32
#define RADAR_COHORTS_MAX 64

struct radar {
	struct radar_scheme schemes[RADAR_SCHEMES_MAX];
	size_t schemes_count;
	struct radar_items lists[RADAR_LISTS_COUNT];
	struct radar_cohort cohorts[RADAR_COHORTS_MAX];
	size_t cohorts_count;
	struct radar_leaver *leavers;
	size_t leavers_count;
};

/* Looks at all running and coming support of the register. Lives in arena; the schemes must not change. */
enum status radar_look(struct journal *journal, const struct radar_asked *asked, struct arena *arena,
                       struct radar *ret_radar, struct fault *fault) MUST_CHECK;

#endif
